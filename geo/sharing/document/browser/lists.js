/* The views of the panel: strips, timeline, places, articles and what is told differently, some rows at a time. */
"use strict";
(() => {
  const PAGE = 60;
  const FIRST_FRAMED = 6;
  const chart = (axis, ...rows) => ["div", { class: "chart" }, ...axis, ...rows];
  const timed = (axis, ...rows) => ["div", { class: "chart timed" }, ...axis, ...rows];
  const rule = (...words) => ["p", { class: "rule" }, ...words];
  const plain = (attributes, words) => ["button", { type: "button", class: "plain", ...attributes }, words];

  published.TABS = [["troops", "Troops"], ["displaced", "Displaced"], ["timeline", "Timeline"], ["places", "Places"], ["articles", "Articles"], ["told-differently", "Told differently"]];

  /* What is loaded of each claim, by number: {row, card, cited}. */
  published.loader = (chunk) => async (kind, numbers) => {
    const names = new Set(numbers.map((i) => Math.floor(i / chunk)));
    const parts = new Map(await Promise.all([...names].map(async (name) => [name, await published.part(kind + "-" + name)])));
    return new Map(numbers.map((i) => [i, parts.get(Math.floor(i / chunk))[i % chunk]]));
  };

  /* The sentence of a card: the words that a figure was read from. */
  const sentence = (node) => (typeof node === "string" ? null : node[0] === "blockquote" ? published.textOf(node) : node.slice(2).reduce((found, child) => found || sentence(child), null));

  /* A row with the words that are searched for marked, and with the passage of its sentence that has them. */
  function searched(row, card, { words, fold }) {
    const [tag, attributes, said, ...rest] = published.marked(row, words, fold);
    const passage = card && published.passage(sentence(card) || "", words, fold);
    return [tag, attributes, passage ? [...said, ["span", { class: "found", dir: "auto" }, ...passage]] : said, ...rest];
  }

  /* The rows of some claims with their drawings: ``place`` 1 on the scale, 2 on the date axis; ``heads``: what stands
   * over each, by number; ``search``: {words, fold, cards} of what is searched for. */
  published.rows = (numbers, loaded, { place, inferred, months, selected, columns, heads, search }) => {
    const made = [];
    let last = null;
    for (const i of numbers) {
      const all = loaded.get(i);
      const [row, strip, time] = inferred ? all : all[4] || all;
      const head = heads ? heads.get(i) : months ? all[3] : null;
      if (head !== null && head !== last) made.push(["h3", { class: "month", dir: "auto" }, head]);
      last = head;
      const drawing = place === 1 ? strip : time;
      const whole = drawing ? [...row.slice(0, -1), drawing] : row;
      const drawn = search && search.words.length ? searched(whole, search.cards.get(i), search) : whole;
      made.push([drawn[0], { ...drawn[1], "aria-pressed": String(columns.id[i] === selected) }, ...drawn.slice(2)]);
    }
    return made;
  };

  /* The part of a list that is shown: {start, stop}, around the selected one where that is outside. */
  published.Window = class {
    constructor(framed) {
      this.first = framed ? FIRST_FRAMED : PAGE;
      this.reset();
    }

    reset() {
      this.start = 0;
      this.stop = this.first;
    }

    show(place) {
      if (place < 0 || (place >= this.start && place < this.stop)) return;
      this.start = Math.max(0, place - this.first / 2);
      this.stop = this.start + this.first;
    }

    more() {
      this.stop += PAGE;
    }

    earlier() {
      this.start = Math.max(0, this.start - PAGE);
    }

    cut(list) {
      return list.slice(this.start, this.stop);
    }

    before() {
      return this.start ? [rule(plain({ "data-window": "earlier" }, "Show " + Math.min(PAGE, this.start) + " before these"))] : [];
    }

    after(count) {
      if (count <= this.stop - this.start) return [];
      const left = count - Math.min(this.stop, count);
      const where = (this.start + 1).toLocaleString("en-GB") + " – " + Math.min(this.stop, count).toLocaleString("en-GB") + " of " + count.toLocaleString("en-GB") + ". ";
      return [rule(where, ...(left ? [plain({ "data-window": "more" }, "Show " + Math.min(PAGE, left) + " more")] : []))];
    }
  };

  const MOST_WAYS = 3;

  /* Which of several filters to give up where none matches, with the figures that are there then: as geo/panels/instead.py
   * has it. */
  const fewer = ({ view, columns, shown, state: { wanted } }) => {
    const chips = shown.length ? [] : published.chips(wanted, view);
    if (chips.length < 2) return [];
    const left = ([key, value]) => {
      const less = { ...wanted, status: new Set(wanted.status), source: new Set(wanted.source), in: new Set(wanted.in) };
      published.without(less, key, value);
      return published.matching(columns, less, view.fold).filter((i) => columns.panel[i] !== "other").length;
    };
    return chips.map((chip) => [chip, left(chip)]).filter(([, count]) => count).sort((a, b) => b[1] - a[1]).slice(0, MOST_WAYS)
      .map(([[key, value, words], count]) => [plain({ "data-clear": key, "data-id": value }, published.counted(count, "figure") + " without “" + words.replace(/^“|”$/g, "") + "”"), count]);
  };

  const nothing = (all, elsewhere, words = "No figure matches. ") => ["p", { class: "empty" }, words,
    ...[...elsewhere.map(([tab, name, count]) => [plain({ "data-tab": tab }, published.counted(count, "figure") + " under " + name), count]), ...fewer(all)]
      .flatMap(([way, count]) => ["There " + (count === 1 ? "is " : "are "), way, ". "]),
    plain({ "data-clear": "" }, "Clear filters")];

  /* The panels in which figures are shown, with how many. */
  const strips = ({ columns, shown }) => published.TABS.slice(0, 2)
    .map(([tab, name]) => [tab, name, shown.filter((i) => columns.panel[i] === tab).length]).filter(([, , count]) => count);

  /* One view as trees. ``all``: {view, columns, shown, load, window, state}. */
  const views = {
    async strip(all, panel) {
      const { view, columns, shown, load, window: part, state } = all;
      const own = shown.filter((i) => columns.panel[i] === panel);
      const others = shown.filter((i) => columns.panel[i] === "other");
      const { order, heads } = published.grouped(all, own);
      part.show(order.findIndex((i) => columns.id[i] === state.claim));
      const rows = part.cut(order);
      const statements = others.slice(0, PAGE);
      const loaded = await load("rows", [...rows, ...statements]);
      const words = published.asked(state.wanted, view.fold);
      const search = { words, fold: view.fold, cards: words.length ? await load("cards", [...rows, ...statements]) : new Map() };
      const settings = { place: 1, inferred: state.wanted.inferred, months: own.length > PAGE, selected: state.claim, columns, heads, search };
      const whole = own.length === columns.panel.filter((one) => one === panel).length;
      const elsewhere = strips(all).filter(([tab]) => tab !== panel);
      const made = own.length
        ? [...(whole && view.latest[panel] ? [view.latest[panel]] : []),
          rule("Figures as printed, log scale. ", whole ? view.rules[panel] : "No total: they count different things and may overlap."),
          ...published.ways(view, state.by, own.length),
          chart(view.charts[panel], ...part.before(), ...published.rows(rows, loaded, settings), ...part.after(own.length))]
        : [nothing(all, elsewhere)];
      if (!statements.length) return made;
      const more = others.length - statements.length;
      return [...made, ["section", { class: "statements" }, ["h2", { class: "minor" }, view.others],
        rule("Not people on the move, and never added to them."), ...published.rows(statements, loaded, { ...settings, months: false, heads: null }),
        ...(more ? [rule("and " + more.toLocaleString("en-GB") + " more: search for them")] : [])]];
    },

    troops: (all) => views.strip(all, "troops"),
    displaced: (all) => views.strip(all, "displaced"),

    async timeline(all) {
      const { view, columns, shown, load, window: part, state } = all;
      const own = shown.filter((i) => columns.panel[i] !== "other");
      if (!view.charts.timeline || !own.some((i) => columns.first[i] !== null)) return [nothing(all, strips(all), "No figure with a date matches. ")];
      part.show(own.findIndex((i) => columns.id[i] === state.claim));
      const rows = part.cut(own);
      const settings = { place: 2, inferred: state.wanted.inferred, months: own.length > PAGE, selected: state.claim, columns };
      return [rule(view.days), timed(view.charts.timeline, ...part.before(), ...published.rows(rows, await load("rows", rows), settings), ...part.after(own.length))];
    },

    async places(all) {
      const { view, columns, shown, window: part, state } = all;
      const counts = new Map();
      for (const i of shown) for (const id of columns[state.wanted.inferred ? "used" : "said"][i]) counts.set(id, (counts.get(id) || 0) + 1);
      const rows = [...counts].sort((a, b) => b[1] - a[1] || (view.places[a[0]][0] < view.places[b[0]][0] ? -1 : 1));
      if (!rows.length) return [nothing(all, [])];
      const line = ([id, count]) => {
        const [name, country, kind, precision] = view.places[id];
        return ["tr", { class: id === state.place ? "picked" : "" },
          ["th", { scope: "row" }, plain({ "data-pick": "place", "data-id": id, dir: "auto" }, name)], ["td", {}, country],
          ["td", { "data-column": "kind" }, kind, ["small", {}, precision]], ["td", { "data-column": "figures" }, ["strong", {}, count.toLocaleString("en-GB")]]];
      };
      const heads = ["Place", "Country", "Kind", "Figures"].map((name) => ["th", { scope: "col", "data-column": name.toLowerCase() }, name]);
      return [["table", {}, ["caption", {}, "Every place that a figure is about. A movement counts at both its ends."],
        ["thead", {}, ["tr", {}, ...heads]], ["tbody", {}, ...part.cut(rows).map(line)]], ...part.before(), ...part.after(rows.length)];
    },

    async "told-differently"({ view, columns, shown, window: part, state }) {
      const names = Array.from({ length: Math.ceil(view.movements / view.chunk) }, (_, i) => "differing-" + i);
      const every = (await Promise.all(names.map(published.part))).flat();
      const has = new Set(shown);
      const later = published.later(columns, state.wanted.known);
      const some = every.filter(([claims]) => claims.some((i) => has.has(i)))
        .map(([claims, table]) => [claims, published.ledgerAsKnown(table, later)]).filter(([, table]) => table);
      if (!some.length) return [rule("No two figures shown are about the same movement and differ.")];
      part.show(some.findIndex(([claims]) => claims.some((i) => columns.id[i] === state.claim)));
      return [rule("Figures that the articles give of one movement, each on its own row. None is averaged, and none is called right."),
        ...part.before(), ...part.cut(some).map(([, table]) => ["section", { class: "movement" }, table]), ...part.after(some.length)];
    },
  };
  published.views = views;
})();
