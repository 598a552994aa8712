"""What leaves the building of more figures than can be drawn one by one, by file name: pictures that count them."""

from collections.abc import Callable
from dataclasses import replace

from geo.maps.groups import Many
from geo.model import Panel
from geo.sharing.picture.dress import CHARTS, MAPS, MOST_LETTERS, Dress
from geo.sharing.picture.ledger_picture import ledger_picture
from geo.sharing.picture.many import many_picture
from geo.sharing.picture.many_bars import bars_picture, sizes_picture
from geo.sharing.picture.png import as_png
from geo.sharing.view import Camera

Make = Callable[[Many, Camera | None, Dress], bytes]


def _ledger(many: Many, _: Camera | None, dress: Dress) -> bytes:
    """The first movements, under the title of all."""
    it = many.ledger()
    title = many.heading if len(many.heading) <= MOST_LETTERS else many.name
    own = replace(dress, title=dress.title or title, standfirst=dress.standfirst or many.line)
    return ledger_picture(it.catalogue, it.claims, own, it.movements)


_CHARTS: dict[str, Make] = {
    "troops": lambda many, _, dress: sizes_picture(many, Panel.TROOPS, dress),
    "displaced": lambda many, _, dress: sizes_picture(many, Panel.DISPLACED, dress),
    "timeline": lambda many, _, dress: bars_picture(many, dress),
    "told-differently": _ledger,
}


def _as_png(draw: Make) -> Make:
    return lambda many, camera, dress: as_png(draw(many, camera, dress), scale=CHARTS[dress.size].scale)


GROUPED: dict[str, Make] = {
    "map.png": lambda many, camera, dress: as_png(many_picture(many, camera, dress), scale=MAPS[dress.size].scale),
    "map.svg": many_picture,
    **{
        f"{name}.{suffix}": make
        for name, draw in _CHARTS.items()
        for suffix, make in (("png", _as_png(draw)), ("svg", draw))
    },
}
"""File name -> how it is made."""
