"""An article as it is read: its sentences, each in its passage, the places that it names, its turns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.articles.kinds import BlockKind
from geo.claims.frames.calling import called
from geo.claims.frames.surroundings import Surroundings, topic
from geo.claims.sentences import Sentences
from geo.claims.setting import Setting, settings
from geo.claims.slots.named_times import NamedTimes
from geo.claims.slots.naming import Names, names
from geo.claims.turns import Turns, turns
from geo.claims.who import with_site_owners
from geo.language import Passage
from geo.model import Article, Toponym
from geo.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

TOLD = (BlockKind.PROSE, BlockKind.CAPTION, BlockKind.ROW, BlockKind.HEADING)
"""Kinds of blocks whose figures are claims; a headline's figure is the story's, told again."""
_DATING = 3
"""Sentences before a figure that may date it."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article with what is asked of it as a whole; sentences are numbered in reading order."""

    article: Article
    sentences: Sentences
    turns: Turns
    names: Names
    times: NamedTimes
    topic: Mapping[str, float]
    called: Mapping[str, float]

    def before(self, at: int) -> list["Tokens"]:
        """The sentences before sentence ``at`` that may date it, the nearest last."""
        return [sentence for _, sentence in self.sentences[max(0, at - _DATING) : at]]

    def around(self, at: int) -> Surroundings:
        after = self.after(at)
        return Surroundings(
            self.sentences[at - 1][1] if at else None,
            after[1] if after is not None else None,
            self.topic,
            self.called,
        )

    def number_of(self, anchor: "Token", at: int) -> int:
        """The sentence that ``anchor`` stands in: ``at``, or one before where the deed is told there."""
        for number in range(at, max(-1, at - 2), -1):
            sentence = self.sentences[number][1]
            if sentence.doc is anchor.doc and sentence.start <= anchor.i < sentence.end:
                return number
        return at

    def after(self, at: int) -> "tuple[Setting, Tokens] | None":
        """The sentence after sentence ``at``, with its passage."""
        return self.sentences[at + 1] if at + 1 < len(self.sentences) else None


def story(article: Article, passages: Sequence[Passage], toponyms: tuple[Toponym, ...], gazetteer: Gazetteer) -> Story:
    """The story of ``article``, whose parsed ``passages`` and place names are given."""
    scenes = with_site_owners(list(settings(article, [p for p in passages if p.text], toponyms, gazetteer)))
    sentences = Sentences((setting, sentence) for setting in scenes for sentence in setting.doc.sents)
    spans = [sentence for _, sentence in sentences]
    return Story(
        article,
        sentences,
        turns(sentences),
        names(sentences, toponyms),
        NamedTimes(sentences),
        topic(spans),
        called(spans),
    )
