"""What a file is: by its first bytes where they tell, else by the end of its name."""

import zlib
from enum import StrEnum
from pathlib import PurePosixPath


class Format(StrEnum):
    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "web page"
    PDF = "PDF"
    WORD = "Word"
    MAIL = "e-mail"
    MAILBOX = "mailbox"
    FEED = "feed"
    TABLE = "table"
    LINES = "JSON lines"
    ARCHIVE = "web archive"
    ZIP = "zip"


SUFFIXES = {
    ".txt": Format.TEXT, ".text": Format.TEXT,
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN,
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.WORD, ".docm": Format.WORD,
    ".eml": Format.MAIL,
    ".mbox": Format.MAILBOX, ".mbx": Format.MAILBOX,
    ".rss": Format.FEED, ".atom": Format.FEED,
    ".csv": Format.TABLE, ".tsv": Format.TABLE,
    ".jsonl": Format.LINES, ".ndjson": Format.LINES, ".json": Format.LINES,
    ".warc": Format.ARCHIVE,
    ".zip": Format.ZIP,
}  # fmt: skip

ELSEWHERE = {
    ".doc": "is in the old Word format", ".rtf": "is rich text", ".odt": "is an OpenDocument text",
    ".pages": "is a Pages document", ".epub": "is a book", ".xlsx": "is a spreadsheet", ".xls": "is a spreadsheet",
    ".ods": "is a spreadsheet", ".pptx": "is a slide show", ".ppt": "is a slide show",
    ".gz": "is packed with gzip", ".bz2": "is packed with bzip2", ".xz": "is packed with xz", ".7z": "is a 7z archive",
    ".rar": "is a RAR archive", ".tar": "is a tar archive", ".tgz": "is packed with gzip", ".msg": "is an Outlook item",
    ".png": "is a picture", ".jpg": "is a picture", ".jpeg": "is a picture", ".gif": "is a picture",
    ".webp": "is a picture", ".tif": "is a picture", ".tiff": "is a picture", ".heic": "is a picture",
    ".svg": "is a picture", ".mp3": "is a recording", ".mp4": "is a film", ".mov": "is a film",
    ".wav": "is a recording", ".mhtml": "is a page saved as MHTML", ".mht": "is a page saved as MHTML",
    ".css": "is a part of a saved page", ".js": "is a part of a saved page", ".woff": "is a part of a saved page",
    ".woff2": "is a part of a saved page", ".ttf": "is a font", ".ico": "is a picture",
}  # fmt: skip
"""What cannot be read, said so that its owner recognises it."""

TAKEN = (
    "text, Markdown, HTML, PDF, Word (.docx), e-mail (.eml, .mbox), RSS or Atom, CSV, JSON lines, "
    "WARC (.warc.gz too) or a zip of these"
)

_HEAD = 4_096
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*")
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf")
_PAGES = (b"<!doctype html", b"<html")
WEB_ARCHIVE, GZIP = b"WARC/", b"\x1f\x8b"
"""How every record of a web archive opens, and what is packed with gzip."""


def suffix(name: str) -> str:
    return PurePosixPath(name.rpartition(" › ")[2].replace("\\", "/")).suffix.lower()


def format_of(name: str, content: bytes) -> Format | str:
    """The format of ``content``, or why it has none that is read ("is a picture")."""
    head, ending = content[:_HEAD], suffix(name)
    named = SUFFIXES.get(ending)
    if _is_archive(head):
        return Format.ARCHIVE
    if b"%PDF-" in head[:1024] and named not in (Format.TEXT, Format.MAIL, Format.MAILBOX):
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(ending, content)
    if elsewhere := "is a picture" if head.startswith(_PICTURES) else ELSEWHERE.get(ending):
        return elsewhere
    if named in (Format.PDF, Format.WORD, Format.ZIP, Format.ARCHIVE):
        return f"is named {ending} and is none"
    return named or _told(head)


def _is_archive(head: bytes) -> bool:
    """Whether a file, or what gzip packed in it, opens as a web archive does."""
    if not head.startswith(GZIP):
        return head.startswith(WEB_ARCHIVE)
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, len(WEB_ARCHIVE)) == WEB_ARCHIVE
    except zlib.error:
        return False


def _packed(ending: str, content: bytes) -> Format | str:
    if ending in ELSEWHERE:
        return ELSEWHERE[ending]
    return Format.WORD if ending in (".docx", ".docm") or b"word/document.xml" in content else Format.ZIP


def _told(head: bytes) -> Format | str:
    """By what a file opens with, where its name says nothing."""
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if opening.startswith(_PAGES):
        return Format.HTML
    if opening.startswith(b"<?xml") or opening.startswith(_FEEDS):
        if any(mark in opening for mark in _FEEDS):
            return Format.FEED
        return Format.HTML if b"<html" in opening else "is XML, but no feed and no page"
    if head.startswith(b"From ") and b"\n" in head:
        return Format.MAILBOX
    return "is no text" if b"\x00" in head else Format.TEXT
