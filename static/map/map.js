/* Made by data/make/scripts.py from geo/maps/browser/: change it there. */
window.dateline = window.dateline || {};
dateline.measures = {"abroad": 300.0, "bend": 0.16, "beside": 6.0, "clear": 0.09, "head_least": 7.0, "head_more": 1.6, "joins": 70.0, "lands_every": 44, "largest": 34.0, "located": 75.0, "locator": [112.0, 62.0], "locator_least": 7.0, "locator_top": 28.0, "most_abroad": 4, "most_arrows": 12, "most_circles": 6, "most_names": 5, "name_steps": [[0, 0], [0, 24], [0, -24], [-70, 0], [70, 0], [0, 48], [-70, 36], [70, 36], [0, -48]], "near": 16.0, "ring_least": 9.0, "ring_more": 2.6, "ring_most": 28.0, "shaft_least": 1.8, "shaft_more": 3.2, "shortest": 70.0, "smallest": 6.0, "soft_end": [[0.7, 1.0], [1.0, 0.45]], "soft_start": [[0.05, 0.2], [0.3, 1.0]], "stacked": 5.0, "struck_at": 0.6, "widest_gap": 0.2, "wing": 0.42, "world_zoom": 4};
/* The vector basemap: land, water, borders and names on one canvas, drawn from our own files.
 *
 * world.json is loaded with the map; tile-X-Y.json brings more detail for a square of the world once the map is close
 * enough. Their format is described in data/make/basemap.py. Coordinates become Path2D objects in "world pixels" of
 * zoom 0 (256 to a turn of the globe), once; a redraw only sets the scale and lets the browser fill them.
 */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const WORLD = 256;
  const TILES_FROM_ZOOM = 5;
  const PROVINCES_FROM_ZOOM = 5;

  const x = (lon) => ((lon + 180) / 360) * WORLD;
  const y = (lat) => {
    const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD;
  };

  /* Adds a packed line [x0, y0, dx1, dy1, ...] to a path. */
  function trace(path, packed, step, closed) {
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < packed.length; i += 2) {
      lon += packed[i];
      lat += packed[i + 1];
      if (i) path.lineTo(x(lon * step), y(lat * step));
      else path.moveTo(x(lon * step), y(lat * step));
    }
    if (closed) path.closePath();
  }

  function collect(lines, step, closed) {
    const path = new Path2D();
    for (const line of lines) trace(path, line, step, closed);
    return path;
  }

  /* The box of some packed rings in world units: [left, top, right, bottom]. */
  function span(rings, step) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const packed of rings) {
      let lon = 0;
      let lat = 0;
      for (let i = 0; i < packed.length; i += 2) {
        lon += packed[i];
        lat += packed[i + 1];
        const at = [x(lon * step), y(lat * step)];
        box[0] = Math.min(box[0], at[0]);
        box[1] = Math.min(box[1], at[1]);
        box[2] = Math.max(box[2], at[0]);
        box[3] = Math.max(box[3], at[1]);
      }
    }
    return box;
  }

  /* One level or tile, ready to draw. Borders are kept by the pair of countries, so that a border which is a place of
   * the collection is drawn once, by the figures. */
  function prepare(level) {
    return {
      countries: level.countries.map(([iso, rings]) => [iso, collect(rings, level.step, true), span(rings, level.step)]),
      borders: level.borders.map(([kind, pair, lines]) => ({ kind, pair, path: collect(lines, level.step, false) })),
      provinces: collect(level.provinces, level.step, false),
      lakes: collect(level.lakes, level.step, true),
      rivers: collect(level.rivers, level.step, false),
      towns: level.towns,
    };
  }

  dateline.Basemap = L.Renderer.extend({
    options: { padding: 0.4, pane: "tilePane" },

    /* data: the figures' data (basemap address, focus countries); taken(): boxes that names must not cover. */
    initialize(data, taken) {
      L.Renderer.prototype.initialize.call(this);
      this._address = data.basemap;
      this._focus = new Set(data.focus);
      this._ownBorders = new Set(data.places.filter((p) => p.form === "line").map((p) => [...p.between].sort().join("-")));
      this._taken = taken;
      this._mode = "whole";
      this._tiles = new Map();
      this.ready = fetch(this._address + "world.json" + data.basemapVersion)
        .then((answer) => answer.json())
        .then((world) => {
          this._world = prepare(world);
          this._labels = world.labels;
          this._tileSize = world.tile;
          this._known = new Set(world.tiles.map((tile) => tile.join("-")));
          this._version = data.basemapVersion;
          if (this._map) this._update();
        });
    },

    _initContainer() {
      this._container = L.DomUtil.create("canvas", "dateline-basemap");
      this._container.setAttribute("aria-hidden", "true");
      this._pen = this._container.getContext("2d");
    },

    _destroyContainer() {
      L.DomUtil.remove(this._container);
    },

    /* The world as drawn at the smallest scale; undefined until it has arrived. */
    world() {
      return this._world;
    },

    redraw() {
      if (this._map && this._bounds) this._draw();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = size.x * ratio;
      this._container.height = size.y * ratio;
      this._container.style.width = size.x + "px";
      this._container.style.height = size.y + "px";
      this._draw();
    },

    /* Loads what detail the view needs; each tile is asked for once. */
    _fetchTiles(keys) {
      for (const key of keys) {
        if (this._tiles.has(key)) continue;
        this._tiles.set(key, null);
        fetch(this._address + "tile-" + key + ".json" + this._version)
          .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
          .then((tile) => {
            this._tiles.set(key, prepare(tile));
            this.redraw();
          })
          .catch(() => this._tiles.delete(key));
      }
    },

    /* Keys of the tiles in view, with their window in world pixels and the copy of the world that they stand in. */
    _tilesInView(west, north, east, south) {
      const found = [];
      const size = this._tileSize;
      const columns = 360 / size;
      const lat = (py) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * py) / WORLD))) * 180) / Math.PI;
      const first = Math.floor((west / WORLD) * columns);
      const last = Math.floor((east / WORLD) * columns);
      const low = Math.floor((lat(south) + 90) / size);
      const high = Math.floor((lat(north) + 90) / size);
      for (let column = first; column <= last; column++) {
        for (let row = low; row <= high; row++) {
          const key = (((column % columns) + columns) % columns) + "-" + row;
          if (!this._known.has(key)) continue;
          const turn = Math.floor(column / columns);
          const left = x(((column % columns) + columns) % columns * size - 180);
          const top = y((row + 1) * size - 90);
          found.push({ key, turn, box: [left, top, x(size - 180), y(row * size - 90) - top] });
        }
      }
      return found;
    },

    _draw() {
      if (!this._world) return;
      const map = this._map;
      const zoom = map.getZoom();
      const scale = Math.pow(2, zoom);
      const ratio = window.devicePixelRatio || 1;
      const pen = this._pen;
      const origin = map.getPixelOrigin().add(this._bounds.min);
      const size = this._bounds.getSize();
      const colour = dateline.colours();
      const west = origin.x / scale;
      const east = (origin.x + size.x) / scale;
      const north = origin.y / scale;
      const south = (origin.y + size.y) / scale;

      const mode = this._mode;
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, this._container.width, this._container.height);
      const land = mode === "whole" || mode === "plain";
      if (land) {
        pen.fillStyle = colour.water;
        pen.fillRect(0, 0, this._container.width, this._container.height);
      }
      if (mode !== "nothing") {
        const place = (turn) => {
          const k = ratio * scale;
          pen.setTransform(k, 0, 0, k, (turn * WORLD - west) * k, -north * k);
        };
        for (let turn = Math.floor(west / WORLD); turn <= Math.floor(east / WORLD); turn++) {
          place(turn);
          this._paint(this._world, scale, colour, false, mode);
        }
        if (zoom >= TILES_FROM_ZOOM) {
          const tiles = this._tilesInView(west, north, east, south);
          this._fetchTiles(tiles.map((tile) => tile.key));
          this._towns = [];
          for (const { key, turn, box } of tiles) {
            const tile = this._tiles.get(key);
            if (!tile) continue;
            this._towns.push(...tile.towns);
            /* Clipped on whole pixels, or the edges of two tiles would show as a line. */
            const k = ratio * scale;
            const left = Math.round((box[0] + turn * WORLD - west) * k);
            const top = Math.round((box[1] - north) * k);
            const right = Math.round((box[0] + box[2] + turn * WORLD - west) * k);
            const bottom = Math.round((box[1] + box[3] - north) * k);
            pen.save();
            pen.setTransform(1, 0, 0, 1, 0, 0);
            pen.beginPath();
            pen.rect(left, top, right - left, bottom - top);
            pen.clip();
            pen.fillStyle = colour.water;
            if (land) pen.fillRect(left, top, right - left, bottom - top);
            else pen.clearRect(left, top, right - left, bottom - top);
            place(turn);
            this._paint(tile, scale, colour, zoom >= PROVINCES_FROM_ZOOM, mode);
            pen.restore();
          }
        } else {
          this._towns = [];
        }
        pen.setTransform(ratio, 0, 0, ratio, 0, 0);
        if (mode !== "plain") this._names(colour);
      }
      this._container.dataset.drawn = String(1 + Number(this._container.dataset.drawn || 0));
    },

    _paint(level, scale, colour, provinces, mode) {
      const pen = this._pen;
      const line = (path, style, width, dash) => {
        pen.strokeStyle = style;
        pen.lineWidth = width / scale;
        pen.setLineDash(dash.map((length) => length / scale));
        pen.stroke(path);
      };
      pen.lineJoin = "round";
      if (mode !== "names") {
        for (const [iso, path] of level.countries) {
          pen.fillStyle = this._focus.has(iso) && mode === "whole" ? colour.focus : colour.land;
          pen.fill(path, "evenodd");
        }
        if (mode === "whole" && provinces) line(level.provinces, colour.province, 0.9, [3.5, 2.5]);
        if (mode === "whole") line(level.rivers, colour.river, 0.9, []);
        pen.fillStyle = colour.water;
        pen.fill(level.lakes, "evenodd");
        if (mode === "whole") line(level.lakes, colour.river, 0.6, []);
      }
      if (mode === "plain") return;
      /* At the scale of the world borders are a net over everything else: thinner the farther away. */
      const thin = Math.min(1, 0.4 + 0.12 * Math.log2(scale));
      for (const border of level.borders) {
        if (this._ownBorders.has(border.pair)) continue;
        line(border.path, colour.border, thin, border.kind === "disputed" ? [5, 4] : []);
      }
    },

    /* Names keep clear of what the figures take. */
    _names(colour) {
      const towns = [...this._world.towns, ...this._towns];
      const own = (iso, points) => dateline.abroad(this._map, this._pen, this._world.countries, [iso], points) === 0;
      const inside = dateline.lands(this._map, this._pen, this._world.countries);
      this._written = dateline.writeNames(this._map, this._pen, this._bounds, { countries: this._labels, towns, taken: this._taken(), colour, inside, own });
    },

    /* How many of some points, in layer pixels, lie outside of the countries with these codes; none before the world has
     * arrived. */
    abroad(codes, points) {
      return this._world && this._map ? dateline.abroad(this._map, this._pen, this._world.countries, codes, points) : 0;
    },

    /* The boxes of the names that are on the map, in layer pixels. */
    written() {
      return this._written || [];
    },

    /* Names that are written already yield to what the figures take now. */
    yieldTo(taken) {
      const solid = dateline.boxes(taken.filter((box) => box[4] === dateline.SOLID));
      if (this.written().some((box) => solid.covered(box))) setTimeout(() => this.redraw());
    },

    /* What is drawn: "whole"; "plain", land and water; "names", with the borders, over tiles; or "nothing". */
    show(mode) {
      this._mode = mode;
      this.redraw();
    },
  });
})();

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

