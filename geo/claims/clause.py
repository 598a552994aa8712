"""What the grammar of its clause says of a figure: whose they are, where, when, how firmly. Evidence for the slots."""

from dataclasses import dataclass

from geo.claims.action import Deed
from geo.claims.counting import Counting
from geo.claims.movement import places
from geo.claims.people import Counted
from geo.claims.slots import date_question, place_question
from geo.claims.status import basis, first_status
from geo.claims.story import Story
from geo.claims.tie import Tie
from geo.claims.timing import Timing, timing
from geo.claims.who import who
from geo.model import Action, Basis, Panel, StatusMark


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

    def where(self, panel: Panel, before: "tuple[Clause, ...]") -> place_question.Asked:
        """The question for its places; ``before`` are the clauses of the figures before it, the newest last."""
        counting = self.counting
        home = counting.setting.gazetteer.country(self.who) if self.who else None
        return place_question.Asked(
            at=counting.at,
            start=counting.figure.span.start,
            sentence=counting.sentence,
            figure=counting.tokens,
            head=self.people.head,
            panel=panel,
            deed=self.deed,
            grammar=tuple(tie for tie in self.places if not tie.pointed),
            pointed=tuple(tie for tie in self.places if tie.pointed),
            home=home,
            before=tuple((clause.deed.action, clause.places) for clause in before[-2:]),
        )

    def when(self, panel: Panel) -> date_question.Asked:
        """The question for its date."""
        return date_question.Asked(
            at=self.counting.at,
            start=self.counting.figure.span.start,
            deed=self.deed,
            panel=panel,
            basis=self.basis,
            grammar=self.timing,
            since_event=date_question.is_since_event(self.deed.anchor),
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
    return Deed(action, counting.above[0][0] if counting.above else counting.head)
