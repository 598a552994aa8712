/* Made by data/make/scripts.py from geo/maps/browser/: change it there. */
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
  /* Where a country's name may stand when its label point is taken, in pixels from it. */
  const BESIDE = [[0, 0], [0, 24], [0, -24], [-70, 0], [70, 0], [0, 48], [-70, 36], [70, 36], [0, -48]];

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

  /* One level or tile, ready to draw. Borders are kept by the pair of countries, so that a border which is a place of
   * the collection is drawn once, by the figures. */
  function prepare(level) {
    return {
      countries: level.countries.map(([iso, rings]) => [iso, collect(rings, level.step, true)]),
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

      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.fillStyle = colour.water;
      pen.fillRect(0, 0, this._container.width, this._container.height);
      if (!this._hidden) {
        const place = (turn) => {
          const k = ratio * scale;
          pen.setTransform(k, 0, 0, k, (turn * WORLD - west) * k, -north * k);
        };
        for (let turn = Math.floor(west / WORLD); turn <= Math.floor(east / WORLD); turn++) {
          place(turn);
          this._paint(this._world, scale, colour, false);
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
            pen.fillRect(left, top, right - left, bottom - top);
            place(turn);
            this._paint(tile, scale, colour, zoom >= PROVINCES_FROM_ZOOM);
            pen.restore();
          }
        } else {
          this._towns = [];
        }
        pen.setTransform(ratio, 0, 0, ratio, 0, 0);
        this._names(zoom, colour);
      }
      this._container.dataset.drawn = String(1 + Number(this._container.dataset.drawn || 0));
    },

    _paint(level, scale, colour, provinces) {
      const pen = this._pen;
      const line = (path, style, width, dash) => {
        pen.strokeStyle = style;
        pen.lineWidth = width / scale;
        pen.setLineDash(dash.map((length) => length / scale));
        pen.stroke(path);
      };
      pen.lineJoin = "round";
      for (const [iso, path] of level.countries) {
        pen.fillStyle = this._focus.has(iso) ? colour.focus : colour.land;
        pen.fill(path, "evenodd");
      }
      if (provinces) line(level.provinces, colour.province, 0.9, [3.5, 2.5]);
      line(level.rivers, colour.river, 0.9, []);
      pen.fillStyle = colour.water;
      pen.fill(level.lakes, "evenodd");
      line(level.lakes, colour.river, 0.6, []);
      for (const border of level.borders) {
        if (this._ownBorders.has(border.pair)) continue;
        line(border.path, colour.border, 1.2, border.kind === "disputed" ? [5, 4] : []);
      }
    },

    /* Names of countries and towns, most important first; a name that would cover something is left out. */
    _names(zoom, colour) {
      const pen = this._pen;
      const map = this._map;
      const boxes = dateline.boxes(this._taken());
      const offset = this._bounds.min;
      const size = this._bounds.getSize();
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
      for (const [, name, lon, lat, width] of this._labels) {
        const text = name.toUpperCase();
        const wide = pen.measureText(text).width;
        if ((width / 360) * WORLD * Math.pow(2, zoom) < wide * 0.8) continue;
        const point = spot(lat, lon);
        const free = point && BESIDE.find(([dx, dy]) => {
          const [px, py] = [point.x + dx, point.y + dy];
          const whole = px - wide / 2 > corner.x && px + wide / 2 < corner.x + seen.x;
          return whole && boxes.take([px - wide / 2 - 4, py - 9, px + wide / 2 + 4, py + 9]);
        });
        if (free) write(text, point.x + free[0], point.y + free[1], colour.country);
      }
      if ("letterSpacing" in pen) pen.letterSpacing = "0px";
      pen.textAlign = "left";
      const detail = zoom >= TILES_FROM_ZOOM ? this._towns : [];
      for (const [name, lon, lat, from, capital] of [...this._world.towns, ...detail]) {
        if (from > zoom + 0.25) continue;
        const point = spot(lat, lon);
        if (!point) continue;
        pen.font = (capital ? "600 " : "") + "11px " + dateline.FONT;
        const wide = pen.measureText(name).width;
        const right = [point.x - 4, point.y - 8, point.x + wide + 9, point.y + 8];
        const left = [point.x - wide - 9, point.y - 8, point.x + 4, point.y + 8];
        const onRight = boxes.take(right);
        if (!onRight && !boxes.take(left)) continue;
        pen.beginPath();
        pen.fillStyle = colour.town;
        pen.arc(point.x - offset.x, point.y - offset.y, 2.2, 0, 2 * Math.PI);
        pen.fill();
        write(name, onRight ? point.x + 6 : point.x - 6 - wide, point.y, colour.town);
      }
    },

    /* Whether online tiles stand in for the drawing. */
    hide(hidden) {
      this._hidden = hidden;
      this.redraw();
    },
  });
})();

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

/* How far from an anchor a free spot is looked for, in pixels. */
const DISTANCES = [4, 14, 28, 46, 70, 100, 140, 190];

/* The best box of a size near an anchor: to the right first, then left, above, below, then farther out; kept inside
 * the view where the anchor is. Returns {box, cost, away}; away is the distance between box and anchor in pixels. */
dateline.seek = (boxes, [x, y], reach, width, height, view, distances = DISTANCES) => {
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
    candidates.forEach((corner, rank) => {
      const left = inside(corner[0], view[0], view[2] - width);
      const top = inside(corner[1], view[1], view[3] - height);
      const box = [left, top, left + width, top + height];
      const apart = Math.hypot(Math.max(left - x, 0, x - box[2]), Math.max(top - y, 0, y - box[3]));
      const cost = boxes.covered([left - 2, top - 1, box[2] + 2, box[3] + 1]) + rank * 1.5 + apart * 4;
      if (!best || cost < best.cost) best = { box, cost, away: apart };
    });
  }
  return best;
};

