/* A small map of the world with a frame around what the view shows: where on Earth this is. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { locator: SIZE, locator_top: TOP, locator_least: SMALLEST, located: WIDEST } = dateline.measures;
  const WORLD = 256;
  /* A small window has no room for it. */
  const LEAST = [640, 420];

  /* Returns draw(): once with the world of the basemap, and after each move and change of theme. */
  dateline.locator = (map, basemap, corner) => {
    const box = dateline.make("div", "dateline-panel dateline-locator");
    const canvas = dateline.make("canvas", "", box);
    canvas.setAttribute("role", "img");
    const ratio = window.devicePixelRatio || 1;
    [canvas.width, canvas.height] = SIZE.map((length) => length * ratio);
    [canvas.style.width, canvas.style.height] = SIZE.map((length) => length + "px");
    dateline.control(map, corner, box);
    const pen = canvas.getContext("2d");
    const k = SIZE[0] / WORLD;

    const frame = () => {
      const view = map.getBounds();
      const at = (lat, lon) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);
      const [a, b] = [at(view.getNorth(), view.getWest()), at(view.getSouth(), view.getEast())];
      const [wide, high] = [Math.max(SMALLEST, (b.x - a.x) * k), Math.max(SMALLEST, (b.y - a.y) * k)];
      const middle = ((((a.x + b.x) / 2) % WORLD) + WORLD) % WORLD;
      return [middle * k - wide / 2, ((a.y + b.y) / 2 - TOP) * k - high / 2, wide, high];
    };

    const draw = () => {
      const view = map.getBounds();
      const size = map.getSize();
      box.hidden = view.getEast() - view.getWest() > WIDEST || size.x < LEAST[0] || size.y < LEAST[1];
      if (box.hidden || !basemap.world()) return;
      const centre = map.getCenter().wrap();
      const side = (value, more, less) => Math.abs(Math.round(value)) + "° " + (value < 0 ? less : more);
      canvas.setAttribute("aria-label", "Where this is in the world: around " + side(centre.lat, "north", "south") + ", " + side(centre.lng, "east", "west"));
      const colour = dateline.colours();
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.fillStyle = colour.water;
      pen.fillRect(0, 0, ...SIZE);
      pen.setTransform(k * ratio, 0, 0, k * ratio, 0, -TOP * k * ratio);
      pen.fillStyle = colour.border;
      for (const [, path] of basemap.world().countries) pen.fill(path, "evenodd");
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.strokeStyle = colour.frame;
      pen.lineWidth = 1.6;
      pen.strokeRect(...frame());
    };
    map.on("moveend", draw);
    draw();
    basemap.ready.then(draw);
    return draw;
  };
})();
