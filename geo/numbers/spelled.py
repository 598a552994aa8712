"""The values of numbers in words: "two hundred and five thousand three hundred"."""

import re
from fractions import Fraction

from geo.lexicon.numerals import SMALL, TENS

SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "dozen": 12,
}


def plain(words: str) -> str:
    return re.sub(r"\s", " ", words.lower())


def scale_of(words: str) -> int:
    """The product of scale words: "hundred thousand" is 100,000."""
    product = 1
    for word in words.lower().split():
        product *= SCALES[word]
    return product


def fraction(words: str) -> Fraction:
    if "three" in words.lower():
        return Fraction(3, 4)
    return Fraction(1, 2) if "half" in words.lower() else Fraction(1, 4)


def spelled(words: str, *, between: bool = False) -> tuple[int, int]:
    """Value of the longest run of words that makes one number, and its length in characters.

    Words in lower case, single spaces. A number below a hundred may follow one that ends in zeros, and a scale
    multiplies what came since the last larger scale: "two hundred and five thousand three hundred". After "between",
    "and" parts two numbers: "between two hundred and three thousand".
    """
    total = part = length = 0
    floor = 10**12  # the last scale: what follows must be smaller
    tokens = list(re.finditer(r"[a-z]+", words))
    for position, token in enumerate(tokens):
        word = token[0]
        following = tokens[position + 1][0] if position + 1 < len(tokens) else ""
        if word == "and":
            after = tokens[position + 2][0] if position + 2 < len(tokens) else ""
            ends = between or part % 100 or not (total or part) or following in SCALES
            if ends or after == "hundred" or (after in SCALES and (not part or SCALES[after] >= floor)):
                break
        if word in ("a", "and"):
            continue
        if word in SCALES:
            scale = SCALES[word]
            if scale == 100 and (part or 1) < 100:
                part = (part or 1) * 100
            elif scale == 12 and not total and part < 100:
                return (part or 1) * 12, token.end()
            elif scale > 100 and scale < floor:
                total, part, floor = total + (part or 1) * scale, 0, scale
            else:
                break
        else:
            value = SMALL.get(word) or TENS[word]
            room = 10 if part % 100 >= 20 and part % 10 == 0 else 100 if part % 100 == 0 else 0
            if value >= room:
                break
            part += value
        length = token.end()
    return total + part, length
