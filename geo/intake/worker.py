"""The other end of the process that parses: starts it, hands it one source at a time, and ends it where it must.

A source is parsed in memory, processor time and time on the clock that are limited, by a process that can write no
file, start no program and reach no network. Whatever becomes of that process, this one goes on.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO

import msgspec

from geo.intake.document import Document, Found, Refused, Source
from geo.intake.protocol import Answer, receive, send
from geo.limits import INTAKE_ANSWER_BYTES, INTAKE_FILE_BYTES, INTAKE_PROCESSOR_SECONDS, INTAKE_SECONDS

_FILES_EACH = 100
"""Sources that one process parses; then another takes over, so that nothing that a library keeps can pile up."""
_KEPT = ("PATH", "PYTHONPATH", "PYTHONHOME", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
"""Of the environment; whatever else is in it (keys, tokens) is none of a parser's business."""

_HOME = Path(__file__).resolve().parents[2]
_SIGXCPU = 24
_ANOTHER = "Save the article's text as a text file"
_NOT_UTF8, _AS_UTF8 = "is not UTF-8", "Save it again as UTF-8"


class Worker:
    """Parses sources, each as ``parse``; use it in a ``with`` block."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._parsed = 0

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def parse(self, source: Source) -> Iterator[Found]:
        """What ``source`` holds, as it is found; a refusal where its parser failed, ended, or took too long."""
        if len(source.content) > INTAKE_FILE_BYTES:
            yield Refused(
                source.name, f"is larger than {INTAKE_FILE_BYTES // 1_000_000} MB", "Cut it into smaller files"
            )
            return
        process = self._running()
        timer = Timer(INTAKE_SECONDS, process.kill)
        timer.daemon = True
        timer.start()
        ended = False
        try:
            for item in _asked(process, source):
                ended = item is None or isinstance(item, str)
                if isinstance(item, str):
                    self._end()
                    yield Refused(source.name, item, _AS_UTF8 if item == _NOT_UTF8 else _ANOTHER)
                elif item is not None:
                    yield item
        finally:
            over = not timer.is_alive()
            timer.cancel()
            if not ended:  # it died, or nobody wants the rest
                self._end()
            self._parsed += 1
        if not ended:
            yield Refused(source.name, _why(process.wait(), over=over), _ANOTHER)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._parsed >= _FILES_EACH or self._process.poll() is not None):
            self._end()
        if self._process is None:
            self._parsed = 0
            environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
            self._process = subprocess.Popen(
                [sys.executable, "-m", "geo.intake.child"],
                cwd=_HOME,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _end(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _close(stream)


def _close(stream: IO[bytes]) -> None:
    with suppress(BrokenPipeError):  # what was not yet sent has nobody to read it
        stream.close()


def _asked(process: subprocess.Popen[bytes], source: Source) -> Iterator[Found | str | None]:
    """What the process finds in ``source``; then None at its good end, or in words why it failed. Neither: it died."""
    asks, answers = process.stdin, process.stdout
    if asks is None or answers is None:
        return
    try:
        send(asks, source.name.encode("utf-8", "replace"))
        send(asks, source.content)
    except BrokenPipeError:
        return
    while (message := receive(answers, INTAKE_ANSWER_BYTES)) is not None:
        answer = msgspec.json.decode(message, type=Answer)
        if answer.member is not None:
            content = receive(answers, INTAKE_FILE_BYTES)
            if content is None:
                return
            yield Source(answer.member, content, answer.address)
        elif answer.failed:
            yield _failed(answer.failed)
            return
        elif answer.done:
            yield None
            return
        else:
            found: Document | Refused | None = answer.document or answer.refused
            if found is not None:
                yield found


def _failed(error: str) -> str:
    match error:
        case "MemoryError":
            return "needs more memory than a file may"
        case "RecursionError":
            return "is nested too deeply"
        case "UnicodeDecodeError":
            return _NOT_UTF8
        case "NotAllowed":
            return "asks for what a file may not (the network, a program or another file)"
        case _:
            return f"is damaged: it cannot be parsed ({error})"


def _why(status: int, *, over: bool) -> str:
    if over:
        return f"took longer than {INTAKE_SECONDS} seconds"
    if status == -_SIGXCPU:
        return f"took longer than {INTAKE_PROCESSOR_SECONDS} seconds to parse"
    return "ended the process that parsed it: it needs more memory than a file may, or is made to do harm"
