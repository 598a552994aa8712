"""A passage together with what is known of it: the place names in it, the date of its article, the gazetteer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Place, Span, Toponym
from geo.places.descriptions import antecedent
from geo.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym in a passage, by token index: ``doc[first:stop]``."""

    toponym: Toponym
    first: int
    stop: int

    @property
    def place(self) -> Place | None:
        return self.toponym.place


@dataclass(frozen=True, slots=True)
class Setting:
    """One passage in its article."""

    passage: Passage
    mentions: tuple[Mention, ...]
    toponyms: tuple[Toponym, ...]
    published: date | None
    gazetteer: Gazetteer
    owners: Mapping[str, str] = field(default_factory=dict)
    """Place id of a base -> the country or group whose it is, as the article says anywhere."""

    @property
    def doc(self) -> "Doc":
        return self.passage.doc

    def mention(self, token: "Token") -> Mention | None:
        """The longest place name that covers ``token``."""
        covering = [m for m in self.mentions if m.first <= token.i < m.stop]
        return max(covering, key=lambda m: m.stop - m.first, default=None)

    def place(self, place_id: str | None) -> Place | None:
        """A place that the article names, or a country, by id."""
        named = (t.place for t in self.toponyms if t.place is not None and t.place.id == place_id)
        return next(named, None)

    def described(self, noun: "Token") -> Place | None:
        """The country that a definite description means: "the country", "the landlocked republic"."""
        words = self.doc[noun.left_edge.i : noun.i + 1].text
        return antecedent(words, self.passage.span(noun.idx, noun.idx + len(noun)).start, self.toponyms, self.gazetteer)

    def span(self, tokens: Sequence["Token"]) -> Span:
        """The article's span from the first of ``tokens`` to the last."""
        return self.passage.span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def settings(
    passages: Sequence[Passage], toponyms: tuple[Toponym, ...], published: date | None, gazetteer: Gazetteer
) -> Iterator[Setting]:
    """Each passage with the toponyms that stand in it."""
    for passage in passages:
        yield Setting(passage, tuple(_mentions(passage, toponyms)), toponyms, published, gazetteer)


def _mentions(passage: Passage, toponyms: tuple[Toponym, ...]) -> Iterator[Mention]:
    if not passage.text:
        return
    whole = passage.span(0, len(passage.text))
    inside = [toponym for toponym in toponyms if whole.holds(toponym.span)]
    for toponym in inside:
        covered = [t.i for t in passage.doc if toponym.span.overlaps(passage.span(t.idx, t.idx + len(t)))]
        if covered:
            yield Mention(toponym, covered[0], covered[-1] + 1)
