/* A list over the map: every figure of a symbol that stands for several. Escape closes it. */
"use strict";
window.dateline = window.dateline || {};

dateline.list = (map, pick) => {
  const make = dateline.make;
  const box = make("section", "dateline-panel dateline-list", map.getContainer());
  box.setAttribute("role", "dialog");
  box.hidden = true;
  L.DomEvent.disableClickPropagation(box);
  L.DomEvent.disableScrollPropagation(box);
  let back = null;

  const close = (focus) => {
    if (box.hidden) return;
    box.hidden = true;
    if (focus && back) back();
  };

  function entry(figure, where, parent) {
    const button = make("button", "figure " + figure.panel, make("li", "", parent));
    button.type = "button";
    button.dataset.claim = figure.claim;
    const drawing = dateline.node("svg", { width: 12, height: 12, "aria-hidden": "true" }, button);
    dateline.mark(figure, 6, 6, 4, drawing);
    make("span", "", button, figure.short);
    make("small", "", button, [figure.probably || where, figure.said, figure.when].filter(Boolean).join("\u00a0·\u00a0"));
    button.addEventListener("click", () => {
      for (const other of box.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
      button.setAttribute("aria-current", "true");
      pick(figure.claim, null);
    });
  }

  /* figures: those listed, the largest first; at: the point of the symbol in the map; refocus: where the keyboard goes
   * when the list is closed. */
  const open = ({ title, figures, name, at, refocus }) => {
    back = refocus;
    box.textContent = "";
    box.setAttribute("aria-label", title + ", " + dateline.tally(figures));
    const head = make("header", "", box);
    make("h2", "", head, title);
    make("small", "", head, dateline.tally(figures));
    const shut = make("button", "", head, "×");
    shut.type = "button";
    shut.setAttribute("aria-label", "Close the list");
    shut.addEventListener("click", () => close(true));
    const list = make("ul", "", box);
    const several = new Set(figures.map((figure) => figure.place)).size > 1;
    const order = [...figures].sort((a, b) => (b.value || 0) - (a.value || 0));
    for (const figure of order) entry(figure, several ? name(figure.place) : "", list);
    box.hidden = false;
    const size = map.getSize();
    box.classList.toggle("sheet", size.x < 640);
    box.style.left = box.style.top = "";
    if (size.x >= 640) {
      const right = at.x + 24 + box.offsetWidth <= size.x - 8;
      box.style.left = Math.max(8, right ? at.x + 24 : at.x - 24 - box.offsetWidth) + "px";
      box.style.top = Math.max(8, Math.min(at.y - 30, size.y - box.offsetHeight - 8)) + "px";
    }
    list.querySelector("button").focus({ preventScroll: true });
  };

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close(true);
  });
  map.on("click zoomstart", () => close(false));
  return { open, close };
};
