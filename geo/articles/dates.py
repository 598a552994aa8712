"""Publication dates, as written at the head of an article or in its address."""

import re
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

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_FORMS = (
    re.compile(rf"\b(?P<m>{_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_NAME})\.?,?\s+(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?!\d)"),
)


def find_date(text: str) -> date | None:
    """The first full date (day, month and year) in ``text``, or None."""
    found = [m for form in _FORMS for m in form.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        month = match["m"].lower()
        try:
            return date(int(match["y"]), MONTHS.get(month) or int(month), int(match["d"]))
        except ValueError:  # the 31st of June: not a date, look further
            continue
    return None
