"""What the rest of an article does to a claim: promises walked back, claims denied, disputed or left unverified.

A turn is one such sentence. It touches a claim where it says so: by the claim's owner ("Moscow's claim"), by standing
right after it ("disputed the figure"), or by what it denies ("denies having troops in Congo"), which must be the same
people, by the same party, in the same country.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims.belonging import belonging
from geo.claims.people import lemma
from geo.claims.setting import Setting
from geo.claims.syntax import child, children, conjuncts, objects, phrase, subject, words
from geo.claims.words.deeds import NOMINALS, VERBS
from geo.lexicon.people import ARMED, CONTAINERS, NOUNS, UNITS
from geo.model import Claim, Panel, Population, Span, Status, StatusMark

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_UNDOING = frozenset(
    "backtrack retract rescind withdraw reverse revoke recant cancel scrap shelve abandon renege drop suspend "
    "ditch".split()
)
_BACKING = frozenset("walk row roll go step".split())
_PROMISES = frozenset(
    "pledge promise offer plan commitment statement remark figure number claim proposal decision deployment deal "
    "agreement scheme".split()
)
_DENYING = frozenset("deny dismiss reject refute rebut".split())
_DISPUTING = frozenset("dispute contest question challenge doubt".split())
_VERIFYING = frozenset("verify confirm corroborate substantiate".split())
_CALLING = frozenset("call brand label term".split())
_LIES = frozenset("lie false untrue nonsense propaganda fabrication baseless fiction fake absurd unfounded".split())
_CLAIMS = frozenset(
    "claim figure number report statement allegation assertion account estimate toll count accusation charge "
    "suggestion rumour rumor tally".split()
)
_NUMBERS = frozenset("figure number estimate toll count tally".split())
"""Of several numbers "the figure" is the one just before."""
_THAT = frozenset("it this that which them they these".split())
_FORCES = frozenset("force troop army military presence involvement".split())
_REACH = 4
"""Sentences after a claim in which "that pledge" and "the accusations" still mean it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb that undoes, denies, disputes or fails to verify something, in sentence number ``at`` of the article."""

    at: int
    span: Span
    status: Status
    setting: Setting
    verb: "Token"
    target: "Token"

    @property
    def by(self) -> str | None:
        """Who does so, as printed; nobody where a claim is only not verified."""
        doer = subject(self.verb)
        if doer is None or doer.pos_ == "PRON" or self.status in (Status.CLAIMED, Status.WITHDRAWN):
            return None
        joined = [t for noun in conjuncts(doer) for t in phrase(noun)]
        return words(sorted({*phrase(doer), *(children(doer, "cc") if joined else ()), *joined}, key=lambda t: t.i))

    @property
    def parties(self) -> set[str]:
        """The countries and groups that do so."""
        doer = subject(self.verb)
        nouns = [] if doer is None else [doer, *conjuncts(doer)]
        return {name for noun in nouns for name in belonging(noun, self.setting)}

    @property
    def is_pointing(self) -> bool:
        """True for "the claim", "it": what is meant stands elsewhere; "reports of looting" say it themselves."""
        noun = self.target.lemma_.lower()
        content = [
            t
            for t in self.target.children
            if t.dep_ in ("acl", "relcl", "prep") and t != self.verb and t.lower_ != "as"
        ]
        return (noun in _CLAIMS and not content) or self.target.lower_ in _THAT


def turns(sentences: Sequence[tuple[Setting, "Tokens"]]) -> tuple[Turn, ...]:
    """Every place in an article where a promise is undone, or a claim denied, disputed or not verified."""
    return tuple(
        Turn(at, setting.passage.span(sentence.start_char, sentence.end_char), status, setting, verb, target)
        for at, (setting, sentence) in enumerate(sentences)
        for status, verb, target in _moves(sentence)
    )


def later_statuses(claim: Claim, at: int, found: Sequence[Turn]) -> tuple[StatusMark, ...]:
    """The statuses of ``claim``, which stands in sentence ``at``, with the first turn that touches it."""
    for turn in found:
        if _touches(turn, claim, turn.at - at) and turn.status is not claim.status:
            return (*claim.statuses, StatusMark(turn.status, turn.span, turn.by))
    return claim.statuses


def _touches(turn: Turn, claim: Claim, after: int) -> bool:
    if turn.status is Status.WITHDRAWN:
        is_promise = claim.status in (Status.PLEDGED, Status.PLANNED)
        reach = _REACH if turn.target.lemma_.lower() in _PROMISES else 1
        return is_promise and 0 <= after <= reach and _is_party(turn, claim)
    source = claim.attribution.words if claim.attribution else None
    if turn.target.lemma_.lower() in _CLAIMS and (owner := _owner(turn.target)):
        return source is not None and bool(owner & set(source.lower().split()))
    if turn.is_pointing:
        is_own = claim.who in turn.parties and turn.status is not Status.CLAIMED
        reach = _REACH if is_own and turn.target.lemma_.lower() not in _NUMBERS else 1
        return source is not None and 0 <= after <= reach
    return after != 0 and turn.status is Status.DENIED and _tells_of(turn, claim)


def _is_party(turn: Turn, claim: Claim) -> bool:
    """False where somebody else takes back a promise of their own."""
    countries = {use.place.name for use in claim.places} | {claim.who}
    source = claim.attribution.words if claim.attribution else ""
    return not turn.parties or bool(turn.parties & countries) or any(name in source for name in turn.parties)


def _tells_of(turn: Turn, claim: Claim) -> bool:
    """Whether what is denied ("having troops in Congo") is what ``claim`` tells."""
    content = [t for t in turn.target.subtree if t != turn.verb]
    if any(t.like_num for t in content):
        return False
    deed = NOMINALS.get(turn.target.lemma_.lower()) or VERBS.get(turn.target.lemma_.lower())
    panels = {panel for t in content if (panel := _panel(t)) is not None}
    if claim.panel not in panels and (panels or deed is not claim.action):
        return False
    there = {code for t in content if t.dep_ == "pobj" for code in _countries(t, turn.setting)}
    theirs = {code for use in claim.places for code in use.place.countries}
    if there and theirs and not there & theirs:
        return False
    named = {name for t in content if _panel(t) for name in belonging(t, turn.setting)}
    if claim.who in (named or turn.parties):
        return True
    is_group = claim.who is not None and turn.setting.gazetteer.country(claim.who) is None
    return is_group and bool(there)  # "Russian mercenaries" may be a group's: the country settles it


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


def _owner(claim: "Token") -> set[str]:
    return {t.lower_ for o in children(claim, "poss") for t in phrase(o) if t.dep_ not in ("case", "det")}


def _moves(sentence: "Tokens") -> Iterator[tuple[Status, "Token", "Token"]]:
    """(what it does, the verb, what it does that to)."""
    for verb in sentence:
        if verb.pos_ != "VERB":
            continue
        lemma_ = verb.lemma_.lower()
        is_back = any(t.lower_ == "back" for t in verb.children)
        shelved = lemma_ == "put" and any(p == "on" and t.lemma_.lower() in ("hold", "ice") for p, t in objects(verb))
        called_off = lemma_ == "call" and any(t.lower_ == "off" for t in verb.children)
        if lemma_ in _UNDOING or (lemma_ in _BACKING and is_back) or shelved or called_off:
            taken_back = _PROMISES | {"it", "they", "them"}
            yield from (
                (Status.WITHDRAWN, verb, t)
                for t in _targets(verb)
                if t.lower_ in taken_back or t.lemma_.lower() in taken_back
            )
        elif lemma_ in _DENYING:
            yield from ((Status.DENIED, verb, t) for t in (*_targets(verb), *children(verb, "ccomp", "xcomp")))
        elif lemma_ in _DISPUTING and not _is_negated(verb):
            yield from ((Status.DISPUTED, verb, t) for t in _targets(verb) if t.lemma_.lower() in _CLAIMS | _THAT)
        elif lemma_ in _CALLING and any(
            t.lemma_.lower() in _LIES for t in children(verb, "oprd", "ccomp", "dobj", "attr")
        ):
            yield from ((Status.DENIED, verb, t) for t in verb.subtree if t.lemma_.lower() in _CLAIMS | _THAT)
        elif lemma_ in _VERIFYING and _is_negated(verb):
            yield from ((Status.CLAIMED, verb, t) for t in _targets(verb) if t.lemma_.lower() in _CLAIMS | _THAT)


def _targets(verb: "Token") -> Iterator["Token"]:
    for target in (*children(verb, "dobj", "nsubjpass"), *(t for p, t in objects(verb) if p in ("on", "from"))):
        relative = verb.dep_ == "relcl" and target.tag_ in ("WDT", "WP")
        yield verb.head if relative else target
    if verb.dep_ == "relcl" and child(verb, "dobj", "nsubjpass") is None:  # "a figure Kyiv disputes"
        yield verb.head
    for inner in children(verb, "prep"):  # "dismissed as a lie the claim": the object may hang on "as"
        for target in inner.subtree:
            if target.dep_ == "dobj" and target.head != verb:
                yield target


def _is_negated(verb: "Token") -> bool:
    above = verb.head if verb.dep_ == "xcomp" else verb
    return any(t.dep_ == "neg" for t in verb.children) or above.lemma_.lower() in ("unable", "impossible", "fail")
