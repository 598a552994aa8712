"""The published page: everything in it, nothing asked of anybody, in one file and in a folder."""

import json
import re
from pathlib import Path

import pytest

from benchmarks.collection import Newsroom
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.errors import ExportError
from geo.sharing.document import compose
from geo.sharing.document.compose import as_html
from geo.sharing.document.content import CHUNK, Content, narrowed
from geo.sharing.document.publish import MANIFEST, publish
from geo.sharing.export import EXPORTS
from geo.sharing.shown import Shown
from tests import hand_made as made
from tests import hostile
from tests.commands import geo
from tests.published import by_claim, parts


@pytest.fixture(scope="module")
def page(catalogue: Catalogue) -> bytes:
    return as_html(catalogue, catalogue.select(Filter()))


@pytest.fixture(scope="module")
def folder(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    there = tmp_path_factory.mktemp("published") / "map"
    publish(Shown(catalogue, catalogue.select(Filter())), there, "https://maps.example/figures")
    return there


def test_it_is_small_and_loads_nothing(page: bytes) -> None:
    assert len(page) < 2_000_000
    assert not re.search(r"<(?:link|img|iframe)\b|<script[^>]*\ssrc=", page.decode())
    assert "default-src 'none'" in page.decode()


def test_every_figure_has_its_row_its_card_and_its_citation(catalogue: Catalogue, page: bytes) -> None:
    read = parts(page)
    for kind in ("rows", "cards", "cited"):
        assert set(by_claim(read, kind)) == set(catalogue.claims)
    assert {"view", "columns", "away", "articles", "figures.json", "world.json", "differing-0"} <= set(read)


def test_it_holds_what_is_shown_and_no_more(catalogue: Catalogue) -> None:
    shown = catalogue.select(Filter(words="Shir Khan Bandar"))
    read = parts(as_html(catalogue, shown))
    assert set(by_claim(read, "cards")) == {claim.id for claim in shown} != set(catalogue.claims)
    assert {figure["claim"] for figure in read["figures.json"]["figures"]} <= {claim.id for claim in shown}


def test_a_narrowed_collection_keeps_links_between_what_stays(catalogue: Catalogue) -> None:
    whole = catalogue.collection
    assert narrowed(whole, whole.claims).links == whole.links
    assert narrowed(whole, whole.claims[:1]).links == ()


def test_hostile_words_end_no_element(tmp_path: Path) -> None:
    for payload in hostile.payloads(tmp_path / "written"):
        collection = hostile.infected(made.collection(), payload)
        page = as_html(Catalogue.of(collection), collection.claims)
        assert page.count(b"</script>") == page.count(b"<script")
        assert set(by_claim(parts(page), "cards")) == {claim.id for claim in collection.claims}
    assert not (tmp_path / "written").exists()


def test_a_large_file_is_packed_and_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue.of(Newsroom().collection(60, 2 * CHUNK))
    shown = catalogue.select(Filter())
    plain = as_html(catalogue, shown)
    monkeypatch.setattr(compose, "PACKED_FROM", 10_000)
    packed = as_html(catalogue, shown)
    assert packed == as_html(catalogue, shown)
    assert b"data-packed" in packed
    assert len(packed) < len(plain) * 0.6 or b"data-packed" in plain
    assert parts(packed) == parts(plain)
    assert len([name for name in parts(packed) if name.startswith("rows-")]) == 2


def test_the_folder_has_the_page_its_data_and_every_export(folder: Path, catalogue: Catalogue) -> None:
    listed = json.loads((folder / MANIFEST).read_text())["files"]
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {MANIFEST}
    assert set(listed) == there
    assert {"index.html", "map.html", "embed.html", "app/page.js", "app/page.css", *EXPORTS} <= there
    content = dict(Content(catalogue, catalogue.select(Filter())).parts())
    for name, part in content.items():
        assert json.loads((folder / "data" / f"{name.removesuffix('.json')}.json").read_text()) == json.loads(
            json.dumps(part)
        )


def test_no_address_of_the_folder_is_absolute(folder: Path) -> None:
    index = (folder / "index.html").read_text()
    assert not [at for at in re.findall(r'(?:src|href)="([^"]+)"', index) if at.startswith(("/", "http"))]
    assert 'content="https://maps.example/figures/map.png"' in index
    assert "https://maps.example/figures/index.html?embed=true" in (folder / "embed.html").read_text()


def test_the_next_publication_takes_away_what_it_does_not_write(catalogue: Catalogue, tmp_path: Path) -> None:
    there = tmp_path / "map"
    shown = Shown(catalogue, catalogue.select(Filter()))
    publish(shown, there, exports={})
    old = json.loads((there / MANIFEST).read_text())
    (there / "data" / "old.json").write_text("{}")
    (there / "mine.txt").write_text("kept")
    outside = tmp_path / "outside.txt"
    outside.write_text("kept")
    old["files"] += ["data/old.json", "../outside.txt", str(outside)]
    (there / MANIFEST).write_text(json.dumps(old))
    assert publish(shown, there, exports={}).gone == 1
    assert not (there / "data" / "old.json").exists()
    assert (there / "mine.txt").exists()
    assert outside.exists()


@pytest.mark.parametrize(
    "url", ["maps.example", "ftp://maps.example/", "https://", "javascript:alert(1)", "https://a/?b"]
)
def test_an_address_that_is_none_of_the_web_is_refused(catalogue: Catalogue, tmp_path: Path, url: str) -> None:
    with pytest.raises(ExportError, match="is no address"):
        publish(Shown(catalogue, ()), tmp_path / "map", url)
    assert not (tmp_path / "map").exists()


def test_a_folder_of_somebody_elses_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    ended = geo("publish", str(tmp_path))
    assert ended.returncode == 1
    assert (
        ended.stderr
        == f"error: {tmp_path}: is not empty and holds no publication. Name a new folder, or empty this one\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
