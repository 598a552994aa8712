"""A source, and what it is called: the noun of who speaks, and the words that the article has for it."""

from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from geo.grammar import child, children, is_hyphen, is_verb, phrase, words
from geo.grammar import relations as rel
from geo.lexicon.speech import BODIES, MEDIUM, PERSONS

if TYPE_CHECKING:
    from spacy.tokens import Token

MISTAKEN = (rel.COMPOUND, rel.ADJECTIVE)
"""What the parse takes a speaker for that stands right before a verb of saying."""
_TIMES = ("DATE", "TIME")
_APART = frozenset(',;:()–—"“”')


@dataclass(frozen=True, slots=True)
class Source:
    """The noun of who speaks, the nouns of those whom the speaker cites, and the word that says so."""

    speaker: "Token"
    cited: tuple["Token", ...]
    word: "Token"


def named(noun: "Token") -> str:
    """The source as printed, with its own name where that stands beside it ("the mayor, Jean Example", "a body (OX)").

    A news medium goes by its name alone ("the news agency Example" is Example).
    """
    parts = [*phrase(noun), *_title(noun)]
    if noun.dep_ in MISTAKEN and noun.i == noun.head.i - 1 and is_verb(noun.head):
        parts = [t for t in noun.head.lefts if t.dep_ in (rel.DETERMINER, *MISTAKEN)]
    # "On Sunday Example Press said": the day is no part of the name.
    parts = list(dropwhile(lambda t: t.ent_type_ == "DATE" and t.dep_ == rel.COMPOUND, parts))
    after = list(takewhile(lambda t: t.pos_ == "PROPN", noun.doc[noun.i + 1 :]))
    if noun.lemma_.lower() in MEDIUM and after:  # however the parse hangs the name, it stands right after
        parts = after
    elif any(t.text in MEDIUM - {"agency"} for t in parts) and child(noun, rel.POSSESSOR) is None:
        parts = _proper(parts)
    elif after and child(noun, rel.APPOSITION) is not None and (noun.pos_ == "NOUN" or noun.lemma_.lower() in PERSONS):
        parts += after  # "its spokesman Jean Example", "Captain Jean Example": the name is no aside
    elif (name := child(noun, rel.APPOSITION)) is not None and name.pos_ == "PROPN" and parts[0].tag_ == "PRP$":
        parts = phrase(name)  # "Their spokesman, Jean Example, said"
    else:
        parts = _joined(_whole(parts, noun), noun)
        name_beside = _beside(parts[-1], noun)
        return f"{words(parts)}, {words(name_beside)}" if name_beside else words([*parts, *_bracketed(parts[-1])])
    return words([t for t in parts if not (t.dep_ == rel.CASE and t.head == noun)])


def _title(noun: "Token") -> list["Token"]:
    """The title right after what it is of, where the parse takes it for an aside: "the armed forces chief of staff"."""
    title = next((t for t in children(noun, rel.APPOSITION) if t.i == noun.i + 1), None)
    return phrase(title) if title is not None and title.pos_ == "NOUN" and title.lemma_.lower() in PERSONS else []


def _whole(parts: list["Token"], noun: "Token") -> list["Token"]:
    """The part of a phrase that ``noun`` stands in: no aside after a comma; "border and coast guards" is one."""
    first = last = noun
    mine = {t.i for t in parts}
    for token in reversed(noun.doc[parts[0].i : noun.i]):
        if token.text in _APART:
            break
        first = token if token.i in mine else first
    for token in noun.doc[noun.i + 1 : parts[-1].i + 1]:
        if token.text in _APART or (is_verb(token) and token.i not in mine):
            break
        last = token if token.i in mine else last
    if last.dep_ == rel.CASE and last.head == noun:
        last = noun
    return [*noun.doc[first.i : noun.i + 1], *_untimed(list(noun.doc[noun.i + 1 : last.i + 1]))]


def _untimed(after: list["Token"]) -> list["Token"]:
    """The words after a speaker without when it was said: "said the minister in Example on Monday"."""
    kept = list(after)
    while kept and kept[-1].ent_type_ in _TIMES:
        kept.pop()
    while len(kept) < len(after) and kept and kept[-1].pos_ in ("ADP", "SCONJ"):
        kept.pop()
    return kept


def _joined(parts: list["Token"], noun: "Token") -> list["Token"]:
    """``parts`` with those who say it as well: "a monitor and activists"; nobody who is counted."""
    last = parts[-1]
    for head in (noun, last):
        for other in children(head, rel.CONJUNCT):
            own = phrase(other)
            joined = other.i > last.i + 1 and own[0].i == last.i + 2 and last.nbor().dep_ == rel.CONJUNCTION
            if joined and other.pos_ in ("NOUN", "PROPN") and not any(t.like_num for t in own):
                return [*parts, last.nbor(), *_whole(own, other)]
    return parts


def _beside(last: "Token", noun: "Token") -> list["Token"]:
    """The name in apposition right after a title, with a comma or none: "the mayor of Example, Jean Example"."""
    doc = noun.doc
    if noun.pos_ != "NOUN" and noun.lemma_.lower() not in PERSONS | BODIES:
        return []
    after = last.i + 2 if last.i + 1 < len(doc) and doc[last.i + 1].text == "," else last.i + 1
    for head in (noun, last):
        for name in children(head, rel.APPOSITION):
            if name.pos_ == "PROPN" and name.left_edge.i == after and (head == noun or name.ent_type_ == "PERSON"):
                return _whole(phrase(name), name)
    return []


def _bracketed(last: "Token") -> list["Token"]:
    """The short name in brackets right after ``last``, with its brackets."""
    after = list(last.doc[last.i + 1 : last.i + 4])
    if [t.text for t in after[::2]] == ["(", ")"] and after[1].pos_ in ("PROPN", "NOUN") and after[1].text.isupper():
        return after
    return []


def _proper(parts: list["Token"]) -> list["Token"]:
    """The last name within a medium's phrase ("the Example news agency", "the English daily Example Post"); all of it
    where no name stands there."""
    before = list(dropwhile(lambda t: not _is_proper(t), reversed(parts)))
    name = list(takewhile(lambda t: _is_proper(t) or is_hyphen(t), before))[::-1]
    return list(dropwhile(is_hyphen, name)) or parts


def _is_proper(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.text not in MEDIUM
