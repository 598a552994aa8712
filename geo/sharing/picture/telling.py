"""What stands beside a picture where it is printed: its caption, and its words for who does not see it."""

from collections.abc import Iterable, Sequence

from geo.dataset.query import Catalogue, in_panel, people
from geo.model import Claim, Panel
from geo.sharing.picture.dress import Dress, credit_line
from geo.wording import claims as wording
from geo.wording.described import described

MOST_TOLD = 5
"""Figures that are told in words; more are counted."""
PICTURES = {
    "map": "Map",
    "troops": "Chart of troops on a log scale",
    "displaced": "Chart of displaced people on a log scale",
    "timeline": "Timeline",
    "told-differently": "Table of what is told differently",
}
"""What each picture is, by the name of its file."""


def caption(catalogue: Catalogue, shown: Sequence[Claim], dress: Dress, panel: Panel | None = None) -> str:
    """Title, what is shown, and the credits that must be printed with it."""
    line = dress.line(catalogue, shown).rstrip(".")
    return f"{dress.heading(catalogue, panel)}. {line}. {credit_line(catalogue, shown)}"


def alternative(name: str, catalogue: Catalogue, shown: Sequence[Claim], dress: Dress) -> str:
    """A picture in words: what it is, and its figures as they are printed, each with who says it and when."""
    of = _of(name, catalogue, shown)
    figures = [described(catalogue, claim).whole for claim in of[:MOST_TOLD]]
    left = len(of) - len(figures)
    more = f" And {wording.number(left, 'more figure')}." if left > 0 else ""
    told = "".join(f" {wording.sentence_case(figure)}." for figure in figures) or " No figure is shown."
    return f"{PICTURES[name]}: {dress.heading(catalogue, _panel(name))}. {wording.tally(of)}.{told}{more}"


def as_captions(catalogue: Catalogue, shown: Sequence[Claim], dress: Dress) -> bytes:
    """Caption and alternative text of every picture, to copy."""
    return "\n".join(_entries(catalogue, shown, dress)).encode("utf-8", "replace")


def _entries(catalogue: Catalogue, shown: Sequence[Claim], dress: Dress) -> Iterable[str]:
    for name in PICTURES:
        of = _of(name, catalogue, shown)
        yield f"{name}.png, {name}.svg"
        yield f"Caption: {caption(catalogue, of, dress, _panel(name))}"
        yield f"Alternative text: {alternative(name, catalogue, shown, dress)}"
        yield ""


def _panel(name: str) -> Panel | None:
    """The panel that a picture shows alone."""
    return Panel(name) if name in tuple(Panel) else None


def _of(name: str, catalogue: Catalogue, shown: Sequence[Claim]) -> Sequence[Claim]:
    """The figures of a picture."""
    match name:
        case "troops" | "displaced":
            return in_panel(shown, Panel(name))
        case "timeline":
            return people(shown)
        case "told-differently":
            return [claim for claims, _ in catalogue.differences(people(shown)) for claim in claims]
        case _:
            return shown
