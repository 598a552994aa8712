/* Rows of words in a free spot beside what they name. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const { node } = dateline;
  /* How far words and badges may go in a crowd, in pixels. */
  dateline.NEAR_BY = [4, 12, 20, 28, 36];
  dateline.LINE_HEIGHT = 15;
  /* How far words may go in a narrow view, and how many letters a line has there. */
  const CLOSE = [4, 12, 20];
  const MOST_LETTERS = 15;
  const LONGEST_LINE = 32;

  /* A thin line from a symbol to words that found no room beside it. */
  dateline.leader = function leader(scene, [x, y], box, reach, parent) {
    const end = [Math.max(box[0], Math.min(x, box[2])), Math.max(box[1], Math.min(y, box[3]))];
    const length = Math.hypot(end[0] - x, end[1] - y);
    const start = [x + ((end[0] - x) * reach) / length, y + ((end[1] - y) * reach) / length];
    node("path", { class: "leader", d: "M" + start.join(" ") + "L" + end.join(" ") }, parent);
    for (let far = reach; far < length; far += 8) scene.blockPoint(x + ((end[0] - x) * far) / length, y + ((end[1] - y) * far) / length, 8);
  };

  /* The words of a text on lines of up to so many letters. */
  const filled = (text, most) => text.split(" ").reduce((lines, word) => {
    const line = lines.length ? lines.at(-1) + " " + word : word;
    return lines.length && line.length <= most ? [...lines.slice(0, -1), line] : [...lines, word];
  }, []);

  /* A long row of a narrow view in two lines, of one that is longer still in more: as equal as may be, and never cut off. */
  function broken(text) {
    if (text.length <= MOST_LETTERS) return [text];
    const count = Math.max(2, Math.ceil(text.length / LONGEST_LINE));
    for (let most = Math.ceil(text.length / count); ; most++) {
      const lines = filled(text, most);
      if (lines.length <= count) return lines;
    }
  }

  /* "Sudan +3" for "Sudan and 3 more"; as geo.maps.words.shortened has it. */
  const shortened = (dateline.shortened = (text) => text.replace(/ and ([\d,]+) more$/, " +$1").replace(/, [\d,]+ places$/, ""));

  /* Whether a line from a symbol of a view of the world to words away from it passes no other symbol, whose words they
   * would seem to be. */
  function clear(scene, [x, y], box, reach) {
    const end = [Math.max(box[0], Math.min(x, box[2])), Math.max(box[1], Math.min(y, box[3]))];
    const length = Math.hypot(end[0] - x, end[1] - y);
    for (let far = reach + 1; far < length - 2; far += 3) {
      const [px, py] = [x + ((end[0] - x) * far) / length, y + ((end[1] - y) * far) / length];
      if (scene.obstacles.covered([px - 1, py - 1, px + 1, py + 1], dateline.SOLID)) return false;
    }
    return true;
  }

  /* The box of some rows beside a point, [rows, spot]; null where there is no room for them. */
  function fitted(scene, rows, point, reach, must, far) {
    const width = Math.max(...rows.flatMap(({ lines, bold }) => lines.map((line) => dateline.textWidth(line, bold ? 12.5 : 11.5, bold ? 650 : 400))));
    const height = rows.reduce((sum, { lines }) => sum + lines.length, 0) * dateline.LINE_HEIGHT;
    const [world, near] = [scene.world && !must, far ? dateline.NEAR_BY : CLOSE];
    const distances = must ? (scene.narrow ? CLOSE : undefined) : world ? near : [4];
    const strange = world ? (box) => (clear(scene, point, box, reach) ? 0 : dateline.SOLID ** 2) : undefined;
    const spot = dateline.seek(scene.obstacles, point, reach, width, height, scene.view, { distances, fine: far, strange });
    if (!spot.free || spot.strange) return null;
    return must || world || spot.cost - spot.away * 4 <= 40 ? [rows, spot] : null;
  }

  const WHOLE = (text) => [text];
  const SHORTER = (text) => [shortened(text)];
  const SHORTEST = (text) => shortened(text).split(/ (?=\+)/);

  /* Rows {text, bold, attributes} in a free spot near a point; in a crowd only right beside it. A view of the world breaks
   * a name that finds no room, writes it farther off, and then shorter. False where there is no room for that either. */
  dateline.write = function write(scene, asked, point, reach, parent, { must = !scene.crowded } = {}) {
    const first = scene.narrow ? [broken] : scene.world ? [WHOLE, broken] : [WHOLE];
    const ways = [...first.map((way) => [way, false]), ...(scene.world && !must ? [...first, SHORTER, SHORTEST].map((way) => [way, true]) : [])];
    const lined = (way) => asked.map((row) => ({ ...row, lines: way(row.text) }));
    const found = ways.reduce((best, [way, far]) => best || fitted(scene, lined(way), point, reach, must, far), null);
    if (!found) return false;
    const [rows, { box, away }] = found;
    /* Words above or below their symbol stand over its middle, not at the far end of their longest row. */
    const beside = box[2] <= point[0] ? [box[2], "end"] : box[0] >= point[0] ? [box[0], "start"] : [(box[0] + box[2]) / 2, "middle"];
    const group = node("g", { class: "label" }, parent);
    if (away > reach + (scene.world ? 8 : 24)) dateline.leader(scene, point, box, reach, group);
    let y = box[1] + 12;
    for (const { lines, bold, attributes } of rows) {
      const written = node("text", { x: beside[0], y, "text-anchor": beside[1], class: bold ? "name" : "words", ...attributes }, group);
      lines.forEach((line, i) => {
        /* Whoever copies or hears the words has a space between the lines; it takes no room. */
        if (i) node("tspan", { "font-size": 0 }, written, " ");
        node("tspan", { x: beside[0], ...(i ? { dy: dateline.LINE_HEIGHT } : {}) }, written, line);
      });
      y += dateline.LINE_HEIGHT * lines.length;
    }
    scene.block(box);
    return true;
  };
})();
