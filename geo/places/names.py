"""Folding of place names, so that one name has one key however it is printed."""

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"['’‘ʻʼʿʾ`´.\"“”]")
_SPACED = re.compile(r"[-‐‑–—_/,()\[\]&\s]+")
# Letters that Unicode does not decompose, as English news copy writes them.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"})
_ABBREVIATED = {"st": "saint", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key of a name: casefolded, no diacritics, apostrophes or full stops, hyphens as spaces, "St." as "saint".

    >>> fold("Torkham–Spīn Bôldak"), fold("N'Djamena"), fold("St. Petersburg"), fold("U.S.")
    ('torkham spin boldak', 'ndjamena', 'saint petersburg', 'us')
    """
    # Decomposed twice: a superscript capital is a capital only then, and lower case may compose anew.
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).translate(_LETTERS)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _SPACED.sub(" ", _DROPPED.sub("", plain)).split()
    if len(words) > 1 and words[0] in _ABBREVIATED:
        words[0] = _ABBREVIATED[words[0]]
    return " ".join(words)


_ARTICLES = ("al", "el")


def other_spellings(key: str) -> tuple[str, ...]:
    """Keys that the same name may have: with another Arabic article, with none, or in one word.

    >>> other_spellings("al obeid"), other_spellings("petion ville")
    (('el obeid', 'obeid', 'alobeid'), ('al petion ville', 'el petion ville', 'petionville'))
    """
    first, _, rest = key.partition(" ")
    name = rest if first in _ARTICLES else key
    found = [f"{article} {name}" for article in _ARTICLES] + [name, key.replace(" ", "")]
    return tuple(other for other in dict.fromkeys(found) if other != key and len(name) > 3)
