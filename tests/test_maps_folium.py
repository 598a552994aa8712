"""The script that Folium makes: only our own files, and no text of an article that could act on the server."""

import re
import runpy
from dataclasses import replace
from pathlib import Path

import pytest
from branca.element import Element
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit_folium import generate_leaflet_string

from geo.dataset.store import Collection
from geo.maps.folium_map import Map, State, base_map
from geo.maps.served import SCRIPTS, STATIC, STYLES, address
from geo.model import Role
from tests import made

TEMPLATES = (
    "{{{{ cycler.__init__.__globals__.os.system('touch {file}') }}}}",
    "{{{{ self.__init__.__globals__.__builtins__.open('{file}', 'w') }}}}",
    "{{% for one in [cycler.__init__.__globals__.os.system('touch {file}')] %}}{{% endfor %}}",
    "{{% raw %}}",
    "{{# never closed",
)
"""Templates that would run on the server; ``{file}`` is what they would write."""


def hostile(text: str) -> Collection:
    """A collection with ``text`` as every name and word that the map shows."""
    spot = replace(made.point("x", 10.0, 10.0), name=text)
    gone = made.nowhere(text, note=text)
    claims = [
        made.claim([(Role.AT, spot)], words=text or "1", counted=text),
        made.claim([(Role.AT, gone)], words=text or "1", counted=text),
    ]
    return made.collection(claims, title=text, url=text, file=text)


def script(collection: Collection) -> str:
    """All that goes to the browser: Folium's page, and what streamlit-folium makes of the map and the changing part."""
    made_map = base_map(f"../files/{collection.articles[0].title}.json")
    state = State([claim.id for claim in collection.claims], collection.articles[0].title, "a place")
    made_map.add_child(state)
    page = str(made_map.get_root().render())
    return page + str(generate_leaflet_string(made_map)) + str(generate_leaflet_string(state, base_id="group"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_in_a_text_does_nothing_on_the_server(template: str, tmp_path: Path) -> None:
    trap = tmp_path / "written"
    rendered = script(hostile(template.format(file=trap)))
    assert not trap.exists()
    assert "dateline.mount(" in rendered
    assert "__globals__" not in rendered


def test_the_trap_would_be_sprung_without_the_defence(tmp_path: Path) -> None:
    trap = tmp_path / "written"
    Element(TEMPLATES[0].format(file=trap)).render()
    assert trap.exists()


def frame(rendered: str) -> str:
    """The script with the data and Folium's random names taken out."""
    return re.sub(r"[0-9a-f]{32}", "ID", re.sub(r"JSON\.parse\('[^']*'\)", "DATA", rendered))


@settings(max_examples=40)
@given(st.text(st.characters(codec=None), max_size=60))
def test_whatever_the_text_is_the_script_around_it_stays(text: str) -> None:
    assert frame(script(hostile(text))) == frame(script(hostile("plain")))


def test_only_our_own_files_are_loaded() -> None:
    loaded = [address for _, address in (*Map.default_js, *Map.default_css)]
    assert len(loaded) == len(SCRIPTS) + len(STYLES)
    assert all(one.startswith("../../app/static/") and "?v=" in one for one in loaded)
    assert "://" not in script(made.collection([]))


@pytest.mark.parametrize("file", [*SCRIPTS, *STYLES])
def test_the_files_are_there_and_their_address_follows_their_content(file: str) -> None:
    assert (STATIC / file).is_file()
    assert address(file).startswith(f"../../app/static/{file}?v=")


@pytest.mark.parametrize("file", [name for name in SCRIPTS if name.startswith("map/")])
def test_our_scripts_put_text_on_the_page_as_text_only(file: str) -> None:
    source = (STATIC / file).read_text(encoding="utf-8")
    assert not [
        way for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(") if way in source
    ]


def test_the_start_of_a_map_is_the_view_that_was_asked_for() -> None:
    literal = State(None, None, None, (38.5, 68.8, 6.25)).state
    assert "38.5,68.8,6.25" in literal
    assert "JSON.parse(" in literal


def test_the_served_script_is_the_one_made_from_the_sources() -> None:
    made = runpy.run_path(str(STATIC.parent / "data" / "make" / "scripts.py"))
    assert (STATIC / "map" / "map.js").read_text(encoding="utf-8") == made["joined"](), (
        "run: python -m data.make.scripts"
    )
    assert (STATIC / "map" / "map.css").read_text(encoding="utf-8") == made["styled"](), (
        "run: python -m data.make.scripts"
    )