/* The basemap's names of countries and towns. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const BESIDE = dateline.measures.name_steps;

  /* Where the name of a country may stand in the part of it that is in view: the middle first; nowhere in a sliver that
   * is narrower than the name. */
  function elsewhere(points, wide) {
    const middle = { x: points.reduce((sum, { x }) => sum + x, 0) / points.length, y: points.reduce((sum, { y }) => sum + y, 0) / points.length };
    const away = (point) => Math.hypot(point.x - middle.x, point.y - middle.y);
    const has = (x, y) => points.some((point) => Math.abs(point.x - x) <= 24 && Math.abs(point.y - y) <= 24);
    const whole = points.filter(({ x, y }) => has(x - wide / 2, y) && has(x + wide / 2, y)).sort((a, b) => away(a) - away(b));
    /* Between the points too: a name is lower than they are apart. */
    return whole.flatMap(({ x, y }) => [0, -15, 15].map((step) => ({ x, y: y + step })));
  }

  /* Most important first; a name that would cover something is left out. bounds: what the canvas shows, in layer pixels;
   * countries [[iso, name, lon, lat, width in degrees]], towns [[name, lon, lat, least zoom, capital]]; taken: boxes;
   * inside: points by country, own(iso, points): whether all of them are in it (lands.js). Returns the boxes of what is
   * written. */
  dateline.writeNames = (map, pen, bounds, { countries, towns, taken, colour, inside, own }) => {
    const boxes = dateline.boxes(taken);
    const written = [];
    const take = (box) => boxes.take(box) && written.push(box) > 0;
    const offset = bounds.min;
    const size = bounds.getSize();
    const zoom = map.getZoom();
    const centre = map.getCenter().lng;
    const corner = map.containerPointToLayerPoint([0, 0]);
    const seen = map.getSize();
    const spot = (lat, lon) => {
      const shifted = lon + 360 * Math.round((centre - lon) / 360);
      const point = map.latLngToLayerPoint([lat, shifted]);
      const inside = point.x > offset.x && point.y > offset.y && point.x < offset.x + size.x && point.y < offset.y + size.y;
      return inside ? point : null;
    };
    const write = (text, px, py, style) => {
      pen.lineWidth = 3;
      pen.setLineDash([]);
      pen.lineJoin = "round";
      pen.strokeStyle = colour.halo;
      pen.fillStyle = style;
      pen.strokeText(text, px - offset.x, py - offset.y);
      pen.fillText(text, px - offset.x, py - offset.y);
    };

    pen.textBaseline = "middle";
    pen.font = "600 11px " + dateline.FONT;
    if ("letterSpacing" in pen) pen.letterSpacing = "1.2px";
    pen.textAlign = "center";
    for (const [iso, name, lon, lat, width] of countries) {
      const text = name.toUpperCase();
      const wide = pen.measureText(text).width;
      const across = (width / 360) * 256 * Math.pow(2, zoom);
      if (across < wide * 0.8) continue;
      const point = spot(lat, lon);
      const place = (px, py) => {
        const whole = px - wide / 2 > corner.x + 4 && px + wide / 2 < corner.x + seen.x - 4 && py > corner.y + 9 && py < corner.y + seen.y - 9;
        return whole && take([px - wide / 2 - 4, py - 9, px + wide / 2 + 4, py + 9]);
      };
      const free = point && BESIDE.find(([dx, dy]) => {
        const [px, py] = [point.x + dx, point.y + dy];
        /* A name that is moved stays in its country: in the sea or in a neighbour it would be wrong. */
        const at = [-0.35, 0, 0.35].map((share) => ({ x: px + share * wide, y: py }));
        return ((!dx && !dy) || own(iso, at)) && place(px, py);
      });
      if (free) write(text, point.x + free[0], point.y + free[1], colour.country);
      else if (inside.has(iso)) {
        const next = elsewhere(inside.get(iso), wide).find((spot) => own(iso, [spot]) && place(spot.x, spot.y));
        if (next) write(text, next.x, next.y, colour.country);
      }
    }
    if ("letterSpacing" in pen) pen.letterSpacing = "0px";
    pen.textAlign = "left";
    for (const [name, lon, lat, from, capital] of towns) {
      if (from > zoom + 0.25) continue;
      const point = spot(lat, lon);
      if (!point) continue;
      pen.font = (capital ? "600 " : "") + "11px " + dateline.FONT;
      const wide = pen.measureText(name).width;
      const right = [point.x - 4, point.y - 8, point.x + wide + 9, point.y + 8];
      const left = [point.x - wide - 9, point.y - 8, point.x + 4, point.y + 8];
      const onRight = take(right);
      if (!onRight && !take(left)) continue;
      pen.beginPath();
      pen.fillStyle = colour.town;
      pen.arc(point.x - offset.x, point.y - offset.y, 2.2, 0, 2 * Math.PI);
      pen.fill();
      write(name, onRight ? point.x + 6 : point.x - 6 - wide, point.y, colour.town);
    }
    return written;
  };
})();

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

/* One drawing of the figures: where it goes, what is in view, what space is taken, and how a mark becomes a button. */
"use strict";
window.dateline = window.dateline || {};

dateline.node = (tag, attributes, parent, text) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  if (parent) parent.appendChild(made);
  return made;
};

/* "1 figure", "2,000 figures". */
dateline.count = (number, noun = "figure") => number.toLocaleString("en-GB") + " " + noun + (number === 1 ? "" : "s");

/* "2 figures and 1 statement": what is said of territory and homes counts nobody (geo/dataset/counts.py). */
dateline.tally = (figures) => {
  const others = figures.filter((figure) => figure.panel === "other").length;
  const parts = others < figures.length || !others ? [dateline.count(figures.length - others)] : [];
  return [...parts, ...(others ? [dateline.count(others, "statement")] : [])].join(" and ");
};

/* The names of some places in a few words: "Lagos and 4 more". */
dateline.names = (places) => {
  const [first, ...rest] = [...places].map((place) => place.name);
  return rest.length ? first + " and " + rest.length.toLocaleString("en-GB") + " more" : first;
};

/* The countries of the figures of a group, that with most of them first. */
dateline.ranked = (scene, group) => {
  const counts = new Map();
  for (const figure of group.figures) {
    const place = scene.placeOf(figure);
    for (const code of place.between.length && place.between.length < 3 ? place.between : [""]) {
      const name = scene.countries[code] || place.name;
      counts.set(name, (counts.get(name) || 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => ({ name }));
};

/* A group in a few words: its place, or the countries of its figures. As geo.maps.words.regions has it. */
dateline.region = (scene, group) => {
  if (group.places.size === 1) return dateline.names(group.places);
  const ranked = dateline.ranked(scene, group);
  /* Of several groups in a country the fullest has its name, the others that of the place in it that most figures are about. */
  const other = scene.leading.has(ranked[0].name) && scene.leading.get(ranked[0].name) !== group.key;
  if (scene.world ? other : ranked.length === 1) {
    const fullest = new Map();
    for (const figure of group.figures) fullest.set(scene.placeOf(figure), (fullest.get(scene.placeOf(figure)) || 0) + 1);
    const whole = ({ name }) => Number(Object.values(scene.countries).includes(name));
    return dateline.names([...fullest].sort(([a, m], [b, n]) => whole(a) - whole(b) || n - m || (a.name < b.name ? -1 : 1)).map(([place]) => place));
  }
  if (ranked.length === 1) return ranked[0].name + ", " + dateline.count(group.places.size, "place");
  return dateline.names(ranked);
};

/* Position in pixels of the whole world at zoom 0, so that a redraw of a shape only scales it. */
dateline.world = (lat, lon) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);

dateline.Scene = class {
  /* margin: layer pixels [left, top, right, bottom] outside of which nothing is drawn. */
  constructor({ map, root, margin, selection, selected, sizes, widest }) {
    Object.assign(this, { map, root, margin, selection, selected, sizes, widest });
    const corner = map.containerPointToLayerPoint([0, 0]);
    const size = map.getSize();
    this.view = [corner.x + 4, corner.y + 4, corner.x + size.x - 4, corner.y + size.y - 4];
    this.narrow = size.x < 640;
    this.scale = Math.pow(2, map.getZoom());
    this.origin = map.getPixelOrigin();
    this.boxes = [];
    this.passed = new Set();
    const controls = this.controls();
    this.obstacles = dateline.boxes(controls);
    this._controls = dateline.boxes(controls);
    /* What a click on a button of the drawing does, by its data-key. */
    this.acts = new Map();
  }

  layer(name) {
    return dateline.node("g", { class: name }, this.root);
  }

  point([lat, lon]) {
    return this.map.latLngToLayerPoint([lat, lon]);
  }

  /* Whether a point in layer pixels lies in an area, by its lines; even and odd. */
  within(place, { x, y }) {
    const [px, py] = [(x + this.origin.x) / this.scale, (y + this.origin.y) / this.scale];
    let inside = false;
    for (const line of place.lines) {
      for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
        const [a, b] = [line[i], line[j]];
        if (a.y > py !== b.y > py && px < ((b.x - a.x) * (py - a.y)) / (b.y - a.y) + a.x) inside = !inside;
      }
    }
    return inside;
  }

  /* The corners of a place's lines in layer pixels. */
  corners(lines) {
    return lines.map((line) => line.map((point) => [point.x * this.scale - this.origin.x, point.y * this.scale - this.origin.y]));
  }

  /* Where what is said about a whole place belongs: of a border, the middle of what is in view. */
  middle(place) {
    if (place.form !== "line") return this.point(place.at);
    const own = this.corners(place.lines).flat();
    const visible = own.filter(([x, y]) => this.inView({ x, y }) && !this.covered({ x, y }));
    const some = visible.length ? visible : own;
    return L.point(some[some.length >> 1]);
  }

  inView({ x, y }) {
    const [left, top, right, bottom] = this.view;
    return x > left && x < right && y > top && y < bottom;
  }

  /* Whether a point in layer pixels lies under a button or the legend. */
  covered({ x, y }) {
    return this._controls.covered([x - 1, y - 1, x + 1, y + 1]) > 0;
  }

  near({ x, y }) {
    const [left, top, right, bottom] = this.margin;
    return x > left && x < right && y > top && y < bottom;
  }

  /* Kilometres at a position as pixels of this zoom. */
  pixels(km, [lat]) {
    return ((km / 40075.0) * 256 * this.scale) / Math.cos((lat * Math.PI) / 180);
  }

  /* Takes space: what is written later stays away, the more so the higher the weight. */
  block(box, weight = dateline.SOLID) {
    const weighed = [...box.slice(0, 4), weight];
    this.boxes.push(weighed);
    this.obstacles.add(weighed);
  }

  /* Takes the space of a point of a line, once for all lines that pass there: at a small scale hundreds do. */
  blockPoint(x, y, weight) {
    const spot = Math.round(x / 8) * 65536 + Math.round(y / 8);
    if (this.passed.has(spot)) return;
    this.passed.add(spot);
    this.block([x - 5, y - 5, x + 5, y + 5], weight);
  }

  isSelected(figure) {
    return this.selection.claim === figure.claim;
  }

  placeSelected(place) {
    return this.selection.place === place.id || Boolean(this.selected && this.selected.place === place.id);
  }

  /* Attributes that make an element a button of the map; act() is what it does. */
  button(key, name, form, act) {
    this.acts.set(key, act);
    return { role: "button", tabindex: "0", "aria-label": name, "data-key": key, "data-form": form, "data-tip": name };
  }

  /* The boxes of buttons and legend over the map, which labels keep clear of. */
  controls() {
    const frame = this.map.getContainer().getBoundingClientRect();
    return [...this.map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      const a = this.map.containerPointToLayerPoint([box.left - frame.left, box.top - frame.top]);
      return [a.x - 4, a.y - 4, a.x + box.width + 4, a.y + box.height + 4, dateline.SOLID];
    });
  }
};

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

