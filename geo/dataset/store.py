"""The built data set on disk: one file, ``data/collection.json``, written whole or not at all.

    {"format": 2, "version": "9f2c...", "places": {id: Place}, "geometries": {id: GeoJSON geometry},
     "readings": [Reading], "links": [Link], "left_out": [LeftOut]}

Where people have given it a title or decided about figures there are also "about", "reviews", "rejected" and "unfit".

Each record stands on a line of its own, so that a change can be read in a diff. A place stands once, under its id, and
is named by that id in readings. ``version`` is the head of the sha256 of all the rest: the same articles read by the
same rules give the same version, on any machine and at any time.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from geo.errors import DatasetError
from geo.model import Article, Claim, Link, Place, Reading
from geo.model.decision import Decision, Review

FORMAT = 2
"""2 since claims carry what they rest on, and readings the numbers of people in no panel."""
_PLACED = ("readings", "reviews", "rejected", "unfit")
"""The sections that name places by their id."""
VERSION_LENGTH = 12
"""Hexadecimal digits of the sha256 that name a data set."""
REBUILD = "Run: python -m geo build"

Geometry = dict[str, Any]
"""A GeoJSON geometry (RFC 7946): ``{"type": ..., "coordinates": ...}``, positions as [lon, lat] in degrees."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of ``seeds/`` that could not be read, and why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class About:
    """What a collection is called by its editor; "" where that is left to its figures."""

    name: str = ""
    title: str = ""
    standfirst: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """All readings of the articles in ``seeds/``, what links their claims, and the geometry of their places."""

    readings: tuple[Reading, ...]
    links: tuple[Link, ...] = ()
    geometries: dict[str, Geometry] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    version: str = ""
    about: About = About()
    reviews: tuple[Review, ...] = ()
    """What people decided, by claim."""
    rejected: tuple[Claim, ...] = ()
    """Claims that a person rejected: in no reading any more."""
    unfit: tuple[Decision, ...] = ()
    """Decisions about figures that are found no more."""

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(reading.article for reading in self.readings)

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for reading in self.readings for claim in reading.claims)

    @property
    def places(self) -> dict[str, Place]:
        """Every place that an article names or a claim needs, by id."""
        found: dict[str, Place] = {}
        for reading in self.readings:
            for toponym in reading.toponyms:
                if toponym.place is not None:
                    found[toponym.place.id] = toponym.place
            for claim in reading.claims:
                for used in claim.all_places:
                    found[used.place.id] = used.place
        return found

    @property
    def _stored(self) -> dict[str, Place]:
        """``places``, and those that only a decision or a rejected claim still names."""
        decided = (it for review in self.reviews for it in review.decisions)
        named = [it.place for it in (*decided, *self.unfit)]
        named += [used.place for claim in self.rejected for used in claim.all_places]
        return {place.id: place for place in named if place is not None} | self.places


def save(collection: Collection, path: Path) -> str:
    """Write ``collection`` to ``path`` and return its version.

    A reader sees the old file or the new one, never a part: the text goes to a temporary name beside it, is flushed to
    the disk and renamed. Raises DatasetError where the folder cannot be written; the previous file is then untouched.
    """
    body = ",\n".join(_sections(collection)) + "\n}\n"
    version = hashlib.sha256(body.encode()).hexdigest()[:VERSION_LENGTH]
    text = f'{{\n"format": {FORMAT},\n"version": "{version}",\n{body}'
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            temporary = file.name
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise DatasetError(
            f"cannot be written ({error.strerror or error})",
            where=_named(path),
            remedy="Make the folder writable; the previous data set is unchanged",
        ) from error
    return version


def load(path: Path) -> Collection:
    """Read the data set at ``path``. Raises DatasetError where it is missing, damaged or of another format."""
    try:
        content = path.read_bytes()
        raw = msgspec.json.decode(content, type=dict[str, Any])
        if raw.get("format") != FORMAT:
            raise DatasetError(_other_format(raw.get("format")), where=_named(path), remedy=REBUILD)
        if raw.get("version") != _version_of(content):
            raise DatasetError("is damaged", where=_named(path), remedy=REBUILD)
        places = raw.pop("places")
        placed = {key: _with_places(raw.pop(key), places) for key in _PLACED if key in raw}
        return msgspec.convert({**raw, **placed}, Collection)
    except FileNotFoundError as error:
        raise DatasetError("there is no data set yet", where=_named(path), remedy=REBUILD) from error
    except OSError as error:
        raise DatasetError(f"cannot be read ({error.strerror})", where=_named(path), remedy="Check the file") from error
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DatasetError("is damaged", where=_named(path), remedy=REBUILD) from error


def _other_format(found: object) -> str:
    older = type(found) is int and found < FORMAT
    return f"is of the older format {found}" if older else "is of another format"


def _version_of(content: bytes) -> str:
    """What ``save`` would call the content of a file: damage anywhere in it gives another version."""
    body = content.split(b"\n", 3)[-1]
    return hashlib.sha256(body).hexdigest()[:VERSION_LENGTH]


def _named(path: Path) -> str:
    """The file with its folder: enough to find it, and no path of this machine on a public page."""
    return f"{path.parent.name}/{path.name}"


def _sections(collection: Collection) -> list[str]:
    places = {key: msgspec.to_builtins(place) for key, place in sorted(collection._stored.items())}
    readings = [_without_places(msgspec.to_builtins(reading)) for reading in collection.readings]
    return [
        f'"places": {{\n{_lines(_members(places))}\n}}',
        f'"geometries": {{\n{_lines(_members(dict(sorted(collection.geometries.items()))))}\n}}',
        f'"readings": [\n{_lines(_json(reading) for reading in readings)}\n]',
        f'"links": [\n{_lines(_json(link) for link in collection.links)}\n]',
        f'"left_out": [\n{_lines(_json(left) for left in collection.left_out)}\n]',
        *_decided(collection),
    ]


def _decided(collection: Collection) -> Iterator[str]:
    """What people added; nothing where they added nothing."""
    if collection.about != About():
        yield f'"about": {_json(collection.about)}'
    for name, records in (
        ("reviews", collection.reviews),
        ("rejected", collection.rejected),
        ("unfit", collection.unfit),
    ):
        if records:
            yield f'"{name}": [\n{_lines(map(_json, map(_without_places, map(msgspec.to_builtins, records))))}\n]'


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _members(values: dict[str, Any]) -> Iterator[str]:
    return (f"{_json(key)}: {_json(value)}" for key, value in values.items())


def _lines(records: Iterator[str]) -> str:
    return ",\n".join(records)


def _without_places(value: Any) -> Any:
    """``value`` with each place replaced by its id."""
    if isinstance(value, dict):
        return {
            key: item["id"] if key == "place" and item is not None else _without_places(item)
            for key, item in value.items()
        }
    return [_without_places(item) for item in value] if isinstance(value, list | tuple) else value


def _with_places(value: Any, places: dict[str, Any]) -> Any:
    """The reverse of ``_without_places``."""
    if isinstance(value, dict):
        return {
            key: places[item] if key == "place" and item is not None else _with_places(item, places)
            for key, item in value.items()
        }
    return [_with_places(item, places) for item in value] if isinstance(value, list) else value
