"""A visitor's own data set: the one that everybody sees, with articles and decisions of one's own over it.

What everybody sees is taken as it was built. It is not read again, so what people corrected in it stays corrected,
also where the correction is taken back; a figure that was rejected is there, and can be taken back.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from geo.collections.apply import tellings
from geo.collections.decisions import edits
from geo.collections.home import Home
from geo.collections.records import files
from geo.collections.twins import traits
from geo.dataset.assemble import Built, assemble
from geo.dataset.build import GAZETTEER, Build, Hands, read
from geo.dataset.entry import entry_changed
from geo.dataset.kept import Kept
from geo.dataset.store import Collection, load
from geo.dataset.take import Taking
from geo.lock import alone
from geo.model import Claim, Reading
from geo.places.gazetteer import Gazetteer

_ALONE = Hands(workers=0)


def make_over(home: Home, base: Path | None, data: Path, tell: Callable[[str], None]) -> Built:
    """Write the data set of ``home``: that at ``base`` with the articles and by the decisions of ``home``; without a
    ``base`` these alone.

    What is read is kept in the folder of ``home``, and nothing is written elsewhere. Raises as ``build.make`` does.
    """
    under, gazetteer, run = load(base) if base else Collection(()), Gazetteer.open(data / GAZETTEER), Build(tell)
    run.left_out.extend(under.left_out)
    with alone(home.built.parent, wait=True), Kept(home.built.parent, gazetteer.path) as kept:
        taking = Taking(files(home.articles), kept, run.refuse, edits(home.decisions), under.articles)
        known = list(taking.known())
        read(known, {it.key for it in known if kept.has(it.key)}, taking, run, _ALONE)
        own = {it.traits.sha256[:12]: (it.traits, entry) for it in known if (entry := kept.entry(it.key)) is not None}
        gone = {it.article.sha256[:12] for it in taking.settled.removed}
        there = [
            own.pop(key) if key in own else (traits(reading.article), entry_changed(reading))
            for reading in as_read(under)
            if (key := reading.article.id) not in gone
        ]
        decided = sorted((it for review in under.reviews for it in review.tellings), key=lambda it: it.at)
        said = tellings(decided, under.reviews)
        return assemble(
            home, [*there, *own.values()], kept, gazetteer, run.left_out, settled=taking.settled, tellings=said
        )


def as_read(collection: Collection) -> Iterator[Reading]:
    """The readings with the claims that people rejected in their places."""
    rejected: dict[str, list[Claim]] = defaultdict(list)
    for claim in collection.rejected:
        rejected[claim.article].append(claim)
    for reading in collection.readings:
        gone = rejected[reading.article.id]
        claims = sorted((*reading.claims, *gone), key=lambda claim: claim.span.start) if gone else reading.claims
        yield replace(reading, claims=tuple(claims))
