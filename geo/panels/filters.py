"""The filter strip: one widget for each part of a ``Filter``.

The widgets keep their values in the session under the keys below; ``current`` reads them as one ``Filter`` and
``restore`` sets them to one.
"""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import streamlit as st

from geo.dataset.query import PEOPLE, Catalogue, Filter
from geo.limits import LINK_WORDS
from geo.model import Panel, Status
from geo.panels import sheet
from geo.sharing import periods
from geo.sheets.nodes import element, pick
from geo.wording import claims as wording
from geo.wording import dates

PANELS = {"Troops": Panel.TROOPS, "Displaced": Panel.DISPLACED}
PERIOD, POPULATION, STATUS, SOURCE = "filter-period", "filter-panels", "filter-statuses", "filter-sources"
PLACE, KNOWN, WORDS, INFERRED = "filter-places", "filter-known", "filter-words", "filter-inferred"
OPEN = "filters-open"
"""The session's key for whether the strip is unfolded on a phone."""
ASKED, CLEARED = "filters-asked", "filters-cleared"
"""The session's keys for what a click asked to be set back, and for the filter that "Clear all" took away."""


def current(catalogue: Catalogue) -> Filter:
    """What the widgets ask for. They may have been sent by hand: what none of them offers is let be."""
    state = st.session_state
    named, whole = catalogue.named, periods.whole(catalogue)
    chosen = _days(state.get(PERIOD)) if whole else None
    if chosen == whole:
        chosen = None
    names, known_on = state.get(POPULATION), state.get(KNOWN)
    statuses = {wording.sentence_case(status): status for status in Status}
    return Filter(
        first=chosen[0] if chosen else None,
        last=chosen[1] if chosen else None,
        panels=frozenset(PANELS[name] for name in names or () if name in PANELS) or PEOPLE,
        statuses=frozenset(statuses[name] for name in state.get(STATUS, ()) if name in statuses),
        sources=frozenset(state.get(SOURCE, ())).intersection(catalogue.sources()),
        places=frozenset(named[name] for name in state.get(PLACE, ()) if name in named),
        words=str(state.get(WORDS) or "").strip()[:LINK_WORDS],
        known_on=known_on if isinstance(known_on, date) else None,
        inferred=bool(state.get(INFERRED, True)),
    )


def _days(value: object) -> tuple[date, date] | None:
    """A period as the slider has it; None for anything else."""
    match value:
        case (date() as first, date() as last) if first <= last:
            return first, last
    return None


def restore(wanted: Filter, catalogue: Catalogue) -> None:
    """Set the widgets to ``wanted``; what this data set does not have is left out. Call it before they are drawn."""
    whole = periods.whole(catalogue)
    days = (wanted.first or date.min, wanted.last or date.max)
    names = {place: name for name, place in catalogue.named.items()}
    st.session_state.update(
        {
            POPULATION: [] if wanted.panels == PEOPLE else [name for name, it in PANELS.items() if it in wanted.panels],
            STATUS: [name for name in _statuses(catalogue) if Status(name.lower()) in wanted.statuses],
            SOURCE: [name for name in catalogue.sources() if name in wanted.sources],
            PLACE: sorted(names[place] for place in wanted.places if place in names),
            KNOWN: periods.within(wanted.known_on, periods.known(catalogue)),
            WORDS: wanted.words,
            INFERRED: wanted.inferred,
        }
    )
    if whole is not None:
        st.session_state[PERIOD] = tuple(periods.within(day, whole) for day in days)


def asked(catalogue: Catalogue) -> Filter:
    """What the strip asks for, with what a click has asked of it; whether it is drawn or not."""
    _fit(catalogue)
    _obey(catalogue)
    wanted = current(catalogue)
    if wanted != Filter():
        st.session_state.pop(CLEARED, None)
    return wanted


def render(catalogue: Catalogue, wanted: Filter) -> None:
    """Draw the strip, which asks for ``wanted``: call ``asked`` before."""
    count = len(chips(wanted, catalogue))
    with st.container(key="fold"):
        opened = bool(st.session_state.get(OPEN))
        words = f"Filters, {count} active" if count else "Filters"
        button = pick("fold", "", words, cls="boxed", aria_expanded="true" if opened else "false")
        sheet.show("fold", button, actions={"fold": _fold})
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="small"):
        _period(catalogue)
        _choices("Population", list(PANELS), POPULATION)
        _many("Status", "All statuses", _statuses(catalogue), STATUS)
        _many("Publisher or agency", "All sources", list(catalogue.sources()), SOURCE)
        _many("Place", "All places", list(catalogue.named), PLACE)
        if days := periods.known(catalogue):
            first, last = days
            options: dict[str, Any] = {"format": "DD/MM/YYYY", "min_value": first, "max_value": last}
            st.date_input("What was known on", None, key=KNOWN, label_visibility="collapsed", **options)
        if catalogue.inferred:
            st.checkbox("Inferred places", key=INFERRED)
        hint = "Search the sentences"
        st.text_input(hint, placeholder="Search", key=WORDS, label_visibility="collapsed", max_chars=LINK_WORDS)


