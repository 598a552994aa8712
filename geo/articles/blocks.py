"""An article's text as blocks: title, byline, date, captions, headings, prose, links.

Saved web pages carry debris: sentences cut in two by a page break, captions with a credit, links to other articles,
sub-headings, Markdown. The text itself is never changed. A block is a reading copy of one stretch of it, on one line
and without markup, which knows where each of its characters stands in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from geo.articles.dates import find_date
from geo.model import Span

LONGEST = 4_000
"""Characters of a block; longer ones are cut at the end of a sentence, to bound the memory of a parse."""

_SHORTEST_WRAPPED = 30
"""Characters; shorter lines are a list or a heading, not text wrapped at a column."""

_TAIL = 600
"""Characters before a blank line that tell whether a sentence was cut there."""
_LONGEST_ROW = 12
"""Words of a row of a list or table; what is longer is prose or a headline."""

_WIDEST_ROW = 120
"""Characters of a row."""

_LONGEST_LABEL = 6
"""Words under a figure that stands on a line of its own, as a table's cells come out of a page."""

LONGEST_TITLE = 30
"""Words of a headline."""


class BlockKind(StrEnum):
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    HEADING = "heading"
    ROW = "row"
    PROSE = "prose"
    LINK = "link"
    ADDRESS = "address"
    DEBRIS = "debris"


READ_KINDS = (BlockKind.TITLE, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.ROW, BlockKind.PROSE)
"""The blocks that are language; bylines, dates, links, addresses and debris are not parsed."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text on one line; ``offsets[i]`` is where ``text[i]`` stands in the article."""

    kind: BlockKind
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The article's span behind ``text[start:end]`` (not empty)."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


ADDRESS = re.compile(r"<?(https?://[^\s<>\"]+)>?", re.IGNORECASE)
_BREAK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_MARKUP = re.compile(
    r"^[ \t]*#{1,6}[ \t]+"  # heading marks
    r"|^[ \t]*>[ \t]?"  # quotation marks of e-mail and Markdown
    r"|!?\[(?=[^\]\n]{0,400}\]\([^)\s]{0,2000}\))"  # [text](target): the brackets and the target go
    r"|\]\([^)\s]{0,2000}\)"
    # Emphasis; between digits it stays, lest "10*20" become 1,020.
    r"|(?<![0-9])\*{1,3}|\*{1,3}(?! ?[0-9]|\*)|(?<!\w)(?<![0-9][,.])_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w|[,.][0-9])"
    r"|[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]",
    re.MULTILINE,
)
_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_SENTENCE = re.compile(r"[a-z0-9%)]\.[\"'”’)]?$|[a-z0-9%)]\.[\"'”’)]? +\**[A-Z\"“]")
_OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|the|of|on|in|at|to|from|for|with|by|and|or|but|that|which|who|as|than|into|near|over|under|after"
    r"|before|between|during|its|his|her|their|our|about|more|some|is|are|was|were|has|have|had|will|would))$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"by\s+\S", re.IGNORECASE)
_CREDIT = re.compile(
    r"\*\*[^*\n]{2,120}\*\*\s*$"
    r"|\b(?:photo|image|picture|file photo|credit|photograph)\s*[:/]|\((?:photo|image)\b[^)]{0,200}\)\s*$"
    r"|/\s*[A-Z][\w. ]{1,30}$|\b(?:getty images|file photo)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][\w ]{1,28}:$")
_RELATED = re.compile(r"\W*(?:related|read more|see also|also read|more on this)\b", re.IGNORECASE)
_LINK_ONLY = re.compile(r"[^\w\[]*\[[^\]]+\]\([^)]*\)\W*")
_ROW = re.compile(  # a line of a list or table with its figure first or last: "- 800 people evacuated", "IDPs: 452"
    r"[^\w#*]{0,4}[0-9][0-9.,]*(?![\w/:])[^.!?\n]*[^\W\d_][^.!?\n]*|[^\W\d_][^.!?#*\n]*[:\s](?:[0-9][0-9.,  ]*)?[0-9]"
)
_FIGURE = re.compile(r"[0-9][0-9., ]{0,14}")
DATELINE = re.compile(
    r"(?P<place>[A-Z][^\W\d_]*[A-Z][^\W\d_](?:[ '’/.-][A-Z]+)*(?:, ?(?:[A-Z][\w.]* ?){1,3}[0-9]{0,2})?"
    r" ?(?:\((?P<agency>[^)\n]{2,30})\))?) ?(?:[-–—]|--) "
)
"""What opens a story: "CITY, Country, July 5 (Agency) - "."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s")


def _is_language(copy: str) -> bool:
    """False for rows of figures, rules, brackets: where fewer than two of five characters are letters."""
    printed = sum(not character.isspace() for character in copy)
    return sum(map(str.isalpha, copy)) * 5 >= printed * 2


def blocks(text: str) -> tuple[Block, ...]:
    """Cut ``text`` into blocks, in reading order; sentences that a page break cut in two are joined again."""
    found: list[Block] = []
    for start, end in _stretches(text):
        untitled = not any(block.kind in (BlockKind.TITLE, BlockKind.PROSE) for block in found)
        kind = _kind(text[start:end], first=untitled)
        if kind is BlockKind.PROSE and (dateline := DATELINE.match(text, start, end)):  # no part of the first sentence
            found.extend(_reading_copies(text, start, dateline.end("place"), BlockKind.HEADING))
            found.extend(_reading_copies(text, dateline.end(), end, kind))
        else:
            found.extend(_reading_copies(text, start, end, kind))
    if not any(block.kind is BlockKind.PROSE for block in found):  # a lone line is a story, not a headline over none
        found = [replace(block, kind=BlockKind.PROSE) if block.kind is BlockKind.TITLE else block for block in found]
    return tuple(found)


def _stretches(text: str) -> list[tuple[int, int]]:
    """(start, end) of each paragraph, with the cut ones joined."""
    found: list[tuple[int, int]] = []
    for start, end in _pieces(text):
        if found and _is_cut(text[max(found[-1][0], found[-1][1] - _TAIL) : found[-1][1]], text[start:end]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs between blank lines, and within them at a line end that also ends a sentence or the head matter."""
    position = 0
    for stop, following in [*((m.start(), m.end()) for m in _BREAK.finditer(text)), (len(text), len(text))]:
        begin = position
        lines = text[position:stop].split("\n")
        width = max((len(line) for line in lines if "://" not in line), default=0)
        line_end = position
        for line, rest in pairwise(lines):  # each line against the next alone: a long text takes no longer a line
            line_end += len(line)
            if line.strip() and not _wraps(line.strip(), rest.strip(), width, line_end - begin):
                yield from _trimmed(text, begin, line_end)
                begin = line_end + 1
            line_end += 1
        yield from _trimmed(text, begin, stop)
        position = following


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    if stretch.strip():
        yield start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())


