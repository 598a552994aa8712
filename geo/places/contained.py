"""Places that no gazetteer has, in the place in which the article says that they are.

"Kolo in eastern Chad", "Kolo, a village in Chad", "Kolo, Chad", "Assam's Kolo district", "the Chadian town of Kolo":
wherever else the article names Kolo, it is that one. It has no position of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Place, PlaceKind
from geo.places.gazetteer import Gazetteer
from geo.places.lexicon import KIND_WORDS, NAMED_KINDS
from geo.places.mention import AREAS
from geo.places.names import fold
from geo.places.parts import BARE
from geo.places.scene import Resolved
from geo.places.unknown import within

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HOLDS = AREAS | {PlaceKind.CITY}
_OWNING = frozenset({"'s", "’s"})
_REACH = 5
"""Words between a name and "in", at most: "Kolo, a small mining town in Chad"."""
_DESCRIBING = frozenset({"NOUN", "ADJ", "PROPN", "DET"})
_LIST = frozenset({"and", "or", ",", "&"})

Settle = Callable[[Resolved], Resolved]


def contained(found: Sequence[Resolved], passages: Sequence[Passage], gazetteer: Gazetteer) -> Settle:
    """What gives each of the places ``found`` that the gazetteer does not know the place in which it lies."""
    inside: dict[int, list[Resolved]] = defaultdict(list)
    for one in found:
        if one.place is not None and one.place.kind in _HOLDS and one.why != BARE:
            inside[one.passage].append(one)
    holding: dict[str, Place] = {}
    for one in found:
        if one.place is None and one.literal:
            doc = passages[one.passage].doc
            held = next(_holding(doc, one, inside[one.passage], gazetteer), None)
            if held is not None:
                holding.setdefault(_key(doc, one), held)

    def settled(one: Resolved) -> Resolved:
        doc = passages[one.passage].doc
        held = holding.get(_key(doc, one)) if one.place is None else None
        if held is None or not one.literal:
            return one
        return replace(one, place=within(doc[one.first : one.last].text, held), why="in the place named with it")

    return settled


def _key(doc: "Doc", one: Resolved) -> str:
    return fold(doc[one.first : one.last].text)


def _holding(doc: "Doc", one: Resolved, places: Sequence[Resolved], gazetteer: Gazetteer) -> Iterator[Place]:
    """The places that the words around a name say it is in."""
    yield from _after(doc, one, places)
    yield from _before(doc, one, places, gazetteer)


def _after(doc: "Doc", one: Resolved, places: Sequence[Resolved]) -> Iterator[Place]:
    at = one.last
    if at < len(doc) and doc[at].lower_ in NAMED_KINDS:  # "Kolo district in Chad"
        at += 1
    words = [t.lower_ for t in doc[at : at + _REACH + 2]]
    if words[:1] in ([","], ["("]) and (held := _starting(doc, at + 1, places)):
        place, last = held
        listed = last < len(doc) and doc[last].lower_ in _LIST and doc[last + 1 : last + 2].text[:1].isupper()
        if place.kind is not PlaceKind.CITY and not listed:  # "Kolo, Chad and Sudan" are three
            yield place
    if "in" not in words:
        return
    link = at + words.index("in")
    between = doc[at + (words[0] == ",") : link]
    kind = any(t.lower_ in KIND_WORDS for t in between)
    if all(t.pos_ in _DESCRIBING for t in between) and (kind or not len(between)):
        held = _starting(doc, link + 1, places)
        if held is not None:
            yield held[0]


def _starting(doc: "Doc", at: int, places: Sequence[Resolved]) -> tuple[Place, int] | None:
    """The place that is named from token ``at`` on, past "the", and where its name ends; of "Chad's Lac province"
    it is the province."""
    at += at < len(doc) and doc[at].lower_ == "the"
    found = max((r for r in places if r.first == at), key=lambda r: r.last, default=None)
    if found is None or found.place is None:
        return None
    if found.last < len(doc) and doc[found.last].text in _OWNING:
        further = next((r for r in places if found.last < r.first <= found.last + 2), None)
        if further is not None and further.place is not None:
            return further.place, further.last
    return found.place, found.last


def _before(doc: "Doc", one: Resolved, places: Sequence[Resolved], gazetteer: Gazetteer) -> Iterator[Place]:
    """ "Assam's Kolo district", "the Chadian border town of Kolo"."""
    at = one.first - 1
    at -= at > 0 and doc[at].lower_ == "of" and doc[at - 1].lower_ in KIND_WORDS
    while at > max(0, one.first - _REACH) and doc[at].pos_ in ("NOUN", "ADJ") and not doc[at].text[:1].isupper():
        at -= 1
    if at < 0:
        return
    if doc[at].text in _OWNING:
        yield from (r.place for r in places if r.last == at and r.place is not None)
    elif doc[at].text[:1].isupper() and (code := gazetteer.country_of_demonym(doc[at].text)):
        country = gazetteer.country(code)
        if country is not None and any(t.lower_ in KIND_WORDS for t in doc[at : one.first]):
            yield country
