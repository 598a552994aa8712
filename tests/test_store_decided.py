"""What people decided holds in tables as in memory: order, labels, mended articles, and what Method tells."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.collection import Newsroom
from geo.collections.decide import choice, mend, removal, verdict
from geo.collections.particulars import Edited, Particular, mended
from geo.dataset.query import Catalogue, Filter
from geo.dataset.store import Collection
from geo.model import Article, Claim
from geo.model.decision import Review, Verdict
from geo.sheets.card import card
from geo.store import cells, naming, questions
from geo.store.catalogue import Outline
from geo.store.cells import Box, Cell
from geo.store.where import Asked
from geo.wording.described import described
from geo.wording.method import MOST, method
from tests import hand_made
from tests.test_sheets import text
from tests.test_tables import tables_of

WORLD = Box(-85, -180, 85, 179.999)


def about(collection: Collection, claim: Claim) -> tuple[Claim, Article]:
    return claim, next(it for it in collection.articles if it.id == claim.article)


@pytest.fixture
def decided() -> Collection:
    """The last figure put first, the first one last and unlabelled; an article mended, one taken out, a figure
    rejected, and a decision about nothing that is here."""
    collection = hand_made.collection()
    claims = Catalogue.of(collection).select(Filter())
    first, last = about(collection, claims[-1]), about(collection, claims[0])
    made = {
        claims[-1].id: (
            choice(Verdict.ORDER, first, "first", who="Ada"),
            choice(Verdict.LABEL, first, "shown", who="Ada"),
        ),
        claims[0].id: (
            choice(Verdict.ORDER, last, "last", who="Ada"),
            choice(Verdict.LABEL, last, "hidden", who="Ada"),
        ),
    }
    gone = replace(claims[1], id="0" * 12)
    rejected = verdict(Verdict.REJECT, gone, about(collection, claims[1])[1], who="Ada", why="told twice")
    article = first[1]
    edit = mend(article, Particular.PUBLISHER, "The Post", who="Ada", why="as printed")
    readings = tuple(
        replace(it, article=mended(it.article, [edit])) if it.article.id == article.id else it
        for it in collection.readings
    )
    return replace(
        collection,
        readings=readings,
        reviews=(*(Review(key, these) for key, these in made.items()), Review(gone.id, (rejected,))),
        rejected=(gone,),
        unfit=(replace(rejected, id="1" * 12),),
        edited=(Edited(article.id, (edit,)),),
        removed=(removal(replace(article, title="A hoax", sha256="f" * 64), who="Ada", why="a hoax"),),
        adrift=(mend(replace(article, title="Elsewhere"), Particular.TITLE, "Here", who="Ada"),),
    )


@pytest.fixture
def outline(decided: Collection, tmp_path: Path) -> Iterator[Outline]:
    tables = tables_of(decided, tmp_path / "tables")
    yield Outline.of_tables(tables, {})
    tables.close()


def test_lists_have_the_editors_order(outline: Outline, decided: Collection) -> None:
    catalogue = Catalogue.of(decided)
    wanted = [claim.id for claim in catalogue.in_order(catalogue.select(Filter()))]
    assert wanted != [claim.id for claim in catalogue.select(Filter())]
    assert list(questions.ids(outline.tables, Asked())) == wanted
    assert list(outline.ids) == wanted


def test_a_jump_to_a_day_goes_by_the_figures_that_stand_by_date(outline: Outline, decided: Collection) -> None:
    ids = questions.ids(outline.tables, Asked())
    catalogue = Catalogue.of(decided)
    by_date = {key: days[1] for key in ids[1:-1] if (days := catalogue.dated(catalogue.claims[key])) is not None}
    for day in sorted(set(by_date.values())):
        at = ids[questions.before(outline.tables, Asked(), day)]
        assert by_date[at] == min(it for it in by_date.values() if it >= day)
    beyond = questions.before(outline.tables, Asked(), max(by_date.values()) + timedelta(days=1))
    assert beyond == 1 + len(by_date)  # behind the one that stands first and all with a day


def test_a_card_tells_what_was_put_right_of_its_article(outline: Outline, decided: Collection) -> None:
    whole = Catalogue.of(decided)
    for claim in whole.claims.values():
        part = outline.part([claim.id], linked=True)
        assert ("The Post" in text(card(part, part.claims[claim.id]))) is ("The Post" in text(card(whole, claim)))
    assert any("The Post, read as" in text(card(whole, claim)) for claim in whole.claims.values())


def test_method_tells_what_was_decided(outline: Outline, decided: Collection) -> None:
    def told(catalogue: Catalogue) -> dict[str, str]:
        return {term: words for term, words in method(catalogue) if "Ada, " in words}

    assert len(told(outline)) == 6
    assert told(outline) == told(Catalogue.of(decided))


def test_method_of_very_many_decisions_counts_the_rest() -> None:
    collection = hand_made.collection()
    out = [removal(collection.articles[0], who="Ada", why=f"reason {n}") for n in range(MOST + 7)]
    words = dict(method(Catalogue.of(replace(collection, removed=tuple(out)))))["Articles taken out by hand"]
    assert words.count("reason") == MOST
    assert "and 7 more" in words


def test_a_figure_that_nobody_looked_at_says_so_beside_others_that_were(tmp_path: Path) -> None:
    collection = hand_made.collection()
    first, second = collection.claims[:2]
    accepted = verdict(Verdict.ACCEPT, first, about(collection, first)[1], who="Ada")
    tables = tables_of(replace(collection, reviews=(Review(first.id, (accepted,)),)), tmp_path / "tables")
    part = Outline.of_tables(tables, {}).part([second.id])
    assert "Not checked" in text(card(part, part.claims[second.id]))
    tables.close()


def test_the_map_writes_what_the_editor_chose(tmp_path: Path) -> None:
    """A figure with a symbol of its own."""
    collection = Newsroom().collection(10, 30)
    words = {claim.id: ("shown", "hidden")[n % 2] for n, claim in enumerate(collection.claims)}
    reviews = tuple(
        Review(it.id, (choice(Verdict.LABEL, about(collection, it), words[it.id], who="Ada"),))
        for it in collection.claims
    )
    tables = tables_of(replace(collection, reviews=reviews), tmp_path / "tables")
    found = cells.cells(tables, Asked(), WORLD, 16)
    labels = naming.labels(found, Outline.of_tables(tables, {}))
    assert labels.keys() == {it.claim for it in found if it.claim}
    assert {bool(label) for label in labels.values()} == {True, False}
    whole = Catalogue.of(collection)
    for key, label in labels.items():
        assert label == (described(whole, whole.claims[key]).short if words[key] == "shown" else "")
    tables.close()


def cell(name: str, *lands: str, places: int = 1, figures: int = 1) -> Cell:
    counts = questions.Counts(displaced=figures)
    bounds = ((0.0, 0.0), (0.0, 0.0))
    return Cell(0, 0, counts, 1, 1, name, name, cells.Precision.POINT, None, places, 0, bounds, None, lands)


@pytest.mark.parametrize(
    ("zoom", "wanted"),
    [
        (2, ["Libya, 6 places", "Sudan and 2 more", "Benghazi and 3 more", "Goma"]),
        (7, ["Tripoli and 5 more", "Sudan and 2 more", "Benghazi and 3 more", "Goma"]),
    ],
)
def test_a_symbol_of_many_places_is_not_called_by_one_of_them(outline: Outline, zoom: float, wanted: list[str]) -> None:
    shown = [
        cell("Tripoli", "LY", places=6, figures=40),
        cell("Khartoum", "SD", "TD", "SS", places=9, figures=20),
        cell("Benghazi", "LY", places=4, figures=9),
        cell("Goma", "CD"),
    ]
    assert naming.called(shown, zoom, outline) == wanted


def test_symbols_know_their_countries(outline: Outline) -> None:
    (world,) = cells.cells(outline.tables, Asked(), WORLD, 0, most=1)
    there = {cell.lands[0] for cell in cells.cells(outline.tables, Asked(), WORLD, 16)}
    assert set(world.lands) == there
    assert len(world.lands) == len(there)
