/* Movements: slightly curved arrows, width by figure, head at the destination. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { node } = dateline;
  const measures = dateline.measures;

  /* What is drawn of some movements: [{figures, lead}]; lead, the largest, gives the shape. Those in ``apart`` stand in
   * the count of the place where they begin or end. */
  dateline.bundles = (scene, figures, crowded) => {
    const routes = new Map();
    for (const figure of figures) {
      const [a, b] = figure.path.map((end) => scene.point(end));
      if (!scene.near(a) && !scene.near(b)) continue;
      const key = figure.ends.join(" ") + " " + figure.panel;
      if (!routes.has(key)) routes.set(key, []);
      routes.get(key).push(figure);
    }
    const made = [];
    const lanes = new Map();
    for (const [key, all] of routes) {
      const bySize = all.sort((a, b) => (b.value || 0) - (a.value || 0));
      const ends = bySize[0].ends.join(" ");
      lanes.set(ends, (lanes.get(ends) ?? -1) + 1);
      made.push({ key, lead: bySize[0], figures: all, lane: all.length > 1 ? lanes.get(ends) : bySize[0].lane });
    }
    made.sort((a, b) => (b.lead.value || 0) - (a.lead.value || 0));
    if (!crowded) return made;
    const length = ({ lead }) => scene.point(lead.path[0]).distanceTo(scene.point(lead.path[1]));
    const visible = ({ lead }) => lead.path.some((end) => scene.inView(scene.point(end)));
    return made.filter((bundle) => visible(bundle) && length(bundle) >= measures.shortest).slice(0, measures.most_arrows);
  };

  /* The curve between two points, bowed to the side of its lane. */
  function bow(from, to, lane) {
    const along = to.subtract(from);
    const length = Math.max(1, Math.hypot(along.x, along.y));
    const bend = measures.bend * (1 + (lane >> 1)) * (lane % 2 ? -1 : 1);
    const middle = from.add(to).divideBy(2).add(L.point(-along.y, along.x).multiplyBy(bend));
    const at = (t) => {
      const u = 1 - t;
      return L.point(u * u * from.x + 2 * u * t * middle.x + t * t * to.x, u * u * from.y + 2 * u * t * middle.y + t * t * to.y);
    };
    return { at, length };
  }

  /* How firm a shaft is along its way, [[share of the way, opacity]]: it softens where an end is a whole country, and a
   * dotted one leaves out where it would cross the border, for no crossing point is stated. */
  function softness(scene, { lead }, at, length) {
    const [start, end] = lead.ends.map((id) => scene.area(id));
    const stops = [];
    if (start) stops.push(...measures.soft_start);
    if (end) stops.push(...measures.soft_end);
    if (!lead.dotted || !start || !end || length < measures.shortest) return stops;
    const gaps = crossings(Array.from({ length: 39 }, (_, i) => (i + 1) / 40), (t) => (scene.within(start, at(t)) ? start : scene.within(end, at(t)) ? end : null));
    const clear = ([left, into]) => [[left - measures.clear, 1], [left, 0], [into, 0], [into + measures.clear, 1]];
    const away = ([share]) => gaps.every(([left, into]) => share < left - measures.clear || share > into + measures.clear);
    return [...stops.filter(away), ...gaps.flatMap(clear)].sort((a, b) => a[0] - b[0]);
  }

  /* The stretches of a way, [share, share], over which it goes from one land into the other, or back: a border that winds is
   * crossed more than once, and what lies between two crossings near each other is left out with them. */
  function crossings(ways, side) {
    const gaps = [];
    let before = null;
    for (const t of ways) {
      const now = side(t);
      if (!now) continue;
      /* Neighbours only: between others it crosses no border that the text would be about. */
      if (before && before.side !== now && t - before.t < measures.widest_gap) {
        const last = gaps[gaps.length - 1];
        if (last && before.t - last[1] < 2 * measures.clear) last[1] = t;
        else gaps.push([before.t, t]);
      }
      before = { t, side: now };
    }
    return gaps;
  }

  /* A shaft that is as firm as its stops say. */
  function soften(shaft, stops, from, to, key, mark) {
    if (!stops.length) return;
    const id = "fade-" + key.replace(/[^a-z0-9]/gi, "-");
    const gradient = node("linearGradient", { id, gradientUnits: "userSpaceOnUse", x1: from.x, y1: from.y, x2: to.x, y2: to.y }, mark);
    for (const [offset, opacity] of stops) node("stop", { offset, "stop-opacity": opacity }, gradient);
    shaft.style.stroke = "url(#" + id + ")";
  }

  /* group: the symbol that the movement begins or ends at, if it has one. */
  dateline.drawArrow = (scene, bundle, group, parent, { pick, open }) => {
    const { lead, figures } = bundle;
    let [from, to] = lead.path.map((end) => scene.point(end));
    const starts = Boolean(group) && group.point.distanceTo(from) <= group.point.distanceTo(to);
    if (starts) from = group.point;
    else if (group) to = group.point;
    const { at, length } = bow(from, to, bundle.lane ?? lead.lane);
    const trim = group ? Math.min(0.5, (group.reach + 2) / length) : 0;
    const [t0, t1] = lead.dotted ? [0.1, 0.95] : starts ? [trim, 1] : [0, 1 - trim];
    const width = measures.shaft_least + measures.shaft_more * Math.sqrt((lead.value || 0) / scene.widest);
    const head = measures.head_least + width * measures.head_more;
    const tip = at(t1);
    let neck = t1;
    while (neck > t0 && at(neck).distanceTo(tip) < head * 0.8) neck -= 0.01;
    const steps = 24;
    let path = "";
    for (let i = 0; i <= steps; i++) {
      const { x, y } = at(t0 + ((neck - t0) * i) / steps);
      path += (i ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1);
      scene.blockPoint(x, y, scene.crowded ? 1 : 4);
    }
    const back = at(neck);
    const turn = Math.atan2(tip.y - back.y, tip.x - back.x);
    const corner = (angle, far) => (tip.x + far * Math.cos(angle)).toFixed(1) + "," + (tip.y + far * Math.sin(angle)).toFixed(1);
    const wing = Math.PI - measures.wing;
    const points = [corner(0, 0), corner(turn + wing, head), corner(turn - wing, head)].join(" ");
    scene.block([tip.x - 8, tip.y - 8, tip.x + 8, tip.y + 8], 6);

    const selected = figures.some((figure) => scene.isSelected(figure));
    const classes = ["figure arrow", lead.panel, lead.mark, lead.dotted ? "dotted" : "", selected ? "selected" : ""].join(" ");
    const mark = node("g", { class: classes, ...target(scene, bundle, group, { pick, open }) }, parent);
    node("path", { class: "hit", d: path }, mark);
    if (selected) node("path", { class: "under", d: path, "stroke-width": width + 4 }, mark);
    const shaft = node("path", { class: "shaft", d: path, "stroke-width": width }, mark);
    soften(shaft, softness(scene, bundle, at, length), from, to, bundle.key + lead.claim, mark);
    node("polygon", { class: "head mark " + lead.mark, points }, mark);
    bundle.middle = at(0.45);
    /* A dotted ring at an end whose place is only inferred; where a symbol stands, that has its own. */
    lead.guessed.forEach((guess, end) => {
      if (!guess || (group && starts === (end === 0))) return;
      const { x, y } = at(end ? t1 : t0);
      dateline.soft(x, y, head + 3, mark);
      scene.block([x - head - 4, y - head - 4, x + head + 4, y + head + 4]);
    });
    if (dateline.struck(lead)) dateline.strike(at(measures.struck_at).x, at(measures.struck_at).y, 5, mark);
    /* Where each of them has its circle at the end, the number stands there already. */
    const told = group && !group.cluster && group.figures.length >= figures.length;
    if (figures.length > 1 && !told) {
      const free = (t) => scene.obstacles.covered([at(t).x - 9, at(t).y - 9, at(t).x + 9, at(t).y + 9], dateline.SOLID) === 0;
      const { x, y } = at([0.5, 0.4, 0.6, 0.3, 0.7].find(free) || 0.5);
      node("circle", { class: "tag", cx: x, cy: y, r: 8.5 }, mark);
      node("text", { class: "number", x, y: y + 3.5 }, mark, String(figures.length));
      scene.block([x - 9, y - 9, x + 9, y + 9]);
    }
  };

  /* A lone arrow is a button; one beside a circle of its own is not one more stop for the keyboard. */
  function target(scene, { key, lead, figures }, group, { pick, open }) {
    if (figures.length > 1) {
      const name = dateline.tally(figures) + ", " + scene.placeName(lead.ends[0]) + " to " + scene.placeName(lead.ends[1]);
      return scene.button("route " + key, name, "route", () => open({ key: "route " + key, figures, places: new Set(), title: name }));
    }
    const act = () => pick(lead.claim, null);
    if (!group || group.cluster) return { ...scene.button("arrow " + lead.claim, lead.tip, "arrow", act), "data-claim": lead.claim };
    scene.acts.set("arrow " + lead.claim, act);
    return { "data-key": "arrow " + lead.claim, "data-claim": lead.claim, "data-form": "arrow", "data-tip": lead.tip, "aria-hidden": "true" };
  }
})();
