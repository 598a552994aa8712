"""The annotated articles are sound, the scorer counts what it says, and no set scores less than its floors."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.annotated import agree, conflicts, floors, match, sets
from benchmarks.annotated.answer import Answer, answer
from benchmarks.annotated.bring import converted, split
from benchmarks.annotated.check import faults, of_set
from benchmarks.annotated.match import Names
from benchmarks.annotated.run import names, readings, scored
from benchmarks.annotated.score import KEYS, Score, score
from benchmarks.annotated.sets import NEWS, OWN, annotations
from benchmarks.annotated.table import table
from benchmarks.annotated.types import Annotation, PlaceGiven
from geo.model import Qualifier
from geo.places.gazetteer import Gazetteer

NOTHING_DATED = {"d23_atmis.txt", "d28_walikale.txt", "h30_islam_qala.txt"}
"""Articles of ours that carry no full publication date, on purpose."""
TEXT = "Officials said 1,200 troops left Sarh for Chad's capital on 3 May; 400 people fled. Storms killed 7 people.\n"


# The sets


@pytest.mark.parametrize("name", [*OWN, "news"])
def test_a_set_is_sound(name: str) -> None:
    assert of_set(name) == []


@pytest.mark.parametrize("name", OWN)
def test_an_article_of_ours_is_loaded_with_its_head(name: str) -> None:
    for each, article in zip(annotations(name), sets.articles(annotations(name)), strict=True):
        assert article.text == each.text
        assert article.text.startswith(article.title)
        assert (article.published is None) == (each.file in NOTHING_DATED)


@pytest.mark.parametrize("name", ["development", "held_out", "variety"])
def test_a_set_of_ours_is_as_large_as_promised(name: str) -> None:
    figures = [figure for each in annotations(name) for figure in each.figures]
    assert len(annotations(name)) >= 25
    assert sum(figure.published for figure in figures) >= 110
    assert sum(not figure.published for figure in figures) >= 40
    assert {figure.qualifier for figure in figures if figure.published} == set(Qualifier)


def test_no_sentence_is_shared(seeds: tuple[Path, ...]) -> None:
    ours = [each for name in ("development", "held_out", "variety") for each in annotations(name)]
    texts = [str(each.text) for each in ours] + [seed.read_text("utf-8") for seed in seeds]
    sentences = [s for text in texts for s in set(re.split(r"(?<=[.!?\"”])\s+|\n\n", text)) if len(s.split()) >= 5]
    assert len(sentences) == len(set(sentences))
    files = [each.file for each in ours]
    assert len(files) == len(set(files))


def test_the_news_travels_without_its_texts() -> None:
    longest = 90  # letters; a source with its office, never a sentence of the article
    for path in (sets.FOLDER / "news").glob("*.json"):
        raw = json.loads(path.read_text(encoding="utf-8"))
        assert not {"text", "note"} & set(raw)
        strings = [v for figure in raw["figures"] for v in figure.values() if isinstance(v, str)]
        strings += [v for figure in raw["figures"] for place in figure.get("places", ()) for v in place.values() if v]
        assert all(len(each) <= longest for each in strings), path.name


# The split


def test_train_and_test_share_no_conflict() -> None:
    def groups(name: str) -> set[str]:
        return {conflicts.group(each.conflict, Path(each.file).stem) for each in annotations(name)}

    assert json.loads(sets.SPLIT.read_text(encoding="utf-8")) == split(), "run python -m benchmarks.annotated.bring"
    assert not groups("train") & groups("test")
    assert len(annotations("test")) >= 40
    assert {each.file for name in NEWS for each in annotations(name)} == {each.file for each in annotations("news")}


@pytest.mark.parametrize(
    ("label", "stem", "expected"),
    [
        ("Iraq / ISIL 2014-2017", "1-x", "Syria and Iraq (ISIL)"),
        ("Syria 2011-", "2-x", "Syria and Iraq (ISIL)"),
        ("Iraq 2003-2011", "3-x", "Iraq 2003-2011"),
        ("none (US border 2025)", "4-x", "United States, border"),
        ("none", "005-kosovo-in-brief", "Kosovo"),
        (None, "006-a-match", "006-a-match"),
        ("East Timor 1999", "7-x", "East Timor"),
    ],
)
def test_labels_of_one_conflict_are_one_group(label: str | None, stem: str, expected: str) -> None:
    assert conflicts.group(label, stem) == expected


# The format


def made(**changes: Any) -> Annotation:
    """An annotation of TEXT; ``changes`` are to its first figure."""
    troops = {
        "start": 15, "end": 20, "text": "1,200", "panel": "troops", "frame": "moved", "low": 1200, "high": 1200,
        "population": "troops", "who": "Chad", "basis": "event", "action": "withdraw", "status": "reported",
        "places": [
            {"name": "Sarh", "role": "from", "where": "sentence", "canonical": "Sarh", "country": "TD"},
            {"name": "Chad's capital", "role": "to", "where": "earlier", "canonical": "N'Djamena", "country": "TD"},
        ],
        "happened": ["2021-05-03", "2021-05-03"], "as_of": None, "dated_by": "sentence", "attribution": "officials",
    }  # fmt: skip
    fled = {
        "start": 67, "end": 70, "text": "400", "panel": "displaced", "frame": "moved", "low": 400, "high": 400,
        "population": "civilians on the move", "who": None, "places": [], "happened": None, "as_of": None,
        "attribution": None, "status": "reported",
    }  # fmt: skip
    killed = {"start": 98, "end": 99, "text": "7", "panel": "other", "frame": "killed", "low": 7, "high": 7}
    first = {field: value for field, value in {**troops, **changes}.items() if value is not msgspec.UNSET}
    raw = {"file": "made.txt", "sha256": "0", "figures": [first, fled, killed]}
    return msgspec.convert(raw, Annotation)


def test_the_checker_finds_what_is_wrong() -> None:
    assert list(faults(made(), TEXT)) == []
    wrong = {
        "text": "1,300",
        "low": 1300,
        "population": "refugees",
        "happened": ["2021-05-04", "2021-05-03"],
        "as_of": "3 May",
        "status": "rumoured",
        "dated_by": "none",
        "places": [{"name": "Moundou", "role": "at", "country": "Chad"}],
    }
    for field, value in wrong.items():
        assert list(faults(made(**{field: value}), TEXT)), field
    assert list(faults(made(start=60, end=69), TEXT))  # out of order, and over the next figure


@pytest.mark.parametrize("change", [{"panel": "soldiers"}, {"places": [{"name": "x", "role": "in"}]}, {"nth": 0}])
def test_values_that_the_format_lacks_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        made(**change)


def test_remarks_and_texts_are_not_brought_in(tmp_path: Path) -> None:
    raw = {**msgspec.to_builtins(made()), "note": "quotes the article", "text": TEXT, "published": "2021-05-05"}
    raw["figures"][0]["happened"] = ["2021-05-03", None]
    (tmp_path / "made.json").write_text(json.dumps(raw), encoding="utf-8")
    found = converted(tmp_path / "made.json")
    assert found.text is msgspec.UNSET
    assert found.figures[0].happened == ("2021-05-03", "2021-05-05")


def test_texts_that_are_missing_or_others_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sets.VARIABLE, str(tmp_path))
    assert sets.missing("development") is None
    assert sets.VARIABLE in (sets.missing("test") or "")
    with pytest.raises(sets.TextsError, match="not found"):
        next(sets.articles([made()]))
    (tmp_path / "made.txt").write_text(TEXT, encoding="utf-8")
    assert sets.missing("test") is None
    with pytest.raises(sets.TextsError, match="another text"):
        next(sets.articles([made()]))


# The scorer


def claim(**changes: Any) -> dict[str, Any]:
    """A claim that is right about the first figure of ``made()``."""
    place = {"name": "Sarh", "role": "from", "country": "TD", "lat": 9.15, "lon": 18.39, "precision": "point"}
    return {
        "start": 15, "end": 20, "words": "1,200", "panel": "troops", "low": 1200, "high": 1200, "population": "troops",
        "who": "Chad", "basis": "event", "action": "withdraw", "status": "reported", "frame": "moved",
        "places": [{**place, "stated": True}], "happened": ["2021-05-03", "2021-05-03"], "as_of": None,
        "dated_by": "sentence", "attributed_to": "Officials", **changes,
    }  # fmt: skip


FLED = claim(
    start=67, end=70, words="400", panel="displaced", low=400, high=400, population="civilians on the move", who=None,
    places=[], happened=None, attributed_to=None,
)  # fmt: skip
SEVEN = {"start": 98, "end": 99, "frame": "killed"}


def one(*claims: dict[str, Any], others: tuple[dict[str, Any], ...] = (), **changes: Any) -> Score:
    told = answer({"claims": list(claims), "others": list(others), "article": {}, "toponyms": []})
    return score([(made(**changes), told)])


def test_a_right_answer() -> None:
    found = one(claim(), FLED, others=(SEVEN,))
    for key in ("f1", "bounds", "place", "place and role", "stated", "no place", "date", "no date", "speaker",
                "no speaker", "status", "action", "who", "basis", "frame", "date by publication"):  # fmt: skip
        assert found.value(key) == 1.0, key
    assert (found.value("leak"), found.value("unstated")) == (0.0, 0.0)
    assert found.of["place in sentence"] == 1
    assert found.misses == []


def test_an_empty_answer_is_worth_nothing() -> None:
    empty = score([(made(), Answer())])
    for key in KEYS:
        assert empty.value(key) in (0.0, None), key
    assert [key for key in KEYS if empty.value(key) is None] == ["unstated", "leak"]
    held = dict.fromkeys(KEYS, 0.5)
    assert len(floors.broken(empty, held)) == len(KEYS)


def test_the_wrong_panel_is_wrong_both_ways() -> None:
    found = one(claim(panel="displaced"), FLED)
    assert (found.value("precision"), found.value("recall")) == (0.5, 0.5)
    assert found.right["place"] == found.of["place"] == 0


def test_a_figure_printed_again_is_found_where_the_reader_says_so() -> None:
    far = claim(start=0, end=5, repeats=[[15, 20]])
    assert one(far, FLED).value("recall") == 1.0


def test_the_dead_who_are_published_leak() -> None:
    dead = claim(start=98, end=99, words="7", panel="displaced", frame="hosted")
    found = one(claim(), FLED, dead)
    assert (found.value("leak"), found.leaks["killed"], found.value("precision")) == (1.0, 1, 2 / 3)
    assert "made.txt: not displaced (killed): 7" in found.misses
    assert "| – killed, but published | 1 of 1 |" in table({"made": found})


@pytest.mark.parametrize(
    ("places", "given", "right", "role", "precision"),
    [
        ([], 0.0, 0.0, 0.0, 0.0),
        ([("Sarh", "at", "TD")], 1.0, 1.0, 0.0, 1.0),
        ([("N'Djamena", "to", "TD"), ("Abéché", "from", "TD")], 1.0, 1.0, 1.0, 0.5),
        ([("Sarh", "from", "SD")], 1.0, 0.0, 0.0, 0.0),  # of the same name, in another country
    ],
)
def test_places(places: list[tuple[str, str, str]], given: float, right: float, role: float, precision: float) -> None:
    told = [{"name": name, "role": how, "country": code, "stated": False} for name, how, code in places]
    found = one(claim(places=told))
    assert (found.value("place given"), found.value("place"), found.value("place and role")) == (given, right, role)
    assert (found.value("place precision"), found.value("inferred")) == (precision, precision)
    assert found.value("stated") == 0.0


def test_a_role_that_can_be_defended_is_right() -> None:
    near = {"name": "Sarh", "role": "near", "country": "TD", "where": "sentence"}
    defended = {"places": [[near, {**near, "name": "Moundou"}]]}
    found = one(claim(places=[{**claim()["places"][0], "role": "near"}]), also=defended)
    assert (found.value("place"), found.value("place and role")) == (1.0, 1.0)


def test_a_place_where_there_is_none_is_wrong() -> None:
    found = one({**FLED, "places": [claim()["places"][0]]})
    assert (found.value("no place"), found.value("place precision"), found.of["place precision"]) == (0.0, 0.0, 1)


@pytest.mark.parametrize(
    ("gold", "told", "same"),
    [
        (("Idlib province", None), ("Idlib", 35.9, 36.6), True),
        (("Niger", "NE"), ("Nigeria", 9.0, 8.0), False),
        (("Lebanon", "LB"), ("Beirut", 33.89, 35.5), True),  # gold is the country, and Beirut lies in it
        (("Sarh", "TD"), ("Fort-Archambault", 9.2, 18.4), True),  # within 30 km
        (("Sarh", "TD"), ("Moundou", 8.57, 16.07), False),
    ],
)
def test_one_place_or_two(gold: tuple[str, str | None], told: tuple[str, float, float], same: bool) -> None:
    codes = {"Beirut": "LB", "Idlib": "SY", "Nigeria": "NG", "Fort-Archambault": "TD", "Moundou": "TD"}
    place = {"name": told[0], "role": "at", "country": codes[told[0]], "lat": told[1], "lon": told[2]}
    compared = answer({"claims": [claim(places=[place])]}).claims[0].places[0]
    given = msgspec.convert({"name": gold[0], "role": "at", "country": gold[1]}, PlaceGiven)
    assert names(Gazetteer.open()).same(given, compared) is same


@pytest.mark.parametrize(
    ("gold", "told", "right"),
    [
        ({}, {}, True),
        ({}, {"happened": ["2021-05-02", "2021-05-04"]}, True),
        ({}, {"happened": ["2021-05-01", "2021-05-31"]}, False),  # wider than needed
        ({}, {"happened": ["2021-05-04", "2021-05-04"]}, False),
        ({}, {"happened": None, "as_of": "2021-05-03"}, True),
        ({}, {"happened": None}, False),
        ({"happened": ["2021-05-01", "2021-05-31"]}, {"happened": ["2021-05-01", "2021-06-30"]}, True),
        ({"happened": None, "as_of": "2021-05-05"}, {"happened": None, "as_of": "2021-05-03"}, True),
        ({"happened": None, "as_of": "2021-05-05"}, {"happened": None, "as_of": "2021-05-01"}, False),
        ({"happened": None, "as_of": "2021-05-05"}, {"happened": None}, False),
    ],
)
def test_dates(gold: dict[str, Any], told: dict[str, Any], right: bool) -> None:
    assert one(claim(**told), **gold).value("date") == right


def test_half_an_answer_about_the_date_is_not_scored() -> None:
    assert match.dates(made(happened=None, as_of=msgspec.UNSET).figures[0]) == []


def test_a_date_by_publication_is_told_apart() -> None:
    assert one(claim(dated_by="publication")).value("date by publication") == 0.0
    assert one(claim(dated_by="publication"), dated_by="publication").value("date by publication") == 1.0


@pytest.mark.parametrize(
    ("told", "speaker", "status"),
    [("the officials", 1.0, 1.0), ("senior officials", 1.0, 1.0), ("an official", 0.0, 1.0), (None, 0.0, 1.0)],
)
def test_speakers(told: str | None, speaker: float, status: float) -> None:
    found = one(claim(attributed_to=told))
    assert (found.value("speaker"), found.value("status"), found.of["no speaker"]) == (speaker, status, 0)


def test_further_values_are_as_good() -> None:
    also = {"action": ["deploy"], "places": [[]], "who": [None], "status": ["claimed, denied by the army"]}
    found = one(claim(action="deploy", places=[], who=None, status="claimed, denied"), also=also)
    assert [found.value(key) for key in ("action", "no place", "who", "status")] == [1.0] * 4
    assert found.of["place"] == 0


# Two annotators


def test_agreement_is_that_of_the_second_with_the_first() -> None:
    second = made(action="deploy", places=[{"name": "Sarh", "role": "at", "canonical": "Sarh", "country": "TD"}])
    told = score([(made(), agree.as_answer(second))], Names())
    assert (told.value("f1"), told.value("place"), told.value("place and role"), told.value("action")) == (1, 1, 0, 0)
    shown = agree.table([made()], [second], Gazetteer.open())
    assert "| numbers of people, F1 | 1.00 | 3 |" in shown


# The floors


@pytest.fixture(scope="session")
def measured() -> Callable[[str], Score]:
    """The score of a set; each text is read once."""
    gazetteer = Gazetteer.open()

    @cache
    def of(name: str) -> Score:
        annotated = annotations(name)
        return scored(annotated, list(readings(annotated, gazetteer)), gazetteer)

    return of


@pytest.mark.parametrize("name", [*OWN, *NEWS])
def test_no_set_scores_less_than_its_floors(name: str, measured: Callable[[str], Score]) -> None:
    if reason := sets.missing(name):
        assert name not in OWN
        pytest.skip(f"floors not held: {reason}")
    held = floors.floors()[name]
    assert held["f1"] > 0.5
    assert floors.broken(measured(name), held) == []
