"""Figures that no panel shows, whatever the choices make of their sentence: of things and of units, of the size that
each of several units has, of civilians among soldiers, of people at a demonstration."""

from typing import TYPE_CHECKING

from geo.claims.counting import Counting
from geo.claims.forms.noun import is_strength
from geo.claims.havens import to_haven
from geo.claims.people import is_known, is_nation, lemma
from geo.grammar import argument, children, objects
from geo.grammar import relations as rel
from geo.lexicon.people import UNITS
from geo.lexicon.senses import sense
from geo.model import Panel, Population

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = sense("held: things")
_GROUPS = UNITS | sense("held: groups")
_EACH = sense("held: each")
_CIVILIANS = sense("held: civilians")
_PROTESTING = sense("held: protesting")
_CAUSES = sense("held: causes")
_CROWDS = sense("held: crowds")
_REACH = 6
"""Words before a figure in which "each" stands that says that it is the size of each: "each made up of 25 soldiers"."""


def is_held(counting: Counting) -> bool:
    """Whether no panel shows a figure, before any choice is asked."""
    return any(tells(counting) for tells in (is_a_population, is_a_crowd, is_of_each, is_of_a_protest))


def is_of_things(counting: Counting) -> bool:
    """Whether things or whole units are counted: "20 outposts", "160 tracked vehicles", "ten army contingents"."""
    people, noun = counting.people, counting.noun
    if people is not None:
        is_strength = not counting.tokens.text[-1:].isdigit() and "-" in counting.tokens.text  # "500-strong battalions"
        return people.population is not Population.HOUSING and not is_strength and _are_units(people.head, counting)
    return noun is not None and noun.pos_ == "NOUN" and (lemma(noun) in _THINGS or _are_units(noun, counting))


def _are_units(noun: "Token", counting: Counting) -> bool:
    counts = counting.tokens.root.dep_ == rel.NUMBER and counting.tokens.root.head == noun
    return counts and _is_plural(noun) and lemma(noun) in UNITS


def is_of_each(counting: Counting) -> bool:
    """Whether it is the size of each of several units: "40 patrols of eight soldiers", "the 30-member platoons"."""
    head, root = counting.head, counting.tokens.root
    if root != head and root.head == head and "-" in counting.tokens.text and lemma(head) in _GROUPS:
        return _is_plural(head)
    sizes = (t for t in (head, root) if t.dep_ == rel.PREPOSITION_OBJECT and t.head.lower_ == "of")
    if any(_is_one_of_several(size.head.head) for size in sizes):
        return True
    return any(map(_is_share, _near(counting))) and any(
        _is_one_of_several(t) for t in counting.sentence if t.i < counting.tokens.start
    )


def _near(counting: Counting) -> list["Token"]:
    doc, first, last = counting.sentence.doc, counting.tokens.start, max(counting.head.i, counting.tokens.end - 1)
    before = doc[max(counting.sentence.start, first - _REACH) : first]
    return [*before, *doc[last + 1 : min(last + 2, counting.sentence.end)]]


def _is_share(word: "Token") -> bool:
    """ "Each" and "apiece", but no "each day"."""
    after = word.doc[word.i + 1 : word.i + 2]
    return word.lower_ in _EACH and not any(t.pos_ in ("NOUN", "PROPN") and lemma(t) not in _GROUPS for t in after)


def _is_one_of_several(noun: "Token") -> bool:
    one = any(t.lower_ in _EACH for t in children(noun, rel.DETERMINER))
    return noun.pos_ == "NOUN" and lemma(noun) in _GROUPS and (one or _is_plural(noun))


def _is_plural(noun: "Token") -> bool:
    return noun.tag_ in ("NNS", "NNPS")


def is_no_soldier(counting: Counting, panel: Panel) -> bool:
    """Whether their noun says that they are none: "900 soldiers and 30 civilians were sent"."""
    noun = counting.people.head if counting.people is not None else counting.noun
    return panel is Panel.TROOPS and noun is not None and lemma(noun) in _CIVILIANS


def is_of_a_protest(counting: Counting) -> bool:
    """Whether people of no kind demonstrate: "300,000 people marched against the war"."""
    people = counting.people
    if people is not None and people.population is not None:
        return False
    part = argument(counting.head)
    verb = part.head
    if part.dep_ not in rel.SUBJECTS:
        return False
    return verb.lemma_.lower() in _PROTESTING or (
        verb.lemma_.lower() == "march" and any(preposition in _CAUSES for preposition, _ in objects(verb))
    )


def is_a_crowd(counting: Counting) -> bool:
    """A "300-strong mob": so many of no matter whom, unless it is said of whom ("a 300-strong crowd of refugees")."""
    noun = counting.noun
    if counting.people is not None or noun is None or not is_strength(counting.figure.words):
        return False
    return lemma(noun) in _CROWDS and not any(is_known(target) or is_nation(target) for _, target in objects(noun))


def is_a_population(counting: Counting) -> bool:
    """Whether it only says of how many others are a part: the 120,000 of "100,000 of the region's 120,000 people"."""
    people = counting.people
    if people is None or not people.whole or people.population is not None or counting.done is not None:
        return False
    return not to_haven(people.head)  # "most of the 15,000 Liberians still in the camps"
