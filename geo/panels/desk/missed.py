"""Add a figure that the reader missed: its words are selected in the article's text, and its fields filled in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import streamlit as st

from geo.collections.added import bare, selected
from geo.collections.decide import Change, addition, correction
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.limits import DECISION_WORDS
from geo.model import Action, Article, Basis, Claim, Population, Role, Span
from geo.model.decision import Field
from geo.panels.desk.candidates import named
from geo.panels.desk.saving import TOLD, refuse
from geo.panels.desk.writing import Desk
from geo.sheets.nodes import BUILD
from geo.wording.claims import sentence_case

CHOSEN, NOWHERE = "desk-missed", "Not said"
"""The session's key: the article and the words that are about to be added; what stands for no place."""
ADDED = "Added; it stands on the map when you go back to it. Click it in the text to put more of it right."
_MARKS = ".,;:!?\"“”'’()"
_mount = st.components.v2.component(
    "dateline.missed",
    html='<div class="sheet"></div>',
    js=BUILD + (Path(__file__).parent / "missed.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def render(desk: Desk, catalogue: Catalogue, article: Article) -> None:
    """The offer to add what is selected, and the form for it once it was taken."""

    def heard() -> None:
        match st.session_state["missed-offer"].get("chosen"):
            case {"words": str(words), "before": str(before), "after": str(after)}:
                try:
                    st.session_state[CHOSEN] = article.id, selected(article, words, before, after)
                except DatelineError as error:
                    st.session_state[TOLD] = str(error)

    match st.session_state.get(CHOSEN):
        case (str(about), Span() as chosen) if about == article.id:
            words: Span | None = chosen
        case _:
            words = None
    taken = f"{words.start}-{words.end}" if words else ""
    with st.container(key="desk-missed"):  # its room stays: what stands below would close if it moved
        data = {"about": article.id, "most": DECISION_WORDS, "taken": taken}
        _mount(key="missed-offer", data=data, on_chosen_change=heard)
        if words is not None:
            _form(desk, catalogue, article, words)


def _form(desk: Desk, catalogue: Catalogue, article: Article, words: Span) -> None:
    claim = bare(article, words)
    places = named(catalogue, claim)
    key = f"{article.id}-{words.start}-{words.end}"
    with st.form(f"missed-{key}"):
        st.text(f"“{' '.join(words.of(article.text).split())}”")
        left, right = st.columns(2)
        with left:
            value = st.text_input("Figure", value=claim.quantity.words, key=f"missed-value-{key}")
            day = st.text_input("Date", key=f"missed-date-{key}", placeholder="2021-07-28")
            speaker = st.text_input("Said by", key=f"missed-speaker-{key}")
        with right:
            people = _choice("People", tuple(Population), people_of(catalogue, claim), key)
            action = _choice("What they did", tuple(Action), claim.action, key)
            basis = _choice("Kind of figure", tuple(Basis), claim.basis, key)
        left, right = st.columns(2)
        told = "One that the article names; any other can be given once the figure is added"
        where = left.selectbox("Its place", [NOWHERE, *places], key=f"missed-place-{key}", help=told)
        with right:
            role = _choice("At, from or to it", tuple(Role), Role.AT, key)
        with st.container(horizontal=True):
            adds, leaves = st.form_submit_button("Add the figure"), st.form_submit_button("Leave it")
    if leaves:
        st.session_state[CHOSEN] = None
        st.rerun()
    if not adds:
        return
    given = {
        Field.VALUE: value,
        Field.DATE: day,
        Field.SPEAKER: speaker,
        Field.POPULATION: people,
        Field.ACTION: action,
        Field.BASIS: basis,
    }
    try:
        fields = [(field, " ".join(it.split())) for field, it in given.items()]
        made = addition(article, words, fields, who=desk.who)
        if (place := places.get(where)) is None:
            desk.decide(made)
        else:
            placed = correction(claim, article, Change(Field.PLACE, place.name, place, Role(role)), who=desk.who)
            desk.decide(made, replace(placed, about=made.about))
    except DatelineError as error:
        refuse(str(error))
        return
    st.session_state[CHOSEN] = None
    st.session_state[TOLD] = ADDED
    st.rerun()


def people_of(catalogue: Catalogue, claim: Claim) -> Population:
    """Who is counted, as in other figures of the collection with the same noun ("soldiers"); else as it stands."""
    said = {word.strip(_MARKS) for word in claim.counted.casefold().split()}
    nouns = ((it.population, it.counted.casefold().split()) for it in catalogue.claims.values())
    alike = Counter(population for population, words in nouns if words and words[-1] in said)
    return alike.most_common(1)[0][0] if alike else claim.population


def _choice(label: str, options: Sequence[StrEnum], default: StrEnum, key: str) -> str:
    """``default`` stands there until somebody chooses: the first option would be a claim of its own."""
    values, name = [it.value for it in options], label.casefold().replace(" ", "-")
    at = values.index(default.value)
    return str(st.selectbox(label, values, index=at, key=f"missed-{name}-{key}", format_func=sentence_case))
