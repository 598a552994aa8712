"""The evidence: what is selected, with the sentence that each figure comes from, who said it and what became of it."""

from collections.abc import Sequence

from geo.dataset.query import Catalogue
from geo.model import Article, Claim, Place, PlaceKind, Precision, Span, Status
from geo.panels import link as links
from geo.panels import sheet, view
from geo.panels.selection import Selection
from geo.panels.sheet import Node, element, link, pick
from geo.wording import claims as wording
from geo.wording import dates
from geo.wording.differences import differs

MOST_CARDS, MOST_ROWS = 12, 60
"""Cards at one place; a longer list continues as rows, and then says how many there are."""


ACTIONS: sheet.Actions = {"article": view.read_article, "differences": view.differences}


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    """The card of a claim, or everything at a place. Nothing where nothing is selected."""
    claim = catalogue.claims.get(selection.claim or "")
    place = catalogue.spots.get(selection.place or "")
    if claim is not None:
        parts = [element("h2", "Evidence", cls="unseen"), card(catalogue, claim), _hidden(claim, shown), _close()]
        sheet.show("evidence", _panel("Evidence", *parts), actions=ACTIONS, top=claim.id, closes=True)
    elif place is not None:
        sheet.show("evidence", _at(catalogue, shown, place), actions=ACTIONS, top=place.id, closes=True)


def _hidden(claim: Claim, shown: Sequence[Claim]) -> Node | None:
    """A selected figure keeps its card when a filter takes it from the map and the strips: then the card says so."""
    if any(claim.id == other.id for other in shown):
        return None
    return element("p", "The filters hide this figure on the map and in the lists.", cls="rule")


def card(catalogue: Catalogue, claim: Claim) -> Node:
    """One claim: figure, people, deed and date; how firm it is; the sentence; the source; what differs."""
    article = catalogue.article(claim)
    return element(
        "section",
        element("h3", element("strong", wording.figure(claim)), " ", wording.counted(claim, catalogue.adjectives)),
        element("p", f"{_deed(claim)}, ", element("strong", dates.when(catalogue.dated(claim))), cls="deed"),
        element(
            "p",
            element("span", wording.status(claim), cls="chip", data_status=claim.status.value),
            element("span", wording.basis(claim), cls="chip"),
            element("span", wording.voice(claim, article), cls="voice"),
            cls="chips",
        ),
        quote(article, claim.sentence, claim.span),
        element(
            "p",
            link(article.url, wording.printed(article)),
            element("span", pick("article", article.id, "Read in the article", cls="plain"), cls="act"),
            element("span", _copy(catalogue, claim), cls="act"),
            cls="source",
        ),
        _notes(catalogue, claim, article),
        _differing(catalogue, claim),
        cls="card",
        data_panel=claim.panel.value,
        data_claim=claim.id,
        aria_label=wording.line(claim, catalogue.adjectives),
    )


def quote(article: Article, sentence: Span, marked: Span | None = None) -> Node:
    """A sentence as printed, white space collapsed, with one stretch of it highlighted."""
    text = article.text
    if marked is None or not sentence.overlaps(marked):
        return element("blockquote", f"“{wording.flat(sentence.of(text))}”", dir="auto")
    start, end = max(marked.start, sentence.start), min(marked.end, sentence.end)
    return element(
        "blockquote",
        "“" + _flat(text[sentence.start : start]).lstrip(),
        element("mark", _flat(text[start:end])),
        _flat(text[end : sentence.end]).rstrip() + "”",
        dir="auto",
    )


def _copy(catalogue: Catalogue, claim: Claim) -> Node:
    """Copies a link to this figure, in the panel that it belongs to."""
    tab = {panel: tab for tab, panel in view.STRIPS.items()}.get(claim.panel, view.Tab.TROOPS)
    query = links.address(links.only(Selection(claim=claim.id), tab), catalogue)
    return element("button", "Copy link", type="button", cls="plain", data_copy=query, data_kind="link")


def _deed(claim: Claim) -> str:
    deed = wording.deed(claim)
    if not claim.places:
        deed = f"{deed}, place not stated" if deed else "Place not stated"
    return deed or "What they did is not stated"


def _notes(catalogue: Catalogue, claim: Claim, article: Article) -> Node | None:
    """What a careful reader needs beside the sentence: turns, inferences, what followed, what differs."""
    rows = [
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
            _note(
                "Inferred",
                f"{wording.preposition(used, claim.action)} {wording.name(used.place.name, used.place.kind)}"
                f"{f', {used.note}' if used.note else ', not stated outright'}",
            )
            for used in claim.places
            if not used.stated
        ),
        *(
            _note("Not on the map", f"{used.place.name}: {used.place.note or 'not located'}")
            for used in claim.places
            if used.place.lat is None
        ),
        _note("Figure", bounds) if (bounds := wording.bounds(claim)) else None,
        _note("Date", read) if (read := wording.read_from(claim.happened)) else None,
        _note("Then", wording.sequel(claim.sequel), quote(article, claim.sequel.span)) if claim.sequel else None,
        *(
            _note(
                "Differs from" if found.differs else "Same as",
                pick("claim", other.id, _other(catalogue, other), cls="plain"),
                element("p", differs(found)),
            )
            for other, found in catalogue.links(claim.id)
        ),
        _note("Printed again", f"{_times(len(claim.repeats))} in the same article") if claim.repeats else None,
    ]
    rows = [row for row in rows if row is not None]
    return element("dl", *rows) if rows else None


