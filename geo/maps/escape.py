"""The one defence between text that others wrote and the script that Folium makes.

Folium and branca compile the finished script once more as a Jinja template, streamlit-folium edits it with regular
expressions and replacements (``map_div``, ``_[a-z0-9]+``, ``alert(coords);``), and the browser runs it. So no character
that means anything to any of them may reach the script. ``script_literal`` is the only way by which data enters it;
on the other side the map puts text on the page with ``textContent`` only.
"""

import json
import re
from typing import Any

_NOT_PLAIN = re.compile(r'[^A-Za-z0-9 ,.:"\[\]+-]')


def script_literal(value: Any) -> str:
    """``value`` (anything JSON can hold) as a JavaScript expression that yields it again: ``JSON.parse('...')``.

    Between the quotes stand only ASCII letters, digits, space and ``, . : " [ ] + -``; every other character is written
    as ``\\uXXXX`` (UTF-16 code units, lone surrogates included). There is no brace, quote, angle bracket, underscore or
    backslash other than that of ``\\u``. Raises ValueError for NaN and infinity, TypeError for what JSON cannot hold.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return f"JSON.parse('{_NOT_PLAIN.sub(_code_units, text)}')"


def _code_units(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True))
