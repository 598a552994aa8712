"""Pictures of more figures than can be drawn one by one: groups with numbers, and no figure that is not counted."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.collection import Newsroom
from geo import marks
from geo.dataset.filter import Filter
from geo.dataset.query import adjectives
from geo.measures import MOST_NAMES
from geo.model import Panel
from geo.sharing.many import GROUPED
from geo.sharing.picture.dress import MAPS, Dress, Size
from geo.sharing.picture.many import many_picture
from geo.sharing.picture.many_bars import bars_picture, sizes_picture
from geo.store import questions, write
from geo.store.catalogue import Outline
from geo.store.groups import many
from geo.store.tables import Tables
from geo.store.where import Asked
from tests.commands import geo
from tests.conftest import ROOT

SVG = "{http://www.w3.org/2000/svg}"
SUDAN = (13.0, 30.0, 5.0)
"""Where a reader may look, closer than all of it."""


@pytest.fixture(scope="module")
def outline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outline]:
    made = Newsroom(20).collection(150, 1_200)
    folder = tmp_path_factory.mktemp("tables")
    write.write(folder, made.readings, made.geometries, links=made.links, version="0123456789ab")
    opened = Tables.open(folder)
    yield Outline.of_tables(opened, adjectives(ROOT / "data" / "demonyms.csv"))
    opened.close()


def texts(picture: ET.Element) -> list[str]:
    return ["".join(it.itertext()).replace("\u00a0", " ") for it in picture.iter(f"{SVG}text")]


def counted(words: str, what: str) -> int:
    found = re.search(rf"([\d,]+) {what}", words)
    return int(found[1].replace(",", "")) if found else 0


@pytest.mark.parametrize("camera", [None, SUDAN])
@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("wanted", [Filter(), Filter(words="soldiers", inferred=False)])
def test_every_figure_is_in_a_group_outside_or_not_on_the_map(
    outline: Outline, camera: tuple[float, float, float] | None, size: Size, wanted: Filter
) -> None:
    drawn = ET.fromstring(many_picture(many(outline, wanted), camera, Dress(size)))  # noqa: S314 - our own
    numbers = [int(str(it.get("data-figures"))) for it in drawn.iter(f"{SVG}g") if it.get("data-figures")]
    foot = " ".join(texts(drawn))
    shown = questions.shown(outline.tables, Asked(wanted))
    left = counted(foot, "outside of the picture") + counted(foot, "not on the map")
    assert numbers
    assert sum(numbers) + left == shown.counts.every
    assert counted(foot, "groups of near places") == len(numbers)
    assert shown.away.every == counted(foot, "not on the map")


@pytest.mark.parametrize("size", Size)
def test_no_group_lies_on_another_and_few_are_named(outline: Outline, size: Size) -> None:
    drawn = ET.fromstring(many_picture(many(outline, Filter()), None, Dress(size)))  # noqa: S314 - our own
    marks_ = [it.find(f"{SVG}circle") for it in drawn.iter(f"{SVG}g") if it.get("data-figures")]
    circles = [tuple(float(it.get(name, "")) for name in ("cx", "cy", "r")) for it in marks_ if it is not None]
    for number, (x, y, r) in enumerate(circles):
        for x2, y2, r2 in circles[number + 1 :]:
            assert (x - x2) ** 2 + (y - y2) ** 2 >= (r + r2 - 1) ** 2
    names = {str(it.get("data-place")) for it in drawn.iter(f"{SVG}g") if it.get("data-figures")}
    bold = [it for it in drawn.iter(f"{SVG}text") if it.get("font-weight") and not it.get("letter-spacing")]
    written = {"".join(it.itertext()) for it in bold} & names
    assert 0 < len(written) <= MOST_NAMES


def test_the_legend_lists_the_colours_and_the_number_of_a_group(outline: Outline) -> None:
    words = texts(ET.fromstring(many_picture(many(outline, Filter()))))  # noqa: S314 - our own
    assert {marks.SEVERAL, *(marks.PANELS[panel] for panel in Panel)} <= set(words)
    assert marks.MOVED not in words
    alone = many(outline, Filter(panels=frozenset({Panel.TROOPS})))
    of_one = texts(ET.fromstring(many_picture(alone)))  # noqa: S314 - our own
    assert marks.PANELS[Panel.TROOPS] in of_one
    assert marks.PANELS[Panel.DISPLACED] not in of_one
    assert any(" shown. " in line for line in of_one)


def test_bars_count_every_figure_that_has_a_date(outline: Outline) -> None:
    found = many(outline, Filter())
    assert sum(sum(bar.shares.values()) for bar in found.bars) + found.undated == outline.facts.counts.every
    drawn = ET.fromstring(bars_picture(found))  # noqa: S314 - our own
    tall = [float(it.get("height", 0)) for it in drawn.iter(f"{SVG}rect") if it.get("fill-opacity")]
    assert len(tall) == sum(bool(count) for bar in found.bars for count in bar.shares.values())
    unit = sum(tall) / sum(sum(bar.shares.values()) for bar in found.bars)
    fullest = max(max(bar.shares.values()) for bar in found.bars)
    assert max(tall) == pytest.approx(unit * fullest, rel=0.05)


@pytest.mark.parametrize("name", GROUPED)
def test_where_nothing_is_shown_there_is_a_picture_that_says_so(outline: Outline, name: str) -> None:
    nothing = many(outline, Filter(words="no such word"))
    assert GROUPED[name](nothing, None, Dress()).startswith((b"\x89PNG", b"<?xml"))
    assert "0 figures in 0 groups" in " ".join(texts(ET.fromstring(many_picture(nothing))))  # noqa: S314 - our own


def test_the_foot_of_a_picture_is_whole(outline: Outline) -> None:
    for size, paper in MAPS.items():
        drawn = ET.fromstring(many_picture(many(outline, Filter()), None, Dress(size)))  # noqa: S314 - our own
        lowest = max(float(it.get("y", 0)) for it in drawn.findall(f"{SVG}text"))
        assert lowest <= paper.height - 3
        assert " ".join(texts(drawn)).endswith("data set 0123456789ab.")


def test_a_command_writes_them_of_tables_alone(tmp_path: Path) -> None:
    made = Newsroom().collection(20, 120)
    data = tmp_path / "data"
    data.mkdir()
    (data / "demonyms.csv").symlink_to(ROOT / "data" / "demonyms.csv")
    write.write(data / "tables", made.readings, made.geometries, links=made.links, version="0123456789ab")
    done = geo("export", "map.svg", "timeline.svg", "--data", str(data), "--to", str(tmp_path), "--title", "Mine")
    assert done.returncode == 0, done.stderr
    for name in ("map.svg", "timeline.svg"):
        assert any("Mine" in line for line in texts(ET.fromstring((tmp_path / name).read_bytes())))  # noqa: S314


@pytest.mark.parametrize("panel", [Panel.TROOPS, Panel.DISPLACED])
@pytest.mark.parametrize("size", Size)
def test_bars_of_a_panel_count_each_of_its_figures_by_size(outline: Outline, panel: Panel, size: Size) -> None:
    """Charts of troops and displaced people were refused from 5,000 figures on."""
    found = many(outline, Filter())
    words = texts(ET.fromstring(sizes_picture(found, panel, Dress(size))))  # noqa: S314 - our own
    asked = {it.power: it.counts.of(panel) for it in questions.sizes(outline.tables, Asked())}
    numbers = [f"{count:,}" for count in asked.values() if count]
    assert set(numbers) <= set(words)
    left = counted(" ".join(words), "without a number")
    assert sum(asked.values()) + left == found.shares[panel]
    assert words[0].startswith(f"{panel.value.capitalize()}. {found.shares[panel]:,} figures")
    assert marks.PANELS[panel] in words


@pytest.mark.parametrize("size", Size)
def test_a_ledger_has_the_first_movements_and_how_many_there_are(outline: Outline, size: Size) -> None:
    every, _ = questions.told_differently(outline.tables, Asked())
    drawn = ET.fromstring(GROUPED["told-differently.svg"](many(outline, Filter()), None, Dress(size)))  # noqa: S314
    rows = [it for it in drawn.iter(f"{SVG}g") if it.get("data-claim")]
    words = " ".join(texts(drawn))
    begun = counted(words, f"of {every:,} movements")
    assert every > 20
    assert f"of {every:,} movements." in words
    assert len(rows) >= 2 * begun - 1 > 0
    assert "data set 0123456789ab." in words


def test_a_ledger_tells_nothing_that_was_not_known_then(outline: Outline) -> None:
    first, last = outline.facts.published or (None, None)
    assert first
    assert last
    day = first + (last - first) / 4
    it = many(outline, Filter(known_on=day)).ledger()
    assert it.claims
    assert all((it.catalogue.article(claim).published or day) <= day for claim in it.claims)
