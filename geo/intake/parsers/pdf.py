"""A PDF: its words in the order in which they were set, as lines and paragraphs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from geo.intake.document import Document, Found, Refused, Source, sha256
from geo.intake.parsers.heads import plain, property_author
from geo.limits import INTAKE_PAGES, INTAKE_PDF_LETTERS

_GAP = 0.65
"""Of a line's height: more space than this above a line begins a paragraph."""
_AS_TEXT = "Save the article's text as a text file"
_WIDE = 3
"""Of a line's height: a gap as wide as this is one between columns."""
_BROKEN = "\x02"
"""What pdfium calls the hyphen of a word that goes on in the next line."""
_ENDS = (".", "!", "?", "”", '"', ":", ")")
_MARGIN = 90
"""Characters of a running head or foot at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, and where it stands: points from the lower left corner of the page."""

    words: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return max(1.0, self.top - self.bottom)


def pdf(source: Source) -> Iterator[Found]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        what = "is locked with a password" if locked else "is a damaged PDF"
        yield Refused(source.name, what, "Save it again without the password" if locked else "Get the file again")
        return
    if len(document) > INTAKE_PAGES:
        yield Refused(source.name, f"has more than {INTAKE_PAGES} pages", "Keep the pages of one article")
        return
    texts = [document[number].get_textpage() for number in range(len(document))]
    if any(text.count_chars() > INTAKE_PDF_LETTERS for text in texts):
        yield Refused(source.name, f"has a page of more than {INTAKE_PDF_LETTERS:,} letters", _AS_TEXT)
        return
    pages = [_lines(text) for text in texts]
    body = "\n\n".join(_paragraphs(_without_margins(pages)))
    if not body:
        yield Refused(source.name, "has no text in it, only pictures", "Recognise its text first (OCR)")
        return
    properties = document.get_metadata_dict()
    title = plain(properties.get("Title"))
    yield Document(
        source.name,
        body,
        sha256(source.content),
        f"PDF (pypdfium2 {version('pypdfium2')})",
        title=title if title and _stands_in(title, body) else None,
        byline=property_author(properties.get("Author"), body),
    )


def _stands_in(title: str, body: str) -> bool:
    """Titles of files are often the name of the draft; one that is printed at the head of the story is its own."""
    return title.casefold() in " ".join(body[:2_000].split()).casefold()


def _lines(page: Any) -> list[Line]:
    """The lines of a page. A letter is a run of its own where a program has set each by itself, as browsers do that
    print to a file: which of them are one word, pdfium knows."""
    lines: list[Line] = []
    for run in _runs(page):
        if lines and _beside(lines[-1], run):
            before = lines.pop()
            joint = " " if run.left - before.right > 0.12 * run.height else ""
            words = f"{before.words}{joint}{run.words}"
            low, high = min(before.bottom, run.bottom), max(before.top, run.top)
            lines.append(Line(words, before.left, low, run.right, high))
        else:
            lines.append(run)
    return lines


def _runs(page: Any) -> Iterator[Line]:
    """What stands on one line without a wide gap in it."""
    from pypdfium2.raw import FPDFText_GetUnicode

    run: Line | None = None
    space = ""
    for at in range(page.count_chars()):
        letter = chr(FPDFText_GetUnicode(page.raw, at))
        if letter.isspace():
            if letter in "\r\n" and run is not None:
                yield run
                run = None
            space = " "
            continue
        left, bottom, right, top = page.get_charbox(at, loose=True)  # as high as its face, not as its letter
        if run is not None and left - run.right > _WIDE * run.height:
            yield run
            run = None
        broken = letter == _BROKEN
        letter = "-" if broken else letter
        if run is None:
            run = Line(letter, left, bottom, right, top)
        else:
            words = f"{run.words}{space}{letter}"
            run = Line(words, run.left, min(run.bottom, bottom), max(run.right, right), max(run.top, top))
        space = ""
        if broken:  # pdfium would have the word in one, over both lines
            yield run
            run = None
    if run is not None:
        yield run


def _beside(before: Line, run: Line) -> bool:
    shared = min(before.top, run.top) - max(before.bottom, run.bottom)
    near = -run.height < run.left - before.right < _WIDE * run.height
    return near and shared > 0.4 * min(before.height, run.height)


def _without_margins(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Without page numbers and without what the first or last lines of several pages repeat."""
    edges = Counter(words for lines in pages for words in {_form(lines[at]) for at in _edges(lines)})
    often = {words for words, pages_of_it in edges.items() if pages_of_it > max(2, len(pages) // 2)}
    kept = []
    for lines in pages:
        gone = {at for at in _edges(lines) if _form(lines[at]) in often or not _form(lines[at]).strip(" -–/|")}
        kept.append([line for at, line in enumerate(lines) if at not in gone])
    return kept


def _edges(lines: Sequence[Line]) -> set[int]:
    """The places of the first two and the last two lines of a page, as far as they are short."""
    ends = {0, 1, len(lines) - 2, len(lines) - 1}
    return {at for at in ends if 0 <= at < len(lines) and len(lines[at].words) <= _MARGIN}


def _form(line: Line) -> str:
    """A line without its numbers: "Page 3 of 9" is one running foot on every page."""
    return "".join(c for c in line.words if not c.isdigit())


def _paragraphs(pages: Sequence[list[Line]]) -> Iterator[str]:
    """Lines put together; a paragraph goes on over the end of a column or page where its sentence does."""
    words: list[str] = []
    before: Line | None = None
    for lines in pages:
        for line in lines:
            if words and before is not None and _opens(before, line):
                yield "\n".join(words)
                words = []
            words.append(line.words)
            before = line
    if words:
        yield "\n".join(words)


def _opens(before: Line, line: Line) -> bool:
    if before.words.endswith("-"):
        return False
    if line.bottom > before.bottom:  # the next column or page
        return before.words.endswith(_ENDS)
    size = abs(line.height - before.height) > 0.35 * min(line.height, before.height)
    return size or before.bottom - line.top > _GAP * min(line.height, before.height)
