"""Say which other figures tell of the same movement as this one: merge what was not linked, part what was."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from geo.collections.decide import telling
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.model import Claim
from geo.model.decision import Decision, Review, Verdict
from geo.panels.desk.saving import TOLD, refuse
from geo.panels.desk.writing import Desk
from geo.wording.claims import printed
from geo.wording.described import described

OFFERED = 60
"""Figures that may be of the same movement, the nearest: of more nobody finds one in a list."""


def render(desk: Desk, catalogue: Catalogue, claim: Claim, decided: Sequence[Review]) -> None:
    """The figures that ``claim`` is linked to, each to be parted, and others to be merged with it; ``decided``: what
    stands decided by now."""
    today = replace(catalogue, collection=replace(catalogue.collection, reviews=tuple(decided)))
    if claim.id not in today.claims:  # it was rejected: it tells of nothing
        return
    same, others = linked(today, claim), candidates(today, claim)
    with st.expander("Same movement as other figures"), st.form(f"tellings-{claim.id}", border=False):
        keeps = {key: st.checkbox(_label(today, key), value=True, key=f"same-{claim.id}-{key}") for key in same}
        if not same:
            st.caption("No other figure is known to tell of it.")
        merged = st.multiselect(
            "Figures that tell of the same movement",
            others,
            format_func=lambda key: _label(today, key),
            key=f"merge-{claim.id}-{len(same)}",
        )
        why = st.text_input("Why", key=f"same-why-{claim.id}")
        if not st.form_submit_button("Save what tells of it"):
            return
    pairs = [(Verdict.PART, key) for key, kept in keeps.items() if not kept] + [(Verdict.MERGE, key) for key in merged]
    _save(desk, today, claim, pairs, why)


def linked(today: Catalogue, claim: Claim) -> list[str]:
    """The figures (ids) that tell of the same movement, by the program and by what was decided since."""
    said = dict(today.tellings(claim.id))
    by_program = [other.id for other, _ in today.links(claim.id)]
    by_hand = [key for key, it in said.items() if it.verdict is Verdict.MERGE and key in today.claims]
    parted = {key for key, it in said.items() if it.verdict is Verdict.PART}
    return [key for key in dict.fromkeys((*by_program, *by_hand)) if key not in parted]


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


def _save(desk: Desk, today: Catalogue, claim: Claim, pairs: Sequence[tuple[Verdict, str]], why: str) -> None:
    """One decision a pair, all of them or none; then the page is drawn again with them."""
    one = claim, today.article(claim)
    try:
        made: list[Decision] = []
        for kind, key in pairs:
            other = today.claims[key]
            made.append(telling(kind, one, (other, today.article(other)), who=desk.who, why=why))
        desk.decide(*made)
    except DatelineError as error:
        refuse(str(error))
        return
    st.session_state[TOLD] = "Saved; it stands on the map when you go back to it." if made else "Nothing was changed."
    st.rerun()
