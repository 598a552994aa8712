"""The gazetteer: names, countries, borders, shapes; and files that are no gazetteer."""

import csv
import math
import shutil
import sqlite3
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.model import Place, PlaceKind, Precision
from geo.places.gazetteer import DEFAULT, FORMAT, MOST, Gazetteer
from geo.places.geocoders import GazetteerGeocoder
from geo.places.geometry import Geometry, Position, contains, lines, rings
from geo.places.locate import locate
from geo.places.names import fold
from tests.placed import gazetteer

DATA = DEFAULT.parent


def kilometres(line: list[Position]) -> float:
    return float(sum(geodesic(a[::-1], b[::-1]).km for a, b in pairwise(line)))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Dushanbe", "gn:1221874"),
        ("N'Djamena", "gn:2427123"),
        ("N’Djaména", "gn:2427123"),
        ("Kiev", "gn:703448"),
        ("Port-au-Prince", "gn:3718426"),
        ("U.S.", "country:US"),
        ("UK", "country:GB"),
        ("Burma", "country:MM"),
        ("Cote d'Ivoire", "country:CI"),
        ("DR Congo", "country:CD"),
        ("Gaza", "province:PS-GZZ"),
        ("West Bank", "province:PS-WBK"),
        ("Panjshir", "province:AF-PAN"),
        ("Daykundi", "province:AF-DAY"),
        ("Crimea", "province:UA-43"),
        ("Sher Khan Bandar", "crossing:shir-khan-bandar"),
        ("Sherkhan Bandar", "crossing:shir-khan-bandar"),
        ("Donbas", "region:donbas"),
        ("Black Sea", "sea:black-sea"),
        ("Lake Chad", "lake:lake-chad"),
        ("Nile", "river:nile"),
        ("Catalonia", "group:ES-Cataluña"),
        ("Hall County", "county:US-48191"),
        ("Sheremetyevo International Airport", "site:airport-uuee"),
        ("Masisi", "town:masisi"),
        ("Deir al-Balah", "gn:281141"),
        ("Al-Obeid", "gn:379003"),
        ("Pacific", "region:pacific-ocean"),
        ("New England", "region:new-england"),
    ],
)
def test_a_name_leads_to_its_place(name: str, place: str) -> None:
    assert place in {candidate.place.id for candidate in gazetteer().candidates(name)}


@pytest.mark.parametrize("name", ["", " ", "Xyzzyx", "'; DROP TABLE name; --", "\x00", "'"])
def test_an_unknown_name_has_no_candidates(name: str) -> None:
    assert gazetteer().candidates(name) == ()


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up_and_folds_to_a_fixed_point(name: str) -> None:
    assert len(gazetteer().candidates(name)) <= MOST + 40
    assert fold(fold(name)) == fold(name)


@given(st.sampled_from(["Dushanbe", "Cox's Bazar", "São Paulo", "Kuźnica", "Port-au-Prince"]))
def test_case_accents_and_hyphens_do_not_matter(name: str) -> None:
    spelled = {name.upper(), name.lower(), name.replace("-", " "), name.replace("'", "’")}
    assert {gazetteer().candidates(s)[0].place.id for s in spelled} == {gazetteer().candidates(name)[0].place.id}


