"""Rows as a spreadsheet and as a typed table."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import BinaryIO
from unicodedata import normalize

import pyarrow as pa
from pyarrow import parquet

from geo.sharing.dictionary import FIELDS, Field, Kind
from geo.sharing.rows import Cell, Row
from geo.wording.letters import UNSEEN, unturned

_FORMULA = frozenset("=+-@|")
"""What makes a spreadsheet take a cell for a formula, or a program to start (OWASP, CSV injection)."""


def as_csv(rows: Sequence[Row]) -> bytes:
    """As ``write_csv``."""
    written = io.BytesIO()
    write_csv([rows], written)
    return written.getvalue()


def write_csv(parts: Iterable[Sequence[Row]], file: BinaryIO) -> None:
    """RFC 4180, UTF-8 with a byte order mark (without it spreadsheets take UTF-8 for a local code page).

    Words that a spreadsheet would calculate begin with an apostrophe here; letters that turn others are left out.
    """
    file.write(BOM_UTF8)
    headed = False
    for rows in parts:
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        if rows and not headed:
            writer.writerow(rows[0])
            headed = True
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
        file.write(text.getvalue().encode())


def as_parquet(rows: Sequence[Row]) -> bytes:
    """As ``write_parquet``."""
    written = io.BytesIO()
    write_parquet([rows], written)
    return written.getvalue()


def write_parquet(parts: Iterable[Sequence[Row]], file: BinaryIO) -> None:
    """Apache Parquet: numbers and dates typed, unknown values null; each column with its meaning in its metadata."""
    meant = {field.name: field for field in FIELDS}
    filled = (rows for rows in parts if rows)
    first = next(filled, [])
    schema = pa.schema([_column(meant[name]) for name in first[0]] if first else [])
    with parquet.ParquetWriter(file, schema) as writer:
        for rows in chain([first], filled):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _column(field: Field) -> pa.Field:
    """A date stays a date: a timestamp would invent a time of day."""
    kinds = {Kind.WHOLE: pa.int64(), Kind.NUMBER: pa.float64(), Kind.TRUTH: pa.bool_(), Kind.DATE: pa.date32()}
    return pa.field(field.name, kinds.get(field.kind, pa.string()), metadata={"description": field.about})


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case str():
            words = unturned(value)
            return f"'{words}" if _is_formula(words) else words
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _is_formula(words: str) -> bool:
    """Whether a spreadsheet may calculate ``words``: some skip what is not seen, and some read full-width signs."""
    begins = UNSEEN.match(words)
    first = words[begins.end() :][:1] if begins else ""
    return words[:1] in ("\t", "\r", "\n") or normalize("NFKC", first) in _FORMULA
