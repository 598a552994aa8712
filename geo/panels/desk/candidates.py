"""The places that a figure may be about: those that its article names, and those of the gazetteer with a name."""

import streamlit as st

from geo.collections.decide import place_of
from geo.dataset.query import Catalogue
from geo.limits import LINK_WORDS
from geo.model import Claim, Place, PlaceKind, Precision
from geo.panels.desk import run

WHY = 60
"""Characters of the reason why a name was understood as a place."""
COUNTRIES = 3
"""Countries of a place that are named."""


def named(catalogue: Catalogue, claim: Claim) -> dict[str, Place]:
    """The places that the article names, by name and why they were chosen; those of the claim's own sentence first."""
    reading = next(it for it in catalogue.collection.readings if it.article.id == claim.article)
    found = [it for it in reading.toponyms if it.place is not None and it.place.lat is not None]
    found.sort(key=lambda it: not claim.sentence.holds(it.span))
    told: dict[str, Place] = {}
    for it in found:
        if it.place is not None and it.place not in told.values():
            told[f"{it.place.name} ({_told(it.place)}): in the article; {it.why[:WHY]}"] = it.place
    return told


def looked_up(name: str) -> dict[str, Place]:
    """Every place of the gazetteer that has the name, likeliest first; none of what is no name."""
    name = " ".join(name.split())
    if not name or len(name) > LINK_WORDS or not name.isprintable():  # none that a program can be given, either
        return {}
    found = _candidates(name)
    return {f"{place.name} ({_told(place)}, {place.lat}, {place.lon})": place for place in found}


@st.cache_data(max_entries=200, show_spinner=False)
def _candidates(name: str) -> list[Place]:
    made = []
    for row in run.candidates(name):
        kind, precision = PlaceKind(row["kind"]), Precision(row["precision"])
        codes = tuple(str(row["country"]).split())
        made.append(
            place_of({**row, "kind": kind, "precision": precision, "countries": codes, "anchor": None, "note": None})
        )
    return made


def _told(place: Place) -> str:
    """Its kind and countries; of a part of the world how many, lest they hide what stands behind them."""
    many = len(place.countries) > COUNTRIES
    return ", ".join((place.kind.value, *([f"{len(place.countries)} countries"] if many else place.countries)))
