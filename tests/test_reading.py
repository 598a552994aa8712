"""Reading many articles: several processes read as one does, and errors come back whole."""

import os
import pickle
import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.reading import articles
from geo.cluster import crew
from geo.cluster.shards import Queue
from geo.collections.home import BUILT
from geo.dataset import build as building
from geo.dataset.kept import PLACE
from geo.dataset.shard import item, work
from geo.dataset.store import load
from geo.errors import ArticleError, GazetteerError
from tests.conftest import ROOT

THREADS = """
import geo.__main__
from threadpoolctl import threadpool_info
print(max(one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"))
"""


def test_the_commands_multiply_on_one_thread() -> None:
    """Threads in matrices as small as a sentence's take time and give none. What shows a data set brings numpy in too,
    so it must be said before that."""
    where = {name: value for name, value in os.environ.items() if not name.startswith(("OPENBLAS", "OMP"))}
    run = [sys.executable, "-c", THREADS]
    assert subprocess.run(run, cwd=ROOT, env=where, capture_output=True, text=True, check=True).stdout == "1\n"


def test_an_error_in_a_process_is_told_as_any(tmp_path: Path) -> None:
    queue = Queue([item(b"key", next(articles()))])
    with pytest.raises(GazetteerError, match="not found") as raised:
        list(crew.run(queue, work("rules", tmp_path / "none.sqlite"), 1))
    assert raised.value.where == str(tmp_path / "none.sqlite")


def test_an_error_survives_the_way_between_processes() -> None:
    error = ArticleError("is empty", where="a.txt", remedy="Put the article's text into it")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), again.where, again.remedy) == (ArticleError, str(error), error.where, error.remedy)


def test_a_large_collection_is_built_by_processes_to_the_same_data_set(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, article in enumerate(islice(articles(), 4)):
        (project / "seeds" / f"copy {number}.txt").write_text(article.text, encoding="utf-8")
    (project / "seeds" / "empty.txt").touch()
    seeds, data = project / "seeds", project / "data"
    first: list[str] = []
    building.build(seeds, data, first.append)
    alone = load(data / BUILT)
    shutil.rmtree(data / PLACE.parent)  # what was read is kept: it must be read again
    monkeypatch.setattr(building, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    second: list[str] = []
    assert building.build(seeds, data, second.append) == alone
    assert sorted(second) == sorted(first)
