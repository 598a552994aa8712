"""The nouns of Dateline: what an article is, what a place is, and what one source claims about people.

Everything here is a frozen value. Spans count characters of the article's text as read, end exclusive, so
``article.text[span.start:span.end]`` is always the printed words. Coordinates are (lat, lon) in degrees, WGS 84.
Dates are inclusive intervals. ``None`` means that the text does not say; it never stands for zero.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Qualifier(StrEnum):
    """How the source hedges its figure."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    FEWER_THAN = "fewer than"
    BETWEEN = "between"
    VAGUE = "vague"


class Panel(StrEnum):
    """The two panels of figures about people, and everything that belongs in neither."""

    TROOPS = "troops"
    DISPLACED = "displaced"
    OTHER = "other"


class Population(StrEnum):
    """Who is counted; for territory and housing, what is. Homes are never turned into people."""

    TROOPS = "troops"
    REFUGEES = "refugees"
    ASYLUM_SEEKERS = "asylum seekers"
    DISPLACED = "displaced people"
    EVACUEES = "evacuees"
    RETURNEES = "returnees"
    MIGRANTS = "migrants"
    CIVILIANS = "civilians on the move"
    TERRITORY = "territory"
    HOUSING = "housing"

    @property
    def panel(self) -> Panel:
        if self is Population.TROOPS:
            return Panel.TROOPS
        if self in (Population.TERRITORY, Population.HOUSING):
            return Panel.OTHER
        return Panel.DISPLACED


class Basis(StrEnum):
    """What kind of figure it is; figures on different bases never add up."""

    EVENT = "event"
    TOTAL = "running total"
    STOCK = "stock"
    PLAN = "plan"
    CAPACITY = "capacity"
    ESTIMATE = "estimate"


class Action(StrEnum):
    """What the counted people do, or what is done with them."""

    EXERCISE = "exercise"
    PRESENT = "present"
    DEPLOY = "deploy"
    WITHDRAW = "withdraw"
    FLEE = "flee"
    CROSS = "cross"
    ARRIVE = "arrive"
    RETURN = "return"
    HOST = "host"
    ACCEPT = "accept"
    EVACUATE = "evacuate"
    DISPLACE = "displace"
    EXPEL = "expel"
    RECRUIT = "recruit"
    CONTROL = "control"
    DESTROY = "destroy"
    DAMAGE = "damage"
    UNSTATED = "unstated"


class Role(StrEnum):
    """What a place is to a claim."""

    AT = "at"
    FROM = "from"
    TO = "to"
    NEAR = "near"
    VIA = "via"


class Precision(StrEnum):
    """The geometry that the text supports; the map draws this and nothing finer."""

    POINT = "point"
    AREA = "area"
    LINE = "line"
    RADIUS = "radius"
    UNLOCATED = "unlocated"


class PlaceKind(StrEnum):
    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    CROSSING = "crossing"
    SITE = "site"
    BORDER = "border"
    REGION = "region"
    SEA = "sea"
    RIVER = "river"
    LAKE = "lake"


