"""A visitor's own copy: bounded, apart from what everybody sees, and gone with its session."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest
import streamlit as st

from geo.collections.decide import Change, correction, verdict
from geo.collections.decisions import append, load
from geo.collections.home import default
from geo.dataset import store
from geo.dataset.over import as_read, make_over
from geo.errors import DatelineError, DecisionError
from geo.intake.document import Document, Source
from geo.limits import OWN_LOOKING_UP
from geo.lock import hold, is_held
from geo.model.decision import Field, Verdict
from geo.panels.desk import copies, own, room, run, signing, staging
from geo.panels.desk.allowed import VISITOR, Editor
from geo.panels.desk.writing import Desk, desk_of
from tests.conftest import ROOT

WRITES = {"append", "keep", "describe", "new", "built", "built_over", "put_by", "forget"}
"""What writes: of geo.collections and geo.panels.desk.run."""


def document(number: int = 0, words: str = "About 900 people fled to Goma.") -> Document:
    return Document(f"{number}.txt", words, f"{number:064x}", "text", verbatim=True)


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Editor]:
    who = Editor(VISITOR, keeps=False)
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(copies, "_root", lambda: tmp_path)
    monkeypatch.setattr("geo.panels.desk.writing.editor", lambda: who)
    monkeypatch.setattr("geo.panels.desk.room.editor", lambda: who)
    yield who
    for it in list(copies._ALL):
        it.end()


@pytest.fixture
def desk(visitor: Editor, project: Path) -> Desk:
    own.begin(default(project / "seeds", project / "data"))
    found = desk_of(default(project / "seeds", project / "data"))
    assert found is not None
    assert found.editor == visitor
    return found


def test_only_one_module_of_the_page_writes() -> None:
    """Every call of what writes is in geo/panels/desk/writing.py, but for articles that are read before they count."""
    found = set()
    for path in (*(ROOT / "geo" / "panels").rglob("*.py"), ROOT / "dashboard.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        brought = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("geo.collections")
            for alias in node.names
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                if name in WRITES & brought or (name.removeprefix("run.") in WRITES and name.startswith("run.")):
                    found.add((path.name, name))
    ours = {(file, name) for file, name in found if file == "writing.py"}
    assert {name for _, name in ours} == {
        "append",
        "keep",
        "describe",
        "new",
        "run.built",
        "run.built_over",
        "put_by",
        "forget",
    }
    assert found - ours == {("staging.py", "keep")}


def test_what_a_visitor_does_is_in_their_copy_alone(desk: Desk, project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    server = default(project / "seeds", project / "data")
    catalogue = own.catalogue(desk.home, project / "data" / "demonyms.csv")
    claim = catalogue.collection.claims[0]
    desk.decide(verdict(Verdict.REJECT, claim, catalogue.articles[claim.article], who=desk.who))
    desk.keep([(document(), None)])
    desk.describe("Mine", "")
    assert [it.verdict for it in load(desk.home.decisions)] == [Verdict.REJECT]
    assert load(server.decisions) == ()
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_copy_is_built_over_what_everybody_sees(desk: Desk, project: Path) -> None:
    seen = store.load(own.base(desk.home))
    first, second = seen.claims[:2]
    article = next(it for it in seen.articles if it.id == first.article)
    other = next(it for it in seen.articles if it.id == second.article)
    desk.decide(
        verdict(Verdict.REJECT, first, article, who=desk.who),
        correction(second, other, Change(Field.VALUE, "about 1,234"), who=desk.who),
    )
    make_over(desk.home, own.base(desk.home), project / "data", lambda _: None)
    built = store.load(desk.home.built)
    assert [it.id for it in built.rejected] == [first.id]
    assert next(it for it in built.claims if it.id == second.id).quantity.low == 1_234
    assert [it for it in built.claims if it.id != second.id] == list(seen.claims[2:])
    assert built.geometries == seen.geometries
    restored = [claim for reading in as_read(built) for claim in reading.claims]
    assert [it.id for it in restored] == [it.id for it in seen.claims]
    desk.decide(verdict(Verdict.UNDO, first, article, who=desk.who), verdict(Verdict.UNDO, second, other, who=desk.who))
    make_over(desk.home, own.base(desk.home), project / "data", lambda _: None)
    assert store.load(desk.home.built) == seen


def test_what_is_taken_along_is_up_to_date(desk: Desk, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = project / "data"
    monkeypatch.setattr(run, "built_over", lambda home, base, _tell: make_over(home, base, data, lambda _: None))
    catalogue = own.catalogue(desk.home, data / "demonyms.csv")
    claim = catalogue.collection.claims[0]
    desk.decide(verdict(Verdict.REJECT, claim, catalogue.articles[claim.article], who=desk.who))
    with ZipFile(BytesIO(desk.packed(catalogue))) as packed:
        (project / "taken.json").write_bytes(packed.read("collection.json"))
        assert claim.id.encode() in packed.read("decisions.jsonl")
    assert [it.id for it in store.load(project / "taken.json").rejected] == [claim.id]


def test_the_words_of_a_story_come_with_its_zip(desk: Desk, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = own.catalogue(desk.home, project / "data" / "demonyms.csv")
    desk.describe("The camps", "Two reports.")
    zipped = desk_of(default(project / "seeds", project / "data"))
    assert zipped is not None
    packed = zipped.packed(catalogue)
    monkeypatch.setattr(staging, "read", lambda _desk, staged, _data: staged)
    brought = staging.Brought([Source("story.zip", packed)], (), None, frozenset())
    lines: list[str] = []
    staged = staging.stage(desk, brought, project / "data", lines.append)
    assert lines == ["story.zip: 2 articles", "Looking for figures in 2 articles"]
    assert (staged.title, staged.standfirst, staged.refused) == ("The camps", "Two reports.", ())
    assert len(staged.documents) == len(catalogue.articles)


def test_what_was_put_right_before_a_copy_began_is_not_taken_back_in_it(visitor: Editor, project: Path) -> None:
    home = default(project / "seeds", project / "data")
    seen = store.load(home.built)
    claim = seen.claims[0]
    article = next(it for it in seen.articles if it.id == claim.article)
    append(home.decisions, correction(claim, article, Change(Field.VALUE, "about 1,234"), who="Ada"))
    own.begin(home)
    desk = desk_of(home)
    assert desk is not None
    with pytest.raises(DecisionError, match="was put right before you came"):
        desk.decide(verdict(Verdict.UNDO, claim, article, who=visitor.who))
    mine = correction(claim, article, Change(Field.VALUE, "about 1,200"), who=visitor.who)
    desk.decide(mine)
    desk.decide(verdict(Verdict.UNDO, claim, article, who=visitor.who))
    assert len(load(desk.home.decisions)) == 3


@pytest.mark.parametrize(
    ("limit", "documents"),
    [({"OWN_ARTICLES": 2}, [document(it) for it in range(3)]), ({"OWN_TEXT_BYTES": 50}, [document(words="x" * 51)])],
)
def test_a_copy_holds_so_many_articles_and_so_much_text(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, limit: dict[str, int], documents: list[Document]
) -> None:
    for name, most in limit.items():
        monkeypatch.setattr(own, name, most)
    with pytest.raises(DecisionError, match="at most"):
        desk.keep([(it, None) for it in documents])
    assert list(desk.home.articles.iterdir()) == []


def test_a_copy_holds_so_many_decisions(desk: Desk, monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    monkeypatch.setattr(own, "OWN_BYTES", 1_500)
    catalogue = own.catalogue(desk.home, project / "data" / "demonyms.csv")
    claim = catalogue.collection.claims[0]
    made = [verdict(Verdict.ACCEPT, claim, catalogue.articles[claim.article], who="x") for _ in range(3)]
    with pytest.raises(DecisionError, match="no more decisions"):
        desk.decide(*made)
    assert load(desk.home.decisions) == ()


def test_a_large_collection_has_no_copies(
    visitor: Editor, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(own, "OWN_BYTES", 100)
    home = default(project / "seeds", project / "data")
    room.enter(home, "review")
    assert "would be too large" in str(st.session_state[room.TOLD])
    assert desk_of(home) is None
    assert not list(tmp_path.glob("*/copy-*"))


def test_there_are_so_many_copies_and_the_one_that_was_left_makes_room(
    visitor: Editor, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = default(project / "seeds", project / "data")
    monkeypatch.setattr(copies, "OWN_COPIES", 2)
    sessions: list[dict[str, object]] = [{}, {}, {}]
    for session in sessions[:2]:
        monkeypatch.setattr(st, "session_state", session)
        own.begin(home)
    monkeypatch.setattr(st, "session_state", sessions[2])
    with pytest.raises(DecisionError, match="2 visitors are at work here already"):
        own.begin(home)
    first = sessions[0][copies.KEY]
    assert isinstance(first, copies.Copies)
    first.touched -= copies.OWN_IDLE_SECONDS + 1
    own.begin(home)
    assert not first.folder.exists()
    monkeypatch.setattr(st, "session_state", sessions[0])
    assert desk_of(home) is None


def test_the_desk_of_a_copy_that_ended_writes_nothing(desk: Desk) -> None:
    mine = copies.current()
    assert mine is not None
    mine.end()
    with pytest.raises(DecisionError, match="has ended"):
        desk.keep([(document(), None)])
    assert not mine.folder.exists()


def test_a_visitor_never_has_the_collections_own_files(desk: Desk, project: Path) -> None:
    """Whatever desk the page would hand them."""
    wrong = Desk(default(project / "seeds", project / "data"), desk.editor)
    with pytest.raises(DecisionError, match="has ended"):
        wrong.keep([(document(), None)])
    with pytest.raises(DecisionError, match="has ended"):
        wrong.build()


def test_who_may_no_longer_is_asked_each_time(desk: Desk, monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    """A page that was open when its editor was signed out."""
    home = default(project / "seeds", project / "data")
    signed = Desk(home, Editor("Ada", keeps=True))
    with pytest.raises(DecisionError, match="may not save any more"):
        signed.keep([(document(), None)])
    monkeypatch.setattr("geo.panels.desk.writing.editor", lambda: None)
    with pytest.raises(DecisionError, match="may not save any more"):
        desk.keep([(document(), None)])


def as_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another session begins: a page that was loaded again, or somebody else's."""
    monkeypatch.setattr(st, "session_state", {})


