"""How firmly a figure stands: its basis, and what the article says for and against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.modality import denial
from geo.claims.setting import Setting
from geo.claims.syntax import children, frames, objects, phrase, subject, words
from geo.claims.when import Bound, TimeExpression
from geo.model import Action, Basis, Quantity, Span, Status, StatusMark

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WILLING = frozenset("ready willing prepared able".split())
_PROMISING = frozenset("pledge promise offer vow commit agree undertake guarantee".split())
_PLANNING = frozenset(
    "plan intend expect aim schedule prepare propose consider hope project order approve authorise authorize threaten "
    "decide".split()
)
_CLAIMING = frozenset("claim allege boast".split())
_GUESSING = frozenset("estimate believe think reckon project".split())
_CAPACITIES = frozenset("capacity room space ability bed build design mean intend".split())
_TOTALS = frozenset("total overall cumulatively altogether".split())

_UNDOING = frozenset(
    "backtrack retract rescind withdraw reverse revoke recant cancel scrap shelve abandon renege".split()
)
_BACKING = frozenset("walk row roll go step".split())
_PROMISES = frozenset("pledge promise offer plan commitment statement remark figure number claim".split())
_DENYING = frozenset("deny dismiss reject refute rebut".split())
_DISPUTING = frozenset("dispute contest question challenge doubt".split())
_CLAIMS = frozenset("claim figure number report statement allegation assertion account estimate toll count".split())
_REACH = 4
"""Sentences after a claim in which "that pledge" still means it."""


def first_status(quantity: Quantity, deed: Deed, sentence: "Tokens", setting: Setting) -> tuple[StatusMark, ...]:
    """The status that the claim's own sentence gives it; empty where it is simply reported."""
    span = setting.passage.span(sentence.start_char, sentence.end_char)
    told = [deed.anchor, *frames(deed.anchor)]
    lemmas = {t.lemma_.lower() for t in told}
    if (denied := denial(deed.anchor)) is not None:
        return (StatusMark(Status.DENIED, span, denied.by),)
    if lemmas & _CLAIMING:
        return (StatusMark(Status.CLAIMED, span),)
    if lemmas & _PROMISING or (lemmas & _WILLING and deed.action in (Action.ACCEPT, Action.HOST, Action.DEPLOY)):
        return (StatusMark(Status.PLEDGED, span),)
    if _is_planned(told):
        return (StatusMark(Status.PLANNED, span),)
    may = any(t.lower_ in ("could", "might", "may") for verb in told for t in children(verb, "aux"))
    if may or "estimated" in quantity.words.lower() or lemmas & _GUESSING:
        return (StatusMark(Status.ESTIMATED, span),)
    return ()


