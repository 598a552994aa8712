"""All place names of an article, resolved: the one call that the rest of Dateline makes.

Toponyms may stand inside longer ones: "Mali" inside "the border with Mali" or "northern Mali".
They are sorted by where they start, the longer first; who asks where something is takes the longest that holds it.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Article, PlaceKind, Span, Toponym
from geo.places import borders, circles, regions, sites
from geo.places.antecedents import antecedent
from geo.places.gazetteer import Gazetteer
from geo.places.metonyms import is_literal
from geo.places.recognise import mentions
from geo.places.resolve import country_votes, resolve
from geo.places.scene import Resolved, Scene

HAS_PARTS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.CITY, PlaceKind.REGION})

if TYPE_CHECKING:
    from spacy.tokens import Token


def toponyms(article: Article, passages: tuple[Passage, ...], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Every place name of ``article``. Spans count characters of ``article.text``."""
    found = mentions(passages, gazetteer)
    named = []
    for m, place, why in resolve(found, passages, gazetteer):
        literal = is_literal(passages[m.passage].doc[m.first : m.last], place, gazetteer)
        named.append(Resolved(m.passage, m.first, m.last, place, literal, why))
    plain = _toponyms(article, passages, named)

    def described(number: int, token: "Token", excluding: Set[str]) -> str | None:
        span = passages[number].span(token.idx, token.idx + len(token))
        country = antecedent(span, passages, plain, gazetteer, text=article.text, excluding=excluding)
        return country.country if country else None

    votes = country_votes(found, passages, gazetteer)
    scenes = [
        Scene(number, passage.doc, tuple(r for r in named if r.passage == number), votes, gazetteer)
        for number, passage in enumerate(passages)
    ]
    return _toponyms(article, passages, [*named, *_more(scenes, described)])


def _toponyms(article: Article, passages: Sequence[Passage], named: Iterable[Resolved]) -> tuple[Toponym, ...]:
    out: dict[Span, Toponym] = {}
    for resolved in named:
        tokens = passages[resolved.passage].doc[resolved.first : resolved.last]
        span = passages[resolved.passage].span_of(tokens)
        out.setdefault(span, Toponym(span, span.of(article.text), resolved.literal, resolved.place, resolved.why))
    return tuple(sorted(out.values(), key=lambda t: (t.span.start, -t.span.end)))


def _more(scenes: Sequence[Scene], described: sites.Described) -> Iterator[Resolved]:
    """Places that are described by means of the names: parts, borders, sites and circles."""
    placed = sites.sites(scenes, described) if scenes else []
    yield from placed
    for scene in scenes:
        lines = list(borders.borders(scene))
        yield from _parts(scene, described)
        yield from lines
        points = [*scene.named, *lines, *(r for r in placed if r.passage == scene.number)]
        yield from circles.circles(scene.number, scene.doc, points)


def _parts(scene: Scene, described: sites.Described) -> Iterator[Resolved]:
    """ "Northern Mali", "the north of Mali", "the north of the country", "the country's eastern provinces"."""
    wholes = [(r.first, r.last, r.place) for r in scene.named if r.place is not None and r.place.kind in HAS_PARTS]
    for token in scene.doc:
        if token.lower_ in sites.COUNTRY_WORDS and token.i and scene.doc[token.i - 1].lower_ == "the":
            code = (
                described(scene.number, token, frozenset())
                if regions.part(scene.doc, token.i - 1, token.i + 1)
                else None
            )
            country = scene.gazetteer.country(code) if code else None
            wholes += [(token.i - 1, token.i + 1, country)] if country else []
    for first, last, whole in wholes:
        found = regions.part(scene.doc, first, last)
        if found is not None:
            place = regions.region(whole, found.side, scene.gazetteer)
            yield Resolved(scene.number, found.first, found.last, place, True, "a part of the place named")
