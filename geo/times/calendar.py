"""The calendar's words in English, as patterns and numbers."""

_MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, start=1)}
"""Number of a month by the first three letters of its name, lower case."""

WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(_WEEKDAY_NAMES)}
"""Number of a weekday (Monday is 0) by the first three letters of its name, lower case."""

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each meteorological season of the northern hemisphere."""


def _either(names: tuple[str, ...]) -> str:
    """The names with a capital, as in running text, or in capitals, as in datelines and headings."""
    return "(?:" + "|".join(form for name in names for form in (name, name.upper())) + r")\b"


MONTH = _either(_MONTH_NAMES)
WEEKDAY = _either(_WEEKDAY_NAMES)
SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
SEASON = "(?:" + "|".join(SEASONS) + r")\b"
YEAR = r"(?:19|20)[0-9]{2}(?![\w%]|[,.][0-9])"
