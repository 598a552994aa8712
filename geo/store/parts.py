"""What a filter lets through of a large collection, a part at a time: a file of any number of figures is written in the
same memory."""

from collections.abc import Iterator

from geo.dataset.filter import Filter, stated_only
from geo.dataset.query import Catalogue
from geo.limits import STORE_PART
from geo.model import Claim
from geo.store import questions
from geo.store.catalogue import Outline
from geo.store.where import Asked

Part = tuple[Catalogue, list[Claim]]


def parts(outline: Outline, wanted: Filter, size: int = STORE_PART) -> Iterator[Part]:
    """By date, up to ``size`` figures each, with what belongs to them: links, outlines, and nothing that was published
    after the day that is asked for."""
    asked, day = Asked(wanted), wanted.known_on
    for start in range(0, questions.shown(outline.tables, asked).counts.every, size):
        ids = questions.ids(outline.tables, asked, start, size)
        part = outline.part(ids, linked=True, shapes=True)
        known = part.known_by(day) if day else part
        claims = [known.claims[key] for key in ids]
        yield known, claims if wanted.inferred else list(map(stated_only, claims))
