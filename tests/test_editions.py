"""Reprints and versions: articles with nearly one text are one origin, and a version tells what it changed."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from geo.articles.load import from_bytes
from geo.collections import records
from geo.collections.editions import Again, editions
from geo.collections.home import Home, new
from geo.collections.sketch import MET, alike, sketch
from geo.collections.twins import Seen, Traits, traits
from geo.dataset.build import build
from geo.dataset.editions import firsts
from geo.dataset.query import Catalogue
from geo.dataset.store import load, save
from geo.errors import ArticleError, DatasetError
from geo.intake.document import Source
from geo.intake.take import take_bytes
from geo.intake.worker import Worker
from geo.model import Article, Edition, Kinship
from geo.sharing.export import EXPORTS
from geo.sharing.rows import rows
from geo.sharing.shown import Shown
from geo.sheets.card import card
from geo.wording.differences import origins
from geo.wording.headline import summary
from geo.wording.method import method
from tests import intake_made as made
from tests.conftest import ROOT, processor_time, too_long

STORY = (
    "KHARTOUM (AFP) - About 400 people fled from Wad Madani to Gedaref on Thursday, the Sudanese Red Crescent said.",
    "They arrived on foot and in trucks, many of them with children who had not eaten for two days.",
    "The army sent 1,200 soldiers to Sennar on Wednesday, a spokesman told reporters in Port Sudan.",
    "Residents of Sennar said that they had heard shelling through the night, and that shops had stayed closed.",
    "Talks between the two sides, which were to open in Jeddah this week, have been put off without a new date.",
    "The rains have cut two of the three roads that lead out of the city, and fuel has become scarce.",
)
UPDATED = (STORY[0].replace("About 400", "About 450"), *STORY[1:])
OTHER = (
    "Chad said on Friday that 2,000 refugees had crossed into Adre since the start of the month.",
    "The governor asked the United Nations for tents, blankets and drinking water before the rains begin.",
    "Aid workers said the camp had been built for a third of those who live there now, and that it had no school.",
)
ONE, TWO = "https://one.example.com/sudan", "https://two.example.net/world/sudan"


def outlet(story: tuple[str, ...], address: str, day: str = "2024-12-06", name: str = "One News") -> bytes:
    page = made.page(story, title="Hundreds flee as army sends soldiers to Sennar")
    page = page.replace(made.ADDRESS.encode(), address.encode()).replace(b"Example News", name.encode())
    return page.replace(b"2023-03-03T", f"{day}T".encode())


PRINTED = made.pdf((("Army sends soldiers to Sennar; hundreds flee", "", "7 December 2024", "", *STORY),))


def text(story: tuple[str, ...], *, day: str | None = None, address: str | None = None) -> Article:
    parts = ["Hundreds flee as army sends soldiers", *([day] if day else []), *story, *([address] if address else [])]
    return from_bytes("\n\n".join(parts).encode(), "a.txt")


def known(*articles: Article) -> list[Traits]:
    return [traits(article) for article in articles]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """One agency's text at an outlet, put right there, and in the PDF of another; and another story."""
    data = tmp_path_factory.mktemp("data")
    for name in ("gazetteer.sqlite", "demonyms.csv"):
        (data / name).symlink_to(ROOT / "data" / name)
    home = new("sudan", data)
    with Worker() as worker:
        for name, content in (
            ("second.html", outlet(UPDATED, ONE, "2024-12-07")),
            ("first.html", outlet(STORY, ONE)),
            ("printed.pdf", PRINTED),
            ("chad.html", outlet(OTHER, TWO, name="Two Times")),
        ):
            for found in take_bytes(Source(name, content), worker):
                assert not isinstance(found, ArticleError)
                records.keep(found.document, None, home.articles)
    build(home, data, lambda _: None)
    return home


@pytest.fixture(scope="module")
def catalogue(home: Home) -> Catalogue:
    return Catalogue.of(load(home.built), {})


def by_file(catalogue: Catalogue) -> dict[str, str]:
    return {article.file: key for key, article in catalogue.articles.items()}


