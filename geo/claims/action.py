"""What the counted people do, or what is done with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.counted import Counted, lemma
from geo.claims.syntax import argument, child, children, clause_heads, governor, is_verb, objects, subject
from geo.claims.words.people import OCCUPIED
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Token


def _all(action: Action, lemmas: str) -> dict[str, Action]:
    return dict.fromkeys(lemmas.split(), action)


VERBS: dict[str, Action] = {
    **_all(Action.EXERCISE, "exercise drill rehearse train"),
    **_all(Action.PRESENT, "house station base garrison remain stay live reside number comprise keep maintain camp"),
    **_all(
        Action.DEPLOY,
        "deploy redeploy send dispatch relocate mass amass reinforce transfer rush move position concentrate muster "
        "order commit contribute bring surge assemble",
    ),
    **_all(Action.WITHDRAW, "withdraw pull"),
    **_all(Action.FLEE, "flee retreat escape abandon desert"),
    **_all(Action.CROSS, "cross enter pour stream flood trek pass spill"),
    **_all(Action.ARRIVE, "arrive reach land come"),
    **_all(Action.RETURN, "return repatriate"),
    **_all(Action.HOST, "host shelter accommodate"),
    **_all(Action.ACCEPT, "accept receive welcome admit resettle absorb"),
    **_all(Action.EVACUATE, "evacuate airlift rescue"),
    **_all(Action.DISPLACE, "displace uproot dislocate"),
    **_all(Action.EXPEL, "deport expel"),
    **_all(Action.RECRUIT, "recruit mobilise mobilize conscript draft enlist"),
    **_all(Action.CONTROL, "control hold seize capture occupy"),
}

NOMINALS: dict[str, Action] = {
    **_all(Action.EXERCISE, "exercise drill manoeuvre maneuver wargame training"),
    **_all(Action.DEPLOY, "relocation deployment dispatch build-up buildup reinforcement transfer redeployment"),
    **_all(Action.WITHDRAW, "withdrawal pullout pull-out drawdown"),
    **_all(Action.FLEE, "exodus flight retreat escape"),
    **_all(Action.ARRIVE, "arrival influx inflow"),
    **_all(Action.CROSS, "crossing"),
    **_all(Action.RETURN, "return repatriation"),
    **_all(Action.EVACUATE, "evacuation airlift"),
    **_all(Action.DISPLACE, "displacement"),
    **_all(Action.EXPEL, "deportation expulsion"),
    **_all(Action.RECRUIT, "mobilisation mobilization conscription recruitment"),
    **_all(Action.PRESENT, "presence garrison"),
    **_all(Action.ACCEPT, "admission intake resettlement"),
    **_all(Action.HOST, "capacity"),
}

_PHRASES: dict[tuple[str, str], Action] = {
    ("take", "refuge"): Action.FLEE,
    ("take", "shelter"): Action.FLEE,
    ("seek", "refuge"): Action.FLEE,
    ("seek", "shelter"): Action.FLEE,
    ("seek", "asylum"): Action.FLEE,
    ("seek", "safety"): Action.FLEE,
    ("find", "refuge"): Action.FLEE,
    ("make", "way"): Action.CROSS,
    ("leave", "home"): Action.FLEE,
    ("lose", "home"): Action.DISPLACE,
}
_PARTICLES: dict[tuple[str, str], Action] = {
    ("call", "up"): Action.RECRUIT,
    ("take", "in"): Action.ACCEPT,
    ("let", "in"): Action.ACCEPT,
    ("bring", "home"): Action.WITHDRAW,
    ("send", "home"): Action.RETURN,
    ("send", "back"): Action.RETURN,
    ("fly", "back"): Action.RETURN,
    ("fly", "home"): Action.RETURN,
    ("go", "back"): Action.RETURN,
    ("come", "back"): Action.RETURN,
    ("move", "back"): Action.RETURN,
    ("bring", "back"): Action.RETURN,
    ("take", "back"): Action.RETURN,
    ("hand", "back"): Action.RETURN,
    ("go", "home"): Action.RETURN,
    ("fly", "out"): Action.EVACUATE,
    ("drive", "out"): Action.DISPLACE,
}
_DRIVEN_OUT = frozenset({Action.FLEE, Action.EVACUATE, Action.DISPLACE})
_ENLISTING = frozenset("conscript draft enlist".split())
"""Verbs that make soldiers of people of any kind."""
_CAUSES = frozenset(
    "send force drive push prompt see make cause lead oblige compel let have help watch trigger".split()
)
_HARM = frozenset(
    "kill wound injure die capture detain arrest execute behead murder lose hospitalise hospitalize bury ambush jail "
    "massacre slaughter abduct kidnap drown imprison shoot starve charge convict".split()
)
_PARTICIPATE = frozenset("take participate join engage involve include feature hold conduct stage launch begin".split())
_EXERCISES = frozenset("exercise drill manoeuvre maneuver game wargame training".split())
_MOVED = frozenset("relocate move transfer relocation transfer shift".split())
_HOMES = frozenset("home house village town".split())
_HOMELESS = frozenset("displace homeless uproot displaced".split())
MOVES = frozenset(
    {Action.FLEE, Action.CROSS, Action.ARRIVE, Action.RETURN, Action.EVACUATE, Action.DISPLACE, Action.EXPEL,
     Action.HOST, Action.ACCEPT}
)  # fmt: skip
"""What makes people of any kind ("civilians", "families") people who moved."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An action with the word that says so; places and dates hang on that word."""

    action: Action
    anchor: "Token"


