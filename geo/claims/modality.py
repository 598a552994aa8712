"""Deeds that the text does not tell as facts: denied, negated, demanded, supposed, promised, planned."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.grammar import child, children, frames, phrase, subject, words
from geo.grammar import relations as rel
from geo.lexicon.deeds import BRACING
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNDONE = sense("modality: undone")
_DEMANDED = sense("modality: demanded")
_OUGHT = sense("modality: ought")
_SUPPOSED = sense("modality: supposed")
_DENYING = sense("modality: denying")
_REPORTS = sense("modality: reports")
PROMISING = sense("modality: promising")
_PLANNING = sense("modality: planning")
_AWAITED = sense("modality: awaited")
_DUE = sense("modality: due")
_COMING = sense("modality: coming")
_FALSE = sense("modality: false")


def is_unreal(deed: "Token") -> bool:
    """True where nobody says that it was, is or will be done: negated, refused, demanded, supposed."""
    chain = [deed, *frames(deed)]
    for token in chain:
        lemma = token.lemma_.lower()
        if any(t.dep_ == rel.NEGATION for t in token.children) and token.pos_ in ("VERB", "AUX", "ADJ"):
            return True
        if any(t.lower_ in _OUGHT for t in children(token, rel.AUXILIARY)) or _is_supposed(token):
            return True
        if lemma == "seek" and token == deed:  # "sought refuge": that was done
            continue
        if token.pos_ in ("VERB", "NOUN") and lemma in _UNDONE | _DEMANDED and child(token, rel.PARTICLE) is None:
            return True
    return deed.dep_ == rel.OPEN_COMPLEMENT and any(
        t.lower_ == "yet" for t in children(deed.head, rel.ADVERB)
    )  # "have yet to"


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


def is_planned(deed: "Token") -> bool:
    """True where it has not happened yet: "will send", "plans to send", "is to send", "approved the dispatch of"."""
    chain = told(deed)
    if any(
        t.lower_ in ("will", "'ll", "’ll", "shall", "would") for verb in chain for t in children(verb, rel.AUXILIARY)
    ):
        return True
    above = {t.lemma_.lower() for t in chain[1:] if t.pos_ != "NOUN"}
    about_to = deed.dep_ == rel.OPEN_COMPLEMENT and deed.head.lemma_.lower() in _DUE
    about_to = about_to or any(t.lower_ in _COMING for t in children(deed, rel.PREDICATE_ADJECTIVE))  # "are due in"
    awaited = (deed.tag_ == "VBN" and deed.lemma_.lower() in _AWAITED) or deed.lemma_.lower() in BRACING
    awaited = awaited or (deed.pos_ == "NOUN" and deed.dep_ == rel.OBJECT and deed.head.lemma_.lower() == "announce")
    awaited = awaited or any(t.lemma_.lower() == "mean" and t.tag_ == "VBN" for t in chain[1:])  # "is meant to reach"
    return (
        about_to or awaited or bool(above & _PLANNING) or bool({"plan", "proposal"} & {t.lemma_.lower() for t in chain})
    )


def lies_ahead(verb: "Token") -> bool:
    """True where a date beside ``verb`` lies in the future: what is planned or promised in the infinitive."""
    return is_planned(verb) or any(t.lemma_.lower() in PROMISING for t in frames(verb) if verb.tag_ == "VB")


def _is_supposed(verb: "Token") -> bool:
    return any(t.lower_ in _SUPPOSED for t in children(verb, rel.MARKER))
