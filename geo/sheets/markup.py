"""What of an article's text is markup and not words: it is left out where the article is read, and changes no word.

Saved pages carry Markdown: heading marks, quotation marks, emphasis, links. Spans are those of the text as published.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from geo.model import Span

_TARGET = r"\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\)"
"""An address in brackets, which may hold a pair of its own; where another bracket opens, no search goes on."""
_MARKS = re.compile(
    r"^[ \t]*#{1,6}[ \t]+"  # heading
    r"|^[ \t]*>[ \t]?"  # quotation
    r"|^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$"  # a rule across the page
    rf"|!?\[(?=[^\]\n]{{0,400}}{_TARGET})"  # [words](target): the words stay
    rf"|(?<=[^\s\[]){_TARGET}",
    re.MULTILINE,
)
_EMPHASIS = re.compile(
    r"""(?<![^\s("'“‘\[])(\*{1,3}|_{1,3})(?=[^\s*_])([^\n]{1,400}?)(?<=[^\s*_])\1(?![^\s).,;:!?"'”’\]])"""
)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Markup:
    """``left_out``: what is not words. ``strong``: words set off by emphasis. Both in order."""

    left_out: tuple[Span, ...]
    strong: tuple[Span, ...]


def markup(text: str, within: Span | None = None) -> Markup:
    """The markup of ``text``, or of what is ``within``."""
    start, end = (within.start, within.end) if within else (0, len(text))
    marks = [Span(found.start(), found.end()) for found in _MARKS.finditer(text, start, end)]
    strong = []
    for found in _EMPHASIS.finditer(text, start, end):
        strong.append(Span(found.start(2), found.end(2)))
        marks += [Span(found.start(), found.start(2)), Span(found.end(2), found.end())]
    return Markup(tuple(sorted(marks)), tuple(strong))


def plain(text: str) -> str:
    """``text`` without its markup."""
    ends = [Span(0, 0), *markup(text).left_out, Span(len(text), len(text))]
    return "".join(text[before.end : after.start] for before, after in pairwise(ends))


def is_heading(text: str) -> bool:
    """Whether a paragraph carries the mark of a heading."""
    return _HEADING.match(text) is not None
