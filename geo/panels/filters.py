"""The filter strip: period, population, status, source and words; what is shown, and what is not on the map.

The widgets keep their values in the session under the keys below; a chip's cross and "Clear all" set them back.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import cast

import streamlit as st

from geo.dataset.query import Catalogue, Filter, people
from geo.dataset.store import Collection
from geo.maps.layout import layout
from geo.model import Claim, Panel, Status
from geo.panels import sheet
from geo.panels.sheet import Node, element, pick
from geo.wording import claims as wording
from geo.wording import dates

PANELS = {"Troops": Panel.TROOPS, "Displaced": Panel.DISPLACED}
ALL_STATUSES = "All statuses"
ALL_SOURCES = "All sources"
MOST_ROWS = 60
"""Figures named in the tray."""


def render(catalogue: Catalogue) -> tuple[Claim, ...]:
    """Draw the strip and return the claims that it lets through, by date."""
    with st.container(key="fold"):
        st.checkbox("Filters", key="filters-open")
    st.session_state.setdefault("filter-panels", list(PANELS))
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="small"):
        days = _period(catalogue)
        panels = st.pills(
            "Population",
            list(PANELS),
            selection_mode="multi",
            key="filter-panels",
            label_visibility="collapsed",
        )
        status = st.selectbox(
            "Status",
            [ALL_STATUSES, *(wording.sentence_case(s) for s in catalogue.statuses())],
            key="filter-status",
            label_visibility="collapsed",
        )
        source = st.selectbox(
            "Publisher or agency",
            [ALL_SOURCES, *catalogue.sources()],
            key="filter-source",
            label_visibility="collapsed",
        )
        words = st.text_input(
            "Search the sentences", placeholder="Search the sentences", key="filter-words", label_visibility="collapsed"
        )
    wanted = Filter(
        first=days[0] if days else None,
        last=days[1] if days else None,
        panels=frozenset(PANELS[name] for name in panels) if len(panels) < len(PANELS) else frozenset(),
        statuses=frozenset() if status == ALL_STATUSES else frozenset({Status(status.lower())}),
        sources=frozenset() if source == ALL_SOURCES else frozenset({source}),
        words=words.strip(),
    )
    shown = catalogue.select(wanted) if panels else _statements_only(catalogue, wanted)
    _state(catalogue, shown, wanted, none_picked=not panels)
    return shown


def clear(what: str = "") -> None:
    """Set one filter back, or all of them."""
    defaults = {
        "period": ("filter-period", st.session_state.get("whole-period")),
        "panels": ("filter-panels", list(PANELS)),
        "status": ("filter-status", ALL_STATUSES),
        "source": ("filter-source", ALL_SOURCES),
        "words": ("filter-words", ""),
    }
    for name, (key, value) in defaults.items():
        if what in ("", name) and value is not None:
            st.session_state[key] = value


def _period(catalogue: Catalogue) -> tuple[date, date] | None:
    """The days asked for; None while the whole period is."""
    days = catalogue.period()
    if days is None:
        return None
    whole = days[0].replace(day=1), days[1].replace(day=monthrange(days[1].year, days[1].month)[1])
    if st.session_state.get("whole-period") != whole:
        # The first run, or a data set with other days: what was chosen among the old ones no longer fits the slider.
        st.session_state["whole-period"] = st.session_state["filter-period"] = whole
    with st.container(key="period-words", width="content"):
        words = st.empty()
    # The session gives it two days; a default value as well would be refused.
    slider = st.slider("Period", *whole, format="D MMM YYYY", key="filter-period", label_visibility="collapsed")
    first, last = cast("tuple[date, date]", slider)
    with words:
        sheet.show("period", element("span", "Period ", element("strong", dates.period(first, last)), cls="period"))
    return None if (first, last) == whole else (first, last)


def _statements_only(catalogue: Catalogue, wanted: Filter) -> tuple[Claim, ...]:
    return tuple(claim for claim in catalogue.select(wanted) if claim.panel is Panel.OTHER)


def _state(catalogue: Catalogue, shown: Sequence[Claim], wanted: Filter, *, none_picked: bool) -> None:
    """How many are shown, how many of them are not on the map, and a chip for each filter that is on."""
    all_figures = len(people(catalogue.claims.values()))
    reasons = _not_on_the_map(catalogue.collection.version, catalogue.collection)
    away = [(claim, reasons[claim.id]) for claim in shown if claim.id in reasons]
    chips = _chips(wanted, none_picked=none_picked)
    sheet.show(
        "state",
        element(
            "div",
            element(
                "span",
                "Showing ",
                element("strong", f"{len(people(shown)):,} of {all_figures:,}"),
                " figure" if all_figures == 1 else " figures",
                role="status",
            ),
            _tray(catalogue, away),
            *chips,
            pick("clear", "", "Clear all", cls="plain") if chips else None,
            cls="state",
        ),
        actions={"clear": clear},
    )


def _chips(wanted: Filter, *, none_picked: bool) -> list[Node]:
    period = dates.period(wanted.first, wanted.last) if wanted.first and wanted.last else None
    only = wording.listed([f"{panel.value} only" for panel in wanted.panels])
    panels = "neither troops nor displaced" if none_picked else only
    chips = {
        "period": period,
        "panels": wording.sentence_case(panels),
        "status": wording.sentence_case("".join(wanted.statuses)),
        "source": "".join(wanted.sources),
        "words": f"“{wanted.words}”" if wanted.words else None,
    }
    return [
        pick(
            "clear",
            what,
            element("span", words),
            element("span", " ×", aria_hidden="true"),
            cls="filter-chip",
            aria_label=f"Remove the filter {words}",
        )
        for what, words in chips.items()
        if words
    ]


@st.cache_data(max_entries=4, show_spinner=False)
def _not_on_the_map(version: str, _collection: Collection) -> dict[str, str]:  # noqa: ARG001  the version is the key
    """Why a claim is not on the map, by its id."""
    return {missing.claim: missing.why for missing in layout(_collection, _collection.claims).tray}


def _tray(catalogue: Catalogue, away: Sequence[tuple[Claim, str]]) -> Node | None:
    """The figures that are not on the map, each with the reason."""
    if not away:
        return None
    rows = [
        element("li", pick("claim", claim.id, wording.line(claim, catalogue.adjectives), cls="plain"), f": {why}.")
        for claim, why in away[:MOST_ROWS]
    ]
    rest = element("li", f"and {len(away) - MOST_ROWS:,} more") if len(away) > MOST_ROWS else None
    heading = element("summary", f"{len(away):,} not on the map")
    return element("details", heading, element("ul", *rows, rest), cls="tray")
