"""A picture of the world: rings with numbers for what cannot be told apart, none over another, and no figure lost."""

import re
from dataclasses import replace
from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

import pytest

from benchmarks.collection import Newsroom
from geo import marks
from geo.dataset.query import Catalogue
from geo.maps.layout import layout
from geo.measures import MOST_ARROWS, MOST_NAMES
from geo.model import Basis, Panel, Precision
from geo.sharing.picture.dress import Dress, Size
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.ink import PANELS, PAPER, QUIET
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.picture.world import gathered, is_world
from tests.world import COUNTRIES, collection

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(Newsroom().collection(60, 300))


@pytest.fixture(scope="module")
def picture(catalogue: Catalogue) -> list[str]:
    root = ET.fromstring(map_picture(catalogue, tuple(catalogue.claims.values())))  # noqa: S314 - our own
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_every_figure_is_in_a_ring_or_on_its_own(catalogue: Catalogue) -> None:
    view = layout(catalogue, tuple(catalogue.claims.values()))
    frame = Frame.around(view.window, 1200, 778, margin=130)
    assert is_world(view, frame)
    left, rings = gathered(view, frame)
    inside = [figure.claim for ring in rings for figure in ring.figures]
    assert len(inside) == len(set(inside)) > 0
    assert {*inside, *(figure.claim for figure in left.figures)} == {figure.claim for figure in view.figures}
    moving = {figure.ends for figure in left.figures if figure.path}
    assert len(moving) <= MOST_ARROWS


def test_no_ring_hides_another(catalogue: Catalogue) -> None:
    view = layout(catalogue, tuple(catalogue.claims.values()))
    _, rings = gathered(view, Frame.around(view.window, 1200, 778, margin=130))
    assert len(rings) > 1
    for one, other in combinations(rings, 2):
        assert hypot(one.x - other.x, one.y - other.y) > max(one.reach, other.reach)


def test_few_are_named_and_none_has_a_list(picture: list[str]) -> None:
    named = [words for words in picture if words.endswith((" more", " figures", " figure")) and words[0].isupper()]
    assert 0 < len(named) <= MOST_NAMES
    assert marks.SEVERAL in picture


def test_a_picture_of_two_countries_has_no_rings() -> None:
    catalogue = Catalogue.of(Newsroom().collection(2, 8))
    view = layout(catalogue, tuple(catalogue.claims.values())[:2])
    assert not is_world(view, Frame.around(view.window, 1200, 778, margin=130))


def test_what_can_stand_apart_does() -> None:
    """What was about Algeria and Niger was in Libya's ring."""
    catalogue = Catalogue.of(collection())
    view = layout(catalogue, tuple(catalogue.claims.values()))
    left, rings = gathered(view, Frame.around(view.window, 1000, 525, margin=88))
    assert sorted(len(ring.figures) for ring in rings) == [4, 6]
    assert all(len({code for place in ring.places for code in place.countries}) == 1 for ring in rings)
    assert len(left.figures) == 2 * (len(COUNTRIES) - 1)


def test_a_mark_for_a_plan_and_a_count_is_not_hollow() -> None:
    """Hollow is a plan and nothing else: a country's mark had the form of its first figure."""
    several = collection()
    (reading,) = several.readings
    planned = tuple(replace(it, basis=Basis.PLAN) if it.id.endswith("0") else it for it in reading.claims)
    catalogue = Catalogue.of(replace(several, readings=(replace(reading, claims=planned),)))
    root = ET.fromstring(map_picture(catalogue, tuple(catalogue.claims.values())))  # noqa: S314 - our own
    pills = [it for it in root.iter(f"{SVG}circle") if it.get("r") == "4" and it.get("cy") != it.get("cx")]
    assert len(pills) > 5
    assert PAPER not in {pill.get("fill") for pill in pills}


def test_a_dense_picture_has_its_five_names() -> None:
    dense = Catalogue.of(Newsroom(20).collection(83, 500))
    root = ET.fromstring(map_picture(dense, tuple(dense.claims.values())))  # noqa: S314 - our own
    bold = [text for text in root.iter(f"{SVG}text") if text.get("font-weight")]
    named = ["".join(text.itertext()) for text in bold]
    found = [name for name in named if re.search(r" more$| \+\d|, \d+ places$|: \d+ figures?$", name)]
    assert len(found) == MOST_NAMES, named


