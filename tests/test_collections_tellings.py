"""Two figures merged or parted by hand: kept as decisions, over whatever the program links, and taken back."""

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from geo.__main__ import main
from geo.collections.apply import apply
from geo.collections.decide import telling, verdict
from geo.collections.decisions import append, load
from geo.collections.home import Home, at, new
from geo.collections.leaving import group, staying
from geo.dataset.build import build
from geo.dataset.entry import entry_of
from geo.dataset.linking import links
from geo.dataset.over import make_over
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.dataset.store import load as load_collection
from geo.dataset.tellings import by_hand
from geo.errors import DecisionError
from geo.model import Article, Claim, Panel, Population
from geo.model.decision import Decision, Review, Verdict
from geo.panels.desk import tellings as desk
from geo.sharing.rows import rows
from geo.sheets.card import card
from geo.wording.differences import origins
from geo.wording.method import method
from geo.wording.reviews import state
from tests.conftest import ROOT

FILES = {
    "a.txt": (
        "Kenya sends troops", "By Reuters", "3 March 2023",
        "Kenya sent 1,200 soldiers to Mandera on Thursday, the ministry said.", "https://one.example.com/a",
    ),
    "b.txt": (
        "Kenyan troops reach the border", "4 March 2023",
        "The army sent about 1,300 soldiers to Mandera on Thursday, Kenyan officials said.", "https://two.example.net/b",
    ),
    "c.txt": (
        "Soldiers on the move", "5 March 2023",
        "Kenya deployed 900 soldiers to Garissa last week, a spokesman said.", "https://three.example.org/c",
    ),
}  # fmt: skip
"""Two tell of one movement; the third of another place."""


def told(name: str) -> str:
    return "\n\n".join(FILES[name]) + "\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    data = tmp_path / "data"
    data.mkdir()
    for name in ("gazetteer.sqlite", "demonyms.csv"):
        (data / name).symlink_to(ROOT / "data" / name)
    home = new("kenya", data)
    for name in FILES:
        (home.articles / name).write_text(told(name), encoding="utf-8")
    build(home, data, lambda _: None)
    return home


def figure(built: Collection, number: int) -> tuple[Claim, Article]:
    (claim,) = [it for it in built.claims if it.quantity.low == number]
    return claim, next(article for article in built.articles if article.id == claim.article)


def linked(built: Collection) -> set[frozenset[int | None]]:
    low = {claim.id: claim.quantity.low for claim in built.claims}
    return {frozenset((low[link.first], low[link.second])) for link in built.links}


def asked(home: Home, *arguments: str) -> int:
    return main([*arguments, "--collection", "kenya", "--data", str(home.built.parents[2])])


