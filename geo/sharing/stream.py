"""The tables of a large collection as files, a part at a time: memory stays the same however many figures there are.

Each file is what ``geo.sharing.export`` makes of all parts together.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import BinaryIO

from geo.sharing.features import write_geojson
from geo.sharing.hxl import TAGGED
from geo.sharing.rows import Row, rows
from geo.sharing.shown import Shown
from geo.sharing.tables import write_csv, write_parquet

Parts = Iterable[Shown]


def _rows(parts: Parts) -> Iterable[Sequence[Row]]:
    return (rows(it.catalogue, it.claims) for it in parts)


STREAMED: dict[str, Callable[[Parts, BinaryIO], None]] = {
    "figures.csv": lambda parts, file: write_csv(_rows(parts), file),
    "figures.geojson": lambda parts, file: write_geojson(((it.catalogue, it.claims) for it in parts), file),
    "figures.parquet": lambda parts, file: write_parquet(_rows(parts), file),
    "figures-hxl.csv": lambda parts, file: write_csv(chain([[TAGGED]], _rows(parts)), file),
}
"""File name -> how parts of what is shown are written into it."""
