"""The foot of the page: what the figures are, and the method and its limits."""

from geo.dataset.query import Catalogue
from geo.panels import sheet
from geo.sheets.nodes import element, link
from geo.wording.method import method

CREDITS = (
    ("Natural Earth", "https://www.naturalearthdata.com/"),
    ("GeoNames (CC BY 4.0)", "https://www.geonames.org/"),
    ("Leaflet", "https://leafletjs.com/"),
)


def render(catalogue: Catalogue) -> None:
    notes = [element("div", element("dt", term), element("dd", words)) for term, words in method(catalogue)]
    credit = [part for name, address in CREDITS for part in (link(address, name), " · ")][:-1]
    sheet.show(
        "foot",
        element(
            "div",
            element(
                "span",
                "Figures are what the articles say, not what is known to be true. Lines on the map imply no "
                "position on borders.",
            ),
            element(
                "details",
                element("summary", "Method and limits"),
                element("div", element("dl", *notes), element("p", "Data: ", *credit), cls="method"),
            ),
            cls="foot",
        ),
    )
