"""A claim in words, as a desk editor would write it: composed from its fields alone, unknowns said as unknown."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from geo.dataset import counts
from geo.dataset.dating import is_ahead
from geo.dataset.leading import Lead
from geo.model import (
    Action,
    Article,
    Basis,
    Claim,
    ClaimPlace,
    Panel,
    Place,
    PlaceKind,
    Population,
    Precision,
    Qualifier,
    Role,
    Sequel,
    Status,
    When,
)
from geo.wording import dates
from geo.wording.vocabulary import BASES, KINDS, MOVEMENTS, PRECISIONS, VERBS

number, tally = counts.number, counts.tally

LONGEST_TITLE = 44
"""Characters of a title that stands for an outlet."""
_STANDING = frozenset({Action.PRESENT, Action.HOST})
"""What happens at a place: one that people come from is none of it."""
_PLURAL_NAMES = frozenset("Netherlands Philippines Bahamas Maldives Comoros Seychelles Gambia Vatican Balkans".split())
_COMMON_ENDINGS = ("Republic", "Emirates", "Islands", "Kingdom", "States", "Federation", "Union", "Strip")


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
    noun = _whose(claim, adjectives)
    return f"of {noun}" if _OF.search(claim.quantity.words) and noun and not noun.startswith("of ") else noun


def _whose(claim: Claim, adjectives: Mapping[str, str]) -> str:
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


def deed(claim: Claim) -> str:
    """What they did, from where to where: "fled from Kassala to Eritrea"."""
    if claim.action is Action.CONTROL:
        said = "said to be " if ever(claim, Status.CLAIMED, Status.DENIED, Status.DISPUTED) else ""
        return f"{said}controlled by {claim.who}" if claim.who else "by whom it is controlled is not stated"
    past, future, _ = VERBS[claim.action]
    if claim.basis is Basis.CAPACITY:
        verb = f"could {future}" if future else "could be taken"
    elif claim.basis is Basis.PLAN or ever(claim, Status.PLANNED, Status.PLEDGED):
        verb = f"were to {future}" if future else "planned"
    elif claim.action is Action.PRESENT and claim.panel is Panel.TROOPS:
        verb = "stationed"
    else:
        verb = past
    return " ".join(part for part in (verb, route(claim)) if part)


def placed(claim: Claim) -> str:
    """What they did and where, what is unknown of it said as unknown."""
    did = deed(claim)
    if not claim.places:
        did = f"{did}, place not found" if did else "(place not found)"
    return did


def is_stated(claim: Claim) -> bool:
    """Whether the article says what they did."""
    return claim.action is not Action.UNSTATED


def route(claim: Claim) -> str:
    """Its places in order: where, from where, over what, to where. A site that lies in another place stands first.

    A place is said once: not where the people are said to be from it already ("refugees from ..."), and not beside a
    part that has its name ("northern ...").
    """
    said = claim.who if _is_from(claim) else None
    anchors = {used.place.anchor for used in claim.places}
    order = [Role.AT, Role.NEAR, Role.FROM, Role.VIA, Role.TO]
    told = [used for used in claim.places if not (_again(used, said) and used.stated)]
    shown = [used for used in told if not _holds(used, claim.places, claim.action)]
    places = sorted(shown, key=lambda used: (order.index(used.role), used.place.id in anchors))
    nested = {used.place.id: "in" for used in claim.places if used.place.id in anchors and used.role is Role.AT}
    # Several in the same role are listed: "in Poland, Germany and Romania". What holds another one stands alone.
    led: list[tuple[str, list[str]]] = []
    for used in places:
        word = nested.get(used.place.id) or preposition(used, claim.action)
        lead = word if used.stated else f"probably {word}"
        if used.role is Role.FROM and claim.action in _STANDING and claim.panel is not Panel.OTHER:
            lead = f"coming {lead}"  # nobody is present, or hosted, from a place
        named = "there" if _again(used, said) else name(used.place.name, used.place.kind)
        named = named[len(word) + 1 :] if named.casefold().startswith(f"{word} ") else named  # "near Mosul" is near it
        alike = next((names for said, names in led if said == lead and used.place.id not in anchors), None)
        if alike is None:
            led.append((lead, [named]))
        elif named not in alike:
            alike.append(named)
    return " ".join(f"{lead} {listed(names)}" for lead, names in led)


def _is_from(claim: Claim) -> bool:
    """Whether the people are worded as being from where they are from: "refugees from Sudan"."""
    return bool(claim.who) and claim.panel is Panel.DISPLACED and _whose(claim, {}) != flat(claim.counted)


def _again(used: ClaimPlace, said: str | None) -> bool:
    return used.role is Role.FROM and used.place.name == said


def _holds(used: ClaimPlace, others: Iterable[ClaimPlace], action: Action) -> bool:
    """Whether it is a place of which a part with its name is said in the same way, and is as sure: Indonesia beside
    western Indonesia, Beirut beside outside Beirut; not Sudan beside South Sudan."""
    word = preposition(used, action)
    parts = (
        it for it in others if it.place.kind is not PlaceKind.COUNTRY and it.place.name.endswith(f" {used.place.name}")
    )
    return any(it.stated >= used.stated and preposition(it, action) == word for it in parts)


def where(used: ClaimPlace) -> str:
    """A place of a claim as every output names it: "Kassala"; "probably Kassala, the only place of the story"."""
    named = name(used.place.name, used.place.kind)
    if used.stated:
        return named
    return f"probably {named}, {used.note}" if used.note else f"probably {named}"


def guess(claim: Claim) -> str | None:
    """Its inferred places in a few words for a row, "probably from Kassala"; None where all are stated."""
    inferred = [used for used in claim.places if not used.stated]
    named = [f"{preposition(used, claim.action)} {name(used.place.name, used.place.kind)}" for used in inferred]
    return f"probably {listed(named)}" if named else None


def nowhere(claim: Claim) -> str:
    """Why a figure has no place at all: what was looked for, and what was weighed. Not what the article says."""
    weighed = f" (weighed: {', '.join(map(flat, claim.considered))})" if claim.considered else ""
    return f"Dateline did not find where{weighed}"


def preposition(used: ClaimPlace, action: Action) -> str:
    kind = used.place.kind
    if used.role is Role.TO:
        if action in (Action.ARRIVE, Action.ACCEPT, Action.HOST):
            return "in" if kind not in (PlaceKind.SITE, PlaceKind.CROSSING, PlaceKind.BORDER) else "at"
        return "into" if action is Action.CROSS and kind is PlaceKind.COUNTRY else "to"
    if used.role is not Role.AT:
        return used.role.value
    if kind in (PlaceKind.BORDER, PlaceKind.RIVER, PlaceKind.LAKE):
        return "on"
    return "at" if kind in (PlaceKind.SITE, PlaceKind.CROSSING) else "in"


_ARTICLES = ("the", "The", "a", "an")


def name(place: str, kind: PlaceKind | None = None) -> str:
    """A place's name in running text, with the article that English gives it."""
    words = place.split()
    takes_article = (
        kind in (PlaceKind.BORDER, PlaceKind.SEA, PlaceKind.RIVER)
        or (kind is PlaceKind.SITE and bool(words) and words[-1].islower())
        or (bool(words) and (words[-1] in _COMMON_ENDINGS or words[-1] in _PLURAL_NAMES))
    )
    return f"the {place}" if takes_article and words[0] not in _ARTICLES else place


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


