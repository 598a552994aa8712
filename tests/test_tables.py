"""Tables of a large collection: they answer what the collection in memory answers, and damage to them is one line."""

import errno
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from benchmarks.collection import Newsroom
from geo.dataset.filter import Filter, stated_only
from geo.dataset.query import Catalogue, in_panel, people
from geo.dataset.store import Collection, save
from geo.errors import DatasetError
from geo.limits import STORE_KEPT, STORE_SPARE
from geo.model import Panel, Status
from geo.model.decision import Anchor, Decision, Review, Verdict
from geo.store import cells, manifest, pages, questions, write
from geo.store.catalogue import Outline
from geo.store.cells import Box
from geo.store.columns import standing
from geo.store.decided import Decided
from geo.store.overview import NAME, asked, overview
from geo.store.questions import Counts
from geo.store.tables import Tables
from geo.store.where import Asked
from tests import hand_made
from tests.test_store_any import COLLECTIONS, DAYS

WORLD = Box(-85, -180, 85, 179.999)
PANELS = st.sampled_from([frozenset({Panel.TROOPS}), frozenset({Panel.DISPLACED}), frozenset(Panel) - {Panel.OTHER}])
FILTERS = st.builds(
    Filter,
    first=st.none() | DAYS,
    last=st.none() | DAYS,
    panels=PANELS,
    statuses=st.frozensets(st.sampled_from(Status), max_size=3),
    sources=st.sampled_from([frozenset(), frozenset({"Harbour Post", "Press Union"}), frozenset({"", "nobody"})]),
    places=st.sampled_from([frozenset(), frozenset({"country:SD", "gn:1"}), frozenset({"gn:379252"}), frozenset({""})]),
    words=st.sampled_from(["", "refugees", "SOLDIERS fled", "12", "'", "Nyala %"]),
    known_on=st.none() | DAYS,
    inferred=st.booleans(),
)


def tables_of(collection: Collection, folder: Path) -> Tables:
    write.write(
        folder,
        collection.readings,
        collection.geometries,
        links=collection.links,
        version=collection.version or None,
        decided=Decided.of(collection),
    )
    return Tables.open(folder)


@pytest.fixture(scope="module")
def made() -> Collection:
    return Newsroom().collection(60, 400)


@pytest.fixture(scope="module")
def catalogue(made: Collection) -> Catalogue:
    return Catalogue.of(made)


@pytest.fixture(scope="module")
def tables(made: Collection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tables]:
    opened = tables_of(made, tmp_path_factory.mktemp("made") / "tables")
    yield opened
    opened.close()


def agree(tables: Tables, catalogue: Catalogue, wanted: Filter) -> None:
    """Every question has the answer that the collection in memory gives."""
    asked, shown = Asked(wanted), catalogue.select(wanted)
    assert questions.ids(tables, asked) == tuple(claim.id for claim in shown)
    counts = Counts(*(len(in_panel(shown, panel)) for panel in Panel))
    geometries = catalogue.collection.geometries
    away = [claim for claim in shown if standing(claim, geometries)[0] is None]
    assert questions.shown(tables, asked) == questions.Shown(
        counts, Counts(*(sum(it.panel is panel for it in away) for panel in Panel))
    )
    begun = Counter(days[1].replace(day=1) for claim in shown if (days := catalogue.dated(claim)))
    assert {bar.first: bar.counts.every for bar in questions.timeline(tables, asked)} == begun
    total, found = questions.places(tables, asked, count=10_000)
    assert {at.place.id: at.figures for at in found} == {place.id: len(of) for place, of in catalogue.places(shown)}
    assert total == len(found)
    differing = [tuple(claim.id for claim in claims) for claims, _ in catalogue.differences(people(shown))]
    told, movements = questions.told_differently(tables, asked, count=10_000, most=10_000)
    assert [it.claims for it in movements] == differing
    assert told == len(differing)
    drawn = cells.cells(tables, asked, WORLD, 1.5)
    assert sum(cell.counts.every for cell in drawn) == counts.every - len(away)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=FILTERS)
def test_tables_answer_as_the_collection_in_memory(tables: Tables, catalogue: Catalogue, wanted: Filter) -> None:
    agree(tables, catalogue, wanted)


@settings(max_examples=12, deadline=None)
@given(collection=COLLECTIONS, wanted=FILTERS)
def test_tables_of_any_collection_answer_alike(collection: Collection, wanted: Filter) -> None:
    with TemporaryDirectory() as folder:
        tables = tables_of(collection, Path(folder) / "tables")
        agree(tables, Catalogue.of(collection), wanted)
        tables.close()


