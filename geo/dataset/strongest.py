"""Which figure a headline tells: the one that is known best, and of several such the largest.

Beside ``leading``, which says what is the latest of a panel as it is shown: a headline stands over the whole
collection, does not change with a filter, and so does not go by the day.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from geo.dataset.leading import Stated, stated
from geo.dataset.query import IN_DOUBT, Catalogue
from geo.model import Action, Basis, Claim, Panel, Population, Status
from geo.model.decision import Verdict

NEWS = timedelta(days=92)
"""What ended longer before its article was published is the article's history, and not its news."""
SURE = 0.8
"""How probable it has to be that a figure is read rightly, where others are."""
_FURTHER = re.compile(r"(?:yet )?another\b|(?:a |an )?(?:further|additional)\b", re.IGNORECASE)
"""Figures that only say something beside the one before them."""
_AHEAD = {Status.PLANNED, Status.PLEDGED}
_DOUBTED = set(IN_DOUBT) - _AHEAD


def strongest(catalogue: Catalogue, among: Iterable[Claim]) -> Claim | None:
    """The figure that a headline tells; None where none counts people or homes.

    One that the editor put first. Else one of people who were counted and that nobody doubts, with what they did and
    where; where there is none, an estimate, then a plan or a pledge, then what is in doubt, which the headline says. Of
    these a stated place comes before an inferred one, what somebody has checked before what nobody has, what is news
    and read with little doubt before what is not; then counts how much of its source is known: its day stated, and a
    speaker named or several origins behind it. Of equals the largest, then the latest.
    """
    could = [claim for claim in among if claim.population is not Population.TERRITORY]
    return max(could, key=lambda claim: _rank(catalogue, claim), default=None)


def _rank(catalogue: Catalogue, claim: Claim) -> tuple[object, ...]:
    said = stated(catalogue, claim)
    days, published = catalogue.dated(claim), catalogue.article(claim).published
    last = days[2] if days else date.min
    review = catalogue.reviews.get(claim.id)
    sourced = Stated.SPEAKER in said or _told_elsewhere(catalogue, claim)
    return (
        _put(catalogue, claim),
        claim.panel is not Panel.OTHER,
        _firm(claim),
        bool(claim.places),
        claim.action not in (Action.UNSTATED, Action.EXERCISE),
        Stated.PLACE in said,
        review is not None and bool(review.checked),
        published is None or published - last <= NEWS if days else False,
        claim.sure >= SURE,
        not _FURTHER.match(claim.quantity.words),
        (Stated.DATE in said) + sourced,
        claim.quantity.middle or 0,
        last,
        published or date.min,
        claim.sure,
        claim.id,
    )


def _firm(claim: Claim) -> int:
    """3 where people were counted, 2 of an estimate, 1 of a plan, a pledge or a capacity, 0 of what is in doubt."""
    turns = {claim.status, *(turn.status for turn in claim.statuses)}
    if turns & _DOUBTED:
        return 0
    if turns & _AHEAD or claim.basis in (Basis.PLAN, Basis.CAPACITY):
        return 1
    return 2 if claim.basis is Basis.ESTIMATE else 3


def _put(catalogue: Catalogue, claim: Claim) -> int:
    """Where the editor wants it: 1 before all others, -1 behind them."""
    return {"first": 1, "last": -1}.get(catalogue.chosen(claim.id, Verdict.ORDER) or "", 0)


def _told_elsewhere(catalogue: Catalogue, claim: Claim) -> bool:
    """Whether somebody else tells the same of that movement."""
    return any(not (it.same_origin or it.same_source or it.differs) for _, it in catalogue.links(claim.id))
