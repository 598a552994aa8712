/* Which figures a filter lets through: as geo/dataset/filter.py has it, on the columns of content.py. */
"use strict";
(() => {
  const ACCENTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

  /* Words as a search compares them: geo/dataset/fold.py. */
  published.fold = (text, { letters, marks }) =>
    [...text.toLowerCase().normalize("NFKD").replace(ACCENTS, "")].map((letter) => (marks.includes(letter) ? "" : letters[letter] ?? letter)).join("");

  /* What is asked for where nothing is. */
  published.everything = () => ({
    show: "", status: new Set(), source: new Set(), in: new Set(), from: "", to: "", known: "", words: "", inferred: true,
  });

  const some = (wanted, ...values) => !wanted.size || values.some((value) => wanted.has(value));

  /* The numbers of the claims that ``wanted`` lets through, in their order. */
  published.matching = (columns, wanted, table) => {
    const words = wanted.words.split(/\s+/).filter(Boolean).map((word) => published.fold(word, table));
    const there = wanted.inferred ? columns.places : columns.stated;
    const found = [];
    for (let i = 0; i < columns.id.length; i += 1) {
      const panel = columns.panel[i];
      if (wanted.show && panel !== "other" && panel !== wanted.show) continue;
      if (wanted.from && !(columns.last[i] !== null && columns.last[i] >= wanted.from)) continue;
      if (wanted.to && !(columns.first[i] !== null && columns.first[i] <= wanted.to)) continue;
      if (wanted.known && !(columns.published[i] !== null && columns.published[i] <= wanted.known)) continue;
      if (!some(wanted.status, columns.status[i]) || !some(wanted.source, columns.publisher[i], columns.agency[i])) continue;
      if (!some(wanted.in, ...there[i]) || !words.every((word) => columns.search[i].includes(word))) continue;
      found.push(i);
    }
    return found;
  };
})();