def test_a_page_and_a_pdf_of_two_outlets_are_one_origin(catalogue: Catalogue) -> None:
    at = by_file(catalogue)
    again = catalogue.editions.again
    assert {(it.article, it.of, it.kinship) for it in again.values()} == {
        (at["second.html"], at["first.html"], Kinship.VERSION),
        (at["printed.pdf"], at["first.html"], Kinship.REPRINT),
    }
    same = [it for it in catalogue.claims.values() if it.quantity.words == "1,200"]
    assert len(same) == 3
    ids = {claim.id for claim in same}
    links = tuple(link for link in catalogue.collection.links if {link.first, link.second} <= ids)
    assert origins(catalogue, (tuple(same), links)) == "3 reports, 1 origin"
    assert all(link.same_origin for link in links)


def test_a_version_tells_what_it_changed_and_what_it_was(catalogue: Catalogue) -> None:
    at = by_file(catalogue)
    (change,) = catalogue.editions.again[at["second.html"]].changes
    old, new_ = catalogue.claims[change.before or ""], catalogue.claims[change.after or ""]
    assert (old.quantity.low, new_.quantity.low) == (400, 450)
    assert (old.article, new_.article) == (at["first.html"], at["second.html"])
    later, earlier = str(card(catalogue, new_)), str(card(catalogue, old))
    assert "Was about 400" in later
    assert "in the version before (AFP in One News, 6 December 2024)" in later
    assert "Now about 450" in earlier
    assert "Put right: the later version of the article tells it so; two versions of one article;" in later
    assert "Version" not in str(card(catalogue, next(it for it in catalogue.claims.values() if it.panel != old.panel)))


def test_method_the_headline_and_the_exports_say_so(catalogue: Catalogue) -> None:
    told = dict(method(catalogue))
    assert "was about 400, now about 450 people" in told["Versions"]
    assert "has the text of “Hundreds flee as army sends soldiers to Sennar”" in told["Reprints"]
    assert "(1 agency, AFP; 1 publisher, Two Times)" in summary(catalogue)
    table = {row["id"]: row for row in rows(catalogue, list(catalogue.claims.values()))}
    changed = [row for row in table.values() if row["changed"]]
    assert sorted(str(row["changed"]) for row in changed) == [
        "now about 450 in a later version (AFP in One News, 7 December 2024)",
        "was about 400 in the version before (AFP in One News, 6 December 2024)",
    ]
    assert {(row["file"], row["edition"], row["edition_of"]) for row in table.values()} >= {
        ("second.html", "version", ONE),
        ("printed.pdf", "reprint", ONE),
        ("first.html", None, None),
    }
    shown = Shown(catalogue, tuple(catalogue.claims.values()))
    ledger = EXPORTS["told-differently.csv"].make(shown).decode("utf-8-sig")
    assert {row["origins"] for row in csv.DictReader(io.StringIO(ledger))} == {"3 reports, 1 origin"}


def test_what_was_known_before_the_version_knows_nothing_of_it(catalogue: Catalogue) -> None:
    before = catalogue.known_by(date(2024, 12, 6))
    assert not before.editions.again
    assert "Versions" not in dict(method(before))


def test_the_page_of_one_address_read_later_is_a_version_of_the_same_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    with Worker() as worker:
        for number, content in enumerate((outlet(STORY, ONE), outlet(UPDATED, ONE))):
            monkeypatch.setattr(records, "now", lambda n=number: f"2024-12-06T1{n}:00:00Z")
            (found,) = take_bytes(Source("page.html", content), worker)
            assert not isinstance(found, ArticleError)
            records.keep(found.document, None, folder)
        found_there = {
            records.added(path): article for path in records.files(folder) for article in records.articles(path, worker)
        }
    order = [traits(found_there[f"2024-12-06T1{n}:00:00Z"], f"2024-12-06T1{n}:00:00Z") for n in (1, 0)]  # type: ignore[arg-type]
    seen = Seen()
    assert [seen.before(it) for it in order] == [None, None], "another number is no twin"
    assert editions(order) == (Again(0, 1, Kinship.VERSION),)


