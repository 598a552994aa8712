"""Figures that the reader missed and a person added, by the words of the article that state them."""

import re
from dataclasses import replace
from hashlib import sha256
from itertools import islice, takewhile

from geo.collections.corrections import corrected
from geo.errors import DecisionError
from geo.limits import DECISION_PLACES, DECISION_WORDS
from geo.model import (
    Action,
    Article,
    Basis,
    Claim,
    Population,
    Qualifier,
    Quantity,
    Span,
    Status,
    StatusMark,
)
from geo.model.decision import Decision, Verdict

BY_HAND = "added by hand"
AROUND = 80
"""Characters before and after the words that tell which of several like them is meant."""
_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_END = re.compile(r"[.!?][\"”’')\]]*(?=\s|$)|\n\s*\n")


def selected(article: Article, words: str, before: str, after: str) -> Span:
    """Where ``words`` stand in the article, between the likest words. Raises DecisionError where they do not."""
    plain = words.split()
    if not plain or len(words) > DECISION_WORDS:
        remedy = f"Select the figure and who is counted, at most {DECISION_WORDS} characters"
        raise DecisionError("is no figure's words", where=words[:60], remedy=remedy)
    places = re.finditer(r"\s+".join(map(re.escape, plain)), article.text)
    found = [Span(*it.span()) for it in islice(places, DECISION_PLACES + 1)]
    if not found:
        remedy = "Select words that stand side by side in one paragraph"
        raise DecisionError("is not in the article", where=words[:60], remedy=remedy)
    if len(found) > DECISION_PLACES:
        raise DecisionError("stands too often in the article", where=words[:60], remedy="Select more of the words")
    return max(found, key=lambda span: _alike(article.text, span, before, after))


def bare(article: Article, words: Span) -> Claim:
    """The claim that ``words`` state, before anything is known about it but the figure's place in the text.

    The number is the first one in digits, else all of the words; who is counted stands behind it.
    """
    text = words.of(article.text)
    digits = _NUMBER.search(text)
    span = Span(words.start + digits.start(), words.start + digits.end()) if digits else words
    sentence = _sentence(article.text, words)
    told = f"{article.url or article.sha256}|{sentence.of(article.text)}|{text}|{span.start - sentence.start}"
    return Claim(
        id=sha256(" ".join(told.split()).encode("utf-8", "replace")).hexdigest()[:12],
        article=article.id,
        span=words,
        sentence=sentence,
        quantity=Quantity(span, span.of(article.text), Qualifier.VAGUE, None, None),
        counted=" ".join(text[digits.end() :].split()) if digits else "",
        population=Population.DISPLACED,
        basis=Basis.EVENT,
        action=Action.UNSTATED,
        who=None,
        places=(),
        happened=None,
        as_of=None,
        reported=article.published,
        attribution=None,
        statuses=(StatusMark(Status.REPORTED, sentence),),
        origin=BY_HAND,
    )


def made(decision: Decision, article: Article) -> Claim | None:
    """The claim that was added, in this text of the article; None where the words are not in it any more."""
    about = decision.about
    try:
        words = selected(article, decision.after or "", about.before, about.after)
    except DecisionError:
        return None
    claim = bare(article, words)
    return replace(corrected(claim, given(decision)), id=about.claim, counted=claim.counted or "people")


def given(decision: Decision) -> list[Decision]:
    """The fields of an added figure, each as a correction."""
    return [replace(decision, verdict=Verdict.CORRECT, field=field, after=value) for field, value in decision.given]


def _alike(text: str, span: Span, before: str, after: str) -> int:
    """How many letters next to the words are the same, on both sides together; white space is none."""
    ahead, behind = text[max(0, span.start - 2 * AROUND) : span.start], text[span.end : span.end + 2 * AROUND]
    pairs = ((_letters(ahead)[::-1], _letters(before)[::-1]), (_letters(behind), _letters(after)))
    return sum(1 for pair in pairs for _ in takewhile(lambda it: it[0] == it[1], zip(*pair, strict=False)))


def _letters(text: str) -> str:
    return "".join(text.split())


def _sentence(text: str, words: Span) -> Span:
    """From the end of the sentence before to the end of this one."""
    starts = [it.end() for it in _END.finditer(text, 0, words.start)]
    start = starts[-1] if starts else 0
    ends = _END.search(text, words.end)
    end = len(text) if ends is None else ends.start() if ends.group().isspace() else ends.end()
    start += len(text[start : words.start]) - len(text[start : words.start].lstrip())
    return Span(start, max(end, words.end))
