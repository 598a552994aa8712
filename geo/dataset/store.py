"""The built data set on disk: one file, ``data/collection.json``, written whole or not at all.

    {"format": 2, "version": "9f2c...", "places": {id: Place}, "geometries": {id: GeoJSON geometry},
     "readings": [Reading], "links": [Link], "left_out": [LeftOut]}

Where people have given it a title or decided about figures there are also "about", "reviews", "rejected" and "unfit";
where they decided about articles, "edited", "removed" and "adrift"; where articles print the text of others,
"editions".

Each record stands on a line of its own, so that a change can be read in a diff. A place stands once, under its id, and
is named by that id in readings; where articles describe one place in other words ("outside Damascus", "the outskirts of
Damascus"), each keeps its own, and the further ones stand under the id with "~2", "~3" behind it. ``version`` is the
head of the sha256 of all the rest: the same articles read by the same rules give the same version, on any machine and
at any time.
"""

import hashlib
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from geo import whole
from geo.collections.home import FOLDER
from geo.collections.particulars import Edit, Edited
from geo.dataset.check import wrong
from geo.dataset.placed import Places, with_places
from geo.errors import DatasetError
from geo.limits import DATASET_BYTES
from geo.model import Article, Claim, Edition, Link, Place, Reading
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
    editions: tuple[Edition, ...] = ()
    """Articles that print the text of one before them."""
    edited: tuple[Edited, ...] = ()
    """What people put right about articles."""
    removed: tuple[Edit, ...] = ()
    """What took articles out: they are in no reading."""
    adrift: tuple[Edit, ...] = ()
    """Decisions about articles that are found no more."""

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


def save(collection: Collection, path: Path) -> str:
    """Write ``collection`` to ``path`` and return its version.

    A reader sees the old file or the new one, never a part. Raises DatasetError where the folder cannot be written; the
    previous file is then untouched.
    """
    places = Places()
    readings = [line(reading, places) for reading in collection.readings]
    return put(readings, map(in_json, collection.links), collection, places, path)


def line(reading: Reading, places: Places) -> str:
    """``reading`` as it stands in the file, with its places put into ``places``."""
    return in_json(places.out_of(msgspec.to_builtins(reading)))


def put(readings: Sequence[str], links: Iterable[str], rest: Collection, places: Places, path: Path) -> str:
    """As ``save``, from lines: ``readings`` as ``line`` makes them with ``places``, ``links`` each as JSON, and of
    ``rest`` all but its readings and links."""
    body = ",\n".join(_sections(readings, links, rest, places)).encode() + b"\n}\n"
    version = hashlib.sha256(body).hexdigest()[:VERSION_LENGTH]
    try:
        with whole.writing(path) as file:
            file.write(f'{{\n"format": {FORMAT},\n"version": "{version}",\n'.encode())
            file.write(body)
    except OSError as error:
        raise DatasetError(
            f"cannot be written ({error.strerror or error})",
            where=_named(path),
            remedy="Make the folder writable; the previous data set is unchanged",
        ) from error
    return version


def load(path: Path) -> Collection:
    """Read the data set at ``path``. Raises DatasetError where it is missing, damaged or of another format.

    A file may have been made by hand: every value in it is one that a build could have written.
    """
    try:
        content = _content(path)
        raw = msgspec.json.decode(content, type=dict[str, Any])
        if raw.get("format") != FORMAT:
            raise DatasetError(_other_format(raw.get("format")), where=_named(path), remedy=_rebuild(path))
        if raw.get("version") != _version_of(content):
            raise DatasetError("is damaged", where=_named(path), remedy=_rebuild(path))
        places = raw.pop("places")
        placed = {key: with_places(raw.pop(key), places) for key in _PLACED if key in raw}
        found = msgspec.convert({**raw, **placed}, Collection)
    except FileNotFoundError as error:
        raise DatasetError("there is no data set yet", where=_named(path), remedy=_rebuild(path)) from error
    except OSError as error:
        raise DatasetError(f"cannot be read ({error.strerror})", where=_named(path), remedy="Check the file") from error
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DatasetError("is damaged", where=_named(path), remedy=_rebuild(path)) from error
    if (what := wrong(found)) is not None:
        raise DatasetError(f"is damaged: {what}", where=_named(path), remedy=_rebuild(path))
    return found


def _content(path: Path) -> bytes:
    """The bytes of the file; what is no file, or too large for the machine, is not opened."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise DatasetError("is not a file", where=_named(path), remedy=_rebuild(path))
    if found.st_size > DATASET_BYTES:
        raise DatasetError(f"is larger than {DATASET_BYTES:,} bytes", where=_named(path), remedy=_rebuild(path))
    return path.read_bytes()


def _other_format(found: object) -> str:
    older = type(found) is int and found < FORMAT
    return f"is of the older format {found}" if older else "is of another format"


def _version_of(content: bytes) -> str:
    """What ``save`` would call the content of a file: damage anywhere in it gives another version."""
    body = content.split(b"\n", 3)[-1]
    return hashlib.sha256(body).hexdigest()[:VERSION_LENGTH]


def _rebuild(path: Path) -> str:
    """The command that makes the data set anew."""
    return f"{REBUILD} --collection {path.parent.name}" if path.parent.parent.name == FOLDER else REBUILD


def _named(path: Path) -> str:
    """The file with its folder: enough to find it, and no path of this machine on a public page."""
    return f"{path.parent.name}/{path.name}"


def _sections(readings: Sequence[str], links: Iterable[str], rest: Collection, places: Places) -> list[str]:
    decided = list(_decided(rest, places))  # before the places are told: it may name more of them
    return [
        f'"places": {{\n{_lines(_members(dict(sorted(places.kept.items()))))}\n}}',
        f'"geometries": {{\n{_lines(_members(dict(sorted(rest.geometries.items()))))}\n}}',
        f'"readings": [\n{_lines(readings)}\n]',
        f'"links": [\n{_lines(links)}\n]',
        f'"left_out": [\n{_lines(in_json(left) for left in rest.left_out)}\n]',
        *decided,
    ]


def _decided(collection: Collection, places: Places) -> Iterator[str]:
    """What people added, and what only some collections have; nothing where there is none of it."""
    if collection.about != About():
        yield f'"about": {in_json(collection.about)}'
    for name, records in (
        ("reviews", collection.reviews),
        ("rejected", collection.rejected),
        ("unfit", collection.unfit),
        ("editions", collection.editions),
        ("edited", collection.edited),
        ("removed", collection.removed),
        ("adrift", collection.adrift),
    ):
        if records:
            yield f'"{name}": [\n{_lines(map(in_json, map(places.out_of, map(msgspec.to_builtins, records))))}\n]'


def in_json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _members(values: dict[str, Any]) -> Iterator[str]:
    return (f"{in_json(key)}: {in_json(value)}" for key, value in values.items())


def _lines(records: Iterable[str]) -> str:
    return ",\n".join(records)
