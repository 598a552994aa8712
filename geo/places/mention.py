"""A name in parsed text that may be a place: where it stands, what it may mean, and what stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import PlaceKind
from geo.places.gazetteer import Candidate, Gazetteer
from geo.places.lexicon import ARTICLED_COUNTRIES, CROSSED, KIND_WORDS
from geo.places.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

LISTED = ({","}, {"and"}, {",", "and"}, {"or"}, {";"}, {"&"})
"""What stands between the names of a list."""
_BRACKETED = 6
"""Words of a bracket with a number at most that may stand behind a name of a list: "(692 people)"."""
LARGE_TOWN = 50_000
"""People."""
CLEAR = 1.0
"""How far the likeliest place of a name must be ahead of the next to be certain, on the scale of weights."""
AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name: ``text[start:end]`` of passage number ``passage``, its tokens ``first`` to ``last`` (exclusive).

    ``candidates`` is empty for a name that is printed as a place's and that the gazetteer does not know. ``hint`` is
    the kind of place that the words beside the name say it is.
    """

    passage: int
    start: int
    end: int
    first: int
    last: int
    text: str
    candidates: tuple[Candidate, ...]
    hint: PlaceKind | None


def clear_best(candidates: Sequence[Candidate]) -> Candidate | None:
    """The likeliest place of a name where it is far likelier than the others; None where it is not."""
    best = sorted(candidates, key=lambda c: -c.weight)[:2]
    return best[0] if best and (len(best) == 1 or best[0].weight - best[1].weight >= CLEAR) else None


def mention(number: int, doc: "Doc", first: int, last: int, candidates: tuple[Candidate, ...]) -> Mention:
    """The tokens ``first`` to ``last`` (exclusive) of passage ``number`` as a mention."""
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    return Mention(number, start, end, first, last, doc[first:last].text, candidates, hint(doc, first, last))


def hint(doc: "Doc", first: int, last: int) -> PlaceKind | None:
    """The kind of place that the word after the name, or "the city of" before it, says it is."""
    after = doc[last].lower_ if last < len(doc) else ""
    if after in KIND_WORDS:
        return KIND_WORDS[after]
    before = doc[first - 1].lower_ if first else ""
    if before == "of" and first > 1:
        before = doc[first - 2].lower_
    return KIND_WORDS.get(before)


def river(doc: "Doc", first: int, last: int, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The rivers that a name with "the" before it means: "across the Dnipro", "the Niger"; empty for other names.

    A few countries have the article too; such a name is a river's only where something crosses it or goes along it.
    """
    if first == 0 or doc[first - 1].lower_ != "the":
        return ()
    following = doc[last] if last < len(doc) else None
    if following is not None and (following.pos_ in ("NOUN", "PROPN", "ADJ", "PART") or following.text == "-"):
        return ()  # "the Niger army", "the Dnipro region"
    name = doc[first:last].text
    before = {token.lower_ for token in doc[max(0, first - 3) : first - 1]}
    if fold(name) in ARTICLED_COUNTRIES and not before & CROSSED:
        return ()
    found = [*gazetteer.candidates(name), *gazetteer.candidates(f"{name} River")]
    rivers = {c.place.id: c for c in found if c.place.kind is PlaceKind.RIVER}
    return tuple(rivers.values())


@dataclass(frozen=True, slots=True)
class Held:
    """Mention number ``inner`` stands in the place that mention number ``outer`` names, by one of ``areas``.

    ``areas`` are ids of candidates of the outer one; ``fitting`` those of them that hold a candidate of the inner one.
    ``close``: only a comma or bracket is between.
    """

    inner: int
    outer: int
    areas: frozenset[str]
    fitting: frozenset[str]
    close: bool


def held(mentions: Sequence[Mention], passages: Sequence[Passage], gazetteer: Gazetteer) -> Iterator[Held]:
    """Pairs printed as "Paris, Texas", "Paris (France)", "Paris in northern France" or "France's capital Paris"."""
    for number, (former, latter) in enumerate(pairwise(mentions)):
        close = False
        if former.passage != latter.passage:
            continue
        words = [token.lower_ for token in passages[former.passage].doc[former.last : latter.first]]
        if words in ([","], ["("], [".", ","]) and not _peers(former, latter):
            inner, outer, close = number, number + 1, True
        elif 0 < len(words) <= 4 and "in" in words and not {".", "and"} & set(words):
            inner, outer = number, number + 1
        elif words and words[0] in ("'s", "’s") and len(words) <= 4:
            inner, outer = number + 1, number
        else:
            continue
        areas = frozenset(c.place.id for c in mentions[outer].candidates if c.place.kind in AREAS)
        holding = {parent for c in mentions[inner].candidates for parent in gazetteer.parents(c)}
        yield Held(inner, outer, areas, areas & holding, close)


def listed(doc: "Doc", last: int, first: int) -> bool:
    """Whether a name that begins at token ``first`` goes on a list whose name before ends at ``last``: "A, B and C",
    "A (300), B (200)"."""
    at = after_bracket(doc, last)
    return at < first <= at + 2 and {t.lower_ for t in doc[at:first]} in LISTED


def after_bracket(doc: "Doc", at: int) -> int:
    """Where the bracket with a number ends that opens at token ``at``; ``at`` where none does."""
    words = doc[at : at + _BRACKETED]
    closes = next((t.i for t in words if t.text == ")"), None)
    opens = closes is not None and words[0].text == "(" and any(t.like_num for t in words[: closes - at])
    return closes + 1 if opens and closes is not None else at


def peers(mentions: Sequence[Mention], passages: Sequence[Passage]) -> list[frozenset[str]]:
    """For each mention the countries that a name beside it in a list is a province of."""
    found: list[set[str]] = [set() for _ in mentions]
    for number, (former, latter) in enumerate(pairwise(mentions)):
        if former.passage == latter.passage and listed(passages[former.passage].doc, former.last, latter.first):
            found[number] |= _provinces_of(latter)
            found[number + 1] |= _provinces_of(former)
    return [frozenset(codes) for codes in found]


def _peers(former: Mention, latter: Mention) -> bool:
    """Whether two names are provinces of one country: a list, as in "Oregon, Washington" or "Darfur, Kordofan"."""
    return bool(_provinces_of(former) & _provinces_of(latter)) and former.text != latter.text


def _provinces_of(mention: Mention) -> set[str]:
    """The countries that have a province of this name and no large town; counties are not of that rank."""
    if mention.hint is not None:
        return set()
    main = [c for c in mention.candidates if c.main and c.place.country and not c.place.id.startswith("county:")]
    towns = {c.place.country for c in main if c.place.kind is PlaceKind.CITY and c.population > LARGE_TOWN}
    return {str(c.place.country) for c in main if c.place.kind is PlaceKind.PROVINCE} - towns
