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
