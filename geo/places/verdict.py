"""Whether a name in the gazetteer is meant as a place where it stands: what the words around it say."""

from collections.abc import Set
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from geo.articles.kinds import BlockKind
from geo.language import Passage
from geo.model import PlaceKind
from geo.places.gazetteer import Candidate
from geo.places.lexicon import (
    COMMON,
    DISEASES_AFTER,
    INSIDE,
    NEVER_LABELS,
    NEVER_TAGS,
    PERSON_TITLES,
    PLACE_LABELS,
    PRESS_AFTER,
    THING_LABELS,
)
from geo.places.mention import AREAS
from geo.places.names import fold
from geo.places.signs import Signs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LARGE = 50_000
"""People; a town of this size that the model takes for something else is one more readily than a smaller one."""
ABBREVIATION = 4
"""Letters of an abbreviation of a province's name, at most."""
CODE = 2
"""Letters of a postal code of a state: "AL" is Alabama behind a comma only."""
KNOWN = 3.1
"""``Candidate.weight`` of a town of 1,100 people; a smaller one is not believed without a sign of a place."""
CAPITAL = 300_000
"""People; a town of this size that speaks may be a capital that stands for its government."""
WELL_KNOWN = AREAS | {PlaceKind.SITE}


class Verdict(IntEnum):
    """How sure it is that a name is a place; what is not sure needs the rest of the article."""

    NEVER = 0
    UNLIKELY = 1
    DOUBTFUL = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class People:
    """Words of people's names of two words or more, and first names that are places too."""

    names: Set[str]
    first: Set[str]


@dataclass(frozen=True, slots=True)
class Article:
    """What the whole article shows about its words: those of people's names, and those it prints in small letters."""

    people: People
    words: Set[str]


def verdict(  # noqa: PLR0912 - one table of signs, the strongest first
    passage: Passage, first: int, last: int, candidates: tuple[Candidate, ...], article: Article
) -> Verdict:
    """How sure it is that the tokens ``first`` to ``last`` (exclusive) name a place."""
    doc = passage.doc
    kinds = {c.place.kind for c in candidates}
    facility = bool(kinds & {PlaceKind.CROSSING, PlaceKind.SITE}) and last - first > 1
    if facility or _is_no_name(doc, first, last, candidates):
        return Verdict.SURE if facility else Verdict.NEVER
    signs, people = Signs(doc, first, last), article.people
    large = any(c.place.kind in WELL_KNOWN or c.population > LARGE for c in candidates)
    main = is_main(candidates) or (large and signs.located)  # "near Termez", by another name of a town
    country = PlaceKind.COUNTRY in kinds
    person = any(token.text in people.names for token in doc[first:last])
    plain = last - first == 1 and doc[first].lower_ in article.words and not country and not signs.labels & PLACE_LABELS
    code = len(doc[first:last].text) == CODE and PlaceKind.PROVINCE in kinds and not country
    code = code and not signs.behind_comma
    if plain or code or _abbreviates(doc[first:last].text, candidates, signs):
        return Verdict.UNLIKELY
    if country and last - first == 1 and "PERSON" in signs.labels and signs.acts:
        met = doc[first].text in people.names | people.first
        found = signs.state or not met
    elif last - first == 1 and doc[first].text in people.first:
        found = main and (signs.after(*INSIDE) or signs.moved_to or signs.taken)
    elif signs.dateline:
        found = main or large
    elif signs.labels & PLACE_LABELS:
        surname = last - first == 1 and person and not country
        found = signs.located or not (surname or signs.before_person)
    elif passage.kind is not BlockKind.PROSE and not country:
        return Verdict.DOUBTFUL  # capitals everywhere mislead the model
    elif "PERSON" in signs.labels or person:
        there = signs.after(*INSIDE) or signs.moved_to or signs.taken or signs.had or signs.lies
        there |= signs.located and last - first > 1
        there |= signs.after("on") and PlaceKind.REGION in kinds  # "the volcano on X"
        whole = large and any(token.text.islower() for token in doc[first + 1 : last - 1])  # "X del Y"
        found = main and (whole or (there and not signs.inside)) and not signs.after(*PERSON_TITLES)
    elif signs.labels & {"ORG"} and signs.inside:
        found = large and main and not signs.in_institution
    elif country:
        found = True
    elif signs.labels & THING_LABELS:
        found = main and signs.located
    elif signs.labels & {"ORG", "NORP"}:
        state = any(c.place.kind in WELL_KNOWN or c.population > CAPITAL for c in candidates)
        found = main and (large or signs.located) and (state or not signs.speaks)
    elif signs.crowded:
        return Verdict.DOUBTFUL
    else:
        found = main and (all(token.pos_ == "PROPN" for token in doc[first:last]) or signs.located)
    if found:
        return Verdict.SURE
    return Verdict.UNLIKELY if not signs.inside and not signs.after(*PERSON_TITLES) else Verdict.NEVER


