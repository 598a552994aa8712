"""``requirements.lock`` -> ``sbom.json``: what the program is made of, as a CycloneDX 1.6 list (https://cyclonedx.org).

    python -m data.make.bom         what `make locks` calls

It needs no network and gives the same bytes for the same lock: licences are those that the installed packages state.
"""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LOCK, LIST = ROOT / "requirements.lock", ROOT / "sbom.json"
_ENTRY = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)", re.MULTILINE)
BUNDLED = (
    ("leaflet", "1.9.4", "BSD-2-Clause", "pkg:npm/leaflet@1.9.4"),
    ("Noto Sans", "", "OFL-1.1", ""),
    ("GeoNames", "", "CC-BY-4.0", ""),
    ("Natural Earth", "", "", ""),
)
"""What stands in the project itself: name, version, licence, address of the package. Natural Earth is public domain."""


def packages(lock: str) -> list[tuple[str, str]]:
    """The name and version of each entry of a lock file; a package may have one for each Python."""
    return [(found["name"], found["version"]) for found in _ENTRY.finditer(lock)]


def listed(lock: str) -> dict[str, Any]:
    """The list of what ``lock`` names and of what is bundled."""
    found = [
        _component(name, version, _licence(name), f"pkg:pypi/{name}@{version}") for name, version in packages(lock)
    ]
    bundled = [_component(*it) for it in BUNDLED]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "dateline"}},
        "components": [*found, *bundled],
    }


def _component(name: str, version: str, licence: str, address: str) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "library", "name": name}
    if version:
        made["version"] = version
    if licence:
        made["licenses"] = [{"license": {"name": licence}}]
    if address:
        made |= {"purl": address, "bom-ref": address}
    return made


def _licence(name: str) -> str:
    """What an installed package says of its licence, in a line; "" where it is not installed or says nothing."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    classes = [it.rpartition(" :: ")[2] for it in told.get_all("Classifier") or [] if it.startswith("License ::")]
    stated = (told.get("License-Expression") or "", ", ".join(classes), told.get("License") or "")
    first = next((words for words in stated if words and words != "OSI Approved"), "")
    return first.strip().splitlines()[0][:80] if first.strip() else ""


def main() -> None:
    text = json.dumps(listed(LOCK.read_text(encoding="utf-8")), indent=1, ensure_ascii=False)
    LIST.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
