"""Open the dashboard as a reader does, wait until it stands still, click, and reach into the map's frame.

On a slow machine a click can meet a part that is just being drawn anew, and be lost. So tests click, press and search
through here, where each waits for the page to be at rest before it; none is tried twice, lest a fault stay unseen.
"""

from playwright.sync_api import Frame, FrameLocator, Locator, Page, ViewportSize

from tests.browser.server import Server

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
TABLET: ViewportSize = {"width": 1024, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}
VIEWS = ("Troops", "Displaced", "Timeline", "Places", "Articles")


def visit(page: Page, server: Server) -> Page:
    """Open the page; its map is drawn and its panel filled."""
    page.goto(server.url)
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached")
    page.locator(".foot").wait_for()
    page.locator(".row, .empty, .article").first.wait_for()
    at_rest(page)
    return page


def begin(page: Page, server: Server) -> None:
    """Go back to the first view on a page that stays open: nothing is filtered or selected, the map shows all, and
    nothing has the focus. What a test has unfolded it folds again."""
    at_rest(page)
    page.evaluate(f"history.pushState({{}}, '', '{server.url}'); dispatchEvent(new PopStateEvent('popstate'))")
    page.locator(".evidence, .filter-chip, .told, .reader").first.wait_for(state="detached")
    at_rest(page)
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached")
    map_frame(page).evaluate("map.stop(); document.querySelector('[title=\"Reset the view\"]').click()")
    page.evaluate("document.activeElement.blur(); document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    page.mouse.move(0, 0)


LISTENS = """() => {
  window.restsSince = performance.now();
  if ("unanswered" in window) return;
  window.unanswered = false;
  const [send, heard] = [WebSocket.prototype.send, new WeakSet()];
  WebSocket.prototype.send = function (...message) {
    if (!heard.has(this)) {
      heard.add(this);
      for (const event of ["message", "close"]) this.addEventListener(event, () => { window.unanswered = false; });
    }
    window.unanswered = true;
    return send.apply(this, message);
  };
}"""
"""From here on the page knows whether the server has answered what it was asked: until it has, Streamlit says that
nothing runs, however long a busy machine takes."""
RESTS = """() => {
  const busy = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    const loads = document.querySelector('[data-testid="stSkeleton"]:not(:has(+ .stCustomComponentV1))');
    return !app || app.dataset.testScriptState !== "notRunning" || window.unanswered || loads !== null;
  };
  const now = performance.now();
  if (busy()) window.restsSince = now;
  if (now - window.restsSince <= 100) return false;
  const drawn = (done) => requestAnimationFrame(() => requestAnimationFrame(() => done(!busy())));
  return new Promise(drawn);
}"""
"""A tenth of a second: what was just clicked takes a moment to ask the server, and its answer one to be drawn. While
the program of a field is on its way something stands in for it; once it is there, what is below it moves."""
OFTEN = 20
"""Milliseconds between two looks. One at each frame makes the browser draw all that while: a tenth of a processor."""


def at_rest(page: Page) -> None:
    """Wait until the server has nothing more to tell and what it told is drawn."""
    page.evaluate(LISTENS)
    page.wait_for_function(RESTS, polling=OFTEN)


def click(target: Locator) -> None:
    at_rest(target.page)
    target.click()


def unfold(page: Page, title: str) -> None:
    """Open the fold with this title; what is in it slides while it opens, which closes every list opened in it."""
    click(page.get_by_text(title, exact=True))
    page.locator("details[open]").filter(has=page.locator("summary").get_by_text(title, exact=True)).wait_for()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.wait_for_function("() => document.getAnimations().every((it) => it.playState !== 'running')")


def into_view(field: Locator) -> None:
    """Scroll to a field that opens a list or a calendar. That closes when anything around its field scrolls, also where
    the scrolling came before: a busy page hears of it after the click or the key that opened the list."""
    at_rest(field.page)
    field.scroll_into_view_if_needed()
    field.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def open_list(field: Locator) -> None:
    into_view(field)
    field.click()


def enter(target: Locator) -> None:
    """Press Enter on ``target``, as whoever has come to it by Tab."""
    at_rest(target.page)
    target.press("Enter")


def search(page: Page, words: str) -> None:
    at_rest(page)
    field = page.get_by_label("Search the sentences")
    field.fill(words)
    field.press("Enter")


def the_map(page: Page) -> FrameLocator:
    """The map, of two the later one: for a moment that of before a click or a reload is still there."""
    return page.locator(".st-key-map iframe").last.content_frame


def map_frame(page: Page) -> Frame:
    """The map's frame, to evaluate scripts in; Leaflet's map is ``map`` there."""
    (found,) = (frame for frame in page.frames if "streamlit_folium" in frame.url)
    return found


STANDS_STILL = """() => {
  const now = performance.now(), stands = [map.getCenter().lat, map.getCenter().lng, map.getZoom()].join();
  if (window.stood !== stands) [window.stood, window.stoodSince] = [stands, now];
  return now - window.stoodSince > 800;
}"""


def stands_still(page: Page) -> None:
    """Wait until the map has flown to what was selected."""
    frame = map_frame(page)
    frame.evaluate("delete window.stood")
    frame.wait_for_function(STANDS_STILL, polling=OFTEN)
