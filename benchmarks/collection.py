"""A made-up collection, as large as a newsroom's: to measure the page with, and to look at it.

    python -m benchmarks.collection FOLDER                          500 articles with 3,000 figures
    python -m benchmarks.collection FOLDER --articles 2 --figures 8
    python -m benchmarks.collection FOLDER --articles 25 --figures 25 --conflicts 5
    python -m benchmarks.collection FOLDER --articles 170000 --figures 1000000 --tables

Writes FOLDER/collection.json, a data set as ``python -m geo build`` makes it, and the tables of a large one beside it;
with ``--tables`` these alone, article by article, in constant memory. Its places are real, from the gazetteer;
everything else is invented and says so: articles, agencies, publishers, figures. The same sizes give the same bytes.
"""

import argparse
import hashlib
from collections import Counter, OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random

from benchmarks import prose
from benchmarks.grounds import Grounds
from benchmarks.prose import Copy, Deed
from geo.dataset.store import Collection, Geometry, LeftOut, save
from geo.model import (
    Article,
    Attribution,
    Basis,
    Claim,
    ClaimPlace,
    Difference,
    Link,
    Place,
    PlaceKind,
    Population,
    Precision,
    Qualifier,
    Quantity,
    Reading,
    Span,
    Status,
    StatusMark,
    Toponym,
)
from geo.places.outlines import geometry
from geo.store import manifest, write

ARTICLES, FIGURES = 500, 3_000
SEED = 500_3000
FIRST_DAY, DAYS = date(2024, 1, 2), 725
"""Articles are published over two years."""
AGENCIES = ("Northern Wire", "Meridian News Agency", "Press Union", None)
PUBLISHERS = ("The Morning Ledger", "Harbour Post", "The Continental", "Daily Courier", "Valley Times", None)
WITHOUT_FIGURES = 0.03
"""The share of articles that have none."""
RECENT, REMEMBERED = 6, 100_000
"""Events of one country that another article may tell, and events whose last telling is known, to be linked with."""
LEFT_OUT = (LeftOut("0500.txt", "is empty. Put an article's text into it"),)
Named = tuple[Span, Place]


@dataclass(frozen=True)
class Event:
    """Something that several articles may report. ``people`` is how many there were."""

    number: int
    deed: Deed
    places: dict[str, ClaimPlace]
    who: str
    seat: Place
    people: int
    day: date


