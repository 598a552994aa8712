"""Changes told beside the level that they lead to: "grew by 1,000 to 5,100", "5,400 troops, up 600 from June".

The level is the figure; the change is none, and the two make no range.
"""

import re

from geo.lexicon.people import people_follow
from geo.numbers.words import Number

_MOVING = (
    r"r(?:ises?|ising|ose|isen)|gr(?:ows?|owing|ew|own)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:es?|ed|ing)"
    r"|swell(?:s|ed|ing)?|swollen|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|f(?:alls?|alling|ell|allen)|drop(?:s|ped|ping)?"
    r"|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|shr[aiu]nk(?:s|ing)?|s[aiu]nk(?:s|ing)?|slid(?:es?|ing)?|slip(?:s|ped)?"
    r"|plung(?:es?|ed|ing)|plummet(?:s|ed|ing)?|dip(?:s|ped)?|edg(?:es?|ed|ing)"
)
_MOVED = (
    r"cut(?:s|ting)?|reduc(?:es?|ed|ing)|rais(?:es?|ed|ing)|expand(?:s|ed|ing)?|boost(?:s|ed|ing)?|lower(?:s|ed|ing)?"
    r"|w(?:ent|as|ere) (?:up|down)|go(?:es|ing|ne)? (?:up|down)|(?:is|are|been) (?:up|down)"
)
_CHANGES = re.compile(
    rf"\b(?:(?:{_MOVING}|{_MOVED})(?: [\w'’,-]{{1,20}}){{0,5}} by"  # "grew last month by 1,000"
    rf"|(?:{_MOVING})(?: up| down| back| further| another| a further)?"
    r"|(?:w(?:ent|as|ere)|go(?:es|ing|ne)?|is|are|been|inch(?:ed)?|edged) (?:up|down)"
    r"|(?:increase|rise|jump|drop|fall|decline|decrease|growth|reduction|cut|surge) of"
    r") $",
    re.IGNORECASE,
)
_UP = re.compile(r"(?:[,(—–;] ?|\b(?:w(?:ent|as|ere)|go(?:es|ing|ne)?|is|are|been|now) )(?:up|down) (?:by )?$")
_LEADS_TO = re.compile(r"(?:%| per ?cent)?(?: (?!to\b)[A-Za-z-]{1,20}){0,4},? to (?:the |a total of |a record )?")
_ANY = re.compile(
    rf"\b(?:{_MOVING}|cut|reduc\w{{1,5}}|rais\w{{1,3}}|expan\w{{1,6}}|boost\w{{0,3}}|went|gone?|up|down|number\w{{0,3}}"
    r"|level|strength|total|increas\w{1,3}|bring\w{0,3}|brought|chang\w{1,3})\b",
    re.IGNORECASE,
)
_THAN_THEN = re.compile(
    r" (?:more|fewer|less) than (?:in|at|on|during|by|last|a (?:year|month|week|day)"
    r"|the (?:same|previous|whole|year|month|week|day)|(?:it|they|there) (?:had|were|was)"
    r"|(?:the|its|their) (?:initial|original|first|planned|agreed|authori[sz]ed|usual|earlier|old|current|(?=[0-9]))"
    r"|(?:(?:initially|originally|previously|first) )?(?:planned|expected|announced|promised|agreed|before|usual)"
    r"|(?:initially|originally|previously))\b"
)
"""What follows a difference to another time or plan: "already 3,000 more than in the whole of 2014"."""
_LOOK_BACK = 100  # characters: a verb, five words, and "by"
_WIDEST_RANGE = 1.6  # "by 2,000 to 3,000 troops" is a range, "by 1,000 to 5,100 troops" a change and a level


def is_change(text: str, start: int, first: Number, second: Number | None, second_start: int) -> bool:
    """Whether ``first``, with hedges from ``start`` on, is a change; ``second`` is the number after it, with its hedges
    from ``second_start`` on."""
    from_here = max(0, start - _LOOK_BACK)
    if _UP.search(text, from_here, start) or _THAN_THEN.match(text, first.end):
        return True
    if second is None or second.vague or not _LEADS_TO.fullmatch(text, first.end, second_start):
        return False
    if not _CHANGES.search(text, from_here, start):
        return False
    near = first.low < second.low <= first.low * _WIDEST_RANGE
    return not (near and people_follow(text, second.end))


def tells_change(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text has a word of change: "from 300 to 400" behind it are two levels."""
    return _ANY.search(text, max(0, start), end) is not None
