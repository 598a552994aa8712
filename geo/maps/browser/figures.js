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
