"""What somebody who takes a picture away may choose of it: its size, its title and the line below."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from geo.dataset.query import Catalogue
from geo.model import Claim, Panel
from geo.sharing.rows import CREDITS
from geo.wording import claims as wording
from geo.wording.headline import about, name, summary, title
from geo.wording.sources import printed

MOST_SOURCES = 3
"""Articles that a picture names; more are counted."""
MOST_LETTERS = 160
"""Of a title or a standfirst of one's own."""


class Size(StrEnum):
    """What the picture is for."""

    WEB = "web"
    PRINT = "print"
    """A page of A4 across, 300 dots an inch."""
    SOCIAL = "social"
    """1200 x 630 dots, as previews of links have it; its words are larger."""


@dataclass(frozen=True, slots=True)
class Paper:
    """``width`` and ``height`` of a drawing in pixels, 0 as high as its rows; ``scale`` dots of a PNG for each;
    ``beside`` pixels of the width are for the legend, which stands on the map where that is 0."""

    width: int
    height: int
    scale: float
    beside: int = 0


MAPS: Mapping[Size, Paper] = {
    Size.WEB: Paper(1200, 900, 2),
    Size.PRINT: Paper(1170, 827, 3),
    Size.SOCIAL: Paper(880, 462, 15 / 11, beside=252),
}
CHARTS: Mapping[Size, Paper] = {
    Size.WEB: Paper(1000, 0, 2),
    Size.PRINT: Paper(1000, 0, 3.5),
    Size.SOCIAL: Paper(600, 315, 2),
}


@dataclass(frozen=True, slots=True)
class Dress:
    """``title`` and ``standfirst`` in place of those of the collection, where they are given."""

    size: Size = Size.WEB
    title: str = ""
    standfirst: str = ""

    def heading(self, catalogue: Catalogue, panel: Panel | None = None) -> str:
        """The title; ``panel`` of what shows its figures alone."""
        return wording.flat(self.title)[:MOST_LETTERS] or title(catalogue, panel)

    def name(self, catalogue: Catalogue) -> str:
        """What it is called where a headline has no room."""
        return wording.flat(self.title)[:MOST_LETTERS] or name(catalogue)

    def line(self, catalogue: Catalogue, shown: Sequence[Claim]) -> str:
        """The line below: one's own, or how many figures of how many articles."""
        if own := wording.flat(self.standfirst)[:MOST_LETTERS]:
            return own
        part = "" if len(shown) == len(catalogue.claims) else f"{wording.tally(shown)} shown. "
        return f"{part}{summary(catalogue)}"

    def under(self, catalogue: Catalogue) -> str:
        """What stands under the title of a chart: a line of one's own, or what it is about."""
        return wording.flat(self.standfirst)[:MOST_LETTERS] or about(catalogue)


PLAIN = Dress()


def credit_line(catalogue: Catalogue, shown: Sequence[Claim]) -> str:
    """What stands at the foot of every picture: who printed the figures, where the rest comes from, the data set."""
    return f"{sources(catalogue, shown)}{CREDITS} Dateline, data set {catalogue.collection.version}."


def sources(catalogue: Catalogue, shown: Sequence[Claim]) -> str:
    """Agency and outlet of the articles, those with most figures first: "Source: AFP in Dawn, 1 July 2021. "."""
    counts = Counter(claim.article for claim in shown)
    articles = [catalogue.articles[it] for it, _ in counts.most_common()]
    outlets = list(dict.fromkeys(printed(it) for it in articles if it.agency or it.publisher))
    nameless = sum(not (it.agency or it.publisher) for it in articles)  # a day alone names none of them
    said = outlets[:MOST_SOURCES]
    if nameless:
        said.append(f"{wording.number(nameless, 'article')} of unknown publisher")
    if left := max(0, len(outlets) - MOST_SOURCES):
        said.append(f"and {wording.number(left, 'more article')}")
    return f"{'Source' if len(outlets) + nameless == 1 else 'Sources'}: {'; '.join(said)}. " if said else ""
