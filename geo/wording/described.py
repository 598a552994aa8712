"""How one claim reads, in the parts that every output puts together: row, card, label, list, picture, table."""

from dataclasses import dataclass

from geo.dataset.query import Catalogue
from geo.marks import Mark, mark
from geo.model import Basis, Claim, Status
from geo.wording import claims as wording
from geo.wording import dates, deeds, sources
from geo.wording.vocabulary import VERBS


@dataclass(frozen=True, slots=True)
class Described:
    """A claim in words. ``figure`` and ``people`` are read one after the other ("hundreds", "of evacuees"), ``counted``
    is both; ``deed`` says what they did and where, ``did`` in a word or two. ``doubt`` is what is not simply counted,
    "pledged, then withdrawn", and "" where all is; ``said`` is who says so, ``when`` its date with the year."""

    figure: str
    people: str
    counted: str
    deed: str
    doubt: str
    said: str
    when: str
    mark: Mark
    did: str

    @property
    def line(self) -> str:
        """ "more than 300 Malian troops fled to Niger"."""
        return _joined(self.counted, self.deed)

    @property
    def short(self) -> str:
        """For a label, which stands at its place: "several hundred soldiers fled"; "100,000 refugees: withdrawn"."""
        return f"{self.counted}: {self.doubt}" if self.doubt else _joined(self.counted, self.did)

    @property
    def sources(self) -> tuple[str, ...]:
        """The parts of the second line of a row: what is not simply counted, who says so, and when."""
        return tuple(part for part in (wording.sentence_case(self.doubt), self.said, self.when) if part)

    @property
    def source(self) -> str:
        """The second line of a row: "Pledged, then withdrawn · The president (AFP) · as of 6 July 2021"."""
        return " · ".join(self.sources)

    @property
    def whole(self) -> str:
        """Everything in one line, for a table and for a reader that hears it."""
        return f"{self.line}. {self.source}"


def described(catalogue: Catalogue, claim: Claim) -> Described:
    """How ``claim`` reads everywhere."""
    whole = catalogue.claims.get(claim.id)
    return Described(
        figure=wording.figure(claim),
        people=wording.counted(claim, catalogue.adjectives),
        counted=wording.people(claim, catalogue.adjectives),
        deed=deeds.placed(claim, hidden=whole is not None and bool(whole.places)),
        doubt=doubt(claim),
        said=sources.said(claim, catalogue.article(claim)),
        when=dates.when(catalogue.dated(claim)),
        mark=mark(claim),
        did=VERBS[claim.action][2] if deeds.is_stated(claim) else "",
    )


def doubt(claim: Claim) -> str:
    """The status in words where the figure is not simply reported or counted: "pledged, then withdrawn"; else ""."""
    kind = claim.basis.value if claim.basis in (Basis.PLAN, Basis.CAPACITY, Basis.ESTIMATE) else ""
    turns = {turn.status for turn in claim.statuses} - {Status.REPORTED}
    if not turns:
        return kind
    said_already = {Status.ESTIMATED} if claim.basis is Basis.ESTIMATE else {Status.PLANNED, Status.PLEDGED}
    return f"{kind}, {claim.status_words}" if kind and not turns & said_already else claim.status_words


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
