"""The places that a noun names or describes, for a claim."""

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, TypeVar

from geo.claims.people import is_known
from geo.claims.setting import Mention, Setting
from geo.claims.tie import Tie
from geo.grammar import children, conjuncts, objects
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.model import ClaimPlace, PlaceKind, Role
from geo.places.lexicon import KIND_WORDS
from geo.places.unknown import unknown

if TYPE_CHECKING:
    from spacy.tokens import Token

_BUILT = sense("naming: built")
_Use = TypeVar("_Use", Tie, ClaimPlace)


def named(target: "Token", role: Role, setting: Setting, abroad: Set[str] = frozenset()) -> Iterator[Tie]:
    """The place that ``target`` names, and what is said of where it lies ("the base in the capital").

    ``abroad`` are countries that "the country" cannot mean: who flees to "the country" is not of it.
    """
    if target.lower_ in ("here", "there"):  # "were evacuated from there"
        if (place := setting.pointed(target)) is not None:
            yield Tie(place, role, note=f"“{target.text}”")
        return
    if (mention := mention_of(target, setting)) is not None:
        place = mention.place or unknown(mention.toponym)
        if place is not None and mention.toponym.literal:
            yield Tie(place, role)
            if place.kind is PlaceKind.SITE and (anchor := setting.place(place.anchor)) is not None:
                yield Tie(anchor, role, stated=False, note=f"where {place.name} is")
        return
    if (beside := _called(target, setting)) is not None:
        for name in (beside, *conjuncts(beside)):
            yield from named(name, role, setting, abroad)
        return
    if (place := setting.described(target, excluding=abroad)) is not None:
        yield Tie(place, role, note=f"“{setting.doc[target.left_edge.i : target.i + 1].text}”", pointed=True)
        return
    if several := setting.several(target):
        words = setting.doc[target.left_edge.i : target.i + 1].text
        yield from (Tie(place, role, note=f"“{words}”") for place in several)
        return
    yield from named_by_owner(target, role, setting, abroad)
    for preposition, inner in objects(target):
        if preposition in ("of", "in", "at", "near", "on", "along", "with"):
            yield from named(inner, Role.NEAR if preposition == "near" else role, setting, abroad)


def _called(target: "Token", setting: Setting) -> "Token | None":
    """The name right behind the kind of place that it is: "the capital X", "the border town X"."""
    following = target.i + 1
    return next(
        (t for t in children(target, rel.APPOSITION) if t.left_edge.i == following and setting.mention(t) is not None),
        None,
    )


def named_by_owner(target: "Token", role: Role, setting: Setting, abroad: Set[str] = frozenset()) -> Iterator[Tie]:
    """The place whose ``target`` is: "the town's three camps"."""
    if target.lemma_.lower() in _BUILT:
        for owner in children(target, rel.POSSESSOR):
            yield from named(owner, role, setting, abroad)


def mention_of(target: "Token", setting: Setting) -> Mention | None:
    """The toponym of a noun: the noun itself, or the name before it ("the Oak Hill crossing"), but not of people."""
    found = setting.mention(target)
    if found is None and not is_known(target):
        kind = target.lemma_.lower() in KIND_WORDS  # "Afar region", an adjective by the parse
        for part in children(target, rel.COMPOUND, rel.NOUN_MODIFIER, *((rel.ADJECTIVE,) if kind else ())):
            if (inner := setting.mention(part)) is not None:
                return inner
    return found


def once(found: Sequence[_Use]) -> tuple[_Use, ...]:
    """Each place in each of its roles once, as it was found first."""
    seen: dict[tuple[str, Role], _Use] = {}
    for use in found:
        seen.setdefault((use.place.id, use.role), use)
    return tuple(seen.values())
