"""Draw static/icon.png and static/preview.png, for programs that show no SVG, from the SVG of the same name.

python -m data.make.preview
"""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import browser

STATIC = Path(__file__).parents[2] / "static"
SIZES = {"icon": (180, 180), "preview": (1200, 630)}  # pixels


def main() -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=list(browser.FLAGS))
        for name, (width, height) in SIZES.items():
            page = chromium.new_page(viewport={"width": width, "height": height})
            drawing = (STATIC / f"{name}.svg").read_text(encoding="utf-8")
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: 100vw }}</style>{drawing}")
            page.screenshot(path=STATIC / f"{name}.png", omit_background=True)
        chromium.close()


if __name__ == "__main__":
    main()