@pytest.mark.parametrize(
    ("first", "second", "kinship"),
    [
        (text(STORY, day="6 December 2024"), text(STORY, day="7 December 2024", address=TWO), Kinship.REPRINT),
        (text(STORY, address=ONE), text(STORY[:4], address=TWO), Kinship.REPRINT),
        (text(STORY, address=ONE), text((*STORY, *OTHER), address=TWO), Kinship.REPRINT),
        (text(STORY, day="6 December 2024", address=ONE), text(UPDATED, day="8 December 2024", address=ONE + "-2"),
         Kinship.VERSION),
        (text(STORY, day="6 December 2024", address=ONE), text(UPDATED, day="13 December 2024", address=ONE + "-2"),
         None),
        (text(STORY, day="6 December 2024", address=ONE), text(UPDATED, day="6 January 2025", address=TWO), None),
        (text(STORY, day="6 December 2024", address=ONE), text(UPDATED, day="6 January 2025", address=ONE),
         Kinship.VERSION),
        (text(STORY, address=ONE), text(OTHER, address=TWO), None),
        (text(STORY[:1], address=ONE), text(STORY[:1], address=TWO), None),
    ],
    ids=["outlets", "cut", "carried on", "put right", "a bulletin of each week", "of each month", "one address",
         "another", "too short"],
)  # fmt: skip
def test_kinship(first: Article, second: Article, kinship: Kinship | None) -> None:
    assert editions(known(first, second)) == ((Again(1, 0, kinship),) if kinship else ())
    if first.published != second.published:  # the order of the files says nothing
        assert editions(known(second, first)) == ((Again(0, 1, kinship),) if kinship else ())


def test_a_version_of_its_own_outlet_comes_before_a_reprint_of_another() -> None:
    articles = (
        text(STORY, day="6 December 2024", address=ONE),
        text(UPDATED, day="7 December 2024", address=ONE),
        text(STORY, day="6 December 2024", address=TWO),
        text(UPDATED, day="7 December 2024", address=TWO),
    )
    found = {(it.later, it.kinship): it.earlier for it in editions(known(*articles))}
    assert found[1, Kinship.VERSION] == 0
    assert found[3, Kinship.VERSION] == 2
    assert (2, Kinship.REPRINT) in found


def test_the_work_grows_with_the_articles_not_with_their_pairs() -> None:
    """Also where all are one text: each is compared with the few before it."""
    drawn = sketch(" ".join(STORY))

    def taken(count: int) -> float:
        return processor_time(lambda: list(alike([drawn] * count)))

    assert len(list(alike([drawn] * 1_000))) < MET * 1_000
    assert too_long(taken, 2_000) is None


@settings(max_examples=60)
@given(some.lists(some.text(max_size=400), max_size=8))
def test_any_texts_are_related_to_earlier_ones_only(texts: list[str]) -> None:
    bodies = [words + " ".join(STORY) * (len(words) % 3) for words in texts]
    for one, two, share in alike([sketch(body) for body in bodies]):
        assert 0 <= two < one < len(bodies)
        assert 0 <= share <= 1


@given(some.dictionaries(some.integers(0, 5), some.integers(0, 5)))
def test_the_first_of_a_text_is_found_whatever_a_file_says(pairs: dict[int, int]) -> None:
    made_ = [Edition(str(one), str(two), Kinship.REPRINT) for one, two in pairs.items()]
    found = firsts(made_)
    assert set(found) == {str(it) for pair in pairs.items() for it in pair}
    assert set(found.values()) <= set(found)


def test_a_long_chain_of_versions_is_one_text() -> None:
    chain = [Edition(str(number + 1), str(number), Kinship.VERSION) for number in range(20_000)]
    assert set(firsts(chain).values()) == {"0"}


def test_editions_are_saved_and_what_cannot_be_is_refused(home: Home, tmp_path: Path) -> None:
    collection = load(home.built)
    assert len(collection.editions) == 2
    path = tmp_path / "collection.json"
    save(collection, path)
    assert load(path).editions == collection.editions
    first = collection.editions[0]
    for wrong in (replace(first, of="nothing"), replace(first, of=first.article)):
        save(replace(collection, editions=(wrong,)), path)
        with pytest.raises(DatasetError, match="prints the text of none"):
            load(path)
    save(replace(collection, editions=()), path)
    assert '"editions"' not in path.read_text(encoding="utf-8"), "what has none is written as before"
