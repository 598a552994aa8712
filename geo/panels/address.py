"""The page's address and its view, kept in step: the address follows the view, and going back sets the view.

Going back, opening a link or changing the address runs the whole script; a click runs only the fragment. So ``follow``,
called outside the fragment, never takes an old address for a wish while the reader is clicking on.
"""

import streamlit as st

from geo.dataset.query import Catalogue
from geo.panels import sheet, view
from geo.sharing import link
from geo.sharing.view import View
from geo.sheets.nodes import Node, element, pick

AT, NOTICE, TIMES = "address-of", "address-notice", "addresses-opened"
"""The session's keys: the query of the view on the page (None: to be taken from it), what to tell of a link, and how
many addresses were opened: for each the map goes where it says."""
OPENED = "address-opened"
"""The session's key: the address that the page shows, as it was opened or written."""


def follow(catalogue: Catalogue) -> None:
    """Show what the address asks for, where it is not the one that this page wrote itself."""
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    if asked == st.session_state.get(OPENED, {}):
        return
    opened = link.decode(asked, catalogue)
    view.restore(opened.view, catalogue)
    st.session_state.update({OPENED: asked, NOTICE: opened.notice, AT: None, TIMES: times() + 1})


def times() -> int:
    """How many addresses this session has opened."""
    return int(st.session_state.get(TIMES, 0))


def write(catalogue: Catalogue) -> None:
    """Let the address say what is shown: a new entry of the browser's history for each new view."""
    collection = catalogue.collection
    query = link.encode(view.current(catalogue), collection.version, collection.about.name)
    before = st.session_state.get(AT, {})
    st.session_state[AT] = query
    if before is not None and query != before:
        st.session_state[OPENED] = query
        st.query_params.from_dict(query)


def whole(shown: View, catalogue: Catalogue, *, marked: bool = True) -> str:
    """The address of ``shown`` on this page; its query alone where no browser has told where the page is."""
    return page() + link.address(shown, catalogue, marked=marked)


def page() -> str:
    """Where this page is, with a slash at its end; "" where no browser has told."""
    return f"{st.context.url.rstrip('/')}/" if st.context.url else ""


def notice() -> None:
    """What there is to say about the link that was opened."""
    if told := st.session_state.get(NOTICE):
        close = pick("dismiss", "", "Close", cls="plain")
        sheet.show(
            "told",
            element("p", element("span", told), close, cls="told", role="status"),
            actions={"dismiss": _dismiss},
        )


def copy(label: str, words: str, *, cls: str, of: str | None = None, **attributes: str | None) -> Node:
    """A button that copies ``words``. ``of`` is the address in them that is to say where the map stands then."""
    return element("button", label, type="button", cls=cls, data_copy=words, data_view=of, **attributes)


def _dismiss(_: str) -> None:
    st.session_state[NOTICE] = None
