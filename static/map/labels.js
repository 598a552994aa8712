/* Where text goes: boxes that must not be covered, and a small greedy search for a free spot. */
"use strict";
window.dateline = window.dateline || {};

dateline.FONT = '"Source Sans", "Source Sans 3", system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';

/* The width of a text in pixels. */
dateline.textWidth = (() => {
  const pen = document.createElement("canvas").getContext("2d");
  return (text, size, weight) => {
    pen.font = (weight || 400) + " " + size + "px " + dateline.FONT;
    return pen.measureText(text).width;
  };
})();

/* A set of boxes [left, top, right, bottom] in a grid of cells, so that a test looks at near ones only. */
dateline.boxes = (start) => {
  const CELL = 80;
  const cells = new Map();
  const each = (box, visit) => {
    for (let column = Math.floor(box[0] / CELL); column <= Math.floor(box[2] / CELL); column++) {
      for (let row = Math.floor(box[1] / CELL); row <= Math.floor(box[3] / CELL); row++) visit(column + " " + row);
    }
  };
  const set = {
    add(box) {
      each(box, (key) => (cells.has(key) ? cells.get(key).push(box) : cells.set(key, [box])));
    },
    /* The area in square pixels by which a box covers what is there, each counted with its weight. */
    covered(box) {
      const seen = new Set();
      let area = 0;
      each(box, (key) => {
        for (const other of cells.get(key) || []) {
          if (seen.has(other)) continue;
          seen.add(other);
          const wide = Math.min(box[2], other[2]) - Math.max(box[0], other[0]);
          const high = Math.min(box[3], other[3]) - Math.max(box[1], other[1]);
          if (wide > 0 && high > 0) area += wide * high * (other[4] || 1);
        }
      });
      return area;
    },
    /* Adds the box and says true if it was free. */
    take(box) {
      if (set.covered(box) > 0) return false;
      set.add(box);
      return true;
    },
  };
  for (const box of start || []) set.add(box);
  return set;
};

/* The best box of a size near an anchor: to the right first, then left, above, below, then farther out. Returns
 * {box, cost}; cost 0 is a free spot at once beside it. */
dateline.seek = (boxes, [x, y], reach, width, height, view) => {
  let best = null;
  for (const away of [4, 16, 34, 58, 88]) {
    const r = reach + away;
    const candidates = [
      [x + r, y - height / 2],
      [x - r - width, y - height / 2],
      [x - width / 2, y - r - height],
      [x - width / 2, y + r],
      [x + r * 0.75, y - r * 0.75 - height],
      [x + r * 0.75, y + r * 0.75],
      [x - r * 0.75 - width, y - r * 0.75 - height],
      [x - r * 0.75 - width, y + r * 0.75],
    ];
    candidates.forEach(([left, top], rank) => {
      const box = [left, top, left + width, top + height];
      let cost = boxes.covered([left - 2, top - 1, left + width + 2, top + height + 1]) + rank * 2 + away * 3;
      if (view) {
        const out =
          Math.max(0, view[0] - box[0]) + Math.max(0, box[2] - view[2]) + Math.max(0, view[1] - box[1]) + Math.max(0, box[3] - view[3]);
        cost += out * 40;
      }
      if (!best || cost < best.cost) best = { box, cost };
    });
    if (best.cost < 150) break;
  }
  return best;
};
