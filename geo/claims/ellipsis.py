"""Lists whose members share a verb, each with a number, an owner or a place of its own. Three kinds:

gapped        "Norway has 300 soldiers in Latvia, Spain 200 in Mali", "300 went to Chad, 9 to Niger"
distributed   "Norway and Spain sent 300 and 200 soldiers, respectively"
bracketed     "They live in Chad (300), Niger (200) and Mali (90)"

A list is seen from how it is set, not from the parse: parsers take a clause without a verb for a list of names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.claims.people import is_known

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_JOINTS = frozenset({",", ";", "and", "while", "but", "&"})
_PLACING = frozenset("in at to into onto from near inside outside on along across through via toward towards".split())
_HEDGES = frozenset(
    "about some around roughly nearly almost over more than at least up to another a further only".split()
)
_THEM = frozenset({"whom", "them", "these", "those", "which"})
_BEING = ("be", "come")
_NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
_LONGEST = 30
"""Words of a list's first member from its number on."""
_REACH = 4
"""Words between a preposition and the name it places by ("in the neighbouring north of Chad")."""


class Shape(StrEnum):
    FIRST = "first"
    GAPPED = "gapped"
    DISTRIBUTED = "distributed"
    BRACKETED = "bracketed"


@dataclass(frozen=True, slots=True)
class Member:
    """What a list gives to one figure: its owner's name, its places by preposition, and which words are others'."""

    shape: Shape
    owner: "Token | None" = None
    places: "tuple[tuple[str, Token], ...]" = ()
    others: frozenset[int] = frozenset()
    """The words, by index, that belong to other members."""
    noun: "Token | None" = None
    """In brackets: the people of the sentence."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure with the words that it would have of its own, as ``doc[start:stop]``."""

    figure: "Tokens"
    start: int
    stop: int
    owner: "Token | None"
    places: "tuple[tuple[str, Token], ...]"


