"""Who says so where the figure's own clause does not tell: a choice among those who speak beside it, and nobody.

What the grammar of the clause, its quotation or its sentence says (``geo.claims.voices``) is never overruled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.choice import trained
from geo.claims.setting import Setting
from geo.claims.voices import Voice, voices
from geo.lexicon.speech import BODIES, PERSONS
from geo.model import Attribution, Panel

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_BACK, _ON = 3, 2
"""Sentences before and after a figure whose speakers may be its."""
SURE = 0.7
"""How probable a speaker must be to be given."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose clause names no speaker: in sentence ``at``, told by ``anchor``."""

    at: int
    anchor: "Token"
    panel: Panel


@dataclass(frozen=True, slots=True)
class Candidate:
    """A voice of sentence ``at``; None is nobody."""

    at: int
    voice: Voice | None


def candidates(asked: Asked, sentences: Sequence[tuple[Setting, "Tokens"]]) -> list[Candidate]:
    """Nobody, and every voice from three sentences before to two after."""
    found = [Candidate(asked.at, None)]
    for at in range(max(0, asked.at - _BACK), min(len(sentences), asked.at + _ON + 1)):
        found += [Candidate(at, voice) for voice in voices(at, sentences)]
    return found


def features(
    candidate: Candidate, asked: Asked, among: Sequence[Candidate], sentences: Sequence[tuple[Setting, "Tokens"]]
) -> dict[str, float]:
    """What is known of ``candidate`` as the speaker of the figure."""
    return dict.fromkeys(_all(candidate, asked, among, sentences), 1.0)


def _all(
    candidate: Candidate, asked: Asked, among: Sequence[Candidate], sentences: Sequence[tuple[Setting, "Tokens"]]
) -> Iterator[str]:
    offs = {c.at - asked.at for c in among if c.voice is not None}
    quoted = any(t.is_quote for t in sentences[asked.at][1])
    if candidate.voice is None:
        yield "nobody"
        yield f"nobody & {asked.panel}"
        yield f"nobody, quoted {quoted}"
        yield f"nobody, {min(len(offs), 3)} speak"
        for off in offs:
            yield f"nobody, one {off}"
        return
    off = candidate.at - asked.at
    same = sentences[candidate.at][0].passage is sentences[asked.at][0].passage
    speaker, word = candidate.voice.source.speaker, candidate.voice.source.word
    kind = "person" if speaker.ent_type_ == "PERSON" or speaker.lemma_.lower() in PERSONS else "other"
    kind = "body" if speaker.lemma_.lower() in BODIES or speaker.ent_type_ == "ORG" else kind
    yield f"off {off}"
    yield f"off {off}, same passage {same}"
    yield f"off {off}, quoted {quoted}"
    yield f"off {off}, {kind}"
    yield f"kind {kind}"
    yield f"word {word.lemma_.lower()}"
    yield f"tense {asked.anchor.tag_}, off {off}"
    if off == 0:
        yield "right" if speaker.i > asked.anchor.i else "left"
    nearer = any(
        0 <= other - asked.at < off or off < other - asked.at <= 0 for other in (c.at for c in among if c.voice)
    )
    yield f"nearest {not nearer}"


def choose(asked: Asked, sentences: Sequence[tuple[Setting, "Tokens"]]) -> tuple[Attribution, float] | None:
    """The likeliest speaker and how probable that is; None where nobody is the likeliest."""
    among = candidates(asked, sentences)
    if len(among) == 1:
        return None
    chances = trained("speaker").likeliest([features(c, asked, among, sentences) for c in among])
    best = max(range(len(among)), key=lambda at: (chances[at], -at))
    voice = among[best].voice
    return None if voice is None or chances[best] < SURE else (voice.attribution, round(chances[best], 3))
