"""One article to read: its words as published, with every figure and every place in them marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Protocol

from geo.dataset.query import Catalogue
from geo.model import Claim, Reading, Span
from geo.sheets.markup import Markup, is_heading, markup, plain
from geo.sheets.nodes import Node, element, link, mark, pick
from geo.sheets.parts import Cover, Document, Found, document
from geo.wording import claims as wording
from geo.wording import sources
from geo.wording.passages import occurrences


class Chosen(Protocol):
    """What is selected, by its id."""

    @property
    def claim(self) -> str | None: ...

    @property
    def place(self) -> str | None: ...


Beside = Callable[[Span], Sequence[Node]]
"""What stands beside a stretch of the text."""


@dataclass(frozen=True, slots=True)
class _Page:
    """One part of an article with its marks and its markup; ``asked``: where words stand that are searched for."""

    text: str
    found: tuple[tuple[Span, Found], ...]
    markup: Markup
    selection: Chosen
    asked: tuple[Span, ...]


def reader(  # noqa: PLR0913 - how much of it, and alone or not, is optional
    catalogue: Catalogue,
    reading: Reading,
    selection: Chosen,
    made: Document | None = None,
    part: int = 0,
    *,
    alone: bool = False,
    beside: Beside | None = None,
    words: str = "",
) -> Node:
    """The part of that number; ``made`` is what ``document`` made of the reading, where that is kept; ``alone``:
    without the way to other parts, to other articles and to the map; ``beside`` has what stands beside each
    paragraph, and leaves the way to other parts; ``words`` that are searched for are marked."""
    doc = made or document(reading)
    article, spans = doc.article, doc.parts[part]
    within = Span(spans[0].start, spans[-1].end)
    asked = tuple(occurrences(article.text, words, within))
    page = _Page(article.text, doc.found_in(within), markup(article.text, within), selection, asked)
    first, *rest = spans
    title = article.title or article.file
    opens = part == 0 and wording.flat(plain(first.of(article.text))) == wording.flat(title)
    head = element("h2", *_pieces(page, first), dir="auto") if opens else element("h2", title, dir="auto")
    turns = _turns(doc, part, alone=alone and beside is None)
    told = ((span, _paragraph(page, span)) for span in (rest if opens else spans))
    return element(
        "section",
        None if alone else pick("article", "", "All articles", cls="plain"),
        _pair(head, first, beside) if opens else head,
        element("p", link(article.url, sources.signed(article)), cls="source"),
        None if alone else element("p", _found(catalogue, reading), cls="rule"),
        turns,
        *(_pair(paragraph, span, beside) for span, paragraph in told if paragraph is not None),
        turns,
        cls="reader",
        aria_label=title,
    )


def _pair(paragraph: Node, span: Span, beside: Beside | None) -> Node:
    """A paragraph, and what stands beside it."""
    if beside is None:
        return paragraph
    return element("div", element("div", paragraph, cls="text"), element("div", *beside(span), cls="found"), cls="pair")


def _turns(doc: Document, part: int, *, alone: bool) -> Node | None:
    """Which part this is, and the way to the others; None where there is one."""
    if len(doc.parts) == 1:
        return None
    before = pick("part", str(part - 1), "Earlier", cls="plain") if part and not alone else None
    is_last = part + 1 == len(doc.parts)
    after = None if is_last or alone else pick("part", str(part + 1), "Later", cls="plain")
    between = " " if before and after else None
    return element("p", f"Part {part + 1:,} of {len(doc.parts):,}. ", before, between, after, cls="rule")


def _found(catalogue: Catalogue, reading: Reading) -> str:
    """What is marked in the text, and what the marks mean."""
    if not reading.claims and not reading.toponyms:
        return "Neither a figure nor a place was found in it."
    places = {named.place.id for named in reading.toponyms if named.place is not None}
    here = sum(claim.id in catalogue.claims for claim in reading.claims)
    marked = wording.listed([wording.number(here, "figure"), wording.number(len(places), "place")])
    return f"Marked: {marked}. Choose a mark to see it on the map."


def _paragraph(page: _Page, within: Span) -> Node | None:
    """A stretch of text as a paragraph or a heading; None where it is nothing but markup."""
    text = within.of(page.text)
    if not plain(text).strip():
        return None
    tag = "h3" if is_heading(text) else "p"
    return element(tag, *_pieces(page, within), dir="auto")


def _inside(spans: tuple[Span, ...], within: Span) -> list[Span]:
    return [Span(max(span.start, within.start), min(span.end, within.end)) for span in spans if span.overlaps(within)]


def _pieces(page: _Page, within: Span) -> Iterator[Node]:
    """The words of a stretch, cut where a mark begins or ends; the shortest mark over a piece is the one it carries.

    So a place within a figure ("forces of X") stays a place, and a figure cut by a page break is marked on each side.
    """
    marks = [(span, found) for span, found in page.found if span.overlaps(within)]
    left_out, strong = _inside(page.markup.left_out, within), _inside(page.markup.strong, within)
    asked = _inside(page.asked, within)
    spans = [*(span for span, _ in marks), *left_out, *strong, *asked]
    cuts = {within.start, within.end, *(cut for span in spans for cut in (span.start, span.end))}
    pieces = [Span(*ends) for ends in pairwise(sorted(cut for cut in cuts if within.start <= cut <= within.end))]
    carried, dropped = Cover(marks), Cover([(span, True) for span in left_out])
    bold, sought = (Cover([(span, True) for span in some]) for some in (strong, asked))
    words = [
        (carried.shortest(at), bold.shortest(at), sought.shortest(at), piece)
        for piece in pieces
        if not dropped.shortest(at := piece.start)
    ]
    for found, group in groupby(words, key=lambda it: it[0]):
        nodes = [
            _styled("".join(piece.of(page.text) for *_, piece in run), bold=is_bold, asked=is_asked)
            for (is_bold, is_asked), run in groupby(group, key=lambda it: it[1:3])
        ]
        yield from [_mark(found, nodes, page.selection)] if found is not None else nodes


def _styled(said: str, *, bold: bool | None, asked: bool | None) -> Node:
    node: Node = element("strong", said) if bold else said
    return element("mark", node, cls="asked") if asked else node


def _mark(found: Found, words: Sequence[Node], selection: Chosen) -> Node:
    if isinstance(found, Claim):
        pressed = "true" if selection.claim == found.id else "false"
        return mark("claim", found.id, *words, cls="figure", data_panel=found.panel.value, aria_pressed=pressed)
    if found.place is None:
        return element("span", *words, cls="named lost", title=f"Not located: {found.why}")
    pressed = "true" if selection.place == found.place.id else "false"
    other = None if found.literal else "Stands for a government or a people here, not for a place where people are"
    cls = "named" if found.literal else "named loose"
    return mark("place", found.place.id, *words, cls=cls, title=other, aria_pressed=pressed)
