"""A sentence as printed, with one stretch of it marked; and words with a few around them."""

from geo.model import Article, Span
from geo.sheets.nodes import Node, element
from geo.wording import claims as wording
from geo.wording.sentences import unlisted

AROUND = 48
"""Characters shown before and behind the words that something rests on."""


def quote(article: Article, sentence: Span, marked: Span | None = None) -> Node:
    """A sentence as printed, white space collapsed, without a list's mark, with one stretch of it highlighted."""
    text, sentence = article.text, unlisted(article, sentence)
    if marked is None or not sentence.overlaps(marked):
        return element("blockquote", f"“{wording.flat(sentence.of(text))}”", dir="auto")
    start, end = max(marked.start, sentence.start), min(marked.end, sentence.end)
    return element(
        "blockquote",
        "“" + _flat(text[sentence.start : start]).lstrip(),
        element("mark", _flat(text[start:end])),
        _flat(text[end : sentence.end]).rstrip() + "”",
        dir="auto",
    )


def in_passing(article: Article, span: Span) -> Node:
    """The words of ``span``, marked, with a few whole words of their own paragraph around them."""
    text = article.text
    before = text[max(0, span.start - AROUND) : span.start]
    behind = text[span.end : span.end + AROUND]
    before, whole = (before.rpartition("\n\n")[2], "\n\n" in before or span.start <= AROUND)
    if not whole:
        before = before.partition(" ")[2]
    behind, done = (behind.partition("\n\n")[0], "\n\n" in behind or span.end + AROUND >= len(text))
    if not done:
        behind = behind.rpartition(" ")[0]
    return element(
        "span",
        ("“" if whole else "“… ") + _flat(before).lstrip(),
        element("mark", wording.flat(span.of(text))),
        _flat(behind).rstrip() + ("”" if done else " …”"),
        cls="passing",
        dir="auto",
    )


def _flat(words: str) -> str:
    """White space collapsed, but kept at both ends: the pieces of a sentence are put side by side."""
    inner = wording.flat(words)
    return f"{' ' if words[:1].isspace() else ''}{inner}{' ' if inner and words[-1:].isspace() else ''}"
