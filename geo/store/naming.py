"""What the symbols of a large collection's map are called, as on the map of any other (geo.maps.words.regions)."""

from collections.abc import Mapping, Sequence

from geo.measures import WORLD_ZOOM
from geo.store import decided
from geo.store.catalogue import Outline
from geo.store.cells import Cell
from geo.wording import claims as wording
from geo.wording.countries import country
from geo.wording.described import described


def called(cells: Sequence[Cell], zoom: float, outline: Outline) -> list[str]:
    """The place of each symbol, or what stands for its places: "Libya, 6 places", "Somalia and 3 more" (countries), and
    within one country "Goma and 4 more"; of several in one country only the fullest has its name."""
    leading: dict[str, Cell] = {}
    for cell in cells:  # the fullest first
        if cell.places > 1:
            leading.setdefault(cell.lands[0], cell)
    return [_called(cell, outline, leads=leading.get(cell.lands[0]) is cell, world=zoom < WORLD_ZOOM) for cell in cells]


def region(cell: Cell, outline: Outline) -> str:
    """What is called by its countries alone, wherever it lies: "Sudan and 3 more", "Libya, 2 places"; or its one
    place."""
    return _called(cell, outline, leads=True, world=True)


def _called(cell: Cell, outline: Outline, *, leads: bool, world: bool) -> str:
    own = wording.sentence_case(cell.name)
    if cell.places == 1:
        return own
    land = country(outline, cell.lands[0])
    if len(cell.lands) > 1 and (leads or not world):
        return f"{land} and {len(cell.lands) - 1:,} more"
    if (leads and world) or own == land:
        return f"{land}, {wording.number(cell.places, 'place')}"
    return f"{own} and {cell.places - 1:,} more"


def labels(cells: Sequence[Cell], outline: Outline) -> Mapping[str, str]:
    """The words of the figures (ids) that have a symbol of their own and that the editor has written before all others;
    none for those that are never to be written."""
    chosen = decided.labels(outline.tables, [cell.claim for cell in cells if cell.claim])
    shown = [key for key, words in chosen.items() if words == "shown"]
    some = outline.part(shown) if shown else None
    words = {key: described(some, some.claims[key]).short for key in shown if key in some.claims} if some else {}
    return {key: words.get(key, "") for key in chosen}
