"""How firmly a figure stands in its own sentence, and on what basis; what the rest of the article adds is in ``turns``.

What could or may happen is an estimate, what is expected or will be is planned; but nobody plans a flight or a
displacement: where those lie ahead, they are estimated too.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.already import is_there_already
from geo.claims.attribution import sources_of
from geo.claims.havens import is_shelter_for
from geo.claims.modality import PROMISING, Mood, denial, mood, told
from geo.claims.people import Counted
from geo.claims.plans import is_decided, is_planned
from geo.claims.setting import Setting
from geo.claims.timing import Timing
from geo.grammar import children, frames
from geo.grammar import relations as rel
from geo.model import Action, Basis, Population, Quantity, Status, StatusMark
from geo.times import Bound
from geo.times.periods import Unit
from geo.times.relative_periods import CalendarUnit

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WILLING = frozenset("ready willing prepared able".split())
_CLAIMING = frozenset("claim allege boast".split())
_SUFFERED = frozenset({Action.FLEE, Action.DISPLACE})
_FEARING = frozenset("fear worry".split())
_GUESSING = frozenset("estimate believe think reckon project".split())
_CAPACITIES = frozenset("capacity room space ability bed berth cot quota cap ceiling build design mean intend".split())
_TOTALS = frozenset("total overall cumulatively altogether".split())


def first_status(
    quantity: Quantity, counted: "Token | None", deed: Deed, sentence: "Tokens", setting: Setting
) -> tuple[StatusMark, ...]:
    """The status that the claim's own sentence gives to what the ``counted`` do; empty where it is simply reported."""
    span = setting.passage.span(sentence.start_char, sentence.end_char)
    chain = told(deed.anchor)
    if counted is not None and deed.anchor == counted:  # "the 8,000 troops promised"
        chain += children(counted, rel.PARTICIPLE_CLAUSE, rel.ADJECTIVE)
    lemmas = {t.lemma_.lower() for t in chain}
    if counted is not None and is_there_already(counted):
        return ()
    planned = is_planned(deed.anchor) or is_decided(deed.anchor, counted) or _is_ordered(deed)
    foreseen = bool(lemmas & _FEARING) or (planned and deed.action in _SUFFERED)  # nobody plans a flight
    may = any(t.lower_ in ("could", "might", "may") for verb in chain for t in children(verb, rel.AUXILIARY))
    held = () if counted is None else children(counted, rel.PARTICIPLE_CLAUSE)  # "the gunmen thought to be in Pemba"
    guessed = any(it.lemma_.lower() in _GUESSING for it in held) or bool(lemmas & _GUESSING)
    guessed = guessed or "estimated" in quantity.words.lower() or _by_estimate(deed.anchor)
    if (denied := denial(deed.anchor)) is not None:
        return (StatusMark(Status.DENIED, span, denied.by),)
    said = next(sources_of(deed.anchor), None)  # "..., and 500 of them fled, Moscow claimed"
    if lemmas & _CLAIMING or (said is not None and said.word.lemma_.lower() in _CLAIMING):
        found = Status.CLAIMED
    elif lemmas & PROMISING or (lemmas & _WILLING and deed.action in (Action.ACCEPT, Action.HOST, Action.DEPLOY)):
        found = Status.PLEDGED
    elif (planned and not foreseen) or mood(deed.anchor, counted) is Mood.WANTED:
        found = Status.PLANNED
    elif foreseen or may or guessed:
        found = Status.ESTIMATED
    else:
        return ()
    return (StatusMark(found, span),)


