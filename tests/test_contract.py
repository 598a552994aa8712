"""``python -m geo read``: the printed contract, and input that cannot be read."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Done, geo

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("00[01]_*.txt"))

ARTICLE = ["file", "title", "publisher", "agency", "published", "url", "sha256", "author"]
TOPONYM = ["start", "end", "text", "literal", "place"]
PLACE = ["id", "name", "country", "lat", "lon", "kind", "precision"]
CLAIM = [
    "start", "end", "words", "qualifier", "low", "high", "approx", "counted", "population", "panel", "basis", "action",
    "who", "places", "happened", "as_of", "attributed_to", "status", "sentence", "sentence_start",
    "form", "frame", "frame_sure", "dated_by", "date_sure", "candidates",
]  # fmt: skip
CLAIM_PLACE = [
    "name", "role", "country", "lat", "lon", "precision", "stated", "found_in", "sure", "because",
]  # fmt: skip
OTHER = ["start", "end", "words", "low", "high", "counted", "frame", "sure"]


def run(*arguments: str, stdin: str = "") -> Done:
    return geo("read", *arguments, stdin=stdin.encode())


@pytest.fixture(scope="module")
def printed() -> list[dict[str, Any]]:
    done = run(*map(str, SEEDS), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_object_a_line_with_just_the_fields_of_the_contract(printed: list[dict[str, Any]]) -> None:
    assert [line["article"]["file"] for line in printed] == [path.name for path in SEEDS]
    for line in printed:
        assert list(line) == ["article", "toponyms", "claims", "others"]
        assert list(line["article"]) == ARTICLE
        for toponym in line["toponyms"]:
            assert list(toponym) == TOPONYM
            assert toponym["place"] is None or list(toponym["place"]) == PLACE
        for claim in line["claims"]:
            assert list(claim) == CLAIM
            assert all(list(place) == CLAIM_PLACE for place in claim["places"])
            assert claim["panel"] in ("troops", "displaced", "other")
        assert all(list(other) == OTHER for other in line["others"])


def test_offsets_count_characters_of_the_text_as_read(printed: list[dict[str, Any]]) -> None:
    for path, line in zip(SEEDS, printed, strict=True):
        text = path.read_text(encoding="utf-8")
        for toponym in line["toponyms"]:
            assert text[toponym["start"] : toponym["end"]] == toponym["text"]
        for claim in line["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["words"]
            at = claim["sentence_start"]
            assert text[at : at + len(claim["sentence"])] == claim["sentence"]


def test_values_are_plain(printed: list[dict[str, Any]]) -> None:
    claims = {claim["words"]: claim for line in printed for claim in line["claims"]}
    fled = claims["more than 1,000"]
    assert (fled["low"], fled["high"], fled["approx"], fled["happened"]) == (
        1000, None, False, ["2021-07-01", "2021-07-14"],
    )  # fmt: skip
    assert claims["100,000"]["status"] == "pledged, then withdrawn"
    assert claims["about 5,500"]["as_of"] == "2021-07-14"


def test_the_command_itself(printed: list[dict[str, Any]]) -> None:
    command = [sys.executable, "-W", "error", "-m", "geo", "read", str(SEEDS[0]), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == printed[0]


def test_standard_input_and_a_date_from_outside() -> None:
    text = "Troops return\n\nSome 700 soldiers returned to Chad last week.\n"
    undated = json.loads(run("-", "--json", stdin=text).stdout)
    assert undated["claims"][0]["happened"] is None
    dated = json.loads(run("-", "--json", "--published", "2024-10-10", stdin=text).stdout)
    assert dated["article"]["published"] == "2024-10-10"
    assert dated["claims"][0]["happened"] == ["2024-09-30", "2024-10-06"]


def test_a_bad_file_stops_no_other_and_fails_the_command(tmp_path: Path) -> None:
    empty, latin = tmp_path / "empty.txt", tmp_path / "latin.txt"
    empty.touch()
    latin.write_bytes(b"caf\xe9")
    done = run(str(empty), str(SEEDS[0]), str(latin), str(tmp_path / "none.txt"), "--json")
    assert done.returncode == 1
    assert [json.loads(line)["article"]["file"] for line in done.stdout.splitlines()] == [SEEDS[0].name]
    assert done.stderr.splitlines() == [
        "error: empty.txt: is empty. Paste the article's text into it, or remove it",
        "error: latin.txt: is not UTF-8: byte 0xe9 in line 1. Save it again as UTF-8",
        "error: none.txt: there is no such file. Check the name",
    ]


def test_a_wrong_date_is_told() -> None:
    done = run("-", "--published", "yesterday")
    assert done.returncode == 2
    assert "'yesterday' is not a date; write it as 2021-07-28" in done.stderr
    assert "Traceback" not in done.stderr


def test_reading_writes_nothing_and_people_can_read_it() -> None:
    before = {path: path.stat().st_mtime_ns for path in (ROOT / "data").iterdir()}
    done = run(str(SEEDS[1]))
    assert done.stdout.splitlines()[0].startswith(f"{SEEDS[1].name}: 4 figures, ")
    assert "  about 1,000 troops: exercise, reported" in done.stdout.splitlines()
    assert {path: path.stat().st_mtime_ns for path in (ROOT / "data").iterdir()} == before


@pytest.mark.parametrize(
    "text", ["\u202ehello\n", "{{ 7 * 7 }}\n", "a" * 5000, "<script>alert(1)</script> 5 troops fled.\n"]
)
def test_strange_text_is_just_text(text: str) -> None:
    done = run("-", "--json", stdin=text)
    assert (done.returncode, done.stderr) == (0, "")
    json.loads(done.stdout)
