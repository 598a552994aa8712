/* The articles of a published page: the list of them, what a search finds in their texts, and one to read. */
"use strict";
(() => {
  /* The parts of an article, by its number; none where it cannot be read here. */
  const parts = async ({ view }, number) => (await published.part("read-" + Math.floor(number / view.read)))[number % view.read];

  /* What is the article's own: its title and its paragraphs say which way they run, what is said about it does not. */
  const own = (part) => part.slice(2).filter((node) => node[1].dir).map(published.textOf).join("\n");

  let texts = null;
  /* [text, text folded] of every article, kept once it was asked for. */
  function allTexts(all) {
    texts = texts || Promise.all(all.view.articles.map(async (_, number) => {
      const text = (await parts(all, number)).map(own).join("\n");
      return [text, published.fold(text, all.view.fold)];
    })).catch((error) => {
      texts = null;
      throw error;
    });
    return texts;
  }

  /* The numbers of the articles whose text has all words that are searched for. */
  async function holding(all) {
    const words = published.asked(all.state.wanted, all.view.fold);
    if (!words.length || !all.view.articles.length) return [];
    const found = await allTexts(all);
    return found.flatMap(([, folded], number) => (words.every((word) => folded.includes(word)) ? [number] : []));
  }

  /* How many articles have the words without a figure that is shown. */
  published.beyond = async (all) => {
    const told = new Set(all.shown.map((i) => all.columns.article[i]));
    return (await holding(all)).filter((number) => !told.has(number)).length;
  };

  /* The number of the part in which a claim stands. */
  published.partOf = async (all, number, claim) => {
    const has = (node) => typeof node !== "string" && ((node[1]["data-pick"] === "claim" && node[1]["data-id"] === claim) || node.slice(2).some(has));
    return Math.max(0, (await parts(all, number)).findIndex(has));
  };

  /* The number of the first part that has one of the words. */
  published.partWith = async (all, number) => {
    const words = published.asked(all.state.wanted, all.view.fold);
    return Math.max(0, (await parts(all, number)).findIndex((part) => words.some((word) => published.fold(own(part), all.view.fold).includes(word))));
  };

  /* A tree in which what is selected is pressed. */
  function pressed(node, { claim, place }) {
    if (typeof node === "string") return node;
    const [tag, attributes, ...children] = node;
    const it = attributes["data-pick"];
    const on = (it === "claim" && attributes["data-id"] === claim) || (it === "place" && attributes["data-id"] === place);
    return [tag, "aria-pressed" in attributes ? { ...attributes, "aria-pressed": String(on) } : attributes, ...children.map((child) => pressed(child, { claim, place }))];
  }

  async function read(all) {
    const { view, state } = all;
    const some = await parts(all, state.article);
    state.part = Math.min(state.part, some.length - 1);
    return [published.marked(pressed(some[state.part], state), published.asked(state.wanted, view.fold), view.fold)];
  }

  published.views.articles = async (all) => {
    const { view, window: part, state } = all;
    if (state.article !== null && (await parts(all, state.article)).length) return read(all);
    const every = await published.part("articles");
    const words = published.asked(state.wanted, view.fold);
    const found = await holding(all);
    const numbers = found.length ? found : every.map((_, number) => number);
    const known = words.length && view.articles.length;
    const said = found.length
      ? "“" + state.wanted.words + "” is in the text of " + found.length.toLocaleString("en-GB") + " of " + published.counted(every.length, "article") + ". "
      : "“" + state.wanted.words + "” is in the text of no article. All are listed.";
    const clear = ["button", { type: "button", class: "plain", "data-clear": "words", "data-id": "" }, "Show all articles"];
    const told = known ? await allTexts(all) : null;
    const entry = (number) => {
      const passage = told && published.passage(told[number][0], words, view.fold);
      const [tag, attributes, title, source, ...rest] = published.marked(every[number], words, view.fold);
      if (!passage) return [tag, attributes, title, source, ...rest];
      return [tag, attributes, title, source, ["button", { type: "button", class: "passage", "data-pick": "passage", "data-id": view.articles[number], dir: "auto" }, ...passage], ...rest];
    };
    const kept = !view.articles.length && every.length ? [["p", { class: "rule" }, "Their texts stay with their publishers: a link leads to each that has one. Every figure shows its sentence."]] : [];
    return [...kept, ...(known ? [["p", { class: "rule" }, said, ...(found.length ? [clear] : [])]] : []), ...part.before(), ...part.cut(numbers).map(entry), ...part.after(numbers.length)];
  };
})();
