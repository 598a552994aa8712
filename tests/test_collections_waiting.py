"""What was read and not kept yet is on the disk, for its editor, within bounds, and goes when it is kept or not."""

from datetime import date
from pathlib import Path

import pytest
import streamlit as st

from geo.collections import waiting
from geo.collections.decide import mend, verdict
from geo.collections.home import Home, default
from geo.collections.particulars import Particular
from geo.collections.waiting import Waiting
from geo.dataset.store import load as load_collection
from geo.intake.document import Document
from geo.model.decision import Verdict
from geo.panels.desk import copies, own
from geo.panels.desk import waiting as held
from geo.panels.desk.allowed import VISITOR, Editor
from geo.panels.desk.staging import Staged
from geo.panels.desk.writing import Desk, desk_of

CAMP = Document(
    "camp.docx", "About 900 people fled.\n\nThey \ud800 came.", f"{1:064x}", "Word", published=date(2021, 3, 9)
)
UNDATED = Document("b.txt", "Some 700 people fled.", f"{2:064x}", "text", verbatim=True)


def brought(project: Path) -> Staged:
    reading = load_collection(project / "data" / "collection.json").readings[0]
    decided = (
        verdict(Verdict.ACCEPT, reading.claims[0], reading.article, who="Bob"),
        mend(reading.article, Particular.PUBLISHER, "The Post", who="Bob"),
    )
    documents = ((CAMP, None), (UNDATED, date(2021, 3, 10)))
    return Staged(documents, ("c.png: is a picture.",), None, decided, 2, "At the border", "A line")


@pytest.fixture
def home(project: Path) -> Home:
    return default(project / "seeds", project / "data")


@pytest.fixture
def desk(home: Home, monkeypatch: pytest.MonkeyPatch) -> Desk:
    who = Editor("Ada", keeps=True)
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(held, "_EDITORS", {})
    monkeypatch.setattr("geo.panels.desk.writing.editor", lambda: who)
    return Desk(home, who)


def after_a_restart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(held, "_EDITORS", {})
    monkeypatch.setattr(held, "read", lambda _desk, staged, _data: staged)


def test_what_was_read_is_there_after_the_server_has_ended(
    desk: Desk, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged = brought(project)
    held.put(desk, staged)
    assert held.lasts()
    after_a_restart(monkeypatch)
    found = held.there(desk, project / "data")
    assert found is not None
    assert found.documents[1] == staged.documents[1]
    assert found.documents[0][0].body == "About 900 people fled.\n\nThey ? came."
    assert (found.refused, found.decisions, found.same) == (staged.refused, staged.decisions, 2)
    assert (found.title, found.standfirst) == ("At the border", "A line")
    held.put(desk, None)
    after_a_restart(monkeypatch)
    assert held.there(desk, project / "data") is None
    assert not list((project / "data").glob(".waiting-*"))


def test_another_editor_does_not_find_it(desk: Desk, home: Home, project: Path) -> None:
    held.put(desk, brought(project))
    assert waiting.load(home, "Bob") is None
    assert waiting.load(home, "Ada") is not None


def test_a_visitor_leaves_nothing_on_the_disk(home: Home, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = Editor(VISITOR, keeps=False)
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr("geo.panels.desk.writing.editor", lambda: visitor)
    monkeypatch.setattr("geo.panels.desk.copies._root", lambda: project / "copies")
    (project / "copies").mkdir()
    own.begin(home)
    desk = desk_of(home)
    assert desk is not None
    try:
        held.put(desk, brought(project))
        assert not list(project.rglob(".waiting-*"))
        st.session_state.pop(held.STAGED)
        monkeypatch.setattr(held, "read", lambda _desk, staged, _data: staged)
        assert held.there(desk, project / "data") == brought_again(desk, project)
    finally:
        for it in list(copies._ALL):
            it.end()


def brought_again(desk: Desk, project: Path) -> object:
    """What its tab holds of it."""
    return held._held(desk)[held._name(desk)]


@pytest.mark.parametrize("content", [b"", b"{", b'{"records":[{}]}', b'{"records":[],"decisions":["no"]}', b"\xff"])
def test_a_damaged_file_is_passed_over(desk: Desk, home: Home, project: Path, content: bytes) -> None:
    held.put(desk, brought(project))
    (path,) = (project / "data").glob(".waiting-*")
    path.write_bytes(content)
    assert waiting.load(home, "Ada") is None


def test_it_is_bounded_and_what_is_too_large_is_told(
    desk: Desk, home: Home, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.put(desk, brought(project))
    monkeypatch.setattr(waiting, "WAITING_BYTES", 100)
    held.put(desk, brought(project))
    assert not held.lasts()
    assert not list((project / "data").glob(".waiting-*"))  # an older pile is not taken for this one
    assert not waiting.put_by(home, "Ada", Waiting(records=[], refused=["x" * 100]))
