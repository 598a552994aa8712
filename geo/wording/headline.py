"""What a collection is called and what it was made from, derived from its data."""

from geo.dataset.query import Catalogue, people
from geo.wording import claims as wording
from geo.wording import dates


def title(catalogue: Catalogue) -> str:
    """The two countries that the figures name most, and the months: "Chad and Sudan, May – June 2023"."""
    countries = wording.listed([wording.name(name) for name in catalogue.countries()[:2]])
    subject = wording.sentence_case(countries) or ("Figures from the news" if catalogue.claims else "No figures yet")
    days = catalogue.period()
    return f"{subject}, {dates.months(*days)}" if days else subject


def summary(catalogue: Catalogue) -> str:
    """How many figures from how many articles, and who stands behind them: origins are counted, not reprints."""
    if not catalogue.articles:
        return "No article has been read. Put text files into seeds/ and run: python -m geo build"
    figures = wording.number(len(people(catalogue.claims.values())), "figure")
    articles = wording.number(len(catalogue.articles), "article")
    days = catalogue.period()
    parts = [f"{figures} from {articles} ({_origins(catalogue)})", *([dates.months(*days)] if days else [])]
    return f"{', '.join(parts)}. Every figure opens the sentence it comes from."


def _origins(catalogue: Catalogue) -> str:
    parts = []
    for noun, names in zip(("agency", "publisher"), catalogue.origins(), strict=True):
        if names:
            few = f", {wording.listed(names)}" if len(names) <= 3 else ""
            parts.append(f"{wording.number(len(names), noun)}{few}")
    return "; ".join(parts)
