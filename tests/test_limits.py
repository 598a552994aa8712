"""What a link or a visitor can ask for is bounded before work starts, and a picture costs what a picture may cost."""

import re
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from math import inf, nan
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import limits
from geo.dataset.query import Catalogue, Filter
from geo.dataset.store import load
from geo.errors import ExportError
from geo.sharing import link
from geo.sharing.darkroom import Darkroom
from geo.sharing.picture import clip, png
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.view import camera_of
from tests.conftest import ROOT, processor_time

SEEN = (-16.0, -16.0, 1216.0, 794.0)
CATALOGUE = Catalogue.of(load(ROOT / "data" / "collection.json"))


@pytest.mark.parametrize("at", ["38.5,68.7,22", "38.5,68.7,12.01", "38.5,68.7,1.4", "86,0,5", "0,181,5", "0,0,1e300"])
def test_a_link_cannot_look_closer_or_farther_than_the_page(at: str) -> None:
    opened = link.decode({"at": [at]}, CATALOGUE)
    assert opened.view.camera is None
    assert opened.notice is not None
    assert "its part of the map is none" in opened.notice


def test_the_page_says_the_same_bounds() -> None:
    script = (ROOT / "geo" / "maps" / "browser" / "map.js").read_text(encoding="utf-8")
    (found,) = re.findall(r"minZoom: ([0-9.]+), maxZoom: ([0-9.]+)", script)
    assert tuple(map(float, found)) == limits.CAMERA_ZOOM


@pytest.mark.parametrize(
    "value", [None, "1,2,3", [1, 2], [1, 2, "3"], [1, 2, nan], [inf, 2, 3], [True, 2, 3], [10**400, 2, 3], {"a": 1}]
)
def test_what_is_no_camera_is_none(value: object) -> None:
    assert camera_of(value) is None


@settings(max_examples=40)
@given(lat=st.floats(-85, 85), lon=st.floats(-180, 180), zoom=st.floats(*limits.CAMERA_ZOOM))
def test_every_picture_that_a_link_can_ask_for_is_small_and_all_inside_the_frame(
    lat: float, lon: float, zoom: float
) -> None:
    """Outside it a renderer still pays: a dashed border at zoom 22 took 42 s and 1.75 GB."""
    drawn = map_picture(CATALOGUE, CATALOGUE.select(Filter()), (lat, lon, zoom)).decode()
    assert len(drawn) < 2_500_000
    across = (float(number) for path in re.findall(r' d="([^"]*)"', drawn) for number in re.findall(r"-?[\d.]+", path))
    assert all(-2_500 < number < 3_700 for number in across)
    corners = re.findall(r'<rect [^>]*\bx="(-?[\d.]+)"[^>]*\bwidth="([\d.]+)"', drawn)
    assert all(float(x) >= -17 and float(x) + float(wide) <= 1218 for x, wide in corners)


DRAWS = """
import sys
from pathlib import Path
from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.sharing import apart
from geo.sharing.picture import png
from geo.sharing.picture.dress import Dress
from geo.sharing.view import View

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))

png._PROGRAM, apart._PROGRAM = Path(sys.argv[1]), (sys.argv[2],)
catalogue = Catalogue.of(load(Path("data/collection.json")))
before = peak()
for camera in ((38.5, 68.7, 12.0), (10.0, 0.0, 1.5)):
    apart.made_apart("map.png", View(camera=camera), catalogue, Dress())
print(peak() - before)
"""
WATCHED = """
import atexit, runpy, sys
def told():
    with open("/proc/self/status") as status, open({name!r}, "a") as peaks:
        sizes = {{line.split(":")[0]: int(line.split()[1]) // 1024 for line in status if line.endswith("kB\\n")}}
        print(sizes["VmHWM"] - sizes["RssFile"], file=peaks)
atexit.register(told)
runpy.{run}({program!r}, run_name="__main__"{more})
"""
"""What a process holds alone, at its peak: what it maps of files, its libraries, the page has mapped as well."""


def test_pictures_stay_within_150_mb_over_the_page(tmp_path: Path) -> None:
    """What the page itself grows by, and the largest of the processes that draw, of which there is one at a time; they
    were 833 MB together."""
    programs = {
        "png": ("run_path", str(png._PROGRAM), ""),
        "svg": ("run_module", "geo.sharing.maker", ", alter_sys=True"),
    }
    for name, (run, program, more) in programs.items():
        source = WATCHED.format(name=str(tmp_path / f"{name}.peaks"), run=run, program=program, more=more)
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-c", DRAWS, *(str(tmp_path / f"{name}.py") for name in programs)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    peaks = [[int(line) for line in (tmp_path / f"{name}.peaks").read_text().splitlines()] for name in programs]
    assert [len(each) for each in peaks] == [2, 2]
    assert int(ended.stdout) + max(map(max, peaks)) < 150, f"the page {ended.stdout.strip()} MB, processes {peaks} MB"


def test_a_picture_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ExportError, match=r"took longer than 0\.01 seconds"):
        png.as_png(map_picture(CATALOGUE, CATALOGUE.select(Filter())), seconds=0.01)


