"""The process that writes a table or a picture of a large collection for a visitor: to standard output, a table a part
at a time.

    python -m geo.panels.large.sender PROCESSOR_SECONDS ADDRESS_SPACE FOLDER NAME QUERY

QUERY is that of a view; of a picture it may have a ``size`` (geo.sharing.picture.dress).

``geo.panels.large.download`` starts it. It ends with 1 and one line on standard error where there is no such file.
"""

import sys
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs

from geo.collections.home import named
from geo.dataset.query import adjectives
from geo.errors import DatelineError, ExportError
from geo.limits import LINK_FIELDS
from geo.sharing import link
from geo.sharing.many import GROUPED
from geo.sharing.picture.dress import Dress, Size
from geo.sharing.picture.rasterise import limit
from geo.sharing.shown import Shown
from geo.sharing.stream import STREAMED
from geo.store.catalogue import counting
from geo.store.groups import many
from geo.store.parts import parts

SIZE = "size"
"""The parameter of an address that says what a picture is for."""


class Onward:
    """Standard output as a file that knows how far it is: Parquet asks, and a pipe cannot tell."""

    closed = False

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._at = out, 0

    def write(self, content: bytes) -> int:
        self._out.write(content)
        self._at += len(content)
        return len(content)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        self._out.flush()

    def close(self) -> None:
        self._out.flush()

    def readable(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False


def send(folder: Path, name: str, query: str, out: BinaryIO) -> None:
    """Write what the view of ``query`` shows as the file ``name``. Raises DatelineError."""
    if name not in STREAMED and name not in GROUPED:
        raise ExportError("is no file of a large collection", where=ascii(name[:40]), remedy="Reload the page")
    try:
        home = named(link.collection_of(f"?{query}"), folder / "seeds", folder / "data")
    except ValueError as error:
        raise ExportError("has an address that is none", where=name, remedy="Reload the page") from error
    outline = counting(home.built, adjectives(folder / "data" / "demonyms.csv"))
    if outline is None:
        raise ExportError("is of a collection without tables", where=name, remedy="Reload the page")
    view = link.opened(f"?{query}", outline).view
    if name in GROUPED:
        out.write(GROUPED[name](many(outline, view.filter), view.camera, Dress(_size(query))))
        out.flush()
        return
    STREAMED[name]((Shown(*part) for part in parts(outline, view.filter)), Onward(out))  # type: ignore[arg-type]
    out.flush()


def _size(query: str) -> Size:
    """Raises ExportError for one that there is not."""
    asked = (parse_qs(query, max_num_fields=LINK_FIELDS).get(SIZE) or [Size.WEB])[0]
    if asked not in tuple(Size):
        raise ExportError("has a size that there is not", where="picture", remedy="Reload the page")
    return Size(asked)


if __name__ == "__main__":
    seconds, space, *rest = sys.argv[1:]
    limit(int(seconds), int(space))
    try:
        send(Path(rest[0]), rest[1], rest[2], sys.stdout.buffer)
    except DatelineError as told:
        sys.exit(str(told))
