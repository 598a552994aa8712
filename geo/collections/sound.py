"""Whether a decision that somebody else's file brings could have been made here."""

import re
import unicodedata
from base64 import b64decode
from datetime import datetime

from geo.collections.corrections import checked
from geo.collections.decide import WIDEST_KM
from geo.collections.particulars import Deed, Edit, Which
from geo.collections.particulars import checked as checked_particular
from geo.collections.sketch import SIGNS
from geo.errors import DecisionError
from geo.limits import ARTICLE_BYTES, DECISION_WHY
from geo.model import Place, Precision
from geo.model.decision import CHOICES, OF_TWO, Decision, Field, Verdict

_ID = re.compile("[0-9a-f]{12}")
_SHA256 = re.compile("[0-9a-f]{64}")
_NAME = 100
"""Characters of who decided."""
_PLACE = 500
"""Characters of a place's name, and of what else is said of it."""
_COUNTRIES = 300
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of Unicode: control and format signs, halves of letters, ends of lines and paragraphs."""
_JOINERS = "\u200c\u200d\u200e\u200f\n\t"
"""Those of them that words are written with."""
_SENTENCE = 20_000
"""Characters of a sentence; there are some without an end."""


def unsound(decision: Decision | Edit) -> str | None:
    """Why it could not; None where it could."""
    return _unsound_edit(decision) if isinstance(decision, Edit) else _unsound(decision)


def _unsound_edit(edit: Edit) -> str | None:
    about = edit.article
    if not (_ID.fullmatch(edit.id) and is_moment(edit.at) and _SHA256.fullmatch(about.sha256) and _is_sketch(about)):
        return "is no decision"
    words = (about.url or "", about.file, about.title, edit.before or "", edit.after or "", edit.why or "")
    if max(map(len, (*words, about.text))) > DECISION_WHY or len(edit.who) > _NAME:
        return "has more words than a decision may"
    if not all(map(_is_plain, (edit.who, *words))):
        return "has signs that are no words"
    if (edit.field is None) == (edit.verdict is Deed.MEND) or (edit.verdict is Deed.REMOVE and not edit.why):
        return "has no value"
    try:
        if edit.field is not None:
            for value in (edit.after, edit.before):  # what stood there comes back with an undo
                checked_particular(edit.field, value or "")
    except DecisionError as error:
        return error.what
    return None


def _is_sketch(about: Which) -> bool:
    """Whether it has a sketch of its text, or none."""
    try:
        size = len(b64decode(about.sketch, validate=True))
    except ValueError:
        return False
    return size in (0, 4 * SIGNS) and 0 <= about.runs <= ARTICLE_BYTES


def _unsound(decision: Decision) -> str | None:
    about, other = decision.about, decision.other
    if not (_ID.fullmatch(decision.id) and is_moment(decision.at)):
        return "is no decision"
    if (other is None) == (decision.verdict in OF_TWO):
        return "is about one figure too many or too few"
    anchors = [about] if other is None else [about, other]
    short = [words for it in anchors for words in (it.claim, it.work, it.file, it.words, it.before, it.after)]
    values = (decision.before or "", decision.after or "", decision.instead or "", *(it for _, it in decision.given))
    long = max(map(len, (*short, *values, decision.why or ""))) > DECISION_WHY
    if long or len(decision.who) > _NAME or max(len(it.sentence) for it in anchors) > _SENTENCE:
        return "has more words than a decision may"
    if not all(map(_is_plain, (decision.who, decision.why or "", *(it for _, it in decision.given)))):
        return "has signs that are no words"
    return (_nowhere(decision.place) if decision.place is not None else None) or _without_value(decision)


def _without_value(decision: Decision) -> str | None:
    try:
        _values(decision)
    except DecisionError as error:
        return error.what
    return None


def _values(decision: Decision) -> None:
    """Raises DecisionError where a value is none of its field."""
    missing = DecisionError("has no value", where=decision.id, remedy="")
    match decision.verdict:
        case Verdict.CORRECT if decision.field is None:
            raise missing
        case Verdict.CORRECT if decision.field is Field.PLACE:
            if (decision.place is None) != (decision.after is None):
                raise missing
        case Verdict.CORRECT if decision.field is not None:
            if decision.after is None and decision.field not in (Field.DATE, Field.SPEAKER, Field.WHO):
                raise missing
            checked(decision.field, decision.after)
        case Verdict.ADD:
            given = dict(decision.given)
            if Field.VALUE not in given or not decision.after:
                raise missing
            for field, words in given.items():
                checked(field, words)
        case Verdict.ORDER | Verdict.LABEL:
            if decision.after not in (None, *CHOICES[decision.verdict]):
                raise missing
        case _:
            pass


def _nowhere(place: Place) -> str | None:
    """Why a place cannot be drawn."""
    lat, lon, km = place.lat, place.lon, place.radius_km
    if lat is None or lon is None:
        if not (lat is lon and place.precision is Precision.UNLOCATED):
            return "has a place without a position"
    elif not (abs(lat) <= 90 and abs(lon) <= 180):  # nan is neither
        return "has a place that is nowhere on earth"
    if (km is not None or place.precision is Precision.RADIUS) and not 0 < (km or 0) <= WIDEST_KM:
        return "has a place without a radius"
    words = (place.name, place.source, place.id, place.anchor or "", place.note or "", *place.countries)
    if not all(map(_is_plain, words)):
        return "has signs that are no words"
    if max(map(len, words)) > _PLACE or len(place.countries) > _COUNTRIES:
        return "has more words than a place may"
    return None


def is_moment(words: str) -> bool:
    """Whether these are the date and time at which a decision was made, as it is written here."""
    try:
        return datetime.fromisoformat(words).strftime("%Y-%m-%dT%H:%M:%SZ") == words
    except ValueError:
        return False


def _is_plain(words: str) -> bool:
    """No sign in it moves a terminal's cursor, or the order in which a line is read."""
    return not any(unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS for sign in words)
