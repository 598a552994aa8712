"""Geometry as bytes: whole steps from vertex to vertex, compressed.

A line or ring is [x0, y0, dx1, dy1, ...] in units of 10**-digits degrees, lon before lat; a polygon is a list of rings,
the outer one first. The bytes are zlib over JSON: {"type": GeoJSON type, "digits": n, "parts": [...]}.
"""

import json
import zlib
from itertools import chain, pairwise

from geo.places.geometry import Geometry, Ring, lines, multiline, multipolygon, rings


def pack(geometry: Geometry, digits: int) -> bytes:
    if "Polygon" in geometry["type"]:
        parts = [[_steps(ring, digits) for ring in polygon] for polygon in rings(geometry)]
        body = {"type": "MultiPolygon", "digits": digits, "parts": parts}
    else:
        body = {
            "type": "MultiLineString",
            "digits": digits,
            "parts": [_steps(line, digits) for line in lines(geometry)],
        }
    return zlib.compress(json.dumps(body, separators=(",", ":")).encode(), 9)


def unpack(packed: bytes) -> Geometry:
    """The GeoJSON geometry behind ``pack``. Raises zlib.error or ValueError on damaged bytes."""
    body = json.loads(zlib.decompress(packed))
    digits = body["digits"]
    if body["type"] == "MultiPolygon":
        return multipolygon([[_walk(ring, digits) for ring in polygon] for polygon in body["parts"]])
    return multiline([_walk(line, digits) for line in body["parts"]])


def _steps(line: Ring, digits: int) -> list[int]:
    scale = 10**digits
    whole = [(round(x * scale), round(y * scale)) for x, y in line]
    moves = ((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole))
    return [*whole[0], *chain.from_iterable(moves)]


def _walk(steps: list[int], digits: int) -> Ring:
    scale = 10**digits
    x = y = 0
    line = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / scale, y / scale))
    return line
