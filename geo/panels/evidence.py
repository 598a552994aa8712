"""The evidence: what is selected, with the sentence that each figure comes from, who said it and what became of it."""

from collections.abc import Sequence

from geo.dataset.query import Catalogue
from geo.maps.layout import stands
from geo.model import Claim, Place, PlaceKind, Precision
from geo.panels import address, sheet, view
from geo.sharing import citation
from geo.sharing import link as links
from geo.sharing.view import STRIPS, Selection, Tab
from geo.sheets.card import card
from geo.sheets.nodes import Node, element, pick
from geo.wording import claims as wording
from geo.wording import deeds, names
from geo.wording.countries import country
from geo.wording.described import described

MOST_CARDS, MOST_ROWS = 12, 60
"""Cards at one place; a longer list continues as rows, and then says how many there are."""


ACTIONS: sheet.Actions = {"article": view.read_article, "differences": view.differences}


def render(catalogue: Catalogue, shown: Sequence[Claim], selection: Selection) -> None:
    """The card of a claim, or everything at a place. Nothing where nothing is selected."""
    claim = catalogue.claims.get(selection.claim or "")
    place = catalogue.spots.get(selection.place or "")
    if claim is not None:
        parts = [element("h2", "Evidence", cls="unseen"), _card(catalogue, claim), _hidden(claim, shown), _close()]
        sheet.show("evidence", _panel("Evidence", *parts), actions=ACTIONS, top=claim.id, closes=True)
    elif place is not None:
        sheet.show("evidence", _at(catalogue, shown, place), actions=ACTIONS, top=place.id, closes=True)


def _hidden(claim: Claim, shown: Sequence[Claim]) -> Node | None:
    """A selected figure keeps its card when a filter takes it from the map and the strips: then the card says so."""
    if any(claim.id == other.id for other in shown):
        return None
    return element("p", "The filters hide this figure on the map and in the lists.", cls="rule")


def _card(catalogue: Catalogue, claim: Claim) -> Node:
    """The card with what can be done with it on this page."""
    article = catalogue.article(claim).id
    acts = [pick("article", article, "Read in the article", cls="plain"), *_copies(catalogue, claim)]
    return card(catalogue, claim, acts, _differing(catalogue, claim))


def _copies(catalogue: Catalogue, claim: Claim) -> list[Node]:
    """Copy a link to this figure, in the panel that it belongs to, or a citation of it."""
    tab = {panel: tab for tab, panel in STRIPS.items()}.get(claim.panel, Tab.TROOPS)
    only = links.only(Selection(claim=claim.id), tab)
    article, here = catalogue.article(claim), address.whole(only, catalogue, marked=False)
    written = {
        "text": citation.as_text(claim, article, catalogue.adjectives, link=here),
        "BibTeX": citation.as_bibtex(claim, article, link=here),
        "RIS": citation.as_ris(claim, article, link=here),
    }
    cited = [
        address.copy(name, words, cls="plain", aria_label=f"Copy citation, {name}") for name, words in written.items()
    ]
    return [
        address.copy("Copy link", address.whole(only, catalogue), cls="plain"),
        element("span", "Copy citation: ", cited[0], ", ", cited[1], ", ", cited[2]),
    ]


def _differing(catalogue: Catalogue, claim: Claim) -> Node | None:
    if not any(found.differs for _, found in catalogue.links(claim.id)):
        return None
    return element("p", pick("differences", "", "All that is told differently", cls="plain"), cls="further")


def _at(catalogue: Catalogue, shown: Sequence[Claim], place: Place) -> Node:
    """Everything at a place: what it is and how finely it is known, then its claims."""
    every = catalogue.at(place.id, shown)
    there, naming = _standing(catalogue, place, every)
    within = catalogue.within(place, shown)
    hidden = len(catalogue.at(place.id, catalogue.claims.values())) - len(every)
    return _panel(
        place.name,
        element("h2", wording.sentence_case(place.name), dir="auto"),
        element("p", *_where(catalogue, place), cls="where"),
        element("p", f"{wording.sentence_case(wording.tally(there))} here", cls="rule") if naming else None,
        *(_card(catalogue, claim) for claim in there[:MOST_CARDS]),
        _rows(catalogue, f"{wording.number(len(there) - MOST_CARDS, 'more figure')} here", there[MOST_CARDS:]),
        element("p", "No figure is about this place as such.", cls="empty") if not every and not hidden else None,
        element("p", f"{wording.number(hidden, 'figure')} here hidden by the filters.", cls="empty")
        if hidden
        else None,
        _rows(catalogue, f"{wording.tally(naming)} naming it, shown elsewhere", naming),
        _rows(catalogue, f"At places in {names.name(place.name)}", within),
        _close(place.name),
    )


def _standing(
    catalogue: Catalogue, place: Place, claims: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Those that the map counts at the place, as its label does, and those that only name it; where it counts none
    there, all of them."""
    geometries = catalogue.collection.geometries
    at = {claim.id for claim in claims if (stood := stands(claim, geometries)) is not None and stood.id == place.id}
    if not at:
        return tuple(claims), ()
    return tuple(it for it in claims if it.id in at), tuple(it for it in claims if it.id not in at)


def _where(catalogue: Catalogue, place: Place) -> list[Node]:
    anchor = catalogue.spots.get(place.anchor or "")
    within = [anchor.name] if anchor else []
    if place.kind is not PlaceKind.COUNTRY:
        within += [name for code in place.countries if (name := country(catalogue, code)) not in within]
    border = "between" if len(within) > 1 else "of"
    joint = border if place.kind is PlaceKind.BORDER else "in"
    located = f"{place.kind.value}{f' {joint} {wording.listed(within)}' if within else ''}"
    finer = ": nothing finer is stated" if place.precision in (Precision.AREA, Precision.LINE) else ""
    shown = (
        f" Shown as {deeds.precision(place)}{finer}." if place.precision is not Precision.UNLOCATED else " Not located."
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
                described(catalogue, claim).whole,
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