/* Rows of words in a free spot beside what they name. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { node } = dateline;
  /* How far words and badges may go in a crowd, in pixels. */
  dateline.NEAR_BY = [4, 12, 20, 28, 36];
  dateline.LINE_HEIGHT = 15;
  /* How far words may go in a narrow view, and how many letters a line has there. */
  const CLOSE = [4, 12, 20];
  const MOST_LETTERS = 15;
  const LONGEST_LINE = 32;

  /* A thin line from a symbol to words that found no room beside it. */
  dateline.leader = function leader(scene, [x, y], box, reach, parent) {
    const end = [Math.max(box[0], Math.min(x, box[2])), Math.max(box[1], Math.min(y, box[3]))];
    const length = Math.hypot(end[0] - x, end[1] - y);
    const start = [x + ((end[0] - x) * reach) / length, y + ((end[1] - y) * reach) / length];
    node("path", { class: "leader", d: "M" + start.join(" ") + "L" + end.join(" ") }, parent);
    for (let far = reach; far < length; far += 8) scene.blockPoint(x + ((end[0] - x) * far) / length, y + ((end[1] - y) * far) / length, 8);
  };

  /* The words of a text on lines of up to so many letters. */
  const filled = (text, most) => text.split(" ").reduce((lines, word) => {
    const line = lines.length ? lines.at(-1) + " " + word : word;
    return lines.length && line.length <= most ? [...lines.slice(0, -1), line] : [...lines, word];
  }, []);

  /* A long row of a narrow view in two lines, of one that is longer still in more: as equal as may be, and never cut off. */
  function broken(text) {
    if (text.length <= MOST_LETTERS) return [text];
    const count = Math.max(2, Math.ceil(text.length / LONGEST_LINE));
    for (let most = Math.ceil(text.length / count); ; most++) {
      const lines = filled(text, most);
      if (lines.length <= count) return lines;
    }
  }

  /* "Sudan +3" for "Sudan and 3 more"; as geo.maps.words.shortened has it. */
  const shortened = (dateline.shortened = (text) => text.replace(/ and ([\d,]+) more$/, " +$1").replace(/, [\d,]+ places$/, ""));

  /* Whether a line from a symbol of a view of the world to words away from it passes no other symbol, whose words they
   * would seem to be. */
  function clear(scene, [x, y], box, reach) {
    const end = [Math.max(box[0], Math.min(x, box[2])), Math.max(box[1], Math.min(y, box[3]))];
    const length = Math.hypot(end[0] - x, end[1] - y);
    for (let far = reach + 1; far < length - 2; far += 3) {
      const [px, py] = [x + ((end[0] - x) * far) / length, y + ((end[1] - y) * far) / length];
      if (scene.obstacles.covered([px - 1, py - 1, px + 1, py + 1], dateline.SOLID)) return false;
    }
    return true;
  }

  /* The box of some rows beside a point, [rows, spot]; null where there is no room for them. */
  function fitted(scene, rows, point, reach, must, far) {
    const width = Math.max(...rows.flatMap(({ lines, bold }) => lines.map((line) => dateline.textWidth(line, bold ? 12.5 : 11.5, bold ? 650 : 400))));
    const height = rows.reduce((sum, { lines }) => sum + lines.length, 0) * dateline.LINE_HEIGHT;
    const [world, near] = [scene.world && !must, far ? dateline.NEAR_BY : CLOSE];
    const distances = must ? (scene.narrow ? CLOSE : undefined) : world ? near : [4];
    const strange = world ? (box) => (clear(scene, point, box, reach) ? 0 : dateline.SOLID ** 2) : undefined;
    const spot = dateline.seek(scene.obstacles, point, reach, width, height, scene.view, { distances, fine: far, strange });
    if (!spot.free || spot.strange) return null;
    return must || world || spot.cost - spot.away * 4 <= 40 ? [rows, spot] : null;
  }

  const WHOLE = (text) => [text];
  const SHORTER = (text) => [shortened(text)];
  const SHORTEST = (text) => shortened(text).split(/ (?=\+)/);

  /* Rows {text, bold, attributes} in a free spot near a point; in a crowd only right beside it. A view of the world breaks
   * a name that finds no room, writes it farther off, and then shorter. False where there is no room for that either. */
  dateline.write = function write(scene, asked, point, reach, parent, { must = !scene.crowded } = {}) {
    const first = scene.narrow ? [broken] : scene.world ? [WHOLE, broken] : [WHOLE];
    const ways = [...first.map((way) => [way, false]), ...(scene.world && !must ? [...first, SHORTER, SHORTEST].map((way) => [way, true]) : [])];
    const lined = (way) => asked.map((row) => ({ ...row, lines: way(row.text) }));
    const found = ways.reduce((best, [way, far]) => best || fitted(scene, lined(way), point, reach, must, far), null);
    if (!found) return false;
    const [rows, { box, away }] = found;
    /* Words above or below their symbol stand over its middle, not at the far end of their longest row. */
    const beside = box[2] <= point[0] ? [box[2], "end"] : box[0] >= point[0] ? [box[0], "start"] : [(box[0] + box[2]) / 2, "middle"];
    const group = node("g", { class: "label" }, parent);
    if (away > reach + (scene.world ? 8 : 24)) dateline.leader(scene, point, box, reach, group);
    let y = box[1] + 12;
    for (const { lines, bold, attributes } of rows) {
      const written = node("text", { x: beside[0], y, "text-anchor": beside[1], class: bold ? "name" : "words", ...attributes }, group);
      lines.forEach((line, i) => {
        /* Whoever copies or hears the words has a space between the lines; it takes no room. */
        if (i) node("tspan", { "font-size": 0 }, written, " ");
        node("tspan", { x: beside[0], ...(i ? { dy: dateline.LINE_HEIGHT } : {}) }, written, line);
      });
      y += dateline.LINE_HEIGHT * lines.length;
    }
    scene.block(box);
    return true;
  };
})();

/* Words on the map: names beside symbols, the lists of areas and borders, and their short form, the badge. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { node, leader, write, LINE_HEIGHT } = dateline;
  const BADGE_HEIGHT = 22;
  /* Letters of a row on one line; a longer one has two. */
  const [WHOLE, FOLDED] = [72, 48];
  /* Rows of a list, and lists in one view; beyond that a badge says how many there are. */
  const MOST_ROWS = 4;
  const MOST_CARDS = 6;
  /* Badges nearer than this become one, in pixels; and how far one may be that takes in what finds no room. */
  const [SAME, NEXT] = [16, 64];
  const MOST_BADGES = 24;
  /* How far from its place, in pixels, a badge in a crowd may lie over other countries. */
  const BESIDE = 16;
  /* What each pixel away from its place costs a badge in a view of the world: there a country is as small as the badge. */
  const PULL = 40;
  /* How far from its place a badge may stand in a crowd, in pixels. */
  const NEAR_BY = dateline.NEAR_BY;
  const ABROAD = dateline.measures.abroad;
  const MOST_ABROAD = dateline.measures.most_abroad * ABROAD;
  /* How far a badge may go, with a line to its place, where few figures are: one that is left out tells nobody. */
  const AWAY = [...NEAR_BY, 60, 90];

  const cut = (text, longest) => (text.length > longest ? text.slice(0, longest - 1).trimEnd() + "…" : text);
  /* A text on one line, or on two as equal as may be: what it says at its end is as much of it as its beginning. */
  const fold = (text, longest) => {
    if (text.length <= longest || !text.includes(" ")) return [text];
    const ends = [...text.matchAll(/ /g)].map(({ index }) => index);
    const end = ends.reduce((best, at) => (Math.abs(at - text.length / 2) < Math.abs(best - text.length / 2) ? at : best));
    return [text.slice(0, end), text.slice(end + 1)];
  };
  const byImportance = (scene) => (a, b) => {
    const chosen = (group) => Number(group.figures.some((figure) => scene.isSelected(figure)));
    const most = (group) => Math.max(0, ...group.figures.map((figure) => figure.value || 0));
    const asked = (group) => Number(group.figures.some((figure) => figure.label === "shown"));
    return chosen(b) - chosen(a) || asked(b) - asked(a) || b.figures.length - a.figures.length || most(b) - most(a);
  };

  /* What is written of some figures: what the editor wants shown first, what they want hidden never. */
  const written = (figures) => {
    const seen = figures.filter(({ label }) => label !== "hidden");
    return [...seen.filter(({ label }) => label === "shown"), ...seen.filter(({ label }) => label !== "shown")];
  };

  /* What makes words react to a pointer; their symbol is the button for the keyboard. */
  function follow(scene, key, form, act, claim) {
    scene.acts.set(key, act);
    return { "data-key": key, "data-form": form, ...(claim ? { "data-claim": claim } : {}) };
  }

  /* The names of groups of symbols, with their figures where there is room. */
  dateline.nameGroups = (scene, groups, parent, { pick, open }) => {
    for (const group of [...groups].sort(byImportance(scene))) {
      if (scene.crowded && !scene.inView(group.point)) continue;
      /* A view of the world names the fullest that have room for it, and what is selected. */
      if (scene.world && scene.names < 1 && !isChosen(scene, group)) continue;
      const places = [...group.places];
      const one = (place) => ({ text: place.name, bold: true, attributes: follow(scene, "name " + place.id, "label", () => pick(null, place.id)) });
      const many = { text: dateline.region(scene, group), bold: true, attributes: follow(scene, "name " + group.key, "label", () => open(group)) };
      const rows = group.cluster && places.length > 1 ? [many] : places.map(one);
      if (!scene.narrow && !scene.crowded) rows.push(...figureRows(scene, group, { pick, open }));
      const ringed = group.circles.some(({ figure }) => figure.inferred);
      if (write(scene, rows, [group.point.x, group.point.y], group.reach + (ringed ? 10 : 4), parent)) scene.names -= 1;
    }
  };

  function figureRows(scene, group, { pick, open }) {
    const words = (figure, text) => ({ text, attributes: follow(scene, "words " + figure.claim, "label", () => pick(figure.claim, null), figure.claim) });
    const rest = (text) => ({ text, attributes: follow(scene, "rest " + group.key, "label", () => open(group)) });
    const told = written(group.figures);
    const texts = told.map((figure) => figure.short);
    if (group.cluster) return [rest(dateline.tally(group.figures))];
    if (!told.length) return [];
    if (told.length === group.figures.length && texts.join("; ").length <= 46) return [words(told[0], texts.join("; "))];
    const rows = told.slice(0, 2).map((figure) => words(figure, figure.short));
    const more = group.figures.length - rows.length;
    return more ? [...rows, rest("and " + more + " more")] : rows;
  }

  /* A dotted arrow belongs to no place, so it carries its own words. */
  dateline.nameArrow = (scene, { lead, figures, middle }, parent, pick) => {
    if (!written(figures).length) return;
    const words = (text, bold) => ({ text, bold, attributes: follow(scene, "words " + lead.claim + bold, "label", () => pick(lead.claim, null), lead.claim) });
    const rows = [words(figures.length > 1 ? dateline.tally(figures) : lead.short, true)];
    if (!scene.narrow) rows.push(words(scene.keys.others.dotted, false));
    write(scene, rows, [middle.x, middle.y], 6, parent, { must: true });
  };

  /* A dot and a name to click, for a place that figures name without standing there, as the town that a base is in;
   * group: the symbol over it, if there is one. */
  dateline.nameSpot = (scene, place, count, group, behind, parent, pick) => {
    const point = scene.point(place.at);
    node("circle", { class: "spot", cx: point.x, cy: point.y, r: 2.4 }, behind);
    const attributes = scene.button("place " + place.id, place.name + ", " + dateline.count(count), "label", () => pick(null, place.id));
    /* Outside of a symbol that lies over it. */
    const reach = group ? point.distanceTo(group.point) + group.reach + 4 : 8;
    write(scene, [{ text: place.name, bold: true, attributes: { ...attributes, "data-place": place.id } }], [point.x, point.y], reach, parent, { must: !scene.narrow && !scene.crowded });
  };

  /* A selected place without a figure is marked and named, so that a mention can be found too. */
  dateline.nameSelected = (scene, place, named, behind, parent) => {
    const point = scene.point(place.at);
    if (place.form !== "area") {
      const stated = place.km ? scene.pixels(place.km, place.at) : 0;
      if (stated) node("circle", { class: "ring selected", cx: point.x, cy: point.y, r: stated }, behind);
      node("circle", { class: "halo", cx: point.x, cy: point.y, r: 9 }, behind);
    }
    if (!named) write(scene, [{ text: place.name, bold: true, attributes: {} }], [point.x, point.y], 8, parent, { must: true });
  };

  /* Figures about areas and borders, groups {key, point, places, figures}: lists for the most important, badges for the rest. */
  dateline.drawCards = (scene, groups, parent, acts) => {
    const sorted = [...groups].sort(byImportance(scene));
    const room = scene.narrow || scene.crowded ? 0 : sorted.length <= MOST_CARDS ? MOST_CARDS : MOST_ROWS;
    const rest = sorted.filter((group, i) => i >= room || !card(scene, group, parent, acts));
    drawBadges(scene, rest.filter(({ point }) => scene.inView(point) || (!scene.crowded && scene.near(point))), parent, acts);
  };

  /* Places at one spot share a badge, and what finds no room goes to the nearest that does. What still finds none is left
   * out of this view: the panel has it, and the map once it is closer. */
  function drawBadges(scene, groups, parent, acts) {
    let merged = dateline.merge(groups, SAME).sort(byImportance(scene));
    for (;;) {
      const badges = lay(scene, merged.slice(0, MOST_BADGES));
      const stands = ({ spot }) => spot.free && (!scene.world || spot.away <= BESIDE || spot.strange <= MOST_ABROAD);
      const stand = badges.filter(stands);
      const lost = [...badges.filter((badge) => !stands(badge)).map(({ group }) => group), ...merged.slice(MOST_BADGES)];
      const taken = lost.filter((group) => takeIn(scene, stand, group));
      if (!taken.length) {
        for (const badge of stand) drawBadge(scene, badge, parent, acts);
        return;
      }
      merged = merged.filter((group) => !taken.includes(group)).sort(byImportance(scene));
    }
  }

  const isChosen = (scene, { figures }) => figures.some((figure) => scene.isSelected(figure));

  /* Adds a group to the nearest badge that stands, but for the selected one; false where none is near. */
  function takeIn(scene, stand, group) {
    const away = (badge) => badge.group.point.distanceTo(group.point);
    const near = stand.filter((badge) => away(badge) <= NEXT && !isChosen(scene, badge.group));
    if (!near.length) return false;
    const home = near.reduce((best, one) => (away(best) <= away(one) ? best : one)).group;
    home.figures.push(...group.figures);
    for (const place of group.places) home.places.add(place);
    return true;
  }

  /* The list of an area or a border, its name and then one row a figure. False where it finds no room. */
  function card(scene, group, parent, { pick, open }) {
    const { figures } = group;
    const [place] = group.places;
    const listed = written(figures).slice(0, figures.length === MOST_ROWS + 1 ? MOST_ROWS + 1 : MOST_ROWS);
    const more = figures.length - listed.length;
    const rest = "and " + more.toLocaleString("en-GB") + " more";
    /* On one line each where that lies hardly more over other countries. */
    const tried = (letters) => {
      const texts = listed.map((figure) => fold(figure.short, letters));
      const lines = [...texts.flat(), ...(more ? [rest] : [])];
      const width = Math.max(dateline.textWidth(place.name, 12, 650) + 18, ...lines.map((text) => dateline.textWidth(text, 11.5, 400) + 32));
      const height = 10 + LINE_HEIGHT * (1 + lines.length);
      return { texts, width, height, ...cardSpot(scene, scene.obstacles, group, width, height) };
    };
    const [whole, short] = [tried(WHOLE), tried(FOLDED)];
    const { texts, width, height, box, away, anchor, free } = whole.free && whole.strange <= short.strange + ABROAD ? whole : short;
    if (!free) return false;
    const made = node("g", { class: "card" + (scene.placeSelected(place) ? " selected" : "") }, parent);
    if (away > 40) leader(scene, anchor, box, 0, made);
    node("rect", { class: "paper", x: box[0], y: box[1], width, height, rx: 3 }, made);
    const name = place.name + ", " + dateline.tally(figures);
    const select = () => pick(null, place.id);
    /* A border is a button itself. */
    const heading = place.form === "line" ? follow(scene, "card " + place.id, "card", select) : scene.button("card " + place.id, name, "card", select);
    node("text", { ...heading, "data-place": place.id, class: "name", x: box[0] + 9, y: box[1] + 17 }, made, place.name);
    let top = box[1] + 7 + LINE_HEIGHT;
    const line = (attributes, texts) => {
      const row = node("g", attributes, made);
      node("rect", { class: "strip", x: box[0] + 1, y: top - 1, width: width - 2, height: LINE_HEIGHT * texts.length }, row);
      const words = node("text", { class: "words", x: box[0] + 24, y: top + 10.5 }, row, texts.length > 1 ? texts[0] + " " : texts[0]);
      if (texts.length > 1) node("tspan", { x: box[0] + 24, dy: LINE_HEIGHT }, words, texts[1]);
      const y = top + 6.5;
      top += LINE_HEIGHT * texts.length;
      return { row, y };
    };
    listed.forEach((figure, i) => {
      const classes = "figure row " + figure.panel + (scene.isSelected(figure) ? " selected" : "");
      const title = figure.tip;
      const button = scene.button("claim " + figure.claim, title, "row", () => pick(figure.claim, null));
      const { row, y } = line({ class: classes, ...button, "data-claim": figure.claim }, texts[i]);
      dateline.mark(figure, box[0] + 14, y, 4, row);
    });
    if (more) line({ class: "row more", ...scene.button("more " + place.id, rest + ", " + name, "more", () => open(group)) }, [rest]);
    scene.block(box);
    return true;
  }

  /* Where the badges of some groups go, each clear of those before it: [{group, words, shares, indent, spot}]. */
  function lay(scene, groups) {
    const taken = dateline.boxes();
    const obstacles = { covered: (box, least) => scene.obstacles.covered(box, least) + taken.covered(box, least) };
    return groups.map((group, i) => {
      const number = group.figures.length.toLocaleString("en-GB");
      const short = scene.world && !isChosen(scene, group) && (group.figures.length < scene.fullest || i >= scene.names);
      const shares = dateline.shares(group.figures).map(([panel]) => panel);
      const last = group.figures.filter(({ panel }) => panel === shares.at(-1));
      const indent = 10 + 10 * shares.length + (last.every(({ inferred }) => inferred) ? 3 : 0);
      const fit = (words) => {
        const width = indent + dateline.textWidth(words, 12, 650) + 10;
        return { group, words, shares, indent, spot: cardSpot(scene, obstacles, group, width, BADGE_HEIGHT, !scene.crowded) };
      };
      const whole = short ? null : fit(cut(dateline.region(scene, group), scene.narrow ? 30 : 40) + " · " + number);
      /* Where the name finds no room, or lies over another country, the number alone tells that something is there. */
      const badge = whole && whole.spot.free && (isChosen(scene, group) || !scene.world || whole.spot.strange <= MOST_ABROAD) ? whole : fit(number);
      if (badge.spot.free) taken.add([...badge.spot.box, dateline.SOLID]);
      return badge;
    });
  }

  /* A name with the number of its figures: opens the list of them, or the only one. */
  function drawBadge(scene, { group, words, shares, indent, spot }, parent, { pick, open }) {
    const { figures } = group;
    const { box, away, anchor } = spot;
    const places = [...group.places];
    const alone = figures.length === 1 ? figures[0] : null;
    const selected = places.some((place) => scene.placeSelected(place));
    const title = alone ? alone.tip : dateline.region(scene, group) + ", " + dateline.tally(figures);
    const act = () => (alone ? pick(alone.claim, null) : open(group));
    const made = node("g", { class: "card badge" + (selected ? " selected" : ""), ...scene.button("badge " + group.key, title, "badge", act) }, parent);
    if (alone) made.dataset.claim = alone.claim;
    /* What is read begins with what is written (WCAG 2.5.3). */
    made.setAttribute("aria-label", words + ": " + title);
    if (away > 40) leader(scene, anchor, box, 0, made);
    node("rect", { class: "paper", x: box[0], y: box[1], width: box[2] - box[0], height: BADGE_HEIGHT, rx: BADGE_HEIGHT / 2 }, made);
    shares.forEach((panel, i) => {
      const own = figures.filter((figure) => figure.panel === panel);
      const mark = own.every((figure) => figure.mark === own[0].mark) ? own[0].mark : "filled";
      const dot = node("g", { class: "figure " + panel }, made);
      dateline.mark({ mark, inferred: own.every((figure) => figure.inferred) }, box[0] + 11 + 10 * i, box[1] + 11, 4, dot);
    });
    node("text", { class: "name", x: box[0] + indent, y: box[1] + 15 }, made, words);
    if (words.includes(" ")) scene.badgeNames += 1;
    scene.block(box);
  }


  /* Nine points of a box: its corners, its middle, and those between. */
  const nine = ([left, top, right, bottom]) => [0, 0.5, 1].flatMap((across) => [0, 0.5, 1].map((down) => ({ x: left + across * (right - left), y: top + down * (bottom - top) })));

  /* Where a list or a badge goes, and the point that it belongs to: of one border, what gives the best spot. */
  function cardSpot(scene, obstacles, { point, places }, width, height, freeFirst = false) {
    const [place] = places;
    /* What is about one country stands over that one. */
    const codes = [...places].map(({ between }) => between).find(({ length }) => length === 1) || [];
    const strange = (box) => ABROAD * (codes.length ? scene.abroad(codes, nine(box)) : 0);
    if (place.form !== "line" || places.size > 1 || scene.crowded) {
      const anchor = [point.x, point.y];
      const distances = scene.crowded ? NEAR_BY : freeFirst ? AWAY : undefined;
      return { anchor, ...dateline.seek(obstacles, anchor, 0, width, height, scene.view, { distances, freeFirst, strange, over: scene.world, pull: scene.world ? PULL : undefined }) };
    }
    const own = scene.corners(place.lines).flat();
    /* Neither outside of the view nor under the legend. */
    const visible = own.filter(([x, y]) => scene.inView({ x, y }) && !scene.covered({ x, y }));
    /* Beside a stretch that is this line's alone, where a part of it is a place of its own. */
    const shared = dateline.boxes(scene.corners(scene.linesAbove(place)).flat().map(([x, y]) => [x - 8, y - 8, x + 8, y + 8]));
    const alone = visible.filter(([x, y]) => !shared.covered([x - 8, y - 8, x + 8, y + 8]));
    const anchors = [alone, visible, own].find((some) => some.length);
    const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].map((share) => {
      const anchor = anchors[Math.floor(share * (anchors.length - 1))];
      return { anchor, ...dateline.seek(obstacles, anchor, 6, width, height, scene.view, { freeFirst, strange }) };
    });
    return spots.reduce((best, spot) => (spot.cost < best.cost ? spot : best));
  }
})();

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

