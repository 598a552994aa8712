"""Web archives: every answer that is an article is one, with the address that it was asked for; nothing harms."""

import gzip
import zlib
from collections.abc import Iterator

import pytest

from geo.errors import ArticleError
from geo.intake.document import Source
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from tests import intake_made as made

OTHER = "https://www.example.org/world/mandera"
UNNAMED = made.page().replace(b'<link rel="canonical" href="' + made.ADDRESS.encode() + b'">', b"")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def found_in(content: bytes, worker: Worker, name: str = "crawl.warc.gz") -> tuple[list[Taken], list[ArticleError]]:
    found = list(take_bytes(Source(name, content), worker))
    return [it for it in found if isinstance(it, Taken)], [it for it in found if isinstance(it, ArticleError)]


def crawl() -> list[bytes]:
    """What a crawler keeps of a page: what it asked, what was answered, and what it thought of it."""
    return [
        made.record(b"software: a crawler\r\n", "", kind="warcinfo"),
        made.record(b"GET /world/mandera HTTP/1.1\r\nHost: www.example.org\r\n\r\n", OTHER, kind="request"),
        made.record(made.answer(UNNAMED), OTHER),
        made.record(b"fetchTimeMs: 12\r\n", OTHER, kind="metadata"),
    ]


@pytest.mark.parametrize("together", [True, False])
def test_records_packed_each_or_all_at_once_are_the_same(together: bool, worker: Worker) -> None:
    packed = gzip.compress(b"".join(crawl()), mtime=0) if together else made.warc(*crawl())
    (taken,), refused = found_in(packed, worker)
    assert taken.article.url == OTHER
    assert taken.article.file == "crawl.warc.gz › www.example.org/world/mandera.html"
    assert taken.article.published is not None
    assert taken.article.published.year == 2023, "the day of the crawl is no day of publication"
    assert refused == []


def test_the_address_that_a_page_gives_itself_counts(worker: Worker) -> None:
    (taken,), _ = found_in(made.warc(made.record(made.answer(made.page()), OTHER + "?utm_source=x")), worker)
    assert taken.article.url == made.ADDRESS


@pytest.mark.parametrize(
    ("body", "kind", "more"),
    [
        (made.pdf(), "application/pdf", ""),
        (made.word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ""),
        (gzip.compress(UNNAMED), "text/html", "Content-Encoding: gzip\r\n"),
        (zlib.compress(UNNAMED), "text/html", "Content-Encoding: deflate\r\n"),
        (UNNAMED, "text/html", "Content-Encoding: gzip\r\n"),
        (
            b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (UNNAMED[:100], UNNAMED[100:], b"")),
            "text/html",
            "Transfer-Encoding: chunked\r\n",
        ),
    ],
    ids=["PDF", "Word", "gzip", "deflate", "said to be gzip", "chunked"],
)
def test_answers_of_every_kind_are_read(body: bytes, kind: str, more: str, worker: Worker) -> None:
    (taken,), refused = found_in(made.warc(made.record(made.answer(body, kind, more=more), OTHER)), worker)
    assert taken.article.url == OTHER
    assert " ".join(taken.article.text.split()).count(made.STORY[0]) == 1
    assert refused == []


def test_what_is_no_article_is_counted_by_kind(worker: Worker) -> None:
    packed = made.warc(
        *(made.record(made.answer(b"\x89PNG", "image/png"), f"{OTHER}/{n}.png") for n in range(12)),
        made.record(made.answer(b"a{}", "text/css"), f"{OTHER}/a.css"),
        made.record(made.answer(b"", status="404 Not Found"), f"{OTHER}/gone"),
        made.record(made.answer(b"", status="301 Moved", more=f"Location: {OTHER}\r\n"), f"{OTHER}/moved"),
        made.record(b"127.0.0.1", "dns:www.example.org").replace(b"application/http;msgtype=response", b"text/dns"),
        made.record(made.answer(b"x", more="Content-Encoding: zstd\r\n"), f"{OTHER}/packed"),
        made.record(made.answer(UNNAMED), OTHER),
    )
    (taken,), (refused,) = found_in(packed, worker)
    assert taken.article.url == OTHER
    assert refused.where == "crawl.warc.gz"
    assert refused.what == (
        "holds 16 answers that are no articles "
        "(12 image/png, 1 packed with zstd, 1 status 301, 1 status 404, 1 text/css)"
    )


