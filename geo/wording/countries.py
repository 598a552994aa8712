"""What a country is called: as the articles of a collection name it, else as the map does."""

from functools import cache
from pathlib import Path

import msgspec

from geo.dataset.query import Catalogue
from geo.model import Place

BASEMAP = Path(__file__).parents[2] / "static" / "basemap" / "world.json"


def country(catalogue: Catalogue, code: str) -> str:
    """The name of a country by its ISO 3166-1 alpha-2 code; the code where nothing names it."""
    return catalogue.country_names.get(code) or _labels().get(code, code)


def countries(catalogue: Catalogue, place: Place) -> str:
    """The names of the countries that a place is in, for a column of a table; "" for the high seas."""
    return ", ".join(country(catalogue, code) for code in place.countries)


def names(catalogue: Catalogue) -> dict[str, str]:
    """Code -> name, of every country that a place of the catalogue is in."""
    places = catalogue.collection.places.values()
    return {code: country(catalogue, code) for place in places for code in place.countries}


@cache
def _labels() -> dict[str, str]:
    """Code -> name, as written on the map."""
    labels = msgspec.json.decode(BASEMAP.read_bytes())["labels"]
    return {code: name for code, name, *_ in labels}
