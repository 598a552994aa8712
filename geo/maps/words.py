"""What the map says about a figure: a short line for labels and one line for the tooltip.

Rule 1 of the product: never a bare number. Both are made of the words that every other output has
(geo.wording.described), cut to the room that a map has.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from geo.maps.figures import Figure
from geo.model import Place, PlaceKind
from geo.wording import claims as wording
from geo.wording.claims import flat
from geo.wording.described import Described

LONGEST = 90
"""Characters of a text from an article that the map shows; the evidence card has the whole sentence."""


_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of text: with them a name could turn the figure behind it around."""


def cut(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line, shortened with an ellipsis."""
    line = _TURNS.sub("", flat(text))
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def tip(where: str, told: Described) -> str:
    """ "The crossing – several hundred soldiers fled · AFP · June 2021"."""
    return " · ".join((f"{cut(where)} – {short(told)}", cut(told.said), told.when))


def short(told: Described) -> str:
    """The figure for a label: "several hundred soldiers fled"."""
    return cut(told.short)


def heading(place: Place) -> str:
    """The name as a heading: "borders of Chad" begins with a capital here."""
    line = cut(place.name, 60)
    return line[:1].upper() + line[1:]


def regions(groups: Sequence[Sequence[Figure]], places: Mapping[str, Place], countries: Mapping[str, str]) -> list[str]:
    """What groups of places of a map of the world are called: the one place, or the countries of its figures, that with
    most of them first ("Syria and 1 more"; "Libya, 2 places"). Of several groups in a country the fullest has its name,
    the others that of the place in it that most figures are about ("Khartoum and 4 more")."""
    found = [_ranked(figures, places, countries) for figures in groups]
    several = [number for number, figures in enumerate(groups) if len({it.place for it in figures}) > 1]
    first = {found[number][0]: number for number in sorted(several, key=lambda it: len(groups[it]))}
    return [
        _region(figures, places, ranked if first.get(ranked[0], number) == number else [])
        for number, (figures, ranked) in enumerate(zip(groups, found, strict=True))
    ]


def shortened(name: str) -> str:
    """What a group is called where there is no room for more: "Sudan +3" for "Sudan and 3 more"."""
    return re.sub(r" and ([\d,]+) more$", r" +\1", re.sub(r", [\d,]+ places$", "", name))


def _region(figures: Sequence[Figure], places: Mapping[str, Place], ranked: Sequence[str]) -> str:
    there = Counter(figure.place for figure in figures)
    if len(there) == 1:
        return heading(places[figures[0].place])
    if len(ranked) == 1:
        return f"{ranked[0]}, {wording.number(len(there), 'place')}"
    if not ranked:
        whole = {it for it in there if places[it].kind is PlaceKind.COUNTRY}
        fullest = sorted(there, key=lambda it: (it in whole, -there[it], heading(places[it])))
        ranked = [heading(places[it]) for it in fullest]
    return f"{ranked[0]} and {len(ranked) - 1:,} more"


def _ranked(figures: Sequence[Figure], places: Mapping[str, Place], countries: Mapping[str, str]) -> list[str]:
    """The countries of some figures, that with most of them first."""
    counts: Counter[str] = Counter()
    for figure in figures:
        place = places[figure.place]
        codes = place.countries if 0 < len(place.countries) < 3 else ("",)
        counts.update(countries.get(code) or heading(place) for code in codes)
    return sorted(counts, key=lambda name: (-counts[name], name))
