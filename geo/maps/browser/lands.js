/* Whose land a view shows, by the basemap's outlines of countries. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const WORLD = 256;
  /* Pixels between two points at which a whole view is asked. */
  const EVERY = dateline.measures.lands_every;

  /* A point in layer pixels as one of the world at zoom 0. */
  function worldly(map, { x, y }) {
    const scale = Math.pow(2, map.getZoom());
    const origin = map.getPixelOrigin();
    return [((((origin.x + x) / scale) % WORLD) + WORLD) % WORLD, (origin.y + y) / scale];
  }

  function holds(pen, [, path, box], [at, to]) {
    return at > box[0] && at < box[2] && to > box[1] && to < box[3] && pen.isPointInPath(path, at, to, "evenodd");
  }

  /* Runs ``ask`` with a pen that measures in the world's own units. */
  function unscaled(pen, ask) {
    pen.save();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    const answer = ask();
    pen.restore();
    return answer;
  }

  /* countries: [[iso, path, box]]. How many of some points lie in none of the countries with these codes. */
  dateline.abroad = (map, pen, countries, codes, points) => {
    const own = countries.filter(([iso]) => codes.includes(iso));
    if (!own.length) return 0;
    return unscaled(pen, () => points.filter((point) => !own.some((country) => holds(pen, country, worldly(map, point)))).length);
  };

  /* Points of the view that lie in each country, in layer pixels, by its code. */
  dateline.lands = (map, pen, countries) => {
    const size = map.getSize();
    const found = new Map();
    return unscaled(pen, () => {
      for (let across = EVERY / 2; across < size.x; across += EVERY) {
        for (let down = EVERY / 2; down < size.y; down += EVERY) {
          const point = map.containerPointToLayerPoint([across, down]);
          const at = worldly(map, point);
          const home = countries.find((country) => holds(pen, country, at));
          if (!home) continue;
          if (!found.has(home[0])) found.set(home[0], []);
          found.get(home[0]).push(point);
        }
      }
      return found;
    });
  };
})();
