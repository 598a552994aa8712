"""Where a collection lives. The default one has its articles in seeds/ and is built to data/collection.json."""

import json
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from geo import whole
from geo.errors import DatasetError
from geo.limits import ABOUT_BYTES, COLLECTION_WORDS
from geo.lock import locked

FOLDER = "collections"
"""Of data/: one folder a collection, named as the collection is."""
BUILT, DECISIONS, ABOUT, ARTICLES = "collection.json", "decisions.jsonl", "about.json", "articles"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_LONGEST = 40
_RESERVED = frozenset(("default", "con", "prn", "aux", "nul"))


@dataclass(frozen=True, slots=True)
class Home:
    """The folders and files of a collection; ``name`` is "" for the default one, ``title`` "" where none was given."""

    name: str
    articles: Path
    built: Path
    decisions: Path
    title: str = ""
    standfirst: str = ""


def default(seeds: Path, data: Path) -> Home:
    about = _about(data / ABOUT)
    title, standfirst = about.get("title", ""), about.get("standfirst", "")
    return Home("", seeds, data / BUILT, data / DECISIONS, title, standfirst)


def is_name(name: str) -> bool:
    """Lower-case letters of English, digits and hyphens: what is safe in an address and as a folder anywhere."""
    return bool(_NAME.fullmatch(name)) and name not in _RESERVED


def named(name: str | None, seeds: Path, data: Path) -> Home:
    """The collection ``name``; the default one for None and "". Raises DatasetError where there is none."""
    if not name:
        return default(seeds, data)
    if not is_name(name) or not (data / FOLDER / name).is_dir():
        there = ", ".join(home.name for home in every(seeds, data)[1:])
        remedy = f"There is {there}" if there else f"Make it: python -m geo new {name if is_name(name) else 'NAME'}"
        raise DatasetError("there is no such collection", where=name[:40], remedy=remedy)
    return at(data / FOLDER / name)


def every(seeds: Path, data: Path) -> tuple[Home, ...]:
    """All collections, the default one first, the others by name."""
    folder = data / FOLDER
    inner = sorted(path for path in folder.iterdir() if path.is_dir() and is_name(path.name)) if folder.is_dir() else []
    return (default(seeds, data), *map(at, inner))


def named_after(title: str) -> str:
    """A name for a collection of that title: "Sudan, 2023" is sudan-2023; empty where the title has no such letters."""
    letters = (it for it in unicodedata.normalize("NFKD", title) if not unicodedata.combining(it))
    return re.sub("[^a-z0-9]+", "-", "".join(letters).casefold()).strip("-")[:_LONGEST].strip("-")


def new(name: str, data: Path, *, title: str = "", standfirst: str = "") -> Home:
    """Make an empty collection. Raises DatasetError where its name cannot be one, or is taken."""
    if not is_name(name):
        remedy = "Use lower-case letters a to z, digits and hyphens, at most 40"
        raise DatasetError("cannot be the name of a collection", where=name[:40], remedy=remedy)
    folder = data / FOLDER / name
    try:
        folder.mkdir(parents=True)
        (folder / ARTICLES).mkdir()
        about = {"title": _said(title), "standfirst": _said(standfirst)}
        whole.write(folder / ABOUT, f"{json.dumps(about, ensure_ascii=False, indent=1)}\n".encode())
    except FileExistsError as error:
        raise DatasetError("is a collection already", where=name, remedy="Choose another name") from error
    except OSError as error:
        what = f"cannot be made ({error.strerror})"
        raise DatasetError(what, where=f"{FOLDER}/{name}", remedy="Make the folder writable") from error
    return at(folder)


def describe(home: Home, *, title: str, standfirst: str) -> Home:
    """Give a collection its headline and standfirst; empty words leave it to its figures. Raises DatasetError."""
    path = home.built.parent / ABOUT
    said = replace(home, title=_said(title), standfirst=_said(standfirst))
    about = {"title": said.title, "standfirst": said.standfirst}
    try:
        with locked(path):
            whole.write(path, f"{json.dumps(about, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace"))
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise DatasetError(what, where=ABOUT, remedy="Make the folder writable; nothing was changed") from error
    return said


def at(folder: Path) -> Home:
    """The collection whose files are in ``folder``, wherever that stands; its name is the folder's."""
    about = _about(folder / ABOUT)
    return Home(
        folder.name,
        folder / ARTICLES,
        folder / BUILT,
        folder / DECISIONS,
        about.get("title", ""),
        about.get("standfirst", ""),
    )


def _about(path: Path) -> dict[str, str]:
    """What is said of a collection; nothing where the file is missing or damaged: its articles count without it."""
    try:
        found = json.loads(whole.read(path, ABOUT_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    words = found.items() if isinstance(found, dict) else ()
    return {str(key): _said(value) for key, value in words if isinstance(value, str)}


def _said(words: str) -> str:
    return " ".join(words.encode("utf-8", "replace").decode().split())[:COLLECTION_WORDS]
