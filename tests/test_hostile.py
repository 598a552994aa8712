"""Hostile text on the server: built, laid out, rendered and shown, it stays text and nothing of it runs."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from branca.element import Element
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from geo.articles.load import from_bytes
from geo.dataset.store import Collection, load, save
from geo.sharing.view import CHOICES, Selection
from geo.sheets.markup import plain
from tests import hostile
from tests.conftest import ROOT, copy_project
from tests.test_maps_folium import frame, script

SEEDS = load(ROOT / "data" / "collection.json")


@dataclass(frozen=True)
class Attack:
    """A project with a hostile article, what its build printed, and the file that the templates would write."""

    project: Path
    written: Path
    built: subprocess.CompletedProcess[str]

    @property
    def path(self) -> Path:
        return self.project / "data" / "collection.json"


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Attack:
    folder = tmp_path_factory.mktemp("hostile")
    project, written = copy_project(folder / "project"), folder / "written"
    (project / "seeds" / hostile.FILE_NAME).write_text(hostile.article(written), encoding="utf-8")
    command = [sys.executable, "-m", "geo", "build"]
    built = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    return Attack(project, written, built)


def page(attack: Attack) -> AppTest:
    return AppTest.from_file(str(attack.project / "dashboard.py"), default_timeout=180).run()


def sheets(app: AppTest) -> str:
    """Every word of every sheet."""
    mounted = [json.loads(part.proto.json) for part in app.get("bidi_component")]
    found = [told["nodes"] for told in mounted if "nodes" in told]  # what has none is no sheet
    assert found
    return " ".join(_text(node) for nodes in found for node in nodes)


def _text(node: Any) -> str:
    return node if isinstance(node, str) else "".join(_text(child) for child in node[2:])


@pytest.mark.parametrize("number", range(3))
def test_a_trap_springs_where_there_is_no_defence(number: int, tmp_path: Path) -> None:
    written = tmp_path / "written"
    Element(hostile.traps(written)[number]).render()
    assert written.exists()


def test_a_hostile_article_is_built_as_any_other(attack: Attack) -> None:
    assert attack.built.returncode == 0, attack.built.stderr
    assert "Traceback" not in attack.built.stderr
    (reading,) = [reading for reading in load(attack.path).readings if reading.article.file == hostile.FILE_NAME]
    assert reading.article.text == hostile.article(attack.written)
    assert len(reading.claims) >= 15
    said = " ".join(claim.sentence.of(reading.article.text) for claim in reading.claims)
    assert sum(words in said for words in hostile.payloads(attack.written)) >= 15
    assert not attack.written.exists()


def test_the_terminal_gets_one_plain_line_an_article(attack: Attack) -> None:
    lines = attack.built.stderr.splitlines() + attack.built.stdout.splitlines()
    assert len(lines) == 4
    assert not [line for line in lines if not line.isprintable()]


def test_an_address_is_kept_as_it_is_printed() -> None:
    address = "https://example.org/_a_/b*c*d/__e__/f"
    assert from_bytes(f"Title\n\nText of it.\n\n{address}\n".encode(), "a.txt").url == address


@pytest.mark.parametrize("infect", [False, True], ids=["built", "in every field"])
def test_the_page_shows_it_and_runs_nothing(attack: Attack, infect: bool) -> None:
    if infect:
        save(hostile.all_infected(SEEDS, attack.written), attack.path)
    kept = {article.id for article in SEEDS.articles}
    readings = [reading for reading in load(attack.path).readings if reading.article.id not in kept]
    app = page(attack)
    seen = [sheets(app)]

    def look(**state: object) -> None:
        for key, value in state.items():
            app.session_state[key.replace("_", "-")] = value
        assert not app.run().exception
        seen.append(sheets(app))

    for view in CHOICES:
        look(view=view.value)
    for reading in readings:
        look(view="Articles", open_article=reading.article.id, selection=Selection(claim=reading.claims[0].id))
        look(selection=Selection(place=reading.claims[0].places[0].place.id))
    text = hostile.shown(" ".join(seen))
    markdown = " ".join(shown.proto.body for kind in ("markdown", "html", "caption") for shown in app.get(kind))
    for words in hostile.payloads(attack.written):
        # The reader shows no Markdown: of an image or a link it shows the words.
        assert hostile.shown(words) in text or hostile.shown(plain(words)) in text, words
        assert hostile.shown(words) not in hostile.shown(markdown)
    assert not hostile.TURNS_TEXT.search("".join(seen))
    assert not attack.written.exists()


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_whatever_every_field_says_the_script_stays(words: str) -> None:
    assert frame(script(hostile.infected(SEEDS, words))) == frame(script(SEEDS))


def test_no_payload_reaches_the_script(tmp_path: Path) -> None:
    written = tmp_path / "written"
    rendered = script(hostile.all_infected(SEEDS, written))
    assert "dateline.mount(" in rendered
    assert not [words for words in hostile.payloads(written)[:-1] if words in rendered]
    assert not written.exists()


def test_every_text_survives_saving(tmp_path: Path) -> None:
    path = tmp_path / "collection.json"
    collection = hostile.all_infected(SEEDS, tmp_path / "written")
    save(collection, path)
    again: Collection = load(path)
    assert (again.readings, again.links, again.left_out) == (collection.readings, collection.links, collection.left_out)
