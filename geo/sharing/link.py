"""A view as the query of an address, and back: what a reader copies, sends to somebody, or goes back to.

    claim, place      the id of what is selected          from, to        the period, ISO 8601 days
    panel             the open panel                      show            troops or displaced
    article           the id of the article that is read  status, source, in (a place's id)   one or several times
    known             what was known on that day          words           what is searched for
    inferred          hide: without the places that are only inferred
    group             country or event: how the figures of a panel are grouped
    at                latitude, longitude (degrees) and zoom of the map
    collection        its name, where it is not the default one
    data              the version of the data set         marks           a mark of each figure that it had
    figures           how many it had, where they are too many for marks

What stands for itself is left out: the first view has no query at all. A value that cannot be one of ours (of another
data set, not a date, a repeat, too long) makes the whole link one that cannot be used: half a view would be another.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs, urlencode, urlsplit

from geo.dataset.query import PEOPLE, Catalogue, Filter
from geo.errors import ExportError
from geo.limits import LINK_CHARACTERS, LINK_FIELDS, LINK_MARKS, LINK_WORDS
from geo.model import Panel, Status
from geo.sharing.periods import fitted
from geo.sharing.view import Camera, Selection, Tab, View, camera_of
from geo.wording import claims as wording
from geo.wording.grouping import Grouping

Query = dict[str, list[str]]
"""The parameters of an address, decoded; one that is given several times has several values."""

MOST_TOLD = 60
"""Characters of an address that an error repeats."""
MANY = ("status", "source", "in")
ONE = (
    *("claim", "place", "panel", "article", "from", "to", "show", "known", "inferred", "words", "group"),
    *("at", "data", "marks", "figures", "collection"),
)
_TABS = {tab.value.casefold().replace(" ", "-"): tab for tab in Tab}
_MARK = 3
_COUNT = re.compile("[0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link opens, and what the reader has to be told about it."""

    view: View
    notice: str | None = None


def encode(view: View, version: str, collection: str = "") -> Query:
    """``view`` of the data set ``version`` of a ``collection``."""
    wanted, camera = view.filter, view.camera
    one = {
        "collection": collection or None,
        "claim": view.selection.claim,
        "place": view.selection.place,
        "panel": None if view.tab is Tab.TROOPS else view.tab.value.casefold().replace(" ", "-"),
        "article": view.article,
        "from": wanted.first.isoformat() if wanted.first else None,
        "to": wanted.last.isoformat() if wanted.last else None,
        "show": None if wanted.panels == PEOPLE else "".join(sorted(wanted.panels)),
        "known": wanted.known_on.isoformat() if wanted.known_on else None,
        "inferred": None if wanted.inferred else "hide",
        "words": wanted.words or None,
        "group": None if view.grouping is Grouping.DATE else view.grouping.value,
        "at": ",".join(f"{number:.4f}".rstrip("0").rstrip(".") for number in camera) if camera else None,
    }
    many = {"status": wanted.statuses, "source": wanted.sources, "in": wanted.places}
    query = {key: [value] for key, value in one.items() if value is not None}
    query |= {key: sorted(values) for key, values in many.items() if values}
    return {**query, "data": [version]} if query and version else query


def address(view: View, catalogue: Catalogue, *, marked: bool = True) -> str:
    """The query to copy, "?" included: of any view, with the data set and, ``marked``, what tells a changed one."""
    version = catalogue.collection.version
    query = {**encode(view, version, catalogue.collection.about.name), "data": [version]}
    if marked and len(catalogue.ids) <= LINK_MARKS:
        query["marks"] = ["".join(_marks(catalogue))]
    elif marked:
        query["figures"] = [str(len(catalogue.ids))]
    return "?" + urlencode(query, doseq=True)


def decode(query: Mapping[str, Sequence[str]], catalogue: Catalogue) -> Opened:
    """What the parameters of an address ask for. The first view, with a notice, where they cannot be used."""
    changed = _changed(query, catalogue)
    try:
        view = _view(query, catalogue)
    except ValueError as error:
        return Opened(View(), f"{changed or 'This link cannot be used here'}: {error}. You see the first view.")
    return Opened(view, f"{changed}." if changed else None)


def collection_of(address: str) -> str:
    """The name of the collection that a whole link, or its query alone, is about; "" for the default one."""
    words = urlsplit(address).query if "?" in address or "=" not in address else address
    return (parse_qs(words, max_num_fields=LINK_FIELDS).get("collection") or [""])[0]


def opened(address: str, catalogue: Catalogue) -> Opened:
    """What a whole link, or its query alone, opens. Raises ExportError where it cannot be used."""
    try:
        words = urlsplit(address).query if "?" in address or "=" not in address else address
        query = parse_qs(words, keep_blank_values=True, max_num_fields=LINK_FIELDS)
        return Opened(_view(query, catalogue), _changed(query, catalogue))
    except ValueError as error:
        raise ExportError(
            f"cannot be used with this data set: {error}",
            where=f"--view {address[:MOST_TOLD]!a}",
            remedy="Copy it anew from the page, or leave --view out",
        ) from error


