"""Which figure leads a panel: the one whose article states most firmly what it says, and of several such the latest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.dataset.query import COUNTED, IN_DOUBT, Catalogue, Dated
from geo.model import Action, Claim, ClaimPlace, How, Status

LONGEST = 31
"""Days of a date that says when something was; a year does not."""


class Stated(StrEnum):
    """What an article itself says of a figure, the weightiest first."""

    PLACE = "place"
    DATE = "date"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Lead:
    """The figure that leads, and what is ``stated`` of it. ``latest``: no other that could lead is of a later day;
    ``dated``: it has a day, stated or not."""

    claim: Claim
    stated: tuple[Stated, ...]
    latest: bool
    dated: bool


def leading(catalogue: Catalogue, among: Iterable[Claim]) -> Lead | None:
    """The figure for which somebody was counted, that nobody has called into doubt, and of which most is stated: its
    place before its date, its date before its speaker. None where none says enough.

    An exercise says how many took part, not how many are where; what has no deed or no place says nothing of either,
    and what has neither a day nor a stated place is no news. Of several of which the same is stated, the latest counts;
    of the same days the one published last; then what is reported rather than claimed or estimated; then what was read
    with less doubt. How large it is never counts.
    """
    could = [(claim, said) for claim in among if (said := _could(catalogue, claim)) is not None]
    if not could:
        return None
    first, said = max(could, key=lambda one: _rank(catalogue, *one))
    days = _days(catalogue, first)
    latest = days > _NEVER and all(_days(catalogue, other) <= days for other, _ in could)
    return Lead(first, said, latest, days > _NEVER)


def stated(catalogue: Catalogue, claim: Claim) -> tuple[Stated, ...]:
    """What the article says of a figure in so many words; what a person has put right counts as said."""
    text = catalogue.article(claim).text
    days = catalogue.dated(claim)
    said = {
        Stated.PLACE: any(used.stated and not _is_name(claim, used, text) for used in claim.places),
        Stated.DATE: days is not None
        and days[0] in (Dated.HAPPENED, Dated.AS_OF)
        and (days[2] - days[1]).days <= LONGEST
        and (claim.dated is None or claim.dated.how is How.SENTENCE),
        Stated.SPEAKER: claim.attribution is not None and bool(claim.attribution.chain),
    }
    return tuple(kind for kind in Stated if said[kind])


def _could(catalogue: Catalogue, claim: Claim) -> tuple[Stated, ...] | None:
    """What is stated of a figure that could lead; None of one that could not."""
    if claim.basis not in COUNTED or claim.status in IN_DOUBT or claim.action in (Action.EXERCISE, Action.UNSTATED):
        return None
    if not claim.places:
        return None
    said = stated(catalogue, claim)
    if Stated.PLACE in said:
        return said
    text = catalogue.article(claim).text
    nowhere = catalogue.dated(claim) is None or all(_is_name(claim, used, text) for used in claim.places)
    return None if nowhere else said


def _is_name(claim: Claim, used: ClaimPlace, text: str) -> bool:
    """Whether the words that a place was read from name whose people are counted: the "U.S." of "U.S. forces"."""
    span = used.evidence.span if used.evidence is not None else None
    if span is None:
        return False
    people = " ".join(claim.counted.split())
    words = " ".join(text[span.start : span.start + 2 * len(people) + 2].split())
    return len(people) > span.end - span.start and words.casefold().startswith(people.casefold())


_NEVER = (date.min, date.min)


def _days(catalogue: Catalogue, claim: Claim) -> tuple[date, date]:
    """The last and the first day."""
    days = catalogue.dated(claim)
    return (days[2], days[1]) if days else _NEVER


def _rank(catalogue: Catalogue, claim: Claim, said: tuple[Stated, ...]) -> tuple[object, ...]:
    published = catalogue.article(claim).published or date.min
    firm = claim.status is Status.REPORTED
    return (*(kind in said for kind in Stated), _days(catalogue, claim), published, firm, claim.sure, claim.id)
