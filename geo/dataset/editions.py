"""Articles that print one text, as a reader asks for them."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from geo.model import Change, Edition


@dataclass(frozen=True)
class Editions:
    """By article (id): what it prints ``again``, those that came ``later``, and the ``first`` one with its text; by
    claim (id): the change that it is the later or the earlier side of."""

    again: dict[str, Edition] = field(default_factory=dict)
    later: dict[str, list[Edition]] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    was: dict[str, tuple[Edition, Change]] = field(default_factory=dict)
    became: dict[str, list[tuple[Edition, Change]]] = field(default_factory=dict)

    @classmethod
    def of(cls, editions: Iterable[Edition], articles: Container[str]) -> "Editions":
        """Those between ``articles`` that are there."""
        known = [it for it in editions if it.article in articles and it.of in articles]
        found = cls({it.article: it for it in known}, first=firsts(known))
        for it in known:
            found.later.setdefault(it.of, []).append(it)
            for change in it.changes:
                if change.after is not None:
                    found.was[change.after] = it, change
                if change.before is not None:
                    found.became.setdefault(change.before, []).append((it, change))
        return found


def firsts(editions: Iterable[Edition]) -> dict[str, str]:
    """Each article (id) that shares its text -> the first one with it, itself included."""
    of = {it.article: it.of for it in editions}
    found: dict[str, str] = {}
    for article in (*of, *of.values()):
        way, at = dict[str, None](), article
        while at in of and at not in found and at not in way:  # a file made by hand may lead in a circle
            way[at] = None
            at = of[at]
        end = found.get(at, at)
        found |= dict.fromkeys((*way, at), end)
    return found
