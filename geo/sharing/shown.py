"""What a view shows: the figures that leave the building."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from geo.dataset.query import Catalogue
from geo.model import Claim
from geo.sharing.picture.dress import PLAIN, Dress
from geo.sharing.view import Camera, View


@dataclass(frozen=True, slots=True)
class Shown:
    """``claims`` of ``catalogue`` in the page's order; ``camera`` is where the map stands, None where it shows all;
    ``dress`` is what was chosen for pictures; ``texts``: the articles go along to be read whole. Their texts belong to
    their publishers, so that has to be asked for: else the sentences of the figures go along, with links."""

    catalogue: Catalogue
    claims: Sequence[Claim]
    camera: Camera | None = None
    dress: Dress = PLAIN
    texts: bool = False

    @classmethod
    def of(cls, view: View, catalogue: Catalogue, only: Container[str] | None = None) -> "Shown":
        """Under a "known on" date the catalogue is that of the day: nothing later is told beside a figure. ``only``: of
        a part of a collection, the figures (ids) for which it was taken; the others are there to stand beside them."""
        day = view.filter.known_on
        known = catalogue.known_by(day) if day else catalogue
        claims = known.select(view.filter)
        return cls(known, claims if only is None else [it for it in claims if it.id in only], view.camera)
