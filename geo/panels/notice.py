"""What the page shows where there is no data set: one line that says what is wrong and what to do."""

from geo.errors import DatelineError
from geo.panels import sheet
from geo.sheets.nodes import element


def render(error: DatelineError) -> None:
    sheet.show(
        "notice",
        element(
            "section",
            element("h1", "Nothing to show yet"),
            element("p", f"{error.where}: {error.what}. {error.remedy}", role="alert"),
            cls="notice",
        ),
    )
