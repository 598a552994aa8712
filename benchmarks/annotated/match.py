"""When an answer about one field is right. Names are compared folded, dates as intervals of days."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import TypeVar

from msgspec import UNSET, UnsetType

from benchmarks.annotated.answer import ClaimTold, PlaceTold
from benchmarks.annotated.types import Figure, PlaceGiven
from geo.places.names import fold

T = TypeVar("T")
Point = tuple[float, float]
Located = Callable[[str, str | None], Sequence[Point]]
"""Points that a name may mean in a country."""
Codes = Callable[[str], str | None]
"""The code of the country that a name is; None where it is none."""

NEAR_KM = 30.0
SLACK_DAYS = 3


class Names:
    """What the comparison of places needs to know of names; without a gazetteer it compares names alone."""

    def __init__(self, located: Located = lambda _name, _country: (), codes: Codes = lambda _name: None) -> None:
        self._located, self._codes = located, codes

    def same(self, gold: PlaceGiven, told: PlaceTold) -> bool:
        """Whether two places are one: the same name or one inside the other, the same country where gold is one, or
        points within 30 km."""
        names = [name for name in (gold.name, gold.canonical) if name is not UNSET]
        code = None if gold.country is UNSET else gold.country
        if code and told.country and code != told.country:
            return False
        if any(holds(name, told.name) for name in names):
            return True
        whole = next(filter(None, map(self._codes, names)), None)
        if whole is not None:
            return whole == told.country
        if told.lat is None or told.lon is None or told.precision in ("line", "unlocated"):
            return False
        here = (told.lat, told.lon)
        return any(_km(here, there) <= NEAR_KM for name in names for there in self._located(name, code))


def holds(one: str, other: str) -> bool:
    """Whether one name holds the other, whole words.

    >>> holds("Idlib province", "Idlib"), holds("Niger", "Nigeria")
    (True, False)
    """
    a, b = f" {fold(one)} ", f" {fold(other)} "
    return bool(a.strip() and b.strip()) and (a in b or b in a)


def _km(a: Point, b: Point) -> float:
    lat, lon = radians(b[0] - a[0]), radians(b[1] - a[1])
    return 12742 * asin(sqrt(sin(lat / 2) ** 2 + cos(radians(a[0])) * cos(radians(b[0])) * sin(lon / 2) ** 2))


def place_sets(figure: Figure) -> list[list[PlaceGiven]]:
    """The sets of places that are right; none where places are not scored."""
    return [] if figure.places is UNSET else [figure.places, *figure.also.places]


def values(value: T | UnsetType, also: Iterable[T]) -> list[T]:
    """Every value of a field that is right; none where the field is not scored."""
    return [] if isinstance(value, UnsetType) else [value, *also]


def dates(figure: Figure) -> list[tuple[date, date, bool] | None]:
    """The intervals that are right, each with whether it is the day of a stock, and None where none may be given."""
    happened = values(figure.happened, figure.also.happened)
    held = values(figure.as_of, figure.also.as_of)
    if not any([*happened, *held]) and not (happened and held):  # half an answer does not say that there is none
        return []
    right: list[tuple[date, date, bool] | None] = []
    right += [(*map(date.fromisoformat, days), False) for days in happened if days]  # type: ignore[misc]
    right += [(date.fromisoformat(day), date.fromisoformat(day), True) for day in held if day]
    if (not happened or None in happened) and (not held or None in held):
        right.append(None)
    return right


def date_right(right: Sequence[tuple[date, date, bool] | None], claim: ClaimTold) -> bool:
    """Whether a claim is dated as one of ``right``: they overlap, and it is not much wider; a stock's day is near."""
    if not claim.happened and not claim.as_of:
        return None in right
    told = [tuple(map(date.fromisoformat, claim.happened))] if claim.happened else []
    if claim.as_of:
        told.append((date.fromisoformat(claim.as_of),) * 2)
    return any(_fits(gold, (first, last)) for gold in right if gold for first, last in told)


def _fits(gold: tuple[date, date, bool], told: tuple[date, date]) -> bool:
    first, last, stock = gold
    slack = SLACK_DAYS if stock and told[0] == told[1] else 0
    near = (told[0] - last).days <= slack and (first - told[1]).days <= slack
    width, wanted = (told[1] - told[0]).days + 1, (last - first).days + 1
    return near and width <= max(SLACK_DAYS, 2 * wanted)


def speaker_right(right: Sequence[str | None], told: str | None) -> bool:
    """Whether the source is one of ``right``: one phrase holds the other, articles aside."""
    if not told:
        return None in right
    return any(holds(_bare(speaker), _bare(told)) for speaker in right if speaker)


def name_right(right: Sequence[str | None], told: str | None) -> bool:
    """Whether a name, or the words for those counted, is one of ``right`` or holds one."""
    if not told:
        return None in right
    return any(holds(each, told) for each in right if each)


def word_right(right: Sequence[str | None], told: str | None) -> bool:
    """Whether a word of the contract is one of ``right``."""
    return told in right


def status_right(right: Sequence[str | None], told: str | None) -> bool:
    """Whether the status is one of ``right``; who denied it makes no difference."""
    return _turns(told) in {_turns(each) for each in right}


def _bare(words: str) -> str:
    return re.sub(r"\b(?:the|an?) ", "", words.casefold())


def _turns(status: str | None) -> str:
    return re.sub(r" by [^,]+", "", status or "").casefold()
