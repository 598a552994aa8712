"""The page's settings: readable in both themes, nothing from other machines, no call home."""

import tomllib
from hashlib import sha256
from typing import Any

import pytest
from streamlit import config

from tests.conftest import ROOT

SETTINGS: dict[str, Any] = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

FACES = ("NotoSans-Regular.woff2", "NotoSans-Bold.woff2")


def luminance(colour: str) -> float:
    """Relative luminance, 0 - 1, of ``#rrggbb`` (WCAG 2.2)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio, 1 - 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("ink", ["textColor", "linkColor", "primaryColor"])
def test_text_can_be_read(theme: str, ground: str, ink: str) -> None:
    colours = SETTINGS["theme"][theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


def test_fonts_are_our_own_or_the_systems() -> None:
    fonts = [value for key, value in SETTINGS["theme"].items() if key.endswith(("font", "Font"))]
    assert fonts
    assert not [font for font in fonts if ":" in font]  # Streamlit reads "name:address" as a font to fetch
    faces = SETTINGS["theme"]["fontFaces"]
    assert [face["url"] for face in faces] == [f"app/static/fonts/{name}" for name in FACES]
    assert SETTINGS["theme"]["font"].startswith(f"'{faces[0]['family']}', ")
    card = (ROOT / "static" / "fonts" / "ORIGIN.md").read_text(encoding="utf-8")
    for name in (*FACES, "OFL.txt"):
        digest = sha256((ROOT / "static" / "fonts" / name).read_bytes()).hexdigest()
        assert f"| `{name}` | `{digest}` |" in card


def names(settings: dict[str, Any], prefix: str = "") -> list[str]:
    return [
        name
        for key, value in settings.items()
        for name in (names(value, f"{prefix}{key}.") if isinstance(value, dict) else [f"{prefix}{key}"])
    ]


@pytest.mark.parametrize("name", names(SETTINGS))
def test_every_setting_is_known_to_streamlit(name: str) -> None:
    assert name in config.get_config_options()


def test_nothing_calls_home() -> None:
    assert SETTINGS["browser"]["gatherUsageStats"] is False
    assert SETTINGS["server"]["showEmailPrompt"] is False
