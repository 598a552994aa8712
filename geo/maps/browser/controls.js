/* What stands around the map: buttons, layer choice, legend, the list of what is not on the map, the tooltip. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  function make(tag, classes, parent, text) {
    const made = document.createElement(tag);
    made.className = classes;
    if (text !== undefined) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function control(map, position, element) {
    const Holder = L.Control.extend({
      onAdd() {
        L.DomEvent.disableClickPropagation(element);
        L.DomEvent.disableScrollPropagation(element);
        return element;
      },
    });
    return new Holder({ position }).addTo(map);
  }

  function svg(markup, size) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    made.setAttribute("width", size[0]);
    made.setAttribute("height", size[1]);
    made.setAttribute("aria-hidden", "true");
    for (const [tag, attributes, text] of markup) {
      const child = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) child.setAttribute(name, value);
      if (text !== undefined) child.textContent = text;
      made.appendChild(child);
    }
    return made;
  }

  /* Reset the view; full screen where the browser allows it in a frame. */
  dateline.buttons = (map, reset) => {
    const bar = make("div", "leaflet-bar dateline-buttons");
    const button = (name, path, act) => {
      const made = make("button", "dateline-button", bar);
      made.type = "button";
      made.title = name;
      made.setAttribute("aria-label", name);
      made.appendChild(svg([["path", { d: path, class: "icon" }]], [16, 16]));
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

  /* OpenStreetMap as a choice. Where its tiles do not come, the vector map comes back with a word. */
  dateline.layerChoice = (map, basemap) => {
    const credit = '&copy; <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">OpenStreetMap</a> contributors';
    const tiles = L.tileLayer("https://tile.openstreetmap.org/{z}/{x}/{y}.png", {
      attribution: credit,
      maxZoom: 19,
      pane: "dateline-tiles",
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    const box = make("div", "dateline-panel dateline-layers");
    const label = make("label", "", box);
    make("span", "visually-hidden", label, "Basemap");
    const choice = make("select", "", label);
    for (const [value, text] of [["vector", "Built-in map"], ["osm", "OpenStreetMap"]]) {
      make("option", "", choice, text).value = value;
    }
    const notice = make("p", "dateline-notice", box);
    notice.setAttribute("role", "status");
    notice.hidden = true;
    let arrived = false;
    const back = () => {
      map.removeLayer(tiles);
      basemap.hide(false);
      choice.value = "vector";
    };
    tiles.on("tileload", () => {
      if (!arrived) basemap.hide(true);
      arrived = true;
    });
    tiles.on("tileerror", () => {
      if (arrived || !map.hasLayer(tiles)) return;
      back();
      notice.textContent = "OpenStreetMap does not answer. This is the built-in map.";
      notice.hidden = false;
    });
    choice.addEventListener("change", () => {
      notice.hidden = true;
      arrived = false;
      if (choice.value === "osm") tiles.addTo(map);
      else back();
    });
    control(map, "topright", box);
  };

  /* How many shown figures are not on the map, each with its reason. Returns the function that updates it. */
  dateline.tray = (map, missing, report) => {
    const box = make("details", "dateline-panel dateline-tray");
    const title = make("summary", "", box);
    const list = make("ul", "", box);
    control(map, "topright", box);
    return (shown) => {
      const absent = missing.filter((one) => shown === null || shown.has(one.claim));
      title.textContent = absent.length
        ? absent.length + (absent.length === 1 ? " figure is" : " figures are") + " not on the map"
        : "Everything is on the map";
      list.textContent = "";
      box.classList.toggle("empty", !absent.length);
      box.classList.toggle("narrow", map.getSize().x < 640);
      if (!absent.length) box.open = false;
      for (const one of absent) {
        const button = make("button", "", make("li", "", list), one.short);
        button.type = "button";
        button.dataset.claim = one.claim;
        make("small", "", button, one.why);
        button.addEventListener("click", () => report(one.claim, null));
      }
    };
  };

  /* Three round values from the middle of the sizes, largest first: 1, 2 or 5 times a power of ten. */
  function roundValues(low, high) {
    const round = (value) => {
      const ten = Math.pow(10, Math.floor(Math.log10(value)));
      return [5, 2, 1].map((step) => step * ten).find((step) => step <= value * 1.001);
    };
    const values = [high, Math.sqrt(low * high), low].map((value) => round(Math.max(1, value)));
    return [...new Set(values)];
  }

  dateline.legend = (map, data, sizes) => {
    const has = (test) => data.figures.some(test);
    const box = make("details", "dateline-panel dateline-legend");
    box.open = map.getSize().x >= 640;
    make("summary", "", box, "Legend");
    const inner = make("div", "dateline-legend-inner", box);
    if (sizes.any) {
      const values = roundValues(sizes.low, sizes.high);
      const largest = sizes.radius(values[0]);
      const height = Math.max(2 * largest + 6, values.length * 14 + 4);
      const drawing = [];
      values.forEach((value, i) => {
        const r = sizes.radius(value);
        const y = height - 2 - 2 * r;
        const line = values.length > 1 ? 9 + (i * (height - 16)) / (values.length - 1) : height / 2;
        drawing.push(["circle", { cx: largest + 2, cy: height - 2 - r, r, class: "size" }]);
        drawing.push(["path", { d: "M" + (largest + 2) + " " + y + "L" + (2 * largest + 10) + " " + line, class: "leader" }]);
        drawing.push(["text", { x: 2 * largest + 13, y: line + 3.5 }, value.toLocaleString("en-GB")]);
      });
      const part = make("div", "sizes", inner);
      part.appendChild(svg(drawing, [2 * largest + 60, height]));
      make("small", "", part, "people, by area");
    }
    const keys = make("ul", "keys", inner);
    const key = (drawing, text) => {
      const row = make("li", "", keys);
      row.appendChild(svg(drawing, [26, 14]));
      make("span", "", row, text);
    };
    const dot = (classes) => [["circle", { cx: 13, cy: 7, r: 5, class: "mark " + classes }]];
    for (const [panel, text] of [["troops", "troops"], ["displaced", "displaced people"], ["other", "statements"]]) {
      if (has((figure) => figure.panel === panel)) key(dot(panel + " filled"), text);
    }
    if (has((figure) => figure.stroke === "outline")) key(dot("plain outline"), "pledge, plan or capacity");
    if (has((figure) => figure.stroke === "dashed")) key(dot("plain dashed"), "disputed, denied or withdrawn");
    if (has((figure) => figure.dotted)) key([["path", { d: "M1 7H25", class: "route" }]], "crossing point not stated");
    if (data.places.some((place) => place.form === "radius")) key([["circle", { cx: 13, cy: 7, r: 6, class: "ring" }]], "somewhere within");
    control(map, "bottomleft", box);
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
      if (hit) box.textContent = hit.dataset.tip;
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
      const hit = show(event.target);
      if (!hit) return;
      const edge = frame.getBoundingClientRect();
      const target = hit.getBoundingClientRect();
      place(target.left + target.width / 2 - edge.left, target.top + target.height / 2 - edge.top);
    });
    frame.addEventListener("focusout", () => (box.hidden = true));
    map.on("movestart", () => (box.hidden = true));
  };
})();
