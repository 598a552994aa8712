"""One claim looks and reads the same everywhere: every status, basis, precision and population in every output."""

import json
import re
from dataclasses import replace
from itertools import product
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from geo.dataset.query import Catalogue
from geo.maps.layout import layout
from geo.maps.payload import payload
from geo.maps.served import STATIC
from geo.marks import DARK, LIGHT, PANELS, WORDS, Fill, Line, Mark, css, mark
from geo.model import (
    Basis,
    Claim,
    ClaimPlace,
    Panel,
    Population,
    Precision,
    Qualifier,
    Quantity,
    Role,
    Span,
    Status,
    StatusMark,
)
from geo.sharing.document.compose import as_html
from geo.sharing.picture import legend
from geo.sharing.picture.charts import MOST, strip_picture, timeline_picture
from geo.sharing.picture.dress import Dress
from geo.sharing.picture.ink import style_of
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.rows import rows
from geo.sheets.card import card
from geo.sheets.chart import statement, strip
from geo.sheets.nodes import STYLE, Node
from geo.wording.described import described
from tests import made
from tests.published import by_claim, parts

PLACES = {
    Precision.POINT: made.point("Suva", -18.1, 178.4, "FJ"),
    Precision.RADIUS: made.circle("Camp", -17.6, 177.5, 12),
    Precision.AREA: made.area("Fiji", -17.8, 178.0, "FJ"),
    Precision.LINE: made.line("The border", -17.0, 178.9, "FJ"),
    Precision.UNLOCATED: made.nowhere("the yard"),
}
SHAPES = {
    PLACES[Precision.AREA].id: made.box(177, -19, 180, -16),
    PLACES[Precision.LINE].id: made.box(177, -19, 180, -16),
}
CHAINS: list[tuple[Status, ...]] = [(), *((status,) for status in Status), (Status.PLEDGED, Status.WITHDRAWN)]
PRECISIONS = [Precision.POINT, Precision.RADIUS, Precision.AREA, Precision.LINE]
SVG = "{http://www.w3.org/2000/svg}"


def every() -> list[Claim]:
    """A claim of each kind, with a number of its own by which it is found in a file."""
    kinds = product(CHAINS, Basis, PLACES.items(), Population)
    return [
        replace(
            made.claim([]),
            places=(ClaimPlace(place, Role.AT, stated=number % 3 > 0),),
            quantity=Quantity(Span(0, 5), str(10_000 + number), Qualifier.EXACTLY, 10_000 + number, 10_000 + number),
            statuses=tuple(StatusMark(status, Span(0, 5)) for status in chain),
            basis=basis,
            population=population,
        )
        for number, (chain, basis, (_, place), population) in enumerate(kinds)
    ]


CLAIMS = every()
CATALOGUE = Catalogue.of(made.collection(CLAIMS, SHAPES))


def texts(node: Node) -> str:
    return node if isinstance(node, str) else "".join(texts(child) for child in node[2:])


def marks(node: Node) -> list[set[str]]:
    """The classes of every mark in a tree of elements."""
    if isinstance(node, str):
        return []
    own = set(node[1].get("class", "").split())
    return [own - {"mark"}] * ("mark" in own) + [found for child in node[2:] for found in marks(child)]


def ringed(node: Node) -> bool:
    """Whether a tree has the dotted ring of a place that is only inferred."""
    if isinstance(node, str):
        return False
    return node[1].get("class") == "soft" or any(ringed(child) for child in node[2:])


def find(node: Node, id_: str) -> Node | None:
    """The row of a claim in a tree."""
    if isinstance(node, str):
        return None
    if node[1].get("data-id") == id_ and "row" in node[1].get("class", ""):
        return node
    return next((found for child in node[2:] if (found := find(child, id_)) is not None), None)


def told(claim: Claim) -> tuple[str, str, str]:
    """What must be read wherever a claim is: the figure with its people, its doubt, and its date."""
    it = described(CATALOGUE, claim)
    return it.counted, it.doubt, it.when


def test_the_kinds_are_all_there() -> None:
    assert len(CLAIMS) == 10 * 6 * 5 * 10
    assert {mark(claim) for claim in CLAIMS} == {Mark(fill, line) for fill in Fill for line in Line}


def test_hollow_is_a_plan_and_nothing_else() -> None:
    for claim in CLAIMS:
        planned = claim.basis in (Basis.PLAN, Basis.CAPACITY) or bool(
            {turn.status for turn in claim.statuses} & {Status.PLANNED, Status.PLEDGED}
        )
        assert (mark(claim).fill is Fill.HOLLOW) == planned
        assert (mark(claim).line is Line.STRUCK) == (claim.status in (Status.DENIED, Status.WITHDRAWN))


@pytest.mark.parametrize("panel", [Panel.TROOPS, Panel.DISPLACED])
def test_strip_card_and_table_say_and_mark_the_same(panel: Panel) -> None:
    claims = [claim for claim in CLAIMS if claim.panel is panel]
    tree = strip(CATALOGUE, claims, claims)
    table = {row["id"]: row for row in rows(CATALOGUE, claims)}
    for claim in claims[::7]:
        found = find(tree, claim.id)
        assert found is not None
        opened = card(CATALOGUE, claim)
        expected = set(mark(claim).classes.split())
        assert marks(found) == [expected]
        assert marks(opened) == [expected]
        assert ringed(found) == ringed(opened) == (not claim.places[0].stated)
        counted, doubt, when = told(claim)
        for output in (texts(found), texts(opened), str(table[claim.id]["description"])):
            assert counted in output
            assert all(part in output.casefold() for part in doubt.casefold().split(", "))
            assert when in output
        assert table[claim.id]["mark"] == mark(claim).words


