"""A place as the grammar of a sentence ties it to a figure, before any choice."""

from dataclasses import dataclass

from geo.model import ClaimPlace, Place, Role


@dataclass(frozen=True, slots=True)
class Tie:
    """A place in its role.

    Where ``stated`` is False it only follows from the words around, and ``note`` says from what; else ``note`` quotes
    what means it, where that is no name. ``pointed``: a description means it ("the country"), and may mean another.
    """

    place: Place
    role: Role
    stated: bool = True
    note: str | None = None
    pointed: bool = False

    @property
    def use(self) -> ClaimPlace:
        """As the place of a claim that takes it as it is."""
        return ClaimPlace(self.place, self.role, self.stated, self.note)
