/* The legend: what size, colour, fill and line mean, as far as the collection has them. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { make, drawing } = dateline;
  const STROKES = {
    estimate: "estimated",
    outline: "planned, pledged or possible",
    dashed: "disputed",
    struck: "denied or withdrawn",
  };
  const PANELS = { troops: "troops", displaced: "displaced people", other: "statements about territory" };

  /* Three round values from the middle of the sizes, largest first: 1, 2 or 5 times a power of ten. */
  function roundValues({ low, high }) {
    const round = (value) => {
      const ten = Math.pow(10, Math.floor(Math.log10(value)));
      return [5, 2, 1].map((step) => step * ten).find((step) => step <= value * 1.001);
    };
    const values = [high, Math.sqrt(low * high), low].map((value) => round(Math.max(1, value)));
    return [...new Set(values)];
  }

  /* Circles one in the other, each with its number. */
  function sizeScale(sizes, parent) {
    const values = roundValues(sizes);
    const largest = sizes.radius(values[0]);
    const height = Math.max(2 * largest + 4, values.length * 14 + 2);
    const marks = [];
    values.forEach((value, i) => {
      const r = sizes.radius(value);
      const y = height - 2 - 2 * r;
      const line = values.length > 1 ? 8 + (i * (height - 14)) / (values.length - 1) : height / 2;
      marks.push(["circle", { cx: largest + 2, cy: height - 2 - r, r, class: "size" }]);
      marks.push(["path", { d: "M" + (largest + 2) + " " + y + "L" + (2 * largest + 8) + " " + line, class: "leader" }]);
      marks.push(["text", { x: 2 * largest + 11, y: line + 3.5 }, value.toLocaleString("en-GB")]);
    });
    const part = make("div", "sizes", parent);
    const longest = Math.max(...values.map((value) => dateline.textWidth(value.toLocaleString("en-GB"), 11)));
    part.appendChild(drawing(marks, [2 * largest + 14 + longest, height]));
    make("small", "", part, "people");
  }

  dateline.legend = (map, data, sizes) => {
    const box = make("details", "dateline-panel dateline-legend");
    box.open = map.getSize().x >= 640;
    make("summary", "", box, "Legend");
    const inner = make("div", "dateline-legend-inner", box);
    if (sizes.any) sizeScale(sizes, inner);
    const keys = make("ul", "keys", inner);
    const key = (marks, text) => {
      const row = make("li", "", keys);
      row.appendChild(drawing(marks, [26, 14]));
      make("span", "", row, text);
    };
    const has = (test) => data.figures.some(test);
    const dot = (classes) => [["circle", { cx: 13, cy: 7, r: 5, class: "mark " + classes }]];
    const bar = ["path", { class: "bar plain", d: "M8 12L18 2" }];
    for (const [panel, words] of Object.entries(PANELS)) if (has((figure) => figure.panel === panel)) key(dot(panel + " filled"), words);
    for (const [stroke, words] of Object.entries(STROKES)) {
      if (has((figure) => figure.stroke === stroke)) key([...dot("plain " + stroke), ...(stroke === "struck" ? [bar] : [])], words);
    }
    if (has((figure) => figure.probably)) {
      key([["circle", { cx: 13, cy: 7, r: 3.4, class: "mark plain filled" }], ["circle", { cx: 13, cy: 7, r: 6, class: "soft plain" }]], "place inferred");
    }
    if (has((figure) => figure.path && !figure.dotted)) {
      const shaft = (y, width) => ["path", { class: "shaft", d: "M2 " + y + "H20", "stroke-width": width }];
      key([shaft(3, 1.8), shaft(10, 4.5), ["path", { class: "head", d: "M19 0L25 3L19 6ZM18 4.5L26 10L18 14Z" }]], "moved; wider: more people");
    }
    if (has((figure) => figure.dotted)) key([["path", { d: "M1 7H25", class: "route" }]], "moved, crossing point not stated");
    if (data.places.some((place) => place.form === "radius")) key([["circle", { cx: 13, cy: 7, r: 6, class: "ring" }]], "somewhere in this circle");
    if (data.figures.length > 20) {
      key([["circle", { cx: 13, cy: 7, r: 5, class: "share plain" }], ["text", { x: 13, y: 10.5, class: "number" }, "9"]], "number of figures here");
    }
    dateline.control(map, "bottomleft", box);
  };
})();
