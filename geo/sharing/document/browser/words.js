/* The words that are searched for: where they stand in a text, and marked in a tree. As geo/wording/passages.py has it. */
"use strict";
(() => {
  /* Characters that a passage shows on either side. */
  const AROUND = 90;

  published.asked = (wanted, table) => [...new Set(wanted.words.split(/\s+/).map((word) => published.fold(word, table)).filter(Boolean))];

  /* [[start, end]] of the words, folded already, in a text, in its order. */
  published.occurrences = (text, words, table) => {
    const whole = published.fold(text, table);
    if (!words.some((word) => whole.includes(word))) return [];
    let folded = "";
    const origins = [];
    let at = 0;
    for (const letter of text) {
      const made = published.fold(letter, table);
      for (let k = 0; k < made.length; k += 1) origins.push([at, at + letter.length]);
      folded += made;
      at += letter.length;
    }
    const found = [];
    for (const word of words) {
      for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) found.push([origins[from][0], origins[from + word.length - 1][1]]);
    }
    return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  };

  /* A text as pieces, the words in them marked. */
  function pieces(text, words, table) {
    const made = [];
    let done = 0;
    for (const [start, end] of published.occurrences(text, words, table)) {
      if (start < done) continue;
      made.push(text.slice(done, start), ["mark", { class: "asked" }, text.slice(start, end)]);
      done = end;
    }
    return [...made, text.slice(done)].filter((piece) => piece !== "");
  }

  /* A tree with the words in it marked; drawings stay as they are. */
  published.marked = (node, words, table) => {
    if (!words.length || typeof node === "string" || node[0] === "svg") return node;
    const [tag, attributes, ...children] = node;
    return [tag, attributes, ...children.flatMap((child) => (typeof child === "string" ? pieces(child, words, table) : [published.marked(child, words, table)]))];
  };

  published.textOf = (node) => (typeof node === "string" ? node : node.slice(2).map(published.textOf).join(""));

  /* The stretch of a text with the most of the words near each other, as pieces; null where it has none. */
  published.passage = (text, words, table) => {
    const found = published.occurrences(text, words, table);
    if (!found.length) return null;
    const near = found.map(([start]) => found.filter(([other]) => Math.abs(other - start) <= AROUND).length);
    const [from, to] = found[near.indexOf(Math.max(...near))];
    const before = text.lastIndexOf(" ", Math.max(0, from - AROUND)) + 1;
    const after = text.indexOf(" ", Math.min(text.length, to + AROUND));
    const stop = after < 0 ? text.length : after;
    return [...(before ? ["… "] : []), ...pieces(text.slice(before, stop).replace(/\s+/g, " "), words, table), ...(stop < text.length ? [" …"] : [])];
  };
})();