def test_every_country_of_the_table_of_demonyms_has_a_place_a_point_and_an_outline() -> None:
    with (DATA / "demonyms.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    for code in codes:
        country = gazetteer().country(code)
        assert country is not None, code
        assert country.precision is Precision.AREA
        assert country.lat is not None
        assert gazetteer().geometry(country.id) is not None, code


@pytest.mark.parametrize(
    ("word", "code"),
    [("Afghan", "AF"), ("Afghans", "AF"), ("Tajik", "TJ"), ("Nigerien", "NE"), ("Nigerian", "NG"),
     ("South Sudanese", "SS"),
     ("Congolese", "CD"), ("Dominican", "DO"), ("table", None), ("Afghanistan", None)],
)  # fmt: skip
def test_demonyms(word: str, code: str | None) -> None:
    assert gazetteer().country_of_demonym(word) == code


@pytest.mark.parametrize(
    ("code", "capital"),
    [
        ("TJ", "Dushanbe"),
        ("AF", "Kabul"),
        ("RU", "Moscow"),
        ("TD", "N'Djamena"),
        ("US", "Washington"),
        ("AM", "Yerevan"),
    ],
)
def test_capitals_are_seats_of_government(code: str, capital: str) -> None:
    place = gazetteer().capital_of(code)
    assert place is not None
    assert place.name == capital
    assert gazetteer().seat_of(place.id) == code


def test_neighbours() -> None:
    assert gazetteer().neighbours("AF") == ("CN", "IR", "PK", "TJ", "TM", "UZ")
    assert gazetteer().neighbours("JP") == ()
    assert gazetteer().neighbours("no such country") == ()


def test_the_border_of_tajikistan_and_afghanistan_is_the_whole_real_line() -> None:
    border = gazetteer().border("TJ", "AF")
    assert border is not None
    assert (border.id, border.kind, border.precision) == ("border:AF-TJ", PlaceKind.BORDER, Precision.LINE)
    assert set(border.countries) == {"AF", "TJ"}
    geometry = gazetteer().geometry(border.id)
    assert geometry is not None
    parts = lines(geometry)
    # Surveyed along each bend of the river it is about 1,300 km; Natural Earth 1:10m draws 1,170 km of it.
    assert 1150 <= sum(kilometres(part) for part in parts) <= 1300
    (line,) = parts
    west, east = sorted((line[0], line[-1]))
    assert west == pytest.approx((67.8, 37.2), abs=0.3)
    assert east == pytest.approx((74.9, 37.3), abs=0.3)


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    # Lengths as commonly published, with room for how finely a river is drawn.
    [("CD", "RW", 180, 260), ("TD", "SD", 1150, 1450), ("BY", "PL", 330, 450), ("AM", "TR", 220, 340),
     ("EG", "PS", 8, 20), ("KP", "KR", 200, 290), ("MX", "US", 2500, 3300)],
)  # fmt: skip
def test_borders_elsewhere_have_their_real_length(a: str, b: str, least: float, most: float) -> None:
    border = gazetteer().border(a, b)
    assert border is not None
    geometry = gazetteer().geometry(border.id)
    assert geometry is not None
    assert least <= sum(kilometres(line) for line in lines(geometry)) <= most


def test_countries_without_a_common_border_have_none() -> None:
    assert gazetteer().border("FR", "UZ") is None


@pytest.mark.parametrize("code", ["AF", "TJ", "UA", "SD", "AM", "MM", "HT", "CD"])
def test_a_country_holds_its_capital_and_the_label_points_of_its_provinces(code: str) -> None:
    outline, capital = gazetteer().geometry(f"country:{code}"), gazetteer().capital_of(code)
    assert outline is not None
    assert capital is not None
    points = [(p.lat, p.lon) for p in (capital, *gazetteer().provinces(code))]
    held = [lat is not None and lon is not None and contains(outline, lat, lon) for lat, lon in points]
    assert sum(held) >= 0.97 * len(held)


def test_crimea_and_ukraine() -> None:
    outline = gazetteer().geometry("country:UA")
    assert outline is not None
    assert contains(outline, 45.3, 34.2)


OFF_SHORE = frozenset(
    """
site:snake-island site:diego-garcia site:bhasan-char town:scarborough-shoal site:ras-isa
site:christmas-island-detention-centre
region:tunb-islands region:farmakonisi region:lampione region:dokdo region:pratas-islands region:matsu-islands
region:second-thomas-shoal region:mischief-reef region:sabina-shoal region:fiery-cross-reef region:subi-reef
region:thitu-island region:paracel-islands region:spratly-islands region:kwajalein-atoll
""".split()
)
"""Islets and shoals that the outlines leave out, and shoals in disputed waters."""