def chips(wanted: Filter, catalogue: Catalogue) -> dict[str, str]:
    """A name in words for each part of ``wanted`` that is on, under the name by which ``clear`` knows it."""
    names = {place: name for name, place in catalogue.named.items()}
    found = {}
    if wanted.first and wanted.last:
        found["period"] = dates.period(wanted.first, wanted.last)
    if wanted.panels < PEOPLE:
        only = wording.listed([f"{panel.value} only" for panel in wanted.panels])
        found["panels"] = wording.sentence_case(only)
    found |= {f"status {status}": wording.sentence_case(status) for status in Status if status in wanted.statuses}
    found |= {f"source {source}": source for source in sorted(wanted.sources)}
    found |= {f"place {place}": names.get(place, place) for place in sorted(wanted.places)}
    if wanted.known_on:
        found["known"] = f"Known by {dates.day(wanted.known_on)}"
    if not wanted.inferred:
        found["inferred"] = "Inferred places hidden"
    if wanted.words:
        found["words"] = f"“{wanted.words}”"
    return found


def clear(what: str = "") -> None:
    """Ask for one part of the filter to be set back, by the name of its chip, or for all of it."""
    st.session_state[ASKED] = what


def undo(_: str = "") -> None:
    """Ask for the filter that was cleared last."""
    st.session_state[ASKED] = "undo"


def can_undo() -> bool:
    return CLEARED in st.session_state


def _obey(catalogue: Catalogue) -> None:
    """Do what a click asked for: it came before this run, and the widgets are not drawn yet."""
    if (asked := st.session_state.pop(ASKED, None)) is None:
        return
    if asked == "undo":
        restore(st.session_state.pop(CLEARED, Filter()), catalogue)
        return
    wanted = current(catalogue)
    if not asked:
        st.session_state[CLEARED] = wanted
    restore(without(wanted, asked), catalogue)


def without(wanted: Filter, what: str) -> Filter:
    """``wanted`` without the part that a chip of this name stands for; without any where it is ""."""
    part, _, value = what.partition(" ")
    rests = {
        "period": replace(wanted, first=None, last=None),
        "panels": replace(wanted, panels=PEOPLE),
        "status": replace(wanted, statuses=frozenset(it for it in wanted.statuses if it.value != value)),
        "source": replace(wanted, sources=wanted.sources - {value}),
        "place": replace(wanted, places=wanted.places - {value}),
        "known": replace(wanted, known_on=None),
        "inferred": replace(wanted, inferred=True),
        "words": replace(wanted, words=""),
    }
    return rests.get(part, Filter())


def _fold(_: str) -> None:
    st.session_state[OPEN] = not st.session_state.get(OPEN)


def _fit(catalogue: Catalogue) -> None:
    """On the first run, and where the data set is another than in the last: set the widgets to what it has."""
    there = (
        POPULATION in st.session_state
    )  # Streamlit forgets all of them where a message names a page that there is not
    if st.session_state.get("filters-of") != catalogue.collection.version or not there:
        before = st.session_state.get("filters-of") is not None
        restore(current(catalogue) if before or there else Filter(), catalogue)
        st.session_state["filters-of"] = catalogue.collection.version


def _period(catalogue: Catalogue) -> None:
    if (whole := periods.whole(catalogue)) is None:
        return
    with st.container(key="period-words", width="content"):
        words = st.empty()
    # The session gives it two days; a default value as well would be refused.
    slider = st.slider("Period", *whole, format="D MMM YYYY", key=PERIOD, label_visibility="collapsed")
    first, last = cast("tuple[date, date]", slider)
    with words:
        spelt = dates.period(first, last, "%b")
        sheet.show("period", element("span", "Period ", element("strong", spelt), cls="period"))


def _choices(label: str, options: list[str], key: str) -> None:
    """Each shows its own alone; nothing chosen stands for all."""
    st.pills(label, options, selection_mode="multi", key=key, label_visibility="collapsed")


def _many(label: str, every: str, options: list[str], key: str) -> None:
    """A choice of several; nothing chosen stands for all. Where there is nothing to choose, it is left out."""
    if not options:
        return
    st.multiselect(label, options, key=key, placeholder=every, label_visibility="collapsed", select_all=False)


def _statuses(catalogue: Catalogue) -> list[str]:
    return [wording.sentence_case(status) for status in catalogue.statuses()]
