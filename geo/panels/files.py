"""The files of a view: a button for each, which is made in memory when it is asked for."""

import logging
from dataclasses import replace
from functools import partial
from html import escape
from urllib.parse import urlencode

import streamlit as st

from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.panels import address, sheet
from geo.sharing import link as links
from geo.sharing.darkroom import Darkroom
from geo.sharing.export import EXPORTS, Export, file_name
from geo.sharing.shown import Shown
from geo.sharing.view import View
from geo.sheets.nodes import element
from geo.wording.headline import title

FRAME_HEIGHT = 640
"""Pixels of the frame that the code for other people's pages asks for."""


def render(catalogue: Catalogue, now: View) -> None:
    """All files of ``now``, and the code that embeds it."""
    here = address.whole(now, catalogue, marked=False)
    size = f'width="100%" height="{FRAME_HEIGHT}" title="{escape(title(catalogue))}"'
    code = f'<iframe src="{here}&embed=true" {size}></iframe>'
    sheet.show(
        "files",
        element("p", "Exactly what is shown now, under the same filters. Files are made one at a time."),
        element("p", address.copy("Copy the code that embeds this view", code, cls="plain", of=here)),
    )
    darkroom = _darkroom()
    for name, export in EXPORTS.items():
        st.download_button(
            f"**{name}** {export.about}",
            partial(_file, darkroom, name, export, now, catalogue),
            file_name=file_name(name, catalogue.collection.version),
            mime=export.media_type,
            key=f"download {name}",
            on_click="ignore",
            type="tertiary",
            width="stretch",
        )


def _file(darkroom: Darkroom, name: str, export: Export, now: View, catalogue: Catalogue) -> bytes:
    """Runs in a thread of Streamlit's when the button is clicked, outside of any session."""
    seen = replace(View(), filter=now.filter, camera=now.camera)  # a file does not know what is selected
    key = (name, catalogue.collection.version, urlencode(links.encode(seen, ""), doseq=True))
    return darkroom.file(key, lambda: export.make(Shown.of(now, catalogue)))


@st.cache_resource(show_spinner=False)
def _darkroom() -> Darkroom:
    """The one that all visitors share."""
    logging.getLogger("streamlit.runtime.backend_operation_handler").addFilter(_one_line)
    return Darkroom()


def _one_line(record: logging.LogRecord) -> bool:
    """A file that was refused is one line of the server's log, as every error of ours, and no traceback."""
    if record.exc_info and isinstance(error := record.exc_info[1], DatelineError):
        record.msg, record.args, record.exc_info = f"A file was not made: {error}", None, None
    return True
