"""``geo read``: what articles say, printed and kept nowhere."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from geo.articles.load import from_bytes, load
from geo.commands.place import ROOT, tell
from geo.contract import as_json
from geo.dataset.build import GAZETTEER
from geo.dataset.entry import summary
from geo.errors import ArticleError
from geo.intake.take import take
from geo.intake.worker import Worker
from geo.limits import ARTICLE_BYTES
from geo.model import Article
from geo.places.gazetteer import Gazetteer
from geo.reading import read as readings


def declare(reader: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    reader.add_argument(
        "files", nargs="+", metavar="FILE", help="a file of any format; - reads a text from standard input"
    )
    reader.add_argument("--json", action="store_true", help="one JSON object a line (see geo/contract.py)")
    reader.add_argument("--published", type=day, metavar="DATE", help="publication date where the text has none")


def read(chosen: argparse.Namespace) -> int:
    refused: list[str] = []
    gazetteer = Gazetteer.open(ROOT / "data" / GAZETTEER)
    for reading in readings(_articles(chosen.files, chosen.published, refused), gazetteer):
        if chosen.json:
            print(json.dumps(as_json(reading), ensure_ascii=False))
        else:
            print(f"{reading.article.file}: {summary(reading)}")
            for claim in reading.claims:
                print(f"  {claim.quantity.words} {claim.counted}: {claim.action}, {claim.status_words}")
    return 1 if refused else 0


def _articles(files: Sequence[str], published: date | None, refused: list[str]) -> Iterator[Article]:
    with Worker() as worker:
        for name in files:
            for found in _found(name, published, worker):
                if isinstance(found, ArticleError):
                    refused.append(name)
                    tell(f"error: {found}")
                else:
                    yield found


def _found(name: str, published: date | None, worker: Worker) -> Iterator[Article | ArticleError]:
    """The articles in a file; a text as it always was."""
    path = Path(name)
    try:
        if name == "-":
            yield from_bytes(sys.stdin.buffer.read(ARTICLE_BYTES + 1), "standard input", published=published)
        elif path.suffix.lower() == ".txt" or not path.is_file():
            yield load(path, published=published)
        else:
            yield from (it if isinstance(it, ArticleError) else it.article for it in take(path, worker, published))
    except ArticleError as error:
        yield error
