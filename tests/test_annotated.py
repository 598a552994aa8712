"""The annotated articles are sound: what they say stands in their texts, in the words of the contract."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from geo.articles.load import from_bytes
from geo.model import Action, Basis, Panel, Population, Qualifier, Role, Status

FOLDER = Path(__file__).parent / "annotated"
SETS: dict[str, list[dict[str, Any]]] = {
    name: json.loads((FOLDER / f"{name}.json").read_text("utf-8")) for name in ("development", "held_out", "variety")
}
CONFLICTS: list[dict[str, Any]] = json.loads((FOLDER / "conflicts.json").read_text("utf-8"))
ARTICLES = [
    pytest.param(article, id=article["file"]) for articles in (*SETS.values(), CONFLICTS) for article in articles
]
ENUMS = {"qualifier": Qualifier, "population": Population, "panel": Panel, "basis": Basis, "action": Action}
OPTIONAL = {"counted", "population", "basis", "action", "who", "places", "happened", "as_of", "attributed_to", "status"}
FIELDS = {"words", "nth", "low", "high", "qualifier", "panel", "also"} | OPTIONAL
NOTHING_DATED = {"d23_atmis.txt", "d28_walikale.txt", "h30_islam_qala.txt"}
"""Articles that carry no full publication date, on purpose."""


def values(figure: dict[str, Any], field: str) -> list[Any]:
    """Every value of a field that is right; none where the field is not scored."""
    return ([figure[field]] if field in figure else []) + figure.get("also", {}).get(field, [])


def spans(article: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Where the figures stand; fails on words that do not stand in the text often enough."""
    for figure in article["figures"]:
        found = [m.start() for m in re.finditer(f"(?={re.escape(figure['words'])})", article["text"])]
        start = found[figure["nth"]]
        yield start, start + len(figure["words"])


@pytest.mark.parametrize("article", ARTICLES)
def test_every_number_stands_where_it_is_said_to(article: dict[str, Any]) -> None:
    figures = sorted(spans(article))
    assert all(first[1] <= second[0] for first, second in pairwise(figures))
    for pair in article.get("same_movement", []):
        assert pair == sorted(set(pair))
        assert len(pair) == 2
        assert pair[1] < len(figures)
    for words in article["not_figures"] + article.get("housing", []):
        assert article["text"].count(words) == 1, words
        start = article["text"].index(words)
        assert all(end <= start or start + len(words) <= begin for begin, end in figures), words


@pytest.mark.parametrize("article", ARTICLES)
def test_the_words_are_those_of_the_contract(article: dict[str, Any]) -> None:
    for figure in article["figures"]:
        assert set(figure) <= FIELDS
        assert set(figure.get("also", {})) <= OPTIONAL | {"words", "qualifier"}
        for field, words in ENUMS.items():
            assert all(value in set(words) for value in values(figure, field)), (figure["words"], field)
        assert Population(figure["population"]).panel == figure["panel"]
        assert all(words in article["text"] for words in values(figure, "words"))
        for places in values(figure, "places"):
            assert all(role in set(Role) and name.strip() == name != "" for role, name in places)
        for status in values(figure, "status"):
            turns = re.split(r", (?:then )?", status)
            assert all(turn.split(" by ")[0] in set(Status) for turn in turns), status


@pytest.mark.parametrize("article", ARTICLES)
def test_bounds_dates_and_speakers_are_possible(article: dict[str, Any]) -> None:
    for figure in article["figures"]:
        low, high = figure.get("low"), figure.get("high")
        assert ("low" in figure) == ("high" in figure)
        assert low is None or high is None or low <= high
        assert "low" in figure or figure["qualifier"] == "vague"
        assert "low" not in figure or low is not None or high is not None
        for first, last in filter(None, values(figure, "happened")):
            assert date.fromisoformat(first) <= date.fromisoformat(last)
        assert all(date.fromisoformat(day) for day in filter(None, values(figure, "as_of")))
        assert not (figure.get("happened") and figure.get("as_of"))
        assert len(values(figure, "who")) == len(set(values(figure, "who")))
        for speaker in filter(None, values(figure, "attributed_to")):
            assert all(part.casefold() in article["text"].casefold() for part in speaker.split(", citing ")), speaker


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_is_loaded_with_its_head(article: dict[str, Any]) -> None:
    loaded = from_bytes(article["text"].encode(), article["file"])
    assert loaded.text == article["text"]
    assert article["text"].startswith(loaded.title)
    assert (loaded.published is None) == (article["file"] in NOTHING_DATED)


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_as_large_as_promised(name: str) -> None:
    articles = SETS[name]
    assert len(articles) >= 25
    assert sum(len(article["figures"]) for article in articles) >= 110
    assert sum(len(article["not_figures"]) for article in articles) >= 40
    kinds = {figure["qualifier"] for article in articles for figure in article["figures"]}
    assert kinds == set(Qualifier)


def test_no_sentence_is_shared(seeds: tuple[Path, ...]) -> None:
    texts = [article["text"] for articles in SETS.values() for article in articles]
    texts += [seed.read_text("utf-8") for seed in seeds]
    sentences = [s for text in texts for s in set(re.split(r"(?<=[.!?\"”])\s+|\n\n", text)) if len(s.split()) >= 5]
    assert len(sentences) == len(set(sentences))
    files = [article["file"] for articles in SETS.values() for article in articles]
    assert len(files) == len(set(files))
