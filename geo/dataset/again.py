"""Articles that print one text, as a build finds them: what versions changed, and which links lie within one text."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from geo.collections.changes import changes
from geo.collections.editions import Again
from geo.dataset.editions import firsts
from geo.dataset.entry import Entry, reading_of
from geo.dataset.store import in_json
from geo.model import Edition, Kinship, Link


def told_again(entries: Sequence[Entry], again: Sequence[Again]) -> tuple[Edition, ...]:
    """``again``, by the numbers of ``entries``, with the figures that versions changed."""
    return tuple(_edition(entries[it.earlier], entries[it.later], it.kinship) for it in again)


def _edition(earlier: Entry, later: Entry, kinship: Kinship) -> Edition:
    changed = changes(reading_of(earlier), reading_of(later)) if kinship is Kinship.VERSION else ()
    return Edition(later.article, earlier.article, kinship, changed)


def of_one_origin(links: Sequence[str], entries: Sequence[Entry], editions: Sequence[Edition]) -> list[str]:
    """``links``, each as JSON; those between articles with one text say so."""
    if not editions:
        return list(links)
    first = firsts(editions)
    text = {claim: first[entry.article] for entry in entries if entry.article in first for claim in entry.claims}
    return [_of_one_origin(link, text) for link in links]


def _of_one_origin(raw: str, text: dict[str, str]) -> str:
    link = msgspec.json.decode(raw, type=Link)
    if link.same_origin or link.first not in text or text[link.first] != text.get(link.second):
        return raw
    return in_json(replace(link, same_origin=True))
