"""Walking a parse: what hangs on a word, what a word hangs on, and the phrase that it heads."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.grammar import relations as rel

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset(
    {
        rel.RELATIVE_CLAUSE,
        rel.PARTICIPLE_CLAUSE,
        rel.ADVERBIAL_CLAUSE,
        rel.CLAUSAL_COMPLEMENT,
        rel.PARATAXIS,
        rel.PUNCTUATION,
        rel.CONJUNCTION,
        rel.CONJUNCT,
        rel.APPOSITION,
    }
)


def children(token: "Token", *labels: str) -> Iterator["Token"]:
    """What hangs on ``token`` as one of ``labels`` (``relations``), in reading order."""
    return (child for child in token.children if child.dep_ in labels)


def child(token: "Token", *labels: str) -> "Token | None":
    """The first of ``children``."""
    return next(children(token, *labels), None)


def is_verb(token: "Token") -> bool:
    """Whether ``token`` is a verb that tells a deed, auxiliaries among them."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ != rel.PREPOSITION  # "including" is no deed


def governor(token: "Token") -> "Token | None":
    """The nearest verb above ``token``."""
    return next((above for above in token.ancestors if is_verb(above)), None)


def clause_heads(token: "Token") -> Iterator["Token"]:
    """The verbs above ``token``, nearest first."""
    return (above for above in token.ancestors if is_verb(above))


def conjuncts(noun: "Token") -> Iterator["Token"]:
    """The nouns that ``noun`` is coordinated with, to its right."""
    for joined in children(noun, rel.CONJUNCT):
        if joined.pos_ in ("NOUN", "PROPN"):
            yield joined
            yield from conjuncts(joined)


def phrase(noun: "Token", *, clauses: bool = False) -> list["Token"]:
    """The noun phrase of ``noun`` in reading order, without clauses and appositions unless ``clauses``."""
    found = [noun]
    for part in noun.children:
        if clauses or part.dep_ not in _CLAUSES or is_hyphen(part):
            found.extend(phrase(part, clauses=clauses))
    return sorted(found, key=lambda t: t.i)


def is_hyphen(token: "Token") -> bool:
    """True inside a word ("Al-Nour", "MoRR/IOM"), not for a dash between words."""
    return (
        token.is_punct
        and not token.whitespace_
        and token.i > 0
        and not token.nbor(-1).whitespace_
        and (token.text in ("-", "‑", "/"))
    )


def words(tokens: list["Token"]) -> str:
    """The tokens as printed, one space where there was white space or where a word between them is left out.

    Of a word with hyphens all parts are printed, also those that the parse hangs elsewhere: "U-N peacekeepers".
    """
    printed: list[str] = []
    for at, token in enumerate(tokens):
        printed.append(token.text_with_ws)
        after = tokens[at + 1].i if at + 1 < len(tokens) else 0
        if after > token.i + 1:
            rest = _rest_of_word(token, after)
            printed += [t.text_with_ws for t in rest] or ([] if token.whitespace_ else [" "])
    return "".join(printed).strip()


def _rest_of_word(token: "Token", stop: int) -> list["Token"]:
    """What follows ``token`` within its word, up to ``stop``: nothing where no hyphen joins it to what follows."""
    if token.whitespace_ or not is_hyphen(token.nbor()):
        return []
    rest: list[Token] = []
    for part in token.doc[token.i + 1 : stop]:
        rest.append(part)
        if part.whitespace_:
            break
    return rest
