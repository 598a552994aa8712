"""Nights that a day names: "overnight Friday to Saturday", "overnight into Saturday", "overnight on Friday"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from geo.model import Granularity
from geo.times.compound_periods import FromTo
from geo.times.named_periods import Atom
from geo.times.periods import DAY, Direction, Interval, MonthDays, Period
from geo.times.relative_periods import OVERNIGHT, Weekday

_LEAD = re.compile(r",? (?:(?P<into>into|to|till)|on|from|between|late|early)?(?: ?the )? ?")
_TO = re.compile(r" ?[-–] ?| (?:to|into|till|until|through|and)(?: the)? (?:early )?")


@dataclass(frozen=True, slots=True)
class Night:
    """The night that begins on a day, or, where ``into`` it, ends on it."""

    day: Period
    into: bool

    def interval(self, published: date | None, direction: Direction | None) -> Interval | None:
        day = self.day.interval(published, direction)
        if day is None or day.first != day.last:
            return day
        is_over = direction is not Direction.FUTURE and day.first == published  # told on the morning after
        first = day.first - DAY if self.into or is_over else day.first
        return Interval(first, first + DAY, Granularity.INTERVAL)


def with_nights(text: str, atoms: Sequence[Atom]) -> Iterator[Atom]:
    """The atoms, "overnight" joined with the days that say which night it was."""
    at = 0
    while at < len(atoms):
        atom, after = atoms[at], list(atoms[at + 1 : at + 3])
        at += 1
        lead = _LEAD.fullmatch(text, atom.end, after[0].start) if atom.period == OVERNIGHT and after else None
        if lead is None or not _is_day(after[0]):
            yield atom
            continue
        at += 1
        if len(after) == 2 and _is_day(after[1]) and _TO.fullmatch(text, after[0].end, after[1].start):
            at += 1
            yield Atom(atom.start, after[1].end, FromTo(after[0].period, after[1].period))
        else:
            yield Atom(atom.start, after[0].end, Night(after[0].period, into=lead["into"] is not None))


def _is_day(atom: Atom) -> bool:
    return isinstance(atom.period, Weekday | MonthDays)
