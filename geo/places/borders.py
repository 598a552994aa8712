"""Borders named in text, as the real border line of the two countries.

"Chad's border with Sudan", "the border between Chad and Sudan", "the Polish-Belarusian border", "the Afghan border",
"Afghanistan's borders", "across the border into Chad". The other side, where the phrase does not name it, is a
neighbour that the words around it name: whose border it is, then the clause's subject, then the sentence, then the
countries that the article is about. Where none or several fit, the border is all of the named country's land borders.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.language import Passage
from geo.model import Place, PlaceKind, Precision
from geo.places.gazetteer import Gazetteer
from geo.places.geometry import Geometry, lines, middle, multiline
from geo.places.resolve import Resolved

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HEADS = frozenset({"border", "borders", "frontier", "frontiers"})
# "Border guards" are people and "border crossing" is a place of its own.
OTHER_HEADS = frozenset("""
guard guards guardsman guardsmen control controls crossing crossings post posts town towns village villages police patrol
patrols force forces troops security agent agents checkpoint checkpoints official officials service services fence wall
city cities gate dispute clash clashes agency officer officers tensions issue issues policy closure
""".split())
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
PRONOUNS = frozenset({"its", "their", "his", "our"})


def borders(
    number: int, passage: Passage, named: Sequence[Resolved], votes: Counter[str], gazetteer: Gazetteer
) -> Iterator[Resolved]:
    """The borders of one passage; ``named`` are the names resolved in it, ``votes`` the countries of the article."""
    doc = passage.doc
    for token in doc:
        if token.lower_ not in HEADS or token.pos_ == "VERB":
            continue
        if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in OTHER_HEADS:
            continue
        sides, first, last = _sides(doc, token, named, gazetteer)
        if not sides and not _crosses(doc, token):
            continue
        place, why = _place(doc, token, sides, first, last, named, votes, gazetteer)
        if place is not None:
            yield Resolved(number, first, last, place, True, why)


def all_borders(code: str, gazetteer: Gazetteer) -> Place | None:
    """All land borders of a country as one place, or None for an island."""
    country = gazetteer.country(code)
    beside = gazetteer.neighbours(code)
    if country is None or not beside:
        return None
    if len(beside) == 1:
        return gazetteer.border(code, beside[0])
    lon, lat = middle([line for shape in _shapes(code, gazetteer) for line in lines(shape)])
    return Place(f"border:{code}", f"borders of {country.name}", PlaceKind.BORDER, Precision.LINE, (code,), lat, lon,
                 "Natural Earth", note="all land borders of the country")  # fmt: skip


def outline(place: Place, gazetteer: Gazetteer) -> Geometry | None:
    """The line of a border, or of all borders of a country."""
    if len(place.countries) == 2:
        a, b = sorted(place.countries)
        return gazetteer.geometry(f"border:{a}-{b}")
    return multiline([line for shape in _shapes(place.countries[0], gazetteer) for line in lines(shape)])


def _shapes(code: str, gazetteer: Gazetteer) -> list[Geometry]:
    """The lines of a country's borders, one geometry a neighbour."""
    pairs = [sorted((code, other)) for other in gazetteer.neighbours(code)]
    return [shape for a, b in pairs if (shape := gazetteer.geometry(f"border:{a}-{b}"))]


