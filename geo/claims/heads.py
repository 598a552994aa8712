"""The words of a clause whose prepositions tell where its people are: the deed, the people, what they carry on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.people import Counted
from geo.grammar import SUBJECTS, argument, child, children, is_verb, objects
from geo.grammar import relations as rel
from geo.lexicon.deeds import CARRIERS
from geo.lexicon.senses import sense
from geo.lexicon.speech import SAYING
from geo.model import Action

if TYPE_CHECKING:
    from spacy.tokens import Token

SETTLED = sense("heads: settled")
"""What is found where people go: "took refuge in"."""
_DRILLS = sense("heads: drills")
_WAYS = sense("heads: ways")
_CARRYING = sense("heads: carrying")


def heads(people: Counted, deed: Deed) -> list["Token"]:
    """The words whose prepositions tell where: the deed, the people, and what they carry on."""
    if people.head.dep_ == rel.CONJUNCT and people.head.pos_ == "NUM":  # "900 in Syria and 2,500 in Iraq"
        return [people.head]
    # Not what is told of a part, "900 of whom are from".
    told = (t for t in clauses(people) if not any(s.like_num for s in children(t, *SUBJECTS)))
    own = dict.fromkeys([deed.anchor, people.head, *told, *_done_next(people, deed.anchor), *_vehicle(deed.anchor)])
    carried = [
        t for head in own for t in children(head, rel.OPEN_COMPLEMENT, rel.OBJECT, rel.ADVERBIAL_CLAUSE) if _carries(t)
    ]
    due = (t for t in children(deed.anchor, rel.OPEN_COMPLEMENT) if t.lemma_ == "be")  # "are expected to be in Gao"
    return list(dict.fromkeys([*own, *carried, *due, *_drills(deed), *_means(deed)]))


def clauses(people: Counted) -> Iterator["Token"]:
    """The verbs of what is told of the people themselves: "people who live in", "people fleeing"."""
    return children(people.head, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE)


def _done_next(people: Counted, verb: "Token") -> Iterator["Token"]:
    """What is done next to the same people; to others in "sends 2,000 to Poland and shifts 1,000 to Romania"."""
    done_to = argument(people.head).dep_ == rel.OBJECT and argument(people.head).head == verb
    yield from (t for t in _then(verb) if not done_to or child(t, rel.OBJECT) is None)


def _then(verb: "Token") -> Iterator["Token"]:
    """What the same people do next: "were rescued off Malta and taken to Valletta"."""
    for joined in children(verb, rel.CONJUNCT):
        if is_verb(joined) and child(joined, *SUBJECTS) is None and joined.lemma_.lower() not in SAYING:
            yield joined
            yield from _then(joined)


def _vehicle(verb: "Token") -> Iterator["Token"]:
    """What that does which carries the people: "a convoy left the camps, carrying 300"."""
    if verb.lemma_.lower() in _CARRYING and verb.tag_ == "VBG" and verb.dep_ == rel.ADVERBIAL_CLAUSE:
        yield verb.head


def _means(deed: Deed) -> Iterator["Token"]:
    """What the people go by: "arrived by boat in", "left by bus from"."""
    yield from (t for way, t in objects(deed.anchor) if way == "by" and t.lemma_.lower() in CARRIERS | _WAYS)


def _drills(deed: Deed) -> Iterator["Token"]:
    """What the people take part in, and where that is held: "are involved in drills to be held in"."""
    for preposition, target in objects(deed.anchor):
        if deed.action is Action.EXERCISE and preposition == "in" and target.lemma_.lower() in _DRILLS:
            yield target
            yield from children(target, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE)


def _carries(token: "Token") -> bool:
    """Words whose own prepositions still tell where: "took refuge in", "took part in drills in"."""
    return token.dep_ == rel.OBJECT and token.lemma_.lower() in SETTLED | _DRILLS | {"part", "way", "border"}
