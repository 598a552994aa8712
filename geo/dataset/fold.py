"""Words as a search compares them. Apart from ``geo.places.names``, which knows names and is not loaded by the page."""

import unicodedata

_DROPPED = dict.fromkeys(map(ord, "'’‘ʻʼʿʾ`´"))
_LETTERS = {ord(letter): plain for letter, plain in zip("øłđðıə", "olddia", strict=True)}
_LETTERS |= {ord("æ"): "ae", ord("œ"): "oe", ord("þ"): "th"}


def fold(text: str) -> str:
    """``text`` in lower case, without accents and apostrophes.

    >>> fold("Côte d’Ivoire"), fold("Łódź"), fold("N'Djamena")
    ('cote divoire', 'lodz', 'ndjamena')
    """
    low = text.casefold()
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low)
        low = "".join(letter for letter in low if not unicodedata.combining(letter)).translate(_LETTERS)
    return low.translate(_DROPPED)
