"""The files of a view: a button for each, which is made by a process of its own when it is asked for."""

import logging
from collections.abc import Container
from dataclasses import astuple, dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.panels import address, sheet
from geo.sharing import embed
from geo.sharing import link as links
from geo.sharing.apart import made_apart
from geo.sharing.darkroom import Darkroom
from geo.sharing.export import EXPORTS, file_name
from geo.sharing.picture.dress import MOST_LETTERS, Dress, Size
from geo.sharing.picture.telling import alternative, caption
from geo.sharing.shown import Shown
from geo.sharing.view import View
from geo.sheets.nodes import Node, element
from geo.wording.headline import title

SIZES = {"Web": Size.WEB, "Print": Size.PRINT, "Preview": Size.SOCIAL}
"""What a picture is for, in words."""
TEXTS = "map.html with the whole texts of the articles, which I may publish"
OWN = ("A title of your own", "A line of your own below it")


def render(catalogue: Catalogue, now: View) -> None:
    """All files of ``now``, and the code that embeds it."""
    here = address.whole(now, catalogue, marked=False)
    code = embed.code(f"{here}&embed=true", title(catalogue))
    sheet.show(
        "files",
        element("p", "Exactly what is shown now, under the same filters. Files are made one at a time."),
        element("p", address.copy("Copy the code that embeds this view", code, cls="plain", of=here)),
    )
    made(catalogue, now)


@dataclass(frozen=True, slots=True)
class Part:
    """Of a large collection ``only`` some figures (ids) by a filter that it has already: what the visitor looks at,
    which makes a file known again, and title and line of its pictures."""

    only: frozenset[str]
    looked_at: View
    head: tuple[str, str]


def made(catalogue: Catalogue, now: View, part: Part | None = None, without: Container[str] = ()) -> None:
    """A button for each file of ``now``, but for those that are named."""
    dress = _dress()
    if part is not None:
        own = (given or mine for given, mine in zip((dress.title, dress.standfirst), part.head, strict=True))
        dress = Dress(dress.size, *own)
    shown = Shown.of(now, catalogue, part.only if part else None)
    told = shown.catalogue, shown.claims, dress
    copies = (("Copy the caption of the map", caption(*told)), ("Copy its alternative text", alternative("map", *told)))
    sheet.show("captions", element("p", *(element("span", _copy(*it), " ") for it in copies)))
    texts = st.checkbox(TEXTS, key="with-texts")
    darkroom = _darkroom()
    for name in (name for name in EXPORTS if name not in without):
        st.download_button(
            f"**{name}** {EXPORTS[name].about}",
            partial(_file, darkroom, name, now, catalogue, dress, part, texts=texts),
            file_name=file_name(name, catalogue.collection.version),
            mime=EXPORTS[name].media_type,
            key=f"download {name}",
            on_click="ignore",
            type="tertiary",
            width="stretch",
        )


def _dress() -> Dress:
    """What the reader chose for pictures."""
    size = st.segmented_control(
        "Pictures for", list(SIZES), key="picture-size", default=next(iter(SIZES)), required=True
    )
    hidden: dict[str, Any] = {"max_chars": MOST_LETTERS, "label_visibility": "collapsed"}
    with st.container(horizontal=True, gap="small"):
        own = [st.text_input(name, key=f"picture {name}", placeholder=name, **hidden) for name in OWN]
    return Dress(SIZES.get(str(size), Size.WEB), *own)


def _copy(label: str, words: str) -> Node:
    return address.copy(label, words, cls="plain")


def _file(  # noqa: PLR0913, PLR0917 - a file is all of these
    darkroom: Darkroom, name: str, now: View, catalogue: Catalogue, dress: Dress, part: Part | None, *, texts: bool
) -> bytes:
    """Runs in a thread of Streamlit's when the button is clicked, outside of any session."""
    seen, of = (replace(View(), filter=it.filter, camera=it.camera) for it in (now, part.looked_at if part else now))
    asked = {**links.encode(of, ""), "dress": list(map(str, astuple(dress))), "texts": str(texts)}
    key = (name, catalogue.collection.version, urlencode(asked, doseq=True))
    only = part.only if part else None
    return darkroom.file(key, lambda: made_apart(name, seen, catalogue, dress, texts=texts, only=only))


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
