"""One field of a claim, put right: in words from a person to values of the model, and over a claim."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from geo.errors import DecisionError
from geo.limits import DATASET_NUMBER, YEARS
from geo.model import (
    Action,
    Attribution,
    Basis,
    Claim,
    ClaimPlace,
    Granularity,
    Population,
    Qualifier,
    Quantity,
    Role,
    Status,
    StatusMark,
    When,
)
from geo.model.decision import Decision, Field

BY_HAND = "corrected by hand"
_NUMBER = r"(?P<{}>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,12}})"
_RANGE = re.compile(
    rf"(?:(?P<hedge>about|vague)\s+)?{_NUMBER.format('low')}(?:\s*[-–]\s*|\s+to\s+){_NUMBER.format('high')}"
)
_ONE = re.compile(
    rf"(?:(?P<hedge>{'|'.join(q.value for q in Qualifier if q not in (Qualifier.BETWEEN, Qualifier.VAGUE))})\s+)?"
    rf"{_NUMBER.format('low')}"
)
_CHOICES = {Field.POPULATION: Population, Field.ACTION: Action, Field.BASIS: Basis, Field.STATUS: Status}


def corrected(claim: Claim, corrections: Sequence[Decision]) -> Claim:
    """``claim`` with ``corrections``, one a field (for places: a role)."""
    for decision in corrections:
        claim = _put(claim, decision)
    return claim


def checked(field: Field, words: str | None) -> str | None:
    """``words`` as a decision keeps them. Raises DecisionError where they are no value of the field."""
    if words is None:
        return None
    match field:
        case Field.VALUE:
            if max(bound or 0 for bound in value(words)[1:]) > DATASET_NUMBER:
                raise DecisionError("is more than live", where=words[:60], remedy="Write the number of people")
        case Field.DATE:
            first, last = days(words)
            if first.year < YEARS[0] or last.year > YEARS[1]:
                remedy = f"Write days of the years {YEARS[0]} to {YEARS[1]}"
                raise DecisionError("is no day that news tell of", where=words[:60], remedy=remedy)
            return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        case Field.POPULATION | Field.ACTION | Field.BASIS | Field.STATUS:
            if words not in [choice.value for choice in _CHOICES[field]]:
                known = ", ".join(choice.value for choice in _CHOICES[field])
                raise DecisionError(f"is no {field}", where=words[:60], remedy=f"Use one of: {known}")
        case Field.SPEAKER | Field.PLACE | Field.WHO:
            pass
    return " ".join(words.split())


def now(claim: Claim, field: Field, role: Role | None = None) -> str | None:
    """What stands in a field, in the words of ``checked``; None where it is unknown."""
    when = claim.happened
    named = [used.place.name for used in claim.places if role is None or used.role is role]
    return {
        Field.VALUE: " ".join(claim.quantity.words.split()),
        Field.PLACE: ", ".join(named) or None,
        Field.DATE: checked(Field.DATE, f"{when.first.isoformat()}/{when.last.isoformat()}") if when else None,
        Field.SPEAKER: claim.attribution.words if claim.attribution else None,
        Field.POPULATION: claim.population.value,
        Field.ACTION: claim.action.value,
        Field.BASIS: claim.basis.value,
        Field.STATUS: claim.status.value,
        Field.WHO: claim.who,
    }[field]


def value(words: str) -> tuple[Qualifier, int | None, int | None]:
    """(qualifier, low, high) of "1,200", "about 1,200", "at least 300", "200-300", or "vague 200-900" for what the
    article has no number for ("several hundred"). Raises DecisionError."""
    plain = " ".join(words.split()).casefold()
    if found := _RANGE.fullmatch(plain):
        low, high = (int(found[name].replace(",", "")) for name in ("low", "high"))
        if low <= high:
            return Qualifier(found["hedge"] or Qualifier.BETWEEN), low, high
    elif found := _ONE.fullmatch(plain):
        number, hedge = int(found["low"].replace(",", "")), Qualifier(found["hedge"] or Qualifier.EXACTLY)
        return hedge, *_bounds(hedge, number)
    hedges = "about, at least, more than, up to or fewer than"
    raise DecisionError("is no figure", where=words[:60], remedy=f"Write 1,200 or 200-300, with {hedges} before it")


def _bounds(hedge: Qualifier, number: int) -> tuple[int | None, int | None]:
    if hedge in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        return number, None
    return (None, number) if hedge in (Qualifier.UP_TO, Qualifier.FEWER_THAN) else (number, number)


def days(words: str) -> tuple[date, date]:
    """The first and last day of "2021-07-28" or "2021-07-05/2021-07-11". Raises DecisionError."""
    try:
        first, _, last = words.partition("/")
        found = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
    except ValueError as error:
        raise DecisionError(
            "is no date", where=words[:60], remedy="Write 2021-07-28 or 2021-07-05/2021-07-11"
        ) from error
    if found[0] > found[1]:
        raise DecisionError("ends before it begins", where=words[:60], remedy="Write the earlier day first")
    return found


def _put(claim: Claim, decision: Decision) -> Claim:
    words = decision.after
    changes: dict[str, Any] = {}
    match decision.field:
        case Field.PLACE:
            changes = {"places": _places(claim, decision)}
        case Field.DATE:
            changes = {"happened": _when(words), "as_of": None, "dated": None}
        case Field.SPEAKER:
            changes = {"attribution": Attribution((words,), claim.sentence) if words else None, "spoken": None}
        case Field.WHO:
            changes = {"who": words}
        case Field.VALUE if words is not None:
            changes = {"quantity": _quantity(claim.quantity, words)}
        case Field.STATUS if words is not None:
            changes = {"statuses": (StatusMark(Status(words), claim.sentence),)}
        case Field.POPULATION | Field.ACTION | Field.BASIS if words is not None:
            changes = {decision.field.value: _CHOICES[decision.field](words)}
    return replace(claim, **changes)


def _quantity(before: Quantity, words: str) -> Quantity:
    """The figure as a person put it; its span stays where the article prints another."""
    qualifier, low, high = value(words)
    return replace(before, words=words, qualifier=qualifier, low=low, high=high)


def _places(claim: Claim, decision: Decision) -> tuple[ClaimPlace, ...]:
    """The place in its role, and those that it does not stand instead of: those of that role or of that name, or,
    without either, none. Without a place nothing comes instead."""
    instead = decision.instead
    if instead is not None:
        others = tuple(used for used in claim.places if used.place.name != instead and used.place != decision.place)
    else:
        others = tuple(used for used in claim.places if decision.role is not None and used.role is not decision.role)
    if decision.place is None:
        return others
    return (*others, ClaimPlace(decision.place, decision.role or Role.AT, note=BY_HAND))


def _when(words: str | None) -> When | None:
    if words is None:
        return None
    first, last = days(words)
    return When(
        first, last, Granularity.DAY if first == last else Granularity.INTERVAL, ""
    )  # no words of the article's
