"""Reprints and versions in words: whose text an article prints again, and what a version changed in its figures."""

from collections.abc import Iterator, Sequence

from geo.dataset.query import Catalogue
from geo.model import Article, Change, Claim, Edition, Kinship, Link
from geo.wording import claims as wording
from geo.wording import sources
from geo.wording.letters import unturned

FEW = 6
"""Changed figures that are told of an article; of more the rest is counted."""


def one_text(catalogue: Catalogue, one: Article, two: Article) -> bool:
    """Whether two articles, no single one, have nearly the same text, or each that of a third."""
    first = catalogue.editions.first
    return one.id != two.id and one.id in first and first[one.id] == first.get(two.id)


def versions(catalogue: Catalogue, one: Article, two: Article) -> str | None:
    """Says that the one is a version of the other; None where it is not."""
    again = catalogue.editions.again
    pairs = ((again.get(one.id), two), (again.get(two.id), one))
    found = any(it and it.of == other.id and it.kinship is Kinship.VERSION for it, other in pairs)
    return "two versions of one article" if found else None


def told_otherwise(catalogue: Catalogue, link: Link) -> str | None:
    """Why two figures of one text have two numbers: no conflict of two sources. None where they are of two texts."""
    one, two = (catalogue.article(catalogue.claims[key]) for key in (link.first, link.second))
    if not one_text(catalogue, one, two):
        return None
    sides = {link.first, link.second}
    changes = (catalogue.editions.was.get(key) for key in sides)
    if any(it is not None and {it[1].before, it[1].after} == sides for it in changes):
        return "put right: the later version of the article tells it so"
    return "one text, with another number in another version of it"


def of_article(catalogue: Catalogue, article: Article) -> list[str]:
    """Sentences about an article: whose text it has, what it changed, and which versions came later."""
    known, said = catalogue.editions, []
    if (edition := known.again.get(article.id)) is not None:
        earlier = _named(catalogue.articles[edition.of])
        if edition.kinship is Kinship.REPRINT:
            said.append(f"The same text as {earlier}: one origin.")
        else:
            said.append(f"A later version of {earlier}: {_changes(catalogue, edition.changes)}.")
    for edition in known.later.get(article.id, ()):
        if edition.kinship is Kinship.VERSION:
            later = _named(catalogue.articles[edition.article])
            said.append(f"There is a later version, {later}: {_changes(catalogue, edition.changes)}.")
    return said


def of_claim(catalogue: Catalogue, claim: Claim) -> Iterator[tuple[str, Claim | None, str]]:
    """(words, the claim that they are about, what follows) for a figure that a version of its article changed."""
    was, became = catalogue.editions.was.get(claim.id), catalogue.editions.became.get(claim.id, ())
    if was is not None:
        edition, change = was
        earlier = sources.printed(catalogue.articles[edition.of])
        old = catalogue.claims.get(change.before or "")
        if old is not None:
            yield f"was {wording.figure(old)}", old, f"in the version before ({earlier})"
        elif change.before is None:
            yield "new", None, f"not in the version before ({earlier})"
    for edition, change in became:
        later = sources.printed(catalogue.articles[edition.article])
        new = catalogue.claims.get(change.after or "")
        if new is not None:
            yield f"now {wording.figure(new)}", new, f"in a later version ({later})"
        elif change.after is None:
            yield "no longer told", None, f"in a later version ({later})"


def in_words(catalogue: Catalogue, claim: Claim) -> str | None:
    """What ``of_claim`` says, in one line; None where no version changed the figure."""
    return "; ".join(f"{words} {where}" for words, _, where in of_claim(catalogue, claim)) or None


def again(catalogue: Catalogue) -> Iterator[tuple[Edition, str]]:
    """Every article that prints the text of one before it, as Method tells it."""
    for edition in catalogue.editions.again.values():
        article, of = catalogue.articles[edition.article], catalogue.articles[edition.of]
        if edition.kinship is Kinship.REPRINT:
            yield edition, f"{_named(article)} has the text of {_named(of)}"
        else:
            changed = _changes(catalogue, edition.changes)
            yield edition, f"{_named(article)} is a later version of {_named(of)}: {changed}"


def _changes(catalogue: Catalogue, changes: Sequence[Change]) -> str:
    """ "was 400, now 450 people; new: 200 soldiers"."""
    told = [words for change in changes if (words := _change(catalogue, change))]
    rest = [f"{len(told) - FEW} more"] if len(told) > FEW else []
    return "; ".join([*told[:FEW], *rest]) or "the same figures"


def _change(catalogue: Catalogue, change: Change) -> str | None:
    old, new = (catalogue.claims.get(key or "") for key in (change.before, change.after))
    if old is not None and new is not None:
        return f"was {wording.figure(old)}, now {wording.figure(new)} {wording.counted(new, catalogue.adjectives)}"
    one = new or old
    if one is None:
        return None
    told = f"{wording.figure(one)} {wording.counted(one, catalogue.adjectives)}"
    return f"new: {told}" if new is not None else f"no longer told: {told}"


def _named(article: Article) -> str:
    return f"“{unturned(article.title or article.file)}” ({sources.printed(article)})"
