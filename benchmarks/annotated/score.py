"""Score answers against annotations: counts of what is right, a measure a name, over any number of articles.

Fields are scored over the figures found. Nothing found is nothing right: a measure of no answers at all is 0.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from msgspec import UNSET, UnsetType

from benchmarks.annotated import match
from benchmarks.annotated.answer import Answer, ClaimTold
from benchmarks.annotated.match import Names
from benchmarks.annotated.types import Annotation, DatedBy, Figure, Named, PlaceGiven
from geo.model import Panel

PLAIN = Names()
NEAREST = list(Named)
KEYS = {
    "precision": "figures: precision",
    "recall": "figures: recall",
    "f1": "figures: F1",
    "bounds": "bounds right",
    "place given": "place: given, of those that have one",
    "place": "place: right, of those that have one",
    "place and role": "place: right with its role",
    "place precision": "place: right, of those given",
    "stated": "place: right, of those stated",
    "inferred": "place: right, of those inferred",
    "no place": "no place given where there is none",
    **{f"place in {where}": f"place: right, named in {where}" for where in Named},
    "date": "date: right, of those that have one",
    "no date": "no date given where there is none",
    "date by publication": "date: by publication or not, told apart",
    "speaker": "speaker: right, of those that have one",
    "no speaker": "no speaker given where there is none",
    "status": "status",
    "action": "action",
    "unstated": "action unstated (less is better)",
    "who": "who",
    "basis": "basis",
    "counted": "counted",
    "population": "population",
    "frame": "frame, of all numbers of people",
    "leak": "in no panel, but published (less is better)",
}
"""Every measure by key, as the table words it, in its order."""
LESS_IS_BETTER = frozenset({"unstated", "leak"})


@dataclass
class Score:
    """Counts over articles: ``right`` of ``of``, by measure. ``misses`` are lines that say what was wrong where."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    leaks: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, measure: str, right: bool) -> bool:
        """Count one answer."""
        self.of[measure] += 1
        self.right[measure] += right
        return right

    def value(self, measure: str) -> float | None:
        """A measure, 0 to 1. 0 where nothing was answered; None where less is better and nothing was answered."""
        if measure == "f1":
            precision, recall = self.value("precision") or 0.0, self.value("recall") or 0.0
            return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        if measure in LESS_IS_BETTER and not self.of["precision"]:
            return None
        return self.right[measure] / self.of[measure] if self.of[measure] else 0.0


def score(pairs: Iterable[tuple[Annotation, Answer]], names: Names = PLAIN) -> Score:
    """Compare each annotation with the answer about its article."""
    total = Score()
    for annotation, answer in pairs:
        _article(annotation, answer, names, total)
    return total


def _article(annotation: Annotation, answer: Answer, names: Names, total: Score) -> None:
    claims = [claim for claim in answer.claims if claim.panel != Panel.OTHER]
    people = [figure for figure in annotation.figures if figure.published]
    for claim in claims:
        right = any(figure.panel == claim.panel and _overlap(figure, claim.spans) for figure in people)
        if not total.count("precision", right):
            frames = [figure.frame for figure in annotation.figures if _overlap(figure, claim.spans)]
            known = f" ({frames[0] or 'no figure'})" if frames else ""
            total.misses.append(f"{annotation.file}: not {claim.panel}{known}: {claim.words}")
    for figure in people:
        found = _found(figure, claims)
        if total.count("recall", found is not None) and found is not None:
            wrong = list(_fields(figure, found, names, total))
            total.misses += [f"{annotation.file}: {figure.text}: {each}" for each in wrong]
        else:
            total.misses.append(f"{annotation.file}: not found: {figure.text}")
    for figure in annotation.figures:
        _frame(figure, answer, claims, total)


def _overlap(figure: Figure, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < figure.end and figure.start < end for start, end in spans)


def _found(figure: Figure, claims: Sequence[ClaimTold]) -> ClaimTold | None:
    """The claim that is this figure: of those in its panel, the one that starts nearest."""
    there = [claim for claim in claims if claim.panel == figure.panel and _overlap(figure, claim.spans)]
    return min(there, key=lambda claim: min(abs(start - figure.start) for start, _ in claim.spans), default=None)


