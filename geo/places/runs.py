"""Where names stand in parsed text: runs of capitalised words, and the longest stretch that the gazetteer knows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.model import PlaceKind
from geo.places.gazetteer import Candidate, Gazetteer
from geo.places.lexicon import (
    COMMON,
    CONNECTORS,
    GENERIC_ENDS,
    KIND_WORDS,
    LOCATIVE,
    NOT_PLACE_NAMES,
    PLACE_LABELS,
    PROVINCE_KINDS,
    REGIONS,
    STREETS,
    TAILS,
)
from geo.places.names import assimilated, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 7
"""Words of a place name: "Special Administrative Region" names and their like are no longer."""
LONGEST_UNKNOWN = 3
LARGE = 4.7
"""``Candidate.weight`` of a town of 50,000 people; a larger one is known by the first word of a name."""
ABBREVIATION = 5
"""Letters; a shorter second name of a province is an abbreviation, and the full stop after it belongs to it."""

OF_THEIR_TOWN = frozenset({"district"})
"""What is called by its town where the gazetteer has the town alone."""
SMALL_OPENINGS = frozenset({"occupied"})
"""Words in small letters that names of territories begin with."""

Name = tuple[str, ...]
"""The tokens of a name."""


def longest(doc: "Doc", first: int, gazetteer: Gazetteer) -> tuple[int, tuple[Candidate, ...]] | None:
    """The end of the longest name that starts at token ``first`` and that the gazetteer knows, and its candidates."""
    last = first + 1
    limit = min(len(doc), first + LONGEST)
    while last < limit and (_capital(doc[last]) or doc[last].lower_ in CONNECTORS or doc[last].text in TAILS):
        last += 1
    while last > first:
        if _capital(doc[last - 1]) or (doc[last - 1].text in TAILS and last - first > 1):
            name = doc[first:last].text
            found = gazetteer.candidates(name)
            people = last == first + 1 and gazetteer.country_of_demonym(name) and _is_people(doc[first], found)
            people = people and not _is_province(doc, last, found)
            if found and not people:
                return _with_kind(doc, last + _full_stop(doc, last, name, found), found)
        last -= 1
    return None


def beyond(doc: "Doc", first: int, last: int, candidates: Sequence[Candidate]) -> int:
    """The end of the longer name that a small place's is only the first word of: "San" in "San Bolaro"; ``last`` where
    it is the whole."""
    if last - first > 1 or any(c.place.kind is not PlaceKind.CITY or c.weight > LARGE for c in candidates):
        return last
    end = last
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].pos_ == "PROPN" and doc[end].text.istitle():
        end += 1
    words = [t.lower_ for t in doc[last:end]]
    other = set(words) & (COMMON | GENERIC_ENDS | TAILS | KIND_WORDS.keys()) or end - first > LONGEST_UNKNOWN
    return last if other else end


def _with_kind(doc: "Doc", last: int, found: tuple[Candidate, ...]) -> tuple[int, tuple[Candidate, ...]]:
    """ "Fars Province": a kind printed like a part of the name belongs to it and says which places are meant."""
    if last < len(doc) and doc[last].text in PROVINCE_KINDS and _ends(doc, last + 1):
        provinces = tuple(c for c in found if c.main and c.place.kind is PlaceKind.PROVINCE)
        if provinces:
            return last + 1, provinces
    return last, found


def street(doc: "Doc", first: int, last: int) -> int | None:
    """The end of the name of a street or the like that the name at ``first`` begins: "Kandahar Street"."""
    named = last < len(doc) and doc[last].text.rstrip(".") in STREETS and _ends(doc, last + 1)
    return last + 1 if named and doc[first].text[:1].isupper() and doc[first].lower_ not in COMMON else None


def _ends(doc: "Doc", last: int) -> bool:
    """Whether a name that ends before token ``last`` ends there: not "Kansas State" in "Kansas State Police"."""
    return last >= len(doc) or not (doc[last].text[:1].isupper() or doc[last].lower_ == "of")


def _full_stop(doc: "Doc", last: int, name: str, found: Sequence[Candidate]) -> bool:
    """Whether the full stop behind the name is part of it: "Que.", "Alta."."""
    short = len(name) <= ABBREVIATION and not name.endswith(".") and last < len(doc) and doc[last].text == "."
    return short and any(
        c.main and c.place.kind is PlaceKind.PROVINCE and fold(c.place.name) != fold(name) for c in found
    )


def opens(token: "Token") -> bool:
    """Whether a place name may begin here."""
    if token.text in ("A", "An") and token.tag_ == "DT":  # "A US general", and not Aus in Namibia
        return False
    if _capital(token):
        return True
    doc, i = token.doc, token.i
    article = token.lower_ in ("al", "el") and i + 1 < len(doc)
    printed = token.text[:1] in ("a", "e") and assimilated(doc[i : i + 3].text)
    return article or printed or token.lower_ in SMALL_OPENINGS


def _capital(token: "Token") -> bool:
    """Whether a word is printed like a name: "Mali", "d'Ivoire", "oPt"."""
    text = token.text
    return text[:1].isupper() or text[1:2].isupper() or (text[1:2] in ("'", "’") and text[2:3].isupper())


def _is_people(token: "Token", found: tuple[Candidate, ...]) -> bool:
    """Whether a word that is also a people's name stands for the people: "Malian", "Polish"; not "US"."""
    return not any(c.place.kind is PlaceKind.COUNTRY for c in found) or token.text.endswith("s'")


