"""What a picture shows of more figures than can be drawn one by one, asked of the tables."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from geo.dataset.counts import number, told
from geo.dataset.filter import Filter
from geo.maps.geometry import Bounds
from geo.maps.groups import Bar, Group, Ledger, Many, Shares, Size
from geo.maps.window import WORLD
from geo.model import Panel, Precision
from geo.store import naming, questions
from geo.store.catalogue import Outline
from geo.store.cells import Box, Cell, cells, first_view
from geo.store.questions import Bin, Counts, Step
from geo.store.where import Asked
from geo.wording import claims as wording
from geo.wording.headline import name, summary, title

MOST_BARS = 60
"""Bars of a timeline; where there would be more, each is of a longer time."""
MOST_MOVEMENTS = 20
"""Movements that a ledger may begin with: more than a picture has room for, of two tellings each."""
MOST_SOURCES = 4
"""Publishers that are named; more are counted."""


def step(first: date, last: date) -> Step:
    """How long a bar is, for some years to fit."""
    days = (last - first).days
    lengths = {Step.DAY: 1, Step.MONTH: 30, Step.YEAR: 365, Step.DECADE: 3652}
    return next((it for it, length in lengths.items() if days / length <= MOST_BARS), Step.DECADE)


def many(outline: Outline, wanted: Filter) -> Many:
    """The figures that a filter lets through."""
    asked = Asked(wanted)
    shown = questions.shown(outline.tables, asked)
    bars = _bars(outline, asked)
    part = "" if shown.counts == outline.facts.counts else f"{_tally(_shares(shown.counts))} shown. "
    return Many(
        heading=title(outline),
        name=name(outline),
        line=f"{part}{summary(outline)}",
        sources=_sources(outline),
        version=outline.tables.version,
        shares=_shares(shown.counts),
        away=shown.away.every,
        undated=shown.counts.every - sum(sum(bar.shares.values()) for bar in bars),
        window=first_view(outline.tables, asked) or WORLD,
        focus=tuple(code for code, _ in outline.facts.ranked),
        bars=bars,
        sizes=[Size(it.power, _shares(it.counts)) for it in questions.sizes(outline.tables, asked)],
        groups=partial(_groups, outline, asked),
        tally=_tally,
        ledger=partial(_ledger, outline, asked),
    )


def _ledger(outline: Outline, asked: Asked) -> Ledger:
    count, found = questions.told_differently(outline.tables, asked, count=MOST_MOVEMENTS)
    ids = [key for told in found for key in told.claims]
    day, part = asked.filter.known_on, outline.part(ids, linked=True)
    known = part.known_by(day) if day else part
    return Ledger(known, [known.claims[key] for key in ids if key in known.claims], count)


def _groups(outline: Outline, asked: Asked, seen: Bounds, zoom: float) -> Sequence[Group]:
    (south, west), (north, east) = seen
    found = cells(outline.tables, asked, Box(south, west, north, east), zoom)
    return [_group(cell, name) for cell, name in zip(found, naming.called(found, zoom, outline), strict=True)]


def _group(cell: Cell, name: str) -> Group:
    wide = cell.places == 1 and cell.form in (Precision.AREA, Precision.LINE)
    lines = tuple(tuple(zip(line[::2], line[1::2], strict=True)) for line in cell.shape)
    return Group((cell.lat, cell.lon), _shares(cell.counts), name, cell.lands, wide, lines)


def _bars(outline: Outline, asked: Asked) -> list[Bar]:
    period = outline.period()
    if period is None:
        return []
    first, last = asked.filter.first or period[0], asked.filter.last or period[1]
    length = step(first, last)
    bins = questions.timeline(outline.tables, asked, length)
    return [Bar(bin_.first, _end(bin_, length), _shares(bin_.counts)) for bin_ in bins]


def _end(bin_: Bin, length: Step) -> date:
    """The day after the last one of a bar."""
    first = bin_.first
    match length:
        case Step.DAY:
            return first + timedelta(days=1)
        case Step.MONTH:
            return date(first.year + first.month // 12, first.month % 12 + 1, 1)
        case Step.YEAR:
            return date(first.year + 1, 1, 1)
    return date(first.year + 10, 1, 1)


def _shares(counts: Counts) -> Shares:
    return {panel: counts.of(panel) for panel in Panel}


def _tally(shares: Shares) -> str:
    return told(shares[Panel.TROOPS] + shares[Panel.DISPLACED], shares[Panel.OTHER])


def _sources(outline: Outline) -> str:
    """Outlets by name, and how many articles there are."""
    names = outline.facts.publishers or outline.facts.agencies
    more = [number(len(names) - MOST_SOURCES, "more publisher")] if len(names) > MOST_SOURCES else []
    listed = wording.listed([*names[:MOST_SOURCES], *more])
    return f"Sources: {number(outline.facts.articles, 'article')}{f' of {listed}' if listed else ''}. "
