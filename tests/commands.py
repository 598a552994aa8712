"""``python -m geo`` without a process: its start and the language model cost seconds, and once is enough.

What only a process shows (its exit, a full disk, a kill) is asked of one.
"""

import contextlib
import io
import sys
from dataclasses import dataclass

import pytest

from geo.__main__ import main


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def geo(*arguments: str, stdin: bytes = b"") -> Done:
    """One command of this process, with what it prints."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main(arguments)
        except SystemExit as ended:  # argparse's own way out
            code = int(ended.code or 0)
    return Done(code, out.getvalue(), err.getvalue())
