"""What is dropped a second time: it is there already, but for a date that it lacked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.collections.decide import removal, taken_back
from geo.collections.decisions import append
from geo.collections.home import at
from geo.collections.records import Kept, keep
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.intake.document import Source
from geo.intake.take import article_of
from geo.model import Reading
from geo.panels.desk import staging
from geo.panels.desk.add import teller
from geo.panels.desk.allowed import Editor
from geo.panels.desk.staging import Brought, Staged, read_in, without
from geo.panels.desk.writing import Desk
from tests.test_fetch import Here, site, web

__all__ = ["site", "web"]
UNDATED = Source("a.txt", b"A camp fills up\n\nAbout 900 people fled to Goma on Monday, the UN said.\n")
DAY = date(1994, 7, 18)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(staging, "read", lambda _desk, staged, _data: staged)
    (tmp_path / "articles").mkdir()
    return Desk(at(tmp_path), Editor("Ada", keeps=True))


def dropped(desk: Desk, given: date | None, there: frozenset[str] = frozenset()) -> Staged:
    return staging.stage(desk, Brought([UNDATED], (), given, there), desk.home.articles)


def test_an_article_takes_the_date_that_it_lacked_and_another_one_later(desk: Desk) -> None:
    ((document, _),) = dropped(desk, None).documents
    assert keep(document, None, desk.home.articles) is Kept.NEW
    there = frozenset({document.sha256})
    assert dropped(desk, None, there).same == 1
    for day in (DAY, date(1994, 7, 19)):
        staged = dropped(desk, day, there)
        assert (staged.documents, staged.same) == (((document, day),), 0)
        assert keep(document, day, desk.home.articles) is Kept.DATED
        assert dropped(desk, day, there).same == 1


def test_a_file_that_lies_there_or_has_its_date_is_there_already(desk: Desk) -> None:
    ((document, _),) = dropped(desk, None).documents
    there = frozenset({document.sha256})
    assert dropped(desk, DAY, there).same == 1  # no record: somebody laid the file there
    keep(replace(document, published=DAY), None, desk.home.articles)
    assert dropped(desk, date(1994, 7, 19), there).same == 1


def test_an_article_that_was_taken_out_is_refused_with_the_reason_until_it_is_back(desk: Desk) -> None:
    ((document, _),) = dropped(desk, None).documents
    out = removal(article_of(document), who="Ada", why="a hoax")
    append(desk.home.decisions, out)
    staged = dropped(desk, None)
    assert not staged
    assert staged.refused == (
        f"a.txt: was taken out by hand (Ada, {out.at[:10]}: a hoax). Bring it back under “Articles that are here”",
    )
    append(desk.home.decisions, taken_back(out, who="Ada"))
    assert dropped(desk, None).documents


def test_pages_and_feeds_are_read_from_their_addresses_and_others_are_named(
    desk: Desk, web: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "Web", lambda: web)
    told: list[str] = []
    addresses = ["http://news.example/page", "http://news.example/feed", "http://127.0.0.1/page"]
    staged = staging.stage(desk, Brought([], addresses, None, frozenset()), desk.home.articles, told.append)
    assert [document.url for document, _ in staged.documents][:2] == ["http://news.example/page"] * 2
    assert len(staged.documents) == 4
    assert [why.partition(": is")[0] for why in staged.refused] == ["http://127.0.0.1/page"]
    assert told[:3] == [
        "http://news.example/page: 1 article",
        "http://news.example/feed: 3 articles",
        "http://127.0.0.1/page: 0 articles",
    ]


def test_nothing_is_fetched_for_a_visitor_of_a_page_that_others_run(
    desk: Desk, web: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "Web", lambda: web)
    monkeypatch.setattr(Desk, "has_room_for", lambda *_: None)
    visitor = replace(desk, editor=Editor("", keeps=False))
    staged = staging.stage(
        visitor, Brought([UNDATED], ["http://news.example/page"], None, frozenset()), desk.home.articles
    )
    assert [document.name for document, _ in staged.documents] == ["a.txt"]
    assert web.dialled == []


def test_what_was_read_stands_as_it_was_brought_and_one_is_left_out_by_name(desk: Desk) -> None:
    texts = [f"Camp {number}\n\nSome {number}00 people fled to Goma.\n".encode() for number in range(1, 8)]
    sources = [Source(f"{number}.txt", text) for number, text in enumerate(texts)]
    staged = staging.stage(desk, Brought(sources, (), None, frozenset()), desk.home.articles)
    readings = [Reading(article_of(document), (), ()) for document, _ in staged.documents]
    by_hash = sorted(readings, key=lambda it: it.article.sha256)
    assert by_hash != readings
    staged = replace(staged, catalogue=Catalogue.of(Collection(tuple(by_hash)), {}))
    assert read_in(staged) == readings
    left = without(staged, readings[3].article.sha256)
    assert read_in(left) == [*readings[:3], *readings[4:]]
    assert len(left.documents) == 6
    assert left.refused == ("3.txt: left out by you. Drop it again where it is wanted",)
    assert without(left, readings[3].article.sha256) == left


def test_how_far_reading_is_stands_at_the_head_of_its_lines() -> None:
    class Progress:
        def __init__(self) -> None:
            self.lines: list[str] = []
            self.label = ""

        def text(self, words: str) -> None:
            self.lines.append(words)

        def update(self, *, label: str, expanded: bool) -> None:
            assert expanded, "the lines stay in sight"
            self.label = label

    shown = Progress()
    tell = teller(shown, 2)
    tell("a.pdf: 1 article")
    assert shown.label == "1 of 2 · a.pdf: 1 article"
    tell("b.mbox: 30 articles")
    assert shown.label == "2 of 2 · b.mbox: 30 articles"
    tell("Looking for figures in 31 articles")
    assert shown.label == "Looking for figures in 31 articles"
    assert len(shown.lines) == 3