@pytest.mark.parametrize(
    ("record", "what"),
    [
        (made.record(made.answer(UNNAMED), length="99999"), "record 1 is cut off"),
        (made.record(made.answer(UNNAMED), length="9" * 40), "record 1 is cut off"),
        (made.record(made.answer(UNNAMED), length="120"), "record 1 has another length than it says"),
        (made.record(made.answer(UNNAMED), length="0"), "record 1 has another length than it says"),
        (made.record(made.answer(UNNAMED), length="-5"), "record 1 does not say how long it is"),
        (made.record(made.answer(UNNAMED), length="many"), "record 1 does not say how long it is"),
        (
            made.record(made.answer(UNNAMED)).replace(b"Content-Length", b"Length"),
            "record 1 does not say how long it is",
        ),
    ],
    ids=["longer", "endless", "shorter", "nothing", "negative", "a word", "none"],
)
def test_a_wrong_length_is_named_and_what_came_before_counts(record: bytes, what: str, worker: Worker) -> None:
    for content in (record, made.warc(record)):
        taken, refused = found_in(content, worker, "a.warc")
        assert taken == []
        assert refused[0].what.startswith(what)
    before = made.record(made.answer(made.page()))
    (taken_before,), refused = found_in(before + record, worker, "a.warc")
    assert taken_before.article.url == made.ADDRESS
    assert refused[0].what.startswith(what.replace("1", "2"))


def test_an_archive_that_was_cut_gives_what_is_whole(worker: Worker) -> None:
    two = made.warc(made.record(made.answer(made.page())), made.record(made.answer(UNNAMED), OTHER))
    (taken,), (refused,) = found_in(two[:-200], worker)
    assert taken.article.url == made.ADDRESS
    assert refused.what == "is damaged after record 1"


BOMBS = {
    "zeros in one record": (lambda: made.warc(made.record(made.answer(b"\0" * 300_000_000))), "holds more than 256 MB"),
    "a head without end": (lambda: made.warc(b"WARC/1.0\r\nX: " + b"x" * 300_000_000), "holds more than 256 MB"),
    "a packed answer": (
        lambda: made.warc(
            made.record(made.answer(gzip.compress(b"x" * 300_000_000), more="Content-Encoding: gzip\r\n"))
        ),
        "holds 1 answer that is no article (1 larger than 64 MB)",
    ),
    "packed in chunks": (
        lambda: made.warc(
            made.record(
                made.answer(
                    b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed := gzip.compress(b"x" * 900_000_000, 9)), packed),
                    more="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                )
            )
        ),
        "holds 1 answer that is no article (1 larger than 64 MB)",
    ),
    "100,000 records": (
        lambda: b"".join(made.record(b"", kind="metadata") for _ in range(100_000)),
        "holds more than 20,000 records",
    ),
    "packed twice": (lambda: gzip.compress(made.warc(made.record(b"\0" * 9_000_000))), "is packed with gzip"),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_and_the_next_file_is_read(bomb: str, worker: Worker) -> None:
    make, what = BOMBS[bomb]
    taken, refused = found_in(make(), worker)
    assert taken == []
    assert [it.what for it in refused] == [what]
    assert found_in(made.page(), worker, "story.html")[0]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "urn:x", "", "https://[", "http://a\x00b/", "../../etc/x"])
def test_an_address_that_is_none_is_not_kept(address: str, worker: Worker) -> None:
    taken, _ = found_in(made.warc(made.record(made.answer(UNNAMED), address)), worker)
    assert all(it.article.url in (None, address) and it.article.file.isprintable() for it in taken)
    assert not any((it.article.url or "https:").startswith(("javascript", "urn")) for it in taken)


def test_text_of_pages_as_common_crawl_gives_it_is_text(worker: Worker) -> None:
    block = "\n\n".join([made.TITLE, "3 March 2023", *made.STORY]).encode()
    (taken,), _ = found_in(
        made.record(block, OTHER, kind="conversion").replace(b"application/http;msgtype=conversion", b"text/plain"),
        worker,
    )
    assert (taken.article.title, taken.article.url) == (made.TITLE, OTHER)