/* A layer whose marks are buttons: each has a data-key, and the scene that is drawn knows what a press of it does. */
"use strict";
window.dateline = window.dateline || {};

dateline.Pressable = L.SVG.extend({
  options: { padding: 0.6, pane: "overlayPane" },

  _initContainer() {
    L.SVG.prototype._initContainer.call(this);
    this._container.classList.add("dateline-figures");
    this._container.setAttribute("aria-label", "Figures on the map");
    this._container.setAttribute("role", "group");
    this._container.addEventListener("click", (event) => {
      /* The end of a drag is a click too; one made by keyboard or script has detail 0. */
      if (!event.detail || !this._map.dragging.moved()) this._act(event);
    });
    this._container.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this._act(event);
    });
  },

  /* A press closes the list that an earlier one opened. */
  _act(event) {
    const hit = event.target.closest("[data-key]");
    const act = hit && this._scene.acts.get(hit.dataset.key);
    if (!act) return;
    event.stopPropagation();
    this._list.close(false);
    act();
  },

  /* The data-key that has the focus of the keyboard; null where that is in the page around the map's frame. */
  _focused() {
    return document.hasFocus() && this._container.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  },

  _focus(key) {
    const found = this._rootGroup.querySelector('[data-key="' + CSS.escape(key) + '"]');
    if (found) found.focus({ preventScroll: true });
    return Boolean(found);
  },
});

/* The figures: one SVG above the basemap with everything that can be clicked.
 *
 * Every button of it has a data-key and a name; those that stand for one claim have data-claim, and all have data-form.
 * All text is put in by textContent. What is drawn where is decided anew for each view: groups.js says which figures
 * share a symbol, symbols.js, arrows.js and captions.js draw.
 */
"use strict";
window.dateline = window.dateline || {};