def test_a_picture_that_takes_too_much_memory_ends_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "PICTURE_MEMORY", 60_000_000)
    with pytest.raises(ExportError, match="more memory or time"):
        png.as_png(map_picture(CATALOGUE, CATALOGUE.select(Filter())))


def test_a_drawing_that_is_too_large_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "PICTURE_SVG", 10)
    with pytest.raises(ExportError, match="larger than 10 bytes"):
        png.as_png(b"<svg></svg>")


def test_a_file_is_made_once_for_all_who_ask_for_the_same() -> None:
    room, made = Darkroom(waiting=8), []
    started = threading.Barrier(6)

    def make() -> bytes:
        made.append(threading.get_ident())
        return b"picture"

    def ask(_: int) -> bytes:
        started.wait()
        return room.file(("map.png", "v1", ""), make)

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(ask, range(6))) == {b"picture"}
    assert len(made) == 1


def held(room: Darkroom) -> tuple[threading.Thread, Callable[[], None]]:
    """A file that is being made until it is let go."""
    begun, go = threading.Event(), threading.Event()

    def make() -> bytes:
        begun.set()
        assert go.wait(10)
        return b"slow"

    maker = threading.Thread(target=room.file, args=(("slow", "", ""), make))
    maker.start()
    assert begun.wait(10)
    return maker, go.set


def test_who_finds_no_place_to_wait_is_told_at_once() -> None:
    room = Darkroom(waiting=0)
    maker, let_go = held(room)
    with pytest.raises(ExportError, match=r"waits behind other files\. Try again in a minute"):
        room.file(("other", "", ""), lambda: b"never")
    let_go()
    maker.join()
    assert room.file(("other", "", ""), lambda: b"now") == b"now"


def test_who_waits_too_long_is_told_and_leaves_a_place() -> None:
    room = Darkroom(waiting=1, seconds=0.05)
    maker, let_go = held(room)
    for _ in range(3):
        with pytest.raises(ExportError, match="waits behind other files"):
            room.file(("other", "", ""), lambda: b"never")
    let_go()
    maker.join()


def test_a_file_that_fails_holds_nobody_up() -> None:
    room = Darkroom(waiting=0)

    def fail() -> bytes:
        raise ExportError("was not drawn", where="picture", remedy="")

    for _ in range(3):
        with pytest.raises(ExportError, match="was not drawn"):
            room.file(("map.png", "", ""), fail)
    assert room.file(("map.png", "", ""), lambda: b"good") == b"good"


def test_what_is_kept_is_bounded_and_what_was_asked_for_last_stays() -> None:
    room = Darkroom(kept=100)
    for number in range(30):
        room.file((str(number), "", ""), lambda: bytes(30))
        room.file(("0", "", ""), lambda: bytes(30))
    assert room.size <= 100
    assert room.file(("0", "", ""), lambda: b"again") == bytes(30)
    room.file(("large", "", ""), lambda: bytes(1000))
    assert room.size == 0


POINTS = st.lists(st.tuples(st.floats(-1e7, 1e7), st.floats(-1e7, 1e7)), min_size=2, max_size=12)


@given(points=POINTS)
def test_a_clipped_line_and_ring_stay_inside(points: list[clip.Point]) -> None:
    drawn = [point for part in clip.line(points, SEEN) for point in part] + clip.ring(points, SEEN)
    slack = 1e-2
    assert all(SEEN[0] - slack <= x <= SEEN[2] + slack and SEEN[1] - slack <= y <= SEEN[3] + slack for x, y in drawn)


@given(points=st.lists(st.tuples(st.floats(0, 1200), st.floats(0, 700)), min_size=2, max_size=12))
def test_what_is_inside_is_drawn_whole(points: list[clip.Point]) -> None:
    assert [point for part in clip.line(points, SEEN) for point in part][-1] == points[-1]
    assert set(clip.ring(points, SEEN)) == set(points)


def test_a_line_that_leaves_and_comes_back_is_two_parts() -> None:
    parts = list(clip.line([(0, 0), (0, -500), (500, -500), (500, 0)], SEEN))
    assert parts == [[(0, 0), (0, -16.0)], [(500, -16.0), (500, 0)]]


def test_an_area_around_the_frame_fills_it() -> None:
    around = clip.ring([(-9e6, -9e6), (9e6, -9e6), (9e6, 9e6), (-9e6, 9e6)], SEEN)
    assert sorted(around) == sorted([(-16, -16), (1216, -16), (1216, 794), (-16, 794)])


def test_a_curve_is_cut_to_pieces_of_the_size_of_the_frame() -> None:
    whole = ((-1e6, 2e6), (0.0, -2e6), (1e6, 2e6))
    pieces = [piece for run in clip.curve(whole, SEEN) for piece in run]
    assert 0 < len(pieces) < 40
    assert all(max(x for x, _ in piece) - min(x for x, _ in piece) <= 2 * 1232 for piece in pieces)
    assert processor_time(lambda: clip.curve(whole, SEEN)) < 0.1


def test_every_limit_is_read_somewhere() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "geo").rglob("*.py") if path.name != "limits.py")
    read = {name for source in sources for name in re.findall(r"[A-Z_]{5,}", source)}
    assert {name for name in vars(limits) if name.isupper()} <= read
