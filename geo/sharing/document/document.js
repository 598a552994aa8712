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
    if (pressed) pressed.scrollIntoView({ block: "nearest" });
    window.dateline.show({ shown: null, claim: claim || null, place: claim ? null : place || null, view: null, inferred: data.inferred });
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
      for (const [id, nodes] of Object.entries(data.sheets)) sheet(id).append(...nodes.map(build));
      const map = window.dateline.create("map");
      window.dateline.mount(map, "figures.json");
      window.dateline.show({ shown: null, claim: null, place: null, view: data.camera, inferred: data.inferred });
    },
  };
})();
