"""What the browser gets: JSON with every figure once, on the copy of the world that the first view shows."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.maps.payload import payload
from geo.model import Claim, Role
from tests import made

SUVA = made.point("Suva", -18.14, 178.44, "FJ")
APIA = made.point("Apia", -13.83, -171.77, "WS")
RUSSIA = made.area("Russia", 61.0, 100.0, "RU")


def sent(claims: list[Claim], geometries: dict[str, Any] | None = None, **article: Any) -> dict[str, Any]:
    collection: Collection = made.collection(claims, geometries, **article)
    found: dict[str, Any] = json.loads(payload(Catalogue.of(collection)))
    return found


def test_a_figure_has_what_the_map_needs_of_it() -> None:
    claim = made.claim([(Role.AT, SUVA)])
    (figure,) = sent([claim])["figures"]
    assert (figure["claim"], figure["form"], figure["place"]) == (claim.id, "circle", SUVA.id)
    assert (figure["short"], figure["when"]) == ("1,000 people present", "reported 14 July 2021")


def test_both_sides_of_the_antimeridian_are_on_one_copy_of_the_world() -> None:
    data = sent([made.claim([(Role.AT, SUVA)]), made.claim([(Role.FROM, APIA), (Role.TO, SUVA)])])
    west, east = data["window"][0][1], data["window"][1][1]
    assert east - west < 20
    assert [round(place["at"][1], 2) for place in data["places"]] == [178.44, 188.23]
    (path,) = [figure["path"] for figure in data["figures"] if figure["path"]]
    assert abs(path[0][1] - path[1][1]) < 20


def test_a_country_across_the_antimeridian_stays_in_one_piece() -> None:
    parts = [made.box(30, 50, 180, 75)["coordinates"], made.box(-180, 62, -170, 70)["coordinates"]]
    data = sent([made.claim([(Role.AT, RUSSIA)])], {RUSSIA.id: {"type": "MultiPolygon", "coordinates": parts}})
    (place,) = data["places"]
    lons = [lon for line in place["shape"] for lon in line[1::2]]
    assert (min(lons), max(lons)) == (30, 190)


def test_places_that_are_only_named_come_without_a_shape() -> None:
    claim = made.claim([(Role.AT, SUVA), (Role.NEAR, APIA)])
    data = sent([claim])
    (other,) = data["others"]
    assert (other["name"], other["claims"], other["shape"]) == ("Apia", [claim.id], None)


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_ascii_on_the_way_and_the_same_after_it(text: str) -> None:
    claim = made.claim([(Role.AT, SUVA)], counted=f"people{text}")
    content = payload(Catalogue.of(made.collection([claim])))
    assert content.isascii()
    assert json.loads(content)["figures"][0]["short"].startswith("1,000 people")
