"""Where the browser gets the map's own files: addresses relative to streamlit-folium's frame
(``BASE/component/.../index.html``), so they hold at the root of a server, under ``server.baseUrlPath`` and behind a
prefix."""

import hashlib
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parents[2] / "static"
SERVED = "../../app/static"
SCRIPTS = ("leaflet/leaflet.js", "map/map.js")
STYLES = ("leaflet/leaflet.css", "map/map.css")
GROUND = "basemap/world.json"


def address(file: str) -> str:
    """Where the map's frame gets ``file`` of static/."""
    return f"{SERVED}/{named(file)}"


@cache
def named(file: str) -> str:
    """``file`` of static/ with a hash of its content behind it, so that an old copy is never used."""
    digest = hashlib.sha256((STATIC / file).read_bytes()).hexdigest()[:12]
    return f"{file}?v={digest}"
