"""Figures that the text itself refuses ("12,000, not 120,000"), and asides between a number and its noun."""

import re

from geo.lexicon.people import people_follow

_ARTICLE = r"(?:the|its|a|an|some)(?: [a-z]{2,15}){0,2} "
_REFUSED = re.compile(
    rf"(?:(?:[,(—–;] ?|\b(?:and|but|or) )not|\b(?:rather than|instead of|as opposed to|in place of)) (?:{_ARTICLE})?$"
)
_NOT = re.compile(r"\bnot (?:the )?$", re.IGNORECASE)
_BUT = re.compile(r"(?: [a-z-]{2,15}){0,2},? but (?:rather )?")
_WORD = r"(?: [^\s,;:()]{1,20})"
_ASIDE = re.compile(
    r"(?:"
    r",? (?:and |but )?(?:not|rather than|instead of|as opposed to)(?: [^\s;:()]{1,20}?){1,6},"
    r"|, (?:(?:al)?most(?:ly)?|mainly|largely|chiefly|predominantly|primarily|principally|nearly|all|some|many|half"
    rf"|including|among them|(?:at|or|give|if) (?:the )?(?:most|least|so|more|take|that)){_WORD}{{0,5}},"
    r"| \([^()]{1,60}\)"
    r"| ?[—–] ?[^—–()]{1,60}[—–]"
    r")(?= )"
)
# After "1,500, perhaps 2,000" and after "300, if that" the comma closes what the comma before opened.
_OPENED = re.compile(
    r", (?:(?:or|if not|and|but|to|even|perhaps|maybe|possibly)(?: [a-z]{2,10}){0,4} \S{1,15}(?: [a-z]{3,9})?|if that)$"
)
_LOOK_BACK = 60
_AFTER_NOUN = re.compile(
    r"(?: [^\W\d_][\w'’-]{0,20}){1,3},?(?: (?P<UP_TO>if that|at (?:the )?most|or fewer)"
    r"| (?P<AT_LEAST>at (?:the )?least|or more)| (?P<ABOUT>or so|give or take|more or less))\b(?! \w*[0-9])(?! than\b)"
)


def is_refused(text: str, start: int, end: int, *, first: bool) -> bool:
    """Whether the figure at ``start`` to ``end`` is one that the text says is wrong; ``first`` of its text or not."""
    from_here = max(0, start - _LOOK_BACK)
    refused = _REFUSED.search(text, from_here, start)
    if refused and not (first and refused[0].lstrip(",(—–; ").lower().startswith(("not", "and", "but", "or"))):
        return True
    return _NOT.search(text, from_here, start) is not None and _counts_on(text, end)


def _counts_on(text: str, end: int) -> bool:
    """ "Not 300 but 3,000": another number takes its place."""
    but = _BUT.match(text, end)
    return but is not None and re.match(r"(?:[a-z]{2,8} ){0,2}[1-9]", text[but.end() : but.end() + 30]) is not None


def aside_end(text: str, end: int) -> int:
    """Where the aside ends that stands between the figure which ends at ``end`` and its noun; ``end`` if none does.

    "300, not 3,000, troops", "500, mostly American, troops", "2,000 (out of 2,500) soldiers"
    """
    if aside := _ASIDE.match(text, end):
        after = aside.end()
    elif text[end : end + 2] == ", " and _OPENED.search(text, max(0, end - _LOOK_BACK), end):
        after = end + 1
    else:
        return end
    return after if people_follow(text, after) else end


def hedge_after_noun(text: str, end: int) -> str | None:
    """The name of the qualifier that stands behind the noun: "500 troops, if that", "300 men at most"."""
    match = _AFTER_NOUN.match(text, end)
    return match.lastgroup if match and people_follow(text, end) else None
