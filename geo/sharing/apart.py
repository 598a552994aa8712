"""Files for visitors, made by a process of their own: what one costs in time and memory ends with it, and the page
answers the others meanwhile (one thread that makes JSON of 17 MB lets no other one work until it is done).

The process (``geo.sharing.maker``) is told the view and the whole data set, and reads no file of a collection: the one
that the page shows may not be there any more.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.errors import ExportError
from geo.limits import FILE_MEMORY, FILE_PROCESSOR_SECONDS, FILE_SECONDS
from geo.sharing.export import EXPORTS
from geo.sharing.picture.dress import Dress
from geo.sharing.view import View

_PROGRAM = ("-m", "geo.sharing.maker")
_HOME = Path(__file__).parents[2]
_REMEDY = "Filter for fewer figures, or use: python -m geo export"
MOST_TOLD = 200
"""Characters of why a process failed."""


@dataclass(frozen=True, slots=True)
class Order:
    """A file by name, and all that it is made of; ``texts`` and ``only`` as ``Shown`` has them, ``adjectives``
    and ``ids`` are those of the catalogue."""

    name: str
    view: View
    dress: Dress
    collection: Collection
    adjectives: dict[str, str]
    ids: tuple[str, ...]
    texts: bool = False
    only: frozenset[str] | None = None


def made_apart(  # noqa: PLR0913 - all that a file depends on
    name: str,
    view: View,
    catalogue: Catalogue,
    dress: Dress,
    seconds: float = FILE_SECONDS,
    *,
    texts: bool = False,
    only: frozenset[str] | None = None,
) -> bytes:
    """The file ``name`` of ``geo.sharing.export`` for ``view``; ``texts``: with those of the articles; ``only``: see
    ``Shown.of``.

    Raises ExportError where it takes more time or memory than a file may.
    """
    order = Order(name, view, dress, catalogue.collection, catalogue.adjectives, tuple(catalogue.ids), texts, only)
    return EXPORTS[name].finish(_drawn(order, seconds), dress)


def _drawn(order: Order, seconds: float) -> bytes:
    path = os.pathsep.join(filter(None, [str(_HOME), os.environ.get("PYTHONPATH")]))
    try:
        done = subprocess.run(  # noqa: S603 - ours
            [sys.executable, "-P", *_PROGRAM, str(FILE_PROCESSOR_SECONDS), str(FILE_MEMORY)],
            input=msgspec.msgpack.encode(order),
            capture_output=True,
            check=False,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise _refused(order, f"it took longer than {seconds:g} seconds") from error
    except OSError as error:
        raise _refused(order, f"no process for it could be started ({error.strerror})") from error
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise _refused(order, "it took more memory or time than a file may")
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise _refused(order, f"its process failed ({last[:MOST_TOLD]!a})")
    return done.stdout


def _refused(order: Order, what: str) -> ExportError:
    return ExportError(f"was not made: {what}", where=order.name, remedy=_REMEDY)
