"""Place names in parsed text: spans that the gazetteer confirms, and names that the model calls places.

A name in running text is a run of capitalised words. The longest stretch of a run that the gazetteer knows is taken,
unless the words around it show that it names a person, an organisation or a thing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.articles.blocks import BlockKind
from geo.language import Passage
from geo.model import PlaceKind
from geo.places.gazetteer import Candidate, Gazetteer
from geo.places.lexicon import (
    COMMON,
    CONNECTORS,
    DISEASES_AFTER,
    GENERIC_ENDS,
    INSIDE,
    KIND_WORDS,
    LOCATIVE,
    MOVES,
    NEVER_LABELS,
    NEVER_TAGS,
    NOT_PLACE_NAMES,
    PERSON_TITLES,
    PLACE_LABELS,
    PRESS_AFTER,
    TAILS,
    TAKES,
    THING_LABELS,
)
from geo.places.mention import AREAS, Mention, mention
from geo.places.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 7
"""Words of a place name: "Special Administrative Region" names and their like are no longer."""
LARGE = 50_000
"""People; a town of this size inside the name of an organisation still says where it is."""
SMALLEST = 1_000
"""People; a smaller town is not believed without a sign that a place is meant."""


def mentions(passages: Sequence[Passage], gazetteer: Gazetteer) -> list[Mention]:
    """Every place name, in reading order; they do not overlap."""
    sure: list[Mention] = []
    unsure: list[Mention] = []
    people = _people(passages)
    diseases = _diseases(passages)
    for number, passage in enumerate(passages):
        for found, accepted in _read(number, passage, gazetteer, people):
            (sure if accepted else unsure).append(found)
    # A name that is certainly a place somewhere in the article is one in its headline and its doubtful spots too.
    known = {
        m.text for m in sure if passages[m.passage].kind is BlockKind.PROSE and m.candidates
    }
    sure += [m for m in unsure if m.text in known]
    return sorted((m for m in sure if m.text not in diseases), key=lambda m: (m.passage, m.start))


def _people(passages: Sequence[Passage]) -> Counter[str]:
    """Words of people's names of two words or more; a surname standing alone is no place."""
    return Counter(
        word.text
        for passage in passages
        for entity in passage.doc.ents
        if entity.label_ == "PERSON" and len(entity) > 1
        for word in entity
        if word.text[:1].isupper()
    )


def _diseases(passages: Sequence[Passage]) -> set[str]:
    """Names of diseases that are towns and rivers too: X, where the article speaks of the X virus."""
    return {
        word.text
        for passage in passages
        for word, following in pairwise(passage.doc)
        if following.lower_ in DISEASES_AFTER and word.text[:1].isupper()
    }


def _read(number: int, passage: Passage, gazetteer: Gazetteer, people: Counter[str]) -> Iterator[tuple[Mention, bool]]:
    doc = passage.doc
    whole = dict(_generic_entities(doc, gazetteer))
    at = 0
    while at < len(doc):
        if at in whole:
            yield mention(number, passage.doc, at, whole[at], ()), True
            at = whole[at]
            continue
        found = _longest(doc, at, gazetteer) if _opens(doc[at]) else None
        if found is None:
            entity = _unknown_entity(doc, at, gazetteer)
            if entity is not None:
                yield mention(number, passage.doc, at, entity, ()), True
            at = entity or at + 1
            continue
        last, candidates = found
        verdict = _verdict(passage, at, last, candidates, people)
        if verdict is not None:
            yield mention(number, passage.doc, at, last, candidates), verdict
        at = last


