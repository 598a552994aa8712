/* The legend: what size, colour, fill and line mean, of exactly the marks that the view shows. The words are those of
 * geo/marks.py. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { make, drawing } = dateline;
  /* Three round values from the middle of the sizes, largest first: 1, 2 or 5 times a power of ten. */
  function roundValues({ low, high, radius }) {
    const round = (value) => {
      const ten = Math.pow(10, Math.floor(Math.log10(value)));
      return [5, 2, 1].map((step) => step * ten).find((step) => step <= value * 1.001);
    };
    const values = [high, Math.sqrt(low * high), low].map((value) => round(Math.max(1, value)));
    /* Of values that are drawn alike the largest: two numbers at one circle would say that it means both. */
    return [...new Set(values)].filter((value, i, all) => !i || radius(all[i - 1]) - radius(value) >= 1);
  }

  /* Circles one in the other, each with its number. */
  function sizeScale(sizes, parent) {
    const values = roundValues(sizes);
    const largest = sizes.radius(values[0]);
    /* The smallest circle stands for all figures below its own. */
    const floor = sizes.radius(0);
    const said = (value) => (sizes.radius(value) < floor + 1 && sizes.low < value ? "up to " : "") + value.toLocaleString("en-GB");
    const height = Math.max(2 * largest + 4, values.length * 14 + 2);
    const marks = [];
    values.forEach((value, i) => {
      const r = sizes.radius(value);
      const y = height - 2 - 2 * r;
      const line = values.length > 1 ? 8 + (i * (height - 14)) / (values.length - 1) : height / 2;
      marks.push(["circle", { cx: largest + 2, cy: height - 2 - r, r, class: "size" }]);
      marks.push(["path", { d: "M" + (largest + 2) + " " + y + "L" + (2 * largest + 8) + " " + line, class: "leader" }]);
      marks.push(["text", { x: 2 * largest + 11, y: line + 3.5 }, said(value)]);
    });
    const part = make("div", "sizes", parent);
    const longest = Math.max(...values.map((value) => dateline.textWidth(said(value), 11)));
    part.appendChild(drawing(marks, [2 * largest + 14 + longest, height]));
    make("small", "", part, "people");
  }

  const dot = (classes, x = 13) => [["circle", { cx: x, cy: 7, r: 5, class: "mark " + classes }]];
  const struck = [["path", { class: "struck-paper plain", d: "M6 14L20 0" }], ["path", { class: "struck-bar plain", d: "M6 14L20 0" }]];
  const arrow = (classes, width) => [["path", { class: "shaft " + classes, d: "M1 7H18", "stroke-width": width }], ["path", { class: "mark " + classes, d: "M17 3L25 7L17 11Z" }]];

  /* What stands at its place; words make room for the legend. */
  const SYMBOLS = ":is(.circle .mark, .cluster, .badge, .card, .arrow .head, .arrow .soft)";

  /* Where an arrow begins, as a box of no size. */
  function beginning(shaft) {
    const at = shaft.getPointAtLength(0).matrixTransform(shaft.getScreenCTM());
    return { left: at.x, right: at.x, top: at.y, bottom: at.y };
  }

  /* What the drawing has in view: the elements of a selector. */
  function seen(map, root) {
    const frame = map.getContainer().getBoundingClientRect();
    return (selector) =>
      [...root.querySelectorAll(selector)].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom;
      });
  }

  /* corner: where it stands, as Leaflet names it; folded: to begin with. Until a reader opens or folds it, it is open
   * where no symbol lies under it. Returns update(root, figureOf): it lists what root shows, and is true where the legend's
   * size has changed by that. */
  dateline.legend = (map, words, sizes, corner, folded) => {
    const box = make("details", "dateline-panel dateline-legend");
    const roomy = () => map.getSize().x >= 640 && map.getSize().y >= 420;
    box.open = !folded && roomy();
    let byHand = false;
    make("summary", "", box, "Legend").addEventListener("click", () => (byHand = true));
    const inner = make("div", "dateline-legend-inner", box);
    dateline.control(map, corner, box);

    return (root, figureOf) => {
      const before = inner.textContent;
      const wasOpen = box.open;
      const size = [box.offsetWidth, box.offsetHeight];
      const find = seen(map, root);
      const rows = listed(find, words);
      const values = find(".circle[data-claim]").map((one) => figureOf(one.dataset.claim).value).filter((value) => value > 0);
      inner.textContent = "";
      if (values.length) sizeScale({ ...sizes, low: Math.min(...values), high: Math.max(...values) }, inner);
      const keys = make("ul", "keys", inner);
      for (const [marks, text] of rows) {
        const row = make("li", "", keys);
        row.appendChild(drawing(marks, [26, 14]));
        make("span", "", row, text);
      }
      box.hidden = !rows.length && !values.length;
      if (!byHand && roomy()) {
        box.open = true;
        const own = box.getBoundingClientRect();
        const under = (other) => other.right > own.left && other.left < own.right && other.bottom > own.top && other.top < own.bottom;
        const stand = [...find(SYMBOLS).map((one) => one.getBoundingClientRect()), ...find(".arrow .shaft").map(beginning)];
        box.open = !stand.some(under);
      }
      return (inner.textContent !== before || box.open !== wasOpen) && (box.offsetWidth !== size[0] || box.offsetHeight !== size[1]);
    };
  };

  /* [drawing, words] of each key. */
  function listed(find, words) {
    const rows = [];
    const has = (selector) => find(selector).length > 0;
    const marked = (classes) => find(":is(.circle, .row, .badge) .mark." + classes + ", .arrow." + classes + " .shaft");
    for (const [panel, text] of Object.entries(words.panels)) {
      const own = find(":is(.circle, .row, .badge) ." + panel + " .mark, ." + panel + ":is(.circle, .row) .mark, .arrow." + panel + " .head, .share." + panel);
      if (!own.length) continue;
      const fill = ["filled", "half", "hollow"].find((one) => own.some((mark) => mark.classList.contains(one) || mark.classList.contains("share"))) || "filled";
      rows.push([dot(panel + " " + fill), text]);
    }
    for (const [kind, text] of Object.entries(words.marks)) {
      const own = marked(kind);
      if (!own.length) continue;
      const circle = own.some((one) => !one.classList.contains("shaft"));
      /* The shaft of a movement without a crossing point says that, and its head the kind. */
      const open = own.every((one) => one.classList.contains("shaft") && one.parentNode.classList.contains("dotted"));
      const classes = (open ? "dotted " : "") + "plain " + (kind === "dashed" || kind === "struck" ? "filled " : "") + kind;
      rows.push([[...(circle ? dot(classes) : arrow(classes, 2.4)), ...(kind === "struck" ? struck : [])], text]);
    }
    const { inferred, moved, dotted, ring, cluster, count } = words.others;
    if (has(".soft")) rows.push([[["circle", { cx: 13, cy: 7, r: 3.4, class: "mark plain filled" }], ["circle", { cx: 13, cy: 7, r: 6, class: "soft plain" }]], inferred]);
    if (has(".arrow:not(.dotted) .shaft")) rows.push([arrow("plain filled", 3.4), moved]);
    if (has(".arrow.dotted .shaft")) rows.push([[["path", { d: "M1 7H25", class: "route" }]], dotted]);
    if (has(".ring")) rows.push([[["circle", { cx: 13, cy: 7, r: 6, class: "ring" }]], ring]);
    const number = (classes) => [["circle", { cx: 13, cy: 7, r: 5.5, class: classes }], ["text", { x: 13, y: 10.2, class: "number" }, "9"]];
    if (has(".cluster")) rows.push([number("share plain"), cluster]);
    if (has(".pill")) rows.push([number("counted pill"), count]);
    else if (has(".tag")) rows.push([number("counted"), count]);
    return rows;
  }
})();
