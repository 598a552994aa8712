"""Take the pictures of the dashboard that the README shows, with every other machine out of reach.

python -m tests.browser.pictures            into docs/pictures/
python -m tests.browser.pictures FOLDER     to look at before they are kept

Each size in both themes, with a figure opened where there is room for it beside the map; and one of a made-up
collection of 500 articles. So few colours are enough for them, and keep each below ``MOST_BYTES``.
"""

import io
import sys
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from benchmarks.collection import Newsroom
from geo.dataset.store import save
from tests.browser import browser as system_browser
from tests.browser.server import Server, serve
from tests.browser.visit import DESKTOP, PHONE, TABLET, at_rest, visit
from tests.conftest import ROOT, copy_project

PICTURES = ROOT / "docs" / "pictures"
SIZES = (DESKTOP, TABLET, PHONE)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = 128
MOST_BYTES = 150_000


def take(chromium: Browser, server: Server, size: ViewportSize, scheme: Literal["light", "dark"]) -> bytes:
    """A PNG of the first screen, once the map is drawn and has come to rest."""
    page = chromium.new_page(viewport=size, color_scheme=scheme, locale="en-GB", reduced_motion="reduce")
    visit(page, server)
    if size is not PHONE:
        page.locator(".row").nth(1).click()
        page.locator(".evidence .card").wait_for()
        page.mouse.move(0, 0)
        at_rest(page)
    page.wait_for_timeout(1000)  # fonts, and what the map still draws
    picture = page.screenshot()
    page.close()
    return picture


def keep(picture: bytes, path: Path) -> None:
    """Write a picture in few colours. Raises ValueError where it would weigh too much for a repository."""
    small = io.BytesIO()
    colours = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    colours.save(small, "PNG", optimize=True)
    if small.tell() > MOST_BYTES:
        raise ValueError(f"{path.name} has {small.tell():,} bytes, more than {MOST_BYTES:,}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(small.getvalue())
    print(f"{path.name}: {small.tell():,} bytes")


def main(folder: Path) -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        chromium = playwright.chromium.launch(executable_path=system_browser.find(), args=list(system_browser.FLAGS))
        with serve(ROOT) as server:
            for size in SIZES:
                for scheme in SCHEMES:
                    name = f"{size['width']}x{size['height']}-{scheme}.png"
                    keep(take(chromium, server, size, scheme), folder / name)
        large = copy_project(Path(scratch) / "project")
        save(Newsroom().collection(), large / "data" / "collection.json")
        with serve(large) as server:
            keep(take(chromium, server, DESKTOP, "light"), folder / "500-articles.png")
        chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
