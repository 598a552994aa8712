"""``python -m geo export``: every file, some of them, and errors in one line."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.errors import ExportError
from geo.model import Panel
from geo.sharing import link
from geo.sharing.export import EXPORTS, named, write
from geo.sharing.picture.frame import Frame
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.view import View
from tests.commands import Done, geo
from tests.conftest import ROOT


def export(*arguments: str) -> Done:
    return geo("export", *arguments)


def test_all_files_are_written(tmp_path: Path) -> None:
    ended = export("--to", str(tmp_path))
    assert ended.returncode == 0, ended.stderr
    assert {path.name for path in tmp_path.iterdir()} == set(EXPORTS)
    assert len(ended.stdout.splitlines()) == len(EXPORTS)


def test_a_name_of_none_is_told_with_the_choice(tmp_path: Path) -> None:
    ended = export("figures.xlsx", "--to", str(tmp_path))
    assert ended.returncode == 1
    assert ended.stderr.startswith("error: figures.xlsx: is no file that can be made. Choose among: figures.csv")
    assert not list(tmp_path.iterdir())


def test_a_path_is_told_where_its_folder_goes(tmp_path: Path) -> None:
    ended = export(str(tmp_path / "figures.csv"))
    assert ended.returncode == 1
    assert ended.stderr.rstrip().endswith(f"Give its name alone, and the folder with --to: figures.csv --to {tmp_path}")


def test_a_link_writes_what_it_shows(tmp_path: Path) -> None:
    catalogue = Catalogue.of(load(ROOT / "data" / "collection.json"))
    view = View(filter=Filter(panels=frozenset({Panel.DISPLACED}), known_on=date(2021, 7, 20)), camera=(38.5, 68.8, 6))
    ended = export(
        "figures.csv",
        "map.svg",
        "--view",
        f"https://maps.example/{link.address(view, catalogue)}",
        "--to",
        str(tmp_path),
    )
    assert ended.returncode == 0, ended.stderr
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        written = [row["id"] for row in csv.DictReader(file)]
    assert written == [claim.id for claim in catalogue.select(view.filter)]
    assert 0 < len(written) < len(catalogue.claims)
    drawn = map_picture(catalogue.known_by(date(2021, 7, 20)), catalogue.select(view.filter), view.camera)
    told = re.sub(rb"<desc>[^<]+</desc>", b"", (tmp_path / "map.svg").read_bytes())
    assert told == drawn


def test_a_picture_is_drawn_from_where_the_link_stands(tmp_path: Path) -> None:
    frame = Frame.seen((38.5, 68.8, 6), 1200, 778)
    assert frame.at((38.5, 68.8)) == pytest.approx((600, 389))
    assert frame.zoom == pytest.approx(6)


@pytest.mark.parametrize(
    "view",
    [
        "?claim=of-another",
        "claim=of-another",
        "https://maps.example/?at=nan,0,0",
        "?known=yesterday",
        "?" + "&".join(["in=x"] * 1000),
        "?words=" + "x" * 20_000,
        "http://[::1/?claim=1",
        "?claim=%ff%00<script>",
    ],
    ids=lambda view: view[:30],
)
def test_a_link_that_cannot_be_used_is_told_in_a_line(tmp_path: Path, view: str) -> None:
    ended = export("figures.csv", "--view", view, "--to", str(tmp_path / "out"))
    assert ended.returncode == 1
    assert ended.stderr.startswith("error: --view ")
    assert len(ended.stderr.splitlines()) == 1
    assert len(ended.stderr) < 300
    assert not (tmp_path / "out").exists()


def test_a_link_of_an_older_data_set_says_so(tmp_path: Path) -> None:
    ended = export("figures.csv", "--view", "?data=older", "--to", str(tmp_path))
    assert ended.returncode == 0
    assert ended.stderr == "The data set has changed since this link was made\n"


def test_no_data_set_is_told(tmp_path: Path) -> None:
    ended = export("--data", str(tmp_path), "--to", str(tmp_path / "out"))
    assert ended.returncode == 1
    assert "Run: python -m geo build" in ended.stderr


def test_none_named_is_all() -> None:
    assert named([]) == EXPORTS
    assert list(named(["map.svg"])) == ["map.svg"]


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be written"):
        write(tmp_path / "out" / "map.svg", b"")
