"""The parser's labels are spelt in one room, and reading a clause does what it says."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.claims.people import is_known
from geo.grammar import argument, named_subject, objects, phrase, relations, subject, words
from geo.language.model import annotate
from tests.conftest import ROOT

LABELS = {label for name, label in vars(relations).items() if name.isupper() and isinstance(label, str)}
ALSO_WORDS = {relations.CASE, relations.MARKER, relations.AGENT, relations.UNKNOWN}
NAMES_FEATURES = {"slots/place_features.py"}
"""Files of ``geo/claims`` whose features are called after labels."""


def spelt(source: str) -> Iterator[str]:
    """The labels that a module spells, alone or in a list of words; names of features may hold one."""
    tree = ast.parse(source)
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in parts:
            listed = node.value.split()
            if listed and set(listed) <= LABELS and not set(listed) <= ALSO_WORDS:
                yield node.value


def modules() -> list[Path]:
    return [path for room in ("claims", "places", "numbers", "times") for path in (ROOT / "geo" / room).rglob("*.py")]


def test_labels_are_spelt_in_the_grammar_alone() -> None:
    assert list(spelt('children(verb, "dobj"); _SHARED = "nummod amod".split()')) == ["dobj", "nummod amod"]
    found = {path for path in modules() if list(spelt(path.read_text(encoding="utf-8")))}
    assert found == {ROOT / "geo" / "claims" / name for name in NAMES_FEATURES}


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("Chad said it would send 500 soldiers.", "send", "Chad"),
        ("The army was ready to accept 900 recruits.", "accept", "army"),
        ("Norway, which joined in 2007, sent 300 soldiers.", "joined", "Norway"),
    ],
)
def test_who_does_it(text: str, verb: str, doer: str) -> None:
    token = next(t for t in annotate([text])[0] if t.text == verb)
    found = named_subject(token)
    assert found is not None
    assert found.text == doer
    assert subject(token) is not None


def test_prepositions_of_two_words_and_joined_objects() -> None:
    (doc,) = annotate(["They walked out of the camp and moved to Chad and Niger."])
    ways = [(way, target.text) for token in doc if token.pos_ == "VERB" for way, target in objects(token)]
    assert ways == [("out of", "camp"), ("to", "Chad"), ("to", "Niger")]


def test_what_stands_for_a_noun_and_its_phrase() -> None:
    (doc,) = annotate(["Hundreds of Kenyan soldiers who served there have left."])
    noun = next(t for t in doc if is_known(t))
    assert argument(noun).text == "Hundreds"
    assert words(phrase(noun)) == "Kenyan soldiers"
