"""What a view can be taken away as: its link, its citation, its files; all of exactly what is shown."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from geo.dataset.query import Catalogue, people
from geo.model import Claim
from geo.panels import address, sheet, view
from geo.sharing import citation
from geo.sheets.nodes import element, link
from geo.wording import claims as wording
from geo.wording.headline import name, title


def render(catalogue: Catalogue, shown: Sequence[Claim]) -> None:
    """Beside the title: copy the link or the citation of this view, download its files."""
    now = view.current(catalogue)
    here = address.whole(now, catalogue)
    copies(catalogue, len(people(shown)), here)
    menu = st.popover("Download", key="download", on_change="rerun")
    if menu.open:
        from geo.panels import files  # noqa: PLC0415 - what draws pictures is 6 MB that no first page needs

        with menu:
            files.render(catalogue, now)


def copies(catalogue: Catalogue, count: int, here: str) -> None:
    """The link of a view that shows ``count`` figures at the address ``here``, and its citation, to copy."""
    sheet.show(
        "share",
        element(
            "div",
            address.copy("Copy link", here, cls="boxed", of=here),
            address.copy("Copy citation", cited(catalogue, count, here), cls="boxed", of=here),
            cls="acts",
        ),
    )


def framed(catalogue: Catalogue, shown: Sequence[Claim]) -> None:
    """The one line below map and panel in somebody's frame: what this is, and the way to the whole page."""
    here = address.whole(view.current(catalogue), catalogue)
    sheet.show(
        "framed",
        element(
            "p",
            element("span", f"{name(catalogue)}: {_count(shown)}, as the articles say"),
            element("span", "Natural Earth, GeoNames (CC BY 4.0); no position on borders"),
            element(
                "span",
                address.copy("Copy link", here, cls="plain", of=here),
                " · ",
                link(here, "Open in Dateline", data_view=here),
            ),
            cls="framed",
        ),
        tells=True,
    )


def _count(shown: Sequence[Claim]) -> str:
    return wording.number(len(people(shown)), "figure")


def cited(catalogue: Catalogue, figures: int, here: str) -> str:
    today = datetime.now(UTC).date()
    return citation.of_view(title(catalogue), figures, catalogue.collection.version, link=here, on=today)
