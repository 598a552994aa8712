"""Whose soldiers these are: a "from" behind them that tells of no journey, "1,700 soldiers from Mali and Niger"."""

from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.naming import named
from geo.claims.people import Counted
from geo.claims.setting import Setting
from geo.claims.tie import Tie
from geo.grammar import objects
from geo.lexicon.deeds import VERBS
from geo.model import Action, PlaceKind, Population, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAVING = frozenset({Action.WITHDRAW, Action.EVACUATE, Action.FLEE, Action.EXPEL, Action.CROSS, Action.RETURN})
"""What soldiers do who leave where they were: then "from" tells where that is."""


def whose(people: Counted, deed: Deed, setting: Setting) -> frozenset[str]:
    """The countries (ids) that say whose soldiers these are."""
    said = [t for head in (people.head, deed.anchor) for p, t in objects(head) if p == "from"]
    uses = (use for t in said if is_right_behind(t, people) for use in named(t, Role.FROM, setting))
    return frozenset(use.place.id for use in uses if tells_whose(use, people, deed))


def is_right_behind(target: "Token", people: Counted) -> bool:
    """Whether the preposition of ``target`` follows the people at once, and no verb that leads away has it."""
    verb = target.head.head
    leads = VERBS.get(verb.lemma_.lower()) in LEAVING or any(way in ("to", "into") for way, _ in objects(verb))
    return target.head.i == people.head.i + 1 and (verb == people.head or not leads)


def tells_whose(use: Tie, people: Counted, deed: Deed) -> bool:
    """Whether a country behind "from" is that of soldiers who do not leave it."""
    serve = people.population is Population.TROOPS and deed.action not in LEAVING
    return serve and use.place.kind is PlaceKind.COUNTRY
