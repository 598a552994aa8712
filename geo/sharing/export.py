"""What can leave the building, by file name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geo.dataset.query import Catalogue
from geo.model import Claim
from geo.sharing.features import as_geojson
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.picture.png import as_png
from geo.sharing.rows import rows
from geo.sharing.tables import as_csv, as_parquet

Make = Callable[[Catalogue, Sequence[Claim]], bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file: its media type, what it is in words, and how it is made of the claims that are shown."""

    media_type: str
    about: str
    make: Make


EXPORTS: dict[str, Export] = {
    "figures.csv": Export("text/csv", "spreadsheet", lambda c, shown: as_csv(rows(c, shown))),
    "figures.geojson": Export("application/geo+json", "for QGIS and other map programs", as_geojson),
    "figures.parquet": Export(
        "application/vnd.apache.parquet", "typed table", lambda c, shown: as_parquet(rows(c, shown))
    ),
    "map.svg": Export("image/svg+xml", "the map to edit", map_picture),
    "map.png": Export("image/png", "the map as a picture", lambda c, shown: as_png(map_picture(c, shown))),
}
