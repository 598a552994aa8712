"""What a view of a large collection can be taken away as: its link, its citation, its files.

Tables are sent while they are made, of any number of figures, and pictures that count them; what has a row for each
figure and the page as one file are made as those of any collection, where what is shown is no larger than one.
"""

from dataclasses import replace
from urllib.parse import quote

import streamlit as st

from geo.dataset.counts import told
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.limits import STORE_FIGURES
from geo.panels import address, sheet, view
from geo.panels.share import copies
from geo.sharing import link as links
from geo.sharing.view import View
from geo.sheets.nodes import Node, element, link
from geo.store import questions
from geo.store.catalogue import Outline
from geo.store.questions import Shown
from geo.store.where import Asked
from geo.wording.headline import summary, title

TABLES = {
    "figures.csv": "for spreadsheets",
    "figures.geojson": "for QGIS and other map programs",
    "figures.parquet": "a typed table",
    "figures-hxl.csv": "the same with HXL hashtags, for HDX",
}
"""What ``geo.sharing.stream`` writes, in the words of ``geo.sharing.export``; both would load what draws pictures."""


PICTURES = {
    "map": "the map with the number of each group",
    "troops": "how many figures of troops are how large",
    "displaced": "how many figures of displaced people are how large",
    "timeline": "how many figures each time has",
    "told-differently": "the first movements that are told differently",
}
"""What ``geo.sharing.many`` draws, by the name of the file without its ending."""
SIZES = {"web": "for the web", "print": "for print", "social": "as the preview of a link"}
"""What a picture is for (geo.sharing.picture.dress), in words."""


def render(outline: Outline, shown: Shown) -> None:
    now = view.current(outline)
    here = address.whole(now, outline)
    copies(outline, shown.counts.people, here)
    menu = st.popover("Download", key="download", on_change="rerun")
    if menu.open:
        with menu:
            _files(outline, shown, now)


def _files(outline: Outline, shown: Shown, now: View) -> None:
    query = links.address(View(filter=now.filter), outline, marked=False)
    rows = [element("li", _table(name, about, query)) for name, about in TABLES.items()]
    count = shown.counts.every
    if count >= STORE_FIGURES:
        seen = links.address(View(filter=now.filter, camera=now.camera), outline, marked=False)
        pictures = [one for name, about in PICTURES.items() for one in _pictures(name, about, seen)]
        rows += [element("li", one) for one in pictures]
    sheet.show(
        "tables",
        element("p", "Exactly what is shown now, under the same filters. Files are sent while they are made."),
        element("ul", *rows, cls="files"),
        element("p", f"map.html, told-differently.csv and charts with a row a figure are made here of fewer than "
                f"{STORE_FIGURES:,}: filter for less. In a terminal: python -m geo export map.html, or "
                "python -m geo publish DIR, up to 10,000 figures.", cls="rule") if count >= STORE_FIGURES else None,
    )  # fmt: skip
    if 0 < count < STORE_FIGURES:
        from geo.panels import files  # noqa: PLC0415 - what draws pictures is 6 MB that no first page needs

        wanted = now.filter
        only, some = _part(outline.tables.version, wanted, outline)
        rest = Filter(known_on=wanted.known_on, inferred=wanted.inferred)
        line = f"{told(shown.counts.people, shown.counts.other)} shown. {summary(outline)}"
        part = files.Part(only, now, (title(outline), line))
        files.made(some, View(filter=rest, camera=now.camera), part, without=TABLES)


def _table(name: str, about: str, query: str) -> Node:
    where = f"{address.page()}files/{quote(name)}{query}"
    return link(where, element("strong", name), f" {about}", download="")


def _pictures(name: str, about: str, query: str) -> list[Node]:
    """A picture in each of its sizes, and to edit."""
    files = [(f"{name}.png", f"&size={size}", f"{about}, {words}") for size, words in SIZES.items()]
    files.append((f"{name}.svg", "", f"{about}, to edit"))
    return [
        link(f"{address.page()}files/{file}{query or '?'}{size}", element("strong", file), f" {words}", download="")
        for file, size, words in files
    ]


@st.cache_resource(max_entries=2, show_spinner=False)
def _part(version: str, wanted: Filter, _outline: Outline) -> tuple[frozenset[str], Catalogue]:  # noqa: ARG001  the cache's key
    """What is shown, as a collection of its own: ids, and these with what is told beside them."""
    ids = questions.ids(_outline.tables, Asked(wanted))
    # All ids of the collection would be asked for one by one where a file is made.
    return frozenset(ids), replace(_outline.part(ids, linked=True, shapes=True), ids=ids)
