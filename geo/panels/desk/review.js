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
  root.figures = data.figures;
  const here = root.at ?? data.at;
  root.at = root.figures.some((figure) => figure.id === here) ? here : data.at;

  const place = () => root.figures.findIndex((figure) => figure.id === root.at);

  function draw() {
    const figure = root.figures[place()];
    const text = JSON.stringify([figure, root.pending, root.asks, data.all, data.empty]);
    if (root.drawn === text) return;
    root.drawn = text;
    if (!figure) {
      root.replaceChildren(build(["p", { class: "empty", role: "status" }, data.all || data.empty]));
      return;
    }
    const mine = root.pending.filter((made) => made.id === figure.id).pop();
    const last = stands(figure).pop();
    const state = mine ? `${mine.what}: being saved` : figure.state;
    root.replaceChildren(
      build(["p", { class: "rule", role: "status" }, `${figure.order} · ${state}`]),
      ...(data.all ? [build(["p", { class: "rule", "data-all": "checked" }, data.all])] : []),
      build(figure.node),
    );
    const acts = document.createElement("div");
    acts.className = "acts";
    for (const [what, label] of [["accept", "Accept (a)"], ["reject", "Reject (r)"], ["hide", "Hide (h)"],
      ["note", "Note (e)"], ["undo", "Undo (u)"], ["back", "Back (b)"], ["next", "Next (n)"]]) {
      const button = build(["button", { type: "button", class: "boxed", "data-act": what }, label]);
      button.onclick = () => act(what);
      if (what === "undo") button.disabled = !last;
      acts.append(button);
    }
    root.append(acts);
    if (last) root.append(build(["p", { class: "rule", "data-undoes": "" }, `Undo takes back: ${last}.`]));
    if (root.asks) {
      const why = document.createElement("input");
      why.className = "why-not";
      const wanted = root.asks === "note" ? "Note" : "Reason";
      why.setAttribute("aria-label", wanted);
      why.placeholder = `${wanted}, then Enter`;
      why.value = root.reason; // what is typed outlasts an answer from the server, which draws anew
      why.oninput = () => { root.reason = why.value; };
      why.onkeydown = (event) => {
        if (event.key === "Enter" && (root.asks !== "note" || why.value.trim())) decide(root.asks, why.value);
        if (event.key === "Escape") { root.asks = ""; draw(); }
        event.stopPropagation();
      };
      root.append(why);
      why.focus();
    }
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
    setStateValue("desk", { made: root.pending, at: root.at });
  }

  function move(step) {
    const next = root.figures[place() + step];
    if (next) root.at = next.id;
  }

  function decide(what, why = "") {
    root.asks = "";
    root.number += 1;
    const token = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    root.pending.push({ number: root.number, token, id: root.at, what, why });
    if (what !== "undo" && what !== "note") move(1);
    draw();
    tell();
  }

  function act(what) {
    if (place() < 0) return;
    if (ASKS.includes(what)) {
      root.asks = what;
      root.reason = "";
      draw();
    } else if (what === "undo") {
      if (stands(root.figures[place()]).length) decide(what);
    } else if (what === "accept") decide(what);
    else {
      root.asks = "";
      move(what === "back" ? -1 : 1);
      draw();
      tell();
    }
  }

  document.removeEventListener("keydown", root.keys);
  root.keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING)) return;
    const what = KEYS[event.key];
    if (!what) return;
    event.preventDefault();
    act(what);
  };
  document.addEventListener("keydown", root.keys);
  draw();
  if (root.pending.length || root.at !== data.at) tell(); // what stands beside is about the figure that is shown here
  return () => document.removeEventListener("keydown", root.keys);
}
