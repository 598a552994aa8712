"""What people decided, in the tables: about figures and articles, where a figure stands in lists, who writes it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from geo.dataset.query import Edit, Edited
from geo.dataset.store import Collection
from geo.model import Claim
from geo.model.decision import CHOICES, Decision, Review, Verdict
from geo.store.tables import Tables

T = TypeVar("T")

FIRST, LAST = (f"{Verdict.ORDER} {words}" for words in CHOICES[Verdict.ORDER])
"""The kinds of what says, beside its review, where a figure stands in lists."""
_TOLD = ("rejected", "unfit", "edited", "removed", "adrift")


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of a collection, as ``Collection`` has them."""

    reviews: Iterable[Review] = ()
    rejected: Iterable[Claim] = ()
    unfit: Iterable[Decision] = ()
    edited: Iterable[Edited] = ()
    removed: Iterable[Edit] = ()
    adrift: Iterable[Edit] = ()

    @classmethod
    def of(cls, it: Collection) -> "Decided":
        return cls(it.reviews, it.rejected, it.unfit, it.edited, it.removed, it.adrift)

    def rows(self) -> Iterator[tuple[str, str | None, Any]]:
        """The kind of each, the figure or the article that it is about, and what is kept of it."""
        for review in self.reviews:
            yield "review", review.claim, review
            for kind in CHOICES:
                if (made := review.chosen(kind)) is not None:
                    yield f"{kind} {made.after}", review.claim, None
        yield from (("rejected", claim.id, claim) for claim in self.rejected)
        yield from (("unfit", it.about.claim, it) for it in self.unfit)
        yield from (("edited", it.article, it) for it in self.edited)
        yield from (("removed", None, it) for it in self.removed)
        yield from (("adrift", None, it) for it in self.adrift)


def about_articles(tables: Tables, articles: Sequence[str]) -> tuple[Edited, ...]:
    """What was put right of some articles (ids). Few collections have any: that is asked once."""
    name = "edits"
    known = tables.kept(name, "SELECT claim, record FROM decisions WHERE kind = 'edited'")
    if not known.num_rows:
        return ()
    query = f"SELECT record FROM {name} WHERE claim IN (SELECT unnest(?::VARCHAR[]))"
    return tuple(_read(tables, tables.rows(query, (list(articles),), {name: known}), Edited))


def told(tables: Tables) -> Decided:
    """What Method tells: all but the reviews of figures that their cards tell of. Raises DatasetError."""
    query = """SELECT kind, record FROM decisions WHERE kind IN (SELECT unnest(?::VARCHAR[])) OR kind = 'review' AND
        claim IN (SELECT claim FROM decisions WHERE kind = 'rejected' OR kind LIKE 'order %' OR kind LIKE 'label %')"""
    found: dict[str, list[tuple[bytes]]] = {kind: [] for kind in ("review", *_TOLD)}
    for kind, record in tables.rows(query, (list(_TOLD),)):
        found[kind].append((record,))
    return Decided(
        tuple(_read(tables, found["review"], Review)),
        tuple(_read(tables, found["rejected"], Claim)),
        tuple(_read(tables, found["unfit"], Decision)),
        tuple(_read(tables, found["edited"], Edited)),
        tuple(_read(tables, found["removed"], Edit)),
        tuple(_read(tables, found["adrift"], Edit)),
    )


def labels(tables: Tables, claims: Sequence[str]) -> dict[str, str]:
    """Of which of some figures (ids) the editor chose whether the map writes them: "shown" or "hidden"."""
    known = tables.kept("labels", "SELECT claim, kind FROM decisions WHERE kind LIKE 'label %'")
    wanted = frozenset(claims)
    rows = zip(known["claim"].to_pylist(), known["kind"].to_pylist(), strict=True)
    return {claim: kind.removeprefix(f"{Verdict.LABEL} ") for claim, kind in rows if claim in wanted}


def _read(tables: Tables, rows: Iterable[tuple[bytes]], of: type[T]) -> Iterator[T]:
    try:
        yield from (msgspec.json.decode(record, type=of) for (record,) in rows)
    except msgspec.MsgspecError as error:
        raise tables.damaged() from error
