"""Decisions about figures whose article was rewritten since: its bytes are others, and its figures have other ids."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from geo.model import Claim, Reading
from geo.model.decision import Anchor, Decision


def lost(decisions: Iterable[Decision], works: Set[str]) -> dict[str, list[Anchor]]:
    """The figures that were decided about in articles of which none is there: ``works`` has the addresses and hashes of
    those that are. By the work that is gone, in the order of the decisions."""
    found: dict[str, list[Anchor]] = defaultdict(list)
    for it in decisions:
        for about in (it.about, it.other):
            if about is not None and about.work not in works:
                found[about.work].append(about)
    return dict(found)


def rewritten(
    decisions: Sequence[Decision], readings: Sequence[Reading], gone: Set[str] = frozenset()
) -> dict[str, str]:
    """Which articles are those that are lost: hashes of then and now.

    An article without an address is known by its bytes, and where these are others by the name of its file. Of several
    with one name it is the one in which the most of its sentences stand. Neither one that was taken out (``gone``) nor
    one that was there beside the lost one, for it was decided about before, is meant.
    """
    works = {work for it in readings for work in (it.article.url, it.article.sha256) if work is not None}
    away = {work: these for work, these in lost(decisions, works).items() if work not in gone}
    if not away:
        return {}
    order = {it.about.work: number for number, it in enumerate(decisions)}
    begun = {it.about.work: number for number, it in reversed(list(enumerate(decisions)))}
    bare: dict[str, list[Reading]] = defaultdict(list)
    for it in readings:
        if it.article.url is None:
            bare[it.article.file].append(it)
    found = {}
    for work, these in away.items():
        last = order.get(work, -1)
        there = [it for it in bare[these[0].file] if begun.get(it.article.sha256, last) >= last]
        held = [(_held(it, these), -number) for number, it in enumerate(there)]
        if there and (len(there) == 1 or max(held)[0]):
            found[work] = there[-max(held)[1]].article.sha256
    return found


def _held(reading: Reading, these: Iterable[Anchor]) -> int:
    """How many of the sentences stand in the article."""
    text = " ".join(reading.article.text.split())
    return sum(it.sentence in text for it in set(these))


def called_first(decisions: Iterable[Decision], fitting: Callable[[Anchor], Claim | None]) -> Mapping[str, str]:
    """Figures that were decided about under one id and, once their words were others, under the next: each later id,
    with the first. So what was decided later counts, and takes back what was decided before.

    Two figures that stood side by side are two, though only one of them is left: the later decisions are about a text
    with other bytes, or about the very figure that is there now.
    """
    first: dict[str, tuple[int, Anchor]] = {}
    last: dict[str, int] = {}
    for number, it in enumerate(decisions):
        first.setdefault(it.about.claim, (number, it.about))
        last[it.about.claim] = number
    before: dict[str, Anchor] = {}
    found: dict[str, str] = {}
    for id_, (number, about) in first.items():
        if (claim := fitting(about)) is None:
            continue
        if (earlier := before.get(claim.id)) is None:
            before[claim.id] = about
        elif last[earlier.claim] < number and (id_ == claim.id or about.work != earlier.work):
            found[id_] = found.get(earlier.claim, earlier.claim)
            before[claim.id] = about
    return found
