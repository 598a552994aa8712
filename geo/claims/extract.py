"""Article -> claims and other figures: the way of every number of people, from where it stands to what is published.

story        the article as sentences, with the places that it names
counting     every figure, whom the forms say it counts, what the grammar says they do
frames       what it says happens, whether a panel shows it, who does what        (trained choice)
clause       what the grammar ties to it: whose, where, when, how firmly
slots        where, in which role; when                                           (trained choices)
voices       who says so; ``turns`` and ``sequel`` what becomes of it later
identity     one claim a source and telling; the same told again is a repeat
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.articles.blocks import BlockKind
from geo.claims.action import lives_abroad
from geo.claims.clause import Clause, clause
from geo.claims.counting import Counting, countings, is_built
from geo.claims.frames.decide import Decision, decide
from geo.claims.identity import distinct, merged
from geo.claims.modality import denial, is_unreal
from geo.claims.movement import held_places
from geo.claims.people import Counted
from geo.claims.sequel import sequel
from geo.claims.setting import Setting
from geo.claims.slots import dates, places, speakers
from geo.claims.status import first_status
from geo.claims.story import Story, story
from geo.claims.territory import HeldShare, held_shares, holder
from geo.claims.timing import stands_for
from geo.claims.turns import later_statuses
from geo.claims.version import version
from geo.claims.voices import attribution
from geo.language import Passage
from geo.model import (
    Article,
    Attribution,
    Basis,
    Claim,
    Evidence,
    Figure,
    Frame,
    How,
    Panel,
    Population,
    Qualifier,
    Quantity,
    Role,
    Span,
    Toponym,
    When,
)
from geo.places.gazetteer import Gazetteer

_TOLD = (BlockKind.PROSE, BlockKind.CAPTION, BlockKind.ROW)
"""Kinds of blocks whose figures are claims; a headline's figure is the story's, told again."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an article claims, and the numbers of people that no panel shows."""

    claims: tuple[Claim, ...]
    others: tuple[Figure, ...]


def claims(article: Article, passages: Sequence[Passage], toponyms: tuple[Toponym, ...], gazetteer: Gazetteer) -> Found:
    """Every figure about people in ``article``, in reading order; the same claim printed twice comes once."""
    told = story(article, passages, toponyms, gazetteer)
    found = sorted((*_territory(told), *_people(told)), key=lambda each: each.quantity.span)
    shown = _headlined(merged([each for each in found if isinstance(each, Claim)]), told)
    return Found(tuple(distinct(article, shown)), tuple(each for each in found if isinstance(each, Figure)))


def _headlined(shown: list[Claim], told: Story) -> list[Claim]:
    """The headline's figure is the first of the same number that the text tells, printed once more."""
    for counting in countings(told.sentences):
        figure = counting.figure
        if counting.setting.passage.kind is BlockKind.TITLE and not is_built(counting):
            of = next((at for at, it in enumerate(shown) if _same_number(it.quantity, figure)), None)
            if of is not None:
                shown[of] = replace(shown[of], repeats=(*shown[of].repeats, figure.span))
    return shown


def _same_number(one: Quantity, other: Quantity) -> bool:
    """Whether the numbers agree, however they are qualified: "Some 24,000" over "24,000 people"."""
    return one.middle == other.middle and (one.qualifier is Qualifier.VAGUE) == (other.qualifier is Qualifier.VAGUE)


def _people(told: Story) -> Iterator[Claim | Figure]:
    before: list[Clause] = []
    for counting in countings(told.sentences):
        if counting.setting.passage.kind in _TOLD:
            found = _housing(told, counting) if is_built(counting) else _figure(told, counting, before)
            if found is not None:
                yield found


def _housing(told: Story, counting: Counting) -> Claim | None:
    people, done = counting.people, counting.done
    if people is None or done is None or people.whole or is_unreal(done.anchor):
        return None
    grammar = clause(told, counting, people, done.action)
    decision = Decision(Frame.RUINED, 1.0, Panel.OTHER, done.action, Population.HOUSING)
    is_stock = grammar.basis is Basis.STOCK
    as_of = stands_for(people, done, grammar.timing, told.article.published) if is_stock else grammar.timing.as_of
    claim = replace(
        _claim(told, grammar, decision),
        places=grammar.places,
        happened=None if is_stock else grammar.timing.happened,
        as_of=as_of,
    )
    return replace(claim, statuses=later_statuses(claim, counting.at, told.turns))


def _figure(told: Story, counting: Counting, before: list[Clause]) -> Claim | Figure | None:
    """The claim of a figure that a panel shows; another number of people as what it is; else nothing.

    ``before`` are the clauses of the claims before it, and gets its own.
    """
    decision = decide(counting, told.beside(counting.at))
    people = counting.people or Counted(counting.head, (), decision.population)
    if people.whole or decision.frame is None:
        return None
    if decision.panel is None:
        sentence = counting.setting.passage.span(counting.sentence.start_char, counting.sentence.end_char)
        return Figure(counting.figure, people.words, decision.frame, decision.sure, sentence)
    grammar = clause(told, counting, people, decision.action)
    if is_unreal(grammar.deed.anchor) and denial(grammar.deed.anchor) is None:
        return None  # what is merely demanded, supposed or said not to be is not told
    where, considered = places.choose(grammar.where(decision.panel, tuple(before)), told.names)
    before.append(grammar)
    happened, as_of, dated = _dated(told, grammar, decision.panel)
    claim = replace(
        _claim(told, grammar, decision),
        places=where,
        considered=considered,
        happened=happened,
        as_of=as_of,
        dated=dated,
    )
    if lives_abroad(people, grammar.deed) and not _is_abroad(claim, counting.setting):
        return None
    return replace(claim, statuses=later_statuses(claim, counting.at, told.turns))


