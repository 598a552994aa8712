"""Dateline: from a pile of news articles to a sourced map of who moved, where, when and how many.

Run: streamlit run dashboard.py
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from geo.panels.gate import Gate, opened

if __name__ == "__main__":  # one run of the page for one visitor
    from geo.panels.front import main  # by a run: Streamlit serves no component that was declared before it serves

    main(Path(__file__).parent)
else:  # the server that ``streamlit run`` starts
    app = st.App(__file__, middleware=[Middleware(Gate, folder=Path(__file__).parent)], lifespan=opened)
