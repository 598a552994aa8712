"""A claim in words, as a desk editor would write it: composed from its fields alone, unknowns said as unknown."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from geo.dataset import counts
from geo.dataset.leading import Lead
from geo.model import (
    Action,
    Basis,
    Claim,
    Panel,
    Population,
    Qualifier,
    Status,
    When,
)
from geo.wording.names import name
from geo.wording.vocabulary import BASES, KINDS, MOVEMENTS

number, tally = counts.number, counts.tally


_DIGITS = re.compile(r"(?<![\d.,])\d{4,}(?![\d]|[.,]\d)")
_OF = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|handful|couple|majority)$", re.IGNORECASE)
"""Figures that are read with "of" before the people."""


def figure(claim: Claim) -> str:
    """The figure as printed; a capital that only opens its sentence is taken back, and digits stand in groups."""
    words = _DIGITS.sub(lambda digits: f"{int(digits.group()):,}", flat(claim.quantity.words))
    opens = claim.quantity.span.start == claim.sentence.start
    if opens and words[1:2].islower():
        words = words[0].lower() + words[1:]
    return words


def counted(claim: Claim, adjectives: Mapping[str, str]) -> str:
    """Who is counted as it is read behind the figure: "Kenyan troops"; behind "hundreds" it is "of evacuees"."""
    noun = whose(claim, adjectives)
    return f"of {noun}" if _OF.search(claim.quantity.words) and noun and not noun.startswith("of ") else noun


def whose(claim: Claim, adjectives: Mapping[str, str]) -> str:
    """The noun, with whose people they are unless it says so: "Kenyan troops", "French troops"."""
    noun, who = flat(claim.counted), claim.who
    if not who or who.casefold() in noun.casefold() or any(word[:1].isupper() for word in noun.split()):
        return noun
    if claim.panel is Panel.OTHER:
        return noun
    if claim.panel is Panel.DISPLACED:
        return f"{noun} from {name(who)}"
    adjective = adjectives.get(who)
    return f"{adjective} {noun}" if adjective and len(noun.split()) == 1 else f"{noun} of {name(who)}"


def people(claim: Claim, adjectives: Mapping[str, str]) -> str:
    """Figure and people: "more than 300 Malian troops"."""
    return f"{figure(claim)} {counted(claim, adjectives)}".rstrip()


def ever(claim: Claim, *statuses: Status) -> bool:
    return any(mark.status in statuses for mark in claim.statuses)


def status(claim: Claim) -> str:
    """The whole chain as the contract prints it: "Pledged, then withdrawn", "Claimed, denied by the government"."""
    return sentence_case(claim.status_words)


def basis(claim: Claim) -> str:
    """What kind of figure it is."""
    if claim.basis is Basis.EVENT:
        movement = claim.action in MOVEMENTS
        return "One exercise" if claim.action is Action.EXERCISE else "One movement" if movement else "One event"
    if claim.basis is Basis.STOCK:
        return "As it stood at a date" if claim.panel is Panel.OTHER else "Present at a date"
    return BASES[claim.basis]


def read_from(happened: When | None) -> str | None:
    """The words that a date was read from, where they are not a date themselves."""
    return f"Read from “{flat(happened.words)}”" if happened and len(happened.words) > 2 else None


def bounds(claim: Claim) -> str | None:
    """What a vague figure is drawn as; None where the words are a number."""
    quantity = claim.quantity
    if quantity.qualifier is Qualifier.VAGUE and quantity.low is not None and quantity.high is not None:
        return f"Drawn as {quantity.low:,} to {quantity.high:,}; the article gives no number"
    return None


def lead(found: Lead) -> str:
    """What the leading figure of some is, people counted somewhere or a movement of them, and what is stated of it
    where a later one says less: "Latest movement"; "Latest count with place and date stated"."""
    kind = "movement" if found.claim.action in MOVEMENTS else "count"
    if found.latest:
        return f"Latest {kind}"
    kind = f"latest {kind}" if found.dated else kind
    return sentence_case(f"{kind} with {listed(found.stated)} stated")


def no_total(claims: Sequence[Claim]) -> str:
    """Why a panel gives no total, in a sentence made of what it shows, the most frequent kinds first."""
    if len(claims) < 2:
        return ""
    kinds = [kind for kind, _ in Counter(_kind(claim) for claim in claims).most_common()]
    if len(kinds) > 1:
        return f"No total: {listed(kinds if len(kinds) < 5 else [*kinds[:3], 'others'])} do not add up."
    return f"No total: reports of {kinds[0]} may overlap."


def others(claims: Sequence[Claim]) -> str:
    """What stands in neither panel, as a heading: "Statements"; "Other figures" where these are not about territory."""
    told = {claim.population is Population.TERRITORY for claim in claims}
    return "Statements and other figures" if len(told) > 1 else "Statements" if True in told else "Other figures"


def _kind(claim: Claim) -> str:
    if claim.basis is Basis.CAPACITY or ever(claim, Status.PLEDGED):
        return "pledges"
    if claim.basis is Basis.PLAN or ever(claim, Status.PLANNED):
        return "plans"
    if claim.action is Action.PRESENT and claim.panel is not Panel.TROOPS:
        return "people present"
    return KINDS.get(claim.action, f"{claim.basis.value} figures")


def listed(parts: Sequence[str]) -> str:
    """One after another: a; a and b; a, b and c."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def flat(words: str) -> str:
    """Text as printed, with every run of white space shown as one space."""
    return " ".join(words.split())
