"""What a later version of an article changed in its figures."""

import re
from collections import Counter
from collections.abc import Iterator

from geo.model import Change, Claim, Reading

ALIKE = 0.5
"""The share of the words of two sentences that must be the same for their figures to be one, put right (0 to 1)."""
_WORD = re.compile(r"[^\W\d_]{2,}")
Words = Counter[str]


def changes(earlier: Reading, later: Reading) -> tuple[Change, ...]:
    """Figures that are told otherwise, in the order of the later article; then those that are told no more.

    A figure of the one is the figure of the other where they count the same kind of people in nearly the same words:
    the likest first, each once.
    """
    before = [(claim, _words(claim, earlier)) for claim in earlier.claims]
    after = [(claim, _words(claim, later)) for claim in later.claims]
    pairs = sorted(
        (-_likeness(old, new), abs(one - two), one, two)
        for one, old in enumerate(before)
        for two, new in enumerate(after)
        if _likeness(old, new) >= ALIKE
    )
    of_old, of_new = dict[int, int](), dict[int, int]()
    for _, _, one, two in pairs:
        if one not in of_old and two not in of_new:
            of_old[one], of_new[two] = two, one
    found = list(_changed(earlier, later, of_new))
    return (*found, *(Change(claim.id, None) for at, claim in enumerate(earlier.claims) if at not in of_old))


def _changed(earlier: Reading, later: Reading, of_new: dict[int, int]) -> Iterator[Change]:
    for two, claim in enumerate(later.claims):
        old = earlier.claims[of_new[two]] if two in of_new else None
        if old is None:
            yield Change(None, claim.id)
        elif _figure(old) != _figure(claim):
            yield Change(old.id, claim.id)


def _likeness(old: tuple[Claim, Words], new: tuple[Claim, Words]) -> float:
    """0 where they count other people; else the share of words, and more where figure, deed and noun are the same."""
    (one, ours), (two, theirs) = old, new
    if one.population is not two.population or one.panel is not two.panel:
        return 0
    every = (ours | theirs).total()
    share = (ours & theirs).total() / every if every else 0
    if share < ALIKE:
        return 0
    same = (_figure(one) == _figure(two), one.action is two.action, one.counted.casefold() == two.counted.casefold())
    return share + 0.3 * sum(same)


def _figure(claim: Claim) -> tuple[int | None, int | None, str]:
    quantity = claim.quantity
    return quantity.low, quantity.high, quantity.qualifier


def _words(claim: Claim, reading: Reading) -> Words:
    return Counter(_WORD.findall(claim.sentence.of(reading.article.text).casefold()))
