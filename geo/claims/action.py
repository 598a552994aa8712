"""What the counted people do, or what is done with them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.claims.already import is_there_already
from geo.claims.by_population import is_object, of_anybody, of_displaced, of_troops
from geo.claims.forms.label import deed_of_label
from geo.claims.havens import to_haven
from geo.claims.housing import ruin
from geo.claims.people import Counted, is_nation, lemma
from geo.claims.verbs import Deed, goes_to, is_due, of_carrier, of_noun, of_verb, reading_of
from geo.grammar import (
    SUBJECTS,
    argument,
    child,
    children,
    clause_heads,
    first_of,
    governor,
    holder_of,
    is_verb,
    objects,
    role_of,
)
from geo.grammar import relations as rel
from geo.lexicon import deeds
from geo.lexicon.levels import PRODUCING
from geo.model import Action, Population

__all__ = ["Deed", "deed", "population", "reading_of"]

_MOVED: dict[Action, Population] = {
    Action.EVACUATE: Population.EVACUEES,
    Action.RETURN: Population.RETURNEES,
    Action.CROSS: Population.CIVILIANS,
    Action.ARRIVE: Population.CIVILIANS,
    Action.RECRUIT: Population.TROOPS,
}
"""What people of no particular kind are once they move."""
_ABROAD: dict[Action, Population] = {
    Action.HOST: Population.REFUGEES,
    Action.ACCEPT: Population.REFUGEES,
    Action.EXPEL: Population.MIGRANTS,
}
"""What a country's nationals are where another hosts, accepts or expels them."""

_FLED = (Action.FLEE, Action.DISPLACE)
_STAYING = (Action.PRESENT, Action.HOST, Action.EXERCISE)
"""What people do who are there already."""
HOSTED = (Population.REFUGEES, Population.ASYLUM_SEEKERS, Population.MIGRANTS)
"""People whose owner is where they are: of "Turkey's 3.7 million refugees" nobody says whose they are."""

if TYPE_CHECKING:
    from spacy.tokens import Token


def deed(people: Counted) -> Deed | None:
    """What ``people`` do. None where they are harmed, or where nothing makes them troops or people on the move."""
    if people.done is not None or people.label is not None:
        return people.done or (deed_of_label(people, people.label) if people.label is not None else None)
    if people.population is Population.HOUSING:
        return ruin(people.head)
    head, found = people.head, None if _is_harmed(people) else _told(people)
    match people.population:
        case _ if found is None:
            return None
        case None:
            return _of_people(people)
        case Population.TROOPS:
            return of_troops(found, head)
    return of_displaced(found, head)


def _of_people(people: Counted) -> Deed | None:
    """What people of no particular kind do; "home to 900 who fled Mali" is where they are, as they are no residents."""
    readings = list(_readings(people))
    found = next((told for told in (of_anybody(reading, people.head) for reading in readings) if told), None)
    host = next((told for told in readings if told.action is Action.HOST and told.anchor.lower_ == "home"), None)
    return host if host is not None and found is not None and found.action in _FLED else found


def population(people: Counted, done: Deed) -> Population:
    """Who ``people`` are, by their name or else by what they do."""
    if people.population is not None:
        return people.population
    if lives_abroad(people, done) and done.anchor.lemma_.lower() in deeds.LIVING:
        return Population.MIGRANTS
    if is_nation(people.head) and done.action in _ABROAD:
        return _ABROAD[done.action]
    return _MOVED.get(done.action, Population.DISPLACED)


def lives_abroad(people: Counted, done: Deed) -> bool:
    """Whether nationals are said to live somewhere ("870,000 Venezuelans live in the country"): abroad, if at all."""
    is_stay = done.anchor.lemma_.lower() in deeds.LIVING or done.anchor.lower_ == "home"
    in_camps = to_haven(done.anchor)  # a people without a country of its own too: "32,000 Tamils live in camps"
    return done.action is Action.HOST and is_stay and is_nation(people.head) and not in_camps


