"""The editor's own words about a collection: its headline and standfirst."""

import streamlit as st

from geo.errors import DatelineError
from geo.limits import COLLECTION_WORDS
from geo.panels.desk.saving import refuse
from geo.panels.desk.writing import Desk


def render(desk: Desk) -> bool:
    """True where they were saved just now."""
    with st.expander("Headline and standfirst"), st.form("desk-words", border=False):
        title = st.text_input(
            "Headline; empty for one that is made of the figures", value=desk.home.title, max_chars=COLLECTION_WORDS
        )
        standfirst = st.text_input(
            "Standfirst, a sentence under it", value=desk.home.standfirst, max_chars=COLLECTION_WORDS
        )
        if not st.form_submit_button("Save the words"):
            return False
        try:
            desk.describe(title, standfirst)
        except DatelineError as error:
            refuse(str(error))
            return False
        return True
