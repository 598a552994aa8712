"""What lies outside of a view of a large collection's map, and what is not on the map at all."""

from collections import Counter
from collections.abc import Iterator

import pytest

from benchmarks.collection import Newsroom
from geo.dataset.filter import Filter, stated_only
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.maps.geometry import world
from geo.maps.layout import missing, reason
from geo.model import Panel, Place
from geo.store import beyond, questions, write
from geo.store.beyond import Side
from geo.store.catalogue import Outline
from geo.store.cells import Box
from geo.store.columns import standing
from geo.store.tables import Tables
from geo.store.where import Asked

VIEWS = [
    Box(5, 20, 22, 40),
    Box(-10, -30, 12, 18),
    Box(-30, 150, 30, 210),  # over the day's border: places are on the copy of the world nearest to it
    Box(20, -340, 50, -300),  # the reader has gone once around the world
]


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Newsroom().collection(200, 1_200)


@pytest.fixture(scope="module")
def tables(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tables]:
    folder = tmp_path_factory.mktemp("tables")
    write.write(folder, collection.readings, collection.geometries, links=collection.links)
    opened = Tables.open(folder)
    yield opened
    opened.close()


def side_of(place: Place, view: Box) -> Side | None:
    """The side that a place lies beyond most, by hand."""
    (west, top), (east, bottom) = world(view.north, view.west), world(view.south, view.east)
    x, y = world(place.lat or 0, place.lon or 0)
    x += round((west + east) / 2 - x)
    away = {Side.LEFT: west - x, Side.RIGHT: x - east, Side.TOP: top - y, Side.BOTTOM: y - bottom}
    most = max(away, key=away.__getitem__)
    return most if away[most] > 0 else None


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("wanted", [Filter(), Filter(words="soldiers"), Filter(inferred=False)])
def test_every_figure_outside_of_the_view_is_counted_at_one_side(
    collection: Collection, tables: Tables, view: Box, wanted: Filter
) -> None:
    counted: Counter[Side] = Counter()
    lands: dict[Side, Counter[str]] = {side: Counter() for side in Side}
    for claim in Catalogue.of(collection).select(wanted):
        place, _ = standing(claim, collection.geometries)
        side = side_of(place, view) if place else None
        if place and side:
            counted[side] += 1
            lands[side][place.countries[0] if len(place.countries) in (1, 2) else place.name] += 1
    found = beyond.beyond(tables, Asked(wanted), view)
    assert {one.side: one.cell.counts.every for one in found} == counted
    assert counted
    for one in found:
        assert set(one.cell.lands) == set(lands[one.side])
        assert lands[one.side][one.cell.lands[0]] == max(lands[one.side].values())
        (south, west), (north, east) = one.cell.bounds
        assert south <= one.cell.lat <= north
        assert west <= one.cell.lon <= east


def test_a_view_of_all_leaves_nothing_out(tables: Tables) -> None:
    assert beyond.beyond(tables, Asked(), Box(-85, -180, 85, 180)) == ()


@pytest.mark.parametrize("wanted", [Filter(), Filter(panels=frozenset({Panel.TROOPS})), Filter(inferred=False)])
def test_what_is_not_on_the_map_is_listed_in_parts_with_its_reason(
    collection: Collection, tables: Tables, wanted: Filter
) -> None:
    whole = Catalogue.of(collection)
    told = {one.claim: one for one in missing(whole, whole.select(wanted))}
    outline, found = Outline.of_tables(tables, {}), []
    for start in range(0, len(told) + 7, 7):
        rows = questions.away(tables, Asked(wanted), start, 7)
        some = outline.part([key for key, *_ in rows], [(row, article) for _, row, article in rows])
        claims = [some.claims[key] for key, *_ in rows]
        found += [reason(some, it) for it in (claims if wanted.inferred else map(stated_only, claims))]
    assert len(found) == len(told) > 7
    assert {one.claim: one for one in found} == told
    assert questions.shown(tables, Asked(wanted)).away.every == len(told)
