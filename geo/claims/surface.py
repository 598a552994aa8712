"""Who speaks as the surface tells: nouns beside a verb of saying, however the parse hangs them."""

from itertools import takewhile
from typing import TYPE_CHECKING

from geo.claims.source import MISTAKEN
from geo.grammar import child, children, is_verb, phrase
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import PERSONS, SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMMAS = frozenset(",;-–—\"”’'»")
_QUOTES = frozenset("\"”’'»")
_AFTER_QUOTATIONS = sense("surface: after quotations")
_NOUNS = ("NOUN", "PROPN")
_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART")
_IN_NAMES = (*_NOMINAL, "ADP", "CCONJ", "PUNCT")
_FINITE = ("VBD", "VBZ", "VBP")
_ENDED = (*_FINITE, "VBN")
_TIMES = ("DATE", "TIME")


def is_aside(verb: "Token") -> bool:
    """Whether a verb of saying stands between commas or last in what it tells: "5,000 fled, a nurse told reporters"."""
    if (
        verb.lemma_.lower() not in SAYING
        or not is_verb(verb)
        or child(verb, rel.CLAUSAL_COMPLEMENT, rel.CONJUNCTION) is not None
    ):
        return False
    speaker = child(verb, rel.SUBJECT) or beside(verb) or named_apart(verb)
    first = min((t.i for t in phrase(speaker, clauses=True)), default=verb.i) if speaker is not None else verb.i
    return speaker is not None and verb.head.i < first and verb.doc[first - 1].text in _COMMAS


def is_verb_at_the_end(token: "Token") -> bool:
    """Whether the tagger took a verb for a noun: "..., the agency reports." """
    is_whole = token.dep_ in (rel.ROOT, rel.CLAUSAL_COMPLEMENT)
    return token.pos_ == "NOUN" and token.lemma_.lower() in SAYING and is_whole and (
        child(token, rel.CLAUSAL_COMPLEMENT) is not None
    )  # fmt: skip


def beside(verb: "Token") -> "Token | None":
    """The noun right before or after a verb of saying that stands between commas, however the parse hangs them."""
    doc, end = verb.doc, verb.sent.end
    if (noun := after_a_mark(verb)) is not None:
        return noun
    if verb.tag_ not in _FINITE:  # "..., saying refugees, mostly women, had fled"
        return None
    if (head := between_marks(verb)) is not None:
        return head
    if (head := _titled(verb)) is not None:
        return head
    last = verb.i
    while last + 1 < end and doc[last + 1].pos_ in _NOMINAL:
        last += 1
    after = last
    while (
        after + 1 < end and doc[after + 1].pos_ in _IN_NAMES and not doc[after + 1].is_punct
    ):  # "an officer of the 5th"
        after += 1
    closes = after + 1 >= end or doc[after + 1].is_punct or doc[after + 1].tag_ == "VBN"  # "a nurse reached by phone"
    opens = verb.i > verb.sent.start and doc[verb.i - 1].text in _COMMAS
    is_doer = doc[last].pos_ in _NOUNS and doc[last].ent_type_ not in _TIMES  # ", a mayor, said Friday"
    return doc[last] if last > verb.i and opens and closes and is_doer else None


def after_a_mark(verb: "Token") -> "Token | None":
    """The noun right before ``verb`` where only its own words stand between it and a mark: ", a farmer said"."""
    doc, start = verb.doc, verb.sent.start
    left = verb.i - 1
    while left > start and doc[left].pos_ == "ADV":
        left -= 1
    first = left
    while first > start and doc[first - 1].pos_ in _NOMINAL:
        first -= 1
    if left < start or doc[left].pos_ not in _NOUNS or first == start:
        return None
    mark = doc[first - 1].text  # the parse may take '", the office announced' for a participle
    return doc[left] if mark in (_COMMAS if verb.tag_ in _FINITE else _QUOTES) and verb.tag_ in _ENDED else None


def before(verb: "Token") -> "Token | None":
    """The speaker of ", the UN estimates", which the parse takes for a noun of the verb's own phrase."""
    return next(
        (t for t in children(verb, *MISTAKEN) if t.i == verb.i - 1 and t.pos_ in ("NOUN", "PROPN", "ADJ")), None
    )


