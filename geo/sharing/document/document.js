/* A page without a server. What the map's scripts ask of Streamlit and of the network is answered from the file itself;
 * a click shows a card. Stands behind geo/sheets/build.js and before the map's scripts. */
"use strict";
const exported = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const sheet = (id) => document.getElementById(id);

  /* The only addresses that the map's scripts fetch are files of ours, by name. */
  window.fetch = async (address) => {
    const found = data.files[String(address).split("?")[0].split("/").pop()];
    return { ok: found !== undefined, status: found === undefined ? 404 : 200, json: async () => found };
  };
  window.Streamlit = {
    RENDER_EVENT: "streamlit:render",
    events: new EventTarget(),
    setComponentValue: ({ claim, place }) => select(claim, place),
  };

  function select(claim, place) {
    const named = data.places[place];
    const cards = claim ? [claim] : named ? named[1] : [];
    const shown = [];
    if (named && !claim) shown.push(["h2", {}, named[0]]);
    shown.push(...cards.filter((id) => data.cards[id]).map((id) => data.cards[id]));
    if (named && !claim && !shown[1]) shown.push(["p", { class: "empty" }, "No figure of this view is about this place as such."]);
    if (shown.length) {
      const close = ["button", { type: "button", class: "close", "data-pick": "close", "data-id": "", "aria-label": "Close the evidence" }, "Close"];
      shown.splice(0, shown.length, ["section", { class: "evidence", "aria-label": "Evidence" }, ...shown, close]);
    }
    sheet("evidence").replaceChildren(...shown.map(build));
    for (const row of document.querySelectorAll("#list [data-pick=claim]")) {
      row.setAttribute("aria-pressed", String(row.dataset.id === claim));
    }
    const pressed = document.querySelector("#list [aria-pressed=true]");
    /* Where the page is one column, the card is below the map that stays in sight, and the rows are below the card. */
    const narrow = window.matchMedia("(max-width: 760px)").matches;
    if (narrow && shown.length) sheet("evidence").scrollIntoView({ block: "start" });
    else if (pressed) pressed.scrollIntoView({ block: "nearest" });
    mark(claim || null, claim ? null : place || null);
  }

  /* All that a card says, in lower case and without accents, to search in. */
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const text = (node) => (typeof node === "string" ? node : node.slice(2).map(text).join(" "));
  const said = new Map(Object.entries(data.cards).map(([id, card]) => [id, plain(text(card))]));
  let chosen = null;
  let words = "";
  let shown = null;

  /* Shows what has the words, of one panel or of all, in the lists and on the map. */
  function narrow() {
    const ids = [...said].filter(([id, all]) => all.includes(words) && (!chosen || data.panels[id] === chosen)).map(([id]) => id);
    shown = ids.length === said.size ? null : ids;
    const has = new Set(ids);
    for (const row of document.querySelectorAll("#list .row")) row.hidden = !has.has(row.dataset.id);
    for (const section of document.querySelectorAll("#list section")) {
      const rows = [...section.querySelectorAll(".row")];
      section.hidden = rows.length ? rows.every((row) => row.hidden) : shown !== null;
    }
    const told = document.querySelector("#find output");
    told.hidden = shown === null;
    told.textContent = ids.length ? "Showing " + ids.length.toLocaleString("en-GB") + " of " + said.size.toLocaleString("en-GB") : "No figure matches. Change the words, or choose no panel.";
    mark(null, null);
  }

  function mark(claim, place) {
    window.dateline.show({ shown, claim, place, view: null, inferred: data.inferred });
  }

  function finder() {
    const form = document.getElementById("find");
    const input = form.appendChild(document.createElement("input"));
    Object.assign(input, { type: "search", placeholder: "Search the cards", ariaLabel: "Search the cards", maxLength: 200 });
    input.addEventListener("input", () => {
      words = plain(input.value.trim());
      narrow();
    });
    const panels = new Set(Object.values(data.panels));
    const chips = ["troops", "displaced"].filter((panel) => panels.has(panel)).map((panel) => {
      const chip = form.appendChild(document.createElement("button"));
      Object.assign(chip, { type: "button", textContent: panel[0].toUpperCase() + panel.slice(1) });
      chip.setAttribute("aria-pressed", "false");
      chip.addEventListener("click", () => {
        chosen = chosen === panel ? null : panel;
        for (const other of chips) other.setAttribute("aria-pressed", String(other === chip && chosen !== null));
        narrow();
      });
      return chip;
    });
    form.appendChild(document.createElement("output")).hidden = true;
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  document.addEventListener("click", (event) => {
    const picked = event.target.closest("[data-pick]");
    if (!picked) return;
    const { pick, id } = picked.dataset;
    if (pick === "claim") select(data.cards[id] ? id : null, null);
    else if (pick === "place") select(null, id);
    else if (pick === "close") select(null, null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") select(null, null);
  });

  return {
    open() {
      finder();
      for (const [id, nodes] of Object.entries(data.sheets)) sheet(id).append(...nodes.map(build));
      const map = window.dateline.create("map");
      window.dateline.mount(map, "figures.json");
      window.dateline.show({ shown: null, claim: null, place: null, view: data.camera, inferred: data.inferred });
    },
  };
})();