def _view(query: Mapping[str, Sequence[str]], catalogue: Catalogue) -> View:
    """Raises ValueError, in words for the reader, where a value is none of ours."""
    if sum(len(key) + len(value) for key, values in query.items() for value in values) > LINK_CHARACTERS:
        raise ValueError("it is too long")
    if repeated := [key for key in ONE if len(query.get(key, ())) > 1]:
        raise ValueError(f"it gives {repeated[0]} more than once")
    one = {key: query[key][0] for key in ONE if query.get(key)}
    wanted = _filter(one, query, catalogue)
    selection = Selection(one.get("claim"), one.get("place"))
    article, tab = one.get("article"), one.get("panel", Tab.TROOPS.value.casefold())
    group = one.get("group", Grouping.DATE.value)
    name = catalogue.collection.about.name
    known = {
        "collection": one.get("collection", name) == name,
        "figure": selection.claim is None or selection.claim in catalogue.claims,
        "place": selection.place is None or selection.place in catalogue.spots,
        "article": article is None or article in catalogue.articles,
        "panel": tab in _TABS,
        "grouping": group in set(Grouping),
        "selection": selection.claim is None or selection.place is None,
    }
    if missing := [what for what, there in known.items() if not there]:
        raise ValueError(f"its {missing[0]} is not here")
    camera = _camera(one["at"]) if "at" in one else None
    return View(wanted, _TABS[tab], selection, article, camera, Grouping(group))


def _filter(one: Mapping[str, str], query: Mapping[str, Sequence[str]], catalogue: Catalogue) -> Filter:
    show = one.get("show", "")
    words = one.get("words", "").strip()
    known: dict[str, set[str]] = {
        "status": {status.value for status in catalogue.statuses()},
        "source": set(catalogue.sources()),
        "in": set(catalogue.named.values()),
    }
    for key, values in known.items():
        if not set(query.get(key, ())) <= values:
            raise ValueError(f"its {key if key != 'in' else 'place'} is not here")
    inferred = one.get("inferred", "")
    if show not in ("", Panel.TROOPS, Panel.DISPLACED) or len(words) > LINK_WORDS:
        raise ValueError("its filter is not one of this page")
    if inferred not in ("", "hide"):
        raise ValueError("its filter is not one of this page")
    wanted = Filter(
        first=_day(one.get("from")),
        last=_day(one.get("to")),
        panels=frozenset({Panel(show)}) if show else PEOPLE,
        statuses=frozenset(Status(value) for value in query.get("status", ())),
        sources=frozenset(query.get("source", ())),
        places=frozenset(query.get("in", ())),
        words=words,
        known_on=_day(one.get("known")),
        inferred=not inferred,
    )
    if wanted != fitted(wanted, catalogue):
        raise ValueError("its dates are outside the period")
    return wanted


def _day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        day = date.fromisoformat(words)
    except ValueError as error:
        raise ValueError("its date is none") from error
    if day.isoformat() != words:
        raise ValueError("its date is none")
    return day


def _camera(words: str) -> Camera:
    try:
        lat, lon, zoom = (float(number) for number in words.split(","))
    except ValueError as error:
        raise ValueError("its part of the map is none") from error
    if (found := camera_of((lat, lon, zoom))) is None:
        raise ValueError("its part of the map is none")
    return found


def _marks(catalogue: Catalogue) -> list[str]:
    """Three hexadecimal digits of each figure's hash: enough to see which few of some hundred are new or gone."""
    return sorted(hashlib.sha256(claim.encode()).hexdigest()[:_MARK] for claim in catalogue.ids)


def _changed(query: Mapping[str, Sequence[str]], catalogue: Catalogue) -> str | None:
    """What changed in the data set since the link was made; None where nothing did."""
    version = catalogue.collection.version
    if list(query.get("data", [version])) == [version]:
        return None
    marks = (list(query.get("marks", ())) or [""])[0][: LINK_MARKS * _MARK]
    if not marks:
        figures = (list(query.get("figures", ())) or [""])[0]
        then_now = f" ({int(figures):,} figures then, {len(catalogue.ids):,} now)" if _COUNT.fullmatch(figures) else ""
        return f"The data set has changed since this link was made{then_now}"
    then = Counter(marks[at : at + _MARK] for at in range(0, len(marks), _MARK))
    now = Counter(_marks(catalogue))
    gone, new = (then - now).total(), (now - then).total()
    by_hand = sum(bool(review.corrected) for review in catalogue.collection.reviews)
    none = "no figure gone or new" if by_hand else "but not its figures"
    words = f"{wording.number(gone, 'figure')} gone, {new:,} new" if gone or new else none
    words += f"; {wording.number(by_hand, 'figure')} by now corrected by hand" if by_hand else ""
    return f"The data set has changed since this link was made ({words})"


def only(selection: Selection, tab: Tab) -> View:
    """The view that a link to one figure opens: the figure, and nothing filtered away."""
    return replace(View(), selection=selection, tab=tab)
