"""The panel beside the map of a large collection: what is selected, then a part of the chosen list."""

from datetime import date

import streamlit as st

from geo.dataset.counts import number
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.model import Panel
from geo.panels import evidence, filters, instead, sheet, view
from geo.panels.large import bars, differences
from geo.panels.large.listing import part, turn
from geo.panels.strip import nothing
from geo.sharing.view import STRIPS, Selection, Tab
from geo.sheets.chart import strip
from geo.sheets.nodes import Node, element, pick
from geo.sheets.parts import document
from geo.sheets.reader import reader
from geo.store import groups, pages, questions
from geo.store.catalogue import Outline
from geo.store.questions import At, Counts, Shown
from geo.store.where import Asked
from geo.wording import claims as wording
from geo.wording import dates
from geo.wording.countries import countries

TABS = (Tab.TROOPS, Tab.DISPLACED, Tab.TIMELINE, Tab.PLACES, Tab.ARTICLES)
_NAMES = {Tab.TIMELINE: "All by date"}


def render(outline: Outline, wanted: Filter, shown: Shown, selection: Selection) -> None:
    place = questions.place(outline.tables, selection.place) if selection.place else None
    asked = Asked(wanted, place=place.id if place else None)
    counts = shown.counts if place is None else _shown(outline.tables.version, asked, outline).counts
    numbers = {Tab.TROOPS: counts.troops, Tab.DISPLACED: counts.displaced, Tab.TIMELINE: counts.every}
    st.session_state.setdefault(view.TAB, Tab.TROOPS.value)
    view.open_matches(hash(asked), {Tab.TROOPS: counts.troops, Tab.DISPLACED: counts.displaced})
    st.segmented_control(
        "Panel",
        [tab.value for tab in TABS],
        format_func=lambda name: _tab(Tab(name), numbers.get(Tab(name))),
        key=view.TAB,
        label_visibility="collapsed",
        required=True,
        on_change=view.close_differences,
    )
    with st.container(key="panel"):
        with st.container(key="evidence"):
            _evidence(outline, asked, selection, place.name if place else "")
        with st.container(key="list"):
            match view.tab():
                case Tab.PLACES:
                    _places(outline, Asked(wanted), selection)
                case Tab.ARTICLES:
                    _article(outline, selection, wanted.words)
                case Tab.DIFFERENCES:
                    differences.render(outline, asked, selection)
                case tab:
                    _figures(outline, asked, STRIPS.get(tab), counts, selection)


def _tab(tab: Tab, count: int | None) -> str:
    name = _NAMES.get(tab, tab.value)
    return name if count is None else f"{name} {count:,}"


def _evidence(outline: Outline, asked: Asked, selection: Selection, name: str) -> None:
    """The card of a figure, or what the lists below are narrowed to."""
    some = outline.part([selection.claim], linked=True) if selection.claim else None
    if some and selection.claim and selection.claim in some.claims:
        is_shown = questions.is_among(outline.tables, asked, selection.claim)
        evidence.render(some, (some.claims[selection.claim],) if is_shown else (), selection)
    elif name:
        close = pick("close", "", "Close", cls="close", aria_label=f"Close {name}")
        head = element("h2", wording.sentence_case(name), dir="auto")
        told = element("p", "The lists show the figures that name this place.", cls="rule")
        panel = element("section", head, told, close, cls="evidence", aria_label=name)
        sheet.show("evidence", panel, top=selection.place, closes=True)


def _figures(outline: Outline, asked: Asked, panel: Panel | None, others: Counts, selection: Selection) -> None:
    """A part of the figures of one panel, or of all, by date; above it where in time and how large all of them are.
    ``others`` are how many all panels have."""
    count = others.of(panel) if panel else others.every
    if not count:
        fewer = instead.ways(outline, asked.filter, lambda less: shown(outline, less).counts.people)
        elsewhere = [(tab, it) for tab, other in STRIPS.items() if (it := others.of(other)) and other is not panel]
        empty = nothing(panel or Panel.TROOPS, 1, elsewhere, None, [] if elsewhere else fewer)
        sheet.show("figures", empty, actions={"clear": filters.clear, "open": lambda it: view.open_tab(Tab(it))})
        return
    one = Asked(asked.filter, frozenset({panel}) if panel else None, asked.place)
    version = outline.tables.version
    name = f"figures {panel}"
    now = part(name, count, one)
    rule, rows = _rows(version, one, now.start, now.stop - now.start, selection.claim, outline)

    def jump(day: str) -> None:
        turn(name)(str(questions.before(outline.tables, one, date.fromisoformat(day))))

    differing = differences.count(outline, one)
    words = f"{wording.number(differing, 'movement')} told differently"
    sheet.show(
        "figures",
        _over(version, one, outline),
        element(
            "p",
            "Figures as printed, log scale. ",
            rule,
            " " if differing else None,
            pick("differences", "", words, cls="plain") if differing else None,
            cls="rule",
        ),
        now.turns(),
        rows,
        now.turns(),
        actions={"turn": turn(name), "jump": jump, "differences": view.differences},
        top=f"{name} {now.start}" if now.start else None,
    )


