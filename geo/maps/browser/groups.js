/* Which figures share one symbol: those at one spot, and at low zoom those of near spots. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const measures = dateline.measures;
  /* Spots nearer than this share a symbol, in pixels: the first distance that leaves no more symbols in view than can be
   * read, none of them about spots farther off than FAR. */
  const NEAR = [measures.near, 26, 40, 58, 80];
  const MOST_SYMBOLS = 40;
  const FAR = 70;
  /* How far from a symbol of several figures those join it, in pixels, that are about its country or a border of it. */
  const JOINS = measures.joins;

  /* The radius in pixels of a figure, area in proportion to its value. The smallest circle of the collection has 6 px,
   * or, where figures span more than 1 : 32, the largest has 34 px and the small ones are kept at 6. */
  dateline.sizes = (values) => {
    const people = values.filter((value) => value > 0).sort((a, b) => a - b);
    const low = people[0];
    const high = people[people.length - 1];
    const unit = people.length ? Math.min(measures.smallest / Math.sqrt(low), measures.largest / Math.sqrt(high)) : 0;
    const radius = (value) => Math.max(measures.smallest, unit * Math.sqrt(value || 0));
    return { low, high, any: people.length > 0, radius };
  };

  /* The radius of a symbol that stands for several figures. */
  dateline.reach = (count) => Math.min(measures.ring_most, measures.ring_least + measures.ring_more * Math.log2(count));

  /* Groups nearer than some pixels become one, at the position of the largest: no position is made up. Each group has
   * {key, point, figures, places}; a merged one has them of all its parts. */
  dateline.merge = (groups, near) => {
    const cells = new Map();
    const made = [];
    const order = [...groups].sort((a, b) => b.figures.length - a.figures.length || (a.key < b.key ? -1 : 1));
    for (const group of order) {
      const column = Math.floor(group.point.x / near);
      const row = Math.floor(group.point.y / near);
      let home = null;
      for (let i = -1; i <= 1; i++) {
        for (let j = -1; j <= 1; j++) {
          for (const other of cells.get(column + i + " " + (row + j)) || []) {
            const away = other.point.distanceTo(group.point);
            if (away < near && (!home || away < home.point.distanceTo(group.point))) home = other;
          }
        }
      }
      if (home) {
        home.figures.push(...group.figures);
        for (const place of group.places) home.places.add(place);
      } else {
        const first = { ...group, figures: [...group.figures], places: new Set(group.places) };
        const cell = column + " " + row;
        if (!cells.has(cell)) cells.set(cell, []);
        cells.get(cell).push(first);
        made.push(first);
      }
    }
    return made;
  };

  /* Circles of clearly different size stand one on the other, others side by side around the spot. */
  function fan(group, sizes) {
    const sized = group.figures.map((figure) => ({ figure, r: sizes.radius(figure.value) })).sort((a, b) => b.r - a.r);
    const { x, y } = group.point;
    const n = sized.length;
    if (sized.every((one, i) => !i || sized[i - 1].r - one.r >= measures.stacked)) {
      group.reach = sized[0].r;
      group.circles = sized.map((one) => ({ ...one, x, y }));
      return;
    }
    const ring = Math.max(...sized.map((one, i) => (one.r + sized[(i + 1) % n].r + 1) / (2 * Math.sin(Math.PI / n))));
    group.reach = ring + sized[0].r;
    group.circles = sized.map((one, i) => {
      const turn = (2 * Math.PI * i) / n + Math.PI;
      return { ...one, x: x + ring * Math.cos(turn), y: y + ring * Math.sin(turn) };
    });
  }

  /* A group of more figures than can be fanned: one symbol. The selected figure keeps its own, beside it if need be. */
  function cluster(group, scene, places) {
    group.cluster = true;
    group.reach = dateline.reach(group.figures.length);
    group.circles = [];
    const figure = group.figures.find((one) => scene.isSelected(one));
    if (!figure) return;
    group.circles = [{ figure, r: scene.sizes.radius(figure.value), ...scene.point(places.get(figure.place).at) }];
  }

  /* The selected figure of a cluster stands at its place, or beside its cluster where that or another symbol lies on it:
   * a line says so. */
  function beside(scene, groups) {
    const group = groups.find((one) => one.cluster && one.circles.length);
    if (!group) return;
    const [one] = group.circles;
    const free = (at) => groups.every((other) => other.point.distanceTo(at) >= other.reach + one.r + 3);
    if (free(L.point(one.x, one.y))) return;
    const away = group.reach + one.r + 3;
    const spots = TURNS.map(([turn, farther]) => group.point.add([(away + farther) * Math.cos(turn), (away + farther) * Math.sin(turn)]));
    const at = spots.find((spot) => free(spot) && scene.inView(spot) && !scene.covered(spot)) || spots[0];
    [one.x, one.y] = [at.x, at.y];
    group.tether = [group.point, at];
  }

  /* Ways from a cluster to where its selected figure may stand: [angle, pixels beyond its edge], the nearest first. */
  const TURNS = [0, 14, 30, 50, 80].flatMap((farther) => Array.from({ length: 16 }, (_, i) => [Math.atan2(3, 4) + (i * Math.PI) / 8, farther]));

  const put = (home, other) => {
    home.figures.push(...other.figures);
    for (const place of other.places) home.places.add(place);
  };

  /* Figures about an area or a border, among symbols at a small scale: they join the nearest that is about their country,
   * or that leaves them no room. True where there is one. The selected figure keeps its own words. */
  function join(scene, wide, groups) {
    const chosen = ({ figures }) => figures.some((figure) => scene.isSelected(figure));
    if (chosen(wide)) return false;
    const own = dateline.ranked(scene, wide)[0].name;
    const away = (group) => group.point.distanceTo(wide.point);
    const near = groups.filter((one) => !chosen(one) && (away(one) < dateline.reach(one.figures.length) + measures.beside || (away(one) <= JOINS && dateline.ranked(scene, one)[0].name === own)));
    if (!near.length) return false;
    put(near.reduce((best, one) => (away(best) <= away(one) ? best : one)), wide);
    return true;
  }

  /* Whether one of two symbols hides the number of the other. */
  function covers(one, other) {
    const several = one.figures.length > 1 || other.figures.length > 1;
    return several && one.point.distanceTo(other.point) < one.reach + other.reach - 3;
  }

  /* Symbols that hide one another become one, at the spot of the fuller, until none does; dress(group) says how large one
   * is, and each is about spots up to `near` from its own. */
  function settled(groups, near, dress) {
    const made = [...groups].sort((a, b) => b.figures.length - a.figures.length);
    made.forEach(dress);
    for (let i = 1; i < made.length; i++) {
      const over = made.findIndex((one, j) => j < i && covers(one, made[i]));
      if (over < 0) continue;
      made[over].far = Math.max(made[over].far || 0, made[over].point.distanceTo(made[i].point) + (made[i].far || near));
      put(made[over], made[i]);
      dress(made[over]);
      made.splice(i, 1);
      i = 0; /* it is larger now, and may hide others */
    }
    return made;
  }

  /* The groups of the figures that stand at points (two places at one position are one spot), the fullest first; and of
   * the wide ones {key, point, places, figures} those that joined none of them: {groups, rest}. */
  dateline.spots = (scene, figures, places, wide) => {
    const spots = new Map();
    for (const figure of figures) {
      const place = places.get(figure.place);
      const key = place.at.map((degrees) => degrees.toFixed(3)).join(" ");
      let spot = spots.get(key);
      if (!spot) {
        spot = { key, point: scene.point(place.at), places: new Set(), figures: [] };
        if (scene.near(spot.point)) spots.set(key, spot);
        else continue;
      }
      spot.places.add(place);
      spot.figures.push(figure);
    }
    /* At the scale of the world whatever is several is a ring. */
    const most = scene.world ? 1 : measures.most_circles;
    for (const near of NEAR) {
      const merged = dateline.merge(spots.values(), near);
      const several = (group) => group.places.size > spots.get(group.key).places.size || group.figures.length > most;
      const dress = (group) => (several(group) ? cluster(group, scene, places) : fan(group, scene.sizes));
      const inView = (groups) => groups.filter((group) => scene.inView(group.point)).length;
      const last = near === NEAR.at(-1);
      if (!last && inView(merged) > 2 * MOST_SYMBOLS) continue;
      const rest = scene.crowded ? wide.filter((one) => !join(scene, one, scene.world ? merged : merged.filter(several))) : wide;
      const groups = settled(merged, near, dress);
      if (last || (inView(groups) <= MOST_SYMBOLS && !groups.some(({ far }) => far > FAR))) {
        beside(scene, groups);
        return { groups, rest };
      }
    }
  };
})();
