"""A published page: its HTML, its style and its scripts, for one file (``as_html``) and for a folder (``publish``).

The map's scripts are those of the page; what they would fetch lies in the file, or in the folder beside it.
"""

import gzip
import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from geo.dataset.query import Catalogue
from geo.maps.served import SCRIPTS, STATIC, STYLES
from geo.model import Claim
from geo.sharing.document.content import Content
from geo.sharing.picture import ground
from geo.sharing.picture.dress import PLAIN, Dress
from geo.sharing.picture.frame import Frame
from geo.sharing.view import Camera
from geo.sheets.nodes import BUILD, STYLE

_HERE = Path(__file__).parent
_BROWSER = (
    *("parts", "matching", "words", "address", "filters", "window", "grouping", "lists", "articles", "evidence"),
    "start",
)
FONTS = tuple(sorted((STATIC / "fonts").glob("*.woff2")))
MOST_DETAIL = 500_000
"""Characters of detailed ground that a file carries beside that of the whole world."""
PACKED_FROM = 1_500_000
"""Characters of all parts from which a file has them packed: smaller ones can be read by any program."""
POLICY = (
    "default-src 'none'; style-src {own} 'unsafe-inline'; script-src {own}; connect-src {own}; font-src {font}; "
    "img-src data: https:"
)
"""Nothing is loaded from elsewhere, but for pictures of a map layer that the reader chooses."""


def as_html(
    catalogue: Catalogue,
    shown: Sequence[Claim],
    camera: Camera | None = None,
    dress: Dress = PLAIN,
    *,
    texts: bool = False,
) -> bytes:
    """The figures of ``shown`` as one page in one file, which opens from a disk without network and without server; its
    map begins at ``camera``, by default where it shows them all. ``texts``: the articles can be read whole in it."""
    content = Content(catalogue, shown, camera, dress, texts)
    parts = {name: plain_json(part) for name, part in _with_ground(dict(content.parts()))}
    packed = sum(map(len, parts.values())) > PACKED_FROM
    carried = "".join(_carried(name, part, packed=packed) for name, part in parts.items())
    policy = POLICY.format(own="'unsafe-inline'", font="data:").replace("connect-src 'unsafe-inline'; ", "")
    return page(
        content,
        policy=policy,
        head=f"<style>{style(inside)}</style>",
        scripts=carried + "".join(f"<script>{_closed(source)}</script>\n" for source in scripts()),
    )


def page(content: Content, *, policy: str, head: str, scripts: str, root: str = "") -> bytes:
    """The HTML around ``scripts``; ``head`` is more for its head, ``root`` attributes of its root."""
    return f"""<!doctype html>
<html lang="en"{root}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(content.line)}">
<title>{escape(content.title)}</title>
{head}
</head>
<body>
<div id="head" class="sheet"></div>
<div id="notice" class="sheet"></div>
<form id="find" role="search" class="sheet"></form>
<div id="state" class="sheet"></div>
<main>
<div id="map"></div>
<div id="panel">
<nav id="tabs" class="sheet" aria-label="Views of the figures"></nav>
<div id="evidence" class="sheet"></div>
<div id="list" class="sheet"></div>
</div>
</main>
<footer id="foot" class="sheet"></footer>
<noscript>This page holds an interactive map: its figures need JavaScript.</noscript>
{scripts}</body>
</html>
""".encode("utf-8", "replace")


def style(font: Callable[[Path], str]) -> str:
    """The style sheet of the map, of cards and charts, and of the page around them; ``font`` gives a font's address."""
    own = "".join(_read(STATIC / file) for file in STYLES) + STYLE + _read(_HERE / "document.css")
    for path in FONTS:
        own = own.replace(f"../fonts/{path.name}", font(path))
    return own


def inside(font: Path) -> str:
    """The address of a font that is its own content."""
    return f"data:font/woff2;base64,{b64encode(font.read_bytes()).decode()}"


def scripts() -> list[str]:
    """The scripts in the order in which they need each other."""
    first, *rest = (_read(_HERE / "browser" / f"{name}.js") for name in _BROWSER)
    return [BUILD + first, *(_read(STATIC / file) for file in SCRIPTS), *rest]


def plain_json(value: Any) -> str:
    """JSON in ASCII with nothing that HTML could take for a tag."""
    text = json.dumps(value, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _with_ground(parts: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """``parts`` with the ground of the world, and with that of the first view in detail, as far as there is room."""
    yield from parts.items()
    yield "world.json", json.loads(_read(ground.BASEMAP / "world.json"))
    (south, west), (north, east) = parts["figures.json"]["window"]
    room = MOST_DETAIL
    for name in ground.details(Frame.around(((south, west), (north, east)), 1200, 800, margin=60)):
        detail = _read(ground.BASEMAP / name)
        room -= len(detail)
        if room < 0:
            return
        yield name, json.loads(detail)


def _carried(name: str, part: str, *, packed: bool) -> str:
    """A part in the file; packed without a date, so that the same content is the same file."""
    if not packed:
        return f'<script type="application/json" data-part="{name}">{part}</script>\n'
    held = b64encode(gzip.compress(part.encode(), mtime=0)).decode()
    return f'<script type="text/plain" data-part="{name}" data-packed>{held}</script>\n'


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _closed(source: str) -> str:
    """A script of ours; what would end the element is written another way."""
    return source.replace("</script", r"<\/script")
