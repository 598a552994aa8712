"""A collection made by hand with all that a reading can leave open: inferred places, none, and what each rests on."""

import hashlib
from dataclasses import replace
from datetime import date

from geo.dataset.store import Collection
from geo.model import (
    Action,
    Article,
    Basis,
    Claim,
    ClaimPlace,
    Evidence,
    Figure,
    Frame,
    Granularity,
    How,
    Place,
    PlaceKind,
    Population,
    Precision,
    Qualifier,
    Quantity,
    Reading,
    Role,
    Span,
    When,
)
from tests.made import box

TEXT = """Floods empty the villages around Bor

12 March 2019

Bor was cut off for a third day on Tuesday, and the villages around it stood under water. Twelve people were killed.

Some 4,000 people are sheltering in schools, the county said. Aid workers fed 900 people at the landing.

A further 1,200 people fled to Juba by boat.

About 300 soldiers were sent to help.

On Monday 60 peacekeepers came to Malakal. The country counts 90,000 returnees from Côte d’Ivoire and Łódź.
"""


def span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


ARTICLE = Article(
    "floods000000",
    "floods.txt",
    hashlib.sha256(TEXT.encode()).hexdigest(),
    TEXT,
    "Floods empty the villages around Bor",
    "The River Post",
    None,
    date(2019, 3, 12),
    "https://example.org/floods",
)


def town(name: str, lat: float, lon: float) -> Place:
    return Place(f"gn:{name}", name, PlaceKind.CITY, Precision.POINT, ("SS",), lat, lon, "GeoNames")


BOR, JUBA, MALAKAL = town("Bor", 6.21, 31.56), town("Juba", 4.85, 31.58), town("Malakal", 9.53, 31.66)
SOUTH_SUDAN = Place("c:SS", "South Sudan", PlaceKind.COUNTRY, Precision.AREA, ("SS",), 7.3, 30.3, "Natural Earth")
ONLY = "the only place of the story"


def at(place: Place, role: Role, evidence: Evidence | None, note: str | None = None) -> ClaimPlace:
    return ClaimPlace(place, role, stated=note is None, note=note, evidence=evidence)


def claim(figure: str, counted: str, sentence: str, value: int, **changes: object) -> Claim:
    found, whole = span(figure), span(sentence)
    made = Claim(
        id=f"floods-{found.start}",
        article=ARTICLE.id,
        span=Span(found.start, span(counted, figure).end),
        sentence=whole,
        quantity=Quantity(found, figure, Qualifier.ABOUT, value, value),
        counted=counted,
        population=Population.DISPLACED,
        basis=Basis.STOCK,
        action=Action.PRESENT,
        who=None,
        places=(),
        happened=None,
        as_of=None,
        reported=ARTICLE.published,
        attribution=None,
        statuses=(),
        origin="by hand",
        form="number and noun",
        frame=Frame.MOVED,
        sure=0.97,
        dated=Evidence(How.PUBLICATION, 0.75),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


HEADLINE_BOR = span("Bor")
EARLIER_BOR = span("Bor", "12 March")
SHELTERING = claim(
    "Some 4,000",
    "people",
    "Some 4,000 people are sheltering in schools, the county said.",
    4000,
    frame=Frame.HOSTED,
    places=(at(BOR, Role.AT, Evidence(How.EARLIER, 0.82, EARLIER_BOR), ONLY),),
    spoken=Evidence(How.SENTENCE, 0.95, span("the county")),
)
FLED = claim(
    "1,200",
    "people",
    "A further 1,200 people fled to Juba by boat.",
    1200,
    action=Action.FLEE,
    basis=Basis.EVENT,
    places=(
        at(BOR, Role.FROM, Evidence(How.HEADLINE, 0.64, HEADLINE_BOR), "named in the headline"),
        at(JUBA, Role.TO, Evidence(How.SENTENCE, 0.98, span("Juba"))),
    ),
)
SENT = claim(
    "About 300",
    "soldiers",
    "About 300 soldiers were sent to help.",
    300,
    population=Population.TROOPS,
    action=Action.DEPLOY,
    basis=Basis.EVENT,
    considered=("Juba", "Bor"),
)
PEACEKEEPERS = claim(
    "60",
    "peacekeepers",
    "On Monday 60 peacekeepers came to Malakal.",
    60,
    population=Population.TROOPS,
    action=Action.ARRIVE,
    basis=Basis.EVENT,
    places=(at(MALAKAL, Role.TO, Evidence(How.SENTENCE, 0.97, span("Malakal"))),),
    happened=When(date(2019, 3, 11), date(2019, 3, 11), Granularity.DAY, "Monday"),
    dated=Evidence(How.SENTENCE, 0.96, span("Monday")),
    considered=("Bor",),
)
RETURNEES = claim(
    "90,000",
    "returnees",
    "The country counts 90,000 returnees from Côte d’Ivoire and Łódź.",
    90_000,
    population=Population.RETURNEES,
    places=(at(SOUTH_SUDAN, Role.AT, Evidence(How.DATELINE, 0.71), "the country of the places around"),),
)
CLAIMS = (SHELTERING, FLED, SENT, PEACEKEEPERS, RETURNEES)


def other(words: str, counted: str, frame: Frame, value: int, sentence: str) -> Figure:
    return Figure(Quantity(span(words), words, Qualifier.EXACTLY, value, value), counted, frame, 0.93, span(sentence))


OTHERS = (
    other("Twelve", "people", Frame.KILLED, 12, "Twelve people were killed."),
    other("900", "people", Frame.AIDED, 900, "Aid workers fed 900 people at the landing."),
)


def collection() -> Collection:
    """Five figures: two at inferred places, one from one, one stated, one nowhere; two numbers left out."""
    return Collection(
        (Reading(ARTICLE, (), CLAIMS, (), OTHERS),),
        geometries={SOUTH_SUDAN.id: box(24.1, 3.5, 35.9, 12.2)},
        version="inferred by hand",
    )
