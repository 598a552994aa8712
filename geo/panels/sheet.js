// A sheet on the page: see sheet.py. Stands behind geo/sheets/build.js, which makes the elements.
// The element that has the focus, found again after the sheet is built anew.
function focus(root, target) {
  if (!target) return;
  for (const element of root.querySelectorAll("[data-pick]")) {
    if (element.dataset.pick === target.pick && element.dataset.id === target.id) {
      element.focus({ preventScroll: true });
      return;
    }
  }
}

// Not a way to group them, which is pressed too.
const PRESSED = ':is([data-pick="claim"], [data-pick="place"])[aria-pressed="true"]';
const pressedIn = (root) => root.querySelector(PRESSED);

// Whether a row is below the head of its list and above its end.
function isSeen(row, list) {
  const [box, around] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  return box.top >= around.top + 30 && box.bottom <= around.bottom;
}

// The row or mark that is selected now: brought into view where its list scrolls on its own, and was elsewhere before. It
// stays there when the list becomes lower, as when the card above it is opened, until the reader scrolls it away.
function follow(root) {
  const pressed = pressedIn(root);
  const id = pressed ? pressed.dataset.id : "";
  const list = root.closest(".st-key-list");
  if (id && id !== root.pressed && list && getComputedStyle(list).overflowY === "auto") {
    const bring = () => {
      const row = pressedIn(root);
      if (!row || isSeen(row, list)) return;
      list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
    };
    bring();
    root.followed?.();
    let seen = true;
    const look = () => { seen = Boolean(pressedIn(root)) && isSeen(pressedIn(root), list); };
    const watch = new ResizeObserver(() => { if (seen) bring(); });
    watch.observe(list);
    list.addEventListener("scroll", look);
    root.followed = () => { watch.disconnect(); list.removeEventListener("scroll", look); };
  }
  root.pressed = id;
}

// The address of a view with the place where the map stands now: moving the map tells the server nothing.
function placed(address) {
  const url = new URL(address, document.location.href.split(/[?#]/)[0]);
  const stands = window.datelineView;
  if (stands?.version === url.searchParams.get("data")) {
    if (stands.whole) url.searchParams.delete("at");
    else url.searchParams.set("at", stands.view.join(","));
  }
  return url.href;
}

// Words for the clipboard; the address of a view among them is completed.
async function copy(button) {
  const { copy: words, view } = button.dataset;
  await copied(button, view ? words.replace(view, () => placed(view)) : words);
  if (onlyHere() && words.includes(location.origin)) said(button, LOCAL);
}

const LOCAL = "This address is that of your own machine and reaches nobody else. To share the map, write it as a folder "
  + "for any web host (python -m geo publish DIR), send map.html, or put the page on a server (deploy/README.md).";

// Where Escape already has something to do.
const BUSY = "input, textarea, select, [contenteditable], [role=listbox], [role=dialog], [role=slider], details[open]";

// The map has a frame of its own; which of its symbols the keyboard is on, null where on none.
const mapFrame = () => document.querySelector(".st-key-map iframe");
function pressedOnMap() {
  const frame = mapFrame();
  const on = document.activeElement === frame ? frame?.contentDocument?.activeElement : null;
  return on?.matches("[data-key]:focus-visible") ? on.dataset.key : null;
}

// A date that is typed counts once its calendar closes, which a press elsewhere does; Enter is such a press.
const DATE = ".stDateInput [role=spinbutton]";
function apply(event) {
  if (event.key !== "Enter" || !event.target.matches?.(DATE)) return;
  for (const press of ["pointerdown", "mousedown", "pointerup", "mouseup"]) {
    document.body.dispatchEvent(new PointerEvent(press, { bubbles: true, button: 0 }));
  }
}

// The page around this one, in whose frame it is, is told how high this one is: {type: "dateline:height", height} in
// pixels. Side by side, map and panel fit any height; one under the other they are as high as they are, within reason.
const SIDE_BY_SIDE = 640;
const HIGHEST = 2000;
function tellHeight() {
  const block = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (window.parent === window || !block || window.datelineTells === block) return;
  window.datelineTells = block;
  let last = 0;
  const tell = () => {
    const narrow = window.matchMedia("(max-width: 900px)").matches;
    const height = narrow ? Math.min(HIGHEST, Math.ceil(block.getBoundingClientRect().height)) : SIDE_BY_SIDE;
    if (height !== last) window.parent.postMessage({ type: "dateline:height", height }, "*");
    last = height;
  };
  new ResizeObserver(tell).observe(block);
  tell();
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");
  // A menu hangs beside the page, and not in it: it does not take over whether that is light or dark.
  const app = document.querySelector(".stApp");
  if (app && !app.contains(root)) root.style.colorScheme = getComputedStyle(app).colorScheme;
  const text = JSON.stringify(data.nodes);
  if (root.drawn !== text) {
    const active = document.activeElement;
    const target = active && root.contains(active) ? { ...active.dataset } : null;
    const open = [...root.querySelectorAll("details")].map((details) => details.open);
    root.replaceChildren(...data.nodes.map((node) => build(node)));
    root.querySelectorAll("details").forEach((details, i) => { details.open = open[i] ?? false; });
    root.drawn = text;
    focus(root, target);
    follow(root);
  }
  function close() {
    // The keyboard goes on where the card was opened.
    const symbol = root.symbol && mapFrame()?.contentDocument?.querySelector(`svg [data-key="${CSS.escape(root.symbol)}"]`);
    const opener = symbol || document.querySelector(`.st-key-list .sheet ${PRESSED}`);
    if (root.contains(document.activeElement)) opener?.focus({ preventScroll: true });
    setTriggerValue("picked", { what: "close", id: "" });
  }
  root.onclick = (event) => {
    const copied = event.target.closest("[data-copy]");
    const picked = event.target.closest("[data-pick]");
    const left = event.target.closest("a[data-view]");
    if (left) left.href = placed(left.href);
    if (copied) copy(copied);
    else if (picked?.dataset.pick === "close") close();
    else if (picked) setTriggerValue("picked", { what: picked.dataset.pick, id: picked.dataset.id });
  };
  root.onkeydown = (event) => {
    const open = event.target.closest("details[open]");
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("span[data-pick]")) {
      event.preventDefault();
      event.target.click();
    }
    if (event.key === "Escape" && open) {
      open.open = false;
      open.querySelector("summary").focus();
      event.preventDefault();
    }
  };
  if (data.top && root.top !== data.top) {
    root.scrollIntoView({ block: "start" });
    // What was opened by keyboard on the map is the next stop.
    root.symbol = data.closes ? pressedOnMap() : null;
    const opened = root.symbol !== null && root.querySelector(".evidence");
    if (opened) {
      opened.tabIndex = -1;
      opened.focus({ preventScroll: true });
    }
  }
  root.top = data.top ?? "";
  window.datelineApply ??= (document.addEventListener("keydown", apply, true), apply);
  const quit = () => [document, root.frame].forEach((one) => one?.removeEventListener("keydown", root.escape));
  quit();
  root.escape = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !event.target.closest?.(BUSY)) close();
  };
  if (data.tells) tellHeight();
  if (data.closes) {
    root.frame = mapFrame()?.contentWindow;
    [document, root.frame].forEach((one) => one?.addEventListener("keydown", root.escape));
  }
  return () => {
    if (root.isConnected) return; // an answer that another has overtaken ends after that one is shown
    quit();
    root.followed?.();
  };
}
