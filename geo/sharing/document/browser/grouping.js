/* The figures of a panel in groups, as geo/sheets/grouping.py has them. */
"use strict";
(() => {
  /* {order, heads}: the numbers of ``own`` by group, and what stands over each; heads is null where they stay by date. */
  published.grouped = ({ view, columns, state }, own) => {
    if (state.by === "country") return laid(byCountry(view, columns[state.wanted.inferred ? "home" : "stated_home"], own));
    if (state.by === "event") return laid(byEvent(view, columns, own));
    return { order: own, heads: null };
  };

  function laid(groups) {
    const heads = new Map(groups.flatMap(([title, numbers]) => numbers.map((i) => [i, title])));
    return { order: groups.flatMap(([, numbers]) => numbers), heads };
  }

  const title = (words, numbers) => words + " · " + published.counted(numbers.length, "figure");

  function byCountry({ groups }, home, own) {
    const found = Map.groupBy(own, (i) => home[i]);
    const lost = found.get("") || [];
    found.delete("");
    const order = [...found].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    return [...order, ...(lost.length ? [[groups.nowhere, lost]] : [])].map(([words, numbers]) => [title(words, numbers), numbers]);
  }

  /* How many origins an event has is said of all its figures, and left out where a filter hides some. */
  function byEvent({ events, groups }, columns, own) {
    const found = Map.groupBy(own, (i) => columns.event[i]);
    const several = [...found].filter(([event, numbers]) => event !== null && numbers.length > 1).sort((a, b) => b[1].length - a[1].length);
    const told = new Set(several.flatMap(([, numbers]) => numbers));
    const once = own.filter((i) => !told.has(i));
    const made = several.map(([event, numbers]) => {
      const [words, origins, count] = events[event];
      return [title(words, numbers) + (numbers.length === count ? ", " + origins : ""), numbers];
    });
    return [...made, ...(once.length ? [[title(groups.once, once), once]] : [])];
  }

  /* The ways in which they can be grouped, where there are enough. */
  published.ways = ({ groups }, by, count) => {
    if (by === "date" && count < groups.enough) return [];
    const way = (name) => ["button", { type: "button", class: "way", "data-group": name, "aria-pressed": String(name === by) }, name];
    return [["p", { class: "rule", role: "group", "aria-label": "Group by" }, "Group by ", ...groups.ways.flatMap((name) => [way(name), " "])]];
  };
})();