def _claim(told: Story, grammar: Clause, decision: Decision) -> Claim:
    """The claim of a clause, without its places and dates."""
    counting, people = grammar.counting, grammar.people
    setting, figure, at = counting.setting, counting.figure, counting.at
    source, spoken = _speaker(told, grammar, decision.panel)
    return Claim(
        id="",
        article=told.article.id,
        span=Span(figure.span.start, max(figure.span.end, setting.span([people.head]).end)),
        sentence=setting.passage.span(counting.sentence.start_char, counting.sentence.end_char),
        quantity=figure,
        counted=people.words,
        population=decision.population or Population.DISPLACED,
        basis=grammar.basis,
        action=decision.action,
        who=grammar.who,
        places=(),
        happened=None,
        as_of=None,
        reported=grammar.timing.reported,
        attribution=source,
        statuses=grammar.statuses,
        origin=version(),
        sequel=sequel(told.sentences[at], told.after(at), people, grammar.deed),
        form=counting.form,
        frame=decision.frame or Frame.OTHER,
        sure=decision.sure,
        spoken=spoken,
    )


def _dated(told: Story, grammar: Clause, panel: Panel) -> tuple[When | None, date | None, Evidence | None]:
    """When it happened, the day that a count stands for, and what that rests on."""
    timing, published = grammar.timing, told.article.published
    if grammar.people.compared:
        return None, timing.as_of, None
    if timing.expression is not None and (timing.happened or timing.as_of) is not None:
        return _as_tied(grammar, published)
    found, evidence = dates.choose(grammar.when(panel), told.times)
    if found.days is None:
        return None, None, None
    if grammar.basis is Basis.STOCK or found.kind == "publication":
        last = found.days.last
        return None, min(last, published) if published is not None else last, evidence
    return found.days, None, evidence


def _as_tied(grammar: Clause, published: date | None) -> tuple[When | None, date | None, Evidence | None]:
    """As ``_dated`` where the grammar ties a time to the deed ("had fled by Sunday" is a count up to that day)."""
    tied = Evidence(How.SENTENCE, 1.0)
    if grammar.basis is Basis.STOCK:
        return None, stands_for(grammar.people, grammar.deed, grammar.timing, published), tied
    return grammar.timing.happened, grammar.timing.as_of, tied


def _speaker(told: Story, grammar: Clause, panel: Panel | None) -> tuple[Attribution | None, Evidence | None]:
    """Who says so, and where that stands: what the clause tells, else the likeliest of those who speak beside it."""
    at = grammar.counting.at
    source = attribution(grammar.people.head, at, told.sentences)
    if source is not None or panel is None:
        return source, _spoken(source, at, told)
    chosen = speakers.choose(speakers.Asked(at, grammar.deed.anchor, panel), told.sentences)
    if chosen is None:
        return None, None
    found = _spoken(chosen[0], at, told)
    return chosen[0], replace(found, sure=chosen[1]) if found is not None else None


def _spoken(source: Attribution | None, at: int, told: Story) -> Evidence | None:
    """Where the words stand that name the speaker."""
    if source is None:
        return None
    setting, sentence = told.sentences[at]
    here = setting.passage.span(sentence.start_char, sentence.end_char)
    if here.holds(source.span):
        return Evidence(How.SENTENCE, 1.0, source.span)
    if setting.passage.span(0, len(setting.passage.text)).holds(source.span):
        return Evidence(How.PARAGRAPH, 1.0, source.span)
    return Evidence(How.EARLIER if source.span.start < here.start else How.LATER, 1.0, source.span)


def _territory(told: Story) -> Iterator[Claim]:
    for at, (setting, sentence) in enumerate(told.sentences):
        if setting.passage.kind in _TOLD:
            for share in held_shares(setting, sentence):
                yield _held(told, at, share)


def _held(told: Story, at: int, share: HeldShare) -> Claim:
    setting, sentence = told.sentences[at]
    span = setting.passage.span(*share.characters)
    figure = replace(share.quantity, span=span, words=span.of(told.article.text))
    source = attribution(share.held, at, told.sentences)
    claim = Claim(
        id="",
        article=told.article.id,
        span=figure.span,
        sentence=setting.passage.span(sentence.start_char, sentence.end_char),
        quantity=figure,
        counted=share.counted,
        population=Population.TERRITORY,
        basis=Basis.STOCK,
        action=share.deed.action,
        who=holder(share),
        places=held_places(share.held, setting),
        happened=None,
        as_of=told.article.published,
        reported=None,
        attribution=source,
        statuses=first_status(figure, share.deed, sentence, setting),
        origin=version(),
        form="share of territory",
        frame=Frame.HELD,
        spoken=_spoken(source, at, told),
    )
    return replace(claim, statuses=later_statuses(claim, at, told.turns))


def _is_abroad(claim: Claim, setting: Setting) -> bool:
    """Whether the people are nationals of one country and the places lie in others."""
    home = setting.gazetteer.country(claim.who) if claim.who else None
    there = {code for use in claim.places if use.role is Role.AT for code in use.place.countries}
    return home is not None and bool(there) and not there & set(home.countries)
