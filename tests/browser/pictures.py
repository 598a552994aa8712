"""Take pictures of the dashboard as it stands.

python -m tests.browser.pictures            docs/dashboard.png, 1440 x 900, light, a figure opened: the README's
python -m tests.browser.pictures FOLDER     every size and theme, to look at
"""

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser import browser as system_browser
from tests.browser.server import Server, serve

Scheme = Literal["light", "dark"]

ROOT = Path(__file__).parents[2]
README = ROOT / "docs" / "dashboard.png"
SIZES = ((1440, 900), (1024, 768), (390, 844))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
DRAW_SECONDS = 60


def take(chromium: Browser, server: Server, size: tuple[int, int], scheme: Scheme, target: Path) -> None:
    """One picture of the first screen, once the map is drawn and the script has ended; with a card for the README."""
    width, height = size
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB")
    page.set_default_timeout(DRAW_SECONDS * 1000)
    page.goto(server.url)
    page.frame_locator("iframe").locator(".leaflet-overlay-pane > *").first.wait_for()
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    if target == README:
        page.locator(".row").nth(1).click()
        page.locator(".evidence .card").wait_for()
        page.mouse.move(0, 0)
    page.wait_for_timeout(1500)  # Leaflet's fade and flight, and the fonts
    target.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target)
    page.close()
    print(target)


def main(arguments: list[str]) -> None:
    with serve(ROOT) as server, sync_playwright() as playwright:
        path = system_browser.find()
        chromium = playwright.chromium.launch(executable_path=path, args=list(system_browser.FLAGS))
        if not arguments:
            take(chromium, server, SIZES[0], SCHEMES[0], README)
        for folder in arguments:
            for width, height in SIZES:
                for scheme in SCHEMES:
                    take(chromium, server, (width, height), scheme, Path(folder) / f"{width}x{height}-{scheme}.png")
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1:])
