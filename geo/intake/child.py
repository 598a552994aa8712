"""The process that parses: reads sources from standard input, writes what they hold to standard output.

It ends itself when its parser fails: what failed may have left it damaged.
"""

import os
import sys
from collections.abc import Iterator

import msgspec

from geo.intake.confine import allow_more_time, confine
from geo.intake.document import Document, Found, Refused, Source
from geo.intake.parsers.registry import parse
from geo.intake.protocol import Answer, receive, send


def main() -> int:
    """Parse whatever comes until the input ends; 1 where a parser failed."""
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    confine()
    while (name := receive(source, 100_000)) is not None:
        content = receive(source, sys.maxsize)
        if content is None:
            return 1
        allow_more_time()
        failed = ""
        try:
            for answer in _answers(parse(Source(name.decode("utf-8", "replace"), content))):
                send(answers, answer)
        except Exception as error:  # noqa: BLE001 -- a parser of anything may raise anything; this process ends with it
            failed = type(error).__name__
        send(answers, msgspec.json.encode(Answer(failed=failed) if failed else Answer(done=True)))
        if failed:
            return 1
    return 0


def _answers(found: Iterator[Found]) -> Iterator[bytes]:
    for item in found:
        match item:
            case Document():
                yield msgspec.json.encode(Answer(document=item))
            case Refused():
                yield msgspec.json.encode(Answer(refused=item))
            case Source():
                yield msgspec.json.encode(Answer(member=item.name, address=item.address))
                yield item.content


if __name__ == "__main__":
    sys.exit(main())
