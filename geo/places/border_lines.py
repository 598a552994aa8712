"""The lines of borders: of two countries, or of all land borders of one."""

from functools import lru_cache

from geo.model import Place, PlaceKind, Precision
from geo.places.gazetteer import Gazetteer
from geo.places.geometry import Geometry, lines, middle, multiline


@lru_cache(maxsize=256)  # the lines of a large country take 20 ms to measure
def all_borders(code: str, gazetteer: Gazetteer) -> Place | None:
    """All land borders of a country as one place, or None for an island."""
    country = gazetteer.country(code)
    beside = gazetteer.neighbours(code)
    if country is None or not beside:
        return None
    if len(beside) == 1:
        return gazetteer.border(code, beside[0])
    lon, lat = middle([line for shape in _shapes(code, gazetteer) for line in lines(shape)])
    return Place(f"border:{code}", f"borders of {country.name}", PlaceKind.BORDER, Precision.LINE, (code,), lat, lon,
                 "Natural Earth", note="all land borders of the country")  # fmt: skip


def outline(place: Place, gazetteer: Gazetteer) -> Geometry | None:
    """The line of a border, or of all borders of a country."""
    if len(place.countries) == 2:
        a, b = sorted(place.countries)
        return gazetteer.geometry(f"border:{a}-{b}")
    return multiline([line for shape in _shapes(place.countries[0], gazetteer) for line in lines(shape)])


def _shapes(code: str, gazetteer: Gazetteer) -> list[Geometry]:
    """The lines of a country's borders, one geometry a neighbour."""
    pairs = [sorted((code, other)) for other in gazetteer.neighbours(code)]
    return [shape for a, b in pairs if (shape := gazetteer.geometry(f"border:{a}-{b}"))]
