"""The bar that says how far a command is: at the foot of a terminal, and nowhere else."""

import io
import sys
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.commands.bar import Bar
from tests import intake_made as made
from tests.conftest import ROOT


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def lines(self) -> list[str]:
        """What stands there in the end: what is drawn over is gone."""
        return [self._last(line) for line in self.getvalue().split("\n")]

    def _last(self, line: str) -> str:
        shown = ""
        for part in line.split("\r"):
            shown = part + shown[len(part) :]
        return shown.rstrip()


def opened(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "60")
    there = Terminal()
    monkeypatch.setattr(sys, "stderr", there)
    return there


def test_the_next_one_is_drawn_over_it_and_what_is_told_stands_above(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = opened(monkeypatch)
    bar = Bar()
    bar.show(0, 4, "a-very-long-name.pdf: 12 articles")
    bar.show(2, 4, "b.pdf")
    assert terminal.lines() == ["[############............] 2/4 b.pdf"]
    bar.tell("not taken: b.pdf: is damaged")
    bar.show(3, 4, "c" * 100)
    assert terminal.lines() == ["not taken: b.pdf: is damaged", f"[##################......] 3/4 {'c' * 28}"]
    bar.clear()
    assert terminal.lines() == ["not taken: b.pdf: is damaged", ""]


def test_a_pipe_has_the_lines_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    there = io.StringIO()
    monkeypatch.setattr(sys, "stderr", there)
    bar = Bar()
    bar.show(1, 2, "a.pdf")
    bar.tell("1/2 a.pdf: 1 new")
    bar.clear()
    assert there.getvalue() == "1/2 a.pdf: 1 new\n"


def test_adding_shows_how_far_it_is_also_within_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = opened(monkeypatch)
    for name in ("gazetteer.sqlite", "demonyms.csv"):
        (tmp_path / name).symlink_to(ROOT / "data" / name)
    packed = made.zipped({f"{n}.txt": made.text().replace(b"1,200", f"1,{n}00".encode()) for n in (3, 4)})
    (tmp_path / "two.zip").write_bytes(packed)
    assert main(["new", "one", "--data", str(tmp_path)]) == 0
    assert main(["add", str(tmp_path / "two.zip"), "--collection", "one", "--data", str(tmp_path)]) == 0
    drawn = terminal.getvalue()
    assert "0/1 two.zip" in drawn
    assert "0/1 two.zip: 2 articles" in drawn
    assert "[########################] 2/2 read" in drawn
    assert terminal.lines()[0] == "1/1 two.zip: 2 new"
    assert not any(line.startswith("[") for line in terminal.lines())