def _wraps(line: str, rest: str, width: int, gathered: int) -> bool:
    """True where ``rest`` goes on with a line that was wrapped: its first word had no room in ``width`` characters.

    ``gathered`` counts the characters of the paragraph so far: two short lines are no wrapped paragraph.
    """
    if _TERMINAL.search(line) or _is_head(line) or _is_head(rest):
        return False
    return (
        rest[:1].islower()
        or (bool(_FIGURE.fullmatch(line)) and rest[:1].isalpha() and len(rest.split()) <= _LONGEST_LABEL)
        or bool(_OPEN_END.search(line))
        or (gathered >= _SHORTEST_WRAPPED and len(f"{line} {rest.split(' ', 1)[0]}") > width)
    )


def _is_head(line: str) -> bool:
    """True for the lines that stand alone at an article's head or foot: byline, date, address, heading marks."""
    return bool(
        (_BYLINE.match(line) and len(line.split()) <= 8)
        or (len(line) < 60 and find_date(line))
        or ADDRESS.fullmatch(line)
        or line.startswith("#")
    )


def _is_cut(before: str, after: str) -> bool:
    """True where a blank line stands in the middle of a sentence."""
    if len(before.split()) < 5 or _TERMINAL.search(before) or _is_head(before) or _is_head(after):
        return False
    if _LINK_ONLY.fullmatch(before) or _RELATED.match(before) or before.endswith("**"):
        return False
    return after[:1].islower() or bool(_OPEN_END.search(before))


def _kind(stretch: str, *, first: bool) -> BlockKind:  # noqa: PLR0911 - a table of cases, first match wins
    words = len(stretch.split())
    if ADDRESS.fullmatch(stretch) or _LABEL.fullmatch(stretch):
        return BlockKind.ADDRESS
    if _LINK_ONLY.fullmatch(stretch) or _RELATED.match(stretch):
        return BlockKind.LINK
    if _BYLINE.match(stretch) and words <= 8 and not _TERMINAL.search(stretch):
        return BlockKind.BYLINE
    if words <= 12 and len(stretch) < 60 and find_date(stretch) and not stretch.endswith("."):
        return BlockKind.DATE
    if first and (stretch.startswith("#") or (words <= LONGEST_TITLE and not _SENTENCE.search(stretch))):
        return BlockKind.TITLE
    if words <= 80 and _CREDIT.search(stretch):
        return BlockKind.CAPTION
    if words <= _LONGEST_ROW and len(stretch) < _WIDEST_ROW and _ROW.fullmatch(" ".join(stretch.split())):
        return BlockKind.ROW
    if stretch.startswith("#") or (words <= 10 and not _TERMINAL.search(stretch)):
        return BlockKind.HEADING
    return BlockKind.PROSE


def _reading_copies(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    """The stretch without markup and with single spaces, in pieces of at most ``LONGEST`` characters."""
    dropped = {i for m in _MARKUP.finditer(text, start, end) for i in range(*m.span())}
    characters: list[str] = []
    offsets: list[int] = []
    for i in range(start, end):
        if i in dropped:
            continue
        character = " " if text[i].isspace() else text[i]
        if character == " " and (not characters or characters[-1] == " "):
            continue
        characters.append(character)
        offsets.append(i)
    copy = "".join(characters)
    position = 0
    whole = len(copy.rstrip())
    while position < whole:
        stop = whole
        if stop - position > LONGEST:
            ends = [m.end() for m in _SENTENCE_END.finditer(copy, position, position + LONGEST)]
            stop = ends[-1] if ends else position + LONGEST
        piece = copy[position:stop].rstrip()
        is_debris = kind in READ_KINDS and not _is_language(piece)
        yield Block(BlockKind.DEBRIS if is_debris else kind, piece, tuple(offsets[position : position + len(piece)]))
        position = stop
