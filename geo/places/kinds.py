"""Names that an article prints with the kind of place that they are: "the village of X", "X district", "X, a town in".

What the gazetteer does not know is a place by that, wherever else in the article it stands.
"""

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.places.gazetteer import Gazetteer
from geo.places.lexicon import CAMPS, COMMON, NAMED_KINDS, NOT_PLACE_NAMES, VILLAGES
from geo.places.mention import after_bracket
from geo.places.runs import Name, longest, opens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 3
"""Words of a name that the gazetteer does not know."""
_ONE = frozenset({"a", "an", "one", "another"})
_QUOTES = frozenset("\"'“‘«")
_DESCRIBED = 3
"""Words between "a" and the kind at most: "a small mining town"."""


def named_by_kind(passages: Sequence[Passage], gazetteer: Gazetteer) -> Set[Name]:
    """The names of all ``passages``, as the tokens that are printed."""
    found = {
        name
        for passage in passages
        for token in passage.tokens
        if token.text in NAMED_KINDS or token.text in CAMPS
        for name in _names(passage.doc, token, gazetteer)
    }
    return {name for name in found if name and _is_name(name, gazetteer)}


def _names(doc: "Doc", kind: "Token", gazetteer: Gazetteer) -> Iterator[Name]:
    after = [t.lower_ for t in doc[kind.i + 1 : kind.i + 3]]
    several = kind.tag_ == "NNS"
    if kind.text in CAMPS:
        if after[:1] == ["at"]:
            yield from _run_of_names(doc, kind.i + 2, gazetteer, several=several, whole=True)
        elif _is_one(kind):
            yield from _in_apposition(doc, kind, gazetteer)
        return
    if after[:1] == ["of"]:
        quoted = after[1:] != [] and after[1] in _QUOTES
        yield from _run_of_names(doc, kind.i + 2 + quoted, gazetteer, several=several, whole=kind.text in VILLAGES)
    elif several:  # "the districts A, B and C", "towns such as A and B"
        like = 1 if after[:1] == ["like"] else 2 if after == ["such", "as"] else 0
        yield from _run_of_names(doc, kind.i + 1 + like, gazetteer, several=True)
    elif _is_one(kind):
        yield from _in_apposition(doc, kind, gazetteer)
    yield from _before(doc, kind, gazetteer)


def _is_one(kind: "Token") -> bool:
    """ "A village", "a small mining town"."""
    return any(t.lower_ in _ONE for t in kind.doc[max(0, kind.i - _DESCRIBED) : kind.i])


def _in_apposition(doc: "Doc", kind: "Token", gazetteer: Gazetteer) -> Iterator[Name]:
    """ "In one village, X, 21 people died"; "X, a mining town in the north"."""
    if doc[kind.i + 1 : kind.i + 2].text == ",":
        name = _run(doc, kind.i + 2, gazetteer)
        if doc[kind.i + 2 + len(name) : kind.i + 3 + len(name)].text in (",", "."):
            yield name
    article = next(t.i for t in reversed(doc[max(0, kind.i - _DESCRIBED) : kind.i]) if t.lower_ in _ONE)
    following = doc[kind.i + 1] if kind.i + 1 < len(doc) else None
    if article > 1 and doc[article - 1].text == "," and (following is None or following.pos_ not in ("NOUN", "PROPN")):
        yield _ending(doc, article - 1)


def _before(doc: "Doc", kind: "Token", gazetteer: Gazetteer) -> Iterator[Name]:
    """ "X district"; a people's name only where the gazetteer knows it as a place's."""
    name = _ending(doc, kind.i)
    first = kind.i - len(name)
    people = doc[kind.i - 1].ent_type_ == "NORP" or doc[kind.i - 1].pos_ != "PROPN"
    if name and (not people or gazetteer.candidates(doc[first : kind.i].text)):
        yield name


def _ending(doc: "Doc", last: int) -> Name:
    """The capitalised words that end before token ``last``."""
    first = last
    while first and last - first < LONGEST and doc[first - 1].pos_ == "PROPN":
        first -= 1
    if first == last and first and doc[first - 1].text[:1].isupper():
        first -= 1
    return tuple(t.text for t in doc[first:last])


def _run_of_names(
    doc: "Doc", first: int, gazetteer: Gazetteer, *, several: bool, whole: bool = False
) -> Iterator[Name]:
    """The name that starts at token ``first``; of ``several`` ("the districts of A (300), B and C") all of the list."""
    name = _run(doc, first, gazetteer, whole=whole)
    yield name
    while several and name:
        at = after_bracket(doc, first + len(name))
        first = next((t.i for t in doc[at : at + 3] if t.lower_ not in ("and", ",")), at)
        if first == at or first >= len(doc):
            return
        name = _run(doc, first, gazetteer, whole=whole)
        yield name


def _run(doc: "Doc", first: int, gazetteer: Gazetteer, *, whole: bool = False) -> Name:
    """The capitalised words from ``first`` on: as many as the gazetteer knows together, or at most three.

    Of a ``whole`` name the gazetteer's is only taken where no further word of a name follows it: "Llano Bajo".
    """
    known = longest(doc, first, gazetteer) if first < len(doc) and opens(doc[first]) else None
    last = known[0] if known else first
    going_on = whole and last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].ent_type_ != "DATE"
    while (not known or going_on) and last < min(len(doc), first + LONGEST) and doc[last].text[:1].isupper():
        last += 1
    return tuple(t.text for t in doc[first:last])


def _is_name(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether no word is a common one or a people's name, and the name is no abbreviation or number."""
    return len("".join(name)) > 3 and not any(
        word.lower() in COMMON
        or word.lower() in NOT_PLACE_NAMES
        or gazetteer.country_of_demonym(word)
        or not word[:1].isupper()
        or (word.isupper() and len(word) < 6)
        for word in name
    )
