// Builds trees of elements: see nodes.py. Words become text nodes; tags, attributes and addresses that are not listed are dropped.
const SVG = new Set(["svg", "g", "line", "circle", "path", "rect", "text"]);
const HTML = new Set(["div", "section", "header", "p", "span", "strong", "em", "small", "mark", "h1", "h2", "h3", "ul",
  "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "button", "a", "details",
  "summary", "blockquote", "time"]);
const ATTRIBUTES = new Set(["class", "title", "role", "type", "href", "target", "rel", "scope", "dir", "tabindex", "download",
  "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "rx", "width", "height", "viewBox", "text-anchor", "transform",
  "preserveAspectRatio"]);
const WEB = /^https?:\/\//i;

// A dot between two parts of a line: no line may begin or end with it, nor begin with what stands for words left out. A
// day is never broken, and a period only behind its dash.
const DAY = new RegExp("\\b(?:as of |reported |published )?(?:\\d{1,2} )?(?:January|February|March|April|May|June|July|August|"
  + "September|October|November|December) \\d{4}\\b", "g");
const tied = (words) => words.replaceAll(" · ", "\u00a0·\u00a0").replaceAll(" …", "\u00a0…").replaceAll(" – ", "\u00a0– ")
  .replace(DAY, (day) => day.replaceAll(" ", "\u00a0"));

// `printed`: within the words of an article (whose dir is "auto"), which stay as they are.
function build(node, printed = false) {
  if (typeof node === "string") return document.createTextNode(printed ? node : tied(node));
  const [tag, attributes, ...children] = node;
  const within = printed || (attributes.dir === "auto" && attributes.class !== "month");
  const drawn = SVG.has(tag);
  const made = drawn
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(HTML.has(tag) ? tag : "span");
  for (const [name, value] of Object.entries(attributes)) {
    if (!ATTRIBUTES.has(name) && !/^(aria|data)-[a-z]+$/.test(name)) continue;
    if (name === "href" && !WEB.test(value)) continue;
    made.setAttribute(name, value);
  }
  made.append(...children.map((child) => build(child, within)));
  return made;
}


// Whether the address of this page reaches this machine alone.
const onlyHere = () => /^(localhost$|127\.|\[::1\]|0\.0\.0\.0)/.test(location.hostname);

// Words beside a button, until the next click elsewhere.
function said(button, words) {
  const told = document.createElement("span");
  Object.assign(told, { textContent: " " + words, className: "said", role: "status" });
  button.parentElement.querySelectorAll(".said").forEach((other) => other.remove());
  button.after(told);
  setTimeout(() => document.addEventListener("click", () => told.remove(), { once: true }));
}

// Words to the clipboard, which a button is for.
async function copied(button, text) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    // No clipboard on a page without TLS, or in a frame that forbids it: the words are shown, ready to be copied.
    const field = document.createElement("textarea");
    Object.assign(field, { value: text, readOnly: true, className: "copied", rows: 4 });
    field.setAttribute("aria-label", "Copy this");
    button.after(field);
    field.select();
    field.onblur = () => field.remove();
    return;
  }
  setTimeout(() => { button.textContent = before; }, 1600);
}
