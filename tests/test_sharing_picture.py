"""The map as a picture: whole, honest and safe."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from geo.dataset.query import Catalogue, Filter
from geo.sharing.picture import ink, legend, locator
from geo.sharing.picture.dress import MAPS, PLAIN, Dress, Size
from geo.sharing.picture.frame import Frame, mercator
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.picture.png import SCALE, as_png
from geo.sharing.picture.room import Room, around
from tests import hand_made as made
from tests import hostile

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def picture(catalogue: Catalogue) -> bytes:
    return map_picture(catalogue, catalogue.select(Filter()))


def texts(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


def test_title_figures_legend_and_credits_are_on_it(picture: bytes) -> None:
    words = [line.replace("\u00a0", " ") for line in texts(picture)]
    assert words[0] == "More than 1,000 Afghan troops fled to Tajikistan, according to AFP"
    assert words[1].startswith("Tajikistan and Afghanistan, June – July 2021: 8 figures and 1 statement")
    assert "several hundred Afghan soldiers fled" in words
    assert "crossing point not stated" in words
    assert "people, by area" in words
    assert any("Natural Earth (public domain)" in line for line in words)


def test_a_picture_shows_what_is_shown(catalogue: Catalogue) -> None:
    words = texts(map_picture(catalogue, catalogue.select(Filter(words="Shir Khan Bandar"))))
    assert "several hundred Afghan soldiers fled" in words
    assert not any("20,000" in word for word in words)


def test_no_figure_at_all_is_still_a_map(catalogue: Catalogue) -> None:
    assert "0 figures shown" in texts(map_picture(catalogue, []))[1]


def test_png(picture: bytes) -> None:
    image = Image.open(BytesIO(as_png(picture)))
    assert image.size == (MAPS[PLAIN.size].width * SCALE, MAPS[PLAIN.size].height * SCALE)
    colours = image.convert("RGB").resize((60, 45)).getcolors(2700)
    assert colours is not None
    assert len(colours) > 20


def test_hostile_words_are_words(tmp_path: Path) -> None:
    tags = set()
    for payload in hostile.payloads(tmp_path / "written"):
        collection = hostile.infected(made.collection(), payload)
        svg = map_picture(Catalogue.of(collection), collection.claims)
        tags |= {element.tag.removeprefix(SVG) for element in ET.fromstring(svg).iter()}  # noqa: S314
    assert tags <= {"svg", "title", "rect", "path", "g", "circle", "line", "polygon", "text"}
    assert not (tmp_path / "written").exists()


@given(st.text())
def test_any_text_is_valid_xml(text: str) -> None:
    root = ink.sheet(10, 10, text)
    ink.words(root, text, 0, 0)
    assert ET.fromstring(ink.as_svg(root)) is not None  # noqa: S314


@given(
    st.floats(-80, 80), st.floats(-180, 180), st.floats(0, 60), st.floats(0, 300),
)  # fmt: skip
def test_a_frame_holds_its_window(south: float, west: float, high: float, wide: float) -> None:
    window = ((south, west), (min(84.0, south + high), west + wide))
    frame = Frame.around(window, 1200, 778, margin=130)
    for lat, lon in window:
        x, y = frame.at((lat, lon))
        assert -1 <= y <= 779
        if wide < 120:
            assert -1 <= x <= 1201


def test_words_do_not_stand_on_each_other() -> None:
    room = Room(400, 300)
    boxes = [room.first_free(around(200, 150, 60, 20, 5)) for _ in range(6)]
    taken = [box for box in boxes if box]
    assert len(taken) == 6
    for a in taken:
        for b in taken:
            assert a is b or a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_words_outside_the_picture_are_left_out() -> None:
    assert Room(400, 300).best([(-20, 0, 40, 20)], 0, 0) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], []), ([7], [5]), ([300, 5500], [5000, 1000, 200]), ([1, 2_000_000], [2_000_000, 1000, 1])],
)
def test_round_values(values: list[int], expected: list[int]) -> None:
    assert legend.round_values(values) == expected


def test_the_fonts_are_those_of_their_origin_card() -> None:
    card = (ink.FONTS / "ORIGIN.md").read_text(encoding="utf-8")
    files = sorted(path for path in ink.FONTS.iterdir() if path.name != "ORIGIN.md")
    assert len(files) == 3
    for path in files:
        assert f"| `{path.name}` | `{sha256(path.read_bytes()).hexdigest()}` |" in card


SIDES = (("x", "width"), ("y", "height"))
WHERE = "0 0 112 62"
"""The view box of the small map of the world."""


def insets(svg: bytes) -> list[ET.Element]:
    return [it for it in ET.fromstring(svg).iter(f"{SVG}svg") if it.get("viewBox") == WHERE]  # noqa: S314 - our own


@pytest.mark.parametrize("size", list(Size))
def test_a_picture_of_a_few_countries_says_where_on_earth_they_are(catalogue: Catalogue, size: Size) -> None:
    """The page's map had such an inset, its picture none."""
    claims = catalogue.select(Filter())
    (inset,) = insets(map_picture(catalogue, claims, dress=Dress(size)))
    _, frame = inset.findall(f"{SVG}rect")
    middle = (float(frame.get(side, "0")) + float(frame.get(length, "0")) / 2 for side, length in SIDES)
    x, y = mercator(36.5, 69.5)
    assert tuple(middle) == pytest.approx((x * 112, y * 112 - 28 / 256 * 112), abs=2)


def test_a_picture_of_the_world_needs_none(catalogue: Catalogue) -> None:
    assert insets(map_picture(catalogue, catalogue.select(Filter()), (20.0, 40.0, 2.0))) == []


@given(st.lists(st.tuples(st.floats(0, 1200), st.floats(0, 778)), max_size=12), st.booleans())
def test_no_figure_lies_under_it(points: list[tuple[float, float]], legend_is_left: bool) -> None:
    frame = Frame.around(((30.0, 60.0), (40.0, 75.0)), 1200, 778, 100)
    taken = (16.0, 600.0, 330.0, 762.0) if legend_is_left else (900.0, 600.0, 1184.0, 762.0)
    box = locator.corner(frame, points, taken)
    if box is not None:
        assert not any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in points)
        assert box[2] <= taken[0] or taken[2] <= box[0] or box[3] <= taken[1] or taken[3] <= box[1]
    else:
        assert points
