"""The foot of the page: what the figures are, and the method and its limits."""

from geo.panels import sheet
from geo.sheets.nodes import element, link

METHOD = (
    (
        "What was read",
        "Every article in seeds/, as published. An article that could not be read is listed under "
        "Articles with the reason. Two reprints of one agency are one origin.",
    ),
    (
        "Figures",
        "Found in the text by rules over a grammatical analysis; no person has checked them. "
        "Words stay as printed; where an article says “several hundred”, the range only sizes the symbol. "
        "No figure is added to another: they count different things and may overlap.",
    ),
    (
        "Dates",
        "“Last week” and the like are resolved against the day of publication. A date that the text does "
        "not give is shown as not stated.",
    ),
    (
        "Places",
        "Names are looked up in a gazetteer, and the article’s other places decide between namesakes. A "
        "country, a province or a border is drawn whole, never as a point at its centre.",
    ),
    (
        "Limits",
        "A figure is what an article says, not what is known to be true. Rules miss what is said in unusual "
        "words: read the article before you rely on a figure.",
    ),
    ("Borders", "Boundaries and names on the map are those of Natural Earth and imply no position on their status."),
)

CREDITS = (
    ("Natural Earth", "https://www.naturalearthdata.com/"),
    ("GeoNames (CC BY 4.0)", "https://www.geonames.org/"),
    ("Leaflet", "https://leafletjs.com/"),
)


def render() -> None:
    notes = [element("div", element("dt", term), element("dd", words)) for term, words in METHOD]
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
