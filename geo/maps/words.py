"""What the map says about a figure: a short line for labels and one line for the tooltip.

Rule 1 of the product: never a bare number. Both keep the qualifier as printed and say who is counted and what they do.
"""

import re

from geo.model import Action, Basis, Claim, Place, Status
from geo.wording.claims import flat
from geo.wording.vocabulary import VERBS

LONGEST = 90
"""Characters of a text from an article that the map shows; the evidence card has the whole sentence."""


_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of text: with them a name could turn the figure behind it around."""


def cut(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line, shortened with an ellipsis."""
    line = _TURNS.sub("", flat(text))
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def doubt(claim: Claim) -> str:
    """The status in words where the figure is not simply reported or counted: "pledged, then withdrawn"; else ""."""
    if any(mark.status is not Status.REPORTED for mark in claim.statuses):
        return claim.status_words
    return claim.basis.value if claim.basis in (Basis.PLAN, Basis.CAPACITY, Basis.ESTIMATE) else ""


def short(claim: Claim) -> str:
    """ "several hundred soldiers fled"; "100,000 refugees: pledged, then withdrawn"."""
    figure = f"{_mid_line(claim.quantity.words)} {claim.counted}"
    if doubts := doubt(claim):
        return cut(f"{figure}: {doubts}")
    did = "" if claim.action is Action.UNSTATED else VERBS[claim.action][2]
    return cut(f"{figure} {did}".rstrip())


def _mid_line(text: str) -> str:
    """A sentence's capital taken back: "Some 230,000" is "some 230,000" here."""
    return text[0].lower() + text[1:] if text[:1].isupper() and text[1:2].islower() else text


def tip(claim: Claim, where: str, when: str) -> str:
    """ "The crossing – several hundred soldiers fled, June 2021"."""
    return f"{cut(where)} – {short(claim)}, {when}"


def heading(place: Place) -> str:
    """The name as a heading: "borders of Chad" begins with a capital here."""
    line = cut(place.name, 60)
    return line[:1].upper() + line[1:]
