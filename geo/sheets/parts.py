"""An article in parts that a page can carry: no visitor gets, and no click costs, more than one of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate
from typing import Generic, TypeVar

from geo.limits import READER_CHARACTERS, READER_MARKS, READER_STRETCHES
from geo.model import Article, Claim, Reading, Span, Toponym

Found = Claim | Toponym
Part = tuple[Span, ...]
"""Paragraphs, or pieces of very long ones."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document:
    """An article with what was found in it, by the order of the text, cut into parts; one at least.

    ``reach``: for each of ``found`` the furthest that it or one before it ends.
    """

    article: Article
    found: tuple[tuple[Span, Found], ...]
    reach: tuple[int, ...]
    parts: tuple[Part, ...]

    def found_in(self, within: Span) -> tuple[tuple[Span, Found], ...]:
        """What overlaps ``within``: looked up, for an article has as many parts as it is long."""
        first = bisect_right(self.reach, within.start)
        last = bisect_left(self.found, within.end, key=lambda it: it[0].start)
        return tuple((span, it) for span, it in self.found[first:last] if span.overlaps(within))

    def part_of(self, claim: str | None, shown: int) -> int:
        """The part in which a claim stands: ``shown`` where it is there too, or nowhere."""
        at = [span.start for span, it in self.found if isinstance(it, Claim) and it.id == claim]
        parts = [self.part_at(start) for start in at]
        return shown if shown in parts or not parts else parts[0]

    def part_at(self, place: int) -> int:
        """The part in which a place of the text stands."""
        ends = [part[-1].end for part in self.parts]
        return min(bisect_left(ends, place + 1), len(ends) - 1)


def document(reading: Reading) -> Document:
    """``reading`` as it is shown: made once for each version of the data set."""
    marks: list[tuple[Span, Found]] = [(span, it) for it in reading.claims for span in (it.span, *it.repeats)]
    marks += [(named.span, named) for named in reading.toponyms]
    marks.sort(key=lambda it: (it[0].start, it[0].end))
    starts = [span.start for span, _ in marks]
    stretches = list(_stretches(reading.article.text, starts)) or [Span(0, 0)]
    reach = tuple(accumulate((span.end for span, _ in marks), max))
    return Document(reading.article, tuple(marks), reach, tuple(_grouped(stretches, starts)))


def _paragraphs(text: str) -> Iterator[Span]:
    """The stretches of text between blank lines."""
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield Span(start, start + len(part))
        start += len(part) + 2


def _stretches(text: str, starts: Sequence[int]) -> Iterator[Span]:
    """The paragraphs, and those that are too long or too full for a part cut between words."""
    for paragraph in _paragraphs(text):
        begin = paragraph.start
        while begin < paragraph.end:
            full = bisect_left(starts, begin) + READER_MARKS
            end = min(paragraph.end, begin + READER_CHARACTERS, starts[full] if full < len(starts) else paragraph.end)
            if end < paragraph.end:
                end = max(text.rfind(" ", begin, end) + 1, begin + 1) if " " in text[begin:end] else max(end, begin + 1)
            yield Span(begin, end)
            begin = end


def _grouped(stretches: Sequence[Span], starts: Sequence[int]) -> Iterator[Part]:
    part: list[Span] = []
    letters = marks = 0
    for stretch in stretches:
        inside = bisect_left(starts, stretch.end) - bisect_left(starts, stretch.start)
        long = stretch.end - stretch.start
        over = letters + long > READER_CHARACTERS or marks + inside > READER_MARKS or len(part) == READER_STRETCHES
        if part and over:
            yield tuple(part)
            part, letters, marks = [], 0, 0
        part.append(stretch)
        letters, marks = letters + long, marks + inside
    yield tuple(part)


class Cover(Generic[T]):
    """What covers each position of a text, asked from its beginning to its end: all together in n log n."""

    def __init__(self, spans: Sequence[tuple[Span, T]]) -> None:
        self._coming = sorted(spans, key=lambda it: it[0].start, reverse=True)
        self._open: list[tuple[int, int, int, T]] = []
        self._count = 0

    def shortest(self, at: int) -> T | None:
        """What the shortest span that holds the position ``at`` stands for; None where none does."""
        while self._coming and self._coming[-1][0].start <= at:
            span, of = self._coming.pop()
            heappush(self._open, (span.end - span.start, self._count, span.end, of))
            self._count += 1
        while self._open and self._open[0][2] <= at:
            heappop(self._open)
        return self._open[0][3] if self._open else None
