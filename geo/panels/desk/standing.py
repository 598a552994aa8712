"""Choose where a figure stands in lists, and whether the map writes it beside its symbol."""

import streamlit as st

from geo.collections.decide import AUTO, choice, not_always
from geo.dataset.query import Catalogue
from geo.model import Claim
from geo.model.decision import CHOICES, Review, Verdict
from geo.panels.desk.fold import fold
from geo.panels.desk.saving import settle
from geo.panels.desk.writing import Desk

LABELS = {Verdict.ORDER: "In lists", Verdict.LABEL: "Its words on the map"}
_WORDS = {
    (Verdict.ORDER, AUTO): "By date, as the others",
    (Verdict.ORDER, "first"): "First",
    (Verdict.ORDER, "last"): "Last",
    (Verdict.LABEL, AUTO): "Where there is room",
    (Verdict.LABEL, "shown"): "Before all others",
    (Verdict.LABEL, "hidden"): "Never: the symbol alone",
}


def render(desk: Desk, catalogue: Catalogue, claim: Claim, review: Review | None) -> None:
    """``review``: what stands decided about it by now."""
    with fold("On the map and in lists", "standing") as is_open:
        if is_open:
            _form(desk, catalogue, claim, review)


def _form(desk: Desk, catalogue: Catalogue, claim: Claim, review: Review | None) -> None:
    with st.form(f"standing-{claim.id}", border=False):
        if told := not_always(len(catalogue.collection.claims)):
            st.caption(told)
        stands = {kind: _now(review, kind) for kind in CHOICES}
        asked = {kind: _asked(kind, now, claim) for kind, now in stands.items()}
        why = st.text_input("Why", key=f"standing-why-{claim.id}")
        if not st.form_submit_button("Save how it stands"):
            return
    about = claim, catalogue.articles[claim.article]
    new = {kind: words for kind, words in asked.items() if words != stands[kind]}
    settle(
        desk,
        lambda: [choice(kind, about, words, who=desk.who, why=why) for kind, words in new.items()],
        "Saved; it stands so when you go back to the map.",
    )


def _now(review: Review | None, kind: Verdict) -> str:
    made = review.chosen(kind) if review else None
    return made.after or AUTO if made else AUTO


def _asked(kind: Verdict, now: str, claim: Claim) -> str:
    options = [AUTO, *CHOICES[kind]]
    # What stands there is a part of the key: once it is another, the field shows that.
    return str(
        st.selectbox(
            LABELS[kind],
            options,
            index=options.index(now),
            key=f"{kind}-{claim.id}-{now}",
            format_func=lambda words: _WORDS[kind, words],
        )
    )