/* The figures: one SVG above the basemap with everything that can be clicked.
 *
 * Each element that stands for a claim has data-claim, each that stands for a place has data-place; both have
 * data-form. Elements that can be reached by keyboard have role "button" and a name. All text is put in by textContent.
 */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const SMALLEST = 6;
  const LARGEST = 34;
  const MOST_CIRCLES = 6;
  const MOST_ROWS = 4;
  const LINE_HEIGHT = 15;
  /* With more figures than this only names that have room beside their symbol are written. */
  const DENSE = 150;

  function node(tag, attributes, parent, text) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  /* The radius in pixels of a figure, area in proportion to its value. The smallest circle of the collection has 6 px,
   * or, where figures span more than 1 : 32, the largest has 34 px and the small ones are kept at 6. */
  dateline.sizes = (values) => {
    const people = values.filter((value) => value > 0);
    const low = Math.min(...people);
    const high = Math.max(...people);
    const unit = people.length ? Math.min(SMALLEST / Math.sqrt(low), LARGEST / Math.sqrt(high)) : 0;
    const radius = (value) => Math.max(SMALLEST, unit * Math.sqrt(value || 0));
    return { low, high, any: people.length > 0, radius };
  };

  dateline.Figures = L.SVG.extend({
    options: { padding: 0.6, pane: "overlayPane" },

    initialize(data, report) {
      L.SVG.prototype.initialize.call(this);
      this._report = report;
      this._places = new Map([...data.others, ...data.places].map((place) => [place.id, this._world(place)]));
      /* Large shapes first, so that a part of a border or a province lies above the whole and can be clicked. */
      const corners = (place) => place.lines.reduce((sum, line) => sum + line.length, 0);
      this._shaped = [...this._places.values()].filter(corners).sort((a, b) => corners(b) - corners(a));
      this._figures = data.figures;
      this._byClaim = new Map(data.figures.map((figure) => [figure.claim, figure]));
      this._shown = new Set(this._byClaim.keys());
      this._selection = {};
      this._boxes = [];
      const circled = data.figures.filter((figure) => this._circled(figure));
      this.sizes = dateline.sizes(circled.map((figure) => figure.value));
      this._widest = Math.max(1, ...data.figures.filter((figure) => figure.path).map((figure) => figure.value || 0));
    },

    /* Shapes in pixels of the world at zoom 0, so that a redraw only scales them. */
    _world(place) {
      const crs = L.CRS.EPSG3857;
      const shape = (place.shape || []).map((flat) => {
        const line = [];
        for (let i = 0; i < flat.length; i += 2) line.push(crs.latLngToPoint(L.latLng(flat[i], flat[i + 1]), 0));
        return line;
      });
      return { ...place, lines: shape };
    },

    _circled(figure) {
      const form = this._places.get(figure.place).form;
      return form === "point" || form === "radius";
    },

    _initContainer() {
      L.SVG.prototype._initContainer.call(this);
      this._container.classList.add("dateline-figures");
      this._container.setAttribute("aria-label", "Figures on the map");
      this._container.setAttribute("role", "group");
      this._container.addEventListener("click", (event) => {
        /* The end of a drag is a click too; one made by keyboard or script has detail 0. */
        if (!event.detail || !this._map.dragging.moved()) this._open(event.target);
      });
      this._container.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        this._open(event.target);
      });
    },

    _open(target) {
      const hit = target.closest("[data-claim], [data-place]");
      if (!hit) return;
      this._report(hit.dataset.claim || null, hit.dataset.claim ? null : hit.dataset.place);
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.SVG.prototype._update.call(this);
      const state = this._map.getZoom() + " " + this._map.getPixelOrigin() + " " + this._map.getSize();
      if (state !== this._drawnFor) this.draw();
      this._drawnFor = state;
    },

    /* What passes the filter; null is everything. */
    show(claims) {
      const next = new Set(claims === null ? this._byClaim.keys() : claims);
      const same = next.size === this._shown.size && [...next].every((claim) => this._shown.has(claim));
      this._shown = next;
      if (!same) this.draw();
      return !same;
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
      if (place.form === "line" || (place.form === "area" && !figure && place.shape)) {
        const crs = L.CRS.EPSG3857;
        return L.latLngBounds(place.lines.flat().map((point) => crs.pointToLatLng(point, 0)));
      }
      return L.latLngBounds([place.at, place.at]);
    },

    draw({ quiet = false } = {}) {
      if (!this._map || !this._rootGroup) return;
      const focused = document.activeElement && document.activeElement.dataset && document.activeElement.dataset.key;
      const root = this._rootGroup;
      root.textContent = "";
      this._boxes = [];
      this._obstacles = dateline.boxes(this._controls());
      this._view = this._viewBox();
      this._narrow = this._map.getSize().x < 640;
      const shown = this._figures.filter((figure) => this._shown.has(figure.claim));
      this._dense = shown.length > DENSE;
      const at = new Map();
      for (const figure of shown) {
        if (!at.has(figure.place)) at.set(figure.place, []);
        at.get(figure.place).push(figure);
      }
      const layer = (name) => node("g", { class: name }, root);
      const [areas, lines, rings, arrows, circles, labels] = ["areas", "lines", "rings", "arrows", "circles", "labels"].map(layer);

      for (const place of this._shaped) {
        if (place.form === "area") this._area(place, areas);
        if (place.form === "line") this._line(place, at.get(place.id) || [], lines);
      }
      const groups = this._groups(shown);
      for (const group of groups) this._circles(group, rings, circles);
      for (const figure of shown) if (figure.path) this._arrow(figure, arrows);
      for (const group of groups) this._label(group, labels);
      this._loneArrows(shown, labels);
      for (const [id, figures] of at) {
        const place = this._places.get(id);
        const rows = figures.filter((figure) => figure.form === "row");
        if (rows.length && (!this._dense || place.form === "line" || this._inView(this._point(place.at)))) this._card(place, rows, labels);
      }
      this._named(at, labels, rings);
      this._lonePlace(at, labels, rings);
      if (focused) {
        const again = root.querySelector('[data-key="' + CSS.escape(focused) + '"]');
        if (again) again.focus({ preventScroll: true });
      }
      if (!quiet) this.fire("drawn");
    },

    /* ---- positions ---- */

    _point([lat, lon]) {
      return this._map.latLngToLayerPoint([lat, lon]);
    },

    _viewBox() {
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      const size = this._map.getSize();
      return [corner.x + 4, corner.y + 4, corner.x + size.x - 4, corner.y + size.y - 4];
    },

    _inView(point) {
      const [left, top, right, bottom] = this._view;
      return point.x > left && point.x < right && point.y > top && point.y < bottom;
    },

    /* The boxes of buttons and legend over the map, which labels of the first view keep clear of. */
    _controls() {
      const frame = this._map.getContainer().getBoundingClientRect();
      return [...this._map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
        const box = control.getBoundingClientRect();
        const a = this._map.containerPointToLayerPoint([box.left - frame.left, box.top - frame.top]);
        return [a.x - 4, a.y - 4, a.x + box.width + 4, a.y + box.height + 4, 15];
      });
    },

    /* SVG path of lines in world pixels; points nearer than a pixel to the last one are left out. */
    _path(lines, close) {
      const scale = Math.pow(2, this._map.getZoom());
      const origin = this._map.getPixelOrigin();
      let path = "";
      for (const line of lines) {
        let px = null;
        let py = null;
        for (const point of line) {
          const x = point.x * scale - origin.x;
          const y = point.y * scale - origin.y;
          if (px !== null && Math.abs(x - px) < 1 && Math.abs(y - py) < 1) continue;
          path += (px === null ? "M" : "L") + x.toFixed(1) + " " + y.toFixed(1);
          px = x;
          py = y;
        }
        if (close) path += "Z";
      }
      return path;
    },

    _block(box, weight) {
      const weighed = [...box.slice(0, 4), weight];
      this._boxes.push(weighed);
      this._obstacles.add(weighed);
    },

    /* ---- selection ---- */

    _isSelected(figure) {
      return this._selection.claim === figure.claim;
    },

    _placeSelected(place) {
      const figure = this._byClaim.get(this._selection.claim);
      return this._selection.place === place.id || Boolean(figure && figure.place === place.id);
    },

    /* Attributes that make an element a button of the map. */
    _button(key, name, classes, claim, place, form) {
      const made = { class: classes, role: "button", tabindex: "0", "aria-label": name, "data-key": key, "data-form": form, "data-tip": name };
      if (claim) made["data-claim"] = claim;
      else made["data-place"] = place;
      return made;
    },

    /* ---- marks ---- */

    _area(place, parent) {
      const selected = this._placeSelected(place) ? " selected" : "";
      node("path", { class: "area" + selected, d: this._path(place.lines, true), "data-place": place.id, "data-form": "area", "fill-rule": "evenodd" }, parent);
    },

    _line(place, figures, parent) {
      const selected = this._placeSelected(place) ? " selected" : "";
      const path = this._path(place.lines, false);
      const count = figures.length === 1 ? ", 1 figure" : ", " + figures.length + " figures";
      const group = node("g", this._button("place " + place.id, place.name + count, "line" + selected, null, place.id, "line"), parent);
      node("path", { class: "hit", d: path }, group);
      node("path", { class: "seen " + (figures.length ? figures[0].panel : "plain"), d: path }, group);
      const scale = Math.pow(2, this._map.getZoom());
      const origin = this._map.getPixelOrigin();
      for (const line of place.lines) {
        let last = null;
        for (const point of line) {
          const x = point.x * scale - origin.x;
          const y = point.y * scale - origin.y;
          if (last && Math.hypot(x - last[0], y - last[1]) < 10) continue;
          last = [x, y];
          this._block([x - 5, y - 5, x + 5, y + 5], 2);
        }
      }
    },

    /* Figures with circles, by position: two places at one spot make one group. */
    _groups(shown) {
      const groups = new Map();
      for (const figure of shown) {
        if (figure.form === "row" || !this._circled(figure)) continue;
        const place = this._places.get(figure.place);
        const key = place.at.map((degrees) => degrees.toFixed(3)).join(" ");
        if (!groups.has(key)) groups.set(key, { places: new Set(), figures: [], at: place.at });
        groups.get(key).places.add(place);
        groups.get(key).figures.push(figure);
      }
      this._groupOf = new Map();
      for (const group of groups.values()) {
        group.point = this._point(group.at);
        this._arrange(group);
      }
      return [...groups.values()];
    },

    /* Circles of clearly different size stand one on the other, others side by side around the spot; more than six
     * become one circle with their number. Sets reach, the radius of all together. */
    _arrange(group) {
      const sized = group.figures.map((figure) => ({ figure, r: this.sizes.radius(figure.value) }));
      sized.sort((a, b) => b.r - a.r);
      group.cluster = sized.length > MOST_CIRCLES;
      const stacked = sized.every((one, i) => !i || sized[i - 1].r - one.r >= 5);
      if (group.cluster) {
        group.reach = Math.min(LARGEST, 9 + 2 * Math.sqrt(sized.length));
        group.circles = [];
      } else if (stacked) {
        group.reach = sized[0].r;
        group.circles = sized.map((one) => ({ ...one, x: group.point.x, y: group.point.y }));
      } else {
        const n = sized.length;
        const ring = Math.max(...sized.map((one, i) => (one.r + sized[(i + 1) % n].r + 1) / (2 * Math.sin(Math.PI / n))));
        group.circles = sized.map((one, i) => {
          const turn = (2 * Math.PI * i) / n + Math.PI;
          return { ...one, x: group.point.x + ring * Math.cos(turn), y: group.point.y + ring * Math.sin(turn) };
        });
        group.reach = ring + sized[0].r;
      }
      for (const figure of group.figures) this._groupOf.set(figure.claim, group);
    },

    _circles(group, rings, parent) {
      const { x, y } = group.point;
      const first = [...group.places][0];
      for (const place of group.places) {
        if (place.form !== "radius" || !place.km) continue;
        const stated = this._pixels(place.km, place.at);
        const shape = { class: "ring" + (this._placeSelected(place) ? " selected" : ""), cx: x, cy: y, r: Math.max(stated, group.reach + 4), "data-place": place.id, "data-form": "radius" };
        node("circle", shape, rings);
      }
      const names = [...group.places].map((place) => place.name).join(", ");
      if (group.cluster) {
        const name = names + ", " + group.figures.length + " figures";
        const cluster = node("g", this._button("place " + first.id, name, "cluster " + group.figures[0].panel, null, first.id, "cluster"), parent);
        node("circle", { cx: x, cy: y, r: group.reach }, cluster);
        node("text", { x, y: y + 4, class: "count" }, cluster, String(group.figures.length));
      }
      for (const circle of group.circles) {
        const { figure } = circle;
        const classes = "figure circle " + figure.panel + " " + figure.stroke + (this._isSelected(figure) ? " selected" : "");
        const mark = node("g", this._button("claim " + figure.claim, figure.tip, classes, figure.claim, null, "circle"), parent);
        if (this._isSelected(figure)) node("circle", { class: "halo", cx: circle.x, cy: circle.y, r: circle.r + 4 }, mark);
        node("circle", { class: "mark", cx: circle.x, cy: circle.y, r: circle.r }, mark);
      }
      if ([...group.places].some((place) => this._selection.place === place.id)) {
        node("circle", { class: "halo", cx: x, cy: y, r: group.reach + 5 }, parent);
      }
      if (group.circles.length > 1) {
        const px = x + group.reach * 0.72 + 5;
        const py = y - group.reach * 0.72 - 5;
        const name = names + ", " + group.figures.length + " figures";
        const pill = node("g", this._button("place " + first.id, name, "pill", null, first.id, "count"), parent);
        node("circle", { cx: px, cy: py, r: 7.5 }, pill);
        node("text", { x: px, y: py + 3.5, class: "count" }, pill, String(group.figures.length));
        this._block([px - 8, py - 8, px + 8, py + 8], 8);
      }
      const reach = group.reach + 3;
      this._block([x - reach, y - reach, x + reach, y + reach], 8);
    },

    /* Kilometres at a latitude as pixels of this zoom. */
    _pixels(km, [lat]) {
      return (km / 40075.0) * 256 * Math.pow(2, this._map.getZoom()) / Math.cos((lat * Math.PI) / 180);
    },

    _arrow(figure, parent) {
      let from = this._point(figure.path[0]);
      let to = this._point(figure.path[1]);
      const group = this._groupOf.get(figure.claim);
      const starts = Boolean(group) && group.point.distanceTo(from) <= group.point.distanceTo(to);
      if (starts) from = group.point;
      else if (group) to = group.point;
      const along = to.subtract(from);
      const length = Math.max(1, Math.hypot(along.x, along.y));
      const side = L.point(-along.y / length, along.x / length);
      const bend = length * 0.16 * (1 + (figure.lane >> 1)) * (figure.lane % 2 ? -1 : 1);
      const bow = from.add(to).divideBy(2).add(side.multiplyBy(bend));
      const curve = (t) => {
        const u = 1 - t;
        return L.point(u * u * from.x + 2 * u * t * bow.x + t * t * to.x, u * u * from.y + 2 * u * t * bow.y + t * t * to.y);
      };
      const trim = group ? Math.min(0.5, (group.reach + 2) / length) : 0;
      const [t0, t1] = figure.dotted ? [0.1, 0.95] : starts ? [trim, 1] : [0, 1 - trim];
      const width = 1.8 + 3.2 * Math.sqrt((figure.value || 0) / this._widest);
      const head = 7 + width * 1.6;
      const steps = 24;
      const tip = curve(t1);
      let neck = t1;
      while (neck > t0 && Math.hypot(curve(neck).x - tip.x, curve(neck).y - tip.y) < head * 0.8) neck -= 0.01;
      let path = "";
      for (let i = 0; i <= steps; i++) {
        const point = curve(t0 + ((neck - t0) * i) / steps);
        path += (i ? "L" : "M") + point.x.toFixed(1) + " " + point.y.toFixed(1);
        if (!this._dense) this._block([point.x - 5, point.y - 5, point.x + 5, point.y + 5], 4);
      }
      const back = curve(neck);
      const turn = Math.atan2(tip.y - back.y, tip.x - back.x);
      const corner = (angle, far) => (tip.x + far * Math.cos(angle)).toFixed(1) + "," + (tip.y + far * Math.sin(angle)).toFixed(1);
      const wing = Math.PI - 0.42;
      const points = [corner(0, 0), corner(turn + wing, head), corner(turn - wing, head)].join(" ");
      this._block([tip.x - 8, tip.y - 8, tip.x + 8, tip.y + 8], 6);

      const classes = ["figure arrow", figure.panel, figure.stroke, figure.dotted ? "dotted" : "", this._isSelected(figure) ? "selected" : ""].join(" ");
      const attributes = group
        ? { class: classes, "data-claim": figure.claim, "data-form": "arrow", "data-tip": figure.tip, "aria-hidden": "true" }
        : this._button("claim " + figure.claim, figure.tip, classes, figure.claim, null, "arrow");
      const mark = node("g", attributes, parent);
      node("path", { class: "hit", d: path }, mark);
      if (this._isSelected(figure)) node("path", { class: "under", d: path, "stroke-width": width + 4 }, mark);
      node("path", { class: "shaft", d: path, "stroke-width": width }, mark);
      node("polygon", { class: "head", points }, mark);
      figure.middle = curve(0.45);
    },

    /* ---- words ---- */

    /* Rows of text [text, bold, figure] in a free spot near a point. */
    _write(rows, point, reach, parent) {
      const width = Math.max(...rows.map((row) => dateline.textWidth(row.text, row.bold ? 12.5 : 11.5, row.bold ? 650 : 400)));
      const height = rows.length * LINE_HEIGHT;
      const distances = this._dense ? [4] : undefined;
      const { box, away, cost } = dateline.seek(this._obstacles, point, reach, width, height, this._view, distances);
      if (this._dense && cost > 100) return;
      const leftOf = box[2] <= point[0];
      const group = node("g", { class: "label" }, parent);
      if (away > reach + 24) this._leader(point, box, reach, group);
      rows.forEach((row, i) => {
        const attributes = { x: leftOf ? box[2] : box[0], y: box[1] + LINE_HEIGHT * i + 12, class: row.bold ? "name" : "words", "text-anchor": leftOf ? "end" : "start" };
        if (row.claim) Object.assign(attributes, { "data-claim": row.claim, "data-form": "label" });
        else if (row.button) Object.assign(attributes, this._button("place " + row.place, row.button, "name", null, row.place, "label"));
        else if (row.place) Object.assign(attributes, { "data-place": row.place, "data-form": "label" });
        node("text", attributes, group, row.text);
      });
      this._block(box, 12);
    },

    /* A thin line from a symbol to a label that found no room beside it. */
    _leader([x, y], box, reach, parent) {
      const end = [Math.max(box[0], Math.min(x, box[2])), Math.max(box[1], Math.min(y, box[3]))];
      const length = Math.hypot(end[0] - x, end[1] - y);
      const start = [x + ((end[0] - x) * reach) / length, y + ((end[1] - y) * reach) / length];
      node("path", { class: "leader", d: "M" + start.join(" ") + "L" + end.join(" ") }, parent);
    },

    _label(group, parent) {
      if (this._dense && !this._inView(group.point)) return;
      const rows = [...group.places].map((place) => ({ text: place.name, bold: true, place: place.id }));
      const texts = group.figures.map((figure) => figure.short);
      if (!this._narrow && !this._dense) {
        const joined = texts.join("; ");
        if (group.cluster) rows.push({ text: group.figures.length + " figures", place: rows[0].place });
        else if (joined.length <= 46) rows.push({ text: joined, claim: group.figures[0].claim });
        else {
          for (const figure of group.figures.slice(0, 2)) rows.push({ text: figure.short, claim: figure.claim });
          if (texts.length > 2) rows.push({ text: "and " + (texts.length - 2) + " more", place: rows[0].place });
        }
      }
      this._write(rows, [group.point.x, group.point.y], group.reach + 2, parent);
    },

    /* A dotted arrow belongs to no place, so it carries its own words. */
    _loneArrows(shown, parent) {
      for (const figure of shown) {
        if (!figure.dotted || this._dense) continue;
        const rows = [{ text: figure.short, bold: true, claim: figure.claim }];
        if (!this._narrow) rows.push({ text: "crossing point not stated", claim: figure.claim });
        this._write(rows, [figure.middle.x, figure.middle.y], 6, parent);
      }
    },

    /* A selected place without a figure is marked and named, so that a mention can be found too. */
    /* Places that figures name without standing there, as the town that a base is in: a dot and a name to click. */
    _named(at, labels, rings) {
      for (const place of this._places.values()) {
        const count = (place.claims || []).filter((claim) => this._shown.has(claim)).length;
        if (!count || at.has(place.id) || (place.form !== "point" && place.form !== "radius")) continue;
        const point = this._point(place.at);
        if (this._dense && !this._inView(point)) continue;
        node("circle", { class: "spot", cx: point.x, cy: point.y, r: 2.4 }, rings);
        const name = place.name + (count === 1 ? ", 1 figure" : ", " + count + " figures");
        this._write([{ text: place.name, bold: true, place: place.id, button: name }], [point.x, point.y], 8, labels);
      }
    },

    _lonePlace(at, labels, rings) {
      const place = this._places.get(this._selection.place);
      if (!place || at.has(place.id) || place.form === "line") return;
      const named = (place.claims || []).some((claim) => this._shown.has(claim)) && place.form !== "area";
      const point = this._point(place.at);
      if (place.form !== "area") {
        const stated = place.km ? this._pixels(place.km, place.at) : 0;
        if (stated) node("circle", { class: "ring selected", cx: point.x, cy: point.y, r: stated }, rings);
        node("circle", { class: "halo", cx: point.x, cy: point.y, r: 9 }, rings);
      }
      if (!named) this._write([{ text: place.name, bold: true, place: place.id }], [point.x, point.y], 8, labels);
    },

    /* The list of an area or a line: its name, then one row a figure. */
    _card(place, figures, parent) {
      const listed = figures.slice(0, MOST_ROWS);
      const more = figures.length - listed.length;
      const longest = this._narrow ? 30 : 60;
      const cut = (text) => (text.length > longest ? text.slice(0, longest - 1).trimEnd() + "…" : text);
      const texts = [...listed.map((figure) => cut(figure.short)), ...(more ? ["and " + more + " more"] : [])];
      const width = Math.max(dateline.textWidth(place.name, 12, 650) + 18, ...texts.map((text) => dateline.textWidth(text, 11.5, 400) + 32));
      const height = 10 + LINE_HEIGHT * (1 + texts.length);
      const { box, away, anchor } = this._cardSpot(place, width, height);
      const group = node("g", { class: "card" + (this._placeSelected(place) ? " selected" : "") }, parent);
      if (away > 40 && !this._narrow) this._leader(anchor, box, 0, group);
      node("rect", { class: "paper", x: box[0], y: box[1], width, height, rx: 3 }, group);
      const count = figures.length === 1 ? ", 1 figure" : ", " + figures.length + " figures";
      const attributes = place.form === "line" ? { "data-place": place.id, "data-form": "card" } : this._button("place " + place.id, place.name + count, "", null, place.id, "card");
      node("text", { ...attributes, class: "name", x: box[0] + 9, y: box[1] + 17 }, group, place.name);
      listed.forEach((figure, i) => {
        const top = box[1] + 7 + LINE_HEIGHT * (i + 1);
        const classes = "figure row " + figure.panel + " " + figure.stroke + (this._isSelected(figure) ? " selected" : "");
        const row = node("g", this._button("claim " + figure.claim, figure.tip, classes, figure.claim, null, "row"), group);
        node("rect", { class: "strip", x: box[0] + 1, y: top - 1, width: width - 2, height: LINE_HEIGHT }, row);
        node("circle", { class: "mark", cx: box[0] + 14, cy: top + 6.5, r: 4 }, row);
        node("text", { class: "words", x: box[0] + 24, y: top + 10.5 }, row, texts[i]);
      });
      if (more) {
        node("text", { class: "words", x: box[0] + 24, y: box[1] + 17 + LINE_HEIGHT * (listed.length + 1), "data-place": place.id, "data-form": "card" }, group, texts[listed.length]);
      }
      this._block(box, 12);
    },

    /* Where the list of a place goes, and the point that it belongs to. */
    _cardSpot(place, width, height) {
      if (place.form !== "line") {
        const point = this._point(place.at);
        const anchor = [point.x, point.y];
        return { anchor, ...dateline.seek(this._obstacles, anchor, 0, width, height, this._view) };
      }
      const [left, top, right, bottom] = this._view;
      const own = this._corners(place);
      const visible = own.filter(([x, y]) => x > left && x < right && y > top && y < bottom);
      /* Beside a stretch that is this line's alone, where a part of it is a place of its own. */
      const parts = this._shaped.slice(this._shaped.indexOf(place) + 1).filter((other) => other.form === "line");
      const shared = dateline.boxes(parts.flatMap((other) => this._corners(other).map(([x, y]) => [x - 8, y - 8, x + 8, y + 8])));
      const alone = visible.filter(([x, y]) => !shared.covered([x - 8, y - 8, x + 8, y + 8]));
      const anchors = [alone, visible, own].find((some) => some.length);
      let best = null;
      for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) {
        const anchor = anchors[Math.floor(share * (anchors.length - 1))];
        const found = dateline.seek(this._obstacles, anchor, 6, width, height, this._view);
        if (!best || found.cost < best.cost) best = { anchor, ...found };
      }
      return best;
    },

    /* The corners of a place's lines in layer pixels. */
    _corners(place) {
      const scale = Math.pow(2, this._map.getZoom());
      const origin = this._map.getPixelOrigin();
      return place.lines.flat().map((point) => [point.x * scale - origin.x, point.y * scale - origin.y]);
    },
  });
})();

