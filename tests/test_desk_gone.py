"""What the desk shows of an article between its being taken out and the next build."""

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.collections.decide import removal
from geo.collections.decisions import append, edits
from geo.dataset import store
from geo.model import Article
from geo.panels.desk.allowed import Editor

KEYBOARD = Editor("Ada", keeps=True)


@pytest.fixture
def articles(project: Path) -> tuple[Article, ...]:
    return store.load(project / "data" / "collection.json").articles


@pytest.fixture
def page(project: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The check list, as the person at the keyboard has it."""
    for module in ("room", "writing"):
        monkeypatch.setattr(f"geo.panels.desk.{module}.editor", lambda: KEYBOARD)
    app = AppTest.from_file(str(project / "dashboard.py"), default_timeout=60)
    app.session_state["desk"] = "review"
    return app


def cards(app: AppTest) -> dict[str, Any]:
    (found,) = [it for it in app.get("bidi_component") if "review-cards" in it.proto.id]
    told: dict[str, Any] = json.loads(found.proto.json)
    return told


def test_figures_of_an_article_that_was_taken_out_leave_the_check_list_at_once(
    page: AppTest, articles: tuple[Article, ...], project: Path
) -> None:
    of_both = cards(page.run())["figures"][0]["order"]
    collection = store.load(project / "data" / "collection.json")
    first, second = (sum(claim.article == it.id for claim in collection.claims) for it in articles)
    assert of_both == f"1 of {first + second}"
    append(project / "data" / "decisions.jsonl", removal(articles[0], who="Ada", why="a hoax"))
    assert cards(page.run())["figures"][0]["order"] == f"1 of {second}"


def test_it_is_brought_back_where_it_was_taken_out(page: AppTest, articles: tuple[Article, ...], project: Path) -> None:
    made = project / "data" / "decisions.jsonl"
    append(made, *(removal(it, who="Ada", why="a hoax") for it in articles))
    page.run()
    assert cards(page)["empty"] == "Nothing is left to be checked."
    assert [it.value for it in page.text if it.value in {article.title for article in articles}] == [
        article.title for article in articles
    ]
    back = [it for it in page.button if it.label == "Bring it back"]
    assert len(back) == len(articles)
    back[0].click().run()
    assert not page.exception
    assert [it.verdict for it in edits(made)] == ["remove", "remove", "undo"]
    assert cards(page)["figures"]
