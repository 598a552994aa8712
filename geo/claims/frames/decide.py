"""The frame of each figure, whether a panel publishes it, and what its people do: trained choices over its features."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geo.claims.action import population
from geo.claims.already import is_there_already
from geo.claims.choice import Choice, Features, Meaning, trained
from geo.claims.counting import Counting
from geo.claims.forms.recounted import is_counted_again
from geo.claims.frames import calling, harm, held
from geo.claims.frames.features import features
from geo.claims.frames.meaning import meaning
from geo.claims.frames.surroundings import Surroundings
from geo.claims.frames.together import told_with
from geo.claims.people import is_known
from geo.grammar import child
from geo.grammar import relations as rel
from geo.model import Action, Frame, Panel, Population

PUBLISHED = 0.6
"""How probable it must be that a figure counts troops or displaced people, and that what happens is a panel's to show.

Both questions are asked of choices that are learned from different sets; their geometric mean counts. Measured over
conflicts left out: at .55 precision .866 and recall .912, at .6 .885 and .903, at .65 .898 and .876.
"""
CERTAIN = 0.9
"""How probable a deed must be to stand against what the grammar reads in the verb."""
POSSIBLE = 0.05
"""How probable a deed must be to be weighed where the places of a figure are sought."""
HARMED = 0.25
"""How probable it may be that people are dead, wounded, captured or missing, for a panel to show them."""
PLANNED = 0.6
"""How probable it must be that a plan is told, for a figure of which the grammar hears none.

Of the figures that may be looked at and that the grammar tells plainly 31 are from here on; 29 are plans or pledges.
"""
_HARM = (Frame.KILLED, Frame.WOUNDED, Frame.CAPTURED, Frame.MISSING)
_NOT_OF_PEOPLE = (Action.UNSTATED, Action.CONTROL, Action.DESTROY, Action.DAMAGE)
"""What the grammar reads in a verb and no panel tells of people."""
_LASTING = (Action.PRESENT, Action.HOST, Action.EXERCISE)
"""What people do who are there already."""
NOBODY = "nobody"
"""The label of figures that count no people."""
FRAME_OF = {
    Action.EXERCISE: Frame.EXERCISE,
    Action.PRESENT: Frame.PRESENT,
    Action.HOST: Frame.HOSTED,
    Action.ACCEPT: Frame.HOSTED,
    Action.RETURN: Frame.RETURNED,
    Action.RECRUIT: Frame.RECRUITED,
}
"""What is said to happen where people do this; of any other deed, that they moved."""
_PUBLIC = frozenset(
    {Frame.MOVED, Frame.PRESENT, Frame.EXERCISE, Frame.HOSTED, Frame.PLANNED, Frame.LEFT_BEHIND, Frame.RETURNED,
     Frame.RECRUITED}
)  # fmt: skip
"""Frames that a panel shows; the others are known, and kept out."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a figure says happens, how probable it is, and who does what where a panel shows it.

    ``frame`` is None where it counts no people; ``panel`` is None where no panel shows it.
    """

    frame: Frame | None
    sure: float
    panel: Panel | None
    action: Action
    population: Population | None
    ahead: bool = False
    """Whether it is in all likelihood a plan."""
    deeds: Mapping[Action, float] = field(default_factory=dict)
    """What else its people may do: the deeds that are possible, each with how probable it is."""


_UNSHOWN = Decision(Frame.OTHER, 1.0, None, Action.UNSTATED, None)
"""People whom no panel shows."""


def decide(counting: Counting, around: Surroundings) -> Decision:
    """The decision on a figure."""
    if (first := _counted_first(counting)) is not None:
        told = _decide(_ask(first, around))
        if told.panel is None:  # "2,000 were killed, he said, putting the number at 2,300": no more a panel's
            return told
    if (beside := _thing_beside(counting)) is not None and _decide(_ask(beside, around)).panel is None:
        return Decision(None, 1.0, None, Action.UNSTATED, None)
    asked = _ask(counting, around)
    if (other := told_with(counting)) is not None:
        told = _decide(_ask(other, around))
        if told.panel is not None and not _is_harmed(_frames(asked)):
            return replace(told, population=_population(asked, told.panel, asked.told(told.panel)))
    return _decide(asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure with what is known of it."""

    counting: Counting
    around: Surroundings
    known: Features
    meant: Meaning

    def told(self, panel: Panel) -> tuple[Features, Meaning]:
        """What is known of it as a figure of ``panel``."""
        return told_features(self.counting, self.around, panel, self.known), self.meant


def _ask(counting: Counting, around: Surroundings) -> _Asked:
    return _Asked(counting, around, features(counting, around), meaning(counting, around))


def _counted_first(counting: Counting) -> Counting | None:
    """The figure of the sentence that somebody counts once more by this one; of several the last."""
    before = counting.before
    if before is None or before.at != counting.at or not is_counted_again(counting.tokens.root):
        return None
    return None if is_counted_again(before.tokens.root) else before


