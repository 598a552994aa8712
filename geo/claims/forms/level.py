"""Figures that are the level of something: "troop levels fell to 2,500", "its force in Mali was cut to 700 soldiers".

The level is told of a noun that says of whom there are so many, and that is where they are: "refugee arrivals in".
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.people import Counted, is_known, is_nation, lemma, population_of
from geo.claims.verbs import Deed
from geo.grammar import argument, children, is_future, is_verb, objects, phrase, subject
from geo.grammar import relations as rel
from geo.lexicon import deeds, levels
from geo.lexicon.people import SEEKERS
from geo.model import Action, Population

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_CHAIN = 3
"""Words between a preposition and its verb that a parse may hang it on: "cut its force in Mali to 700"."""


@dataclass(frozen=True, slots=True)
class Level:
    """A noun with how many there are of it: what ``verb`` says comes to the figure, and what its people do."""

    noun: "Token"
    verb: "Token"
    population: Population | None
    action: Action


def level(word: "Token") -> Level | None:
    """The level that a figure gives; ``word`` is what stands in the clause for it: its noun, else itself."""
    verb, way = _clause(argument(word))
    if verb is None or (is_future(verb) and verb.lemma_.lower() not in levels.SHRINKING):
        return None
    did, changes = verb.lemma_.lower(), verb.lemma_.lower() in levels.CHANGING
    to = way in levels.TOWARDS and (changes or did in levels.STANDING | levels.TOTALLING)
    at = way in levels.AMOUNTING and (changes or did in levels.STANDING)
    if not (to or at or (way == "" and did in levels.REACHING)):
        return None
    weighed = at and did in levels.WEIGHING
    objects_told = [t for t in children(verb, rel.OBJECT) if to or (weighed and lemma(t) in levels.WEIGHED)]
    told = [*objects_told, subject(verb)]
    nouns = (noun for noun in told if noun is not None and noun != word and not word.is_ancestor(noun))
    return next((found for noun in nouns if (found := _of(noun, verb)) is not None), None)


def find(numeral: Numeral) -> Counted | None:
    """Who a bare figure counts as the level of a noun."""
    found = level(numeral.root)
    if found is None:
        return None
    of = next((t for p, t in objects(found.noun) if p == "of" and is_known(t)), None)
    named = of if of is not None else found.noun
    words = tuple(
        t for t in phrase(named) if t.i <= named.i and t.dep_ not in (rel.DETERMINER, rel.POSSESSOR, rel.CASE)
    )
    return Counted(found.noun, words, found.population, done=Deed(found.action, found.verb), level=found.noun)


def with_level(people: Counted) -> Counted:
    """People of a level that is told with their noun: "its force in Mali was cut to 700 soldiers"."""
    found = level(people.head)
    if found is None or people.population not in (None, found.population) or found.action not in _LASTING:
        return people
    return Counted(
        people.head, people.tokens, found.population,
        done=Deed(found.action, found.verb), level=found.noun, form=FORM.name,
    )  # fmt: skip


_LASTING = (Action.PRESENT, Action.HOST)


def _clause(word: "Token") -> tuple["Token | None", str]:
    """The verb that a figure hangs on, and the preposition between: "" where it is the verb's own object."""
    if word.dep_ == rel.NUMBER and word.head.lemma_.lower() in levels.PEAKS:
        word = word.head
    if word.pos_ == "ADP" or word.lower_ in levels.AMOUNTING:  # "above 650,000"
        way, above = word.lower_, word.head
    elif word.dep_ == rel.PREPOSITION_OBJECT:
        way, above = word.head.lower_, word.head.head
        if (
            way in levels.AMOUNTING and above.dep_ == rel.PREPOSITION and above.lower_ in levels.TOWARDS
        ):  # "to around 900"
            way, above = above.lower_, above.head
    elif word.dep_ in (rel.OBJECT, rel.PREDICATE_NOUN, rel.ADVERBIAL_NOUN, rel.PREDICATE_ADJECTIVE):
        way, above = "", word.head
    else:
        return None, ""
    for _ in range(_CHAIN):
        if is_verb(above) or above.head == above:
            break
        above = above.head
    return (above, way) if is_verb(above) else (None, "")


