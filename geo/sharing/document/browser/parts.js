/* The parts of a published page (content.py), each asked for once: from the file itself, or from the folder beside it.
 * A large file has its parts packed (gzip, base64). Stands behind geo/sheets/build.js and before the map's scripts. */
"use strict";
const published = {};

(() => {
  const folder = document.documentElement.dataset.folder;
  /* From a disk a browser lets no page read the files beside it; the same page in one file is one of them. */
  const leaving = folder !== undefined && location.protocol === "file:";
  if (leaving) location.replace("map.html" + location.search);
  const inside = new Map([...document.querySelectorAll("script[data-part]")].map((one) => [one.dataset.part, one]));
  const asked = new Map();
  const fetched = window.fetch.bind(window);

  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  async function read(name) {
    const held = inside.get(name);
    if (held) return held.dataset.packed === undefined ? JSON.parse(held.textContent) : unpack(held.textContent);
    if (leaving) return new Promise(() => {}); /* the other page asks for it */
    if (folder === undefined) throw new Error(name + " is not in this file");
    const answer = await fetched(folder + name.replace(/(\.json)?$/, ".json") + "?v=" + document.documentElement.dataset.version);
    if (!answer.ok) throw new Error(name + " did not arrive: " + answer.status);
    return answer.json();
  }

  /* A part by its name. One that did not arrive is asked for again the next time. */
  published.part = (name) => {
    if (!asked.has(name)) asked.set(name, read(name).catch((error) => { asked.delete(name); throw error; }));
    return asked.get(name);
  };

  published.isFile = folder === undefined;

  /* What the map's scripts fetch: the figures, which are asked for here too, and in a file the ground as well. */
  window.fetch = (address, ...rest) => {
    const name = String(address).split("?")[0].split("/").pop();
    if (!published.isFile && !leaving && name !== "figures.json") return fetched(address, ...rest);
    return published.part(name).then((found) => ({ ok: true, status: 200, json: async () => found }), () => ({ ok: false, status: 404 }));
  };

  /* The map's scripts keep the view with the page around their frame. Here that is this page, and where this page is
   * itself in somebody's frame, no script may look out. */
  published.around = window.parent;
  window.parent = window;
})();
