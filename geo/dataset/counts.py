"""How many there are, in the words of every output."""

from collections.abc import Iterable

from geo.model import Claim, Panel


def number(count: int, noun: str) -> str:
    """A count with its noun: 1 figure, 2 figures, 3 agencies."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def tally(claims: Iterable[Claim]) -> str:
    """ "8 figures and 1 statement": a figure counts people who move, serve or fled; what is said of territory and homes
    is a statement."""
    others = [claim.panel is Panel.OTHER for claim in claims]
    return told(len(others) - sum(others), sum(others))


def told(figures: int, statements: int) -> str:
    """As ``tally``, from counts."""
    parts = [number(figures, "figure")] if figures or not statements else []
    return " and ".join([*parts, *([number(statements, "statement")] if statements else [])])
