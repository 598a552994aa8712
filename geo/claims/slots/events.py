"""Events that people are counted since, and the words by which two sentences tell of the same one.

"War came to the province in October 2017. ... 575,000 people have fled since the conflict began": a war is later called
the conflict, the fighting, the crisis.
"""

from typing import TYPE_CHECKING

from geo.grammar import SUBJECTS, children, is_verb
from geo.grammar import relations as rel
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEGINNING = sense("events: beginning")
_SAME = (
    sense("events: war"),
    sense("events: invasion"),
    sense("events: coup"),
    sense("events: earthquake"),
    sense("events: flood"),
)
"""Words for one event."""
_CALLED = {word: min(words) for words in _SAME for word in words}


def counted_since(anchor: "Token") -> "Token | None":
    """The event that people are counted since and that the sentence does not date: "have fled since the war began"."""
    for token in anchor.sent:
        if token.lower_ != "since" or token.dep_ not in (rel.MARKER, rel.PREPOSITION):
            continue
        event = token.head if token.dep_ == rel.MARKER else next(token.children, None)
        if event is not None and event.pos_ in ("VERB", "NOUN", "AUX") and not any(t.is_digit for t in event.subtree):
            return event
    return None


def begins(time: "Token", event: "Token") -> bool:
    """Whether a ``time`` is that of the beginning of ``event``: "war came in October", "its outbreak in May"."""
    above = _above(time)
    is_beginning = any(t.lemma_.lower() in _BEGINNING for t in above)
    return is_beginning and not _kinds(event).isdisjoint(kind for each in above for kind in _kinds(each))


def _above(time: "Token") -> list["Token"]:
    return [t for t in time.ancestors if is_verb(t) or t.pos_ == "NOUN"][:2]


def _kinds(event: "Token") -> frozenset[str]:
    """What happens: by the word itself, by who or what does it, or by what it is the beginning of."""
    words = [event, *children(event, *SUBJECTS)]
    if event.lemma_.lower() in _BEGINNING:
        words += [t for of in children(event, rel.PREPOSITION) for t in children(of, rel.PREPOSITION_OBJECT)]
    lemmas = [word.lemma_.lower() for word in words if word.pos_ in ("NOUN", "VERB")]
    return frozenset(_CALLED.get(each, each) for each in lemmas if each in _CALLED or each not in _BEGINNING)
