// Offers to add the words that are selected in the article's text: see missed.py. Stands behind geo/sheets/build.js.
const AROUND = 80;

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

  if (root.about !== data.about) root.chosen = null;
  root.about = data.about;
  if (data.taken && data.taken !== root.taken) { // its form stands right below now, which is far from the words on a phone
    root.chosen = null;
    document.getSelection().removeAllRanges();
  }
  document.removeEventListener("selectionchange", root.look);
  root.look = look;
  document.addEventListener("selectionchange", look);
  draw();
  if (data.taken && data.taken !== root.taken) {
    const { top } = root.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) root.closest("[data-testid=stMain]").scrollBy(0, top - innerHeight / 4);
  }
  root.taken = data.taken;
  return () => document.removeEventListener("selectionchange", root.look);
}