(() => {
  /* With more figures or places than this in view, names are written only where there is room, areas have badges, and
   * only the largest movements are drawn. */
  const MOST_FIGURES = 120;
  const MOST_PLACES = 40;
  /* Below this zoom a view is one of the world, and so many of its groups are named, the fullest. */
  const WORLD_ZOOM = dateline.measures.world_zoom;
  const MOST_NAMES = dateline.measures.most_names;
  /* Pixels of a corner that an open legend may take, with scale and credits below it. */
  const LEGEND = [310, 280];
  const LAYERS = ["areas", "lines", "rings", "arrows", "circles", "labels"];

  dateline.Figures = dateline.Pressable.extend({
    /* report(claim, place): what was picked; list: geo/maps/browser/list.js; closer(bounds), there(bounds): go to what is in view, and
     * to what is not; abroad(codes, points): how many of them lie in other countries. */
    initialize(data, { report, list, closer, there, abroad }) {
      L.SVG.prototype.initialize.call(this);
      this._list = list;
      this._keys = data.keys;
      this._countries = data.countries;
      this._closer = closer;
      this._there = there;
      this._abroad = abroad;
      this._acts = { pick: report, open: (group) => this._openGroup(group) };
      this._places = new Map([...data.others, ...data.places].map((place) => [place.id, { ...place, lines: worldLines(place) }]));
      /* Large shapes first, so that a part of a border or a province lies above the whole and can be clicked. */
      const corners = (place) => place.lines.reduce((sum, line) => sum + line.length, 0);
      this._shaped = [...this._places.values()].filter(corners).sort((a, b) => corners(b) - corners(a));
      /* All figures, and all without the places that are only inferred. */
      this._every = [data.figures, [...data.figures.filter((figure) => !figure.probably), ...data.stated]];
      this._ids = data.figures.map(({ claim }) => claim);
      this._use(true);
      this._shown = new Set(this._ids);
      this._selection = {};
      this._boxes = [];
      const circled = data.figures.filter((figure) => this._circled(figure));
      this.sizes = dateline.sizes(circled.map((figure) => figure.value));
      this._widest = data.figures.reduce((most, figure) => (figure.path ? Math.max(most, figure.value || 0) : most), 1);
    },

    /* Whether a figure has its place at a point, and so a symbol there. */
    _circled(figure) {
      const form = this._places.get(figure.place).form;
      return form === "point" || form === "radius";
    },

    /* A symbol of several figures: closer to them where that parts them, else the list of them, and their place. Words
     * that stand for several open the list at once. */
    _openGroup(group) {
      const places = [...group.places];
      if (group.circles && places.length > 1 && this._parts(places)) {
        this._refocus = new Set(group.figures.map((figure) => figure.claim));
        this._closer(this._around(places));
        return;
      }
      const fanned = group.circles && !group.cluster;
      if (!fanned || places.length > 1) this._openList(group);
      /* On a phone the list lies over the map, and the page must not go on to the panel. */
      if (places.length === 1 && (fanned || !this._scene.narrow)) this._acts.pick(null, places[0].id);
    },

    /* Whether going closer would part these places. */
    _parts(places) {
      const map = this._map;
      const bounds = this._around(places);
      const [a, b] = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.latLngToLayerPoint(corner));
      return map.getZoom() < map.getMaxZoom() - 1 && a.distanceTo(b) > 8;
    },

    _openList(group) {
      const key = this._focused();
      this._list.open({
        title: group.title || [...group.places].map((place) => place.name).join(", "),
        figures: group.figures,
        name: (id) => this._places.get(id).name,
        at: this._map.latLngToContainerPoint(this._places.get(group.figures[0].place).at),
        refocus: () => key && this._focus(key),
      });
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.SVG.prototype._update.call(this);
      const state = this._map.getZoom() + " " + this._map.getPixelOrigin() + " " + this._map.getSize() + " " + this._bounds.min;
      if (state !== this._drawnFor) this.draw();
      this._drawnFor = state;
    },

    _use(inferred) {
      this._inferred = inferred;
      this._figures = this._every[Number(!inferred)];
      this._byClaim = new Map(this._figures.map((figure) => [figure.claim, figure]));
    },

    /* What passes the filter; null is everything. inferred: with the places that are only inferred. True where that is
     * another set than before. */
    show(claims, inferred) {
      const next = new Set(claims === null ? this._ids : claims);
      const same = inferred === this._inferred && next.size === this._shown.size && [...next].every((claim) => this._shown.has(claim));
      if (inferred !== this._inferred) this._use(inferred);
      this._shown = next;
      if (same) return false;
      this._list.close(false);
      this.draw();
      return true;
    },

    /* What is marked. The basemap stays as it is: its names have yielded already, and painting it again takes longer
     * than all the rest of a click. */
    select(selection) {
      this._selection = selection;
      this.draw({ quiet: true });
    },

    /* Boxes [left, top, right, bottom] in layer pixels that names of the basemap must not cover. */
    taken() {
      return this._boxes;
    },

    /* Where a claim or a place is, for moving there; null where it is not on the map. */
    bounds(claim, id) {
      const figure = this._byClaim.get(claim);
      const place = this._places.get(figure ? figure.place : id);
      if (figure && figure.path) return L.latLngBounds([...figure.path, place.at]);
      if (!place) return null;
      if (place.lines.length && (place.form === "line" || (place.form === "area" && !figure))) {
        const crs = L.CRS.EPSG3857;
        return L.latLngBounds(place.lines.flat().map((point) => crs.pointToLatLng(point, 0)));
      }
      return L.latLngBounds([place.at, place.at]);
    },

    draw({ quiet = false } = {}) {
      if (!this._map || !this._rootGroup) return;
      const focused = this._focused();
      this._rootGroup.textContent = "";
      this._scene = this._stage();
      this._draw(this._scene);
      if (this.legend && this.legend(this._rootGroup, (claim) => this._byClaim.get(claim))) {
        /* Words keep clear of the legend: once more around its new size. */
        this._rootGroup.textContent = "";
        this._scene = this._stage();
        this._draw(this._scene);
      }
      /* Names of the basemap keep clear of buttons and legend too. */
      this._boxes = [...this._scene.boxes, ...this._scene.controls()];
      if (focused && !this._focus(focused)) this._focusAmong();
      if (!quiet) this.fire("drawn");
    },

    /* The symbol that the keyboard was on is gone after going closer: on to one of those that it stood for. */
    _focusAmong() {
      const claims = this._refocus;
      if (!claims) return;
      const next = [...this._rootGroup.querySelectorAll("[role=button][data-key]")].find((one) => claims.has(one.dataset.claim) || one.dataset.form === "cluster");
      if (next) next.focus({ preventScroll: true });
      this._refocus = null;
    },

    _stage() {
      const { min, max } = this._bounds;
      const scene = new dateline.Scene({
        map: this._map,
        root: this._rootGroup,
        margin: [min.x, min.y, max.x, max.y],
        selection: this._selection,
        selected: this._byClaim.get(this._selection.claim) || null,
        sizes: this.sizes,
        widest: this._widest,
      });
      scene.keys = this._keys;
      scene.countries = this._countries;
      scene.abroad = this._abroad;
      scene.placeOf = (figure) => this._places.get(figure.place);
      scene.area = (id) => (this._places.get(id).form === "area" ? this._places.get(id) : null);
      scene.placeName = (id) => this._places.get(id).name;
      const lines = this._shaped.filter((place) => place.form === "line");
      scene.linesAbove = (place) => lines.slice(lines.indexOf(place) + 1).flatMap((other) => other.lines);
      return scene;
    },

    _draw(scene) {
      const shown = this._figures.filter((figure) => this._shown.has(figure.claim));
      const standing = Map.groupBy(shown, (figure) => figure.place);
      const inView = [...standing].filter(([id]) => scene.inView(scene.point(this._places.get(id).at)));
      scene.crowded = inView.length > MOST_PLACES || inView.reduce((sum, [, figures]) => sum + figures.length, 0) > MOST_FIGURES;
      /* At the scale of the world only the fullest few have a name. */
      /* Also of a view into which few of them fall: else those at its edge would be another kind of symbol than before. */
      scene.world = this._map.getZoom() < WORLD_ZOOM && standing.size > MOST_NAMES;
      scene.crowded = scene.crowded || scene.world;
      const [areas, lines, rings, arrows, circles, labels] = LAYERS.map((name) => scene.layer(name));

      for (const place of this._shaped) {
        if (place.form === "area") dateline.drawArea(scene, place, areas, this._acts.pick);
        if (place.form === "line") dateline.drawLine(scene, place, standing.get(place.id) || [], lines, this._acts.pick);
      }
      const bundles = this._bundles(scene, shown);
      const spotted = shown.filter((figure) => figure.form !== "row" && this._circled(figure));
      const { groups, rest } = dateline.spots(scene, spotted, this._places, this._wide(scene, shown, bundles));
      /* Of the groups of the view that have most of their figures in one country, the fullest, by its key: it has its name. */
      scene.leading = new Map();
      const several = [...groups, ...rest].filter(({ point, places }) => places.size > 1 && scene.inView(point));
      for (const group of several.sort((a, b) => a.figures.length - b.figures.length)) scene.leading.set(dateline.ranked(scene, group)[0].name, group.key);
      const groupOf = new Map(groups.flatMap((group) => group.figures.map((figure) => [figure.claim, group])));
      for (const group of groups) dateline.drawGroup(scene, group, rings, circles, this._acts);

      const alone = bundles.filter(({ lead }) => lead.dotted);
      for (const bundle of bundles) dateline.drawArrow(scene, bundle, groupOf.get(bundle.lead.claim), arrows, this._acts);
      dateline.drawEdges(scene, this._outside(scene, standing), labels, (places) => this._there(this._around(places)));
      scene.fullest = scene.world ? fullest([...groups, ...rest].filter(({ point }) => scene.inView(point))) : 0;
      const own = scene.world ? groups.filter((group) => scene.inView(group.point) && group.figures.length >= scene.fullest).length : 0;
      /* The names that are left for areas and borders. */
      scene.names = scene.world ? Math.max(0, MOST_NAMES - own) : Infinity;
      if (!scene.crowded) dateline.nameGroups(scene, groups, labels, this._acts);
      for (const bundle of alone) if (!scene.crowded || bundle.selected) dateline.nameArrow(scene, bundle, labels, this._acts.pick);

      scene.badgeNames = 0;
      dateline.drawCards(scene, rest, labels, this._acts);
      scene.names = MOST_NAMES - scene.badgeNames;
      if (scene.crowded) dateline.nameGroups(scene, groups, labels, this._acts);
      this._nameOthers(scene, standing, groups, rings, labels);
    },

    /* The lower corner of the map under which fewer figures lie: the legend stands there, [corner, how many]. */
    emptier(map) {
      const size = map.getSize();
      const points = this._figures.flatMap((figure) => this._points(figure, figure.place)).map((point) => map.latLngToContainerPoint(point));
      const low = points.filter(({ y }) => y > size.y - LEGEND[1] && y < size.y);
      const under = (test) => low.filter(test).length;
      const left = under(({ x }) => x > 0 && x < LEGEND[0]);
      const right = under(({ x }) => x < size.x && x > size.x - LEGEND[0]);
      return size.x < 640 || left <= right ? ["bottomleft", left] : ["bottomright", right];
    },

    /* Where each figure is counted. */
    positions() {
      return this._figures.map((figure) => this._places.get(figure.place).at);
    },

    /* The places with figures that this view leaves out: [place, figures]. */
    _outside(scene, standing) {
      const seen = ([id, figures]) => figures.some((figure) => this._points(figure, id).some((point) => scene.inView(scene.point(point))));
      return [...standing].filter((one) => !seen(one)).map(([id, figures]) => [this._places.get(id), figures]);
    },

    /* Where a figure may be seen: at its place, at both ends of its arrow, along its border. */
    _points(figure, id) {
      const place = this._places.get(id);
      const along = place.form === "line" && place.shape ? place.shape.flatMap((flat) => [[flat[0], flat[1]], [flat.at(-2), flat.at(-1)], [flat[2 * (flat.length >> 2)], flat[2 * (flat.length >> 2) + 1]]]) : [];
      return [place.at, ...(figure.path || []), ...along];
    },

    _around(places) {
      return L.latLngBounds(places.map((place) => place.at));
    },

    /* The movements to draw; the selected one always, on its own. */
    _bundles(scene, shown) {
      const moving = shown.filter((figure) => figure.path);
      const selected = moving.find((figure) => scene.isSelected(figure));
      const bundles = dateline.bundles(scene, moving.filter((figure) => figure !== selected), scene.crowded);
      return selected ? [...bundles, { key: "selected", lead: selected, figures: [selected], selected: true }] : bundles;
    },

    /* What stands at an area or a border, and movements to it that are not drawn here: [{key, point, places, figures}]. */
    _wide(scene, shown, bundles) {
      const moving = new Set(bundles.flatMap(({ figures }) => figures));
      const listed = shown.filter((figure) => figure.form === "row" || (!this._circled(figure) && !moving.has(figure)));
      return [...Map.groupBy(listed, (figure) => figure.place)].map(([id, figures]) => {
        const place = this._places.get(id);
        return { key: id, point: scene.middle(place), places: new Set([place]), figures };
      });
    },

    /* Places without a symbol: those that figures name, and the one that is selected. */
    _nameOthers(scene, standing, groups, rings, labels) {
      const others = [...this._places.values()].filter((place) => !standing.has(place.id));
      const count = (place) => (place.claims || []).filter((claim) => this._shown.has(claim)).length;
      const named = others.filter((place) => !scene.crowded && (place.form === "point" || place.form === "radius") && count(place));
      for (const place of named) {
        const point = scene.point(place.at);
        const over = groups.find((group) => group.point.distanceTo(point) < group.reach);
        if (scene.near(point)) dateline.nameSpot(scene, place, count(place), over, rings, labels, this._acts.pick);
      }
      const selected = others.find((place) => place.id === this._selection.place && place.form !== "line");
      if (selected) dateline.nameSelected(scene, selected, named.includes(selected), rings, labels);
    },
  });

  /* How many figures a group must have to be one of the fullest. */
  function fullest(groups) {
    const counts = groups.map(({ figures }) => figures.length).sort((a, b) => b - a);
    return counts[Math.min(MOST_NAMES, counts.length) - 1] || 0;
  }

  function worldLines(place) {
    return (place.shape || []).map((flat) => {
      const line = [];
      for (let i = 0; i < flat.length; i += 2) line.push(dateline.world(flat[i], flat[i + 1]));
      return line;
    });
  }
})();

