/* What stands around the map: buttons and the tooltip. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  /* An element with its classes and text, put into parent. */
  dateline.make = (tag, classes, parent, text) => {
    const made = document.createElement(tag);
    made.className = classes;
    if (text !== undefined) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  };
  const { make } = dateline;

  /* Puts an element into a corner of the map, where clicks and scrolling do not reach the map. */
  dateline.control = (map, position, element) => {
    const Holder = L.Control.extend({
      onAdd() {
        L.DomEvent.disableClickPropagation(element);
        L.DomEvent.disableScrollPropagation(element);
        return element;
      },
    });
    return new Holder({ position }).addTo(map);
  };
  const { control } = dateline;

  /* A small drawing of some [tag, attributes, text]. */
  dateline.drawing = (marks, [width, height]) => {
    const made = dateline.node("svg", { width, height, "aria-hidden": "true" });
    for (const [tag, attributes, text] of marks) dateline.node(tag, attributes, made, text);
    return made;
  };

  /* Reset the view; full screen where the browser allows it in a frame. */
  dateline.buttons = (map, reset) => {
    const bar = make("div", "leaflet-bar dateline-buttons");
    const button = (name, path, act) => {
      const made = make("button", "dateline-button", bar);
      made.type = "button";
      made.title = name;
      made.setAttribute("aria-label", name);
      made.appendChild(dateline.drawing([["path", { d: path, class: "icon" }]], [16, 16]));
      made.addEventListener("click", act);
    };
    button("Reset the view", "M2.5 8 8 3l5.5 5M4 7v6h3V9.5h2V13h3V7", reset);
    if (document.fullscreenEnabled) {
      button("Full screen", "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4", () => {
        if (document.fullscreenElement) document.exitFullscreen();
        else document.documentElement.requestFullscreen();
      });
    }
    control(map, "topleft", bar);
  };

  /* One line of text beside the pointer, or beside what has the focus. */
  dateline.tooltip = (map) => {
    const box = make("div", "dateline-tip", map.getContainer());
    box.setAttribute("role", "tooltip");
    box.hidden = true;
    const place = (x, y) => {
      const size = map.getSize();
      box.style.left = Math.max(4, Math.min(x + 14, size.x - box.offsetWidth - 6)) + "px";
      box.style.top = (y + 18 + box.offsetHeight > size.y ? y - box.offsetHeight - 10 : y + 16) + "px";
    };
    const show = (target) => {
      const hit = target.closest && target.closest("[data-tip]");
      box.hidden = !hit;
      if (hit) box.textContent = hit.dataset.tip.replaceAll(" · ", "\u00a0·\u00a0");
      return hit;
    };
    const frame = map.getContainer();
    frame.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch") return;
      const edge = frame.getBoundingClientRect();
      if (show(event.target)) place(event.clientX - edge.left, event.clientY - edge.top);
    });
    frame.addEventListener("pointerleave", () => (box.hidden = true));
    frame.addEventListener("focusin", (event) => {
      /* A click moves the focus too: words beside it would lie over what was opened. */
      if (!event.target.matches(":focus-visible")) return;
      const hit = show(event.target);
      if (!hit) return;
      const edge = frame.getBoundingClientRect();
      const target = hit.getBoundingClientRect();
      place(target.left + target.width / 2 - edge.left, target.top + target.height / 2 - edge.top);
    });
    frame.addEventListener("focusout", () => (box.hidden = true));
    frame.addEventListener("click", () => (box.hidden = true));
    map.on("movestart", () => (box.hidden = true));
  };

  /* Scale and credits. Online layers add their own credit while they are on. */
  dateline.credits = (map) => {
    const narrow = map.getSize().x < 640;
    const own = narrow ? "Natural Earth, GeoNames" : "Natural Earth, GeoNames. Figures are what the articles say; lines imply no position on borders";
    L.control.attribution({ position: "bottomright", prefix: narrow ? "" : "Leaflet" }).addAttribution(own).addTo(map);
    L.control.scale({ position: "bottomright", imperial: false, maxWidth: 90 }).addTo(map);
  };
})();
