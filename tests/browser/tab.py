"""The window of the browser tests, which they use one after the other as if each had opened it."""

from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Error, Page

from tests.browser.visit import DESKTOP

MANY = 12
"""Visitors after whom the browser gives back what their pages took, 25 MB each: by itself it waits for a gigabyte."""
FOR_GOOD = ("add_init_script", "expose_binding", "expose_function", "on", "route", "set_content")
"""What is not taken back from a window, or is not the same where another was: a test that asks for it opens one of its
own, ``fresh``."""


@dataclass
class Tab:
    """A window that visitors use one after the other: to open and close one is a third of what a visit costs."""

    visitors: BrowserContext
    home: str
    """An address that shows nothing, where it waits for the next. Pages of one host share a process of the browser,
    which ends with the last of them: another page stays there."""
    slower: float
    kept: Page | None = None
    used: bool = False
    left: int = 0
    """How many visitors have left it."""

    def __post_init__(self) -> None:
        self.visitors.new_page().goto(self.home)

    def opened(self) -> Page:
        """A new page of the visitors."""
        page = self.visitors.new_page()
        if self.slower > 1:
            self.visitors.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": self.slower})
        return page

    def taken(self) -> Page:
        """The window, for one who leaves nothing behind in it that ``cleared`` would not find."""
        if self.kept is None or self.kept.is_closed():
            self.kept = self.opened()
            for name in FOR_GOOD:
                setattr(self.kept, name, _refused)
        self.kept.bring_to_front()  # the browser draws a window behind another once a second only
        self.used = True
        return self.kept

    def cleared(self) -> None:
        """The window as it opened."""
        used, self.used = self.used, False
        if not used or self.kept is None or self.kept.is_closed():
            return
        for address in (None, self.home):  # the latter for what frames of that host left
            if address is not None:
                self.kept.goto(address)
            self._emptied(self.kept)
        self.kept.set_viewport_size(DESKTOP)
        self.kept.emulate_media(color_scheme="null", reduced_motion="null", media="null")
        self.kept.mouse.move(0, 0)
        self.left += 1
        if self.left % MANY == 0:
            asking = self.visitors.new_cdp_session(self.kept)
            asking.send("HeapProfiler.collectGarbage")
            asking.detach()

    def _emptied(self, page: Page) -> None:
        """Take away what a window keeps until it closes; a page that is still on its way elsewhere is waited for."""
        for _ in range(3):
            with suppress(Error):
                page.wait_for_load_state()
                page.evaluate("() => { try { sessionStorage.clear(); } catch { /* no page of a host */ } }")
                return


def forget(page: Page) -> None:
    """Leave nothing in the browser's storage for whoever comes to the same addresses next."""
    asking = page.context.new_cdp_session(page)
    seen = {urlsplit(frame.url) for frame in page.frames}
    for address in {f"{it.scheme}://{it.netloc}" for it in seen if it.netloc}:
        asking.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "local_storage,indexeddb"})
    asking.detach()


def _refused(*_: object) -> None:
    raise AssertionError("This window is for others too: ask for `fresh`")