def basis(deed: Deed, statuses: Sequence[StatusMark], expression: TimeExpression | None) -> Basis:
    """What kind of figure it is."""
    firm = statuses[0].status if statuses else Status.REPORTED
    above = {t.lemma_.lower() for t in (deed.anchor, *frames(deed.anchor))}
    can = any(t.lower_ in ("can", "could") for t in children(deed.anchor, "aux"))
    if deed.action in (Action.ACCEPT, Action.HOST) and (can or above & (_WILLING | _CAPACITIES)):
        return Basis.CAPACITY
    if firm in (Status.PLANNED, Status.PLEDGED):
        return Basis.PLAN
    running = (expression is not None and expression.bound is Bound.SINCE) or _since(deed.anchor)
    if deed.action in (Action.PRESENT, Action.HOST) or (_is_state(deed) and not running):
        return Basis.STOCK
    if running or any(t.lower_ in _TOTALS for t in deed.anchor.subtree) or _so_far(deed.anchor):
        return Basis.TOTAL
    return Basis.ESTIMATE if firm is Status.ESTIMATED else Basis.EVENT


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb that undoes, denies or disputes something, in sentence number ``at`` of the article."""

    at: int
    span: Span
    verb: "Token"
    target: "Token"

    @property
    def lemma(self) -> str:
        return self.verb.lemma_.lower()

    @property
    def undoes(self) -> bool:
        return self.lemma in _UNDOING | _BACKING and self.target.lemma_.lower() in _PROMISES

    @property
    def contradicts(self) -> bool:
        return self.lemma in _DENYING | _DISPUTING and self.target.lemma_.lower() in _CLAIMS


def turns(sentences: Sequence[tuple[Setting, "Tokens"]]) -> tuple[Turn, ...]:
    """Every place in an article where a promise is undone or a claim contradicted."""
    found = [
        Turn(at, setting.passage.span(sentence.start_char, sentence.end_char), verb, target)
        for at, (setting, sentence) in enumerate(sentences)
        for verb, target in _moves(sentence)
    ]
    return tuple(turn for turn in found if turn.undoes or turn.contradicts)


def later_statuses(
    first: tuple[StatusMark, ...], source: str | None, at: int, found: Sequence[Turn]
) -> tuple[StatusMark, ...]:
    """What the rest of the article does to the claim in sentence ``at``: pledges walked back, claims denied."""
    is_promise = bool(first) and first[-1].status in (Status.PLEDGED, Status.PLANNED)
    for turn in found:
        if turn.undoes and is_promise and 0 <= turn.at - at <= _REACH:
            return (*first, StatusMark(Status.WITHDRAWN, turn.span))
        if turn.contradicts and _is_meant(_owner(turn.target), source, near=0 <= turn.at - at <= 1):
            status = Status.DENIED if turn.lemma in _DENYING else Status.DISPUTED
            return (*first, StatusMark(status, turn.span, _doer(turn.verb)))
    return first


def _owner(claim: "Token") -> set[str]:
    return {t.lower_ for o in children(claim, "poss") for t in phrase(o) if t.dep_ not in ("case", "det")}


def _moves(sentence: "Tokens") -> Iterator[tuple["Token", "Token"]]:
    """(verb, what it undoes or denies)."""
    for verb in sentence:
        lemma = verb.lemma_.lower()
        if lemma in _BACKING and not any(t.lower_ == "back" for t in verb.children):
            continue
        if lemma in _UNDOING | _BACKING | _DENYING | _DISPUTING and verb.pos_ == "VERB":
            for target in (*children(verb, "dobj", "nsubjpass"), *(t for p, t in objects(verb) if p in ("on", "from"))):
                yield verb, target
            for inner in children(verb, "prep"):  # "dismissed as a lie the claim": the object may hang on "as"
                for target in inner.subtree:
                    if target.dep_ == "dobj" and target.head != verb:
                        yield verb, target


def _is_meant(owner: set[str], source: str | None, *, near: bool) -> bool:
    """True where a denied "claim" is the one at hand: its owner is the source, or it follows close upon it."""
    if owner and source:
        return bool(owner & set(source.lower().split()))
    return near and not owner and source is not None


def _doer(verb: "Token") -> str | None:
    doer = subject(verb)
    return words(phrase(doer)) if doer is not None and doer.pos_ != "PRON" else None


def _is_planned(told: Sequence["Token"]) -> bool:
    deed = told[0]
    if any(t.lower_ in ("will", "'ll", "shall", "would") for verb in told for t in children(verb, "aux")):
        return True
    above = {t.lemma_.lower() for t in told[1:] if t.pos_ != "NOUN"}
    about_to = deed.dep_ == "xcomp" and deed.head.lemma_.lower() in ("due", "set", "go", "be")
    awaited = deed.tag_ == "VBN" and deed.lemma_.lower() in ("expect", "plan", "schedule", "project")
    return about_to or awaited or bool(above & _PLANNING) or "plan" in {t.lemma_.lower() for t in told}


def _is_state(deed: Deed) -> bool:
    """ "3 million people are displaced", "refugees are registered": what holds now, not what happened."""
    verb = deed.anchor
    now = [t for t in (verb, *children(verb, "aux", "auxpass")) if t.tag_ in ("VBP", "VBZ")]
    holds = deed.action is Action.UNSTATED or (deed.action is Action.DISPLACE and verb.tag_ != "VBG")
    return holds and any(t == verb or t.lemma_ == "be" for t in now)


def _since(verb: "Token") -> bool:
    """ "since the war began", "since the coup"."""
    return any(
        t.lower_ == "since" for clause in (verb, *children(verb, "advcl")) for t in children(clause, "prep", "mark")
    )


def _so_far(verb: "Token") -> bool:
    text = " ".join(t.lower_ for t in verb.subtree)
    return "so far" in text or "to date" in text
