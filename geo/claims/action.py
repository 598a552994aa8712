"""What the counted people do, or what is done with them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.claims.forms.label import deed_of_label
from geo.claims.housing import ruin
from geo.claims.people import Counted, is_nation, lemma
from geo.claims.syntax import (
    SUBJECTS,
    argument,
    child,
    children,
    clause_heads,
    governor,
    holder_of,
    is_verb,
    objects,
    subject,
)
from geo.claims.verbs import Deed, goes_to, of_noun, of_verb, reading_of, to_haven
from geo.claims.words import deeds
from geo.claims.words.levels import PRODUCING
from geo.lexicon.people import OCCUPIED, TEACHING
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
    head, found = people.head, None if _is_harmed(people.head) else _told(people)
    match people.population:
        case _ if found is None:
            return None
        case None:
            return next((told for told in (_of_anybody(reading, head) for reading in _readings(head)) if told), None)
        case Population.TROOPS:
            return _of_troops(found, head)
    return _of_displaced(found, head)


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
    return done.action is Action.HOST and is_stay and is_nation(people.head)


def _told(people: Counted) -> Deed | None:
    head, verb = people.head, governor(people.head)
    found = None if people.population in HOSTED and _comes_with(head) else next(_readings(head), None)
    if verb is not None and found is not None and found.anchor.dep_ == "amod" and _is_there(head):
        return Deed(Action.PRESENT, verb)  # "has 2 million displaced people": that they are there is what is told
    if people.population in HOSTED and found is None:
        if verb is not None and verb.lemma_.lower() in PRODUCING and _is_object(head):
            return Deed(Action.FLEE, verb)
        if verb != (holder := holder_of(head)) and holder is not None:
            return Deed(Action.HOST, head)  # what else is told of "Turkey's 3 million refugees" makes them no plan
    if found is None and people.population is not None and verb is not None and goes_to(verb):
        return Deed(Action.DEPLOY if people.population is Population.TROOPS else Action.ARRIVE, verb)
    if found is None and people.population is not None:
        return Deed(Action.PRESENT if _is_there(head) else Action.UNSTATED, verb or head)
    return found


def _comes_with(head: "Token") -> bool:
    """ "Chad came next with 580,000 refugees": a country, and no boat that came with them."""
    holder = holder_of(head) if argument(head).dep_ == "pobj" else None
    return holder is not None and holder.pos_ == "PROPN"


def _of_troops(found: Deed, head: "Token") -> Deed | None:
    if found.anchor.lemma_.lower() in ("leave", "departure"):
        return Deed(Action.DEPLOY if _sets_out(found.anchor) else Action.WITHDRAW, found.anchor)
    if found.action is Action.HOST and found.anchor.lemma_.lower() in ("be", *deeds.HOLDING):  # "the base has"
        return Deed(Action.PRESENT, found.anchor)
    if found.action is Action.EXERCISE and lemma(head) in TEACHING and child(found.anchor, "dobj") is not None:
        verb = next((t for t in clause_heads(head) if t != found.anchor), found.anchor)  # they "went to train" others
        return Deed(Action.PRESENT if verb == found.anchor else Action.UNSTATED, verb)
    return None if found.action is Action.CONTROL and _is_object(head) else found


def _sets_out(verb: "Token") -> bool:
    """ "Left for Kuwait", "left Fort Drum for Poland": no withdrawal, as "left Iraq for Kuwait" is."""
    left = child(verb, "dobj", "npadvmod")
    country = left is not None and left.ent_type_ in ("GPE", "LOC")
    ways = [*objects(verb), *(objects(left) if left is not None else ())]
    return not country and any(way == "for" and target.pos_ == "PROPN" for way, target in ways)


def _of_displaced(found: Deed, head: "Token") -> Deed:
    """What troops do to places or with their like, other people undergo."""
    match found.action:
        case Action.CONTROL if _is_object(head):
            return Deed(Action.HOST, found.anchor)
        case Action.PRESENT if subject(found.anchor) not in (argument(head), None):
            return Deed(Action.HOST, found.anchor)
        case Action.DEPLOY if found.anchor.lemma_.lower() == "fly" or found.anchor.lemma_.lower() in deeds.MOVED:
            return Deed(Action.EVACUATE, found.anchor)
        case Action.DEPLOY | Action.WITHDRAW:
            return Deed(Action.UNSTATED, found.anchor)
    return found


def _of_anybody(found: Deed, head: "Token") -> Deed | None:
    """People of no particular kind: they count where they move, or are made soldiers."""
    word = found.anchor.lemma_.lower()
    if found.action is Action.RECRUIT:
        return found if lemma(head) in deeds.ENLISTED or word in deeds.ENLISTING else None
    flown = word == "fly" and _is_object(head)
    if found.action is Action.DEPLOY and (flown or word in deeds.MOVED or to_haven(found.anchor)):
        return Deed(Action.EVACUATE, found.anchor)
    if found.action is Action.PRESENT and word in deeds.LIVING and is_nation(head):
        return Deed(Action.HOST, found.anchor)
    if found.action is Action.PRESENT and (to_haven(found.anchor) or word == "camp"):
        return Deed(Action.HOST, found.anchor)
    return found if found.action in deeds.MOVES and not _is_daily(found, head) else None


def _is_daily(found: Deed, head: "Token") -> bool:
    """What people do who are not on the move: "home to 60,000 people", "aid reached 20,000 people", "left work"."""
    verb = found.anchor
    reached = found.action in (Action.ARRIVE, Action.CROSS) and _role(head) == "dobj" and governor(head) == verb
    occupied = lemma(head) in OCCUPIED and (found.action not in deeds.DRIVEN_OUT or verb.lemma_ == "leave")
    left = verb.lemma_ == "leave" and found.action is Action.FLEE
    scene = next((t for t in children(verb, "dobj") if t.pos_ == "NOUN"), None) if left else None
    goes_home = scene is not None and scene.lemma_.lower() not in deeds.LEFT and scene.ent_type_ not in ("GPE", "LOC")
    settled = verb.lower_ == "home" and not is_nation(head)
    return reached or occupied or goes_home or settled or _is_left_over(verb)


def _is_left_over(verb: "Token") -> bool:
    """ "has 7,000 residents left": who stayed, not who went."""
    above = verb.head.lemma_.lower()
    remain = verb.dep_ in ("acl", "amod") or (verb.dep_ == "ccomp" and above in ("have", "be"))
    return verb.lower_ == "left" and remain and not any(t.lower_ == "for" for t in children(verb, "prep"))


def _is_harmed(head: "Token") -> bool:
    verb = governor(head)
    by_verb = verb is not None and _harms(verb) and _is_argument(head, verb)
    if by_verb and verb is not None and reading_of(verb) is not None:  # "lost their homes"
        return False
    return by_verb or any(t.lemma_.lower() in deeds.HARM for t in children(head, "acl", "amod", "relcl"))


def _harms(verb: "Token") -> bool:
    """ "Were killed"; in quotation marks the parse takes the participle for an adjective: had been "neutralised"."""
    states = children(verb, "acomp", "oprd") if verb.lemma_ == "be" else ()
    return verb.lemma_.lower() in deeds.HARM or any(t.lower_.removesuffix("d") in deeds.HARM for t in states)


def _readings(head: "Token") -> Iterator[Deed]:
    """Possible readings, the best first."""
    verbs = list(clause_heads(head))
    for verb in verbs[:1] if _takes_part(head) else ():
        yield from _caused(head, verb)
        yield from of_verb(verb)
        for inner in children(verb, "xcomp"):
            yield from of_verb(inner)
        yield from _joined(head, verb)
    yield from of_noun(head)
    described = [*children(head, "acl", "relcl", "amod"), *children(argument(head), "acl", "relcl")]
    for clause in dict.fromkeys(described):
        yield from of_verb(clause)
        for inner in children(clause, "xcomp"):
            yield from of_verb(inner)
    if lemma(head) == "arrival":
        yield Deed(Action.ARRIVE, head)
    for verb in verbs[1:2]:
        if verbs[0].dep_ in ("xcomp", "pcomp"):
            yield from of_verb(verb)


def _caused(head: "Token", verb: "Token") -> Iterator[Deed]:
    """ "battles that sent soldiers retreating": the deed is in the clause that the cause governs."""
    if verb.lemma_.lower() in deeds.CAUSES:
        below = [*children(verb, "xcomp", "ccomp", "advcl"), *children(head, "acl")]
        for inner in below:
            yield from (found for found in of_verb(inner) if found.action in deeds.MOVES)


def _joined(head: "Token", verb: "Token") -> Iterator[Deed]:
    """ "were affected and evacuated": the second of two verbs with one subject."""
    for inner in children(verb, "conj") if _role(head) in SUBJECTS else ():
        if child(inner, *SUBJECTS) is None:
            yield from (found for found in of_verb(inner) if found.action in deeds.DRIVEN_OUT and inner.tag_ == "VBN")


def _is_there(head: "Token") -> bool:
    """ "there are 5,000 troops", "the country has 5,000 troops"."""
    verb = governor(head)
    return verb is not None and verb.lemma_.lower() in ("be", "have") and _role(head) in ("attr", "dobj", "nsubj")


def _takes_part(head: "Token") -> bool:
    """False where the people only describe another noun: "Chad, a land of 18 million people, hosts"."""
    first = _first(head)
    return first.dep_ != "pobj" or first.head.head.pos_ not in ("NOUN", "PROPN")


def _is_argument(head: "Token", verb: "Token") -> bool:
    return _role(head) in ("nsubj", "nsubjpass", "dobj", "appos") and is_verb(verb)


def _is_object(head: "Token") -> bool:
    return _role(head) in ("dobj", "nsubjpass")


def _role(noun: "Token") -> str:
    """The part that ``noun`` has in its clause; of coordinated nouns that of the first."""
    return _first(noun).dep_


def _first(noun: "Token") -> "Token":
    first = argument(noun)
    while first.dep_ == "conj" and not is_verb(first.head):
        first = argument(first.head)
    return first
