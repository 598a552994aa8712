/* Circles, their counts, clusters and rings: what stands at points; the lines of borders and the tint of areas. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { node } = dateline;
  const PANELS = ["troops", "displaced", "other"];

  /* The dotted ring of a place that is only inferred, on a lighter one: it may lie over a larger circle. */
  dateline.soft = (cx, cy, r, parent) => {
    node("circle", { class: "under-soft", cx, cy, r }, parent);
    node("circle", { class: "soft", cx, cy, r }, parent);
  };

  /* A figure's own mark: geo/marks.py says what its classes mean. */
  dateline.mark = (figure, x, y, r, parent) => {
    node("circle", { class: "mark " + figure.mark, cx: x, cy: y, r }, parent);
    if (figure.inferred) dateline.soft(x, y, r + (r > 5 ? 4 : 2.6), parent);
    if (dateline.struck(figure)) dateline.strike(x, y, r, parent);
  };

  dateline.struck = (figure) => figure.mark.endsWith("struck");

  /* The bar across a mark of radius r, on paper, so that it is seen on a filled one (geo/marks.py). */
  dateline.strike = (x, y, r, parent) => {
    const far = 0.72 * r + 3;
    const d = "M" + (x - far) + " " + (y + far) + "L" + (x + far) + " " + (y - far);
    node("path", { class: "struck-paper", d }, parent);
    node("path", { class: "struck-bar", d }, parent);
  };

  /* How many figures of each panel, in words: "7 troops, 5 displaced". */
  dateline.shares = (figures) => PANELS.map((panel) => [panel, figures.filter((figure) => figure.panel === panel).length]).filter(([, n]) => n);

  /* A ring in the shares of the panels around the number of figures. */
  function donut(group, parent) {
    const { x, y } = group.point;
    const all = group.figures.length;
    const r = group.reach - 2.5;
    node("circle", { class: "paper", cx: x, cy: y, r: group.reach }, parent);
    let from = -Math.PI / 2;
    for (const [panel, n] of dateline.shares(group.figures)) {
      const to = from + (2 * Math.PI * n) / all;
      const at = (angle) => (x + r * Math.cos(angle)).toFixed(2) + " " + (y + r * Math.sin(angle)).toFixed(2);
      const whole = n === all;
      const shape = whole ? ["circle", { cx: x, cy: y, r }] : ["path", { d: "M" + at(from) + "A" + r + " " + r + " 0 " + (to - from > Math.PI ? 1 : 0) + " 1 " + at(to) }];
      node(shape[0], { ...shape[1], class: "share " + panel }, parent);
      from = to;
    }
    node("text", { x, y: y + 4, class: "number" }, parent, all.toLocaleString("en-GB"));
  }

  function rings(scene, group, parent) {
    for (const place of group.places) {
      if (place.form !== "radius" || !place.km) continue;
      const stated = scene.pixels(place.km, place.at);
      /* In a cluster of several places a ring that its symbol covers would say nothing. */
      if (group.cluster && group.places.size > 1 && stated < group.reach + 4) continue;
      const at = scene.point(place.at);
      const shape = { class: "ring" + (scene.placeSelected(place) ? " selected" : ""), cx: at.x, cy: at.y, r: Math.max(stated, group.cluster ? stated : group.reach + 4) };
      node("circle", { ...shape, "data-form": "radius" }, parent);
    }
  }

  /* The symbol of a group; open(group) is what its count does. */
  dateline.drawGroup = (scene, group, behind, parent, { pick, open }) => {
    const { x, y } = group.point;
    const tally = dateline.tally(group.figures);
    /* What is read has the number that is written (WCAG 2.5.3). */
    const number = group.figures.length.toLocaleString("en-GB");
    const counted = dateline.region(scene, group) + ", " + (tally.startsWith(number + " ") ? "" : number + ": ") + tally;
    rings(scene, group, behind);
    if ([...group.places].some((place) => scene.selection.place === place.id)) {
      node("circle", { class: "halo", cx: x, cy: y, r: group.reach + (group.circles.some(({ figure }) => figure.inferred) ? 8 : 4) }, parent);
    }
    if (group.cluster) {
      const shares = dateline.shares(group.figures);
      const name = counted + (shares.length > 1 ? ": " + shares.map(([panel, n]) => n + " " + panel).join(", ") : "");
      donut(group, node("g", { class: "cluster", ...scene.button("group " + group.key, name, "cluster", () => open(group)) }, parent));
    }
    if (group.tether) {
      const [a, b] = group.tether;
      node("path", { class: "leader", d: "M" + a.x + " " + a.y + "L" + b.x + " " + b.y }, behind);
    }
    for (const { figure, r, x: cx, y: cy } of group.circles) {
      const selected = scene.isSelected(figure);
      const classes = "figure circle " + figure.panel + (selected ? " selected" : "");
      const button = scene.button("claim " + figure.claim, figure.tip, "circle", () => pick(figure.claim, null));
      const mark = node("g", { class: classes, ...button, "data-claim": figure.claim }, parent);
      if (selected) node("circle", { class: "halo", cx, cy, r: r + (figure.inferred ? 8 : 4) }, mark);
      dateline.mark(figure, cx, cy, r, mark);
      if (group.cluster) scene.block([cx - r, cy - r, cx + r, cy + r]);
    }
    if (group.circles.length > 1) {
      const px = x + group.reach * 0.72 + 5;
      const py = y - group.reach * 0.72 - 5;
      const pill = node("g", { class: "pill", ...scene.button("group " + group.key, counted, "count", () => open(group)) }, parent);
      node("circle", { cx: px, cy: py, r: 7.5 }, pill);
      node("text", { x: px, y: py + 3.5, class: "number" }, pill, number);
      scene.block([px - 8, py - 8, px + 8, py + 8]);
    }
    const reach = group.reach + 3;
    scene.block([x - reach, y - reach, x + reach, y + reach]);
  };

  /* SVG path of lines in layer pixels; points nearer than a pixel to the last one are left out. */
  function path(lines, close) {
    let made = "";
    for (const line of lines) {
      let last = null;
      for (const point of line) {
        if (last && Math.abs(point[0] - last[0]) < 1 && Math.abs(point[1] - last[1]) < 1) continue;
        made += (last ? "L" : "M") + point[0].toFixed(1) + " " + point[1].toFixed(1);
        last = point;
      }
      if (close) made += "Z";
    }
    return made;
  }

  /* The path of a place at this zoom and points along it, kept until the next: most draws are for a selection or a
   * filter. */
  function outline(scene, place) {
    const state = scene.scale + " " + scene.origin;
    if (place.pathAt !== state) {
      const lines = scene.corners(place.lines);
      const close = place.form === "area";
      Object.assign(place, { pathAt: state, path: path(lines, close), passes: close ? [] : lines.flatMap(thinned) });
    }
    return place;
  }

  /* Points of a line at least 10 px apart. */
  function thinned(line) {
    let last = null;
    return line.filter((point) => {
      if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < 10) return false;
      last = point;
      return true;
    });
  }

  dateline.drawArea = (scene, place, parent, pick) => {
    const selected = scene.placeSelected(place) ? " selected" : "";
    const key = "area " + place.id;
    scene.acts.set(key, () => pick(null, place.id));
    node("path", { class: "area" + selected, d: outline(scene, place).path, "data-key": key, "data-place": place.id, "data-form": "area", "fill-rule": "evenodd" }, parent);
  };

  dateline.drawLine = (scene, place, figures, parent, pick) => {
    const { path: d, passes } = outline(scene, place);
    /* A line at which none is counted is the end of a movement, or was crossed. */
    const name = place.name + ", " + (figures.length ? dateline.tally(figures) : "named by figures shown elsewhere");
    const button = scene.button("line " + place.id, name, "line", () => pick(null, place.id));
    const classes = "line" + (scene.placeSelected(place) ? " selected" : "");
    const group = node("g", { class: classes, ...button, "data-place": place.id }, parent);
    node("path", { class: "hit", d }, group);
    node("path", { class: "seen " + (figures.length ? figures[0].panel : "plain"), d }, group);
    for (const [x, y] of passes) if (scene.near({ x, y })) scene.blockPoint(x, y, 2);
  };
})();