class Newsroom:
    """Invents events, and writes the articles that report them, by the day of publication."""

    """``conflicts``: how many countries articles are about, those with the most first; by default the whole world."""

    def __init__(self, conflicts: int | None = None) -> None:
        self._chance = Random(SEED)  # noqa: S311 - the same collection each time, and no secret
        self._grounds = Grounds()
        self._weights = self._grounds.heaviest(conflicts)
        self._events: dict[str, deque[Event]] = {}
        self._numbers = count()
        self._told: OrderedDict[int, tuple[Article, Claim]] = OrderedDict()
        self.links: list[Link] = []
        self.geometries: dict[str, Geometry] = {}
        """Of the places of all readings that were made so far; and so are the links."""
        self._reprinted: set[str] = set()
        self._outlined: set[str] = set()

    def collection(self, articles: int = ARTICLES, figures: int = FIGURES) -> Collection:
        readings = tuple(self.readings(articles, figures))
        return Collection(readings, tuple(self.links), self.geometries, left_out=LEFT_OUT)

    def readings(self, articles: int, figures: int) -> Iterator[Reading]:
        """Article by article; only the last few are kept."""
        for reading in self._readings(articles, figures):
            self._outline(reading)
            yield reading

    def _outline(self, reading: Reading) -> None:
        """Learn the shapes of the places of a reading."""
        found = [named.place for named in reading.toponyms if named.place is not None]
        for place in (*found, *(used.place for claim in reading.claims for used in claim.all_places)):
            if place.id in self._outlined or place.precision not in (Precision.AREA, Precision.LINE):
                continue
            self._outlined.add(place.id)
            if (shape := geometry(place, self._grounds.gazetteer)) is not None:
                self.geometries[place.id] = shape

    def _readings(self, articles: int, figures: int) -> Iterator[Reading]:
        chance = self._chance
        days = sorted(FIRST_DAY + timedelta(chance.randrange(DAYS)) for _ in range(articles))
        shares = [0.0 if chance.random() < WITHOUT_FIGURES else 0.1 + chance.random() ** 2 for _ in range(articles - 1)]
        counts = Counter(chance.choices(range(articles), [1.0, *shares], k=figures))
        codes, weights = list(self._weights), list(self._weights.values())
        last: deque[Reading] = deque(maxlen=4)
        for number, day in enumerate(days):
            twin = next((r for r in last if self._may_reprint(r) and len(r.claims) == counts[number]), None)
            if twin is not None and chance.random() < 0.7:
                last.append(self._reprint(twin, number, day))
            else:
                (code,) = chance.choices(codes, weights)
                last.append(self._article(code, number, day, counts[number]))
            yield last[-1]

    def _article(self, code: str, number: int, day: date, figures: int) -> Reading:
        """An article from a country, with so many figures."""
        chance, ground, copy = self._chance, self._grounds.of(code), Copy()
        title = f"{ground.country.name}: {chance.choice(prose.TITLES)}, {day.day} {day:%B}"
        agency, publisher = chance.choice(AGENCIES), chance.choice(PUBLISHERS)
        copy.write(f"{title}\n\n")
        copy.write(f"By {agency}\n\n" if agency else "")
        copy.write(f"{day:%B} {day.day}, {day.year}\n\n")
        named = [(copy.write(ground.seat.name), ground.seat)]
        copy.write(f". {prose.MADE_UP}\n\n")
        drafts: list[tuple[Event, Claim]] = []
        for _ in range(figures):
            event = self._event(code, day)
            claim, places = self._claim(copy, event, day)
            drafts.append((event, claim))
            named += places
            if chance.random() < 0.5:
                named += self._aside(copy, chance.choice((*ground.towns[:8], ground.country)), day)
        if not figures:
            named += self._aside(copy, ground.seat, day)
        undated, no_address = number % 61 == 60, number % 7 == 6
        text = copy.text.rstrip() + "\n"
        article = Article(
            _id(text), f"{number:04}.txt", _sha(text), text, title, publisher, agency,
            published=None if undated else day, url=None if no_address else f"https://www.example.org/{number}",
        )  # fmt: skip
        toponyms = tuple(
            Toponym(span, span.of(article.text), True, place, "made up")
            for span, place in sorted(named, key=lambda found: found[0])
        )
        claims = tuple(self._publish(article, draft, event.number) for event, draft in drafts)
        return Reading(article, toponyms, claims, () if claims else ("No figure about people was found.",))

    def _aside(self, copy: Copy, place: Place, day: date) -> list[Named]:
        """A sentence without a figure, and the end of the paragraph."""
        words = self._chance.choice(prose.ASIDES)
        _, spans = copy.sentence(words, {"place": place.name, "day": f"{day:%A}"})
        copy.paragraph()
        return [(spans["place"], place)]

    def _may_reprint(self, reading: Reading) -> bool:
        """Only an agency's article with figures, and once."""
        return bool(reading.article.agency and reading.claims) and reading.article.title not in self._reprinted

    def _reprint(self, twin: Reading, number: int, day: date) -> Reading:
        """An agency's article again, in another newspaper: its spans stay, for only the last line is new."""
        self._reprinted.add(twin.article.title)
        publisher = self._chance.choice([name for name in PUBLISHERS if name not in (None, twin.article.publisher)])
        text = f"{twin.article.text}\nThis article was also printed by {publisher}.\n"
        article = replace(twin.article, id=_id(text), file=f"{number:04}.txt", sha256=_sha(text), text=text,
                          publisher=publisher, published=twin.article.published and day, url=None)  # fmt: skip
        claims = []
        for original in twin.claims:
            claims.append(_named(original, article))
            self.links.append(Link(original.id, claims[-1].id, (), same_origin=True))
        return replace(twin, article=article, claims=tuple(claims))

    def _event(self, code: str, day: date) -> Event:
        """A new event in a country, or one that other articles have told already."""
        chance, known = self._chance, self._events.setdefault(code, deque(maxlen=RECENT))
        recent = [event for event in known if (day - event.day).days < 25]
        if recent and chance.random() < 0.3:
            return chance.choice(recent)
        (deed,) = chance.choices(prose.DEEDS, [deed.weight for deed in prose.DEEDS])
        ground, (low, high) = self._grounds.of(code), deed.sizes
        number = next(self._numbers)
        places = self._grounds.places(chance, code, deed.roles, deed.action)
        people = int(low * (high / low) ** chance.random())
        happened = day - timedelta(chance.randrange(1, 12))
        event = Event(number, deed, places, ground.country.name, ground.seat, people, happened)
        known.append(event)
        return event

    def _claim(self, copy: Copy, event: Event, published: date) -> tuple[Claim, list[Named]]:
        """Write what an article says of an event: its claim, still without article and id, and the places named."""
        chance, deed = self._chance, event.deed
        speaker, noun = chance.choice(prose.SPEAKERS), chance.choice(deed.nouns)
        people = max(2, int(event.people * chance.choice((1, 1, 1, 1.02, 0.9, 1.4))))
        words, qualifier, low, high = prose.figure(chance, people)
        if deed.population is Population.TERRITORY:
            words, qualifier, low, high = f"{event.people}%", Qualifier.EXACTLY, event.people, event.people
        told, happened = prose.when(chance, published, event.day) if "{when}" in deed.words else ("", None)
        parts = {part: _in_words(used.place) for part, used in event.places.items()}
        parts |= {"figure": words, "noun": noun, "when": told, "speaker": speaker}
        sentence, spans = copy.sentence(deed.words, parts)
        marks, named = self._marks(copy, chance.choice(deed.statuses), sentence, event)
        named += [(spans[part], used.place) for part, used in event.places.items()]
        stands = deed.basis in (Basis.STOCK, Basis.CAPACITY)
        draft = Claim(
            id="", article="", span=Span(spans["figure"].start, spans["noun"].end), sentence=sentence,
            quantity=Quantity(spans["figure"], spans["figure"].of(copy.text), qualifier, low, high), counted=noun,
            population=deed.population, basis=deed.basis, action=deed.action, who=event.who,
            places=tuple(event.places.values()), happened=happened, as_of=published if stands else None,
            reported=None if stands or happened else published,
            attribution=Attribution(tuple(speaker.split(", citing ")), spans["speaker"]), statuses=marks,
            origin="made up",
        )  # fmt: skip
        return draft, [
            (Span(span.end - len(place.name), span.end), place)
            for span, place in named
            if place.kind is not PlaceKind.SITE
        ]

    def _marks(
        self, copy: Copy, status: Status, sentence: Span, event: Event
    ) -> tuple[tuple[StatusMark, ...], list[Named]]:
        """The turns of a claim; a second one has a sentence of its own."""
        if status is Status.REPORTED:
            return (), []
        if status not in prose.TURNS:
            return (StatusMark(status, sentence),), []
        first, words = prose.TURNS[status]
        turn, spans = copy.sentence(words, {"place": event.seat.name})
        second = StatusMark(status, turn, "the government" if spans else None)
        return (StatusMark(first, sentence), second), [(span, event.seat) for span in spans.values()]

    def _publish(self, article: Article, draft: Claim, event: int) -> Claim:
        """The claim in its article, linked to the last one about the same event."""
        claim = _named(draft, article)
        if event in self._told:
            where, earlier = self._told[event]
            one_origin = where.id == article.id or (article.agency is not None and article.agency == where.agency)
            self.links.append(Link(earlier.id, claim.id, tuple(_differences(earlier, claim)), one_origin))
        self._told[event] = article, claim
        if len(self._told) > REMEMBERED:
            self._told.popitem(last=False)
        return claim


