"""Whatever is in a file, of any format: it is refused in words, or parsed, read and shown, and every span stands in its
text."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from geo.dataset.check import wrong
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.errors import ArticleError
from geo.intake.document import Source
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from geo.maps.payload import payload
from geo.model import Reading, Span
from geo.reading import read
from geo.sharing.export import EXPORTS
from geo.sharing.shown import Shown
from geo.sharing.view import Selection
from geo.sheets.card import card
from geo.sheets.nodes import Node
from geo.sheets.reader import reader
from tests import intake_made as made
from tests.placed import gazetteer
from tests.test_one_story import texts

PIECES = (
    *made.STORY,
    "About 900 people fled to Goma on Monday, the UN said.", "Some 1.5 million Syrians live in Lebanon.",
    "Kenya has 300-400 soldiers in Mandera and “dozens” near Garissa.", "Of them 50 left, 20 died.",
    "The army denied it.",
    "5 people", "1,2,3,4", "٣٠٠ people fled", "10 000 refugees", "1e9 troops", "½ of the 12 soldiers", "-5 people",
    "1 2 3 4 5 6 people fled from A to B", "| Goma | 900 refugees |", "* 40 soldiers\n* 50 more", "# 60 refugees",
    "[700 people](http://a.example)", "<b>80 soldiers</b>", "&amp; 90 people", "\u202e100 people",
    "\u200b110\u200bpeople", "e\u0301e\u0301 120 réfugiés", "😀 130 people fled to 😀 Goma",
    "1\u00a0400 people\u2028fled",
    "\x00 150 people",
    "\ufeff", "last week", "3 March 2023", "“", "(", "…", "\t", "\r", "https://www.example.org/a",
)  # fmt: skip
BETWEEN = some.sampled_from([" ", "\n\n", "\n", ""])
PARTS = some.lists(some.tuples(some.sampled_from(PIECES) | some.text(max_size=12), BETWEEN), min_size=1, max_size=14)
TEXTS = PARTS.map(lambda parts: "".join(map("".join, parts)))


def xml(words: str) -> str:
    """``words`` as XML may hold them."""
    plain = "".join(sign for sign in words if sign in "\t\n" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\ufffe", "").replace("\uffff", "")


def latin(words: str) -> str:
    return words.encode("latin-1", "replace").decode("latin-1")


FORMATS = {
    "a.txt": lambda words: f"{made.TITLE}\n\n3 March 2023\n\n{words}".encode("utf-8", "replace"),
    "a.md": lambda words: f"---\ntitle: {made.TITLE}\n---\n\n{words}".encode("utf-8", "replace"),
    "a.html": lambda words: made.page((*made.STORY, words)),
    "a.pdf": lambda words: made.pdf([[made.TITLE, "", *latin(words).split("\n")]]),
    "a.docx": lambda words: made.word((made.TITLE, *xml(words).split("\n"))),
    "a.eml": lambda words: made.mail(words.encode("utf-8", "replace").decode()),
    "a.rss": lambda words: made.rss(1, (xml(words).replace("]]>", ""),)),
    "a.jsonl": lambda words: made.json.dumps({"title": made.TITLE, "text": words}).encode("utf-8", "replace"),
    "a.zip": lambda words: made.zipped({"b.txt": words.encode("utf-8", "replace")}),
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def spans(thing: Any) -> Iterator[Span]:
    if isinstance(thing, Span):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from spans(getattr(thing, field.name))
    elif isinstance(thing, (tuple, list)):
        for one in thing:
            yield from spans(one)


def shown(reading: Reading) -> None:
    collection = Collection((reading,))
    assert wrong(collection) is None
    catalogue, text = Catalogue.of(collection), reading.article.text
    for span in spans((reading.claims, reading.toponyms, reading.others)):
        assert 0 <= span.start <= span.end <= len(text)
    marked: Node = reader(catalogue, reading, Selection())
    assert texts(marked)
    for claim in reading.claims:
        assert claim.quantity.span.of(text).strip()
        assert texts(card(catalogue, claim))
    assert payload(catalogue)
    view = Shown(catalogue, catalogue.select(Filter()))
    for name in ("figures.csv", "map.html"):
        assert EXPORTS[name].make(view)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=TEXTS, name=some.sampled_from(sorted(FORMATS)))
def test_whatever_is_in_a_file_is_refused_or_read_and_shown(words: str, name: str, worker: Worker) -> None:
    for found in take_bytes(Source(name, FORMATS[name](words)), worker):
        if isinstance(found, Taken):
            (reading,) = read([found.article], gazetteer())
            shown(reading)
        else:
            assert isinstance(found, ArticleError)
            assert found.what
            assert found.remedy
