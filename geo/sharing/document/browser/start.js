/* A published page at work: one state, one way in which it is shown. */
"use strict";
(() => {
  const sheet = (id) => document.getElementById(id);
  const framed = new URLSearchParams(location.search).get("embed") === "true";
  const map = { events: new EventTarget(), RENDER_EVENT: "streamlit:render" };
  let all = null;
  let sync = () => {};
  let turn = 0;

  /* Whether this page has an address, and one that reaches others. */
  const hasAddress = /^https?:$/.test(location.protocol);
  const reaches = hasAddress && !onlyHere();

  function draw(id, ...nodes) {
    const root = sheet(id);
    const active = root.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
    const open = [...root.querySelectorAll("details")].map((one) => one.open);
    root.replaceChildren(...nodes.map((node) => build(node)));
    root.querySelectorAll("details").forEach((one, i) => (one.open = open[i] ?? false));
    if (!active) return;
    const same = [...root.querySelectorAll("[data-id], [data-tab], [data-window]")].find((one) => Object.entries(active).every(([key, value]) => one.dataset[key] === value));
    if (same) same.focus({ preventScroll: true });
  }

  /* The tabs, and the view that is open; what arrives late for a state that is gone is dropped. */
  async function show({ evidence = false } = {}) {
    const mine = (turn += 1);
    const { view, columns, shown, state } = all;
    const counts = { troops: 0, displaced: 0, other: 0 };
    for (const i of shown) counts[columns.panel[i]] += 1;
    const tabs = published.TABS.filter(([tab]) => tab !== "told-differently" || view.movements).map(([tab, name]) => [
      "button", { type: "button", class: "tab", "data-tab": tab, "aria-pressed": String(tab === state.tab) },
      tab in counts ? name + " " + counts[tab].toLocaleString("en-GB") : name]);
    draw("tabs", ...tabs);
    const away = (await published.part("away"))[Number(!state.wanted.inferred)];
    const [list, card, further] = await Promise.all([published.views[state.tab](all), evidence ? published.evidence(all) : null, published.beyond(all)]);
    if (mine !== turn) return;
    draw("state", published.stateLine(shown, columns, away, state.wanted, view, further));
    const [, name] = published.TABS.find(([tab]) => tab === state.tab);
    draw("list", ["h2", { class: "unseen" }, name], ...list);
    if (card) draw("evidence", ...card);
    document.documentElement.dataset.shown = String(mine);
    keep();
  }

  /* The map has the figures of the filter, and goes to them; a selection that came from elsewhere is gone to. */
  async function mark() {
    const { columns, shown, state } = all;
    const every = shown.length === columns.id.length;
    const window_ = every ? null : published.viewOf(await published.part("figures.json"), new Set(shown.map((i) => columns.id[i])), state.wanted.inferred);
    window.dateline.show({
      shown: every ? null : shown.map((i) => columns.id[i]), claim: state.claim, place: state.place, view: state.camera,
      inferred: state.wanted.inferred, opened: 0, window: window_,
    });
  }

  /* Another filter: the first rows, and the strip that has matches. */
  function changed() {
    const { view, columns, state } = all;
    all.shown = published.matching(columns, state.wanted, view.fold);
    all.window.reset();
    const has = (tab) => all.shown.some((i) => columns.panel[i] === tab);
    const other = state.tab === "troops" ? "displaced" : "troops";
    if (["troops", "displaced"].includes(state.tab) && !has(state.tab) && has(other)) state.tab = other;
    sync();
    mark();
    show({ evidence: Boolean(state.place) || Boolean(state.claim) });
  }

  function select(claim, place, keyboard) {
    const { columns, state } = all;
    const last = document.activeElement;
    Object.assign(state, { claim: claim || null, place: place || null });
    const panel = columns.panel[columns.id.indexOf(claim)];
    if (["troops", "displaced"].includes(state.tab) && ["troops", "displaced"].includes(panel)) {
      if (state.tab !== panel) all.window.reset();
      state.tab = panel;
    }
    mark();
    return show({ evidence: true }).then(() => {
      const opened = document.querySelector(".evidence");
      if (!opened) {
        const again = all.opener && (all.opener.isConnected ? all.opener : drawnAgain(all.opener));
        if (again) again.focus({ preventScroll: true });
        return;
      }
      if (last && last !== document.body && !opened.contains(last)) all.opener = last;
      if (keyboard) opened.focus({ preventScroll: true });
      const narrow = window.matchMedia("(max-width: 760px)").matches;
      /* Where the page is one column the card goes under the map, which stays in sight. */
      if (narrow && !framed) sheet("evidence").scrollIntoView({ block: "start" });
      else if (!narrow) sheet("panel").scrollTo({ top: 0 });
    });
  }

  /* Opens an article, "" the list of them, at the part that ``find`` gives for its number, and there at ``where``. */
  async function open(id, find = async () => 0, where = ".reader, .article") {
    const number = id ? all.view.articles.indexOf(id) : null;
    const part = id ? await find(number) : 0;
    Object.assign(all.state, { tab: "articles", article: number, part });
    all.window.reset();
    await show();
    const there = sheet("list").querySelector(where);
    if (there) there.scrollIntoView({ block: where === ".reader, .article" ? "nearest" : "center" });
    if (there && there.matches("[tabindex]")) there.focus({ preventScroll: true });
  }

  /* A symbol of the map, or a row, that was drawn anew since. */
  function drawnAgain({ dataset }) {
    const [where, name, value] = dataset.key ? ["#map", "key", dataset.key] : ["#list", "id", dataset.id];
    return value ? document.querySelector(where + " [data-" + name + '="' + CSS.escape(value) + '"]') : null;
  }

  /* A click on the map arrives as it does on the page (geo/maps/browser/map.js). */
  map.setComponentValue = ({ claim, place }) => select(claim, place, document.activeElement?.matches("#map :focus-visible"));
  window.Streamlit = map;

  /* The address of what is shown, with the place where the map stands. */
  function here(only) {
    const { view, state } = all;
    const stands = window.datelineView;
    const camera = stands && !stands.whole ? stands.view : null;
    const tab = only && all.columns.panel[all.columns.id.indexOf(only)] === "displaced" ? "displaced" : "troops";
    const query = published.query(only ? { wanted: published.everything(), claim: only, tab } : { ...state, camera }, view);
    query.set("data", view.version);
    return location.href.split(/[?#]/)[0] + "?" + query;
  }

  /* The browser's address says what is shown, so that a reload and a bookmark keep it. */
  function keep() {
    const { view, state } = all;
    const query = published.query({ ...state, camera: null }, view);
    if (framed) query.set("embed", "true");
    const words = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (words ? "?" + words : ""));
    } catch {
      /* A file on a disk, or a frame without an address of its own. */
    }
  }

  async function cite(button) {
    const id = button.closest("[data-claim]").dataset.claim;
    const i = all.columns.id.indexOf(id);
    const words = (await all.load("cited", [i])).get(i)[Number(button.dataset.cite)];
    const shownAt = reaches && button.dataset.cite === "0" ? " Shown at " + here(id) + "." : "";
    copied(button, words + shownAt);
  }

  function linked(button) {
    if (reaches) return copied(button, here(button.dataset.link || null));
    const why = hasAddress
      ? "This address is that of your own machine: it reaches nobody else. Put the folder on a web host first."
      : "A file on your disk has no address that reaches others. Send them the file, or publish it: python -m geo publish DIR.";
    said(button, why);
    return null;
  }

  document.addEventListener("click", (event) => {
    const hit = event.target.closest?.("[data-pick], [data-tab], [data-window], [data-group], [data-clear], [data-cite], [data-read], [data-link], [data-copy]");
    if (!hit || !all) return;
    const { pick, id, tab, window: move, clear, group, read: claim } = hit.dataset;
    if (pick === "article") open(id);
    else if (pick === "part") open(all.view.articles[all.state.article], async () => Number(id));
    else if (pick === "passage") open(id, (number) => published.partWith(all, number), ".asked");
    else if (claim) open(all.view.articles[all.columns.article[all.columns.id.indexOf(claim)]], (number) => published.partOf(all, number, claim), '[data-pick="claim"][data-id="' + CSS.escape(claim) + '"]');
    else if (group) {
      all.state.by = group;
      all.window.reset();
      show();
    } else if (pick === "claim") select(id, null, event.detail === 0);
    else if (pick === "place") select(null, id, event.detail === 0);
    else if (pick === "close") select(null, null);
    else if (tab) {
      Object.assign(all.state, { tab, article: null });
      all.window.reset();
      show();
    } else if (move) {
      all.window[move]();
      show();
    } else if (clear !== undefined) {
      published.without(all.state.wanted, clear, id);
      changed();
    } else if (hit.dataset.cite !== undefined) cite(hit);
    else if (hit.dataset.link !== undefined) linked(hit);
    else if (hit.dataset.copy !== undefined) copied(hit, hit.dataset.copy);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.target.closest?.("input, select, [role=dialog]")) return;
    const open = event.target.closest?.("details[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (all && (all.state.claim || all.state.place)) select(null, null);
  });

  /* The head with what can be taken away: of a folder its files too, and the code for other people's pages. */
  function headed([tag, attributes, ...words]) {
    const files = JSON.parse(document.documentElement.dataset.files || "[]");
    const listed = files.map(([name, about]) => ["li", {}, ["a", { href: new URL(name, location.href.split(/[?#]/)[0]).href, download: "" }, name], " " + about]);
    return [tag, attributes, ...words, ["div", { class: "acts" },
      ["button", { type: "button", class: "boxed", "data-link": "" }, "Copy link"],
      ...(files.length ? [["a", { class: "boxed", href: new URL("embed.html", location.href).href }, "Embed"],
        ["details", { class: "downloads" }, ["summary", { class: "boxed" }, "Download"], ["ul", { class: "files" }, ...listed]]] : [])]];
  }

  /* The page around a frame is told how high this one is: {type: "dateline:height", height} in pixels. */
  function tellHeight() {
    let last = 0;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === last) return;
      last = height;
      published.around.postMessage({ type: "dateline:height", height }, "*");
    };
    new ResizeObserver(tell).observe(document.body);
    tell();
  }

  published.open = async () => {
    document.documentElement.classList.toggle("framed", framed);
    const [view, columns] = await Promise.all([published.part("view"), published.part("columns")]);
    const opened = published.opened(location.search, view, columns);
    if (opened.article !== null) opened.tab = "articles";
    const { notice, ...state } = opened;
    const panel = columns.panel[columns.id.indexOf(state.claim)];
    state.tab = state.tab || (["troops", "displaced"].includes(panel) ? panel : columns.panel.includes("troops") || !columns.panel.includes("displaced") ? "troops" : "displaced");
    all = { view, columns, state, load: published.loader(view.chunk), window: new published.Window(framed), shown: published.matching(columns, state.wanted, view.fold) };
    draw("head", headed(view.head));
    const count = published.counted(all.shown.filter((i) => columns.panel[i] !== "other").length, "figure");
    const [before, behind, credits] = view.framed;
    if (framed) draw("foot", ["p", { class: "framed-line" }, ["span", {}, before + count + behind], ["span", {}, credits], ["a", { href: here(null), target: "_blank", rel: "noopener" }, "Open in Dateline"]]);
    else draw("foot", view.foot);
    if (notice) draw("notice", ["p", { class: "stale", role: "status" }, notice]);
    sync = published.strip(sheet("find"), view, columns, state.wanted, changed);
    sync();
    const world = window.dateline.create("map");
    if (framed && window.matchMedia("(pointer: coarse)").matches) world.dragging.disable();
    window.dateline.mount(world, "figures.json");
    await mark();
    if (framed && published.around !== window) tellHeight();
    await show({ evidence: true });
  };

  published.open().catch((error) => {
    draw("notice", ["p", { class: "stale", role: "alert" }, "The figures did not arrive (" + error.message + "). Reload the page."]);
  });
})();
