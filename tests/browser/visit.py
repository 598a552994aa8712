"""Open the dashboard as a reader does, wait until it stands still, and reach into the map's frame."""

from playwright.sync_api import Frame, FrameLocator, Page, ViewportSize

from tests.browser.server import Server

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
TABLET: ViewportSize = {"width": 1024, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}
VIEWS = ("Troops", "Displaced", "Timeline", "Places", "Articles")


def visit(page: Page, server: Server) -> Page:
    """Open the page; its map is drawn and its panel filled."""
    page.goto(server.url)
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached", timeout=60_000)
    page.locator(".foot").wait_for()
    page.locator(".row, .empty, .article").first.wait_for()
    at_rest(page)
    return page


def at_rest(page: Page) -> None:
    """Wait until the server has nothing more to tell."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def the_map(page: Page) -> FrameLocator:
    return page.frame_locator(".st-key-map iframe")


def map_frame(page: Page) -> Frame:
    """The map's frame, to evaluate scripts in; Leaflet's map is ``map`` there."""
    (found,) = (frame for frame in page.frames if "streamlit_folium" in frame.url)
    return found
