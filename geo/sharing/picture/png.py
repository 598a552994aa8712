"""SVG -> PNG with resvg and the fonts beside it, so that a picture is the same on every machine.

It is drawn by a process of its own (``rasterise``): a drawing that is too much for the machine ends with that process,
and the page that asked for it goes on.
"""

import subprocess
import sys
from pathlib import Path

from geo.errors import ExportError
from geo.limits import PICTURE_MEMORY, PICTURE_PROCESSOR_SECONDS, PICTURE_SECONDS, PICTURE_SVG
from geo.sharing.picture.ink import FONTS

SCALE = 2
"""Pixels of the picture for one of the drawing: sharp on paper and on dense screens."""
_PROGRAM = Path(__file__).with_name("rasterise.py")
_REMEDY = "Choose fewer figures, or take the .svg"


def as_png(svg: bytes, seconds: float = PICTURE_SECONDS, scale: float = SCALE) -> bytes:
    """The picture, ``scale`` dots for a pixel of the drawing. Raises ExportError where it takes more time or memory
    than one may."""
    if len(svg) > PICTURE_SVG:
        raise _refused(f"its drawing is larger than {PICTURE_SVG:,} bytes")
    limits = (PICTURE_PROCESSOR_SECONDS, PICTURE_MEMORY)
    command = [sys.executable, "-P", str(_PROGRAM), str(scale), *map(str, limits), str(FONTS)]
    try:
        done = subprocess.run(command, input=svg, capture_output=True, check=False, timeout=seconds)  # noqa: S603 - ours
    except subprocess.TimeoutExpired as error:
        raise _refused(f"it took longer than {seconds:g} seconds") from error
    except OSError as error:
        raise _refused(f"no process for it could be started ({error.strerror})") from error
    if done.returncode or not done.stdout.startswith(b"\x89PNG"):
        raise _refused("it took more memory or time than a picture may")
    return done.stdout


def _refused(what: str) -> ExportError:
    return ExportError(f"was not drawn: {what}", where="picture", remedy=_REMEDY)
