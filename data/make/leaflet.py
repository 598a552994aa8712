"""Vendor Leaflet from its npm package into static/leaflet/, so that the map needs no internet.

    python data/make/leaflet.py

Needs npm and a package registry, once; the result is committed. The package is refused unless it has the integrity
written below, so a rerun gives the same bytes or an error. Files are kept exactly as published.
"""

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "1.9.4"
RELEASED = "2023-05-18"
INTEGRITY = "sha512-nxS1ynzJOmOlHp+iL3FyWqK89GtNL8U8rvlMOsQdTTssxZwCXh8N2NB3GDQOL+YR3XnWyZAxwQixURb+FA74PA=="
WANTED = {
    "package/LICENSE": "LICENSE",
    "package/dist/leaflet.css": "leaflet.css",
    "package/dist/leaflet.js": "leaflet.js",
    "package/dist/images/layers.png": "images/layers.png",
    "package/dist/images/layers-2x.png": "images/layers-2x.png",
    "package/dist/images/marker-icon.png": "images/marker-icon.png",
    "package/dist/images/marker-icon-2x.png": "images/marker-icon-2x.png",
    "package/dist/images/marker-shadow.png": "images/marker-shadow.png",
}
TARGET = Path(__file__).parents[2] / "static" / "leaflet"


def integrity(package: bytes) -> str:
    """The package's hash in the form that npm publishes (Subresource Integrity): ``sha512-`` and base64."""
    return "sha512-" + base64.b64encode(hashlib.sha512(package).digest()).decode()


def download(folder: Path) -> bytes:
    """The package as published, fetched into ``folder`` by npm."""
    subprocess.run(["npm", "pack", "--silent", f"leaflet@{VERSION}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return (folder / f"leaflet-{VERSION}.tgz").read_bytes()


def origin_card(files: dict[str, bytes]) -> str:
    sums = "".join(f"| `{name}` | `{hashlib.sha256(content).hexdigest()}` |\n" for name, content in files.items())
    return f"""# Leaflet {VERSION}

| | |
|---|---|
| producer | Volodymyr Agafonkin and contributors, https://leafletjs.com |
| licence | BSD 2-Clause, in `LICENSE` |
| released | {RELEASED} |
| package | npm `leaflet` {VERSION} |
| integrity | `{INTEGRITY}` |
| how made | `python data/make/leaflet.py`: files as published, nothing changed |

| file | sha256 |
|---|---|
{sums}"""


def vendor(package: Path) -> None:
    """Write the wanted files of ``package`` and their origin card."""
    with tarfile.open(package) as archive:
        files = {}
        for member, name in sorted(WANTED.items(), key=lambda item: item[1]):
            published = archive.extractfile(member)
            if published is None:
                sys.exit(f"{package.name}: {member} is not a file. Look at the package and correct WANTED.")
            files[name] = published.read()
    (TARGET / "images").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (TARGET / name).write_bytes(content)
    (TARGET / "ORIGIN.md").write_text(origin_card(files), encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = integrity(download(Path(folder)))
        if found != INTEGRITY:
            sys.exit(f"leaflet {VERSION}: the package has integrity {found}, not {INTEGRITY}. Nothing was changed.")
        vendor(Path(folder) / f"leaflet-{VERSION}.tgz")
    print(f"static/leaflet: Leaflet {VERSION}, {len(WANTED)} files")


if __name__ == "__main__":
    main()
