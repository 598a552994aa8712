/* Where text goes: boxes that must not be covered, and a small greedy search for a free spot. */
"use strict";
window.dateline = window.dateline || {};

dateline.FONT = '"Noto Sans", system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';

/* The width of a text in pixels. */
dateline.textWidth = (() => {
  const pen = document.createElement("canvas").getContext("2d");
  return (text, size, weight) => {
    pen.font = (weight || 400) + " " + size + "px " + dateline.FONT;
    return pen.measureText(text).width;
  };
})();

/* The weight of words, symbols and controls, which nothing that is written may cover. */
dateline.SOLID = 1000;

/* A set of boxes [left, top, right, bottom, weight] in a grid of cells, so that a test looks at near ones only. */
dateline.boxes = (start) => {
  const CELL = 80;
  const ROWS = 1 << 16;
  const cells = new Map();
  const cell = (pixel) => Math.floor(pixel / CELL);
  const set = {
    add(box) {
      for (let column = cell(box[0]); column <= cell(box[2]); column++) {
        for (let row = cell(box[1]); row <= cell(box[3]); row++) {
          const key = column * ROWS + row;
          if (cells.has(key)) cells.get(key).push(box);
          else cells.set(key, [box]);
        }
      }
    },
    /* The area in square pixels by which a box covers what is there, each counted with its weight. */
    covered(box, least = 0) {
      let area = 0;
      for (let column = cell(box[0]); column <= cell(box[2]); column++) {
        for (let row = cell(box[1]); row <= cell(box[3]); row++) {
          for (const other of cells.get(column * ROWS + row) || []) {
            const left = Math.max(box[0], other[0]);
            const top = Math.max(box[1], other[1]);
            const wide = Math.min(box[2], other[2]) - left;
            const high = Math.min(box[3], other[3]) - top;
            if (wide <= 0 || high <= 0 || (other[4] || 1) < least) continue;
            /* Once, though both may lie in several cells. */
            if (cell(left) === column && cell(top) === row) area += wide * high * (other[4] || 1);
          }
        }
      }
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

/* A box with the space that it keeps around itself. */
const around = ([left, top, right, bottom]) => [left - 2, top - 1, right + 2, bottom + 1];

/* How far from an anchor a free spot is looked for, in pixels: words farther off belong to nothing. */
const DISTANCES = [4, 12, 20, 28, 36];

const OCCUPIED = 1e6;

/* By how much of their height words beside a symbol may stand higher or lower. */
const STEPS = [-0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1, 1, -1.25, 1.25];

/* The best box of a size near an anchor: to the right first, then left, above, below, then farther out; kept inside
 * the view where the anchor is. Returns {box, cost, away, strange, free}; away is the distance between box and anchor in pixels,
 * free says that the box covers nothing solid. With `freeFirst` a box that does is worse than any that does not;
 * strange(box) is what it costs to stand where that is; with `over` it may also lie on the anchor; `pull` is what each
 * pixel away from that costs; `fine` looks at more boxes on both sides. */
dateline.seek = (boxes, [x, y], reach, width, height, view, { distances = DISTANCES, freeFirst = false, strange = () => 0, over = false, pull = 4, fine = false } = {}) => {
  const inView = x > view[0] && x < view[2] && y > view[1] && y < view[3];
  const inside = (value, low, high) => (inView ? Math.max(low, Math.min(value, high)) : value);
  let best = null;
  for (const away of distances) {
    const r = reach + away;
    const diagonal = r * 0.75;
    const candidates = [
      [x + r, y - height / 2],
      [x - r - width, y - height / 2],
      [x - width / 2, y - r - height],
      [x - width / 2, y + r],
      [x + diagonal, y - diagonal - height],
      [x + diagonal, y + diagonal],
      [x - diagonal - width, y - diagonal - height],
      [x - diagonal - width, y + diagonal],
      [x - width * 0.2, y - r - height],
      [x - width * 0.8, y - r - height],
      [x - width * 0.2, y + r],
      [x - width * 0.8, y + r],
    ];
    for (const step of fine ? STEPS : []) candidates.push([x + r, y - height / 2 + step * height], [x - r - width, y - height / 2 + step * height]);
    if (over && away === distances[0]) candidates.unshift([x - width / 2, y - height / 2]);
    candidates.forEach((corner, rank) => {
      const left = inside(corner[0], view[0], view[2] - width);
      const top = inside(corner[1], view[1], view[3] - height);
      const box = [left, top, left + width, top + height];
      const apart = Math.hypot(Math.max(left - x, 0, x - box[2]), Math.max(top - y, 0, y - box[3]));
      const taken = freeFirst && boxes.covered(around(box), dateline.SOLID) ? OCCUPIED : 0;
      const plain = boxes.covered(around(box)) + rank * 1.5 + apart * pull + taken;
      if (best && plain >= best.cost) return;
      const there = strange(box);
      const cost = plain + there;
      if (!best || cost < best.cost) best = { box, cost, away: apart, strange: there };
    });
  }
  return { ...best, free: boxes.covered(around(best.box), dateline.SOLID) === 0 };
};
