"""The one defence: whatever a text holds, the script stays the script, and the browser gets the same text back."""

import json
import re
from typing import Any

from branca.element import Element
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.escape import script_literal

ALLOWED = re.compile(r"""JSON\.parse\('(?:[A-Za-z0-9 ,.:"\[\]+-]|\\u[0-9a-f]{4})*'\)""")
ANY_TEXT = st.text(st.characters(codec=None))  # lone surrogates too
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
)


def as_browser_reads(literal: str) -> Any:
    """What JavaScript makes of the literal: unit by unit, then JSON.parse."""
    inner = literal.removeprefix("JSON.parse('").removesuffix("')")
    return json.loads(re.sub(r"\\u([0-9a-f]{4})", lambda unit: chr(int(unit[1], 16)), inner))


def utf16(value: Any) -> Any:
    """``value`` with each text as JavaScript holds it, in UTF-16 code units."""
    match value:
        case str():
            units = value.encode("utf-16-be", "surrogatepass")
            return [high * 256 + low for high, low in zip(units[::2], units[1::2], strict=True)]
        case dict():
            return [[utf16(key), utf16(item)] for key, item in value.items()]
        case list():
            return [utf16(item) for item in value]
    return value


@given(ANY_JSON)
def test_the_literal_holds_nothing_that_means_anything(value: Any) -> None:
    assert ALLOWED.fullmatch(script_literal(value))


@given(ANY_JSON)
def test_the_browser_reads_the_same_value(value: Any) -> None:
    assert utf16(as_browser_reads(script_literal(value))) == utf16(value)


@given(ANY_TEXT)
def test_folium_compiling_it_again_changes_nothing(text: str) -> None:
    literal = script_literal({"text": text})
    assert Element(literal).render() == literal


def test_what_streamlit_folium_looks_for_never_stands_in_it() -> None:
    literal = script_literal(["map_div2", "alert(coords);", "_abc123", "{{ 'name' }}", "maps/abc/", "</script>"])
    assert not [sign for sign in ("_", "(coords", "{", "/", "<") if sign in literal]