def _told(people: Counted) -> Deed | None:
    head, verb = people.head, None if people.whole else governor(people.head)
    if people.population is not None and is_there_already(head):
        return next((told for told in _described(head) if told.action in _STAYING), Deed(Action.PRESENT, head))
    found = None if people.population in HOSTED and _comes_with(head) else next(_readings(people), None)
    if verb is not None and found is not None and found.anchor.dep_ == rel.ADJECTIVE and _is_there(head):
        return Deed(Action.PRESENT, verb)  # "has 2 million displaced people": that they are there is what is told
    if people.population in HOSTED and found is None:
        if verb is not None and verb.lemma_.lower() in PRODUCING and is_object(head):
            return Deed(Action.FLEE, verb)
        if verb != (holder := holder_of(head)) and holder is not None:
            return Deed(Action.HOST, head)  # what else is told of "Turkey's 3 million refugees" makes them no plan
    return _plain(people, verb) if found is None and people.population is not None else found


def _plain(people: Counted, verb: "Token | None") -> Deed:
    """What plain verbs tell of soldiers and refugees: that they go or are due somewhere, or are there."""
    if verb is not None and goes_to(verb):
        return Deed(Action.DEPLOY if people.population is Population.TROOPS else Action.ARRIVE, verb)
    if verb is not None and is_due(verb):
        return Deed(Action.ARRIVE, verb)
    if people.whole and any(way in ("in", "at", "on") for way, _ in objects(people.head)):
        hosted = people.population is not Population.TROOPS  # "of the 5,000 refugees in Chad, 900 have moved"
        return Deed(Action.HOST if hosted else Action.PRESENT, people.head)
    return Deed(Action.PRESENT if _is_there(people.head) else Action.UNSTATED, verb or people.head)


def _comes_with(head: "Token") -> bool:
    """ "Chad came next with 580,000 refugees": a country, and no boat that came with them."""
    holder = holder_of(head) if argument(head).dep_ == rel.PREPOSITION_OBJECT else None
    return holder is not None and holder.pos_ == "PROPN"


def _is_harmed(people: Counted) -> bool:
    head, verb = people.head, None if people.whole else governor(people.head)
    by_verb = verb is not None and _harms(verb) and _is_argument(head, verb)
    if by_verb and verb is not None and reading_of(verb) is not None:  # "lost their homes"
        return False
    return by_verb or any(
        t.lemma_.lower() in deeds.HARM
        for t in children(head, rel.PARTICIPLE_CLAUSE, rel.ADJECTIVE, rel.RELATIVE_CLAUSE)
    )


def _harms(verb: "Token") -> bool:
    """ "Were killed"; in quotation marks the parse takes the participle for an adjective: had been "neutralised"."""
    states = children(verb, rel.PREDICATE_ADJECTIVE, rel.OBJECT_PREDICATE) if verb.lemma_ == "be" else ()
    return verb.lemma_.lower() in deeds.HARM or any(t.lower_.removesuffix("d") in deeds.HARM for t in states)


def _readings(people: Counted) -> Iterator[Deed]:
    """Possible readings, the best first; of a whole what its own clause tells: the sentence tells of the part."""
    head = people.head
    verbs = [] if people.whole else list(clause_heads(head))
    for verb in verbs[:1]:
        yield from of_carrier(verb, head)
    for verb in verbs[:1] if _takes_part(head) else ():
        yield from _caused(head, verb)
        if (stays := _left_there(head, verb)) is not None:
            yield stays
            return
        yield from of_verb(verb)
        for inner in children(verb, rel.OPEN_COMPLEMENT):
            yield from of_verb(inner)
        yield from _joined(head, verb)
        yield from _are_in(verb)  # whatever else is told of them: "troops based in Bangkok are in Yala"
    yield from of_noun(head)
    yield from _described(head)
    if lemma(head) == "arrival":
        yield Deed(Action.ARRIVE, head)
    for verb in verbs[1:2]:
        if verbs[0].dep_ in (rel.OPEN_COMPLEMENT, rel.PREPOSITION_COMPLEMENT):
            yield from of_verb(verb)


