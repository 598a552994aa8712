"""Nothing is lost and nothing stays behind: builds side by side, killed writers, full disks, readers who leave."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo import limits, whole
from geo.__main__ import main
from geo.articles.load import from_bytes, load
from geo.collections import records
from geo.collections.home import BUILT as COLLECTION
from geo.collections.home import default
from geo.dataset import build as building
from geo.dataset.build import GAZETTEER, make
from geo.dataset.kept import Kept
from geo.dataset.query import Catalogue, Filter
from geo.dataset.take import Taking
from geo.errors import ArticleError, DatasetError, ExportError
from geo.lock import NAME, alone
from geo.panels import filters, places, sheet, view
from geo.panels import map as map_panel
from geo.sharing.export import write
from geo.sharing.picture import png
from geo.sharing.view import Tab
from geo.wording import sources
from tests import hand_made as made
from tests.commands import geo
from tests.conftest import ROOT, copy_project
from tests.test_dashboard import sheets, text

ARTICLE = (
    "Troops sent\n\nBy Reuters\n\n3 March 2023\n\nKenya sent {} soldiers to the border with Somalia on Thursday.\n"
)


def python(code: str, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, **options)


def command(*words: str, **options: Any) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "geo", *words]
    return subprocess.run(run, cwd=ROOT, text=True, check=False, stderr=subprocess.PIPE, **options)


def eventually(holds: Callable[[], bool], seconds: float = 180) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


# Two builds, and builds that are killed.


def test_a_second_build_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(DatasetError) as caught, alone(tmp_path):
        pytest.fail("two builds at once")
    assert re.search(rf"is being built by another process \(process {os.getpid()} on \S+, since 20", str(caught.value))
    assert "Wait until it has ended, or end it" in str(caught.value)


def test_a_build_leaves_no_lock(tmp_path: Path) -> None:
    with alone(tmp_path):
        assert (tmp_path / NAME).is_file()
    with alone(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_killed_build_holds_nothing(tmp_path: Path) -> None:
    hold = (
        "import sys, time; from pathlib import Path; from geo.lock import alone\n"
        f"with alone(Path({str(tmp_path)!r})): print('held', flush=True); time.sleep(60)"
    )
    with python(hold) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(DatasetError, match=f"process {holder.pid} on"), alone(tmp_path):
            pytest.fail("two builds at once")
        holder.kill()
    with alone(tmp_path):
        pass


def test_a_full_disk_leaves_no_lock_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who holds it cannot be written then; a page that runs for months would wait for itself ever after."""

    def full(_descriptor: int, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("geo.lock.os.write", full)
        with alone(tmp_path), pytest.raises(DatasetError, match="it does not say which"), alone(tmp_path):
            pytest.fail("two builds at once")
    with alone(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.write_text("keep", encoding="utf-8")
    (tmp_path / NAME).symlink_to(private)
    with pytest.raises(DatasetError, match="cannot be written"), alone(tmp_path):
        pytest.fail("followed")
    assert private.read_text(encoding="utf-8") == "keep"


def test_the_build_command_says_so_in_one_line(tmp_path: Path) -> None:
    shutil.copy(ROOT / "data" / GAZETTEER, tmp_path)
    with alone(tmp_path):
        ended = geo("build", "--data", str(tmp_path))
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"error: {tmp_path.name}: is being built by another process (process {os.getpid()} ")
    assert ended.stderr.count("\n") == 1


def is_running(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be reaped."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


WORKERS = """
import sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from geo.cluster.crew import end_with_parent
if __name__ == "__main__":
    pool = ProcessPoolExecutor(2, get_context("spawn"), end_with_parent)
    jobs = [pool.submit(time.sleep, 60) for _ in range(2)]
    while not all(job.running() for job in jobs):
        time.sleep(0.05)
    time.sleep(1.0)
    print(*pool._processes, flush=True)
    time.sleep(60)
"""


def test_workers_end_when_their_build_is_killed(tmp_path: Path) -> None:
    """Two of them stayed, with 405 MB each."""
    script = tmp_path / "workers.py"
    script.write_text(WORKERS, encoding="utf-8")
    where = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    run = [sys.executable, str(script)]
    with subprocess.Popen(run, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=where) as parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(workers) == 2
        assert all(map(is_running, workers))
        parent.kill()
    assert eventually(lambda: not any(map(is_running, workers)))


# Files are whole, on the disk, and where they belong.

KILLED = """
import os, sys
from pathlib import Path
from geo import whole
Path.replace = lambda *_: os.kill(os.getpid(), 9)
whole.write(Path(sys.argv[1]), b"new")
"""


def test_a_kill_inside_a_save_keeps_the_old_file_and_what_is_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "collection.json").write_bytes(b"old")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "collection.json")], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert (tmp_path / "collection.json").read_bytes() == b"old"
    (left,) = [path for path in tmp_path.iterdir() if path.name != "collection.json"]
    ignored = subprocess.run(["git", "check-ignore", f"data/{left.name}", f"data/{NAME}"], cwd=ROOT, check=False)
    assert ignored.returncode == 0
    kept_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {f"**/*{left.suffix}", "**/.*.lock"} <= set(kept_out)
    whole.clear(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["collection.json"]


def test_a_build_clears_what_a_killed_one_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "data" / GAZETTEER, tmp_path)
    (tmp_path / ".dateline-abc.tmp").write_bytes(b"half")
    (tmp_path / "mine.tmp").write_bytes(b"somebody else's")
    monkeypatch.setattr(building, "_made", lambda *_: None)
    make(default(ROOT / "seeds", tmp_path), tmp_path, lambda _: None)
    assert {path.name for path in tmp_path.iterdir()} == {GAZETTEER, "mine.tmp"}


