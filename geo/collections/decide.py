"""Make a decision about a figure of a built collection: what stood there, what is to stand, who and why."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Any

from geo.collections.added import bare
from geo.collections.apply import anchor
from geo.collections.corrections import checked, now
from geo.collections.decisions import new_id
from geo.collections.decisions import now as this_moment
from geo.collections.particulars import Deed, Edit, Particular, which
from geo.collections.particulars import checked as checked_particular
from geo.collections.particulars import now as particular
from geo.errors import DecisionError
from geo.limits import DECISION_WHY, STORE_FIGURES
from geo.model import Article, Claim, Place, PlaceKind, Precision, Role, Span
from geo.model.decision import CHOICES, Decision, Field, Verdict

UNKNOWN = "unknown"
"""The word for a place, a date, a speaker or a people that the article does not give."""
AUTO = "auto"
"""The word for a choice that is left to the program."""
WIDEST_KM = 1_000
"""Of a place by hand: what is wider is a country or a region, which the gazetteer has."""
_MAY_BE_UNKNOWN = (Field.PLACE, Field.DATE, Field.SPEAKER, Field.WHO)


def verdict(kind: Verdict, claim: Claim, article: Article, *, who: str, why: str | None = None) -> Decision:
    """Accept, reject, or undo the latest decision about ``claim``."""
    return Decision(new_id(), this_moment(), who, kind, anchor(claim, article), why=_said(why))


def not_always(figures: int) -> str:
    """Where a choice of labels is not seen in a collection of so many figures; empty where it always is."""
    if figures < STORE_FIGURES:
        return ""
    return (
        f"With {STORE_FIGURES:,} figures and more the map counts near figures together: it writes the words of one "
        "only where that has a symbol of its own."
    )


def choice(kind: Verdict, about: tuple[Claim, Article], words: str, *, who: str, why: str | None = None) -> Decision:
    """Choose where a figure stands in lists (ORDER), or whether the map writes it (LABEL); ``AUTO`` leaves it to the
    program. Raises DecisionError for other words."""
    if words not in (AUTO, *CHOICES[kind]):
        raise DecisionError(
            f"is no {kind}", where=words[:60], remedy=f"Use one of: {', '.join((*CHOICES[kind], AUTO))}"
        )
    after = None if words == AUTO else words
    return Decision(new_id(), this_moment(), who, kind, anchor(*about), after=after, why=_said(why))


def telling(
    kind: Verdict, one: tuple[Claim, Article], two: tuple[Claim, Article], *, who: str, why: str | None = None
) -> Decision:
    """Say of two figures that they tell of one movement (MERGE), or of two (PART).

    Raises DecisionError for a figure and itself, and where the one counts other people than the other.
    """
    (first, _), (second, _) = one, two
    if first.id == second.id:
        remedy = "Name another figure: see python -m geo figures"
        raise DecisionError("is one figure, not two", where=first.id, remedy=remedy)
    if kind is Verdict.MERGE and first.panel is not second.panel:
        remedy = "Merge troops with troops, displaced people with displaced people"
        raise DecisionError("counts other people", where=second.id, remedy=remedy)
    return Decision(new_id(), this_moment(), who, kind, anchor(*one), why=_said(why), other=anchor(*two))


def addition(
    article: Article, words: Span, given: Sequence[tuple[Field, str]], *, who: str, why: str | None = None
) -> Decision:
    """Add the figure that ``words`` of the article state, with its value and other fields.

    Raises DecisionError for what is no value of its field, or where its value is missing.
    """
    fields_ = {field: checked(field, it) or "" for field, it in given if it}
    if Field.VALUE not in fields_:
        raise DecisionError("has no figure", where=words.of(article.text)[:60], remedy="Write it in digits: 1,200")
    claim = bare(article, words)
    return Decision(
        new_id(),
        this_moment(),
        who,
        Verdict.ADD,
        anchor(replace(claim, quantity=replace(claim.quantity, span=words)), article),
        after=" ".join(words.of(article.text).split()),
        why=_said(why),
        given=tuple(fields_.items()),
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What is to stand in a field, in ``words``; for a place the ``place`` (None with ``UNKNOWN``) and its ``role``.

    Without a role it takes the one of the claim's only place, else "at". ``instead``: as ``Decision`` tells it.
    """

    field: Field
    words: str
    place: Place | None = None
    role: Role | None = None
    instead: str | None = None


