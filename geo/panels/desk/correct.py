"""Put one figure right: its value, who is counted, what they did, when, how firmly it is said and by whom."""

from collections.abc import Sequence
from enum import StrEnum

import streamlit as st

from geo.collections.corrections import now
from geo.collections.decide import UNKNOWN, Change
from geo.dataset.query import Catalogue
from geo.model import Action, Basis, Claim, Population, Status
from geo.model.decision import Field
from geo.panels.desk.fold import fold
from geo.panels.desk.saving import save
from geo.panels.desk.writing import Desk
from geo.wording.claims import sentence_case

_WORDS = {
    Field.VALUE: ("Figure", "1,200; about 1,200; at least 300; 200-300; vague 200-900 for “several hundred”"),
    Field.WHO: ("Whose troops, or which people", "Russian; Syrian. Empty where the article does not say"),
    Field.DATE: ("Date", "2021-07-28, or 2021-07-05/2021-07-11. Empty where it is unknown"),
    Field.SPEAKER: ("Said by", "Empty where it is the outlet's own word"),
}
_CHOICES: dict[Field, tuple[str, Sequence[StrEnum]]] = {
    Field.POPULATION: ("People", tuple(Population)),
    Field.ACTION: ("What they did", tuple(Action)),
    Field.BASIS: ("Kind of figure", tuple(Basis)),
    Field.STATUS: ("How firm it is", tuple(Status)),
}


def render(desk: Desk, catalogue: Catalogue, claim: Claim) -> None:
    """The fields of ``claim``; what is changed in them is saved as one correction a field."""
    with fold("Correct it", "correct") as is_open:
        if is_open:
            _form(desk, catalogue, claim)


def _form(desk: Desk, catalogue: Catalogue, claim: Claim) -> None:
    with st.form(f"correct-{claim.id}", border=False):
        left, right = st.columns(2)
        with left:
            words = {field: _field(field, claim) for field in _WORDS}
        with right:
            choices = {field: _choice(field, claim) for field in _CHOICES}
        why = st.text_input("Why", key=f"why-{claim.id}")
        if not st.form_submit_button("Save the correction"):
            return
        given = {field: " ".join(it.split()) for field, it in words.items()} | choices
        changes = [Change(field, it or UNKNOWN) for field, it in given.items() if it != (now(claim, field) or "")]
        save(desk, catalogue, claim, changes, why)


def _field(field: Field, claim: Claim) -> str:
    label, example = _WORDS[field]
    stands = now(claim, field) or ""
    # What stands there is a part of the key: once it is another, the field shows that.
    return st.text_input(label, value=stands, key=f"{field}-{claim.id}-{stands}", help=example)


def _choice(field: Field, claim: Claim) -> str:
    label, options = _CHOICES[field]
    values = [option.value for option in options]
    stands = now(claim, field) or values[0]
    key = f"{field}-{claim.id}-{stands}"
    return str(st.selectbox(label, values, index=values.index(stands), key=key, format_func=sentence_case))
