"""What every test gets: no network, the seeds, and a copy of the project to change."""

import gc
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.offline import sitecustomize

ROOT = Path(__file__).parents[1]
PROJECT = ("dashboard.py", "geo", "data", "seeds", "static", ".streamlit")


def pytest_configure() -> None:
    """Hold the commands that tests start to the same rule as the tests (see tests/offline). A property holds or not,
    however busy the machine is: no example has a deadline."""
    settings.register_profile("dateline", deadline=None)
    settings.load_profile("dateline")
    offline = str(Path(sitecustomize.__file__).parent)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [offline, os.environ.get("PYTHONPATH")]))


def copy_project(folder: Path) -> Path:
    """Copy what the page and the commands need into ``folder``; what does not exist is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy2(source, folder / name)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project: add articles to it, break its data, start its page."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def seeds() -> tuple[Path, ...]:
    """The articles in seeds/, by name."""
    return tuple(sorted((ROOT / "seeds").glob("*.txt")))


MISREAD = ROOT / "tests" / "misread.txt"


def _is_chosen(items: list[pytest.Item]) -> bool:
    """Whether single tests were asked for, so that others are rightly not there."""
    return any("::" in argument for argument in items[0].config.args) if items else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sentences that are misread stay in the suite as strict expected failures: one that is read right again fails."""
    misread = set(MISREAD.read_text(encoding="utf-8").splitlines())
    files = {item.nodeid.partition("::")[0] for item in items}
    collected = {item.nodeid for item in items}
    gone = [name for name in misread - collected if name.partition("::")[0] in files and not _is_chosen(items)]
    assert not gone, f"tests/misread.txt names what is no test: {gone}"
    for item in items:
        if item.nodeid in misread:
            item.add_marker(pytest.mark.xfail(strict=True, reason="misread: tests/misread.txt"))


def processor_time(work: Callable[[], object]) -> float:
    """Seconds of processor time of ``work``, without the collector: it walks what all other tests hold."""
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()