def _of(noun: "Token", verb: "Token") -> Level | None:
    """The level of ``noun``, where it says of whom there are so many."""
    beside = list(_beside(noun))
    if any(t.lemma_.lower() in deeds.HARM for t in beside):
        return None
    return _of_force(noun, verb, beside) or _of_measure(noun, verb, beside) or _of_flow(noun, verb, beside)


def _of_force(noun: "Token", verb: "Token", beside: "list[Token]") -> Level | None:
    """ "The garrison shrank to": as many soldiers as it is said to have; or people who "number" so many."""
    if lemma(noun) in levels.CONTINGENTS and _names(beside).isdisjoint(levels.CIVIL):
        return Level(noun, verb, Population.TROOPS, Action.PRESENT)
    named = population_of(noun)
    counts = verb.lemma_.lower() in levels.TOTALLING and (is_nation(noun) or named is not None)
    if not counts or named is Population.HOUSING:
        return None
    return Level(noun, verb, named, Action.PRESENT if named is Population.TROOPS else Action.HOST)


def _of_measure(noun: "Token", verb: "Token", beside: "list[Token]") -> Level | None:
    """ "Troop levels", "the refugee population", "the population of the camps"."""
    if lemma(noun) not in levels.MEASURES:
        return None
    people = _people(beside)
    if people is None and not _names(beside).isdisjoint(levels.ARMS):
        people = Population.TROOPS
    if lemma(noun) == "strength" and any(lemma(target) in levels.BANDS for p, target in objects(noun) if p == "of"):
        people = Population.TROOPS
    if people is not None:
        return Level(noun, verb, people, Action.PRESENT if people is Population.TROOPS else Action.HOST)
    housed = any(p == "of" and _is_camp(t) for p, t in objects(noun)) or any(t.ent_type_ == "NORP" for t in beside)
    return Level(noun, verb, None, Action.HOST) if housed and lemma(noun) == "population" else None


def _of_flow(noun: "Token", verb: "Token", beside: "list[Token]") -> Level | None:
    """ "Refugee arrivals", "returns", "displacement"."""
    done, people = deeds.NOMINALS.get(lemma(noun)), _people(beside)
    if lemma(noun) in levels.UPROOTING:
        people = people or Population.DISPLACED
    if done is None or done not in deeds.MOVES or people in (None, Population.TROOPS):
        return None
    return Level(noun, verb, Population.RETURNEES if done is Action.RETURN else people, done)


def _names(beside: "list[Token]") -> set[str]:
    return {t.lower_ for t in beside} | {t.lemma_.lower() for t in beside}


def _is_camp(noun: "Token") -> bool:
    """ "The population of the camps": people who live there for want of a home."""
    return noun.lemma_.lower() in ("camp", "shelter", "settlement") or noun.lower_ == "camps"


def _beside(noun: "Token") -> "Iterator[Token]":
    """The words that say of whom: "refugee arrivals", "the number of peacekeepers", "the displaced population"."""
    for part in children(noun, rel.COMPOUND, rel.ADJECTIVE, rel.NOUN_MODIFIER):
        yield from (t for t in part.subtree if t.i < noun.i)
    for preposition, target in objects(noun):
        if preposition == "of" and (is_known(target) or target.lower_ in levels.ARMS):
            yield from phrase(target, clauses=True)


def _people(beside: "list[Token]") -> Population | None:
    for token in beside:
        word = lemma(token)
        if word == "seeker" and any(t.lower_ in SEEKERS for t in beside):
            return Population.ASYLUM_SEEKERS
        if token.lower_ in deeds.HOMELESS:
            return Population.DISPLACED
        if (named := population_of(token)) is not None and named is not Population.HOUSING:
            return named
    return None


FORM = Form(
    "level of a noun",
    find,
    (
        Example("US troop levels in Iraq fell to 2,500.", "2,500", "US troop levels"),
        Example("The refugee population in Chad has risen to 400,000.", "400,000", "refugee population"),
        Example("Officials estimate the strength of the militia at 700.", "700", "strength"),
    ),
)
