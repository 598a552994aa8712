"""``python -m geo export``: every file, some of them, and errors in one line."""

import subprocess
import sys
from pathlib import Path

import pytest

from geo.errors import ExportError
from geo.sharing.export import EXPORTS, named, write
from tests.conftest import ROOT


def export(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "geo", "export", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


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
