"""Claims as flat rows: one claim a row, everything that a reader needs to check and cite the figure beside it.

A row's keys are the columns of every table that leaves the building: ``geo.sharing.dictionary`` says what each means.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from geo.dataset.query import Catalogue
from geo.maps.layout import layout
from geo.model import Article, Claim, ClaimPlace, Place, Role, StatusMark
from geo.model.decision import Review, Verdict
from geo.sheets.card import sequel
from geo.wording import claims as wording
from geo.wording import deeds, editions, reviews, sentences
from geo.wording.claims import flat
from geo.wording.described import described
from geo.wording.differences import differs

Cell = str | int | float | bool | date | None
Row = dict[str, Cell]

CREDITS = (
    "Figures: as printed in the articles named, read by Dateline; no person has checked those that do not say so. "
    "Places: GeoNames (CC BY 4.0), Natural Earth (public domain). Borders imply no position on their status."
)


def rows(catalogue: Catalogue, shown: Sequence[Claim]) -> list[Row]:
    """A row a claim of ``shown``, in its order but for what the editor put first or last."""
    shown = catalogue.in_order(shown)
    view = layout(catalogue, shown)
    stands = {figure.claim: figure.place for figure in view.figures}
    places = {place.id: place for place in view.places}
    away = {missing.claim: missing.why for missing in view.tray}
    return [_row(catalogue, claim, places.get(stands.get(claim.id, "")), away.get(claim.id)) for claim in shown]


def _row(catalogue: Catalogue, claim: Claim, place: Place | None, why: str | None) -> Row:
    article, told = catalogue.article(claim), described(catalogue, claim)
    quantity, happened = claim.quantity, claim.happened
    differing = [(other, link) for other, link in catalogue.links(claim.id) if link.differs]
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
        "sentence": sentences.printed(article, claim),
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
        "dataset": catalogue.collection.version,
        "credits": CREDITS,
        "description": told.whole,
        "mark": told.mark.words,
        "countries": "; ".join(sorted({code for used in claim.places for code in used.place.countries})) or None,
        "place_id": place.id if place else None,
        "place_words": _words(article, _use(claim, place)),
        "date_words": _date_words(claim, article),
        "bounds_by": "convention" if wording.bounds(claim) else "stated",
        "turns": "; ".join(_turn(turn, article) for turn in claim.statuses) or None,
        "then": deeds.sequel(followed) if (followed := sequel(catalogue, claim)) else None,
        "differs_from": "; ".join(other.id for other, _ in differing) or None,
        "differs_why": " ".join(differs(catalogue, link) for _, link in differing) or None,
        **_decided(catalogue, claim),
        **_edition(catalogue, claim),
        "author": article.author,
    }


def _words(article: Article, used: ClaimPlace | None) -> str | None:
    found = used.evidence.span if used and used.evidence else None
    return flat(found.of(article.text)) if found else None


def _date_words(claim: Claim, article: Article) -> str | None:
    if claim.dated is not None and claim.dated.span:
        return flat(claim.dated.span.of(article.text))
    return flat(claim.happened.words) or None if claim.happened else None


def _turn(turn: StatusMark, article: Article) -> str:
    by = f" by {turn.by}" if turn.by else ""
    return f"{turn.status}{by}: “{flat(turn.span.of(article.text))}”"


def _decided(catalogue: Catalogue, claim: Claim) -> Row:
    review = catalogue.reviews.get(claim.id)
    note = review.note if review else None
    return {
        "checked": reviews.state(review),
        "checked_by": reviews.by(review.checked[-1]) if review and review.checked else None,
        "corrections": "; ".join(_put_right(catalogue, claim, review)) or None,
        "note": note.why if note else None,
    }


def _put_right(catalogue: Catalogue, claim: Claim, review: Review | None) -> Iterator[str]:
    """What was corrected, and of which other claims (ids) a person said that they tell of the same or of another
    movement."""
    yield from map(reviews.change, review.corrected if review else ())
    for other, decision in catalogue.tellings(claim.id):
        yield f"{reviews.telling(decision)} {'as' if decision.verdict is Verdict.MERGE else 'than'} {other}"
    for edit in catalogue.mended.get(claim.article, ()):
        yield f"article’s {reviews.particular(edit)}"


def _edition(catalogue: Catalogue, claim: Claim) -> Row:
    edition = catalogue.editions.again.get(claim.article)
    of = catalogue.articles[edition.of] if edition else None
    return {
        "edition": edition.kinship.value if edition else None,
        "edition_of": of.url or of.file if of else None,
        "changed": editions.in_words(catalogue, claim),
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
