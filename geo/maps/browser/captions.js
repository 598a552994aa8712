/* Words on the map: names beside symbols, the lists of areas and borders, and their short form, the badge. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { node, leader, write, LINE_HEIGHT } = dateline;
  const BADGE_HEIGHT = 22;
  /* Letters of a row on one line; a longer one has two. */
  const [WHOLE, FOLDED] = [72, 48];
  /* Rows of a list, and lists in one view; beyond that a badge says how many there are. */
  const MOST_ROWS = 4;
  const MOST_CARDS = 6;
  /* Badges nearer than this become one, in pixels; and how far one may be that takes in what finds no room. */
  const [SAME, NEXT] = [16, 64];
  const MOST_BADGES = 24;
  /* How far from its place, in pixels, a badge in a crowd may lie over other countries. */
  const BESIDE = 16;
  /* What each pixel away from its place costs a badge in a view of the world: there a country is as small as the badge. */
  const PULL = 40;
  /* How far from its place a badge may stand in a crowd, in pixels. */
  const NEAR_BY = dateline.NEAR_BY;
  const ABROAD = dateline.measures.abroad;
  const MOST_ABROAD = dateline.measures.most_abroad * ABROAD;
  /* How far a badge may go, with a line to its place, where few figures are: one that is left out tells nobody. */
  const AWAY = [...NEAR_BY, 60, 90];

  const cut = (text, longest) => (text.length > longest ? text.slice(0, longest - 1).trimEnd() + "…" : text);
  /* A text on one line, or on two as equal as may be: what it says at its end is as much of it as its beginning. */
  const fold = (text, longest) => {
    if (text.length <= longest || !text.includes(" ")) return [text];
    const ends = [...text.matchAll(/ /g)].map(({ index }) => index);
    const end = ends.reduce((best, at) => (Math.abs(at - text.length / 2) < Math.abs(best - text.length / 2) ? at : best));
    return [text.slice(0, end), text.slice(end + 1)];
  };
  const byImportance = (scene) => (a, b) => {
    const chosen = (group) => Number(group.figures.some((figure) => scene.isSelected(figure)));
    const most = (group) => Math.max(0, ...group.figures.map((figure) => figure.value || 0));
    const asked = (group) => Number(group.figures.some((figure) => figure.label === "shown"));
    return chosen(b) - chosen(a) || asked(b) - asked(a) || b.figures.length - a.figures.length || most(b) - most(a);
  };

  /* What is written of some figures: what the editor wants shown first, what they want hidden never. */
  const written = (figures) => {
    const seen = figures.filter(({ label }) => label !== "hidden");
    return [...seen.filter(({ label }) => label === "shown"), ...seen.filter(({ label }) => label !== "shown")];
  };

  /* What makes words react to a pointer; their symbol is the button for the keyboard. */
  function follow(scene, key, form, act, claim) {
    scene.acts.set(key, act);
    return { "data-key": key, "data-form": form, ...(claim ? { "data-claim": claim } : {}) };
  }

  /* The names of groups of symbols, with their figures where there is room. */
  dateline.nameGroups = (scene, groups, parent, { pick, open }) => {
    for (const group of [...groups].sort(byImportance(scene))) {
      if (scene.crowded && !scene.inView(group.point)) continue;
      /* A view of the world names the fullest that have room for it, and what is selected. */
      if (scene.world && scene.names < 1 && !isChosen(scene, group)) continue;
      const places = [...group.places];
      const one = (place) => ({ text: place.name, bold: true, attributes: follow(scene, "name " + place.id, "label", () => pick(null, place.id)) });
      const many = { text: dateline.region(scene, group), bold: true, attributes: follow(scene, "name " + group.key, "label", () => open(group)) };
      const rows = group.cluster && places.length > 1 ? [many] : places.map(one);
      if (!scene.narrow && !scene.crowded) rows.push(...figureRows(scene, group, { pick, open }));
      const ringed = group.circles.some(({ figure }) => figure.inferred);
      if (write(scene, rows, [group.point.x, group.point.y], group.reach + (ringed ? 10 : 4), parent)) scene.names -= 1;
    }
  };

  function figureRows(scene, group, { pick, open }) {
    const words = (figure, text) => ({ text, attributes: follow(scene, "words " + figure.claim, "label", () => pick(figure.claim, null), figure.claim) });
    const rest = (text) => ({ text, attributes: follow(scene, "rest " + group.key, "label", () => open(group)) });
    const told = written(group.figures);
    const texts = told.map((figure) => figure.short);
    if (group.cluster) return [rest(dateline.tally(group.figures))];
    if (!told.length) return [];
    if (told.length === group.figures.length && texts.join("; ").length <= 46) return [words(told[0], texts.join("; "))];
    const rows = told.slice(0, 2).map((figure) => words(figure, figure.short));
    const more = group.figures.length - rows.length;
    return more ? [...rows, rest("and " + more + " more")] : rows;
  }

  /* A dotted arrow belongs to no place, so it carries its own words. */
  dateline.nameArrow = (scene, { lead, figures, middle }, parent, pick) => {
    if (!written(figures).length) return;
    const words = (text, bold) => ({ text, bold, attributes: follow(scene, "words " + lead.claim + bold, "label", () => pick(lead.claim, null), lead.claim) });
    const rows = [words(figures.length > 1 ? dateline.tally(figures) : lead.short, true)];
    if (!scene.narrow) rows.push(words(scene.keys.others.dotted, false));
    write(scene, rows, [middle.x, middle.y], 6, parent, { must: true });
  };

  /* A dot and a name to click, for a place that figures name without standing there, as the town that a base is in;
   * group: the symbol over it, if there is one. */
  dateline.nameSpot = (scene, place, count, group, behind, parent, pick) => {
    const point = scene.point(place.at);
    node("circle", { class: "spot", cx: point.x, cy: point.y, r: 2.4 }, behind);
    const attributes = scene.button("place " + place.id, place.name + ", " + dateline.count(count), "label", () => pick(null, place.id));
    /* Outside of a symbol that lies over it. */
    const reach = group ? point.distanceTo(group.point) + group.reach + 4 : 8;
    write(scene, [{ text: place.name, bold: true, attributes: { ...attributes, "data-place": place.id } }], [point.x, point.y], reach, parent, { must: !scene.narrow && !scene.crowded });
  };

  /* A selected place without a figure is marked and named, so that a mention can be found too. */
  dateline.nameSelected = (scene, place, named, behind, parent) => {
    const point = scene.point(place.at);
    if (place.form !== "area") {
      const stated = place.km ? scene.pixels(place.km, place.at) : 0;
      if (stated) node("circle", { class: "ring selected", cx: point.x, cy: point.y, r: stated }, behind);
      node("circle", { class: "halo", cx: point.x, cy: point.y, r: 9 }, behind);
    }
    if (!named) write(scene, [{ text: place.name, bold: true, attributes: {} }], [point.x, point.y], 8, parent, { must: true });
  };

  /* Figures about areas and borders, groups {key, point, places, figures}: lists for the most important, badges for the rest. */
  dateline.drawCards = (scene, groups, parent, acts) => {
    const sorted = [...groups].sort(byImportance(scene));
    const room = scene.narrow || scene.crowded ? 0 : sorted.length <= MOST_CARDS ? MOST_CARDS : MOST_ROWS;
    const rest = sorted.filter((group, i) => i >= room || !card(scene, group, parent, acts));
    drawBadges(scene, rest.filter(({ point }) => scene.inView(point) || (!scene.crowded && scene.near(point))), parent, acts);
  };

  /* Places at one spot share a badge, and what finds no room goes to the nearest that does. What still finds none is left
   * out of this view: the panel has it, and the map once it is closer. */
  function drawBadges(scene, groups, parent, acts) {
    let merged = dateline.merge(groups, SAME).sort(byImportance(scene));
    for (;;) {
      const badges = lay(scene, merged.slice(0, MOST_BADGES));
      const stands = ({ spot }) => spot.free && (!scene.world || spot.away <= BESIDE || spot.strange <= MOST_ABROAD);
      const stand = badges.filter(stands);
      const lost = [...badges.filter((badge) => !stands(badge)).map(({ group }) => group), ...merged.slice(MOST_BADGES)];
      const taken = lost.filter((group) => takeIn(scene, stand, group));
      if (!taken.length) {
        for (const badge of stand) drawBadge(scene, badge, parent, acts);
        return;
      }
      merged = merged.filter((group) => !taken.includes(group)).sort(byImportance(scene));
    }
  }

  const isChosen = (scene, { figures }) => figures.some((figure) => scene.isSelected(figure));

  /* Adds a group to the nearest badge that stands, but for the selected one; false where none is near. */
  function takeIn(scene, stand, group) {
    const away = (badge) => badge.group.point.distanceTo(group.point);
    const near = stand.filter((badge) => away(badge) <= NEXT && !isChosen(scene, badge.group));
    if (!near.length) return false;
    const home = near.reduce((best, one) => (away(best) <= away(one) ? best : one)).group;
    home.figures.push(...group.figures);
    for (const place of group.places) home.places.add(place);
    return true;
  }

  /* The list of an area or a border, its name and then one row a figure. False where it finds no room. */
  function card(scene, group, parent, { pick, open }) {
    const { figures } = group;
    const [place] = group.places;
    const listed = written(figures).slice(0, figures.length === MOST_ROWS + 1 ? MOST_ROWS + 1 : MOST_ROWS);
    const more = figures.length - listed.length;
    const rest = "and " + more.toLocaleString("en-GB") + " more";
    /* On one line each where that lies hardly more over other countries. */
    const tried = (letters) => {
      const texts = listed.map((figure) => fold(figure.short, letters));
      const lines = [...texts.flat(), ...(more ? [rest] : [])];
      const width = Math.max(dateline.textWidth(place.name, 12, 650) + 18, ...lines.map((text) => dateline.textWidth(text, 11.5, 400) + 32));
      const height = 10 + LINE_HEIGHT * (1 + lines.length);
      return { texts, width, height, ...cardSpot(scene, scene.obstacles, group, width, height) };
    };
    const [whole, short] = [tried(WHOLE), tried(FOLDED)];
    const { texts, width, height, box, away, anchor, free } = whole.free && whole.strange <= short.strange + ABROAD ? whole : short;
    if (!free) return false;
    const made = node("g", { class: "card" + (scene.placeSelected(place) ? " selected" : "") }, parent);
    if (away > 40) leader(scene, anchor, box, 0, made);
    node("rect", { class: "paper", x: box[0], y: box[1], width, height, rx: 3 }, made);
    const name = place.name + ", " + dateline.tally(figures);
    const select = () => pick(null, place.id);
    /* A border is a button itself. */
    const heading = place.form === "line" ? follow(scene, "card " + place.id, "card", select) : scene.button("card " + place.id, name, "card", select);
    node("text", { ...heading, "data-place": place.id, class: "name", x: box[0] + 9, y: box[1] + 17 }, made, place.name);
    let top = box[1] + 7 + LINE_HEIGHT;
    const line = (attributes, texts) => {
      const row = node("g", attributes, made);
      node("rect", { class: "strip", x: box[0] + 1, y: top - 1, width: width - 2, height: LINE_HEIGHT * texts.length }, row);
      const words = node("text", { class: "words", x: box[0] + 24, y: top + 10.5 }, row, texts.length > 1 ? texts[0] + " " : texts[0]);
      if (texts.length > 1) node("tspan", { x: box[0] + 24, dy: LINE_HEIGHT }, words, texts[1]);
      const y = top + 6.5;
      top += LINE_HEIGHT * texts.length;
      return { row, y };
    };
    listed.forEach((figure, i) => {
      const classes = "figure row " + figure.panel + (scene.isSelected(figure) ? " selected" : "");
      const title = figure.tip;
      const button = scene.button("claim " + figure.claim, title, "row", () => pick(figure.claim, null));
      const { row, y } = line({ class: classes, ...button, "data-claim": figure.claim }, texts[i]);
      dateline.mark(figure, box[0] + 14, y, 4, row);
    });
    if (more) line({ class: "row more", ...scene.button("more " + place.id, rest + ", " + name, "more", () => open(group)) }, [rest]);
    scene.block(box);
    return true;
  }

  /* Where the badges of some groups go, each clear of those before it: [{group, words, shares, indent, spot}]. */
  function lay(scene, groups) {
    const taken = dateline.boxes();
    const obstacles = { covered: (box, least) => scene.obstacles.covered(box, least) + taken.covered(box, least) };
    return groups.map((group, i) => {
      const number = group.figures.length.toLocaleString("en-GB");
      const short = scene.world && !isChosen(scene, group) && (group.figures.length < scene.fullest || i >= scene.names);
      const shares = dateline.shares(group.figures).map(([panel]) => panel);
      const last = group.figures.filter(({ panel }) => panel === shares.at(-1));
      const indent = 10 + 10 * shares.length + (last.every(({ inferred }) => inferred) ? 3 : 0);
      const fit = (words) => {
        const width = indent + dateline.textWidth(words, 12, 650) + 10;
        return { group, words, shares, indent, spot: cardSpot(scene, obstacles, group, width, BADGE_HEIGHT, !scene.crowded) };
      };
      const whole = short ? null : fit(cut(dateline.region(scene, group), scene.narrow ? 30 : 40) + " · " + number);
      /* Where the name finds no room, or lies over another country, the number alone tells that something is there. */
      const badge = whole && whole.spot.free && (isChosen(scene, group) || !scene.world || whole.spot.strange <= MOST_ABROAD) ? whole : fit(number);
      if (badge.spot.free) taken.add([...badge.spot.box, dateline.SOLID]);
      return badge;
    });
  }

  /* A name with the number of its figures: opens the list of them, or the only one. */
  function drawBadge(scene, { group, words, shares, indent, spot }, parent, { pick, open }) {
    const { figures } = group;
    const { box, away, anchor } = spot;
    const places = [...group.places];
    const alone = figures.length === 1 ? figures[0] : null;
    const selected = places.some((place) => scene.placeSelected(place));
    const title = alone ? alone.tip : dateline.region(scene, group) + ", " + dateline.tally(figures);
    const act = () => (alone ? pick(alone.claim, null) : open(group));
    const made = node("g", { class: "card badge" + (selected ? " selected" : ""), ...scene.button("badge " + group.key, title, "badge", act) }, parent);
    if (alone) made.dataset.claim = alone.claim;
    /* What is read begins with what is written (WCAG 2.5.3). */
    made.setAttribute("aria-label", words + ": " + title);
    if (away > 40) leader(scene, anchor, box, 0, made);
    node("rect", { class: "paper", x: box[0], y: box[1], width: box[2] - box[0], height: BADGE_HEIGHT, rx: BADGE_HEIGHT / 2 }, made);
    shares.forEach((panel, i) => {
      const own = figures.filter((figure) => figure.panel === panel);
      const mark = own.every((figure) => figure.mark === own[0].mark) ? own[0].mark : "filled";
      const dot = node("g", { class: "figure " + panel }, made);
      dateline.mark({ mark, inferred: own.every((figure) => figure.inferred) }, box[0] + 11 + 10 * i, box[1] + 11, 4, dot);
    });
    node("text", { class: "name", x: box[0] + indent, y: box[1] + 15 }, made, words);
    if (words.includes(" ")) scene.badgeNames += 1;
    scene.block(box);
  }


  /* Nine points of a box: its corners, its middle, and those between. */
  const nine = ([left, top, right, bottom]) => [0, 0.5, 1].flatMap((across) => [0, 0.5, 1].map((down) => ({ x: left + across * (right - left), y: top + down * (bottom - top) })));

  /* Where a list or a badge goes, and the point that it belongs to: of one border, what gives the best spot. */
  function cardSpot(scene, obstacles, { point, places }, width, height, freeFirst = false) {
    const [place] = places;
    /* What is about one country stands over that one. */
    const codes = [...places].map(({ between }) => between).find(({ length }) => length === 1) || [];
    const strange = (box) => ABROAD * (codes.length ? scene.abroad(codes, nine(box)) : 0);
    if (place.form !== "line" || places.size > 1 || scene.crowded) {
      const anchor = [point.x, point.y];
      const distances = scene.crowded ? NEAR_BY : freeFirst ? AWAY : undefined;
      return { anchor, ...dateline.seek(obstacles, anchor, 0, width, height, scene.view, { distances, freeFirst, strange, over: scene.world, pull: scene.world ? PULL : undefined }) };
    }
    const own = scene.corners(place.lines).flat();
    /* Neither outside of the view nor under the legend. */
    const visible = own.filter(([x, y]) => scene.inView({ x, y }) && !scene.covered({ x, y }));
    /* Beside a stretch that is this line's alone, where a part of it is a place of its own. */
    const shared = dateline.boxes(scene.corners(scene.linesAbove(place)).flat().map(([x, y]) => [x - 8, y - 8, x + 8, y + 8]));
    const alone = visible.filter(([x, y]) => !shared.covered([x - 8, y - 8, x + 8, y + 8]));
    const anchors = [alone, visible, own].find((some) => some.length);
    const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].map((share) => {
      const anchor = anchors[Math.floor(share * (anchors.length - 1))];
      return { anchor, ...dateline.seek(obstacles, anchor, 6, width, height, scene.view, { freeFirst, strange }) };
    });
    return spots.reduce((best, spot) => (spot.cost < best.cost ? spot : best));
  }
})();
