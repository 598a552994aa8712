"""Order and labels by hand: kept as decisions, the same in lists, on the map, in pictures and in files."""

import json
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.collections import decide
from geo.collections.decide import AUTO, choice, verdict
from geo.collections.decisions import append, load
from geo.collections.home import default
from geo.collections.sound import unsound
from geo.dataset.query import Catalogue
from geo.dataset.store import load as load_collection
from geo.errors import DecisionError
from geo.maps.layout import layout
from geo.maps.payload import payload
from geo.model import Claim, Panel
from geo.model.decision import CHOICES, Review, Verdict
from geo.panels.desk import standing
from geo.panels.desk.allowed import Editor
from geo.panels.desk.writing import Desk
from geo.sharing.export import EXPORTS
from geo.sharing.rows import rows
from geo.sharing.shown import Shown
from geo.sharing.view import View
from geo.sheets.grouping import grouped
from geo.wording.grouping import Grouping
from geo.wording.method import method
from geo.wording.reviews import state
from tests.conftest import ROOT

BUILT = load_collection(ROOT / "data" / "collection.json")
PLAIN = Catalogue.of(BUILT)


def chosen(*made: tuple[Claim, Verdict, str]) -> Catalogue:
    """The seeds with these choices."""
    by_claim: dict[str, list[tuple[Verdict, str]]] = {}
    for claim, kind, words in made:
        by_claim.setdefault(claim.id, []).append((kind, words))
    reviews = tuple(
        Review(
            key,
            tuple(
                choice(kind, (PLAIN.claims[key], PLAIN.article(PLAIN.claims[key])), words, who="Ada")
                for kind, words in these
            ),
        )
        for key, these in by_claim.items()
    )
    return Catalogue.of(replace(BUILT, reviews=reviews))


