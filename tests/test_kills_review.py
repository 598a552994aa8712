"""A kill -9 at any moment of a review, twenty times: each decision that was told to be saved is there, once and whole,
and the review goes on after whatever the kill left."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.collections.decisions import load
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

REVIEWS = """
import os, sys
from dataclasses import replace
from pathlib import Path

from geo.collections.decide import verdict
from geo.collections.decisions import new_id
from geo.collections.home import default
from geo.dataset.store import load
from geo.model.decision import Verdict
from geo.panels.desk import writing
from geo.panels.desk.allowed import Editor



def review():
    ada, data = Editor("Ada", keeps=True), Path(sys.argv[1])
    writing.editor = lambda: ada
    desk = writing.Desk(default(data, data), ada)
    collection = load(Path("data/collection.json"))
    articles = {it.id: it for it in collection.articles}
    print(os.getpid(), flush=True)
    while True:
        for claim in collection.claims:
            made = replace(verdict(Verdict.ACCEPT, claim, articles[claim.article], who="Ada"), id=new_id())
            desk.decide(made)
            print(made.id, flush=True)


for _ in sys.stdin:
    begun = os.fork()
    if begun == 0:
        review()
    os.waitpid(begun, 0)
    print("killed", flush=True)
"""
"""A review of a process of its own for each line that comes, begun from one in which all is imported already."""


def test_twenty_kills_of_a_review_lose_no_decision(tmp_path: Path) -> None:
    chance, told = random.Random(7), list[str]()  # noqa: S311 -- the same moments each time
    command = [sys.executable, "-c", REVIEWS, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reviews:
        assert reviews.stdin is not None
        assert reviews.stdout is not None
        for _ in range(20):
            reviews.stdin.write("\n")
            reviews.stdin.flush()
            review = int(reviews.stdout.readline())
            told += [reviews.stdout.readline().strip() for _ in range(chance.randint(0, 12))]
            time.sleep(chance.random() / 500)  # in the middle of one, as often as not
            os.kill(review, signal.SIGKILL)
            told += [line.strip() for line in iter(reviews.stdout.readline, "killed\n")]
            there = [it.id for it in load(tmp_path / "decisions.jsonl")] if told else []
            assert len(there) == len(set(there))
            assert [it for it in there if it in set(told)] == told
        reviews.stdin.close()
    assert len(told) > 60
