"""Messages that somebody handed on, as programs for mail write them."""

from collections.abc import Iterator
from datetime import date

import pytest

from geo.intake.document import Source
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from geo.model import Article

STORY = "A camp for 1,300 refugees opened in Adre on Sunday,\nthe UN said. About 900 came on the first day."
FORMS = {
    "Gmail": (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Wire Desk <desk@wire.example>\n"
        f"Date: Mon, 6 Nov 2023 at 12:00\nSubject: Camp opens\nTo: <boss@paper.example>\n\n\n{STORY}\n"
    ),
    "Apple Mail": (
        "Begin forwarded message:\n\n> From: Wire Desk <desk@wire.example>\n> Subject: Camp opens\n"
        "> Date: 6 November 2023 at 12:00:00 CET\n> To: boss@paper.example\n> \n> " + STORY.replace("\n", "\n> ")
    ),
    "Outlook": (
        "please add\n\n________________________________\nFrom: Wire Desk <desk@wire.example>\n"
        f"Sent: Monday, November 6, 2023 12:00 PM\nTo: Boss <boss@paper.example>\nSubject: Camp opens\n\n{STORY}\n"
    ),
    "Thunderbird": (
        "-------- Forwarded Message --------\nSubject: \tCamp opens\nDate: \tMon, 6 Nov 2023 12:00:00 +0100\n"
        f"From: \tWire Desk <desk@wire.example>\nTo: \tboss@paper.example\n\n{STORY}\n"
    ),
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def read(body: str, worker: Worker, subject: str = "Fwd: Camp opens") -> Article:
    head = f"From: Boss <boss@paper.example>\nSubject: {subject}\nDate: Fri, 10 Nov 2023 09:00:00 +0000\n"
    content = f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}"
    (found,) = take_bytes(Source("a.eml", content.encode()), worker)
    assert isinstance(found, Taken)
    return found.article


@pytest.mark.parametrize("body", FORMS.values(), ids=FORMS)
def test_what_was_handed_on_has_its_own_head(body: str, worker: Worker) -> None:
    article = read(body, worker)
    assert (article.title, article.published) == ("Camp opens", date(2023, 11, 6))
    assert " ".join(STORY.split()) in " ".join(article.text.split())
    assert "Boss" not in article.text
    assert ">" not in article.text


def test_a_day_that_is_not_understood_is_none(worker: Worker) -> None:
    """That of handing it on would be another "Sunday"."""
    assert read(FORMS["Gmail"].replace("6 Nov 2023", "06/11/23"), worker).published is None


def test_who_only_quotes_a_head_hands_nothing_on(worker: Worker) -> None:
    own = f"{'A report of my own. ' * 40}\n\n{FORMS['Gmail']}"
    assert read(own, worker).published == date(2023, 11, 10)
    plain = read(f"From: here one sees it.\n\n{STORY}", worker, "Camp opens")
    assert (plain.title, plain.published) == ("Camp opens", date(2023, 11, 10))
