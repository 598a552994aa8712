"""Add a figure that the reader missed: its words are selected in the article's text, and its fields filled in."""

from pathlib import Path

import streamlit as st

from geo.collections.added import bare, selected
from geo.collections.decide import addition
from geo.errors import DatelineError
from geo.limits import DECISION_WORDS
from geo.model import Action, Article, Basis, Population, Span
from geo.model.decision import Field
from geo.panels.desk.saving import TOLD, refuse
from geo.panels.desk.writing import Desk
from geo.sheets.nodes import BUILD
from geo.wording.claims import sentence_case

CHOSEN = "desk-missed"
"""The session's key: the article and the words that are about to be added."""
_mount = st.components.v2.component(
    "dateline.missed",
    html='<div class="sheet"></div>',
    js=BUILD + (Path(__file__).parent / "missed.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def render(desk: Desk, article: Article) -> None:
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
            _form(desk, article, words)


def _form(desk: Desk, article: Article, words: Span) -> None:
    claim = bare(article, words)
    key = f"{article.id}-{words.start}-{words.end}"
    with st.form(f"missed-{key}"):
        st.text(f"“{' '.join(words.of(article.text).split())}”")
        left, right = st.columns(2)
        given = {
            Field.VALUE: left.text_input("The figure", value=claim.quantity.words, key=f"missed-value-{key}"),
            Field.DATE: left.text_input("When", key=f"missed-date-{key}", placeholder="2021-07-28"),
            Field.SPEAKER: left.text_input("Who said it", key=f"missed-speaker-{key}"),
            Field.POPULATION: right.selectbox(
                "Who is counted", [it.value for it in Population], key=f"missed-people-{key}", format_func=sentence_case
            ),
            Field.ACTION: right.selectbox(
                "Their move", [it.value for it in Action], key=f"missed-action-{key}", format_func=sentence_case
            ),
            Field.BASIS: right.selectbox(
                "Basis", [it.value for it in Basis], key=f"missed-basis-{key}", format_func=sentence_case
            ),
        }
        with st.container(horizontal=True):
            adds, leaves = st.form_submit_button("Add the figure"), st.form_submit_button("Leave it")
    if leaves:
        st.session_state[CHOSEN] = None
        st.rerun()
    if not adds:
        return
    try:
        fields = [(field, " ".join(it.split())) for field, it in given.items()]
        desk.decide(addition(article, words, fields, who=desk.who))
    except DatelineError as error:
        refuse(str(error))
        return
    st.session_state[CHOSEN] = None
    st.session_state[TOLD] = "Added; it stands on the map when you go back to it, and can be given its places then."
    st.rerun()
