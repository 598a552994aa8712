"""What people decided about an article itself: what it tells of itself put right, or all of it taken out.

These decisions stand in the file of those about figures, a line each; ``fitting`` finds their article again.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from geo.collections.sketch import sketch
from geo.errors import DecisionError
from geo.intake.public import PORTS
from geo.limits import COLLECTION_WORDS, LINK_CHARACTERS, YEARS
from geo.model import Article

EARLIEST, LATEST = date(YEARS[0], 1, 1), date(YEARS[1], 12, 31)
"""Of what is published."""
SHORT_TEXT = 600
"""Characters of a text that is too short for a sketch; with more of them it is no prose."""


class Deed(StrEnum):
    """What is done to an article. UNDO takes back the latest deed before it that stands."""

    MEND = "mend"
    REMOVE = "remove"
    UNDO = "undo"


class Particular(StrEnum):
    """What of an article can be put right."""

    TITLE = "title"
    PUBLISHER = "publisher"
    AGENCY = "agency"
    AUTHOR = "author"
    DATE = "date"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Which:
    """The article that a decision is about, as it was then. Where it has no address there is something to know it by
    when its text has changed: ``sketch`` (base64) and ``runs`` of it, or all of its ``text`` where it is too short."""

    sha256: str
    url: str | None
    file: str
    title: str
    sketch: str = ""
    runs: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One line of a collection's decisions, about an article; its values as ``Decision`` has them: in words, the date
    as 2021-07-28, None where it is unknown."""

    id: str
    at: str
    who: str
    verdict: Deed
    article: Which
    field: Particular | None = None
    before: str | None = None
    after: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """What stands decided about an article (its id) of a built collection, in order."""

    article: str
    edits: tuple[Edit, ...]

    @property
    def mended(self) -> tuple[Edit, ...]:
        """What counts: the last edit of each particular, with what stood there before the first."""
        return mends(self.edits)


def which(article: Article) -> Which:
    drawn, runs = sketch(article.text) if article.url is None else (b"", 0)
    text = " ".join(article.text.split()) if article.url is None and not drawn else ""
    known = b64encode(drawn).decode(), runs, text[:SHORT_TEXT]
    return Which(article.sha256, article.url, article.file, article.title, *known)


def now(article: Article, field: Particular) -> str | None:
    """What stands in a particular of ``article``, in words."""
    match field:
        case Particular.TITLE:
            return article.title
        case Particular.PUBLISHER:
            return article.publisher
        case Particular.AGENCY:
            return article.agency
        case Particular.AUTHOR:
            return article.author
        case Particular.DATE:
            return article.published.isoformat() if article.published else None
        case Particular.ADDRESS:
            return article.url


def checked(field: Particular, words: str) -> str | None:
    """``words`` as a decision keeps them; None where they are empty. Raises DecisionError where they are no value."""
    said = " ".join(words.split())
    if field is Particular.TITLE and not said:
        raise DecisionError("is empty", where="The title", remedy="An article has some name: give it one")
    if field is Particular.DATE and said:
        _day(said)
    if field is Particular.ADDRESS and said and not is_page(said):
        raise DecisionError("is no address of a page", where=said[:80], remedy="It begins with https:// or http://")
    if len(said) > (LINK_CHARACTERS if field is Particular.ADDRESS else COLLECTION_WORDS):
        raise DecisionError("is too long", where=said[:60], remedy=f"Write at most {COLLECTION_WORDS} characters")
    return said or None


def standing(edits: Iterable[Edit]) -> dict[str, tuple[Edit, ...]]:
    """What was not undone, in order, by the article's hash."""
    found: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        these = found[edit.article.sha256]
        if edit.verdict is not Deed.UNDO:
            these.append(edit)
        elif these:
            these.pop()
    return {key: tuple(these) for key, these in found.items() if these}


def mends(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The last edit of each particular, with what stood there before the first."""
    found: dict[Particular, Edit] = {}
    for edit in edits:
        if edit.verdict is Deed.MEND and edit.field is not None:
            found[edit.field] = replace(edit, before=found.get(edit.field, edit).before)
    return tuple(found.values())


def removed(edits: Iterable[Edit]) -> Edit | None:
    """The decision that took the article out, where one stands."""
    return next((it for it in edits if it.verdict is Deed.REMOVE), None)


def taken_out(edits: Iterable[Edit]) -> dict[str, str]:
    """Why an article is not taken that was taken out, by its hash."""
    return {
        sha256: f"was taken out by hand ({out.who}, {out.at[:10]}: {out.why})"
        for sha256, these in standing(edits).items()
        if (out := removed(these)) is not None
    }


def dated(article: Article, edits: Iterable[Edit]) -> Article:
    """``article`` with the date that it was given: "last week" is read by it."""
    return _with(article, {it.field: it.after for it in mends(edits) if it.field is Particular.DATE})


def mended(article: Article, edits: Iterable[Edit]) -> Article:
    """``article`` with all that was put right. Its figures are known by the address that was found: that is changed
    only once they are read."""
    return _with(article, {it.field: it.after for it in mends(edits)})


def as_found(article: Article, edits: Iterable[Edit]) -> Article:
    """The reverse of ``mended``."""
    return _with(article, {it.field: it.before for it in mends(edits)})


def _with(article: Article, values: dict[Particular | None, str | None]) -> Article:
    for field, words in values.items():
        match field:
            case Particular.TITLE:
                article = replace(article, title=words or article.title)
            case Particular.PUBLISHER:
                article = replace(article, publisher=words)
            case Particular.AGENCY:
                article = replace(article, agency=words)
            case Particular.AUTHOR:
                article = replace(article, author=words)
            case Particular.DATE:
                article = replace(article, published=_day(words) if words else None)
            case Particular.ADDRESS:
                article = replace(article, url=words)
            case None:
                pass
    return article


def _day(words: str) -> date:
    try:
        day = date.fromisoformat(words)
    except ValueError as error:
        raise DecisionError("is no date", where=words[:40], remedy="Write it as 2021-07-28") from error
    if day < EARLIEST:
        raise DecisionError("is before there were such articles", where=words, remedy=f"Give a day since {EARLIEST}")
    if day > LATEST:
        raise DecisionError("is no day of any article", where=words, remedy=f"Give a day until {LATEST}")
    return day


def is_page(url: str) -> bool:
    """Whether ``url``, which becomes a link that everybody sees, names a machine of the web, and nobody's login."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that opens no IPv6 address
        return False
    is_plain = url.isprintable() and " " not in url and "@" not in parts.netloc
    return is_plain and parts.scheme in PORTS and bool(parts.hostname)
