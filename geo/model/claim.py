"""One source asserting one figure about one group of people."""

from dataclasses import dataclass
from datetime import date

from geo.model.evidence import Evidence
from geo.model.place import Place
from geo.model.quantity import Quantity
from geo.model.span import Span
from geo.model.when import When
from geo.model.words import Action, Basis, Frame, Panel, Population, Role, Status


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A place in its role. Where ``stated`` is False it is inferred: probable, not said; ``note`` says from what."""

    place: Place
    role: Role
    stated: bool = True
    note: str | None = None
    evidence: Evidence | None = None


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

    The trace: ``form`` is how the people are named (``geo.claims.forms``), ``frame`` what the figure says happens and
    ``sure`` how probable that is; ``dated`` what its date rests on, ``spoken`` what its speaker does; ``considered``
    are the names of places that were weighed and not chosen, the likeliest first.
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
    form: str = ""
    frame: Frame = Frame.OTHER
    sure: float = 1.0
    dated: Evidence | None = None
    spoken: Evidence | None = None
    considered: tuple[str, ...] = ()

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
class Figure:
    """A number of people that no panel shows (killed, aided, polled ...), with the frame that keeps it out."""

    quantity: Quantity
    counted: str
    frame: Frame
    sure: float
    sentence: Span
