"""What a person decided about a claim."""

from dataclasses import dataclass, replace
from enum import StrEnum

from geo.model.place import Place
from geo.model.words import Role


class Verdict(StrEnum):
    """What a decision does. UNDO takes back the latest one before it that stands; HIDE takes away a figure that was
    read rightly; NOTE says something about one that stands; MERGE and PART say of two figures whether they tell of one
    movement; ORDER and LABEL choose where a figure stands in lists, and whether the map writes it beside its symbol."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    HIDE = "hide"
    NOTE = "note"
    MERGE = "merge"
    PART = "part"
    ORDER = "order"
    LABEL = "label"
    UNDO = "undo"


OF_TWO = frozenset((Verdict.MERGE, Verdict.PART))
"""What is decided about two figures together; it does not say that anybody has looked at the one or the other."""
CHOICES = {Verdict.ORDER: ("first", "last"), Verdict.LABEL: ("shown", "hidden")}
"""What may stand ``after`` these; None leaves it to the program."""
_UNCHECKING = OF_TWO | CHOICES.keys() | {Verdict.NOTE}


class Field(StrEnum):
    """What of a claim can be corrected."""

    VALUE = "value"
    PLACE = "place"
    DATE = "date"
    SPEAKER = "speaker"
    POPULATION = "population"
    ACTION = "action"
    BASIS = "basis"
    STATUS = "status"
    WHO = "who"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which figure a decision is about, so that it is found again in another reading of the article.

    ``claim`` is its id then; ``work`` the address or the hash of the article; ``words`` the figure as printed, with up
    to 40 characters ``before`` and ``after`` it, and its ``sentence``, white space collapsed.
    """

    claim: str
    work: str
    file: str
    words: str
    before: str
    after: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a collection's decisions.

    ``at`` is ISO 8601 in UTC. ``before`` and ``after`` are in words ("1,200", "Goma", "2021-07-28/2021-07-30"); None
    is "unknown". A correction of the place carries the ``place`` itself and its ``role``, so that no other gazetteer
    changes what was decided. It stands for all places of that role, or, where ``instead`` is a name, for the place of
    that name alone; where it is "", for none: it is a further place.

    Where a missed figure was added, ``after`` are the words of the article that state it, and ``given`` its fields.
    What is decided about two figures is ``about`` the one and names the ``other``.
    """

    id: str
    at: str
    who: str
    verdict: Verdict
    about: Anchor
    field: Field | None = None
    before: str | None = None
    after: str | None = None
    why: str | None = None
    place: Place | None = None
    role: Role | None = None
    instead: str | None = None
    given: tuple[tuple[Field, str], ...] = ()
    other: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What stands decided about a claim of a built collection: the decisions that were not undone, in order."""

    claim: str
    decisions: tuple[Decision, ...]

    @property
    def added(self) -> bool:
        """Whether a person added the figure itself."""
        return any(it.verdict is Verdict.ADD for it in self.decisions)

    @property
    def checked(self) -> tuple[Decision, ...]:
        """What says that somebody has looked at the figure: every decision but notes, choices of order and label, and
        those about two figures."""
        return tuple(it for it in self.decisions if it.verdict not in _UNCHECKING)

    @property
    def tellings(self) -> tuple[Decision, ...]:
        """What was decided about this figure and another, in order."""
        return tuple(it for it in self.decisions if it.verdict in OF_TWO)

    @property
    def note(self) -> Decision | None:
        """The editor's note that stands: the last one."""
        return next((it for it in reversed(self.decisions) if it.verdict is Verdict.NOTE), None)

    def chosen(self, kind: Verdict) -> Decision | None:
        """The choice of that kind (ORDER, LABEL) that stands; None where it is left to the program."""
        last = next((it for it in reversed(self.decisions) if it.verdict is kind), None)
        return last if last is not None and last.after is not None else None

    @property
    def rejected(self) -> bool:
        """Whether it is taken away: as wrongly read, or hidden."""
        kinds = [it.verdict for it in self.checked if it.verdict is not Verdict.CORRECT]
        return bool(kinds) and kinds[-1] in (Verdict.REJECT, Verdict.HIDE)

    @property
    def hidden(self) -> bool:
        """Whether it is taken away though it was read rightly."""
        kinds = [it.verdict for it in self.checked if it.verdict is not Verdict.CORRECT]
        return bool(kinds) and kinds[-1] is Verdict.HIDE

    @property
    def corrected(self) -> tuple[Decision, ...]:
        """The corrections that count: the last one of each field (of each role or place, for places), with what was
        read."""
        found: dict[tuple[str | None, ...], Decision] = {}
        for it in self.decisions:
            if it.verdict is Verdict.CORRECT:
                added = it.after if it.instead == "" else None
                key = (it.field, it.role if it.instead is None else None, it.instead, added)
                first = found.get(key, it)
                found[key] = replace(it, before=first.before)
        return tuple(found.values())
