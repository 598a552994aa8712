"""A message that was forwarded within another: what it says of itself counts, and not who handed it on, and when."""

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from geo.intake.parsers.heads import day, plain

_LINE = r"(?:>[ ]?)?\*?(?:From|Date|Sent|Subject|To|Cc|Reply-To):\*?[ \t][^\n]{1,1000}\n"
_HEAD = re.compile(rf"^(?:{_LINE}(?:(?:>[ ]?)?[ \t]*\n)?){{3,8}}", re.MULTILINE)
_FIELD = re.compile(r"^(?:>[ ]?)?\*?(?P<key>From|Date|Sent|Subject):\*?[ \t](?P<value>[^\n]+)$", re.MULTILINE)
_RULE = re.compile(r"(?:^|\n)[^\n]*(?:forwarded message|original message|_{20,})[^\n]*\s*\Z", re.IGNORECASE)
_QUOTE = re.compile(r"^>[ ]?", re.MULTILINE)
_FORWARDS = re.compile(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
_NOTE = 600
"""Characters that somebody writes above what they hand on; who writes more writes something of their own."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Its text, and its head as far as that says so: a date that is not understood is none."""

    body: str
    subject: str | None
    sender: str | None
    sent: date | None


def forwarded(subject: str | None, body: str) -> Forwarded | None:
    """The message that ``body`` hands on; None where it hands on none."""
    head = _HEAD.search(body[: 2 * _NOTE])
    if head is None or head.start() > _NOTE:
        return None
    if not (_RULE.search(body[: head.start()]) or _FORWARDS.match(subject or "")):
        return None
    told = {found["key"]: found["value"].strip(" *") for found in _FIELD.finditer(head.group())}
    rest = body[head.end() :].strip("\n")
    lines = [line for line in rest.split("\n") if line.strip()]
    if "From" not in told or not lines:
        return None
    if all(line.startswith(">") for line in lines):
        rest = _QUOTE.sub("", rest)
    when = told.get("Date") or told.get("Sent")
    return Forwarded(rest.strip(), plain(told.get("Subject")), plain(told["From"]), _sent(when))


def _sent(words: str | None) -> date | None:
    try:
        return parsedate_to_datetime(words or "").date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return day(plain(words))
