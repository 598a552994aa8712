"""What is listed at the desk: what has no place on the map is asked for by "No place", as the map counts it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from geo.collections.home import is_name, named_after
from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.maps.layout import missing
from geo.model import Claim, Precision
from geo.panels.desk import listing
from geo.panels.desk.listing import Only
from geo.wording.dates import when
from tests.conftest import ROOT

BUILT = load(ROOT / "data" / "collection.json")
CATALOGUE = Catalogue.of(BUILT, {})


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    state: dict[str, Any] = {}
    monkeypatch.setattr(listing.st, "session_state", state)
    return state


def test_a_figure_of_which_only_the_publication_is_known_has_no_date(session: dict[str, Any]) -> None:
    every = {claim.id: claim for claim in BUILT.claims}
    told = {key for key, claim in every.items() if "date not stated" in when(CATALOGUE.dated(claim))}
    listed = listing.listed(CATALOGUE, BUILT.claims, every, Only.UNDATED, set())
    assert {it.id for it in listed} == told != set()


def found(claims: Sequence[Claim], stands: dict[str, Claim] | None = None) -> list[str]:
    every = {claim.id: claim for claim in claims}
    return [it.id for it in listing.listed(CATALOGUE, claims, every | (stands or {}), Only.NOWHERE, set())]


def unlocated(claim: Claim) -> Claim:
    """As where the gazetteer does not know the name."""
    places = (replace(it, place=replace(it.place, precision=Precision.UNLOCATED)) for it in claim.places)
    return replace(claim, places=tuple(places))


def test_a_place_that_the_gazetteer_does_not_know_is_none(session: dict[str, Any]) -> None:
    one, *rest = BUILT.claims
    claims = (unlocated(one), *rest)
    assert found(claims) == [it.claim for it in missing(CATALOGUE, claims)] == [one.id]


def test_what_was_given_a_place_since_the_build_has_one_and_stays_until_others_are_asked_for(
    session: dict[str, Any],
) -> None:
    one, *rest = BUILT.claims
    claims = (unlocated(one), *rest)
    assert found(claims, {one.id: one}) == []
    assert found(claims) == [one.id]
    assert found(claims, {one.id: one}) == [one.id]
    listing.begin()
    assert found(claims, {one.id: one}) == []
    listing.add(one.id)
    assert found(claims, {one.id: one}) == [one.id]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sudan, 2023: who fled?", "sudan-2023-who-fled"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("السودان", ""),
        ("--", ""),
    ],
)
def test_a_collection_is_named_after_its_title(title: str, name: str) -> None:
    assert named_after(title) == name
    assert not name or is_name(name)


def test_a_long_title_makes_a_name() -> None:
    assert is_name(named_after("a" * 39 + " and more"))
