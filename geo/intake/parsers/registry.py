"""Which parser reads which format."""

from collections.abc import Iterator

from geo.intake.document import Document, Found, Parser, Refused, Source
from geo.intake.formats import TAKEN, Format, format_of
from geo.intake.parsers.feed import feed
from geo.intake.parsers.mail import mail, mailbox
from geo.intake.parsers.page import page
from geo.intake.parsers.pdf import pdf
from geo.intake.parsers.plain import markdown, text
from geo.intake.parsers.table import lines, table
from geo.intake.parsers.unzip import unzip
from geo.intake.parsers.warc import warc
from geo.intake.parsers.word import word
from geo.intake.tidy import tidied
from geo.limits import INTAKE_CHARACTERS

PARSERS: dict[Format, Parser] = {
    Format.TEXT: text,
    Format.MARKDOWN: markdown,
    Format.HTML: page,
    Format.PDF: pdf,
    Format.WORD: word,
    Format.MAIL: mail,
    Format.MAILBOX: mailbox,
    Format.FEED: feed,
    Format.TABLE: table,
    Format.LINES: lines,
    Format.ARCHIVE: warc,
    Format.ZIP: unzip,
}


def parse(source: Source) -> Iterator[Found]:
    """All that ``source`` holds. Whatever a library raises goes on: it ends the process that parses, and only that."""
    found = format_of(source.name, source.content)
    if not isinstance(found, Format):
        yield Refused(source.name, found, f"Save it as {TAKEN}")
        return
    for item in PARSERS[found](source):
        if isinstance(item, Document) and len(item.body) > INTAKE_CHARACTERS:
            yield Refused(item.name, f"has more than {INTAKE_CHARACTERS:,} characters", "Keep one article in one file")
        else:
            yield tidied(item) if isinstance(item, Document) else item
