"""All place names of an article, resolved: the one call that the rest of Dateline makes.

Toponyms may stand inside longer ones: "Afghanistan" inside "the border with Afghanistan" or "northern Afghanistan".
They are sorted by where they start, the longer first; who asks where something is takes the longest that holds it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Article, PlaceKind, Span, Toponym
from geo.places import borders, circles, regions, sites
from geo.places.antecedents import antecedent
from geo.places.gazetteer import Gazetteer
from geo.places.metonyms import is_literal
from geo.places.recognise import mentions
from geo.places.resolve import Resolved, country_votes, resolve

if TYPE_CHECKING:
    from spacy.tokens import Token


def toponyms(article: Article, passages: tuple[Passage, ...], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Every place name of ``article``. Spans count characters of ``article.text``."""
    found = mentions(passages, gazetteer)
    named = [
        Resolved(m.passage, m.first, m.last, place, is_literal(passages[m.passage].doc, m.first, m.last, place, gazetteer), why)
        for m, place, why in resolve(found, passages, gazetteer)
    ]
    plain = _toponyms(article, passages, named)

    def described(number: int, token: "Token", excluding: Set[str]) -> str | None:
        span = passages[number].span(token.idx, token.idx + len(token))
        country = antecedent(span, passages, plain, gazetteer, text=article.text, excluding=excluding)
        return country.country if country else None

    votes = country_votes(found, passages, gazetteer)
    return _toponyms(article, passages, [*named, *_more(passages, named, votes, described, gazetteer)])


def _toponyms(article: Article, passages: Sequence[Passage], named: Iterable[Resolved]) -> tuple[Toponym, ...]:
    out: dict[Span, Toponym] = {}
    for resolved in named:
        tokens = passages[resolved.passage].doc[resolved.first : resolved.last]
        span = passages[resolved.passage].span_of(tokens)
        out.setdefault(span, Toponym(span, span.of(article.text), resolved.literal, resolved.place, resolved.why))
    return tuple(sorted(out.values(), key=lambda t: (t.span.start, -t.span.end)))


def _more(
    passages: Sequence[Passage], named: Sequence[Resolved], votes: Counter[str], described: sites.Described, gazetteer: Gazetteer
) -> Iterator[Resolved]:
    """Places that are described by means of the names: parts, borders, sites and circles."""
    parts = [part for r in named for part in _parts(passages[r.passage], r, gazetteer)]
    parts += [part for number, p in enumerate(passages) for part in _parts_of_described(number, p, described, gazetteer)]
    lines = [
        border
        for number, passage in enumerate(passages)
        for border in borders.borders(number, passage, [r for r in named if r.passage == number], votes, gazetteer)
    ]
    placed = sites.sites(passages, named, described, gazetteer)
    yield from parts
    yield from lines
    yield from placed
    for number, passage in enumerate(passages):
        points = [r for r in [*named, *lines, *placed] if r.passage == number]
        yield from circles.circles(number, passage, points)


def _parts_of_described(
    number: int, passage: Passage, described: sites.Described, gazetteer: Gazetteer
) -> Iterator[Resolved]:
    """ "The north of the country", "the country's eastern provinces"."""
    for token in passage.doc:
        if token.lower_ in sites.COUNTRY_WORDS and token.i and passage.doc[token.i - 1].lower_ == "the":
            ahead = regions.before(passage.doc, token.i - 1)
            behind = regions.after(passage.doc, token.i + 1)
            code = described(number, token, frozenset()) if ahead or behind else None
            country = gazetteer.country(code) if code else None
            if country is not None:
                side = ahead[1] if ahead else behind[1] if behind else ""
                first, last = (ahead[0], token.i + 1) if ahead else (token.i - 1, behind[0] if behind else token.i)
                part = regions.region(country, side, gazetteer)
                yield Resolved(number, first, last, part, True, "a part of the country meant")


def _parts(passage: Passage, resolved: Resolved, gazetteer: Gazetteer) -> Iterator[Resolved]:
    place = resolved.place
    if place is None or place.kind not in (PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.CITY, PlaceKind.REGION):
        return
    ahead = regions.before(passage.doc, resolved.first)
    behind = regions.after(passage.doc, resolved.last) if ahead is None else None
    if ahead is not None:
        first, side = ahead
        part = regions.region(place, side, gazetteer)
        yield Resolved(resolved.passage, first, resolved.last, part, True, "a part of the place named")
    elif behind is not None:
        last, side = behind
        part = regions.region(place, side, gazetteer)
        yield Resolved(resolved.passage, resolved.first, last, part, True, "a part of the place named")
