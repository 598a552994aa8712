"""What a collection is called and what it was made from, derived from its data."""

from datetime import date

from geo.dataset.query import Catalogue
from geo.wording import claims as wording
from geo.wording import dates, names
from geo.wording.countries import country

ENOUGH = 0.75
"""The share of all mentions from which two countries are enough for a title."""
FEW, LONG = 0.1, 10
"""The share of the figures at either end that may lie outside the years of a title, where they span so many years."""
MOST_LETTERS = 30
"""Letters of the names of countries, agencies or publishers that are listed; more are counted."""


def title(catalogue: Catalogue) -> str:
    """What its editor called it; else the countries that most figures are about, and the months or years: "Chad and
    Sudan, May – June 2023".

    Two where they have most of the figures; of many conflicts the three largest and how many more there are.
    """
    if called := catalogue.collection.about.title:
        return called
    counts = catalogue.country_counts()
    lands = [names.name(country(catalogue, code)) for code, _ in counts]
    if len(lands) > 3 and sum(count for _, count in counts[:2]) < ENOUGH * sum(count for _, count in counts):
        few = next(lands[:count] for count in (3, 2, 1) if count == 1 or len(", ".join(lands[:count])) <= MOST_LETTERS)
        named = f"{', '.join(few)} and {wording.number(len(lands) - len(few), 'more country')}"
    else:
        named = wording.listed(lands[:2])
    subject = wording.sentence_case(named) or ("Figures from the news" if catalogue.claims else "No figures yet")
    days = catalogue.period()
    return f"{subject}, {_mostly(catalogue) or _when(*days)}" if days else subject


def _mostly(catalogue: Catalogue) -> str:
    """The years that nearly all figures lie in, where a few would stretch them to twice as long; else ""."""
    known = catalogue.years()
    if not known:
        return ""
    off = int(FEW * len(known))
    first, last = known[off][0], max(year for _, year in known[: len(known) - off])
    whole = max(year for _, year in known) - known[0][0] + 1
    if whole < LONG or last - first + 1 > whole / 2:
        return ""
    return f"mostly {first} – {last}" if first != last else f"mostly {first}"


def summary(catalogue: Catalogue) -> str:
    """How many figures from how many articles, and who stands behind them: origins are counted, not reprints."""
    if not catalogue.articles:
        return "No article has been read. Put text files into seeds/ and run: python -m geo build"
    figures = catalogue.tallied()
    articles = wording.number(len(catalogue.articles), "article")
    days = catalogue.period()
    parts = [f"{figures} from {articles} ({_origins(catalogue)})", *([_when(*days)] if days else [])]
    standfirst = catalogue.collection.about.standfirst
    return f"{f'{standfirst} ' if standfirst else ''}{', '.join(parts)}."


def _when(first: date, last: date) -> str:
    """The months of one year, or the years."""
    return dates.months(first, last) if first.year == last.year else f"{first.year} – {last.year}"


def _origins(catalogue: Catalogue) -> str:
    """Agencies, and publishers that wrote their own; an article that names neither has none of both."""
    agencies, own = catalogue.origins()
    known = {article.publisher for article in catalogue.articles.values()}
    publishers = [name for name in own if name in known]
    parts = []
    for noun, of_kind in (("agency", agencies), ("publisher", publishers)):
        if of_kind:
            few = f", {wording.listed(of_kind)}" if len(", ".join(of_kind)) <= MOST_LETTERS else ""
            parts.append(f"{wording.number(len(of_kind), noun)}{few}")
    if unknown := len(own) - len(publishers):
        parts.append(f"{unknown:,} of unknown publisher" if parts else "publisher unknown")
    return "; ".join(parts)
