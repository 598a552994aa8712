// Builds a sheet: see sheet.py. Words become text nodes; tags, attributes and addresses that are not listed are dropped.
const SVG = new Set(["svg", "g", "line", "circle", "path", "rect", "text"]);
const HTML = new Set(["div", "section", "header", "p", "span", "strong", "em", "small", "mark", "h1", "h2", "h3", "ul",
  "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "button", "a", "details",
  "summary", "blockquote", "time"]);
const ATTRIBUTES = new Set(["class", "title", "role", "type", "href", "target", "rel", "scope", "dir", "datetime",
  "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "width", "height", "viewBox", "text-anchor", "transform",
  "preserveAspectRatio"]);
const WEB = /^https?:\/\//i;

function build(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [tag, attributes, ...children] = node;
  const drawn = SVG.has(tag);
  const made = drawn
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(HTML.has(tag) ? tag : "span");
  for (const [name, value] of Object.entries(attributes)) {
    if (!ATTRIBUTES.has(name) && !/^(aria|data)-[a-z]+$/.test(name)) continue;
    if (name === "href" && !WEB.test(value)) continue;
    made.setAttribute(name, value);
  }
  made.append(...children.map(build));
  return made;
}

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

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");
  const text = JSON.stringify(data.nodes);
  if (root.drawn !== text) {
    const active = document.activeElement;
    const target = active && root.contains(active) ? { ...active.dataset } : null;
    const open = [...root.querySelectorAll("details")].map((details) => details.open);
    root.replaceChildren(...data.nodes.map(build));
    root.querySelectorAll("details").forEach((details, i) => { details.open = open[i] ?? false; });
    root.drawn = text;
    focus(root, target);
  }
  root.onclick = (event) => {
    const picked = event.target.closest("[data-pick]");
    if (picked) setTriggerValue("picked", { what: picked.dataset.pick, id: picked.dataset.id });
  };
  root.onkeydown = (event) => {
    const open = event.target.closest("details[open]");
    if (event.key === "Escape" && open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  };
  if (data.top && root.top !== data.top) root.scrollIntoView({ block: "start" });
  root.top = data.top ?? "";
}
