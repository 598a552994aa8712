"""What a verb or a noun of doing says that people do, whoever they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from geo.claims.havens import is_haven, is_shelter_for, makes_room, to_haven
from geo.grammar import child, children, clause_heads, governor, is_hyphen, objects, subject
from geo.grammar import relations as rel
from geo.lexicon import deeds
from geo.lexicon.levels import REACHING
from geo.model import Action

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD_OF = ("of", "by", "with", "from", "for")


@dataclass(frozen=True, slots=True)
class Deed:
    """An action with the word that says so; places and dates hang on that word."""

    action: Action
    anchor: "Token"


def reading_of(verb: "Token") -> Deed | None:
    """The action that a verb says on its own ("They were flown back")."""
    return next(of_verb(verb), None)


def of_verb(verb: "Token") -> Iterator[Deed]:
    """What a verb says with its objects, particles and complements, the best reading first."""
    word = verb.lemma_.lower()
    for dobj in children(verb, rel.OBJECT, rel.ADVERB):  # an object without an article may be taken for an adverb
        if found := deeds.PHRASES.get((word, dobj.lemma_.lower())):
            yield Deed(found, verb)
    for particle in (*children(verb, rel.PARTICLE, rel.ADVERB), *_mistaken(verb)):
        if found := deeds.PARTICLES.get((word, particle.lower_)):
            yield Deed(found, verb)
    if word in deeds.PARTICIPATE and _in_exercise(verb):
        yield Deed(Action.EXERCISE, verb)
    yield from _of_complement(verb)
    if word in deeds.DRIVE and (_leaves_home(verb) or to_haven(verb)):
        yield Deed(Action.DISPLACE, verb)
    yield from _of_ground(verb)
    if word == "pull" and child(verb, rel.PARTICLE, rel.ADVERB, rel.PREPOSITION) is None:
        return
    if (found := deeds.VERBS.get(word)) and not _comes_to_number(verb):
        yield Deed(found, verb)
    elif word in deeds.BROUGHT and (to_haven(verb) or _leaves_town(verb)):
        yield Deed(Action.EVACUATE, verb)
    elif word in deeds.LODGED and to_haven(verb):
        yield Deed(Action.HOST, verb)


def of_noun(head: "Token") -> Iterator[Deed]:
    """ "the withdrawal of 2,500 troops", "an influx of 10,000 people"."""
    above = head.head
    noun = _compound(above.head) if above.head.pos_ == "NOUN" else ""
    if head.dep_ == rel.PREPOSITION_OBJECT and above.lower_ in _TOLD_OF and (found := deeds.NOMINALS.get(noun)):
        yield Deed(found, above.head)
    if head.dep_ == rel.PREPOSITION_OBJECT and above.lower_ == "for":
        if makes_room(above.head) or is_shelter_for(head):
            yield Deed(Action.HOST, above.head)
        if above.head.lemma_.lower() in deeds.BRACING:
            yield Deed(Action.ARRIVE, above.head)
    if (
        head.dep_ == rel.PREPOSITION_OBJECT and above.lower_ == "to" and above.head.lower_ in ("home", "host")
    ):  # "home to 9,000 refugees"
        yield Deed(Action.HOST, above.head)
    if above.dep_ in (rel.CONJUNCT, rel.APPOSITION) and (found := deeds.NOMINALS.get(above.lemma_.lower())):
        yield Deed(found, above)
    for verb in islice(clause_heads(head), 1):  # "the evacuation of, by the latest count, 17,000 people"
        for left in children(verb, rel.OBJECT, rel.SUBJECT, rel.PASSIVE_SUBJECT):
            of, found = child(left, rel.PREPOSITION), deeds.NOMINALS.get(left.lemma_.lower())
            if (
                found
                and of is not None
                and of.lower_ == "of"
                and child(of, rel.PREPOSITION_OBJECT, rel.PREPOSITION_COMPLEMENT) is None
                and of.i < head.i
            ):
                yield Deed(found, left)


def _compound(noun: "Token") -> str:
    """The noun in lower case, whole where the parse splits it: "call-up"."""
    if noun.i < 2 or not is_hyphen(noun.nbor(-1)):
        return noun.lemma_.lower()
    return f"{noun.nbor(-2).lower_}-{noun.lower_}"


def goes_to(verb: "Token") -> bool:
    """ "Went to Kuwait", "are on their way to Niger", "made it to Malta": of soldiers and refugees, that they move."""
    word = verb.lemma_.lower()
    under_way = [t for way, t in objects(verb) if way == "on" and t.lemma_.lower() in ("way", "road")]
    after = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]}
    got = word in ("make", "get") and not after.isdisjoint({"it", "way"})
    if not (word in deeds.GOING or got or under_way):
        return False
    ways = [
        way
        for holder in (verb, *under_way, *children(verb, rel.OPEN_COMPLEMENT, rel.PREDICATE_ADJECTIVE))
        for way in objects(holder)
    ]
    return any(way in ("to", "into", "towards", "toward", "for") and _is_named(target) for way, target in ways)


def is_due(verb: "Token") -> bool:
    """ "Are due in Riga", "is expected at the base": who will arrive there."""
    due = (
        any(t.lower_ in ("due", "expected") for t in children(verb, rel.PREDICATE_ADJECTIVE))
        or verb.lower_ == "expected"
    )
    where = [verb, *(t for t in children(verb, rel.OPEN_COMPLEMENT) if t.lemma_ == "be")]
    told = (pair for word in where for pair in objects(word))
    ways = [(way, target) for way, target in told if target.ent_type_ not in ("DATE", "TIME", "CARDINAL")]
    return due and any(way in ("in", "at") for way, _ in ways)


def of_carrier(verb: "Token", head: "Token") -> Iterator[Deed]:
    """ "A ship carrying 415 evacuees docked at", "a boat with 70 people landed": they do what the carrier does."""
    carrier: Token | None = None
    if verb.lemma_.lower() in deeds.CARRYING and verb.dep_ in (rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE):
        carrier = verb.head
    elif head.dep_ == rel.PREPOSITION_OBJECT and head.head.lower_ == "with":
        carrier = head.head.head
    if carrier is not None and carrier.lemma_.lower() in deeds.CARRIERS:
        goes = governor(carrier)
        yield from (found for found in of_verb(goes) if found.action in deeds.MOVES) if goes is not None else ()


def _is_named(target: "Token") -> bool:
    """ "Niger", "a mission in Niger"."""
    return target.pos_ == "PROPN" or any(way in ("in", "at") and t.pos_ == "PROPN" for way, t in objects(target))


def _leaves_home(verb: "Token") -> bool:
    """ "Forced from their homes", "drove thousands out of the city"; who undergoes it may hold the preposition."""
    ways = [way for holder in (verb, *children(verb, rel.OBJECT)) for way in objects(holder)]
    return any(
        way == "out of"
        or (way in ("from", "of", "out") and target.lemma_.lower() in deeds.HOMES)
        or (way == "from" and (target.pos_ == "PROPN" or target.lemma_.lower() in deeds.LEFT))  # "drove 900 from Homs"
        for way, target in ways
    )


def _of_ground(verb: "Token") -> Iterator[Deed]:
    """What plain verbs say with their place: put along a border, be on the move; of a camp, to have people."""
    word = verb.lemma_.lower()
    if word == "put" and _on_the_line(verb):
        yield Deed(Action.DEPLOY, verb)
    if word in deeds.MARCHING and any(way == "into" for way, _ in objects(verb)) and child(verb, rel.OBJECT) is None:
        yield Deed(Action.CROSS, verb)
    if word == "leave" or (word == "be" and _on_the_move(verb)):
        yield Deed(Action.FLEE, verb)
    if word in deeds.HOLDING and (holder := subject(verb)) is not None and is_haven(holder):
        yield Deed(Action.HOST, verb)


def _comes_to_number(verb: "Token") -> bool:
    """ "Passed 961,000", "reached a record 5 million": no way that anybody goes."""
    if verb.lemma_.lower() not in REACHING:
        return False
    return any(t.pos_ == "NUM" and child(t, rel.PREPOSITION) is None for t in children(verb, rel.OBJECT))


def _mistaken(verb: "Token") -> Iterator["Token"]:
    """The particle of "has taken in 203,000", which a parse may take for a preposition."""
    for preposition in children(verb, rel.PREPOSITION):
        number = child(preposition, rel.PREPOSITION_OBJECT)
        if number is not None and (number.pos_ == "NUM" or child(number, rel.NUMBER) is not None):
            yield preposition
    yield from (after for after in verb.doc[verb.i + 1 : verb.i + 2] if after.dep_ == rel.NUMBER_MODIFIER)
    yield from (noun for noun in children(verb, rel.OBJECT) if goes_home(noun) is not None)


def goes_home(noun: "Token") -> "Token | None":
    """Who is sent where "send 500 Malians home" is taken for a home of theirs; None where ``noun`` is a home."""
    above = noun.head.lemma_.lower()
    if noun.lower_ != "home" or noun.dep_ != rel.OBJECT or (above, "home") not in deeds.PARTICLES:
        return None
    sent = noun.nbor(-1) if noun.i else noun
    is_plural = sent.tag_ in ("NNS", "NNPS") or sent.ent_type_ == "NORP"
    return sent if sent.dep_ in (rel.COMPOUND, rel.NOUN_MODIFIER) and sent.head == noun and is_plural else None


def _on_the_line(verb: "Token") -> bool:
    """ "Has put soldiers along the border", "there"; not "on standby"."""
    there = any(t.lower_ == "there" for t in children(verb, rel.ADVERB))
    return there or any(t.lemma_.lower() in deeds.LINES or t.ent_type_ in ("GPE", "LOC") for _, t in objects(verb))


def _on_the_move(verb: "Token") -> bool:
    return any(way == "on" and target.lemma_.lower() in ("move", "run") for way, target in objects(verb))


def _leaves_town(verb: "Token") -> bool:
    """ "Ferried 5,000 people out of the city"."""
    ways = (way for holder in (verb, *children(verb, rel.OBJECT)) for way in objects(holder))
    return any(way == "out of" and (t.ent_type_ in ("GPE", "LOC") or t.lemma_.lower() in deeds.LEFT) for way, t in ways)


def _of_complement(verb: "Token") -> Iterator[Deed]:
    """ "were left homeless", "remained evacuated"; the state goes with the last verb before it."""
    states = [
        *children(
            verb,
            rel.PREDICATE_ADJECTIVE,
            rel.OBJECT_PREDICATE,
            rel.OPEN_COMPLEMENT,
            rel.ADVERBIAL_CLAUSE,
            rel.ADVERBIAL_NOUN,
        ),
        *verb.doc[verb.i + 1 : verb.i + 2],
    ]
    for state in states:
        between = verb.doc[verb.i + 1 : state.i]
        if state.lemma_.lower() in deeds.HOMELESS and not any(t.pos_ == "VERB" for t in between):
            yield Deed(Action.DISPLACE, verb)
    if any(t.lower_ in deeds.ENCAMPED for t in children(verb, rel.PREDICATE_ADJECTIVE, rel.OBJECT_PREDICATE)):
        yield Deed(Action.HOST, verb)
    told = (
        [verb.head]
        if verb.dep_ == rel.PASSIVE_AUXILIARY
        else list(children(verb, rel.PREDICATE_ADJECTIVE, rel.OBJECT_PREDICATE))
    )
    for state in told:
        found = deeds.VERBS.get(state.lemma_.lower()) if state.tag_ == "VBN" else None
        if found is not None and found in deeds.DRIVEN_OUT:
            yield Deed(found, verb)


def _in_exercise(verb: "Token") -> bool:
    """True where an exercise stands in the verb's clause, or is what a participle describes ("drills involving")."""
    own = [t for t in verb.subtree if t.lemma_.lower() in deeds.EXERCISES]
    return bool(own) or (verb.dep_ == rel.PARTICIPLE_CLAUSE and verb.head.lemma_.lower() in deeds.EXERCISES)
