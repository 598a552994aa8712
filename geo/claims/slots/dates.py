"""When: a choice among the times that the article names around a figure, its publication, and none.

The grammar's own answer (``geo.claims.timing``) is one more thing that is known of a candidate, not the answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.claims.action import Deed
from geo.claims.choice import trained
from geo.claims.modality import lies_ahead
from geo.claims.setting import Setting
from geo.claims.slots.named_times import LEAD, Candidate, NamedTimes
from geo.claims.timing import Timing
from geo.grammar import children, is_future, is_verb
from geo.grammar import relations as rel
from geo.lexicon.speech import SAYING
from geo.model import Action, Basis, Evidence, Granularity, How, Panel, When
from geo.times import Bound

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_BACK, _ON = 4, 2
"""Sentences before and after a figure whose times may be its."""
_WIDTHS = (1, 7, 31, 92, 366, 3660)
_AGES = (0, 1, 3, 7, 31, 92, 366, 3660)
_PAST, _PRESENT = ("VBD",), ("VBP", "VBZ")
_SURE = 0.2
"""How probable a date must be to be given."""
_NONE_COUNTS = 0.9
"""How much of its probability no date at all counts in a dated article: "by publication" tells more than nothing.

Measured on fresh news: from .5 to .9 one of 111 dates is lost, and two of 42 figures without one get none.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose date is sought; ``grammar`` is what the grammar of its sentence says."""

    at: int
    start: int
    deed: Deed
    panel: Panel
    basis: Basis
    grammar: Timing

    @property
    def anchor(self) -> "Token":
        return self.deed.anchor

    @property
    def action(self) -> Action:
        return self.deed.action


NONE = Candidate("none")


def candidates(asked: Asked, named: NamedTimes) -> list[Candidate]:
    """Every time named around the figure, in the lead and last before it, the date of publication, and none."""
    found = [NONE]
    setting = named.sentences[asked.at][0]
    if setting.published is not None:
        day = setting.published
        found.append(Candidate("publication", When(day, day, Granularity.DAY, day.isoformat())))
    first = max(0, asked.at - _BACK)
    for at in range(min(LEAD, first)):
        found += named.of(at, asked.anchor)
    found += named.last(first - 1, asked.anchor)  # the one further back, where nothing near is named
    for at in range(first, min(len(named.sentences), asked.at + _ON + 1)):
        found += named.of(at, asked.anchor)
    if _is_since_event(asked.anchor):
        found += named.since(asked.at)
    return found


def _is_since_event(anchor: "Token") -> bool:
    """Whether people are counted since an event that the sentence does not date: "have fled since the war began"."""
    for token in anchor.sent:
        if token.lower_ == "since" and token.dep_ in (rel.MARKER, rel.PREPOSITION):
            event = token.head if token.dep_ == rel.MARKER else next(token.children, None)
            if (
                event is not None
                and event.pos_ in ("VERB", "NOUN", "AUX")
                and not any(t.is_digit for t in event.subtree)
            ):
                return True
    return False


def features(
    candidate: Candidate, asked: Asked, among: Sequence[Candidate], published: date | None
) -> dict[str, float]:
    """What is known of ``candidate`` as the date of the figure that is ``asked`` for."""
    return dict.fromkeys(_all(candidate, asked, among, published), 1.0)


def _all(candidate: Candidate, asked: Asked, among: Sequence[Candidate], published: date | None) -> Iterator[str]:
    kind = candidate.kind
    here = [c for c in among if c.kind == "named" and c.at == asked.at]
    earlier = [c for c in among if c.kind == "named" and c.at < asked.at]
    tense = _tense(asked.anchor)
    grammar = asked.grammar.happened is not None or asked.grammar.as_of is not None
    yield kind
    yield f"{kind}, article dated {published is not None}"
    yield f"{kind}, article dated {published is not None}, {asked.basis}"
    for name in (f"basis {asked.basis}", f"action {asked.action}", f"panel {asked.panel}", f"tense {tense}"):
        yield f"{kind}, {name}"
    for name in _mood(asked):
        yield f"{kind}, {name}"
        yield f"{kind}, {name}, {min(len(here), 1)} here"
    if kind != "named":
        yield f"{kind}, {min(len(here), 2)} here"
        yield f"{kind}, {min(len(here), 1)} here, {min(len(earlier), 2)} before"
        yield f"{kind}, grammar {grammar}"
        yield f"{kind}, {asked.basis}, {min(len(here), 1)} here"
        yield f"{kind}, {asked.basis}, {tense}"
        return
    yield from _expression(candidate, asked, published)
    yield from _place(candidate, asked, here, earlier)
    own = asked.grammar.happened
    if own is not None and candidate.days is not None and (own.first, own.last) == (
        candidate.days.first, candidate.days.last
    ):  # fmt: skip
        yield "grammar"
        yield f"grammar, {asked.basis}"
    elif asked.grammar.expression is not None and candidate.expression == asked.grammar.expression:
        yield "grammar"
    elif asked.grammar.reported is not None and candidate.days is not None and (
        candidate.days.last == asked.grammar.reported
    ):  # fmt: skip
        yield "grammar reported"
    elif grammar:
        yield "grammar other"
    elif candidate.at == asked.at:
        yield "grammar silent"
        yield f"grammar silent, {asked.basis}"


def _mood(asked: Asked) -> Iterator[str]:
    """What keeps a figure from a day: it may come to be, is a plan, or is told of every day."""
    anchor = asked.anchor
    modal = next((t.lower_ for t in children(anchor, rel.AUXILIARY) if t.tag_ == "MD"), None)
    if modal is not None:
        yield f"modal {modal}"
    if lies_ahead(anchor):
        yield "ahead"
    if any(t.lower_ in ("if", "unless") for t in anchor.sent):
        yield "if"
    words = {t.lower_ for t in anchor.sent}
    units = words & {"day", "days", "week", "month", "year", "night", "hour"}
    if words & {"daily", "weekly", "monthly"} or (units and words & {"per", "every", "each", "average", "any"}):
        yield "rate"
    if any(t.lower_ in ("a", "per") and t.nbor().lower_ in units for t in anchor.sent[:-1]):
        yield "rate"


def _expression(candidate: Candidate, asked: Asked, published: date | None) -> Iterator[str]:
    expression, days = candidate.expression, candidate.days
    if expression is None or days is None:
        return
    yield f"bound {expression.bound}"
    if expression.bound is Bound.SINCE and _is_since_event(asked.anchor):
        yield f"since an event, {'here' if candidate.at == asked.at else 'dated elsewhere'}"
    yield f"bound {expression.bound}, {asked.basis}"
    yield f"granularity {days.granularity}"
    width = _bucket((days.last - days.first).days + 1, _WIDTHS)
    yield f"width {width}"
    yield f"width {width}, {asked.basis}"
    if published is not None:
        age = (published - days.last).days
        yield f"age {_bucket(age, _AGES) if age >= 0 else 'ahead'}"
        yield f"age {_bucket(age, _AGES) if age >= 0 else 'ahead'}, {asked.basis}"
        yield f"age {_bucket(age, _AGES) if age >= 0 else 'ahead'}, tense {_tense(asked.anchor)}"


def _place(
    candidate: Candidate, asked: Asked, here: Sequence[Candidate], earlier: Sequence[Candidate]
) -> Iterator[str]:
    off = _off(candidate, asked)
    tense = _tense(asked.anchor)
    yield f"off {off}"
    yield f"off {off}, {asked.basis}"
    yield f"off {off}, tense {tense}"
    if candidate.days is not None and candidate.expression is not None:
        yield f"off {off}, granularity {candidate.days.granularity}"
        yield f"off {off}, bound {candidate.expression.bound}"
    token = candidate.token
    if token is None or candidate.span is None:
        return
    verb = next((t for t in token.ancestors if is_verb(t)), None)
    if verb is not None and verb.lemma_.lower() in SAYING:
        yield "said"
        yield f"said, off {off}"
    if token.i - token.sent.start < 4:
        yield "opens"
        yield f"opens, off {off}"
    if candidate.at == asked.at:
        order = sorted(here, key=lambda c: abs((c.span.start if c.span else 0) - asked.start))
        yield f"nearest {min(order.index(candidate), 3)} of {min(len(order), 3)}"
        yield "right" if candidate.span.start > asked.start else "left"
        if verb is not None and token.doc == asked.anchor.doc:
            if verb == asked.anchor:
                tie = "same verb"
            elif verb.is_ancestor(asked.anchor):
                tie = "verb above"
            else:
                tie = "verb below" if asked.anchor.is_ancestor(verb) else "verb beside"
            yield tie
            yield f"{tie}, {asked.basis}"
            yield f"{tie}, {verb.dep_}"
        yield f"dep {token.dep_}"
    else:
        yield f"{min(len(here), 1)} here"
        yield f"off {off}, {min(len(here), 1)} here"
        if earlier and candidate is earlier[-1]:
            yield "latest before"
            yield f"latest before, {min(len(here), 1)} here"


def _off(candidate: Candidate, asked: Asked) -> str:
    """How many sentences lie between; "lead" or "far" where it is further than the sentences around."""
    off = candidate.at - asked.at
    return str(off) if off >= -_BACK else "lead" if candidate.at < LEAD else "far"


def _tense(verb: "Token") -> str:
    if is_future(verb):
        return "future"
    perfect = any(t.lower_ in ("has", "have", "'ve", "had") for t in children(verb, rel.AUXILIARY))
    tags = {t.tag_ for t in (verb, *children(verb, rel.AUXILIARY, rel.PASSIVE_AUXILIARY))}
    if perfect:
        return "perfect"
    if tags & set(_PAST):
        return "past"
    return "present" if tags & set(_PRESENT) else "none"


def _bucket(number: int, edges: Sequence[int]) -> int:
    return next((edge for edge in edges if number <= edge), 9999)


def choose(asked: Asked, named: NamedTimes) -> tuple[Candidate, Evidence | None]:
    """The likeliest candidate, and what it rests on; NONE where nothing is likely enough."""
    sentences = named.sentences
    published = sentences[asked.at][0].published
    among = candidates(asked, named)
    scored = trained("date").likeliest([features(c, asked, among, published) for c in among])
    none = _NONE_COUNTS if published is not None else 1.0
    weighed = [
        0.0 if _is_of_the_telling(c, asked) else score * none if c.kind == "none" else score
        for score, c in zip(scored, among, strict=True)
    ]
    best = max(range(len(among)), key=lambda at: (weighed[at], -at))
    found = among[best]
    if found.kind == "none" or scored[best] < _SURE:
        return NONE, None
    return found, Evidence(_how(found, asked, sentences), round(scored[best], 3), found.span)


def _is_of_the_telling(candidate: Candidate, asked: Asked) -> bool:
    """ "Said on Wednesday that 77 had crossed": they crossed before that day."""
    said = asked.grammar.reported is not None and asked.basis is Basis.EVENT and candidate.at == asked.at
    earlier = said and any(t.lower_ == "had" for t in children(asked.anchor, rel.AUXILIARY))
    return earlier and candidate.days is not None and candidate.days.last == asked.grammar.reported


def _how(found: Candidate, asked: Asked, sentences: Sequence[tuple[Setting, "Tokens"]]) -> How:
    if found.kind == "publication":
        return How.PUBLICATION
    if found.at == asked.at:
        return How.SENTENCE
    if sentences[found.at][0].passage is sentences[asked.at][0].passage:
        return How.PARAGRAPH
    return How.EARLIER if found.at < asked.at else How.LATER
