"""Markup -> text as an article is written: paragraphs parted by blank lines, tables as rows of "| cell | cell |"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

_SILENT = frozenset(
    "script style template head noscript svg iframe object embed form button select textarea math title meta"
    " link".split()
)
_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 head div section article blockquote quote ul ol list table tr row pre figcaption figure"
    " caption header footer main aside nav address dl dt dd hr body td th cell tbody thead center".split()
)
_ITEMS = frozenset(("li", "item"))
_LINES = frozenset(("br", "lb"))
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "cell"))
_LONGEST_CELL = 160
_SPACE = re.compile(r"[^\S\n]+")


def text_of(root: "_Element") -> str:
    """The text of a tree of HTML, or of what trafilatura makes of it."""
    return joined(_paragraphs(root))


def fragment(markup: str | bytes) -> str:
    """The text of a piece of HTML; "" where it has none."""
    from lxml import etree, html

    if not markup.strip():
        return ""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, ValueError):  # nothing in it; an XML declaration with an encoding in a str
        if isinstance(markup, bytes):
            return ""
        return fragment(markup.encode("utf-8", "replace"))
    return text_of(root)


def joined(paragraphs: Iterator[str]) -> str:
    """Paragraphs parted by blank lines; rows of one table stay together."""
    parts, before = list[str](), ""
    for paragraph in paragraphs:
        near = paragraph.startswith("| ") and before.startswith("| ")
        parts += ["" if not parts else "\n" if near else "\n\n", paragraph]
        before = paragraph.rpartition("\n")[2]
    return "".join(parts)


def _paragraphs(root: "_Element") -> Iterator[str]:
    from lxml import etree

    words: list[str] = []
    silent: Any = None
    row: Any = None

    def done() -> Iterator[str]:
        lines = (_SPACE.sub(" ", line).strip() for line in "".join(words).split("\n"))
        words.clear()
        if paragraph := "\n".join(line for line in lines if line):
            yield paragraph

    for event, at in etree.iterwalk(root, events=("start", "end")):
        tag = at.tag if isinstance(at.tag, str) else ""
        within = silent is None and row is None
        if event == "start":
            if silent is None and (tag in _SILENT or not tag):
                silent = at
            elif within and tag in _ROWS and _is_data(at):
                yield from done()
                yield _row(at)
                row = at
            elif within:
                if tag in _BLOCKS or tag in _ITEMS:
                    yield from done()
                words.append("\n" if tag in _LINES else "- " if tag in _ITEMS else "")
                words.append(_flat(at.text))
        else:
            if silent is at:
                silent = None
            if row is at:
                row = None
            if silent is None and row is None:
                if tag in _BLOCKS or tag in _ITEMS:
                    yield from done()
                words.append(_flat(at.tail))
    yield from done()


def _is_data(row: "_Element") -> bool:
    """A row of short cells; tables also lay out pages, and then their cells hold paragraphs."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return len(cells) > 1 and all(
        len(_inner(cell)) <= _LONGEST_CELL and not any(inner.tag in _ROWS for inner in cell.iter()) for cell in cells
    )


def _row(row: "_Element") -> str:
    return "| " + " | ".join(_inner(cell).replace("|", "/") for cell in row if cell.tag in _CELLS) + " |"


def _inner(cell: "_Element") -> str:
    return " ".join("".join(map(str, cell.itertext())).split())


def _flat(words: str | None) -> str:
    return " ".join(re.split(r"\s+", words)) if words else ""
