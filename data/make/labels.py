"""What places are called on the page: the common English name, without the dots and bars of a transliteration.

data/exonyms.csv names what English news calls a place where GeoNames or Natural Earth print another name. Elsewhere the
printed name loses its diacritics in countries whose languages are not customarily written with Latin letters: "Herāt"
is spelled "Herat", "Łódź" stays as it is.
"""

import unicodedata
from typing import Any

from rows import Row, table

from geo.places.names import fold

NOT_LATIN = frozenset(
    """
AE AF AM BD BG BH BT BY CN CY DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR MV NP
OM PK PS QA RU SA SD SS SO SY TD TH TJ TM TN TW UA UZ YE
""".split()
)
"""Countries whose names reach English by transliteration (or, as Somalia's, are printed in English without marks)."""
FRENCH = frozenset("DZ MA MR TD TN LB".split())
"""Of these, the ones whose names are printed in French spelling: acute and grave accents stay, "Abéché"."""

_MARKS = frozenset("ʻʼʿʾ‘’`´")
_ACCENTS = frozenset("\u0300\u0301\u0302\u0308\u0327")


def plain(name: str, country: str) -> str:
    """``name`` as English news spells it in this country.

    >>> plain("Herāt", "AF"), plain("Khān Yūnis", "PS"), plain("Łódź", "PL"), plain("Abéché", "TD")
    ('Herat', 'Khan Yunis', 'Łódź', 'Abéché')
    """
    if country not in NOT_LATIN:
        return name
    kept = _ACCENTS if country in FRENCH and not _is_transliteration(name) else frozenset()
    letters = unicodedata.normalize("NFD", name.replace("ı", "i").replace("ə", "a").replace("Ə", "A"))
    bare = "".join(x for x in letters if x not in _MARKS and (not unicodedata.combining(x) or x in kept))
    return unicodedata.normalize("NFC", bare).strip() or name


def _is_transliteration(name: str) -> bool:
    """Whether a name has letters that French does not: macrons, dots below."""
    return any(unicodedata.combining(x) and x not in _ACCENTS for x in unicodedata.normalize("NFD", name))


def relabel(cities: list[dict[str, Any]], rows: list[Row]) -> dict[str, str]:
    """Give towns and other places their common names; the names that this replaced, by id, which stay first names too.

    A name that only lost its marks folds to the same key and is not in the answer.
    """
    common = {entry["id"]: entry["name"] for entry in table("exonyms")}
    former: dict[str, str] = {}
    for city in cities:
        code = f"gn:{city['geonameid']}"
        printed = city["name"]
        city["name"] = common.pop(code, None) or plain(printed, city["countrycode"])
        if fold(city["name"]) != fold(printed):
            former[code] = printed
    for row in rows:
        printed = row.name
        row.name = common.pop(row.id, None) or plain(printed, row.countries)
        row.names = row.names | {printed, row.name}
        if fold(row.name) != fold(printed):
            former[row.id] = printed
    if common:
        raise SystemExit(f"data/exonyms.csv names places that do not exist: {sorted(common)}")
    return former
