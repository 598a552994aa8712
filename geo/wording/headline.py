"""What a collection is called and what it was made from, derived from its data."""

from datetime import date

from geo.dataset.query import Catalogue, people
from geo.wording import claims as wording
from geo.wording import dates

MOST_LETTERS = 30
"""Letters of the names of agencies or publishers that are listed; more are counted."""


def title(catalogue: Catalogue) -> str:
    """What its editor called it; else the two countries that the figures name most, and the months: "Chad and Sudan,
    May – June 2023"."""
    if named := catalogue.collection.about.title:
        return named
    countries = wording.listed([wording.name(name) for name in catalogue.countries()[:2]])
    subject = wording.sentence_case(countries) or ("Figures from the news" if catalogue.claims else "No figures yet")
    days = catalogue.period()
    return f"{subject}, {_when(*days)}" if days else subject


def summary(catalogue: Catalogue) -> str:
    """How many figures from how many articles, and who stands behind them: origins are counted, not reprints."""
    if not catalogue.articles:
        return "No article has been read. Put text files into seeds/ and run: python -m geo build"
    figures = wording.number(len(people(catalogue.claims.values())), "figure")
    articles = wording.number(len(catalogue.articles), "article")
    days = catalogue.period()
    parts = [f"{figures} from {articles} ({_origins(catalogue)})", *([_when(*days)] if days else [])]
    standfirst = catalogue.collection.about.standfirst
    return f"{f'{standfirst} ' if standfirst else ''}{', '.join(parts)}."


def _when(first: date, last: date) -> str:
    """The months of one year, or the years."""
    return dates.months(first, last) if first.year == last.year else f"{first.year} – {last.year}"


def _origins(catalogue: Catalogue) -> str:
    parts = []
    for noun, names in zip(("agency", "publisher"), catalogue.origins(), strict=True):
        if names:
            few = f", {wording.listed(names)}" if len(", ".join(names)) <= MOST_LETTERS else ""
            parts.append(f"{wording.number(len(names), noun)}{few}")
    return "; ".join(parts)
