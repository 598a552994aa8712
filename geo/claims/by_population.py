"""What a deed is to those of whom it is told: soldiers deploy, refugees are evacuated, others may go to work."""

from typing import TYPE_CHECKING

from geo.claims.havens import to_haven
from geo.claims.people import is_nation, lemma
from geo.claims.verbs import Deed
from geo.grammar import argument, child, children, clause_heads, governor, objects, role_of, subject
from geo.grammar import relations as rel
from geo.lexicon import deeds
from geo.lexicon.people import OCCUPIED, TEACHING
from geo.model import Action

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_troops(found: Deed, head: "Token") -> Deed | None:
    """The deed as soldiers do it; None where they only undergo it ("seized 60 soldiers")."""
    if found.anchor.lemma_.lower() in ("leave", "departure") and found.action is not Action.PRESENT:
        return Deed(Action.DEPLOY if _sets_out(found.anchor) else Action.WITHDRAW, found.anchor)
    if found.action is Action.HOST and found.anchor.lemma_.lower() in ("be", *deeds.HOLDING):  # "the base has"
        return Deed(Action.PRESENT, found.anchor)
    if found.action is Action.EXERCISE and lemma(head) in TEACHING and child(found.anchor, rel.OBJECT) is not None:
        verb = next((t for t in clause_heads(head) if t != found.anchor), found.anchor)  # they "went to train" others
        return Deed(Action.PRESENT if verb == found.anchor else Action.UNSTATED, verb)
    return None if found.action is Action.CONTROL and is_object(head) else found


def _sets_out(verb: "Token") -> bool:
    """ "Left for Kuwait", "left Fort Drum for Poland": no withdrawal, as "left Iraq for Kuwait" is."""
    left = child(verb, rel.OBJECT, rel.ADVERBIAL_NOUN)
    country = left is not None and left.ent_type_ in ("GPE", "LOC")
    ways = [*objects(verb), *(objects(left) if left is not None else ())]
    return not country and any(way == "for" and target.pos_ == "PROPN" for way, target in ways)


def of_displaced(found: Deed, head: "Token") -> Deed:
    """What troops do to places or with their like, other people undergo."""
    match found.action:
        case Action.CONTROL if is_object(head):
            return Deed(Action.HOST, found.anchor)
        case Action.PRESENT if subject(found.anchor) not in (argument(head), None):
            return Deed(Action.HOST, found.anchor)
        case Action.DEPLOY if found.anchor.lemma_.lower() == "fly" or found.anchor.lemma_.lower() in deeds.MOVED:
            return Deed(Action.EVACUATE, found.anchor)
        case Action.DEPLOY | Action.WITHDRAW:
            return Deed(Action.UNSTATED, found.anchor)
    return found


def of_anybody(found: Deed, head: "Token") -> Deed | None:
    """People of no particular kind: they count where they move, or are made soldiers."""
    word = found.anchor.lemma_.lower()
    if found.action is Action.RECRUIT:
        return found if lemma(head) in deeds.ENLISTED or word in deeds.ENLISTING else None
    flown = word == "fly" and is_object(head)
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
    reached = found.action in (Action.ARRIVE, Action.CROSS) and role_of(head) == rel.OBJECT and governor(head) == verb
    occupied = lemma(head) in OCCUPIED and (found.action not in deeds.DRIVEN_OUT or verb.lemma_ == "leave")
    left = verb.lemma_ == "leave" and found.action is Action.FLEE
    scene = next((t for t in children(verb, rel.OBJECT) if t.pos_ == "NOUN"), None) if left else None
    goes_home = scene is not None and scene.lemma_.lower() not in deeds.LEFT and scene.ent_type_ not in ("GPE", "LOC")
    settled = verb.lower_ == "home" and not is_nation(head)
    return reached or occupied or goes_home or settled or _is_left_over(verb)


def _is_left_over(verb: "Token") -> bool:
    """ "has 7,000 residents left": who stayed, not who went, as "1,200 people left here on Sunday" did."""
    if any(target.ent_type_ in ("DATE", "TIME") for _, target in objects(verb)):
        return False
    above = verb.head.lemma_.lower()
    remain = verb.dep_ in (rel.PARTICIPLE_CLAUSE, rel.ADJECTIVE) or (
        verb.dep_ == rel.CLAUSAL_COMPLEMENT and above in ("have", "be")
    )
    return verb.lower_ == "left" and remain and not any(t.lower_ == "for" for t in children(verb, rel.PREPOSITION))


def is_object(head: "Token") -> bool:
    """Whether the deed is done to ``head``."""
    return role_of(head) in (rel.OBJECT, rel.PASSIVE_SUBJECT)
