"""The page, run by Streamlit's own test driver: what stands in its panels for each state of the data set."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.dataset import store
from geo.dataset.store import Collection
from geo.model import Reading
from geo.panels import filters
from geo.sharing.view import Selection
from tests import hand_made as made
from tests.conftest import ROOT

Start = Callable[[Collection | bytes | None], AppTest]


@pytest.fixture
def start(project: Path) -> Start:
    """Run the page on a collection, on a damaged file, or on none."""

    def run(data: Collection | bytes | None) -> AppTest:
        path = project / "data" / "collection.json"
        path.unlink(missing_ok=True)
        if isinstance(data, bytes):
            path.write_bytes(data)
        elif data is not None:
            store.save(data, path)
        return AppTest.from_file(str(project / "dashboard.py"), default_timeout=180).run()

    return run


def sheets(app: AppTest) -> dict[str, Any]:
    """The nodes of each sheet on the page, by the name that it was shown under."""
    found = {}
    for mounted in app.get("bidi_component"):
        name, told = mounted.proto.id.rsplit("-", 2)[1], json.loads(mounted.proto.json)
        if "nodes" in told:  # what has none is no sheet
            found[name] = told["nodes"]
    return found


def text(node: Any) -> str:
    return node if isinstance(node, str) else "".join(text(child) for child in node[2:])


def buttons(node: Any) -> list[Any]:
    """Everything on a sheet that can be clicked."""
    if not isinstance(node, list):
        return []
    here = [node] if len(node) > 1 and isinstance(node[1], dict) and "data-pick" in node[1] else []
    return here + [found for child in node for found in buttons(child)]


def words(app: AppTest, name: str) -> str:
    return " ".join(text(node) for node in sheets(app).get(name, []))


def select(app: AppTest, selection: Selection) -> AppTest:
    app.session_state["selection"] = selection
    return app.run()


def view(app: AppTest, name: str) -> AppTest:
    app.session_state["view"] = name
    return app.run()


def test_the_first_page(start: Start) -> None:
    app = start(made.collection())
    assert not app.exception
    assert "Tajikistan and Afghanistan, June – July 2021" in words(app, "masthead")
    assert "1 agency, AFP" in words(app, "masthead")
    assert "Showing 7 of 7 figures" in words(app, "state")
    assert "1 not on the map" not in words(app, "masthead")
    assert "1 figure and 1 statement not on the map" in words(app, "state")
    assert "No total: " in words(app, "troops")
    assert "Statements" in words(app, "troops")
    assert "evidence" not in sheets(app)


def test_a_claim_opens_its_card_and_its_strip(start: Start) -> None:
    app = select(start(made.collection()), Selection(claim=made.CIVILIANS.id))
    assert "Said by Tajikistan's national security committee" in words(app, "evidence")
    assert app.session_state["view"] == "Displaced"
    assert "displaced" in sheets(app)


def test_a_place_opens_all_that_happened_there(start: Start) -> None:
    app = select(start(made.collection()), Selection(place=made.CROSSING.id))
    said = words(app, "evidence")
    assert said.startswith("Shir Khan Bandar")
    assert "Crossing in Afghanistan. Shown as a circle of 10 km." in said
    assert "several hundred" in said
    assert "more than 1,000" in said


def test_an_area_says_what_is_in_it(start: Start) -> None:
    app = select(start(made.collection()), Selection(place=made.TAJIKISTAN.id))
    assert "the whole area: nothing finer is stated" in words(app, "evidence")
    assert "At places in Tajikistan" in words(app, "evidence")


def test_what_is_not_there_is_not_selected(start: Start) -> None:
    app = select(start(made.collection()), Selection(claim="gone"))
    assert not app.exception
    assert "evidence" not in sheets(app)


@pytest.mark.parametrize(
    ("name", "sheet", "part"),
    [
        ("Displaced", "displaced", "100,000"),
        ("Timeline", "timeline", "articles appeared: 14 July 2021 and 28 July 2021"),
        ("Places", "places", "Shir Khan Bandar"),
        ("Articles", "articles", "No date for one figure."),
        ("Articles", "articles", "notes.txt: is empty"),
    ],
)
def test_each_view(start: Start, name: str, sheet: str, part: str) -> None:
    app = view(start(made.collection()), name)
    assert not app.exception
    assert part in words(app, sheet)


def test_an_article_is_read_with_its_figures_marked(start: Start) -> None:
    app = start(made.collection())
    app.session_state["open-article"] = made.DRILLS.id
    app = view(app, "Articles")
    reader = sheets(app)["articles"]
    claims = {claim.id for claim in made.collection().claims if claim.article == made.DRILLS.id}
    assert claims == {
        found[1]["data-id"] for found in buttons(sheets(app)["articles"]) if found[1].get("class") == "figure"
    }
    assert '"named"' in json.dumps(reader)


def test_filters_leave_what_matches(start: Start) -> None:
    app = start(made.collection())
    app.text_input[0].set_value("shir khan").run()
    assert "Showing 2 of 7 figures" in words(app, "state")
    assert "Remove the filter" in json.dumps(sheets(app)["state"])
    app.text_input[0].set_value("").run()
    app.multiselect(key="filter-statuses").set_value(["Withdrawn"]).run()
    assert "Showing 1 of 7 figures" in words(app, "state")
    assert "Pledged, then withdrawn" in words(app, "displaced")  # the strip that has a match is opened


def test_several_statuses_and_places_at_once(start: Start) -> None:
    app = start(made.collection())
    app.multiselect(key="filter-statuses").set_value(["Withdrawn", "Reported"]).run()
    assert "Showing 7 of 7 figures" in words(app, "state")
    app.multiselect(key="filter-places").set_value(["Dushanbe", "Shir Khan Bandar"]).run()
    assert "Showing 4 of 7 figures" in words(app, "state")
    chips = [it[1]["data-id"] for it in buttons(sheets(app)["state"]) if it[1].get("class") == "filter-chip"]
    assert chips == [
        "status reported",
        "status withdrawn",
        f"place {made.DUSHANBE.id}",
        f"place {made.CROSSING.id}",
    ]
    assert "Filters, 4 active" in words(app, "fold")


def test_where_two_filters_leave_nothing_each_says_what_is_there_without_it(start: Start) -> None:
    """ "Clear filters" was all that an empty list offered."""
    app = start(made.collection())
    app.multiselect(key="filter-statuses").set_value(["Withdrawn"]).run()
    app.text_input[0].set_value("shir khan").run()
    assert "Showing 0 of 7 figures" in words(app, "state")
    shown = {name: it for name, it in sheets(app).items() if name in ("troops", "displaced")}
    ways = {it[1]["data-id"]: text(it) for it in buttons([*shown.values()]) if it[1]["data-pick"] == "clear"}
    assert ways == {
        "words": "1 figure without “shir khan”",
        "status withdrawn": "2 figures without “Withdrawn”",
        "": "Clear filters",
    }


def test_a_chip_takes_its_part_away_and_all_come_back(start: Start) -> None:
    app = start(made.collection())
    app.multiselect(key="filter-statuses").set_value(["Withdrawn", "Reported"]).run()
    app.text_input(key="filter-words").set_value("shir khan").run()
    clear(app, "status withdrawn")
    assert app.multiselect(key="filter-statuses").value == ["Reported"]
    clear(app, "")
    assert app.multiselect(key="filter-statuses").value == []
    assert app.text_input(key="filter-words").value == ""
    assert "Undo" in words(app, "state")
    clear(app, "undo")
    assert app.multiselect(key="filter-statuses").value == ["Reported"]
    assert app.text_input(key="filter-words").value == "shir khan"


def clear(app: AppTest, what: str) -> None:
    """What a click on a chip's cross, on "Clear all" or on "Undo" does."""
    app.session_state[filters.ASKED] = what
    app.run()


