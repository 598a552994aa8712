"""What a published page shows, in parts that a browser asks for by name.

    view            title, head and foot, what can be filtered by, axes; all that is needed at once
    columns         a column for each question of a filter, a value a claim, in the order of the lists
    rows-N          words and drawings of CHUNK rows: [row, on the scale, on the date axis, month, the same without
                    inferred places or null]
    cards-N         the evidence cards of these
    cited-N         their citations: [text, BibTeX, RIS]
    away            the claims that are not on the map, with why; and those while inferred places are switched off
    differing-N     CHUNK movements that are told differently: [places of their claims in the columns, ledger]
    articles        what was read
    read-N          ARTICLES of these to read, each its parts (reading.py)
    figures.json    all that the map shows (geo.maps.payload)

Words travel as trees (geo.sheets.nodes) and become text nodes: no string is read as HTML. What is composed here is
what the page of Streamlit composes, by the same functions.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from geo.dataset.fold import LETTERS, MARKS
from geo.dataset.leading import leading
from geo.dataset.query import Catalogue, has_inferred, in_panel, people, stated_only
from geo.dataset.store import Collection
from geo.maps.layout import missing, stands
from geo.maps.payload import payload
from geo.model import Claim, Panel
from geo.sharing import citation, periods
from geo.sharing.document.reading import ARTICLES, Texts
from geo.sharing.document.rows import Drawn, Scales
from geo.sharing.picture.dress import PLAIN, Dress
from geo.sharing.rows import CREDITS
from geo.sharing.view import Camera
from geo.sheets.away import entry
from geo.sheets.card import card
from geo.sheets.days import CAPTION
from geo.sheets.grouping import ENOUGH, NOWHERE, ONCE, Event, events, home
from geo.sheets.ledger import table
from geo.sheets.nodes import Node, element, kept
from geo.wording import claims as wording
from geo.wording import deeds
from geo.wording.countries import countries
from geo.wording.described import described
from geo.wording.grouping import Grouping
from geo.wording.method import method

CHUNK = 200
"""Rows, cards or movements in one part."""
FRAMED = (", as the articles say", "Natural Earth, GeoNames (CC BY 4.0); no position on borders")
"""What stands behind the number of figures in somebody's frame."""
Parts = Iterator[tuple[str, Any]]


