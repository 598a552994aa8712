"""Check figures one after the other, by keyboard: accept, reject, undo, and every field put right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import streamlit as st

from geo.collections import apply
from geo.collections.corrections import corrected
from geo.collections.decide import verdict
from geo.collections.decisions import load
from geo.dataset.counts import tally
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.model import Claim
from geo.model.decision import Decision, Review, Verdict
from geo.panels import sheet
from geo.panels.desk import articles, correct, gone, listing, missed, placing, saving, standing, tellings
from geo.panels.desk.added_since import since
from geo.panels.desk.fold import fold
from geo.panels.desk.listing import EMPTY, Only
from geo.panels.desk.writing import Desk
from geo.sharing.view import Selection
from geo.sheets.card import card
from geo.sheets.nodes import BUILD, element
from geo.sheets.parts import document
from geo.sheets.reader import reader
from geo.wording.reviews import by, deed, state

LEDGER, ONLY = "review-ledger", "review-only"
"""The session's keys: what was taken from the browser, and which figures are asked for."""
_TOKEN = re.compile("[0-9a-f]{12}")
"""What the browser calls a decision: told twice, it is saved once."""
_BY_KEY = ("accept", "reject", "hide", "note", "undo")
BEHIND, AHEAD = 3, 12
"""Figures that the browser has at hand: it shows the next one without asking."""


@dataclass(slots=True)
class Ledger:
    """The number of the last decision that was saved, the figure that is looked at, and how often the browser told it.

    One object that stays in the session: each time that the session itself is asked or told, Streamlit may end the run
    for the next key, and a decision that was saved must be known as such in the same breath.
    """

    last: int = 0
    at: str = ""
    heard: int = 0


def _ledger() -> Ledger:
    found = st.session_state.get(LEDGER)
    if not isinstance(found, Ledger):
        found = st.session_state[LEDGER] = Ledger()
    return found


