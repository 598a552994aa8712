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
