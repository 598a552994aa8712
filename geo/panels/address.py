"""The page's address and its view, kept in step: the address follows the view, and going back sets the view.

Going back, opening a link or changing the address runs the whole script; a click runs only the fragment. So ``follow``,
called outside the fragment, never takes an old address for a wish while the reader is clicking on.
"""

import streamlit as st

from geo.dataset.query import Catalogue
from geo.panels import sheet, view
from geo.sharing import link
from geo.sheets.nodes import element, pick

AT, NOTICE = "address-of", "address-notice"
"""The session's keys: the query of the view on the page (None: to be taken from it), and what to tell of a link."""
_OPENED = "address-opened"


def follow(catalogue: Catalogue) -> None:
    """Show what the address asks for, where it is not the one that this page wrote itself."""
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    if asked == st.session_state.get(_OPENED, {}):
        return
    opened = link.decode(asked, catalogue)
    view.restore(opened.view, catalogue)
    st.session_state.update({_OPENED: asked, NOTICE: opened.notice, AT: None})


def write(catalogue: Catalogue) -> None:
    """Let the address say what is shown: a new entry of the browser's history for each new view."""
    query = link.encode(view.current(catalogue), catalogue.collection.version)
    before = st.session_state.get(AT, {})
    st.session_state[AT] = query
    if before is not None and query != before:
        st.session_state[_OPENED] = query
        st.query_params.from_dict(query)


def render(catalogue: Catalogue) -> None:
    """The button that copies the link of this view, and what there is to say about the link that was opened."""
    query = link.address(view.current(catalogue), catalogue)
    copy = element("button", "Copy link", type="button", cls="boxed", data_copy=query, data_kind="link")
    notice = st.session_state.get(NOTICE)
    told = element("p", element("span", notice), pick("dismiss", "", "Close", cls="plain"), cls="told", role="status")
    sheet.show("share", copy, told if notice else None, actions={"dismiss": _dismiss})


def _dismiss(_: str) -> None:
    st.session_state[NOTICE] = None