def supplement() -> list[dict[str, str]]:
    with (DATA / "supplement.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_supplement_is_world_wide_and_every_entry_says_where_it_comes_from() -> None:
    rows = supplement()
    assert len(rows) >= 40
    assert len({country for row in rows for country in row["country"].split("|")}) >= 30
    assert all(row["source"] and float(row["radius_km"]) > 0 for row in rows)


@cache  # thousands of entries ask for those of some two hundred countries
def outline_of(code: str) -> Geometry | None:
    return gazetteer().geometry(f"country:{code}")


def near(place: Place, code: str) -> float:
    """Kilometres from a place to the nearest vertex of the borders of a country."""
    assert place.lat is not None
    assert place.lon is not None
    lat, lon = place.lat, place.lon
    borders = [gazetteer().border(code, other) for other in gazetteer().neighbours(code)]
    shapes = [gazetteer().geometry(border.id) for border in borders if border]
    points = [p for shape in shapes if shape for line in lines(shape) for p in line]
    close = sorted(points, key=lambda p: (p[0] - lon) ** 2 + (p[1] - lat) ** 2)[:5]
    return float(min(geodesic((lat, lon), p[::-1]).km for p in close))


# Thousands of entries: each of these looks at them all and lists those that are wrong.


def test_a_crossing_of_the_supplement_lies_at_a_border_of_its_countries() -> None:
    wrong = []
    for row in (row for row in supplement() if row["kind"] == "crossing"):
        place = gazetteer().place(row["id"])
        if place is None:
            wrong.append(f"{row['id']}: not in the gazetteer")
            continue
        far = {code: round(near(place, code)) for code in row["country"].split("|")}
        wrong += [f"{row['id']}: {km} km to {code}" for code, km in far.items() if km > 15 + float(row["radius_km"])]
    assert wrong == []


def test_a_site_of_the_supplement_lies_in_its_country_or_off_its_shore() -> None:
    wrong = []
    for row in (row for row in supplement() if row["kind"] in ("site", "city") and row["id"] not in OFF_SHORE):
        lat, lon, code = float(row["lat"]), float(row["lon"]), row["country"].split("|")[0]
        outline = outline_of(code)
        around = [(lat + a, lon + b) for a in (-0.15, 0, 0.15) for b in (-0.15, 0, 0.15)]
        if outline is None or not any(contains(outline, *point) for point in around):
            wrong.append(f"{row['id']}: not in {code}")
    assert wrong == []


def off(shape: Geometry, lat: float, lon: float) -> float:
    """Kilometres from a point to an area, to the nearest point of its edge; 0 inside it."""
    if contains(shape, lat, lon):
        return 0.0
    wide = 111.2 * math.cos(math.radians(lat))

    def near_edge(start: Position, end: Position) -> float:
        x, y = (start[0] - lon) * wide, (start[1] - lat) * 111.2
        dx, dy = (end[0] - start[0]) * wide, (end[1] - start[1]) * 111.2
        along = min(1.0, max(0.0, -(x * dx + y * dy) / ((dx * dx + dy * dy) or 1.0)))
        return math.hypot(x + along * dx, y + along * dy)

    return min(near_edge(*edge) for polygon in rings(shape) for edge in pairwise(polygon[0]))


def test_an_entry_of_the_supplement_lies_within_its_radius_of_each_of_its_countries() -> None:
    wrong = []
    for row in supplement():
        lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
        for code in row["country"].split("|"):
            outline = outline_of(code)
            if outline is None:
                wrong.append(f"{row['id']}: {code} has no outline")
            # Outlines are simplified to 0.02 degree and leave out islets; a border post may stand across the line.
            elif row["id"] not in OFF_SHORE and (km := off(outline, lat, lon)) > radius + 15:
                wrong.append(f"{row['id']}: {km:.0f} km from {code}")
    assert wrong == []


def test_no_entry_of_the_supplement_is_given_twice() -> None:
    ids = [row["id"] for row in supplement()]
    assert len(ids) == len(set(ids))


def test_a_name_of_the_supplement_is_no_far_greater_place() -> None:
    wrong = []
    for row in supplement():
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found = gazetteer().candidates(name)
            if len(fold(name)) <= 1 or row["id"] not in {candidate.place.id for candidate in found}:
                wrong.append(f"{row['id']}: {name!r} does not lead to it")
            elsewhere = [c for c in found if c.main and not set(c.place.countries) & set(row["country"].split("|"))]
            # A million people or a country; an entry by hand weighs as much as a town of a hundred thousand.
            wrong += [f"{row['id']}: {name!r} is {c.place.id} first" for c in elsewhere if c.known >= 6]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    # Positions as commonly published, to a tenth of a degree.
    [("Qalamoun", "SY", 34.0, 36.6), ("Kefraya", "SY", 36.0, 36.7), ("Moadamiyeh", "SY", 33.5, 36.2),
     ("Khan al-Asal", "SY", 36.2, 37.0), ("Tel Rifaat", "SY", 36.5, 37.1), ("Wavel camp", "LB", 34.0, 36.2),
     ("Tal al-Zaatar", "LB", 33.9, 35.6), ("Shebaa Farms", "LB", 33.3, 35.7), ("Aita al-Shaab", "LB", 33.1, 35.3),
     ("Qalandia checkpoint", "PS", 31.9, 35.2), ("Mount Sinjar", "IQ", 36.4, 41.8), ("Habbaniyah", "IQ", 33.4, 43.6),
     ("Camp Ashraf", "IQ", 33.9, 44.5), ("Qandil Mountains", "IQ", 36.5, 45.0), ("Trebil", "IQ", 32.8, 39.0),
     ("Sambisa Forest", "NG", 11.2, 13.5), ("Lake Chad Basin", "TD", 13.0, 14.2), ("Boni Forest", "KE", -1.6, 41.2),
     ("Bentiu PoC", "SS", 9.3, 29.8), ("Kagunga", "TZ", -4.5, 29.7), ("Lukole refugee camp", "TZ", -2.8, 30.8),
     ("Tingi-Tingi", "CD", -0.8, 26.6), ("Choucha camp", "TN", 33.1, 11.5), ("Perim Island", "YE", 12.7, 43.4),
     ("Al-Anad Air Base", "YE", 13.2, 44.8), ("Potocari", "BA", 44.2, 19.3), ("Stenkovec camp", "MK", 42.1, 21.4),
     ("Pankisi Gorge", "GE", 42.1, 45.3), ("Kakhovka Dam", "UA", 46.8, 33.4), ("Korengal Valley", "AF", 34.9, 70.9),
     ("Siachen Glacier", "IN", 35.4, 77.1), ("Siliguri Corridor", "IN", 26.6, 88.4), ("Beldangi", "NP", 26.7, 87.7),
     ("Jaffna Peninsula", "LK", 9.7, 80.1), ("Menik Farm", "LK", 8.7, 80.3), ("Khao-I-Dang", "TH", 13.9, 102.7),
     ("Ambae", "VU", -15.4, 167.8), ("Christmas Island detention centre", "AU", -10.5, 105.6),
     ("Roxham Road", "CA", 45.0, -73.5), ("Rumichaca Bridge", "CO", 0.8, -77.7), ("Bay of Pigs", "CU", 22.2, -81.2)],
)  # fmt: skip
def test_names_of_war_and_flight_are_located(name: str, country: str, lat: float, lon: float) -> None:
    first = locate(name, GazetteerGeocoder(gazetteer()))[0]
    assert country in first["country"].split()
    assert first["lat"] == pytest.approx(lat, abs=0.11)
    assert first["lon"] == pytest.approx(lon, abs=0.11)


