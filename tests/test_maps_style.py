"""Contrast of what is written on the map, in both themes: at least 4.5 : 1 (WCAG 2.2, 1.4.3); marks 3 : 1 (1.4.11)."""

import re

import pytest

from geo.maps.served import STATIC

CSS = (STATIC / "map" / "map.css").read_text(encoding="utf-8")
SCRIPT = (STATIC / "map" / "map.js").read_text(encoding="utf-8")


def colours(source: str, start: str) -> dict[str, str]:
    """Name -> #rrggbb of the blocks that begin with ``start``."""
    block = "\n".join(part.split("}", 1)[0] for part in source.split(start)[1:])
    found = re.findall(r'([a-z]+): "?(#[0-9a-f]{3,6})\b', block)
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:]) for name, value in found
    }


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("start", [":root {", ':root[data-theme="dark"] {'])
def test_words_and_marks_stand_out_from_their_paper(start: str) -> None:
    theme = colours(CSS, start)
    for ground in ("paper", "halo"):
        assert contrast(theme["ink"], theme[ground]) >= 4.5
        assert contrast(theme["quiet"], theme[ground]) >= 4.5
        for mark in ("troops", "displaced", "other", "ring", "focus"):
            assert contrast(theme[mark], theme[ground]) >= 3


@pytest.mark.parametrize("start", ["const LIGHT = {", "const DARK = {"])
def test_names_of_the_basemap_stand_out_from_land_and_water(start: str) -> None:
    theme = colours(SCRIPT, start)
    for ground in ("land", "focus", "water"):
        assert contrast(theme["town"], theme[ground]) >= 4.5
        assert contrast(theme["country"], theme[ground]) >= 4.5
