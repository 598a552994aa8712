"""The sentence of a figure as it is shown: what was printed, without the mark of the list that it stood in."""

import re

from geo.model import Article, Claim, Span
from geo.wording.claims import flat

_LISTED = re.compile(r"\s*(?:[-–—*•‣▪■●◦·]\s+)+(?=\S)")
"""What stands before an entry of a list. A minus stands right before its number."""


def unlisted(article: Article, sentence: Span) -> Span:
    """``sentence`` without the mark of its list: a dash or a bullet before its words says nothing about them."""
    found = _LISTED.match(sentence.of(article.text))
    return Span(sentence.start + found.end(), sentence.end) if found else sentence


def printed(article: Article, claim: Claim) -> str:
    """The words of a claim's sentence on one line."""
    return flat(unlisted(article, claim.sentence).of(article.text))
