"""What the rest of an article does to a claim: promises walked back, claims denied, disputed or left unverified.

A turn is one such sentence. It touches a claim where it says so: by the claim's owner ("Moscow's claim"), by standing
right after it ("disputed the figure"), or by what it denies ("denies having troops in Congo"), which must be the same
people, by the same party, in the same country.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.claims.belonging import belonging
from geo.claims.moves import CLAIMS, PROMISES, THAT, Move, moves
from geo.claims.people import lemma
from geo.claims.sentences import Sentences
from geo.claims.setting import Setting
from geo.grammar import children, conjuncts, phrase, subject, words
from geo.grammar import relations as rel
from geo.lexicon.deeds import NOMINALS, VERBS
from geo.lexicon.people import ARMED, CONTAINERS, NOUNS, UNITS
from geo.lexicon.senses import sense
from geo.model import Action, Claim, Panel, Population, Span, Status, StatusMark

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NUMBERS = sense("turns: numbers")
_FORCES = sense("turns: forces")
_REACH = 4
"""Sentences after a claim in which "that pledge" and "the accusations" still mean it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb that undoes, denies, disputes or fails to verify something, in sentence number ``at`` of the article."""

    number: int
    """Its place among the turns of the article."""
    at: int
    span: Span
    status: Status
    setting: Setting
    verb: "Token"
    target: "Token"
    parties: frozenset[str]
    """The countries and groups that do so."""
    is_pointing: bool
    """True for "the claim", "it": what is meant stands elsewhere; "reports of looting" say it themselves."""
    owner: frozenset[str]
    """The words for whose claim it is."""
    denied: "_Denied | None"
    """What is denied, where it says that itself."""

    @property
    def by(self) -> str | None:
        """Who does so, as printed; nobody where a claim is only not verified."""
        doer = subject(self.verb)
        if doer is None or doer.pos_ == "PRON" or self.status in (Status.CLAIMED, Status.WITHDRAWN):
            return None
        joined = [t for noun in conjuncts(doer) for t in phrase(noun)]
        return words(
            sorted({*phrase(doer), *(children(doer, rel.CONJUNCTION) if joined else ()), *joined}, key=lambda t: t.i)
        )

    @property
    def reaches_far(self) -> Hashable:
        """None for a turn that means what stands just before it; else what decides whom it touches anywhere."""
        if self.status is Status.WITHDRAWN:
            return None
        return self.owner or (None if self.is_pointing else self.denied)


@dataclass(frozen=True, slots=True)
class _Denied:
    """What is denied: panels of people, a deed, countries, whose they are."""

    panels: frozenset[Panel]
    deed: Action | None
    countries: frozenset[str]
    whose: frozenset[str]


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of an article in its order, and those of them that touch claims anywhere.

    A claim is asked about the few sentences before a turn, and about those; of far turns that say the same only two are
    kept, in different sentences. So an article of nothing but denials takes no longer a line than any other.
    """

    every: tuple[Turn, ...]
    far: tuple[Turn, ...]

    @classmethod
    def of(cls, every: Sequence[Turn]) -> "Turns":
        same: dict[Hashable, list[Turn]] = {}
        for turn in every:
            if (says := turn.reaches_far) is not None:
                known = same.setdefault((turn.status, says), [])
                if not known or (len(known) == 1 and known[0].at != turn.at):
                    known.append(turn)
        far = (turn for known in same.values() for turn in known)
        return cls(tuple(every), tuple(sorted(far, key=_number)))

    def about(self, at: int) -> Iterator[Turn]:
        """Those that may touch a claim in sentence ``at``, in the order of the article."""
        near = self.every[bisect_left(self.every, at, key=_at) : bisect_right(self.every, at + _REACH, key=_at)]
        return merge(near, self.far, key=_number)


_number: Callable[[Turn], int] = attrgetter("number")
_at: Callable[[Turn], int] = attrgetter("at")


def turns(sentences: Sentences) -> Turns:
    """Every place in an article where a promise is undone, or a claim denied, disputed or not verified."""
    made = (
        (at, setting, sentence, move) for at, (setting, sentence) in enumerate(sentences) for move in moves(sentence)
    )
    return Turns.of([_turn(number, *found) for number, found in enumerate(made)])


def _turn(number: int, at: int, setting: Setting, sentence: "Tokens", move: Move) -> Turn:
    status, verb, target = move
    parties = _parties(verb, setting)
    return Turn(
        number,
        at,
        setting.passage.span(sentence.start_char, sentence.end_char),
        status,
        setting,
        verb,
        target,
        parties,
        _is_pointing(verb, target),
        _owner(target) if target.lemma_.lower() in CLAIMS else frozenset(),
        _denied(verb, target, setting, parties) if status is Status.DENIED else None,
    )


