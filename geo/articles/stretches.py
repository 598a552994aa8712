"""An article's text cut into paragraphs; those that a page break or the width of a page cut in two are joined again."""

import re
from collections.abc import Iterator
from itertools import pairwise

from geo.articles.dates import find_date
from geo.articles.kinds import ADDRESS, BYLINE, LINK_ONLY, RELATED, TERMINAL, is_stamped
from geo.articles.labels import publisher_in
from geo.articles.notes import is_credit, is_note
from geo.articles.rows import is_table_line

_SHORTEST_WRAPPED = 30
"""Characters; shorter lines are a list or a heading, not text wrapped at a column."""
TAIL = 600
"""Characters before a blank line that tell whether a sentence was cut there."""
_LONGEST_LABEL = 6
"""Words under a figure that stands on a line of its own, as a table's cells come out of a page."""
_BREAK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|the|of|on|in|at|to|from|for|with|by|and|or|but|that|which|who|as|than|into|near|over|under|after"
    r"|before|between|during|its|his|her|their|our|about|more|some|is|are|was|were|has|have|had|will|would))$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[0-9][0-9., ]{0,14}")
_BULLETED = re.compile(r"[-–—•·▪◦‣][ \t]")


def stretches(text: str) -> list[tuple[int, int]]:
    """(start, end) of each paragraph, with the cut ones joined."""
    found: list[tuple[int, int]] = []
    for start, end in _pieces(text):
        if found and _is_cut(text[max(found[-1][0], found[-1][1] - TAIL) : found[-1][1]], text[start:end]):
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
    if TERMINAL.search(line) or _is_head(line) or _is_head(rest):
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
        (BYLINE.match(line) and len(line.split()) <= 8)
        or publisher_in(line, titled=True)
        or (len(line) < 60 and find_date(line))
        or is_stamped(line)
        or ADDRESS.fullmatch(line)
        or line.startswith("#")
    )


def _is_cut(before: str, after: str) -> bool:
    """True where a blank line stands in the middle of a sentence."""
    if len(before.split()) < 5 or TERMINAL.search(before) or _is_head(before) or _is_head(after):
        return False
    if LINK_ONLY.fullmatch(before) or RELATED.match(before) or before.endswith("**"):
        return False
    return after[:1].islower() or bool(_OPEN_END.search(before))
