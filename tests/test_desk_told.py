"""What a command tells as it works is told on the desk meanwhile; how it ends is told as before."""

import time
from pathlib import Path

import pytest

from benchmarks.adding import prepare
from geo.collections.home import default
from geo.commands import made
from geo.errors import DatasetError
from geo.panels.desk import run

WAITS = """
import pathlib, sys, time
go, until = pathlib.Path(sys.argv[1]), time.monotonic() + 60
print("reading", file=sys.stderr, flush=True)
while not go.exists() and time.monotonic() < until:
    time.sleep(0.02)
print("the answer" if go.exists() else "nobody heard")
"""
FAILS = 'import sys; print("1/2 a.txt", file=sys.stderr); sys.exit("error: a.txt: holds nothing. Give another")'
LEAVES = 'import subprocess, sys; subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]); sys.exit(0)'
STAYS = "import time; time.sleep(60)"


def test_it_is_told_while_the_command_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(run, "_COMMANDS", WAITS)
    told: list[str] = []

    def tell(line: str) -> None:
        told.append(line)
        (tmp_path / "go").touch()

    assert run._geo(str(tmp_path / "go"), tell=tell) == "the answer\n"
    assert told == ["reading"]


def test_the_last_line_says_why_it_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_COMMANDS", FAILS)
    with pytest.raises(DatasetError, match=r"a\.txt: holds nothing\. Give another"):
        run._geo("build")


def test_one_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_COMMANDS", STAYS)
    with pytest.raises(DatasetError, match="could not be run to its end"):
        run._geo("build", seconds=0.5)


def test_what_it_leaves_behind_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_COMMANDS", LEAVES)
    began = time.monotonic()
    assert run._geo("build") == ""
    assert time.monotonic() - began < 50


def test_somebody_who_leaves_waits_for_its_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who goes meanwhile does not leave a build behind that another one then runs into."""
    monkeypatch.setattr(
        run, "_COMMANDS", WAITS.replace('print("the answer"', 'pathlib.Path(sys.argv[1]).unlink(); print("x"')
    )
    go = tmp_path / "go"

    def tell(_: str) -> None:
        go.touch()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run._geo(str(go), tell=tell)
    assert not go.exists()


def test_a_large_build_tells_what_comes_after_reading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    prepare(tmp_path, 120)
    monkeypatch.setattr(made, "STORE_FIGURES", 100)
    told: list[str] = []
    done = made.make(default(tmp_path / "seeds", tmp_path / "data"), tmp_path / "data", told.append)
    assert told[-3:] == [
        f"{done.articles}/{done.articles}: articles that have not changed",
        f"Putting {done.articles} articles together",
        f"Making the tables of {done.claims}",
    ]
