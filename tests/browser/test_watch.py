"""The browser tests' own ground: what the browser may not reach is seen, and the vendored files are usable."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from tests.browser.conftest import ELSEWHERE, UNRESOLVED, Watch
from tests.browser.server import Server
from tests.browser.visit import DESKTOP, PHONE
from tests.conftest import copy_project


def test_other_machines_are_blocked_and_seen(fresh: Page, watch: Watch) -> None:
    fresh.set_content('<img src="https://example.org/pixel.png">')
    fresh.wait_for_function("document.images[0].complete")
    assert fresh.evaluate("document.images[0].naturalWidth") == 0
    assert watch.blocked == ["https://example.org/pixel.png"]
    watch.blocked.clear()


@pytest.mark.parametrize("host", ["10.1.2.3", "192.0.2.1:8080", "[2001:db8::1]", "8.8.8.8"])
def test_the_browser_reaches_no_other_machine_by_its_number(page: Page, watch: Watch, host: str) -> None:
    with pytest.raises(Error, match=UNRESOLVED):
        page.goto(f"http://{host}/")
    assert watch.blocked == [f"http://{host}/"]
    watch.blocked.clear()


@pytest.mark.parametrize("come", [1, 2])
def test_nobody_finds_what_a_visitor_before_him_left(page: Page, server: Server, come: int) -> None:
    page.goto(f"{server.url}_stcore/health")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert "left" not in page.evaluate("document.cookie")
    assert page.evaluate("[innerWidth, innerHeight]") == [DESKTOP["width"], DESKTOP["height"]]
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is False
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches") is False
    assert page.evaluate("navigator.permissions.query({name: 'clipboard-read'}).then((it) => it.state)") == "prompt"
    page.context.grant_permissions(["clipboard-read"])
    page.evaluate("localStorage.left = sessionStorage.left = document.cookie = 'left=1'")
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")


def test_what_a_visitor_cannot_take_back_is_refused_in_a_window_for_all(page: Page) -> None:
    for act in (lambda: page.on("dialog", print), lambda: page.add_init_script(""), lambda: page.set_content("")):
        with pytest.raises(AssertionError, match="fresh"):
            act()


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("http://127.0.0.1:8501/", False),
        ("http://127.0.0.1:8501/app/static/map/map.js?v=1", False),
        ("https://localhost:8443/geo/", False),
        ("http://localhost", False),
        ("http://127.0.0.1?a=b", False),
        ("file:///tmp/map.html", False),
        ("https://example.org/", True),
        ("http://127.0.0.1.example.org/", True),
        ("http://localhost.example.org/", True),
        ("http://localhost@example.org/", True),
        ("http://127.0.0.1:80@example.org/", True),
        ("https://example.org/?of=http://127.0.0.1/", True),
        ("http://10.0.0.1/", True),
        ("ftp://example.org/", True),
    ],
)
def test_another_machine_is_told_by_its_address(address: str, *, other: bool) -> None:
    assert bool(ELSEWHERE.search(address)) is other


def test_errors_are_seen(fresh: Page, watch: Watch) -> None:
    with fresh.expect_event("pageerror"):
        fresh.set_content("<script>setTimeout(() => { throw new Error('thrown') })</script>")
    fresh.evaluate("console.error('printed')")
    assert [error.partition(" (")[0] for error in watch.errors] == ["thrown", "printed"]
    watch.errors.clear()


def test_vendored_leaflet_runs_below_a_path(fresh: Page, start: Callable[..., Server], tmp_path: Path) -> None:
    """Streamlit serves static/ with the types that a browser asks for, at the address that the map's frame uses."""
    folder = copy_project(tmp_path / "project")
    (folder / "dashboard.py").write_text("import streamlit as st\nst.write('up')\n", encoding="utf-8")
    server = start(folder, base="geo")
    frame = "component/streamlit_folium.st_folium/"
    fresh.goto(f"{server.url}app/static/leaflet/leaflet.css")
    fresh.set_content(
        f'<base href="{server.url}{frame}"><link rel="stylesheet" href="../../app/static/leaflet/leaflet.css">'
        '<script src="../../app/static/leaflet/leaflet.js"></script><div id="map" style="height: 200px"></div>'
    )
    fresh.wait_for_function("window.L")
    fresh.evaluate("L.map('map').setView([38, 68], 6)")
    assert fresh.evaluate("L.version") == "1.9.4"
    assert fresh.evaluate("getComputedStyle(document.querySelector('.leaflet-pane')).position") == "absolute"
