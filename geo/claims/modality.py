"""Deeds that the text does not tell as facts: denied, negated, demanded, supposed, promised; plans are in ``plans``."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.claims.already import is_there_already
from geo.grammar import child, children, frames, phrase, subject, words
from geo.grammar import relations as rel
from geo.lexicon.people import NOUNS
from geo.lexicon.senses import sense
from geo.model import Population

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNDONE = sense("modality: undone")
_HALTING = sense("modality: halting")
DEMANDED = sense("modality: demanded")
_OUGHT = sense("modality: ought")
_SUPPOSED = sense("modality: supposed")
_DENYING = sense("modality: denying")
_REPORTS = sense("modality: reports")
_CALLED_ON = ("on", "upon")
_DEFINITE = ("the", "these", "those")
PROMISING = sense("modality: promising")
_FALSE = sense("modality: false")


class Mood(StrEnum):
    """Whether what is told was done, as far as the words that frame it say."""

    TOLD = "told"
    WANTED = "wanted"
    """Somebody wants or needs it for these people, or they ought to: "wants 3,500 peacekeepers", "200 must leave"."""
    UNDONE = "undone"
    """These people did not do it, or were kept from it: "300 have not left", "prevented 300 from crossing"."""
    UNREAL = "unreal"
    """It is supposed, asked of somebody else, or was not done by others: "if 500 came", "did not send 500"."""


def is_unreal(deed: "Token") -> bool:
    """True where nobody says that it was, is or will be done, whoever it is done to."""
    return mood(deed, None) is not Mood.TOLD


def mood(deed: "Token", counted: "Token | None") -> Mood:
    """The mood of ``deed``, which the ``counted`` do or which is done to them."""
    if counted is not None and is_there_already(counted):
        return Mood.TOLD
    below: Token | None = None
    for token in (deed, *frames(deed)):
        if counted is not None and token != deed and _is_taken_for_granted(counted, deed, token):
            return Mood.TOLD
        found = _mood_of(token, below, deed, counted)
        if found is Mood.UNREAL and counted is not None and _is_of_their_own(counted, deed):
            return Mood.UNDONE
        if found is not Mood.TOLD:
            return found
        below = token
    if deed.dep_ == rel.OPEN_COMPLEMENT and any(t.lower_ == "yet" for t in children(deed.head, rel.ADVERB)):
        return _undone(deed.head, counted)  # "have yet to"
    return Mood.TOLD


def _is_taken_for_granted(counted: "Token", deed: "Token", above: "Token") -> bool:
    """Whether a deed is told of people who are there anyway, whatever the words ``above`` make of what is done to them:
    "food must reach the 900 people sheltering in"."""
    definite = any(t.lower_ in _DEFINITE or t.dep_ == rel.POSSESSOR for t in counted.children)
    return definite and (deed == counted or counted.is_ancestor(deed)) and above.is_ancestor(counted)


def _is_of_their_own(counted: "Token", deed: "Token") -> bool:
    """Whether somebody is to do something with soldiers whom he has, all of them by the words: "asked Chad to withdraw
    its 900 soldiers" has them there still. What would only bring people elsewhere tells of nobody (``undone``)."""
    owned = any(t.dep_ == rel.POSSESSOR for t in counted.children) and child(counted, rel.NUMBER) is not None
    are_soldiers = NOUNS.get(counted.lemma_.lower()) is Population.TROOPS
    return owned and are_soldiers and any(counted == it for it in children(deed, rel.OBJECT, rel.PASSIVE_SUBJECT))


