"""An article's text as blocks: title, byline, date, captions, headings, prose, links.

Saved web pages carry debris: sentences cut in two by a page break, captions with a credit, links to other articles,
sub-headings, Markdown. The text itself is never changed. A block is a reading copy of one stretch of it, on one line
and without markup, which knows where each of its characters stands in the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from geo.articles.capitals import lowered
from geo.articles.datelines import DATELINE
from geo.articles.dates import LABELLED, find_date
from geo.articles.notes import (
    CREDIT_INSIDE,
    NOTE_BEFORE,
    NOTE_INSIDE,
    STAMP_BEFORE,
    is_credit,
    is_note,
    is_note_label,
    is_stamp,
)
from geo.articles.plain import Plain, plain
from geo.articles.rows import Cell, Piece, cells, is_rule, is_table_line, listed, tabled
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

_LONGEST_STAMP = 140
"""Characters of a line that says when the article was published and updated."""

LONGEST_TITLE = 30
"""Words of a headline."""


class BlockKind(StrEnum):
    TITLE = "title"
    BYLINE = "byline"
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
"""The blocks that are language; bylines, dates, links, corrections, credits and debris are not parsed."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text on one line; ``text[i]`` came from ``offsets[i]`` to ``ends[i]`` of the article.

    Both only rise. A character that the reading copy adds (in the sentence of a row) comes from an empty stretch.
    """

    kind: BlockKind
    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The article's span behind ``text[start:end]`` (not empty)."""
        return Span(self.offsets[start], self.ends[end - 1])


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
_FOLLOWS = re.compile(r"follow|below|by (?:country|nation)|breakdown|contribut|:$", re.IGNORECASE)
"""What a paragraph says that goes before the rows of a list."""
_BULLETED = re.compile(r"[-–—•·▪◦‣][ \t]")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s")


def _is_language(copy: str) -> bool:
    """False for rows of figures, rules, brackets: where fewer than two of five characters are letters."""
    printed = sum(not character.isspace() for character in copy)
    return sum(map(str.isalpha, copy)) * 5 >= printed * 2


def blocks(text: str) -> tuple[Block, ...]:
    """Cut ``text`` into blocks, in reading order; sentences that a page break cut in two are joined again."""
    source = plain(text)
    found: list[Block] = []
    above: list[str] = []
    head: list[Cell] = []  # of the table that is being read
    untitled = True
    for start, end in _stretches(source.text):
        stretch = source.text[start:end]
        if is_table_line(stretch):
            row = cells(source.text, start, end)
            told = list(tabled(row, head, above)) if head else []
            if told:
                found.append(_row(source, told))
                continue
            head = head if is_rule(stretch) else row
        else:
            head = []
        kind = _kind(stretch, first=untitled)
        if found and kind in READ_KINDS and found[-1].kind is BlockKind.CORRECTION and is_note_label(found[-1].text):
            kind = BlockKind.CORRECTION
        sentence = listed(source.text, start, end, above) if kind in _MAYBE_ROWS else None
        added = [_row(source, sentence)] if sentence else list(_parted(source, start, end, kind))
        found += added
        above = _context(above, added)
        untitled = untitled and all(block.kind not in (BlockKind.TITLE, BlockKind.PROSE) for block in added)
    if not any(block.kind is BlockKind.PROSE for block in found):  # a lone line is a story, not a headline over none
        found = [replace(block, kind=BlockKind.PROSE) if block.kind is BlockKind.TITLE else block for block in found]
    return tuple(found)


_MAYBE_ROWS = (BlockKind.ROW, BlockKind.HEADING, BlockKind.PROSE)


def _context(above: list[str], added: Sequence[Block]) -> list[str]:
    """What stands above a row and may say what it counts: the last headings, or a paragraph that announces a list."""
    for block in added:
        if block.kind is BlockKind.PROSE:
            above = [block.text] if _FOLLOWS.search(block.text[-_TAIL:]) else []
        elif block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            above = [*above[-1:], block.text]
    return above


def _row(source: Plain, pieces: Sequence[Piece]) -> Block:
    """The sentence of a row."""
    characters: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for piece in pieces:
        if isinstance(piece, str):
            characters += piece
            offsets += [ends[-1]] * len(piece)
            ends += [ends[-1]] * len(piece)
            continue
        for i in range(*piece):
            characters.append(" " if source.text[i].isspace() else source.text[i])
            offsets.append(source.starts[i])
            ends.append(source.ends[i])
    return Block(BlockKind.ROW, "".join(characters), tuple(offsets), tuple(ends))