def _described(head: "Token") -> Iterator[Deed]:
    """What the words that hang on them tell: "the 300 sheltering in", "who had fled"."""
    described = [
        *children(head, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE, rel.ADJECTIVE),
        *children(argument(head), rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE),
    ]
    for clause in dict.fromkeys(described):
        yield from of_verb(clause)
        yield from _are_in(clause)
        for inner in children(clause, rel.OPEN_COMPLEMENT):
            yield from of_verb(inner)


def _caused(head: "Token", verb: "Token") -> Iterator[Deed]:
    """ "battles that sent soldiers retreating": the deed is in the clause that the cause governs."""
    if verb.lemma_.lower() in deeds.CAUSES:
        below = [
            *children(verb, rel.OPEN_COMPLEMENT, rel.CLAUSAL_COMPLEMENT, rel.ADVERBIAL_CLAUSE),
            *children(head, rel.PARTICIPLE_CLAUSE),
        ]
        for inner in below:
            yield from (found for found in of_verb(inner) if found.action in deeds.MOVES)


def _left_there(head: "Token", verb: "Token") -> Deed | None:
    """ "Will leave 2,000 soldiers in Mali": they stay; but "left 2,000 families homeless in Mali"."""
    if verb.lemma_.lower() != "leave" or role_of(head) != rel.OBJECT:
        return None
    ways = [*objects(verb), *objects(head)]
    there = any(way in ("in", "on", "at") and (t.pos_ == "PROPN" or t.lemma_ == "ground") for way, t in ways)
    behind = any(t.lower_ in ("behind", "there") for t in children(verb, rel.ADVERB, rel.PARTICLE, rel.PREPOSITION))
    state = child(verb, rel.OBJECT_PREDICATE, rel.PREDICATE_ADJECTIVE) or child(
        head, rel.ADJECTIVE, rel.PARTICIPLE_CLAUSE
    )
    return Deed(Action.PRESENT, verb) if (there or behind) and state is None else None


def _are_in(verb: "Token") -> Iterator[Deed]:
    """ "Are now in Yala": a place by its name; but "are due in Yala"."""
    state = child(verb, rel.PREDICATE_ADJECTIVE)
    if (
        verb.lemma_ == "be"
        and state is None
        and any(way in ("in", "at") and t.pos_ == "PROPN" for way, t in objects(verb))
    ):
        yield Deed(Action.PRESENT, verb)


def _joined(head: "Token", verb: "Token") -> Iterator[Deed]:
    """ "were affected and evacuated": the second of two verbs with one subject."""
    for inner in children(verb, rel.CONJUNCT) if role_of(head) in SUBJECTS else ():
        if child(inner, *SUBJECTS) is None:
            yield from (found for found in of_verb(inner) if found.action in deeds.DRIVEN_OUT and inner.tag_ == "VBN")


def _is_there(head: "Token") -> bool:
    """ "there are 5,000 troops", "the country has 5,000 troops"."""
    verb = governor(head)
    return (
        verb is not None
        and verb.lemma_.lower() in ("be", "have")
        and role_of(head) in (rel.PREDICATE_NOUN, rel.OBJECT, rel.SUBJECT)
    )


def _takes_part(head: "Token") -> bool:
    """False where the people only describe another noun: "Chad, a land of 18 million people, hosts"."""
    first = first_of(head)
    return first.dep_ != rel.PREPOSITION_OBJECT or first.head.head.pos_ not in ("NOUN", "PROPN")


def _is_argument(head: "Token", verb: "Token") -> bool:
    return role_of(head) in (rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.OBJECT, rel.APPOSITION) and is_verb(verb)
