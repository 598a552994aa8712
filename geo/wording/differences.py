"""In what claims about the same movement differ, and how many origins stand behind them. No agency is ever guessed."""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.dataset.query import Catalogue
from geo.model import Claim, Difference, Link
from geo.wording import claims as wording
from geo.wording import deeds, editions, sources
from geo.wording.described import Described, described
from geo.wording.vocabulary import DIFFERENCES

Movement = tuple[tuple[Claim, ...], tuple[Link, ...]]
"""The claims about one movement by date, and what differs between each two that were compared."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One row of a ledger. ``printed`` is outlet or agency and the day of publication; ``place`` where, in words;
    ``than`` the claim that it is compared with, and ``why`` in what it differs from that; None in the first row."""

    claim: Claim
    told: Described
    printed: str
    place: str
    than: Claim | None
    why: str | None


def ledger(catalogue: Catalogue, movement: Movement) -> tuple[Telling, ...]:
    """A row a claim, each compared with the one before it that it is linked to."""
    claims, links = movement
    rows = []
    for number, claim in enumerate(claims):
        before = {other.id: other for other in claims[:number]}
        pairs = [(before.get(link.second if link.first == claim.id else link.first), link) for link in links
                 if claim.id in (link.first, link.second)]  # fmt: skip
        than, link = next(((other, link) for other, link in pairs if other is not None), (None, None))
        why = differs(catalogue, link) if link is not None else None
        rows.append(Telling(claim, described(catalogue, claim), _printed(catalogue, claim), _place(claim), than, why))
    return tuple(rows)


def about(catalogue: Catalogue, claims: Sequence[Claim]) -> str:
    """Who moved where, by the first of ``claims`` about one movement: "Malian soldiers fled from Gao"."""
    people = wording.counted(claims[0], catalogue.adjectives).removeprefix("of ")
    return wording.sentence_case(f"{people} {deeds.placed(claims[0])}".strip())


def origins(catalogue: Catalogue, movement: Movement) -> str:
    """ "3 reports, 1 origin": figures of one article or text, of one agency, of one speaker or of a sentence printed
    again are one origin."""
    claims, links = movement
    behind = {claim.id: _origin(catalogue, claim) for claim in claims}
    for link in links:
        if link.same_origin or link.same_source:
            old, new = behind[link.second], behind[link.first]
            behind = {claim: new if origin == old else origin for claim, origin in behind.items()}
    reports = len({claim.article for claim in claims})
    return f"{wording.number(reports, 'report')}, {wording.number(len(set(behind.values())), 'origin')}"


def differs(catalogue: Catalogue, link: Link) -> str:
    """ "Other date and other number; AFP is behind both." A number alone is a real conflict, and said so."""
    if not link.differs:
        words = "told alike"
    elif link.differs[-1] is Difference.NUMBER and (other := editions.told_otherwise(catalogue, link)):
        words = other
    elif link.differs == (Difference.NUMBER,):
        words = "a real conflict: other number for the same days, place and group"
    elif link.differs == (Difference.ROUNDING,):
        words = "rounded otherwise: one number satisfies both"
    else:
        words = wording.listed([DIFFERENCES[difference] for difference in link.differs])
    return f"{'; '.join([wording.sentence_case(words), *_shared(catalogue, link)])}."


def _shared(catalogue: Catalogue, link: Link) -> list[str]:
    """What two claims have in common as to where they come from, as far as the articles say it."""
    first, second = catalogue.claims[link.first], catalogue.claims[link.second]
    one, two = catalogue.article(first), catalogue.article(second)
    said = []
    if one.id == two.id:
        said.append("both in one article")
    elif versions := editions.versions(catalogue, one, two):
        said.append(versions)
    elif one.agency and one.agency == two.agency:
        said.append(f"{one.agency} is behind both")
    elif link.same_origin:
        said.append("one text" if editions.one_text(catalogue, one, two) else "the same sentence printed again")
    if link.same_source and first.attribution is not None:
        said.append(f"both are the word of {wording.flat(first.attribution.chain[-1])}")
    return said


def _origin(catalogue: Catalogue, claim: Claim) -> str:
    article = catalogue.article(claim)
    text = catalogue.editions.first.get(article.id, article.id)
    return f"agency {article.agency}" if article.agency else f"article {text}"


def _printed(catalogue: Catalogue, claim: Claim) -> str:
    return sources.printed(catalogue.article(claim))


def _place(claim: Claim) -> str:
    return wording.sentence_case(deeds.route(claim)) or deeds.nowhere(claim)
