"""What deploy/ lists is what the page needs: every package that it imports and nothing else, at the pinned versions."""

import ast
import re
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
PROCESSES = (ROOT / "geo/sharing/maker.py", ROOT / "geo/sharing/picture/rasterise.py")
"""What the page starts, which no import shows."""


def names(file: Path) -> set[str]:
    """The packages that a requirements file names."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return {match[0].lower() for line in lines if (match := re.match(r"[A-Za-z0-9][\w.-]*", line))}


def imported(file: Path) -> set[str]:
    """All modules that ``file`` imports, also late ones; of our own, what is imported from them as well."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def reached(start: Path) -> set[str]:
    """All modules that ``start`` imports, by itself or through our own."""
    found: set[str] = set()
    files = [start]
    while files:
        for module in imported(files.pop()) - found:
            found.add(module)
            path = ROOT.joinpath(*module.split("."))
            files += [file for file in (path / "__init__.py", path.with_suffix(".py")) if file.is_file()]
    return found


def test_the_page_gets_what_it_imports_and_nothing_else() -> None:
    distributions = packages_distributions()
    started = [ROOT / "dashboard.py", *PROCESSES]
    tops = {module.partition(".")[0] for start in started for module in reached(start)}
    needed = {name.lower().replace("_", "-") for top in tops for name in distributions.get(top, [])}
    assert names(DEPLOY / "requirements.txt") == needed & names(ROOT / "requirements.txt")


def test_versions_are_pinned_in_one_place() -> None:
    text = (DEPLOY / "requirements.txt").read_text(encoding="utf-8")
    assert "\n-c ../requirements.txt\n" in text
    assert "==" not in text


def test_the_container_installs_nothing_whose_hash_is_not_known() -> None:
    container = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    (installs,) = re.findall(r"pip install (.+)$", container, re.MULTILINE)
    assert installs.endswith("--require-hashes -r deploy/requirements.lock")


def test_the_builder_gets_what_the_container_file_copies() -> None:
    """.dockerignore keeps all else out, so each copied file has its line there."""
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    container = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    copied = {source for line in re.findall(r"^COPY (.+) \S+$", container, re.MULTILINE) for source in line.split()}
    assert copied == let_in
    assert [name for name in copied if not (ROOT / name).exists()] == []