def test_statements_have_the_same_words_and_marks() -> None:
    for claim in (claim for claim in CLAIMS[::11] if claim.panel is Panel.OTHER):
        found = statement(CATALOGUE, claim, None)
        assert marks(found) == [set(mark(claim).classes.split())]
        assert ringed(found) == (not claim.places[0].stated)
        assert all(part.casefold() in texts(found).casefold() for part in told(claim))


def test_the_map_and_its_lists_have_them() -> None:
    sent = json.loads(payload(CATALOGUE))
    drawn = {figure["claim"]: figure for figure in sent["figures"]}
    for claim in CLAIMS:
        it = described(CATALOGUE, claim)
        if claim.id in drawn:
            figure = drawn[claim.id]
            assert (figure["mark"], figure["short"], figure["when"]) == (it.mark.classes, it.short, it.when)
            assert it.short in figure["tip"]
        else:
            assert claim.places[0].place.precision is Precision.UNLOCATED
    assert sent["keys"]["marks"] == {kind.value: words for kind, words in WORDS.items()}


def svg_marks(svg: bytes) -> dict[str, tuple[str, ET.Element]]:
    root = ET.fromstring(svg)  # noqa: S314 - our own
    return {
        str(one.get("data-claim")): (str(one.get("data-mark")), one)
        for one in root.iter(f"{SVG}g")
        if one.get("data-claim")
    }


def drawn_as(group: ET.Element, expected: dict[str, Any]) -> bool:
    """Whether the first shape of a group has every attribute of a style."""
    wanted = {key.replace("_", "-"): str(value) for key, value in expected.items()}
    for shape in (*group.iter(f"{SVG}circle"), *group.iter(f"{SVG}rect"), *group.iter(f"{SVG}polygon")):
        if all(shape.get(key) in (value, value.removesuffix(".0")) for key, value in wanted.items()):
            return True
    return False


def of_each_mark(panel: Panel, precision: Precision = Precision.POINT) -> list[Claim]:
    found: dict[Mark, Claim] = {}
    for claim in CLAIMS:
        if claim.panel is panel and claim.places[0].place.precision is precision:
            found.setdefault(mark(claim), claim)
    return list(found.values())


DRAWN = Catalogue.of(made.collection([it for kind in product(Panel, PRECISIONS) for it in of_each_mark(*kind)], SHAPES))
"""One of each mark at each kind of place: a picture lays out all figures of its collection, for their scale."""


@pytest.mark.parametrize("panel", [Panel.TROOPS, Panel.DISPLACED])
def test_the_charts_as_pictures_have_them(panel: Panel) -> None:
    claims = of_each_mark(panel)
    assert len(claims) == 9 <= MOST
    for svg in (strip_picture(CATALOGUE, claims, panel), timeline_picture(CATALOGUE, claims)):
        found = svg_marks(svg)
        written = " ".join("".join(one.itertext()) for one in ET.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314
        for claim in claims:
            classes, group = found[claim.id]
            assert classes == mark(claim).classes
            assert drawn_as(group, style_of(mark(claim), LIGHT[panel]))
            assert all(part.casefold() in written.casefold() for part in told(claim))


@pytest.mark.parametrize("panel", Panel)
@pytest.mark.parametrize("precision", PRECISIONS)
def test_the_map_as_a_picture_has_them(panel: Panel, precision: Precision) -> None:
    for claim in of_each_mark(panel, precision):
        svg = map_picture(DRAWN, [claim], dress=Dress(title="A headline tells of another figure"))
        classes, group = svg_marks(svg)[claim.id]
        assert classes == mark(claim).classes
        assert drawn_as(group, style_of(mark(claim), LIGHT[panel]))
        written = " ".join("".join(one.itertext()) for one in ET.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314
        assert described(CATALOGUE, claim).short in written
        listed = {PANELS[panel]} | {WORDS[kind] for kind in (mark(claim).fill, mark(claim).line) if kind in WORDS}
        assert all(words in written for words in listed)
        assert not [words for words in {*WORDS.values(), *PANELS.values()} - listed if words in written]


def test_a_legend_has_no_key_of_what_is_not_there() -> None:
    (one,) = (claim for claim in of_each_mark(Panel.TROOPS) if mark(claim) == Mark(Fill.HALF, Line.DASHED))
    keys = {key.words for key in legend.keys(layout(CATALOGUE, [one]))}
    assert keys - {"place inferred"} == {"troops", "estimated", "disputed"}


def test_the_file_has_them() -> None:
    claims = [claim for panel in Panel for claim in of_each_mark(panel)]
    read = parts(as_html(CATALOGUE, claims))
    cards, drawn = by_claim(read, "cards"), by_claim(read, "rows")
    for claim in claims:
        row, scale, days, *_ = drawn[claim.id]
        expected = set(mark(claim).classes.split())
        for drawing in (row,) if claim.panel is Panel.OTHER else (scale, days):
            assert marks(drawing) == [expected]
        for tree in (cards[claim.id], row):
            assert marks(tree) in ([expected], [])
            counted, doubt, when = told(claim)
            said = [counted, *doubt.split(", "), when]
            assert all(part.casefold() in texts(tree).casefold() for part in said)


def test_every_browser_sheet_has_the_one_table() -> None:
    """Style sheets are made from it, and have no table of their own beside it."""
    served = (STATIC / "map" / "map.css").read_text(encoding="utf-8")
    for sheet in (served, STYLE):
        assert css() in sheet
        rest = sheet.replace(css(), "")
        assert not re.search(r"\.(filled|half|hollow|dashed|struck)\b", rest)
        for theme in (LIGHT, DARK):
            assert all(sheet.count(colour) == 1 for colour in theme.values())
