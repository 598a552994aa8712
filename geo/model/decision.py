"""What a person decided about a claim."""

from dataclasses import dataclass, replace
from enum import StrEnum

from geo.model.place import Place
from geo.model.words import Role


class Verdict(StrEnum):
    """What a decision does. UNDO takes back the latest one before it that stands."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    UNDO = "undo"


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
    def rejected(self) -> bool:
        kinds = [it.verdict for it in self.decisions if it.verdict is not Verdict.CORRECT]
        return bool(kinds) and kinds[-1] is Verdict.REJECT

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