@pytest.mark.parametrize(
    ("name", "region"),
    [("Kivu", "region:kivu"), ("the Kivus", "region:kivu"), ("Northern Triangle", "region:northern-triangle"),
     ("Bangsamoro", "region:bangsamoro"), ("North Caucasus", "region:north-caucasus")],
)  # fmt: skip
def test_a_region_of_several_provinces_or_countries_has_their_outline(name: str, region: str) -> None:
    assert gazetteer().candidates(name)[0].place.id == region
    assert gazetteer().geometry(region) is not None


@pytest.mark.parametrize(
    ("name", "label"),
    [("Port-Vila", "Port Vila"), ("Köln", "Cologne"), ("Tall Rifat", "Tell Rifaat"), ("Ash Sharqat", "Shirqat")],
)
def test_a_town_is_labelled_as_english_news_prints_it(name: str, label: str) -> None:
    assert label in {candidate.place.name for candidate in gazetteer().candidates(name)}


def test_the_file_stays_small() -> None:
    assert DEFAULT.stat().st_size < 22.5e6


def test_a_missing_file_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"not found.*Restore"):
        Gazetteer.open(tmp_path / "none.sqlite")


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + bytes(500)])
def test_a_damaged_file_is_no_gazetteer(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "gazetteer.sqlite"
    file.write_bytes(content)
    with pytest.raises(GazetteerError, match="damaged"):
        Gazetteer.open(file)


def test_a_gazetteer_of_another_format_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer.sqlite"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        database.execute("INSERT INTO meta VALUES ('schema', '0')")
    database.close()
    with pytest.raises(GazetteerError, match="format 0"):
        Gazetteer.open(file)


def test_damage_that_shows_late_is_the_same_error(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer.sqlite"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        database.execute("INSERT INTO meta VALUES ('schema', ?)", (FORMAT,))
    database.close()
    opened = Gazetteer.open(file)
    with pytest.raises(GazetteerError, match="damaged"):
        opened.candidates("Kabul")
    opened.close()


def test_a_kind_that_there_is_not_is_damage(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer.sqlite"
    shutil.copy(DEFAULT, file)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE place SET kind = 'castle' WHERE id = 'country:ML'")
    database.close()
    opened = Gazetteer.open(file)
    with pytest.raises(GazetteerError, match=r"country:ML.*castle"):
        opened.candidates("Mali")
    opened.close()
