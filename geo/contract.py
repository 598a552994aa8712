"""The JSON that ``python -m geo read --json`` prints: one object a line, one line an article.

    {"article": {"file", "title", "publisher", "agency", "published", "url", "sha256", "author"},
     "toponyms": [{"start", "end", "text", "literal",
                   "place": null or {"id", "name", "country", "lat", "lon", "kind", "precision"}}],
     "claims": [{"start", "end", "words", "qualifier", "low", "high", "approx", "counted", "population", "panel",
                 "basis", "action", "who", "places": [{"name", "role", "country", "lat", "lon", "precision",
                             "stated", "found_in", "sure", "because"}],
                 "happened": [first, last] or null, "as_of", "attributed_to", "status", "sentence", "sentence_start",
                 "form", "frame", "frame_sure", "dated_by", "date_sure", "candidates"}],
     "others": [{"start", "end", "words", "low", "high", "counted", "frame", "sure"}]}

Offsets count characters of the file's text as read (UTF-8, line ends as one character), end exclusive:
``text[start:end] == words`` and ``text[sentence_start:][:len(sentence)] == sentence``. Dates are ISO 8601 and
inclusive. ``country`` is ISO 3166-1 alpha-2, null for borders and seas; lat and lon are degrees, WGS 84, null where
unlocated. Words for qualifier, population, basis, action, role, precision and kind are those of ``geo.model``.
``status`` is one word, or each turn in order: "pledged, then withdrawn". ``stated`` is false for a place that is
inferred; ``found_in`` and ``dated_by`` are words of ``geo.model.How``; ``sure`` is a probability; ``candidates`` are
names of places that were weighed and not chosen. ``others`` are the numbers of people that belong in no panel. The
contract is stable: fields may be added at the end of an object, none is renamed or removed.
"""

from datetime import date
from typing import Any

from geo.model import Article, Claim, ClaimPlace, Figure, Reading, Toponym


def as_json(reading: Reading) -> dict[str, Any]:
    """``reading`` as plain values in the order of the contract."""
    text = reading.article.text
    return {
        "article": _article(reading.article),
        "toponyms": [_toponym(toponym) for toponym in reading.toponyms],
        "claims": [_claim(claim, text) for claim in reading.claims],
        "others": [_figure(figure) for figure in reading.others],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "file": article.file,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "published": _iso(article.published),
        "url": article.url,
        "sha256": article.sha256,
        "author": article.author,
    }


def _toponym(toponym: Toponym) -> dict[str, Any]:
    place = toponym.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "text": toponym.text,
        "literal": toponym.literal,
        "place": None
        if place is None
        else {
            "id": place.id,
            "name": place.name,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
            "kind": place.kind,
            "precision": place.precision,
        },
    }


def _claim(claim: Claim, text: str) -> dict[str, Any]:
    quantity, happened = claim.quantity, claim.happened
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "words": quantity.words,
        "qualifier": quantity.qualifier,
        "low": quantity.low,
        "high": quantity.high,
        "approx": quantity.approx,
        "counted": claim.counted,
        "population": claim.population,
        "panel": claim.panel,
        "basis": claim.basis,
        "action": claim.action,
        "who": claim.who,
        "places": [_place(use) for use in claim.places],
        "happened": [_iso(happened.first), _iso(happened.last)] if happened else None,
        "as_of": _iso(claim.as_of),
        "attributed_to": claim.attribution.words if claim.attribution else None,
        "status": claim.status_words,
        "sentence": claim.sentence.of(text),
        "sentence_start": claim.sentence.start,
        "form": claim.form,
        "frame": claim.frame,
        "frame_sure": claim.sure,
        "dated_by": claim.dated.how if claim.dated else None,
        "date_sure": claim.dated.sure if claim.dated else None,
        "candidates": list(claim.considered),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "start": figure.quantity.span.start,
        "end": figure.quantity.span.end,
        "words": figure.quantity.words,
        "low": figure.quantity.low,
        "high": figure.quantity.high,
        "counted": figure.counted,
        "frame": figure.frame,
        "sure": figure.sure,
    }


def _place(use: ClaimPlace) -> dict[str, Any]:
    place = use.place
    return {
        "name": place.name,
        "role": use.role,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "stated": use.stated,
        "found_in": use.evidence.how if use.evidence else None,
        "sure": use.evidence.sure if use.evidence else None,
        "because": use.note,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
