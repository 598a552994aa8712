"""What ``python -m geo locate`` prints: every place that a name may mean, likeliest first."""

from collections.abc import Mapping
from typing import Any

from geopy.location import Location

from geo.errors import GeocoderError
from geo.places.geocoders import GazetteerGeocoder

COLUMNS = ("name", "kind", "country", "lat", "lon", "precision", "weight", "source")
Row = Mapping[str, Any]


def locate(name: str, geocoder: GazetteerGeocoder) -> tuple[Row, ...]:
    """The candidates of ``name`` ("Goma", "Tripoli, Lebanon"), likeliest first. Raises GeocoderError for none."""
    found = geocoder.geocode(name, exactly_one=False)
    if not found:
        raise GeocoderError("no place of this name is known", where=name, remedy="Try another spelling or its country")
    return tuple(_row(location) for location in found)


def table(rows: tuple[Row, ...]) -> str:
    """The rows as a table of plain text, columns aligned."""
    lines = [COLUMNS, *(tuple(_shown(row[column]) for column in COLUMNS) for row in rows)]
    widths = [max(len(line[number]) for line in lines) for number in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _row(location: Location) -> Row:
    raw = location.raw
    return {
        "id": raw.get("id"),
        "name": raw.get("name", location.address),
        "kind": str(raw.get("kind", "")),
        "country": " ".join(raw.get("countries", ())),
        "lat": round(location.latitude, 4),
        "lon": round(location.longitude, 4),
        "precision": str(raw.get("precision", "")),
        "radius_km": raw.get("radius_km"),
        "weight": raw.get("weight"),
        "source": raw.get("source", "OpenStreetMap contributors, through Nominatim"),
    }


def _shown(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
