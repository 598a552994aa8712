"""The evidence card of a claim: the sentence that it comes from, who said it and what became of it."""

from collections.abc import Iterator, Sequence

from geo.dataset.query import Catalogue
from geo.model import Article, Claim, Sequel, Status
from geo.model.decision import Review
from geo.sheets.chart import key
from geo.sheets.nodes import Node, element, link, pick
from geo.sheets.quote import quote
from geo.sheets.why import why
from geo.wording import claims as wording
from geo.wording import dates, deeds, editions, reviews, sources
from geo.wording.described import described
from geo.wording.differences import differs

NOT_STATED = "What they did is not stated"


def card(catalogue: Catalogue, claim: Claim, acts: Sequence[Node] = (), further: Node | None = None) -> Node:
    """One claim: figure, people, deed and date; how firm it is; the sentence; the source; what differs.

    ``acts`` are what can be done with it, ``further`` what stands last.
    """
    article, told = catalogue.article(claim), described(catalogue, claim)
    review = catalogue.reviews.get(claim.id)
    return element(
        "section",
        element("h3", element("strong", told.figure), f" {told.people}"),
        element("p", f"{told.deed or NOT_STATED}, ", element("strong", told.when), cls="deed"),
        element(
            "p",
            key(claim),
            element("span", wording.status(claim), cls="chip"),
            element("span", wording.basis(claim), cls="chip"),
            element(
                "span", wording.sentence_case(reviews.state(review)), cls="chip", data_checked=reviews.state(review)
            )
            if catalogue.edited
            else None,
            element("span", sources.voice(claim, article), cls="voice"),
            cls="chips",
        ),
        quote(article, claim.sentence, claim.span),
        element("p", link(article.url, sources.signed(article)), cls="source"),
        element("p", *(part for act in acts for part in (element("span", act, cls="act"), " ")), cls="doing")
        if acts
        else None,
        _notes(catalogue, claim, article),
        why(claim, article),
        further,
        cls="card",
        data_panel=claim.panel.value,
        data_claim=claim.id,
        aria_label=told.line,
    )


def _notes(catalogue: Catalogue, claim: Claim, article: Article) -> Node | None:
    """What a careful reader needs beside the sentence: turns, inferences, what followed, what differs."""
    rows = [
        *_decided(catalogue.reviews.get(claim.id)),
        *(
            _note("Article corrected by hand", wording.sentence_case(it))
            for it in reviews.of_article(catalogue, article)
        ),
        *_tellings(catalogue, claim),
        *(
            _note(
                wording.sentence_case(mark.status.value),
                f"By {mark.by}" if mark.by else None,
                quote(article, mark.span),
            )
            for mark in claim.statuses
            if not claim.sentence.holds(mark.span) and mark.status is not Status.REPORTED
        ),
        *(
            _note("Inferred", wording.sentence_case(deeds.where(used)), None if used.note else ", not stated outright")
            for used in claim.places
            if not used.stated
        ),
        None if claim.places else _note("Not on the map", f"{deeds.nowhere(claim)}."),
        *(
            _note("Not on the map", f"{used.place.name}: {used.place.note or 'not located'}")
            for used in claim.places
            if used.place.lat is None
        ),
        _note("Figure", bounds) if (bounds := wording.bounds(claim)) else None,
        _note("Date", read) if (read := wording.read_from(claim.happened)) else None,
        _note("Then", deeds.sequel(told), quote(article, told.span)) if (told := sequel(catalogue, claim)) else None,
        *_versions(catalogue, claim),
        *(
            _note(
                "Differs from" if found.differs else "Same as",
                pick("claim", other.id, _other(catalogue, other), cls="plain"),
                element("p", differs(catalogue, found)),
            )
            for other, found in catalogue.links(claim.id)
        ),
        _note("Printed again", f"{_times(len(claim.repeats))} in the same article") if claim.repeats else None,
    ]
    rows = [row for row in rows if row is not None]
    return element("dl", *rows) if rows else None


def _versions(catalogue: Catalogue, claim: Claim) -> Iterator[Node]:
    """What other versions of its article say of the figure."""
    for words, other, where in editions.of_claim(catalogue, claim):
        told = wording.sentence_case(words)
        yield _note(
            "Version", pick("claim", other.id, told, cls="plain") if other else element("span", told), f" {where}"
        )


def sequel(catalogue: Catalogue, claim: Claim) -> Sequel | None:
    """What became of the same people. None where it says neither where nor when (a bare "were moved" tells nothing),
    and where the sentence that says so counts people of its own, who are told about there."""
    told = claim.sequel
    if told is None or not (told.places or told.happened):
        return None
    others = (it for it in catalogue.claims.values() if it.article == claim.article and it.id != claim.id)
    return None if any(told.span.holds(other.span) for other in others) else told


def _decided(review: Review | None) -> Iterator[Node]:
    """What people put right, with both values, who did it, when and why; and who looked and found it right."""
    for decision in review.corrected if review else ():
        why = f": {decision.why}" if decision.why else ""
        words = f"{wording.sentence_case(reviews.change(decision))} ({reviews.by(decision)}){why}"
        yield _note("Corrected by hand", words)
    if review and review.note:
        yield _note("Editor’s note", f"{review.note.why or ''} ({reviews.by(review.note)})")
    if review and review.added:
        yield _note("Added by hand", f"By {reviews.by(review.decisions[0])}")
    elif review and review.checked and not review.corrected:
        yield _note("Checked", f"By {reviews.by(review.checked[-1])}")


def _tellings(catalogue: Catalogue, claim: Claim) -> Iterator[Node]:
    """With which figures a person merged it, and from which it was parted."""
    for id_, decision in catalogue.tellings(claim.id):
        other = catalogue.claims.get(id_)
        if other is not None:
            words = element("p", f"{wording.sentence_case(reviews.telling(decision))} ({reviews.by(decision)})"
                            f"{f': {decision.why}' if decision.why else '.'}")  # fmt: skip
            yield _note("By hand", pick("claim", other.id, _other(catalogue, other), cls="plain"), words)


def _note(term: str, *children: Node | None) -> Node:
    return element("div", element("dt", term), element("dd", *children))


def _times(count: int) -> str:
    return "Once more" if count == 1 else f"{count} times more"


def _other(catalogue: Catalogue, other: Claim) -> str:
    article = catalogue.article(other)
    source = ", ".join(part for part in (article.agency or article.publisher, _published(article)) if part)
    told = described(catalogue, other)
    return f"{told.counted}, {told.when} ({source})"


def _published(article: Article) -> str:
    return dates.day(article.published) if article.published else "date unknown"