def _thing_beside(counting: Counting) -> Counting | None:
    """The figure before, where both count what no form knows as people: "9,000 shelters and 7,000 kitchens"."""
    before, noun = counting.before, counting.noun
    if before is None or before.at != counting.at or noun is None or before.noun is None:
        return None
    joined = noun.dep_ == rel.CONJUNCT and noun.head == before.noun
    return before if joined and _is_unknown(counting) and _is_unknown(before) else None


def _is_unknown(counting: Counting) -> bool:
    """Whether what is counted bears no name of people, nor any name."""
    noun = counting.noun
    return counting.people is None and noun is not None and noun.pos_ == "NOUN" and not is_known(noun)


def _decide(asked: _Asked) -> Decision:
    if held.is_held(asked.counting):
        return _UNSHOWN
    chances = trained("panel").chances(asked.known, asked.meant)
    panel = max((Panel.TROOPS, Panel.DISPLACED), key=lambda p: chances[p])
    frames = _frames(asked)
    if held.is_no_soldier(asked.counting, panel):
        return _UNSHOWN
    public = sum(chance for name, chance in frames.items() if name in _PUBLIC)
    shown = math.sqrt((chances[Panel.TROOPS] + chances[Panel.DISPLACED]) * public)
    if shown < PUBLISHED or _is_harmed(frames) or harm.is_told(asked.counting) or held.is_of_things(asked.counting):
        frame = max((name for name in frames if name not in _PUBLIC), key=lambda name: frames[name])
        return Decision(None if frame == NOBODY else Frame(frame), round(1 - shown, 3), None, Action.UNSTATED, None)
    told = asked.told(panel)
    deeds = deeds_of(told, trained("action"))
    action = _staying(asked.counting, panel, action_of(asked.counting, panel, deeds))
    who = _population(asked, panel, told)
    ahead = frames.get(Frame.PLANNED, 0.0) >= PLANNED
    return Decision(_frame(frames, action), round(shown, 3), panel, action, who, ahead, deeds)


def _frames(asked: _Asked) -> dict[str, float]:
    return trained("frame").chances(asked.known, asked.meant)


def _is_harmed(frames: dict[str, float]) -> bool:
    return sum(frames.get(name, 0.0) for name in _HARM) >= HARMED


def _frame(frames: dict[str, float], action: Action) -> Frame:
    likeliest = Frame(max((name for name in frames if name in _PUBLIC), key=lambda name: frames[name]))
    return likeliest if likeliest in (Frame.PLANNED, Frame.LEFT_BEHIND) else FRAME_OF.get(action, Frame.MOVED)


def told_features(counting: Counting, around: Surroundings, panel: Panel, known: Features) -> Features:
    """What is known of a figure of ``panel`` before it is decided what its people do and who they are."""
    return {**known, f"panel {panel}": 1.0, **calling.features(counting, around)}


def deeds_of(told: tuple[Features, Meaning], choice: Choice) -> dict[Action, float]:
    """What people of whom ``told`` is known may do, the likeliest first: each deed with its chance."""
    chances = choice.chances(*told)
    ranked = sorted(chances, key=lambda name: -chances[name])
    return {Action(name): chances[name] for name in ranked if chances[name] >= POSSIBLE or name == ranked[0]}


def action_of(counting: Counting, panel: Panel, deeds: Mapping[Action, float]) -> Action:
    """What the grammar reads in the verb, where it reads something that people of the panel do, unless another deed is
    all but certain; else the likeliest."""
    done, people = counting.done, counting.people
    likeliest = next(iter(deeds))
    if people is not None and people.whole and panel is Panel.TROOPS and likeliest is Action.WITHDRAW:
        own = child(people.head, rel.RELATIVE_CLAUSE, rel.PARTICIPLE_CLAUSE)
        return Action.PRESENT if own is None else likeliest  # "half of the 900 soldiers have left", not "who left"
    if done is None or people is None or done.action in _NOT_OF_PEOPLE:
        return likeliest
    who = people.population or population(people, done)
    return done.action if deeds[likeliest] < CERTAIN and who.panel is panel else likeliest


def _staying(counting: Counting, panel: Panel, action: Action) -> Action:
    """What is done by people who are there already: that they are, whatever is done about them."""
    if action in _LASTING or not is_there_already(counting.head):
        return action
    return Action.PRESENT if panel is Panel.TROOPS else Action.HOST


def _population(asked: _Asked, panel: Panel, told: tuple[Features, Meaning]) -> Population:
    """Who they are: by their noun where it says so, in an article that names nobody so by what they do, else the
    likeliest of the panel."""
    if panel is Panel.TROOPS:
        return Population.TROOPS
    people = asked.counting.people
    named = people.population if people is not None else None
    if named is not None and named.panel is panel:
        return named
    done = asked.counting.done
    if people is not None and done is not None and people.level is None and not calling.is_told(asked.around.called):
        who = population(people, done)
        if who.panel is panel:
            return who
    chances = trained("population").chances(*told)
    return Population(max((p for p in chances if p != Population.TROOPS), key=lambda name: chances[name]))
