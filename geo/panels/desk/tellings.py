"""Say which other figures tell of the same movement as this one: merge what was not linked, part what was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from geo.collections.apply import tellings
from geo.collections.decide import telling
from geo.collections.leaving import group, staying
from geo.dataset.query import Catalogue
from geo.model import Claim
from geo.model.decision import Decision, Review, Verdict
from geo.panels.desk.fold import fold
from geo.panels.desk.saving import settle
from geo.panels.desk.writing import Desk
from geo.wording.described import described
from geo.wording.sources import printed

OFFERED = 60
"""Figures that may be of the same movement, the nearest: of more nobody finds one in a list."""


def render(desk: Desk, catalogue: Catalogue, claim: Claim, decided: Sequence[Review]) -> None:
    """The figures of the movement of ``claim``, each to be parted, and others to be merged with it; ``decided``: what
    stands decided by now."""
    today = replace(catalogue, collection=replace(catalogue.collection, reviews=tuple(decided)))
    if claim.id not in today.claims:  # it was rejected: it tells of nothing
        return
    with fold("Same movement as other figures", "tellings") as is_open:
        if is_open:
            _form(desk, today, claim)


def _form(desk: Desk, today: Catalogue, claim: Claim) -> None:
    same, others = linked(today, claim), candidates(today, claim)
    with st.form(f"tellings-{claim.id}", border=False):
        keeps = {key: st.checkbox(_label(today, key), value=True, key=f"same-{claim.id}-{key}") for key in same}
        st.caption("Untick what tells of another movement." if same else "No other figure is known to tell of it.")
        merged = st.multiselect(
            "Figures that tell of the same movement",
            others,
            format_func=lambda key: _label(today, key),
            key=f"merge-{claim.id}-{len(same)}",
            select_all=False,
            wrap=False,
        )
        why = st.text_input("Why", key=f"same-why-{claim.id}")
        if not st.form_submit_button("Save what tells of it"):
            return
    gone = [key for key, kept in keeps.items() if not kept]
    parted = [(claim.id, key) for key in gone] if len(gone) == len(same) else [(key, claim.id) for key in gone]
    pairs = [(Verdict.PART, *pair) for pair in parted] + [(Verdict.MERGE, claim.id, key) for key in merged]
    _save(desk, today, pairs, why)


def linked(today: Catalogue, claim: Claim) -> list[str]:
    """The figures (ids) that tell of the same movement, by the program and by what was decided since."""
    reviews = today.collection.reviews
    decided = sorted((it for review in reviews for it in review.tellings), key=lambda it: it.at)
    said = {pair: leaves for pair, leaves in tellings(decided, reviews).items() if pair <= today.claims.keys()}
    links = {frozenset((link.first, link.second)) for links in today.linked.values() for link in links}
    found = group(staying(links, said), claim.id)
    return [key for key in today.claims if key in found][:OFFERED]


def candidates(today: Catalogue, claim: Claim) -> list[str]:
    """Other figures (ids) of the same panel that are not linked to it: those at its places, in its days and of its size
    come first."""
    known = {*linked(today, claim), claim.id}
    places = {used.place.id for used in claim.places}
    days = today.dated(claim)

    def far(other: Claim) -> tuple[bool, int, float, str]:
        theirs = today.dated(other)
        apart = abs(_day(days) - _day(theirs)) if days and theirs else 10**6
        sizes = sorted(max(1, it.quantity.middle or 1) for it in (claim, other))
        return not places & {used.place.id for used in other.places}, apart, sizes[1] / sizes[0], other.id

    found = [it for it in today.claims.values() if it.panel is claim.panel and it.id not in known]
    return [it.id for it in sorted(found, key=far)[:OFFERED]]


def _day(dated: tuple[object, date, date]) -> int:
    return dated[2].toordinal()


def _label(catalogue: Catalogue, key: str) -> str:
    claim = catalogue.claims[key]
    return f"{described(catalogue, claim).whole} ({printed(catalogue.article(claim))})"


def _save(desk: Desk, today: Catalogue, pairs: Sequence[tuple[Verdict, str, str]], why: str) -> None:
    """One decision a pair."""

    def made() -> Iterator[Decision]:
        for kind, *pair in pairs:
            one, two = ((claim, today.article(claim)) for claim in map(today.claims.__getitem__, pair))
            yield telling(kind, one, two, who=desk.who, why=why)

    settle(desk, lambda: list(made()))
