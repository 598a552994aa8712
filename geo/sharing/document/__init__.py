"""One self-contained HTML file: the map and its evidence, opening from a disk without network and without Streamlit."""
