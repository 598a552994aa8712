"""What leaves the building of more figures than can be drawn one by one, by file name: pictures that count them."""

from collections.abc import Callable

from geo.maps.groups import Many
from geo.sharing.picture.dress import CHARTS, MAPS, Dress
from geo.sharing.picture.many import many_picture
from geo.sharing.picture.many_bars import bars_picture
from geo.sharing.picture.png import as_png
from geo.sharing.view import Camera

Make = Callable[[Many, Camera | None, Dress], bytes]

GROUPED: dict[str, Make] = {
    "map.png": lambda many, camera, dress: as_png(many_picture(many, camera, dress), scale=MAPS[dress.size].scale),
    "map.svg": many_picture,
    "timeline.png": lambda many, _, dress: as_png(bars_picture(many, dress), scale=CHARTS[dress.size].scale),
    "timeline.svg": lambda many, _, dress: bars_picture(many, dress),
}
"""File name -> how it is made."""
