"""Why a claim is read as it is: what its places, its date and its speaker rest on, and how sure each choice is."""

from collections.abc import Iterator

from geo.model import Article, Claim, ClaimPlace, Evidence
from geo.sheets.nodes import Node, element
from geo.sheets.quote import in_passing
from geo.wording import claims as wording
from geo.wording import deeds, evidence, names


def why(claim: Claim, article: Article) -> Node | None:
    """Folded away until it is asked for; None where the reading kept no trace."""
    rows = list(_rows(claim, article))
    if not rows:
        return None
    summary = element("summary", "Why here" if claim.places else "Why nowhere")
    return element("details", summary, element("dl", *rows), cls="why")


def _rows(claim: Claim, article: Article) -> Iterator[Node]:
    for used in claim.places:
        if used.evidence is not None or not used.stated:
            yield _row(_named(used, claim), *_rests(article, used.evidence))
    if claim.considered:
        weighed = ", ".join(map(wording.flat, claim.considered))
        yield _row("Weighed", f"{weighed}{': not chosen' if claim.places else ': none was likely enough'}")
    if claim.dated is not None:
        yield _row("Date", *_rests(article, claim.dated))
    if claim.spoken is not None:
        yield _row("Speaker", *_rests(article, claim.spoken))
    if claim.form:
        yield _row("Read as", f"{claim.frame.value}, {evidence.sure(claim.sure)}; form: {claim.form}")


def _named(used: ClaimPlace, claim: Claim) -> str:
    """ "Probably in Nauru"."""
    likely = "" if used.stated else "probably "
    joint = deeds.preposition(used, claim.action)
    return wording.sentence_case(f"{likely}{joint} {names.name(used.place.name, used.place.kind)}")


def _rests(article: Article, found: Evidence | None) -> Iterator[Node]:
    if found is None:
        yield "What it rests on was not kept"
        return
    yield f"{evidence.found(found)}{': ' if found.span else ''}"
    if found.span:
        yield in_passing(article, found.span)


def _row(term: str, *children: Node) -> Node:
    return element("div", element("dt", term), element("dd", *children))
