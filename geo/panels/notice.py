"""What the page shows where there is no data set, or an old one: one line that says what is wrong and what to do."""

from geo.errors import DatelineError
from geo.panels import sheet
from geo.sheets.nodes import element


def render(error: DatelineError) -> None:
    sheet.show(
        "notice",
        element(
            "section",
            element("h1", "Nothing to show yet"),
            element("p", _line(error), role="alert"),
            cls="notice",
        ),
    )


def stale(error: DatelineError) -> None:
    """On a page that goes on with the last good data set."""
    sheet.show("stale", element("p", f"You see the last good data set. {_line(error)}", cls="stale", role="alert"))


def _line(error: DatelineError) -> str:
    return f"{error.where}: {error.what}. {error.remedy}"
