"""The page in somebody's frame: as high as what it holds where that is narrow, and as high as asked where it is not."""

import pytest
from playwright.sync_api import Page, expect

from geo.sharing import embed
from tests.browser.server import Server

FITS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth;
}"""


@pytest.mark.parametrize("wide", [320, 480, 640, 760])
def test_a_narrow_frame_is_as_high_as_what_it_holds(fresh: Page, server: Server, wide: int) -> None:
    fresh.set_viewport_size({"width": wide, "height": 900})
    fresh.set_content(f'<body style="margin: 0">{embed.code(f"{server.url}?embed=true", "A map")}</body>')
    inside = fresh.frame_locator("iframe")
    inside.locator(".statements .row").wait_for()
    expect(fresh.locator("iframe")).not_to_have_attribute("height", str(embed.HEIGHT))
    fresh.wait_for_function(
        "() => { const frame = document.querySelector('iframe'); return frame.clientHeight === Number(frame.height); }"
    )
    held = fresh.frame(url=lambda address: "embed=true" in address)
    assert held is not None
    held.wait_for_function(FITS)


def test_a_wide_frame_keeps_its_height(fresh: Page, server: Server) -> None:
    fresh.set_viewport_size({"width": 1100, "height": 900})
    fresh.set_content(embed.code(f"{server.url}?embed=true", "A map"))
    inside = fresh.frame_locator("iframe")
    inside.locator(".framed").wait_for()
    inside.locator(".statements .row").wait_for()
    assert fresh.locator("iframe").get_attribute("height") == str(embed.HEIGHT)
