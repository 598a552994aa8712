"""Which figures are gone through at the desk."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

import streamlit as st

from geo.dataset.query import Catalogue, Dated
from geo.maps.standing import spot
from geo.model import Claim

KEPT, FIRST = "review-kept", "review-first"
"""The session's keys: what is asked for, with the figures (ids) that are listed; what is asked for at first."""


class Only(StrEnum):
    """Which figures are gone through."""

    UNCHECKED = "Not checked"
    NOWHERE = "No place"
    UNDATED = "No date"
    DIFFERS = "Differs"
    ALL = "All"


EMPTY = {
    Only.UNCHECKED: "Nothing is left to be checked.",
    Only.NOWHERE: "Every figure has a place on the map.",
    Only.UNDATED: "Every figure has a date.",
    Only.DIFFERS: "No figure differs from another about the same movement.",
    Only.ALL: "No figure was found in the articles of this collection.",
}
"""What is said where no figure is one of those."""


def _undated(days: tuple[Dated, date, date] | None) -> bool:
    """Whether the card says that no date is stated: that of publication is none of the figure."""
    return days is None or days[0] is Dated.PUBLISHED


_TESTS: dict[Only, Callable[[Claim, Catalogue, set[str]], bool]] = {
    Only.UNCHECKED: lambda claim, _, checked: claim.id not in checked,
    Only.NOWHERE: lambda claim, catalogue, _: spot(claim, catalogue.collection.geometries) is None,
    Only.UNDATED: lambda claim, catalogue, _: _undated(catalogue.dated(claim)),
    Only.DIFFERS: lambda claim, catalogue, _: any(link.differs for _claim, link in catalogue.links(claim.id)),
    Only.ALL: lambda _claim, _catalogue, _checked: True,
}


def begin() -> None:
    """List anew what is asked for: what was decided the last time is gone through."""
    st.session_state.pop(KEPT, None)
    st.session_state.pop(FIRST, None)


def resume(only: Only, figure: str) -> None:
    """List what is asked for, and that ``figure`` as well."""
    st.session_state.update({FIRST: only, KEPT: (only, [figure])})


def first() -> Only:
    """What is asked for before anybody chooses."""
    return Only(st.session_state.get(FIRST, Only.UNCHECKED))


def add(claim: str) -> None:
    """List that figure as well."""
    asked, these = st.session_state.get(KEPT) or (None, ())
    if asked is not None and claim not in these:
        st.session_state[KEPT] = asked, [*these, claim]


def listed(
    catalogue: Catalogue, figures: Sequence[Claim], stands: Mapping[str, Claim], only: Only, checked: set[str]
) -> list[Claim]:
    """Those of ``figures`` that are asked for, in the order of the articles; ``stands``: each as decided by now.

    One that was just decided stays, so that one can go back to it, until others are asked for."""
    asked, these = st.session_state.get(KEPT) or (None, ())
    kept = set(these) if asked == only else set()
    test = _TESTS[only]
    found = [claim for claim in figures if claim.id in kept or test(stands[claim.id], catalogue, checked)]
    order = {article: number for number, article in enumerate(catalogue.articles)}
    st.session_state[KEPT] = only, [claim.id for claim in found]
    return sorted(found, key=lambda claim: (order[claim.article], claim.span.start))
