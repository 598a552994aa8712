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