def _is_province(doc: "Doc", last: int, found: tuple[Candidate, ...]) -> bool:
    """Whether a people's name is that of a province where its kind stands behind it: Ethiopia's "Somali region"."""
    kind = doc[last].lower_ if last < len(doc) else ""
    return kind in REGIONS and any(c.main and c.place.kind is PlaceKind.PROVINCE for c in found)


def generic_entities(doc: "Doc", gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Places that the model names whole and the gazetteer does not know: "Fore Street", "Mile Hill Bridge"."""
    for entity in doc.ents:
        first, last = entity.start, entity.end
        while first < last and (doc[first].lower_ == "the" or not doc[first].text[:1].isalnum()):
            first += 1
        generic = last - first > 1 and doc[last - 1].lower_ in GENERIC_ENDS and doc[first].text[:1].isupper()
        before = doc[first - 2 if first > 1 and doc[first - 1].lower_ == "the" else first - 1].lower_ if first else ""
        place = entity.label_ in PLACE_LABELS or (entity.label_ == "ORG" and before in LOCATIVE - {"of"})
        known = gazetteer.candidates(doc[first:last].text) or (
            doc[last - 1].lower_ in OF_THEIR_TOWN and gazetteer.candidates(doc[first : last - 1].text)
        )
        if generic and place and not known:
            yield first, last


def unknown_entity(doc: "Doc", at: int, gazetteer: Gazetteer) -> int | None:
    """The end of a name that starts here, that the model calls a place and that no gazetteer entry covers."""
    token = doc[at]
    if token.ent_type_ not in PLACE_LABELS or not token.text[:1].isalpha() or not token.text[:1].isupper():
        return None
    if at and doc[at - 1].ent_type_ == token.ent_type_ and token.ent_iob_ == "I" and doc[at - 1].text[:1].isupper():
        return None
    last = at + 1
    while last < len(doc) and doc[last].ent_iob_ == "I" and doc[last].lower_ not in ("'s", "’s"):
        last += 1
    while last > at + 1 and not doc[last - 1].text[:1].isalnum():
        last -= 1
    words = [t.text for t in doc[at:last]]
    known = (
        gazetteer.country_of_demonym(part) or part.lower() in NOT_PLACE_NAMES
        for word in words
        for part in word.split("-")
    )
    if any(known) or len(words[0]) < 3 or (len(words) == 1 and words[0].isupper()):
        return None
    # "ex-Soviet Central Asia": the gazetteer knows the rest of it.
    return None if any(opens(doc[i]) and longest(doc, i, gazetteer) for i in range(at + 1, last)) else last
