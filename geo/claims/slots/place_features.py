"""What is known of a place as the place of a figure: how it is named here and before, how much the story is about it.

Features are named after what they say; numbers in names are buckets. Nothing here decides: ``geo.claims.slots.places``
does, by weights.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.articles.kinds import BlockKind
from geo.claims.choice import bucket
from geo.claims.slots.naming import Named, Names
from geo.claims.slots.place_here import here_features
from geo.claims.slots.place_question import CALLED, Around, Asked, top_of
from geo.grammar import objects
from geo.model import Place, PlaceKind, Precision

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCES = (1, 2, 3, 5, 8)
_COUNTRIES = frozenset({"country", "nation", "state", "neighbour", "neighbor"})
_OTHER = frozenset({"neighbouring", "neighboring", "another", "other", "nearby", "third"})
_TOWARDS = frozenset({"to", "into", "onto", "across", "over", "toward", "towards"})


def features(place: Place, asked: Asked, near: Around, names: Names) -> dict[str, float]:
    """What is known of ``place`` as a place of the figure that is ``asked`` for."""
    out: dict[str, float] = {}
    mine = names.by_place.get(place.id, ())
    for name in (*_told(place, asked), *_on_the_way(place, asked)):
        out[name] = 1.0
    here = [n for n in mine if n.at == asked.at and not n.people]
    if any(n.people and n.at == asked.at for n in mine):
        out["people here"] = out[f"people here & {asked.action}"] = out[f"people here & {asked.panel}"] = 1.0
    if here:
        out.update(here_features(place, here, asked, near))
    else:
        count = min(len(near.here_ids), 3)
        out[f"elsewhere, {count} here"] = 1.0
        if not count and not asked.grammar:
            out["elsewhere, nothing here"] = 1.0
        if count and not near.silent:
            out["elsewhere, who speaks here"] = out[f"elsewhere, who speaks here, people {'people here' in out}"] = 1.0
    out.update(_before(place, mine, asked, near))
    after = next((n for n in mine if n.at > asked.at and not n.people), None)
    if after is not None:
        out[f"after {bucket(after.at - asked.at, (1, 2, 3, 5))}"] = 1.0
        out["after literal"] = float(after.literal)
    out.update(_story(place, mine, names))
    for name in _words(place, asked, near):
        out[name] = 1.0
    out.update(_deeds(asked, out))
    for word in ("from", "to", "at"):
        if near.prepositions.get(word, frozenset()) - {place.id}:
            out[f"other after {word}"] = 1.0
            out[f"other after {word} & {asked.action}"] = 1.0
            out[f"other after {word}, here {bool(here)}"] = 1.0
    return out


def _told(place: Place, asked: Asked) -> Iterator[str]:
    """What it is, what is asked, what the grammar said of it and of the figures before."""
    yield f"kind {place.kind}"
    yield f"kind {place.kind} & {asked.panel}"
    if place.precision is Precision.UNLOCATED and place.anchor is None:
        yield "not in the gazetteer"
    yield f"action {asked.action}"
    yield f"action {asked.action} & {place.kind}"
    yield f"verb {asked.anchor.lemma_.lower()}"
    yield f"panel {asked.panel}"
    roles = [use for use in asked.grammar if use.place.id == place.id]
    for use in roles:
        yield "grammar"
        yield f"grammar {use.role}"
        yield f"grammar stated {use.stated}"
    for use in asked.pointed:
        same = use.place.id == place.id
        own = asked.home is not None and asked.home.id == use.place.id
        yield f"pointed, same {same}"
        yield f"pointed, same {same}, own {own}"
        yield f"pointed, same {same}, kind {use.place.kind is place.kind}"
        yield f"pointed, kind {use.place.kind is place.kind}, {use.role}"
    if asked.grammar and not roles:
        yield "grammar elsewhere"
        if any(set(use.place.countries) & set(place.countries) for use in asked.grammar):
            yield "grammar elsewhere, same country"
    if (lies := asked.from_home(place)) is not None:
        yield lies
        yield f"{lies} & {asked.action}"
        yield f"{lies} & {asked.panel}"


def _deeds(asked: Asked, known: dict[str, float]) -> Iterator[tuple[str, float]]:
    """What the people may do, where a place that is ``known`` so lies to them and is named so."""
    lies = next((lies for lies in ("home", "in home", "abroad") if lies in known), "somewhere")
    for action, chance in asked.deeds.items():
        yield f"may {action}", chance
        for name in (lies, _preposition(known), _kind(known)):
            yield f"may {action} & {name}", chance


def _on_the_way(place: Place, asked: Asked) -> Iterator[str]:
    """Where the people go without a name, and where the figures before it were."""
    goals = tuple(_unnamed_goals(asked))
    if goals:
        yield "goal unnamed"
        yield f"goal unnamed & {asked.action}"
        yield from (f"goal {goal}" for goal in goals)
    for back, (action, uses) in enumerate(reversed(asked.before[-2:])):
        for use in uses:
            if use.place.id == place.id:
                yield f"figure before {back}"
                yield f"figure before {back}, {use.role}"
                if goals:
                    yield f"goal unnamed, figure before, {use.role}"
                if action is asked.action:
                    yield f"figure before {back}, same action"


def _unnamed_goals(asked: Asked) -> Iterator[str]:
    """Where the people go, where no name tells it: "crossed into neighbouring countries", "fled across the border"."""
    for preposition, target in objects(asked.anchor):
        if preposition in _TOWARDS and not any(t.pos_ == "PROPN" for t in target.subtree):
            yield target.lemma_.lower()


def goes_beyond(asked: Asked) -> bool:
    """Whether they go to a country without a name, so that they come from a place that is named: "crossed into
    neighbouring countries", "fled over the border"."""
    return any(_is_beyond(preposition, target) for preposition, target in objects(asked.anchor))


