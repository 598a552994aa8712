"""What a click on the page of a large collection asks the tables: what is new, and nothing twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks.collection import tables
from geo.limits import STORE_PAGE
from geo.panels import selection
from geo.sharing.view import Selection
from geo.store import questions
from geo.store.tables import NOTHING, Given, Row, Tables, Value
from geo.store.where import Asked
from tests.conftest import copy_project

LIST = f"{STORE_PAGE}, 0)"
"""The end of the values of a question for the first part of a list."""


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The questions that were asked, with their values."""
    found: list[tuple[str, str]] = []
    ask = Tables.rows

    def rows(self: Tables, query: str, values: tuple[Value, ...] = (), given: Given = NOTHING) -> list[Row]:
        found.append((" ".join(query.split()), repr(values)))
        return ask(self, query, values, given)

    monkeypatch.setattr(Tables, "rows", rows)
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("large") / "project")
    built = folder / "data" / "collection.json"
    built.unlink()
    tables(built, 40, 240)
    return folder


@pytest.fixture(scope="module")
def page(project: Path) -> Iterator[AppTest]:
    script = f"from pathlib import Path\nfrom geo.panels.front import main\nmain(Path({str(project)!r}))\n"
    yield AppTest.from_string(script, default_timeout=180).run()
    st.cache_resource.clear()  # the tables are closed


def test_a_click_on_a_figure_asks_for_it_once_and_for_no_list(
    page: AppTest, heard: list[tuple[str, str]], project: Path
) -> None:
    opened = Tables.open(project / "data" / "tables")
    claims = questions.ids(opened, Asked(), 0, 2)
    opened.close()
    for claim in claims:
        heard.clear()
        page.session_state[selection.KEY] = Selection(claim=claim)
        page.run()
        assert not page.exception
        records = [values for query, values in heard if "FROM records" in query]
        assert len(records) == len(set(records)) == 1
        assert not [values for query, values in heard if query.startswith("SELECT id") and LIST in values]


def test_a_figure_that_is_gone_opens_no_card(page: AppTest) -> None:
    page.session_state[selection.KEY] = Selection(claim="no-such-figure")
    page.run()
    assert not page.exception
