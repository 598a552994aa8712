"""Paths -> articles: whatever lies there is taken, or named with the reason why not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from geo.articles.byline import author_of
from geo.articles.dates import MONTHS
from geo.articles.load import from_bytes, printable
from geo.errors import ArticleError
from geo.intake.document import Budget, Document, Refused, Source
from geo.intake.formats import Format, format_of
from geo.intake.tidy import day, page, tidied
from geo.intake.worker import Worker
from geo.limits import INTAKE_DEPTH, INTAKE_FILE_BYTES, INTAKE_NAME
from geo.model import Article

ABOUT_THE_FOLDER = ("ORIGIN.md", "README.md")
"""Files that tell of the folder that they lie in; they are no articles."""
_MONTHS = {number: name.capitalize() for name, number in MONTHS.items()}
"""The long names: they come last."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An article, and what its file says of it."""

    article: Article
    document: Document


def found_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files at ``paths``, those in folders included, by name; what is hidden is left alone."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for inner in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
            if not hidden and not inner.is_dir() and inner.name not in ABOUT_THE_FOLDER:
                yield inner


def take(path: Path, worker: Worker, published: date | None = None) -> Iterator[Taken | ArticleError]:
    """The articles in the file at ``path``; ``published`` is their date where they have none of their own."""
    name = shown(path.name)
    try:
        if path.exists() and not path.is_file():  # a folder, or a pipe that would never end
            yield _error(Refused(name, "is not a file", "Add the files in it"))
            return
        if path.stat().st_size > INTAKE_FILE_BYTES:
            megabytes = INTAKE_FILE_BYTES // 1_000_000
            yield _error(Refused(name, f"is larger than {megabytes} MB", "Cut it into smaller files"))
            return
        content = path.read_bytes()
    except FileNotFoundError:
        yield _error(Refused(name, "there is no such file", "Check the name"))
        return
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        yield _error(Refused(name, what, "Check that it is a file you may read"))
        return
    yield from take_bytes(Source(path.name, content), worker, published)


def take_bytes(source: Source, worker: Worker, published: date | None = None) -> Iterator[Taken | ArticleError]:
    """The articles in ``source`` and in all that it holds."""
    budget, waiting = Budget(), [(source, 0)]
    while waiting:
        this, depth = waiting.pop(0)
        if format_of(this.name, this.content) is Format.TEXT:  # read here, as it always was
            yield _at(this, _text(this, published), published)
            continue
        for item in worker.parse(this):
            match item:
                case Source() if depth >= INTAKE_DEPTH:
                    yield _error(
                        Refused(item.name, f"lies {INTAKE_DEPTH} files deep", "Unpack it and add what it holds")
                    )
                case Source() if not budget.spend(len(item.content)):
                    yield _error(Refused(source.name, "holds more than a file may", "Unpack it and add what it holds"))
                    return
                case Source():
                    waiting.append((item, depth + 1))
                case Refused():
                    yield _error(item)
                case Document():
                    yield _at(this, _taken(item, published), published)


def _text(source: Source, published: date | None) -> Taken | ArticleError:
    try:
        article = from_bytes(source.content, shown(source.name), published=day(published))
    except ArticleError as error:
        return error
    return Taken(article, Document(article.file, article.text, article.sha256, Format.TEXT.value, verbatim=True))


def _taken(document: Document, published: date | None) -> Taken | ArticleError:
    try:
        return Taken(article_of(document, published), document)
    except ArticleError as error:
        return error


def _at(source: Source, found: Taken | ArticleError, published: date | None) -> Taken | ArticleError:
    """An article with the address where its source stood, where it names none of its own; what a source holds, a row or
    an entry, stood elsewhere."""
    if isinstance(found, ArticleError) or page(source.address) is None:
        return found
    if found.document.name not in (source.name, shown(source.name)):
        return found
    if found.document.url is not None or found.article.url is not None:
        return found
    document = replace(found.document, url=page(source.address))
    return Taken(article_of(document, published), document)


def article_of(document: Document, published: date | None = None) -> Article:
    """``document`` as an article: what its file says of it outranks what is read out of its text.

    Raises ArticleError where it has no text, or too much.
    """
    document, published = tidied(document), day(published)
    name = shown(document.name)
    text = (document.body if document.verbatim else composed(document)).encode("utf-8", "replace").replace(b"\0", b"")
    article = from_bytes(text, name, published=document.published or published)
    return replace(
        article,
        id=document.sha256[:12],
        sha256=document.sha256,
        title=document.title or article.title,
        publisher=document.publisher or article.publisher,
        agency=document.agency or article.agency,
        published=document.published or article.published,
        url=document.url or article.url,
        author=document.author or author_of(document.byline) or article.author,
    )


def composed(document: Document) -> str:
    """The text in the order that README.md tells for text files: headline, byline, date, story, address."""
    opening = " ".join(document.body[: 2 * len(document.title or "")].split()).casefold()
    again = document.title is not None and opening.startswith(document.title.casefold())
    day = document.published
    parts = (
        None if again else document.title,
        f"By {document.byline}" if document.byline else None,
        f"{day.day} {_MONTHS[day.month]} {day.year}" if day else None,
        document.body,
        document.url,
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def shown(name: str) -> str:
    """A file's name on one line, cut where it is endless."""
    plain = printable(name.encode("utf-8", "replace").decode())
    return plain if len(plain) <= INTAKE_NAME else f"{plain[: INTAKE_NAME - 1]}…"


def _error(refused: Refused) -> ArticleError:
    return ArticleError(refused.what, where=shown(refused.name), remedy=refused.remedy)
