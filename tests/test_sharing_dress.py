"""Sizes, titles, credits, captions, and the ledger as a picture: the same words as the page and the table."""

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from geo.dataset.query import Catalogue, in_panel, people
from geo.model import Claim, Panel
from geo.sharing.export import EXPORTS
from geo.sharing.ledger import ledger_rows
from geo.sharing.picture.charts import strip_picture
from geo.sharing.picture.dress import CHARTS, Dress, Size, sources
from geo.sharing.picture.ink import PANELS, RULE, as_svg, sheet, with_words
from geo.sharing.picture.ledger_picture import ledger_picture
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.picture.telling import PICTURES, alternative, caption
from geo.sharing.shown import Shown
from geo.wording.described import described
from geo.wording.sources import printed

SVG = "{http://www.w3.org/2000/svg}"
OWN = Dress(Size.SOCIAL, "Flight across the Panj", "Who reached Tajikistan in the summer of 2021")
DOTS = {Size.WEB: (2400, 1800), Size.PRINT: (3510, 2481), Size.SOCIAL: (1200, 630)}


def texts(svg: bytes) -> list[str]:
    """The words of a picture, with plain spaces: within a day and around a dot its own do not break."""
    written = [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own
    return [words.replace("\u00a0", " ") for words in written]


@pytest.mark.parametrize("size", Size)
def test_the_map_has_the_dots_of_its_size(catalogue: Catalogue, shown: tuple[Claim, ...], size: Size) -> None:
    made = Shown(catalogue, shown, None, Dress(size))
    assert Image.open(BytesIO(EXPORTS["map.png"].make(made))).size == DOTS[size]


def test_a_preview_of_a_chart_has_the_dots_of_a_preview(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    many = in_panel(shown, Panel.TROOPS) * 3
    made = Shown(catalogue, many, None, Dress(Size.SOCIAL))
    assert Image.open(BytesIO(EXPORTS["troops.png"].make(made))).size == DOTS[Size.SOCIAL]
    svg = strip_picture(catalogue, many, Panel.TROOPS, Dress(Size.SOCIAL))
    words = " ".join(texts(svg))
    assert f"The first 4 of {len(many)} figures" in words
    lowest = max(float(it.get("y", 0)) for it in ET.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314
    assert lowest < CHARTS[Size.SOCIAL].height


FEED = 540
"""Pixels across at which a feed shows the preview of a link."""


@pytest.mark.parametrize("name", [it for it in PICTURES if it != "map"])
def test_the_words_of_a_preview_can_be_read_in_a_feed(
    catalogue: Catalogue, shown: tuple[Claim, ...], name: str
) -> None:
    """They were of 5.9 pixels there, and the credits of 5.7."""
    root = ET.fromstring(EXPORTS[f"{name}.svg"].make(Shown(catalogue, shown, None, Dress(Size.SOCIAL))))  # noqa: S314
    seen = [float(it.get("font-size", 0)) * FEED / float(root.get("width", 0)) for it in root.iter(f"{SVG}text")]
    credits_ = min(seen)
    assert credits_ >= 7
    assert min(size for size in seen if size != credits_) >= 9


def test_no_line_of_a_preview_lies_on_another(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    """Nor beyond its edges: with a title on two lines, and with many long sources."""
    long = Dress(Size.SOCIAL, title="People who fled across the river Panj, and those who were sent to meet them there")
    claims = in_panel(shown, Panel.TROOPS)
    titled = replace(
        catalogue,
        articles={key: replace(it, publisher="The Gazette of " * 8) for key, it in catalogue.articles.items()},
    )
    for made in (strip_picture(titled, claims, Panel.TROOPS, long), ledger_picture(titled, shown, long)):
        root = ET.fromstring(made)  # noqa: S314
        lines = [
            (float(it.get("x", 0)), float(it.get("y", 0)) - 0.75 * float(it.get("font-size", 0)), float(it.get("y", 0)))
            for it in root.iter(f"{SVG}text")
            if it.get("text-anchor") != "middle"
        ]
        assert max(bottom for *_, bottom in lines) <= CHARTS[Size.SOCIAL].height - 2
        for x, top, bottom in lines:
            over = [it for it in lines if it[0] == x and it[1] < bottom and top < it[2]]
            assert over == [(x, top, bottom)], made


def test_title_and_line_of_ones_own_stand_on_every_picture(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    made = Shown(catalogue, shown, None, OWN)
    for name in PICTURES:
        words = texts(EXPORTS[f"{name}.svg"].make(made))
        assert any(OWN.title in line for line in words[:2]), name
        assert OWN.standfirst in words, name


def test_a_picture_names_agency_and_outlet(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    made = Shown(catalogue, shown)
    for name in PICTURES:
        assert "AFP in The Moscow Times, 14 July 2021" in " ".join(texts(EXPORTS[f"{name}.svg"].make(made))), name


@pytest.mark.parametrize("size", Size)
def test_no_list_hides_the_border_that_it_is_about(catalogue: Catalogue, shown: tuple[Claim, ...], size: Size) -> None:
    """In print two of them lay on it, beside half a page that was empty."""
    root = ET.fromstring(map_picture(catalogue, shown, None, Dress(size)))  # noqa: S314
    drawn = {"fill": "none", "stroke": PANELS[Panel.TROOPS], "stroke-width": "2.6"}
    (border,) = [it for it in root.iter(f"{SVG}path") if drawn.items() <= it.attrib.items()]
    corners = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+)[ ,](-?[\d.]+)", border.get("d", ""))]
    lists = [it for it in root.iter(f"{SVG}rect") if it.get("stroke") == RULE and it.get("rx") in ("3", "9")]
    hidden = [it for it in lists if any(_has(it, corner) for corner in corners)]
    assert corners
    assert lists
    assert hidden == []


def _has(box: ET.Element, corner: tuple[float, float]) -> bool:
    left, top, wide, high = (float(box.get(it, 0)) for it in ("x", "y", "width", "height"))
    return left < corner[0] < left + wide and top < corner[1] < top + high


def test_the_circles_of_a_legend_stand_below_its_keys(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    """Beside them they left a third of it empty, over the map."""
    root = ET.fromstring(map_picture(catalogue, shown, None, Dress(Size.PRINT)))  # noqa: S314
    at = {it.text: (float(it.get("x", 0)), float(it.get("y", 0))) for it in root.iter(f"{SVG}text")}
    assert at["people, by area"][1] > at["5,000"][1] > at["somewhere in this circle"][1]
    assert at["people, by area"][0] < at["somewhere in this circle"][0]


def test_articles_of_unknown_publisher_are_counted(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    """They were listed one by one: "publisher unknown, 9 January 2019; publisher unknown, date unknown"."""
    first, *others = catalogue.articles
    nameless = {key: replace(catalogue.articles[key], agency=None, publisher=None) for key in others}
    some = replace(catalogue, articles={**catalogue.articles, **nameless})
    named = printed(catalogue.articles[first])
    assert sources(some, shown) == f"Sources: {named}; 1 article of unknown publisher. "
    none = {key: replace(it, agency=None, publisher=None) for key, it in catalogue.articles.items()}
    assert sources(replace(catalogue, articles=none), shown) == "Sources: 2 articles of unknown publisher. "


def test_in_a_preview_the_legend_stands_beside_the_map(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    root = ET.fromstring(map_picture(catalogue, shown, None, OWN))  # noqa: S314
    ground, strip = root.findall(f"{SVG}svg")
    assert float(ground.get("width", 0)) <= float(strip.get("x", 0))
    keys = [it.text for it in strip.iter(f"{SVG}text")]
    assert "denied or withdrawn" in keys
    assert "denied or withdrawn" not in [it.text for it in ground.iter(f"{SVG}text")]


def test_the_ledger_as_a_picture_says_what_the_table_says(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    table = ledger_rows(catalogue, shown)
    written = " ".join(texts(ledger_picture(catalogue, shown)))
    assert table
    for row in table:
        claim = catalogue.claims[str(row["id"])]
        told = described(catalogue, claim)
        for words in (told.counted, told.said, told.when, str(row["origins"]), str(row["where"])):
            assert words in written
        if row["why"]:
            assert str(row["why"]) in written
        assert f'data-claim="{claim.id}"' in ledger_picture(catalogue, shown).decode()


def test_no_difference_is_said_to_be_none(catalogue: Catalogue) -> None:
    assert "No two figures shown are about the same movement and differ." in " ".join(
        texts(ledger_picture(catalogue, []))
    )


def test_captions_and_alternative_texts_tell_the_figures(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    written = EXPORTS["captions.txt"].make(Shown(catalogue, shown, None, OWN)).decode()
    assert written.count("Alternative text: ") == len(PICTURES) == written.count(f"Caption: {OWN.title}. ")
    assert "AFP in The Moscow Times" in caption(catalogue, shown, OWN)
    told = alternative("displaced", catalogue, shown, OWN)
    assert told.startswith("Chart of displaced people on a log scale: Flight across the Panj. 2 figures.")
    for claim in in_panel(shown, Panel.DISPLACED):
        assert described(catalogue, claim).whole[1:] in told
    assert f"And {len(shown) - 5} more figures." in alternative("map", catalogue, shown, OWN)
    assert f"And {len(people(shown)) - 5} more figures." in alternative("timeline", catalogue, shown, OWN)
    assert "No figure is shown." in alternative("map", catalogue, [], OWN)


@given(st.text())
def test_any_words_in_a_picture_are_valid_xml(text: str) -> None:
    found = ET.fromstring(with_words(as_svg(sheet(10, 10, text)), text))  # noqa: S314
    assert [it.tag for it in found] == [f"{SVG}title", f"{SVG}desc", f"{SVG}rect"]


@pytest.mark.parametrize("size", Size)
def test_no_list_lies_over_where_a_movement_may_have_begun(
    catalogue: Catalogue, shown: tuple[Claim, ...], size: Size
) -> None:
    """In a preview the list of a border hid the dotted ring at an arrow's start."""
    root = ET.fromstring(map_picture(catalogue, shown, dress=Dress(size)))  # noqa: S314 - our own
    drawn = root.find(f"{SVG}svg")
    assert drawn is not None
    arrows = [it for it in drawn.iter(f"{SVG}g") if it.find(f"{SVG}polygon") is not None]
    rings = [ring for arrow in arrows for ring in arrow.findall(f"{SVG}circle")]
    lists = [it for it in drawn.iter(f"{SVG}rect") if it.get("rx") == "3"]
    assert rings
    assert lists
    for ring in rings:
        x, y, r = (float(ring.get(name, "")) for name in ("cx", "cy", "r"))
        for paper in lists:
            left, top, wide, high = (float(paper.get(name, "")) for name in ("x", "y", "width", "height"))
            assert not (left < x + r and x - r < left + wide and top < y + r and y - r < top + high)
