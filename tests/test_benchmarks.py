"""The benchmarks measure what they say: the usual page is usual, the figures are changed, the table is right."""

import json
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks import pages, profile, reading, table, visits
from geo.articles.load import load
from geo.places.gazetteer import Gazetteer
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def component(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the usual page hands to streamlit-folium."""
    usual = visits.usual(tmp_path_factory.mktemp("usual") / "page")
    app = AppTest.from_file(str(usual.folder / "dashboard.py"), default_timeout=180).run()
    assert not app.exception
    handed: dict[str, Any] = json.loads(app.get("component_instance")[0].proto.json_args)
    return handed


def test_the_usual_page_has_a_marker_with_popup_and_tooltip_for_each_located_figure(component: dict[str, Any]) -> None:
    located = list(pages.markers(ROOT / "data" / "collection.json"))
    assert located
    for made in ("L.marker(", "L.popup(", ".bindPopup(", ".bindTooltip("):
        assert component["script"].count(made) == len(located), made


def test_the_usual_page_is_a_default_folium_map(component: dict[str, Any]) -> None:
    assert "tile.openstreetmap.org" in component["script"]
    assert any("cdn.jsdelivr.net" in address for address in component["js_links"])
    assert component["returned_objects"] is None
    assert not component["feature_group"]


def test_markers_and_script_agree_on_positions(component: dict[str, Any]) -> None:
    """The benchmark clicks markers by number: its list has the order of the page."""
    script = component["script"]
    at = 0
    for _, (lat, lon), _ in pages.markers(ROOT / "data" / "collection.json"):
        at = script.index(f"[{lat}, {lon}]", at + 1)


def test_copies_of_the_seeds_differ_in_their_figures_only(seeds: tuple[Path, ...]) -> None:
    copies = list(islice(reading.articles(), 2 * len(seeds)))
    assert len({copy.sha256 for copy in copies}) == len(copies)
    for original, copy in zip([load(path) for path in seeds] * 2, copies, strict=True):
        assert len(copy.text) == len(original.text)
        changed = [(a, b) for a, b in zip(original.text, copy.text, strict=True) if a != b]
        assert changed
        assert all(a.isdigit() and b.isdigit() for a, b in changed)
        assert (copy.published, copy.url, copy.title) == (original.published, original.url, original.title)


def test_a_row_shows_median_spread_ratio_and_verdict() -> None:
    third = table.at_most(1 / 3, "at most 1/3")
    assert table.Row("click, ms", [100, 90, 200], [300, 310, 290], aim=third).cells() == (
        "click, ms",
        "100 (90 – 200)",
        "300 (290 – 310)",
        "0.33",
        "at most 1/3: met",
    )
    assert table.Row("click, ms", [101], [300], aim=third).cells()[3:] == ("0.34", "at most 1/3: NOT MET")
    memory = table.Row("memory, MB", [None], [None], aim=table.under(300, "under 300 MB"))
    assert memory.cells() == ("memory, MB", "not measured", "not measured", "", "under 300 MB")


def test_results_replace_those_between_the_markers(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(table.README.read_text(encoding="utf-8"), encoding="utf-8")
    results = table.table([table.Row("starts, s", [1.0, 2.0], [4.0], digits=1)])
    assert [len(line.split("|")) for line in results.splitlines()] == [7, 7, 7]
    table.write("old", readme=readme)
    once = readme.read_text(encoding="utf-8")
    table.write(results, readme=readme)
    text = readme.read_text(encoding="utf-8")
    assert text == once.replace("\nold\n", f"\n{results}\n")
    readme.write_text("no markers", encoding="utf-8")
    with pytest.raises(ValueError, match="markers"):
        table.write(results, readme=readme)


def test_the_profile_times_each_stage_of_reading() -> None:
    clock = profile.Clock()
    profile.profile(list(islice(reading.articles(), 3)), Gazetteer.open(reading.GAZETTEER), clock)
    assert set(clock.seconds) == set(profile.STAGES)
    lines = profile.table(clock.seconds, 3).splitlines()
    assert [line.split(" | ")[0].removeprefix("| ") for line in lines[2:]] == [*profile.STAGES, "all"]
    assert [len(line.split("|")) for line in lines] == [6] * len(lines)


@pytest.mark.parametrize("command", ["python -m benchmarks.accuracy", "python -m benchmarks.profile"])
def test_each_command_has_its_place_in_the_readme(command: str, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(table.README.read_text(encoding="utf-8"), encoding="utf-8")
    table.write("new results", command, readme)
    assert f"<!-- results: {command} --write -->\n\nnew results\n\n<!-- end" in readme.read_text(encoding="utf-8")
