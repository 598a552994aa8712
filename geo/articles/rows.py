"""Rows of lists and tables as small sentences: "- Kenya: 500,000 refugees" says that Kenya has 500,000 refugees.

The sentence keeps the order of the row, so that spans go on rising; words that it adds (the verb, a noun from the
heading or the head of the column) stand for no characters of the row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Piece = tuple[int, int] | str
"""A stretch of the text, or words that are added."""

_NOUNS = (
    r"(?:internally displaced (?:people|persons)|displaced (?:people|persons)|asylum[ -]seekers|refugees|migrants|IDPs"
    r"|evacuees|returnees|returned refugees|troops|soldiers|peacekeepers|military personnel|uniformed personnel"
    r"|personnel|police officers|policemen|marines|airmen|fighters|people displaced|people in need)"
)
_COUNTED = re.compile(rf"\b{_NOUNS}\b", re.IGNORECASE)
_ARMED = re.compile(r"\b(?:troops|soldiers|peacekeepers|military personnel|uniformed personnel)\b", re.IGNORECASE)
_STRENGTHS = re.compile(r"\btroop (?:numbers|levels|strengths?|deployments?|commitments?)\b", re.IGNORECASE)
_CONTRIBUTORS = re.compile(r"\bcontribut(?:ors?|ions?|ing)\b", re.IGNORECASE)
_DISPLACED = re.compile(r"\b(?:displaced|displacement|IDPs)\b", re.IGNORECASE)
_BULLET = r"[^\S\n]{0,8}(?:[-–—•·▪◦‣*][^\S\n]{1,4})?"
_FIGURE = (
    r"(?:(?:about|around|some|nearly|almost|over|under|at least|more than|up to|roughly|approximately) |~ ?)?"
    r"[0-9][0-9]{0,2}(?:[,. \u00a0\u202f][0-9]{3}){0,3}(?:\.[0-9]{1,2})?(?![0-9,.])|[0-9]{4,9}(?![0-9,.])"
)
_LINE = re.compile(
    rf"{_BULLET}(?P<label>[A-Z][^\W\d_][^\d:|\n–—=]{{0,48}}?)(?P<gap>[^\S\n]{{0,4}}"
    rf"(?::|[.]{{3,40}}|…|=|\t)[^\S\n]{{0,20}}"
    rf"|[^\S\n]{{1,4}}[-–—][^\S\n]{{0,4}}|[^\S\n]{{1,20}})"
    rf"(?P<figure>(?:{_FIGURE})(?: (?:million|thousand|m)\b)?)"
    rf"(?P<noun>(?: [A-Za-z][\w'’-]{{1,24}}){{0,6}})[.;,]?\s{{0,8}}"
)
_BOXED = rf"[A-Z][\w'’.-]{{1,24}}(?: [A-Z(][\w'’.)-]{{0,24}}){{0,3}}: (?:{_FIGURE})"
_BOX = re.compile(rf"(?<!\w){_BOXED}(?:\s{{1,4}}{_BOXED}){{2,60}}")
_ROW_OF_BOX = re.compile(_BOXED)
_HEAD_ENDS = re.compile(r"\b(?:in|of|to|for|from|by|at|on) $")
_NAME = re.compile(r"(?:[A-Z][\w'’.()&-]*|of|and|the|de|du|la|el|al|da|do|in)$")
_NO_NAME = frozenset(
    "some about around total totals"
    " dead killed injured missing men women children boys girls families houses homes schools deaths others"
    " other unknown date year source number january february march april may june july august september october"
    " november december monday tuesday wednesday thursday friday saturday sunday overall of".split()
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_CELL = re.compile(r"[^|\n]+")
_RULE = re.compile(r"[\s|:+=-]+")
_NUMBER_CELL = re.compile(rf"\s{{0,20}}(?P<figure>{_FIGURE})(?: (?:million|thousand)\b)?\s{{0,20}}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words and where they stand."""

    text: str
    start: int
    end: int


