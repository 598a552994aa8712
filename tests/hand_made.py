"""A collection made by hand from the seeds' text, for tests of what shows it: every shape that the model allows.

What the program itself finds in the seeds is another matter (test_acceptance).
"""

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

from geo.dataset.store import Collection, LeftOut
from geo.model import (
    Action,
    Article,
    Attribution,
    Basis,
    Claim,
    ClaimPlace,
    Difference,
    Granularity,
    Link,
    Place,
    PlaceKind,
    Population,
    Precision,
    Qualifier,
    Quantity,
    Reading,
    Role,
    Sequel,
    Span,
    Status,
    StatusMark,
    Toponym,
    When,
)
from tests.conftest import ROOT

JULY = date(2021, 7, 1)

DUSHANBE = Place("gn:1", "Dushanbe", PlaceKind.CITY, Precision.POINT, ("TJ",), 38.54, 68.78, "GeoNames")
BASE = Place(
    "site:base",
    "201st military base",
    PlaceKind.SITE,
    Precision.RADIUS,
    ("TJ",),
    38.54,
    68.78,
    "the text",
    15.0,
    "gn:1",
)
CROSSING = Place(
    "sup:skb", "Shir Khan Bandar", PlaceKind.CROSSING, Precision.RADIUS, ("AF",), 37.18, 68.5, "supplement", 10.0
)
AFGHANISTAN = Place("c:AF", "Afghanistan", PlaceKind.COUNTRY, Precision.AREA, ("AF",), 33.8, 66.0, "Natural Earth")
TAJIKISTAN = Place("c:TJ", "Tajikistan", PlaceKind.COUNTRY, Precision.AREA, ("TJ",), 38.7, 71.0, "Natural Earth")
NOWHERE = Place(
    "x:1", "the camp", PlaceKind.SITE, Precision.UNLOCATED, (), None, None, "the text", note="not in the gazetteer"
)


def article(name: str, **changes: Any) -> Article:
    """A seed as an article, with the head that its text prints."""
    text = (ROOT / "seeds" / name).read_text(encoding="utf-8")
    sha = hashlib.sha256(text.encode()).hexdigest()
    made = Article(sha[:12], name, sha, text, text.split("\n")[0].strip("# "), "The Moscow Times", "AFP", None, None)
    return replace(made, **changes)


DRILLS = article("001_147ea0ec7f2fdc28.txt", published=date(2021, 7, 14), url="https://example.org/drills")
ARMY = article("000_f290a34718d665d7.txt", published=date(2021, 7, 28), url="javascript:alert(1)")


