"""The ledger of what is told differently as flat rows: one claim a row, the claims of one movement together.

movement, origins       number of the movement; how many reports and origins it has
id, figure, qualifier, low, high, counted
                        the claim, as in ``geo.sharing.rows``
said_by, agency, publisher, published
                        who the article says said it (None: the outlet's own voice); who printed it, and when
where, when             place and date in words, unknowns said as unknown
than, why               the claim (id) that it is compared with, and in what it differs; None in the first row
sentence, dataset       as printed; version of the data set
"""

from collections.abc import Sequence

from geo.dataset.query import Catalogue, people
from geo.model import Claim
from geo.sharing.rows import Row
from geo.wording import sentences
from geo.wording.claims import flat
from geo.wording.differences import Telling, ledger, origins


def ledger_rows(catalogue: Catalogue, shown: Sequence[Claim]) -> list[Row]:
    """Every movement of which a figure is shown, with all that is told of it."""
    return [
        _row(catalogue, number, behind, telling)
        for number, movement in enumerate(catalogue.differences(people(shown)), 1)
        for behind in [origins(catalogue, movement)]
        for telling in ledger(catalogue, movement)
    ]


def _row(catalogue: Catalogue, number: int, behind: str, telling: Telling) -> Row:
    claim, article = telling.claim, catalogue.article(telling.claim)
    quantity = claim.quantity
    return {
        "movement": number,
        "origins": behind,
        "id": claim.id,
        "figure": flat(quantity.words),
        "qualifier": quantity.qualifier.value,
        "low": quantity.low,
        "high": quantity.high,
        "counted": flat(claim.counted),
        "said_by": claim.attribution.words if claim.attribution else None,
        "agency": article.agency,
        "publisher": article.publisher,
        "published": article.published,
        "where": telling.place,
        "when": telling.told.when,
        "than": telling.than.id if telling.than else None,
        "why": telling.why,
        "sentence": sentences.printed(article, claim),
        "dataset": catalogue.collection.version,
    }
