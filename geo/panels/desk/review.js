// Checks figures by keyboard: see review.py. Stands behind geo/sheets/build.js, which makes the elements.
// The next figure is drawn here at once; what was decided is sent behind, again and again until the server has it.
const TYPING = "input, textarea, select, [contenteditable], [role=listbox], [role=dialog]";
const KEYS = { a: "accept", r: "reject", h: "hide", e: "note", u: "undo", b: "back", n: "next", ArrowLeft: "back", ArrowRight: "next" };

const DONE = { accept: "accepted", reject: "rejected", hide: "hidden" };
const ASKS = ["reject", "hide", "note"]; // what comes with words

export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".sheet");
  root.pending = (root.pending ?? []).filter((made) => made.number > data.done);
  root.number = Math.max(root.number ?? 0, data.done);
  root.told = Math.max(root.told ?? 0, data.heard);
  root.owed ??= 0;
  root.list = data.list;
  const has = (id) => data.figures.some((figure) => figure.id === id);
  if (root.told > data.heard && root.at && !has(root.at)) { // the answer to an older key: what is shown stays at hand
    root.figures = root.figures.map((old) => data.figures.find((figure) => figure.id === old.id) ?? old);
  } else {
    root.figures = data.figures;
    [root.before, root.after] = [data.before, data.after]; // whether there are more than are at hand
    if (root.wants && has(root.wants)) [root.at, root.asks, root.owed] = [root.wants, "", 0];
    else if (!has(root.at)) [root.at, root.asks, root.owed] = [data.at, "", 0];
    if (root.told === data.heard) root.wants = "";
  }

  const place = () => root.figures.findIndex((figure) => figure.id === root.at);

  function draw() {
    const figure = root.figures[place()];
    const text = JSON.stringify([figure, root.pending, root.asks, data.all, data.empty, data.list]);
    if (root.drawn === text) return;
    root.drawn = text;
    say();
    const field = figure && root.asks ? root.querySelector(`input[data-asks="${root.asks}"]`) : null;
    for (const part of [...root.childNodes]) if (part !== field) part.remove();
    const put = (part) => root.insertBefore(part, field); // before what is being typed: it keeps the focus and its caret
    if (!figure) {
      put(build(["p", { class: "empty", role: "status" }, data.all || data.empty]));
      return;
    }
    const mine = root.pending.filter((made) => made.id === figure.id).pop();
    const last = stands(figure).pop();
    const state = mine ? `${mine.what}: being saved` : figure.state;
    put(build(["p", { class: "rule", role: "status" }, `${figure.order} · ${state}`]));
    if (data.all) put(build(["p", { class: "rule", "data-all": "checked" }, data.all]));
    put(build(figure.node));
    const acts = document.createElement("div");
    acts.className = "acts";
    for (const [what, label] of [["accept", "Accept (a)"], ["reject", "Reject (r)"], ["hide", "Hide (h)"],
      ["note", "Note (e)"], ["undo", "Undo (u)"], ["back", "Back (b)"], ["next", "Next (n)"]]) {
      const button = build(["button", { type: "button", class: "boxed", "data-act": what }, label]);
      button.onclick = () => act(what);
      if (what === "undo") button.disabled = !last;
      acts.append(button);
    }
    put(acts);
    if (last) put(build(["p", { class: "rule", "data-undoes": "" }, `Undo takes back: ${last}.`]));
    if (root.asks) ask(field);
  }

  // The field for what comes with words; `field` stands where it was asked for before.
  function ask(field) {
    const why = field ?? document.createElement("input");
    why.onkeydown = (event) => {
      if (event.key === "Enter" && (root.asks !== "note" || why.value.trim())) decide(root.asks, why.value);
      if (event.key === "Escape") { root.asks = ""; draw(); }
      event.stopPropagation();
    };
    if (field) return;
    why.className = "why-not";
    why.dataset.asks = root.asks;
    const wanted = root.asks === "note" ? "Note" : "Reason";
    why.setAttribute("aria-label", wanted);
    why.placeholder = `${wanted}, then Enter`;
    root.append(why);
    why.focus();
  }

  // What is decided about a figure, with what is not saved yet: the latest last.
  function stands(figure) {
    const found = [...figure.decided];
    for (const made of root.pending.filter((it) => it.id === figure.id)) {
      if (made.what === "undo") found.pop();
      else found.push(made.what === "note" ? `note “${made.why}”` : DONE[made.what]);
    }
    return found;
  }

  function tell() {
    root.told += 1;
    setStateValue("desk", { made: root.pending, at: root.wants || root.at, told: root.told });
  }

  // The address says which figure is shown, so that a page that is loaded again stands there. Not with each key: browsers
  // bear a hundred in half a minute.
  function say() {
    root.says ??= setTimeout(() => {
      root.says = null;
      const here = new URL(location.href), asked = here.searchParams;
      if (!root.isConnected || asked.get("desk") !== "review") return;
      if (root.at) asked.set("figure", root.at);
      asked.set("list", root.list);
      if (here.href !== location.href) history.replaceState(history.state, "", here);
    }, 400);
  }

  // Steps beyond the figures at hand are owed until the server has sent those that follow.
  function move(step) {
    root.wants = "";
    const next = root.figures[place() + step];
    if (root.owed) root.owed += step;
    else if (next) root.at = next.id;
    else if (step < 0 ? root.before : root.after) root.owed = step;
  }

  function follow() {
    for (let step = Math.sign(root.owed); root.owed && !root.asks; root.owed -= step) {
      const next = root.figures[place() + step];
      if (!next && (step < 0 ? root.before : root.after)) return;
      if (next) root.at = next.id;
    }
  }

  // The next figure is seen, however far down a form was that was open at the one before.
  function inSight() {
    const { top } = root.getBoundingClientRect();
    if (top < 0) root.closest("[data-testid=stMain]")?.scrollBy({ top: top - 12, behavior: "instant" });
  }

  // Goes to a figure that is marked in the text, or that a card tells of; one that is not at hand is asked for.
  function goTo(id) {
    if (id === root.at) return;
    [root.asks, root.owed, root.wants] = ["", 0, ""];
    if (root.figures.some((figure) => figure.id === id)) root.at = id;
    else root.wants = id;
    draw();
    tell();
    inSight();
  }

  function decide(what, why = "") {
    const was = root.at;
    root.asks = "";
    root.number += 1;
    const token = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    root.pending.push({ number: root.number, token, id: root.at, what, why });
    if (what === "undo") root.owed = 0;
    else if (what !== "note" && root.owed <= 0) move(1); // of two decisions about one figure only one leads on
    follow();
    draw();
    tell();
    if (root.at !== was) inSight();
  }

  function act(what) {
    if (place() < 0) return;
    if (ASKS.includes(what)) {
      root.asks = "";
      draw(); // what was typed for another is gone
      root.asks = what;
      draw();
    } else if (what === "undo") {
      if (stands(root.figures[place()]).length) decide(what);
    } else if (what === "accept") decide(what);
    else {
      root.asks = "";
      move(what === "back" ? -1 : 1);
      draw();
      tell();
      inSight();
    }
  }

  document.removeEventListener("keydown", root.keys, true);
  root.keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING)) return;
    const what = KEYS[event.key];
    if (!what) return;
    event.preventDefault();
    if (what === "reject") event.stopPropagation(); // on "r" Streamlit runs the whole page once more
    act(what);
  };
  document.addEventListener("keydown", root.keys, true);
  document.removeEventListener("click", root.clicks, true);
  root.clicks = (event) => {
    const picked = event.target.closest?.('[data-pick="claim"]');
    if (!picked || !(root.contains(picked) || picked.closest(".st-key-list .reader"))) return;
    event.stopPropagation(); // on the map it would be selected
    goTo(picked.dataset.id);
  };
  document.addEventListener("click", root.clicks, true);
  // A phone's keyboard takes the half of the window: what is typed stays in sight above it.
  visualViewport.removeEventListener("resize", root.resizes);
  root.resizes = () => {
    const field = document.activeElement;
    if (field?.matches("input, textarea")) field.scrollIntoView({ block: "center" });
  };
  visualViewport.addEventListener("resize", root.resizes);
  follow();
  draw();
  // What was not saved is told again, and what stands beside is about the figure that is shown here; not where an answer
  // to all of it is on its way.
  if (root.told === data.heard && (root.pending.length || root.at !== data.at)) tell();
  // Where one answer overtakes another, Streamlit ends the older one after the newer one is shown, which needs its keys.
  return () => {
    if (root.isConnected) return;
    document.removeEventListener("keydown", root.keys, true);
    document.removeEventListener("click", root.clicks, true);
    visualViewport.removeEventListener("resize", root.resizes);
  };
}
