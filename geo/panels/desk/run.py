"""What the page leaves to ``python -m geo``, in a process of its own: reading articles, looking places up.

The page itself never loads what reads (see tests/test_imports.py).
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from geo.collections.home import BUILT, Home
from geo.errors import DatasetError
from geo.limits import DESK_BUILD_SECONDS

ROOT = Path(__file__).resolve().parents[3]


def built(home: Home) -> None:
    """Build ``home``. Raises DatasetError with the line that the command ended with."""
    _geo("build", "--wait", *(["--collection", home.name] if home.name else []))


def proposed(folder: Path) -> Path:
    """Read the articles in ``folder`` and give the data set that they would make. Raises DatasetError."""
    made = folder.with_name(f"{folder.name}-{BUILT}")
    _geo("build", "--seeds", str(folder), "--to", str(made))
    return made


def candidates(name: str) -> list[dict[str, Any]]:
    """The places that ``name`` may mean, likeliest first; none where it is no place's name."""
    try:
        found = _geo("locate", "--json", "--", name)
    except DatasetError:
        return []
    return [json.loads(line) for line in found.splitlines()]


def _geo(*arguments: str) -> str:
    command = [sys.executable, "-m", "geo", *arguments]
    try:
        ended = subprocess.run(  # noqa: S603 -- this project's own command
            command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=DESK_BUILD_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        what = "could not be run to its end"
        raise DatasetError(what, where=f"python -m geo {arguments[0]}", remedy="Run it in a terminal") from error
    if ended.returncode != 0:
        told = ended.stderr.strip().splitlines() or ["it failed"]
        remedy = "Run it in a terminal to see more"
        raise DatasetError(told[-1].removeprefix("error: "), where=f"python -m geo {arguments[0]}", remedy=remedy)
    return ended.stdout
