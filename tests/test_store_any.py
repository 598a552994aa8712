"""Any collection is the same after it was saved and loaded; a file made by hand cannot hold what no build writes."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import limits
from geo.dataset import check
from geo.dataset.store import Collection, LeftOut, load, save
from geo.errors import DatasetError
from geo.model import (
    Action,
    Article,
    Attribution,
    Basis,
    Claim,
    ClaimPlace,
    Difference,
    Evidence,
    Figure,
    Frame,
    Granularity,
    How,
    Link,
    Place,
    PlaceKind,
    Population,
    Precision,
    Qualifier,
    Quantity,
    Reading,
    Role,
    Sequel,
    Span,
    Status,
    StatusMark,
    Toponym,
    When,
)
from tests import hand_made as made

TEXT = "In the north 1,200 soldiers crossed the border, \u202ean official\u202c said; 40 went back to Nyala \U0001f600."
WORDS = st.text(max_size=12)
SURE = st.floats(0, 1)
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(*sorted(ends)))
EVIDENCE = st.none() | st.builds(Evidence, st.sampled_from(How), SURE, st.none() | SPANS)
BOUNDS = st.tuples(st.integers(0, 10**10), st.integers(0, 10**10)).map(sorted)
QUANTITIES = st.builds(
    lambda span, words, qualifier, ends, known: Quantity(
        span, words, qualifier, ends[0] if known & 1 else None, ends[1] if known & 2 else None
    ),
    *(SPANS, WORDS, st.sampled_from(Qualifier), BOUNDS, st.integers(0, 3)),
)
WHENS = st.none() | st.builds(
    lambda days, fine, words: When(*sorted(days), fine, words),
    *(st.tuples(DAYS, DAYS), st.sampled_from(Granularity), WORDS),
)
LOCATED = [precision for precision in Precision if precision is not Precision.UNLOCATED]
PLACES = st.builds(
    Place,
    id=st.sampled_from(["gn:1", "gn:1~2", "site:x", ""]),  # few: so that different places share an id
    name=st.sampled_from(["outside Damascus", "the outskirts of Damascus", "Nyala"]) | WORDS,
    kind=st.sampled_from(PlaceKind),
    precision=st.sampled_from(LOCATED),
    countries=st.lists(st.sampled_from(["SY", "SD"]), max_size=2).map(tuple),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    source=WORDS,
    radius_km=st.none() | st.floats(0.1, 1000),
    anchor=st.none() | WORDS,
    note=st.none() | WORDS,
) | st.builds(Place, WORDS, WORDS, st.sampled_from(PlaceKind), st.just(Precision.UNLOCATED), st.just(()), source=WORDS,
              lat=st.none(), lon=st.none())  # fmt: skip
USES = st.lists(
    st.builds(ClaimPlace, PLACES, st.sampled_from(Role), st.booleans(), st.none() | WORDS, EVIDENCE), max_size=3
).map(tuple)
CLAIMS = st.builds(
    Claim,
    id=st.just(""),
    article=st.just(""),
    span=SPANS,
    sentence=SPANS,
    quantity=QUANTITIES,
    counted=WORDS,
    population=st.sampled_from(Population),
    basis=st.sampled_from(Basis),
    action=st.sampled_from(Action),
    who=st.none() | WORDS,
    places=USES,
    happened=WHENS,
    as_of=st.none() | DAYS,
    reported=st.none() | DAYS,
    attribution=st.none() | st.builds(Attribution, st.lists(WORDS, max_size=2).map(tuple), SPANS),
    statuses=st.lists(st.builds(StatusMark, st.sampled_from(Status), SPANS, st.none() | WORDS), max_size=2).map(tuple),
    origin=WORDS,
    repeats=st.lists(SPANS, max_size=2).map(tuple),
    sequel=st.none() | st.builds(Sequel, st.sampled_from(Action), SPANS, WHENS, USES),
    form=WORDS,
    frame=st.sampled_from(Frame),
    sure=SURE,
    dated=EVIDENCE,
    spoken=EVIDENCE,
    considered=st.lists(WORDS, max_size=2).map(tuple),
)
READINGS = st.builds(
    Reading,
    article=st.builds(
        Article,
        id=st.just(""),
        file=WORDS,
        sha256=WORDS,
        text=st.just(TEXT),
        title=WORDS,
        publisher=st.none() | WORDS,
        agency=st.none() | WORDS,
        published=st.none() | DAYS,
        url=st.none() | WORDS,
    ),
    toponyms=st.lists(st.builds(Toponym, SPANS, WORDS, st.booleans(), st.none() | PLACES, WORDS), max_size=3).map(
        tuple
    ),
    claims=st.lists(CLAIMS, max_size=2).map(tuple),
    notes=st.lists(WORDS, max_size=2).map(tuple),
    others=st.lists(st.builds(Figure, QUANTITIES, WORDS, st.sampled_from(Frame), SURE, SPANS), max_size=2).map(tuple),
)
POSITIONS = st.tuples(st.floats(-180, 180), st.floats(-90, 90)).map(list)
SHAPES = st.lists(POSITIONS, min_size=2, max_size=4).map(lambda line: {"type": "LineString", "coordinates": line})
LINKS = st.builds(
    Link, WORDS, WORDS, st.lists(st.sampled_from(Difference), max_size=2).map(tuple), st.booleans(), st.booleans()
)


def named(readings: list[Reading]) -> tuple[Reading, ...]:
    """The readings with ids of their own: in a collection each stands once."""
    return tuple(
        replace(
            reading,
            article=replace(reading.article, id=f"a{number}"),
            claims=tuple(
                replace(claim, id=f"a{number}-{at}", article=f"a{number}") for at, claim in enumerate(reading.claims)
            ),
        )
        for number, reading in enumerate(readings)
    )


COLLECTIONS = st.builds(
    Collection,
    readings=st.lists(READINGS, max_size=3).map(named),
    links=st.lists(LINKS, max_size=2).map(tuple),
    geometries=st.dictionaries(WORDS, SHAPES, max_size=2),
    left_out=st.lists(st.builds(LeftOut, WORDS, WORDS), max_size=2).map(tuple),
)


@settings(max_examples=150)
@given(collection=COLLECTIONS)
def test_any_collection_is_the_same_after_it_was_saved_and_loaded(collection: Collection) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "collection.json"
        version = save(collection, path)
        assert load(path) == replace(collection, version=version)
        assert save(load(path), path) == version


def test_a_described_place_keeps_the_words_of_its_own_article(tmp_path: Path) -> None:
    collection = made.collection()
    first, second = collection.readings
    outside = replace(made.BASE, name="outside Damascus")
    outskirts = replace(made.BASE, name="the outskirts of Damascus")
    readings = tuple(
        replace(reading, claims=(replace(reading.claims[0], places=(ClaimPlace(place, Role.AT),)),))
        for reading, place in ((first, outside), (second, outskirts))
    )
    save(Collection(readings), tmp_path / "collection.json")
    found = [claim.places[0].place.name for claim in load(tmp_path / "collection.json").claims]
    assert found == ["outside Damascus", "the outskirts of Damascus"]


def with_claim(**changes: Any) -> Collection:
    """One claim with what a hand has changed in it."""
    reading = Reading(made.DRILLS, (), (replace(made.EXERCISE, **changes),))
    return Collection((reading,))


def with_place(**changes: Any) -> Collection:
    return with_claim(places=(ClaimPlace(replace(made.CROSSING, **changes), Role.AT),))


def with_shape(shape: Any) -> Collection:
    return replace(with_claim(), geometries={"c:TJ": shape})


def with_bounds(low: int | None, high: int | None) -> Collection:
    return with_claim(quantity=replace(made.EXERCISE.quantity, low=low, high=high))


def with_rejected(claim: Any) -> Collection:
    return Collection((Reading(made.DRILLS, (), (made.EXERCISE,)),), rejected=(claim,))


RING = [[60, 30], [61, 30], [61, 31], [60, 30]]
HAND_MADE: dict[str, tuple[Collection, str]] = {
    "a latitude beyond numbers": (with_place(lat=1e308), "nowhere on Earth"),
    "a longitude beyond the globe": (with_place(lon=-541.0), "nowhere on Earth"),
    "half a position": (with_place(lon=None), "nowhere on Earth"),
    "no position, and yet a point": (with_place(lat=None, lon=None), "nowhere on Earth"),
    "a circle around the Sun": (with_place(radius_km=1e9), "nowhere on Earth"),
    "a circle of nothing": (with_place(radius_km=0.0), "nowhere on Earth"),
    "more people than live": (with_bounds(10**300, None), "bounds that are none"),
    "fewer than nobody": (with_bounds(-1, 5), "bounds that are none"),
    "bounds the wrong way round": (with_bounds(9, 5), "bounds that are none"),
    "surer than sure": (with_claim(sure=2.0), "surer than sure"),
    "a span before the text": (with_claim(span=Span(-5, 3)), "outside its text"),
    "a span behind the text": (with_claim(sentence=Span(0, 10**9)), "outside its text"),
    "a span that ends before it begins": (with_claim(span=Span(9, 3)), "outside its text"),
    "an event that ends before it begins": (
        with_claim(happened=When(date(2021, 7, 2), date(2021, 7, 1), Granularity.DAY, "")),
        "ends before it begins",
    ),
    "a claim of another article": (with_claim(article="gone"), "of another article"),
    "a figure twice": (
        Collection((Reading(made.DRILLS, (), (made.EXERCISE, made.EXERCISE)),)),
        "is there twice",
    ),
    "a figure that is rejected and not": (with_rejected(made.EXERCISE), "rejected figure"),
    "a rejected figure of no article": (with_rejected(replace(made.EXERCISE, id="r", article="gone")), "no article"),
    "a rejected figure outside the text": (
        with_rejected(replace(made.EXERCISE, id="r", span=Span(0, 10**9))),
        "outside its text",
    ),
    "a rejected figure nowhere": (
        with_rejected(replace(made.EXERCISE, id="r", places=(ClaimPlace(replace(made.CROSSING, lat=1e308), Role.AT),))),
        "nowhere on Earth",
    ),
    "an article twice": (Collection((Reading(made.DRILLS, (), ()),) * 2), "is there twice"),
    "an empty polygon": (with_shape({"type": "Polygon", "coordinates": []}), "the shape of c:TJ is none"),
    "a polygon of an empty ring": (with_shape({"type": "Polygon", "coordinates": [[]]}), "the shape of c:TJ is none"),
    "a ring of two": (with_shape({"type": "Polygon", "coordinates": [RING[:2]]}), "the shape of c:TJ is none"),
    "a line of one": (with_shape({"type": "LineString", "coordinates": RING[:1]}), "the shape of c:TJ is none"),
    "words for positions": (with_shape({"type": "LineString", "coordinates": "ab"}), "the shape of c:TJ is none"),
    "a position beyond": (with_shape({"type": "Point", "coordinates": [1e308, 0]}), "the shape of c:TJ is none"),
    "no positions": (with_shape({"type": "MultiPolygon"}), "the shape of c:TJ is none"),
    "an unknown type": (with_shape({"type": "Circle", "coordinates": RING}), "the shape of c:TJ is none"),
}


@pytest.mark.parametrize("what", HAND_MADE)
def test_a_value_that_no_build_writes_is_one_line(what: str, tmp_path: Path) -> None:
    collection, words = HAND_MADE[what]
    save(collection, tmp_path / "collection.json")
    with pytest.raises(DatasetError, match=words) as caught:
        load(tmp_path / "collection.json")
    assert "\n" not in str(caught.value)
    assert "Run: python -m geo build" in str(caught.value)


def test_what_is_not_a_number_is_no_data_set(tmp_path: Path) -> None:
    path = tmp_path / "collection.json"
    save(with_place(), path)
    for number in ("NaN", "Infinity", "1e999"):
        path.write_text(path.read_text(encoding="utf-8").replace("37.18", number), encoding="utf-8")
        with pytest.raises(DatasetError, match="is damaged"):
            load(path)


def test_shapes_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "DATASET_POSITIONS", 3)
    assert (
        check.wrong(with_shape({"type": "Polygon", "coordinates": [RING]})) == "its shapes have more than 3 positions"
    )
    assert check.wrong(with_shape({"type": "LineString", "coordinates": RING[:3]})) is None


def test_not_a_number_never_reaches_arithmetic() -> None:
    assert check.wrong(with_place(lat=float("nan"))) is not None
    assert check.wrong(with_place(radius_km=inf)) is not None


Spoil = Callable[[Path], None]


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


def as_hole(path: Path) -> None:
    """As large as the bound and a byte more, and no larger on the disk than a block."""
    with path.open("wb") as file:
        file.truncate(limits.DATASET_BYTES + 1)


@pytest.mark.parametrize(
    ("spoil", "what"), [(as_pipe, "is not a file"), (Path.mkdir, "is not a file"), (as_hole, "is larger than")]
)
def test_what_is_no_data_set_is_not_opened(spoil: Spoil, what: str, tmp_path: Path) -> None:
    """A pipe has no end, and 200 MB would be read by each visitor with each click."""
    spoil(tmp_path / "collection.json")
    with pytest.raises(DatasetError, match=what):
        load(tmp_path / "collection.json")
