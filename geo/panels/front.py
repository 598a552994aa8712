"""The whole page, from the head to the foot: what one run of it shows."""

from pathlib import Path

import streamlit as st

from geo.dataset.query import Catalogue
from geo.errors import DatasetError
from geo.panels import address, board, filters, foot, masthead, memory, notice, page, selection, share, state
from geo.panels import map as map_panel
from geo.panels.desk import reloading, returning, room
from geo.panels.desk.writing import desk_of
from geo.panels.large import door as large
from geo.wording.headline import title


def main(folder: Path) -> None:
    """Show what is in ``folder``: its ``data``, ``seeds`` and ``static``."""
    try:
        _show(folder)
    finally:  # Streamlit ends a run early by an exception of its own
        reloading.said()


def _show(folder: Path) -> None:
    data, seeds = folder / "data", folder / "seeds"
    st.set_page_config("Dateline", layout="wide", initial_sidebar_state="collapsed")  # its icon: geo.panels.shelf
    page.style()
    returning.follow()
    desk = None
    try:
        home = room.home(st.query_params.get("collection"), seeds, data)
        desk = desk_of(home)
        room.follow(desk)
        room.catch_up(desk)
        if room.refused(desk, home) or large.shown(home, seeds, data, room.way(home)):
            return
        stamp = page.stamp(home.built)
        catalogue, trouble = room.catalogue(desk, home, data / "demonyms.csv")
    except DatasetError as error:
        if not room.rendered(desk, None, data):
            notice.render(error)
        return
    if room.rendered(desk, catalogue, data):
        return
    st.set_page_config(f"{title(catalogue)} · Dateline")
    address.follow(catalogue)
    framed = bool(st.context.is_embedded)
    if not framed:
        with st.container(key="masthead"):
            masthead.render(catalogue, room.homes(seeds, data), room.way(home))
            room.whose(desk)
    if trouble:
        notice.stale(trouble)
    explore(catalogue, home.built, stamp, framed=framed)
    if not framed:
        with st.container(key="foot"):
            foot.render(catalogue)
    memory.settle()


@st.fragment
def explore(catalogue: Catalogue, built: Path, stamp: page.Stamp, *, framed: bool = False) -> None:
    """Filters, map and panel: one click reruns these and nothing else, unless the data set at ``built`` is another one
    since (``stamp``). ``framed``: in somebody's page, without what stands around map and panel."""
    if page.stamp(built) != stamp:
        st.rerun()
    selection.follow(map_panel.clicked(catalogue.collection), map_panel.view(catalogue.collection))
    wanted = filters.asked(catalogue)
    shown = catalogue.select(wanted)
    if not framed:
        filters.render(catalogue, wanted)
        state.render(catalogue, shown, wanted)
    left, right = st.columns([3, 2], gap="small")
    with right:  # before the map: while the map's frame renders, the browser would keep the panel waiting
        board.render(page.known_by(catalogue, wanted.known_on), shown, selection.current())
    with left, st.container(key="map"):
        now, start = selection.current(), selection.camera()
        map_panel.render(catalogue, shown, now, start, address.times())
    with st.container(key="framed" if framed else "share"):
        address.notice()
        (share.framed if framed else share.render)(catalogue, shown)
    address.write(catalogue)
