"""A view as a folder for any web host: the page, its data beside it, the same in one file, and every export.

    index.html      the page; opened from a disk it leads to map.html
    map.html        the same in one file
    embed.html      the code for other people's pages, with the frame beside it
    app/, data/     style and scripts; the parts of the page (content.py)
    basemap/        the ground of the map
    figures.csv ... every file that can be downloaded, the pictures among them
    published.json  what of this folder is ours: the next publication takes away what it does not write

All addresses are relative, so the folder works under any path.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from geo import whole
from geo.errors import ExportError
from geo.limits import LEFT_SECONDS, PUBLISHED_BYTES
from geo.sharing import embed
from geo.sharing.document.compose import FONTS, POLICY, page, plain_json, scripts, style
from geo.sharing.document.content import Content
from geo.sharing.export import EXPORTS, Export, write
from geo.sharing.picture import ground
from geo.sharing.shown import Shown

MANIFEST = "published.json"
FOLDERS = ("app", "data", "basemap")
"""Of the page, in the folder that is published."""
_OURS = re.compile(rf"(?:(?:{'|'.join(FOLDERS)})/)?[A-Za-z0-9_][A-Za-z0-9_.-]{{0,99}}")
"""How our files are called. The list of them may be anybody's: by no other name is anything taken away."""
PICTURE = "map.png"
"""What stands for the page where somebody shares its address."""
WIDTHS = (320, 480, 640, 760, 1100)
"""Pixels of the frames that embed.html shows."""


@dataclass(frozen=True, slots=True)
class Published:
    """``files`` that were written, with ``size`` bytes in all; ``gone`` are those of the publication before."""

    files: int
    size: int
    gone: int


def publish(shown: Shown, folder: Path, url: str = "", exports: Mapping[str, Export] = EXPORTS) -> Published:
    """Write ``shown`` into ``folder``; ``url`` is where it will stand, for the code of frames and for previews;
    ``exports`` are the files beside the page, by name.

    The page itself is written last, so that a reader never has a page without its data. Raises ExportError where the
    folder holds files that are not ours, or cannot be written.
    """
    place = _place(url)
    before = _before(folder)
    _own(folder)
    if not before:  # a publication that is killed can be made again
        write(folder / MANIFEST, b'{"files": []}\n')
    whole.clear_left(folder, LEFT_SECONDS)
    names, size = [], 0
    for name, content in _files(shown, place, exports):
        write(folder / name, content)
        names.append(name)
        size += len(content)
    gone = [name for name in before if name not in names]
    for name in gone:
        _take_away(folder / name)
    listed = {"dataset": shown.catalogue.collection.version, "files": sorted(names)}
    write(folder / MANIFEST, (json.dumps(listed, indent=1) + "\n").encode())
    return Published(len(names) + 1, size, len(gone))


def _before(folder: Path) -> list[str]:
    """The files of the last publication there. Raises ExportError where anything else is in the folder."""
    try:
        if not folder.exists() or not any(folder.iterdir()):
            return []
        found = json.loads(whole.read(folder / MANIFEST, PUBLISHED_BYTES))["files"]
        inner = [name for name in found if isinstance(name, str) and _OURS.fullmatch(name)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        what = "is not empty and holds no publication"
        raise ExportError(what, where=str(folder), remedy="Name a new folder, or empty this one") from error
    return inner


def _own(folder: Path) -> None:
    """Raises ExportError where a folder of ours in ``folder`` is a link: it leads to files of somebody else."""
    for name in FOLDERS:
        if (folder / name).is_symlink():
            raise ExportError("is a link to another folder", where=str(folder / name), remedy="Remove the link")


def _take_away(path: Path) -> None:
    """Remove a file of the publication before; what cannot be removed stays, as what is no file does."""
    with suppress(OSError):
        path.unlink()


def _place(url: str) -> str:
    """``url`` as the address of a folder, "" where none is given. Raises ExportError where it is none of the web."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and parts.hostname and not parts.query and not parts.fragment
    except ValueError:  # a bracket that opens no IPv6 address
        fits = False
    if not fits:
        raise ExportError("is no address of a folder on the web", where=f"--url {url[:60]!a}", remedy="Give https://…/")
    return f"{url.rstrip('/')}/"


def _files(shown: Shown, place: str, exports: Mapping[str, Export]) -> Iterator[tuple[str, bytes]]:
    """Every file with its name, the page last."""
    content = Content(shown.catalogue, shown.claims, shown.camera, shown.dress, shown.texts)
    for name, part in content.parts():
        yield f"data/{name.removesuffix('.json')}.json", plain_json(part).encode()
    for path in sorted(ground.BASEMAP.glob("*.json")):
        yield f"basemap/{path.name}", path.read_bytes()
    yield "app/page.css", style(lambda font: font.name).encode()
    for font in FONTS:
        yield f"app/{font.name}", font.read_bytes()
    yield "app/page.js", "\n".join(scripts()).encode()
    for name, export in exports.items():
        yield name, export.make(shown)
    yield "embed.html", _embed(content, place)
    yield "index.html", _index(content, place, exports)


def _index(content: Content, place: str, exports: Mapping[str, Export]) -> bytes:
    version = content.catalogue.collection.version
    name, about = escape(content.title), escape(content.line)
    shared = f'<meta property="og:image" content="{escape(place + PICTURE)}">\n' if place else ""
    head = f"""<meta property="og:title" content="{name}">
<meta property="og:description" content="{about}">
<meta property="og:type" content="website">
{shared}<link rel="stylesheet" href="app/page.css?v={version}">
<link rel="alternate" type="application/geo+json" href="figures.geojson">
<link rel="alternate" type="text/csv" href="figures.csv">"""
    files = [[it, export.about] for it, export in exports.items()]
    root = f' data-folder="data/" data-version="{version}" data-files="{escape(json.dumps(files))}"'
    script = f'<script src="app/page.js?v={version}"></script>\n'
    return page(content, policy=POLICY.format(own="'self'", font="'self'"), head=head, scripts=script, root=root)


def _address(place: str) -> str:
    return f"{escape(place)}index.html?embed=true"


def _embed(content: Content, place: str) -> bytes:
    """A page that shows the code and, below it, what it makes at the widths of phones, columns and pages."""
    name = content.title
    given = embed.code(_address(place or "https://YOUR-HOST/PATH/"), name)
    here = _address("")
    frames = "\n".join(
        f'<h2>{wide} pixels</h2>\n<div style="max-width:{wide}px">{embed.frame(here, f"{name}, {wide} pixels")}</div>'
        for wide in WIDTHS
    )
    where = "" if place else "<p>Put the address of this folder in the place of https://YOUR-HOST/PATH/.</p>\n"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Embed: {escape(name)}</title>
<style>body {{ font: 16px/1.5 system-ui, sans-serif; margin: 16px; color-scheme: light dark; }}
textarea {{ width: 100%; max-width: 760px; box-sizing: border-box; font: 13px/1.4 monospace; }}</style>
</head>
<body>
<h1>Embed this map</h1>
{where}<p><label>The code for your page<br><textarea rows="8" readonly>{escape(given)}</textarea></label></p>
{frames}
{embed.SCRIPT}
</body>
</html>
""".encode("utf-8", "replace")