def test_the_file_and_its_folder_are_flushed_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[str] = []
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda opened: (flushed.append(str(Path(f"/proc/self/fd/{opened}").readlink())), real(opened))
    )
    whole.write(tmp_path / "file", b"content")
    assert [Path(name).name.startswith(".dateline-") for name in flushed] == [True, False]
    assert flushed[1] == str(tmp_path)


def test_an_export_never_writes_through_a_link(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.write_text("keep", encoding="utf-8")
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "figures.csv").symlink_to(private)
    write(tmp_path / "export" / "figures.csv", b"new")
    assert private.read_text(encoding="utf-8") == "keep"
    assert not (tmp_path / "export" / "figures.csv").is_symlink()
    assert (tmp_path / "export" / "figures.csv").read_bytes() == b"new"


def test_an_export_that_cannot_be_finished_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "figures.csv", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="cannot be written"):
        write(tmp_path / "figures.csv", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["figures.csv"]
    assert (tmp_path / "figures.csv").read_bytes() == b"old"


def test_an_export_that_cannot_make_one_file_writes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "PICTURE_SVG", 10)
    assert main(["export", "figures.csv", "map.png", "--to", str(tmp_path / "export")]) == 1
    assert not (tmp_path / "export").exists()


def test_a_build_that_is_to_show_what_is_new_waits_for_the_one_before(tmp_path: Path) -> None:
    code = (
        "import time; from pathlib import Path; from geo.lock import alone\n"
        f"with alone(Path({str(tmp_path)!r})):\n"
        f"    print('held', flush=True); time.sleep(0.5); (Path({str(tmp_path)!r}) / 'done').touch()"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with alone(tmp_path, wait=True):
            assert (tmp_path / "done").exists()
    assert not (tmp_path / NAME).exists()


# Articles.


def refusals(seeds: Path) -> dict[str, str]:
    """What a build says of the files of a folder, without reading the articles."""
    run = building.Build(lambda _: None)
    with Kept(ROOT / "data", ROOT / "data" / GAZETTEER, forgets=True) as kept:
        list(Taking(records.files(seeds), kept, run.refuse).known())
    return {left.file: left.why for left in run.left_out}


def test_a_link_among_the_articles_is_refused_and_what_is_not_read_is_named(tmp_path: Path) -> None:
    private = tmp_path / "private.txt"
    private.write_text(ARTICLE.format(50), encoding="utf-8")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("link.txt", "link.html", "0123456789ab.json"):
        (seeds / name).symlink_to(private)
    (seeds / "a.TXT").write_text(ARTICLE.format(60), encoding="utf-8")
    for name in ("b.unknown", "ORIGIN.md", ".hidden.txt", ".DS_Store"):
        (seeds / name).write_bytes(b"\x7fELF\0\0")
    (seeds / "folder").mkdir()
    found = refusals(seeds)
    assert {name for name, why in found.items() if why.startswith("is a link to another file. Put the ")} == {
        "link.txt",
        "link.html",
        "0123456789ab.json",
    }
    assert set(found) == {"link.txt", "link.html", "0123456789ab.json", "b.unknown", "folder"}
    assert found["folder"] == "is not a file. Add the files in it"
    assert load(seeds / "link.txt").title == "Troops sent"  # whoever names the file means it


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleError, match="is not a file"):
        load(tmp_path / "pipe.txt")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://user:pw@news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        ("https://user@news.example:8443/a", "https://news.example:8443/a"),
        ("https://a:b@c@news.example/", "https://news.example/"),
        ("https://news.example/@writer/a", "https://news.example/@writer/a"),
    ],
)
def test_an_address_is_kept_without_the_password_in_it(written: str, kept: str) -> None:
    article = from_bytes(f"{ARTICLE.format(50)}\n{written}\n".encode(), "a.txt")
    assert article.url == kept


