"""What is known of a place as the place of a figure: how it is named here and before, how much the story is about it.

Features are named after what they say; numbers in names are buckets. Nothing here decides: ``geo.claims.slots.places``
does, by weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.articles.blocks import BlockKind
from geo.claims.action import Deed
from geo.claims.slots.naming import Named, Names
from geo.claims.syntax import is_verb
from geo.claims.words.speech import SAYING
from geo.model import Action, ClaimPlace, Panel, Place, PlaceKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_PREPOSITIONS = {
    **dict.fromkeys(("from", "out of", "leaving"), "from"),
    **dict.fromkeys(("to", "into", "onto", "toward", "towards", "for"), "to"),
    **dict.fromkeys(("in", "at", "inside", "within", "on", "along", "throughout", "around"), "at"),
    **dict.fromkeys(("near", "outside", "off", "beside"), "near"),
    **dict.fromkeys(("via", "through", "over", "across"), "via"),
    **{word: word for word in ("by", "of", "with", "against", "between", "under", "as", "including", "amid")},
}
_EDGES = {
    **dict.fromkeys(("border", "frontier", "line"), "border"),
    **dict.fromkeys(("coast", "shore", "island", "waters", "sea"), "coast"),
    **dict.fromkeys(("north", "south", "east", "west", "part", "area", "region", "province", "outskirt"), "part"),
    **dict.fromkeys(("city", "town", "village", "camp", "base", "port", "capital"), "town"),
}
_BEFORE_A_PLACE = frozenset("where border near towards toward leaving fled entered reached crossed".split())
_CHAIN = frozenset("compound nmod poss appos conj amod".split())
_DISTANCES = (0, 1, 2, 3, 5, 8, 13, 21, 40)
_SHORT = (0, 1, 2, 3, 4, 5, 6, 8)
_SENTENCES = (1, 2, 3, 5, 8)
_FAR = (15, 8, 8)


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose places are sought.

    ``grammar`` are the places that the grammar of its sentence ties to it; ``home`` is the country of the counted.
    ``before`` are, newest last, the grammar's places of the figures before it.
    """

    at: int
    start: int
    sentence: "Tokens"
    head: "Token"
    panel: Panel
    action: Action
    deed: Deed | None
    grammar: Sequence[ClaimPlace]
    home: Place | None
    before: Sequence[tuple[Action, Sequence[ClaimPlace]]]

    @property
    def anchor(self) -> "Token":
        return self.deed.anchor if self.deed is not None else self.head


@dataclass(frozen=True, slots=True)
class Around:
    """What is the same for all candidates of one figure."""

    here: tuple[Named, ...]
    here_ids: tuple[str, ...]
    recency: dict[str, int]
    words: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    """By preposition ("from", "to", "at"), the places of the sentence that stand after it."""


def around(asked: Asked, names: Names) -> Around:
    """The literal names of the figure's sentence, the nearest first, and those before it, the latest first."""
    all_here = names.by_sentence.get(asked.at, ())
    here = [n for n in all_here if n.literal and not (n.inner or n.people or n.dateline)]
    here.sort(key=lambda n: abs(n.span.start - asked.start))
    recency: dict[str, int] = {}
    for at in range(asked.at - 1, max(-1, asked.at - 40), -1):
        for named in reversed(names.by_sentence.get(at, ())):
            if named.literal and not (named.inner or named.people):
                recency.setdefault(named.place.id, len(recency))
    ids = tuple(dict.fromkeys(n.place.id for n in here))
    after: dict[str, set[str]] = {}
    for named in here:
        after.setdefault(_up(named.token)[1], set()).add(named.place.id)
    words = frozenset(t.lower_ for t in asked.sentence)
    return Around(tuple(here), ids, recency, words, {word: frozenset(places) for word, places in after.items()})