def _parties(verb: "Token", setting: Setting) -> frozenset[str]:
    doer = subject(verb)
    nouns = [] if doer is None else [doer, *conjuncts(doer)]
    return frozenset(name for noun in nouns for name in belonging(noun, setting))


def _is_pointing(verb: "Token", target: "Token") -> bool:
    content = [
        t
        for t in target.children
        if t.dep_ in (rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE, rel.PREPOSITION) and t != verb and t.lower_ != "as"
    ]
    return (target.lemma_.lower() in CLAIMS and not content) or target.lower_ in THAT


def later_statuses(claim: Claim, at: int, found: Turns) -> tuple[StatusMark, ...]:
    """The statuses of ``claim``, which stands in sentence ``at``, with the first turn that touches it."""
    for turn in found.about(at):
        if turn.status is not claim.status and _touches(turn, claim, turn.at - at):
            return (*claim.statuses, StatusMark(turn.status, turn.span, turn.by))
    return claim.statuses


def _touches(turn: Turn, claim: Claim, after: int) -> bool:
    if turn.status is Status.WITHDRAWN:
        is_promise = claim.status in (Status.PLEDGED, Status.PLANNED)
        reach = _REACH if turn.target.lemma_.lower() in PROMISES else 1
        return is_promise and 0 <= after <= reach and _is_party(turn, claim)
    source = claim.attribution.words if claim.attribution else None
    if turn.owner:
        return source is not None and bool(turn.owner & set(source.lower().replace(",", "").split()))
    if turn.is_pointing:
        is_own = claim.who in turn.parties and turn.status is not Status.CLAIMED
        reach = _REACH if is_own and turn.target.lemma_.lower() not in _NUMBERS else 1
        return source is not None and 0 <= after <= reach
    return after != 0 and turn.denied is not None and _tells_of(turn.denied, claim, turn.setting)


def _is_party(turn: Turn, claim: Claim) -> bool:
    """False where somebody else takes back a promise of their own."""
    countries = {use.place.name for use in claim.places} | {claim.who}
    source = claim.attribution.words if claim.attribution else ""
    return not turn.parties or bool(turn.parties & countries) or any(name in source for name in turn.parties)


def _denied(verb: "Token", target: "Token", setting: Setting, parties: frozenset[str]) -> _Denied | None:
    """What is denied ("having troops in Congo"); None where a number stands in it."""
    content = [t for t in target.subtree if t != verb]
    if any(t.like_num for t in content):
        return None
    deed = NOMINALS.get(target.lemma_.lower()) or VERBS.get(target.lemma_.lower())
    panels = frozenset(panel for t in content if (panel := _panel(t)) is not None)
    named = frozenset(name for t in content if _panel(t) for name in belonging(t, setting))
    homes = {code for name in named if (home := setting.gazetteer.country(name)) is not None for code in home.countries}
    there = frozenset(
        code
        for t in content
        if t.dep_ == rel.PREPOSITION_OBJECT
        for code in _countries(t, setting)
        if setting.mention(t) is not None or code not in homes  # "Russian mercenaries in the country": not in Russia
    )
    return _Denied(panels, deed, there, named or parties)


def _tells_of(denied: _Denied, claim: Claim, setting: Setting) -> bool:
    """Whether what is denied is what ``claim`` tells."""
    if claim.panel not in denied.panels and (denied.panels or denied.deed is not claim.action):
        return False
    theirs = {code for use in claim.places for code in use.place.countries}
    if denied.countries and theirs and not denied.countries & theirs:
        return False
    if claim.who in denied.whose:
        return True
    is_group = claim.who is not None and setting.gazetteer.country(claim.who) is None
    return is_group and bool(denied.countries)  # "Russian mercenaries" may be a group's: the country settles it


def _countries(noun: "Token", setting: Setting) -> tuple[str, ...]:
    """The codes of the country that ``noun`` names or describes ("in the country")."""
    mention = setting.mention(noun)
    place = setting.described(noun) if mention is None else mention.place
    return place.countries if place is not None else ()


def _panel(noun: "Token") -> Panel | None:
    """The panel of people whom a noun names, counted or not."""
    word = lemma(noun)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if word in _FORCES | CONTAINERS | UNITS | ARMED:
        return Panel.TROOPS
    if word not in NOUNS:
        return None
    population = NOUNS[word]
    return Panel.TROOPS if population is Population.TROOPS else Panel.DISPLACED


def _owner(claim: "Token") -> frozenset[str]:
    return frozenset(
        t.lower_ for o in children(claim, rel.POSSESSOR) for t in phrase(o) if t.dep_ not in (rel.CASE, rel.DETERMINER)
    )
