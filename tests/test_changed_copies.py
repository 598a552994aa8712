"""Nothing about the seeds is in the code: change their names, numbers and dates, and the claims change with them."""

import json
import re
import textwrap
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from geo.articles.load import from_bytes
from geo.dataset.build import GAZETTEER
from geo.model import Claim, Panel, Reading, Role
from geo.places.gazetteer import Gazetteer
from geo.reading import read

ROOT = Path(__file__).parent.parent
TABLE: dict[str, Any] = json.loads((ROOT / "tests" / "acceptance" / "seeds.json").read_text(encoding="utf-8"))
SECOND, FIRST = "000_f290a34718d665d7.txt", "001_147ea0ec7f2fdc28.txt"

NUMBERS = {
    "about 1,000": "about 3,400", "about 5,500": "about 7,250", "77": "412", "more than 1,000": "more than 2,600",
    "several hundred": "several thousand", "Some 230,000": "Some 86,000", "20,000": "4,500", "100,000": "35,000",
}  # fmt: skip
BOUNDS = {
    "about 3,400": (3400, 3400), "about 7,250": (7250, 7250), "412": (412, 412), "more than 2,600": (2600, None),
    "several thousand": (2000, 9000), "Some 86,000": (86000, 86000), "4,500": (4500, 4500), "35,000": (35000, 35000),
}  # fmt: skip
TURKMEN = {
    "Tajikistan": "Turkmenistan", "Tajik ": "Turkmen ", "Dushanbe": "Ashgabat", "Afghanistan": "Iran",
    "Afghans": "Iranians", "Afghan ": "Iranian ", "Kabul": "Tehran", "Shir Khan Bandar": "Sarakhs",
    "Interfax": "Tasnim", "201st": "43rd", "Taliban": "Mojahedin", "emergencies committee": "migration service",
}  # fmt: skip
CHADIAN = {
    "Tajikistan": "Chad", "Tajik ": "Chadian ", "Dushanbe": "N'Djamena", "Afghanistan": "Sudan", "Afghans": "Sudanese",
    "Afghan ": "Sudanese ", "Kabul": "Khartoum", "Shir Khan Bandar": "El Geneina", "Interfax": "Havas",
    "Russia": "France", "Russian": "French", "Francen": "French", "Moscow": "Paris", "201st": "6th",
    "ex-Soviet Central Asia": "the Sahel", "Ex-Soviet ": "Landlocked ", "Central Asia": "the Sahel",
    "themoscowtimes": "theparistribune", "Taliban": "Janjaweed",
}  # fmt: skip
DATES = {"July 28, 2021": "March 6, 2024", "July 14, 2021": "February 21, 2024", "/2021/07/": "/2024/"}


def changed(file: str, *tables: dict[str, str]) -> str:
    text = (ROOT / "seeds" / file).read_text(encoding="utf-8")
    for table in tables:
        for old, new in table.items():
            text = text.replace(old, new)
    return text


@cache
def reading(file: str, country: str) -> Reading:
    names = {"turkmen": TURKMEN, "chadian": CHADIAN}[country]
    text = changed(file, {f"{old} ": f"{new} " for old, new in NUMBERS.items()}, names, DATES)
    (found,) = read([from_bytes(text.encode(), file)], Gazetteer.open(ROOT / "data" / GAZETTEER))
    return found


def claim(file: str, country: str, words: str) -> Claim:
    found = [c for c in reading(file, country).claims if c.quantity.words == words]
    assert len(found) == 1, [c.quantity.words for c in reading(file, country).claims]
    return found[0]


def names(found: Claim, role: Role) -> set[str]:
    return {use.place.name for use in found.places if use.role is role}


ROWS = [(article["file"], row) for article in TABLE["articles"] for row in article["claims"]]


@pytest.mark.parametrize("country", ["turkmen", "chadian"])
@pytest.mark.parametrize(("file", "row"), ROWS, ids=[row["words"] for _, row in ROWS])
def test_the_same_claims_with_other_numbers_names_and_dates(file: str, row: dict[str, Any], country: str) -> None:
    if country == "chadian" and file == SECOND:
        country = "turkmen"  # "the ex-Soviet republic" is no description of Chad
    table = {"turkmen": TURKMEN, "chadian": CHADIAN}[country]
    found = claim(file, country, NUMBERS[row["words"]])

    def renamed(text: str | None) -> str | None:
        for old, new in table.items() if text else ():
            text = text.replace(old, new) if text else text
        return text

    assert (found.quantity.low, found.quantity.high) == BOUNDS[NUMBERS[row["words"]]]
    assert str(found.panel) == row["population"]
    assert (str(found.action), str(found.basis), str(found.quantity.qualifier)) == (
        row["action"], row["basis"], row["qualifier"],
    )  # fmt: skip
    assert found.who == renamed(row["who"])
    assert found.counted == renamed(row["counted"])
    assert (found.attribution.words if found.attribution else None) == renamed(row["attributed_to"])
    assert found.status_words == row["status"]


