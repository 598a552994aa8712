"""The browser tests' own ground: what the browser may not reach is seen, and the vendored files are usable."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import Watch
from tests.browser.server import Server
from tests.conftest import copy_project


def test_other_machines_are_blocked_and_seen(page: Page, watch: Watch) -> None:
    page.set_content('<img src="https://example.org/pixel.png">')
    page.wait_for_function("document.images[0].complete")
    assert page.evaluate("document.images[0].naturalWidth") == 0
    assert watch.blocked == ["https://example.org/pixel.png"]
    watch.blocked.clear()


def test_errors_are_seen(page: Page, watch: Watch) -> None:
    with page.expect_event("pageerror"):
        page.set_content("<script>setTimeout(() => { throw new Error('thrown') })</script>")
    page.evaluate("console.error('printed')")
    assert [error.partition(" (")[0] for error in watch.errors] == ["thrown", "printed"]
    watch.errors.clear()


def test_vendored_leaflet_runs_below_a_path(page: Page, start: Callable[..., Server], tmp_path: Path) -> None:
    """Streamlit serves static/ with the types that a browser asks for, at the address that the map's frame uses."""
    folder = copy_project(tmp_path / "project")
    (folder / "dashboard.py").write_text("import streamlit as st\nst.write('up')\n", encoding="utf-8")
    server = start(folder, base="geo")
    frame = "component/streamlit_folium.st_folium/"
    page.goto(f"{server.url}app/static/leaflet/leaflet.css")
    page.set_content(
        f'<base href="{server.url}{frame}"><link rel="stylesheet" href="../../app/static/leaflet/leaflet.css">'
        '<script src="../../app/static/leaflet/leaflet.js"></script><div id="map" style="height: 200px"></div>'
    )
    page.wait_for_function("window.L")
    page.evaluate("L.map('map').setView([38, 68], 6)")
    assert page.evaluate("L.version") == "1.9.4"
    assert page.evaluate("getComputedStyle(document.querySelector('.leaflet-pane')).position") == "absolute"
