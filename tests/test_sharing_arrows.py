"""Movements in a picture: soft where an end is a whole country, one for all between the same two places."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from geo import marks
from geo.dataset.query import Catalogue
from geo.maps.layout import layout
from geo.model import Claim, Place, Population, Role
from geo.sharing.picture import legend
from geo.sharing.picture.arrows import bundled
from geo.sharing.picture.map_picture import map_picture
from tests import made

SVG = "{http://www.w3.org/2000/svg}"
WEST, EAST = made.area("Westland", 5, 3, "AA"), made.area("Eastland", 5, 13, "BB")
SHAPES = {WEST.id: made.box(0, 0, 8, 10), EAST.id: made.box(8, 0, 16, 10)}
TOWN = made.point("Town", 5, 7, "AA")


def moved(start: Place, end: Place, value: int, population: Population = Population.TROOPS) -> Claim:
    claim = made.claim([(Role.FROM, start), (Role.TO, end)], value=value, words=f"{value:,}")
    return replace(claim, population=population)


def drawn(*claims: Claim) -> tuple[Catalogue, ET.Element]:
    catalogue = Catalogue.of(made.collection(claims, SHAPES))
    return catalogue, ET.fromstring(map_picture(catalogue, claims))  # noqa: S314 - our own


def firm(root: ET.Element) -> list[tuple[float, float]]:
    """(share of the way, opacity) of the one arrow."""
    (gradient,) = root.iter(f"{SVG}linearGradient")
    shafts = [path for path in root.iter(f"{SVG}path") if path.get("stroke") == f"url(#{gradient.get('id')})"]
    assert len(shafts) == 1
    return [(float(it.get("offset", "")), float(it.get("stop-opacity", ""))) for it in gradient]


def test_an_arrow_is_firm_at_a_town_and_soft_in_a_country() -> None:
    _, root = drawn(moved(TOWN, EAST, 500))
    assert firm(root) == [(0.7, 1.0), (1.0, 0.45)]


def test_no_dotted_arrow_crosses_a_stretch_of_border() -> None:
    """No crossing point is stated: there it is not drawn."""
    _, root = drawn(moved(WEST, EAST, 500))
    gap = [share for share, opacity in firm(root) if opacity == 0]
    assert gap[0] < gap[1]
    assert gap[0] <= 0.5 <= gap[1]


def test_where_a_border_winds_the_way_is_left_out_from_the_first_crossing_to_the_last() -> None:
    """The arrow of the seeds went over one stretch of border, and was left out at the next."""
    shapes = {
        WEST.id: {
            "type": "MultiPolygon",
            "coordinates": [made.box(0, 0, 8, 10)["coordinates"], made.box(8.7, 0, 9.6, 10)["coordinates"]],
        },
        EAST.id: {
            "type": "MultiPolygon",
            "coordinates": [made.box(8, 0, 8.7, 10)["coordinates"], made.box(9.6, 0, 16, 10)["coordinates"]],
        },
    }
    claims = [moved(WEST, EAST, 500)]
    root = ET.fromstring(map_picture(Catalogue.of(made.collection(claims, shapes)), claims))  # noqa: S314 - our own
    gap = [share for share, opacity in firm(root) if opacity == 0]
    assert len(gap) == 2
    first, last = ((at - 3) / 10 for at in (8, 9.6))
    assert gap[0] <= first < last <= gap[1]


def test_an_arrow_between_towns_is_whole() -> None:
    _, root = drawn(moved(TOWN, made.point("Port", 5, 12, "BB"), 500))
    assert list(root.iter(f"{SVG}linearGradient")) == []


def test_movements_between_the_same_places_are_one_arrow_with_their_number() -> None:
    claims = [moved(WEST, EAST, value) for value in (300, 900, 500)]
    catalogue, root = drawn(*claims)
    (group,) = [it for it in root.iter(f"{SVG}g") if " " in (it.get("data-claim") or "")]
    assert set(str(group.get("data-claim")).split()) == {claim.id for claim in claims}
    assert [text.text for text in group.iter(f"{SVG}text")] == ["3"]
    assert marks.COUNT in [key.words for key in legend.keys(layout(catalogue, claims))]


def test_what_differs_in_colour_or_kind_stays_apart() -> None:
    claims = [moved(WEST, EAST, 300), moved(WEST, EAST, 900, Population.REFUGEES)]
    catalogue, root = drawn(*claims)
    assert len(list(root.iter(f"{SVG}linearGradient"))) == 2
    assert [len(it.figures) for it in bundled(layout(catalogue, claims))] == [1, 1]
    assert marks.COUNT not in [key.words for key in legend.keys(layout(catalogue, claims))]


def test_where_each_has_its_circle_no_number_is_written() -> None:
    claims = [moved(TOWN, EAST, 300), moved(TOWN, EAST, 900)]
    catalogue, _ = drawn(*claims)
    (bundle,) = bundled(layout(catalogue, claims))
    assert len(bundle.figures) == 2
    assert not bundle.tagged


def test_an_inferred_end_with_a_symbol_has_one_ring() -> None:
    """Where two had fled from an inferred town, a third and larger ring lay around both of their circles."""
    claim = moved(TOWN, EAST, 300)
    claim = replace(claim, places=(replace(claim.places[0], stated=False), claim.places[1]))
    _, root = drawn(claim)
    dotted = [it for it in root.iter(f"{SVG}circle") if it.get("stroke-dasharray") == "0.1 3.4"]
    assert len(dotted) == 2  # the other is in the legend


def test_a_figure_keeps_its_size_whatever_else_is_shown() -> None:
    """Beside rings, or under a filter, the picture drew small figures as large as the largest of the page."""
    few, many = (
        made.claim([(Role.AT, TOWN)], value=300),
        made.claim([(Role.AT, made.point("Port", 5, 12, "BB"))], value=90_000),
    )
    catalogue = Catalogue.of(made.collection([few, many], SHAPES))

    def radius(*shown: Claim) -> float:
        root = ET.fromstring(map_picture(catalogue, shown))  # noqa: S314 - our own
        (own,) = (it for it in root.iter(f"{SVG}g") if it.get("data-claim") == few.id)
        return float(next(own.iter(f"{SVG}circle")).get("r", 0))

    assert radius(few) == radius(few, many)
