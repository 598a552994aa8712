"""The map that a place is picked on opens where the figure is."""

from dataclasses import replace

from geo.dataset.store import load
from geo.maps.escape import script_literal
from geo.maps.pin import ground_map
from geo.panels.desk.placing import AROUND, around
from tests.conftest import ROOT

BUILT = load(ROOT / "data" / "collection.json")


def test_all_places_of_a_figure_are_on_its_map() -> None:
    for claim in BUILT.claims:
        found = around(claim)
        placed = [it.place for it in claim.places if it.place.lat is not None and it.place.lon is not None]
        assert (found is None) is not placed
        if found is None:
            continue
        (south, west), (north, east) = found
        assert all(south <= place.lat <= north and west <= place.lon <= east for place in placed)  # type: ignore[operator]
        assert len(placed) > 1 or (north - south, east - west) == (2 * AROUND, 2 * AROUND)


def test_a_figure_at_the_pole_or_without_a_place_has_a_map() -> None:
    claim = next(it for it in BUILT.claims if it.places and it.places[0].place.lat is not None)
    used = claim.places[0]
    pole = replace(claim, places=(replace(used, place=replace(used.place, lat=90.0, lon=179.0)),))
    assert around(pole) == ((85.0, 177.0), (85.0, 181.0))
    assert around(replace(claim, places=())) is None


def test_the_window_reaches_the_script_as_data() -> None:
    window = ((1.5, -2.0), (3.0, 4.0))
    script = ground_map("../data.json", window).get_root().render()
    assert f"map.fitBounds({script_literal(window)} ?? data.window" in script
    assert f"map.fitBounds({script_literal(None)} ?? data.window" in ground_map("../data.json").get_root().render()
