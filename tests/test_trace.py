"""What is inferred looks inferred in every output, can be switched off, and says what it rests on."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from geo.dataset.fold import fold
from geo.dataset.query import Catalogue, Filter
from geo.dataset.store import load, save
from geo.errors import ExportError
from geo.maps.layout import layout
from geo.maps.payload import payload
from geo.model import Evidence, How, Panel, Span
from geo.panels import filters
from geo.panels.places import matching as matching_places
from geo.sharing import link
from geo.sharing.dictionary import FIELDS
from geo.sharing.document.compose import as_html
from geo.sharing.features import as_geojson
from geo.sharing.picture.charts import strip_picture, timeline_picture
from geo.sharing.picture.map_picture import map_picture
from geo.sharing.rows import Row, rows
from geo.sharing.tables import as_csv, as_parquet
from geo.sharing.view import View
from geo.sheets import chart
from geo.sheets.card import card
from geo.sheets.why import why
from geo.wording import deeds, evidence
from geo.wording.method import method as method_of
from tests import inferred_made as made
from tests.conftest import ROOT
from tests.published import parts
from tests.test_sheets import elements, text

WITHOUT = Filter(inferred=False)
REASON = "Probably Bor, the only place of the story"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(made.collection())


def by_figure(found: list[Row]) -> dict[str, Row]:
    return {str(row["figure"]): row for row in found}


def test_words_of_a_place(catalogue: Catalogue) -> None:
    assert deeds.where(made.SHELTERING.places[0]) == "probably Bor, the only place of the story"
    assert deeds.where(made.FLED.places[1]) == "Juba"
    assert deeds.guess(made.FLED) == "probably from Bor"
    assert deeds.guess(made.PEACEKEEPERS) is None
    assert deeds.deed(made.FLED) == "fled probably from Bor to Juba"
    assert deeds.nowhere(made.SENT) == "Dateline did not find where (weighed: Juba, Bor)"
    assert deeds.nowhere(replace(made.SENT, considered=())) == "Dateline did not find where"


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "sure (100 per cent)"),
        (0.997, "sure (99 per cent)"),
        (0.9, "sure (90 per cent)"),
        (0.82, "likely (82 per cent)"),
        (0.5, "probable (50 per cent)"),
    ],
)
def test_how_sure_in_words(probability: float, words: str) -> None:
    assert evidence.sure(probability) == words


@pytest.mark.parametrize("how", How)
def test_every_place_of_evidence_has_words(how: How) -> None:
    assert evidence.found(Evidence(how, 0.8)).endswith(", likely (80 per cent)")


def test_the_map_marks_what_is_inferred(catalogue: Catalogue) -> None:
    drawn = {figure.claim: figure for figure in layout(catalogue, made.CLAIMS).figures}
    assert drawn[made.SHELTERING.id].inferred
    assert drawn[made.SHELTERING.id].tip.startswith(REASON)
    assert drawn[made.FLED.id].guessed == (True, False)
    assert not drawn[made.PEACEKEEPERS.id].probably
    assert drawn[made.RETURNEES.id].probably == "probably South Sudan, the country of the places around"


def test_a_figure_without_a_place_says_what_was_weighed_with_its_sentence(catalogue: Catalogue) -> None:
    (missing,) = layout(catalogue, made.CLAIMS).tray
    assert missing.why == "Dateline did not find where (weighed: Juba, Bor)"
    assert missing.sentence == "About 300 soldiers were sent to help."


def test_switched_off_a_figure_stands_where_the_text_says_or_in_the_tray(catalogue: Catalogue) -> None:
    shown = catalogue.select(WITHOUT)
    assert len(shown) == len(made.CLAIMS)
    view = layout(catalogue, shown)
    assert {figure.claim: figure.place for figure in view.figures} == {
        made.FLED.id: made.JUBA.id,
        made.PEACEKEEPERS.id: made.MALAKAL.id,
    }
    reasons = {missing.claim: missing.why for missing in view.tray}
    assert reasons[made.SHELTERING.id] == reasons[made.RETURNEES.id] == "its place is inferred"
    assert reasons[made.SENT.id].startswith("Dateline did not find where")


def test_the_browser_gets_both_maps_at_once(catalogue: Catalogue) -> None:
    sent = json.loads(payload(catalogue))
    assert [one["claim"] for one in sent["stated"]] == [made.FLED.id]
    left = {one["claim"] for one in sent["stated"]}
    assert not left & {made.SHELTERING.id, made.RETURNEES.id}
    places = {place["id"] for place in sent["places"]}
    assert {one["place"] for one in sent["figures"] + sent["stated"]} <= places


def test_a_place_that_is_inferred_is_not_filtered_by_once_switched_off(catalogue: Catalogue) -> None:
    bor = frozenset({made.BOR.id})
    assert len(catalogue.select(Filter(places=bor))) == 2
    assert catalogue.select(Filter(places=bor, inferred=False)) == ()


def test_the_filter_is_in_the_link_and_has_a_chip(catalogue: Catalogue) -> None:
    query = link.encode(View(WITHOUT), "v")
    assert query["inferred"] == ["hide"]
    assert link.decode(query, catalogue).view.filter == WITHOUT
    assert "inferred" not in link.encode(View(Filter(words="x")), "v")
    with pytest.raises(ExportError):
        link.opened("?inferred=maybe", catalogue)
    assert filters.chips(WITHOUT, catalogue) == {"inferred": "Inferred places hidden"}
    assert filters.without(WITHOUT, "inferred") == Filter()


def test_a_row_of_the_strip_and_the_card_say_probably(catalogue: Catalogue) -> None:
    drawn = chart.row(catalogue, made.SHELTERING, None, chart.plot(chart.symbol(made.SHELTERING, 1, 5)))
    assert "present probably in Bor" in text(drawn)
    assert "soft" in str(drawn)
    assert "soft" not in str(chart.symbol(made.PEACEKEEPERS, 1, 5))
    words = text(card(catalogue, made.SHELTERING))
    assert "probably in Bor" in words
    assert REASON in words
    assert "Dateline did not find where (weighed: Juba, Bor)." in text(card(catalogue, made.SENT))


def test_why_here_shows_the_words_where_they_stand_and_how_sure() -> None:
    shown = why(made.SHELTERING, made.ARTICLE)
    assert shown is not None
    words = text(shown)
    assert "Probably in Bor" in words
    assert "In an earlier paragraph, likely (82 per cent)" in words
    assert "“Bor was cut off for a third day on" in words
    assert "From the date of publication, likely (75 per cent)" in words
    assert "hosted, sure (97 per cent); form: number and noun" in words
    assert [text(found) for found in elements(shown) if found[0] == "mark"] == ["Bor", "the county"]


def test_why_nowhere_and_no_trace() -> None:
    shown = why(made.SENT, made.ARTICLE)
    assert shown is not None
    assert "Juba, Bor: none was likely enough" in text(shown)
    bare = replace(made.PEACEKEEPERS, places=(), form="", dated=None, considered=())
    assert why(bare, made.ARTICLE) is None


@pytest.mark.parametrize("claim", made.CLAIMS)
def test_marked_words_are_those_of_the_text(claim: made.Claim) -> None:
    spans = [used.evidence.span for used in claim.places if used.evidence]
    spans += [found.span for found in (claim.dated, claim.spoken) if found]
    shown = why(claim, made.ARTICLE)
    marked = [text(found) for found in elements(shown) if found[0] == "mark"]  # type: ignore[arg-type]
    assert marked == [span.of(made.TEXT) for span in spans if span]


def test_columns_of_a_row(catalogue: Catalogue) -> None:
    found = by_figure(rows(catalogue, made.CLAIMS))
    row = found["Some 4,000"]
    assert (row["at"], row["place_stated"], row["place_found_in"]) == ("Bor (point, inferred)", False, "earlier")
    assert (row["place_sure"], row["place_because"]) == (0.82, "the only place of the story")
    assert (row["dated_by"], row["date_sure"]) == ("publication", 0.75)
    assert (row["form"], row["frame"], row["frame_sure"]) == ("number and noun", "hosted", 0.97)
    assert found["About 300"]["candidates"] == "Juba; Bor"
    assert found["About 300"]["place_stated"] is None
    off = by_figure(rows(catalogue, catalogue.select(WITHOUT)))
    assert (off["Some 4,000"]["at"], off["Some 4,000"]["not_on_map"]) == (None, "its place is inferred")


def test_columns_are_typed_in_every_table(catalogue: Catalogue, tmp_path: Path) -> None:
    table = rows(catalogue, made.CLAIMS)
    written = list(csv.DictReader(io.StringIO(as_csv(table).decode("utf-8-sig"))))
    assert [row["place_stated"] for row in written if row["figure"] == "Some 4,000"] == ["false"]
    (tmp_path / "figures.parquet").write_bytes(as_parquet(table))
    read = duckdb.read_parquet(str(tmp_path / "figures.parquet"))
    types = dict(zip(read.columns, map(str, read.types), strict=True))
    assert (types["place_stated"], types["place_sure"]) == ("BOOLEAN", "DOUBLE")
    features = json.loads(as_geojson(catalogue, made.CLAIMS))["features"]
    (fled,) = [one["properties"]["places"] for one in features if one["properties"]["figure"] == "1,200"]
    assert {one["place"]: one["place_stated"] for one in fled} == {"Bor": False, "Juba": True}


def test_the_readme_explains_the_real_columns(catalogue: Catalogue) -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## What the columns mean\n")[1].split("\n## ")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    named = [name for cell in cells for name in re.findall(r"`([a-z_]+)`", cell)]
    assert named == list(rows(catalogue, made.CLAIMS)[0]) == [field.name for field in FIELDS]


def test_pictures_mark_it_too(catalogue: Catalogue) -> None:
    drawn = map_picture(catalogue, made.CLAIMS, None).decode()
    assert "0.1 3.4" in drawn
    assert "place inferred" in drawn
    assert "1 not on the map (Dateline did not find where)" in drawn
    plain = map_picture(catalogue, catalogue.select(WITHOUT), None).decode()
    assert "0.1 3.4" not in plain
    assert "place inferred" not in plain
    for picture in (strip_picture(catalogue, made.CLAIMS, Panel.DISPLACED), timeline_picture(catalogue, made.CLAIMS)):
        assert "probably in Bor" in picture.decode()
        assert "0.1 3.4" in picture.decode()


def test_the_document_has_why_here_and_follows_the_filter(catalogue: Catalogue) -> None:
    whole = as_html(catalogue, made.CLAIMS)
    assert b"Why here" in whole
    assert parts(whole)["view"]["inferred"] is True
    assert parts(as_html(catalogue, catalogue.select(WITHOUT)))["view"]["inferred"] is False


def test_the_method_says_how_many_are_inferred_and_left_out(catalogue: Catalogue) -> None:
    method = dict(method_of(catalogue))
    assert method["Inferred places"].startswith("A place of 3 of 5 figures is inferred")
    assert "2 other numbers of people were read and left out: 1 aided and 1 killed." in method["Left out"]


def test_the_trace_survives_the_file(tmp_path: Path) -> None:
    save(made.collection(), tmp_path / "collection.json")
    back = load(tmp_path / "collection.json")
    assert back.claims == made.CLAIMS
    assert back.readings[0].others == made.OTHERS


@pytest.mark.parametrize("words", ["Côte d’Ivoire", "cote d'ivoire", "COTE DIVOIRE", "Lodz", "łódź", "lódz"])
def test_a_search_folds_accents_and_apostrophes(catalogue: Catalogue, words: str) -> None:
    assert [claim.id for claim in catalogue.select(Filter(words=words))] == [made.RETURNEES.id]


def test_folding() -> None:
    assert fold("Straße Æthel N‘Djamena") == "strasse aethel ndjamena"
    assert fold("1,000") == "1,000"


def test_places_are_searched_in_the_same_way(catalogue: Catalogue) -> None:
    abidjan = replace(made.BOR, name="Bòr")
    assert matching_places(catalogue, [(abidjan, made.CLAIMS[:1])], "bor")


def test_a_span_at_either_end_of_the_text() -> None:
    for span in (Span(0, 6), Span(len(made.TEXT) - 6, len(made.TEXT))):
        claim = replace(made.PEACEKEEPERS, dated=Evidence(How.SENTENCE, 0.9, span))
        shown = why(claim, made.ARTICLE)
        assert shown is not None
        assert " ".join(span.of(made.TEXT).split()) in text(shown)
