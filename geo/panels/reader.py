"""One article to read: its words as published, with every figure and every place in them marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from geo.dataset.query import Catalogue
from geo.model import Article, Claim, Reading, Span, Toponym
from geo.panels.markup import Markup, is_heading, markup, plain
from geo.sharing.view import Selection
from geo.sheets.nodes import Node, element, link, mark, pick
from geo.wording import claims as wording

Found = Claim | Toponym


@dataclass(frozen=True, slots=True)
class Page:
    """An article with what was found in it, in the order of the text, and its markup."""

    article: Article
    found: tuple[tuple[Span, Found], ...]
    markup: Markup
    selection: Selection


def reader(catalogue: Catalogue, reading: Reading, selection: Selection, *, alone: bool = False) -> Node:
    """The page of an article; ``alone``: without the way to the others and to the map."""
    article = reading.article
    marks: list[tuple[Span, Found]] = [(span, it) for it in reading.claims for span in (it.span, *it.repeats)]
    marks += [(named.span, named) for named in reading.toponyms]
    marks.sort(key=lambda it: (it[0].start, it[0].end))
    page = Page(article, tuple(marks), markup(article.text), selection)
    first, *rest = list(_paragraphs(article.text)) or [Span(0, 0)]
    title = article.title or article.file
    opens = wording.flat(plain(first.of(article.text))) == wording.flat(title)
    head = element("h2", *_pieces(page, first), dir="auto") if opens else element("h2", title, dir="auto")
    return element(
        "section",
        None if alone else pick("article", "", "All articles", cls="plain"),
        head,
        element("p", link(article.url, wording.printed(article)), cls="source"),
        None if alone else element("p", _found(catalogue, reading), cls="rule"),
        *(_paragraph(page, span) for span in (rest if opens else [first, *rest])),
        cls="reader",
        aria_label=title,
    )


def _found(catalogue: Catalogue, reading: Reading) -> str:
    """What is marked in the text, and what the marks mean."""
    if not reading.claims and not reading.toponyms:
        return "Neither a figure nor a place was found in it."
    places = {named.place.id for named in reading.toponyms if named.place is not None}
    here = sum(claim.article == reading.article.id for claim in catalogue.claims.values())
    marked = wording.listed([wording.number(here, "figure"), wording.number(len(places), "place")])
    return f"Marked: {marked}. Choose a mark to see it on the map."


def _paragraphs(text: str) -> Iterator[Span]:
    """The stretches of text between blank lines."""
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield Span(start, start + len(part))
        start += len(part) + 2


def _paragraph(page: Page, within: Span) -> Node | None:
    """A stretch of text as a paragraph or a heading; None where it is nothing but markup."""
    text = within.of(page.article.text)
    if not plain(text).strip():
        return None
    tag = "h3" if is_heading(text) else "p"
    return element(tag, *_pieces(page, within), dir="auto")


def _inside(spans: tuple[Span, ...], within: Span) -> list[Span]:
    return [Span(max(span.start, within.start), min(span.end, within.end)) for span in spans if span.overlaps(within)]


def _pieces(page: Page, within: Span) -> Iterator[Node]:
    """The words of a stretch, cut where a mark begins or ends; the shortest mark over a piece is the one it carries.

    So a place within a figure ("forces of X") stays a place, and a figure cut by a page break is marked on each side.
    """
    text = page.article.text
    marks = [(span, found) for span, found in page.found if span.overlaps(within)]
    left_out, strong = _inside(page.markup.left_out, within), _inside(page.markup.strong, within)
    spans = [*(span for span, _ in marks), *left_out, *strong]
    cuts = {within.start, within.end, *(cut for span in spans for cut in (span.start, span.end))}
    pieces = [Span(*ends) for ends in pairwise(sorted(cut for cut in cuts if within.start <= cut <= within.end))]

    def carries(piece: Span) -> tuple[Found | None, bool]:
        over = [(span.end - span.start, found) for span, found in marks if span.holds(piece)]
        shortest = min(over, key=lambda it: it[0])[1] if over else None
        return shortest, any(span.holds(piece) for span in strong)

    words = [piece for piece in pieces if not any(span.holds(piece) for span in left_out)]
    for (found, bold), group in groupby(words, key=carries):
        said = "".join(piece.of(text) for piece in group)
        node: Node = element("strong", said) if bold else said
        yield _mark(found, node, page.selection) if found is not None else node


def _mark(found: Found, words: Node, selection: Selection) -> Node:
    if isinstance(found, Claim):
        pressed = "true" if selection.claim == found.id else "false"
        return mark("claim", found.id, words, cls="figure", data_panel=found.panel.value, aria_pressed=pressed)
    if found.place is None:
        return element("span", words, cls="named lost", title=f"Not located: {found.why}")
    pressed = "true" if selection.place == found.place.id else "false"
    other = None if found.literal else "Stands for a government or a people here, not for a place where people are"
    cls = "named" if found.literal else "named loose"
    return mark("place", found.place.id, words, cls=cls, title=other, aria_pressed=pressed)
