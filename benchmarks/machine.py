"""What was measured on: the machine line of a results table, and the memory of a process."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("streamlit", "streamlit-folium", "folium", "pandas", "spacy", "playwright")


def line(browser: str) -> str:
    """The machine in one line; ``browser`` is the browser's version."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"{packages}, Chromium {browser}"
    )


def megabytes(pid: int, file: str, field: str) -> float | None:
    """A field in kB of a file in ``/proc/PID`` as MB (10^6 bytes); None where the system has no such file."""
    try:
        text = (Path("/proc") / str(pid) / file).read_text(encoding="ascii")
    except OSError:
        return None
    found = re.search(rf"^{field}:\s+(\d+) kB", text, re.M)
    return int(found[1]) * 1024 / 1e6 if found else None
