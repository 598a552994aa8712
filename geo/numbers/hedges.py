"""The words before a number that say how exact it is."""

import re

from geo.model import Qualifier

GAP = r"[ \u00a0]"
_HEDGES = {
    Qualifier.EXACTLY: "exactly|precisely",
    Qualifier.ABOUT: (
        "about|around|roughly|approximately|approx|some|nearly|almost|close to|an estimated|estimated|circa|perhaps"
        "|an average of|on average|maybe|possibly|probably|practically|virtually|in the region of|somewhere around"
        "|just about|just short of|close on|nigh on|getting on for|something like|(?:in|on|of) the order of"
    ),
    Qualifier.MORE_THAN: (
        "(?:(?<!so )far |well |much |slightly |just |a little )?(?:more than|over|above)|in excess of|upwards? of"
        "|exceeding|topping"
    ),
    Qualifier.AT_LEAST: (
        "at least|at the least|no fewer than|no less than|not less than|not fewer than|a minimum of|as few as"
    ),
    Qualifier.UP_TO: (
        "(?<!add )(?<!adds )(?<!added )(?<!adding )up to|as many as|as much as|no more than|not more than|at most"
        "|at the most|a maximum of"
    ),
    Qualifier.FEWER_THAN: "(?:(?<!so )far |well |much |slightly |just )?(?:fewer than|less than|under|below)|not even",
}
INCREMENT = "(?:an? |the )?(?:further|additional|extra)|another"
_HEDGE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{qualifier.name}>{words})" for qualifier, words in _HEDGES.items()).replace(" ", GAP)
    + f"|{INCREMENT.replace(' ', GAP)}){GAP}$|(?P<near>[~≈])$",
    re.IGNORECASE,
)
LOOK_BACK = 40
"""Characters: longer than any single hedge."""

_MOST_HEDGES = 4  # "at least another nearly 500" has three


def hedges_before(text: str, start: int, floor: int) -> tuple[int, list[Qualifier]]:
    """Where the hedges before a number begin, and what they say, the nearest first; none begins before ``floor``."""
    found: list[Qualifier] = []
    for _ in range(_MOST_HEDGES):
        before = text[max(floor, start - LOOK_BACK) : start]
        match = _HEDGE.search(before)
        if match is None:
            break
        found += [qualifier for qualifier in _HEDGES if qualifier.name == match.lastgroup]
        found += [Qualifier.ABOUT] if match["near"] else []
        start -= len(before) - match.start()
    return start, found
