"""What was decided is built soon after: once for many decisions, never for nothing, and not for ever put off."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.collections.decide import verdict
from geo.collections.decisions import append
from geo.collections.home import default
from geo.dataset import build as building
from geo.dataset.build import make
from geo.dataset.store import load
from geo.errors import DatasetError
from geo.model.decision import Verdict
from geo.panels.desk import run, soon
from geo.panels.desk.allowed import Editor
from geo.panels.desk.writing import Desk

WAIT = 60.0


class Builds:
    """A collection without files: how often it was built, and whether something is newer."""

    def __init__(self) -> None:
        self.at, self.is_newer, self.fails = list[float](), False, False
        self.held = threading.Event()
        self.held.set()

    def decided(self, where: Path) -> None:
        self.is_newer = True
        soon.shown(where, lambda: self.is_newer, self.build)

    def build(self) -> None:
        self.is_newer = False
        self.at.append(time.monotonic())
        assert self.held.wait(WAIT)
        if self.fails:
            self.is_newer = True
            raise DatasetError("cannot be written", where="here", remedy="Make room")


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Iterator[Builds]:
    monkeypatch.setattr(soon, "QUIET", 0.2)
    monkeypatch.setattr(soon, "LONGEST", 0.6)
    made = Builds()
    yield made
    made.held.set()
    until(lambda: not any(turn.runs for turn in soon._TURNS.values()))
    soon._TURNS.clear()


def until(holds: "callable[[], bool]") -> None:  # type: ignore[valid-type]
    end = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_many_decisions_are_one_build(builds: Builds, tmp_path: Path) -> None:
    for _ in range(20):
        builds.decided(tmp_path)
    until(lambda: len(builds.at) == 1)
    until(lambda: not soon._TURNS[tmp_path].runs)
    assert len(builds.at) == 1


def test_it_is_not_put_off_for_ever(builds: Builds, tmp_path: Path) -> None:
    began = time.monotonic()
    while not builds.at:
        builds.decided(tmp_path)
        time.sleep(0.02)
        assert time.monotonic() - began < WAIT


def test_what_is_decided_during_a_build_is_in_the_next(builds: Builds, tmp_path: Path) -> None:
    builds.held.clear()
    builds.decided(tmp_path)
    until(lambda: len(builds.at) == 1)
    builds.decided(tmp_path)
    builds.held.set()
    until(lambda: len(builds.at) == 2)


def test_nothing_is_built_that_its_editor_has_built(builds: Builds, tmp_path: Path) -> None:
    builds.decided(tmp_path)
    builds.is_newer = False
    until(lambda: not soon._TURNS[tmp_path].runs)
    assert builds.at == []


def test_a_build_that_fails_is_tried_with_the_next_decision(builds: Builds, tmp_path: Path) -> None:
    builds.fails = True
    builds.decided(tmp_path)
    until(lambda: len(builds.at) == 1 and not soon._TURNS[tmp_path].runs)
    builds.fails = False
    builds.decided(tmp_path)
    until(lambda: len(builds.at) == 2)


def test_whoever_goes_back_waits_for_the_build_that_runs(builds: Builds, tmp_path: Path) -> None:
    soon.settled(tmp_path)  # there is none
    builds.held.clear()
    builds.decided(tmp_path)
    until(lambda: len(builds.at) == 1)
    waits = threading.Thread(target=soon.settled, args=(tmp_path,))
    waits.start()
    waits.join(0.1)
    assert waits.is_alive()
    builds.held.set()
    waits.join(WAIT)
    assert not waits.is_alive()


def test_a_desk_shows_what_it_saved(project: Path, monkeypatch: pytest.MonkeyPatch, builds: Builds) -> None:
    """In a process of its own that gives way to everything else."""
    del builds
    home = default(project / "seeds", project / "data")
    who, told = Editor("Ada", keeps=True), list[tuple[str, bool]]()

    def built(home_: object, *, gently: bool = False) -> None:
        told.append((str(home_), gently))
        make(home, project / "data", lambda _: None)

    monkeypatch.setattr("geo.panels.desk.writing.editor", lambda: who)
    monkeypatch.setattr(run, "ROOT", project)
    monkeypatch.setattr(run, "built", built)
    collection = load(home.built)
    claim = collection.claims[0]
    article = next(it for it in collection.articles if it.id == claim.article)
    Desk(home, who).decide(verdict(Verdict.REJECT, claim, article, who="Ada"))
    until(lambda: claim.id in {it.id for it in load(home.built).rejected})
    assert told == [(str(home), True)]


def test_what_was_decided_during_a_build_is_newer_than_what_it_built(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it stood on no map until something more was decided."""
    home = default(project / "seeds", project / "data")
    who = Editor("Ada", keeps=True)
    collection = load(home.built)
    claims = [(it, next(one for one in collection.articles if one.id == it.article)) for it in collection.claims]
    append(home.decisions, verdict(Verdict.ACCEPT, *claims[0], who="Ada"))
    assemble = building.assemble

    def slowly(*given: object, **named: object) -> object:
        made = assemble(*given, **named)  # type: ignore[arg-type]
        time.sleep(0.02)
        append(home.decisions, verdict(Verdict.ACCEPT, *claims[1], who="Ada"))
        os.utime(home.decisions, ns=(1, home.built.stat().st_mtime_ns - 1))  # saved before the file was put in place
        return made

    monkeypatch.setattr(building, "assemble", slowly)
    make(home, project / "data", lambda _: None)
    assert len(load(home.built).reviews) == 1
    assert Desk(home, who).is_newer
    monkeypatch.setattr(building, "assemble", assemble)
    make(home, project / "data", lambda _: None)
    assert len(load(home.built).reviews) == 2
    assert not Desk(home, who).is_newer
