"""A process from the nursery is what one started by itself would be, but for what it has loaded."""

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.nursery import Forked, Nursery, Ports

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="its sockets are Linux's")

ENDS_SECONDS = 60
TELLS = """
import json, os, sys
print(json.dumps({
    "arguments": sys.argv, "folder": os.getcwd(), "found": sys.path[:2], "environment": os.environ.get("GIVEN"),
    "name": __name__,
    "loaded": [it for it in ("spacy", "pandas", "streamlit") if it in sys.modules],
    "own": [it for it in sys.modules if it.partition(".")[0] in ("geo", "tests")],
}))
sys.exit(3)
"""
READS = "import sys; from geo.__main__ import main; sys.exit(main())"
"""As geo/panels/desk/run.py has it."""
HOW = [["-c", READS], ["-m", "geo"]]


def begun(nursery: Nursery, folder: Path, program: str, *arguments: str, **environment: str) -> tuple[Forked, Path]:
    """The process, and the file with what it prints."""
    printed = folder / "printed"
    with printed.open("wb") as output:
        around, command = {**os.environ, **environment}, ["-c", program, *arguments]
        process = nursery.start(command, folder=folder, environment=around, output=output)
    assert isinstance(process, Forked)
    return process, printed


def test_it_runs_where_and_as_it_is_asked_to(nursery: Nursery, tmp_path: Path) -> None:
    (tmp_path / "beside").mkdir()
    around = {"GIVEN": "yes", "PYTHONPATH": str(tmp_path / "beside")}
    process, printed = begun(nursery, tmp_path, TELLS, "--one", "two words", **around)
    assert process.wait(ENDS_SECONDS) == 3
    told = json.loads(printed.read_text())
    assert told["arguments"] == ["-c", "--one", "two words"]
    assert told["folder"] == str(tmp_path)
    assert told["found"] == ["", str(tmp_path / "beside")]
    assert (told["environment"], told["name"]) == ("yes", "__main__")
    assert told["loaded"] == ["spacy", "pandas", "streamlit"]
    assert told["own"] == [], "the project itself is taken from the folder"


def test_a_module_is_run_from_the_folder(nursery: Nursery, tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo" / "__main__.py").write_text("import sys; print(sys.argv[1:], 'a copy')")
    with (tmp_path / "printed").open("wb") as output:
        process = nursery.start(["-m", "geo", "build"], folder=tmp_path, environment=dict(os.environ), output=output)
    assert process.wait(ENDS_SECONDS) == 0
    assert (tmp_path / "printed").read_text() == "['build'] a copy\n"


def test_it_ends_when_it_is_told_to_and_with_whoever_asked_for_it(nursery: Nursery, tmp_path: Path) -> None:
    sleeps = "import time; print('up', flush=True); time.sleep(600)"
    process, printed = begun(nursery, tmp_path, sleeps)
    until(lambda: printed.read_text() == "up\n")
    assert process.poll() is None
    process.terminate()
    assert process.wait(ENDS_SECONDS) == -signal.SIGTERM
    process, printed = begun(nursery, tmp_path, sleeps)
    until(lambda: printed.read_text() == "up\n")
    process.connection.close()
    until(lambda: not Path(f"/proc/{process.pid}").exists())


@pytest.mark.parametrize("how", HOW, ids=["of a page", "command"])
@pytest.mark.parametrize(("file", "code"), [("seeds/001_147ea0ec7f2fdc28.txt", 0), ("nowhere.txt", 1)])
def test_a_reader_says_the_same_from_here(nursery: Nursery, how: list[str], file: str, code: int) -> None:
    command = [sys.executable, *how, "read", file, "--json"]
    by_itself = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    handed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=nursery.around)
    assert (handed.returncode, handed.stdout, handed.stderr) == (code, by_itself.stdout, by_itself.stderr)
    assert handed.returncode == by_itself.returncode


@pytest.mark.parametrize("how", HOW, ids=["of a page", "command"])
def test_a_reader_is_handed_over_and_ends_with_its_first_process(
    nursery: Nursery, tmp_path: Path, how: list[str]
) -> None:
    """What it runs as is another process, with everything loaded."""
    (tmp_path / "geo").mkdir()
    tells = "import os, sys, time; print(os.getpid(), 'spacy' in sys.modules, flush=True); time.sleep(600)"
    (tmp_path / "geo" / "__main__.py").write_text(tells)
    command = [sys.executable, *how]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, env=nursery.around) as first:
        assert first.stdout is not None
        number, loaded = first.stdout.readline().split()
        assert (int(number) != first.pid, loaded) == (True, b"True")
        first.kill()
    until(lambda: not Path(f"/proc/{int(number)}").exists())


def until(holds: Callable[[], bool]) -> None:
    limit = time.monotonic() + ENDS_SECONDS
    while not holds():
        assert time.monotonic() < limit
        time.sleep(0.02)


def test_a_nursery_that_gives_no_process_leaves_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stayed open was an error of whichever test ran when it was found."""
    monkeypatch.setattr(Nursery, "_begin", lambda _: None)
    with (tmp_path / "printed").open("wb") as output, pytest.raises(FileNotFoundError):
        Nursery(tmp_path).start(["-c", ""], folder=tmp_path, environment={}, output=output)
    gc.collect()


def test_a_port_is_for_the_next_once_it_is_free_again() -> None:
    ports = Ports()
    with ports.one() as first, ports.one() as second:
        assert first != second
    with ports.one() as again, socket.create_server(("127.0.0.1", first if again == second else second)):
        assert again in (first, second)
        with ports.one() as new:  # somebody else has the other one by now
            assert new not in (first, second)