def test_what_was_known_on_a_day(start: Start) -> None:
    app = start(made.collection())
    app.date_input(key="filter-known").set_value(date(2021, 7, 20)).run()
    assert "Known by 20 July 2021" in words(app, "state")
    assert "Showing 4 of 7 figures" in words(app, "state")
    select(app, Selection(claim=made.FLED.id))
    assert "Differs from" not in words(app, "evidence")
    select(app, Selection(claim=made.SEVERAL.id))
    assert "evidence" not in sheets(app)
    assert "Army" not in words(view(app, "Articles"), "articles")


def test_articles_without_a_date_are_said_to_be_left_out(start: Start) -> None:
    army, drills = made.collection().readings
    undated = replace(drills, article=replace(drills.article, published=None))
    app = start(Collection((army, undated)))
    assert "left out" not in words(app, "state")
    app.date_input(key="filter-known").set_value(date(2021, 7, 30)).run()
    assert "1 article without a date of publication is left out" in words(app, "state")


def test_places_are_sorted_and_searched(start: Start) -> None:
    app = view(start(made.collection()), "Places")

    def listed() -> list[str]:
        return [it[1]["data-id"] for it in buttons(sheets(app)["places"]) if it[1]["data-pick"] == "place"]

    assert listed()[0] == made.TAJIKISTAN.id
    for order, first in (("Place", made.BASE.id), ("-Place", made.NOWHERE.id), ("Last date", made.BASE.id)):
        app.session_state["places-sort"] = order
        app.run()
        assert listed()[0] == first, order
    app.text_input(key="places-words").set_value("tajikistan city").run()
    assert listed() == [made.DUSHANBE.id]
    app.text_input(key="places-words").set_value("atlantis").run()
    assert "No place is called “atlantis”" in words(app, "places")


def test_differences_stand_side_by_side_and_close_again(start: Start) -> None:
    app = start(made.collection())
    assert "1 movement told differently" in words(app, "troops")
    app.session_state["differing"] = True
    app.run()
    said = words(app, "differences")
    assert "several hundred" in said
    assert "more than 1,000" in said
    assert "Other date and other number; AFP is behind both." in said


