"""Who said a figure and who printed it, in words."""

from geo.dataset.dating import is_ahead
from geo.model import Article, Claim
from geo.wording import dates
from geo.wording.claims import flat, sentence_case

LONGEST_TITLE = 44
"""Characters of a title that stands for an outlet."""


def voice(claim: Claim, article: Article) -> str:
    """Who the article says said it; the outlet where it says so itself."""
    if claim.attribution is None or not claim.attribution.chain:
        outlet = article.agency or article.publisher
        return f"In {possessive(outlet)} own voice" if outlet else "In the article's own voice"
    return f"Said by {lowered(claim.attribution.words)}"


def lowered(speaker: str) -> str:
    """A speaker within a sentence: "the army"; a name keeps its capital."""
    first, _, rest = speaker.partition(" ")
    return f"{first.lower()} {rest}" if first in ("A", "An", "The", "One", "Some") else speaker


def said(claim: Claim, article: Article) -> str:
    """Who says it and who printed it, for a row: "the army (Example Post)"; the outlet alone in its own voice."""
    outlet = article.agency or article.publisher or titled(article)
    if claim.attribution is None or not claim.attribution.chain:
        return outlet
    speaker = sentence_case(flat(claim.attribution.words))
    return speaker if outlet.casefold() == speaker.casefold() else f"{speaker} ({outlet})"


def titled(article: Article) -> str:
    """What an article without agency and publisher is called, and nothing beside it: the beginning of its title."""
    title = flat(article.title or "")
    if not title:
        return article.file
    return f"“{title}”" if len(title) <= LONGEST_TITLE else f"“{title[:LONGEST_TITLE].rsplit(' ', 1)[0]} …”"


def possessive(owner: str) -> str:
    return f"{owner}’" if owner.endswith("s") else f"{owner}’s"


def signed(article: Article) -> str:
    """Who signed it, where and when it was printed: "Ann Example, The Example Post, 14 July 2021"."""
    by = f"{article.author.replace('; ', ', ')}, " if article.author else ""
    return f"{by}{printed(article)}"


def printed(article: Article) -> str:
    """Where and when it was printed: "AFP in The Moscow Times, 14 July 2021". A day still to come is said to be one."""
    outlet = " in ".join(part for part in (article.agency, article.publisher) if part) or "publisher unknown"
    ahead = " (a date still to come)" if is_ahead(article.published) else ""
    return f"{outlet}, {dates.day(article.published) if article.published else 'date unknown'}{ahead}"