@st.cache_data(max_entries=128, show_spinner=False)
def _rows(
    version: str,
    one: Asked,
    start: int,
    count: int,
    selected: str | None,
    _outline: Outline,
) -> tuple[str, Node]:
    """A part of a list with the rule above it, made once: most visitors see the first one."""
    ids, some = _some(version, one, start, count, _outline)
    claims = [some.claims[key] for key in ids]
    return wording.no_total(claims), strip(some, claims, claims, selected)


@st.cache_resource(max_entries=64, show_spinner=False)
def _some(version: str, one: Asked, start: int, count: int, _outline: Outline) -> tuple[tuple[str, ...], Catalogue]:  # noqa: ARG001
    """The figures of a part of a list, which stay the same whichever of them is selected."""
    found = questions.listed(_outline.tables, one, start, count)
    ids = tuple(key for key, *_ in found)
    return ids, _outline.part(ids, [(row, article) for _, row, article in found])


@st.cache_data(max_entries=128, show_spinner=False)
def _over(version: str, one: Asked, _outline: Outline) -> Node:  # noqa: ARG001  the cache's key
    """The bars above a list, made once for each filter."""
    first, last = _outline.period() or (date.min, date.min)
    step = groups.step(one.filter.first or first, one.filter.last or last)
    return element(
        "div",
        bars.timeline(questions.timeline(_outline.tables, one, step), step),
        bars.sizes(questions.sizes(_outline.tables, one)),
        cls="over",
    )


@st.cache_data(max_entries=256, show_spinner=False)
def _shown(version: str, asked: Asked, _outline: Outline) -> Shown:  # noqa: ARG001  the cache's key
    return questions.shown(_outline.tables, asked)


def shown(outline: Outline, wanted: Filter) -> Shown:
    """How many figures the filters let through; asked once for all visitors with the same ones."""
    return _shown(outline.tables.version, Asked(wanted), outline)


def _places(outline: Outline, asked: Asked, selection: Selection) -> None:
    hint = "Search the places"
    words = st.text_input(hint, placeholder=hint, key="places-words", label_visibility="collapsed", live=True)
    kept = st.session_state.get("part places")
    start = kept[1] if isinstance(kept, tuple) and kept[0] == (asked, words) else 0
    count, found = _found(outline.tables.version, asked, words, start, outline)
    now = part("places", count, (asked, words))
    rows = [_row(outline, at, selection) for at in found]
    head = element("tr", *(element("th", name, scope="col") for name in ("Place", "Country", "Figures", "Last date")))
    caption = element("caption", "Every place that a figure is about. A movement counts at both its ends.")
    sheet.show(
        "places",
        now.turns(),
        element("table", caption, element("thead", head), element("tbody", *rows))
        if rows
        else element("p", "No place is called so.", cls="empty"),
        now.turns(),
        actions={"turn": turn("places")},
    )


@st.cache_data(max_entries=128, show_spinner=False)
def _found(version: str, asked: Asked, words: str, start: int, _outline: Outline) -> tuple[int, tuple[At, ...]]:  # noqa: ARG001
    return questions.places(_outline.tables, asked, words=words, start=start)


def _row(outline: Outline, at: At, selection: Selection) -> Node:
    chosen = "true" if selection.place == at.place.id else "false"
    return element(
        "tr",
        element("td", pick("place", at.place.id, at.place.name, cls="plain", aria_pressed=chosen)),
        element("td", countries(outline, at.place)),
        element("td", f"{at.figures:,}", cls="number"),
        element("td", dates.day(at.last) if at.last else "Date unknown"),
    )


def _article(outline: Outline, selection: Selection, words: str) -> None:
    """The article that was opened from a figure."""
    reading = pages.reading(outline.tables, str(st.session_state.get(view.ARTICLE) or ""))
    if reading is None:
        told = f"{number(outline.facts.articles, 'article')}. “Read in the article” on a figure opens one."
        sheet.show("articles", element("p", told, cls="empty"))
        return
    some = outline.part([claim.id for claim in reading.claims])
    doc = document(reading)
    at = doc.part_of(selection.claim, 0)
    shown_ = reader(some, reading, selection, doc, at, words=words)
    sheet.show("articles", shown_, actions={"article": view.read_article}, top=reading.article.id)