def _in_words(place: Place) -> str:
    return f"the {place.name}" if place.kind is PlaceKind.BORDER else place.name


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _id(text: str) -> str:
    return _sha(text)[:12]


def _named(draft: Claim, article: Article) -> Claim:
    return replace(
        draft, id=_id(f"{article.sha256} {draft.quantity.span.start} {draft.quantity.words}"), article=article.id
    )


def _differences(one: Claim, other: Claim) -> list[Difference]:
    found = []
    if one.happened != other.happened:
        found.append(Difference.DATE)
    ours, theirs = one.quantity.middle or 0, other.quantity.middle or 0
    if ours != theirs:
        near = min(ours, theirs) > 0.8 * max(ours, theirs)
        found.append(Difference.ROUNDING if near else Difference.NUMBER)
    return found


def tables(built: Path, articles: int, figures: int) -> str:
    """Make up a collection of any size as tables beside ``built``, which is not written; its version."""
    room = Newsroom()
    made = room.readings(articles, figures)
    return write.write(manifest.beside(built), made, room.geometries, links=room.links, left_out=LEFT_OUT).version


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.collection", description="Make up a collection.")
    parser.add_argument("folder", type=Path, help="where collection.json goes")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--figures", type=int, default=FIGURES)
    parser.add_argument("--conflicts", type=int, help="countries that articles are about (default: the world)")
    parser.add_argument("--tables", action="store_true", help="only tables, for more than one file can hold")
    chosen = parser.parse_args()
    built = chosen.folder / "collection.json"
    if chosen.tables:
        version = tables(built, chosen.articles, chosen.figures)
        print(f"{chosen.articles:,} articles, {chosen.figures:,} figures: version {version}")
        return
    made = Newsroom(chosen.conflicts).collection(chosen.articles, chosen.figures)
    version = save(made, built)
    write.put_beside(replace(made, version=version), built)
    print(f"{len(made.articles)} articles, {len(made.claims)} figures, {len(made.places)} places, "
          f"{len(made.links)} links: version {version}")  # fmt: skip


if __name__ == "__main__":
    main()
