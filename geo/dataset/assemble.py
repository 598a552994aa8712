"""Readings as they are kept -> the data set on the disk. The bytes are those that ``store.save`` would write."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from geo.collections.apply import Applied, apply, standing
from geo.collections.decisions import load as load_decisions
from geo.collections.editions import editions
from geo.collections.home import Home
from geo.collections.leaving import Tellings
from geo.collections.twins import Traits
from geo.dataset.again import of_one_origin, told_again
from geo.dataset.counts import number, told
from geo.dataset.entry import Entry, entry_changed, line_of, reading_of, told_apart
from geo.dataset.kept import Kept
from geo.dataset.linking import State, links
from geo.dataset.store import About, Collection, Geometry, LeftOut, Places, put
from geo.dataset.tellings import by_hand
from geo.model import Place
from geo.model.decision import Decision
from geo.places.gazetteer import Gazetteer
from geo.places.outlines import geometry


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: how many ``articles`` and claims (``count``), those in words ("8 figures and 1 statement"),
    its version."""

    articles: int
    count: int
    claims: str
    version: str

    def __str__(self) -> str:
        return f"{self.claims} from {number(self.articles, 'article')}, version {self.version}"


def assemble(  # noqa: PLR0913 - the parts of a collection
    home: Home,
    found: Sequence[tuple[Traits, Entry]],
    kept: Kept,
    gazetteer: Gazetteer,
    left_out: Sequence[LeftOut],
    *,
    tellings: Tellings | None = None,
) -> Built:
    """Write the data set of ``home``. Raises DatasetError where it cannot be written; the old one is then untouched.

    ``tellings``: what somebody else said of two claims.
    """
    taken: set[str] = set()
    entries: list[Entry] = []
    for _, entry in found:
        entries.append(told_apart(entry, taken))
        taken.update(entries[-1].claims)
    applied = _decide(entries, load_decisions(home.decisions))
    linked, state = links(entries, kept.linked(str(home.built), State) or {})
    retold = told_again(entries, editions([traits for traits, _ in found]))
    places = Places()
    lines = [line_of(entry, places) for entry in entries]
    rest = Collection(
        readings=(),
        geometries=_geometries(entries, gazetteer),
        left_out=tuple(sorted(left_out, key=lambda it: it.file)),
        about=About(home.name, home.title, home.standfirst),
        reviews=applied.reviews,
        rejected=applied.rejected,
        unfit=applied.unfit,
        editions=retold,
    )
    linked = by_hand(linked, entries, {**(tellings or {}), **applied.tellings})
    version = put(lines, of_one_origin(linked, entries, retold), rest, places, home.built)
    kept.put_linked(str(home.built), state)
    statements = sum(entry.statements for entry in entries)
    count = sum(len(entry.claims) for entry in entries)
    return Built(len(entries), count, told(count - statements, statements), version)


def _decide(entries: list[Entry], decided: Sequence[Decision]) -> Applied:
    """Apply what people decided: only the readings that a decision may be about are taken apart."""
    stands = standing(decided)
    about = [*stands, *(it.other for these in stands.values() for it in these if it.other is not None)]
    claims, works = {it.claim for it in about}, {it.work for it in about}
    touched = {
        place: reading_of(entry)
        for place, entry in enumerate(entries)
        if not claims.isdisjoint(entry.claims) or not works.isdisjoint(entry.work)
    }
    applied = apply(decided, list(touched.values()))
    for (place, before), after in zip(touched.items(), applied.readings, strict=True):
        if after != before:
            entries[place] = entry_changed(after)
    return applied


def _geometries(entries: Sequence[Entry], gazetteer: Gazetteer) -> dict[str, Geometry]:
    """What the map can draw: each place that has more than a point, and does not merely stand for its government."""
    last = {it.id: it.place for entry in entries for it in entry.places if it.last}
    drawn = {it.id for entry in entries for it in entry.places if it.drawn}
    places = {key: msgspec.json.decode(last[key], type=Place) for key in drawn}
    shapes: dict[str, Any] = {key: geometry(place, gazetteer) for key, place in places.items()}
    return {key: shape for key, shape in shapes.items() if shape is not None and shape["type"] != "Point"}
