"""geo/maps/browser/* -> static/map/map.js and map.css: one file each.

streamlit-folium loads scripts strictly one by one, so one is sooner there than many.

The scripts have the table of measures (geo/measures.py) before them, and the style sheet has the table of marks
(geo/marks.py) behind it.

    python -m data.make.scripts

Run it after a change to a script; tests/test_maps_folium.py compares. On the machine where it was measured, one file
instead of five drew the first map a quarter of a second sooner.
"""

from pathlib import Path

from geo import marks, measures

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "geo" / "maps" / "browser"
SERVED = ROOT / "static" / "map"
NAMES = (
    "basemap lands names labels scene groups symbols arrows writing captions edges pressable figures cells controls "
    "list layers legend locator map"
)
ORDER = tuple(f"{name}.js" for name in NAMES.split())


def joined() -> str:
    """The scripts in the order in which they need each other."""
    made = "/* Made by data/make/scripts.py from geo/maps/browser/: change it there. */\n"
    made += f"window.dateline = window.dateline || {{}};\ndateline.measures = {measures.as_json()};\n"
    return made + "\n".join((SOURCE / name).read_text(encoding="utf-8") for name in ORDER)


def styled() -> str:
    """The map's style sheet, with the marks and the colours of the panels in both themes."""
    made = "/* Made by data/make/scripts.py from geo/maps/browser/map.css and geo/marks.py: change it there. */\n"
    own = (SOURCE / "map.css").read_text(encoding="utf-8")
    light, dark = marks.colours(marks.LIGHT), marks.colours(marks.DARK)
    themes = f':root {{ {light} }}\n:root[data-theme="dark"] {{ {dark} }}\n'
    return made + own + themes + marks.css()


def main() -> None:
    (SERVED / "map.js").write_text(joined(), encoding="utf-8")
    (SERVED / "map.css").write_text(styled(), encoding="utf-8")


if __name__ == "__main__":
    main()
