// Offers to add the words that are selected in the article's text: see missed.py. Stands behind geo/sheets/build.js.
const AROUND = 80;

// Goes to the form as often as the page changes under it: it is drawn after this, and what stands above it moves. Whoever
// touches, scrolls, types or goes to a field has seen the page, and is not moved any more.
function follow(root) {
  const main = root.closest("[data-testid=stMain]");
  const seen = new ResizeObserver(() => {
    if (!root.isConnected) return leave();
    const { top } = root.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) main.scrollBy({ top: top - innerHeight / 4, behavior: "instant" });
  });
  const acted = new AbortController();
  function leave() {
    seen.disconnect();
    acted.abort();
  }
  for (const act of ["pointerdown", "touchstart", "wheel", "keydown", "focusin"])
    document.addEventListener(act, leave, { capture: true, passive: true, signal: acted.signal });
  seen.observe(root.closest(".st-key-desk-missed"));
  seen.observe(main.firstElementChild);
  return leave;
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");

  function draw() {
    const words = root.chosen?.words ?? "";
    if (root.drawn === words) return;
    root.drawn = words;
    if (!words) {
      root.replaceChildren(build(["p", { class: "rule" }, "Something missed? Select its words in the text."]));
      return;
    }
    const short = words.length > 60 ? `${words.slice(0, 59)}…` : words;
    const button = build(["button", { type: "button", class: "boxed" }, `Add “${short}”`]);
    button.onclick = () => setTriggerValue("chosen", root.chosen);
    root.replaceChildren(build(["div", { class: "acts missed" }]));
    root.firstChild.append(button);
  }

  function look() {
    const selection = document.getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const text = range && document.querySelector(".st-key-list .reader");
    if (!text || !text.contains(range.commonAncestorContainer)) return; // the last words stay while the button is used
    const words = range.toString().trim();
    const [before, after] = [document.createRange(), document.createRange()];
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    after.selectNodeContents(text);
    after.setStart(range.endContainer, range.endOffset);
    root.chosen = words && words.length <= data.most
      ? { words, before: before.toString().slice(-AROUND), after: after.toString().slice(0, AROUND) }
      : null;
    draw();
  }

  // On a phone the offer lies over what is at the lower edge: a touch of anything but the text takes it away.
  function touched(event) {
    if (!root.chosen || root.contains(event.target) || event.target.closest?.(".st-key-list .reader")) return;
    if (getComputedStyle(root.firstChild).position !== "fixed") return;
    root.chosen = null;
    draw();
  }

  if (root.about !== data.about) root.chosen = null;
  root.about = data.about;
  if (data.taken && data.taken !== root.taken) { // its form stands right below now, which is far from the words on a phone
    root.chosen = null;
    document.getSelection().removeAllRanges();
  }
  document.removeEventListener("selectionchange", root.look);
  document.removeEventListener("pointerdown", root.touched);
  [root.look, root.touched] = [look, touched];
  document.addEventListener("selectionchange", look);
  document.addEventListener("pointerdown", touched);
  draw();
  if (data.taken !== root.taken) {
    root.leave?.();
    if (data.taken) root.leave = follow(root);
  }
  root.taken = data.taken;
  return () => {
    if (root.isConnected) return; // an answer that another has overtaken ends after that one is shown
    document.removeEventListener("selectionchange", root.look);
    document.removeEventListener("pointerdown", root.touched);
  };
}
