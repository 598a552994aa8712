"""A passage together with what is known of it: the place names in it, the date of its article, the gazetteer."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from geo.articles.kinds import BlockKind
from geo.grammar import relations as rel
from geo.language import Passage
from geo.lexicon.senses import sense
from geo.model import Article, Place, PlaceKind, Span, Toponym
from geo.places.antecedents import antecedent
from geo.places.gazetteer import Gazetteer
from geo.places.lexicon import KIND_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TOWNS = sense("setting: towns")
_PARTS = sense("setting: parts")
_CAMPS = sense("setting: camps")
_NEAR = 2
"""Passages in which "there" has its place: its own and the one before."""
_THOSE = ("those", "these", "both")
_FEW = ("two", "three", "four")
_STAYED_AT = frozenset(PlaceKind) - {PlaceKind.BORDER, PlaceKind.RIVER}
"""Kinds of place that "there" can mean."""
_LAST_NAMES = 12
"""Names before "the camp" among which it has its own."""
_OPENING = 40
_CALLED_BY = ("of", "at", "in", "called", "named")
_CODE = 3
"""Letters of an abbreviation at most, which is no dateline."""
_COUNTRY = sense("setting: country")
_DEFINITE = frozenset({"the", "that", "this"})
_OF_OWN = frozenset({"their", "his", "her", "its", "our", "my"})
_WIDER = {PlaceKind.PROVINCE: frozenset({PlaceKind.PROVINCE, PlaceKind.REGION})}
_KINDS: Mapping[str, frozenset[PlaceKind]] = {
    **{word: _WIDER.get(kind, frozenset({kind})) for word in _TOWNS | _PARTS for kind in [KIND_WORDS[word]]},
    **dict.fromkeys(("country", "nation", "state"), frozenset({PlaceKind.COUNTRY})),
    **dict.fromkeys(("camp", "site"), frozenset({PlaceKind.SITE})),
    "district": frozenset({PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.CITY}),  # many bear the name of their town
}
"""What "those towns" can mean."""


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
        """The country that a definite description means ("the country", "their homeland"), or its capital.

        ``excluding`` are the codes of countries that the words around rule out.
        """
        opening, kind = self.doc[noun.left_edge.i], noun.lemma_.lower()
        is_country = kind in _COUNTRY or bool(
            self.gazetteer.countries_of_epithet(self.doc[opening.i + 1 : noun.i + 1].text)
        )
        if opening.lower_ not in (_DEFINITE | _OF_OWN if is_country else _DEFINITE):
            return None
        if kind in _TOWNS | _PARTS:
            bare = all(
                t.dep_ in (rel.DETERMINER, rel.ADJECTIVE, rel.RELATIVE_CLAUSE, rel.PUNCTUATION) for t in noun.children
            )
            return self.main_place(opening, _KINDS[kind]) if bare else None
        if kind in _CAMPS:
            return self._last_called(noun, kind)
        if not (is_country or kind == "capital"):
            return None
        own = opening.lower_ in _OF_OWN
        country = antecedent(
            self.span([opening, noun]), self.passages, self.toponyms, self.gazetteer,
            text=self.article.text, excluding=frozenset() if own else excluding, of_people=own,
        )  # fmt: skip
        if country is not None and kind == "capital":
            return self.gazetteer.capital_of(country.country or "")
        island = self.main_place(opening, {PlaceKind.REGION}) if kind == "island" else None
        return island or country

    def _last_called(self, noun: "Token", kind: str) -> Place | None:
        """What "the camp" means: the last place before that is called one by name: "Example camp", "the camp of"."""
        if any(t.dep_ in (rel.COMPOUND, rel.ADJECTIVE, rel.PREPOSITION) for t in noun.children):
            return None  # "the second camp", "the camp in the hills"
        text = self.article.text
        stop = bisect_left(self.toponyms, self.span([noun]).start, key=lambda t: t.span.start)
        for toponym in reversed(self.toponyms[max(0, stop - _LAST_NAMES) : stop]):
            last = toponym.text.split()[-1].lower()
            first, end = toponym.span.start, toponym.span.end
            after = text[end : end + len(kind) + 1].strip().lower()
            before = text[max(0, first - _OPENING) : first].lower().split()
            if kind in (last, after) or (len(before) > 1 and before[-2] == kind and before[-1] in _CALLED_BY):
                return toponym.place
        return None

    def several(self, noun: "Token") -> tuple[Place, ...]:
        """What "those towns", "the two provinces" mean: places of the kind that one sentence before names."""
        kinds = _KINDS.get(noun.lemma_.lower())
        opening = noun.left_edge
        counted = opening.lower_ == "the" and self.doc[opening.i + 1].lower_ in _FEW
        if kinds is None or noun.tag_ != "NNS" or not (counted or opening.lower_ in _THOSE):
            return ()
        passages = [p for p in self.passages if p.text and p.span(0, 1).start <= self.span([noun]).start]
        sentences = [(p, s) for p in passages[-_NEAR:] for s in p.doc.sents]
        for passage, sentence in reversed(sentences):
            within = passage.span(sentence.start_char, sentence.end_char)
            found = {p.id: p for p in self._named_in(within) if p.kind in kinds}
            if len(found) > 1 and within.end <= self.span([noun]).start:
                return tuple(found.values())
        return ()

    def main_place(self, token: "Token", kinds: Set[PlaceKind]) -> Place | None:
        """What "the city" at ``token`` means: the one named before in its sentence, or in the one before; else that of
        headline and lead, or where the report was filed."""
        sentence = self.span([token.sent[0], token])
        lead = next((p for p in self.passages if p.text and p.kind is BlockKind.PROSE), self.passage)
        top = lead.span(0, len(lead.text)).end
        first = token.sent.start
        last = self.doc[first - 1].sent if first else None
        before = [self.span([last[0], last[-1]])] if last is not None else []
        spans = (sentence, *before, Span(0, min(top, sentence.start)))
        found = next((place for span in spans if (place := self._only_one(span, kinds)) is not None), None)
        filed = self.filed_from if found is None else None
        return filed if filed is not None and filed.kind in kinds else found

    @property
    def filed_from(self) -> Place | None:
        """The place of the dateline: of "TRIPOLI, Lebanon (AP) —" Tripoli."""
        for passage in self.passages:
            if not passage.text or passage.kind is BlockKind.TITLE:
                continue
            begin = passage.span(0, 1).start
            at = bisect_left(self.toponyms, begin, key=lambda t: t.span.start)
            first = self.toponyms[at] if at < len(self.toponyms) else None
            if first is not None and first.span.start == begin and first.text.isupper() and len(first.text) > _CODE:
                return first.place
            if passage.kind is BlockKind.PROSE:
                break
        return None

    def pointed(self, word: "Token") -> Place | None:
        """What "here" and "there" mean: "here" is where the report was filed, where it says so."""
        filed = self.filed_from if word.lower_ == "here" else None
        return filed if filed is not None else self.last_place(word)

    def last_place(self, token: "Token") -> Place | None:
        """What "there" at ``token`` means: the only place that its passage, or the one before, names up to it.

        Of a town and a border it is the town.
        """
        here = self.span([token]).start
        for passage in reversed([p for p in self.passages if p.text and p.span(0, 1).start <= here][-_NEAR:]):
            whole = passage.span(0, len(passage.text))
            within = Span(whole.start, min(whole.end, here))
            for kinds in (frozenset(PlaceKind), _STAYED_AT):
                if (found := self._only_one(within, kinds)) is not None:
                    return found
        return None

    def _only_one(self, within: Span, kinds: Set[PlaceKind]) -> Place | None:
        """The place of one of ``kinds`` named within a span, but for a dateline; None where there are two."""
        found = {place.id: place for place in self._named_in(within) if place.kind in kinds}
        return next(iter(found.values())) if len(found) == 1 else None

    def _named_in(self, within: Span) -> Iterator[Place]:
        """The places that a span names, but for a dateline."""
        begin = bisect_left(self.toponyms, within.start, key=lambda t: t.span.start)
        stop = bisect_left(self.toponyms, within.end, key=lambda t: t.span.start)
        for toponym in self.toponyms[begin:stop]:
            if toponym.place is not None and toponym.literal and not toponym.text.isupper():
                yield toponym.place

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
    tokens = [passage.span(t.idx, t.idx + len(t)) for t in passage.tokens] if inside else []
    for toponym in inside:
        first = bisect_right(tokens, toponym.span.start, key=lambda span: span.end)
        stop = bisect_left(tokens, toponym.span.end, lo=first, key=lambda span: span.start)
        if first < stop:
            yield Mention(toponym, first, stop)