def _generic_entities(doc: "Doc", gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Places that the model names whole and the gazetteer does not know: "Orange County", "Fore Street"."""
    for entity in doc.ents:
        first, last = entity.start, entity.end
        while first < last and (doc[first].lower_ == "the" or not doc[first].text[:1].isalnum()):
            first += 1
        generic = last - first > 1 and doc[last - 1].lower_ in GENERIC_ENDS and doc[first].text[:1].isupper()
        if generic and entity.label_ in PLACE_LABELS and not gazetteer.candidates(doc[first:last].text):
            yield first, last


def _capital(token: "Token") -> bool:
    """Whether a word is printed like a name: "Mali", "d'Ivoire"."""
    return token.text[:1].isupper() or (token.text[1:2] in ("'", "’") and token.text[2:3].isupper())


def _opens(token: "Token") -> bool:
    """Whether a place name may begin here."""
    return _capital(token) or (token.lower_ in ("al", "el") and token.i + 1 < len(token.doc))


def _longest(doc: "Doc", first: int, gazetteer: Gazetteer) -> tuple[int, tuple[Candidate, ...]] | None:
    last = first + 1
    limit = min(len(doc), first + LONGEST)
    while last < limit and (_capital(doc[last]) or doc[last].lower_ in CONNECTORS or doc[last].text in TAILS):
        last += 1
    while last > first:
        if _capital(doc[last - 1]) or (doc[last - 1].text in TAILS and last - first > 1):
            name = doc[first:last].text
            found = gazetteer.candidates(name)
            if found and not (
                last == first + 1 and gazetteer.country_of_demonym(name) and _is_people(doc[first], found)
            ):
                return last, found
        last -= 1
    return None


def _is_people(token: "Token", found: tuple[Candidate, ...]) -> bool:
    """Whether a word that is also a people's name stands for the people: "Malian", "Polish"; not "US"."""
    return not any(c.place.kind is PlaceKind.COUNTRY for c in found) or token.text.endswith("s'")


def _unknown_entity(doc: "Doc", at: int, gazetteer: Gazetteer) -> int | None:
    """The end of a name that starts here, that the model calls a place and that no gazetteer entry covers."""
    token = doc[at]
    if token.ent_type_ not in ("GPE", "LOC", "FAC") or not token.text[:1].isalpha() or not token.text[:1].isupper():
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
    if any(known) or len(words[0]) < 3:
        return None
    # "ex-Soviet Central Asia": the gazetteer knows the rest of it.
    return None if any(_opens(doc[i]) and _longest(doc, i, gazetteer) for i in range(at + 1, last)) else last


def _verdict(
    passage: Passage, first: int, last: int, candidates: tuple[Candidate, ...], people: Counter[str]
) -> bool | None:
    """True for a place, None for something else, False where only the rest of the article can tell."""
    doc = passage.doc
    kinds = {c.place.kind for c in candidates}
    facility = bool(kinds & {PlaceKind.CROSSING, PlaceKind.SITE}) and last - first > 1
    if facility or _is_no_name(doc, first, last, candidates):
        return True if facility else None
    spot = _Spot(doc, first, last)
    large = any(c.place.kind in AREAS or c.population > LARGE for c in candidates)
    main = any(c.main and (c.place.kind is not PlaceKind.CITY or c.population > SMALLEST) for c in candidates)
    main = main or (large and spot.located)  # "near Termez", by another name of a town
    if spot.labels & PLACE_LABELS:
        surname = last - first == 1 and doc[first].text in people and PlaceKind.COUNTRY not in kinds
        verdict: bool | None = spot.located or not (surname or spot.before_person)
    elif passage.kind is not BlockKind.PROSE and PlaceKind.COUNTRY not in kinds:
        verdict = False  # capitals everywhere mislead the model
    elif "PERSON" in spot.labels or any(token.text in people for token in doc[first:last]):
        there = spot.after(*INSIDE) or spot.moved_to or (spot.located and last - first > 1)
        verdict = None if spot.inside or spot.after(*PERSON_TITLES) else main and there
    elif PlaceKind.COUNTRY in kinds:
        verdict = True
    elif spot.labels & THING_LABELS:
        verdict = main and spot.located
    elif spot.labels & {"ORG", "NORP"}:
        verdict = main and (large or (spot.located and not spot.inside))
    elif spot.crowded:
        verdict = False
    else:
        verdict = main and (all(token.pos_ == "PROPN" for token in doc[first:last]) or spot.located)
    return verdict


def _is_no_name(doc: "Doc", first: int, last: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether the tokens are a common word, an abbreviation, a date, a disease or a newspaper."""
    token = doc[first]
    alone = last - first == 1
    following = doc[last] if last < len(doc) else None
    if alone and (token.lower_ in COMMON or token.pos_ in NEVER_TAGS or _is_code(token, candidates)):
        return True
    if {t.ent_type_ for t in doc[first:last]} <= NEVER_LABELS:
        return True
    if following is None:
        return False
    press = following.lower_ in PRESS_AFTER and following.text[:1].isupper()
    return press or following.lower_ in DISEASES_AFTER


class _Spot:
    """What stands around the tokens ``first`` to ``last`` (exclusive), and what the model calls them."""

    def __init__(self, doc: "Doc", first: int, last: int) -> None:
        self._before = doc[first - 1] if first else None
        following = doc[last] if last < len(doc) else None
        self._root = doc[first:last].root
        self.labels = {token.ent_type_ for token in doc[first:last]}
        self.inside = doc[first].ent_iob_ != "B" or (following is not None and following.ent_iob_ == "I")
        self.before_person = following is not None and following.ent_type_ == "PERSON" and following.ent_iob_ == "B"
        self.crowded = any(
            token is not None and token.text[:1].isupper() and token.pos_ == "PROPN"
            for token in (self._before, following)
        )

    @property
    def moved_to(self) -> bool:
        """ "Fled from X", "sent to X"."""
        head = self._root.head
        return self._root.dep_ == "pobj" and head.lower_ in LOCATIVE and head.head.lemma_.lower() in MOVES

    @property
    def located(self) -> bool:
        """ "In X", "of X", "fled from X", "seized X"."""
        taken = self._root.dep_ == "dobj" and self._root.head.lemma_.lower() in TAKES
        return taken or self.after(*LOCATIVE)

    def after(self, *words: str) -> bool:
        """Whether one of the words stands directly before."""
        return self._before is not None and self._before.lower_.rstrip(".") in words


def _is_code(token: "Token", candidates: tuple[Candidate, ...]) -> bool:
    """Whether a word in capitals is an abbreviation of something else: "HIV" is also a village."""
    return (
        token.text.isupper()
        and len(token.text) <= 4
        and all(c.place.kind is PlaceKind.CITY and fold(c.place.name) == fold(token.text) for c in candidates if c.main)
    )