def features(place: Place, asked: Asked, near: Around, names: Names) -> dict[str, float]:
    """What is known of ``place`` as a place of the figure that is ``asked`` for."""
    out: dict[str, float] = {}
    mine = names.by_place.get(place.id, ())
    for name in _told(place, asked):
        out[name] = 1.0
    here = [n for n in mine if n.at == asked.at and not n.people]
    if any(n.people and n.at == asked.at for n in mine):
        out["people here"] = out[f"people here & {asked.action}"] = out[f"people here & {asked.panel}"] = 1.0
    if here:
        out.update(_here(place, here, asked, near))
    else:
        count = min(len(near.here_ids), 3)
        out[f"elsewhere, {count} here"] = 1.0
        if not count and not asked.grammar:
            out["elsewhere, nothing here"] = 1.0
    out.update(_before(place, mine, asked, near))
    after = next((n for n in mine if n.at > asked.at and not n.people), None)
    if after is not None:
        out[f"after {_bucket(after.at - asked.at, (1, 2, 3, 5))}"] = 1.0
        out["after literal"] = float(after.literal)
    out.update(_story(place, mine, names))
    for name in _words(place, asked, near):
        out[name] = 1.0
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
    yield f"action {asked.action}"
    yield f"action {asked.action} & {place.kind}"
    yield f"verb {asked.anchor.lemma_.lower()}"
    yield f"panel {asked.panel}"
    roles = [use for use in asked.grammar if use.place.id == place.id]
    for use in roles:
        yield "grammar"
        yield f"grammar {use.role}"
        yield f"grammar stated {use.stated}"
    if asked.grammar and not roles:
        yield "grammar elsewhere"
        if any(set(use.place.countries) & set(place.countries) for use in asked.grammar):
            yield "grammar elsewhere, same country"
    if asked.home is not None:
        if asked.home.id == place.id:
            yield "home"
            yield f"home & {asked.action}"
            yield f"home & {asked.panel}"
        elif set(place.countries) & set(asked.home.countries):
            yield "in home"
            yield f"in home & {asked.panel}"
    for back, (action, uses) in enumerate(reversed(asked.before[-2:])):
        for use in uses:
            if use.place.id == place.id:
                yield f"figure before {back}"
                yield f"figure before {back}, {use.role}"
                if action is asked.action:
                    yield f"figure before {back}, same action"


@dataclass(frozen=True, slots=True)
class _Stand:
    """How a name of the figure's sentence stands to the figure.

    ``chain`` is the top of the chain of nouns that it is in, ``preposition`` stands before that, ``steps`` lead there;
    ``path`` are the steps in the tree to the deed, all, up and down; ``under`` says that it hangs below the figure.
    """

    named: Named
    chain: "Token"
    preposition: str
    steps: tuple[str, ...]
    path: tuple[int, int, int]
    under: bool

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        return self.named.literal, not self.named.inner, self.under, -self.path[0]


def _stand(named: Named, asked: Asked) -> _Stand:
    chain, preposition, steps = _up(named.token)
    anchor, head = asked.anchor, asked.head
    path = _path(chain, anchor) if chain.doc == anchor.doc else _FAR
    under = any(top.doc == chain.doc and top.is_ancestor(chain) for top in (anchor, head))
    return _Stand(named, chain, preposition, tuple(steps), path, under)


def _here(place: Place, here: Sequence[Named], asked: Asked, near: Around) -> Iterator[tuple[str, float]]:
    """How the place is named in the figure's own sentence."""
    stand = max((_stand(named, asked) for named in here), key=lambda each: each.rank)
    named, path = stand.named, stand.path
    yield "here", 1.0
    yield "here literal", float(named.literal)
    yield "here inner", float(named.inner)
    yield f"prep {stand.preposition}", 1.0
    yield f"prep {stand.preposition} & {asked.action}", 1.0
    yield f"prep {stand.preposition} & {asked.panel}", 1.0
    yield "under", float(stand.under)
    yield f"path {_bucket(path[0], _SHORT)}", 1.0
    yield "path", min(path[0], 12) / 12
    yield "up", min(path[1], 8) / 8
    for name in _in_phrase(stand, asked):
        yield name, 1.0
    yield from _in_clause(stand, asked)
    yield from _in_row(place, named, asked, near)


def _in_phrase(stand: _Stand, asked: Asked) -> Iterator[str]:
    """The words right around the name: what it is of, what stands before it, a clause with "where"."""
    chain, named = stand.chain, stand.named
    if stand.steps:
        yield f"step {stand.steps[0]}"
    if chain.dep_ == "pobj":
        above = chain.head.head
        if above.pos_ in ("NOUN", "PROPN"):
            kind = _EDGES.get(above.lemma_.lower(), "noun")
            yield f"of a {kind}"
            outer = above.head.lower_ if above.dep_ == "pobj" else above.dep_
            yield f"of a {kind}, {_PREPOSITIONS.get(outer, outer)}"
    word = named.token.doc[max(named.token.left_edge.i - 1, asked.sentence.start)].lower_
    if word in _BEFORE_A_PLACE:
        yield f"word {word}"
    for part in chain.children:
        if part.dep_ == "relcl" and any(t.lower_ == "where" for t in part.children):
            yield "where"
            yield f"where & {asked.action}"


def _in_clause(stand: _Stand, asked: Asked) -> Iterator[tuple[str, float]]:
    """The verb that the name belongs to, and its part in the clause."""
    chain, anchor = stand.chain, asked.anchor
    verb = next((t for t in chain.ancestors if is_verb(t)), None)
    if verb is None:
        return
    if verb == anchor:
        yield "same verb", 1.0
    elif verb.doc == anchor.doc and verb.is_ancestor(anchor):
        yield "verb above", 1.0
    if verb.lemma_.lower() in SAYING:
        yield "saying", 1.0
    if chain.dep_ in ("nsubj", "nsubjpass"):
        yield "subject", 1.0
        yield f"subject & {asked.action}", 1.0
        yield "subject of it", float(chain.head == anchor)
    if chain.dep_ == "dobj":
        yield "object of it", float(chain.head == anchor)