def right_before(verb: "Token") -> "Token | None":
    """The noun right before a verb of saying that has no doer in the parse: "On Sunday the ministry said that 500"."""
    if verb.tag_ not in _FINITE or verb.dep_ == rel.CONJUNCT or verb.i == verb.sent.start:
        return None
    noun = verb.nbor(-1)
    if noun.pos_ not in _NOUNS or noun.ent_type_ in _TIMES or child(verb, rel.CLAUSAL_COMPLEMENT) is None:
        return None
    return noun.head if noun.dep_ == rel.CONJUNCT else noun


def nearest(speaker: "Token", verb: "Token") -> "Token":
    """Of two subjects of a parenthesis ("The army, its spokesman said, has sent") the one beside the verb.

    A dateline ("CITY, Country (AP) - The ministry said") is often parsed as the subject: the noun after it is meant.
    """
    doers = [t for t in children(verb, rel.SUBJECT) if t.pos_ != "NUM"] or [speaker]
    after = [t for t in children(speaker, rel.APPOSITION) if speaker.text.isupper() and t.i > speaker.i]
    if verb.i and verb.nbor(-1).text == ",":  # "EXA, the disaster agency, said": an aside, and no dateline before it
        after = []
    return doers[-1] if doers[-1] != speaker or not after else after[-1]


def _titled(verb: "Token") -> "Token | None":
    """The title of ", a spokesman, Jean Example, said", the body of ", the agency, an arm of the UN, said"."""
    doc, start = verb.doc, verb.sent.start
    if verb.i - 2 <= start or doc[verb.i - 1].text != ",":
        return None
    name = doc[verb.i - 2]
    title = name.head
    first = title.left_edge.i
    named = name.dep_ == rel.APPOSITION and name.pos_ in _NOUNS and title.pos_ in _NOUNS and title.i < name.i
    return title if named and first > start and doc[first - 1].text in _COMMAS else None


def named_apart(verb: "Token") -> "Token | None":
    """The name in ", Jean Example, the mayor, said" or ", the mayor, Jean Example, said", whatever the parse sees."""
    start = verb.sent.start
    if verb.i == start or verb.nbor(-1).text != "," or verb.tag_ not in _FINITE:
        return None
    near = _between(verb.nbor(-1), start)
    far = _between(verb.doc[near[0].i - 1], start) if near and near[0].i > start else []
    doer = child(verb, rel.SUBJECT)
    if not far or far[0].i == start or verb.doc[far[0].i - 1].text not in _COMMAS:
        return None
    if doer is not None and doer.i >= far[0].i:
        return None
    for name, title in ((far, near), (near, far)):
        if all(t.pos_ == "PROPN" for t in name) and any(t.lemma_.lower() in PERSONS for t in title):
            titled = name[-1].dep_ == rel.APPOSITION and name[-1].head in title
            return name[-1].head if titled else name[-1]
    return None


def _between(mark: "Token", start: int) -> list["Token"]:
    """The words of one name that fill what stands between ``mark`` and the mark before it; none where others do."""
    words = list(takewhile(lambda t: t.text not in _COMMAS, reversed(mark.doc[start : mark.i])))
    return words[::-1] if all(t.pos_ in _IN_NAMES for t in words) and mark.text == "," else []


def between_marks(verb: "Token") -> "Token | None":
    """The head of a name that fills what stands between a comma and ``verb``: ", the Organisation for X (OX) said"."""
    doc, start = verb.doc, verb.sent.start
    first = verb.i
    while first - 1 > start and doc[first - 1].pos_ in _IN_NAMES and doc[first - 1].text not in _COMMAS:
        first -= 1
    if first >= verb.i - 1 or doc[first - 1].text not in _COMMAS or first - 1 <= start:
        return None
    inside = range(first, verb.i)
    return next((doc[i] for i in inside if doc[i].pos_ in _NOUNS and doc[i].head.i not in inside), None)


def closes_quotation(verb: "Token") -> bool:
    """Whether ``verb`` and its subject stand right after a closing mark: '"They came at night", Example continued.'"""
    speaker = child(verb, rel.SUBJECT)
    if speaker is None or verb.lemma_.lower() not in _AFTER_QUOTATIONS:
        return False
    first = min(speaker.left_edge.i, verb.i)
    return any(t.text in _QUOTES for t in verb.doc[max(0, first - 2) : first])