def test_figures_come_back_whole(tables: Tables, made: Collection) -> None:
    catalogue = Catalogue.of(made)
    keys = questions.ids(tables, Asked(), 100, 50)
    part = pages.collection(tables, keys, linked=True, shapes=True)
    assert set(keys) <= {claim.id for claim in part.claims}
    assert all(claim == catalogue.claims[claim.id] for claim in part.claims)
    assert all(article == catalogue.articles[article.id] for article in part.articles)
    assert {link for key in keys for _, link in catalogue.links(key)} == set(part.links)
    assert part.geometries
    assert json.dumps({key: made.geometries[key] for key in part.geometries}) == json.dumps(part.geometries)


def test_an_article_comes_back_with_all_that_was_read_in_it(tables: Tables, made: Collection) -> None:
    for reading in made.readings:
        found = pages.reading(tables, reading.article.id)
        assert found is not None
        assert replace(found, claims=()) == replace(reading, claims=())
        assert set(found.claims) == set(reading.claims)
    assert pages.reading(tables, "no such article") is None


def test_a_list_is_asked_for_in_parts(tables: Tables, catalogue: Catalogue) -> None:
    asked = Asked(Filter(), frozenset({Panel.DISPLACED}))
    every = questions.ids(tables, asked)
    assert tuple(questions.ids(tables, asked, 50, 50)) == every[50:100]
    assert tuple(key for key, *_ in questions.listed(tables, asked, 50, 50)) == every[50:100]
    assert all(questions.is_among(tables, asked, key) for key in every[70:75])
    assert not questions.is_among(tables, Asked(Filter(words="no such words")), every[70])
    day = date(2024, 9, 1)
    at = questions.before(tables, asked, day)
    starts = [days[1] for key in every if (days := catalogue.dated(catalogue.claims[key]))]
    assert at == sum(start < day for start in starts)


def test_what_is_told_differently_comes_in_parts_with_some_of_its_tellings(tables: Tables) -> None:
    count, every = questions.told_differently(tables, Asked(), count=10_000)
    assert count == len(every) > 4
    assert questions.told_differently(tables, Asked(), 2, 2) == (count, every[2:4])
    _, cut = questions.told_differently(tables, Asked(), count=10_000, most=2)
    assert [(it.claims, it.more) for it in cut] == [(it.claims[:2], len(it.claims) - 2) for it in every]


def test_figures_at_a_place_are_those_of_the_catalogue(tables: Tables, catalogue: Catalogue) -> None:
    shown = catalogue.select(Filter())
    for place, _ in catalogue.places(shown)[:12]:
        there = {claim.id for claim in catalogue.at(place.id, shown)}
        assert set(questions.ids(tables, Asked(place=place.id))) == there
        assert questions.place(tables, place.id) is not None


def test_sizes_are_orders_of_magnitude_as_printed(tables: Tables, made: Collection) -> None:
    values = [claim.quantity.middle for claim in made.claims if claim.population != "territory"]
    powers = Counter(len(str(value)) - 1 for value in values if value)
    assert {size.power: size.counts.every for size in questions.sizes(tables, Asked()) if size.power >= 0} == powers


