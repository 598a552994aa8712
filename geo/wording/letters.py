"""Letters that nobody sees: those that reorder or hide what stands behind them never leave the building."""

import re

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9): they would reorder what follows."""
UNSEEN = re.compile("[\\s\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]*")
"""White space, direction marks, joiners and other letters without width, at the beginning of words."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, but for those that are white space, and what is no character."""


def unturned(words: str) -> str:
    """``words`` in the order in which they were written."""
    return TURNS.sub("", words)


def line(words: str) -> str:
    """``words`` on one line, with neither control characters nor what turns them."""
    return " ".join(_CONTROL.sub("", unturned(words)).split())