def _fields(figure: Figure, claim: ClaimTold, names: Names, total: Score) -> Iterator[str]:
    """Count each field that is scored; yields those that are wrong."""
    if figure.low is not UNSET and figure.high is not UNSET:
        right = total.count("bounds", (claim.low, claim.high) == (figure.low, figure.high))
        yield from _wrong(right, "bounds", f"{claim.low}..{claim.high}", f"{figure.low}..{figure.high}")
    if sets := match.place_sets(figure):
        yield from _places(sets, claim, names, total)
    yield from _date(figure, claim, total)
    total.count("unstated", claim.action in (None, "unstated"))
    also = figure.also
    speakers = match.values(figure.attribution, also.attribution)
    spoken = "speaker" if speakers and speakers[0] else "no speaker"
    for name, told, wanted, same in (
        (spoken, claim.attributed_to, speakers, match.speaker_right),
        ("status", claim.status, match.values(figure.status, also.status), match.status_right),
        ("action", claim.action, match.values(figure.action, also.action), match.word_right),
        ("who", claim.who, match.values(figure.who, also.who), match.name_right),
        ("basis", claim.basis, match.values(figure.basis, also.basis), match.word_right),
        ("counted", claim.counted, match.values(figure.counted, also.counted), match.name_right),
        ("population", claim.population, match.values(figure.population, also.population), match.word_right),
    ):
        if wanted:
            yield from _wrong(total.count(name, same(wanted, told)), name, told, wanted[0])


def _wrong(right: bool, name: str, told: object, wanted: object) -> Iterator[str]:
    if not right:
        yield f"{name} {told}, not {wanted}"


def _places(sets: list[list[PlaceGiven]], claim: ClaimTold, names: Names, total: Score) -> Iterator[str]:
    pairs = [[(gold, told) for gold in each for told in claim.places if names.same(gold, told)] for each in sets]
    in_role = [sum(gold.role == told.role for gold, told in each) for each in pairs]
    at = max(range(len(sets)), key=lambda n: (len(pairs[n]), in_role[n], -len(sets[n])))
    best, found = sets[at], pairs[at]
    if not any(sets) or (not claim.places and [] in sets):
        if not total.count("no place", not claim.places):
            total.of["place precision"] += len(claim.places)
            total.of.update("stated" if told.stated else "inferred" for told in claim.places)
            yield f"place {_shown(claim)}, not none"
        return
    total.count("place given", bool(claim.places))
    for told in claim.places:
        right = any(told is other for _, other in found)
        total.count("place precision", right)
        total.count("stated" if told.stated else "inferred", right)
    with_role = in_role[at] > 0
    total.count("place", bool(found))
    total.count("place and role", with_role)
    named = sorted((place.where for place in best if place.where is not UNSET), key=NEAREST.index)
    if named:
        total.count(f"place in {named[0]}", bool(found))
    if not with_role or any(not any(told is other for _, other in found) for told in claim.places):
        yield f"place {_shown(claim)}, not {'; '.join(f'{place.role} {place.name}' for place in best)}"


def _shown(claim: ClaimTold) -> str:
    return "; ".join(f"{place.role} {place.name}" for place in claim.places) or "none"


def _date(figure: Figure, claim: ClaimTold, total: Score) -> Iterator[str]:
    right = match.dates(figure)
    if right:
        key = "date" if any(right) else "no date"
        if not total.count(key, match.date_right(right, claim)):
            yield f"date {claim.happened or claim.as_of}, not {figure.happened or figure.as_of}"
    if figure.dated_by is not UNSET and figure.dated_by not in (None, DatedBy.NONE) and (claim.happened or claim.as_of):
        by_publication = figure.dated_by is DatedBy.PUBLICATION
        total.count("date by publication", by_publication == (claim.dated_by == DatedBy.PUBLICATION))


def _frame(figure: Figure, answer: Answer, claims: Sequence[ClaimTold], total: Score) -> None:
    """Whether a figure's frame is known, and of those that belong in no panel, whether it was published."""
    frame = None if isinstance(figure.frame, UnsetType) else figure.frame
    if not figure.published:
        leaked = any(_overlap(figure, claim.spans) for claim in claims)
        total.count("leak", leaked)
        kind = frame or "of no stated frame"
        total.others[kind] += 1
        total.leaks[kind] += leaked
    if frame:
        claimed = [claim.frame for claim in answer.claims if _overlap(figure, claim.spans)]
        known = [other.frame for other in answer.others if _overlap(figure, [(other.start, other.end)])]
        total.count("frame", frame in [*claimed, *known])
