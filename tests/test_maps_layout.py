"""Which form a claim takes on the map, and why one takes none."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.maps.figures import Figure, Form
from geo.maps.geometry import distance, holds, outlines
from geo.maps.layout import MOST_LANES, layout, missing
from geo.maps.window import WORLD
from geo.marks import Fill, Line, Mark, mark
from geo.model import (
    Action,
    Basis,
    Claim,
    Panel,
    Place,
    PlaceKind,
    Population,
    Precision,
    Role,
    Span,
    Status,
    StatusMark,
)
from tests import made

TOWN = made.point("Town", 10.0, 10.0, "AA")
OTHER = made.point("Other", 12.0, 11.0, "AA")
CAMP = made.circle("Camp", 10.5, 10.5, 15)
HERE = made.area("Here", 10.0, 10.0, "AA")
THERE = made.area("There", 10.0, 20.0, "BB")
BORDER = made.line("Border", 10.0, 15.0, "AA", "BB")
LOST = made.nowhere("Lost", "two places of that name")
SHAPES = {
    HERE.id: made.box(5, 5, 15, 15),
    THERE.id: made.box(15, 5, 25, 15),
    BORDER.id: {"type": "LineString", "coordinates": [[15, 5], [15, 10], [15, 15]]},
}


def drawn(*places: tuple[Role, Place], **changes: object) -> Figure:
    claim = made.claim(places, **changes)
    view = layout(Catalogue.of(made.collection([claim], SHAPES)), [claim])
    assert view.tray == ()
    (figure,) = view.figures
    return figure


@pytest.mark.parametrize(
    ("place", "form"), [(TOWN, Form.CIRCLE), (CAMP, Form.CIRCLE), (HERE, Form.ROW), (BORDER, Form.ROW)]
)
def test_precision_decides_the_form(place: Place, form: Form) -> None:
    figure = drawn((Role.AT, place))
    assert (figure.form, figure.place, figure.path) == (form, place.id, None)


def test_the_finest_place_wins_over_the_first() -> None:
    assert drawn((Role.AT, HERE), (Role.AT, BORDER), (Role.AT, CAMP), (Role.AT, TOWN)).place == CAMP.id


def test_from_a_point_into_a_country_ends_just_inside() -> None:
    east = made.point("East", 10.0, 14.5, "AA")
    figure = drawn((Role.FROM, east), (Role.TO, THERE))
    assert figure.form is Form.ARROW
    assert figure.path is not None
    start, end = figure.path
    assert start == (10.0, 14.5)
    assert holds(outlines(SHAPES[THERE.id]), end)
    assert 90 < distance(start, end) < 200
    assert not figure.dotted
    assert figure.place == east.id


def test_arrows_between_the_same_two_places_part() -> None:
    east = made.point("East", 10.0, 14.5, "AA")
    claims = [made.claim([(Role.FROM, east), (Role.TO, THERE)]) for _ in range(3)]
    view = layout(Catalogue.of(made.collection(claims, SHAPES)), claims)
    assert [figure.lane for figure in view.figures] == [0, 1, 2]
    assert len({figure.path for figure in view.figures}) == 3


def test_many_arrows_between_two_places_share_ends() -> None:
    east = made.point("East", 10.0, 14.5, "AA")
    claims = [made.claim([(Role.FROM, east), (Role.TO, THERE)]) for _ in range(40)]
    view = layout(Catalogue.of(made.collection(claims, SHAPES)), claims)
    assert {figure.ends for figure in view.figures} == {(east.id, THERE.id)}
    assert len({figure.path for figure in view.figures}) <= MOST_LANES


@pytest.mark.parametrize("place", [TOWN, CAMP, HERE, BORDER])
def test_from_a_place_to_itself_is_no_arrow(place: Place) -> None:
    figure = drawn((Role.FROM, place), (Role.TO, place))
    assert (figure.form is Form.ARROW, figure.place, figure.path, figure.ends) == (False, place.id, None, None)


def test_two_names_for_one_spot_are_no_arrow() -> None:
    figure = drawn((Role.FROM, TOWN), (Role.TO, replace(TOWN, id="at:also", name="Also")))
    assert (figure.form, figure.place) == (Form.CIRCLE, "at:also")


def test_figures_of_two_panels_at_one_place_both_stand_there() -> None:
    claims = [made.claim([(Role.AT, TOWN)], population=kind) for kind in (Population.TROOPS, Population.REFUGEES)]
    view = layout(Catalogue.of(made.collection(claims, SHAPES)), claims)
    assert [(figure.place, figure.panel) for figure in view.figures] == [
        (TOWN.id, Panel.TROOPS),
        (TOWN.id, Panel.DISPLACED),
    ]


def test_a_tiny_country_and_a_huge_one_are_rows_not_circles() -> None:
    tiny, huge = made.area("Tiny", 43.7, 7.4, "MC"), made.area("Huge", 61.0, 100.0, "RU")
    shapes = {tiny.id: made.box(7.40, 43.72, 7.44, 43.75), huge.id: made.box(28, 41, 180, 81)}
    claims = [made.claim([(Role.AT, tiny)]), made.claim([(Role.FROM, huge), (Role.TO, tiny)])]
    view = layout(Catalogue.of(made.collection(claims, shapes)), claims)
    assert [(figure.form, figure.dotted) for figure in view.figures] == [(Form.ROW, False), (Form.ARROW, True)]


def test_between_countries_no_crossing_point_is_made_up() -> None:
    figure = drawn((Role.FROM, HERE), (Role.TO, THERE))
    assert figure.dotted
    assert figure.tip.endswith("; crossing point not stated")


def test_a_stated_crossing_point_is_kept() -> None:
    figure = drawn((Role.FROM, HERE), (Role.TO, THERE), (Role.VIA, made.point("Gate", 10.0, 15.0)))
    assert not figure.dotted
    assert " at Gate" in figure.tip
    assert figure.path is not None
    assert all(distance(end, (10.0, 15.0)) < 150 for end in figure.path)


def test_towards_a_border_meets_the_line() -> None:
    figure = drawn((Role.FROM, TOWN), (Role.TO, BORDER))
    assert figure.path == ((10.0, 10.0), (10, 15))


@pytest.mark.parametrize("role", [Role.TO, Role.FROM, Role.VIA, Role.NEAR])
def test_a_movement_with_one_known_end_stands_there(role: Role) -> None:
    figure = drawn((role, TOWN), (Role.FROM if role is not Role.FROM else Role.TO, LOST))
    assert (figure.form, figure.place) == (Form.CIRCLE, TOWN.id)


@pytest.mark.parametrize("change", [{"basis": Basis.CAPACITY}, {"action": Action.ACCEPT}, {"action": Action.HOST}])
def test_an_offer_moves_nobody(change: dict[str, object]) -> None:
    figure = drawn((Role.FROM, HERE), (Role.TO, THERE), **change)
    assert (figure.form, figure.place) == (Form.ROW, THERE.id)


@pytest.mark.parametrize(
    ("places", "why"),
    [
        ([], "Dateline did not find where"),
        ([(Role.AT, LOST)], "Lost: two places of that name"),
        ([(Role.AT, made.nowhere("Gone"))], "Gone: not found in the gazetteer"),
        ([(Role.AT, made.line("Unknown line", 1.0, 1.0))], "Unknown line: not found in the gazetteer"),
    ],
)
def test_what_is_not_drawn_says_why(places: list[tuple[Role, Place]], why: str) -> None:
    claim = made.claim(places)
    view = layout(Catalogue.of(made.collection([claim])), [claim])
    assert [(missing.claim, missing.why) for missing in view.tray] == [(claim.id, why)]
    assert (view.figures, view.window) == ((), WORLD)


@pytest.mark.parametrize(
    ("status", "basis", "expected"),
    [
        (None, Basis.EVENT, Mark()),
        (Status.CLAIMED, Basis.EVENT, Mark()),
        (Status.PLEDGED, Basis.EVENT, Mark(Fill.HOLLOW)),
        (None, Basis.PLAN, Mark(Fill.HOLLOW)),
        (None, Basis.CAPACITY, Mark(Fill.HOLLOW)),
        (Status.ESTIMATED, Basis.STOCK, Mark(Fill.HALF)),
        (None, Basis.ESTIMATE, Mark(Fill.HALF)),
        (Status.PLANNED, Basis.ESTIMATE, Mark(Fill.HOLLOW)),
        (Status.DISPUTED, Basis.STOCK, Mark(line=Line.DASHED)),
        (Status.DENIED, Basis.STOCK, Mark(line=Line.STRUCK)),
        (Status.WITHDRAWN, Basis.CAPACITY, Mark(Fill.HOLLOW, Line.STRUCK)),
    ],
)
def test_fill_and_line_carry_status(status: Status | None, basis: Basis, expected: Mark) -> None:
    marks = (StatusMark(status, Span(0, 1)),) if status else ()
    assert mark(made.claim([], basis=basis, statuses=marks)) == expected


def test_a_share_of_territory_has_no_size() -> None:
    figure = drawn((Role.AT, BORDER), value=90, population=Population.TERRITORY)
    assert (figure.panel, figure.value) == (Panel.OTHER, None)


def test_the_first_view_is_where_the_figures_are_not_whole_countries() -> None:
    claims = [made.claim([(Role.AT, TOWN)]), made.claim([(Role.AT, THERE)])]
    view = layout(Catalogue.of(made.collection(claims, SHAPES)), claims)
    (south, west), (north, east) = view.window
    assert (south, north) == (10.0, 10.0)
    assert (west, east) == (pytest.approx(10.0), pytest.approx(20.0))
    assert view.focus == ("AA", "BB")


PLACES = st.sampled_from([TOWN, OTHER, CAMP, HERE, THERE, BORDER, LOST])
USES = st.lists(st.tuples(st.sampled_from(Role), PLACES), max_size=4)
CLAIMS = st.lists(
    st.builds(
        lambda places, action, basis, value: made.claim(places, action=action, basis=basis, value=value),
        USES,
        st.sampled_from(Action),
        st.sampled_from(Basis),
        st.none() | st.integers(0, 10**9),
    ),
    max_size=6,
)


@given(CLAIMS)
def test_every_claim_is_drawn_or_in_the_tray_once(claims: list[Claim]) -> None:
    view = layout(Catalogue.of(made.collection(claims, SHAPES)), claims)
    shown = [figure.claim for figure in view.figures] + [one.claim for one in view.tray]
    assert sorted(shown) == sorted(claim.id for claim in claims)
    known = {place.id for place in view.places}
    assert all(figure.place in known for figure in view.figures)
    assert missing(Catalogue.of(made.collection(claims, SHAPES)), claims) == view.tray
    assert all((figure.path is not None) == (figure.form is Form.ARROW) for figure in view.figures)


def test_the_built_collection_is_drawn() -> None:
    collection = load(Path(__file__).parents[1] / "data" / "collection.json")
    view = layout(Catalogue.of(collection), collection.claims)
    assert len(view.figures) + len(view.tray) == len(collection.claims)
    assert len(view.figures) >= len(view.tray)


@pytest.mark.parametrize("kind", PlaceKind)
@pytest.mark.parametrize("precision", Precision)
def test_every_kind_and_precision_of_place_can_be_shown(kind: PlaceKind, precision: Precision) -> None:
    place = replace(TOWN, kind=kind, precision=precision, radius_km=10.0)
    claim = made.claim([(Role.AT, place)])
    view = layout(Catalogue.of(made.collection([claim], {place.id: made.box(9, 9, 11, 11)})), [claim])
    assert bool(view.figures) == (precision is not Precision.UNLOCATED)
