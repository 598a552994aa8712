/* The basemap's names of countries and towns. */
"use strict";
window.dateline = window.dateline || {};

(() => {
  const BESIDE = dateline.measures.name_steps;

  /* Where the name of a country may stand in the part of it that is in view: the middle first; nowhere in a sliver that
   * is narrower than the name. */
  function elsewhere(points, wide) {
    const middle = { x: points.reduce((sum, { x }) => sum + x, 0) / points.length, y: points.reduce((sum, { y }) => sum + y, 0) / points.length };
    const away = (point) => Math.hypot(point.x - middle.x, point.y - middle.y);
    const has = (x, y) => points.some((point) => Math.abs(point.x - x) <= 24 && Math.abs(point.y - y) <= 24);
    const whole = points.filter(({ x, y }) => has(x - wide / 2, y) && has(x + wide / 2, y)).sort((a, b) => away(a) - away(b));
    /* Between the points too: a name is lower than they are apart. */
    return whole.flatMap(({ x, y }) => [0, -15, 15].map((step) => ({ x, y: y + step })));
  }

  /* Most important first; a name that would cover something is left out. bounds: what the canvas shows, in layer pixels;
   * countries [[iso, name, lon, lat, width in degrees]], towns [[name, lon, lat, least zoom, capital]]; taken: boxes;
   * inside: points by country, own(iso, points): whether all of them are in it (lands.js). Returns the boxes of what is
   * written. */
  dateline.writeNames = (map, pen, bounds, { countries, towns, taken, colour, inside, own }) => {
    const boxes = dateline.boxes(taken);
    const written = [];
    const take = (box) => boxes.take(box) && written.push(box) > 0;
    const offset = bounds.min;
    const size = bounds.getSize();
    const zoom = map.getZoom();
    const centre = map.getCenter().lng;
    const corner = map.containerPointToLayerPoint([0, 0]);
    const seen = map.getSize();
    const spot = (lat, lon) => {
      const shifted = lon + 360 * Math.round((centre - lon) / 360);
      const point = map.latLngToLayerPoint([lat, shifted]);
      const inside = point.x > offset.x && point.y > offset.y && point.x < offset.x + size.x && point.y < offset.y + size.y;
      return inside ? point : null;
    };
    const write = (text, px, py, style) => {
      pen.lineWidth = 3;
      pen.setLineDash([]);
      pen.lineJoin = "round";
      pen.strokeStyle = colour.halo;
      pen.fillStyle = style;
      pen.strokeText(text, px - offset.x, py - offset.y);
      pen.fillText(text, px - offset.x, py - offset.y);
    };

    pen.textBaseline = "middle";
    pen.font = "600 11px " + dateline.FONT;
    if ("letterSpacing" in pen) pen.letterSpacing = "1.2px";
    pen.textAlign = "center";
    for (const [iso, name, lon, lat, width] of countries) {
      const text = name.toUpperCase();
      const wide = pen.measureText(text).width;
      const across = (width / 360) * 256 * Math.pow(2, zoom);
      if (across < wide * 0.8) continue;
      const point = spot(lat, lon);
      const place = (px, py) => {
        const whole = px - wide / 2 > corner.x + 4 && px + wide / 2 < corner.x + seen.x - 4 && py > corner.y + 9 && py < corner.y + seen.y - 9;
        return whole && take([px - wide / 2 - 4, py - 9, px + wide / 2 + 4, py + 9]);
      };
      const free = point && BESIDE.find(([dx, dy]) => {
        const [px, py] = [point.x + dx, point.y + dy];
        /* A name that is moved stays in its country: in the sea or in a neighbour it would be wrong. */
        const at = [-0.35, 0, 0.35].map((share) => ({ x: px + share * wide, y: py }));
        return ((!dx && !dy) || own(iso, at)) && place(px, py);
      });
      if (free) write(text, point.x + free[0], point.y + free[1], colour.country);
      else if (inside.has(iso)) {
        const next = elsewhere(inside.get(iso), wide).find((spot) => own(iso, [spot]) && place(spot.x, spot.y));
        if (next) write(text, next.x, next.y, colour.country);
      }
    }
    if ("letterSpacing" in pen) pen.letterSpacing = "0px";
    pen.textAlign = "left";
    for (const [name, lon, lat, from, capital] of towns) {
      if (from > zoom + 0.25) continue;
      const point = spot(lat, lon);
      if (!point) continue;
      pen.font = (capital ? "600 " : "") + "11px " + dateline.FONT;
      const wide = pen.measureText(name).width;
      const right = [point.x - 4, point.y - 8, point.x + wide + 9, point.y + 8];
      const left = [point.x - wide - 9, point.y - 8, point.x + 4, point.y + 8];
      const onRight = take(right);
      if (!onRight && !take(left)) continue;
      pen.beginPath();
      pen.fillStyle = colour.town;
      pen.arc(point.x - offset.x, point.y - offset.y, 2.2, 0, 2 * Math.PI);
      pen.fill();
      write(name, onRight ? point.x + 6 : point.x - 6 - wide, point.y, colour.town);
    }
    return written;
  };
})();
