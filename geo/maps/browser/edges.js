/* What lies outside of the view: one button a side with the name and the number of what is there, which goes there. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { node } = dateline;
  const HEIGHT = 22;
  /* Steps in pixels along an edge in which a free spot is looked for. */
  const STEP = 14;
  const ARROWS = { left: "←", right: "→", top: "↑", bottom: "↓" };

  /* The side of the view that a point lies beyond most. */
  function sideOf({ x, y }, [left, top, right, bottom]) {
    const beyond = { left: left - x, right: x - right, top: top - y, bottom: y - bottom };
    return Object.keys(beyond).reduce((most, side) => (beyond[side] > beyond[most] ? side : most));
  }

  /* places: [place, figures] outside of the view; go(places) brings the map there. */
  dateline.drawEdges = (scene, outside, parent, go) => {
    const sides = Map.groupBy(outside, ([place]) => sideOf(scene.point(place.at), scene.view));
    for (const [side, found] of sides) edge(scene, side, found, parent, go);
  };

  function edge(scene, side, found, parent, go) {
    const ranked = found.sort((a, b) => b[1].length - a[1].length);
    const places = ranked.map(([place]) => place);
    const figures = ranked.flatMap(([, own]) => own);
    const names = dateline.region(scene, { places: new Set(places), figures });
    dateline.drawEdge(scene, { side, names, count: figures.length, told: dateline.tally(figures), at: places[0].at }, parent, () => go(places));
  }

  /* The button of one side: what lies there is called names, and has count figures, told in words; the fullest of it is at
   * a position. */
  dateline.drawEdge = (scene, { side, names, count, told, at }, parent, act) => {
    const room = scene.narrow ? 18 : 34;
    /* Short, but never as if all were of the first. */
    const first = names.length > room ? dateline.shortened(names) : names;
    const number = count.toLocaleString("en-GB");
    const [, name, more] = first.match(/^(.*?)( \+[\d,]+)?$/);
    const fits = room - (more || "").length;
    const whole = (name.length > fits ? name.slice(0, fits - 1).trimEnd() + "…" : name) + (more || "") + " · " + number;
    /* Where there is no room for the name, the number alone: what is out of sight is said in any case. */
    for (const words of [whole, number]) {
      const text = side === "right" ? words + " " + ARROWS[side] : ARROWS[side] + " " + words;
      const width = dateline.textWidth(text, 11.5, 600) + 18;
      const box = spot(scene, side, scene.point(at), width);
      if (box) return put(scene, { side, text, title: "Outside this view: " + names + ", " + told, box, width }, parent, act);
    }
  };

  function put(scene, { side, text, title, box, width }, parent, act) {
    const made = node("g", { class: "card edge", ...scene.button("edge " + side, title, "edge", act) }, parent);
    made.setAttribute("aria-label", text + ": " + title);
    node("rect", { class: "paper", x: box[0], y: box[1], width, height: HEIGHT, rx: 3 }, made);
    node("text", { class: "beyond", x: box[0] + 9, y: box[1] + 15 }, made, text);
    scene.block(box);
  }

  /* A free box at an edge, as near to the point beyond it as there is one. */
  function spot(scene, side, { x, y }, width) {
    const [left, top, right, bottom] = scene.view;
    const upright = side === "left" || side === "right";
    const [from, to, wanted] = upright ? [top, bottom - HEIGHT, y] : [left, right - width, x - width / 2];
    const start = Math.max(from, Math.min(wanted, to));
    for (let away = 0; away <= to - from; away += STEP) {
      for (const at of away ? [start - away, start + away] : [start]) {
        if (at < from || at > to) continue;
        const corner = { left: [left, at], right: [right - width, at], top: [at, top], bottom: [at, bottom - HEIGHT] }[side];
        const box = [corner[0], corner[1], corner[0] + width, corner[1] + HEIGHT];
        if (scene.obstacles.covered([box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3], dateline.SOLID) === 0) return box;
      }
    }
    return null;
  }
})();
