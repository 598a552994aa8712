"""What the grammar of its clause says of a figure: whose they are, where, when, how firmly. Evidence for the slots."""

from collections.abc import Mapping
from dataclasses import dataclass

from geo.claims.action import Deed
from geo.claims.counting import Counting
from geo.claims.movement import of_others, places
from geo.claims.people import Counted
from geo.claims.slots import date_question, place_question
from geo.claims.slots.events import counted_since
from geo.claims.status import basis, first_status
from geo.claims.story import Story
from geo.claims.tie import Tie
from geo.claims.timing import Timing, timing
from geo.claims.who import who
from geo.grammar import relations as rel
from geo.model import Action, Basis, Panel, Role, StatusMark

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
            apart=of_others(member, counting.setting) if (member := self.people.member) is not None else frozenset(),
            before=tuple((clause.deed.action, clause.places) for clause in before[-2:]),
        )

    def _where_the_others_are(self, before: "tuple[Clause, ...]") -> tuple[Tie, ...]:
        """Of "300 live in the camp. Some 90 of them arrived this year" the camp, which they arrived in."""
        after = [t.lower_ for t in self.counting.tokens.doc[self.counting.tokens.end :][:2]]
        if self.deed.action is not Action.ARRIVE or after[:1] != ["of"] or after[1:] not in _THEM or not before:
            return ()
        note = "where the others are"
        return tuple(Tie(t.place, Role.TO, stated=False, note=note) for t in before[-1].places if t.role in _STAY)

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


def clause(story: Story, counting: Counting, people: Counted, action: Action) -> Clause:
    """The clause of a figure whose people do ``action``."""
    deed = _deed(counting, action)
    there = story.number_of(deed.anchor, counting.at)
    scene, sentence = story.sentences[there]
    belongs = who(people, deed, scene)
    told = timing(people, deed, sentence, story.before(there), scene)
    statuses = first_status(counting.figure, people.head, deed, sentence, scene)
    return Clause(
        counting, people, deed, belongs, places(people, deed, belongs, scene), told, statuses,
        basis(people, deed, statuses, told),
    )  # fmt: skip


def _deed(counting: Counting, action: Action) -> Deed:
    """The deed with the word that tells it: the grammar's, else the word that governs the figure."""
    if counting.done is not None:
        return Deed(action, counting.done.anchor)
    above = (word for word, part in counting.above if part != rel.CONJUNCT)  # "250 aircraft and 50,000 personnel"
    return Deed(action, next(above, counting.head))
