"""Whether two claims tell of one movement.

Precision comes first: their people, their deed, their places and their time must be able to be the same, and at least
one place that both tell must say so. What one text leaves open does not part them, what both state does.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from geo.model import Action, Article, Basis, Claim, Granularity, Panel, Place, PlaceKind, Role
from geo.numbers import is_increment

APART = timedelta(days=7)
"""Reports of one movement may date it up to a week apart ("last month", "earlier this month")."""
CORRECTED = timedelta(days=3)
"""Two days may be told of one movement, where the figure is the same."""
UNDATED = timedelta(days=31)
"""A claim without a date tells of the month before its article was published."""
FACTOR = 3
"""Accounts of one movement differ, but hardly by more."""
_NEAR_FACTOR = 1.5
"""As ``FACTOR`` where it takes a closer figure to tell that the same people are meant."""

SHORTEST_REPRINT = 40
"""Characters of a sentence that nobody else writes by chance."""

FLOWS = frozenset({Action.FLEE, Action.CROSS, Action.ARRIVE, Action.EVACUATE, Action.DISPLACE, Action.ACCEPT})
SENDING = frozenset({Action.DEPLOY, Action.ARRIVE, Action.CROSS, Action.PRESENT})
_COMING = frozenset({Basis.PLAN, Basis.CAPACITY})
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.BORDER})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its article and what is compared often: the days and the places it starts and ends at."""

    article: Article
    claim: Claim
    days: tuple[date, date] | None
    origins: tuple[Place, ...]
    ends: tuple[Place, ...]
    plain: str
    """The sentence without what reprints change: white space, quotation marks."""


def told(article: Article, claim: Claim) -> Told:
    """Where people are displaced or evacuated at is where they start; anywhere else "at" is where they end."""
    starts = (Role.FROM, Role.AT) if claim.action in (Action.DISPLACE, Action.EVACUATE) else (Role.FROM,)
    ends = (Role.TO,) if Role.AT in starts else (Role.TO, Role.AT, Role.NEAR)
    origins = tuple(use.place for use in claim.places if use.role in starts)
    goals = tuple(use.place for use in claim.places if use.role in ends)
    plain = re.sub(r"\W+", " ", claim.sentence.of(article.text)).casefold().strip()
    return Told(article, claim, _days(article, claim), origins, goals, plain)


def _days(article: Article, claim: Claim) -> tuple[date, date] | None:
    if claim.happened is not None:
        return claim.happened.first, claim.happened.last
    day = claim.as_of or claim.reported or article.published
    return None if day is None else (max(day, date.min + UNDATED) - UNDATED, day)


def same_movement(one: Told, two: Told) -> bool:
    """Whether both tell of one movement, or print one sentence."""
    first, second = one.claim, two.claim
    if _reprinted(one, two):
        return True
    if first.panel is Panel.OTHER or not _same_people(first, second) or not _same_deed(first, second):
        return False
    if is_increment(first.quantity.words) or is_increment(second.quantity.words):  # "another 500" are others
        return False
    if one.article.id == two.article.id and not _told_twice(first, second):
        return False
    agreement = (_agree(one.origins, two.origins), _agree(one.ends, two.ends))
    if None in agreement or not (any(agreement) or (first.action is Action.RECRUIT and not (one.ends or two.ends))):
        return False
    return _near_in_time(one, two) and _near_in_number(one, two, exact=agreement.count(1) > 0)


def _reprinted(one: Told, two: Told) -> bool:
    """Whether one sentence is printed in two articles of the same days."""
    first, second = one.article, two.article
    if first.id == second.id or first.published is None or second.published is None:
        return False
    same = one.claim.quantity.words == two.claim.quantity.words and one.plain == two.plain
    return same and len(one.plain) >= SHORTEST_REPRINT and abs(first.published - second.published) <= APART


def _same_people(first: Claim, second: Claim) -> bool:
    """Troops must have the same owner; of displaced people a text often does not say whose they are."""
    if first.panel is Panel.TROOPS:
        return first.who == second.who and first.who is not None
    return first.who == second.who or None in (first.who, second.who)


def _same_deed(first: Claim, second: Claim) -> bool:
    actions = {first.action, second.action}
    same = len(actions) == 1 or actions <= (SENDING if first.panel is Panel.TROOPS else FLOWS)
    capacities = [claim.basis is Basis.CAPACITY for claim in (first, second)]
    return same and (all(capacities) or not any(capacities))


def _told_twice(first: Claim, second: Claim) -> bool:
    """In one article two figures are of one movement where they can be one number, or two sources give them."""
    sources = {claim.attribution.chain if claim.attribution else () for claim in (first, second)}
    return overlap(first, second) or len(sources) > 1


def _agree(ours: tuple[Place, ...], theirs: tuple[Place, ...]) -> int | None:
    """2 where both tell one narrow place, 1 a wide one or one within the other; 0 is open, None where they differ."""
    if not ours or not theirs:
        return 0
    shared = {place.id for place in ours} & {place.id for place in theirs}
    if any(place.kind not in _WIDE for place in ours if place.id in shared):
        return 2
    if shared or any(_within(a, b) or _within(b, a) for a in ours for b in theirs):
        return 1
    return None


def _within(inner: Place, outer: Place) -> bool:
    """Whether ``inner`` lies in the country ``outer``, or is described by it."""
    in_country = outer.kind is PlaceKind.COUNTRY and bool(set(outer.countries) & set(inner.countries))
    return in_country or inner.anchor == outer.id


def _near_in_time(one: Told, two: Told) -> bool:
    if one.days is None or two.days is None:
        return one.article.id == two.article.id
    gap = max(one.days[0], two.days[0]) - min(one.days[1], two.days[1])
    if all(told.claim.happened and told.claim.happened.granularity is Granularity.DAY for told in (one, two)):
        return gap <= timedelta() or (gap <= CORRECTED and overlap(one.claim, two.claim))
    return gap <= APART


def _near_in_number(one: Told, two: Told, *, exact: bool) -> bool:
    """Whether both figures can be of the same people; ``exact`` asks for more where only a wide place is shared."""
    first, second = one.claim, two.claim
    differ = first.basis is not second.basis or (first.basis in _COMING) != (second.basis in _COMING)
    doubtful = differ or (exact and first.who is None)
    return _ratio(first, second) <= (_NEAR_FACTOR if doubtful else FACTOR)


def _ratio(first: Claim, second: Claim) -> float:
    """How many times the one is at least the other: 1 where one number can satisfy both."""
    if overlap(first, second):
        return 1
    lows = [claim.quantity.low or 0 for claim in (first, second)]
    highs = [q.high if q.high is not None else q.low or 0 for q in (first.quantity, second.quantity)]
    return max(lows) / max(1, min(highs))


def overlap(first: Claim, second: Claim) -> bool:
    """True where one number can satisfy both: "more than 1,000" and "1,200", "about 70,000" and "71,200"."""
    (low, high), (other_low, other_high) = range_of(first), range_of(second)
    return low <= other_high and other_low <= high


def range_of(claim: Claim) -> tuple[int, int]:
    """The numbers that the words allow: "about" leaves a twentieth on either side, "more than" half as many again."""
    quantity = claim.quantity
    low, high = quantity.low or 0, quantity.high
    if quantity.approx and low == high and high is not None:
        return low - low // 20, high + high // 20
    return low, high if high is not None else low + low // 2
