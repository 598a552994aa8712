"""Where the words of pictures stand: titles, credits, what is beside an arrow."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from geo.dataset.query import Catalogue
from geo.marks import DOTTED
from geo.model import Claim, Panel
from geo.sharing.picture.charts import strip_picture
from geo.sharing.picture.dress import MAPS, Dress, Size
from geo.sharing.picture.ink import width, wrapped
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.picture.page import line_below
from tests.test_sharing_dress import SVG, texts


@pytest.mark.parametrize("size", Size)
def test_the_words_of_an_arrow_stand_clear_of_its_dots(
    catalogue: Catalogue, shown: tuple[Claim, ...], size: Size
) -> None:
    """In a preview their last letters touched them."""
    root = ET.fromstring(map_picture(catalogue, shown, dress=Dress(size)))  # noqa: S314 - our own
    drawn = root.find(f"{SVG}svg")
    assert drawn is not None
    (path,) = [it for it in drawn.iter(f"{SVG}path") if it.get("stroke-dasharray") == DOTTED]
    start, bow, end = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.get("d", ""))]
    dots = [
        tuple((1 - t) ** 2 * start[i] + 2 * t * (1 - t) * bow[i] + t * t * end[i] for i in (0, 1))
        for t in (number / 100 for number in range(101))
    ]
    for text in drawn.iter(f"{SVG}text"):
        words, at = text.text or "", (float(text.get("x", "")), float(text.get("y", "")))
        bold = text.get("font-weight") is not None
        if not words.startswith(("77 ", "crossing point")):
            continue
        wide = width(words, bold=bold)
        left = at[0] - wide if text.get("text-anchor") == "end" else at[0]
        near = [1 for x, y in dots if left - 2 < x < left + wide + 2 and at[1] - 11 < y < at[1] + 4]
        assert not near, words


def test_a_title_that_needs_one_line_stands_where_one_does(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    """One that was too long for the largest letters stood at the very edge, over an empty line."""
    dress = Dress(Size.SOCIAL, title="Around 90,000 people were displaced in Lebanon, according to the UN")
    for svg in (map_picture(catalogue, shown, None, dress), strip_picture(catalogue, shown, Panel.TROOPS, dress)):
        first, second = list(ET.fromstring(svg).iter(f"{SVG}text"))[:2]  # noqa: S314 - our own
        assert float(second.get("y", 0)) - float(first.get("y", 0)) < 30
        assert float(first.get("y", 0)) > 1.4 * float(first.get("font-size", 0))


def test_the_credits_of_a_map_are_written_whole(catalogue: Catalogue, shown: tuple[Claim, ...]) -> None:
    """Their fourth line was left out, with the data set's version in it."""
    long = {key: replace(it, publisher="The Gazette of " * 8) for key, it in catalogue.articles.items()}
    svg = map_picture(replace(catalogue, articles=long), shown, None, Dress(Size.SOCIAL))
    assert " ".join(texts(svg)).endswith(f"data set {catalogue.collection.version}.")
    lowest = max(float(it.get("y", 0)) for it in ET.fromstring(svg).findall(f"{SVG}text"))  # noqa: S314 - our own
    assert lowest <= MAPS[Size.SOCIAL].height - 3


def test_a_line_below_a_title_is_not_cut_in_its_brackets() -> None:
    """ "from 500 articles (3 agencies; 5 …" stood there."""
    said = "490 figures from 500 articles (3 agencies; 5 publishers; 16 of unknown publisher)."
    assert line_below(said, 300, 12) == "490 figures from 500 articles."
    assert line_below(said, 900, 12) == said


def test_two_days_of_a_month_stay_on_a_line() -> None:
    """A picture broke "1 –" from "14 July 2021"."""
    for words in ("1 – 14 July 2021", "2012 – 2024"):
        assert wrapped(f"it happened {words}", 90)[-1].replace("\u00a0", " ") == words
