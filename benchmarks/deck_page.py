"""A page as pydeck's documentation leads to: every figure a point of one scatter layer, drawn by the graphics card.

It has no panel, no filter and no ground under the points. It runs as the ``dashboard.py`` of a folder of its own
(see benchmarks/scale.py) and imports nothing of ours.
"""

from pathlib import Path

import pandas as pd
import pydeck as pdk
import streamlit as st


@st.cache_data
def points() -> pd.DataFrame:
    return pd.read_parquet(Path(__file__).parent / "data" / "points.parquet")


st.set_page_config(page_title="Figures", layout="wide")
layer = pdk.Layer("ScatterplotLayer", points(), get_position=["lon", "lat"], get_radius=20_000, pickable=True)
view = pdk.ViewState(latitude=20, longitude=20, zoom=1.5)
st.pydeck_chart(pdk.Deck(layers=[layer], initial_view_state=view, map_provider=None, map_style=None))