def find(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def claim(where: Article, figure: str, opens: str, closes: str, **changes: Any) -> Claim:
    """A claim of troops in ``where``; its sentence runs from ``opens`` to ``closes``."""
    sentence = Span(find(where.text, opens).start, find(where.text, closes, find(where.text, opens).start).end)
    span = find(where.text, figure, sentence.start)
    made = Claim(
        id=f"{where.id}-{span.start}",
        article=where.id,
        span=span,
        sentence=sentence,
        quantity=Quantity(span, figure, Qualifier.ABOUT, 1000, 1000),
        counted="troops",
        population=Population.TROOPS,
        basis=Basis.EVENT,
        action=Action.EXERCISE,
        who=None,
        places=(),
        happened=None,
        as_of=None,
        reported=None,
        attribution=None,
        statuses=(),
        origin="by hand",
    )
    return replace(made, **changes)


def days(first: str, last: str, granularity: Granularity = Granularity.INTERVAL, words: str = "last week") -> When:
    return When(date.fromisoformat(first), date.fromisoformat(last), granularity, words)


EXERCISE = claim(
    DRILLS,
    "about 1,000",
    "On Wednesday, about",
    "Interfax reported.",
    who="Russia",
    places=(ClaimPlace(BASE, Role.AT), ClaimPlace(DUSHANBE, Role.AT)),
    happened=days("2021-07-14", "2021-07-14", Granularity.DAY, "Wednesday"),
    attribution=Attribution(("Interfax",), find(DRILLS.text, "Interfax")),
)
GARRISON = claim(
    DRILLS,
    "about 5,500",
    "Set up in 2005",
    "5,500 troops.",
    basis=Basis.STOCK,
    action=Action.PRESENT,
    who="Russia",
    quantity=Quantity(find(DRILLS.text, "about 5,500"), "about 5,500", Qualifier.ABOUT, 5500, 5500),
    places=(ClaimPlace(BASE, Role.AT),),
    as_of=date(2021, 7, 14),
)
CIVILIANS = claim(
    DRILLS,
    "77",
    "Tajikistan's national security",
    'Taliban."',
    counted="Afghan civilians",
    population=Population.CIVILIANS,
    action=Action.CROSS,
    who="Afghanistan",
    quantity=Quantity(find(DRILLS.text, "77"), "77", Qualifier.EXACTLY, 77, 77),
    places=(ClaimPlace(AFGHANISTAN, Role.FROM), ClaimPlace(TAJIKISTAN, Role.TO)),
    reported=date(2021, 7, 14),
    attribution=Attribution(("Tajikistan's national security committee",), find(DRILLS.text, "Tajikistan's national")),
)
FLED = claim(
    DRILLS,
    "more than 1,000",
    "Earlier this month",
    "Shir Khan Bandar.",
    counted="Afghan troops",
    action=Action.FLEE,
    who="Afghanistan",
    quantity=Quantity(find(DRILLS.text, "more than 1,000"), "more than 1,000", Qualifier.MORE_THAN, 1000, None),
    places=(
        ClaimPlace(CROSSING, Role.FROM, stated=False, note="as what triggered it"),
        ClaimPlace(TAJIKISTAN, Role.TO),
    ),
    happened=days("2021-07-01", "2021-07-14", words="Earlier this month"),
    sequel=Sequel(
        Action.RETURN,
        find(DRILLS.text, "They were flown back to Afghanistan last week."),
        days("2021-07-05", "2021-07-11"),
        (ClaimPlace(AFGHANISTAN, Role.TO),),
    ),
)
SEVERAL = claim(
    ARMY,
    "several hundred",
    "But the militants",
    "ex-Soviet republic.",
    counted="soldiers",
    action=Action.FLEE,
    who="Afghanistan",
    quantity=Quantity(find(ARMY.text, "several hundred"), "several hundred", Qualifier.VAGUE, 200, 900),
    places=(ClaimPlace(CROSSING, Role.FROM), ClaimPlace(TAJIKISTAN, Role.TO)),
    happened=days("2021-06-01", "2021-06-30", Granularity.MONTH, "last month"),
)
PLEDGE = claim(
    ARMY,
    "100,000",
    "A Tajik official",
    "refugees from Afghanistan.",
    counted="refugees",
    population=Population.REFUGEES,
    basis=Basis.CAPACITY,
    action=Action.ACCEPT,
    who="Afghanistan",
    quantity=Quantity(find(ARMY.text, "100,000"), "100,000", Qualifier.EXACTLY, 100_000, 100_000),
    places=(ClaimPlace(AFGHANISTAN, Role.FROM), ClaimPlace(TAJIKISTAN, Role.TO)),
    attribution=Attribution(("A Tajik official from the emergencies committee",), find(ARMY.text, "A Tajik official")),
    statuses=(
        StatusMark(Status.PLEDGED, find(ARMY.text, "A Tajik official from the emergencies committee")),
        StatusMark(Status.WITHDRAWN, find(ARMY.text, "But Tajik foreign minister Sirojiddin Muhridin appeared")),
    ),
)
BORDERS = claim(
    ARMY,
    "90%",
    "Russia, Tajikistan and Uzbekistan",
    "country's borders.",
    counted="of the country's borders",
    population=Population.TERRITORY,
    basis=Basis.STOCK,
    action=Action.CONTROL,
    who="the Taliban",
    quantity=Quantity(find(ARMY.text, "90%"), "90%", Qualifier.EXACTLY, 90, 90),
    places=(ClaimPlace(NOWHERE, Role.AT),),
    statuses=(StatusMark(Status.CLAIMED, find(ARMY.text, "claims to control")),),
)
LOST = claim(
    ARMY,
    "Some 230,000",
    "Some 230,000",
    "Afghanistan.",
    counted="members of the security forces",
    who="Tajikistan",
    quantity=Quantity(find(ARMY.text, "Some 230,000"), "Some 230,000", Qualifier.ABOUT, 230_000, 230_000),
    places=(ClaimPlace(NOWHERE, Role.AT),),
    happened=days("2021-07-19", "2021-07-25", Granularity.WEEK),
)


def toponyms(where: Article, *places: Place) -> tuple[Toponym, ...]:
    return tuple(
        Toponym(find(where.text, place.name), place.name, True, place, "by hand")
        for place in places
        if place.name in where.text
    )


def collection() -> Collection:
    """Eight figures of people, one statement, two articles, one agency, one difference, one file left out."""
    drills = Reading(DRILLS, toponyms(DRILLS, AFGHANISTAN, TAJIKISTAN), (EXERCISE, GARRISON, CIVILIANS, FLED))
    army = Reading(ARMY, toponyms(ARMY, AFGHANISTAN), (SEVERAL, BORDERS, LOST, PLEDGE), ("No date for one figure.",))
    links = (Link(SEVERAL.id, FLED.id, (Difference.DATE, Difference.NUMBER), same_origin=True),)
    return Collection((drills, army), links, left_out=(LeftOut("notes.txt", "is empty"),), version="by hand")


def hostile(words: str, key: str) -> Reading:
    """An article with ``words`` in every place where text from outside can stand; its ids begin with ``key``."""
    text = f"{words} 40 {words}\n\n{words}"
    sentence = Span(0, len(text))
    place = replace(CROSSING, id=f"{key}-place", name=words, note=words, source=words)
    country = replace(AFGHANISTAN, id=f"{key}-country", name=words)
    where = replace(
        DRILLS, id=key, text=text, title=words, publisher=words, agency=words, file=words, url=f"javascript:{words}"
    )
    span = Span(0, len(words))
    bad = replace(
        FLED,
        id=f"{key}-1",
        article=key,
        span=span,
        sentence=sentence,
        quantity=replace(FLED.quantity, span=span, words=words),
        counted=words,
        who=words,
        places=(ClaimPlace(place, Role.FROM, stated=False, note=words), ClaimPlace(country, Role.TO)),
        attribution=Attribution((words, words), span),
        statuses=(StatusMark(Status.DENIED, Span(len(words), len(text)), by=words),),
        happened=replace(days("2021-07-01", "2021-07-14"), words=words),
        sequel=Sequel(Action.RETURN, sentence, None, (ClaimPlace(country, Role.TO),)),
    )
    other = replace(
        bad, id=f"{key}-2", places=(ClaimPlace(replace(NOWHERE, id=f"{key}-nowhere", name=words, note=words), Role.AT),)
    )
    refugees = replace(bad, id=f"{key}-3", population=Population.REFUGEES, sequel=None)
    borders = replace(bad, id=f"{key}-4", population=Population.TERRITORY, action=Action.CONTROL)
    named = (
        Toponym(span, words, True, country, words),
        Toponym(Span(len(words) + 4, len(text)), words, True, place, words),
    )
    return Reading(where, named, (bad, other, refugees, borders), (words,))


def hostile_collection() -> Collection:
    """Every payload in an article of its own, a difference between the first two, a file left out."""
    readings = tuple(hostile(words, f"h{number}") for number, words in enumerate(PAYLOADS))
    links = (Link("h0-1", "h1-1", (Difference.PLACE,), same_origin=False),)
    return Collection(readings, links, left_out=tuple(LeftOut(words, words) for words in PAYLOADS))


PAYLOADS = (
    "{{ cycler.__init__.__globals__.os.popen('touch /tmp/dateline-was-here').read() }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}{# #}",
    "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'><svg onload=window.hit=1>",
    "`${window.hit = 1}` ${window.hit = 1} \\1 \\u003cimg\\u003e \\",
    "![a](https://evil.example/x.png) [b](javascript:window.hit=1) **c** _d_ # e",
    "$\\frac{1}{2}$ :red[f] :material/home: :smile: :blue-background[g]",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200fמספר 12",
    "'\"><a href=javascript:window.hit=1>h</a> &lt;b&gt; &#60;",
)
"""What an article, a title, a place name, a file name or an address might say to run or to look like something else."""


def visible(number: int) -> str:
    """The beginning of a payload, without the marks that turn text."""
    return PAYLOADS[number].strip("\u202e\u2066")[:8].strip()
