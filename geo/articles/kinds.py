"""What a stretch of an article is: title, byline, date, caption, heading, row, prose, link or debris."""

import re
from enum import StrEnum

from geo.articles.dates import LABELLED, find_date
from geo.articles.labels import publisher_in
from geo.articles.notes import is_credit, is_note, is_note_label, is_stamp

_LONGEST_TITLE = 30
"""Words of a headline."""
_LONGEST_ROW = 12
"""Words of a row of a list or table; what is longer is prose or a headline."""
_WIDEST_ROW = 120
"""Characters of a row."""
_LONGEST_STAMP = 140
"""Characters of a line that says when the article was published and updated."""


class BlockKind(StrEnum):
    """What a block of an article is; ``READ_KINDS`` are those that are parsed."""

    TITLE = "title"
    BYLINE = "byline"
    PUBLISHER = "publisher"
    DATE = "date"
    DATELINE = "dateline"
    CAPTION = "caption"
    HEADING = "heading"
    ROW = "row"
    PROSE = "prose"
    LINK = "link"
    ADDRESS = "address"
    CORRECTION = "correction"
    CREDIT = "credit"
    DEBRIS = "debris"


READ_KINDS = (BlockKind.TITLE, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.ROW, BlockKind.PROSE)
"""The blocks that are language; bylines, publishers, dates, links, corrections, credits and debris are not parsed."""

ADDRESS = re.compile(r"<?(https?://[^\s<>\"]+)>?", re.IGNORECASE)
TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_SENTENCE = re.compile(r"[a-z0-9%)]\.[\"'”’)]?$|[a-z0-9%)]\.[\"'”’)]? +\**[A-Z\"“]")
BYLINE = re.compile(r"(?:by\s+|(?:by|author|byline|written by)\s?:\s{0,3})\S", re.IGNORECASE)
_CREDIT = re.compile(
    r"\*\*[^*\n]{2,120}\*\*\s*$"
    r"|\b(?:photo|image|picture|file photo|credit|photograph)\s*[:/]|\((?:photo|image)\b[^)]{0,200}\)\s*$"
    r"|/\s*[A-Z][\w. ]{1,30}$|\b(?:getty images|file photo)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][\w ]{1,28}:$")
RELATED = re.compile(r"\W*(?:related|read more|see also|also read|more on this)\b", re.IGNORECASE)
LINK_ONLY = re.compile(r"[^\w\[]*\[[^\]]+\]\([^)]*\)\W*")
_ROW = re.compile(  # a line of a list or table with its figure first or last: "- 800 people evacuated", "IDPs: 452"
    r"[^\w#*]{0,4}[0-9][0-9.,]*(?![\w/:])[^.!?\n]*[^\W\d_][^.!?\n]*|[^\W\d_][^.!?#*\n]*[:\s](?:[0-9][0-9.,  ]*)?[0-9]"
)


def kind_of(stretch: str, *, first: bool, head: bool) -> BlockKind:  # noqa: PLR0911 - a table of cases, first wins
    """What a stretch is; ``first`` where the article has no title and no prose yet, ``head`` where it has no prose."""
    words = len(stretch.split())
    if ADDRESS.fullmatch(stretch) or _LABEL.fullmatch(stretch):
        return BlockKind.ADDRESS
    if LINK_ONLY.fullmatch(stretch) or RELATED.match(stretch):
        return BlockKind.LINK
    if BYLINE.match(stretch) and words <= 8 and not TERMINAL.search(stretch):
        return BlockKind.BYLINE
    if head and publisher_in(stretch, titled=not first):
        return BlockKind.PUBLISHER
    if is_note(stretch) or is_note_label(stretch):
        return BlockKind.CORRECTION
    if is_stamped(stretch) or (words <= 12 and len(stretch) < 60 and find_date(stretch) and not stretch.endswith(".")):
        return BlockKind.DATE
    if is_stamp(stretch):
        return BlockKind.DEBRIS
    if is_credit(stretch):
        return BlockKind.CREDIT
    if first and (stretch.startswith("#") or (words <= _LONGEST_TITLE and not _SENTENCE.search(stretch))):
        return BlockKind.TITLE
    if words <= 80 and _CREDIT.search(stretch):
        return BlockKind.CAPTION
    if words <= _LONGEST_ROW and len(stretch) < _WIDEST_ROW and _ROW.fullmatch(" ".join(stretch.split())):
        return BlockKind.ROW
    if stretch.startswith("#") or (words <= 10 and not TERMINAL.search(stretch)):
        return BlockKind.HEADING
    return BlockKind.PROSE


def is_stamped(line: str) -> bool:
    """True for a line that says when the article was published or updated."""
    return len(line) < _LONGEST_STAMP and bool(LABELLED.match(line)) and find_date(line) is not None
