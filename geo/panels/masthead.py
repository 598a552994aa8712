"""The masthead: what this collection is about and what it was made from."""

from geo.dataset.query import Catalogue
from geo.panels import sheet
from geo.sheets.nodes import element
from geo.wording.headline import summary, title


def render(catalogue: Catalogue) -> None:
    """The title and one line under it; where the window is too narrow for them the rest is in their tooltips."""
    head, line = title(catalogue), summary(catalogue)
    aside = element("span", " Every figure opens the sentence it comes from.", cls="aside")
    sheet.show("masthead", element("header", element("h1", head, title=head), element("p", line, aside, title=line)))