/* The figures of a collection that is too large for the browser: symbols that the server made for one window.
 *
 * window.parent.datelineCells is the last answer, {version, box: [south, west, north, east], zoom, cells} (geo/store/cells.py);
 * window.parent.datelineAsk([south, west, north, east, zoom]) asks for another window, and the event dateline-cells of the
 * page says that it is there. window.parent.datelineBeyond is what lies outside of a view, {version, view: [south, west,
 * north, east], sides: [{side, names, count, told, at, bounds}]} (geo/store/beyond.py), asked for by datelineAskBeyond(view)
 * and told by dateline-beyond. All text is put in by textContent.
 */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { node } = dateline;
  const PANELS = ["troops", "displaced", "other"];
  /* How many symbols have a name; and of a view of the world, which is one below this zoom. */
  const [MOST_NAMES, MOST_OF_WORLD, WORLD_ZOOM] = [12, dateline.measures.most_names, dateline.measures.world_zoom];
  /* Milliseconds after the last move before a window is asked for. */
  const PAUSE = 60;
  /* Of a zoom step, from which the symbols are those of another scale. */
  const OTHER_ZOOM = 0.5;
  /* A badge with its name, and one with its number alone where there is no room for that. */
  const BADGE = { height: 22, letters: 12, step: 10, dot: 4 };
  const SMALL_BADGE = { height: 18, letters: 10.5, step: 6, dot: 2.5 };
  /* What it costs a name to stand nearer to another symbol. */
  const FOREIGN = 1e5;

  /* A map of so many pixels, without its very edge: as Scene has it. */
  const SEEN = ({ x, y }) => [4, 4, x - 4, y - 4];

  const total = ({ troops, displaced, other }) => troops + displaced + other;
  const short = (n) => (n < 10000 ? n.toLocaleString("en-GB") : n < 1e6 ? Math.round(n / 1000) + "k" : (n / 1e6).toFixed(1) + "m");

  /* "Goma and 4 more, 12 figures: 7 troops, 5 displaced, each 30 to 1,200; 3 of them about no point". */
  function words(cell) {
    const n = total(cell.counts);
    const shares = PANELS.filter((panel) => cell.counts[panel]).map((panel) => cell.counts[panel].toLocaleString("en-GB") + " " + panel);
    const range = cell.low === null ? "" : cell.low === cell.high ? ", " + cell.low.toLocaleString("en-GB") : ", each " + cell.low.toLocaleString("en-GB") + " to " + cell.high.toLocaleString("en-GB");
    const wide = cell.wide && cell.places > 1 ? "; " + cell.wide.toLocaleString("en-GB") + " of them about an area or a border" : "";
    return cell.name + ", " + dateline.count(n) + (shares.length > 1 ? ": " + shares.join(", ") : "") + range + wide;
  }

  dateline.Cells = dateline.Pressable.extend({
    /* report(claim, place): what was picked; list: geo/maps/browser/list.js; closer(bounds), there(bounds): go to what is in view, and
     * to what is not. */
    initialize(version, { report, list, closer, there }) {
      L.SVG.prototype.initialize.call(this);
      Object.assign(this, { _version: version, _report: report, _list: list, _closer: closer, _there: there, _selection: {}, _boxes: [] });
    },

    onAdd(map) {
      L.SVG.prototype.onAdd.call(this, map);
      this._hear = () => this._take();
      this._hearBeyond = () => this.draw();
      window.parent.addEventListener("dateline-cells", this._hear);
      window.parent.addEventListener("dateline-beyond", this._hearBeyond);
      map.on("moveend", this._ask, this);
      this._take();
      this._ask();
    },

    onRemove(map) {
      window.parent.removeEventListener("dateline-cells", this._hear);
      window.parent.removeEventListener("dateline-beyond", this._hearBeyond);
      map.off("moveend", this._ask, this);
      L.SVG.prototype.onRemove.call(this, map);
    },

    _take() {
      const told = window.parent.datelineCells;
      if (!told || told.version !== this._version || told === this._told) return;
      this._told = told;
      this.draw();
    },

    /* What is in view, where the last answer does not cover it at this scale. */
    _ask() {
      clearTimeout(this._waits);
      this._waits = setTimeout(() => {
        if (!this._map) return;
        const bounds = this._map.getBounds();
        const zoom = this._map.getZoom();
        const view = [Math.max(-85, bounds.getSouth()), bounds.getWest(), Math.min(85, bounds.getNorth()), bounds.getEast()];
        this._askBeyond();
        const told = this._told;
        const covered = told && view[0] >= told.box[0] && view[1] >= told.box[1] && view[2] <= told.box[2] && view[3] <= told.box[3];
        if ((covered && Math.abs(told.zoom - zoom) < OTHER_ZOOM) || !window.parent.datelineAsk) return;
        window.parent.datelineAsk([...view, zoom]);
      }, PAUSE);
    },

    /* What lies outside of this view, where that is not what was told last. */
    _askBeyond() {
      const view = this._seen();
      if (window.parent.datelineAskBeyond && !this._beyond(view).known) window.parent.datelineAskBeyond(view);
    },

    /* The view within which a symbol is seen: [south, west, north, east]. */
    _seen() {
      const [left, top, right, bottom] = SEEN(this._map.getSize());
      const [a, b] = [[left, top], [right, bottom]].map((corner) => this._map.containerPointToLatLng(corner));
      return [b.lat, a.lng, a.lat, b.lng].map((degrees) => Number(degrees.toFixed(4)));
    },

    /* The sides of a view, where they are known. */
    _beyond(view) {
      const told = window.parent.datelineBeyond;
      const known = Boolean(told && told.view && told.version === this._version && told.view.every((degrees, i) => Math.abs(degrees - view[i]) < 1e-3));
      return { known, sides: known ? told.sides : [] };
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.SVG.prototype._update.call(this);
      const state = this._map.getZoom() + " " + this._map.getPixelOrigin() + " " + this._bounds.min;
      if (state !== this._drawnFor) this.draw();
      this._drawnFor = state;
    },

    select(selection) {
      this._selection = selection;
      this.draw();
    },

    taken() {
      return this._boxes;
    },

    draw() {
      if (!this._map || !this._rootGroup || !this._told) return;
      const held = this._focused();
      this._rootGroup.textContent = "";
      const { min, max } = this._bounds;
      const scene = new dateline.Scene({
        map: this._map, root: this._rootGroup, margin: [min.x, min.y, max.x, max.y], selection: this._selection, selected: null,
      });
      this._scene = scene;
      const [lines, rings, symbols, names] = ["lines", "rings", "circles", "labels"].map((name) => scene.layer(name));
      const near = this._told.cells.map((cell) => [cell, scene.point([cell.lat, cell.lon])]).filter(([, at]) => scene.near(at));
      /* Spots first: they stand where they are, and words move aside. */
      const wide = ([cell]) => Number(cell.places === 1 && (cell.form === "area" || cell.form === "line"));
      for (const [cell, at] of near.sort((a, b) => wide(a) - wide(b) || total(b[0].counts) - total(a[0].counts))) this._cell(scene, cell, at, { lines, rings, symbols });
      for (const { side, names: called, count, told, at, bounds } of this._beyond(this._seen()).sides) {
        dateline.drawEdge(scene, { side, names: called, count, told, at }, names, () => this._there(L.latLngBounds(bounds)));
      }
      let left = this._map.getZoom() < WORLD_ZOOM ? MOST_OF_WORLD : MOST_NAMES;
      const first = ([cell]) => Number(Boolean(cell.label));
      const seen = near.filter(([, at]) => scene.inView(at)).sort((a, b) => first(b) - first(a) || total(b[0].counts) - total(a[0].counts));
      const stand = near.filter((one) => !wide(one)).map(([cell, at]) => [at, this._reach(cell)]);
      for (const [cell, at] of seen) if (left && this._name(scene, cell, at, names, stand)) left -= 1;
      /* Names of the basemap keep clear of buttons and legend too. */
      this._boxes = [...scene.boxes, ...scene.controls()];
      if (held) this._focus(held);
      /* No circle here is as large as its figure. */
      if (this.legend) this.legend(this._rootGroup, () => ({ value: 0 }));
      this.fire("drawn");
    },

    _open(cell) {
      if (cell.claim) return this._report(cell.claim, null);
      const [[south, west], [north, east]] = cell.bounds;
      const corners = [L.latLng(north, west), L.latLng(south, east)].map((corner) => this._map.latLngToLayerPoint(corner));
      if (cell.places > 1 && this._map.getZoom() < this._map.getMaxZoom() - 1 && corners[0].distanceTo(corners[1]) > 8) {
        return this._closer(L.latLngBounds(cell.bounds));
      }
      return this._report(null, cell.place);
    },

    _cell(scene, cell, { x, y }, layers) {
      const n = total(cell.counts);
      const selected = this._selection.place === cell.place || (cell.claim && this._selection.claim === cell.claim);
      const form = cell.places > 1 ? "cluster" : cell.form;
      const button = scene.button("cell " + cell.place, words(cell), form, () => this._open(cell));
      if (cell.shape.length) this._line(scene, cell, button, layers.lines);
      if (form === "radius" && cell.km) {
        node("circle", { class: "ring", cx: x, cy: y, r: Math.max(scene.pixels(cell.km, [cell.lat, cell.lon]), dateline.reach(n) + 4) }, layers.rings);
      }
      const marked = { ...button, ...(cell.claim ? { "data-claim": cell.claim } : {}), "data-place": cell.place };
      const group = node("g", { class: (cell.claim ? "figure circle " + this._panel(cell) : "cluster") + (selected ? " selected" : ""), ...marked }, layers.symbols);
      if (form === "area" || form === "line") return this._badge(scene, cell, n, { x, y }, group, selected);
      const r = this._reach(cell);
      if (selected) node("circle", { class: "halo", cx: x, cy: y, r: r + 4 }, group);
      if (cell.claim) node("circle", { class: "mark filled", cx: x, cy: y, r }, group);
      else this._donut(cell, n, { x, y }, r, group);
      scene.block([x - r, y - r, x + r, y + r]);
    },

    /* How far the symbol of a spot reaches. */
    _reach(cell) {
      return cell.claim ? 6 : dateline.reach(total(cell.counts));
    },

    _panel(cell) {
      return PANELS.find((panel) => cell.counts[panel]);
    },

    /* A ring in the shares of the panels around the number of figures. */
    _donut(cell, n, { x, y }, reach, parent) {
      const r = reach - 2.5;
      node("circle", { class: "paper", cx: x, cy: y, r: reach }, parent);
      let from = -Math.PI / 2;
      for (const panel of PANELS.filter((one) => cell.counts[one])) {
        const to = from + (2 * Math.PI * cell.counts[panel]) / n;
        const at = (angle) => (x + r * Math.cos(angle)).toFixed(2) + " " + (y + r * Math.sin(angle)).toFixed(2);
        if (cell.counts[panel] === n) node("circle", { cx: x, cy: y, r, class: "share " + panel }, parent);
        else node("path", { d: "M" + at(from) + "A" + r + " " + r + " 0 " + (to - from > Math.PI ? 1 : 0) + " 1 " + at(to), class: "share " + panel }, parent);
        from = to;
      }
      node("text", { x, y: y + 4, class: "number" }, parent, short(n));
    },

    /* What is about a whole area or a border: its name and its number, and no circle that would be taken for a spot. It
     * stands on its place, or close to it where a symbol or a control does; where there is no room for the name, the number
     * alone. */
    _badge(scene, cell, n, { x, y }, group, selected) {
      const panels = PANELS.filter((panel) => cell.counts[panel]);
      const spot = (words, { height, letters, step }) => dateline.seek(scene.obstacles, [x, y], 0, step + step * panels.length + dateline.textWidth(words, letters, 650) + step, height, scene.view, { distances: [4, 12, 20, 28, 36], freeFirst: true, over: true });
      const whole = cell.name + " · " + short(n);
      const roomy = spot(whole, BADGE);
      const [text, { height, letters, step, dot }] = roomy.free ? [whole, BADGE] : [short(n), SMALL_BADGE];
      const { box } = roomy.free ? roomy : spot(text, SMALL_BADGE);
      group.classList.add("card", "badge", ...(roomy.free ? [] : ["small"]));
      node("rect", { class: "paper", x: box[0], y: box[1], width: box[2] - box[0], height, rx: height / 2, ...(selected ? { "stroke-width": 2 } : {}) }, group);
      panels.forEach((panel, i) => {
        dateline.mark({ mark: "filled" }, box[0] + step * (i + 1) + 1, box[1] + height / 2, dot, node("g", { class: "figure " + panel }, group));
      });
      node("text", { x: box[0] + step * (panels.length + 1), y: box[1] + height / 2 + letters / 3, class: "name" }, group, text);
      scene.block(box);
    },

    _line(scene, cell, button, parent) {
      const group = node("g", { class: "line", ...button, "data-key": button["data-key"] + " line", tabindex: "-1" }, parent);
      scene.acts.set(button["data-key"] + " line", () => this._report(null, cell.place));
      const d = cell.shape.map((flat) => {
        let path = "";
        for (let i = 0; i < flat.length; i += 2) {
          const { x, y } = scene.point([flat[i], flat[i + 1]]);
          path += (i ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1);
        }
        return path;
      }).join("");
      node("path", { class: "hit", d }, group);
      node("path", { class: "seen " + this._panel(cell), d }, group);
    },

    /* The name of a group on that side of it where there is room, and below it the words of a figure that the editor
     * would have written before all others (its label; empty where it is never to be written). */
    _name(scene, cell, { x, y }, parent, stand) {
      if (cell.label === "" || (cell.places === 1 && (cell.form === "area" || cell.form === "line"))) return false;
      const reach = this._reach(cell);
      const width = Math.max(dateline.textWidth(cell.name, 12.5, 650), cell.label ? dateline.textWidth(cell.label, 11.5) : 0);
      /* Nearer to another symbol it would seem to be the name of that. */
      const apart = ({ x, y }, reach, box) => Math.hypot(Math.max(box[0] - x, 0, x - box[2]), Math.max(box[1] - y, 0, y - box[3])) - reach;
      const strange = (box) => {
        const own = apart({ x, y }, reach, box);
        return stand.some(([at, other]) => (at.x !== x || at.y !== y) && apart(at, other, box) <= own) ? FOREIGN : 0;
      };
      const found = dateline.seek(scene.obstacles, [x, y], reach, width, cell.label ? 30 : 16, scene.view, { distances: this._map.getZoom() < WORLD_ZOOM ? [4, 12, 20] : [4], strange });
      if (!found.free || found.strange) return false;
      const { box } = found;
      scene.block(box);
      const label = node("g", { class: "label", "pointer-events": "none" }, parent);
      node("text", { class: "name", x: box[0], y: box[1] + 12 }, label, cell.name);
      if (cell.label) node("text", { class: "words", x: box[0], y: box[1] + 26 }, label, cell.label);
      return true;
    },
  });
})();