def test_a_long_list_is_shown_in_parts_with_what_is_selected(start: Start) -> None:
    claims = tuple(replace(made.FLED, id=f"many-{number:03}") for number in range(200))
    app = start(Collection((Reading(made.DRILLS, (), claims),)))

    def rows() -> list[str]:
        return [it[1]["data-id"] for it in buttons(sheets(app)["troops"]) if "row" in it[1].get("class", "")]

    assert rows() == [f"many-{number:03}" for number in range(60)]
    assert "1 – 60 of 200." in words(app, "troops")
    select(app, Selection(claim="many-150"))
    assert "many-150" in rows()
    assert len(rows()) == 60
    assert "Show 60 before these" in words(app, "troops")


def test_a_link_opens_its_view(start: Start, project: Path) -> None:
    start(made.collection())
    app = AppTest.from_file(str(project / "dashboard.py"), default_timeout=180)
    app.query_params["claim"] = made.CIVILIANS.id
    app.query_params["panel"] = "timeline"
    app.query_params["status"] = ["reported", "withdrawn"]
    app.run()
    assert "77" in words(app, "evidence")
    assert "timeline" in sheets(app)
    assert app.multiselect(key="filter-statuses").value == ["Reported", "Withdrawn"]
    assert "cannot be used" not in words(app, "told")


def test_a_link_that_cannot_be_used_says_so(start: Start, project: Path) -> None:
    start(made.collection())
    app = AppTest.from_file(str(project / "dashboard.py"), default_timeout=180)
    app.query_params["claim"] = "<img src=x onerror=alert(1)>"
    app.run()
    assert not app.exception
    assert "This link cannot be used here: its figure is not here. You see the first view." in words(app, "told")


def test_the_address_follows_the_view(start: Start) -> None:
    app = start(made.collection())
    assert app.query_params == {}
    select(app, Selection(claim=made.FLED.id))
    assert app.query_params["claim"] == made.FLED.id


def test_a_chip_shows_its_own_alone_and_none_shows_all(start: Start) -> None:
    app = start(made.collection())
    for chosen, count in (([], 7), (["Troops"], 5), (["Displaced"], 2), (["Troops", "Displaced"], 7)):
        app.session_state["filter-panels"] = chosen
        app.run()
        assert not app.exception
        assert f"Showing {count} of 7 figures" in words(app, "state")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, "there is no data set yet. Run: python -m geo build"),
        (b"{", "is damaged. Run: python -m geo build"),
        (b"", "is damaged"),
        (b"\xff\x00", "is damaged"),
        (b'{"format": 99}', "is of another format"),
    ],
)
def test_without_a_data_set_the_page_says_what_to_do(start: Start, data: bytes | None, says: str) -> None:
    app = start(data)
    assert not app.exception
    assert says in words(app, "notice")
    assert "collection.json" in words(app, "notice")


@pytest.mark.parametrize("name", ["Troops", "Displaced", "Timeline", "Places", "Articles"])
@pytest.mark.parametrize(
    "data", [Collection(()), Collection((Reading(made.DRILLS, (), ()),))], ids=["empty", "no figures"]
)
def test_little_data_is_a_state_of_the_page(start: Start, data: Collection, name: str) -> None:
    app = view(start(data), name)
    assert not app.exception
    assert words(app, "masthead")


def test_a_new_data_set_is_read_without_a_restart(start: Start, project: Path) -> None:
    app = start(made.collection())
    store.save(Collection((made.collection().readings[0],)), project / "data" / "collection.json")
    app.run()
    assert "4 figures from 1 article" in words(app, "masthead")
    assert "Showing 4 of 4 figures" in words(app, "state")


def test_hostile_words_run_nothing(start: Start) -> None:
    Path("/tmp/dateline-was-here").unlink(missing_ok=True)  # noqa: S108  the payload's own path
    app = start(made.hostile_collection())
    for number in range(len(made.PAYLOADS)):
        for selection in (Selection(claim=f"h{number}-1"), Selection(place=f"h{number}-place")):
            assert not select(app, selection).exception
            assert made.visible(number) in words(app, "evidence")
    for name in ("Troops", "Displaced", "Timeline", "Places", "Articles"):
        assert not view(app, name).exception
        # Nothing from outside goes through what Streamlit reads as Markdown or HTML.
        read = [shown.proto.body for kind in ("markdown", "html", "caption") for shown in app.get(kind)]
        assert not [body for body in read for number in range(len(made.PAYLOADS)) if made.visible(number) in body]
    assert not Path("/tmp/dateline-was-here").exists()  # noqa: S108


def test_the_dashboard_is_a_table_of_contents() -> None:
    assert len((ROOT / "dashboard.py").read_text(encoding="utf-8").splitlines()) < 80


def test_the_page_loads_neither_the_language_model_nor_charts() -> None:
    code = (
        "import sys; from streamlit.testing.v1 import AppTest; "
        "app = AppTest.from_file('dashboard.py', default_timeout=180).run(); assert not app.exception; "
        "print(*sorted({'spacy', 'altair', 'thinc', 'plotly'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""