def voice(claim: Claim, article: Article) -> str:
    """Who the article says said it; the outlet where it says so itself."""
    if claim.attribution is None or not claim.attribution.chain:
        outlet = article.agency or article.publisher
        return f"In {possessive(outlet)} own voice" if outlet else "In the article's own voice"
    words = claim.attribution.words
    first, _, rest = words.partition(" ")
    return f"Said by {first.lower()} {rest}" if first in ("A", "An", "The", "One", "Some") else f"Said by {words}"


def said(claim: Claim, article: Article) -> str:
    """Who says it and who printed it, for a row: "the army (Example Post)"; the outlet alone in its own voice."""
    outlet = article.agency or article.publisher or _titled(article)
    if claim.attribution is None or not claim.attribution.chain:
        return outlet
    speaker = sentence_case(flat(claim.attribution.words))
    return speaker if outlet.casefold() == speaker.casefold() else f"{speaker} ({outlet})"


def _titled(article: Article) -> str:
    """What an article without agency and publisher is called: the beginning of its title."""
    title = flat(article.title or "")
    if not title:
        return article.file
    return f"“{title}”" if len(title) <= LONGEST_TITLE else f"“{title[:LONGEST_TITLE].rsplit(' ', 1)[0]} …”"


def possessive(owner: str) -> str:
    return f"{owner}’" if owner.endswith("s") else f"{owner}’s"


def signed(article: Article) -> str:
    """Who signed it, where and when it was printed: "Ann Example, The Example Post, 14 July 2021"."""
    by = f"{article.author.replace('; ', ', ')}, " if article.author else ""
    return f"{by}{printed(article)}"


def printed(article: Article) -> str:
    """Where and when it was printed: "AFP in The Moscow Times, 14 July 2021". A day still to come is said to be one."""
    outlet = " in ".join(part for part in (article.agency, article.publisher) if part) or "publisher unknown"
    ahead = " (a date still to come)" if is_ahead(article.published) else ""
    return f"{outlet}, {dates.day(article.published) if article.published else 'date unknown'}{ahead}"


def read_from(happened: When | None) -> str | None:
    """The words that a date was read from, where they are not a date themselves."""
    return f"Read from “{flat(happened.words)}”" if happened and len(happened.words) > 2 else None


def sequel(told: Sequel) -> str:
    """What became of them, without saying the number again: "Returned to Eritrea, 5 – 11 July 2021"."""
    past, _, _ = VERBS[told.action]
    places = " ".join(
        f"{preposition(used, told.action)} {name(used.place.name, used.place.kind)}" for used in told.places
    )
    then = dates.period(told.happened.first, told.happened.last) if told.happened else "date not stated"
    return sentence_case(" ".join(part for part in (past or "later", places) if part)) + f", {then}"


def precision(place: Place) -> str:
    if place.precision is Precision.RADIUS:
        return f"a circle of {place.radius_km:g} km" if place.radius_km else "a circle of unstated radius"
    return PRECISIONS[place.precision]


def bounds(claim: Claim) -> str | None:
    """What a vague figure is drawn as; None where the words are a number."""
    quantity = claim.quantity
    if quantity.qualifier is Qualifier.VAGUE and quantity.low is not None and quantity.high is not None:
        return f"Drawn as {quantity.low:,} to {quantity.high:,}; the article gives no number"
    return None


def line(claim: Claim, adjectives: Mapping[str, str]) -> str:
    """Figure, people and deed in one line, without the date."""
    return " ".join(part for part in (figure(claim), counted(claim, adjectives), deed(claim)) if part)


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
