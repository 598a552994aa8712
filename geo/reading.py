"""Article -> Reading: the whole way from text to placed claims, for one article or a stream of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import tee

from geo.claims.extract import claims
from geo.language import Passage, all_passages
from geo.model import Article, Claim, Reading, Toponym
from geo.places.gazetteer import Gazetteer
from geo.places.service import Service
from geo.places.toponyms import toponyms
from geo.places.unknown import is_unknown


def read(articles: Iterable[Article], gazetteer: Gazetteer, service: Service | None = None) -> Iterator[Reading]:
    """Read ``articles`` one at a time, in order; ``service`` is asked for names that the gazetteer lacks.

    Raises LanguageError where there is no language model.
    """
    these, parsed = tee(articles)
    for article, passages in zip(these, all_passages(parsed), strict=True):
        yield _read(article, passages, gazetteer, service)


def _read(article: Article, passages: Sequence[Passage], gazetteer: Gazetteer, service: Service | None) -> Reading:
    named = toponyms(article, tuple(passages), gazetteer)
    if service is not None:
        named = service.locate(named)
    found = claims(article, passages, named, gazetteer)
    return Reading(article, named, found.claims, tuple(notes(article, named, found.claims)), found.others)


def notes(article: Article, named: Sequence[Toponym], found: Sequence[Claim]) -> Iterator[str]:
    """What a reader would look for and not find."""
    if article.published is None:
        yield "no publication date: dates such as “last week” stay unknown (put a date line at the head of the text)"
    if article.url is None:
        yield "no address"
    if article.publisher is None and article.agency is None:
        yield "no publisher or agency"
    if not found:
        yield "no figure about people"
    nowhere = sorted({it.text for it in named if it.place is None or is_unknown(it.place)})
    if nowhere:
        yield "not located: " + ", ".join(nowhere)
    placeless = [claim.quantity.words for claim in found if not claim.places]
    if placeless:
        yield "figure without a place: " + ", ".join(placeless)
