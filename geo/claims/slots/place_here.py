"""What is known of a place that the figure's own sentence names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.choice import bucket
from geo.claims.slots.naming import Named
from geo.claims.slots.place_question import PREPOSITIONS, Around, Asked, top_of
from geo.grammar import governor
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import SAYING
from geo.model import Place, PlaceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGES = {
    **dict.fromkeys(("border", "frontier", "line"), "border"),
    **dict.fromkeys(("coast", "shore", "island", "waters", "sea"), "coast"),
    **dict.fromkeys(("north", "south", "east", "west", "part", "area", "region", "province", "outskirt"), "part"),
    **dict.fromkeys(("city", "town", "village", "camp", "base", "port", "capital"), "town"),
}
_BEFORE_A_PLACE = frozenset("where border near towards toward leaving fled entered reached crossed".split())
_RULING = sense("place_here: ruling")
_SHORT = (0, 1, 2, 3, 4, 5, 6, 8)
_FAR = (15, 8, 8)


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
    chain, preposition, steps = top_of(named.token)
    anchor, head = asked.anchor, asked.head
    path = _path(chain, anchor) if chain.doc == anchor.doc else _FAR
    under = any(top.doc == chain.doc and top.is_ancestor(chain) for top in (anchor, head))
    return _Stand(named, chain, preposition, tuple(steps), path, under)


def here_features(place: Place, here: Sequence[Named], asked: Asked, near: Around) -> Iterator[tuple[str, float]]:
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
    if all(each.token.i in near.speaking for each in here):
        for name in _of_who_speaks(stand, near.speaking[named.token.i], asked):
            yield name, 1.0
    yield f"path {bucket(path[0], _SHORT)}", 1.0
    yield "path", min(path[0], 12) / 12
    yield "up", min(path[1], 8) / 8
    for name in _in_phrase(stand, asked):
        yield name, 1.0
    yield from _in_clause(stand, asked)
    yield from _in_row(place, named, asked, near)


def _of_who_speaks(stand: _Stand, speaker: "Token", asked: Asked) -> Iterator[str]:
    """How the name stands to who speaks: "Canberra said", "Senegal's ministry said", "aid workers in Kassala say"."""
    name = stand.named.token
    how = "itself" if name == speaker else stand.preposition if name.head.dep_ == rel.PREPOSITION else name.dep_
    yield "of who speaks"
    yield f"of who speaks, {how}"
    yield f"of who speaks, {how} & {asked.action}"
    yield f"of who speaks, {how} & {asked.from_home(stand.named.place)}"
    yield f"of who speaks, {how} & {stand.named.place.kind}"
    if speaker.lemma_.lower() in _RULING:
        yield "of who rules it"


def _in_phrase(stand: _Stand, asked: Asked) -> Iterator[str]:
    """The words right around the name: what it is of, what stands before it, a clause with "where"."""
    chain, named = stand.chain, stand.named
    if stand.steps:
        yield f"step {stand.steps[0]}"
    if chain.dep_ == rel.PREPOSITION_OBJECT:
        above = chain.head.head
        if above.pos_ in ("NOUN", "PROPN"):
            kind = _EDGES.get(above.lemma_.lower(), "noun")
            yield f"of a {kind}"
            outer = above.head.lower_ if above.dep_ == rel.PREPOSITION_OBJECT else above.dep_
            yield f"of a {kind}, {PREPOSITIONS.get(outer, outer)}"
    word = named.token.doc[max(named.token.left_edge.i - 1, asked.sentence.start)].lower_
    if word in _BEFORE_A_PLACE:
        yield f"word {word}"
    for part in chain.children:
        if part.dep_ == rel.RELATIVE_CLAUSE and any(t.lower_ == "where" for t in part.children):
            yield "where"
            yield f"where & {asked.action}"


def _in_clause(stand: _Stand, asked: Asked) -> Iterator[tuple[str, float]]:
    """The verb that the name belongs to, and its part in the clause."""
    chain, anchor = stand.chain, asked.anchor
    verb = governor(chain)
    if verb is None:
        return
    if verb == anchor:
        yield "same verb", 1.0
    elif verb.doc == anchor.doc and verb.is_ancestor(anchor):
        yield "verb above", 1.0
    if verb.lemma_.lower() in SAYING:
        yield "saying", 1.0
    if chain.dep_ in (rel.SUBJECT, rel.PASSIVE_SUBJECT):
        yield "subject", 1.0
        yield f"subject & {asked.action}", 1.0
        yield "subject of it", float(chain.head == anchor)
    if chain.dep_ == rel.OBJECT:
        yield "object of it", float(chain.head == anchor)


def _in_row(place: Place, named: Named, asked: Asked, near: Around) -> Iterator[tuple[str, float]]:
    """Where the name stands among the words and names of the sentence."""
    apart = named.token.i - asked.head.i if named.token.doc == asked.head.doc else 40
    if (side := _side(named, asked)) is not None:
        yield f"beside {side}", 1.0
        yield f"beside {side}, others {len({_side(other, asked) for other in near.here} - {side, None})}", 1.0
    yield ("right" if apart > 0 else "left"), 1.0
    yield f"apart {bucket(abs(apart), (2, 4, 7, 12, 20, 35))}", 1.0
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


def _side(named: Named, asked: Asked) -> str | None:
    """The side on which only marks stand between a name and the figure, as in a row: "Kule ..... 53,440"."""
    doc, figure, (first, stop) = named.token.doc, asked.figure, named.words
    if doc != figure.doc:
        return None
    side, between = ("left", doc[stop : figure.start]) if first < figure.start else ("right", doc[figure.end : first])
    return None if any(c.isalnum() for c in between.text) else side


def _path(one: "Token", two: "Token") -> tuple[int, int, int]:
    """Steps in the tree from ``one`` to ``two``: all, up, down."""
    down = {t.i: steps for steps, t in enumerate((two, *two.ancestors))}
    for up, token in enumerate((one, *one.ancestors)):
        if token.i in down:
            return up + down[token.i], up, down[token.i]
    return _FAR