def _mood_of(token: "Token", below: "Token | None", deed: "Token", counted: "Token | None") -> Mood:  # noqa: PLR0911
    """What ``token`` makes of ``deed``, which it is or frames; ``below`` is the next word on the way down to it."""
    lemma = token.lemma_.lower()
    if any(t.dep_ == rel.NEGATION for t in token.children) and token.pos_ in ("VERB", "AUX", "ADJ"):
        return _undone(token, counted)
    if any(t.lower_ in _OUGHT for t in children(token, rel.AUXILIARY)):
        return Mood.WANTED if counted is not None and _does(counted, token) else Mood.UNREAL
    if _is_supposed(token):
        return Mood.UNREAL
    if token.pos_ not in ("VERB", "NOUN") or child(token, rel.PARTICLE) is not None:
        return Mood.TOLD
    if below is not None and below.dep_ == rel.CONJUNCT and below.tag_ in ("VBN", "VBD"):
        return Mood.TOLD  # "blocked roads and forced"
    if lemma in _UNDONE:
        return Mood.TOLD if token == deed and lemma in _HALTING and counted is not None else _undone(token, counted)
    if lemma in DEMANDED and not (lemma == "seek" and token == deed):  # "sought refuge": that was done
        return _wanted(token, below, deed, counted)
    return Mood.TOLD


def _wanted(token: "Token", below: "Token | None", deed: "Token", counted: "Token | None") -> Mood:
    """What a demand makes of a deed: asked of somebody else, nobody says that it will be done."""
    if counted is None:
        return Mood.UNREAL
    if token == deed:
        return Mood.TOLD if _does(counted, token) else Mood.WANTED  # "have asked for asylum"; "called for 500 soldiers"
    on = [
        it
        for to in children(token, rel.PREPOSITION)
        if to.lower_ in _CALLED_ON
        for it in children(to, rel.PREPOSITION_OBJECT)
    ]
    asked = [
        *on,
        *children(token, rel.OBJECT, rel.DATIVE),
        *(children(below, *rel.SUBJECTS) if below is not None else ()),
    ]
    if any(it != counted and counted not in it.subtree for it in asked):
        return Mood.UNREAL
    return Mood.WANTED


def _does(counted: "Token", verb: "Token") -> bool:
    return any(counted in it.subtree for it in children(verb, *rel.SUBJECTS))


def _undone(token: "Token", counted: "Token | None") -> Mood:
    """What a negation or a refusal makes of a deed: others did not do it, or the counted did not."""
    theirs = counted is not None and any(_is_among(counted, it) for it in children(token, *rel.SUBJECTS, rel.OBJECT))
    return Mood.UNDONE if theirs else Mood.UNREAL


def _is_among(counted: "Token", phrase: "Token") -> bool:
    """Whether the counted are the head of a phrase or part of it, with no clause between."""
    for token in (counted, *counted.ancestors):
        if token == phrase:
            return True
        if token.pos_ in ("VERB", "AUX"):
            return False
    return False


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial in the deed's own sentence; ``by`` is None where it is the speaker's own."""

    by: str | None


def denial(deed: "Token") -> Denial | None:
    """ "X denies having sent", "X dismissed reports that ... sent", "there is no truth in reports that"."""
    through_report = False
    for token in frames(deed):
        lemma = token.lemma_.lower()
        if lemma in _DENYING or (through_report and lemma in {"dismiss", "reject", "rebut"}):
            doer = subject(token)
            return Denial(words(phrase(doer)) if doer is not None and doer.pos_ != "PRON" else None)
        false = any(
            t.lower_ in _FALSE
            for t in children(token, rel.PREDICATE_ADJECTIVE, rel.OBJECT_PREDICATE, rel.PREDICATE_NOUN, rel.ADJECTIVE)
        )
        if (through_report and false) or (lemma == "truth" and any(t.lower_ == "no" for t in token.children)):
            return Denial(None)
        through_report = through_report or lemma in _REPORTS
    return None


def told(deed: "Token") -> list["Token"]:
    """``deed`` and the words that frame it, nearest first; a deed that is itself a decision frames what it decides."""
    return [deed, *frames(deed)]


def _is_supposed(verb: "Token") -> bool:
    return any(t.lower_ in _SUPPOSED for t in children(verb, rel.MARKER))