def _differing(catalogue: Catalogue, claim: Claim) -> Node | None:
    if not any(found.differs for _, found in catalogue.links(claim.id)):
        return None
    return element("p", pick("differences", "", "All that is told differently", cls="plain"), cls="further")


def _note(term: str, *children: Node | None) -> Node:
    return element("div", element("dt", term), element("dd", *children))


def _times(count: int) -> str:
    return "Once more" if count == 1 else f"{count} times more"


def _other(catalogue: Catalogue, other: Claim) -> str:
    article = catalogue.article(other)
    source = ", ".join(part for part in (article.agency or article.publisher, _published(article)) if part)
    words = f"{wording.figure(other)} {wording.counted(other, catalogue.adjectives)}"
    return f"{words}, {dates.when(catalogue.dated(other))} ({source})"


def _published(article: Article) -> str:
    return dates.day(article.published) if article.published else "date unknown"


def _at(catalogue: Catalogue, shown: Sequence[Claim], place: Place) -> Node:
    """Everything at a place: what it is and how finely it is known, then its claims."""
    there = catalogue.at(place.id, shown)
    within = catalogue.within(place, shown)
    hidden = len(catalogue.at(place.id, catalogue.claims.values())) - len(there)
    return _panel(
        place.name,
        element("h2", wording.sentence_case(place.name), dir="auto"),
        element("p", *_where(catalogue, place), cls="where"),
        *(card(catalogue, claim) for claim in there[:MOST_CARDS]),
        _rows(catalogue, f"{wording.number(len(there) - MOST_CARDS, 'more figure')} here", there[MOST_CARDS:]),
        element("p", "No figure is about this place as such.", cls="empty") if not there and not hidden else None,
        element("p", f"{wording.number(hidden, 'figure')} here hidden by the filters.", cls="empty")
        if hidden
        else None,
        _rows(catalogue, f"At places in {wording.name(place.name)}", within),
        _close(place.name),
    )


def _where(catalogue: Catalogue, place: Place) -> list[Node]:
    names = {
        other.countries[0]: other.name
        for other in catalogue.spots.values()
        if other.kind is PlaceKind.COUNTRY and other.countries
    }
    anchor = catalogue.spots.get(place.anchor or "")
    within = [anchor.name] if anchor else []
    if place.kind is not PlaceKind.COUNTRY:
        within += [names.get(code, code) for code in place.countries if names.get(code, code) not in within]
    border = "between" if len(within) > 1 else "of"
    joint = border if place.kind is PlaceKind.BORDER else "in"
    located = f"{place.kind.value}{f' {joint} {wording.listed(within)}' if within else ''}"
    finer = ": nothing finer is stated" if place.precision in (Precision.AREA, Precision.LINE) else ""
    shown = (
        f" Shown as {wording.precision(place)}{finer}."
        if place.precision is not Precision.UNLOCATED
        else " Not located."
    )
    parts: list[Node] = [f"{wording.sentence_case(located)}.{shown}"]
    if place.note:
        parts.append(f" {wording.sentence_case(place.note)}.")
    return [*parts, f" Source: {place.source}."]


def _rows(catalogue: Catalogue, heading: str, claims: Sequence[Claim]) -> Node | None:
    if not claims:
        return None
    lines = [
        element(
            "li",
            pick(
                "claim",
                claim.id,
                f"{wording.line(claim, catalogue.adjectives)}, {dates.when(catalogue.dated(claim))}",
                cls="plain",
            ),
        )
        for claim in claims[:MOST_ROWS]
    ]
    rest = element("li", f"and {len(claims) - MOST_ROWS:,} more") if len(claims) > MOST_ROWS else None
    return element("div", element("h3", heading, cls="minor"), element("ul", *lines, rest), cls="more")


def _panel(label: str, *children: Node | None) -> Node:
    return element("section", *children, cls="evidence", aria_label=label)


def _close(what: str = "the evidence") -> Node:
    return pick("close", "", "Close", cls="close", aria_label=f"Close {what}")


def _flat(words: str) -> str:
    """White space collapsed, but kept at both ends: the pieces of a sentence are put side by side."""
    inner = wording.flat(words)
    return f"{' ' if words[:1].isspace() else ''}{inner}{' ' if inner and words[-1:].isspace() else ''}"
