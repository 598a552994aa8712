"""The usual way, to measure against: the page that a streamlit-folium tutorial leads to.

Each rerun builds the map anew, one ``folium.Marker`` with pop-up and tooltip a figure; ``st_folium`` returns all that
it can; the panel looks up the clicked marker by its position. It reads the data set that the dashboard reads, and
caches it. It runs as the ``dashboard.py`` of a folder of its own (see benchmarks/pages.py) and imports nothing of ours.
"""

import json
from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

DATA = Path(__file__).parent / "data" / "collection.json"


@st.cache_data
def load_figures() -> pd.DataFrame:
    """One row a figure that has a located place."""
    collection = json.loads(DATA.read_text(encoding="utf-8"))
    rows = []
    for reading in collection["readings"]:
        article = reading["article"]
        for claim in reading["claims"]:
            places = [collection["places"][used["place"]] for used in claim["places"]]
            places = [place for place in places if place["lat"] is not None]
            if not places:
                continue
            # The most precise of its places, or the first.
            place = next((place for place in places if place["precision"] in ("point", "radius")), places[0])
            sentence = claim["sentence"]
            rows.append(
                {
                    "place": place["name"],
                    "lat": place["lat"],
                    "lon": place["lon"],
                    "figure": claim["quantity"]["words"],
                    "people": claim["counted"],
                    "population": claim["population"],
                    "low": claim["quantity"]["low"],
                    "high": claim["quantity"]["high"],
                    "action": claim["action"],
                    "publisher": article["publisher"],
                    "published": article["published"],
                    "sentence": " ".join(article["text"][sentence["start"] : sentence["end"]].split()),
                }
            )
    return pd.DataFrame(rows)


st.set_page_config(page_title="Troops and displaced people", layout="wide")
st.title("Troops and displaced people")
figures = load_figures()
if st.radio("Figures", ["All", "Displaced"], horizontal=True) == "Displaced":
    figures = figures[figures["population"] != "troops"]

left, right = st.columns([3, 2])
with left:
    m = folium.Map(location=[figures["lat"].mean(), figures["lon"].mean()], zoom_start=5)
    for figure in figures.itertuples():
        folium.Marker(
            [figure.lat, figure.lon],
            popup=f"{figure.figure} {figure.people}",
            tooltip=f"{figure.place}: {figure.figure}",
        ).add_to(m)
    returned = st_folium(m, width=800, height=600)

with right:
    clicked = returned["last_object_clicked"] or {"lat": None, "lng": None}
    there = figures[(figures["lat"] == clicked["lat"]) & (figures["lon"] == clicked["lng"])]
    if there.empty:
        st.info("Click a marker.")
    else:
        st.subheader(there["place"].iloc[0])
        first, second = st.columns(2)
        first.metric("Figures", len(there))
        second.metric("Largest", f"{there[['low', 'high']].max().max():,.0f}")
        st.dataframe(there[["figure", "people", "action", "publisher", "published", "sentence"]], hide_index=True)
    st.subheader("All figures")
    st.caption(f"{len(figures):,} figures")
    st.dataframe(figures[["place", "figure", "people", "action"]], hide_index=True)
