"""What is told differently, as a ledger: a row a claim with who said it, who printed it and when, and what differs."""

from geo.dataset.query import Catalogue
from geo.sheets.chart import key
from geo.sheets.nodes import Node, element, pick
from geo.sheets.quote import quote
from geo.wording import claims as wording
from geo.wording.differences import Movement, Telling, about, ledger, origins

COLUMNS = ("Figure", "Said by, printed in", "Where and when", "What differs")


def table(catalogue: Catalogue, movement: Movement, selected: str | None = None) -> Node:
    """One movement; a figure opens its card, and its sentence unfolds below it."""
    rows = [_row(catalogue, telling, selected) for telling in ledger(catalogue, movement)]
    heads = [element("th", name, scope="col") for name in COLUMNS]
    return element(
        "table",
        element("caption", f"{about(catalogue, movement[0])} · {origins(catalogue, movement)}"),
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
        cls="ledger",
    )


def _row(catalogue: Catalogue, telling: Telling, selected: str | None) -> Node:
    claim, told, article = telling.claim, telling.told, catalogue.article(telling.claim)
    figure = element("span", element("strong", told.figure), f" {told.people}")
    sentence = element("details", element("summary", "Sentence"), quote(article, claim.sentence, claim.span))
    doubt = element("small", wording.sentence_case(told.doubt)) if told.doubt else None
    # An outlet's own voice is named with where it was printed.
    speaker = None if telling.printed.startswith(told.said) else element("span", told.said)
    why = [element("span", f"Than {wording.figure(telling.than)}: "), telling.why] if telling.than else ["–"]
    return element(
        "tr",
        element("th", key(claim), pick("claim", claim.id, figure, cls="plain"), doubt, sentence, scope="row"),
        element("td", speaker, element("small", telling.printed)),
        element("td", element("span", telling.place), element("small", told.when)),
        element("td", *why, data_than=telling.than.id if telling.than else None),
        data_panel=claim.panel.value,
        cls="picked" if claim.id == selected else None,
    )