def _is_beyond(preposition: str, target: "Token") -> bool:
    noun = target.lemma_.lower()
    if any(t.pos_ == "PROPN" for t in target.subtree):
        return False
    if noun in ("border", "frontier"):
        return preposition in ("across", "over")
    others = target.tag_ == "NNS" or any(t.lower_ in _OTHER for t in target.children)
    return preposition in _TOWARDS and noun in _COUNTRIES and others


def _before(place: Place, mine: Sequence[Named], asked: Asked, near: Around) -> Iterator[tuple[str, float]]:
    """Where the story named the place last before the figure's sentence."""
    earlier = [n for n in mine if n.at < asked.at and not n.people and n.kind is not BlockKind.TITLE]
    if not earlier:
        return
    last = ([n for n in earlier if n.literal] or earlier)[-1]
    back = asked.at - last.at
    yield "before", 1.0
    yield f"before {bucket(back, _SENTENCES)}", 1.0
    yield "sentences before", min(back, 12) / 12
    yield "before literal", float(last.literal)
    yield f"before, prep {top_of(last.token)[1]}", 1.0
    if (rank := near.recency.get(place.id)) is not None:
        yield f"recency {min(rank, 4)}", 1.0
        yield f"recency {min(rank, 3)}, nothing here {not near.here_ids}", 1.0
    if last.dateline:
        yield "before dateline", 1.0
    if back == 1:
        yield ("before first" if last.token.i - last.token.sent.start < 5 else "before later"), 1.0


def _story(place: Place, mine: Sequence[Named], names: Names) -> Iterator[tuple[str, float]]:
    """How much the whole story is about the place."""
    count = len(names.mentions)
    yield f"one of {min(count, 4)}", 1.0
    yield "title", float(any(n.kind is BlockKind.TITLE and not n.people for n in mine))
    yield "lead", float(any(n.passage == names.first_prose and not n.people for n in mine))
    yield "dateline", float(any(n.dateline for n in mine))
    if not mine or all(n.people for n in mine):
        yield f"people only, {min(count, 2)} places", 1.0
    yield "share", names.mentions[place.id] / max(1, names.mentions.total())
    yield (
        "share of country",
        names.countries[place.countries[0]] / max(1, names.countries.total()) if place.countries else 0.0,
    )
    yield "literal mentions", min(names.literal[place.id], 6) / 6
    yield "literal share", names.literal[place.id] / max(1, names.mentions[place.id])
    if (rank := names.rank_country.get(place.id)) is not None:
        yield f"country {min(rank, 3)}", 1.0
        yield f"country {min(rank, 3)} of {min(len(names.rank_country), 4)}", 1.0
    if (rank := names.rank_other.get(place.id)) is not None:
        yield f"place {min(rank, 3)}", 1.0
    for rank, code in enumerate(names.top_countries):
        if code in place.countries:
            yield f"in country {rank}", 1.0


def _words(place: Place, asked: Asked, near: Around) -> Iterator[str]:
    """Words of the sentence that point back: "the country", "the city", "there"."""
    words = near.words
    if place.kind is PlaceKind.COUNTRY and words & {"country", "nation", "nationwide", "kingdom", "republic"}:
        yield "the country"
    if place.kind is PlaceKind.CITY and words & {"city", "town", "village", "capital"}:
        yield "the city"
    if words & {"camp", "island", "province", "region", "area", "district", "base"}:
        yield f"the area & {place.kind}"
    for noun in near.described:
        fits = noun in place.name.lower().split() or CALLED[noun] is place.kind
        yield f"the {noun}, fits {fits}"
        yield f"described, fits {fits}"
        if fits and near.recency.get(place.id) == 0:
            yield "described, fits, latest"
    if words & {"there", "here"}:
        yield "there"
        if near.recency.get(place.id) == 0:
            yield "there & latest"
    if words & {"border", "frontier"}:
        yield f"border & {place.kind}"
    if words & {"neighbouring", "neighboring", "neighbours", "neighbors", "neighbour", "neighbor", "abroad"}:
        own = asked.home is not None and asked.home.id == place.id
        yield f"neighbour & own {own} & {place.kind}"


def _preposition(known: dict[str, float]) -> str:
    """The feature of the preposition that the place stands after."""
    return next((name for name in known if name.startswith("prep ") and "&" not in name), "prep none")


def _kind(known: dict[str, float]) -> str:
    """The feature of the kind of the place."""
    return next(name for name in known if name.startswith("kind "))


_ROLE_FEATURES = (
    "kind", "prep", "grammar", "home", "in home", "abroad", "people here", "subject", "object", "figure before",
    "before", "here", "elsewhere", "path", "step", "left", "right", "border", "the ", "title", "lead", "of a", "word",
    "where", "other after", "recency", "pointed", "goal", "may",
)  # fmt: skip
"""What the names of features that speak for a role begin with."""


def role_features(known: dict[str, float], asked: Asked) -> dict[str, float]:
    """What is known of the role of a place whose ``features`` are known; the deed is told together with the rest."""
    out = {name: value for name, value in known.items() if name.startswith(_ROLE_FEATURES)}
    preposition, kind = _preposition(known), _kind(known)
    for name in (
        asked.action, f"{asked.action} & {preposition}", f"{asked.action} & {kind}", f"{asked.panel} & {preposition}",
        f"{asked.action} & home {'home' in known}", f"{asked.action} & people here {'people here' in known}",
        f"{asked.action} & here {'here' in known}", f"{asked.action} & subject {'subject' in known}",
    ):  # fmt: skip
        out[str(name)] = 1.0
    return out
