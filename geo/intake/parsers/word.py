"""A Word document: its paragraphs, lists and tables. Macros, pictures and links in it are left where they are."""

import io
from collections.abc import Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from geo.intake.document import Document, Found, Refused, Source, sha256
from geo.intake.parsers.heads import plain, property_author
from geo.intake.parsers.markup import fragment
from geo.intake.parsers.unzip import refusal
from geo.limits import INTAKE_WORD_PART_BYTES

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES = "docProps/core.xml"


def word(source: Source) -> Iterator[Found]:
    import mammoth

    try:
        with ZipFile(io.BytesIO(source.content)) as packed:
            why = refusal(packed) or _hostile(packed)
            properties = _properties(packed) if why is None else None
    except (BadZipFile, OSError, KeyError, ValueError, NotImplementedError):
        yield Refused(source.name, "is a damaged Word document", "Open it in Word and save it again")
        return
    if why is not None:
        yield Refused(source.name, why, "Save the article's text as a text file")
        return
    made = mammoth.convert_to_html(
        io.BytesIO(source.content),
        convert_image=mammoth.images.img_element(lambda _: {}),
        external_file_access=False,
        ignore_empty_paragraphs=True,
    )
    body = fragment(made.value)
    if not body:
        yield Refused(source.name, "has no text in it", "Paste the article's text into a text file")
        return
    parser = f"Word (mammoth {version('mammoth')})"
    title, author = (_told(properties, name) for name in ("title", "creator"))
    byline = property_author(author, body)
    yield Document(source.name, body, sha256(source.content), parser, title=title, byline=byline)


def _hostile(packed: ZipFile) -> str | None:
    """No part is so large, and none declares entities: Word writes none."""
    for part in packed.infolist():
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        if part.file_size > INTAKE_WORD_PART_BYTES:
            return f"has a part of more than {INTAKE_WORD_PART_BYTES // 1_000_000} MB"
        with packed.open(part) as opened:
            content = opened.read(INTAKE_WORD_PART_BYTES + 1)
        if len(content) > INTAKE_WORD_PART_BYTES:
            return f"has a part of more than {INTAKE_WORD_PART_BYTES // 1_000_000} MB"
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"<\x00!\x00" in content:
            return "declares XML entities, which no Word document does"
    return None


def _properties(packed: ZipFile) -> "_Element | None":
    """What its author said of the document, where anything is said."""
    from lxml import etree

    if _PROPERTIES not in packed.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(packed.read(_PROPERTIES), parser)
    except etree.XMLSyntaxError:
        return None


def _told(properties: "_Element | None", name: str) -> str | None:
    """One of the properties, by its name in Dublin Core."""
    if properties is None:
        return None
    return plain(properties.findtext(f"{{http://purl.org/dc/elements/1.1/}}{name}"))