@dataclass(frozen=True)
class Content:
    """``shown`` of ``catalogue``; the map begins at ``camera``, by default where it shows them all; ``dress`` has a
    title and a line below of one's own."""

    catalogue: Catalogue
    shown: Sequence[Claim]
    camera: Camera | None = None
    dress: Dress = PLAIN
    texts: bool = False
    """Whether the articles can be read whole here, and not the sentences of their figures alone."""

    @property
    def title(self) -> str:
        return self.dress.heading(self.catalogue)

    def parts(self) -> Parts:
        """Every part by name, as what JSON can hold."""
        scales = Scales(self.catalogue, self.shown)
        yield "view", self._view(scales)
        yield "columns", self._columns()
        for number, claims in enumerate(_chunks(self.shown)):
            drawn = Drawn(self.catalogue, scales)
            yield f"rows-{number}", [drawn.row(claim) for claim in claims]
            yield f"cards-{number}", [self._card(claim) for claim in claims]
            yield f"cited-{number}", [self._cited(claim) for claim in claims]
        yield "away", [self._away(self.shown), self._away([stated_only(claim) for claim in self.shown])]
        places = {claim.id: place for place, claim in enumerate(self.shown)}
        for number, movements in enumerate(_chunks(self._movements)):
            told = (([places[it.id] for it in one[0] if it.id in places], one) for one in movements)
            yield f"differing-{number}", [[ids, table(self.catalogue, one)] for ids, one in told]
        yield "articles", self._texts.listed()
        for number, articles in enumerate(self._texts.chunks() if self.texts else ()):
            yield f"read-{number}", articles
        yield "figures.json", self._map()

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self.catalogue, self.shown, open=self.texts)

    @cached_property
    def _events(self) -> list[Event]:
        panels = (in_panel(self.shown, panel) for panel in (Panel.TROOPS, Panel.DISPLACED))
        return [event for claims in panels for event in events(self.catalogue, claims)]

    @cached_property
    def _movements(self) -> list[Any]:
        return self.catalogue.differences(people(self.shown))

    @property
    def line(self) -> str:
        """The line under the title."""
        return self.dress.line(self.catalogue, self.shown)

    def _view(self, scales: Scales) -> dict[str, Any]:
        catalogue, shown = self.catalogue, self.shown
        days, known = periods.whole(catalogue), periods.known(catalogue)
        return {
            "title": self.title,
            "head": element("header", element("h1", self.title), element("p", self.line)),
            "foot": self._foot(),
            "framed": [f"{self.dress.name(self.catalogue)}: ", *FRAMED],
            "version": catalogue.collection.version,
            "collection": catalogue.collection.about.name,
            "chunk": CHUNK,
            "articles": self._texts.ids if self.texts else [],
            "read": ARTICLES,
            "events": [[event.words, event.told, len(event.claims)] for event in self._events],
            "groups": {"ways": list(Grouping), "enough": ENOUGH, "nowhere": NOWHERE, "once": ONCE},
            "movements": len(self._movements),
            "camera": self.camera,
            "inferred": has_inferred(shown),
            "period": [day.isoformat() for day in days] if days else None,
            "known": [day.isoformat() for day in known] if known else None,
            "fold": {"letters": LETTERS, "marks": MARKS},
            "statuses": [[status.value, wording.sentence_case(status)] for status in catalogue.statuses()],
            "sources": list(catalogue.sources()),
            "named": [[place, name] for name, place in catalogue.named.items()],
            "places": self._places(),
            "days": CAPTION,
            "charts": scales.charts(),
            "rules": {panel.value: wording.no_total(in_panel(shown, panel)) for panel in Panel},
            "others": wording.others(in_panel(shown, Panel.OTHER)),
            "latest": {panel.value: self._latest(panel) for panel in (Panel.TROOPS, Panel.DISPLACED)},
        }  # fmt: skip

    def _latest(self, panel: Panel) -> Node | None:
        lead = leading(self.catalogue, in_panel(self.shown, panel))
        if lead is None:
            return None
        words = kept(f" {described(self.catalogue, lead.claim).whole}.")
        return element("p", element("strong", f"{wording.lead(lead)}:"), *words, cls="latest")

    def _places(self) -> dict[str, list[str]]:
        """Name, country, kind and precision of every place of the figures, by id."""
        return {
            place.id: [
                wording.sentence_case(place.name),
                countries(self.catalogue, place) or "–",
                place.kind.value,
                deeds.precision(place),
            ]
            for place, _ in self.catalogue.places(self.shown)
        }

    @property
    def _has_all(self) -> bool:
        """Whether the claims have their inferred places too."""
        return all(len(claim.places) == len(self.catalogue.claims[claim.id].places) for claim in self.shown)

    def _columns(self) -> dict[str, list[Any]]:
        catalogue, shown = self.catalogue, self.shown
        found = catalogue.table.loc[[claim.id for claim in shown]]
        articles, days = [catalogue.article(claim) for claim in shown], [catalogue.dated(claim) for claim in shown]
        at = [stands(claim, catalogue.collection.geometries) for claim in shown]
        event = {claim.id: number for number, one in enumerate(self._events) for claim in one.claims}
        numbers = {article: number for number, article in enumerate(self.catalogue.articles)}
        return {
            "id": [claim.id for claim in shown],
            "panel": [claim.panel.value for claim in shown],
            "status": [claim.status.value for claim in shown],
            "publisher": [article.publisher for article in articles],
            "agency": [article.agency for article in articles],
            "published": [article.published.isoformat() if article.published else None for article in articles],
            "first": [known[1].isoformat() if known else None for known in days],
            "last": [known[2].isoformat() if known else None for known in days],
            "places": [sorted(ids) for ids in found["places" if self._has_all else "stated"]],
            "stated": [sorted(ids) for ids in found["stated"]],
            "used": [_ids(claim) for claim in shown],
            "said": [_ids(stated_only(claim)) for claim in shown],
            "about": [[*_ids(it), *(used.place.anchor for used in it.places if used.place.anchor)] for it in shown],
            "stands": [place.id if place else None for place in at],
            "differs": [any(it.differs for _, it in catalogue.links(claim.id)) for claim in shown],
            "home": [home(catalogue, claim) for claim in shown],
            "stated_home": [home(catalogue, stated_only(claim)) for claim in shown],
            "event": [event.get(claim.id) for claim in shown],
            "article": [numbers[claim.article] for claim in shown],
            "search": list(found["search"]),
        }

    def _card(self, claim: Claim) -> Node:
        whole = self.catalogue.claims.get(claim.id, claim)
        cites = [_copy(name, data_cite=str(number)) for number, name in enumerate(("text", "BibTeX", "RIS"))]
        read = element("button", "Read in the article", type="button", cls="plain", data_read=claim.id)
        acts = [
            *([read] if self.texts else []),
            element("button", "Copy link", type="button", cls="plain", data_link=claim.id),
            element("span", "Copy citation: ", cites[0], ", ", cites[1], ", ", cites[2]),
        ]
        return card(self.catalogue, whole, acts)

    def _cited(self, claim: Claim) -> list[str]:
        article = self.catalogue.article(claim)
        text = citation.as_text(claim, article, self.catalogue.adjectives)
        return [text, citation.as_bibtex(claim, article), citation.as_ris(claim, article)]

    def _away(self, claims: Sequence[Claim]) -> dict[str, Node]:
        away = missing(self.catalogue, claims)
        return {one.claim: entry(self.catalogue, self.catalogue.claims[one.claim], one) for one in away}

    def _foot(self) -> Node:
        notes = [element("div", element("dt", term), element("dd", words)) for term, words in method(self.catalogue)]
        version = self.catalogue.collection.version
        return element(
            "div",
            element("span", f"{CREDITS} Made with Dateline from data set {version}."),
            element("details", element("summary", "Method and limits"), element("dl", *notes, cls="method")),
            cls="foot",
        )

    def _map(self) -> Mapping[str, Any]:
        made = Catalogue.of(narrowed(self.catalogue.collection, self.shown))
        narrow = replace(made, adjectives=self.catalogue.adjectives)
        return {**json.loads(payload(narrow)), "basemap": "basemap/", "basemapVersion": ""}


def narrowed(collection: Collection, shown: Sequence[Claim]) -> Collection:
    """``collection`` with the claims of ``shown`` alone, and with what they need."""
    wanted = {claim.id for claim in shown}
    readings = tuple(
        replace(reading, claims=tuple(claim for claim in reading.claims if claim.id in wanted), toponyms=())
        for reading in collection.readings
    )
    links = tuple(link for link in collection.links if {link.first, link.second} <= wanted)
    used = {use.place.id for reading in readings for claim in reading.claims for use in claim.all_places}
    shapes = {place: shape for place, shape in collection.geometries.items() if place in used}
    return replace(collection, readings=readings, links=links, geometries=shapes, left_out=())


def _copy(name: str, **attributes: str) -> Node:
    return element("button", name, type="button", cls="plain", aria_label=f"Copy citation, {name}", **attributes)


def _ids(claim: Claim) -> list[str]:
    return list(dict.fromkeys(used.place.id for used in claim.places))


def _chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