def test_a_part_of_a_large_collection_puts_nothing_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its tables have the order: in a file that is written in parts the first of each would come first in it."""
    claims = list(PLAIN.claims.values())
    catalogue = chosen((claims[-1], Verdict.ORDER, "first"), (claims[0], Verdict.LABEL, "hidden"))
    assert catalogue.in_order(claims)[0] == claims[-1]
    monkeypatch.setattr("geo.dataset.query.STORE_FIGURES", len(claims))
    part = Catalogue.of(replace(catalogue.collection, readings=catalogue.collection.readings[:1]))
    part = replace(part, ids=catalogue.ids)
    for it in (catalogue, part):
        assert list(it.in_order(claims)) == claims
        assert it.chosen(claims[0].id, Verdict.LABEL) is None
    assert not decide.not_always(decide.STORE_FIGURES - 1)
    assert "symbol of its own" in decide.not_always(decide.STORE_FIGURES)


def of_panel(catalogue: Catalogue) -> list[Claim]:
    return [claim for claim in Shown.of(View(), catalogue).claims if claim.panel is not Panel.OTHER]


def test_what_is_put_first_or_last_stands_so_in_lists_files_and_on_the_map() -> None:
    before = of_panel(PLAIN)
    first, last = before[-1], before[0]
    catalogue = chosen((first, Verdict.ORDER, "first"), (last, Verdict.ORDER, "last"))
    wanted = [first.id, *(it.id for it in before[1:-1]), last.id]
    (group,) = grouped(catalogue, before, Grouping.DATE)
    assert [it.id for it in group.claims] == wanted
    assert [row["id"] for row in rows(catalogue, before)] == wanted
    drawn = [it.claim for it in layout(catalogue, before).figures]
    assert drawn == [key for key in wanted if key in drawn]
    told = dict(method(catalogue))["Order and labels by hand"]
    assert "first in lists (Ada, " in told
    assert "last in lists (Ada, " in told
    back = chosen((first, Verdict.ORDER, "first"), (first, Verdict.ORDER, AUTO))
    assert [row["id"] for row in rows(back, before)] == [it.id for it in before]
    assert "Order and labels by hand" not in dict(method(back))


def test_a_hidden_label_leaves_the_symbol_and_a_shown_one_comes_first() -> None:
    two = next(it for it in layout(PLAIN, PLAIN.collection.claims).figures if it.form == "circle")
    here = [it for it in layout(PLAIN, PLAIN.collection.claims).figures if it.place == two.place]
    claims = [PLAIN.claims[it.claim] for it in here]
    hidden = chosen(*((claim, Verdict.LABEL, "hidden") for claim in claims))
    sent = {it["claim"]: it["label"] for it in json.loads(payload(hidden))["figures"]}
    assert {sent[claim.id] for claim in claims} == {"hidden"}
    assert {label for key, label in sent.items() if PLAIN.claims[key] not in claims} == {None}
    plain, quiet = (EXPORTS["map.svg"].make(Shown.of(View(), it)).decode() for it in (PLAIN, hidden))
    for claim in claims:
        assert f'data-claim="{claim.id}"' in quiet or claim.id in quiet, "the symbol stays"
    assert all(it.short in plain for it in here[:1])
    assert not any(f">{it.short}<" in quiet for it in here)
    shown = chosen((claims[-1], Verdict.LABEL, "shown"))
    assert f">{here[-1].short}<" in EXPORTS["map.svg"].make(Shown.of(View(), shown)).decode()


def test_a_choice_is_no_check_and_can_be_taken_back(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = default(project / "seeds", project / "data")
    folders = ["--seeds", str(project / "seeds"), "--data", str(project / "data")]
    claim = of_panel(PLAIN)[0]
    assert main(["label", "hidden", claim.id, "--why", "crowded", *folders]) == 0
    assert main(["order", "first", claim.id, *folders]) == 0
    assert "saved: order '" in capsys.readouterr().out
    (review,) = load_collection(home.built).reviews
    assert state(review) == "not checked"
    assert (review.chosen(Verdict.LABEL), review.chosen(Verdict.ORDER)) != (None, None)
    assert main(["undo", claim.id, *folders]) == 0
    (review,) = load_collection(home.built).reviews
    assert review.chosen(Verdict.ORDER) is None
    capsys.readouterr()
    assert main(["figures", "--unchecked", *folders]) == 0
    assert claim.id in capsys.readouterr().out


def test_only_what_can_be_chosen_is_taken(project: Path) -> None:
    claim = of_panel(PLAIN)[0]
    article = PLAIN.article(claim)
    with pytest.raises(DecisionError, match="is no label"):
        choice(Verdict.LABEL, (claim, article), "first", who="Ada")
    for kind, words in CHOICES.items():
        for one in (*words, AUTO):
            made = choice(kind, (claim, article), one, who="Ada")
            assert unsound(made) is None
            append(project / "decisions.jsonl", made)
        assert unsound(replace(made, after="<b>")) is not None
    assert len(load(project / "decisions.jsonl")) == 6
    assert unsound(verdict(Verdict.ACCEPT, claim, article, who="Ada")) is None


def test_a_large_collection_says_where_a_label_is_not_seen(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = ["--seeds", str(project / "seeds"), "--data", str(project / "data")]
    key = BUILT.claims[0].id
    assert main(["label", "shown", key, *folders]) == 0
    assert "symbol of its own" not in capsys.readouterr().err
    monkeypatch.setattr(decide, "STORE_FIGURES", len(BUILT.claims))
    assert main(["label", "hidden", key, key, *folders]) == 0  # named twice, decided once
    assert "only where that has a symbol of its own" in capsys.readouterr().err
    assert main(["order", "last", key, *folders]) == 0
    assert "symbol of its own" not in capsys.readouterr().err
    assert [it.after for it in load(project / "data" / "decisions.jsonl")] == ["shown", "hidden", "last"]


def test_the_card_of_a_large_collection_says_so_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "STORE_FIGURES", len(BUILT.claims))
    claim = BUILT.claims[0]
    shown: list[str] = []
    monkeypatch.setattr(standing.st, "caption", shown.append)
    monkeypatch.setattr(standing, "fold", lambda *_: nullcontext(True))
    # A form that is opened outside of a run stays open for the next one of the process.
    monkeypatch.setattr(standing.st, "form", lambda *_, **__: nullcontext())
    monkeypatch.setattr(standing.st, "form_submit_button", lambda *_: False)
    desk = Desk(default(project / "seeds", project / "data"), Editor("Ada", keeps=True))
    standing.render(desk, PLAIN, claim, None)
    assert [it for it in shown if "symbol of its own" in it]
