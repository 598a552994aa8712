"""All place names of an article, resolved: the one call that the rest of Dateline makes.

Toponyms may stand inside longer ones: "Mali" inside "the border with Mali" or "northern Mali".
They are sorted by where they start, the longer first; who asks where something is takes the longest that holds it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Article, Span, Toponym
from geo.places import borders, circles, sites
from geo.places.antecedents import antecedent
from geo.places.capitals import capitals
from geo.places.contained import contained
from geo.places.countries import country_votes
from geo.places.gazetteer import Gazetteer
from geo.places.metonyms import is_literal
from geo.places.parts import is_whole_name, parts, sides_in
from geo.places.recognise import mentions
from geo.places.regions import direction
from geo.places.resolve import resolve
from geo.places.scene import Resolved, Scene

PEOPLES = frozenset({"NORP", "GPE"})
"""What the model calls names of peoples."""

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def toponyms(article: Article, passages: tuple[Passage, ...], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Every place name of ``article``. Spans count characters of ``article.text``."""
    found = mentions(passages, gazetteer)
    named = []
    votes = country_votes(found, passages, gazetteer)
    for m, place, why in resolve(found, passages, votes, gazetteer):
        literal = is_literal(passages[m.passage].doc[m.first : m.last], place, gazetteer)
        named.append(Resolved(m.passage, m.first, m.last, place, literal, why))
    plain = _toponyms(article, passages, named)

    def described(number: int, token: "Token", excluding: Set[str]) -> str | None:
        span = passages[number].span(token.idx, token.idx + len(token))
        country = antecedent(span, passages, plain, gazetteer, text=article.text, excluding=excluding)
        return country.country if country else None

    inside: dict[int, list[Resolved]] = defaultdict(list)
    for resolved in named:
        inside[resolved.passage].append(resolved)
    scenes = [
        Scene(number, passage, tuple(inside[number]), votes, gazetteer) for number, passage in enumerate(passages)
    ]
    more = list(_more(scenes, described))
    wholes = {(r.passage, r.last) for r in more if is_whole_name(scenes[r.passage], r)}
    sides = {(r.passage, at) for r in more for at in sides_in(scenes[r.passage], r)}
    named = [r for r in named if (r.passage, r.last) not in wholes and (r.passage, r.last - 1) not in sides]
    named = [r for r in named if r.place is not None or not _is_side(passages[r.passage].doc[r.first : r.last])]
    settle = contained([*named, *more], passages, gazetteer)
    return _toponyms(article, passages, [settle(r) for r in (*named, *more)])


def demonyms(
    article: Article, passages: Sequence[Passage], gazetteer: Gazetteer, found: Sequence[Toponym]
) -> tuple[Toponym, ...]:
    """Names of peoples, each with its country: "Syrian", "the French". They are not places and not in ``toponyms``.

    For comparison with corpora that count adjectives as place names. ``found`` are the toponyms of ``article``; words
    inside them are left out.
    """
    out = []
    for passage in passages:
        for token in passage.tokens:
            country = gazetteer.country_of_demonym(token.text) if token.text[:1].isupper() else None
            if country is None or token.ent_type_ not in PEOPLES:
                continue
            span = passage.span(token.idx, token.idx + len(token))
            if not any(span.overlaps(toponym.span) for toponym in found):
                place = gazetteer.country(country)
                out.append(Toponym(span, span.of(article.text), False, place, "the name of a people"))
    return tuple(out)


def _is_side(name: "Tokens") -> bool:
    """ "The North East", which is a province somewhere else."""
    return all(direction(token.text) for token in name if token.is_alpha)


def _toponyms(article: Article, passages: Sequence[Passage], named: Iterable[Resolved]) -> tuple[Toponym, ...]:
    out: dict[Span, Toponym] = {}
    for resolved in named:
        tokens = passages[resolved.passage].doc[resolved.first : resolved.last]
        span = passages[resolved.passage].span_of(tokens)
        out.setdefault(span, Toponym(span, span.of(article.text), resolved.literal, resolved.place, resolved.why))
    return tuple(sorted(out.values(), key=lambda t: (t.span.start, -t.span.end)))


def _more(scenes: Sequence[Scene], described: sites.Described) -> Iterator[Resolved]:
    """Places that are described by means of the names: capitals, parts, borders, sites and circles."""
    placed = sites.sites(scenes, described) if scenes else []
    yield from placed
    yield from capitals(scenes, described)
    for scene in scenes:
        lines = list(borders.borders(scene))
        yield from parts(scene, described)
        yield from lines
        points = [*scene.named, *lines, *(r for r in placed if r.passage == scene.number)]
        yield from circles.circles(scene.number, scene.doc, points)