_mount = st.components.v2.component(
    "dateline.review",
    html='<div class="sheet"></div>',
    js=BUILD + (Path(__file__).parent / "review.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def render(desk: Desk, catalogue: Catalogue) -> None:
    try:
        decisions = load(desk.home.decisions)
        catalogue = since(catalogue, decisions)
        decided = _decided(catalogue, decisions)
        out = gone.since(desk, catalogue)
    except DatelineError as error:
        sheet.show("desk-failed", element("p", str(error), role="alert"))
        return
    st.segmented_control(
        "Which figures", list(Only), default=listing.first(), key=ONLY, label_visibility="collapsed", required=True
    )
    checked = {key for key, review in decided.items() if review.checked}
    figures = [it for it in (*catalogue.claims.values(), *catalogue.collection.rejected) if it.article not in out]
    shown = {it.id: _as_decided(it, decided) for it in figures}
    listed = listing.listed(catalogue, figures, shown, Only(st.session_state[ONLY]), checked)
    left, right = st.columns([1, 1])
    at = _at(listed)
    with right:
        _cards(desk, catalogue, figures, listed, decided)
        with st.container(key="desk-correct"):
            saving.told()
            if at is not None:
                stands = shown[at.id]
                article = catalogue.articles[at.article]
                missed.render(desk, catalogue, article)
                correct.render(desk, catalogue, stands)
                placing.render(desk, catalogue, stands)
                tellings.render(desk, catalogue, stands, tuple(decided.values()))
                standing.render(desk, catalogue, stands, decided.get(at.id))
                with fold("Its article", "article") as is_open:
                    if is_open:
                        articles.render(desk, catalogue, article)
            gone.render(desk, catalogue, out)
    with left, st.container(key="list"):
        if at is not None:
            stands = shown[at.id]
            reading = next(it for it in catalogue.collection.readings if it.article.id == at.article)
            doc = document(reading)
            text = reader(catalogue, reading, Selection(claim=at.id), doc, doc.part_of(at.id, 0), alone=True)
            sheet.show("review-text", text, actions={"place": lambda place: placing.choose(catalogue, stands, place)})


def resume(figure: str, listed: str) -> None:
    """Stand at ``figure`` of those that are ``listed``, as before the page was loaded again."""
    _ledger().at = figure
    listing.resume(Only.__members__.get(listed.upper(), Only.UNCHECKED), figure)


def _decided(catalogue: Catalogue, decisions: Sequence[Decision]) -> dict[str, Review]:
    """What stands decided about each figure, by its id of now: in a text that was put right it was another then."""
    now = {it.about.claim: review.claim for review in catalogue.collection.reviews for it in review.decisions}
    found = ((now.get(about.claim, about.claim), these) for about, these in apply.standing(decisions, now).items())
    return {key: Review(key, these) for key, these in found}


def _at(listed: Sequence[Claim]) -> Claim | None:
    """The figure that is looked at; it stays so when more figures are listed."""
    ledger = _ledger()
    found = next((claim for claim in listed if claim.id == ledger.at), listed[0] if listed else None)
    ledger.at = found.id if found else ""
    return found


def _cards(
    desk: Desk, catalogue: Catalogue, every: Sequence[Claim], listed: Sequence[Claim], decided: dict[str, Review]
) -> None:
    """The figure, with those before and after it of those ``listed``, and what was decided by key about ``every`` one:
    also about one that is not listed any more, where others were asked for."""
    at = _at(listed)
    place = listed.index(at) if at else 0
    near = listed[max(0, place - BEHIND) : place + AHEAD]
    today = replace(catalogue, collection=replace(catalogue.collection, reviews=tuple(decided.values())))
    figures = [
        {
            "id": claim.id,
            "order": f"{listed.index(claim) + 1} of {len(listed)}",
            "state": state(decided.get(claim.id)),
            "decided": _deeds(decided.get(claim.id)),
            "node": card(today, _as_decided(claim, decided)),
        }
        for claim in near
    ]

    only = Only(st.session_state[ONLY])

    def heard() -> None:
        _take(desk, catalogue, {it.id: it for it in every}, st.session_state["review-cards"].get("desk") or {})

    data = {
        "figures": figures,
        "at": at.id if at else "",
        "before": place > BEHIND,
        "after": place + AHEAD < len(listed),
        "done": _ledger().last,
        "heard": _ledger().heard,
        "list": only.name.lower(),
        "empty": "" if listed else EMPTY[only],
        "all": _all_checked(every, decided),
    }
    _mount(key="review-cards", data=data, on_desk_change=heard)


def _deeds(review: Review | None) -> list[str]:
    """What stands decided about a figure, the latest last: undo takes that back."""
    return [f"{deed(it)} ({by(it)})" for it in review.decisions] if review else []


def _all_checked(every: Sequence[Claim], decided: dict[str, Review]) -> str:
    """That nothing is left to be checked of ``every`` figure of the collection; empty where something is."""
    if not all(claim.id in decided and decided[claim.id].checked for claim in every):
        return ""
    gone = sum(decided[claim.id].rejected for claim in every)
    left = [claim for claim in every if not decided[claim.id].rejected]
    if not left:
        return "Every figure of this collection was looked at, and taken away." if every else ""
    each = f"All {tally(left)} of this collection are checked" if len(left) > 1 else "The one that is left is checked"
    return f"{each}; {gone:,} more {'was' if gone == 1 else 'were'} taken away." if gone else f"{each}."


def _as_decided(claim: Claim, decided: dict[str, Review]) -> Claim:
    """As it stands with what was decided since the data set was built."""
    return corrected(claim, decided[claim.id].corrected) if claim.id in decided else claim


def _take(desk: Desk, catalogue: Catalogue, known: dict[str, Claim], told: dict[str, Any]) -> None:
    """Save what the browser tells, each decision once, in order; what could not be saved it will tell again."""
    ledger, who = _ledger(), desk.who
    match told:
        case {"at": str(at), "told": int(often)}:
            ledger.at, ledger.heard = at, often
            if at in known:  # a figure that was clicked in the text, or of which the card tells, may not be listed
                listing.add(at)
    for made in told.get("made", ()):
        match made:
            case {"number": int(number), "token": str(token), "id": str(key), "what": str(what), "why": str(why)}:
                claim = known.get(key)
                if number <= ledger.last:
                    continue
                if claim is not None and _TOKEN.fullmatch(token) and what in _BY_KEY:
                    article = catalogue.articles[claim.article]
                    try:
                        made_here = verdict(Verdict(what), claim, article, who=who, why=why)
                        if what != Verdict.UNDO or claim.id in _decided(catalogue, load(desk.home.decisions)):
                            desk.decide(replace(made_here, id=token))
                    except DatelineError as error:
                        st.session_state["desk-told"] = str(error)
                        return
                ledger.last = number
