"""A kill at any moment of a build or an add, twenty times each: the data set is the old one or the new one, and the
next run goes on. Reading itself is played, so that the moments between are hit; moments are counted in processor time,
so that they are the same on a busy machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

DRIVER = """
import contextlib, io, json, os, random, signal, sys, time
from dataclasses import replace
from pathlib import Path

from benchmarks.collection import Newsroom
from geo.__main__ import main
from geo.collections.home import named
from geo.dataset import shard
from geo.dataset.store import load

data, what = Path(sys.argv[1]), sys.argv[2]
pile, chance = data / "pile", random.Random(7)
made = Newsroom().collection(60, 240).readings
by_text = {reading.article.text: reading for reading in made}
shard.read = lambda articles, *_: (replace(by_text[it.text], article=it) for it in articles)
built = data / "collections" / "story" / "collection.json"
articles = built.parent / "articles"


def put(numbers):
    for number in numbers:
        folder = pile if what == "add" else articles
        folder.mkdir(exist_ok=True)
        (folder / f"{number:02}.txt").write_text(made[number].article.text, encoding="utf-8")


def run():
    command = ["add", str(pile)] if what == "add" else ["build"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main([*command, "--collection", "story", "--data", str(data)])


def killed_after(seconds):
    pid = os.fork()
    if pid == 0:
        signal.setitimer(signal.ITIMER_PROF, seconds)  # the system then ends the process, as kill -9 does
        os._exit(run())
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


assert main(["new", "story", "--data", str(data)]) == 0
put(range(20))
assert run() == 0
killed = torn = 0
lasts = 0.3
for nth in range(20):
    put(range(20 + 2 * nth, 22 + 2 * nth))
    before = built.read_bytes()
    killed += killed_after(lasts * (nth + chance.random()) / 20)
    after = built.read_bytes()
    load(built)
    begun = time.process_time()
    assert run() == 0
    lasts = min(lasts, time.process_time() - begun) if nth else time.process_time() - begun
    torn += after not in (before, built.read_bytes())
last = built.read_bytes()
(data / ".cache" / "readings.sqlite").unlink()
assert main(["build", "--collection", "story", "--data", str(data)]) == 0
print(json.dumps([killed, torn, last == built.read_bytes(), len(load(built).readings)]))
"""


@pytest.mark.parametrize("what", ["build", "add"])
def test_twenty_kills_lose_nothing(what: str, tmp_path: Path) -> None:
    (tmp_path / "gazetteer.sqlite").symlink_to(ROOT / "data" / "gazetteer.sqlite")
    command = [sys.executable, "-c", DRIVER, str(tmp_path), what]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    killed, torn, same, articles = json.loads(ended.stdout.splitlines()[-1])
    assert killed >= 12  # one that is quicker than all before it may end before it is killed
    assert torn == 0
    assert same
    assert articles >= 58  # but for the two or so that Newsroom prints twice
