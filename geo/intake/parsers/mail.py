"""E-mail: a message as an article, its attachments as files of their own; a mailbox as its messages."""

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from geo.intake.document import Document, Found, Refused, Source, inside, sha256
from geo.intake.parsers.forwarded import forwarded
from geo.intake.parsers.heads import plain
from geo.intake.parsers.markup import fragment
from geo.limits import INTAKE_MAIL_PARTS, INTAKE_MEMBERS

_FROM = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]{1,200}\r?\n(?=[!-9;-~]{1,80}:)")
"""How a message opens: the line that parts it from the one before, and its first header. A paragraph of a story may
begin with "From " too."""
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_NAME = re.compile(r"^\s*\"?(?P<name>[^\"<>@]{2,100}?)\"?\s*<[^<>]*>\s*$")
_SHORTEST = 40
"""Characters of a body; less beside an attachment is a note ("see attached")."""


def mailbox(source: Source) -> Iterator[Found]:
    """Each message of an mbox, cut where a line "From ..." follows an empty line, and a header follows it."""
    cuts = [(found.start(), found.end()) for found in _FROM.finditer(source.content)]
    if not cuts:
        yield Refused(source.name, "has no message in it", "Export the mailbox again")
        return
    if len(cuts) > INTAKE_MEMBERS:
        yield Refused(source.name, f"holds {len(cuts):,} messages", f"Keep at most {INTAKE_MEMBERS:,} in one mailbox")
        return
    ends = [start for start, _ in cuts[1:]] + [len(source.content)]
    for number, ((_, start), end) in enumerate(zip(cuts, ends, strict=True), start=1):
        message = _QUOTED.sub(rb"\1", source.content[start:end])
        yield Source(inside(source.name, f"message {number}.eml"), message)


def mail(source: Source) -> Iterator[Found]:
    message = message_from_bytes(source.content, policy=policy.default)
    parts = []
    for part in message.walk():
        parts.append(part)
        if len(parts) > INTAKE_MAIL_PARTS:
            yield Refused(
                source.name, f"has more than {INTAKE_MAIL_PARTS} parts", "Save the article's text as a text file"
            )
            return
    attached = list(_attached(message, source.name))
    body = _body(message)
    if len(body) >= _SHORTEST or not attached:
        if not body:
            yield Refused(source.name, "has no text in it", "Paste the article's text into a text file")
        else:
            yield _document(source, message, body)
    yield from attached


def _document(source: Source, message: EmailMessage, body: str) -> Document:
    sender, title, published = _header(message, "From"), _header(message, "Subject"), _sent(message)
    if (inner := forwarded(title, body)) is not None:
        sender, title, published, body = inner.sender, inner.subject or title, inner.sent, inner.body
    name = _NAME.match(sender) if sender else None
    return Document(
        source.name,
        body,
        sha256(source.content),
        "e-mail",
        title=title,
        byline=name["name"] if name else None,
        published=published,
        url=_web(_header(message, "Archived-At") or _header(message, "List-Post")),
    )


def _web(address: str | None) -> str | None:
    words = address.strip("<> ") if address else ""
    return words if words.startswith(("https://", "http://")) else None


def _header(message: EmailMessage, name: str) -> str | None:
    """A header in words. Headers that break the rules make the parser raise what its rules happen to raise."""
    try:
        return plain(str(message.get(name, "")))
    except (HeaderParseError, ValueError, IndexError, AttributeError, TypeError, KeyError):
        return None


def _sent(message: EmailMessage) -> date | None:
    """The day on which the message was sent, where it was sent."""
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _body(message: EmailMessage) -> str:
    """The text, as its sender wrote it or out of its markup."""
    best = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(best, EmailMessage):
        return ""
    words = _content(best)
    if best.get_content_subtype() == "html":
        return fragment(words)
    if len(words.strip()) < _SHORTEST and isinstance(page := message.get_body(("html",)), EmailMessage):
        return fragment(_content(page)) or words.strip()
    return words.replace("\r\n", "\n").strip()


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # a character set that nobody knows
        raw = part.get_payload(decode=True)
        return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def _attached(message: EmailMessage, name: str) -> Iterator[Found]:
    for number, part in enumerate(message.iter_attachments(), start=1):
        if not isinstance(part, EmailMessage):
            continue
        called = plain(part.get_filename()) or f"attachment {number}"
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload(0)
            if isinstance(inner, EmailMessage):
                yield Source(inside(name, f"message {number}.eml"), inner.as_bytes())
            continue
        drawn = part.get_content_maintype() in ("image", "audio", "video", "font")
        if drawn and (part.get_content_disposition() != "attachment" or "Content-ID" in part):
            continue  # a part of how the message looks: logos, tracking dots
        raw = part.get_payload(decode=True)
        if isinstance(raw, bytes) and raw:
            yield Source(inside(name, called), raw)
