"""The words that are searched for, marked in a tree and in the sentence of a figure. Published pages do the same in the
browser (geo/sharing/document/browser/words.js)."""

from typing import Any

from geo.model import Article, Claim, Span
from geo.sheets.nodes import Node, element
from geo.wording.passages import AROUND, occurrences
from geo.wording.sentences import unlisted


def marked(node: Node, words: str) -> Node:
    """``node`` with ``words`` in it marked; drawings stay as they are."""
    return node if not words or isinstance(node, str) or node[0] == "svg" else _marked(node, words)


def _marked(node: list[Any], words: str) -> list[Any]:
    tag, attributes, *children = node
    made: list[Node] = []
    for child in children:
        made += _pieces(child, words) if isinstance(child, str) else [marked(child, words)]
    return [tag, attributes, *made]


def row(node: Node, claim: Claim, article: Article, words: str) -> Node:
    """The row of a claim, its words first, marked, and with the passage of its sentence that has ``words``."""
    if not words or isinstance(node, str):
        return node
    tag, attributes, told, *drawn = _marked(node, words)
    passage = _passage(unlisted(article, claim.sentence).of(article.text), words)
    return [tag, attributes, [*told, passage] if passage else told, *drawn]


def _passage(sentence: str, words: str) -> Node | None:
    """Where a sentence has most of the words near each other; None where it has none."""
    found = _found(sentence, words)
    if not found:
        return None
    near = [sum(abs(other.start - one.start) <= AROUND for other in found) for one in found]
    at = found[near.index(max(near))]
    start = sentence.rfind(" ", 0, max(0, at.start - AROUND)) + 1
    end = sentence.find(" ", min(len(sentence), at.end + AROUND))
    end = len(sentence) if end < 0 else end
    line = " ".join(sentence[start:end].split())
    more = ("… " if start else None, " …" if end < len(sentence) else None)
    return element("span", more[0], *_pieces(line, words), more[1], cls="found", dir="auto")


def _found(text: str, words: str) -> list[Span]:
    return sorted(occurrences(text, words), key=lambda span: (span.start, -span.end))


def _pieces(text: str, words: str) -> list[Node]:
    made: list[Node] = []
    done = 0
    for span in _found(text, words):
        if span.start < done:
            continue
        made += [text[done : span.start], element("mark", span.of(text), cls="asked")]
        done = span.end
    return [piece for piece in (*made, text[done:]) if piece]
