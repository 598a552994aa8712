"""A full disk, two builds at once and an article that ends its reader, twenty times each: the data set is the old one
or the new one, what was told to be saved is there, and the next run of the same process goes on. (Kills: test_kills.py,
test_kills_review.py.) Reading itself is played, so that what lies between is met.

A disk is full where a process may write files of so many bytes and no more: the system then refuses in the middle of a
file, as it does on a full disk.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

DRIVER = """
import contextlib, faulthandler, io, json, os, random, resource, sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks.collection import Newsroom
from geo.__main__ import main
from geo.collections.decide import verdict
from geo.collections.decisions import append
from geo.collections.decisions import load as decisions
from geo.dataset import shard
from geo.dataset.store import load
from geo.errors import DatelineError
from geo.model.decision import Verdict

faulthandler.dump_traceback_later(240, exit=True)  # what waits for itself waits for ever
data, what, chance = Path(sys.argv[1]), sys.argv[2], random.Random(7)
pile, poison = data / "pile", []
made = Newsroom().collection(80, 320).readings
by_text = {reading.article.text: reading for reading in made}
home = data / "collections" / "story"
built, decided = home / "collection.json", home / "decisions.jsonl"
seen = Counter()


def played(articles, *_):
    for it in articles:
        if it.text in poison:
            raise RuntimeError("an article that nothing reads")
        yield replace(by_text[it.text], article=it)


def put(number):
    folder = pile if what == "add" else home / "articles"
    folder.mkdir(exist_ok=True)
    text = made[number].article.text
    (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return text


def run(*more):
    command = ["add", str(pile)] if what == "add" else ["build"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main([*command, *more, "--collection", "story", "--data", str(data)])


@contextlib.contextmanager
def full(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def settled(before, after):
    load(built)
    assert run() == 0
    seen["torn"] += after not in (before, built.read_bytes())


def on_a_full_disk(nth):
    put(20 + 2 * nth), put(21 + 2 * nth)
    before = built.read_bytes()
    with full(chance.choice([0, chance.randrange(4_096), chance.randrange(len(before))])):
        seen["failed"] += run() != 0
    settled(before, built.read_bytes())


def a_review_on_a_full_disk(nth):
    collection = load(built)
    claim, there = collection.claims[nth], [it.id for it in decisions(decided)]
    article = next(it for it in collection.articles if it.id == claim.article)
    size = decided.stat().st_size if decided.exists() else 0
    with full(chance.choice([0, size, size + chance.randrange(5_000)])):
        for _ in range(8):
            it = verdict(Verdict.ACCEPT, claim, article, who="Ada")
            try:
                append(decided, it)
                there.append(it.id)
            except DatelineError:
                seen["failed"] += 1
                break
    seen["torn"] += [it.id for it in decisions(decided)] != there
    append(decided, it)  # the browser tells it again
    seen["torn"] += decisions(decided)[-1].id != it.id


def two_at_once(nth):
    put(20 + nth)
    before = built.read_bytes()
    both = [os.fork() for _ in range(2) if os.getpid() == parent]
    if os.getpid() != parent:
        os._exit(run())
    ends = [os.WEXITSTATUS(os.waitpid(pid, 0)[1]) for pid in both]
    seen["failed"] += ends.count(1)
    seen["none"] += ends.count(0) == 0
    settled(before, built.read_bytes())


def one_that_ends_its_reader(nth):
    poison[:] = [put(20 + nth)]
    before = {it.article.file for it in load(built).readings}
    assert run() == 0
    collection = load(built)
    seen["torn"] += {it.article.file for it in collection.readings} != before
    seen["failed"] += [it.file for it in collection.left_out if "nothing reads" in it.why] == [f"{20 + nth:02}.txt"]
    poison.clear()
    settled(built.read_bytes(), built.read_bytes())
    seen["none"] += f"{20 + nth:02}.txt" not in {it.article.file for it in load(built).readings}


shard.read, parent = played, os.getpid()
assert main(["new", "story", "--data", str(data)]) == 0
for number in range(20):
    put(number)
assert run() == 0
case = {"add": on_a_full_disk, "build": on_a_full_disk, "review": a_review_on_a_full_disk, "two": two_at_once,
        "poison": one_that_ends_its_reader}[what]
for nth in range(20):
    case(nth)
assert run() == 0
left = [it.name for it in data.rglob("*") if it.name.startswith(".dateline-") or it.name.endswith(".lock")]
last = built.read_bytes()
(data / ".cache" / "readings.sqlite").unlink()
assert main(["build", "--collection", "story", "--data", str(data)]) == 0
print(json.dumps([dict(seen), left, last == built.read_bytes()]))
"""


@pytest.mark.parametrize(
    ("what", "failed"),
    [("add", 10), ("build", 10), ("review", 10), ("two", 1), ("poison", 20)],
    ids=["full-add", "full-build", "full-review", "two-builds", "a-poisonous-article"],
)
def test_twenty_times_nothing_is_lost(what: str, failed: int, tmp_path: Path) -> None:
    """``failed``: at least so many were refused, so that the case was met."""
    (tmp_path / "gazetteer.sqlite").symlink_to(ROOT / "data" / "gazetteer.sqlite")
    command = [sys.executable, "-c", DRIVER, str(tmp_path), what]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    seen, left, same = json.loads(ended.stdout.splitlines()[-1])
    assert seen["failed"] >= failed
    assert seen.get("torn", 0) == 0
    assert seen.get("none", 0) == 0
    assert left == []
    assert same
