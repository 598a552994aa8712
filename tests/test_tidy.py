"""What files and records say of their articles is kept without passwords, programs' signs and documents of its own."""

from dataclasses import replace

import pytest

from geo.collections.records import Record
from geo.intake.document import Document, Source
from geo.intake.take import Taken, take_bytes
from geo.intake.tidy import page, tidied
from geo.intake.worker import Worker
from geo.limits import INTAKE_FIELD

STORY = "Kenya sent 500 soldiers to Goma on Friday, the army said. " * 5
LOGIN, KEPT = "https://user:secret@news.example/a?b=1", "https://news.example/a?b=1"
RECORD = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: {}\r\nContent-Type: text/plain\r\n"
ITEM = "<item><title>T</title><link>{url}</link><description>{story}</description></item>"
PAGE = '<html><head><link rel="canonical" href="{url}"></head><body><article><p>{story}</p></article></body></html>'
FILES = {
    "a.md": "---\ntitle: Troops\nurl: {url}\n---\n{story}\n",
    "a.csv": 'title,text,url\nTroops,"{story}",{url}\n',
    "a.json": '[{{"title": "Troops", "text": "{story}", "url": "{url}"}}]',
    "a.html": PAGE,
    "a.eml": "From: Ann <ann@example.org>\nArchived-At: <{url}>\n\n{story}\n",
    "a.rss": f"<rss><channel>{ITEM}</channel></rss>",
    "a.txt": "Troops sent\n\n{story}\n\n{url}\n",
    "a.warc": RECORD.format("{url}") + f"Content-Length: {len(STORY)}\r\n\r\n" + "{story}\r\n\r\n",
}


@pytest.fixture(scope="module")
def worker() -> Worker:
    return Worker()


@pytest.mark.parametrize("name", FILES)
def test_no_format_keeps_the_password_of_an_address(name: str, worker: Worker) -> None:
    """It was taken out of texts alone: of all else it stood in a link that everybody sees, and in every export."""
    with worker:
        [found] = take_bytes(Source(name, FILES[name].format(url=LOGIN, story=STORY).encode()), worker)
    assert isinstance(found, Taken)
    assert found.article.url == KEPT
    kept = Record.of(found.document, None)
    assert "secret" not in repr(replace(found.document, body=""))
    assert kept.article().url == KEPT


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://", "http://[", "/a", "", "x" * 9]
)
def test_what_is_no_page_of_the_web_is_no_address(url: str, worker: Worker) -> None:
    assert page(url) is None
    with worker:
        [found] = take_bytes(Source("a.md", FILES["a.md"].format(url=url, story=STORY).encode()), worker)
    assert isinstance(found, Taken)
    assert found.article.url is None


def test_a_record_says_no_more_of_its_article_than_a_file_may() -> None:
    """It may come in a zip from anybody; a title of a million letters stood on the page."""
    said = ("title", "byline", "publisher", "agency", "author")
    for words, kept in (("x" * (INTAKE_FIELD + 1), None), ("\x1b[2J\0\n", "[2J"), ("\ud800", None), ("Ann", "Ann")):
        document = Document("a", STORY, "d" * 64, "x", **dict.fromkeys(said, words))
        record = replace_all(Record.of(document, None), said, words)
        assert [getattr(record.document(), name) for name in said] == [kept] * len(said)
        assert tidied(tidied(document)) == tidied(document)
        assert len(record.article().title) <= INTAKE_FIELD


def replace_all(record: Record, fields: tuple[str, ...], words: str) -> Record:
    """As somebody's own program writes it."""
    values = {name: getattr(record, name) for name in record.__struct_fields__}
    return Record(**{**values, **dict.fromkeys(fields, words)})
