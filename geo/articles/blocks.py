"""An article's text as blocks: title, byline, date, captions, headings, prose, links.

Saved web pages carry debris: sentences cut in two by a page break, captions with a credit, links to other articles,
sub-headings, Markdown. The text itself is never changed. A block is a reading copy of one stretch of it, on one line
and without markup, which knows where each of its characters stands in the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.articles.capitals import lowered
from geo.articles.datelines import DATELINE
from geo.articles.kinds import READ_KINDS, BlockKind, kind_of
from geo.articles.notes import (
    CREDIT_INSIDE,
    NOTE_BEFORE,
    NOTE_INSIDE,
    STAMP_BEFORE,
    is_credit,
    is_note_label,
)
from geo.articles.plain import Plain, plain
from geo.articles.rows import Cell, Piece, boxed, cells, is_rule, is_table_line, listed, tabled
from geo.articles.stretches import TAIL, stretches
from geo.model import Span

LONGEST = 4_000
"""Characters of a block; longer ones are cut at the end of a sentence, to bound the memory of a parse."""
_MAYBE_ROWS = (BlockKind.ROW, BlockKind.HEADING, BlockKind.PROSE)


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


_SPACE_OR_WORD = re.compile(r"\S+|\s+")
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
_FOLLOWS = re.compile(r"follow|below|by (?:country|nation)|breakdown|contribut|:$", re.IGNORECASE)
"""What a paragraph says that goes before the rows of a list."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s")


@lru_cache(maxsize=2)
def blocks(text: str) -> tuple[Block, ...]:
    """Cut ``text`` into blocks, in reading order; sentences that a page break cut in two are joined again.

    Kept for a moment: who takes an article in asks, and who reads it asks again.
    """
    source = plain(text)
    found: list[Block] = []
    above: list[str] = []
    head: list[Cell] = []  # of the table that is being read
    untitled = is_head = True
    for start, end in stretches(source.text):
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
        kind = kind_of(stretch, first=untitled, head=is_head)
        if found and kind in READ_KINDS and found[-1].kind is BlockKind.CORRECTION and is_note_label(found[-1].text):
            kind = BlockKind.CORRECTION
        sentence = listed(source.text, start, end, above) if kind in _MAYBE_ROWS else None
        added = [_row(source, sentence)] if sentence else list(_told(source, start, end, kind, above))
        found += added
        above = _context(above, added)
        is_head = is_head and all(block.kind is not BlockKind.PROSE for block in added)
        untitled = untitled and all(block.kind not in (BlockKind.TITLE, BlockKind.PROSE) for block in added)
    if not any(block.kind is BlockKind.PROSE for block in found):  # a lone line is a story, not a headline over none
        found = [replace(block, kind=BlockKind.PROSE) if block.kind is BlockKind.TITLE else block for block in found]
    return tuple(found)


def _told(source: Plain, start: int, end: int, kind: BlockKind, above: Sequence[str]) -> Iterator[Block]:
    """The blocks of a stretch that is no row; a box that was run into a paragraph is its rows, under what is before."""
    rows = boxed(source.text, start, end) if kind is BlockKind.PROSE else []
    if rows:
        words = (*above, source.text[start : rows[0][0]])
        sentences = [listed(source.text, *row, words) for row in rows]
        if all(sentences):
            yield from _parted(source, start, rows[0][0], kind)
            yield from (_row(source, sentence) for sentence in sentences if sentence)
            start = rows[-1][1]
    yield from _parted(source, start, end, kind)


def _context(above: list[str], added: Sequence[Block]) -> list[str]:
    """What stands above a row and may say what it counts: the last headings, or a paragraph that announces a list."""
    for block in added:
        if block.kind is BlockKind.PROSE:
            above = [block.text] if _FOLLOWS.search(block.text[-TAIL:]) else []
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


def _reading_copies(source: Plain, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    """The stretch without markup and with single spaces, in pieces of at most ``LONGEST`` characters."""
    parts: list[str] = []
    offsets: list[int] = []
    for stretch in _between(start, end, (m.span() for m in _MARKUP.finditer(source.text, start, end))):
        for run in _SPACE_OR_WORD.finditer(source.text, *stretch):
            if not run[0].isspace():
                parts.append(run[0])
                offsets.extend(range(*run.span()))
            elif parts and parts[-1] != " ":
                parts.append(" ")
                offsets.append(run.start())
    copy = lowered("".join(parts)) if kind in READ_KINDS else "".join(parts)
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
            tuple(map(source.starts.__getitem__, behind)),
            tuple(map(source.ends.__getitem__, behind)),
        )
        position = stop


def _between(start: int, end: int, dropped: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of characters ``start`` to ``end`` without the stretches that are dropped, which are in order."""
    for begin, stop in dropped:
        yield start, begin
        start = stop
    yield start, end


def _is_language(copy: str) -> bool:
    """False for rows of figures, rules, brackets: where fewer than two of five characters are letters."""
    printed = len(copy) - copy.count(" ")
    return sum(map(str.isalpha, copy)) * 5 >= printed * 2
