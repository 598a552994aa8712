"""What is known of a time as the date of a figure: what kind it is, how it is told, where it stands.

The grammar's own answer (``geo.claims.timing``) is one more thing that is known of a candidate, not the answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.claims.choice import bucket
from geo.claims.plans import lies_ahead
from geo.claims.slots.date_question import BACK, Asked
from geo.claims.slots.named_times import LEAD, Candidate
from geo.grammar import children, governor, is_future
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

_WIDTHS = (1, 7, 31, 92, 366, 3660)
"""Days from a time's first to its last."""
_AGES = (0, 1, 3, 7, 31, 92, 366, 3660)
"""Days from a time to the publication."""
_BEYOND = 9999
_BESIDE = sense("date_features: beside")
_PAST, _PRESENT = ("VBD",), ("VBP", "VBZ")


@dataclass(frozen=True, slots=True)
class _Around:
    """What is the same for all candidates of one figure: times of its sentence and before it, tense, mood, words."""

    here: tuple[Candidate, ...]
    earlier: tuple[Candidate, ...]
    tense: str
    mood: tuple[str, ...]
    words: tuple[str, ...]


def features(among: Sequence[Candidate], asked: Asked, published: date | None) -> list[dict[str, float]]:
    """What is known of each time ``among`` the candidates for the date of the figure that is ``asked`` for, in order.

    ``published`` is the article's date of publication.
    """
    named = [c for c in among if c.kind == "named"]
    around = _Around(
        here=tuple(c for c in named if c.at == asked.at),
        earlier=tuple(c for c in named if c.at < asked.at),
        tense=_tense(asked.anchor),
        mood=tuple(_mood(asked)),
        words=tuple(sorted({t.lower_ for t in asked.anchor.sent} & _BESIDE)),
    )
    return [dict.fromkeys(_all(each, asked, around, published), 1.0) for each in among]


def _all(candidate: Candidate, asked: Asked, around: _Around, published: date | None) -> Iterator[str]:
    kind, here, earlier, tense = candidate.kind, around.here, around.earlier, around.tense
    yield kind
    yield f"{kind}, article dated {published is not None}"
    yield f"{kind}, article dated {published is not None}, {asked.basis}"
    for name in (f"basis {asked.basis}", f"action {asked.action}", f"panel {asked.panel}", f"tense {tense}"):
        yield f"{kind}, {name}"
    for name in around.mood:
        yield f"{kind}, {name}"
        yield f"{kind}, {name}, {min(len(here), 1)} here"
    for word in around.words:
        yield f"{kind}, beside {word}"
        if kind == "named":
            yield f"{kind}, beside {word}, here {candidate.at == asked.at}"
    form = asked.anchor.tag_
    yield f"{kind}, form {form}"
    yield f"{kind}, form {form}, {asked.basis}"
    if kind != "named":
        yield f"{kind}, {min(len(here), 2)} here"
        yield f"{kind}, {min(len(here), 1)} here, {min(len(earlier), 2)} before"
        yield f"{kind}, grammar {asked.is_dated}"
        yield f"{kind}, {asked.basis}, {min(len(here), 1)} here"
        yield f"{kind}, {asked.basis}, {tense}"
        return
    yield from _expression(candidate, asked, tense, published)
    yield from _place(candidate, asked, around)
    yield from _by_grammar(candidate, asked)


def _by_grammar(candidate: Candidate, asked: Asked) -> Iterator[str]:
    """Whether the grammar ties this time to the figure, or another, or none."""
    told, days = asked.grammar, candidate.days
    own = told.happened
    if own is not None and days is not None and (own.first, own.last) == (days.first, days.last):
        yield "grammar"
        yield f"grammar, {asked.basis}"
    elif told.expression is not None and candidate.expression == told.expression:
        yield "grammar"
    elif told.reported is not None and days is not None and days.last == told.reported:
        yield "grammar reported"
    elif asked.is_dated:
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


def _expression(candidate: Candidate, asked: Asked, tense: str, published: date | None) -> Iterator[str]:
    expression, days = candidate.expression, candidate.days
    if expression is None or days is None:
        return
    yield f"bound {expression.bound}"
    yield f"bound {expression.bound}, {asked.basis}"
    yield f"granularity {days.granularity}"
    width = bucket((days.last - days.first).days + 1, _WIDTHS, _BEYOND)
    yield f"width {width}"
    yield f"width {width}, {asked.basis}"
    if published is not None:
        since = (published - days.last).days
        age = bucket(since, _AGES, _BEYOND) if since >= 0 else "ahead"
        yield f"age {age}"
        yield f"age {age}, {asked.basis}"
        yield f"age {age}, tense {tense}"


def _place(candidate: Candidate, asked: Asked, around: _Around) -> Iterator[str]:
    """Where the time stands: how many sentences off, and in its own sentence how near and under which verb."""
    off, here, earlier, tense = _off(candidate, asked), around.here, around.earlier, around.tense
    yield f"off {off}"
    yield f"off {off}, {asked.basis}"
    yield f"off {off}, tense {tense}"
    if candidate.days is not None and candidate.expression is not None:
        yield f"off {off}, granularity {candidate.days.granularity}"
        yield f"off {off}, bound {candidate.expression.bound}"
    token = candidate.token
    if token is None or candidate.span is None:
        return
    verb = governor(token)
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
    return str(off) if off >= -BACK else "lead" if candidate.at < LEAD else "far"


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