def members(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    """First token of a figure -> what a list gives to it; for figures that stand in one."""
    if len(figures) < 2:
        return {}
    return {**_gapped(sentence, figures), **_distributed(sentence, figures), **_bracketed(sentence, figures)}


def said_of(last: "Token", *, part: bool = False, goes_on: bool = False) -> "tuple[Token, ...]":
    """The words that say of a part whose it is: of "1,200 of whom are Kenyan", "900 are from Ghana" the nation.

    ``last`` is the last word of the figure, or the noun after it. ``part``: the figure is known to be one of a whole,
    so that those who "come from Ghana" are Ghana's; ``goes_on``: the same was just said of another part ("200 Danish").
    """
    doc, end, at = last.doc, last.sent.end, last.i + 1
    if at + 1 < end and doc[at].lower_ == "of" and doc[at + 1].lower_ in _THEM:
        at += 2
        goes_on = part = True  # "600 of them Italian"
    while at < end and (doc[at].lemma_.lower() in _BEING[: 1 + part] or doc[at].pos_ == "ADV"):
        goes_on = goes_on or doc[at].pos_ != "ADV"
        at += 1
    if not goes_on or at >= end:
        return ()
    if (placed := _placed(doc, at, end)) is not None:
        return (placed[0],) if doc[at].lower_ == "from" else ()
    stop = at
    while stop < end and (doc[stop].pos_ in ("PROPN", "ADJ") or doc[stop].ent_type_ == "NORP"):
        stop += 1
    closes = stop == end or doc[stop].is_punct or doc[stop].lower_ in _JOINTS or is_known(doc[stop])
    is_nation = any(t.text[0].isupper() for t in doc[at:stop])
    return tuple(doc[at:stop]) if closes and is_nation else ()


def _gapped(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    parts = [_part(figure, sentence) for figure in figures]
    found: dict[int, Member] = {}
    at = 0
    while at + 1 < len(parts):
        run = [parts[at]]
        for part in parts[at + 1 :]:
            if not _follows(part, run, sentence):
                break
            run.append(part)
        if len(run) > 1:
            end = _before_joint(run[1].start, sentence)
            first = replace(run[0], start=run[0].figure.start, stop=end)
            for part in (first, *run[1:]):
                others = frozenset(i for p in (first, *run[1:]) if p is not part for i in range(p.start, p.stop))
                shape = Shape.FIRST if part is first else Shape.GAPPED
                owner = part.owner if part is not first else None
                found[part.figure.start] = Member(shape, owner, part.places, others)
        at += len(run) if len(run) > 1 else 1
    return found


def _part(figure: "Tokens", sentence: "Tokens") -> _Part:
    doc, start = figure.doc, figure.start
    while start > sentence.start and doc[start - 1].lower_ in _HEDGES:
        start -= 1
    owner = doc[start - 1] if start > sentence.start and _is_name(doc[start - 1]) else None
    while owner is not None and start > sentence.start and (_is_name(doc[start - 1]) or doc[start - 1].lower_ == "the"):
        start -= 1
    stop = figure.end
    while stop < sentence.end and stop - figure.end < _REACH and _is_noun_part(doc[stop]):
        stop += 1
    places: list[tuple[str, Token]] = []
    while (placed := _placed(doc, stop, sentence.end)) is not None:
        places.append((doc[stop].lower_, placed[0]))
        stop = placed[1]
    return _Part(figure, start, stop, owner, tuple(places))


def _placed(doc: "Doc", at: int, end: int) -> "tuple[Token, int] | None":
    """The name that a preposition at ``at`` places by, and where its words end."""
    if at >= end or doc[at].lower_ not in _PLACING:
        return None
    first = at + 1
    while first < min(end, at + 1 + _REACH) and not _is_name(doc[first]):
        if doc[first].is_punct or doc[first].like_num or doc[first].pos_ in ("VERB", "AUX", "CCONJ"):
            return None
        first += 1
    if first >= end or not _is_name(doc[first]):
        return None
    stop = _name_end(doc, first, end)
    return doc[stop - 1] if doc[first].dep_ == "compound" else doc[first], stop


def _name_end(doc: "Doc", first: int, end: int) -> int:
    stop = first + 1
    while stop < end and (_is_name(doc[stop]) or (doc[stop].lower_ in ("of", "the") and _goes_on(doc, stop, end))):
        stop += 1
    return stop


def _goes_on(doc: "Doc", at: int, end: int) -> bool:
    after = at + 1 + (at + 1 < end and doc[at + 1].lower_ == "the")
    return after < end and _is_name(doc[after])


def _follows(part: _Part, run: Sequence[_Part], sentence: "Tokens") -> bool:
    """Whether ``part`` goes on with the list of ``run``: a joint before it, no verb, and words set as before."""
    doc, before = sentence.doc, run[-1]
    end = _before_joint(part.start, sentence)
    if end == part.start or (part.owner is None and not part.places):
        return False
    if part.stop < sentence.end and not (doc[part.stop].is_punct or doc[part.stop].lower_ in _JOINTS):
        return False
    if len(run) > 1:
        return end == before.stop and (part.owner is None) == (run[1].owner is None)
    if not before.figure.end <= end <= before.figure.end + _LONGEST:
        return False
    between = {t.lower_ for t in doc[before.figure.end : end]}
    if part.owner is None:  # "fled Goma, 500 to Rwanda" is a part, and no list
        return not between.isdisjoint(preposition for preposition, _ in part.places)
    return ";" not in between and any(t.pos_ in ("VERB", "AUX") for t in doc[sentence.start : end])


def _before_joint(start: int, sentence: "Tokens") -> int:
    """Where the words before the joint end that ``start`` follows; ``start`` where there is no joint."""
    while start > sentence.start and sentence.doc[start - 1].lower_ in _JOINTS:
        start -= 1
    return start


def _distributed(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    """ "Norway and Spain sent 300 and 200 soldiers respectively": as many names as numbers, in the same order."""
    if not any(t.lower_ == "respectively" for t in sentence):
        return {}
    runs = _runs(sentence, [(f.start, f.end) for f in figures])
    names = _runs(sentence, list(_names(sentence)))
    found: dict[int, Member] = {}
    for run in runs:
        groups = [group for group in names if len(group) == len(run)]
        for at, (start, _) in enumerate(run):
            owner: Token | None = None
            places: list[tuple[str, Token]] = []
            others: set[int] = set()
            for group in groups:
                name = sentence.doc[group[at][1] - 1]
                opening = group[0][0] - 1
                opening -= opening > sentence.start and sentence.doc[opening].lower_ == "the"
                preposition = sentence.doc[opening].lower_ if opening >= sentence.start else ""
                if preposition in _PLACING:
                    places.append((preposition, name))
                else:
                    owner = name
                others.update(i for n, (first, stop) in enumerate(group) if n != at for i in range(first, stop))
            if groups:
                found[start] = Member(Shape.DISTRIBUTED, owner, tuple(places), frozenset(others))
    return found


def _runs(sentence: "Tokens", spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The ``spans`` that only joints stand between, two and more together."""
    found: list[list[tuple[int, int]]] = []
    for start, stop in spans:
        if found and start > found[-1][-1][1] == _before_joint(start, sentence):
            found[-1].append((start, stop))
        else:
            found.append([(start, stop)])
    return [run for run in found if len(run) > 1]


def _names(sentence: "Tokens") -> Iterator[tuple[int, int]]:
    at = sentence.start
    while at < sentence.end:
        stop = at + 1
        if _is_name(sentence.doc[at]):
            stop = _name_end(sentence.doc, at, sentence.end)
            yield at, stop
        at = stop


def _bracketed(sentence: "Tokens", figures: Sequence["Tokens"]) -> dict[int, Member]:
    """ "In Chad (300), Niger (200) and Mali (90)": the name before the bracket is the figure's alone."""
    doc = sentence.doc
    rows: list[tuple[int, int, int]] = []
    for figure in figures:
        opens = figure.start - 1
        inside = opens > sentence.start and doc[opens].text == "(" and _is_name(doc[opens - 1])
        if not inside or figure.end >= sentence.end or doc[figure.end].text != ")":
            continue
        first = opens - 1
        while first > sentence.start and (_is_name(doc[first - 1]) or _goes_on_before(doc, first, sentence.start)):
            first -= 1
        rows.append((first, figure.end + 1, figure.start))
    run = next(iter(_runs(sentence, [row[:2] for row in rows])), [])
    rows = [row for row in rows if row[:2] in run]
    if not rows:
        return {}
    begin = rows[0][0]
    preposition = next((t.lower_ for t in doc[max(sentence.start, begin - 2) : begin] if t.lower_ in _PLACING), "")
    noun = next((t for t in reversed(doc[sentence.start : begin]) if t.pos_ in ("NOUN", "PROPN") and is_known(t)), None)
    found: dict[int, Member] = {}
    for first, _, figure_start in rows:
        name = doc[figure_start - 2]
        others = frozenset(i for a, b, _ in rows if a != first for i in range(a, b))
        places = ((preposition, name),) if preposition else ()
        found[figure_start] = Member(Shape.BRACKETED, None if preposition else name, places, others, noun)
    return found


def _goes_on_before(doc: "Doc", first: int, begin: int) -> bool:
    """ "Of the" inside a name, before the word at ``first``."""
    at = first - 1
    at -= doc[at].lower_ == "the"
    return at > begin and doc[at].lower_ == "of" and _is_name(doc[at - 1])


def _is_name(token: "Token") -> bool:
    is_name = token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "LOC")
    return is_name and token.text[0].isupper() and token.ent_type_ not in _NO_NAMES


def _is_noun_part(token: "Token") -> bool:
    return token.pos_ in ("NOUN", "ADJ") and (token.pos_ == "ADJ" or is_known(token))
