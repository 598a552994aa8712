"""What a reader has to know of how figures are found, and its limits: on the page and in what is published."""

from collections.abc import Iterator, Sequence

from geo.dataset.query import Catalogue, once
from geo.model import Kinship
from geo.model.decision import CHOICES
from geo.wording import claims as wording
from geo.wording import deeds, editions, evidence, reviews, sources

FEW = 20
"""Articles that print one text that are named; of more the rest is counted."""
MOST = 100
"""Decisions of a kind that are named; every one stands in the file of decisions."""

METHOD = (
    (
        "What was read",
        "Every article of this collection, as published. An article that could not be read is listed under "
        "Articles with the reason. Two reprints of one agency are one origin.",
    ),
    (
        "Figures",
        "Found in the text by rules over a grammatical analysis; no person has checked those that do not say so. "
        "Words stay as printed; where an article says “several hundred”, the range only sizes the symbol. "
        "No figure is added to another: they count different things and may overlap.",
    ),
    (
        "Dates",
        "“Last week” and the like are resolved against the day of publication. A date that the text does "
        "not give is shown as not stated.",
    ),
    (
        "Places",
        "Names are looked up in a gazetteer, and the article’s other places decide between namesakes. A "
        "country, a province or a border is drawn whole, never as a point at its centre.",
    ),
    (
        "Limits",
        "A figure is what an article says, not what is known to be true. Rules miss what is said in unusual "
        "words: read the article before you rely on a figure.",
    ),
    ("Borders", "Boundaries and names on the map are those of Natural Earth and imply no position on their status."),
)


@once
def method(catalogue: Catalogue) -> list[tuple[str, str]]:
    """What a reader has to know, with what of it is so in this collection."""
    count, every = catalogue.inferred, len(catalogue.claims)
    inferred = (
        f"A place of {count:,} of {wording.number(every, 'figure')} is inferred: it follows from the rest of "
        "the story, not from the figure’s own words. Such places are worded “probably”, drawn with a dotted ring, "
        "and can be switched off. “Why here” on a card says what a place and a date rest on and how sure that is. "
        "Where none was "
        "likely enough, Dateline did not find where: the article may still say it."
    )
    total = sum(catalogue.left_out.values())
    left_out = (
        f"{wording.number(total, 'other number')} of people "
        f"{'was' if total == 1 else 'were'} read and left out: {evidence.left_out(catalogue.left_out)}. Dead, wounded, "
        "captured, fed or polled people are neither troops nor displaced people."
    )
    notes = [*METHOD]
    at = [term for term, _ in METHOD].index("Limits")
    notes[at:at] = [
        ("Inferred places", inferred),
        *([("Left out", left_out)] if total else []),
        *_printed_again(catalogue),
        *_decided(catalogue),
    ]
    return notes


def _printed_again(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Which articles print the text of others: reprints count as one origin, versions are told with their changes."""
    told: dict[Kinship, list[str]] = {Kinship.REPRINT: [], Kinship.VERSION: []}
    for edition, words in editions.again(catalogue):
        told[edition.kinship].append(words)
    for kinship, term in ((Kinship.REPRINT, "Reprints"), (Kinship.VERSION, "Versions")):
        if these := told[kinship]:
            few = "; ".join(these[:FEW])
            rest = f"; and {wording.number(len(these) - FEW, 'article')} more" if len(these) > FEW else ""
            yield term, f"{few}{rest}. Articles with nearly the same words are one origin."


def _decided(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What people decided that no card shows any more: figures taken away, and decisions that fit none."""
    for term, is_hidden in (("Rejected by hand", False), ("Hidden by the editor", True)):
        whys = {key: it.checked[-1] for key, it in catalogue.reviews.items() if it.rejected and it.hidden is is_hidden}
        taken = [claim for claim in catalogue.collection.rejected if claim.id in whys]
        told = [
            f"“{deeds.line(claim, catalogue.adjectives)}” ({reviews.by(whys[claim.id])}"
            f"{f': {why}' if (why := whys[claim.id].why) else ''})"
            for claim in taken[:MOST]
        ]
        if told:
            yield term, f"{_listed(told, len(taken))}."
    yield from _of_articles(catalogue)
    yield from _of_two(catalogue)
    yield from _chosen(catalogue)
    unfit = catalogue.collection.unfit
    told = [f"“{it.about.sentence}” ({it.verdict}, {reviews.by(it)})" for it in unfit[:MOST]]
    if told:
        yield "Decisions that fit no figure any more", f"{_listed(told, len(unfit))}. They are kept."


def _listed(told: Sequence[str], every: int) -> str:
    """Those that are named, and how many more there are in ``every``."""
    more = every - len(told)
    return wording.listed([*told, *([f"{more:,} more"] if more > 0 else [])])


def _of_articles(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What people put right of articles, those that they took out, and decisions that fit none."""
    mended = list(catalogue.mended)
    articles = [it for key in mended[:MOST] if (it := catalogue.articles.get(key)) is not None]
    told = [
        f"“{it.title}” ({sources.printed(it)}): {what}" for it in articles for what in reviews.of_article(catalogue, it)
    ]
    if told:
        yield "Articles corrected by hand", f"{_listed(told, len(told) + max(0, len(mended) - MOST))}."
    removed, adrift = catalogue.collection.removed, catalogue.collection.adrift
    out = [f"“{it.article.title}” ({it.article.file}; {reviews.by(it)}: {it.why})" for it in removed[:MOST]]
    if out:
        yield "Articles taken out by hand", f"{_listed(out, len(removed))}. Their figures are not shown."
    lost = [f"“{it.article.title}” ({it.verdict}, {reviews.by(it)})" for it in adrift[:MOST]]
    if lost:
        yield "Decisions about articles that are not here", f"{_listed(lost, len(adrift))}. They are kept."


def _chosen(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Which figures the editor put first or last, and of which they chose whether the map writes them."""
    made = [
        (key, it)
        for key, review in catalogue.reviews.items()
        for kind in CHOICES
        if (it := review.chosen(kind)) is not None and it.after is not None
    ]
    told = [
        f"“{deeds.line(claim, catalogue.adjectives)}” {reviews.chosen(it)} ({reviews.by(it)}"
        f"{f': {it.why}' if it.why else ''})"
        for key, it in made[:MOST]
        if (claim := catalogue.claims.get(key)) is not None
    ]
    if told:
        yield "Order and labels by hand", f"{_listed(told, len(told) + max(0, len(made) - MOST))}."


def _of_two(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Which figures people said to tell of one movement, and which of several."""
    pairs = {frozenset((claim, other)): it for claim in catalogue.claims for other, it in catalogue.tellings(claim)}
    told = [
        f"“{it.about.words}” and “{it.other.words}” tell {reviews.telling(it)} ({reviews.by(it)}"
        f"{f': {it.why}' if it.why else ''})"
        for it in pairs.values()
        if it.other is not None
    ]
    if told:
        yield "Merged or parted by hand", f"{wording.listed(told)}."
