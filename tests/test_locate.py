"""``python -m geo locate``: the candidates of a name as a table or as JSON."""

import json

import pytest

from geo.__main__ import main
from geo.errors import GeocoderError
from geo.places.geocoders import GazetteerGeocoder
from geo.places.locate import COLUMNS, locate, table
from tests.placed import gazetteer


def test_the_candidates_of_a_name_likeliest_first() -> None:
    rows = locate("Tripoli", GazetteerGeocoder(gazetteer()))
    assert [row["country"] for row in rows if row["kind"] == "city"][:2] == ["LY", "LB"]
    assert locate("Tripoli, Lebanon", GazetteerGeocoder(gazetteer()))[0]["country"] == "LB"


def test_the_table_has_a_head_and_a_line_for_each_candidate() -> None:
    rows = locate("Nakivale", GazetteerGeocoder(gazetteer()))
    head, *lines = table(rows).splitlines()
    assert tuple(head.split()) == COLUMNS
    assert len(lines) == len(rows)
    assert "radius" in lines[0]
    assert "general knowledge" in lines[0]


def test_no_place_of_a_name_is_an_error() -> None:
    with pytest.raises(GeocoderError, match="no place of this name"):
        locate("Xyzzyx", GazetteerGeocoder(gazetteer()))


def test_the_command_prints_json_and_exits_with_1_for_no_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["locate", "Goma", "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["name"], first["country"], first["kind"]) == ("Goma", "CD", "city")
    assert main(["locate", "Xyzzyx"]) == 1
    assert "no place of this name" in capsys.readouterr().err