def test_figures_are_merged_and_parted_and_a_rebuild_keeps_it(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    built = load_collection(home.built)
    assert linked(built) == {frozenset((1_200, 1_300))}
    one, two, three = (figure(built, number)[0].id for number in (1_200, 1_300, 900))
    assert asked(home, "part", one, two, "--why", "two columns") == 0
    assert asked(home, "merge", two, three) == 0
    out = capsys.readouterr().out
    assert "saved: part '1,200' from 'about 1,300'" in out
    assert "saved: merge 'about 1,300' with '900'" in out
    wanted = {frozenset((1_300, 900))}
    assert linked(load_collection(home.built)) == wanted
    before = home.built.read_bytes()
    for path in (home.built.parents[2] / ".cache").iterdir():  # as a newer reader would: nothing is known any more
        path.unlink()
    build(home, home.built.parents[2], lambda _: None)
    assert home.built.read_bytes() == before

    assert asked(home, "undo", one) == 0
    assert linked(load_collection(home.built)) == {frozenset((1_200, 1_300)), *wanted}
    capsys.readouterr()
    assert asked(home, "undo", three) == 1
    assert f"Undo it where it was decided: {two}" in capsys.readouterr().err
    assert asked(home, "undo", two) == 0
    assert linked(load_collection(home.built)) == {frozenset((1_200, 1_300))}
    assert [it.verdict for it in load(home.decisions)] == ["part", "merge", "undo", "undo"]


def test_it_is_shown_on_both_cards_in_method_and_in_the_exports(home: Home) -> None:
    built = load_collection(home.built)
    one, two, three = (figure(built, number) for number in (1_200, 1_300, 900))
    append(
        home.decisions,
        telling(Verdict.PART, one, two, who="Ada", why="two columns"),
        telling(Verdict.MERGE, two, three, who="Ben"),
    )
    build(home, home.built.parents[2], lambda _: None)
    catalogue = Catalogue.of(load_collection(home.built), {})
    cards = {claim.quantity.low: str(card(catalogue, claim)) for claim in catalogue.claims.values()}
    assert "Of another movement (Ada, " in cards[1_200]
    assert ": two columns" in cards[1_200]
    assert "Of another movement (Ada, " in cards[1_300]
    assert "Of the same movement (Ben, " in cards[1_300]
    assert "Of the same movement (Ben, " in cards[900]
    assert all(state(catalogue.reviews.get(key)) == "not checked" for key in catalogue.claims)
    assert catalogue.unchecked == len(catalogue.claims)
    told = dict(method(catalogue))["Merged or parted by hand"]
    assert "“1,200” and “about 1,300” tell of another movement (Ada, " in told
    table = {row["low"]: row["corrections"] for row in rows(catalogue, list(catalogue.claims.values()))}
    assert table[1_200] == f"of another movement than {two[0].id}"
    assert table[900] == f"of the same movement as {two[0].id}"
    (movement,) = catalogue.differences(catalogue.claims.values())
    assert origins(catalogue, movement) == "2 reports, 2 origins"


def test_it_outlives_a_corrected_text_and_is_kept_where_an_article_is_gone(home: Home) -> None:
    built, data = load_collection(home.built), home.built.parents[2]
    one, two, three = (figure(built, number) for number in (1_200, 1_300, 900))
    append(home.decisions, telling(Verdict.MERGE, one, three, who="Ada"), telling(Verdict.PART, one, two, who="Ada"))
    text = told("c.txt").replace("Soldiers on the move", "Soldiers move").replace("a spokesman said", "he said")
    (home.articles / "c.txt").write_text(text, encoding="utf-8")
    build(home, data, lambda _: None)
    again = load_collection(home.built)
    assert figure(again, 900)[0].id != three[0].id, "another text, another figure"
    assert linked(again) == {frozenset((1_200, 900))}
    (home.articles / "c.txt").unlink()
    build(home, data, lambda _: None)
    gone = load_collection(home.built)
    assert linked(gone) == set()
    assert [it.verdict for it in gone.unfit] == [Verdict.MERGE]


def test_what_cannot_be_of_one_movement_is_refused(home: Home) -> None:
    built = load_collection(home.built)
    one, two = figure(built, 1_200), figure(built, 1_300)
    with pytest.raises(DecisionError, match="is one figure, not two"):
        telling(Verdict.PART, one, one, who="Ada")
    with pytest.raises(DecisionError, match="counts other people"):
        telling(Verdict.MERGE, one, (replace(two[0], population=Population.REFUGEES), two[1]), who="Ada")
    assert asked(home, "merge", one[0].id, "ffffffff") == 1
    assert asked(home, "merge", one[0].id, one[0].id) == 1
    assert not home.decisions.exists()


@pytest.fixture(scope="module")
def seeds() -> Collection:
    return load_collection(ROOT / "data" / "collection.json")


STEPS = some.lists(some.tuples(some.sampled_from(["merge", "part", "undo"]), some.integers(0, 7), some.integers(0, 7)))


@settings(max_examples=60)
@given(steps=STEPS)
def test_the_last_word_about_two_figures_counts(seeds: Collection, steps: list[tuple[str, int, int]]) -> None:
    """Merged figures are linked, and parted ones are in no group together, but where merges alone tie them; what else
    is linked is what the program links."""
    of = {claim.id: reading.article for reading in seeds.readings for claim in reading.claims}
    claims = [claim for claim in seeds.claims if claim.panel is Panel.TROOPS][:8]
    stack: dict[str, list[tuple[frozenset[str], str | None, int]]] = {}
    made: list[Decision] = []
    for number, (what, one, two) in enumerate(steps):
        first, second = claims[one % len(claims)], claims[two % len(claims)]
        if what == "undo":
            made.append(verdict(Verdict.UNDO, first, of[first.id], who="Ada"))
            if stack.get(first.id):
                stack[first.id].pop()
        elif first is not second:
            kind, leaves = Verdict(what), first.id if what == "part" else None
            made.append(telling(kind, (first, of[first.id]), (second, of[second.id]), who="Ada"))
            stack.setdefault(first.id, []).append((frozenset((first.id, second.id)), leaves, number))
    every = sorted((it for own in stack.values() for it in own), key=lambda it: it[2])
    last = {pair: leaves for pair, leaves, _ in every}
    applied = apply(made, seeds.readings)
    assert applied.tellings == last
    entries = [entry_of(reading, str(number).encode()) for number, reading in enumerate(seeds.readings)]
    before, _ = links(entries, {})
    after = by_hand(before, entries, applied.tellings)
    pairs = [frozenset((link["first"], link["second"])) for link in map(json.loads, after)]
    was = [frozenset((link["first"], link["second"])) for link in map(json.loads, before)]
    assert len(set(pairs)) == len(pairs)
    merged = [pair for pair, leaves in last.items() if leaves is None]
    assert set(merged) <= set(pairs) <= {*was, *merged}
    for pair, leaves in last.items():
        one_, two_ = sorted(pair)
        assert pair not in pairs or leaves is None
        if leaves is not None and two_ not in group(merged, one_):
            assert two_ not in group(pairs, one_)
    assert any(last.values()) or set(was) <= set(pairs)
    assert last or after == before


def test_a_figure_that_is_parted_leaves_its_whole_group() -> None:
    """Not the one link alone: by way of a third it would be of the same movement still."""
    every = [frozenset(pair) for pair in combinations("abcd", 2)]
    assert staying(every, {frozenset("ab"): "a"}) == {frozenset(pair) for pair in ("bc", "bd", "cd")}
    several = staying(every, {frozenset("ab"): "a", frozenset("bc"): "c"})
    assert several == {frozenset("ac"), frozenset("bd")}, "what leaves together stays together"
    chain = [frozenset(pair) for pair in ("ab", "bc", "cd")]
    assert staying(chain, {frozenset("ab"): "b"}) == {frozenset("bc"), frozenset("cd")}, "what it alone ties"
    assert staying(chain, {frozenset("bd"): "b"}) == {frozenset("ab"), frozenset("cd")}
    assert staying(chain, {frozenset("ad"): None, frozenset("ab"): "a"}) == {frozenset("ad"), frozenset("bc")}
    both = {frozenset("ad"): None, frozenset("bd"): None}
    assert staying(every, {**both, frozenset("ab"): "a"}) == {*every} - {frozenset("ab")}, "merges stand"


def test_the_desk_offers_the_nearest_and_lists_what_stands_by_now(home: Home) -> None:
    """Also what was decided since the data set was built."""
    built = load_collection(home.built)
    one, two, three = (figure(built, number) for number in (1_200, 1_300, 900))
    catalogue = Catalogue.of(built, {})
    assert desk.linked(catalogue, one[0]) == [two[0].id]
    assert desk.candidates(catalogue, one[0]) == [three[0].id]
    made = telling(Verdict.MERGE, one, three, who="Ada"), telling(Verdict.PART, one, two, who="Ada")
    reviews = (Review(one[0].id, made),)
    today = replace(catalogue, collection=replace(built, reviews=reviews))
    assert desk.linked(today, one[0]) == [three[0].id]
    assert desk.candidates(today, one[0]) == [two[0].id]
    assert desk.linked(today, three[0]) == [one[0].id]
    today = replace(catalogue, collection=replace(built, reviews=(Review(one[0].id, made[:1]),)))
    assert set(desk.linked(today, three[0])) == {one[0].id, two[0].id}, "the whole group, not the nearest alone"
    out = telling(Verdict.PART, three, two, who="Ada")
    said = Review(one[0].id, made[:1]), Review(three[0].id, (out,))
    today = replace(catalogue, collection=replace(built, reviews=said))
    assert desk.linked(today, three[0]) == [one[0].id], "what was merged by hand goes with it"
    assert desk.linked(today, two[0]) == []


def test_a_visitor_s_copy_keeps_what_the_editor_merged_and_parted(home: Home, tmp_path: Path) -> None:
    built, data = load_collection(home.built), home.built.parents[2]
    one, two, three = (figure(built, number) for number in (1_200, 1_300, 900))
    merged, parted = telling(Verdict.MERGE, one, three, who="Ada"), telling(Verdict.PART, one, two, who="Ada")
    append(home.decisions, merged, parted)
    build(home, data, lambda _: None)
    (tmp_path / "copy" / "articles").mkdir(parents=True)
    copy = at(tmp_path / "copy")
    make_over(copy, home.built, data, lambda _: None)
    assert linked(load_collection(copy.built)) == {frozenset((1_200, 900))}
    append(copy.decisions, telling(Verdict.PART, one, three, who="a visitor"))
    make_over(copy, home.built, data, lambda _: None)
    assert linked(load_collection(copy.built)) == set()
    assert linked(load_collection(home.built)) == {frozenset((1_200, 900))}