def test_a_legend_of_the_world_lists_no_mark_that_a_ring_took_in() -> None:
    """An estimate was in a ring, and "estimated" stood in the legend of a picture without one."""
    dense = Catalogue.of(Newsroom(20).collection(83, 500))
    root = ET.fromstring(map_picture(dense, tuple(dense.claims.values())))  # noqa: S314 - our own
    drawn = {word for one in root.iter() for word in str(one.get("data-mark", "")).split()}
    written = {"".join(text.itertext()) for text in root.iter(f"{SVG}text")}
    listed = {kind.value for kind, words in marks.WORDS.items() if words in written}
    assert listed == drawn & {kind.value for kind in marks.WORDS}
    assert len(listed) < len(marks.WORDS)


def test_a_legend_has_every_colour_of_the_rings() -> None:
    """A preview had rings with shares of troops, and a legend of displaced people alone."""
    dense = Catalogue.of(Newsroom(5).collection(500, 500))
    root = ET.fromstring(map_picture(dense, tuple(dense.claims.values()), None, Dress(Size.SOCIAL)))  # noqa: S314
    written = {"".join(text.itertext()) for text in root.iter(f"{SVG}text")}
    strokes = {it.get("stroke") for it in root.iter() if it.get("stroke-width") == "4"}
    assert strokes
    assert {panel for panel in Panel if PANELS[panel] in strokes} == {it for it in Panel if marks.PANELS[it] in written}


def test_a_circle_of_the_world_has_words_beside_it() -> None:
    """A picture has no click that would tell them."""
    every = collection(1)
    (reading,) = every.readings
    far = tuple(it for it in reading.claims if not it.id.startswith(("gn:Misrata", "gn:Idlib")))
    several = replace(every, readings=(replace(reading, claims=far),))
    root = ET.fromstring(map_picture(Catalogue.of(several), several.claims))  # noqa: S314 - our own
    circled = [it for it in root.iter(f"{SVG}g") if it.get("data-claim", "").startswith("gn:")]
    texts = [" ".join("".join(it.itertext()).split()) for it in root.iter(f"{SVG}text") if not it.get("font-weight")]
    assert circled
    assert any(words.startswith("more than 1,000") for words in texts), texts


def test_no_head_of_an_arrow_lies_under_a_ring_and_a_border_has_the_colour_of_its_figures() -> None:
    """Arrows of a world's picture were stubs between rings, their heads under these; and a border whose figures stood
    in a ring was grey, where it has their colour on the page."""
    dense = Catalogue.of(Newsroom(5).collection(90, 500))
    view = layout(dense, tuple(dense.claims.values()))
    root = ET.fromstring(map_picture(dense, tuple(dense.claims.values())))  # noqa: S314 - our own
    rings = [it for it in root.iter(f"{SVG}circle") if it.get("fill") == PAPER and it.get("stroke") is None]
    discs = [(float(it.get("cx", 0)), float(it.get("cy", 0)), float(it.get("r", 0))) for it in rings]
    heads = [it.get("points", "").split()[0].split(",") for it in root.iter(f"{SVG}polygon")]
    assert len(discs) > 5
    assert len(heads) > 3
    for head in heads:
        x, y = map(float, head)
        assert all(hypot(x - it[0], y - it[1]) >= it[2] for it in discs), head
    borders = {place.id for place in view.places if place.precision is Precision.LINE}
    assert any(figure.place in borders for figure in view.figures)
    lines = [it.get("stroke") for it in root.iter(f"{SVG}path") if it.get("stroke-width") == "2.6"]
    assert len(lines) >= len({figure.place for figure in view.figures} & borders) > 0
    bare = [place for place in borders if all(figure.place != place for figure in view.figures)]
    assert lines.count(QUIET) <= len(bare)


def test_a_mark_of_the_world_has_the_dots_around_an_inferred_place() -> None:
    """The page and the legend had them, the picture's mark with a country's number had none."""
    several = collection()
    (reading,) = several.readings
    guessed = tuple(
        replace(it, places=tuple(replace(use, stated=False, note="named before") for use in it.places))
        if it.places[0].place and it.places[0].place.id == "c:TH" else it
        for it in reading.claims
    )  # fmt: skip
    catalogue = Catalogue.of(replace(several, readings=(replace(reading, claims=guessed),)))
    root = ET.fromstring(map_picture(catalogue, tuple(catalogue.claims.values())))  # noqa: S314 - our own
    dotted = [it for it in root.iter(f"{SVG}circle") if it.get("r") == "6.6" and it.get("stroke-dasharray")]
    assert len(dotted) == 1
