"""geo/maps/browser/*.js -> static/map/map.js: one file, because streamlit-folium loads scripts strictly one by one.

    python data/make/scripts.py

Run it after a change to a script; tests/test_maps_folium.py compares. On the machine where it was measured, one file
instead of five drew the first map a quarter of a second sooner.
"""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "geo" / "maps" / "browser"
SERVED = ROOT / "static" / "map" / "map.js"
NAMES = "basemap names labels scene groups symbols arrows captions figures controls list layers legend map"
ORDER = tuple(f"{name}.js" for name in NAMES.split())


def joined() -> str:
    """The scripts in the order in which they need each other."""
    made = "/* Made by data/make/scripts.py from geo/maps/browser/: change it there. */\n"
    return made + "\n".join((SOURCE / name).read_text(encoding="utf-8") for name in ORDER)


if __name__ == "__main__":
    SERVED.write_text(joined(), encoding="utf-8")
