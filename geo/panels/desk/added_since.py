"""Figures that were added by hand since the map was made: they are marked in their text, and checked, at once."""

from collections.abc import Sequence
from dataclasses import replace

from geo.collections import added, apply
from geo.dataset.query import Catalogue
from geo.model import Claim, Reading
from geo.model.decision import Decision, Verdict


def since(catalogue: Catalogue, decisions: Sequence[Decision]) -> Catalogue:
    """``catalogue`` with them. One that stands on words of another figure waits for the map, which makes one of both;
    so does one of an article that the map has not."""
    collection = catalogue.collection
    known = {*catalogue.claims, *(it.id for it in collection.rejected)}
    known |= {it.about.claim for review in collection.reviews for it in review.decisions}
    new = [
        these[0]
        for about, these in apply.standing(decisions).items()
        if these[0].verdict is Verdict.ADD and about.claim not in known
    ]
    if not new:
        return catalogue
    readings = tuple(_with(reading, new) for reading in collection.readings)
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    places = {used.place.id: used.place for claim in claims.values() for used in claim.places}
    spots = {**places, **catalogue.spots}
    return replace(catalogue, collection=replace(collection, readings=readings), claims=claims, spots=spots)


def _with(reading: Reading, decisions: Sequence[Decision]) -> Reading:
    article, claims = reading.article, list(reading.claims)
    for decision in decisions:
        if decision.about.work in (article.url, article.sha256):
            claim = added.made(decision, article)
            if claim is not None and not _is_there(claim, claims):
                claims.append(claim)
    if len(claims) == len(reading.claims):
        return reading
    return replace(reading, claims=tuple(sorted(claims, key=lambda claim: claim.span.start)))


def _is_there(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(it.quantity.span.overlaps(claim.quantity.span) for it in claims)
