/* The view of some figures: all of them where they are near together, else where most are. As geo/maps/window.py has it. */
"use strict";
(() => {
  const SMALL = 40;
  const LEFT_OUT = 0.15;
  const WORTH = 0.9;
  const MARGIN = 5;

  const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b));
  const around = (points) => [0, 1].map((end) => [0, 1].map((axis) => (end ? most : least)(points.map((point) => point[axis]))));
  const isSmall = ([[south, west], [north, east]]) => north - south <= SMALL && east - west <= SMALL;
  const area = (points) => {
    const [[south, west], [north, east]] = around(points);
    return (north - south + MARGIN) * (east - west + MARGIN);
  };

  /* ``points`` without those at the one side that costs least; null where no side is worth it. */
  function step(points, budget) {
    const whole = area(points);
    let best = null;
    for (const axis of [0, 1]) {
      for (const end of [least, most]) {
        const edge = end(points.map((point) => point[axis]));
        const kept = points.filter((point) => Math.abs(point[axis] - edge) > 1);
        const lost = points.length - kept.length;
        if (!kept.length || lost > budget || area(kept) > WORTH * whole) continue;
        const gain = Math.log(whole / area(kept)) / lost;
        if (!best || gain > best[0]) best = [gain, kept];
      }
    }
    return best && best[1];
  }

  /* Where a figure is to be seen: a point, both ends of an arrow, a whole line, the label point of an area. */
  function positions(place, path) {
    const corners = place.form === "line" && place.shape ? place.shape.flatMap((flat) => Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]])) : [];
    return [...(corners.length ? around(corners) : [place.at]), ...(path || [])];
  }

  /* data: figures.json; claims: a set of ids; inferred: with the places that are only inferred. Null where no figure is
   * on the map. */
  published.viewOf = (data, claims, inferred) => {
    const places = new Map(data.places.map((place) => [place.id, place]));
    const used = inferred ? data.figures : [...data.figures.filter((figure) => !figure.probably), ...data.stated];
    const shown = used.filter((figure) => claims.has(figure.claim));
    const people = shown.filter((figure) => figure.panel !== "other");
    let left = (people.length ? people : shown).flatMap((figure) => positions(places.get(figure.place), figure.path));
    if (!left.length) return null;
    let budget = LEFT_OUT * left.length;
    while (!isSmall(around(left))) {
      const fewer = step(left, budget);
      if (!fewer) break;
      budget -= left.length - fewer.length;
      left = fewer;
    }
    return around(left);
  };
})();
