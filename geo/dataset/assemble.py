"""Readings as they are kept -> the data set on the disk. The bytes are those that ``store.save`` would write."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from geo.collections.apply import Applied, apply, standing
from geo.collections.decisions import load as load_decisions
from geo.collections.editions import editions
from geo.collections.home import Home
from geo.collections.leaving import Tellings
from geo.collections.particulars import Edited, Particular, mended, mends
from geo.collections.rewritten import lost
from geo.collections.twins import Traits
from geo.dataset.again import of_one_origin, told_again
from geo.dataset.counts import number, told
from geo.dataset.entry import Entry, entry_changed, line_of, reading_of, told_apart
from geo.dataset.kept import Kept
from geo.dataset.linking import State, links
from geo.dataset.placed import Places
from geo.dataset.store import About, Collection, LeftOut, put
from geo.dataset.take import Settled
from geo.dataset.tellings import by_hand
from geo.model import Place
from geo.model.decision import Anchor, Decision
from geo.places.gazetteer import Gazetteer
from geo.places.outlines import geometry
from geo.reading import notes


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: how many ``articles`` and claims (``count``), those in words ("8 figures and 1 statement"),
    its version; and the parts of it."""

    articles: int
    count: int
    claims: str
    version: str
    entries: Sequence[Entry] = field(default=(), repr=False)
    rest: Collection = field(default=Collection(()), repr=False)
    """All but the readings and the links of what was written."""
    links: Sequence[str] = field(default=(), repr=False)
    """Each as JSON."""

    def __str__(self) -> str:
        return f"{self.claims} from {number(self.articles, 'article')}, version {self.version}"


def assemble(  # noqa: PLR0913 - the parts of a collection
    home: Home,
    found: Sequence[tuple[Traits, Entry]],
    kept: Kept,
    gazetteer: Gazetteer,
    left_out: Sequence[LeftOut],
    *,
    settled: Settled,
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
    files = [traits.file for traits, _ in found]
    applied = _decide(entries, files, _known_by_hash(load_decisions(home.decisions), settled), settled)
    _mend(entries, settled)
    linked, state = links(entries, kept.linked(str(home.built), State) or {})
    retold = told_again(entries, editions([traits for traits, _ in found]))
    places = Places()
    lines = [line_of(entry, places) for entry in entries]
    rest = Collection(
        readings=(),
        geometries=_geometries(entries, gazetteer, kept, home),
        left_out=tuple(sorted(left_out, key=lambda it: it.file)),
        about=About(home.name, home.title, home.standfirst),
        reviews=applied.reviews,
        rejected=applied.rejected,
        unfit=applied.unfit,
        editions=retold,
        edited=tuple(Edited(it.article, settled.edits[it.article]) for it in entries if it.article in settled.edits),
        removed=tuple(settled.removed),
        adrift=settled.adrift,
    )
    linked = by_hand(linked, entries, {**(tellings or {}), **applied.tellings})
    linked = of_one_origin(linked, entries, retold)
    version = put(lines, linked, rest, places, home.built)
    kept.put_linked(str(home.built), state)
    statements = sum(entry.statements for entry in entries)
    count = sum(len(entry.claims) for entry in entries)
    said, rest = told(count - statements, statements), replace(rest, version=version)
    return Built(len(entries), count, said, version, entries, rest, linked)


def _decide(entries: list[Entry], files: Sequence[str], decided: Sequence[Decision], settled: Settled) -> Applied:
    """Apply what people decided: only the readings that a decision may be about are taken apart. ``files``: of the
    ``entries``."""
    stands = standing(decided)
    about = [*stands, *(it.other for these in stands.values() for it in these if it.other is not None)]
    claims, works = {it.claim for it in about}, {it.work for it in about}
    away = lost(decided, {work for entry in entries for work in entry.work})
    moved = {it.file for these in away.values() for it in these}
    touched = {
        place: reading_of(entry)
        for place, entry in enumerate(entries)
        if not claims.isdisjoint(entry.claims)
        or not works.isdisjoint(entry.work)
        or (len(entry.work) == 1 and files[place] in moved)
    }
    applied = apply(decided, list(touched.values()), {it.article.sha256 for it in settled.removed})
    for (place, before), after in zip(touched.items(), applied.readings, strict=True):
        if after != before:
            entries[place] = entry_changed(after)
    return applied


def _known_by_hash(decided: Sequence[Decision], settled: Settled) -> Sequence[Decision]:
    """Decisions name an article by its address. One that was given another since is named by its hash here."""
    hashes = {
        words: edits[0].article.sha256
        for edits in settled.edits.values()
        for it in mends(edits)
        if it.field is Particular.ADDRESS and (words := it.after) is not None
    }
    if not hashes:
        return decided

    def by_hash(about: Anchor) -> Anchor:
        return replace(about, work=hashes.get(about.work, about.work))

    return [replace(it, about=by_hash(it.about), other=it.other and by_hash(it.other)) for it in decided]


def _mend(entries: list[Entry], settled: Settled) -> None:
    """Put right what articles tell of themselves, once they are read: their figures are known by what was told then."""
    for place, entry in enumerate(entries):
        if edits := settled.edits.get(entry.article):
            reading = reading_of(entry)
            article = mended(reading.article, edits)
            told = tuple(notes(article, reading.toponyms, reading.claims))
            entries[place] = entry_changed(replace(reading, article=article, notes=told))


class _Shape(msgspec.Struct, frozen=True, array_like=True):
    """What is drawn of a ``place``, both as JSON; empty where that is no more than a point."""

    place: bytes
    shape: bytes


_Shapes = dict[str, _Shape]


def _geometries(entries: Sequence[Entry], gazetteer: Gazetteer, kept: Kept, home: Home) -> dict[str, Any]:
    """What the map can draw, as JSON: each place that has more than a point, and does not merely stand for its
    government. A place that was drawn before, and is the same, is not drawn again."""
    last = {it.id: it.place for entry in entries for it in entry.places if it.last}
    drawn = {it.id for entry in entries for it in entry.places if it.drawn}
    name = f"shapes of {home.built}"
    before = kept.linked(name, _Shapes) or {}
    shapes = {
        key: it if (it := before.get(key)) is not None and it.place == last[key] else _shape(last[key], gazetteer)
        for key in drawn
    }
    if shapes != before:
        kept.put_linked(name, shapes)
    return {key: msgspec.Raw(it.shape) for key, it in shapes.items() if it.shape}


def _shape(place: bytes, gazetteer: Gazetteer) -> _Shape:
    shape: Any = geometry(msgspec.json.decode(place, type=Place), gazetteer)
    return _Shape(place, b"" if shape is None or shape["type"] == "Point" else msgspec.json.encode(shape))