def listed(text: str, start: int, end: int, context: Sequence[str]) -> list[Piece] | None:
    """The sentence of a line "label figure noun"; ``context`` are the blocks above it, nearest last."""
    found = _LINE.fullmatch(text, start, end)
    if found is None or not _is_name(found["label"].strip()):
        return None
    if found["noun"].strip() and not found["gap"].strip(" \u00a0"):  # "Some 300 soldiers left": a sentence
        return None
    noun: Piece | None = found.span("noun") if found["noun"].strip() else None
    if noun is None:
        if _YEAR.fullmatch(found["figure"]):
            return None
        counted = counted_noun(context)
        noun = f" {counted}" if counted else None
    if noun is None:
        return None
    label = (found.start("label"), found.start("label") + len(found["label"].rstrip()))
    return [label, " has ", found.span("figure"), noun, "."]


def boxed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The rows of a box that was run into a paragraph, "Troops in Chad France: 4,200 Italy: 1,800 Poland: 400"."""
    box = _BOX.search(text, start, end) if text.count(": ", start, end) > 2 else None
    rows = [row.span() for row in _ROW_OF_BOX.finditer(text, *box.span())] if box else []
    if rows and _HEAD_ENDS.search(text, max(start, rows[0][0] - 6), rows[0][0]):
        first, last = rows[0]  # "in Chad France: 4,200": the name of the first row is its last word
        rows[0] = (text.rfind(" ", first, text.index(":", first)) + 1 or first, last)
    return rows


def _is_name(label: str) -> bool:
    words = label.split()
    plain = {word.strip("().'’").lower() for word in words}
    return (
        0 < len(words) <= 5
        and all(map(_NAME.match, words))
        and not (plain & _NO_NAME - {"of", "may"})
        and plain != {"may"}
        and not label.lower().endswith("ed")
        and not _COUNTED.search(label)
    )


def counted_noun(context: Sequence[str]) -> str | None:
    """Whom a bare figure counts, by the nearest words above that say so."""
    for words in reversed(context):
        if found := _COUNTED.search(words):
            return found[0] if found[0].isupper() or found[0].endswith("Ps") else found[0].lower()
        if _CONTRIBUTORS.search(words):
            armed = next((m for w in context for m in [_ARMED.search(w)] if m), None)
            return armed[0].lower() if armed else "troops"
        if _STRENGTHS.search(words):
            return "troops"
        if _DISPLACED.search(words):
            return "displaced people"
    return None


def is_table_line(line: str) -> bool:
    return "|" in line.strip().strip("|") or (line.strip().startswith("|") and line.strip().endswith("|"))


def is_rule(line: str) -> bool:
    """True for the line under the head of a table."""
    return bool(_RULE.fullmatch(line)) and "-" in line


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of a line of a pipe table."""
    stop = end
    while start < stop and text[start] in " \t":
        start += 1
    if start < stop and text[start] == "|":
        start += 1
    found = []
    position = start
    for piece in text[start:stop].split("|"):
        words = piece.strip()
        begin = position + len(piece) - len(piece.lstrip())
        found.append(Cell(words, begin, begin + len(words)))
        position += len(piece) + 1
    return found


def tabled(row: Sequence[Cell], head: Sequence[Cell], context: Sequence[str]) -> Iterator[Piece]:
    """The sentence of a row under its head: its label has each figure of what its column counts."""
    label = next((cell for cell in row if cell.text), None)
    if label is None or not _is_name(label.text):
        return
    told = False
    for number, cell in enumerate(row):
        figure = _NUMBER_CELL.fullmatch(cell.text)
        if cell is label or figure is None:
            continue
        over = head[number].text if number < len(head) else ""
        noun = counted_noun([over])
        if noun is None and len([c for c in row if c.text]) == 2:
            noun = counted_noun([*context, *(c.text for c in head)])
        if noun is None:
            continue
        yield " and " if told else (label.start, label.end)
        if not told:
            yield " has "
        yield (cell.start, cell.end)
        yield f" {noun}"
        told = True
    if told:
        yield "."
