"""What the map says about a figure: a short line for labels and one line for the tooltip.

Rule 1 of the product: never a bare number. Both are made of the words that every other output has
(geo.wording.described), cut to the room that a map has.
"""

import re

from geo.model import Place
from geo.wording.claims import flat
from geo.wording.described import Described

LONGEST = 90
"""Characters of a text from an article that the map shows; the evidence card has the whole sentence."""


_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of text: with them a name could turn the figure behind it around."""


def cut(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line, shortened with an ellipsis."""
    line = _TURNS.sub("", flat(text))
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def tip(where: str, told: Described) -> str:
    """ "The crossing – several hundred soldiers fled · AFP · June 2021"."""
    return " · ".join((f"{cut(where)} – {short(told)}", cut(told.said), told.when))


def short(told: Described) -> str:
    """The figure for a label: "several hundred soldiers fled"."""
    return cut(told.short)


def heading(place: Place) -> str:
    """The name as a heading: "borders of Chad" begins with a capital here."""
    line = cut(place.name, 60)
    return line[:1].upper() + line[1:]
