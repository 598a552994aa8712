"""Everything of a view in one HTML file: the map's own scripts and ground, the strips and an evidence card a figure.

The map's scripts are those of the page; what they would fetch lies in the file (``document.js`` answers for the
network). Words travel as JSON and become text nodes (geo/sheets/build.js), as on the page.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from geo.dataset.query import Catalogue, has_inferred, in_panel
from geo.dataset.store import Collection
from geo.maps.folium_map import SCRIPTS, STATIC, STYLES
from geo.maps.layout import layout
from geo.maps.payload import payload
from geo.model import Claim, Panel
from geo.sharing import citation
from geo.sharing.picture import ground
from geo.sharing.picture.frame import Frame
from geo.sharing.rows import CREDITS
from geo.sharing.view import Camera
from geo.sheets.away import away
from geo.sheets.card import card
from geo.sheets.chart import statement, strip
from geo.sheets.ledger import table
from geo.sheets.nodes import BUILD, STYLE, Node, element
from geo.wording import claims as wording
from geo.wording.headline import summary, title

_HERE = Path(__file__).parent
MOST_MOVEMENTS = 60
"""Movements whose ledgers stand in the file."""
MOST_DETAIL = 500_000
"""Characters of detailed ground that the file carries beside that of the whole world."""
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: https:"
"""Nothing is loaded from anywhere, but for pictures of a map layer that the reader chooses."""


def as_html(catalogue: Catalogue, shown: Sequence[Claim], camera: Camera | None = None) -> bytes:
    """The figures of ``shown`` as one page; its map begins at ``camera``, by default where it shows them all."""
    collection = narrowed(catalogue.collection, shown)
    data = {
        "sheets": {"head": [_head(catalogue, shown)], "list": _lists(catalogue, shown), "foot": [_foot(catalogue)]},
        "cards": {claim.id: _card(catalogue, catalogue.claims.get(claim.id, claim)) for claim in shown},
        "places": {place.id: [wording.sentence_case(place.name), [claim.id for claim in claims]]
                   for place, claims in catalogue.places(shown)},
        "panels": {claim.id: claim.panel.value for claim in shown},
        "camera": camera,
        "inferred": has_inferred(shown),
        "files": dict(_files(catalogue, collection)),
    }  # fmt: skip
    style = "".join(_read(STATIC / file) for file in STYLES) + STYLE + _read(_HERE / "document.css")
    first, *scripts = [_script(BUILD + _read(_HERE / "document.js")), *(_script(_read(STATIC / f)) for f in SCRIPTS)]
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(summary(catalogue))}">
<title>{escape(title(catalogue))}</title>
<style>{style}</style>
</head>
<body>
<div id="head" class="sheet"></div>
<main>
<div id="map"></div>
<div id="panel">
<form id="find" role="search"></form>
<div id="evidence" class="sheet"></div>
<div id="list" class="sheet"></div>
</div>
</main>
<div id="foot" class="sheet"></div>
<noscript>This file holds an interactive map: its figures need JavaScript.</noscript>
<script type="application/json" id="data">{_plain_json(data)}</script>
{first}{"".join(scripts)}<script>exported.open();</script>
</body>
</html>
"""
    return page.encode("utf-8", "replace")


def narrowed(collection: Collection, shown: Sequence[Claim]) -> Collection:
    """``collection`` with the claims of ``shown`` alone, and with what they need."""
    wanted = {claim.id for claim in shown}
    readings = tuple(
        replace(reading, claims=tuple(claim for claim in reading.claims if claim.id in wanted), toponyms=())
        for reading in collection.readings
    )
    links = tuple(link for link in collection.links if {link.first, link.second} <= wanted)
    used = {use.place.id for reading in readings for claim in reading.claims for use in claim.all_places}
    shapes = {place: shape for place, shape in collection.geometries.items() if place in used}
    return replace(collection, readings=readings, links=links, geometries=shapes, left_out=())


def _head(catalogue: Catalogue, shown: Sequence[Claim]) -> Node:
    people = [claim for claim in shown if claim.panel is not Panel.OTHER]
    part = "" if len(shown) == len(catalogue.claims) else f"{wording.number(len(people), 'figure')} of this view. "
    return element("header", element("h1", title(catalogue)), element("p", part + summary(catalogue)))


def _lists(catalogue: Catalogue, shown: Sequence[Claim]) -> list[Node]:
    sections = []
    for panel, name in ((Panel.TROOPS, "Troops"), (Panel.DISPLACED, "Displaced")):
        if claims := in_panel(shown, panel):
            rule = element("p", "Figures as printed, log scale. ", wording.no_total(claims), cls="rule")
            sections.append(element("section", element("h2", name), rule, strip(catalogue, claims, claims)))
    if others := in_panel(shown, Panel.OTHER):
        rows = [statement(catalogue, claim, None) for claim in others]
        rule = element("p", "Not people on the move, and never added to them.", cls="rule")
        sections.append(element("section", element("h2", "Statements and other figures"), rule, *rows))
    if movements := catalogue.differences(shown):
        tables = [table(catalogue, movement) for movement in movements[:MOST_MOVEMENTS]]
        sections.append(element("section", element("h2", "Told differently"), *tables))
    missing = {one.claim: one for one in layout(catalogue, shown).tray}
    absent = away(catalogue, [(claim, missing[claim.id]) for claim in shown if claim.id in missing])
    if absent is not None:
        sections.append(element("section", absent))
    return sections or [element("p", "No figure in this view.", cls="empty")]


def _card(catalogue: Catalogue, claim: Claim) -> Node:
    cited = citation.as_text(claim, catalogue.article(claim), catalogue.adjectives)
    return card(
        catalogue, claim, further=element("details", element("summary", "Cite this figure"), element("p", cited))
    )


def _foot(catalogue: Catalogue) -> Node:
    return element("p", f"{CREDITS} Made with Dateline from data set {catalogue.collection.version}.", cls="rule")


def _files(catalogue: Catalogue, collection: Collection) -> Iterator[tuple[str, Any]]:
    """What the map's scripts fetch, by file name."""
    narrow = replace(Catalogue.of(collection), adjectives=catalogue.adjectives)
    yield "figures.json", json.loads(payload(narrow))
    yield "world.json", json.loads(_read(ground.BASEMAP / "world.json"))
    window = layout(narrow, collection.claims).window
    room = MOST_DETAIL
    for name in ground.details(Frame.around(window, 1200, 800, margin=60)):
        detail = _read(ground.BASEMAP / name)
        room -= len(detail)
        if room < 0:
            return
        yield name, json.loads(detail)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _script(source: str) -> str:
    """A script of ours; what would end the element is written another way."""
    whole = source.replace("</script", r"<\/script")
    return f"<script>{whole}</script>\n"


def _plain_json(value: Any) -> str:
    """JSON in ASCII with nothing that HTML could take for a tag."""
    text = json.dumps(value, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
