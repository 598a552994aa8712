"""What holds of people who did not do what is told: those who did not go are still there."""

from dataclasses import replace

from geo.claims.modality import Mood
from geo.model import Action, ClaimPlace, Panel, Role

_GOING = frozenset({Action.FLEE, Action.CROSS, Action.EVACUATE, Action.EXPEL, Action.WITHDRAW, Action.PRESENT})


def told_action(action: Action, panel: Panel, mood: Mood) -> Action | None:
    """The action that is told where the text has ``action`` in a ``mood``; None where nothing is.

    Of "300 have not left" it is that they are present; of "247,000 have yet to return" that they are displaced.
    """
    if mood is Mood.UNREAL:
        return None
    if mood is not Mood.UNDONE:
        return action
    if action is Action.RETURN:
        return Action.DISPLACE if panel is Panel.DISPLACED else Action.PRESENT
    return Action.PRESENT if action in _GOING else None


def still_at(uses: tuple[ClaimPlace, ...], action: Action) -> tuple[ClaimPlace, ...]:
    """Where people are who did not go: where they would have gone from, and not where to.

    ``action`` is what ``told_action`` gives: those who are still displaced are away from where they would return to.
    """
    if action is Action.DISPLACE:
        return tuple(replace(use, role=Role.FROM) if use.role is Role.TO else use for use in uses)
    there = [replace(use, role=Role.AT) if use.role is Role.FROM else use for use in uses]
    return tuple(use for use in there if use.role not in (Role.TO, Role.VIA))
