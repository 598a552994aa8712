"""A reading as it is kept: its line of the data set, and what a build asks of it without taking the line apart.

So a build that has 10,000 articles and one new one puts lines together, and takes apart only the few that it must.
"""

import hashlib
import re
import zlib
from dataclasses import replace
from typing import Any

import msgspec

from geo.claims.identity import apart
from geo.claims.links import Spot, spot
from geo.claims.movements import told
from geo.dataset.check import wrong
from geo.dataset.counts import number, tally
from geo.dataset.placed import Places
from geo.dataset.store import Collection, in_json, line
from geo.errors import ArticleError
from geo.model import Panel, Reading
from geo.places.unknown import is_unknown

_READING = msgspec.json.Decoder(Reading)
_PLACE = re.compile(rb'"place":("(?:[^"\\]|\\.)*")')
"""A place by its name, in a line; no value holds these characters, in which a quotation mark stands behind a backslash.
"""


class Named(msgspec.Struct, frozen=True, array_like=True):
    """A place, as JSON, with the name that stands for it in a line; ``last`` where no other of its id comes after."""

    name: str
    id: str
    place: bytes
    last: bool
    drawn: bool


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """``stamp`` tells any two entries apart that differ; ``line`` is packed; ``spots`` has one a claim."""

    stamp: bytes
    article: str
    work: tuple[str, ...]
    line: bytes
    places: tuple[Named, ...]
    claims: tuple[str, ...]
    statements: int
    spots: tuple[Spot, ...]
    summary: str


def entry_of(reading: Reading, stamp: bytes) -> Entry:
    """Raises ArticleError where the reading holds what no data set may."""
    article = reading.article
    if (what := wrong(Collection((reading,)))) is not None:
        raise ArticleError(f"was read as what it cannot say: {what}", where=article.file, remedy="Report this article")
    places = Places()
    text = line(reading, places)
    drawn = {toponym.place.id for toponym in reading.toponyms if toponym.literal and toponym.place is not None}
    drawn |= {use.place.id for claim in reading.claims for use in claim.all_places}
    last = {key: msgspec.json.encode(place) for key, place in Collection((reading,)).places.items()}
    return Entry(
        stamp,
        article.id,
        tuple(work for work in (article.url, article.sha256) if work is not None),
        zlib.compress(text.encode(), 1),
        tuple(
            Named(name, key, bytes(raw), last[key] == bytes(raw), key in drawn)
            for name, raw in places.kept.items()
            for key in (msgspec.json.decode(raw, type=_Id).id,)
        ),
        tuple(claim.id for claim in reading.claims),
        sum(claim.panel is Panel.OTHER for claim in reading.claims),
        tuple(spot(told(article, claim)) for claim in reading.claims),
        summary(reading),
    )


def reading_of(entry: Entry) -> Reading:
    """The line taken apart. Places are put in as JSON, which is three times as fast as to walk through all of it."""
    places = {msgspec.json.encode(it.name): it.place for it in entry.places}
    return _READING.decode(_PLACE.sub(lambda found: b'"place":' + places[found[1]], zlib.decompress(entry.line)))


def line_of(entry: Entry, places: Places) -> str:
    """The line of ``entry`` in a data set whose places so far are ``places``."""
    text = zlib.decompress(entry.line).decode()
    names = {it.name: places.name(it.id, it.place) for it in entry.places}
    if all(name == other for name, other in names.items()):
        return text
    return in_json(_renamed(msgspec.json.decode(text), names))


def told_apart(entry: Entry, taken: set[str]) -> Entry:
    """``entry`` with claim ids that are not ``taken`` by the articles before it."""
    if taken.isdisjoint(entry.claims):
        return entry
    reading = reading_of(entry)
    changed = replace(reading, claims=apart(reading.claims, taken))
    return entry_of(changed, _other_stamp(changed))


def entry_changed(reading: Reading) -> Entry:
    """The entry of a reading that people decided about."""
    return entry_of(reading, _other_stamp(reading))


def summary(reading: Reading) -> str:
    """One line: how many figures and places, and what was not found."""
    places = {it.place.id for it in reading.toponyms if it.place is not None and not is_unknown(it.place)}
    counts = f"{tally(reading.claims)}, {number(len(places), 'place')}"
    return counts + "".join(f"; {note}" for note in reading.notes)


class _Id(msgspec.Struct):
    id: str


def _other_stamp(reading: Reading) -> bytes:
    return hashlib.sha256(msgspec.json.encode(reading)).digest()


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            key: names[item] if key == "place" and item is not None else _renamed(item, names)
            for key, item in value.items()
        }
    return [_renamed(item, names) for item in value] if isinstance(value, list) else value