def _parted(source: Plain, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    """The stretch without what stands on its lines and is no story: dateline, time, notes before and after."""
    text = source.text
    if kind is BlockKind.PROSE and (stamp := STAMP_BEFORE.match(text, start, end)):
        yield from _reading_copies(source, start, stamp.end(), BlockKind.DEBRIS)
        start = stamp.end()
    if kind in (BlockKind.PROSE, BlockKind.CORRECTION) and (note := NOTE_BEFORE.match(text, start, end)):
        yield from _reading_copies(source, start, note.end(), BlockKind.CORRECTION)
        start, kind = note.end(), BlockKind.PROSE
    if kind is BlockKind.PROSE and (dateline := DATELINE.match(text, start, end)):  # no part of the first sentence
        last = dateline.end("day") if dateline["day"] else -1
        last = dateline.end("agency") + 1 if dateline["agency"] else last
        place = dateline.end("place")
        middle = place if dateline["day"] else max(place, last)
        yield from _reading_copies(source, start, middle, BlockKind.HEADING)
        yield from _reading_copies(source, middle, max(middle, last), BlockKind.DATELINE)
        start = dateline.end()
    rest = end
    if kind is BlockKind.PROSE and (note := NOTE_INSIDE.search(text, start, end)):
        rest, after = note.start("note"), BlockKind.CORRECTION
    elif kind is BlockKind.PROSE and (note := CREDIT_INSIDE.search(text, start, end)) and is_credit(note["note"]):
        rest, after = note.start("note"), BlockKind.CREDIT
    yield from _reading_copies(source, start, rest, kind)
    if rest < end:
        yield from _reading_copies(source, rest, end, after)


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
    if _BULLETED.match(rest) or is_table_line(line) or is_table_line(rest) or is_credit(rest) or is_note(rest):
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
        or _is_stamped(line)
        or ADDRESS.fullmatch(line)
        or line.startswith("#")
    )


def _is_stamped(line: str) -> bool:
    """True for a line that says when the article was published or updated."""
    return len(line) < _LONGEST_STAMP and bool(LABELLED.match(line)) and find_date(line) is not None


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
    if is_note(stretch) or is_note_label(stretch):
        return BlockKind.CORRECTION
    if _is_stamped(stretch) or (words <= 12 and len(stretch) < 60 and find_date(stretch) and not stretch.endswith(".")):
        return BlockKind.DATE
    if is_stamp(stretch):
        return BlockKind.DEBRIS
    if is_credit(stretch):
        return BlockKind.CREDIT
    if first and (stretch.startswith("#") or (words <= LONGEST_TITLE and not _SENTENCE.search(stretch))):
        return BlockKind.TITLE
    if words <= 80 and _CREDIT.search(stretch):
        return BlockKind.CAPTION
    if words <= _LONGEST_ROW and len(stretch) < _WIDEST_ROW and _ROW.fullmatch(" ".join(stretch.split())):
        return BlockKind.ROW
    if stretch.startswith("#") or (words <= 10 and not _TERMINAL.search(stretch)):
        return BlockKind.HEADING
    return BlockKind.PROSE


def _reading_copies(source: Plain, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    """The stretch without markup and with single spaces, in pieces of at most ``LONGEST`` characters."""
    text = source.text
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
    copy = lowered("".join(characters)) if kind in READ_KINDS else "".join(characters)
    position = 0
    whole = len(copy.rstrip())
    while position < whole:
        stop = whole
        if stop - position > LONGEST:
            ends = [m.end() for m in _SENTENCE_END.finditer(copy, position, position + LONGEST)]
            stop = ends[-1] if ends else position + LONGEST
        piece = copy[position:stop].rstrip()
        is_debris = kind in READ_KINDS and not _is_language(piece)
        behind = offsets[position : position + len(piece)]
        yield Block(
            BlockKind.DEBRIS if is_debris else kind,
            piece,
            tuple(source.starts[i] for i in behind),
            tuple(source.ends[i] for i in behind),
        )
        position = stop