class Status(StrEnum):
    """How firmly the article lets the figure stand."""

    REPORTED = "reported"
    PLANNED = "planned"
    PLEDGED = "pledged"
    CLAIMED = "claimed"
    ESTIMATED = "estimated"
    DENIED = "denied"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Granularity(StrEnum):
    """How fine a date the text gives."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as printed, with inclusive bounds as stated; an open bound is None.

    Bounds count people (or families, or per cent: the claim's ``counted`` says which).
    """

    span: Span
    words: str
    qualifier: Qualifier
    low: int | None
    high: int | None

    @property
    def approx(self) -> bool:
        """True where the source itself says that the figure is not exact."""
        return self.qualifier in (Qualifier.ABOUT, Qualifier.VAGUE)

    @property
    def middle(self) -> int | None:
        """The value that sizes a symbol: the middle of the bounds, or the bound that is stated."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) // 2
        return self.low if self.low is not None else self.high


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends included, with the words that it was read from."""

    first: date
    last: date
    granularity: Granularity
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place.

    ``lat``/``lon`` is the point itself, or a point to put a label on for areas and lines; None where unlocated.
    ``radius_km`` is set where precision is RADIUS. ``countries`` are ISO 3166-1 alpha-2 codes: two for a border,
    none for the high seas. ``anchor`` is the id of the place that a site, circle or region is described by.
    ``source`` names the record that the coordinates come from.
    """

    id: str
    name: str
    kind: PlaceKind
    precision: Precision
    countries: tuple[str, ...]
    lat: float | None
    lon: float | None
    source: str
    radius_km: float | None = None
    anchor: str | None = None
    note: str | None = None

    @property
    def country(self) -> str | None:
        """The one country that the place is in; None for borders between two and for seas."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as written. ``literal`` is False where it stands for a government or a people.

    ``place`` is None where it could not be resolved; ``why`` then says why, and otherwise what decided.
    """

    span: Span
    text: str
    literal: bool
    place: Place | None
    why: str


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A place in its role. Where ``stated`` is False the role follows from the words around it; ``note`` says how."""

    place: Place
    role: Role
    stated: bool = True
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who the article says said it, nearest source first where there is a chain ("X reported citing Y")."""

    chain: tuple[str, ...]
    span: Span

    @property
    def words(self) -> str:
        return ", citing ".join(self.chain)


@dataclass(frozen=True, slots=True)
class StatusMark:
    """One turn in a claim's life, with the sentence that shows it; ``by`` where it was not the source's own."""

    status: Status
    span: Span
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Sequel:
    """What became of the same people later in the article ("They were flown back last week")."""

    action: Action
    span: Span
    happened: When | None
    places: tuple[ClaimPlace, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One source asserting one figure about one group of people at one place and time.

    ``id`` hashes the content (article, span and words), so that a rerun changes nothing. ``span`` is the figure with
    the people counted; ``sentence`` is the sentence as printed. ``attribution`` None is the outlet's own voice.
    ``repeats`` are further places in the article where the same claim is printed.
    """

    id: str
    article: str
    span: Span
    sentence: Span
    quantity: Quantity
    counted: str
    population: Population
    basis: Basis
    action: Action
    who: str | None
    places: tuple[ClaimPlace, ...]
    happened: When | None
    as_of: date | None
    reported: date | None
    attribution: Attribution | None
    statuses: tuple[StatusMark, ...]
    origin: str
    repeats: tuple[Span, ...] = ()
    sequel: Sequel | None = None

    @property
    def panel(self) -> Panel:
        return self.population.panel

    @property
    def all_places(self) -> tuple[ClaimPlace, ...]:
        """The places of the claim and of what became of the same people."""
        return self.places + (self.sequel.places if self.sequel is not None else ())

    @property
    def status(self) -> Status:
        """The latest turn; REPORTED where the article raises no doubt."""
        return self.statuses[-1].status if self.statuses else Status.REPORTED

    @property
    def status_words(self) -> str:
        """Each turn in words: "reported", "pledged, then withdrawn", "claimed, denied by the government"."""
        words = ""
        for mark in self.statuses:
            by = f" by {mark.by}" if mark.by else ""
            then = "then " if words and not by else ""
            words += f"{', ' if words else ''}{then}{mark.status}{by}"
        return words or str(Status.REPORTED)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published; ``text`` is kept as read and ``id`` is the head of its sha256."""

    id: str
    file: str
    sha256: str
    text: str
    title: str
    publisher: str | None
    agency: str | None
    published: date | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one article. ``notes`` say what was looked for and not found."""

    article: Article
    toponyms: tuple[Toponym, ...]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()


class Difference(StrEnum):
    """In what two claims about the same movement differ."""

    DATE = "date"
    PLACE = "place"
    GROUP = "group"
    BASIS = "basis"
    ROUNDING = "rounding"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims (ids) about the same movement, and what differs.

    ``same_origin``: one agency, or one text printed again, is behind both; such claims count once. ``same_source``:
    both articles give the word of the same speaker ("UNHCR said").
    """

    first: str
    second: str
    differs: tuple[Difference, ...]
    same_origin: bool
    same_source: bool = False
