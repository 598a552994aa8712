"""From the globe to a picture: Web Mercator, as the map on the page."""

from dataclasses import dataclass
from math import asinh, atan, cos, degrees, log2, pi, radians, sinh, tan

from geo.limits import CAMERA_ZOOM
from geo.maps.geometry import Bounds, Position
from geo.sharing.view import Camera

MOST_NORTH = 85.05
TILE = 256
"""Pixels of the whole world at zoom 0."""
EQUATOR_KM = 40075.0
CLOSEST = 8.0
"""Zoom of the closest picture: a single place is shown with its country around it."""


def mercator(lat: float, lon: float) -> tuple[float, float]:
    """The position in turns of the globe: x from 0 at 180 W to 1 at 180 E, y from 0 in the north to 1."""
    lat = max(-MOST_NORTH, min(MOST_NORTH, lat))
    return (lon + 180) / 360, (1 - asinh(tan(radians(lat))) / pi) / 2


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of ``width`` x ``height`` pixels; ``left`` and ``top`` in turns, ``scale`` in pixels a turn."""

    width: float
    height: float
    left: float
    top: float
    scale: float

    @classmethod
    def around(cls, window: Bounds, width: float, height: float, margin: float) -> "Frame":
        """The closest frame that holds ``window`` with ``margin`` pixels around it."""
        (south, west), (north, east) = window
        left, top = mercator(north, west)
        right, bottom = mercator(south, east)
        scale = min(
            (width - 2 * margin) / max(right - left, 1e-9),
            (height - 2 * margin) / max(bottom - top, 1e-9),
            TILE * 2**CLOSEST,
        )
        scale = max(scale, height)  # never more than the whole world from north to south
        middle = (left + right) / 2, (top + bottom) / 2
        return cls(width, height, middle[0] - width / scale / 2, middle[1] - height / scale / 2, scale)

    @classmethod
    def seen(cls, camera: Camera, width: float, height: float) -> "Frame":
        """What stands around the middle of ``camera``, as large as on the page, and no closer than a page can look."""
        lat, lon, zoom = camera
        scale = max(TILE * 2 ** min(zoom, CAMERA_ZOOM[1]), height)
        x, y = mercator(lat, lon)
        return cls(width, height, x - width / scale / 2, y - height / scale / 2, scale)

    @property
    def zoom(self) -> float:
        return log2(self.scale / TILE)

    @property
    def centre(self) -> float:
        """Longitude of the middle, in degrees."""
        return (self.left + self.width / self.scale / 2) * 360 - 180

    def at(self, position: Position) -> tuple[float, float]:
        """Pixels of a (lat, lon), in the copy of the world that is nearest to the middle."""
        x, y = mercator(*position)
        middle = self.left + self.width / self.scale / 2
        x += round(middle - x)
        return self.put(x, y)

    def pixels(self, km: float, position: Position) -> float:
        """How long so many kilometres are there."""
        return km / EQUATOR_KM * self.scale / cos(radians(position[0]))

    def holds(self, position: Position) -> bool:
        """Whether a (lat, lon) is in the picture."""
        x, y = self.at(position)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def put(self, x: float, y: float) -> tuple[float, float]:
        """Pixels of a position in turns."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def box(self, margin: float = 0.0) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in pixels, ``margin`` around it included."""
        return -margin, -margin, self.width + margin, self.height + margin

    def longitude(self, x: float) -> float:
        """The longitude at ``x`` pixels from the left."""
        return ((self.left + x / self.scale) % 1) * 360 - 180

    def latitude(self, y: float) -> float:
        """The latitude at ``y`` pixels from the top."""
        return degrees(atan(sinh(pi * (1 - 2 * (self.top + y / self.scale)))))
