"""A headline's figures: the text's, told once more, or the headline's own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.model import Claim, Evidence, How, Qualifier, Quantity

_ROUNDED = 0.1
"""How far a headline's number may be from the text's, as a share of it."""


def headlined(shown: Sequence[Claim], headlines: Iterable[tuple[Quantity, Claim | None]]) -> list[Claim]:
    """``shown`` with the headline's figures, given with what each claims by itself.

    Each is the first of the text that it tells again, else a claim of its own.
    """
    alone: list[Claim] = []
    found = list(shown)
    for figure, claim in headlines:
        at = next((at for at, it in enumerate(found) if _same_number(it.quantity, figure)), None)
        if at is None and claim is not None:
            at = next((at for at, it in enumerate(found) if it.panel is claim.panel and _sums_up(figure, it)), None)
        if at is not None:
            found[at] = _told_again(found[at], figure, claim)
        elif claim is not None:
            alone.append(claim)
    return [*alone, *found]


def _told_again(first: Claim, figure: Quantity, headline: Claim | None) -> Claim:
    """``first`` with the headline's ``figure``; whom the headline names for it says so, where the text names nobody."""
    first = replace(first, repeats=(*first.repeats, figure.span))
    if first.attribution is not None or headline is None or headline.attribution is None:
        return first
    spoken = Evidence(How.HEADLINE, 1.0, headline.attribution.span)
    return replace(first, attribution=headline.attribution, spoken=spoken)


def _same_number(one: Quantity, other: Quantity) -> bool:
    """Whether the numbers agree, however they are qualified: "Some 24,000" over "24,000 people"."""
    return one.middle == other.middle and (one.qualifier is Qualifier.VAGUE) == (other.qualifier is Qualifier.VAGUE)


def _sums_up(headline: Quantity, claim: Claim) -> bool:
    """Whether a headline's round or vague number is that of the text: "Nearly a million" of 916,863, "Thousands"."""
    exact, middle = claim.quantity.middle, headline.middle
    if exact is None or middle is None:
        return False
    if headline.qualifier is Qualifier.VAGUE:
        return headline.low is not None and exact >= headline.low
    return abs(exact - middle) <= _ROUNDED * exact
