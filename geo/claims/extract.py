"""Article -> claims and other figures: the way of every number of people, from where it stands to what is published.

story        the article as sentences, with the places that it names
counting     every figure, whom the forms say it counts, what the grammar says they do
frames       what it says happens, whether a panel shows it, who does what        (trained choice)
clause       what the grammar ties to it: whose, where, when, how firmly
slots        where, in which role; when                                           (trained choices)
speaker      who says so (``voices``, ``slots``); ``turns`` and ``sequel`` what becomes of it later
identity     one claim a source and telling; the same told again is a repeat
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.articles.kinds import BlockKind
from geo.claims.action import lives_abroad
from geo.claims.clause import Clause, clause
from geo.claims.counting import Counting, countings, is_built
from geo.claims.dating import date_of
from geo.claims.forms.description import printed
from geo.claims.frames.decide import Decision, decide
from geo.claims.headline import headlined
from geo.claims.identity import distinct, merged
from geo.claims.modality import Mood, denial, is_unreal, mood
from geo.claims.people import Counted
from geo.claims.sequel import sequel
from geo.claims.setting import Setting
from geo.claims.slots import places
from geo.claims.speaker import speaker
from geo.claims.story import TOLD, Story, story
from geo.claims.territory import statements
from geo.claims.timing import stands_for
from geo.claims.turns import later_statuses
from geo.claims.undone import still_at, told_action
from geo.claims.version import version
from geo.language import Passage
from geo.model import (
    Action,
    Article,
    Basis,
    Claim,
    Figure,
    Frame,
    How,
    Panel,
    Population,
    Quantity,
    Role,
    Span,
    Toponym,
)
from geo.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class Found:
    """What an article claims, and the numbers of people that no panel shows."""

    claims: tuple[Claim, ...]
    others: tuple[Figure, ...]


def claims(article: Article, passages: Sequence[Passage], toponyms: tuple[Toponym, ...], gazetteer: Gazetteer) -> Found:
    """Every figure about people in ``article``, in reading order; the same claim printed twice comes once."""
    told = story(article, passages, toponyms, gazetteer)
    counted = tuple(countings(told.sentences))
    found = sorted((*statements(told), *_people(told, counted)), key=lambda each: each.quantity.span)
    shown = headlined(merged([each for each in found if isinstance(each, Claim)]), _headlines(told, counted))
    return Found(tuple(distinct(article, shown)), tuple(each for each in found if isinstance(each, Figure)))


def _headlines(told: Story, counted: Sequence[Counting]) -> Iterator[tuple[Quantity, Claim | None]]:
    """The figures of the headline, each with what it claims by itself."""
    for counting in counted:
        if counting.setting.passage.kind is BlockKind.TITLE and not is_built(counting):
            found = _figure(told, counting, [])
            yield counting.figure, found if isinstance(found, Claim) else None


def _people(told: Story, counted: Sequence[Counting]) -> Iterator[Claim | Figure]:
    before: list[Clause] = []
    for counting in counted:
        if counting.setting.passage.kind in TOLD:
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
        places=tuple(tie.use for tie in grammar.places),
        happened=None if is_stock else grammar.timing.happened,
        as_of=as_of,
    )
    return replace(claim, statuses=later_statuses(claim, counting.at, told.turns))


def _figure(told: Story, counting: Counting, before: list[Clause]) -> Claim | Figure | None:
    """The claim of a figure that a panel shows; another number of people as what it is; else nothing.

    ``before`` are the clauses of the claims before it, and gets its own.
    """
    decision = decide(counting, told.around(counting.at))
    panel = decision.panel
    noun = printed(counting.tokens, counting.noun, named=counting.noun_by == "above")
    people = counting.people or Counted(counting.head, noun, decision.population)
    if decision.frame is None:
        return None
    if panel is None:
        sentence = counting.setting.passage.span(counting.sentence.start_char, counting.sentence.end_char)
        return Figure(counting.figure, people.words, decision.frame, decision.sure, sentence)
    grammar = clause(told, counting, people, decision.action, ahead=decision.ahead)
    found = Mood.TOLD if denial(grammar.deed.anchor) is not None else mood(grammar.deed.anchor, people.head)
    action = told_action(decision.action, panel, found)
    if action is None:
        return None
    if action is not decision.action:
        decision = replace(decision, action=action)
        grammar = clause(told, counting, people, action, ahead=decision.ahead)
    where, considered = places.choose(grammar.where(panel, tuple(before), decision.deeds), told.names)
    is_rest = people.whole and action is Action.PRESENT  # "half of the 900 soldiers have left"
    where = still_at(where, action) if found is Mood.UNDONE or is_rest else where
    before.append(grammar)
    happened, as_of, dated = date_of(told, grammar, panel)
    if dated is not None and dated.how is How.SENTENCE and grammar.is_to_come(told.times.today, happened, as_of):
        grammar = clause(told, counting, people, decision.action, ahead=True)
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
    source, spoken = speaker(told, grammar)
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


def _is_abroad(claim: Claim, setting: Setting) -> bool:
    """Whether the people are nationals of one country and the places lie in others."""
    home = setting.gazetteer.country(claim.who) if claim.who else None
    there = {code for use in claim.places if use.role is Role.AT for code in use.place.countries}
    return home is not None and bool(there) and not there & set(home.countries)
