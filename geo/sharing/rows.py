"""Claims as flat rows: one claim a row, everything that a reader needs to check and cite the figure beside it.

A row's keys are the columns of every table that leaves the building, in this order:

    id                      identity of the claim in its data set
    figure, qualifier       as printed ("more than 1,000"); how the source hedges it
    low, high               inclusive bounds as stated; None where open; a convention for words ("several hundred")
    counted, population, panel, basis, action, who
    at, near, from, via, to places in that role, each with its precision: "Renk (point)", "Renk (point, inferred)";
                            several are parted by "; "
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
    place_stated, place_found_in, place_sure, place_because
                            of ``place``: whether the text says it or it is inferred; where its words stand; how
                            probable it is (0 to 1); what it was inferred from
    dated_by, date_sure, form, frame, frame_sure, candidates
                            what the date rests on; how the people are named; what the figure says happens to them;
                            the names of places that were weighed and not chosen
    checked, checked_by, corrections
                            whether a person has looked ("not checked", "accepted", "corrected by hand"); who, and on
                            which day; what was put right, with both values
    dataset, credits        version of the data set; what must be named with it
"""

from collections.abc import Iterable, Sequence
from datetime import date

from geo.dataset.query import Catalogue
from geo.maps.layout import layout
from geo.model import Claim, ClaimPlace, Place, Role
from geo.wording import reviews
from geo.wording.claims import flat

Cell = str | int | float | bool | date | None
Row = dict[str, Cell]

CREDITS = (
    "Figures: as printed in the articles named, read by Dateline; no person has checked those that do not say so. "
    "Places: GeoNames (CC BY 4.0), Natural Earth (public domain). Borders imply no position on their status."
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
        **trace_of(_use(claim, place)),
        "dated_by": claim.dated.how.value if claim.dated else None,
        "date_sure": claim.dated.sure if claim.dated else None,
        "form": claim.form or None,
        "frame": claim.frame.value if claim.form else None,
        "frame_sure": claim.sure if claim.form else None,
        "candidates": "; ".join(map(flat, claim.considered)) or None,
        **_decided(catalogue, claim),
        "dataset": catalogue.collection.version,
        "credits": CREDITS,
    }


def _decided(catalogue: Catalogue, claim: Claim) -> Row:
    review = catalogue.reviews.get(claim.id)
    return {
        "checked": reviews.state(review),
        "checked_by": reviews.by(review.decisions[-1]) if review else None,
        "corrections": "; ".join(map(reviews.change, review.corrected)) or None if review else None,
    }


def trace_of(used: ClaimPlace | None) -> Row:
    """The columns about how a place was found."""
    found = used.evidence if used else None
    return {
        "place_stated": used.stated if used else None,
        "place_found_in": found.how.value if found else None,
        "place_sure": found.sure if found else None,
        "place_because": flat(used.note) if used and used.note else None,
    }


def _use(claim: Claim, place: Place | None) -> ClaimPlace | None:
    """How the claim uses the place at which it stands; as the text says it, where it says it in one of its roles."""
    uses = [used for used in claim.places if place is not None and used.place.id == place.id]
    return min(uses, key=lambda used: not used.stated, default=None)


def _in_role(claim: Claim, role: Role) -> str | None:
    return _listed(used for used in claim.places if used.role is role)


def _listed(uses: Iterable[ClaimPlace]) -> str | None:
    return "; ".join(f"{used.place.name} ({_how(used)})" for used in uses) or None


def _how(used: ClaimPlace) -> str:
    return f"{used.place.precision.value}{'' if used.stated else ', inferred'}"