def test_a_page_that_is_loaded_again_finds_its_copy_and_nobody_else_does(
    desk: Desk, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = default(project / "seeds", project / "data")
    desk.keep([(document(), None)])
    mine = copies.current()
    assert mine is not None
    assert len(mine.key) >= 43
    assert mine.key not in repr(mine)
    as_another(monkeypatch)
    for key in ("", "x", mine.key[:-1], mine.key + "x", mine.key.swapcase(), "\udc80"):
        assert not copies.back(key)
        assert desk_of(server) is None
    assert copies.back(mine.key)
    again = desk_of(server)
    assert again is not None
    assert len(list(again.home.articles.iterdir())) == 1
    mine.end()
    as_another(monkeypatch)
    assert not copies.back(mine.key), "what has ended is gone"


def test_the_copy_of_a_closed_page_ends_and_one_that_is_back_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = copies.current()
    assert mine is not None
    times = iter([0.0, 100.0, 200.0, 200.0 + copies.OWN_KEPT_SECONDS])
    monkeypatch.setattr("time.monotonic", lambda: next(times))
    for is_open, there in ((False, True), (True, True), (False, True), (False, False)):
        monkeypatch.setattr(copies, "_is_open", lambda _, is_open=is_open: is_open)
        copies.sweep()
        assert mine.folder.exists() is there


def test_a_closed_page_makes_room_before_one_that_is_open(
    visitor: Editor, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = default(project / "seeds", project / "data")
    monkeypatch.setattr(copies, "OWN_COPIES", 2)
    made = []
    for _ in range(2):
        as_another(monkeypatch)
        own.begin(home)
        made.append(copies.current())
    opened, closed = made
    assert opened is not None
    assert closed is not None
    opened.touched -= copies.OWN_IDLE_SECONDS + 1
    closed.gone = closed.touched - copies.OWN_GONE_SECONDS - 1
    as_another(monkeypatch)
    own.begin(home)
    assert (opened.folder.exists(), closed.folder.exists()) == (True, False)


def test_a_visitor_makes_a_story_of_their_own(desk: Desk, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds, data = project / "seeds", project / "data"
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    made = desk.new("camps", "Camps", data)
    assert room.home("camps", seeds, data) == made
    assert [it.name for it in room.homes(seeds, data)] == ["", "camps"]
    story = desk_of(made)
    assert story is not None
    assert (story.keeps, own.base(story.home)) == (False, None)
    with pytest.raises(DatelineError, match="has no article yet"):
        own.catalogue(story.home, data / "demonyms.csv")
    story.keep([(document(), None)])
    make_over(story.home, own.base(story.home), ROOT / "data", lambda _: None)
    catalogue = own.catalogue(story.home, data / "demonyms.csv")
    assert [it.quantity.low for it in catalogue.collection.claims] == [900]
    assert catalogue.collection.about.title == "Camps"
    with pytest.raises(DecisionError, match="is a collection already"):
        desk.new("camps", "", data)
    with pytest.raises(DecisionError, match="cannot be the name"):
        desk.new("../seeds", "", data)
    desk.new("more", "", data)
    with pytest.raises(DecisionError, match="is of 3 collections already"):
        desk.new("most", "", data)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
    as_another(monkeypatch)
    with pytest.raises(DatelineError, match="there is no such collection"):
        room.home("camps", seeds, data)


def test_what_a_killed_server_left_is_removed_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import sys; from geo.panels.desk import copies; print(copies._root(), flush=True); sys.stdin.read()"
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", program]
    lives, dies = (
        subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    )
    folders = []
    for process in (lives, dies):
        assert process.stdout is not None
        folders.append(Path(process.stdout.readline().strip()))
    dies.kill()
    dies.communicate()
    assert [it.is_dir() for it in folders] == [True, True]
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(copies, "_YOUNG_SECONDS", -1)
    mine = copies._root.__wrapped__()
    assert [it.is_dir() for it in (*folders, mine)] == [True, False, True]
    lives.communicate("")
    assert not folders[0].exists()


def test_a_file_is_held_by_whoever_lives(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "server")
    hold(tmp_path / "server")
    assert is_held(tmp_path / "server")


def test_so_many_places_are_looked_up_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty visitors, each with a process of 160 MB, would hold up everybody's page."""
    at_once, most, full = [0], [0], Event()

    def looked_up(*_: str, seconds: float) -> str:
        assert seconds == run.OWN_WAIT_SECONDS
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        if at_once[0] > OWN_LOOKING_UP:
            full.set()
        full.wait(0.05)
        at_once[0] -= 1
        return '{"name": "Goma"}\n'

    monkeypatch.setattr(run, "_geo", looked_up)
    with ThreadPoolExecutor(6) as visitors:
        assert list(visitors.map(run.candidates, "abcdef")) == [[{"name": "Goma"}]] * 6
    assert most[0] == OWN_LOOKING_UP


def test_visitors_wait_for_one_another_and_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "OWN_WAIT_SECONDS", 0.01)
    with run.first_come(), pytest.raises(DatelineError, match="others' articles are being read"), run.first_come():
        pass
    with run.first_come():
        pass


ADA = {"is_logged_in": True, "name": "Ada L.", "email": "Ada@Example.org", "email_verified": True}
BY_SUBJECT = {"is_logged_in": True, "iss": "https://login.example.org", "sub": "00u1"}
EDITORS = ["ada@example.org", "https://login.example.org 00u1", "Ada L."]


@pytest.mark.parametrize("user", [ADA, BY_SUBJECT, {**BY_SUBJECT, "email": "x@example.org", "email_verified": False}])
def test_an_editor_is_known_by_a_verified_address_or_by_issuer_and_subject(user: dict[str, object]) -> None:
    assert signing.is_editor(user, EDITORS)


@pytest.mark.parametrize(
    "user",
    [
        {},
        {**ADA, "is_logged_in": False},
        {**ADA, "is_logged_in": "yes"},
        {**ADA, "email": "eve@example.org"},
        {**ADA, "email": ""},
        {**ADA, "email": None},
        {**ADA, "email": ["ada@example.org"]},
        {**ADA, "email_verified": False},
        {**ADA, "email_verified": None},
        {**ADA, "email_verified": "true"},
        {**ADA, "email": "https://login.example.org 00u1"},
        {**ADA, "email": "Ada L."},
        {**BY_SUBJECT, "iss": "https://evil.example.org"},
        {**BY_SUBJECT, "sub": "00u2"},
        {**BY_SUBJECT, "sub": ""},
        {**BY_SUBJECT, "iss": None},
        {"is_logged_in": True, "name": "Ada L.", "sub": "Ada L."},
    ],
)
def test_nobody_else_is_an_editor(user: dict[str, object]) -> None:
    assert not signing.is_editor(user, EDITORS)
    assert not signing.is_editor(user, [])
    assert not signing.is_editor(ADA, ["", " ", 1, None])


def test_what_everybody_reads_of_an_editor_is_no_address() -> None:
    assert signing.shown(ADA) == "Ada L."
    assert signing.shown({"email": "ada@example.org"}) == "ada"
    assert signing.shown({}) == "an editor"
    assert len(signing.shown({"name": "x" * 500})) == 100


@pytest.mark.parametrize(
    ("editor", "mail"),
    [("kate@example.org", "\u212aate@example.org"), ("strasse@example.org", "stra\u00dfe@example.org")],
)
def test_a_letter_that_only_looks_the_same_without_capitals_is_another_address(editor: str, mail: str) -> None:
    assert signing.is_editor({**ADA, "email": editor.upper()}, [editor])
    assert not signing.is_editor({**ADA, "email": mail}, [editor])
    assert signing.is_editor({**ADA, "email": mail}, [mail])
