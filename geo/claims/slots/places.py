"""Where: a choice among all the places that the article names, each in the role that is likeliest for it.

What the grammar ties to the figure stands; only where it ties nothing is a place chosen among all that are named. A
place that the figure's own sentence names is stated; one that is found elsewhere is inferred, and says from what.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from geo.articles.kinds import BlockKind
from geo.claims import network
from geo.claims.choice import Features, trained
from geo.claims.naming import once
from geo.claims.slots.naming import Named, Names
from geo.claims.slots.place_features import features, goes_beyond, role_features
from geo.claims.slots.place_question import Asked, around
from geo.model import Action, ClaimPlace, Evidence, How, Panel, Place, PlaceKind, Role

FIRST = 0.25
"""How probable a place must be to be the figure's likeliest."""
BESIDE = 0.65
"""How probable a further place must be."""
STATED = 0.5
"""A place of the sentence that is less probable is inferred as well."""
_MOST = 3
_STAYING = (Action.PRESENT, Action.EXERCISE, Action.HOST)
"""Nobody is present, trains or is housed *to* a place."""
_COMING = (Action.ARRIVE, Action.RETURN)
"""Who arrives or returns does so *to* a place."""
_WHY = {
    How.SENTENCE: "named in the sentence",
    How.PARAGRAPH: "named in the same paragraph",
    How.EARLIER: "named before",
    How.LATER: "named later",
    How.HEADLINE: "named in the headline",
    How.DATELINE: "where the report was filed",
    How.NATIONALITY: "the country of the people counted",
    How.PUBLICATION: "where it was published",
}
"""What an inferred place follows from, in words."""
_CONSIDERED = 3


def choose(asked: Asked, names: Names) -> tuple[tuple[ClaimPlace, ...], tuple[str, ...]]:
    """The places of a figure, the likeliest first, and the names that were weighed and not chosen."""
    near = around(asked, names)
    these = candidates(asked, names)
    if not these:
        return (), ()
    known = [features(place, asked, near, names) for place in these]
    rank, sure = _weighed(known)
    order = sorted(range(len(these)), key=lambda at: (-rank[at], these[at].id))
    tied = {use.place.id for use in asked.grammar}
    pointed = {use.place.id for use in asked.pointed}
    chosen = [at for at in order if these[at].id in tied or (tied and these[at].id in pointed and sure[at] >= FIRST)]
    for at in order:
        if tied or sure[at] < (BESIDE if chosen else FIRST) or len(chosen) == _MOST:
            break
        if not _says_again(these[at], [these[c] for c in chosen]):
            chosen.append(at)
    if not chosen:  # rather what the grammar points to ("the country") than nothing
        chosen = [at for at in order if these[at].id in pointed][:1]
    if not chosen and asked.panel is Panel.DISPLACED:  # "500 Ghanaians sought asylum"
        chosen = [at for at in order if asked.home is not None and these[at].id == asked.home.id]
    within = {id_ for at in chosen for id_ in _inside(these[at], asked, names)}
    found = [_use(these[at], known[at], sure[at], asked, names) for at in chosen if these[at].id not in within]
    others = [_printed(these[at], names) for at in order if at not in chosen][:_CONSIDERED]
    return once(found), tuple(dict.fromkeys(others))


def _weighed(known: Sequence[Features]) -> tuple[list[float], list[float]]:
    """Of each candidate, how it stands to the others, and how probable it is that it is a place of the figure."""
    scores = network.trained("place").scores(known)
    likeliest, here = scores[:, 0], scores[:, 1]
    return likeliest.tolist(), (1 / (1 + np.exp(-np.clip(here, -50, 50)))).tolist()


def candidates(asked: Asked, names: Names) -> list[Place]:
    """Every place that the article names, the grammar ties to the figure, or its people are of."""
    found = {named.place.id: named.place for named in names.named}
    for use in asked.ties:
        found.setdefault(use.place.id, use.place)
    if asked.home is not None:
        found.setdefault(asked.home.id, asked.home)
    tied = {use.place.id for use in asked.grammar}
    return [place for place in found.values() if place.id in tied or place.id not in asked.apart]


def _says_again(place: Place, chosen: Sequence[Place]) -> bool:
    """A country beside a place in it says nothing more."""
    return place.kind is PlaceKind.COUNTRY and any(set(place.countries) & set(other.countries) for other in chosen)


def _inside(place: Place, asked: Asked, names: Names) -> Iterator[str]:
    """The places (ids) inside its name: nobody ten miles from a border is at the border."""
    here = names.by_sentence.get(asked.at, ())
    for outer in here:
        if outer.place.id == place.id:
            yield from (n.place.id for n in here if n.inner and outer.span.holds(n.span) and n.place.id != place.id)


def _use(place: Place, known: dict[str, float], sure: float, asked: Asked, names: Names) -> ClaimPlace:
    grammar = next((use for use in asked.ties if use.place.id == place.id), None)
    named = _named(place, asked, names)
    how = _how(named, asked, names)
    role = grammar.role if grammar is not None else _role(known, asked)
    stated = grammar.stated if grammar is not None else how is How.SENTENCE and sure >= STATED
    note = grammar.note if grammar is not None and grammar.note else None
    if not stated and note is None:
        note = _why(place, how, names)
    span = named.span if named is not None else None
    return ClaimPlace(place, role, stated, note, Evidence(how, round(sure, 3), span))


def _role(known: dict[str, float], asked: Asked) -> Role:
    chances = trained("role").chances(role_features(known, asked))
    role = Role(max(chances, key=lambda name: chances[name]))
    if role is Role.TO and goes_beyond(asked):
        return Role.FROM
    if role is Role.AT and asked.action in _COMING:
        return Role.TO
    return Role.AT if role is Role.TO and asked.action in _STAYING else role


def _named(place: Place, asked: Asked, names: Names) -> Named | None:
    """Where the article names the place nearest to the figure, before it rather than after."""
    mine = names.by_place.get(place.id, ())
    return min(mine, key=lambda n: (n.people, abs(asked.at - n.at) + (n.at > asked.at) * 3, n.span.start), default=None)


def _how(named: Named | None, asked: Asked, names: Names) -> How:
    if named is None or named.people:
        return How.NATIONALITY
    if named.at == asked.at:
        return How.SENTENCE
    if named.dateline:
        return How.DATELINE
    if named.kind is BlockKind.TITLE:
        return How.HEADLINE
    if names.passages[named.at] == names.passages[asked.at]:
        return How.PARAGRAPH
    return How.EARLIER if named.at < asked.at else How.LATER


def _why(place: Place, how: How, names: Names) -> str:
    """What an inferred place follows from, in words."""
    others = {n.place for n in names.named if not n.people and n.place.id != place.id}
    around = place.countries if place.kind is not PlaceKind.COUNTRY else ()
    if how is not How.NATIONALITY and all(
        o.kind is PlaceKind.COUNTRY and set(o.countries) <= set(around) for o in others
    ):
        return "the only place of the story"
    return _WHY[how]


def _printed(place: Place, names: Names) -> str:
    return next((n.text for n in names.by_place.get(place.id, ()) if not n.people), place.name)
