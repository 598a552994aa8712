"""The nouns of a parse that name people: troops, people on the move, and the homes that they lose."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from geo.claims.verbs import Deed, goes_home, of_verb
from geo.grammar import SUBJECTS, child, children, governor, is_verb, objects, phrase, subject, words
from geo.grammar import relations as rel
from geo.lexicon.levels import TOTALLING
from geo.lexicon.people import (
    ARMED,
    BUILT,
    CIVIL,
    CONTAINERS,
    DEFENCE_FORCE,
    DISASTERS,
    FRONTS,
    HIRED,
    HIRING,
    HOMELY,
    LAW,
    MANNED,
    NOUNS,
    RANKS,
    SEEKERS,
    TEACHING,
    UNITS,
    UPROOTED,
)
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.claims.lists.member import Member

PRONOUNS = ("them", "whom", "which", "these", "those")
"""What stands for the people counted before: "50,000 of them"."""
_COMMON = ("people", "persons", "families", "households", "residents", "civilians", "refugees", "soldiers", "houses")
_SLIP = 0.9
"""Likeness of a slip of the pen ("peole") to the word that is meant."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a figure counts. ``population`` is None where only the action can tell (people, families)."""

    head: "Token"
    tokens: tuple["Token", ...]
    population: Population | None
    whole: bool = False
    """True for the 8,000 of "2,000 of the 8,000 troops": the deed is told of the part alone."""
    label: "Token | None" = None
    """In a list or a table, the word of the label that says what was done, or who it was done to."""
    done: Deed | None = None
    """What they do, where that is known from the figure that this one leans on."""
    beside: "Token | None" = None
    """The name of a place that stands for the clause of a figure: "Slovakia" of ", Slovakia 140,000"."""
    form: str = "noun"
    """The form that found them: see ``geo.claims.forms``."""
    compared: bool = False
    """True for the 300,000 of "down from 300,000": they were counted at another time."""
    member: "Member | None" = None
    """In a list whose members share a verb: what is this figure's own."""
    lead: "Counted | None" = None
    """In such a list, who is counted by the figure that stands with the verb; of a part, the whole."""
    said: tuple["Token", ...] = ()
    """The words that say whose a part is: "Kenyan" of "1,200 of whom are Kenyan"."""
    level: "Token | None" = None
    """The noun whose level the figure is: the levels of "troop levels fell to 2,500"."""

    @property
    def words(self) -> str:
        """The people as printed: "Kenyan civilians", "members of the security forces"; else "troops" or "people"."""
        return words(list(self.tokens)) or ("troops" if self.population is Population.TROOPS else "people")


def lemma(noun: "Token") -> str:
    """The noun's lemma in lower case, also of plurals that the model takes for singulars ("servicemen")."""
    word = noun.lemma_.lower()
    if word.endswith("men"):
        return word.removesuffix("men") + "man"
    return word if word in NOUNS or word.removesuffix("s") not in NOUNS else word.removesuffix("s")


def is_known(token: "Token") -> bool:
    """Whether ``token`` names people or homes, or may."""
    return (
        (token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and lemma(token) in NOUNS and not _is_deed(token))
        or _is_seeker(token)
        or _is_built(token)
        or _is_helmet(token)
        or _is_victim(token)
        or (token.pos_ == "NOUN" and bool(get_close_matches(token.lower_, _COMMON, 1, _SLIP)))
    )


def is_nation(token: "Token") -> bool:
    """A people by its name: "500 Syrians", "500 Sudanese", "500 Rohingya"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    describes = child(token, rel.CONJUNCTION) is not None or is_known(after)  # "300 Uzbek and 200 Kazakh soldiers"
    stands = token.dep_ in (*SUBJECTS, rel.OBJECT, rel.PREPOSITION_OBJECT) and not describes
    is_plural = token.lower_.endswith(("s", "ese")) or stands
    is_name = token.ent_type_ == "NORP" or token.tag_ == "NNPS"
    alone = not _modifies(token) or goes_home(token.head) == token
    return is_name and is_plural and token.pos_ in ("NOUN", "PROPN") and alone


def population_of(head: "Token") -> Population | None:
    """Who the noun names with the words around it; None where only the action can tell."""
    noun = lemma(head)
    around = {t.lower_ for t in phrase(head)} | {t.lemma_.lower() for t in phrase(head)}
    named = None if noun == "ranger" and not around.isdisjoint(CIVIL) else NOUNS.get(noun)
    if _is_helmet(head):
        return Population.TROOPS
    if _is_seeker(head):
        return Population.ASYLUM_SEEKERS
    if _is_built(head) or named is Population.HOUSING:
        return Population.HOUSING
    if any(t.lemma_.lower() in UPROOTED for t in children(head, rel.ADJECTIVE, rel.PARTICIPLE_CLAUSE, rel.COMPOUND)):
        return Population.DISPLACED
    if "refugee" in around and noun not in CONTAINERS:
        return Population.REFUGEES
    if noun == "national" and {"third", "country"} <= around:
        named = Population.MIGRANTS
    return named if named is not None else _under_arms(head, around)


def is_police(head: "Token") -> bool:
    """Whether police are counted: "police officers", "gendarmes"."""
    return not LAW.isdisjoint({lemma(t) for t in phrase(head)})


def _under_arms(head: "Token", around: set[str]) -> Population | None:
    """Troops where the words beside the noun say so; police only as a country's contingent in another."""
    noun = lemma(head)
    if any(NOUNS.get(lemma(t)) is Population.TROOPS for t in children(head, rel.CONJUNCT)) and is_police(head):
        return Population.TROOPS  # "15,000 police and soldiers"
    if _after(head, 2) == ["under", "arms"]:
        return Population.TROOPS
    if is_police(head):
        return Population.TROOPS if _is_sent_abroad(head) else None
    if noun == "force" and head.tag_ == "NNS":  # "5,000 Russian forces"
        return Population.TROOPS
    is_armed = (noun in CONTAINERS or noun == "man") and not around.isdisjoint(ARMED - {noun})
    is_armed |= noun == "member" and "service" in around
    return Population.TROOPS if is_armed or _serves(head, noun, around) else None