@pytest.mark.parametrize(
    ("file", "words", "happened"),
    [
        (FIRST, "about 3,400", (date(2024, 2, 21), date(2024, 2, 21))),
        (FIRST, "more than 2,600", (date(2024, 2, 1), date(2024, 2, 21))),
        (SECOND, "several thousand", (date(2024, 2, 1), date(2024, 2, 29))),
        (SECOND, "Some 86,000", (date(2024, 2, 26), date(2024, 3, 3))),
        (SECOND, "4,500", (date(2024, 2, 26), date(2024, 3, 3))),
        (SECOND, "35,000", None),
    ],
)
def test_dates_follow_the_publication_date(file: str, words: str, happened: tuple[date, date] | None) -> None:
    found = claim(file, "turkmen", words).happened
    assert ((found.first, found.last) if found else None) == happened


@pytest.mark.parametrize(
    ("file", "country", "words", "role", "expected"),
    [
        (FIRST, "turkmen", "about 3,400", Role.AT, {"43rd military base", "Ashgabat"}),
        (FIRST, "chadian", "about 7,250", Role.AT, {"6th military base", "N'Djamena"}),
        (FIRST, "turkmen", "412", Role.TO, {"Turkmenistan"}),
        (FIRST, "chadian", "412", Role.FROM, {"Sudan"}),
        (FIRST, "turkmen", "more than 2,600", Role.FROM, {"Sarakhs"}),
        (FIRST, "chadian", "more than 2,600", Role.TO, {"Chad"}),
        (SECOND, "turkmen", "several thousand", Role.TO, {"Turkmenistan"}),
        (SECOND, "turkmen", "Some 86,000", Role.AT, {"Turkmenistan"}),
        (SECOND, "turkmen", "4,500", Role.TO, {"Iran-Turkmenistan border"}),
        (SECOND, "turkmen", "35,000", Role.TO, {"Turkmenistan"}),
    ],
)
def test_places_follow_the_names(file: str, country: str, words: str, role: Role, expected: set[str]) -> None:
    assert names(claim(file, country, words), role) == expected


def test_without_a_publication_date_nothing_is_dated() -> None:
    text = changed(FIRST, {"July 14, 2021": "", "/2021/07/14/": "/"})
    (undated,) = read([from_bytes(text.encode(), FIRST)], Gazetteer.open(ROOT / "data" / GAZETTEER))
    assert len(undated.claims) == 4
    assert all(c.happened is None and c.as_of is None and c.reported is None for c in undated.claims)
    assert any("no publication date" in note for note in undated.notes)


PRINTED: dict[str, Callable[[str], str]] = {
    "Windows": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "wrapped at 72": lambda text: wrapped(text, 72),
    "wrapped at 40": lambda text: wrapped(text, 40),
    "curly quotes": lambda text: re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’"),
    "no blank lines": lambda text: re.sub(r"\n\n+", "\n", text),
    "no title": lambda text: text.replace(text.strip().split("\n")[0], ""),
    "no Markdown": lambda text: re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "").replace("# ", ""),
    "indented": lambda text: re.sub(r"(?m)^", "    ", text),
    "British": lambda text: text.replace("neighboring", "neighbouring").replace("defense", "defence"),
    "day first": lambda text: re.sub(r"July (\d\d), 2021", r"\1 July 2021", text),
    "dateline": lambda text: text.replace("Russia will", "GENEVA (AFP) — Russia will"),
}


def wrapped(text: str, width: int) -> str:
    """``text`` with its lines cut at ``width`` columns, addresses whole."""
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )


def in_plain_print(found: Claim) -> tuple[object, ...]:
    """A claim without its offsets, white space and quotes as they come."""

    def plain(words: str | None) -> str | None:
        return re.sub(r"\s+", " ", words).replace("’", "'") if words else words

    quantity, said = found.quantity, found.attribution
    return (
        plain(quantity.words), quantity.low, quantity.high, plain(found.counted), found.panel, found.basis,
        found.action, found.who, found.happened and (found.happened.first, found.happened.last), found.as_of,
        found.reported,
        plain(said.words if said else None), plain(found.status_words), {(u.role, u.place.id) for u in found.places},
    )  # fmt: skip


@pytest.mark.parametrize("printed", PRINTED)
@pytest.mark.parametrize("file", [FIRST, SECOND])
def test_the_same_claims_however_the_article_is_printed(file: str, printed: str) -> None:
    text = changed(file)
    articles = [from_bytes(copy.encode(), file) for copy in (text, PRINTED[printed](text))]
    first, second = read(articles, Gazetteer.open(ROOT / "data" / GAZETTEER))
    assert second.article.published == first.article.published
    told = [[in_plain_print(c) for c in reading.claims if c.panel is not Panel.OTHER] for reading in (first, second)]
    assert told[1] == told[0]


def test_no_name_of_the_seeds_is_in_the_code() -> None:
    seen = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in [*(ROOT / "geo").rglob("*.py"), ROOT / "dashboard.py"]
        for name in ("Dushanbe", "Tajik", "Afghan", "Shir Khan", "201st", "Shoigu", "Interfax", "Taliban", "Muhridin")
        if name in path.read_text(encoding="utf-8")
    ]
    assert not seen
