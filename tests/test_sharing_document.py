"""The self-contained HTML file: everything in it, nothing asked of anybody."""

import json
import re
from pathlib import Path

import pytest

from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.dataset.store import load
from geo.sharing.document.compose import as_html, narrowed
from tests import hand_made as made
from tests import hostile
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.of(load(ROOT / "data" / "collection.json"))


@pytest.fixture(scope="module")
def page(catalogue: Catalogue) -> str:
    return as_html(catalogue, catalogue.select(Filter())).decode()


def data(page: str) -> dict[str, dict[str, object]]:
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    read: dict[str, dict[str, object]] = json.loads(found)
    return read


def test_it_is_small_and_loads_nothing(page: str) -> None:
    assert len(page.encode()) < 2_000_000
    assert not re.search(r"<(?:link|img|iframe)\b|<script[^>]*\ssrc=", page.partition('id="data"')[0])
    assert "default-src 'none'" in page


def test_every_figure_has_its_card(catalogue: Catalogue, page: str) -> None:
    read = data(page)
    assert set(read["cards"]) == set(catalogue.claims)
    assert {"figures.json", "world.json"} <= set(read["files"])


def test_it_holds_what_is_shown_and_no_more(catalogue: Catalogue) -> None:
    shown = catalogue.select(Filter(words="Shir Khan Bandar"))
    read = data(as_html(catalogue, shown).decode())
    assert set(read["cards"]) == {claim.id for claim in shown} != set(catalogue.claims)
    figures = read["files"]["figures.json"]
    assert isinstance(figures, dict)
    assert {figure["claim"] for figure in figures["figures"]} <= set(read["cards"])


def test_a_narrowed_collection_keeps_links_between_what_stays(catalogue: Catalogue) -> None:
    whole = catalogue.collection
    assert narrowed(whole, whole.claims).links == whole.links
    assert narrowed(whole, whole.claims[:1]).links == ()


def test_hostile_words_end_no_element(tmp_path: Path) -> None:
    for payload in hostile.payloads(tmp_path / "written"):
        collection = hostile.infected(made.collection(), payload)
        page = as_html(Catalogue.of(collection), collection.claims).decode()
        assert page.count("</script>") == page.count("<script")
        assert set(data(page)["cards"]) == {claim.id for claim in collection.claims}
    assert not (tmp_path / "written").exists()
