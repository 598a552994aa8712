"""From a figure to the people it counts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.people import ARMED, CONTAINERS, NOUNS, SEEKERS, UPROOTED
from geo.claims.syntax import child, children, phrase, words
from geo.model import Population

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEFT_OUT = frozenset({"poss", "case", "punct", "relcl", "acl", "appos", "cc", "conj", "predet", "preconj", "neg"})
_NUMBER = frozenset({"nummod", "quantmod", "det"})
_PARTS = ("of",)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a figure counts. ``population`` is None where only the action can tell (people, families)."""

    head: "Token"
    words: str
    population: Population | None


def counted(doc: "Doc", start: int, end: int) -> Counted | None:
    """The people counted by the figure at characters ``start`` to ``end``; None where it counts no people."""
    figure = doc.char_span(start, end, alignment_mode="expand")
    if figure is None:
        return None
    head = _head(doc, figure.start, figure.end)
    if head is None or not (_known(head) or _is_nation(head)):
        return None
    population = _population(head)
    if head.lemma_.lower() in CONTAINERS and population is None:
        return None
    inside = range(figure.start, figure.end)
    kept = [t for t in _described(head) if t.i not in inside and t.dep_ not in _NUMBER]
    return Counted(head, words(kept), population)


def _head(doc: "Doc", first: int, stop: int) -> "Token | None":
    """The noun after the figure: by the parse, and where that is broken, the next noun on its right."""
    root = doc[first:stop].root
    above = root
    while above.dep_ in ("nummod", "quantmod", "amod", "compound", "nmod", "det", "advmod", "npadvmod", "poss") and (
        above.head is not above
    ):
        above = above.head
        if above.i >= stop and above.pos_ in ("NOUN", "PROPN", "ADJ") and (_known(above) or _is_nation(above)):
            return above
    if (of := child(root, "prep")) is not None and of.lower_ in _PARTS and (noun := child(of, "pobj")) is not None:
        return noun
    for token in doc[stop : min(stop + 5, len(doc))]:
        if _known(token) or (_is_nation(token) and not _modifies(token)):
            return token
        if token.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "SCONJ") and token.lower_ not in ("of", "and", "-"):
            return None
    return None


def _modifies(token: "Token") -> bool:
    return token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i


def _known(token: "Token") -> bool:
    return (token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and token.lemma_.lower() in NOUNS) or _is_seeker(token)


def _is_seeker(token: "Token") -> bool:
    return token.lemma_.lower() == "seeker" and any(t.lower_ in SEEKERS for t in token.subtree)


def _is_nation(token: "Token") -> bool:
    """A people named by its country: "500 Syrians"."""
    return token.ent_type_ == "NORP" and token.lower_.endswith("s") and token.pos_ in ("NOUN", "PROPN")


def _population(head: "Token") -> Population | None:
    lemma = head.lemma_.lower()
    around = {t.lower_ for t in phrase(head)} | {t.lemma_.lower() for t in phrase(head)}
    if _is_seeker(head):
        return Population.ASYLUM_SEEKERS
    if any(t.lemma_.lower() in UPROOTED for t in children(head, "amod", "acl", "compound")):
        return Population.DISPLACED
    if "refugee" in around and lemma not in CONTAINERS:
        return Population.REFUGEES
    if (named := NOUNS.get(lemma)) is not None:
        return named
    if (lemma in CONTAINERS or lemma == "man") and around & (ARMED - {lemma}):
        return Population.TROOPS
    return None


def _described(head: "Token") -> list["Token"]:
    """The noun with what describes it, without owners and clauses: "members of the security forces"."""
    found = [head]
    for part in head.children:
        if part.dep_ in _LEFT_OUT:
            continue
        if part.dep_ == "prep":
            if part.lower_ == "of" and head.lemma_.lower() in CONTAINERS:
                found.append(part)
                found.extend(t for target in children(part, "pobj") for t in _with_article(target))
        elif part.i < head.i:
            found.extend(_described(part))
    return sorted(found, key=lambda t: t.i)


def _with_article(noun: "Token") -> list["Token"]:
    """The phrase of ``noun``; where its owner is left out, the owner's article stays ("the [nation's] forces")."""
    articles = [t for owner in children(noun, "poss") for t in children(owner, "det")]
    return articles + _described(noun)
