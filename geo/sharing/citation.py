"""How to cite a figure: the article that printed it, and the page that shows it.

Titles and addresses come from outside. BibTeX counts braces even behind a backslash, so one in a headline would swallow
every entry that follows: it is written as a command. An address stays as it is, for BibLaTeX takes it verbatim; what
cannot stand in one is written in per cent (RFC 3986).
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import quote

from geo.model import Article, Claim
from geo.wording import claims as wording
from geo.wording import dates, sentences, sources
from geo.wording.letters import line


def as_text(claim: Claim, article: Article, adjectives: Mapping[str, str], *, link: str | None = None) -> str:
    """One paragraph: the figure, the sentence, where it was printed, and where it is shown.

    “more than 1,000 Kenyan troops”: “Earlier this month …” AGENCY in PUBLISHER, 14 July 2021, “Title”, ADDRESS.
    """
    figure = wording.people(claim, adjectives)
    said = f"“{figure}”: “{sentences.printed(article, claim)}”"
    printed = ", ".join(part for part in (sources.signed(article), f"“{article.title}”", article.url) if part)
    return f"{said} {printed}." + (f" Shown at {link}." if link else "")


def of_view(title: str, shown: int, version: str, *, link: str, on: date) -> str:
    """A whole view, with the day on which it was looked at."""
    return (
        f"{title}. {wording.number(shown, 'figure')} with their sentences, Dateline, data set {version}, {link}, "
        f"seen on {dates.day(on)}."
    )


def as_bibtex(claim: Claim, article: Article, *, link: str | None = None) -> str:
    """The article as a BibTeX entry, the figure in its note."""
    published = article.published
    agency = [f"{{{_braced(article.agency)}}}"] if article.agency else []
    fields = {
        "title": article.title,
        "author": " and ".join([*map(_braced, _people(article)), *agency]),
        "journal": article.publisher or article.agency,
        "year": str(published.year) if published else None,
        "month": str(published.month) if published else None,
        "day": str(published.day) if published else None,
        "url": article.url,
        "note": f"Figure: {_figure(claim)}" + (f". Shown at {link}" if link else ""),
    }
    written: dict[str, Callable[[str], str]] = {"author": str, "url": _address}
    lines = [f"  {key} = {{{written.get(key, _braced)(value)}}}," for key, value in fields.items() if value]
    return "\n".join([f"@article{{dateline-{_NOT_IN_KEYS.sub('', claim.id)},", *lines, "}"]) + "\n"


def as_ris(claim: Claim, article: Article, *, link: str | None = None) -> str:
    """The article as a RIS record (type NEWS), the figure in its note."""
    published = article.published
    fields = [
        ("TY", "NEWS"),
        ("TI", article.title),
        *(("AU", name) for name in _people(article)),
        ("AU", article.agency),
        ("T2", article.publisher or article.agency),
        ("PY", str(published.year) if published else None),
        ("DA", f"{published:%Y/%m/%d}" if published else None),
        ("UR", _address(article.url) if article.url else None),
        ("N1", f"Figure: {_figure(claim)}"),
        ("L2", link),
    ]
    lines = [f"{tag}  - {line(value)}" for tag, value in fields if value and line(value)]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def _people(article: Article) -> list[str]:
    """Who signed it."""
    return [name.strip() for name in (article.author or "").split(";") if name.strip()]


def _figure(claim: Claim) -> str:
    return wording.people(claim, {})


_NOT_IN_KEYS = re.compile("[^A-Za-z0-9._:-]")
_NOT_IN_ADDRESSES = re.compile(r"[^!-~]|[\"<>\\^`{|}]")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "%": r"\%",
    "#": r"\#",
    "&": r"\&",
    "$": r"\$",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _braced(words: str | None) -> str:
    """``words`` on one line with every character that TeX would take for a command made plain."""
    return "".join(_SPECIAL.get(letter, letter) for letter in line(words or ""))


def _address(url: str) -> str:
    """``url`` with what may not stand in an address in per cent; what is written so already stays."""
    return _NOT_IN_ADDRESSES.sub(lambda found: quote(found[0], safe=""), line(url))
