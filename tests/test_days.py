"""Programs write 0001-01-01 and 9999-12-31 where there is no day: one such article ended every build of its collection
with a traceback, and one such correction the page."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.collections.corrections import checked
from geo.collections.decide import Change, correction
from geo.collections.decisions import append
from geo.collections.home import default
from geo.collections.particulars import Particular
from geo.collections.particulars import checked as checked_particular
from geo.dataset.build import build
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection, load
from geo.dataset.strongest import strongest
from geo.errors import DecisionError
from geo.intake.document import Source
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from geo.limits import YEARS
from geo.model import Claim
from geo.model.decision import Decision, Field
from tests.commands import geo
from tests.conftest import ROOT

NONE = ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "9999-12-31T23:59:59Z"]
TEXT = "Kenya sent {} soldiers to Goma on Friday, the army said. About 300 refugees fled to Chad last week."


def sources() -> list[Source]:
    """Every format that says when an article was published, with what programs say where they do not know."""
    rows = "\n".join(f'Row {at},"{TEXT.format(500 + at)}",{day}' for at, day in enumerate(NONE))
    page = '<html><head><meta property="article:published_time" content="{}"></head><body><article><p>{}</p></article>'
    mail = "From: Ann Example <ann@example.org>\nSubject: Troops\nDate: Fri, 31 Dec 9999 23:59:59 +0000\n\n{}\n"
    item = "<item><title>Troops {}</title><pubDate>{}</pubDate><description>{}</description></item>"
    items = [item.format(at, day, 5 * TEXT.format(700 + at)) for at, day in enumerate(NONE)]
    return [
        Source("rows.csv", f"title,text,published\n{rows}\n".encode()),
        Source("page.html", page.format(NONE[1], 5 * TEXT.format(600)).encode()),
        Source("mail.eml", mail.format(TEXT.format(601)).encode()),
        Source("feed.rss", f"<rss><channel>{''.join(items)}</channel></rss>".encode()),
        Source("front.md", f"---\ntitle: Troops\ndate: {NONE[2]}\n---\n{TEXT.format(602)}\n".encode()),
    ]


def test_a_sign_for_no_day_is_no_day_in_any_format() -> None:
    with Worker() as worker:
        found = [it for source in sources() for it in take_bytes(source, worker)]
        given = [it for source in sources() for it in take_bytes(source, worker, date.max)]
    assert len(found) == len(given) == 11
    for it in (*found, *given):
        assert isinstance(it, Taken)
        assert it.article.published is None


def dated(collection: Collection, claim: Claim, days: str) -> Decision:
    article = next(it for it in collection.articles if it.id == claim.article)
    return replace(correction(claim, article, Change(Field.DATE, "2021-07-28"), who="Zoë"), after=days)


def test_neither_the_build_nor_the_page_reckons_beyond_the_calendar(tmp_path: Path) -> None:
    """Records and decisions that were kept before there was a bound, as they lie in somebody's folder."""
    seeds, data = tmp_path / "seeds", tmp_path / "data"
    seeds.mkdir()
    data.mkdir()
    for name in ("gazetteer.sqlite", "demonyms.csv"):
        (data / name).symlink_to(ROOT / "data" / name)
    (seeds / "a.txt").write_text(f"Troops sent\n\nBy Reuters\n\n3 March 2023\n\n{2 * TEXT.format(90)}\n")
    for source in sources():
        (seeds / source.name).write_bytes(source.content)
    first = build(seeds, data, lambda _: None)
    append(
        default(seeds, data).decisions,
        *(
            dated(first, claim, days)
            for claim, days in zip(first.claims, ("0001-01-01", "9999-12-31", "0001-01-01/9999-12-31"), strict=False)
        ),
    )
    build(seeds, data, lambda _: None)
    catalogue = Catalogue.of(load(data / "collection.json"))
    days = [it.happened for it in catalogue.claims.values() if it.happened]
    assert {date.min, date.max} <= {day for it in days for day in (it.first, it.last)}
    assert strongest(catalogue, catalogue.claims.values()) is not None


@pytest.mark.parametrize("day", ["0001-01-01", f"{YEARS[0] - 1}-12-31", f"{YEARS[1] + 1}-01-01", "9999-12-31"])
def test_nobody_gives_such_a_day(day: str) -> None:
    with pytest.raises(DecisionError):
        checked(Field.DATE, day)
    with pytest.raises(DecisionError):
        checked(Field.DATE, f"2021-07-28/{day}" if day > "2021" else f"{day}/2021-07-28")
    with pytest.raises(DecisionError):
        checked_particular(Particular.DATE, day)
    done = geo("read", "--published", day, str(ROOT / "seeds" / "000_f290a34718d665d7.txt"))
    assert done.returncode == 2
    assert "is no day of any article" in done.stderr
