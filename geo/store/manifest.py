"""Which tables of a collection count: one small file that names them, replaced in one step when they are whole.

    tables/manifest.json                 this
    tables/9f2c.../claims.parquet        the tables of one version, never changed

A reader that has opened a version goes on with it: its folder stays until the version after the next one is there.
"""

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from geo import whole
from geo.dataset.store import About, LeftOut
from geo.errors import DatasetError
from geo.limits import STORE_MANIFEST_BYTES

FOLDER, NAME = "tables", "manifest.json"
FORMAT = 2
TABLES = ("articles", "claims", "decisions", "links", "mentions", "movements", "places", "readings", "records")
REMEDY = "Build the collection again"
_HEAD = 400
"""Bytes of collection.json in which its version stands."""


@dataclass(frozen=True, slots=True)
class Table:
    """One Parquet file: its path below the manifest's folder, and what it must have."""

    file: str
    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The tables of one version of a collection."""

    format: int
    version: str
    tables: dict[str, Table]
    about: About = field(default_factory=About)
    left_out: tuple[LeftOut, ...] = ()


def beside(built: Path) -> Path:
    """The folder of the tables of the data set whose JSON file is ``built``."""
    return built.parent / FOLDER


def read(folder: Path) -> Manifest:
    """The manifest in ``folder``, each of its files there and of its size.

    Raises DatasetError where it is missing, damaged, of another format, or names what is not there.
    """
    where = f"{folder.name}/{NAME}"
    try:
        with (folder / NAME).open("rb") as file:
            content = file.read(STORE_MANIFEST_BYTES + 1)
        if len(content) > STORE_MANIFEST_BYTES:
            raise DatasetError(f"is larger than {STORE_MANIFEST_BYTES:,} bytes", where=where, remedy=REMEDY)
        raw = msgspec.json.decode(content)
        if not isinstance(raw, dict) or raw.get("format") != FORMAT:
            raise DatasetError("is of another format", where=where, remedy=REMEDY)
        found = msgspec.convert(raw, Manifest)
    except FileNotFoundError as error:
        raise DatasetError("there are no tables", where=where, remedy=REMEDY) from error
    except OSError as error:
        raise DatasetError(f"cannot be read ({error.strerror})", where=where, remedy="Check the file") from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DatasetError("is damaged", where=where, remedy=REMEDY) from error
    if lacking := sorted(set(TABLES) - found.tables.keys()):
        raise DatasetError(f"names no {lacking[0]}", where=where, remedy=REMEDY)
    for table in found.tables.values():
        _check(folder, table)
    return found


def _check(folder: Path, table: Table) -> None:
    """Raises DatasetError where a table is not the file that the manifest means."""
    path = folder / table.file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise DatasetError("names a file outside its folder", where=f"{folder.name}/{NAME}", remedy=REMEDY)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise DatasetError("is not there", where=f"{folder.name}/{table.file}", remedy=REMEDY) from error
    if size != table.bytes:
        what = f"is cut short: {size:,} of {table.bytes:,} bytes" if size < table.bytes else "is another file"
        raise DatasetError(what, where=f"{folder.name}/{table.file}", remedy=REMEDY)


def put(folder: Path, made: Manifest) -> None:
    """Let the tables of ``made`` count, and remove those of versions before the one that counted until now.

    Raises OSError; then what counted before still does.
    """
    kept = {*_folders(made), *_folders(_counting(folder))}
    content = json.dumps(msgspec.to_builtins(made), ensure_ascii=False, indent=1, sort_keys=True)
    whole.write(folder / NAME, f"{content}\n".encode())
    for old in folder.iterdir():
        if old.is_dir() and old.name not in kept and not old.name.startswith("."):
            shutil.rmtree(old, ignore_errors=True)


def _folders(made: Manifest | None) -> set[str]:
    return {Path(table.file).parts[0] for table in made.tables.values()} if made else set()


def _counting(folder: Path) -> Manifest | None:
    """The manifest that counts; None where there is none that holds."""
    try:
        return read(folder)
    except DatasetError:
        return None


def version(folder: Path) -> str:
    """The version that counts; "" where none does, or nobody can tell."""
    found = _counting(folder)
    return found.version if found else ""


def version_of(built: Path) -> str:
    """The version that a ``collection.json`` gives itself, from its first lines; "" where there is none."""
    with suppress(OSError, ValueError):
        with built.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", errors="replace")
        _, found, rest = head.partition('"version": "')
        return rest.partition('"')[0] if found else ""
    return ""