def _serves(head: "Token", noun: str, around: set[str]) -> bool:
    """Whether those who may be soldiers or not are, by what they are told with."""
    match noun:
        case "man":
            verb = governor(head)
            return verb is not None and _fields(verb)
        case "officer":  # "officers and men", "officers and soldiers"
            joined = [lemma(t) for t in children(head, rel.CONJUNCT)]
            return any(t == "man" or NOUNS.get(t) is Population.TROOPS for t in joined)
        case "member":  # "47 members of the detachment", "47 KDF members"
            bodies = [t for p, t in objects(head) if p == "of"] + list(children(head, rel.COMPOUND))
            return any(lemma(t) in MANNED or DEFENCE_FORCE.fullmatch(t.text) for t in bodies)
        case "people" | "person":  # "a battalion that will number 900 people"
            return _numbers(head)
        case "volunteer":
            return any(p == "for" and t.lemma_.lower() in FRONTS for p, t in objects(head))
    teaches = noun in TEACHING and any(t.lower_ in ARMED for t in head.sent)
    return teaches or (noun in HIRED and not around.isdisjoint(HIRING))


def _numbers(head: "Token") -> bool:
    """Whether a unit under arms is said to have so many people: "a military unit that numbers 900 people"."""
    verb = head.head
    unit = subject(verb) if head.dep_ in (rel.OBJECT, rel.ADVERBIAL_NOUN) and is_verb(verb) else None
    if unit is None or verb.lemma_.lower() not in TOTALLING or lemma(unit) not in UNITS | {"force"}:
        return False
    return not {t.lower_ for t in phrase(unit)}.isdisjoint(ARMED)


def _after(head: "Token", number: int) -> list[str]:
    return [t.lower_ for t in head.doc[head.i + 1 : head.i + 1 + number]]


def _fields(verb: "Token") -> bool:
    """Whether men that a verb is told of are under arms: "deployed 800 men", "the army moved 1,200 men"."""
    doer = subject(verb)
    army = doer is not None and not {t.lower_ for t in phrase(doer)}.isdisjoint(ARMED)
    sent = any(found.action is Action.DEPLOY for found in of_verb(verb))
    word = verb.lemma_.lower()
    told = word in ("speak", "talk", "number") and any(t.lower_ in ARMED for t in verb.sent)
    led = word in ("command", "lead", "have") and any(t.lower_.rstrip(".") in RANKS for t in verb.sent)
    return word in ("deploy", "muster", "field") or (army and sent) or told or led


def _is_sent_abroad(head: "Token") -> bool:
    """ "Kenyan police officers were deployed", "Kenya sent 400 police officers to Haiti"."""
    if head.dep_ == rel.PREPOSITION_OBJECT and head.head.head.lemma_.lower() in ("mission", "force", "contingent"):
        return True
    verb = governor(head)
    sent = verb is not None and any(
        found.action in (Action.DEPLOY, Action.WITHDRAW, Action.ARRIVE) for found in of_verb(verb)
    )
    if verb is None or not sent:
        return False
    sender = subject(verb)
    to_land = any(p in ("to", "in") and t.pos_ == "PROPN" for p, t in objects(verb))
    of_nation = any(t.ent_type_ in ("NORP", "GPE") for t in head.subtree if t.i < head.i)
    return of_nation or (to_land and sender is not None and sender.ent_type_ == "GPE")


def _modifies(token: "Token") -> bool:
    return token.dep_ in (rel.ADJECTIVE, rel.COMPOUND, rel.NOUN_MODIFIER, rel.POSSESSOR) and token.head.i > token.i


def _is_seeker(token: "Token") -> bool:
    return token.lemma_.lower() == "seeker" and any(t.lower_ in SEEKERS for t in token.subtree)


def _is_victim(token: "Token") -> bool:
    """ "Flood victims", who are alive; "the victims" may be dead."""
    is_one = token.lemma_.lower() == "victim"
    return is_one and any(
        t.lemma_.lower() in DISASTERS for t in children(token, rel.COMPOUND, rel.ADJECTIVE, rel.NOUN_MODIFIER)
    )


def _is_deed(token: "Token") -> bool:
    """ "Were repatriated": the verb that has a noun's form."""
    return token.pos_ == "VERB" and lemma(token) in ("repatriate",)


def _is_helmet(token: "Token") -> bool:
    """ "Blue helmets": peacekeepers."""
    return token.lower_ == "helmets" and token.i > 0 and token.nbor(-1).lower_ == "blue"


def _is_built(token: "Token") -> bool:
    """ "Housing units", "residential blocks", and buildings of any kind: what befalls them is told, or nothing is."""
    described = children(token, rel.COMPOUND, rel.ADJECTIVE, rel.NOUN_MODIFIER)
    return token.lower_ == "buildings" or (token.lemma_.lower() in BUILT and any(t.lower_ in HOMELY for t in described))