def deed(people: Counted) -> Deed | None:
    """What ``people`` do. None where they are harmed, or where nothing makes them troops or people on the move."""
    head = people.head
    found = next(_readings(head), None)
    verb = governor(head)
    if (verb is not None and verb.lemma_.lower() in _HARM and _is_argument(head, verb)) or any(
        t.lemma_.lower() in _HARM for t in children(head, "acl", "amod", "relcl")
    ):
        return None
    if found is None and people.population is not None:
        found = Deed(Action.PRESENT if _is_there(head) else Action.UNSTATED, verb or head)
    if verb is not None and found is not None and found.anchor.dep_ == "amod" and _is_there(head):
        found = Deed(Action.PRESENT, verb)  # "has 2 million displaced people": that they are there is what is told
    moved = MOVES | {Action.DEPLOY}
    if found is not None and people.population is None and found.action is Action.RECRUIT:
        return found if lemma(head) == "man" or found.anchor.lemma_.lower() in _ENLISTING else None
    if found is not None and lemma(head) in OCCUPIED and found.action not in _DRIVEN_OUT:
        return None
    if found is None or (people.population is None and found.action not in moved):
        return None
    if found.anchor.lemma_.lower() == "leave" and people.population is Population.TROOPS:
        return Deed(Action.WITHDRAW, found.anchor)
    if found.action is Action.CONTROL and _role(head) in ("dobj", "nsubjpass"):
        return None if people.population is Population.TROOPS else Deed(Action.HOST, found.anchor)
    if found.action is Action.DEPLOY and people.population is not Population.TROOPS:
        if found.anchor.lemma_.lower() in _MOVED:
            return Deed(Action.EVACUATE, found.anchor)
        return Deed(Action.UNSTATED, found.anchor) if people.population is not None else None
    if found.action is Action.WITHDRAW and people.population is not Population.TROOPS:
        return Deed(Action.UNSTATED, found.anchor)
    if people.population not in (Population.TROOPS, None) and found.action is Action.PRESENT:
        return Deed(
            Action.HOST if verb is not None and subject(verb) != argument(head) else Action.PRESENT, found.anchor
        )
    return found


def reading_of(verb: "Token") -> Deed | None:
    """The action that a verb says on its own ("They were flown back")."""
    return next(_of_verb(verb), None)


def _readings(head: "Token") -> Iterator[Deed]:
    """Possible readings, the best first."""
    verbs = list(clause_heads(head))
    for verb in verbs[:1] if _takes_part(head) else ():
        yield from _caused(head, verb)
        yield from _of_verb(verb)
        for inner in children(verb, "xcomp"):
            yield from _of_verb(inner)
    yield from _of_noun(head)
    for clause in children(head, "acl", "relcl", "amod"):
        yield from _of_verb(clause)
        for inner in children(clause, "xcomp"):
            yield from _of_verb(inner)
    for verb in verbs[1:2]:
        if verbs[0].dep_ in ("xcomp", "pcomp"):
            yield from _of_verb(verb)


def _caused(head: "Token", verb: "Token") -> Iterator[Deed]:
    """ "battles that sent soldiers retreating": the deed is in the clause that the cause governs."""
    if verb.lemma_.lower() in _CAUSES:
        below = [*children(verb, "xcomp", "ccomp", "advcl"), *children(head, "acl")]
        for inner in below:
            if (action := VERBS.get(inner.lemma_.lower())) in MOVES and action is not None:
                yield Deed(action, inner)


def _of_verb(verb: "Token") -> Iterator[Deed]:
    word = verb.lemma_.lower()
    for dobj in children(verb, "dobj"):
        if found := _PHRASES.get((word, dobj.lemma_.lower())):
            yield Deed(found, verb)
    for particle in children(verb, "prt", "advmod"):
        if found := _PARTICLES.get((word, particle.lower_)):
            yield Deed(found, verb)
    if word in _PARTICIPATE and _in_exercise(verb):
        yield Deed(Action.EXERCISE, verb)
    if any(t.lemma_.lower() in _HOMELESS for t in children(verb, "acomp", "oprd", "xcomp", "advcl")):
        yield Deed(Action.DISPLACE, verb)
    if word in ("force", "drive", "push") and any(t.lemma_.lower() in _HOMES for _, t in objects(verb)):
        yield Deed(Action.DISPLACE, verb)
    if word == "leave":
        yield Deed(Action.FLEE, verb)
    if word == "pull" and child(verb, "prt", "advmod", "prep") is None:
        return
    if found := VERBS.get(word):
        yield Deed(found, verb)


def _in_exercise(verb: "Token") -> bool:
    """True where an exercise stands in the verb's clause, or is what a participle describes ("drills involving")."""
    own = [t for t in verb.subtree if t.lemma_.lower() in _EXERCISES]
    return bool(own) or (verb.dep_ == "acl" and verb.head.lemma_.lower() in _EXERCISES)


def _of_noun(head: "Token") -> Iterator[Deed]:
    """ "the withdrawal of 2,500 troops", "an influx of 10,000 people"."""
    if (
        head.dep_ == "pobj"
        and head.head.lower_ in ("of", "by", "with", "from", "for")
        and head.head.head.pos_ == "NOUN"
    ):
        noun = head.head.head
        if found := NOMINALS.get(noun.lemma_.lower()):
            yield Deed(found, noun)
    if head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "home":  # "home to 9,000 refugees"
        yield Deed(Action.HOST, head.head.head)
    if (of := head.head).dep_ in ("conj", "appos") and (found := NOMINALS.get(of.lemma_.lower())):
        yield Deed(found, of)


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


def _role(noun: "Token") -> str:
    """The part that ``noun`` has in its clause; of coordinated nouns that of the first."""
    return _first(noun).dep_


def _first(noun: "Token") -> "Token":
    first = argument(noun)
    while first.dep_ == "conj" and not is_verb(first.head):
        first = argument(first.head)
    return first
