"""Borders named in text, as the real border line of the two countries.

"Chad's border with Sudan", "the border between Chad and Sudan", "the Polish-Belarusian border", "the Malian border",
"Mali's borders", "across the border into Chad". The other side, where the phrase does not name it, is a
neighbour that the words around it name: whose border it is, then the clause's subject, then the sentence, then the
countries that the article is about. Where none or several fit, the border is all of the named country's land borders.
"Along the border", that people cross or reach, has both sides from there; "at the southern border" is that of the
country that the article is about.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.model import Place, PlaceKind
from geo.places.border_lines import all_borders
from geo.places.border_sides import most, on_side, towards
from geo.places.gazetteer import Gazetteer
from geo.places.regions import direction
from geo.places.scene import Resolved, Scene

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HEADS = frozenset({"border", "borders", "frontier", "frontiers"})
# "Border guards" are people and "border crossing" is a place of its own.
OTHER_HEADS = frozenset(
    """
guard guards guardsman guardsmen control controls crossing crossings post posts town towns village villages police
patrol patrols force forces troops security agent agents checkpoint checkpoints official officials service services
fence wall city cities gate dispute clash clashes agency officer officers tensions issue issues policy closure
""".split()
)
# What may stand between a country and "border".
BETWEEN = frozenset({"'s", "’s", "'", "’", "-", "–", "/", "land", "shared", "common"})
LANDS = frozenset("regions areas districts provinces".split())
"""What lies along a border: a country has such on all of them."""
LINKS = frozenset({"with", "between", "of"})
OWNERS = frozenset({"its", "their", "our"})
REACHED = frozenset("across over crossed cross crossing to at on near along from reached of".split())


def borders(scene: Scene) -> Iterator[Resolved]:
    """The borders that one passage names."""
    doc = scene.doc
    for token in scene.tokens:
        if token.lower_ not in HEADS or token.pos_ == "VERB":
            continue
        if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in OTHER_HEADS:
            continue
        phrase = _phrase(scene, token)
        if phrase.sides or phrase.owner or _crosses(doc, token):
            place, why = _place(scene, phrase)
            if place is not None:
                yield Resolved(scene.number, phrase.first, phrase.last, place, True, why)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words around "border": its tokens and the countries that they name."""

    head: "Token"
    first: int
    last: int
    sides: tuple[str, ...]
    inner: bool
    """Whether it is that of a part of a country: "the border with Chechnya"."""
    side: str | None
    """ "Its eastern border": the direction."""
    owner: str | None
    """ "Its eastern border", "at the southern border": the word that says whose."""


def _phrase(scene: Scene, head: "Token") -> _Phrase:
    first, before = _before(scene, head)
    last, behind = _behind(scene, head)
    at = head.i - 1
    side = direction(scene.doc[at].text) if at >= 0 else None
    if side is None and first:  # "the southern U.S. border"
        side = direction(scene.doc[first - 1].text)
    word = scene.doc[at - 1].lower_ if side is not None and at > 0 else ""
    reached = at > 1 and scene.doc[at - 2].lower_ in REACHED
    owner = word if word in OWNERS or (word == "the" and reached) else None
    first = at - 1 if owner in OWNERS else first
    inner = any(
        r.place.kind is not PlaceKind.COUNTRY for r in scene.named if first <= r.first < last and r.place is not None
    )
    return _Phrase(head, first, last, tuple(dict.fromkeys([*before, *behind])), inner, side, owner)


def _before(scene: Scene, head: "Token") -> tuple[int, list[str]]:
    """Modifiers: "the Polish-Belarusian border", "Chad's eastern border"; (first token, countries)."""
    first, sides, at = head.i, list[str](), head.i - 1
    while at >= 0 and head.i - at <= 8:
        word = scene.doc[at]
        named = next((r for r in scene.named if r.last == at + 1 and r.country), None)
        parts = [word.text] if "-" not in word.text else word.text.split("-")  # "U.S.-Mexico" is one token
        codes = [code for part in parts if (code := _code(part, scene.gazetteer))]
        if named is not None and named.country:
            sides.append(named.country)
            first = at = named.first
        elif codes and len(codes) == len(parts):
            sides += codes
            first = at
        elif word.pos_ != "ADJ" and word.lower_ not in BETWEEN:
            break
        at -= 1
    return first, sides


def _behind(scene: Scene, head: "Token") -> tuple[int, list[str]]:
    """ "with Sudan", "between Chad and Sudan", "of Chad"; (last token, exclusive; countries)."""
    doc, last = scene.doc, head.i + 1
    link = doc[last].lower_ if last < len(doc) else ""
    following = [r for r in scene.named if last < r.first <= last + 4 and r.country] if link in LINKS else []
    if not following:
        return last, []
    sides, last = [following[0].country or ""], following[0].last
    if link == "between" and last < len(doc) and doc[last].lower_ == "and":
        second = next((r for r in scene.named if last < r.first <= last + 2 and r.country), None)
        if second is not None:
            sides.append(second.country or "")
            last = second.last
    return last, sides