/* What stands around the map: buttons and the tooltip. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  /* An element with its classes and text, put into parent. */
  dateline.make = (tag, classes, parent, text) => {
    const made = document.createElement(tag);
    made.className = classes;
    if (text !== undefined) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  };
  const { make } = dateline;

  /* Puts an element into a corner of the map, where clicks and scrolling do not reach the map. */
  dateline.control = (map, position, element) => {
    const Holder = L.Control.extend({
      onAdd() {
        L.DomEvent.disableClickPropagation(element);
        L.DomEvent.disableScrollPropagation(element);
        return element;
      },
    });
    return new Holder({ position }).addTo(map);
  };
  const { control } = dateline;

  /* A small drawing of some [tag, attributes, text]. */
  dateline.drawing = (marks, [width, height]) => {
    const made = dateline.node("svg", { width, height, "aria-hidden": "true" });
    for (const [tag, attributes, text] of marks) dateline.node(tag, attributes, made, text);
    return made;
  };

  /* Reset the view; full screen where the browser allows it in a frame. */
  dateline.buttons = (map, reset) => {
    const bar = make("div", "leaflet-bar dateline-buttons");
    const button = (name, path, act) => {
      const made = make("button", "dateline-button", bar);
      made.type = "button";
      made.title = name;
      made.setAttribute("aria-label", name);
      made.appendChild(dateline.drawing([["path", { d: path, class: "icon" }]], [16, 16]));
      made.addEventListener("click", act);
    };
    button("Reset the view", "M2.5 8 8 3l5.5 5M4 7v6h3V9.5h2V13h3V7", reset);
    if (document.fullscreenEnabled) {
      button("Full screen", "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4", () => {
        if (document.fullscreenElement) document.exitFullscreen();
        else document.documentElement.requestFullscreen();
      });
    }
    control(map, "topleft", bar);
  };

  /* One line of text beside the pointer, or beside what has the focus. */
  dateline.tooltip = (map) => {
    const box = make("div", "dateline-tip", map.getContainer());
    box.setAttribute("role", "tooltip");
    box.hidden = true;
    const place = (x, y) => {
      const size = map.getSize();
      box.style.left = Math.max(4, Math.min(x + 14, size.x - box.offsetWidth - 6)) + "px";
      box.style.top = (y + 18 + box.offsetHeight > size.y ? y - box.offsetHeight - 10 : y + 16) + "px";
    };
    const show = (target) => {
      const hit = target.closest && target.closest("[data-tip]");
      box.hidden = !hit;
      if (hit) box.textContent = hit.dataset.tip.replaceAll(" · ", "\u00a0·\u00a0");
      return hit;
    };
    const frame = map.getContainer();
    frame.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch") return;
      const edge = frame.getBoundingClientRect();
      if (show(event.target)) place(event.clientX - edge.left, event.clientY - edge.top);
    });
    frame.addEventListener("pointerleave", () => (box.hidden = true));
    frame.addEventListener("focusin", (event) => {
      /* A click moves the focus too: words beside it would lie over what was opened. */
      if (!event.target.matches(":focus-visible")) return;
      const hit = show(event.target);
      if (!hit) return;
      const edge = frame.getBoundingClientRect();
      const target = hit.getBoundingClientRect();
      place(target.left + target.width / 2 - edge.left, target.top + target.height / 2 - edge.top);
    });
    frame.addEventListener("focusout", () => (box.hidden = true));
    frame.addEventListener("click", () => (box.hidden = true));
    map.on("movestart", () => (box.hidden = true));
  };

  /* Scale and credits. Online layers add their own credit while they are on. */
  dateline.credits = (map) => {
    const narrow = map.getSize().x < 640;
    const own = narrow ? "Natural Earth, GeoNames" : "Natural Earth, GeoNames. Figures are what the articles say; lines imply no position on borders";
    L.control.attribution({ position: "bottomright", prefix: narrow ? "" : "Leaflet" }).addAttribution(own).addTo(map);
    L.control.scale({ position: "bottomright", imperial: false, maxWidth: 90 }).addTo(map);
  };
})();

/* A list over the map: every figure of a symbol that stands for several. Escape closes it. */
"use strict";
window.dateline = window.dateline || {};

dateline.list = (map, pick) => {
  const make = dateline.make;
  const box = make("section", "dateline-panel dateline-list", map.getContainer());
  box.setAttribute("role", "dialog");
  box.hidden = true;
  L.DomEvent.disableClickPropagation(box);
  L.DomEvent.disableScrollPropagation(box);
  let back = null;

  const close = (focus) => {
    if (box.hidden) return;
    box.hidden = true;
    if (focus && back) back();
  };

  function entry(figure, where, parent) {
    const button = make("button", "figure " + figure.panel, make("li", "", parent));
    button.type = "button";
    button.dataset.claim = figure.claim;
    const drawing = dateline.node("svg", { width: 12, height: 12, "aria-hidden": "true" }, button);
    dateline.mark(figure, 6, 6, 4, drawing);
    make("span", "", button, figure.short);
    make("small", "", button, [figure.probably || where, figure.said, figure.when].filter(Boolean).join("\u00a0·\u00a0"));
    button.addEventListener("click", () => {
      for (const other of box.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
      button.setAttribute("aria-current", "true");
      pick(figure.claim, null);
    });
  }

  /* figures: those listed, the largest first; at: the point of the symbol in the map; refocus: where the keyboard goes
   * when the list is closed. */
  const open = ({ title, figures, name, at, refocus }) => {
    back = refocus;
    box.textContent = "";
    box.setAttribute("aria-label", title + ", " + dateline.tally(figures));
    const head = make("header", "", box);
    make("h2", "", head, title);
    make("small", "", head, dateline.tally(figures));
    const shut = make("button", "", head, "×");
    shut.type = "button";
    shut.setAttribute("aria-label", "Close the list");
    shut.addEventListener("click", () => close(true));
    const list = make("ul", "", box);
    const several = new Set(figures.map((figure) => figure.place)).size > 1;
    const order = [...figures].sort((a, b) => (b.value || 0) - (a.value || 0));
    for (const figure of order) entry(figure, several ? name(figure.place) : "", list);
    box.hidden = false;
    const size = map.getSize();
    box.classList.toggle("sheet", size.x < 640);
    box.style.left = box.style.top = "";
    if (size.x >= 640) {
      const right = at.x + 24 + box.offsetWidth <= size.x - 8;
      box.style.left = Math.max(8, right ? at.x + 24 : at.x - 24 - box.offsetWidth) + "px";
      box.style.top = Math.max(8, Math.min(at.y - 30, size.y - box.offsetHeight - 8)) + "px";
    }
    list.querySelector("button").focus({ preventScroll: true });
  };

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close(true);
  });
  map.on("click zoomstart", () => close(false));
  return { open, close };
};

/* What lies under the figures: the built-in map, online tiles, or hardly anything. Tiles are asked for only once chosen. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { make } = dateline;
  /* Longest wait for a first tile, in milliseconds. */
  const PATIENCE = 8000;
  const outside = (href, text) => '<a href="' + href + '" target="_blank" rel="noopener">' + text + "</a>";

  /* mode: what the built-in map still draws, "whole", "plain" (land and water), "names" (borders and names) or "nothing".
   * GIBS serves Blue Marble to anybody without a key and asks to be named; it ends at zoom 8 (500 m). */
  const LAYERS = {
    vector: { name: "Built-in map", mode: "whole" },
    osm: {
      name: "OpenStreetMap",
      mode: "nothing",
      url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
      options: { maxNativeZoom: 19, attribution: "&copy; " + outside("https://www.openstreetmap.org/copyright", "OpenStreetMap") + " contributors" },
    },
    satellite: {
      name: "Satellite",
      mode: "names",
      url: "https://gibs.earthdata.nasa.gov/wmts/epsg3857/best/BlueMarble_NextGeneration/default/GoogleMapsCompatible_Level8/{z}/{y}/{x}.jpeg",
      options: { maxNativeZoom: 8, attribution: "Blue Marble: " + outside("https://earthdata.nasa.gov/gibs", "NASA GIBS") },
    },
    none: { name: "No map", mode: "plain" },
  };

  /* The choice of a layer. Where its tiles do not come, the built-in map comes back with a word. */
  dateline.layerChoice = (map, basemap) => {
    const box = make("div", "dateline-panel dateline-layers");
    const label = make("label", "", box);
    make("span", "visually-hidden", label, "Map under the figures");
    const choice = make("select", "", label);
    for (const [value, { name }] of Object.entries(LAYERS)) make("option", "", choice, name).value = value;
    const notice = make("p", "dateline-notice", box);
    notice.setAttribute("role", "status");
    let tiles = null;

    const take = () => {
      if (tiles) map.removeLayer(tiles);
      tiles = null;
    };
    const fail = (name) => {
      take();
      basemap.show("whole");
      choice.value = "vector";
      notice.textContent = name + " does not answer. This is the built-in map.";
    };
    const put = ({ name, mode, url, options }) => {
      let arrived = false;
      const layer = L.tileLayer(url, { pane: "dateline-tiles", referrerPolicy: "strict-origin-when-cross-origin", ...options });
      tiles = layer;
      layer.on("tileload", () => {
        if (!arrived && tiles === layer) basemap.show(mode);
        arrived = true;
      });
      const giveUp = () => tiles === layer && !arrived && fail(name);
      layer.on("tileerror", giveUp);
      setTimeout(giveUp, PATIENCE);
      layer.addTo(map);
    };
    choice.addEventListener("change", () => {
      const layer = LAYERS[choice.value];
      notice.textContent = "";
      take();
      basemap.show(layer.url ? "whole" : layer.mode);
      if (layer.url) put(layer);
    });
    dateline.control(map, "topright", box);
  };
})();

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