def correction(claim: Claim, article: Article, change: Change, *, who: str, why: str | None = None) -> Decision:
    """Put a field of ``claim`` right. Raises DecisionError for words that are no value of it."""
    field, words, place, role = change.field, change.words, change.place, change.role
    after = None if words == UNKNOWN and field in _MAY_BE_UNKNOWN else checked(field, words)
    if field is Field.PLACE:
        roles = {used.role for used in claim.places}
        role = role or (next(iter(roles)) if len(roles) == 1 else None if place is None else Role.AT)
        after = place.name if place is not None else None
        before = now(claim, field, role) if change.instead is None else change.instead or None
    else:
        before = now(claim, field)
    return Decision(
        new_id(),
        this_moment(),
        who,
        Verdict.CORRECT,
        anchor(claim, article),
        field=field,
        before=before,
        after=after,
        why=_said(why),
        place=place,
        role=role if field is Field.PLACE else None,
        instead=change.instead if field is Field.PLACE else None,
    )


def mend(article: Article, field: Particular, words: str, *, who: str, why: str | None = None) -> Edit:
    """Put right what ``article`` tells of itself; empty words: it is unknown. Raises DecisionError for what is no value
    of the field."""
    before, after = particular(article, field), checked_particular(field, words)
    said = _said(why)
    return Edit(new_id(), this_moment(), who, Deed.MEND, which(article), field, before, after, said)


def removal(article: Article, *, who: str, why: str | None) -> Edit:
    """Take ``article`` out of its collection. Raises DecisionError where no reason is given."""
    if (said := _said(why)) is None:
        raise DecisionError("has no reason", where="Taking an article out", remedy="Say why: it is listed in Method")
    return Edit(new_id(), this_moment(), who, Deed.REMOVE, which(article), why=said)


def taken_back(latest: Edit, *, who: str, why: str | None = None) -> Edit:
    """Undo the latest decision about an article."""
    return Edit(new_id(), this_moment(), who, Deed.UNDO, latest.article, why=_said(why))


def place_of(raw: dict[str, Any]) -> Place:
    """The place of a candidate as a geocoder gives it (``Location.raw``)."""
    return Place(**{field.name: raw[field.name] for field in fields(Place)})


def place_by_hand(name: str, lat: float, lon: float, *, km: float = 0.0, source: str = "") -> Place:
    """A place that no gazetteer has: a point, or a circle of ``km`` around it; ``source``: where that is known from.

    Raises DecisionError for a position or a radius that is none, and for a place without a name.
    """
    words = " ".join(name.split())[:200]
    if not words:
        raise DecisionError("has no name", where=f"{lat},{lon}", remedy="Name the place as the article does")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        remedy = "Give latitude and longitude in degrees: 37.28,68.65"
        raise DecisionError("is no position", where=f"{lat},{lon}", remedy=remedy)
    if not 0 <= km <= WIDEST_KM:
        raise DecisionError("is no radius", where=f"{km} km", remedy=f"Give 0 to {WIDEST_KM} km; 0 is a point")
    known = " ".join(source.split())[:200]
    spot = f"hand:{lat:.4f},{lon:.4f}:{km:g}:{sha256(words.encode('utf-8', 'replace')).hexdigest()[:6]}"
    said = f"entered by hand: {known}" if known else "entered by hand"
    precision = Precision.RADIUS if km else Precision.POINT
    return Place(spot, words, PlaceKind.SITE, precision, (), lat, lon, said, radius_km=km or None)


def position(words: str) -> tuple[float, float]:
    """Latitude and longitude in degrees of "37.28,68.65". Raises DecisionError."""
    try:
        lat, lon = (float(part) for part in words.split(","))
    except ValueError as error:
        remedy = "Write latitude and longitude in degrees: 37.28,68.65"
        raise DecisionError("is no position", where=words[:40], remedy=remedy) from error
    return lat, lon


def _said(why: str | None) -> str | None:
    words = " ".join((why or "").split())[:DECISION_WHY]
    return words or None
