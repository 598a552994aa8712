"""A passage together with what is known of it: the place names in it, the date of its article, the gazetteer."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Article, Place, Span, Toponym
from geo.places.antecedents import antecedent
from geo.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COUNTRY = frozenset("country nation republic state kingdom emirate island neighbour neighbor homeland".split())


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
    """One passage in its article, with all passages and toponyms of the article around it."""

    article: Article
    passage: Passage
    mentions: tuple[Mention, ...]
    passages: Sequence[Passage]
    toponyms: tuple[Toponym, ...]
    gazetteer: Gazetteer
    owners: Mapping[str, str] = field(default_factory=dict)
    """Place id of a base -> the country or group whose it is, as the article says anywhere."""

    @property
    def published(self) -> date | None:
        return self.article.published

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

    def country_name(self, code: str) -> str:
        country = self.gazetteer.country(code)
        return country.name if country is not None else code

    def described(self, noun: "Token", *, excluding: Set[str] = frozenset()) -> Place | None:
        """The country that a definite description means ("the country", "the landlocked republic"), or its capital.

        ``excluding`` are the codes of countries that the words around rule out.
        """
        opening, kind = self.doc[noun.left_edge.i], noun.lemma_.lower()
        is_country = kind in _COUNTRY or bool(
            self.gazetteer.countries_of_epithet(self.doc[opening.i + 1 : noun.i + 1].text)
        )
        if opening.lower_ not in ("the", "that", "this") or not (is_country or kind == "capital"):
            return None
        country = antecedent(
            self.span([opening, noun]), self.passages, self.toponyms, self.gazetteer,
            text=self.article.text, excluding=excluding,
        )  # fmt: skip
        if country is not None and kind == "capital":
            return self.gazetteer.capital_of(country.country or "")
        return country

    def span(self, tokens: Sequence["Token"]) -> Span:
        """The article's span from the first of ``tokens`` to the last."""
        return self.passage.span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def settings(
    article: Article, passages: Sequence[Passage], toponyms: tuple[Toponym, ...], gazetteer: Gazetteer
) -> Iterator[Setting]:
    """Each passage with the toponyms that stand in it; ``toponyms`` are in reading order."""
    for passage in passages:
        yield Setting(article, passage, tuple(_mentions(passage, toponyms)), passages, toponyms, gazetteer)


def _mentions(passage: Passage, toponyms: tuple[Toponym, ...]) -> Iterator[Mention]:
    if not passage.text:
        return
    whole = passage.span(0, len(passage.text))
    begin = bisect_left(toponyms, whole.start, key=lambda t: t.span.start)
    inside = list(takewhile(lambda t: t.span.start < whole.end, islice(toponyms, begin, None)))
    tokens = [passage.span(t.idx, t.idx + len(t)) for t in passage.doc] if inside else []
    for toponym in inside:
        first = bisect_right(tokens, toponym.span.start, key=lambda span: span.end)
        stop = bisect_left(tokens, toponym.span.end, lo=first, key=lambda span: span.start)
        if first < stop:
            yield Mention(toponym, first, stop)
