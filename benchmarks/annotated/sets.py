"""The sets by name, and their texts: ours are in the annotation, the others in a folder outside the project."""

import json
import os
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
from msgspec import UNSET

from benchmarks.annotated.types import Annotation
from geo.articles.load import from_bytes
from geo.model import Article

FOLDER = Path(__file__).parent
SEEDS = FOLDER.parents[1] / "seeds"
SPLIT = FOLDER / "split.json"
OWN = ("development", "variety", "held_out", "conflicts")
"""Sets whose texts we wrote; they travel with the project."""
TAUGHT = ("made", "reports", "roles", "sentences", "seeds")
"""Sets that are only learned from, never measured on: news and sentences of ours, and the two articles of the user.

*roles* has more figures of a panel than news has: it teaches what people do and what a place is to them, and not what
is published, where or when."""
NEWS = ("train", "test")
"""The third-party articles of ``news/``, split by conflict."""
SETS = (*OWN, *TAUGHT, *NEWS, "news")
UNSEEN = ("held_out", "test", "news")
"""Sets that are only measured: nothing that was missed in them is ever listed."""
VARIABLE = "DATELINE_TRAIN"
BESIDE = FOLDER.parents[2] / "shared" / "train"


class TextsError(Exception):
    """The texts of a set are not there, or are not those that were annotated."""


def annotations(name: str) -> tuple[Annotation, ...]:
    """The annotations of a set, by file name; needs no texts."""
    if name in (*OWN, *TAUGHT):
        return _folder(FOLDER / name)
    news = _folder(FOLDER / "news")
    if name == "news":
        return news
    test = set(json.loads(SPLIT.read_text(encoding="utf-8"))["test"])
    return tuple(each for each in news if (Path(each.file).stem in test) == (name == "test"))


@cache
def _folder(folder: Path) -> tuple[Annotation, ...]:
    return tuple(decode(path) for path in sorted(folder.glob("*.json")))


def decode(path: Path) -> Annotation:
    """An annotation; raises ValueError naming the file where it is not of the format."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Annotation)
    except msgspec.MsgspecError as error:
        raise ValueError(f"{path.name}: {error}") from error


def texts() -> Path | None:
    """The folder of the third-party texts: what DATELINE_TRAIN names, else ../shared/train beside the checkout."""
    named = os.environ.get(VARIABLE)
    for folder in [Path(named)] if named else [BESIDE]:
        for each in (folder / "articles", folder):
            if each.is_dir() and any(each.glob("*.txt")):
                return each
    return None


def missing(name: str) -> str | None:
    """Why a set cannot be read here; None where it can."""
    if name in (*OWN, *TAUGHT) or texts() is not None:
        return None
    return f"{name}: the texts are third-party and not part of the project; name their folder with {VARIABLE}"


def articles(annotated: Sequence[Annotation]) -> Iterator[Article]:
    """The articles as the reader gets them, with the annotation's date where the text has none.

    Raises TextsError for a text that is missing or another.
    """
    for each in annotated:
        content = _content(each)
        published = date.fromisoformat(each.published) if each.published else None
        article = from_bytes(content, each.file, published=published)
        if article.sha256 != each.sha256:
            raise TextsError(f"{each.file}: another text than the one that was annotated")
        yield article


def _content(annotated: Annotation) -> bytes:
    if annotated.text is not UNSET:
        return annotated.text.encode()
    if (seed := SEEDS / annotated.file).is_file():
        return seed.read_bytes()
    folder = texts()
    path = folder / annotated.file if folder else None
    if path is None or not path.is_file():
        raise TextsError(f"{annotated.file}: not found; name the folder of the texts with {VARIABLE}")
    return path.read_bytes()
