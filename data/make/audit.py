"""Every pinned package, looked up among the known vulnerabilities; it needs a network, and says so where there is none.

python -m data.make.audit       what `make audit` calls
"""

import subprocess
import sys

from data.make.bom import LOCK

TOOL = "pip-audit==2.10.1"
_FETCH = ("-m", "pip", "install", "-qq", "--disable-pip-version-check", TOOL)
# --strict: a package that the service does not know is a failure, and no clean bill.
_ASK = ("-m", "pip_audit", "--disable-pip", "--require-hashes", "-r", str(LOCK), "--strict")


def main() -> int:
    """0: nothing known against any package; everything else says what stands in the way of that."""
    fetched = subprocess.run([sys.executable, *_FETCH], stderr=subprocess.PIPE, text=True, check=False)
    if fetched.returncode:
        return _told(f"{TOOL} could not be fetched: {_last(fetched.stderr)}")
    asked = subprocess.run([sys.executable, *_ASK], stderr=subprocess.PIPE, text=True, check=False)
    if asked.returncode and "Traceback" in asked.stderr:  # the service was not reached: what it has found it tells
        return _told(f"the service gave no answer: {_last(asked.stderr)}")
    print(asked.stderr, end="", file=sys.stderr)
    return asked.returncode


def _told(why: str) -> int:
    print(f"make audit needs a network; nothing was looked up, {why}", file=sys.stderr)
    return 2


def _last(words: str) -> str:
    return (words.strip().splitlines() or [""])[-1]


if __name__ == "__main__":
    sys.exit(main())
