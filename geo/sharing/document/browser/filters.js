/* The filter strip and the line under it: what is asked for, how much that is, and what of it is not on the map. */
"use strict";
(() => {
  const make = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  published.make = make;
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const spelt = (iso, parts) => new Date(iso + "T00:00:00Z").toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" });
  const MONTH = { month: "long", year: "numeric" };
  const day = (iso) => spelt(iso, { day: "numeric", ...MONTH });
  const inYear = (iso, parts, year) => spelt(iso, parts) + (year ? " " + iso.slice(0, 4) : "");

  /* An interval of days in the fewest words that keep the year: geo/wording/dates.py. */
  published.period = (first, last) => {
    if (first === last) return day(first);
    const isOneYear = first.slice(0, 4) === last.slice(0, 4);
    const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
    const ends = new Date(last + "T00:00:00Z");
    ends.setUTCDate(ends.getUTCDate() + 1);
    if (first.endsWith("-01") && ends.getUTCDate() === 1) {
      if (isOneMonth) return spelt(last, MONTH);
      if (isOneYear && first.slice(5, 7) === "01" && last.slice(5, 7) === "12") return first.slice(0, 4);
      return inYear(first, { month: "long" }, !isOneYear) + " – " + spelt(last, MONTH);
    }
    if (isOneMonth) return spelt(first, { day: "numeric" }) + " – " + day(last);
    return inYear(first, { day: "numeric", month: "long" }, !isOneYear) + " – " + day(last);
  };

  /* The strip in ``form``; ``wanted`` is changed in place, and ``changed`` called. Returns what sets it to ``wanted``. */
  published.strip = (form, view, columns, wanted, changed) => {
    const panels = ["troops", "displaced"].filter((panel) => columns.panel.includes(panel));
    const set = [];
    const field = (label, made) => make("label", { className: "field" }, make("span", {}, label), made);

    const words = make("input", { type: "search", placeholder: "Search the sentences", ariaLabel: "Search the sentences", maxLength: 200 });
    let waiting = 0;
    words.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        wanted.words = words.value.trim();
        changed();
      }, columns.id.length > 2000 ? 150 : 0);
    });
    set.push(() => {
      if (document.activeElement !== words || !wanted.words) words.value = wanted.words;
    });

    const pills = panels.map((panel) => {
      const pill = make("button", { type: "button", className: "pill" }, capital(panel));
      pill.dataset.panel = panel;
      pill.addEventListener("click", () => {
        wanted.show = wanted.show === panel ? "" : panel;
        changed();
      });
      set.push(() => pill.setAttribute("aria-pressed", String(wanted.show === panel)));
      return pill;
    });

    /* Each choice is one more of its kind; a cross on its chip takes it back. */
    const choice = (label, key, options) => {
      const select = make("select", { ariaLabel: label }, new Option(label, ""), ...options.map(([value, name]) => new Option(name, value)));
      select.addEventListener("change", () => {
        wanted[key].add(select.value);
        select.value = "";
        changed();
      });
      return options.length > 1 ? [select] : [];
    };
    const place = make("input", { placeholder: "All places", ariaLabel: "Place" });
    place.setAttribute("list", "named");
    const named = make("datalist", { id: "named" }, ...view.named.map(([, name]) => new Option(name)));
    place.addEventListener("change", () => {
      const found = view.named.find(([, name]) => published.fold(name, view.fold) === published.fold(place.value.trim(), view.fold));
      if (!found) return;
      wanted.in.add(found[0]);
      place.value = "";
      changed();
    });

    const date = (label, key, days) => {
      const input = make("input", { type: "date", min: days[0], max: days[1], ariaLabel: label });
      input.addEventListener("change", () => {
        wanted[key] = input.value;
        changed();
      });
      set.push(() => (input.value = wanted[key]));
      return field(label, input);
    };
    const inferred = make("input", { type: "checkbox" });
    inferred.addEventListener("change", () => {
      wanted.inferred = inferred.checked;
      changed();
    });
    set.push(() => (inferred.checked = wanted.inferred));

    const more = make("div", { className: "more-filters", id: "more-filters" },
      ...(view.period ? [date("From", "from", view.period), date("To", "to", view.period)] : []),
      ...choice("All statuses", "status", view.statuses),
      ...choice("All sources", "source", view.sources.map((name) => [name, name])),
      place, named,
      ...(view.known ? [date("Known by", "known", view.known)] : []),
      ...(view.inferred ? [make("label", { className: "check" }, inferred, "Inferred places")] : []));
    const fold = make("button", { type: "button", className: "fold" }, "Filters");
    fold.setAttribute("aria-controls", "more-filters");
    const unfold = (open) => {
      form.classList.toggle("open", open);
      fold.setAttribute("aria-expanded", String(open));
    };
    fold.addEventListener("click", () => unfold(!form.classList.contains("open")));
    unfold(false);
    form.append(words, ...pills, fold, more);
    form.addEventListener("submit", (event) => event.preventDefault());
    return () => set.forEach((one) => one());
  };

  /* [key, value, words] of each part of a filter that is on, as geo/panels/filters.py words them. */
  published.chips = (wanted, view) => {
    const names = new Map(view.named);
    const statuses = new Map(view.statuses);
    const found = [];
    if (wanted.from || wanted.to) found.push(["period", "", published.period(wanted.from || view.period?.[0] || wanted.to, wanted.to || view.period?.[1] || wanted.from)]);
    if (wanted.show) found.push(["show", "", capital(wanted.show) + " only"]);
    for (const value of wanted.status) found.push(["status", value, statuses.get(value)]);
    for (const value of wanted.source) found.push(["source", value, value]);
    for (const value of wanted.in) found.push(["in", value, names.get(value)]);
    if (wanted.known) found.push(["known", "", "Known by " + day(wanted.known)]);
    if (!wanted.inferred) found.push(["inferred", "", "Inferred places hidden"]);
    if (wanted.words) found.push(["words", "", "“" + wanted.words + "”"]);
    return found;
  };

  published.without = (wanted, key, value) => {
    const none = published.everything();
    if (!key) Object.assign(wanted, none);
    else if (key === "period") Object.assign(wanted, { from: none.from, to: none.to });
    else if (wanted[key] instanceof Set) wanted[key].delete(value);
    else wanted[key] = none[key];
  };

  /* "Showing 5 of 8 figures", in how many articles more the words are, what is not on the map, and a chip for each part
   * of the filter. */
  published.stateLine = (shown, columns, away, wanted, view, further) => {
    const isFigure = (i) => columns.panel[i] !== "other";
    const every = columns.id.filter((_, i) => isFigure(i)).length;
    const count = shown.filter(isFigure).length;
    const chips = published.chips(wanted, view).map(([key, value, words]) => [
      "button", { type: "button", class: "filter-chip", "data-clear": key, "data-id": value, "aria-label": "Remove the filter " + words },
      ["span", {}, words], ["span", { "aria-hidden": "true" }, " ×"]]);
    return ["div", { class: "state" },
      ["span", { role: "status" }, "Showing ", ["strong", {}, count.toLocaleString("en-GB") + " of " + every.toLocaleString("en-GB")], every === 1 ? " figure" : " figures"],
      ...(further ? [["button", { type: "button", class: "plain", "data-tab": "articles" }, (shown.length ? "Also in" : "In") + " the text of " + counted(further, "article")]] : []),
      ...published.tray(shown.filter((i) => columns.id[i] in away), columns, away),
      ...(chips.length ? [["span", { class: "on" }, ...chips], ["button", { type: "button", class: "plain", "data-clear": "" }, "Clear all"]] : [])];
  };

  const MOST_AWAY = 60;

  published.tray = (missing, columns, away) => {
    if (!missing.length) return [];
    const left = missing.length - MOST_AWAY;
    const told = published.tally(missing.map((i) => columns.panel[i])) + " not on the map";
    return [["details", { class: "tray" }, ["summary", {}, told],
      ["ul", {}, ...missing.slice(0, MOST_AWAY).map((i) => away[columns.id[i]]), ...(left > 0 ? [["li", {}, "and " + left.toLocaleString("en-GB") + " more"]] : [])]]];
  };

  const counted = (number, noun) => number.toLocaleString("en-GB") + " " + noun + (number === 1 ? "" : "s");
  published.counted = counted;

  /* "8 figures and 1 statement": geo/dataset/counts.py. */
  published.tally = (panels) => {
    const others = panels.filter((panel) => panel === "other").length;
    const people = panels.length - others;
    return [...(people || !others ? [counted(people, "figure")] : []), ...(others ? [counted(others, "statement")] : [])].join(" and ");
  };
})();
