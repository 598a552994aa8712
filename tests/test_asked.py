"""Words that are searched for are marked: in a tree, and in the sentence of a figure."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from geo.dataset.query import Catalogue
from geo.sheets import asked
from geo.sheets.chart import row, told
from geo.sheets.nodes import Node, element
from tests import hand_made as made

CATALOGUE = Catalogue.of(made.collection())


def text(node: Node) -> str:
    return node if isinstance(node, str) else "".join(map(text, node[2:]))


def marks(node: Node) -> list[str]:
    if isinstance(node, str):
        return []
    here = [text(node)] if node[1].get("class") == "asked" else []
    return [*here, *(found for child in node[2:] for found in marks(child))]


def test_accents_and_letters_may_be_written_otherwise() -> None:
    tree = element("p", "Refugees in ", element("strong", "Yaoundé"), element("svg", "refugees"))
    assert marks(asked.marked(tree, "réfugees yaounde")) == ["Refugees", "Yaoundé"]


@given(st.lists(st.text()), st.text())
def test_marking_changes_no_words(parts: list[str], words: str) -> None:
    tree: Any = element("p", *parts, element("small", *parts))
    assert text(asked.marked(tree, words)) == text(tree)


def test_a_row_says_where_its_sentence_has_the_words() -> None:
    claim = made.FLED
    said = text(told(CATALOGUE, claim))
    sentence = claim.sentence.of(CATALOGUE.article(claim).text)
    word = next(it for it in sentence.split() if it.isalpha() and len(it) > 4 and it.casefold() not in said.casefold())
    found = row(CATALOGUE, claim, None, element("svg"), word)
    assert marks(found) == [word]
    assert marks(row(CATALOGUE, claim, None, element("svg"), "nowherefound")) == []
