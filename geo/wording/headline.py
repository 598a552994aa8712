"""The headline of a collection and the line under it: what it says, what it is about, and what it was made from."""

from datetime import date

from geo.dataset.query import Catalogue, in_panel, once, stated_only
from geo.dataset.strongest import strongest
from geo.model import Claim, Panel, Status
from geo.wording import claims as wording
from geo.wording import dates, deeds, names, sources
from geo.wording.countries import country
from geo.wording.described import doubt

ENOUGH = 0.75
"""The share of all mentions from which two countries are enough for a title."""
FEW, LONG = 0.1, 10
"""The share of the figures at either end that may lie outside the years of a title, where they span so many years."""
LONGEST = 200
"""Letters of a headline that is made of a figure."""
MOST_LETTERS = 30
"""Letters of the names of countries, agencies or publishers that are listed; more are counted."""


def title(catalogue: Catalogue, panel: Panel | None = None) -> str:
    """What its editor called it; else a sentence: the strongest figure of all that are here, whatever is shown of them;
    where there is none, what it is about. Of what shows a ``panel`` alone, the strongest of its figures."""
    if called := catalogue.collection.about.title:
        return called
    own = strongest(catalogue, in_panel(catalogue.claims.values(), panel)) if panel else None
    return sentence(catalogue, own) if own else _told(catalogue) or about(catalogue)


def name(catalogue: Catalogue) -> str:
    """What it is called where a headline has no room: as its editor did, else by what it is about."""
    return catalogue.collection.about.title or about(catalogue)


@once
def _told(catalogue: Catalogue) -> str:
    """ "More than 900 Chadian soldiers fled to Niger, according to Reuters"; "" without a figure."""
    within = catalogue.foremost()
    found = strongest(within, within.claims.values())
    return sentence(within, found) if found else ""


def sentence(catalogue: Catalogue, claim: Claim) -> str:
    """One figure as a headline: how many of whom did what and where, what is not simply so, and who says it.

    A place that is inferred is left out where another is stated. What is longer than any page has room for is cut off.
    """
    words = _words(catalogue, claim)
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _words(catalogue: Catalogue, claim: Claim) -> str:
    stated = stated_only(claim)
    counted = wording.sentence_case(wording.people(claim, catalogue.adjectives))
    said = " ".join((counted, _deed(stated if stated.places else claim)))
    match doubt(claim):
        case "":
            return f"{said}, according to {_speaker(catalogue, claim)}"
        case Status.CLAIMED.value if claim.attribution is not None:
            return f"{said}, as claimed by {_speaker(catalogue, claim)}"
        case more:
            return f"{said} ({more}), according to {_speaker(catalogue, claim)}"


def _deed(claim: Claim) -> str:
    """What they did and where, with the verb that a sentence has and a row does without."""
    did = deeds.deed(claim)
    first = did.partition(" ")[0]
    if not deeds.is_stated(claim) and first not in ("could", "planned"):
        did = f"were reported {did}"
    elif first in ("stationed", "planned"):
        did = f"were {did}"
    one = claim.quantity.low == claim.quantity.high == 1
    return f"was{did.removeprefix('were')}" if one and did.startswith("were ") else did.rstrip()


def _speaker(catalogue: Catalogue, claim: Claim) -> str:
    """Who says so: whom the article names, else who printed it; the article by its title where nobody is known."""
    article = catalogue.article(claim)
    if claim.attribution is not None and claim.attribution.chain:
        return sources.lowered(wording.flat(claim.attribution.chain[0]))
    known = wording.flat(article.agency or article.publisher or "")
    return known or (sources.titled(article) if article.title else "one article")


def about(catalogue: Catalogue) -> str:
    """The countries that most figures are about, and the months or years: "Chad and Sudan, May – June 2023".

    Two where they have most of the figures; of many conflicts the three largest and how many more there are.
    """
    counts = catalogue.country_counts()
    lands = [names.name(country(catalogue, code)) for code, _ in counts]
    if len(lands) > 3 and sum(count for _, count in counts[:2]) < ENOUGH * sum(count for _, count in counts):
        few = next(lands[:count] for count in (3, 2, 1) if count == 1 or len(", ".join(lands[:count])) <= MOST_LETTERS)
        named = f"{', '.join(few)} and {wording.number(len(lands) - len(few), 'more country')}"
    else:
        named = wording.listed(lands[:2])
    subject = wording.sentence_case(named) or ("Figures from the news" if catalogue.claims else _none(catalogue))
    days = catalogue.period()
    return f"{subject}, {_mostly(catalogue) or _when(*days)}" if days else subject


def _none(catalogue: Catalogue) -> str:
    """What is said instead where there is no figure."""
    if not catalogue.articles:
        return "No figures yet"
    return f"No figure of troops or displaced people in {wording.number(len(catalogue.articles), 'article')}"


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
    """What it is about, how many figures from how many articles, and who stands behind them: origins are counted, not
    reprints."""
    if not catalogue.articles:
        return "No article has been read. Put text files into seeds/ and run: python -m geo build"
    figures = catalogue.tallied()
    articles = wording.number(len(catalogue.articles), "article")
    days = catalogue.period()
    # Nearly all figures lie in the years that are named first: then where the others end is said as well.
    whole = [_when(*days)] if days and _mostly(catalogue) else []
    parts = [f"{figures} from {articles} ({_origins(catalogue)})", *whole]
    subject = f"{about(catalogue)}: " if catalogue.claims else ""
    standfirst = catalogue.collection.about.standfirst
    return f"{f'{standfirst} ' if standfirst else ''}{subject}{', '.join(parts)}."


def _when(first: date, last: date) -> str:
    """The months of one year, or the years."""
    return dates.months(first, last) if first.year == last.year else f"{first.year} – {last.year}"


def _origins(catalogue: Catalogue) -> str:
    """Agencies, and publishers that wrote their own; an article that names neither has none of both."""
    agencies, own = catalogue.origins()
    known = set(catalogue.sources())
    publishers = [name for name in own if name in known]
    parts = []
    for noun, of_kind in (("agency", agencies), ("publisher", publishers)):
        if of_kind:
            few = f", {wording.listed(of_kind)}" if len(", ".join(of_kind)) <= MOST_LETTERS else ""
            parts.append(f"{wording.number(len(of_kind), noun)}{few}")
    if unknown := len(own) - len(publishers):
        parts.append(f"{unknown:,} of unknown publisher" if parts else "publisher unknown")
    return "; ".join(parts)
