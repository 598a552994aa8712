"""International airports with their points, from PyPI's airportsdata, read as data."""

import csv
import importlib.util
import re
from collections.abc import Iterator, Set
from pathlib import Path

from rows import Row

from geo.places.names import fold

RADIUS_KM = 3.0
RANK = 4


def airport_rows(towns: Set[str]) -> Iterator[Row]:
    """``towns`` are folded names of towns: "Toronto Pearson International Airport" is Pearson International too."""
    package = importlib.util.find_spec("airportsdata")
    if package is None or package.origin is None:
        raise SystemExit("airportsdata is not installed. Run: pip install airportsdata==20260905")
    with (Path(package.origin).parent / "airports.csv").open(encoding="utf-8", newline="") as file:
        airports = sorted(csv.DictReader(file), key=lambda airport: airport["icao"])
    for airport in airports:
        name = airport["name"].replace("’", "'")
        if not airport["iata"] or not name.endswith("International Airport"):
            continue
        first, _, rest = name.partition(" ")
        long = {name, rest} if fold(first) in towns and len(rest.split()) > 2 else {name}
        names = long | {re.sub(r" International Airport$", " Airport", n) for n in long}
        yield Row(f"site:airport-{airport['icao'].lower()}", name, "site", airport["country"], float(airport["lat"]),
                  float(airport["lon"]), RANK, precision="point", radius=RADIUS_KM, source="airportsdata",
                  names=names)  # fmt: skip
