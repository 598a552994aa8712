"""The code for other people's pages: a frame with the map, and the few lines that make it as high as what it holds."""

from html import escape

HEIGHT = 640
"""Pixels of height that the frame begins with, and keeps where it is wide."""

SCRIPT = (
    '<script>addEventListener("message",function(e){if(e.data&&e.data.type==="dateline:height")'
    'document.querySelectorAll("iframe[data-dateline]").forEach(function(f){'
    "if(f.contentWindow===e.source)f.height=e.data.height})})</script>"
)
"""For the page around: each frame is as high as what it holds says."""


def code(address: str, name: str) -> str:
    """What to put into a page to have the map in it; ``address`` as an attribute of HTML can hold it."""
    return f"{frame(address, name)}\n{SCRIPT}"


def frame(address: str, name: str) -> str:
    """The frame alone."""
    return (
        f'<iframe src="{address}" title="{escape(name)}" width="100%" height="{HEIGHT}" '
        'style="border:0" loading="lazy" allow="clipboard-write; fullscreen" data-dateline></iframe>'
    )
