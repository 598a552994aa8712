"""Find the browser that the browser tests drive, or install one.

    python -m tests.browser.browser     prints its path; exit code 1 and one line where there is none

Looked for, in this order: $DATELINE_BROWSER, Chromium or Chrome on PATH, Playwright's own Chromium. Where none starts,
Playwright's is installed, else Debian's package when run as root.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY = "Install Chromium or Chrome, or name one in DATELINE_BROWSER."

# A context opens a window, and each window loads two pages for a list under the address bar that a window without a
# head never shows: a sixth of what opening the dashboard costs. The others are Playwright's own; its list does not
# count beside a second one.
NO_FEATURES = (
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch"
)

# No address but this machine's resolves, so nothing leaves it even where a request escapes Playwright's routing.
FLAGS = (
    "--no-sandbox",  # Chromium's sandbox does not start as root, and the pages are ours
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={NO_FEATURES}",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
)


class BrowserMissing(Exception):  # noqa: N818 -- it states what happened
    """No browser starts on this machine."""


def starts(path: str | Path) -> bool:
    """True where ``path`` is a browser that runs: a stub or a browser without its libraries is not."""
    try:
        ended = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0 and b"Chrom" in ended.stdout


def candidates() -> Iterator[str]:
    for name in ON_PATH:
        if path := shutil.which(name):
            yield path
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only where the system has none

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def find() -> str:
    """The path of a browser that starts. Raises BrowserMissing."""
    if named := os.environ.get("DATELINE_BROWSER"):
        if starts(named):
            return named
        raise BrowserMissing(f"DATELINE_BROWSER={named} is not a browser that starts. {REMEDY}")
    for path in candidates():
        if starts(path):
            return path
    raise BrowserMissing(f"No browser found. {REMEDY}")


def installers() -> Iterator[list[list[str]]]:
    """Ways to install one, each a list of commands."""
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        yield [
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-qq", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
        ]


def ensure() -> str:
    """The path of a browser that starts, installed first where there is none. Raises BrowserMissing."""
    if os.environ.get("DATELINE_BROWSER"):
        return find()
    try:
        return find()
    except BrowserMissing:
        print("No browser found; installing Chromium for the tests", file=sys.stderr)
    tried = []
    for commands in installers():
        for command in commands:
            ended = subprocess.run(command, capture_output=True, text=True, check=False)
            if ended.returncode != 0:
                said = (ended.stderr.strip() or ended.stdout.strip() or "no message").splitlines()
                tried.append(f"{' '.join(command)}: {said[0]}")
                break
        else:
            try:
                return find()
            except BrowserMissing:
                tried.append(f"{' '.join(commands[-1])}: installed, but does not start")
    raise BrowserMissing(f"No browser found and none could be installed ({'; '.join(tried)}). {REMEDY}")


if __name__ == "__main__":
    try:
        print(ensure())
    except BrowserMissing as missing:
        sys.exit(str(missing))
