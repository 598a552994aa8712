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
