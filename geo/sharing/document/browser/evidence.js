/* What is selected: the card of a figure, or everything at a place, as geo/panels/evidence.py has it. */
"use strict";
(() => {
  const MOST_CARDS = 12;
  const MOST_ROWS = 60;

  async function at(place, { view, columns, shown, load, state }) {
    const every = shown.filter((i) => columns.about[i].includes(place));
    const standing = every.filter((i) => columns.stands[i] === place);
    const there = standing.length ? standing : every;
    const naming = standing.length ? every.filter((i) => columns.stands[i] !== place) : [];
    const has = new Set(every);
    const [name, country, kind, precision] = view.places[place] || [new Map(view.named).get(place) || place, "", "country", "an area"];
    const within = kind === "country" ? shown.filter((i) => !has.has(i) && columns.places[i].includes(place)) : [];
    const cards = await load("cards", there.slice(0, MOST_CARDS));
    const rest = [[there.slice(MOST_CARDS), " more here"], [naming, " naming it, shown elsewhere"], [within, " at places in " + name]];
    const listed = rest.flatMap(([numbers]) => numbers.slice(0, MOST_ROWS));
    const loaded = await load("rows", listed);
    const settings = { place: 0, inferred: state.wanted.inferred, months: false, selected: state.claim, columns };
    const hidden = columns.about.filter((ids, i) => ids.includes(place) && !has.has(i)).length;
    return [["h2", { dir: "auto" }, name],
      ["p", { class: "where" }, kind[0].toUpperCase() + kind.slice(1) + (country && country !== "–" && country !== name ? " in " + country : "") + ". Shown as " + precision + "."],
      ...(naming.length ? [["p", { class: "rule" }, published.tally(there.map((i) => columns.panel[i])) + " here"]] : []),
      ...[...cards.values()],
      ...(every.length || within.length || hidden ? [] : [["p", { class: "empty" }, "No figure is about this place as such."]]),
      ...(hidden ? [["p", { class: "empty" }, published.counted(hidden, "figure") + " here hidden by the filters."]] : []),
      ...rest.filter(([numbers]) => numbers.length).map(([numbers, words]) => ["div", { class: "more" },
        ["h3", { class: "minor" }, published.tally(numbers.map((i) => columns.panel[i])) + words],
        ...published.rows(numbers.slice(0, MOST_ROWS), loaded, settings),
        ...(numbers.length > MOST_ROWS ? [["p", { class: "rule" }, "and " + (numbers.length - MOST_ROWS).toLocaleString("en-GB") + " more"]] : [])])];
  }

  /* The trees of what is selected; none where nothing is. */
  published.evidence = async (all) => {
    const { columns, shown, load, state } = all;
    let parts = [];
    if (state.claim) {
      const i = columns.id.indexOf(state.claim);
      const card = (await load("cards", [i])).get(i);
      parts = [["h2", { class: "unseen" }, "Evidence"], card];
      if (!shown.includes(i)) parts.push(["p", { class: "rule" }, "The filters hide this figure on the map and in the lists."]);
      const differs = (await published.part("columns")).differs[i];
      if (differs) parts.push(["p", { class: "further" }, ["button", { type: "button", class: "plain", "data-tab": "told-differently" }, "All that is told differently"]]);
    } else if (state.place) parts = await at(state.place, all);
    if (!parts.length) return [];
    const close = ["button", { type: "button", class: "close", "data-pick": "close", "data-id": "", "aria-label": "Close the evidence" }, "Close"];
    return [["section", { class: "evidence", tabindex: "-1", "aria-label": "Evidence" }, ...parts, close]];
  };
})();
