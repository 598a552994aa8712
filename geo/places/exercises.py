"""Names of exercises, which are words of places too: "Vostok 2022", "Trident Juncture 18", "Exercise Malabar".

The year or its last two digits belong to the name; as a town may stand before a year, and a country before a number of
its people, the sentence must tell of an exercise or of who takes part.
"""

from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc

YEAR = 4
"""Digits."""
LONGEST = 4
"""Words of a name before its year."""
_REACH = 6
"""Words between a name with its year and the exercise that it is, at most."""
_YEARS = range(1900, 2100)
_DASHES = frozenset("-–'’")
_EXERCISES = frozenset("exercise drill manoeuvre maneuver wargame game".split())
_TAKING_PART = frozenset({("take", "part"), ("takes", "part"), ("took", "part"), ("taking", "part"), ("taken", "part")})
_PARTICIPATE = frozenset({"participate", "participation", "compete"})


def exercise(doc: "Doc", first: int, gazetteer: Gazetteer) -> int | None:
    """The end of the name of an exercise that starts at token ``first``; None where none does."""
    last = first
    while last < min(len(doc), first + LONGEST) and doc[last].text[:1].isupper() and doc[last].is_alpha:
        last += 1
    if last == first:
        return None
    titled = first > 0 and doc[first - 1].text == "Exercise"
    end = _year(doc, last)
    if end is None or titled:
        return end or (last if titled else None)
    # "Italy 80 and Spain 60" are numbers of people, "Vostok 2022" and "Trident Juncture 18" are not.
    year = len(doc[end - 1].text) == YEAR or not gazetteer.candidates(doc[first:last].text)
    return end if _takes_part(doc, first) or (year and _tells_of_one(doc, first, end)) else None


def _year(doc: "Doc", at: int) -> int | None:
    """The end of the year or its two digits that stand at token ``at``: "2022", "18", "-16", "'21"."""
    at += at < len(doc) and doc[at].text in _DASHES
    digits = doc[at].text.lstrip("'’") if at < len(doc) else ""
    if not digits.isdecimal() or not (len(digits) == 2 or (len(digits) == 4 and int(digits) in _YEARS)):
        return None
    counted = doc[at].dep_ == rel.NUMBER and doc[at].head.i > at  # "Spain 60 soldiers"
    return None if counted and doc[at].head.lemma_.lower() not in _EXERCISES else at + 1


def _takes_part(doc: "Doc", first: int) -> bool:
    """ "Took part in X 22", "participation in this year's X-22"."""
    before = [t for t in doc[max(0, first - 4) : first] if t.lower_ not in ("the", "this", "year", "'s", "’s")]
    words = tuple(t.lower_ for t in before)
    return words[-1:] == ("in",) and (
        words[-3:-1] in _TAKING_PART or (len(before) > 1 and before[-2].lemma_ in _PARTICIPATE)
    )


def _tells_of_one(doc: "Doc", first: int, last: int) -> bool:
    """Whether the sentence tells of an exercise beside a name."""
    beside = doc[max(doc[first].sent.start, first - _REACH) : min(doc[first].sent.end, last + _REACH)]
    return any(t.lemma_.lower() in _EXERCISES for t in beside if not first <= t.i < last)
