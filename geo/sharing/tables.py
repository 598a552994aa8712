"""Rows as a spreadsheet and as a typed table."""

import csv
import io
from datetime import date

import pyarrow as pa
from pyarrow import parquet

from geo.sharing.dictionary import FIELDS, Field, Kind
from geo.sharing.rows import Cell, Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection)."""


def as_csv(rows: list[Row]) -> bytes:
    """RFC 4180, UTF-8 with a byte order mark (without it spreadsheets take UTF-8 for a local code page).

    Words that a spreadsheet would calculate begin with an apostrophe here.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_parquet(rows: list[Row]) -> bytes:
    """Apache Parquet: numbers and dates typed, unknown values null; each column with its meaning in its metadata."""
    meant = {field.name: field for field in FIELDS}
    table = pa.Table.from_pylist(rows, schema=pa.schema([_column(meant[name]) for name in rows[0]] if rows else []))
    written = io.BytesIO()
    parquet.write_table(table, written)
    return written.getvalue()


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
        case str() if value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA[:4]):
            return f"'{value}"
        case date():
            return value.isoformat()
        case _:
            return str(value)