/* Dateline's map in three calls, made by the script of geo/maps/folium_map.py:
 *
 *   dateline.create(id)        an empty Leaflet map in the element with this id
 *   dateline.mount(map, address)  everything that stays the same while the data set does: fetched from there once
 *   dateline.show(state)       what changes: {shown: [claim] or null for all, claim, place, view: [lat, lon, zoom] to
 *                              begin with, or null, and again where opened differs}; returns an empty layer, which streamlit-folium adds and removes
 *
 * A click goes to Python as {claim, place, click, view}: click differs each time, view is [lat, lon, zoom] at that time.
 * The view at any time is window.parent.datelineView: {version, view, whole: true where it is that of all figures}.
 */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const LIGHT = {
    water: "#cfe0ea", land: "#f2efe6", focus: "#fefdf8", border: "#9a958a", province: "#d8d2c4", river: "#a9c8de",
    country: "#645d55", town: "#5a554e", frame: "#1c1a17", halo: "rgba(254, 253, 248, 0.9)",
  };
  const DARK = {
    water: "#16222c", land: "#25282c", focus: "#32363b", border: "#6a6e73", province: "#54585e", river: "#31566f",
    country: "#a9a59e", town: "#c2beb7", frame: "#fff", halo: "rgba(30, 33, 36, 0.9)",
  };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  /* Pixels that a symbol takes around its place; and by how many a small map may be moved for its symbols to be seen. */
  const REACH = 18;
  const STEPS = [-48, -36, -24, -12, 0, 12, 24, 36, 48];
  /* Below this zoom a filter goes closer. */
  const SMALL_ZOOM = 5;
  /* Points of figures under an open legend, beyond which it begins folded. */
  const MOST_UNDER = 2;
  let theme = "light";
  let mounted = null;
  /* What is to be shown, where it came before the data did. */
  let early = null;
  /* How many addresses the page has opened: going back moves the map, a click does not. */
  let opened = 0;
  /* Clicks that the server has not answered yet, and the selection that it told last. */
  let awaited = [];
  let told = { claim: null, place: null };
  const alike = (one, other) => one.claim === other.claim && one.place === other.place;

  dateline.colours = () => (theme === "dark" ? DARK : LIGHT);

  /* Streamlit tells a frame the page's theme with each render and as CSS variables; without it, the system's. */
  function setTheme(told) {
    const paper = getComputedStyle(document.documentElement).getPropertyValue("--background-color").trim();
    let next = told;
    if (!next && /^#[0-9a-f]{6}/i.test(paper)) {
      const [r, g, b] = [1, 3, 5].map((at) => parseInt(paper.slice(at, at + 2), 16));
      next = r * 0.3 + g * 0.59 + b * 0.11 < 128 ? "dark" : "light";
    }
    next = next || (dark.matches ? "dark" : "light");
    const changed = next !== theme;
    theme = next;
    document.documentElement.dataset.theme = theme;
    if (changed && mounted) {
      mounted.basemap.redraw();
      mounted.locate();
    }
  }

  function report(claim, place) {
    awaited.push({ claim, place });
    window.Streamlit.setComponentValue({ claim, place, click: Date.now() + Math.random(), view: seen(mounted.map) });
    /* The page shares this thread: drawn at once, a map of thousands would keep the click from leaving. */
    setTimeout(() => select({ claim, place }, false));
  }

  /* What the server says is selected. An answer to a click of ours changes nothing here, least of all where a newer
   * click is on its way; anything else comes from the panel, and the map goes there. */
  function follow(state) {
    if (alike(state, told)) return;
    told = { claim: state.claim, place: state.place };
    const answered = awaited.findIndex((click) => alike(click, told));
    awaited = answered < 0 ? [] : awaited.slice(answered + 1);
    if (answered < 0) select(told, true);
  }

  function select(selection, move) {
    const { basemap, figures, map } = mounted;
    const same = alike(mounted.selection, selection);
    mounted.selection = { claim: selection.claim, place: selection.place };
    if (!same) {
      figures.select(mounted.selection);
      if (mounted.cells) mounted.cells.select(mounted.selection);
      basemap.yieldTo((mounted.cells || figures).taken());
    }
    if (same || !move) return;
    const bounds = figures.bounds(selection.claim, selection.place);
    if (bounds && map.hasLayer(figures) && !inSight(map, bounds)) go(map, bounds);
  }

  /* What is in sight is not moved: a reader would have to find everything else again. */
  function inSight(map, bounds) {
    const { x, y } = map.getSize();
    const inner = L.bounds([0.06 * x, 0.08 * y], [0.94 * x, 0.92 * y]);
    return [bounds.getNorthWest(), bounds.getSouthEast()].every((corner) => inner.contains(map.latLngToContainerPoint(corner)));
  }

  /* Smoothly to some bounds: centred, no closer than the reader was, farther only if it would not fit. */
  function go(map, bounds, zoom = Math.min(map.getZoom(), map.getBoundsZoom(bounds.pad(0.15), false))) {
    map.flyTo(bounds.getCenter(), zoom, { animate: !still.matches, duration: 0.6 });
  }

  /* [lat, lon, zoom]: degrees, lon within -180 to 180, as fine as a link needs. */
  function seen(map) {
    const { lat, lng } = map.getCenter().wrap();
    return [Number(lat.toFixed(4)), Number(lng.toFixed(4)), Number(map.getZoom().toFixed(2))];
  }

  /* The first view: the reader's last one if Streamlit builds the frame anew within one visit, else the one asked for.
   * False where there is neither. */
  function restore(map, version, asked, centre) {
    const last = window.parent.datelineView;
    const view = last && last.version === version ? last.view : asked;
    map.on("moveend", () => {
      window.parent.datelineView = { version, view: seen(map) };
    });
    if (!view) return false;
    stand(map, view, centre);
    return true;
  }

  function stand(map, [lat, lon, zoom], centre) {
    map.setView([lat, lon + 360 * Math.round((centre - lon) / 360)], zoom, { animate: false });
  }

  dateline.create = (id) => {
    setTheme();
    const map = L.map(id, {
      zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 90, minZoom: 1.5, maxZoom: 12, attributionControl: false,
      zoomAnimation: !still.matches, fadeAnimation: !still.matches, markerZoomAnimation: false,
      center: [20, 0], zoom: 2, maxBoundsViscosity: 0.8,
    });
    map.createPane("dateline-tiles").style.zIndex = 150;
    return map;
  };

  /* streamlit-folium does not wait for style sheets; without them nothing around the map has its place yet. */
  function styled() {
    return new Promise((resolve) => {
      const look = () => {
        const own = getComputedStyle(document.documentElement).getPropertyValue("--troops");
        const pane = getComputedStyle(document.querySelector(".leaflet-pane")).position;
        if (!own || pane !== "absolute") setTimeout(look, 10);
        /* Names are measured before they are drawn. */
        else Promise.allSettled(["400", "700"].map((weight) => document.fonts.load(weight + " 12px " + dateline.FONT))).then(resolve);
      };
      look();
    });
  }

  dateline.mount = (map, address) => {
    const data = fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
    Promise.all([data, styled()]).then(([all]) => furnish(map, all), () => {
      const word = dateline.make("p", "dateline-panel dateline-failed", map.getContainer(), "The figures did not arrive. Reload the page.");
      word.setAttribute("role", "alert");
    });
  };

  function furnish(map, data) {
    const list = dateline.list(map, report);
    const closer = (bounds) => go(map, bounds, Math.max(map.getZoom() + 1, Math.min(map.getBoundsZoom(bounds.pad(0.3), false), map.getMaxZoom() - 2)));
    const there = (bounds) => go(map, bounds);
    const figures = new dateline.Figures(data, { report, list, closer, there, abroad: (codes, points) => basemap.abroad(codes, points) });
    const cells = data.cells ? new dateline.Cells(data.version, { report, list, closer, there }) : null;
    const basemap = new dateline.Basemap(data, () => (cells || figures).taken());
    mounted = { map, figures, cells, basemap, selection: { claim: null, place: null } };
    map.getContainer().setAttribute("aria-label", "Map of the figures. Arrow keys move it, plus and minus zoom.");
    map.getContainer().setAttribute("role", "region");

    const [[south, west], [north, east]] = data.window;
    const centre = (west + east) / 2;
    const fit = () => {
      map.invalidateSize(false);
      map.fitBounds([[south, west], [north, east]], { ...padding(map), maxZoom: 8, animate: false });
      clear(map, figures.positions());
      if (window.parent.datelineView) window.parent.datelineView.whole = true;
    };
    mounted.back = wayBack(map, (view) => stand(map, view, centre));
    mounted.open = (view) => (view ? stand(map, view, centre) : fit());
    const kept = restore(map, data.version, early && early.view, centre);
    mounted.kept = kept;
    if (!kept) fit();
    /* After the first view: Leaflet glides back into new limits, and would carry that view along. */
    map.setMaxBounds([[-85, centre - 270], [85, centre + 270]]);

    dateline.layerChoice(map, basemap);
    dateline.buttons(map, fit);
    dateline.tooltip(map);
    dateline.credits(map);
    const [low, under] = figures.emptier(map);
    (cells || figures).legend = dateline.legend(map, data.keys, figures.sizes, low, under > MOST_UNDER);
    /* Now it is known where buttons and legend stand. */
    if (!kept) fit();
    mounted.locate = dateline.locator(map, basemap, low === "bottomleft" ? "bottomright" : "bottomleft");
    (cells || figures).on("drawn", () => basemap.redraw());
    opened = early ? early.opened : 0;
    if (early) show(early);
    map.addLayer(basemap);
    map.addLayer(figures);
    if (cells) map.addLayer(cells);
    const bounds = figures.bounds(mounted.selection.claim, mounted.selection.place);
    if (!kept && bounds && !map.getBounds().contains(bounds)) go(map, bounds);

    let touched = kept;
    const touch = () => (touched = true);
    map.getContainer().addEventListener("pointerdown", touch);
    map.getContainer().addEventListener("wheel", touch, { passive: true });
    map.on("resize", () => {
      if (!touched) fit();
    });
    const { Streamlit } = window;
    Streamlit.events.addEventListener(Streamlit.RENDER_EVENT, (event) => setTheme(event.detail.theme && event.detail.theme.base));
    dark.addEventListener("change", () => setTheme());
    basemap.ready.then(() => {
      /* Now it is known whose land is where. */
      if (!cells) figures.draw();
      document.documentElement.dataset.map = "drawn";
    });
  }

  function show(state) {
    const inferred = state.inferred !== false;
    const changed = mounted.figures.show(state.shown, inferred);
    /* A link that says where the map stands is not taken anywhere else, nor is the view that a reader had before. */
    const stands = !mounted.filled ? mounted.kept : state.opened !== opened && state.view;
    if (changed && !stands) take(state.window);
    mounted.filled = true;
    follow(state);
    if (state.opened !== opened && (state.view || !state.claim && !state.place)) mounted.open(state.view);
    opened = state.opened;
  }

  /* A filter takes the map along: to its figures where they are not in view, or too small in it to be told apart. What
   * was seen before is one click away, and comes back by itself once nothing is filtered. */
  function take(window) {
    const { map, back } = mounted;
    if (!window) {
      if (back.view && alikeView(seen(map), back.went)) back.go();
      back.hide();
      return;
    }
    const bounds = L.latLngBounds(window);
    const view = map.getBounds();
    const size = map.getSize();
    const [a, b] = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner));
    const small = map.getZoom() < SMALL_ZOOM && b.x - a.x < size.x / 3 && b.y - a.y < size.y / 3;
    if (view.contains(bounds) && !small) return;
    back.keep(seen(map));
    map.fitBounds(bounds, { ...padding(map), maxZoom: 5.5, animate: false });
    back.went = seen(map);
  }

  const alikeView = (one, other) => Boolean(other) && one.every((value, i) => Math.abs(value - other[i]) < 0.01);

  /* Room around what a view is for: buttons, legend and credits stand there. */
  function padding(map) {
    const narrow = map.getSize().x < 640;
    return { paddingTopLeft: narrow ? [30, 60] : [90, 80], paddingBottomRight: narrow ? [30, 50] : [60, 90] };
  }

  /* On a small map the world does not fit: it is moved to where most figures (their positions) are clear of its edges, of
   * buttons and legend, no farther than needed. */
  function clear(map, positions) {
    const size = map.getSize();
    if (size.x >= 640) return;
    const frame = map.getContainer().getBoundingClientRect();
    const boxes = [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const { left, top, right, bottom } = control.getBoundingClientRect();
      return [left - frame.left - REACH, top - frame.top - REACH, right - frame.left + REACH, bottom - frame.top + REACH];
    });
    const points = positions.map((position) => map.latLngToContainerPoint(position));
    const hidden = (x, y) => x < REACH || y < REACH || x > size.x - REACH || y > size.y - REACH || boxes.some(([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom);
    const lost = ([dx, dy]) => points.filter(({ x, y }) => hidden(x + dx, y + dy)).length;
    const moves = STEPS.flatMap((dx) => STEPS.map((dy) => [dx, dy])).sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
    let [best, least] = [moves[0], lost(moves[0])];
    for (const move of moves) {
      const left = least ? lost(move) : 0;
      if (left < least) [best, least] = [move, left];
    }
    if (best !== moves[0]) map.panBy([-best[0], -best[1]], { animate: false });
  }

  /* The button that goes back to where the map stood before a filter took it along. */
  function wayBack(map, stand) {
    const button = dateline.make("button", "dateline-panel dateline-back", undefined, "← Back to the view before");
    button.type = "button";
    button.hidden = true;
    dateline.control(map, "topleft", button);
    const way = {
      view: null,
      went: null,
      keep(view) {
        way.view = way.view || view;
        button.hidden = false;
      },
      hide() {
        way.view = way.went = null;
        button.hidden = true;
      },
      go() {
        if (way.view) stand(way.view);
      },
    };
    button.addEventListener("click", () => {
      way.go();
      way.hide();
    });
    return way;
  }

  dateline.show = (state) => {
    if (mounted) show(state);
    else early = state;
    window.feature_group = [];
    return L.layerGroup();
  };
})();
