"""What the grammar of its clause says of a figure: whose they are, where, when, how firmly. Evidence for the slots."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.claims.action import Deed, reading_of
from geo.claims.already import is_there_already
from geo.claims.contingents import whose
from geo.claims.counting import Counting
from geo.claims.lists.dated import own_date
from geo.claims.movement import of_others, places
from geo.claims.people import Counted
from geo.claims.plans import comes_after
from geo.claims.setting import Setting
from geo.claims.slots import date_question, place_question
from geo.claims.slots.events import counted_since
from geo.claims.status import basis, first_status
from geo.claims.story import Story
from geo.claims.tie import Tie
from geo.claims.timing import Timing, of_member, timing
from geo.claims.who import who
from geo.grammar import SUBJECTS, child, children
from geo.grammar import relations as rel
from geo.model import Action, Basis, Panel, Role, Status, StatusMark, When
from geo.times import Bound

if TYPE_CHECKING:
    from spacy.tokens import Token

_THEM = (["them"], ["these"], ["those"])
_STAY = (Role.AT, Role.TO)


@dataclass(frozen=True, slots=True)
class Clause:
    """A figure's people and deed with all that the grammar ties to them."""

    counting: Counting
    people: Counted
    deed: Deed
    who: str | None
    places: tuple[Tie, ...]
    timing: Timing
    statuses: tuple[StatusMark, ...]
    basis: Basis

    def where(self, panel: Panel, before: "tuple[Clause, ...]", deeds: Mapping[Action, float]) -> place_question.Asked:
        """The question for its places; ``before`` are the clauses of the figures before it, the newest last, and
        ``deeds`` what its people may do, each with its chance."""
        counting = self.counting
        home = counting.setting.gazetteer.country(self.who) if self.who else None

        def may_differ(tie: Tie) -> bool:
            """False for the country that is told to be left by its own people: "500 Ghanaians fled the country"."""
            leave = panel is Panel.DISPLACED and tie.role is Role.FROM
            return tie.pointed and not (leave and tie.place == home)

        return place_question.Asked(
            at=counting.at,
            start=counting.figure.span.start,
            sentence=counting.sentence,
            figure=counting.tokens,
            head=self.people.head,
            panel=panel,
            deed=self.deed,
            deeds=deeds,
            grammar=tuple(tie for tie in self.places if not may_differ(tie)) or self._where_the_others_are(before),
            pointed=tuple(tie for tie in self.places if may_differ(tie)),
            home=home,
            apart=self._of_others(),
            before=tuple((clause.deed.action, clause.places) for clause in before[-2:]),
        )

    def _of_others(self) -> frozenset[str]:
        """The ids of the places that a list gives to others, or that only say whose soldiers these are."""
        member, setting = self.people.member, self.counting.setting
        others = of_others(member, setting) if member is not None else frozenset()
        return others | whose(self.people, self.deed, setting)

    def _where_the_others_are(self, before: "tuple[Clause, ...]") -> tuple[Tie, ...]:
        """Of "300 live in the camp. Some 90 of them arrived this year" the camp, which they arrived in."""
        after = [t.lower_ for t in self.counting.tokens.doc[self.counting.tokens.end :][:2]]
        if self.deed.action is not Action.ARRIVE or after[:1] != ["of"] or after[1:] not in _THEM or not before:
            return ()
        note = "where the others are"
        return tuple(Tie(t.place, Role.TO, stated=False, note=note) for t in before[-1].places if t.role in _STAY)

    def is_to_come(self, published: date | None, happened: When | None, as_of: date | None) -> bool:
        """Whether the day that is chosen for a figure makes a plan of what is plainly told."""
        chosen = self.timing.expression is None and not self.statuses
        return chosen and comes_after(published, self.deed.anchor, happened, as_of)

    def when(self, panel: Panel) -> date_question.Asked:
        """The question for its date."""
        return date_question.Asked(
            at=self.counting.at,
            start=self.counting.figure.span.start,
            deed=self.deed,
            panel=panel,
            basis=self.basis,
            grammar=self.timing,
            since_event=counted_since(self.deed.anchor),
        )


def clause(story: Story, counting: Counting, people: Counted, action: Action, *, ahead: bool = False) -> Clause:
    """The clause of a figure whose people do ``action``; ``ahead``: in all likelihood they are still to do it."""
    deed = _deed(counting, action)
    there = story.number_of(deed.anchor, counting.at)
    scene, sentence = story.sentences[there]
    belongs = who(people, deed, scene)
    own = own_date(counting.tokens, counting.sentence)
    told = of_member(*own, scene) if own is not None else timing(people, deed, sentence, story.before(there), scene)
    statuses = first_status(counting.figure, people.head, deed, sentence, scene)
    kind = basis(people, deed, statuses, told)
    to_come = _is_dated_ahead(told, deed, scene) or (ahead and not _is_over(told, scene))
    if to_come and not statuses and kind is not Basis.CAPACITY and not is_there_already(people.head):
        statuses = (StatusMark(Status.PLANNED, scene.passage.span(sentence.start_char, sentence.end_char)),)
        kind = basis(people, deed, statuses, told)
    return Clause(
        counting, people, deed, belongs, places(people, deed, belongs, scene), told, statuses, kind
    )  # fmt: skip


def _is_dated_ahead(told: Timing, deed: Deed, scene: Setting) -> bool:
    """Whether the grammar ties it to a day that is still to come; who is somewhere until then is there already."""
    until = told.expression is not None and told.expression.bound is Bound.UNTIL
    return not until and comes_after(scene.published, deed.anchor, told.happened, told.as_of)


def _is_over(told: Timing, scene: Setting) -> bool:
    """Whether the grammar ties it to a day before that on which it was printed."""
    return scene.published is not None and told.happened is not None and told.happened.last < scene.published


def _deed(counting: Counting, action: Action) -> Deed:
    """The deed with the word that tells it: the grammar's, else the word that governs the figure."""
    if counting.done is not None:
        return Deed(action, counting.done.anchor)
    above = (word for word, part in counting.above if part != rel.CONJUNCT)  # "250 aircraft and 50,000 personnel"
    return Deed(action, _told_by(next(above, counting.head), action))


def _told_by(word: "Token", action: Action) -> "Token":
    """Of two verbs with one subject the one that tells the ``action``: "are with the brigade and will deploy to"."""
    joined = children(word, rel.CONJUNCT) if word.lemma_ == "be" else ()
    second = (verb for verb in joined if child(verb, *SUBJECTS) is None)
    return next((verb for verb in second if (read := reading_of(verb)) is not None and read.action is action), word)
