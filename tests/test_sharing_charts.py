"""The charts as pictures: a mark a figure, in the form that says what it is."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from benchmarks.collection import Newsroom
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue, Dated, in_panel, people
from geo.dataset.store import load
from geo.marks import Mark
from geo.model import Claim, Panel
from geo.sharing.picture.charts import MOST, strip_picture, timeline_picture
from geo.sharing.picture.dress import Dress, Size
from geo.sharing.picture.ink import joined, wrapped
from geo.sharing.picture.ledger_picture import ledger_picture
from geo.sharing.picture.page import TYPES
from geo.sheets.days import interval
from geo.wording import claims as wording
from tests.conftest import ROOT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(load(ROOT / "data" / "collection.json"))


@pytest.fixture(scope="module")
def shown(catalogue: Catalogue) -> tuple[Claim, ...]:
    return catalogue.select(Filter())


def texts(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


def test_a_strip_has_a_row_a_figure_with_its_words(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    svg = strip_picture(catalogue, shown, Panel.TROOPS)
    words = texts(svg)
    for claim in in_panel(shown, Panel.TROOPS):
        assert any(word.startswith(wording.people(claim, catalogue.adjectives)) for word in words)
    bars = [box for box in ET.fromstring(svg).iter(f"{SVG}rect") if box.get("height") == "9"]  # noqa: S314
    assert len(bars) == 1  # "several hundred"
    assert any("No total" in word for word in words)
    assert any("GeoNames" in word for word in words)


def test_a_timeline_has_both_panels(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    words = texts(timeline_picture(catalogue, shown))
    told = [wording.people(claim, catalogue.adjectives) for claim in people(shown)]
    assert all(any(word.startswith(one) for word in words) for one in told)


def test_nothing_shown_is_an_empty_chart(catalogue: Catalogue) -> None:
    assert any("No figure with a date" in word for word in texts(timeline_picture(catalogue, [])))
    assert texts(strip_picture(catalogue, [], Panel.DISPLACED))[0].startswith("Displaced.")


def test_a_long_list_says_what_it_leaves_out(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    many = in_panel(shown, Panel.TROOPS) * 20
    words = texts(strip_picture(catalogue, many, Panel.TROOPS))
    assert any(f"The first {MOST} of {len(many)} figures" in word for word in words)


def test_a_month_among_years_is_still_seen() -> None:
    """It was a bar of one pixel; and who has no date is counted."""
    catalogue = Catalogue.of(Newsroom().collection(60, 200))
    claims = tuple(catalogue.claims.values())
    root = ET.fromstring(timeline_picture(catalogue, claims))  # noqa: S314 - our own
    svg = "{http://www.w3.org/2000/svg}"
    bars = [float(bar.get("width", "")) for group in root.iter(f"{svg}g") for bar in group.findall(f"{svg}rect")]
    assert len(bars) > 8
    assert min(bars) >= 11


def test_a_timeline_counts_what_has_no_date(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    lost = replace(next(iter(people(shown))), happened=None, as_of=None, reported=None)
    undated = tuple(it if it.id != lost.id else lost for it in shown)
    article = catalogue.article(lost)
    readings = tuple(
        replace(it, article=replace(it.article, published=None)) if it.article.id == article.id else it
        for it in catalogue.collection.readings
    )
    bare = Catalogue.of(replace(catalogue.collection, readings=readings))
    assert " without a date." in " ".join(texts(timeline_picture(bare, undated)))


def test_no_movement_is_cut_in_two() -> None:
    """The picture ended with one of two tellings, which is told differently from nothing."""
    catalogue = Catalogue.of(Newsroom().collection(60, 400))
    claims = tuple(catalogue.claims.values())
    root = ET.fromstring(ledger_picture(catalogue, claims))  # noqa: S314 - our own
    drawn = [group.get("data-claim") for group in root.iter("{http://www.w3.org/2000/svg}g")]
    every = [[claim.id for claim in some] for some, _ in catalogue.differences(people(claims))]
    assert len(drawn) < sum(map(len, every))
    done = 0
    for movement in every:
        if done == len(drawn):
            break
        assert set(drawn[done : done + len(movement)]) == set(movement)
        done += len(movement)
    assert done == len(drawn)


def test_the_axis_is_that_of_the_rows_which_have_room() -> None:
    """Six days of two years were one dot at the edge of a preview."""
    catalogue = Catalogue.of(Newsroom(20).collection(83, 500))
    root = ET.fromstring(timeline_picture(catalogue, tuple(catalogue.claims.values()), Dress(Size.SOCIAL)))  # noqa: S314
    bars = [float(it.get("width", 0)) for it in root.iter(f"{SVG}rect") if it.get("rx")]
    left, right = TYPES[Size.SOCIAL].plot
    assert max(bars) > 0.458 * (right - left)


def test_no_line_of_a_picture_begins_with_what_was_left_out() -> None:
    """ "…" stood on a line of its own in the ledger."""
    for text in ("At least 100 killed after bomb hits …”", "Fled from Foua · 15 April 2017"):
        for room in range(20, 260, 5):
            lines = [line.strip("\u00a0") for line in wrapped(text, room)]
            assert not [line for line in lines if line.startswith(("…", "·")) or line.endswith("·")]


@pytest.mark.parametrize("day", ["as of 14 July 2021", "reported 3 May 2015", "1 January 2024", "June 2021"])
def test_no_day_is_broken(day: str) -> None:
    for room in range(20, 400, 5):
        lines = wrapped(f"Pledged, then withdrawn · A speaker (AFP) · date not stated, {day}", room)
        assert any(day in line.replace("\u00a0", " ") for line in lines)


def test_a_line_of_parts_breaks_between_two_of_them() -> None:
    parts = ("Planned", "A speaker of some place (AFP)", "date not stated, published 28 July 2021")
    assert joined(parts, 300) == [
        "Planned · A speaker of some place (AFP)",
        parts[2].replace("published 28 July 2021", "published\u00a028\u00a0July\u00a02021"),
    ]
    assert joined(parts, 9999) == [" · ".join(parts)]


def test_a_few_days_of_many_years_are_seen() -> None:
    """A bar of three days on an axis of 27 years had no width."""
    first, last = date(1997, 12, 31), date(2024, 9, 30)
    (made,) = interval((Dated.HAPPENED, date(1999, 6, 12), date(1999, 6, 14)), Mark(), first, last)
    assert not isinstance(made, str)
    assert [child[0] for child in made[2:] if not isinstance(child, str)] == ["circle"]
    (long,) = interval((Dated.HAPPENED, date(2011, 1, 1), date(2015, 5, 6)), Mark(), first, last)
    assert not isinstance(long, str)
    assert [child[0] for child in long[2:] if not isinstance(child, str)] == ["rect"]
