"""Rows as a spreadsheet and as a typed table."""

import csv
import io
from datetime import date
from unicodedata import normalize

import pandas as pd

from geo.sharing.rows import Cell, Row
from geo.wording.letters import UNSEEN, unturned

_FORMULA = frozenset("=+-@|")
"""What makes a spreadsheet take a cell for a formula, or a program to start (OWASP, CSV injection)."""

INTEGERS = ("low", "high", "start", "end")
NUMBERS = ("latitude", "longitude", "radius_km", "place_sure", "date_sure", "frame_sure")
YES_OR_NO = ("place_stated",)
DATES = ("happened_first", "happened_last", "as_of", "reported", "published")


def as_csv(rows: list[Row]) -> bytes:
    """RFC 4180, UTF-8 with a byte order mark (without it spreadsheets take UTF-8 for a local code page).

    Words that a spreadsheet would calculate begin with an apostrophe here; letters that turn others are left out.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_parquet(rows: list[Row]) -> bytes:
    """Apache Parquet: numbers and dates typed, unknown values null."""
    table = pd.DataFrame(rows)
    for name in table.columns:
        if name in INTEGERS:
            table[name] = table[name].astype("Int64")
        elif name in NUMBERS:
            table[name] = table[name].astype("Float64")
        elif name in YES_OR_NO:
            table[name] = table[name].astype("boolean")
        elif name not in DATES:  # dates stay Python dates, which become DATE; a timestamp would invent a time of day
            table[name] = table[name].astype("string")
    written = io.BytesIO()
    table.to_parquet(written, engine="pyarrow", index=False)
    return written.getvalue()


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
