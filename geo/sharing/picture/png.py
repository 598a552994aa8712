"""SVG -> PNG with resvg and the fonts beside it, so that a picture is the same on every machine."""

import resvg_py

from geo.sharing.picture.ink import FONTS

SCALE = 2
"""Pixels of the picture for one of the drawing: sharp on paper and on dense screens."""


def as_png(svg: bytes) -> bytes:
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.decode(),
            zoom=SCALE,
            skip_system_fonts=True,
            font_files=[str(path) for path in sorted(FONTS.glob("*.ttf"))],
            font_family="Noto Sans",
            sans_serif_family="Noto Sans",
        )
    )