/* What stands around the map: buttons, layer choice, legend, the list of what is not on the map, the tooltip. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  function make(tag, classes, parent, text) {
    const made = document.createElement(tag);
    made.className = classes;
    if (text !== undefined) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function control(map, position, element) {
    const Holder = L.Control.extend({
      onAdd() {
        L.DomEvent.disableClickPropagation(element);
        L.DomEvent.disableScrollPropagation(element);
        return element;
      },
    });
    return new Holder({ position }).addTo(map);
  }

  function svg(markup, size) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    made.setAttribute("width", size[0]);
    made.setAttribute("height", size[1]);
    made.setAttribute("aria-hidden", "true");
    for (const [tag, attributes, text] of markup) {
      const child = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) child.setAttribute(name, value);
      if (text !== undefined) child.textContent = text;
      made.appendChild(child);
    }
    return made;
  }

  /* Reset the view; full screen where the browser allows it in a frame. */
  dateline.buttons = (map, reset) => {
    const bar = make("div", "leaflet-bar dateline-buttons");
    const button = (name, path, act) => {
      const made = make("button", "dateline-button", bar);
      made.type = "button";
      made.title = name;
      made.setAttribute("aria-label", name);
      made.appendChild(svg([["path", { d: path, class: "icon" }]], [16, 16]));
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

  /* OpenStreetMap as a choice. Where its tiles do not come, the vector map comes back with a word. */
  dateline.layerChoice = (map, basemap) => {
    const credit = '&copy; <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">OpenStreetMap</a> contributors';
    const tiles = L.tileLayer("https://tile.openstreetmap.org/{z}/{x}/{y}.png", {
      attribution: credit,
      maxZoom: 19,
      pane: "dateline-tiles",
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    const box = make("div", "dateline-panel dateline-layers");
    const label = make("label", "", box);
    make("span", "visually-hidden", label, "Basemap");
    const choice = make("select", "", label);
    for (const [value, text] of [["vector", "Built-in map"], ["osm", "OpenStreetMap"]]) {
      make("option", "", choice, text).value = value;
    }
    const notice = make("p", "dateline-notice", box);
    notice.setAttribute("role", "status");
    notice.hidden = true;
    let arrived = false;
    const back = () => {
      map.removeLayer(tiles);
      basemap.hide(false);
      choice.value = "vector";
    };
    tiles.on("tileload", () => {
      if (!arrived) basemap.hide(true);
      arrived = true;
    });
    tiles.on("tileerror", () => {
      if (arrived || !map.hasLayer(tiles)) return;
      back();
      notice.textContent = "OpenStreetMap does not answer. This is the built-in map.";
      notice.hidden = false;
    });
    choice.addEventListener("change", () => {
      notice.hidden = true;
      arrived = false;
      if (choice.value === "osm") tiles.addTo(map);
      else back();
    });
    control(map, "topright", box);
  };

  /* How many shown figures are not on the map, each with its reason. Returns the function that updates it. */
  dateline.tray = (map, missing, report) => {
    const box = make("details", "dateline-panel dateline-tray");
    const title = make("summary", "", box);
    const list = make("ul", "", box);
    control(map, "topright", box);
    return (shown) => {
      const absent = missing.filter((one) => shown === null || shown.has(one.claim));
      title.textContent = absent.length
        ? absent.length + (absent.length === 1 ? " figure is" : " figures are") + " not on the map"
        : "Everything is on the map";
      list.textContent = "";
      box.classList.toggle("empty", !absent.length);
      box.classList.toggle("narrow", map.getSize().x < 640);
      if (!absent.length) box.open = false;
      for (const one of absent) {
        const button = make("button", "", make("li", "", list), one.short);
        button.type = "button";
        button.dataset.claim = one.claim;
        make("small", "", button, one.why);
        button.addEventListener("click", () => report(one.claim, null));
      }
    };
  };

  /* Three round values from the middle of the sizes, largest first: 1, 2 or 5 times a power of ten. */
  function roundValues(low, high) {
    const round = (value) => {
      const ten = Math.pow(10, Math.floor(Math.log10(value)));
      return [5, 2, 1].map((step) => step * ten).find((step) => step <= value * 1.001);
    };
    const values = [high, Math.sqrt(low * high), low].map((value) => round(Math.max(1, value)));
    return [...new Set(values)];
  }

  dateline.legend = (map, data, sizes) => {
    const has = (test) => data.figures.some(test);
    const box = make("details", "dateline-panel dateline-legend");
    box.open = map.getSize().x >= 640;
    make("summary", "", box, "Legend");
    const inner = make("div", "dateline-legend-inner", box);
    if (sizes.any) {
      const values = roundValues(sizes.low, sizes.high);
      const largest = sizes.radius(values[0]);
      const height = Math.max(2 * largest + 6, values.length * 14 + 4);
      const drawing = [];
      values.forEach((value, i) => {
        const r = sizes.radius(value);
        const y = height - 2 - 2 * r;
        const line = values.length > 1 ? 9 + (i * (height - 16)) / (values.length - 1) : height / 2;
        drawing.push(["circle", { cx: largest + 2, cy: height - 2 - r, r, class: "size" }]);
        drawing.push(["path", { d: "M" + (largest + 2) + " " + y + "L" + (2 * largest + 10) + " " + line, class: "leader" }]);
        drawing.push(["text", { x: 2 * largest + 13, y: line + 3.5 }, value.toLocaleString("en-GB")]);
      });
      const part = make("div", "sizes", inner);
      part.appendChild(svg(drawing, [2 * largest + 60, height]));
      make("small", "", part, "people, by area");
    }
    const keys = make("ul", "keys", inner);
    const key = (drawing, text) => {
      const row = make("li", "", keys);
      row.appendChild(svg(drawing, [26, 14]));
      make("span", "", row, text);
    };
    const dot = (classes) => [["circle", { cx: 13, cy: 7, r: 5, class: "mark " + classes }]];
    for (const [panel, text] of [["troops", "troops"], ["displaced", "displaced people"], ["other", "statements"]]) {
      if (has((figure) => figure.panel === panel)) key(dot(panel + " filled"), text);
    }
    if (has((figure) => figure.stroke === "outline")) key(dot("plain outline"), "pledge, plan or capacity");
    if (has((figure) => figure.stroke === "dashed")) key(dot("plain dashed"), "disputed, denied or withdrawn");
    if (has((figure) => figure.dotted)) key([["path", { d: "M1 7H25", class: "route" }]], "crossing point not stated");
    if (data.places.some((place) => place.form === "radius")) key([["circle", { cx: 13, cy: 7, r: 6, class: "ring" }]], "somewhere within");
    control(map, "bottomleft", box);
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
      if (hit) box.textContent = hit.dataset.tip;
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
      const hit = show(event.target);
      if (!hit) return;
      const edge = frame.getBoundingClientRect();
      const target = hit.getBoundingClientRect();
      place(target.left + target.width / 2 - edge.left, target.top + target.height / 2 - edge.top);
    });
    frame.addEventListener("focusout", () => (box.hidden = true));
    map.on("movestart", () => (box.hidden = true));
  };
})();