def _in_row(place: Place, named: Named, asked: Asked, near: Around) -> Iterator[tuple[str, float]]:
    """Where the name stands among the words and names of the sentence."""
    apart = named.token.i - asked.head.i if named.token.doc == asked.head.doc else 40
    yield ("right" if apart > 0 else "left"), 1.0
    yield f"apart {_bucket(abs(apart), (2, 4, 7, 12, 20, 35))}", 1.0
    yield "dateline here", float(named.dateline)
    yield "opens", float(named.token.i - asked.sentence.start < 4)
    if named.literal and not named.inner and place.id in near.here_ids:
        yield f"of {min(len(near.here_ids), 4)} here", 1.0
        yield f"nearest {min(near.here_ids.index(place.id), 3)}", 1.0
        if len(near.here_ids) == 1:
            yield "only one here", 1.0
            yield f"only one here, grammar {bool(asked.grammar)}", 1.0
    kin = [n for n in near.here if n.place.id != place.id and set(n.place.countries) & set(place.countries)]
    if place.kind is PlaceKind.COUNTRY and kin:
        yield "finer here", 1.0
    if place.kind is not PlaceKind.COUNTRY and any(n.place.kind is PlaceKind.COUNTRY for n in kin):
        yield "coarser here", 1.0


def _up(token: "Token") -> tuple["Token", str, list[str]]:
    """The top of the chain of nouns that a name stands in, the preposition before it, and the way there."""
    steps: list[str] = []
    while token.dep_ in _CHAIN and token.head != token and len(steps) < 6:
        steps.append(token.dep_)
        token = token.head
    if token.dep_ != "pobj":
        return token, f"none, {token.dep_}", steps
    word = token.head.lower_
    return token, _PREPOSITIONS.get(word, "other"), steps


def _path(one: "Token", two: "Token") -> tuple[int, int, int]:
    """Steps in the tree from ``one`` to ``two``: all, up, down."""
    down = {t.i: steps for steps, t in enumerate((two, *two.ancestors))}
    for up, token in enumerate((one, *one.ancestors)):
        if token.i in down:
            return up + down[token.i], up, down[token.i]
    return _FAR


def _before(place: Place, mine: Sequence[Named], asked: Asked, near: Around) -> Iterator[tuple[str, float]]:
    """Where the story named the place last before the figure's sentence."""
    earlier = [n for n in mine if n.at < asked.at and not n.people and n.kind is not BlockKind.TITLE]
    if not earlier:
        return
    last = ([n for n in earlier if n.literal] or earlier)[-1]
    back = asked.at - last.at
    yield "before", 1.0
    yield f"before {_bucket(back, _SENTENCES)}", 1.0
    yield "sentences before", min(back, 12) / 12
    yield "before literal", float(last.literal)
    yield f"before, prep {_up(last.token)[1]}", 1.0
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
    if words & {"there", "here"}:
        yield "there"
        if near.recency.get(place.id) == 0:
            yield "there & latest"
    if words & {"border", "frontier"}:
        yield f"border & {place.kind}"
    if words & {"neighbouring", "neighboring", "neighbours", "neighbors", "neighbour", "neighbor", "abroad"}:
        own = asked.home is not None and asked.home.id == place.id
        yield f"neighbour & own {own} & {place.kind}"


def _bucket(number: int, edges: Sequence[int]) -> int:
    return next((edge for edge in edges if number <= edge), 99)


_ROLE_FEATURES = (
    "kind", "prep", "grammar", "home", "in home", "people here", "subject", "object", "figure before", "before",
    "here", "elsewhere", "path", "step", "left", "right", "border", "the ", "title", "lead", "of a", "word", "where",
    "other after", "recency",
)  # fmt: skip
"""What the names of features that speak for a role begin with."""


def role_features(known: dict[str, float], asked: Asked) -> dict[str, float]:
    """What is known of the role of a place whose ``features`` are known; the deed is told together with the rest."""
    out = {name: value for name, value in known.items() if name.startswith(_ROLE_FEATURES)}
    preposition = next((name for name in known if name.startswith("prep ") and "&" not in name), "prep none")
    kind = next(name for name in known if name.startswith("kind "))
    for name in (
        asked.action, f"{asked.action} & {preposition}", f"{asked.action} & {kind}", f"{asked.panel} & {preposition}",
        f"{asked.action} & home {'home' in known}", f"{asked.action} & people here {'people here' in known}",
        f"{asked.action} & here {'here' in known}", f"{asked.action} & subject {'subject' in known}",
    ):  # fmt: skip
        out[str(name)] = 1.0
    return out
