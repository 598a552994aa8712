"""Publication dates, as written at the head of an article or in its address."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""English month names and their usual short forms, lower case."""

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
"""A pattern of a month's name."""
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_FORMS = (
    re.compile(rf"\b(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{MONTH})\.?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?P<s>[-/.])(?P<m>{MONTH})(?P=s){_YEAR}\b", re.IGNORECASE),
    re.compile(rf"(?<![\d.,]){_YEAR}(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<![\d.,])(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}(?!\d)"),
)
_EITHER = re.compile(rf"(?<![\d.,/-])(?P<a>\d{{1,2}})(?P<s>[-/])(?P<b>\d{{1,2}})(?P=s){_YEAR}(?!\d)")
"""Day or month first: some countries write the one, some the other."""

_FIRST = re.compile(r"\b(?:published|posted|issued|created|released|publication)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:updated?|modified|revised|edited|amended|corrected|upd)\b", re.IGNORECASE)
LABELLED = re.compile(
    r"\W*(?:(?:first|originally|last|date)\s+)*(?:published|posted|issued|created|released|publication"
    r"|updated?|modified|revised|edited)\b",
    re.IGNORECASE,
)
"""How a line begins that says when the article was published or changed."""


def find_date(text: str) -> date | None:
    """The first full date (day, month and year) in ``text``, or None. 03/07/2021 is none: it may be either of two."""
    return next((day for _, day in _dates(text)), None)


def publication(lines: Iterable[str]) -> date | None:
    """The day of first publication that the lines of a head tell: a labelled one, else a plain one, else a change."""
    best: tuple[int, date] | None = None
    label = ""
    for line in lines:
        position = 0
        for at, day in _dates(line):
            said = line[position:at] if position else f"{label} {line[:at]}"
            rank = _rank(said)
            if best is None or rank < best[0]:
                best = (rank, day)
            position = at + 1
        label = line if not position and len(line.split()) <= 3 else ""  # "Published" above its date
    return best[1] if best else None


def _rank(said: str) -> int:
    """How good a date is as the publication date, by the last label in the words before it."""
    first, later = list(_FIRST.finditer(said)), list(_LATER.finditer(said))
    if later and (not first or later[-1].start() > first[-1].start()):
        return 2
    return 0 if first else 1


def _dates(text: str) -> Iterator[tuple[int, date]]:
    """Each full date with its place in the text, in order; what is no day of the calendar is passed over."""
    found = [(m.start(), m["y"], m["m"].lower(), m["d"]) for form in _FORMS for m in form.finditer(text)]
    for match in _EITHER.finditer(text):
        a, b = match["a"], match["b"]
        if int(a) > 12 or a == b:
            found.append((match.start(), match["y"], b, a))
        elif int(b) > 12:
            found.append((match.start(), match["y"], a, b))
    for at, year, month, day in sorted(found):
        try:
            yield at, date(int(year), MONTHS.get(month) or int(month), int(day))
        except ValueError:  # the 31st of June
            continue
