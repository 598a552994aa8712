"""Claims as flat rows: one claim a row, everything that a reader needs to check and cite the figure beside it.

A row's keys are the columns of every table that leaves the building, in this order:

    id                      identity of the claim in its data set
    figure, qualifier       as printed ("more than 1,000"); how the source hedges it
    low, high               inclusive bounds as stated; None where open; a convention for words ("several hundred")
    counted, population, panel, basis, action, who
    at, near, from, via, to places in that role, each with its precision: "Renk (point)"; several are parted by "; "
    place, precision, latitude, longitude, radius_km
                            where the figure stands on the map, and how finely that is known; degrees, WGS 84. Of an
                            area or a line the position is that of its label. None where it is not on the map
    happened_first, happened_last, as_of, reported, published
                            dates; an interval includes both its days
    said_by, status         who the article says said it (None: the outlet's own voice); every turn of its status
    sentence                as printed, white space collapsed
    title, publisher, agency, url, file, start, end
                            the article, and where the figure stands in its text (characters, end exclusive)
    not_on_map              why it is not on the map; None where it is
    dataset, credits        version of the data set; what must be named with it
"""

from collections.abc import Iterable, Sequence
from datetime import date

from geo.dataset.query import Catalogue
from geo.maps.layout import layout
from geo.model import Claim, Place, Role
from geo.wording.claims import flat

Cell = str | int | float | date | None
Row = dict[str, Cell]

CREDITS = (
    "Figures: as printed in the articles named, read by Dateline; no person has checked them. Places: GeoNames (CC BY "
    "4.0), Natural Earth (public domain). Borders imply no position on their status."
)


def rows(catalogue: Catalogue, shown: Sequence[Claim]) -> list[Row]:
    """A row a claim of ``shown``, in its order."""
    view = layout(catalogue.collection, shown)
    stands = {figure.claim: figure.place for figure in view.figures}
    places = {place.id: place for place in view.places}
    away = {missing.claim: missing.why for missing in view.tray}
    return [_row(catalogue, claim, places.get(stands.get(claim.id, "")), away.get(claim.id)) for claim in shown]


def _row(catalogue: Catalogue, claim: Claim, place: Place | None, why: str | None) -> Row:
    article = catalogue.article(claim)
    quantity, happened = claim.quantity, claim.happened
    return {
        "id": claim.id,
        "figure": flat(quantity.words),
        "qualifier": quantity.qualifier.value,
        "low": quantity.low,
        "high": quantity.high,
        "counted": flat(claim.counted),
        "population": claim.population.value,
        "panel": claim.panel.value,
        "basis": claim.basis.value,
        "action": claim.action.value,
        "who": claim.who,
        **{role.value: _in_role(claim, role) for role in (Role.AT, Role.NEAR, Role.FROM, Role.VIA, Role.TO)},
        "place": place.name if place else None,
        "precision": place.precision.value if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "happened_first": happened.first if happened else None,
        "happened_last": happened.last if happened else None,
        "as_of": claim.as_of,
        "reported": claim.reported,
        "published": article.published,
        "said_by": claim.attribution.words if claim.attribution else None,
        "status": claim.status_words,
        "sentence": flat(claim.sentence.of(article.text)),
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "url": article.url,
        "file": article.file,
        "start": quantity.span.start,
        "end": quantity.span.end,
        "not_on_map": why,
        "dataset": catalogue.collection.version,
        "credits": CREDITS,
    }


def _in_role(claim: Claim, role: Role) -> str | None:
    return _listed(used.place for used in claim.places if used.role is role)


def _listed(places: Iterable[Place]) -> str | None:
    return "; ".join(f"{place.name} ({place.precision.value})" for place in places) or None