def _crosses(doc: "Doc", head: "Token") -> bool:
    """ "across the border", "over the border into X", "to the border": a bare border that people cross or reach."""
    ahead = [doc[i].lower_ for i in (head.i - 2, head.i - 1) if i >= 0]
    return len(ahead) == 2 and ahead[0] in REACHED and ahead[1] in ("the", "their", "its")


def _place(scene: Scene, phrase: _Phrase) -> tuple[Place | None, str]:
    gazetteer = scene.gazetteer
    if len(phrase.sides) >= 2:
        return gazetteer.border(*phrase.sides[:2]), "both countries are named"
    others = _others(scene, phrase)
    if phrase.owner and not phrase.sides:
        owner = _owner(scene, phrase, others)
        rest = [code for code in others if code != owner]
        return on_side(owner, rest, phrase.side, scene.votes, gazetteer) if owner else (None, "")
    return _of_one(scene, phrase, others) if phrase.sides else _bare(others, scene)


def _of_one(scene: Scene, phrase: _Phrase, others: Sequence[str]) -> tuple[Place | None, str]:
    """The border of a phrase that names one of its countries; ``others`` are those that the sentence names."""
    gazetteer = scene.gazetteer
    side = phrase.sides[0]
    beside = gazetteer.neighbours(side)
    linked = phrase.last - phrase.head.i > 1
    if phrase.inner and linked and not set(others) & set(beside):
        return None, ""  # "Dagestan's border with Chechnya" is no country's
    if phrase.side and not linked:
        found, why = on_side(side, [code for code in others if code != side], phrase.side, scene.votes, gazetteer)
        if found is not None and len(found.countries) > 1:
            return found, why
    following = scene.doc[phrase.last].lower_ if phrase.last < len(scene.doc) else ""
    plural = phrase.head.lower_ in ("borders", "frontiers") or following in LANDS
    if not plural or linked or following in ("with", *LANDS):
        near = next((code for code in others if code in beside), None)
        if near is not None:
            return gazetteer.border(side, near), "the neighbour that the words around it name"
    if not plural and (about := most(scene.votes, beside)):
        return gazetteer.border(side, about), "the neighbour that the article is about"
    return None if phrase.inner else all_borders(side, gazetteer), "the text does not say with which neighbour"


def _bare(others: Sequence[str], scene: Scene) -> tuple[Place | None, str]:
    """ "Along the border": of the two neighbours that its sentence names, else of the one with a neighbour that the
    article is about, else of the two that it is about."""
    gazetteer, votes = scene.gazetteer, scene.votes
    pairs = {(min(a, b), max(a, b)) for a in others for b in others if b in gazetteer.neighbours(a)}
    if pairs:
        border = gazetteer.border(*next(iter(pairs))) if len(pairs) == 1 else None
        return border, "the two neighbours that the sentence names"
    for owner in others:
        if near := most(votes, gazetteer.neighbours(owner)):
            return gazetteer.border(owner, near), "its neighbour that the article is about"
    ranked = Counter({code: votes[code] for code in votes if code not in others}).most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[1][1] == ranked[2][1]):
        return None, ""
    return gazetteer.border(ranked[0][0], ranked[1][0]), "the two neighbours that the article is about"


def _owner(scene: Scene, phrase: _Phrase, others: Sequence[str]) -> str | None:
    """Whose "its eastern border" is. "Ours" is the speaker's: that of a country which the article is about and which
    has a neighbour on that side, and only at last of the country that the sentence speaks of in the third person;
    "the eastern border" rather that of a country whose neighbour there is in the article too."""
    votes = scene.votes
    if phrase.owner in OWNERS and phrase.owner != "our" and others:
        return others[0]
    beside = {code: towards(code, phrase.side, scene.gazetteer) for code in votes}
    if phrase.owner == "our":
        fitting = [code for code in votes if beside[code]]
        return most(votes, [code for code in fitting if code not in others[:1]]) or most(votes, fitting)
    return most(votes, [code for code in votes if any(votes[other] for other in beside[code])]) or most(votes, votes)


def _others(scene: Scene, phrase: _Phrase) -> list[str]:
    """Countries of the sentence outside the phrase: the governing subject's first, then the nearest."""
    head = phrase.head
    subjects = {
        t.i
        for a in [head, *head.ancestors]
        for t in a.children
        if t.dep_ in (rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.POSSESSOR)
    }
    found: list[tuple[int, str]] = []
    for token in head.sent:
        if phrase.first <= token.i < phrase.last:
            continue
        code = next((r.country for r in scene.named if r.first <= token.i < r.last and r.country), None)
        code = code or (scene.gazetteer.country_of_demonym(token.text) if token.text[:1].isupper() else None)
        if code:
            # Names after the border say less than names before it; the subject says most.
            distance = abs(token.i - head.i) + (3 if token.i > head.i else 0)
            found.append((distance - (100 if token.i in subjects else 0), code))
    return list(dict.fromkeys(code for _, code in sorted(found)))


def _code(word: str, gazetteer: Gazetteer) -> str | None:
    """The country of a word that is its name or its people's."""
    if not word[:1].isupper():
        return None
    country = gazetteer.country(word)
    return country.countries[0] if country else gazetteer.country_of_demonym(word)
