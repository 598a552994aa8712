"""What opens a story before its first word: where, when and by which agency it was written."""

import re

from geo.articles.dates import MONTH

_DAY = (
    rf"(?:(?i:{MONTH})\.? [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)[0-9]{{2}})?"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?(?i:{MONTH})\.?(?:,? (?:19|20)[0-9]{{2}})?"
    r"|[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4})"
)
_WEEKDAYS = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sat|Sun)(?:day)?\b"
_WEEKDAY = rf"(?:{_WEEKDAYS}\.?,? )?"
DATELINE = re.compile(
    rf"(?P<place>[A-Z][^\W\d_]*[A-Z][^\W\d_]*(?:[ '’/.-][A-Z]+)*\.?"
    rf"(?:, ?(?:(?!(?i:{MONTH})\b|{_WEEKDAYS})[A-Z][\w.]* ?){{1,3}})?"
    rf"|[A-Z][\w'’-]{{1,30}}(?: [A-Z][\w'’-]{{1,30}}){{0,3}}(?:, [A-Z][\w'’-]{{1,30}}){{0,2}}"
    rf"(?=(?:,|,? \() ?{_WEEKDAY}{_DAY}))"
    rf"(?:(?P<day>,? ?\(?{_WEEKDAY}{_DAY}\)?,?))?"
    rf"(?: ?\((?P<agency>[^)\n]{{2,30}})\))?(?: ?(?:--|[-–—])|(?<=\)):) "
)
"""What opens a story: "CITY, Country, July 5, 2021 (Agency) - "."""
