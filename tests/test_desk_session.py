"""What one module of the page keeps in a session, no other keeps something else under."""

import ast
from collections import defaultdict
from pathlib import Path

from tests.conftest import ROOT

KEPT = ("desk", "review", "own", "correct")


def test_each_name_of_the_session_is_one_modules() -> None:
    found: dict[str, set[Path]] = defaultdict(set)
    for path in (ROOT / "geo" / "panels").rglob("*.py"):
        named = [it.value for it in ast.parse(path.read_text("utf-8")).body if isinstance(it, ast.Assign)]
        for part in (part for value in named for part in ast.walk(value)):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.startswith(KEPT):
                found[part.value].add(path)
    assert len(found) > 10
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}