def test_what_is_the_same_for_all_visitors(tables: Tables, catalogue: Catalogue) -> None:
    found = overview(tables)
    assert found.period == catalogue.period()
    assert found.statuses == catalogue.statuses()
    assert found.countries == catalogue.country_names
    assert found.undated == catalogue.undated
    assert found.inferred == catalogue.inferred
    assert set(found.agencies) | set(found.publishers) == set(catalogue.sources())


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[" * 100_000, b'{"counts": 1' + b" " * 1_000_001])
def test_what_is_the_same_for_all_is_kept_and_asked_for_where_it_is_not(tmp_path: Path, content: bytes | None) -> None:
    tables = tables_of(hand_made.collection(), tmp_path / "tables")
    kept = tables.home / NAME
    answers = overview(tables)
    assert answers == asked(tables)
    kept.write_bytes(msgspec.json.encode(replace(answers, articles=77)))
    assert overview(tables).articles == 77
    kept.write_bytes(content) if content is not None else kept.unlink()
    assert overview(tables) == answers
    tables.close()


@pytest.mark.parametrize("zoom", [1.5, 4, 6, 9])
def test_symbols_stand_at_places_and_lose_no_figure(tables: Tables, made: Collection, zoom: float) -> None:
    positions = {(place.lat, round(place.lon or 0.0, 6)) for place in made.places.values()}
    drawn = cells.cells(tables, Asked(), WORLD, zoom)
    assert all((cell.lat, round((cell.lon + 180) % 360 - 180, 6)) in positions for cell in drawn)
    assert sum(cell.counts.every for cell in drawn) == sum(
        standing(claim, made.geometries)[0] is not None for claim in made.claims
    )
    if zoom >= cells.WIDE_ZOOM:
        borders = [cell for cell in drawn if cell.form == "line"]
        assert borders
        assert all(cell.shape and cell.places == 1 for cell in borders)


def test_a_view_has_few_symbols_and_only_what_is_in_it(tables: Tables) -> None:
    assert len(cells.cells(tables, Asked(), WORLD, 12, most=20)) <= 20
    box = Box(0, 20, 20, 40)
    for cell in cells.cells(tables, Asked(), box, 5):
        assert box.south <= cell.lat <= box.north
        assert box.west <= cell.lon <= box.east


def test_a_view_across_the_date_line_has_both_sides(tables: Tables) -> None:
    once = cells.cells(tables, Asked(), Box(-85, -180, 85, 179.99), 3)
    turned = cells.cells(tables, Asked(), Box(-85, 10, 85, 369.99), 3)
    assert {cell.place for cell in once} & {cell.place for cell in turned}
    assert all(10 <= cell.lon <= 370 for cell in turned)


def test_without_inferred_places_a_figure_stands_elsewhere_or_nowhere(tables: Tables, made: Collection) -> None:
    drawn = cells.cells(tables, Asked(Filter(inferred=False)), WORLD, 4)
    there = sum(standing(stated_only(claim), made.geometries)[0] is not None for claim in made.claims)
    assert sum(cell.counts.every for cell in drawn) == there


def test_decisions_come_with_their_figures(tmp_path: Path) -> None:
    collection = hand_made.collection()
    first = collection.claims[0]
    reviewed = replace(collection, reviews=(Review(first.id, ()),))
    tables = tables_of(reviewed, tmp_path / "tables")
    assert pages.collection(tables, [first.id]).reviews == (Review(first.id, ()),)
    tables.close()


def test_a_note_checks_no_figure_and_nobody_checks_what_is_gone(tmp_path: Path) -> None:
    """As the collection in memory has it (Catalogue.unchecked)."""
    collection = hand_made.collection()
    first, second = collection.claims[:2]
    about = Anchor(first.id, "", "", "", "", "", "")
    kinds = Verdict.NOTE, Verdict.ACCEPT
    note, accept = (Decision(it, "2026-01-01T00:00:00Z", "ed", it, about) for it in kinds)
    reviews = Review(first.id, (note,)), Review(second.id, (note, accept)), Review("gone", (accept,))
    tables = tables_of(replace(collection, reviews=reviews), tmp_path / "tables")
    unchecked = Catalogue.of(replace(collection, reviews=reviews)).unchecked
    assert Outline.of_tables(tables, {}).unchecked == unchecked == len(collection.claims) - 1
    tables.close()


# What goes wrong with files.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "data" / "tables"
    collection = replace(hand_made.collection(), version="one")
    tables_of(collection, home).close()
    return home


def cut(folder: Path) -> None:
    path = folder / "one" / "claims.parquet"
    path.write_bytes(path.read_bytes()[:-40])


def take(folder: Path) -> None:
    (folder / "one" / "records.parquet").unlink()


def age(folder: Path) -> None:
    path = folder / manifest.NAME
    path.write_text(path.read_text().replace(f'"format": {manifest.FORMAT}', '"format": 0'))


def spoil(folder: Path) -> None:
    (folder / manifest.NAME).write_text("{")


def empty(folder: Path) -> None:
    (folder / manifest.NAME).unlink()


def lead_outside(folder: Path) -> None:
    path = folder / manifest.NAME
    path.write_text(path.read_text().replace("one/claims.parquet", "../../claims.parquet"))


def leave_out(folder: Path) -> None:
    path = folder / manifest.NAME
    path.write_text(path.read_text().replace('"links"', '"lines"'))


def garble(folder: Path) -> None:
    path = folder / "one" / "places.parquet"
    path.write_bytes(b"x" * path.stat().st_size)


def misname(folder: Path) -> None:
    path = folder / "one" / "places.parquet"
    path.write_bytes(path.read_bytes().replace(b"lat", b"\xffat"))


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (cut, "is cut short"),
        (take, "is not there"),
        (age, "is of another format"),
        (spoil, "is damaged"),
        (empty, "there are no tables"),
        (lead_outside, "outside its folder"),
        (leave_out, "names no links"),
        (garble, "are damaged"),
        (misname, "are damaged"),
    ],
)
def test_damage_is_one_line(folder: Path, harm: Callable[[Path], None], words: str) -> None:
    harm(folder)
    with pytest.raises(DatasetError, match=words) as raised:
        Tables.open(folder)
    assert "\n" not in str(raised.value)
    assert str(folder) not in str(raised.value)


