"""Dateline: from a pile of news articles to a sourced map of who moved, where, when and how many.

Run: streamlit run dashboard.py
"""

from pathlib import Path

import streamlit as st

from geo.dataset.query import Catalogue
from geo.errors import DatasetError
from geo.panels import address, board, filters, foot, masthead, notice, page, selection, state
from geo.panels import map as map_panel

DATA = Path(__file__).parent / "data"
MAP_HEIGHT = 720  # pixels, until the style sheet fits it to the window


def main() -> None:
    st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
    page.style()
    try:
        catalogue = page.catalogue(DATA / "collection.json", DATA / "demonyms.csv")
    except DatasetError as error:
        notice.render(error)
        return
    with st.container(key="masthead"):
        masthead.render(catalogue)
    address.follow(catalogue)
    explore(catalogue)
    with st.container(key="foot"):
        foot.render()


@st.fragment
def explore(catalogue: Catalogue) -> None:
    """Filters, map and panel: one click reruns these and nothing else."""
    selection.follow(map_panel.clicked(catalogue.collection), map_panel.view(catalogue.collection))
    wanted = filters.render(catalogue)
    shown = catalogue.select(wanted)
    state.render(catalogue, shown, wanted)
    left, right = st.columns([3, 2], gap="small")
    with right:  # before the map: while the map's frame renders, the browser would keep the panel waiting
        board.render(page.known_by(catalogue, wanted.known_on), shown, selection.current())
    with left, st.container(key="map"):
        now, start = selection.current(), selection.camera()
        map_panel.render(catalogue.collection, shown, now, height=MAP_HEIGHT, start=start)
    with st.container(key="share"):
        address.render(catalogue)
    address.write(catalogue)


main()
