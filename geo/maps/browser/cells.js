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
