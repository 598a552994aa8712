"""Figures that stand for the people of the figure before them, and for what was told of those. Three kinds:

gapped      "Poland hosts 900,000 refugees, Slovakia 140,000"     other people, in the place that is named
compared    "200,000 are sheltering there, down from 300,000"     the same at another time
recounted   "The mayor put the figure at 900"                     the same people, counted by somebody else
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.people import Counted
from geo.claims.syntax import child, children, objects, subject
from geo.model import Population

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_COMPARED = frozenset([("down", "from"), ("up", "from"), ("compared", "with"), ("compared", "to")])
_AGAINST = "against"
_COMPARING = {_AGAINST, *(first for first, _ in _COMPARED)}
_COUNTS = frozenset("number total figure estimate tally count".split())
_PUTTING = frozenset("put give place estimate set revise correct".split())
_REVISED = frozenset("correct revise lower raise cut reduce".split())
_LISTING = frozenset({",", ";", "and", "while"})


def borrowed(figure: "Tokens", before: Counted | None) -> Counted | None:
    """Who ``figure`` counts, with the deed told of ``before``; None where it does not lean on that figure."""
    if before is None or before.done is None or before.population is Population.HOUSING:
        return None
    same = Counted(figure.root, before.tokens, before.population, done=before.done)
    if before.done.anchor.sent == figure.sent:
        if (name := _gapped(figure)) is not None:
            return replace(same, beside=name)
        if is_compared(figure):
            return replace(same, compared=True)
    return same if _recounted(figure.root) else None


def is_compared(figure: "Tokens") -> bool:
    """Whether a figure is of another time, to compare with: "down from 300,000", "against 65,000 last year"."""
    before = [t.lower_ for t in figure.doc[max(figure.sent.start, figure.start - 2) : figure.start]]
    return before[-1:] == [_AGAINST] or tuple(before) in _COMPARED


def comparison(sentence: "Tokens") -> int | None:
    """The index of the token from which on ``sentence`` speaks of another time."""
    for token in sentence[:-1]:
        if token.lower_ in _COMPARING:
            after = token.nbor()
            number = after.like_num or (after.i + 1 < sentence.end and after.nbor().like_num)
            if (token.lower_, after.lower_) in _COMPARED or (token.lower_ == _AGAINST and number):
                return token.i
    return None


def _gapped(figure: "Tokens") -> "Token | None":
    """The name in ", Slovakia 140,000": a place with a figure and no verb, in a list."""
    doc, begin = figure.doc, figure.sent.start
    at = figure.start - 1
    if at <= begin or doc[at].ent_type_ not in ("GPE", "LOC") or doc[at].pos_ != "PROPN":
        return None
    first = at
    while first > begin and (doc[first - 1].pos_ == "PROPN" or doc[first - 1].lower_ == "the"):
        first -= 1
    ends = figure.end == figure.sent.end or doc[figure.end].is_punct or doc[figure.end].lower_ in _LISTING
    return doc[at] if ends and first > begin and doc[first - 1].lower_ in _LISTING else None


def _recounted(root: "Token") -> bool:
    """ "Put the figure at 900", "gave 900 as its number", "was corrected to 900"."""
    if root.dep_ == "dobj" and root.head.lemma_.lower() == "give":
        return any(p == "as" and _is_count(noun) for holder in (root.head, root) for p, noun in objects(holder))
    if root.dep_ != "pobj":
        return False
    preposition, verb = root.head.lower_, root.head.head
    if verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head  # "much lower, at about 900"
    word = verb.lemma_.lower()
    if word in _REVISED and preposition == "to":
        told = child(verb, "nsubjpass", "dobj")
        return told is not None and (_is_count(told) or told.lemma_.lower() == "report")
    if word in _PUTTING and preposition == "at":
        return any(_is_count(noun) for noun in children(verb, "dobj", "nsubjpass"))
    stands = word in ("stand", "be") and preposition == "at"
    doer = subject(verb) if stands else None
    return doer is not None and _is_count(doer)


def _is_count(noun: "Token") -> bool:
    """ "The figure", "its number": of nobody else, as "the number of wounded" is."""
    return noun.lemma_.lower() in _COUNTS and not any(p == "of" for p, _ in objects(noun))
