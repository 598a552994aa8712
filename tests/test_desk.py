"""Who may write on the page: the person at this machine's keyboard, and nobody else by any way."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.collections.decisions import load
from geo.collections.home import default
from geo.dataset import store
from geo.dataset.query import Catalogue
from geo.panels.desk import review
from geo.panels.desk.allowed import SWITCH, VISITORS, Editor, is_local
from geo.panels.desk.writing import Desk
from tests.conftest import ROOT

ON = {SWITCH: "on"}
HERE = {"Host": "127.0.0.1:8501"}


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8600", "localhost", "[::1]:8501"])
def test_the_person_at_the_keyboard_may(host: str) -> None:
    assert is_local(ON, "127.0.0.1", {"Host": host})


@pytest.mark.parametrize(
    ("environment", "listens_on", "headers"),
    [
        ({}, "127.0.0.1", HERE),
        ({SWITCH: "off"}, "127.0.0.1", HERE),
        ({SWITCH: ""}, "localhost", HERE),
        (ON, "", HERE),
        (ON, "0.0.0.0", HERE),  # noqa: S104
        (ON, "::", HERE),
        (ON, "192.168.1.7", HERE),
        (ON, "127.0.0.1", {}),
        (ON, "127.0.0.1", {"Host": "example.org"}),
        (ON, "127.0.0.1", {"Host": "127.0.0.1.example.org"}),
        (ON, "127.0.0.1", {"Host": "localhost.example.org:8501"}),
        (ON, "127.0.0.1", {"Host": "user@example.org"}),
        (ON, "127.0.0.1", {"Host": "["}),
        (ON, "127.0.0.1", {**HERE, "X-Forwarded-For": "203.0.113.9"}),
        (ON, "127.0.0.1", {**HERE, "x-real-ip": "127.0.0.1"}),
        (ON, "127.0.0.1", {**HERE, "Forwarded": "for=127.0.0.1"}),
        (ON, "127.0.0.1", {**HERE, "Via": "1.1 proxy"}),
        (ON, "127.0.0.1", {**HERE, "X-FORWARDED-PROTO": "https"}),
    ],
)
def test_nobody_else_may(environment: Mapping[str, str], listens_on: str, headers: Mapping[str, str]) -> None:
    assert not is_local(environment, listens_on, headers)


def test_only_make_run_asks_for_the_desk() -> None:
    for path in (ROOT / "deploy").rglob("*"):
        assert not path.is_file() or SWITCH not in path.read_text(encoding="utf-8")
    assert SWITCH in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_a_page_without_visitors_offers_no_desk_whatever_its_session_says(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setenv(VISITORS, "off")
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    page = AppTest.from_file(str(project / "dashboard.py"), default_timeout=180)
    page.session_state["desk"] = "review"
    page.run()
    assert not page.exception
    shown = "".join(it.proto.json for it in page.get("bidi_component"))
    assert "Add articles" not in shown
    assert "Check figures" not in shown
    assert [it for it in page.get("bidi_component") if "review" in it.proto.id] == []
    after = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file() if path.suffix != ".pyc"}
    assert after == {path: stamp for path, stamp in before.items() if path in after}


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Hear what a browser tells; gives the decisions that are on the disk then."""
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    catalogue = Catalogue.of(store.load(ROOT / "data" / "collection.json"))
    home = replace(default(tmp_path, tmp_path), decisions=tmp_path / "decisions.jsonl")
    desk = Desk(home, Editor("Ada", keeps=True))
    monkeypatch.setattr("geo.panels.desk.writing.editor", lambda: desk.editor)

    def hear(*made: tuple[int, str, str]) -> list[str]:
        told = {
            "made": [{"number": n, "token": f"{n:012x}", "id": key, "what": what, "why": ""} for n, key, what in made],
            "at": "x",
        }
        review._take(desk, catalogue, catalogue.claims, told)
        return [f"{it.about.claim} {it.verdict}" for it in load(home.decisions)]

    return hear, list(catalogue.claims)


def test_what_the_browser_tells_again_is_saved_once(taken) -> None:  # type: ignore[no-untyped-def]
    hear, (first, second, *_) = taken
    assert hear((1, first, "accept")) == [f"{first} accept"]
    assert hear((1, first, "accept"), (2, second, "reject")) == [f"{first} accept", f"{second} reject"]
    assert len(hear((1, first, "accept"), (2, second, "reject"), (3, second, "undo"))) == 3


def test_what_two_runs_of_the_page_take_is_saved_once(taken) -> None:  # type: ignore[no-untyped-def]
    hear, (first, *_) = taken
    hear((1, first, "accept"))
    st.session_state.clear()  # a run that ended before it could note what it saved
    assert hear((1, first, "accept")) == [f"{first} accept"]


def test_nothing_is_taken_back_where_nothing_was_decided(taken) -> None:  # type: ignore[no-untyped-def]
    hear, (first, second, *_) = taken
    assert hear((1, first, "undo")) == []
    made = hear((2, first, "accept"), (3, second, "undo"), (4, first, "undo"), (5, first, "undo"))
    assert made == [f"{first} accept", f"{first} undo"]
    assert hear((6, first, "reject"))[-1] == f"{first} reject"


def test_what_is_no_decision_of_ours_is_passed_over(taken) -> None:  # type: ignore[no-untyped-def]
    hear, (first, *_) = taken
    assert hear((1, "../x", "accept"), (2, first, "delete"), (3, first, "accept")) == [f"{first} accept"]


def test_what_could_not_be_saved_is_told_and_taken_when_told_again(  # type: ignore[no-untyped-def]
    taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    hear, (first, *_) = taken

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        assert hear((1, first, "accept")) == []
        assert "was not saved" in str(st.session_state["desk-told"])
    assert hear((1, first, "accept")) == [f"{first} accept"]
