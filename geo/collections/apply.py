"""Decisions over whatever the reader finds: matched by article and words, applied in order, never dropped."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from geo.collections import added
from geo.collections.corrections import corrected
from geo.collections.leaving import Tellings
from geo.collections.rewritten import called_first, rewritten
from geo.model import Article, Claim, Place, Reading
from geo.model.decision import OF_TWO, Anchor, Decision, Review, Verdict

AROUND = 40
"""Characters before and after a figure that are kept with a decision."""
ALIKE = 0.5
"""How much of the words around a figure must be the same for it to be the one that was decided about (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Applied:
    """``readings`` as people decided; ``rejected`` claims are in none of them; ``unfit`` decisions fit no claim.

    ``tellings``: as ``tellings`` gives them.
    """

    readings: tuple[Reading, ...]
    reviews: tuple[Review, ...]
    rejected: tuple[Claim, ...]
    unfit: tuple[Decision, ...]
    tellings: Tellings


def anchor(claim: Claim, article: Article) -> Anchor:
    """What a decision about ``claim`` keeps to find it again."""
    span, text = claim.quantity.span, article.text
    return Anchor(
        claim=claim.id,
        work=article.url or article.sha256,
        file=article.file,
        words=flat(span.of(text)),
        before=flat(text[max(0, span.start - 2 * AROUND) : span.start])[-AROUND:],
        after=flat(text[span.end : span.end + 2 * AROUND])[:AROUND],
        sentence=flat(claim.sentence.of(text)),
    )


def standing(decisions: Iterable[Decision], called: Mapping[str, str] = {}) -> dict[Anchor, tuple[Decision, ...]]:
    """What was not undone, in order, by the figure that it is about, as that was first called; an undo takes back the
    latest before it. ``called``: what else a figure is called that had several ids."""
    found: dict[str, list[Decision]] = defaultdict(list)
    anchors: dict[str, Anchor] = {}
    for decision in decisions:
        key = called.get(decision.about.claim, decision.about.claim)
        anchors.setdefault(key, decision.about)
        if decision.verdict is not Verdict.UNDO:
            found[key].append(decision)
        elif found[key]:
            found[key].pop()
    return {anchors[key]: tuple(made) for key, made in found.items() if made}


def apply(decisions: Sequence[Decision], readings: Sequence[Reading], gone: Set[str] = frozenset()) -> Applied:
    """``readings`` with every decision that fits a claim of theirs; ``gone``: hashes of articles taken out."""
    articles = {reading.article.id: reading.article for reading in readings}
    works = rewritten(decisions, readings, gone)
    decisions = _placed(decisions, readings)
    forged = _forged(decisions, readings, works)
    readings, by_now = _with_added([it for it in decisions if it.about not in forged], readings, works)
    claims = [claim for reading in readings for claim in reading.claims]
    by_id = {claim.id: claim for claim in claims}
    by_work: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for work in {articles[claim.article].url, articles[claim.article].sha256} - {None}:
            by_work[str(work)].append(claim)
    made: dict[str, tuple[Decision, ...]] = {}
    unfit: list[Decision] = []

    def fitting(about: Anchor) -> Claim | None:
        there = by_work[works.get(about.work, about.work)]
        return by_now.get(about.claim) or by_id.get(about.claim) or _alike(about, there, articles)

    first = called_first((it for it in decisions if it.about not in forged), fitting)
    for about, these in standing(decisions, first).items():
        found = None if about in forged else fitting(about)
        if found is None or found.id in made:
            unfit += these
            continue
        settled = [(it, _with_other(it, found, fitting)) for it in these]
        unfit += [it for it, as_now in settled if as_now is None]
        if kept := tuple(as_now for _, as_now in settled if as_now is not None):
            made[found.id] = kept
    reviews = {key: Review(key, these) for key, these in made.items()}
    return Applied(
        tuple(_reviewed(reading, reviews) for reading in readings) if reviews else tuple(readings),
        tuple(reviews[claim.id] for claim in claims if claim.id in reviews),
        tuple(claim for claim in claims if claim.id in reviews and reviews[claim.id].rejected),
        tuple(unfit),
        tellings(decisions, reviews.values()),
    )


def tellings(decisions: Iterable[Decision], reviews: Iterable[Review]) -> Tellings:
    """What people said of two figures, by the latest decision about both."""
    order = {decision.id: number for number, decision in enumerate(decisions)}
    said = [(order[it.id], review.claim, it) for review in reviews for it in review.tellings]
    return {
        frozenset((claim, it.other.claim)): None if it.verdict is Verdict.MERGE else claim
        for _, claim, it in sorted(said, key=lambda row: row[0])
        if it.other is not None
    }


def _with_other(decision: Decision, found: Claim, fitting: Callable[[Anchor], Claim | None]) -> Decision | None:
    """A decision about two figures with the other's id of now; None where there is no other any more."""
    if decision.other is None:
        return None if decision.verdict in OF_TWO else decision
    other = fitting(decision.other)
    if other is None or other.id == found.id:
        return None
    return replace(decision, other=replace(decision.other, claim=other.id))


def _placed(decisions: Sequence[Decision], readings: Sequence[Reading]) -> list[Decision]:
    """``decisions`` with the places that the readings name where these say they stand: a decision, which may be
    anybody's, moves no place by naming it."""
    known: dict[str, list[Place]] = defaultdict(list)
    for reading in readings:
        named = [toponym.place for toponym in reading.toponyms if toponym.place is not None]
        for place in (*named, *(used.place for claim in reading.claims for used in claim.all_places)):
            known[place.id].append(place)
    return [
        it
        if it.place is None or any(_together(it.place, other) for other in known[it.place.id] or [it.place])
        else replace(it, place=known[it.place.id][0])
        for it in decisions
    ]


def _together(one: Place, two: Place) -> bool:
    return (one.lat, one.lon, one.precision) == (two.lat, two.lon, two.precision)


def _forged(decisions: Sequence[Decision], readings: Sequence[Reading], works: Mapping[str, str]) -> set[Anchor]:
    """Figures that were added under the id of another, which the readings have elsewhere: no data set can hold both."""
    spans = {claim.id: (reading.article, claim.quantity.span) for reading in readings for claim in reading.claims}
    found = set()
    for about, these in standing(decisions).items():
        adds = next((it for it in these if it.verdict is Verdict.ADD), None)
        if adds is None or about.claim not in spans:
            continue
        article, span = spans[about.claim]
        claim = (
            added.made(adds, article) if works.get(about.work, about.work) in (article.url, article.sha256) else None
        )
        if claim is None or not claim.quantity.span.overlaps(span):
            found.add(about)
    return found


def _with_added(
    decisions: Sequence[Decision], readings: Sequence[Reading], works: Mapping[str, str]
) -> tuple[Sequence[Reading], dict[str, Claim]]:
    """``readings`` with the figures that people added; those that the reader finds by now, by what they were called."""
    missed: dict[str, list[Claim]] = defaultdict(list)
    by_now: dict[str, Claim] = {}
    for about, these in standing(decisions).items():
        if these[0].verdict is not Verdict.ADD:
            continue
        work = works.get(about.work, about.work)
        reading = next((it for it in readings if work in (it.article.url, it.article.sha256)), None)
        claim = added.made(these[0], reading.article) if reading else None
        if reading is None or claim is None:
            continue
        there = (*reading.claims, *missed.get(reading.article.id, ()))
        same = next((it for it in there if it.quantity.span.overlaps(claim.quantity.span)), None)
        if same is not None:
            by_now[about.claim] = same
        else:
            missed[reading.article.id].append(claim)
    if not missed:
        return readings, by_now
    return [
        replace(it, claims=tuple(sorted((*it.claims, *missed[it.article.id]), key=lambda claim: claim.span.start)))
        if it.article.id in missed
        else it
        for it in readings
    ], by_now


def _alike(about: Anchor, claims: Sequence[Claim], articles: dict[str, Article]) -> Claim | None:
    """The claim of the same article with the same figure in the same sentence, or in the likest words. Where the very
    words still stand in the text, no other figure is meant: the reader does not find that one any more."""
    rated = []
    quoted = _letters(about.before, about.words, about.after)
    texts = {key: _letters(articles[key].text) for key in {claim.article for claim in claims}}
    for claim in claims:
        now = anchor(claim, articles[claim.article])
        moved = _letters(now.before, now.words, now.after) != quoted
        if now.words != about.words or (moved and quoted in texts[claim.article]):
            continue
        same = now.sentence == about.sentence
        around = SequenceMatcher(None, f"{now.before}|{now.after}", f"{about.before}|{about.after}", autojunk=False)
        rated.append((same, around.ratio(), claim))
    if not rated:
        return None
    same, alike, best = max(rated, key=lambda it: it[:2])
    return best if same or alike >= ALIKE else None


def _decided(claim: Claim, review: Review) -> Claim:
    """What a person gave a figure that was missed counts as well where the reader finds it by now."""
    given = [part for it in review.decisions if it.verdict is Verdict.ADD for part in added.given(it)]
    return corrected(claim, [*given, *review.corrected])


def _reviewed(reading: Reading, reviews: dict[str, Review]) -> Reading:
    claims = tuple(
        _decided(claim, reviews[claim.id]) if claim.id in reviews else claim
        for claim in reading.claims
        if claim.id not in reviews or not reviews[claim.id].rejected
    )
    return reading if claims == reading.claims else replace(reading, claims=claims)


def _letters(*words: str) -> str:
    return "".join("".join(words).split())


def flat(words: str) -> str:
    return " ".join(words.split())
