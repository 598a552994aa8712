"""The words that name a period of time, one pattern and one reader for each form.

A form is left out where the same words more often mean something else: "May" and "March" without a preposition, month
names before a family name ("April Smith"), a weekday in a newspaper's name, a year without a word that makes it one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from geo.times import month_names, numeric_dates, other_calendars, relative_names, year_names
from geo.times.compound_periods import InYear
from geo.times.periods import Period, Recurring, Unit
from geo.times.reader import Form, Reader
from geo.times.relative_periods import CalendarUnit

_YEAR_AFTER = re.compile(r" (?:of )?(?P<which>last|this|next) year\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Atom:
    """One named period. ``partial`` where only a part of it makes an expression ("the end of the week")."""

    start: int
    end: int
    period: Period
    partial: bool = False


def atoms(text: str) -> list[Atom]:
    """Named periods from left to right, the longest where several begin or overlap."""
    found = sorted(_candidates(text), key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _candidates(text: str) -> Iterator[Atom]:
    for pattern, reader in _FORMS:
        for match in pattern.finditer(text):
            if read := reader(match):
                period, end = read
                year = _YEAR_AFTER.match(text, end)
                if year and isinstance(period, Recurring) and period.year is None and period.which is None:
                    period, end = InYear(period, relative_names.AHEAD[year["which"].lower()]), year.end()
                yield Atom(match.start(), end, period)
    for match in _BARE_UNIT.finditer(text):
        yield Atom(match.start(), match.end(), CalendarUnit(Unit(match["unit"].lower()), 0), partial=True)


def _relative(read: Callable[[re.Match[str]], Period | None]) -> Reader:
    def reader(match: re.Match[str]) -> tuple[Period, int] | None:
        period = read(match)
        return (period, match.end()) if period else None

    return reader


_FORMS: tuple[Form, ...] = (
    *month_names.FORMS,
    *year_names.FORMS,
    (numeric_dates.NUMERIC, _relative(numeric_dates.numeric)),
    (numeric_dates.THE_ORDINAL, _relative(numeric_dates.ordinal)),
    (numeric_dates.THE_DAY, _relative(numeric_dates.the_day)),
    (other_calendars.DAY, _relative(other_calendars.named)),
    (other_calendars.MONTH, _relative(other_calendars.named)),
    (other_calendars.YEAR, _relative(other_calendars.year)),
    (relative_names.NAMED, _relative(relative_names.named)),
    (relative_names.CALENDAR, _relative(relative_names.calendar)),
    (relative_names.STRETCH, _relative(relative_names.stretch)),
    (relative_names.RECENT, _relative(relative_names.recent)),
    (relative_names.AGO, _relative(relative_names.ago)),
    (relative_names.UNIT_END, _relative(relative_names.unit_end)),
    (relative_names.ANCHORED, _relative(relative_names.anchored)),
)
_BARE_UNIT = re.compile(r"\b(?P<unit>day|week|month|year)\b")
