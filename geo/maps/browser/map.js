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
