"""Decisions about articles find their articles again: by the bytes, by the address where another copy of its page was
added since, and where it has none by the likeness of its text, which may have been put right; a short one, which may be
like many, by the name of its file as well."""

from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from geo.collections.editions import ALIKE
from geo.collections.particulars import Edit, Particular, standing
from geo.collections.sketch import FEWEST, alike, sketch
from geo.collections.twins import Traits
from geo.model import Article

Drawn = tuple[bytes, int]
"""A sketch of a text, and how many runs of words it has."""
_drawn = lru_cache(maxsize=2_048)(sketch)


@dataclass(frozen=True, slots=True)
class There:
    """An article that is there; its text is sketched, or looked at, only where that is asked for."""

    sha256: str
    url: str | None
    drawn: Callable[[], Drawn]
    file: str = ""
    text: Callable[[], str] = str


def of_traits(traits: Traits, text: Callable[[], str]) -> There:
    return There(traits.sha256, traits.url, lambda: (traits.sketch, traits.runs), traits.file, text)


def present(articles: Iterable[Article], removed: Iterable[Edit] = ()) -> list[There]:
    """What a data set has; what was ``removed`` from it is there all the same: what was decided about it is about no
    other article."""
    found = [_present(it) for it in articles]
    return [*found, *(There(it.article.sha256, it.article.url, lambda: (b"", 0)) for it in removed)]


def _present(article: Article) -> There:
    text = article.text
    return There(article.sha256, article.url, lambda: _drawn(text), article.file, lambda: text)


def fitting(edits: Iterable[Edit], there: Sequence[There]) -> tuple[dict[str, tuple[Edit, ...]], tuple[Edit, ...]]:
    """What stands about the articles that are ``there``, by their hashes, and what is about none."""
    hashes = {it.sha256 for it in there}
    pages: dict[str, str] = {}
    for it in there:
        if it.url is not None:
            pages.setdefault(it.url, it.sha256)
    stands = standing(edits)
    about: dict[str, str | None] = {key: key if key in hashes else _page(these, pages) for key, these in stands.items()}
    lost = {key: these for key, these in stands.items() if about[key] is None}
    about.update(_likest(lost, stands, there))
    about.update(_short(lost, stands, there))
    found: dict[str, tuple[Edit, ...]] = {}
    unfit: list[Edit] = []
    for key, these in stands.items():
        if (now := about[key]) is None:
            unfit += these
        else:  # of several copies of a page what was decided last counts
            found[now] = tuple(sorted((*found.get(now, ()), *these), key=lambda it: it.at))
    return found, tuple(unfit)


def _page(edits: Sequence[Edit], pages: Mapping[str, str]) -> str | None:
    """By an address that the article had, or was given."""
    named = [it.article.url for it in edits]
    named += [words for it in edits if it.field is Particular.ADDRESS for words in (it.before, it.after)]
    return next((pages[url] for url in named if url is not None and url in pages), None)


def _likest(
    lost: Mapping[str, tuple[Edit, ...]], stands: Mapping[str, tuple[Edit, ...]], there: Sequence[There]
) -> dict[str, str]:
    """The articles without an address whose texts are the likest to those that are ``lost``, where they are alike.

    What was decided about before is another article: that one was there beside the one that is lost.
    """
    known = {key: drawn for key, these in lost.items() if (drawn := _told(these)) is not None}
    if not known:
        return {}
    bare = [it for it in there if it.url is None]
    sketches = [*(it.drawn() for it in bare), *known.values()]
    keys = list(known)
    found: dict[str, tuple[float, str]] = {}
    for two, one, share in alike(sketches):
        if one >= len(bare) or two < len(bare) or share < ALIKE:
            continue
        key, other = keys[two - len(bare)], bare[one].sha256
        if _came_later(stands.get(other, ()), lost[key]):
            found[key] = max(found.get(key, (0.0, "")), (share, other))
    return {key: other for key, (_, other) in found.items()}


def _short(
    lost: Mapping[str, tuple[Edit, ...]], stands: Mapping[str, tuple[Edit, ...]], there: Sequence[There]
) -> dict[str, str]:
    """The same of texts too short for a sketch, in files of the same name: by the words that are the same."""
    found: dict[str, str] = {}
    for key, these in lost.items():
        last = these[-1].article
        if not last.text:
            continue
        bare = [it for it in there if it.url is None and it.file == last.file and it.drawn()[1] <= 2 * FEWEST]
        words = last.text.split()
        rated = [
            (SequenceMatcher(None, words, it.text().split(), autojunk=False).ratio(), it.sha256)
            for it in bare
            if _came_later(stands.get(it.sha256, ()), these)
        ]
        share, other = max(rated, default=(0.0, ""))
        if share >= ALIKE:
            found[key] = other
    return found


def _came_later(edits: Sequence[Edit], these: Sequence[Edit]) -> bool:
    """Whether nothing was decided about an article before the last of ``these`` was: else it was there beside it."""
    latest = max(it.at for it in these)
    return all(it.at >= latest for it in edits)


def _told(edits: Sequence[Edit]) -> Drawn | None:
    """The sketch in what was decided last."""
    last = next((it.article for it in reversed(edits) if it.article.sketch), None)
    return (b64decode(last.sketch), last.runs) if last is not None else None
