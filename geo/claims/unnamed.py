"""Figures without a noun: whether the words around one say that it is the number of somebody.

Of a place ("Uganda is at 1.9 million"), of a force ("the garrison stands at 900"), of a count ("the total passed
7,000"), of whoever a verb is told of ("900 had crossed").
"""

from typing import TYPE_CHECKING

from geo.claims.elliptic import is_interrupted
from geo.claims.people import is_known, is_nation
from geo.claims.syntax import SUBJECTS, children, governor, subject
from geo.claims.topic import Topic, speaks
from geo.claims.words import topics

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_PLACES = ("GPE", "LOC", "FAC", "NORP")
_INSIDE = frozenset("nummod quantmod compound amod nmod".split())


def is_number_of_somebody(figure: "Tokens") -> bool:
    """Whether the words around a bare figure are of a place, a force, a count, or of people."""
    if _is_aged(figure):
        return False
    root = figure.root
    beside = root.dep_ == "appos" and has_people(root.head)
    return beside or _follows_its_owner(figure) or _is_of_them(figure) or _acts(figure) or _is_what_somebody_has(figure)


def _is_what_somebody_has(figure: "Tokens") -> bool:
    """ "Their tally climbed past 9,000", "brings the population to 7,000", "on its strength are 900"."""
    root, verb = figure.root, governor(figure.root)
    if verb is None or not (root.pos_ in ("NUM", "NOUN") or "strong" in figure.text):
        return False
    counted = [t for t in children(verb, "dobj") if t != root]
    if root.dep_ == "pobj" and root.head.lower_ in ("to", "at") and any(map(has_people, counted)):
        return True
    doer = subject(verb)
    if doer is None:
        return root.dep_ == "attr"
    counts = verb.lemma_.lower() in topics.STANDING | topics.ROOM
    return doer.ent_type_ == "GPE" or (counts and (doer.pos_ == "PRON" or has_people(doer)))


def _is_aged(figure: "Tokens") -> bool:
    """ "His mother, 17, said", "a girl under 15": no number of people."""
    if figure.text.lower().startswith(("under ", "over ")) and len(figure[-1].text) == 2:
        return True
    beside = [t.text for t in figure.doc[max(0, figure.start - 1) : figure.end + 1] if t.text == ","]
    return len(beside) == 2 and len(figure.text) == 2


def _follows_its_owner(figure: "Tokens") -> bool:
    """ "Nepal (450)", "Uganda is at 1.9 million", "a company of 130", "Kenya 400"."""
    before = figure.doc[max(figure.sent.start, figure.start - 3) : figure.start]
    words = [t for t in before if not t.is_punct and t.pos_ not in ("ADP", "DET", "PART", "CCONJ")]
    if not words:
        return False
    listed = words[-1].pos_ == "PROPN" and (before[-1].text in ("(", ":") or before[-1] == words[-1])
    return has_people(words[-1]) or (listed and len(figure.text) > 2)


def _acts(figure: "Tokens") -> bool:
    """ "The 16,000 taking part", "900 had crossed", "1,400 flew": a verb is told of the figure itself."""
    root, verb = figure.root, figure.root.head
    after = figure.doc[figure.end] if figure.end < figure.sent.end else None
    if after is not None and (after.lower_ in ("who", "aboard") or after.pos_ == "AUX"):
        return True
    undergoes = root.dep_ == "dobj" and verb.lemma_.lower() in topics.TAKEN_OUT
    return root.dep_ in SUBJECTS or undergoes or next(children(root, "acl"), None) is not None


def is_of_a_count(root: "Token") -> bool:
    """ "Put the figure at 900": of what was counted just before, or of something else."""
    verb = governor(root)
    return verb is not None and any(t.lemma_.lower() in ("figure", "number", "total") for t in verb.children)


def has_people(noun: "Token") -> bool:
    word = noun.lemma_.lower()
    if word == "population":  # of a camp, not of a town
        return any(speaks(t, Topic.UPROOTED) or is_nation(t) or t.ent_type_ == "NORP" for t in noun.subtree)
    return (
        word in topics.COUNTS | topics.FORCES | topics.ROOM
        or (noun.ent_type_ in _PLACES and noun.pos_ in ("PROPN", "NOUN"))
        or (noun.pos_ in ("NOUN", "PROPN") and (is_known(noun) or is_nation(noun)))
    )


def counts_things(figure: "Tokens") -> bool:
    """True where a noun of no people follows, or one that the figure is a share or a part of."""
    after = [t.lower_ for t in figure.doc[figure.end : min(figure.end + 2, figure.sent.end)]]
    is_more = after[:1] == ["more"] or figure.text.endswith(" more")
    if is_more and is_interrupted(figure.root):
        return True
    if _is_of_them(figure) or after in (["a", "day"], ["a", "week"]):
        return False
    return noun_of(figure) is not None or (after[:1] == ["of"] and after != ["of", "their"])


def _is_of_them(figure: "Tokens") -> bool:
    """ "900 of them", "9,000 of the 13,500"."""
    after = figure.doc[figure.end : min(figure.end + 3, figure.sent.end)]
    if len(after) < 3 or after[0].lower_ != "of":
        return False
    return after[1].lower_ == "them" or (after[2].like_num and after[2].dep_ != "nummod")


def noun_of(figure: "Tokens") -> "Token | None":
    """The noun that the figure is hung on, or that follows it."""
    above = figure.root
    while above.dep_ in _INSIDE and above.head != above and above.head.sent == figure.sent:
        above = above.head
        if above.i >= figure.end and above.pos_ in ("NOUN", "PROPN"):
            return above
    for token in figure.doc[figure.end : min(figure.end + 3, figure.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            return token.head if token.dep_ == "compound" and token.head.i > token.i else token
        if token.pos_ != "ADJ":
            return None
    return None