def _sides(
    doc: "Doc", head: "Token", named: Sequence[Resolved], gazetteer: Gazetteer
) -> tuple[list[str], int, int]:
    """The countries that the phrase itself names, and the first and last (exclusive) token of the phrase."""
    first, last = head.i, head.i + 1
    sides: list[str] = []
    at = head.i - 1
    while at >= 0 and head.i - at <= 8:  # modifiers: "the Tajik-Afghan border", "Chad's eastern border"
        word = doc[at]
        ending = next((r for r in named if r.last == at + 1 and _code(r)), None)
        demonym = gazetteer.country_of_demonym(word.text) if word.text[:1].isupper() else None
        pair = [c for part in word.text.split("-") if (c := _code_of(part, gazetteer))]  # "U.S.-Mexico" is one token
        if ending is not None:
            sides.append(_code(ending) or "")
            first = at = ending.first
        elif demonym or len(pair) == 2:
            sides += [demonym] if demonym else pair
            first = at
        elif not (word.text in ("-", "–", "/") or word.lower_ in POSSESSIVE or word.pos_ == "ADJ" or word.lower_ in ("land", "shared", "common")):
            break
        at -= 1
    after = doc[last].lower_ if last < len(doc) else ""
    if after in ("with", "between", "of", "into", "to"):
        following = [r for r in named if last < r.first <= last + 4 and _code(r)]
        if following and after not in ("into", "to"):
            sides.append(_code(following[0]) or "")
            last = following[0].last
            joined = last < len(doc) and doc[last].lower_ == "and"
            if joined and after == "between":
                second = [r for r in named if last < r.first <= last + 2 and _code(r)]
                if second:
                    sides.append(_code(second[0]) or "")
                    last = second[0].last
    return list(dict.fromkeys(sides)), first, last


def _crosses(doc: "Doc", head: "Token") -> bool:
    """ "across the border", "over the border into X", "to the border": a bare border that people cross or reach."""
    return head.i >= 2 and doc[head.i - 1].lower_ in ("the", "their", "its") and doc[head.i - 2].lower_ in (
        "across", "over", "crossed", "cross", "crossing", "to", "at", "on", "near", "along", "from", "reached", "of")  # fmt: skip


def _place(
    doc: "Doc", head: "Token", sides: list[str], first: int, last: int, named: Sequence[Resolved], votes: Counter[str], gazetteer: Gazetteer
) -> tuple[Place | None, str]:
    if len(sides) >= 2:
        found = gazetteer.border(sides[0], sides[1])
        return found, "both countries are named"
    others = _others(doc, head, first, last, named, gazetteer)
    if not sides:
        pairs = [
            (a, b) for i, a in enumerate(others) for b in others[i + 1 :] if b in gazetteer.neighbours(a)
        ]
        pairs = list(dict.fromkeys(tuple(sorted(p)) for p in pairs))
        if len(pairs) == 1:
            return gazetteer.border(*pairs[0]), "the two neighbours that the sentence names"
        return None, ""
    beside = gazetteer.neighbours(sides[0])
    plural = head.lower_ in ("borders", "frontiers")
    with_others = last < len(doc) and doc[last].lower_ == "with" or last - head.i > 1
    if not plural or with_others:
        for code in others:
            if code in beside:
                return gazetteer.border(sides[0], code), "the neighbour that the words around it name"
    if not plural:
        about = [code for code, _ in votes.most_common() if code in beside]
        if about and (len(about) == 1 or votes[about[0]] > votes[about[1]]):
            return gazetteer.border(sides[0], about[0]), "the neighbour that the article is about"
    return all_borders(sides[0], gazetteer), "the text does not say with which neighbour"


def _others(
    doc: "Doc", head: "Token", first: int, last: int, named: Sequence[Resolved], gazetteer: Gazetteer
) -> list[str]:
    """Countries of the sentence outside the phrase: the governing subject's first, then the nearest."""
    sentence = head.sent
    found: list[tuple[int, str]] = []
    subjects = {t.i for a in [head, *head.ancestors] for t in a.children if t.dep_ in ("nsubj", "nsubjpass", "poss")}
    for token in sentence:
        if first <= token.i < last:
            continue
        code = next((_code(r) for r in named if r.first <= token.i < r.last and _code(r)), None)
        code = code or (gazetteer.country_of_demonym(token.text) if token.text[:1].isupper() else None)
        if code:
            # Names after the border say less than names before it.
            distance = abs(token.i - head.i) + (3 if token.i > head.i else 0)
            found.append((distance - (100 if token.i in subjects else 0), code))
    return list(dict.fromkeys(code for _, code in sorted(found)))


def _code_of(word: str, gazetteer: Gazetteer) -> str | None:
    """The country of a word that is its name or its people's."""
    if not word[:1].isupper():
        return None
    country = gazetteer.country(word)
    return country.countries[0] if country else gazetteer.country_of_demonym(word)


def _code(resolved: Resolved) -> str | None:
    return resolved.place.country if resolved.place else None
