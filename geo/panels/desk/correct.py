"""Put one figure right: its value, place, date and speaker."""

import streamlit as st

from geo.collections.corrections import now
from geo.collections.decide import UNKNOWN, Change, correction, place_of
from geo.collections.decisions import append
from geo.collections.editor import editor
from geo.collections.home import Home
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.model import Claim, Place, PlaceKind, Precision, Role
from geo.model.decision import Field
from geo.panels import sheet
from geo.panels.desk import run
from geo.sheets.nodes import element

_WORDS = {Field.VALUE: "Figure", Field.DATE: "Date", Field.SPEAKER: "Said by"}
AS_READ = "As it was read"


def render(home: Home, catalogue: Catalogue, claim: Claim) -> None:
    """The fields of ``claim``; what is changed in them is saved as one correction a field."""
    with st.expander("Correct it"):
        with st.form(f"seek-{claim.id}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
            sought = st.text_input("Look up a place", key=f"sought-{claim.id}", placeholder="Goma; Tripoli, Lebanon")
            st.form_submit_button("Look it up")
        places = {AS_READ: None, **_named(catalogue, claim), **_looked_up(sought)}
        with st.form(f"correct-{claim.id}", border=False):
            fields = {
                field: st.text_input(label, value=now(claim, field) or "", key=f"{field}-{claim.id}")
                for field, label in _WORDS.items()
            }
            picked = st.selectbox("Place", [*places, UNKNOWN], key=f"place-{claim.id}")
            role = st.selectbox("which is where they were, came from, went to", list(Role), key=f"role-{claim.id}")
            why = st.text_input("Why", key=f"why-{claim.id}")
            if not st.form_submit_button("Save the correction"):
                return
        changes = [
            Change(field, words.strip() or UNKNOWN)
            for field, words in fields.items()
            if words.strip() != (now(claim, field) or "")
        ]
        if picked != AS_READ:
            changes.append(Change(Field.PLACE, picked, places.get(picked), role))
        _save(home, catalogue, claim, changes, why)


def _save(home: Home, catalogue: Catalogue, claim: Claim, changes: list[Change], why: str) -> None:
    article = catalogue.articles[claim.article]
    try:
        made = [correction(claim, article, change, who=editor(), why=why) for change in changes]
        append(home.decisions, *made)
    except DatelineError as error:
        sheet.show("correct-told", element("p", str(error), role="alert"))
        return
    told = "Saved; it stands on the map when you go back to it." if made else "Nothing was changed."
    sheet.show("correct-told", element("p", told, role="status"))


def _named(catalogue: Catalogue, claim: Claim) -> dict[str, Place]:
    """The places that the article names, as they were understood."""
    reading = next(it for it in catalogue.collection.readings if it.article.id == claim.article)
    found = [named.place for named in reading.toponyms if named.place is not None and named.place.lat is not None]
    return {f"{place.name} ({_told(place)})": place for place in found}


def _looked_up(name: str) -> dict[str, Place]:
    """Every place of the gazetteer that has the name."""
    if not name.strip():
        return {}
    found = _candidates(" ".join(name.split()))
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
    return ", ".join((place.kind.value, *place.countries))