/* Dateline's map in three calls, made by the script of geo/maps/folium_map.py:
 *
 *   dateline.create(id)        an empty Leaflet map in the element with this id
 *   dateline.mount(map, data)  everything that stays the same while the data set does (geo/maps/payload.py)
 *   dateline.show(state)       what changes: {shown: [claim] or null for all, claim, place}; returns an empty layer,
 *                              which streamlit-folium adds and removes
 *
 * A click goes to Python as {claim, place, click}, where click differs each time.
 */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const LIGHT = {
    water: "#cfe0ea", land: "#f2efe6", focus: "#fefdf8", border: "#9a958a", province: "#d8d2c4", river: "#a9c8de",
    country: "#6f6860", town: "#5a554e", halo: "rgba(254, 253, 248, 0.9)",
  };
  const DARK = {
    water: "#16222c", land: "#25282c", focus: "#32363b", border: "#7b7f84", province: "#54585e", river: "#31566f",
    country: "#a9a59e", town: "#c2beb7", halo: "rgba(30, 33, 36, 0.9)",
  };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let theme = "light";
  let mounted = null;
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
    if (changed && mounted) mounted.basemap.redraw();
  }

  function report(claim, place) {
    awaited.push({ claim, place });
    window.Streamlit.setComponentValue({ claim, place, click: Date.now() + Math.random() });
    select({ claim, place }, false);
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
    const { figures, map } = mounted;
    const same = alike(mounted.selection, selection);
    mounted.selection = { claim: selection.claim, place: selection.place };
    if (!same) figures.select(mounted.selection);
    if (same || !move) return;
    const bounds = figures.bounds(selection.claim, selection.place);
    if (bounds && map.hasLayer(figures)) go(map, bounds);
  }

  /* Smoothly to some bounds: centred, no closer than the reader was, farther only if it would not fit. */
  function go(map, bounds) {
    const fits = map.getBoundsZoom(bounds.pad(0.15), false);
    const zoom = Math.min(map.getZoom(), fits);
    map.flyTo(bounds.getCenter(), zoom, { animate: !still.matches, duration: 0.6 });
  }

  /* If Streamlit builds the frame anew within one visit, the reader's view is still there. */
  function restore(map, version) {
    map.on("moveend", () => {
      window.parent.datelineView = { version, centre: map.getCenter(), zoom: map.getZoom() };
    });
    const last = window.parent.datelineView;
    if (!last || last.version !== version) return false;
    map.setView([last.centre.lat, last.centre.lng], last.zoom, { animate: false });
    return true;
  }

  dateline.create = (id) => {
    setTheme();
    const map = L.map(id, {
      zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 90, minZoom: 1.5, maxZoom: 12, attributionControl: false,
      zoomAnimation: !still.matches, fadeAnimation: !still.matches, markerZoomAnimation: false,
      center: [20, 0], zoom: 2, maxBoundsViscosity: 0.8,
    });
    map.createPane("dateline-tiles").style.zIndex = 250;
    return map;
  };

  /* streamlit-folium does not wait for style sheets; without them nothing around the map has its place yet. */
  function styled() {
    return new Promise((resolve) => {
      const look = () => {
        const own = getComputedStyle(document.documentElement).getPropertyValue("--troops");
        const pane = getComputedStyle(document.querySelector(".leaflet-pane")).position;
        if (own && pane === "absolute") resolve();
        else setTimeout(look, 10);
      };
      look();
    });
  }

  dateline.mount = (map, data) => {
    const figures = new dateline.Figures(data, report);
    const basemap = new dateline.Basemap(data, () => figures.taken());
    const tray = dateline.tray(map, data.tray, report);
    mounted = { map, figures, basemap, tray, selection: { claim: null, place: null } };
    tray(null);
    styled().then(() => furnish(data));
  };

  /* Everything that needs to know how large things are. */
  function furnish(data) {
    const { map, figures, basemap } = mounted;
    const [[south, west], [north, east]] = data.window;
    const centre = (west + east) / 2;
    const fit = () => {
      const narrow = map.getSize().x < 640;
      const options = { paddingTopLeft: narrow ? [24, 70] : [90, 80], paddingBottomRight: narrow ? [24, 50] : [60, 90], maxZoom: 8, animate: false };
      map.invalidateSize(false);
      map.fitBounds([[south, west], [north, east]], options);
    };
    const kept = restore(map, data.version);
    if (!kept) fit();
    /* After the first view: Leaflet glides back into new limits, and would carry that view along. */
    map.setMaxBounds([[-85, centre - 270], [85, centre + 270]]);

    dateline.layerChoice(map, basemap);
    dateline.buttons(map, fit);
    dateline.legend(map, data, figures.sizes);
    dateline.tooltip(map);
    L.control
      .attribution({ position: "bottomright", prefix: "Leaflet" })
      .addAttribution("Natural Earth, GeoNames. Figures are what the articles say; lines imply no position on borders.")
      .addTo(map);
    L.control.scale({ position: "bottomright", imperial: false, maxWidth: 90 }).addTo(map);
    figures.on("drawn", () => basemap.redraw());
    map.addLayer(basemap);
    map.addLayer(figures);
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
    basemap.ready.then(() => (document.documentElement.dataset.map = "drawn"));
  }

  dateline.show = (state) => {
    const { figures, tray } = mounted;
    figures.show(state.shown);
    tray(state.shown === null ? null : new Set(state.shown));
    follow(state);
    window.feature_group = [];
    return L.layerGroup();
  };
})();