def test_a_day_of_publication_that_is_still_to_come_is_said_to_be() -> None:
    today = datetime.now(UTC).date()
    late = made.article("001_147ea0ec7f2fdc28.txt", published=today + timedelta(days=40))
    assert sources.printed(late).endswith("(a date still to come)")
    assert "still to come" not in sources.printed(made.article("001_147ea0ec7f2fdc28.txt", published=today))
    assert building._late(late.published) == f"; published on {late.published}, which is still to come"


# The page comes back by itself.


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def page(desk: Path) -> AppTest:
    app = AppTest.from_file(str(desk / "dashboard.py"), default_timeout=180).run()
    assert not app.exception
    return app


DAMAGE: dict[str, Callable[[Path], object]] = {
    "there is no data set yet": lambda path: path.unlink(),
    "is damaged": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "is not a file": lambda path: (path.unlink(), os.mkfifo(path)),
    "is larger than 100,000,000 bytes": lambda path: os.truncate(path, 100_000_001),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_the_last_good_data_set_stays_with_a_notice(desk: Path, what: str) -> None:
    path = desk / "data" / COLLECTION
    good = path.read_bytes()
    before = sheets(page(desk))
    assert "stale" not in before
    DAMAGE[what](path)
    after = sheets(page(desk))
    assert text(after["stale"][0]) == (
        f"You see the last good data set. data/collection.json: {what}. Run: python -m geo build"
    )
    assert after["troops"] == before["troops"]
    path.unlink(missing_ok=True)
    path.write_bytes(good)
    assert "stale" not in sheets(page(desk))


def test_a_damaged_data_set_is_read_once_and_not_by_every_visitor(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page(desk)
    (desk / "data" / COLLECTION).write_bytes(b"{")
    reads: list[Path] = []
    real = Path.read_bytes

    def counted(path: Path) -> bytes:
        reads.append(path)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    for _ in range(3):
        page(desk)
    assert reads.count(desk / "data" / COLLECTION) == 1


def test_a_file_that_becomes_readable_is_seen(desk: Path) -> None:
    """Only its rights change then, neither its size nor when it was written."""
    path = desk / "data" / COLLECTION
    found = path.stat()
    content = path.read_bytes()
    path.write_bytes(content.replace(b"2021", b"2022"))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert "notice" in sheets(page(desk))
    path.write_bytes(content)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert "notice" not in sheets(page(desk))


def test_the_map_is_there_again_after_its_folder_was_cleaned_away(desk: Path) -> None:
    page(desk)
    folder = Path(map_panel._FOLDER)
    names = {path.name for path in folder.iterdir()}
    assert names
    shutil.rmtree(folder)
    page(desk)
    assert {path.name for path in folder.iterdir()} & names


@pytest.mark.parametrize(
    "message",
    [
        [],
        "click",
        {"click": 1},
        {"click": 1, "claim": ["x"], "place": None, "view": [1, 2]},
        {"click": 1, "claim": "x" * 201, "place": None, "view": None},
        {"click": "1", "claim": "x", "place": None, "view": "38,68,6"},
        {"click": 1, "claim": None, "place": None, "view": [1e308, "x", None]},
        {"click": 1, "claim": None, "place": None, "view": [10, 10, 1e308]},
    ],
)
def test_a_message_of_another_form_from_the_map_says_nothing(message: object, monkeypatch: pytest.MonkeyPatch) -> None:
    collection = made.collection()
    monkeypatch.setattr(map_panel.st, "session_state", {map_panel.key(collection.version): message})
    assert map_panel.view(collection) is None
    clicked = map_panel.clicked(collection)
    assert clicked is None or (clicked.claim, clicked.place) == (None, None)


@pytest.mark.parametrize("odd", ["x", 5, 1e308, None, ["x", "y"], (), {"a": 1}])
def test_widgets_with_values_that_none_of_them_offers_are_let_be(odd: object, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue.of(made.collection())
    listed = odd if isinstance(odd, list) else [odd] if isinstance(odd, str) else []
    state = {filters.PERIOD: odd, filters.POPULATION: listed, filters.STATUS: listed, filters.SOURCE: listed}
    state |= {filters.PLACE: listed, filters.KNOWN: odd, filters.WORDS: "x" * 10**6}
    monkeypatch.setattr(filters.st, "session_state", state)
    wanted = filters.current(catalogue)
    assert wanted == Filter(words="x" * limits.LINK_WORDS)
    assert catalogue.select(wanted) == ()


def test_a_column_that_there_is_not_sorts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr(places.st, "session_state", state)
    places._sort("Password")
    assert state == {}
    places._sort("Figures")
    assert state == {places.SORT: "Figures"}


@pytest.mark.parametrize("click", [None, "x", {"what": "claim"}, {"what": "claim", "id": 5}, {"what": "x", "id": "y"}])
def test_a_click_of_another_form_does_nothing(click: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert clicked(click, monkeypatch) == []


def test_a_click_is_heard_unless_its_id_is_none_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clicked({"what": "claim", "id": "c1"}, monkeypatch) == ["c1"]
    assert clicked({"what": "claim", "id": "c" * (limits.LINK_CHARACTERS + 1)}, monkeypatch) == []


def clicked(click: object, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids that a sheet acts on when ``click`` comes from the browser."""
    heard: list[str] = []
    mounted: dict[str, Any] = {}
    monkeypatch.setattr(sheet, "_mount", lambda **options: mounted.update(options))
    monkeypatch.setattr(sheet.st, "session_state", {"x-sheet": {"picked": click}})
    sheet.show("x", actions={"claim": heard.append})
    mounted["on_picked_change"]()
    return heard


def test_a_panel_that_there_is_not_is_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view.st, "session_state", {view.TAB: "Secrets"})
    assert view.tab() is Tab.TROOPS


# The edge of the terminal.


@pytest.mark.parametrize("words", [("locate", "Goma"), ("locate", "Goma", "--json")])
def test_a_full_disk_behind_the_output_is_one_line(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = command(*words, stdout=full)
    assert ended.returncode == 1
    assert ended.stderr == (
        "error: the output: cannot be written (No space left on device). Write it to another place\n"
    )


def test_a_reader_who_leaves_early_is_no_error() -> None:
    """``python -m geo locate ... | head -1``, with the end of the pipe closed before anything is written."""
    out, into = os.pipe()
    os.close(out)
    with os.fdopen(into, "w") as closed:
        ended = command("locate", "San José", "--json", stdout=closed)
    assert (ended.returncode, ended.stderr) == (141, "")


def test_nobody_to_tell_is_no_reason_to_stop() -> None:
    run = [sys.executable, "-m", "geo", "read", "nothing.txt"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(run, cwd=ROOT, stdout=subprocess.PIPE, stderr=full, check=False)
    assert ended.returncode == 1
