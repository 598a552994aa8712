"""``datapackage.json``: what the files of an export are, as a Frictionless Data Package with a schema a table."""

import json
from collections.abc import Sequence
from typing import Any

from geo.sharing.dictionary import FIELDS, LEDGER, Field
from geo.sharing.rows import CREDITS
from geo.sharing.shown import Shown
from geo.wording.headline import summary, title

_CSV = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "profile": "tabular-data-resource"}


def as_datapackage(shown: Shown) -> bytes:
    """The package of the files beside it, under the names that ``python -m geo export`` gives them."""
    catalogue = shown.catalogue
    package = {
        "profile": "data-package",
        "name": "dateline-figures",
        "title": title(catalogue),
        "description": f"{summary(catalogue)} {CREDITS}",
        "version": catalogue.collection.version,
        "sources": [
            {"title": "GeoNames", "path": "https://www.geonames.org/"},
            {"title": "Natural Earth", "path": "https://www.naturalearthdata.com/"},
        ],
        "resources": [
            _table("figures", "figures.csv", "One row a claim.", FIELDS, "id"),
            _table("told-differently", "told-differently.csv", "Movements that are told differently.", LEDGER),
            _file("figures-hxl", "figures-hxl.csv", "csv", "text/csv"),
            _file("figures-geojson", "figures.geojson", "geojson", "application/geo+json"),
            _file("figures-parquet", "figures.parquet", "parquet", "application/vnd.apache.parquet"),
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def schema(fields: Sequence[Field]) -> list[dict[str, Any]]:
    """The fields of a Table Schema."""
    return [
        {
            "name": field.name,
            "type": field.kind.value,
            "description": field.about,
            **({"constraints": {"required": True}} if field.always else {}),
        }
        for field in fields
    ]


def _table(name: str, path: str, about: str, fields: Sequence[Field], key: str | None = None) -> dict[str, Any]:
    described: dict[str, Any] = {"fields": schema(fields), "missingValues": [""]}
    if key is not None:
        described["primaryKey"] = key
    return {"name": name, "path": path, "description": about, **_CSV, "schema": described}


def _file(name: str, path: str, kind: str, media_type: str) -> dict[str, Any]:
    return {"name": name, "path": path, "format": kind, "mediatype": media_type}
