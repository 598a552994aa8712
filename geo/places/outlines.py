"""The geometry of any place, as GeoJSON, for the map."""

from geo.model import Place, PlaceKind, Precision
from geo.places import border_lines, regions
from geo.places.gazetteer import Gazetteer
from geo.places.geometry import Geometry


def geometry(place: Place, gazetteer: Gazetteer) -> Geometry | None:
    """What the map draws: positions are (lon, lat) in degrees.

    A Point for points and circles (the radius is ``place.radius_km``), areas to about 0.02 degree, borders at Natural
    Earth's full 1:10m detail. None where the place is unlocated.
    """
    if place.precision is Precision.UNLOCATED:
        return None
    if place.kind is PlaceKind.BORDER:
        return border_lines.outline(place, gazetteer)
    if place.precision is Precision.AREA or place.precision is Precision.LINE:
        return gazetteer.geometry(place.id) or regions.outline(place, gazetteer)
    if place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": (place.lon, place.lat)}
