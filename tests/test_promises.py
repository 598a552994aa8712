"""docs/reliability.md names tests that exist, and every link of it and of SECURITY.md leads somewhere."""

import ast
import re

import pytest

from tests.conftest import ROOT

PAGES = ("docs/reliability.md", "SECURITY.md")
NAMED = re.compile(r"`(?P<file>(?:browser/)?test_\w+\.py)?(?:::(?P<test>test_\w+))?`")


def named() -> list[tuple[str, str | None]]:
    """Each file and test that the table names; a test without a file is of the file before it."""
    found: list[tuple[str, str | None]] = []
    for row in (ROOT / PAGES[0]).read_text(encoding="utf-8").splitlines():
        file = ""
        for match in NAMED.finditer(row):
            file = match["file"] or file
            if file:
                found.append((file, match["test"]))
    return found


def test_every_test_that_is_named_exists() -> None:
    assert len(named()) > 35
    for file, test in named():
        tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
        defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert test is None or test in defined, f"{file} has no {test}"


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    here = ROOT / page
    links = re.findall(r"\]\(([^)#]+)\)", here.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if "://" not in link and not (here.parent / link).exists()] == []
