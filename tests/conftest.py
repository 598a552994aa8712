"""What every test gets: no network, the seeds, and a copy of the project to change."""

import gc
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests.nursery import Nursery
from tests.offline import sitecustomize

if TYPE_CHECKING:
    from geo.dataset.query import Catalogue
    from geo.model import Claim

ROOT = Path(__file__).parents[1]
PROJECT = ("dashboard.py", "geo", "data", "seeds", "static", ".streamlit")


# Before a test module brings numpy in (see geo/__main__.py): with threads a sentence took nine times as long to read.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slower", type=float, default=1, help="how many times slower the browser of the tests shall be")


def pytest_configure() -> None:
    """Hold the commands that tests start to the same rule as the tests (see tests/offline). A property holds or not,
    however busy the machine is: no example has a deadline."""
    settings.register_profile("dateline", deadline=None)
    settings.load_profile("dateline")
    offline = str(Path(sitecustomize.__file__).parent)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [offline, os.environ.get("PYTHONPATH")]))


def pytest_collection() -> None:
    """What is collected stays until the end, so there is nothing for Python's collector to find: to look through it
    again and again took a quarter of the time, in each process that tests."""
    gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object | None:
    """``make test``: who waits for a browser and who reckons, side by side."""
    if config.getvalue("dist") != "loadfile":
        return None
    from tests.sharing_out import SharingOut  # noqa: PLC0415 -- where there is pytest-xdist

    return SharingOut(config, log)


def copy_project(folder: Path) -> Path:
    """Copy what the page and the commands need into ``folder``; what does not exist is left out. With the bytecode: no
    process has to compile the copy, which is as old as its original."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy2(source, folder / name)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project: add articles to it, break its data, start its page."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """For ``serve``: a dashboard with everything loaded, a fifth of a second after it was asked for instead of one and
    a half."""
    nursery = Nursery(tmp_path_factory.mktemp("nursery"))
    yield nursery
    nursery.close()


@pytest.fixture
def loaded(nursery: Nursery, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that the test starts come from there as well: a second of a processor instead of three, where they read.
    For tests of anything but the start of a command."""
    for name, value in nursery.around.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="session")
def seeds() -> tuple[Path, ...]:
    """The articles in seeds/, by name."""
    return tuple(sorted((ROOT / "seeds").glob("*.txt")))


@pytest.fixture(scope="session")
def catalogue() -> "Catalogue":
    """The project's own data set."""
    from geo.dataset import query, store  # noqa: PLC0415 -- most tests need none of it

    return query.Catalogue.of(
        store.load(ROOT / "data" / "collection.json"), query.adjectives(ROOT / "data" / "demonyms.csv")
    )


@pytest.fixture(scope="session")
def shown(catalogue: "Catalogue") -> "tuple[Claim, ...]":
    """Its figures as the page first shows them."""
    from geo.dataset.filter import Filter  # noqa: PLC0415 -- as above

    return catalogue.select(Filter())


MISREAD = ROOT / "tests" / "misread.txt"
SLOW = ROOT / "tests" / "slow.txt"
LONG = ROOT / "tests" / "browser" / "long.txt"
"""Files of browser tests that take longest, the longest first."""


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


@pytest.hookimpl(specname="pytest_collection_modifyitems")
def pytest_leave_the_slow_to_make_test(items: list[pytest.Item]) -> None:
    """Mark what ``make check`` leaves out: a line of tests/slow.txt is a file, or a test with all its cases."""
    slow = set(SLOW.read_text(encoding="utf-8").splitlines())
    files = {item.nodeid.partition("::")[0] for item in items}
    known = files | {item.nodeid.partition("[")[0] for item in items}
    gone = [name for name in slow - known if name.partition("::")[0] in files and not _is_chosen(items)]
    gone += [name for name in slow if not (ROOT / name.partition("::")[0]).is_file()]
    assert not gone, f"tests/slow.txt names what is no test: {gone}"
    for item in items:
        if not slow.isdisjoint({item.nodeid.partition("::")[0], item.nodeid.partition("[")[0]}):
            item.add_marker(pytest.mark.slow)
    # Long files first: who has only short ones left when the others have none does not keep them waiting.
    long = LONG.read_text(encoding="utf-8").splitlines()
    gone = [name for name in long if not (LONG.parent / name).is_file()]
    assert not gone, f"{LONG.name} names what is no file: {gone}"
    items.sort(key=lambda item: (_is_no_browser_test(item), _place(item, long), not _is_in(item, slow)))


def _is_no_browser_test(item: pytest.Item) -> bool:
    return LONG.parent not in item.path.parents


def _place(item: pytest.Item, long: list[str]) -> int:
    return long.index(item.path.name) if item.path.name in long and item.path.parent == LONG.parent else len(long)


def _is_in(item: pytest.Item, names: set[str]) -> bool:
    """Whether a whole file is among ``names``."""
    return item.nodeid.partition("::")[0] in names


def processor_time(work: Callable[[], object]) -> float:
    """Seconds of processor time of ``work``, without the collector: it walks what all other tests hold."""
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()


AT_ONCE, MOST, LEAST = 2.6, 3.0, 0.03
"""How many times as long twice as much may take (the square of the size: four times): by the first measures, of which
the shorter one may have been held up, and by the least of ``TRIES``; seconds below which a clock tells nothing."""
TRIES, AT_REST, MOST_TRIES = 4, 3, 16
"""How often both are measured at least before twice as much is said to take too long; how often in a row neither may
have got shorter by then; and how often at most."""


def too_long(taken: Callable[[int], float], size: int) -> tuple[float, float] | None:
    """None where twice ``size`` takes at most ``MOST`` times as long.

    Whoever else is at work only ever adds to what a measure takes, so the least of many counts, and a busy machine is
    asked again for as long as that still makes a difference. What grows with the square of the size fails however often
    it is asked.
    """
    gc.freeze()  # what all other tests hold is a million objects, which need not be looked through before each try
    try:
        return _too_long(taken, size)
    finally:
        gc.unfreeze()


def _too_long(taken: Callable[[int], float], size: int) -> tuple[float, float] | None:
    least = {size: float("inf"), 2 * size: float("inf")}
    still = 0
    for tried in range(1, MOST_TRIES + 1):
        gc.collect()
        still += 1
        for length in sorted(least, reverse=tried % 2 == 0):  # neither is always the one that comes first
            now = taken(length)
            still = 0 if now < 0.97 * least[length] else still
            least[length] = min(least[length], now)
        once, twice = least[size], least[2 * size]
        if twice <= (AT_ONCE if tried < TRIES else MOST) * max(once, LEAST):
            return None
        if tried >= TRIES and still >= AT_REST:
            break
    return once, twice
