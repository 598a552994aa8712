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
OTHER_MONTH = (
    r"(?:Hamal|Sawr|Jawza|Saratan|Sunbula|Mizan|Aqrab|Qaws|Jadi|Dalw"  # solar years, eastern names
    r"|Farvardin|Ordibehesht|Khordad|Mordad|Shahrivar|Aban|Bahman|Esfand"  # and western ones
    r"|Muharram|Safar|Rajab|Rabi[ -](?:al|ul|us|ath)-[A-Z]\w{3,7}|Jumad[ai][ -](?:al|ul|us|ath)-[A-Z]\w{3,7}"
    r"|Sha['’]?ban|Ramadan|Ramzan|Shawwal|Dh[uo]l?[ -](?:al-)?[QH]\w['’]?\w{2,6}"
    r"|Tishr(?:ei|i)|(?:Mar)?[CH]h?eshvan|Kislev|Tevet|Shevat|Iyar|Sivan|Tammuz|Elul"  # Hebrew
    r"|Meskerem|Tikimt|Hidar|Tahsas|Yekatit|Megabit|Miyazya|Ginbot|Hamle|Nehase"  # Ethiopian
    r"|Baisakh|Jestha|Shrawan|Bhadra|Ashwin|Kartik|Mangsir|Poush|Falgun|Chaitra)\b"  # Nepali
)
"""Months of other calendars that name nothing else."""

OTHER_MONTH_DOUBTFUL = r"(?:Asad|Hut|Tir|Mehr|Azar|Dey|Adar|Nisan|Av|Sene|Asar|Magh)\b"
"""Those that are names and words too: a date only with a year."""

_ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
ORDINALS = {
    name: number
    for number, name in enumerate(
        _ORDINAL_UNITS
        + "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
        + ["twentieth", *(f"twenty-{unit}" for unit in _ORDINAL_UNITS), "thirtieth", "thirty-first"],
        start=1,
    )
}
"""Days of a month in words."""

SEASON = "(?:" + "|".join(SEASONS) + r")\b"
YEAR = r"(?:19|20)[0-9]{2}(?![\w%]|[,.][0-9])"
