"""Words as a search compares them. Apart from ``geo.places.names``, which knows names and is not loaded by the page."""

import unicodedata

MARKS = "'’‘ʻʼʿʾ`´"
"""What is left out."""
LETTERS = {**dict(zip("øłđðıə", "olddia", strict=True)), "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
"""Letters that are no other letter with an accent."""
_DROPPED = dict.fromkeys(map(ord, MARKS))
_PLAIN = {ord(letter): plain for letter, plain in LETTERS.items()}


def fold(text: str) -> str:
    """``text`` in lower case, without accents and apostrophes.

    >>> fold("Côte d’Ivoire"), fold("Łódź"), fold("N'Djamena")
    ('cote divoire', 'lodz', 'ndjamena')
    """
    low = text.casefold()
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low)
        low = "".join(letter for letter in low if not unicodedata.combining(letter)).translate(_PLAIN)
    return low.translate(_DROPPED)
