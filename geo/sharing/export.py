"""What can leave the building, by file name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo import whole
from geo.errors import ExportError
from geo.model import Panel
from geo.sharing.document.compose import as_html
from geo.sharing.features import as_geojson
from geo.sharing.hxl import tagged
from geo.sharing.ledger import ledger_rows
from geo.sharing.package import as_datapackage
from geo.sharing.picture.charts import strip_picture, timeline_picture
from geo.sharing.picture.dress import CHARTS, MAPS, Dress, Paper, Size
from geo.sharing.picture.ink import with_words
from geo.sharing.picture.ledger_picture import ledger_picture
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.picture.png import as_png
from geo.sharing.picture.telling import alternative, as_captions
from geo.sharing.rows import Row, rows
from geo.sharing.shown import Shown
from geo.sharing.tables import as_csv, as_parquet

Make = Callable[[Shown], bytes]
Finish = Callable[[bytes, Dress], bytes]


def _as_it_is(drawn: bytes, _: Dress) -> bytes:
    return drawn


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file: its media type, what it is in words, how it is drawn of what is shown, and what is done to
    that. The two may be done by two processes, one after the other."""

    media_type: str
    about: str
    draw: Make
    finish: Finish = _as_it_is

    def make(self, shown: Shown) -> bytes:
        return self.finish(self.draw(shown), shown.dress)


def _strip(panel: Panel) -> Make:
    return lambda shown: strip_picture(shown.catalogue, shown.claims, panel, shown.dress)


def _told(name: str, make: Make) -> Make:
    """A picture that carries its own words."""
    return lambda it: with_words(make(it), alternative(name, it.catalogue, it.claims, it.dress))


def _as_png(papers: Mapping[Size, Paper]) -> Finish:
    return lambda svg, dress: as_png(svg, scale=papers[dress.size].scale)


def _rows(shown: Shown) -> list[Row]:
    return rows(shown.catalogue, shown.claims)


_PICTURES: dict[str, tuple[str, Make, Mapping[Size, Paper]]] = {
    "map": ("the map", lambda it: map_picture(it.catalogue, it.claims, it.camera, it.dress), MAPS),
    "troops": ("the chart of troops", _strip(Panel.TROOPS), CHARTS),
    "displaced": ("the chart of displaced people", _strip(Panel.DISPLACED), CHARTS),
    "timeline": ("the timeline", lambda it: timeline_picture(it.catalogue, it.claims, it.dress), CHARTS),
    "told-differently": (
        "what is told differently",
        lambda it: ledger_picture(it.catalogue, it.claims, it.dress),
        CHARTS,
    ),
}

EXPORTS: dict[str, Export] = {
    "figures.csv": Export("text/csv", "for spreadsheets", lambda shown: as_csv(_rows(shown))),
    "figures.geojson": Export(
        "application/geo+json",
        "for QGIS and other map programs",
        lambda shown: as_geojson(shown.catalogue, shown.claims),
    ),
    "figures.parquet": Export(
        "application/vnd.apache.parquet", "a typed table", lambda shown: as_parquet(_rows(shown))
    ),
    "figures-hxl.csv": Export("text/csv", "the same with HXL hashtags, for HDX", lambda it: as_csv(tagged(_rows(it)))),
    "told-differently.csv": Export(
        "text/csv",
        "each movement told differently: who said what, and what differs",
        lambda shown: as_csv(ledger_rows(shown.catalogue, shown.claims)),
    ),
    "datapackage.json": Export("application/json", "what these files are and what their columns mean", as_datapackage),
    "map.html": Export(
        "text/html",
        "the map with its evidence, opens without network",
        lambda shown: as_html(shown.catalogue, shown.claims, shown.camera, shown.dress, texts=shown.texts),
    ),
    "captions.txt": Export(
        "text/plain",
        "caption and alternative text of each picture",
        lambda it: as_captions(it.catalogue, it.claims, it.dress),
    ),
    **{
        f"{name}.{suffix}": export
        for name, (about, make, papers) in _PICTURES.items()
        for suffix, export in (
            ("png", Export("image/png", f"{about}, as a picture", make, _as_png(papers))),
            ("svg", Export("image/svg+xml", f"{about}, to edit", _told(name, make))),
        )
    },
}
"""File name -> how it is made."""


def named(names: Sequence[str]) -> dict[str, Export]:
    """The exports of these file names, all of them where none is named. Raises ExportError for a name of none."""
    for name in names:
        if name not in EXPORTS:
            folder, _, alone = name.rpartition("/")
            remedy = f"Choose among: {', '.join(EXPORTS)}"
            if folder and alone in EXPORTS:
                remedy = f"Give its name alone, and the folder with --to: {alone} --to {folder}"
            raise ExportError("is no file that can be made", where=name, remedy=remedy)
    return {name: EXPORTS[name] for name in names} or EXPORTS


def file_name(name: str, version: str) -> str:
    """What a browser saves ``name`` as: files of two data sets stay apart."""
    return f"dateline-{version}-{name}"


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, its folder with it. Raises ExportError where that cannot be done."""
    try:
        whole.write(path, content)
    except OSError as error:
        raise unwritten(path, error) from error


def unwritten(path: Path, error: OSError) -> ExportError:
    why = f"cannot be written ({error.strerror or error})"
    return ExportError(why, where=str(path), remedy="Name another folder with --to")
