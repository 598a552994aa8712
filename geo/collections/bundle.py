"""A collection as one file to hand on: a zip of its articles, what people decided about them, and its built data.

    about.json            {"title", "standfirst"}
    articles/             a record each (geo.collections.records); what somebody laid there is read as it is elsewhere
    decisions.jsonl       the decisions, in order
    collection.json       the data set as built, for who reads it with a program of their own

So a zip of a collection's own folder is one as well. Taken in again, articles and decisions are added to those that
are there; the data set is built anew and never taken from the file. Whoever made it may be anybody: it is unpacked by
the process that parses, and every decision in it is one that could have been made here.
"""

import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from geo.articles.load import printable
from geo.collections.decisions import decoded as decision_in
from geo.collections.home import ABOUT, ARTICLES, BUILT, DECISIONS
from geo.collections.particulars import Edit
from geo.collections.records import RECORD, Record, decoded
from geo.collections.sound import is_moment, unsound
from geo.errors import ArticleError, DatelineError, DecisionError
from geo.intake.document import Document, Refused, Source
from geo.intake.formats import Format, format_of
from geo.intake.take import Taken, shown, take_bytes
from geo.intake.worker import Worker
from geo.limits import BUNDLE_DECISIONS
from geo.model import Article
from geo.model.decision import Decision

_HIDDEN = re.compile(r"\.[^.]")
_REST = "The rest of the file is taken"
_WHEN = (1980, 1, 1, 0, 0, 0)
"""Of every member: the same content gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a collection's zip holds: articles, decisions, the editor's words, and what of it was not taken."""

    articles: tuple[Taken, ...]
    decisions: tuple[Decision | Edit, ...]
    refused: tuple[DatelineError, ...]
    title: str = ""
    standfirst: str = ""


@dataclass(slots=True)
class _Unpacked:
    name: str
    others: list[Source] = field(default_factory=list)
    articles: list[Taken] = field(default_factory=list)
    decisions: list[Decision | Edit] = field(default_factory=list)
    refused: list[DatelineError] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)


def pack(  # noqa: PLR0913 - the parts of a collection
    articles: Iterable[Article],
    decisions: bytes,
    built: bytes,
    *,
    title: str = "",
    standfirst: str = "",
    added: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """The zip of a collection; ``decisions`` and ``built`` are its files, and ``added`` says when an article was added
    (its hash -> ISO 8601)."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        words = json.dumps({"title": title, "standfirst": standfirst}, ensure_ascii=False, indent=1)
        _put(packed, ABOUT, f"{words}\n".encode("utf-8", "replace"))
        for article in articles:
            record = msgspec.json.format(msgspec.json.encode(_record(article, added.get(article.sha256))), indent=1)
            _put(packed, f"{ARTICLES}/{article.sha256[:12]}.json", record + b"\n")
        _put(packed, DECISIONS, decisions)
        _put(packed, BUILT, built)
    return made.getvalue()


def opened(source: Source, worker: Worker) -> Bundle | None:
    """What ``source`` holds; None where it is no zip of a collection, as told by the names in it."""
    names = (name.encode() for name in (ABOUT, DECISIONS, ARTICLES))
    if format_of(source.name, source.content) is not Format.ZIP or not all(name in source.content for name in names):
        return None
    found = _Unpacked(shown(source.name))
    for item in worker.parse(source):
        match item:
            case Source():
                _take(item, found)
            case Refused():
                found.refused.append(ArticleError(item.what, where=shown(item.name), remedy=item.remedy))
            case Document():  # a zip has none of its own
                pass
    for other in found.others:
        for taken in take_bytes(other, worker):
            if isinstance(taken, Taken):
                found.articles.append(taken)
            else:
                found.refused.append(taken)
    said = {key: " ".join(str(found.about.get(key, "")).split()) for key in ("title", "standfirst")}
    return Bundle(tuple(found.articles), tuple(found.decisions), tuple(found.refused), **said)


def _put(packed: ZipFile, name: str, content: bytes) -> None:
    member = ZipInfo(name, _WHEN)
    member.compress_type = ZIP_DEFLATED
    packed.writestr(member, content)


def _record(article: Article, added: str | None) -> Record:
    """``article`` as a record: taken again it is the same to the letter, and was ``added`` when it was."""
    document = Document(
        name=article.file,
        body=article.text,
        sha256=article.sha256,
        parser="Dateline",
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        verbatim=True,
        agency=article.agency,
        author=article.author,
        added=added,
    )
    return Record.of(document, None)


def _take(member: Source, found: _Unpacked) -> None:
    inner = member.name.rpartition(" › ")[2]
    folder, _, name = inner.rpartition("/")
    if folder.rpartition("/")[2] == ARTICLES and not name.startswith("."):
        if RECORD.fullmatch(name):
            _article(member.content, inner, found)
        else:
            found.others.append(Source(name, member.content))
    elif name == ABOUT:
        found.about = _about(member.content)
    elif name == DECISIONS:
        _decisions(member.content, found)
    elif name != BUILT and not any(_HIDDEN.match(part) for part in inner.split("/")):
        found.refused.append(_no_part(inner, "is no part of a collection"))


def _about(content: bytes) -> dict[str, str]:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _article(content: bytes, inner: str, found: _Unpacked) -> None:
    try:
        record = decoded(content)
    except msgspec.MsgspecError:
        found.refused.append(_no_part(inner, "is a damaged record of an article"))
        return
    try:
        added = record.added if is_moment(record.added or "") else None
        document = replace(record.document(), published=record.published or record.given, added=added)
        found.articles.append(Taken(record.article(), document))
    except ArticleError as error:
        found.refused.append(error)


def _decisions(content: bytes, found: _Unpacked) -> None:
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        if len(found.decisions) == BUNDLE_DECISIONS:
            what = f"holds more than {BUNDLE_DECISIONS:,} decisions"
            found.refused.append(_no_part(found.name, what))
            return
        try:
            decision = decision_in(line)
            why = unsound(decision)
        except msgspec.MsgspecError:
            why = "is no decision"
        if why is None:
            found.decisions.append(decision)
        else:
            found.refused.append(DecisionError(why, where=f"{DECISIONS}, line {number}", remedy=_REST))


def _no_part(name: str, what: str) -> ArticleError:
    return ArticleError(what, where=shown(printable(name)), remedy=_REST)
