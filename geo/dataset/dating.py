"""Which day a figure belongs to, and what that day is the date of."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from geo.model import Article, Claim


class Dated(StrEnum):
    """What a figure's date is the date of, the firmest first."""

    HAPPENED = "happened"
    AS_OF = "as of"
    REPORTED = "reported"
    PUBLISHED = "published"


def is_ahead(published: date | None) -> bool:
    """Whether a day of publication has not come anywhere on Earth: a slip of the pen, or a false date."""
    return published is not None and published > datetime.now(UTC).date() + timedelta(days=1)


def dated(claim: Claim, article: Article) -> tuple[Dated, date, date] | None:
    """The days a figure belongs to, both included, and what they date; None where nothing gives a date."""
    if claim.happened is not None:
        return Dated.HAPPENED, claim.happened.first, claim.happened.last
    for kind, day in (
        (Dated.AS_OF, claim.as_of),
        (Dated.REPORTED, claim.reported),
        (Dated.PUBLISHED, article.published),
    ):
        if day is not None:
            return kind, day, day
    return None
