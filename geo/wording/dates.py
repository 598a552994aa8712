"""Dates in words. Every one keeps its year, and says what it is the date of where that is not the event itself."""

from calendar import monthrange
from datetime import date

from geo.dataset.query import Dated


def when(days: tuple[Dated, date, date] | None) -> str:
    """When it was, with the year, and what the date is the date of."""
    if days is None:
        return "date unknown"
    kind, first, last = days
    match kind:
        case Dated.HAPPENED:
            return period(first, last)
        case Dated.AS_OF:
            return f"as of {day(first)}"
        case Dated.REPORTED:
            return f"reported {day(first)}"
        case Dated.PUBLISHED:
            return f"date not stated, published {day(first)}"


def day(value: date, month: str = "%B") -> str:
    return f"{value.day} {value.strftime(month)} {value.year}"


def period(first: date, last: date, month: str = "%B") -> str:
    """An interval of days in the fewest words that keep the year: a day, a month, a year, or from - to."""
    if first == last:
        return day(first, month)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return months(first, last, month)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {day(last, month)}"
    if first.year == last.year:
        return f"{first.day} {first.strftime(month)} – {day(last, month)}"
    return f"{day(first, month)} – {day(last, month)}"


def months(first: date, last: date, month: str = "%B") -> str:
    """The months that an interval touches: "June – July 2021"."""
    if first.year != last.year:
        return f"{first.strftime(month)} {first.year} – {last.strftime(month)} {last.year}"
    if first.month == last.month:
        return f"{first.strftime(month)} {first.year}"
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{first.strftime(month)} – {last.strftime(month)} {last.year}"
