"""Days that are told by pointing back: "the same day", "early in the day" are of the day that was named last."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from geo import times
from geo.model import Granularity, When
from geo.times import Direction, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_BACK = 2
"""Sentences back in which the day is looked for."""
_POINTS_BACK = re.compile(
    r"(?:the same|that) day|(?:early|earlier|late|later) in the day|later that day", re.IGNORECASE
)


def pointed_day(
    pointing: TimeExpression, sentence: "Tokens", before: Sequence["Tokens"], published: date | None
) -> When | None:
    """The day that ``pointing``, in ``sentence``, points back to; None where it does not, or none is named."""
    if not _POINTS_BACK.fullmatch(pointing.words):
        return None
    here = [each for each in times.find(sentence.text) if each.span.start < pointing.span.start]
    told = (here, *(times.find(each.text) for each in reversed(before[-_BACK:])))
    for expressions in told:
        for expression in reversed(expressions):
            days = expression.resolve(published, Direction.PAST)
            if days is not None and days.granularity is Granularity.DAY:
                return days
    return None