def test_a_reader_goes_on_with_its_version_while_the_next_is_written(folder: Path) -> None:
    opened = Tables.open(folder)
    tables_of(Collection((), version="two"), folder).close()
    assert overview(opened).counts.every == len(hand_made.collection().claims)
    assert manifest.version(folder) == "two"
    tables_of(Collection((), version="three"), folder).close()  # two versions later its files are gone
    with pytest.raises(DatasetError, match="another version now"):
        pages.collection(opened, [hand_made.FLED.id])
    opened.close()


def test_the_same_version_written_again_replaces_what_was_damaged(folder: Path) -> None:
    cut(folder)
    tables = tables_of(replace(hand_made.collection(), version="one"), folder)
    assert overview(tables).counts.every == len(hand_made.collection().claims)
    tables.close()


def test_a_full_disk_leaves_the_old_tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(parquet.ParquetWriter, "write_batch", full)
    with pytest.raises(DatasetError, match="No space left on device"):
        tables_of(replace(hand_made.collection(), version="two"), folder)
    assert manifest.version(folder) == "one"
    assert [path.name for path in folder.iterdir() if path.is_dir()] == ["one"]


@pytest.mark.parametrize(("figures", "threads"), [(30_000, 1), (1_000_000, 2)])
def test_a_second_thread_is_for_many_figures_alone(tables: Tables, figures: int, threads: int) -> None:
    """Of few it saves no time, and takes 8 MB of the page's process; what few have taken is given back."""
    told = tables.manifest
    many = replace(told, tables={**told.tables, "claims": replace(told.tables["claims"], rows=figures)})
    opened = Tables(tables.folder, many)
    try:
        spare = opened.row("SELECT current_setting('threads'), current_setting('allocator_flush_threshold')")
        assert (spare[0], spare[1] == STORE_SPARE) == (threads, threads == 1)
    finally:
        opened.close()


def test_a_question_ends_in_time(tables: Tables) -> None:
    hasty = Tables(tables.folder, tables.manifest, seconds=0.05)
    with pytest.raises(DatasetError, match="gave no answer in"):
        hasty.rows("SELECT count(*) FROM range(1000000000000) a, range(1000000) b WHERE a.range % 7 = b.range % 11")
    assert hasty.row("SELECT 1") == (1,)
    hasty.close()


def test_a_question_stays_within_its_memory(tables: Tables) -> None:
    with pytest.raises(DatasetError, match="does not fit into memory"):
        tables.rows("SELECT list(repeat('x', 1000) || range) FROM range(10000000)")


def test_a_collection_without_figures_has_tables(tmp_path: Path) -> None:
    tables = tables_of(Collection(()), tmp_path / "tables")
    found = overview(tables)
    assert (found.counts, found.period, found.named) == (Counts(), None, ())
    assert cells.cells(tables, Asked(), WORLD, 2) == ()
    assert cells.first_view(tables, Asked()) is None
    assert questions.ids(tables, Asked(), 0, 50) == ()
    tables.close()


def test_few_figures_need_no_tables(tmp_path: Path) -> None:
    assert write.put_beside(hand_made.collection(), tmp_path / "collection.json") is None
    assert not (tmp_path / "tables").exists()


def test_the_version_of_a_file_is_known_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "collection.json"
    assert manifest.version_of(path) == ""
    assert manifest.version_of(path) != save(hand_made.collection(), path)
    assert manifest.version_of(path) == save(hand_made.collection(), path)


def test_the_same_content_has_the_same_name(tmp_path: Path) -> None:
    collection = replace(hand_made.collection(), version="")
    names = {tables_of(collection, tmp_path / name).version for name in ("a", "b")}
    assert len(names) == 1
    other = replace(collection, readings=collection.readings[:1])
    assert tables_of(other, tmp_path / "c").version not in names


def test_a_map_that_is_moved_counts_no_figure_again(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands at each place is counted once a filter; a window asks about the places alone, and finds the same."""
    few, many = Asked(Filter(panels=frozenset({Panel.TROOPS}))), Asked()
    windows = [WORLD, cells.Box(0, 0, 40, 60), cells.Box(-40, -180, 60, 10)]
    found = [[cells.cells(tables, asked, box, 3.0) for box in windows] for asked in (few, many)]
    assert found[0] != found[1]
    with monkeypatch.context() as patch:
        ask, queries = Tables.rows, []
        patch.setattr(Tables, "rows", lambda it, query, *of: queries.append(query) or ask(it, query, *of))
        assert [[cells.cells(tables, asked, box, 3.0) for box in windows] for asked in (few, many)] == found
        assert not [query for query in queries if "claims" in query]
    for number in range(STORE_KEPT):  # others push it out, and it is counted again
        cells.cells(tables, Asked(Filter(words=f"word{number}")), WORLD, 3.0)
    assert [cells.cells(tables, many, box, 3.0) for box in windows] == found[1]
