"""Make a decision about a figure of a built collection: what stood there, what is to stand, who and why."""

from dataclasses import dataclass, fields
from typing import Any

from geo.collections.apply import anchor
from geo.collections.corrections import checked, now
from geo.collections.decisions import new_id
from geo.collections.decisions import now as this_moment
from geo.errors import DecisionError
from geo.limits import DECISION_WHY
from geo.model import Article, Claim, Place, PlaceKind, Precision, Role
from geo.model.decision import Decision, Field, Verdict

UNKNOWN = "unknown"
"""The word for a place, a date or a speaker that the article does not give."""
_MAY_BE_UNKNOWN = (Field.PLACE, Field.DATE, Field.SPEAKER)


def verdict(kind: Verdict, claim: Claim, article: Article, *, who: str, why: str | None = None) -> Decision:
    """Accept, reject, or undo the latest decision about ``claim``."""
    return Decision(new_id(), this_moment(), who, kind, anchor(claim, article), why=_said(why))


@dataclass(frozen=True, slots=True)
class Change:
    """What is to stand in a field, in ``words``; for a place the ``place`` (None with ``UNKNOWN``) and its ``role``.

    Without a role it takes the one of the claim's only place, else "at".
    """

    field: Field
    words: str
    place: Place | None = None
    role: Role | None = None


def correction(claim: Claim, article: Article, change: Change, *, who: str, why: str | None = None) -> Decision:
    """Put a field of ``claim`` right. Raises DecisionError for words that are no value of it."""
    field, words, place, role = change.field, change.words, change.place, change.role
    after = None if words == UNKNOWN and field in _MAY_BE_UNKNOWN else checked(field, words)
    if field is Field.PLACE:
        roles = {used.role for used in claim.places}
        role = role or (next(iter(roles)) if len(roles) == 1 else None if place is None else Role.AT)
        after = place.name if place is not None else None
    return Decision(
        new_id(),
        this_moment(),
        who,
        Verdict.CORRECT,
        anchor(claim, article),
        field=field,
        before=now(claim, field, role),
        after=after,
        why=_said(why),
        place=place,
        role=role if field is Field.PLACE else None,
    )


def place_of(raw: dict[str, Any]) -> Place:
    """The place of a candidate as a geocoder gives it (``Location.raw``)."""
    return Place(**{field.name: raw[field.name] for field in fields(Place)})


def place_by_hand(name: str, lat: float, lon: float) -> Place:
    """A place that no gazetteer has. Raises DecisionError for a position that is none."""
    words = " ".join(name.split())[:200]
    if not (-90 <= lat <= 90 and -180 <= lon <= 180) or not words:
        remedy = "Give latitude and longitude in degrees: --at 37.28,68.65"
        raise DecisionError("is no position", where=f"{lat},{lon}", remedy=remedy)
    spot = f"hand:{lat:.4f},{lon:.4f}"
    return Place(spot, words, PlaceKind.SITE, Precision.POINT, (), lat, lon, "entered by hand")


def _said(why: str | None) -> str | None:
    words = " ".join((why or "").split())[:DECISION_WHY]
    return words or None
