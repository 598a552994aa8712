"""Who runs what, where several processes test: each file whole, by one of them, a browser started by each but once."""

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import LONG, ROOT, SLOW, pytest_leave_the_slow_to_make_test
from tests.sharing_out import SharingOut, reckons

BROWSER = [f"tests/browser/test_{name}.py::test_{number}" for name in "abcdef" for number in range(4)]
OTHERS = [f"tests/test_{name}.py::test_{number}" for name in "ghijkl" for number in range(4)]


class Worker:
    """A process that does what it is told, a test a turn."""

    def __init__(self, number: int) -> None:
        self.gateway = SimpleNamespace(id=f"gw{number}")
        self.waiting, self.ran = list[int](), list[str]()
        self.shutting_down = False

    def send_runtest_some(self, indices: list[int]) -> None:
        self.waiting += indices

    def shutdown(self) -> None:
        self.shutting_down = True


def run(pytestconfig: pytest.Config, count: int, tests: list[str]) -> dict[str, list[str]]:
    """What each of ``count`` processes ran, in order; they take turns."""
    workers: list[Any] = [Worker(number) for number in range(count)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("xdist.scheduler.loadscope.parse_tx_spec_config", lambda _: workers)
        sharing = SharingOut(pytestconfig)
    for worker in workers:
        sharing.add_node(worker)
        sharing.add_node_collection(worker, tests)
    sharing.schedule()
    while any(worker.waiting for worker in workers):
        for worker in workers:
            if worker.waiting:
                done = worker.waiting.pop(0)
                worker.ran.append(tests[done])
                sharing.mark_test_complete(worker, done)
    assert not sharing.has_pending
    return {worker.gateway.id: worker.ran for worker in workers}


def turns(ran: list[str]) -> int:
    """How often a process went from one kind to the other."""
    kinds = ["/browser/" in it for it in ran]
    return sum(one != other for one, other in pairwise(kinds))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("tests", [BROWSER + OTHERS, OTHERS, BROWSER], ids=["both", "no browser", "only browser"])
def test_every_test_is_run_once_each_file_by_one_process(
    pytestconfig: pytest.Config, count: int, tests: list[str]
) -> None:
    ran = run(pytestconfig, count, tests)
    assert sorted(it for each in ran.values() for it in each) == sorted(tests)
    files = [{it.partition("::")[0] for it in each} for each in ran.values()]
    assert sum(map(len, files)) == len(set().union(*files))
    assert all(turns(each) <= 1 for each in ran.values())


def test_one_of_three_begins_with_what_needs_no_browser(pytestconfig: pytest.Config) -> None:
    ran = run(pytestconfig, 3, BROWSER + OTHERS)
    assert {name: "/browser/" not in each[0] for name, each in ran.items()} == {"gw0": False, "gw1": False, "gw2": True}
    assert [reckons(f"gw{number}") for number in range(6)] == [False, False, True, False, False, True]


def test_the_longest_files_begin_of_each_kind() -> None:
    first, second, *_ = LONG.read_text(encoding="utf-8").splitlines()
    slow = next(name for name in SLOW.read_text(encoding="utf-8").splitlines() if "::" not in name)
    expected = [
        f"tests/browser/{first}",
        f"tests/browser/{second}",
        "tests/browser/test_cards.py",
        slow,
        "tests/test_when.py",
    ]
    items: list[Any] = [item(file) for file in reversed(expected)]
    pytest_leave_the_slow_to_make_test(items)
    assert [it.nodeid.partition("::")[0] for it in items] == expected


def item(file: str) -> SimpleNamespace:
    """A collected test of ``file``, one of those that were asked for."""
    asked = SimpleNamespace(args=[f"{file}::test_one"])
    return SimpleNamespace(nodeid=f"{file}::test_one", path=ROOT / file, config=asked, add_marker=lambda _: None)
