"""What the map says about a figure: a short line for labels and one line for the tooltip.

Rule 1 of the product: never a bare number. Both keep the qualifier as printed and say who is counted and what they do.
"""

from datetime import date, timedelta

from geo.model import Action, Basis, Claim, Place, Status

LONGEST = 90
"""Characters of a text from an article that the map shows; the evidence card has the whole sentence."""

DID = {
    Action.EXERCISE: "in exercise",
    Action.PRESENT: "present",
    Action.DEPLOY: "deployed",
    Action.WITHDRAW: "withdrawn",
    Action.FLEE: "fled",
    Action.CROSS: "crossed",
    Action.ARRIVE: "arrived",
    Action.RETURN: "returned",
    Action.HOST: "hosted",
    Action.ACCEPT: "accepted",
    Action.EVACUATE: "evacuated",
    Action.DISPLACE: "displaced",
    Action.EXPEL: "expelled",
    Action.RECRUIT: "recruited",
    Action.CONTROL: "controlled",
    Action.UNSTATED: "",
}


def cut(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line, shortened with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def doubt(claim: Claim) -> str:
    """The status in words where the figure is not simply reported or counted: "pledged, withdrawn"; else ""."""
    turns = [mark.status.value for mark in claim.statuses if mark.status is not Status.REPORTED]
    if not turns and claim.basis in (Basis.PLAN, Basis.CAPACITY, Basis.ESTIMATE):
        turns = [claim.basis.value]
    return ", ".join(turns)


def short(claim: Claim) -> str:
    """ "several hundred soldiers fled"; "100,000 refugees: pledged, withdrawn"."""
    figure = f"{_mid_line(claim.quantity.words)} {claim.counted}"
    if doubts := doubt(claim):
        return cut(f"{figure}: {doubts}")
    return cut(f"{figure} {DID[claim.action]}")


def _mid_line(text: str) -> str:
    """A sentence's capital taken back: "Some 230,000" is "some 230,000" here."""
    return text[0].lower() + text[1:] if text[:1].isupper() and text[1:2].islower() else text


def tip(claim: Claim, where: str) -> str:
    """ "Shir Khan Bandar – several hundred soldiers fled, June 2021"."""
    return f"{cut(where)} – {short(claim)}, {dated(claim)}"


def dated(claim: Claim) -> str:
    """When it happened, else the day that the figure is for, else the day it was reported; always with the year."""
    if claim.happened is not None:
        return period(claim.happened.first, claim.happened.last)
    if claim.as_of is not None:
        return f"as of {period(claim.as_of, claim.as_of)}"
    if claim.reported is not None:
        return f"reported {period(claim.reported, claim.reported)}"
    return "date not stated"


def period(first: date, last: date) -> str:
    """ "14 July 2021", "June 2021", "19–25 July 2021", "28 June – 4 July 2021"."""
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and (last + timedelta(days=1)).day == 1
        return f"{first:%B %Y}" if whole else f"{first.day}–{last.day} {last:%B %Y}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    begin = f"{first.day} {first:%B}" if first.year == last.year else f"{first.day} {first:%B %Y}"
    return f"{begin} – {last.day} {last:%B %Y}"


def heading(place: Place) -> str:
    """The name as a heading: "borders of Afghanistan" begins with a capital here."""
    line = cut(place.name, 60)
    return line[:1].upper() + line[1:]