def basis(people: Counted, deed: Deed, statuses: Sequence[StatusMark], dated: Timing) -> Basis:
    """What kind of figure it is."""
    firm = statuses[0].status if statuses else Status.REPORTED
    above = {t.lemma_.lower() for t in (deed.anchor, *frames(deed.anchor))}
    can = any(t.lower_ in ("can", "could") for t in children(deed.anchor, rel.AUXILIARY))
    if deed.action in (Action.ACCEPT, Action.HOST) and (can or above & (_WILLING | _CAPACITIES)):
        return Basis.CAPACITY
    beside = people.head.head if people.head.dep_ == rel.PREPOSITION_OBJECT else None
    if beside is not None and (beside.head.lemma_.lower() in _CAPACITIES or is_shelter_for(people.head)):
        return Basis.CAPACITY  # "room for 500 refugees", "a shelter for 500 refugees"
    if firm in (Status.PLANNED, Status.PLEDGED):
        return Basis.PLAN
    bound = dated.expression.bound if dated.expression is not None else None
    running = bound is Bound.SINCE or dated.as_of is not None or _since(deed.anchor)
    if deed.action in (Action.PRESENT, Action.HOST) or (_is_state(people, deed) and not running):
        return Basis.STOCK
    is_told = firm is not Status.ESTIMATED and people.population is not Population.TROOPS
    running = running or (is_told and _is_cumulative(deed, dated))
    if running or any(t.lower_ in _TOTALS for t in deed.anchor.subtree) or _so_far(deed.anchor):
        return Basis.TOTAL
    return Basis.ESTIMATE if firm is Status.ESTIMATED else Basis.EVENT


def _is_ordered(deed: Deed) -> bool:
    """ "Ordered the call-up of 500 reservists"; who is ordered out of a town goes."""
    return deed.action is Action.UNSTATED and deed.anchor.lemma_.lower() == "order"


def _by_estimate(verb: "Token") -> bool:
    """ "By some estimates", "according to estimates"."""
    leads = [t for part in children(verb, rel.PREPOSITION) for t in (part, *children(part, rel.PREPOSITION))]
    return any(t.lemma_.lower() == "estimate" for part in leads for t in children(part, rel.PREPOSITION_OBJECT))


def _is_cumulative(deed: Deed, dated: Timing) -> bool:
    """ "Has taken in 5,000 refugees", "5,000 people fled this year": counted from some beginning up to now."""
    if dated.expression is not None:
        period = dated.expression.period
        return isinstance(period, CalendarUnit) and period.ahead == 0 and period.unit in (Unit.MONTH, Unit.YEAR)
    return deed.anchor.tag_ == "VBN" and any(
        t.lower_ in ("has", "have", "'ve", "’ve") for t in children(deed.anchor, rel.AUXILIARY)
    )


def _is_state(people: Counted, deed: Deed) -> bool:
    """ "3 million people are displaced", "refugees are registered": what holds now, not what happened."""
    verb = deed.anchor
    if deed.action is Action.UNSTATED and people.population is Population.TROOPS:
        beside = (
            people.head.dep_ == rel.PREPOSITION_OBJECT and people.head.head.lower_ == "with"
        )  # "the army, with 5,000 soldiers"
        lasting = verb.tag_ == "VBG" and any(
            t.lemma_ == "be" for t in children(verb, rel.AUXILIARY)
        )  # "were fighting beside"
        if beside or lasting:
            return True
    now = [t for t in (verb, *children(verb, rel.AUXILIARY, rel.PASSIVE_AUXILIARY)) if t.tag_ in ("VBP", "VBZ")]
    holds = deed.action is Action.UNSTATED or (deed.action is Action.DISPLACE and verb.tag_ != "VBG")
    return holds and any(t == verb or t.lemma_ == "be" for t in now)


def _since(verb: "Token") -> bool:
    """ "since the war began", "since the coup"."""
    return any(
        t.lower_ == "since"
        for clause in (verb, *children(verb, rel.ADVERBIAL_CLAUSE))
        for t in children(clause, rel.PREPOSITION, rel.MARKER)
    )


def _so_far(verb: "Token") -> bool:
    text = " ".join(t.lower_ for t in verb.subtree)
    return "so far" in text or "to date" in text
