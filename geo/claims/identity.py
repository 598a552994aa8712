"""Which tellings are one claim, and what a claim is called.

A claim is one source's: what another source says of the same people, a denial too, is another claim. Its id rests on
the work (its address, else its words) and on the quotation, so that a newline or a file saved again changes nothing.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from geo.model import Article, Claim, Status

_AROUND = 40
"""Characters of an article before and after a figure that tell its quotation from another."""
_LENGTH = 12


def merged(found: Sequence[Claim]) -> list[Claim]:
    """The same claim printed again ("90%" in a caption and in the story) becomes a repeat of the first."""
    kept: dict[tuple[object, ...], Claim] = {}
    for number, claim in enumerate(found):
        quantity = claim.quantity
        key = (quantity.low, quantity.high, quantity.qualifier, claim.population, claim.action, claim.who)
        if (first := kept.get(key)) is not None and _agree(first, claim):
            kept[key] = replace(first, repeats=(*first.repeats, claim.quantity.span))
        else:
            kept[(*key, number) if first is not None else key] = claim
    return list(kept.values())


def _agree(first: Claim, again: Claim) -> bool:
    """True where nothing that both state differs: date, place, speaker, status."""
    dates = first.happened is None or again.happened is None or first.happened == again.happened
    speakers = [_spoken(claim) for claim in (first, again)]
    same_voice = None in speakers or speakers[0] == speakers[1]
    ours, theirs = ({use.place.id for use in claim.places} for claim in (first, again))
    return dates and same_voice and _same_status(first, again) and (not ours or not theirs or bool(ours & theirs))


def _spoken(claim: Claim) -> str | None:
    """The speaker as it is compared: "The army" opening a sentence is "the army"."""
    return claim.attribution.words.casefold() if claim.attribution else None


def _same_status(first: Claim, again: Claim) -> bool:
    """What only one telling doubts ("claimed", in a caption nothing) does not part two tellings of one voice."""
    plain = Status.REPORTED
    return first.status is again.status or (
        plain in (first.status, again.status) and None not in (first.attribution, again.attribution)
    )


def distinct(article: Article, found: Sequence[Claim]) -> Iterator[Claim]:
    """The claims with their ids; of two whose quotations are the same, the second is told by its number."""
    work = article.url or _plain(article.text)
    seen: Counter[str] = Counter()
    for claim in found:
        span = claim.quantity.span
        before, after = article.text[: span.start], article.text[span.end : span.end + 2 * _AROUND]
        quotation = f"{_plain(before[-2 * _AROUND :])[-_AROUND:]}|{claim.quantity.words}|{_plain(after)[:_AROUND]}"
        seen[quotation] += 1
        content = f"{work}\n{quotation}\n{seen[quotation]}"
        yield replace(claim, id=hashlib.sha256(content.encode()).hexdigest()[:_LENGTH])


def apart(claims: Sequence[Claim], taken: Set[str]) -> tuple[Claim, ...]:
    """``claims`` of one article with ids that are not ``taken`` by other articles.

    Two versions of a page have one address and share quotations: the later one's claims are told apart by its text.
    """
    return tuple(
        replace(claim, id=hashlib.sha256(f"{claim.id}\n{claim.article}".encode()).hexdigest()[:_LENGTH])
        if claim.id in taken else claim
        for claim in claims
    )  # fmt: skip


def _plain(text: str) -> str:
    """``text`` with one space wherever it has white space."""
    return " ".join(text.split())
