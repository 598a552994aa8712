"""The periods that a filter can ask for: whole months around what the data set holds."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue

Days = tuple[date, date]
"""The first and the last day, both included."""


def whole(catalogue: Catalogue) -> Days | None:
    """Around all figures; None where none has a date."""
    return _months(catalogue.period())


def known(catalogue: Catalogue) -> Days | None:
    """Around all days of publication; None where no article has one."""
    return _months((catalogue.publications[0], catalogue.publications[-1])) if catalogue.publications else None


def within(day: date | None, days: Days | None) -> date | None:
    """``day``, or the nearest of ``days``; None where either is."""
    return min(max(day, days[0]), days[1]) if day and days else None


def fitted(wanted: Filter, catalogue: Catalogue) -> Filter:
    """``wanted`` with its days inside these periods, and no period where it is the whole one."""
    every = whole(catalogue)
    first, last = within(wanted.first, every), within(wanted.last, every)
    if every is None or first is None or last is None or first > last or (first, last) == every:
        first = last = None
    return replace(wanted, first=first, last=last, known_on=within(wanted.known_on, known(catalogue)))


def _months(days: Days | None) -> Days | None:
    if days is None:
        return None
    first, last = days
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
