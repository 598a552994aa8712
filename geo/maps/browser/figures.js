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
