"""Who the article says said it; nobody is the outlet's own voice."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from geo.claims.setting import Setting
from geo.claims.syntax import child, children, clause_heads, is_verb, objects, phrase, subject, words
from geo.model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYING = frozenset(
    "say tell report announce claim state add estimate declare confirm warn note insist allege assert acknowledge "
    "admit reveal reply explain maintain argue write tweet post quote suggest indicate stress predict believe "
    "expect".split()
)
_PRONOUNS = frozenset("he she they it who that which".split())
_MEDIUM = frozenset("agency news wire outlet newspaper daily broadcaster channel network website".split())


def attribution(token: "Token", setting: Setting) -> Attribution | None:
    """The source of the clause that ``token`` stands in."""
    for speaker, chain in _speakers(token):
        named = [_name(noun) for noun in (speaker, *chain)]
        if named[0]:
            return Attribution(tuple(name for name in named if name), setting.span(phrase(speaker)))
    return None


def _speakers(token: "Token") -> Iterator[tuple["Token", list["Token"]]]:
    """(speaker, whom the speaker cites) around ``token``, nearest first."""
    for verb in clause_heads(token):
        for target in _according(verb):
            yield target, _cited(verb)
        if verb.lemma_.lower() in SAYING and not _is_doer(token, verb):
            speaker = child(verb, "nsubj")
            if speaker is not None and speaker.lower_ in ("who", "which", "that"):
                speaker = subject(verb)
            if speaker is not None and speaker.pos_ != "PRON":
                yield speaker, _cited(verb)
            elif (agent := next((t for p, t in objects(verb) if p == "by"), None)) is not None:
                yield agent, []
    claim = next((t for t in token.ancestors if t.lemma_.lower() == "claim" and t.pos_ == "NOUN"), None)
    if claim is not None:
        doers = (child(t, "nsubj") for t in claim.ancestors if is_verb(t))
        claimant = child(claim, "poss") or next((doer for doer in doers if doer is not None), None)
        if claimant is not None:
            yield claimant, []


def _according(verb: "Token") -> Iterator["Token"]:
    for part in children(verb, "prep"):
        for to in children(part, "prep") if part.lower_ == "according" else ():
            yield from children(to, "pobj")


def _cited(verb: "Token") -> list["Token"]:
    """ "X reported, citing Y"."""
    return [
        target
        for clause in children(verb, "advcl", "acl", "xcomp", "prep")
        if clause.lemma_.lower() == "cite"
        for target in children(clause, "dobj", "pobj")
    ]


def _is_doer(token: "Token", verb: "Token") -> bool:
    """True where ``token`` is the one who speaks: "500 soldiers said"."""
    speaker = child(verb, "nsubj")
    return speaker is not None and (speaker == token or speaker.is_ancestor(token))


def _name(noun: "Token") -> str:
    """The source as printed; a news medium by its name alone ("the news agency Example" is Example)."""
    if noun.lower_ in _PRONOUNS:
        return ""
    parts = phrase(noun)
    if noun.lemma_.lower() in _MEDIUM:  # however the parse hangs the name, it stands right after
        parts = list(takewhile(lambda t: t.pos_ == "PROPN", noun.doc[noun.i + 1 :])) or parts
    if noun.pos_ == "PROPN" and any(t.lower_ in _MEDIUM for t in parts):
        parts = [t for t in parts if t.pos_ == "PROPN"]
    return words([t for t in parts if not (t.dep_ == "case" and t.head == noun)])
