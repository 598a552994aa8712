"""Which border of a country is meant by its side: "its eastern border", "the southern U.S. border"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from geo.model import Place
from geo.places.border_lines import all_borders
from geo.places.gazetteer import Gazetteer
from geo.places.regions import extent

ASIDE = 0.7
"""How far on one side a border must lie, as a share of how far it lies on any: Guatemala is south of Mexico too."""
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def most(votes: Counter[str], among: Iterable[str]) -> str | None:
    """The country that is named most of those ``among``; none where two are named as often."""
    ranked = Counter({code: votes[code] for code in among if votes[code]}).most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def on_side(
    owner: str, others: Sequence[str], side: str | None, votes: Counter[str], gazetteer: Gazetteer
) -> tuple[Place | None, str]:
    """ "Its eastern border", of the country ``owner``; ``others`` are countries that the sentence names too, and
    ``votes`` how often the article names each."""
    beside = gazetteer.neighbours(owner)
    there = towards(owner, side, gazetteer)
    back = towards(owner, _OPPOSITE.get(side or ""), gazetteer)
    fitting = [code for code in others if code in beside and code not in back] or there
    if len(fitting) > 1 and (about := most(votes, there)):
        return gazetteer.border(owner, about), "the neighbour on that side that the article is about"
    if len(fitting) == 1:
        return gazetteer.border(owner, fitting[0]), "the neighbour on that side"
    return all_borders(owner, gazetteer), "the text does not say with which neighbour"


def towards(code: str, side: str | None, gazetteer: Gazetteer) -> list[str]:
    """The neighbours whose border lies on one side of a country, seen from the middle of its land."""
    land = extent(code, gazetteer)
    found = []
    for other in gazetteer.neighbours(code):
        border = gazetteer.border(code, other)
        if land is None or border is None:
            continue
        x, y = land.at(border)
        away = {"north": y - 0.5, "south": 0.5 - y, "east": x - 0.5, "west": 0.5 - x}
        parts = (side or "").split("-")
        if all(part in away and away[part] > 0 for part in parts) and away[parts[0]] >= ASIDE * max(away.values()):
            found.append(other)
    return found
