/* The view as the query of the address, and back: the names and values of geo/sharing/link.py. */
"use strict";
(() => {
  const MANY = ["status", "source", "in"];
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const TABS = ["troops", "displaced", "timeline", "places", "articles", "told-differently"];

  /* {wanted, tab, claim, place, article, part, by, camera, notice} that the query asks for; the first view where it cannot be used. */
  published.opened = (query, view, columns) => {
    const given = new URLSearchParams(query);
    const first = () => ({ wanted: published.everything(), tab: null, claim: null, place: null, article: null, part: 0, by: view.groups.ways[0], camera: view.camera });
    const changed = given.has("data") && given.get("data") !== view.version ? "The data set has changed since this link was made" : null;
    const found = first();
    const known = { status: new Set(view.statuses.map(([value]) => value)), source: new Set(view.sources), in: new Set(view.named.map(([id]) => id)) };
    let usable = true;
    const take = (key, fits, put) => {
      const value = given.get(key);
      if (value === null || value === "") return;
      if (given.getAll(key).length > 1 || !fits(value)) usable = false;
      else put(value);
    };
    for (const key of MANY) {
      found.wanted[key] = new Set(given.getAll(key));
      if ([...found.wanted[key]].some((value) => !known[key].has(value))) usable = false;
    }
    for (const key of ["from", "to", "known"]) take(key, (value) => DAY.test(value), (value) => (found.wanted[key] = value));
    take("words", (value) => value.length <= 200, (value) => (found.wanted.words = value));
    take("show", (value) => value === "troops" || value === "displaced", (value) => (found.wanted.show = value));
    take("inferred", (value) => value === "hide", () => (found.wanted.inferred = false));
    take("panel", (value) => TABS.includes(value), (value) => (found.tab = value));
    take("claim", (value) => columns.id.includes(value), (value) => (found.claim = value));
    take("place", (value) => value in view.places || known.in.has(value), (value) => (found.place = value));
    take("article", (value) => view.articles.includes(value), (value) => (found.article = view.articles.indexOf(value)));
    take("group", (value) => view.groups.ways.includes(value), (value) => (found.by = value));
    take("collection", (value) => value === view.collection, () => {});
    take("at", (value) => camera(value) !== null, (value) => (found.camera = camera(value)));
    if (usable && !(found.claim && found.place)) return { ...found, notice: changed && changed + "." };
    return { ...first(), notice: (changed || "This link cannot be used here: it asks for what is not here") + ". You see the first view." };
  };

  function camera(words) {
    const numbers = words.split(",").map(Number);
    const [lat, lon, zoom] = numbers;
    const fits = numbers.length === 3 && Math.abs(lat) <= 85.06 && Math.abs(lon) <= 180 && zoom >= 1.5 && zoom <= 12;
    return fits ? numbers : null;
  }

  /* The query of what is shown; only ``claim`` where a link to one figure is asked for. */
  published.query = (state, view) => {
    const { wanted } = state;
    const made = new URLSearchParams();
    const put = (key, value) => value && made.set(key, value);
    put("collection", view.collection);
    put("claim", state.claim);
    put("place", state.place);
    put("panel", state.tab === "troops" ? null : state.tab);
    put("article", state.tab === "articles" && state.article !== null && view.articles[state.article]);
    put("group", state.by === view.groups.ways[0] ? null : state.by);
    for (const key of ["from", "to", "show", "known", "words"]) put(key, wanted[key]);
    put("inferred", wanted.inferred ? null : "hide");
    put("at", state.camera && state.camera.join(","));
    for (const key of MANY) for (const value of [...wanted[key]].sort()) made.append(key, value);
    return made;
  };
})();