def unknown(passage: Passage, first: int, last: int) -> Verdict:
    """How sure it is that a name that the model calls a place, and the gazetteer does not know, is one."""
    signs = Signs(passage.doc, first, last)
    told = signs.located or last - first > 1 or "FAC" in signs.labels
    return Verdict.SURE if told and not signs.speaks else Verdict.UNLIKELY


def in_place(passage: Passage, first: int, last: int) -> bool:
    """Whether a name of several words that the gazetteer does not know is a place by its label or the words before."""
    signs = Signs(passage.doc, first, last)
    there = signs.labels & PLACE_LABELS or signs.taken or signs.after(*INSIDE)
    return bool(there) and not (signs.speaks or signs.behind_name)


def _abbreviates(text: str, candidates: tuple[Candidate, ...], signs: Signs) -> bool:
    """Whether a name is no more than an abbreviation of a province, as "Ont." is: it stands behind a town."""
    letters = text.replace(".", "")
    provinces = (c.place for c in candidates if c.main and c.place.kind is PlaceKind.PROVINCE)
    short = len(letters) <= ABBREVIATION and any(fold(place.name) != fold(text) for place in provinces)
    return short and not signs.labels & PLACE_LABELS and not any(c.place.kind is PlaceKind.COUNTRY for c in candidates)


def is_main(candidates: tuple[Candidate, ...]) -> bool:
    """Whether the name is the first name of a place that is not tiny."""
    return any(c.main and not is_tiny(c) for c in candidates)


def is_tiny(candidate: Candidate) -> bool:
    """Whether it is a town so small that it is not believed without a sign of a place."""
    return candidate.place.kind is PlaceKind.CITY and candidate.weight <= KNOWN


def _is_no_name(doc: "Doc", first: int, last: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether the tokens are a common word, an abbreviation, a date, a disease or a newspaper."""
    token = doc[first]
    alone = last - first == 1
    following = doc[last] if last < len(doc) else None
    dateline = Signs(doc, first, last).dateline  # "GOMA, Congo (AP)"
    code = _is_code(token, candidates) and not dateline
    if alone and (token.lower_ in COMMON or _is_no_noun(token) or code):
        return True
    labels = {t.ent_type_ for t in doc[first:last]}
    land = labels == {"LANGUAGE"} and Signs(doc, first, last).located  # "in Amhara": the model takes it for a tongue
    land &= any(c.main and c.place.kind is PlaceKind.PROVINCE for c in candidates)
    counted = labels <= {"CARDINAL", "QUANTITY"} and all(t.pos_ == "PROPN" for t in doc[first:last])  # a foreign name
    if labels <= NEVER_LABELS and not (dateline or counted or land):
        return True
    if following is None:
        return False
    press = following.lower_ in PRESS_AFTER and following.text[:1].isupper()
    return press or following.lower_ in DISEASES_AFTER


def _is_no_noun(token: "Token") -> bool:
    """Whether the parse says that a word is no name; it does not know what to make of foreign spellings: "Sana'a"."""
    foreign = token.text[:1].isupper() and (not token.text.isascii() or "'" in token.text[1:-1])
    return token.pos_ in NEVER_TAGS and not foreign


def _is_code(token: "Token", candidates: tuple[Candidate, ...]) -> bool:
    """Whether a word in capitals is an abbreviation of something else: "HIV" is also a village."""
    return (
        token.text.isupper()
        and len(token.text) <= 4
        and not any(c.place.kind is PlaceKind.REGION for c in candidates)
        and all(c.place.kind is PlaceKind.CITY and fold(c.place.name) == fold(token.text) for c in candidates if c.main)
    )
