"""Every format becomes the same article; what its file says of it is found, what it does not say is missing."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from geo.articles.load import load
from geo.errors import ArticleError
from geo.intake.document import Source
from geo.intake.take import Taken, found_in, take, take_bytes
from geo.intake.worker import Worker
from tests import intake_made as made


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def taken(name: str, content: bytes, worker: Worker) -> list[Taken | ArticleError]:
    return list(take_bytes(Source(name, content), worker))


def only(name: str, content: bytes, worker: Worker) -> Taken:
    (found,) = taken(name, content, worker)
    assert isinstance(found, Taken), found
    return found


@pytest.mark.parametrize("name", made.EVERY)
def test_every_format_gives_the_story(name: str, worker: Worker) -> None:
    article = only(name, made.EVERY[name](), worker).article
    assert article.title == made.TITLE
    assert article.published == date(2023, 3, 3)
    assert article.file.startswith(name)
    words = " ".join(article.text.split())
    for paragraph in made.STORY:
        assert words.count(paragraph) == 1
    assert "99,000" not in words
    assert "Copyright" not in words


@pytest.mark.parametrize(
    "name", ["story.txt", "story.md", "story.html", "story.rss", "story.csv", "story.jsonl", "story.warc"]
)
def test_address_author_and_publisher_are_found_where_the_file_has_them(name: str, worker: Worker) -> None:
    article = only(name, made.EVERY[name](), worker).article
    assert (article.url or "").startswith(made.ADDRESS)
    assert article.publisher == ("example.org" if name in ("story.txt", "story.md") else "Example News")
    assert name == "story.rss" or f"By {made.AUTHOR}" in article.text


PROPERTIES = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Bo Sample</dc:creator></cp:coreProperties>'
)
SIGNED = {
    "story.txt": made.text,
    "story.md": made.markdown,
    "story.html": made.EVERY["story.html"],
    "story.eml": made.mail,
    "story.rss": made.rss,
    "story.csv": made.csv,
    "story.jsonl": made.lines,
}


@pytest.mark.parametrize("name", SIGNED)
def test_the_author_is_found_in_every_format_that_tells_one(name: str, worker: Worker) -> None:
    assert only(name, SIGNED[name](), worker).article.author == made.AUTHOR


def test_properties_tell_the_author_of_a_story_that_does_not(worker: Worker) -> None:
    """Who saved a file may be somebody else than who wrote what is in it."""
    core = {"docProps/core.xml": PROPERTIES}
    assert only("a.docx", made.word(more=core), worker).article.author == "Bo Sample"
    signed = (made.TITLE, f"By {made.AUTHOR}", "3 March 2023", *made.STORY)
    assert only("a.docx", made.word(signed, more=core), worker).article.author == made.AUTHOR
    assert only("a.pdf", made.pdf(author="Bo Sample"), worker).article.author == "Bo Sample"
    assert only("a.pdf", made.pdf(author="jdoe"), worker).article.author is None


def test_several_authors_of_a_row_are_all_found(worker: Worker) -> None:
    row = {**made.row(), "Author": ["Ann Example", {"name": "Bo Sample"}]}
    assert only("a.jsonl", json.dumps(row).encode(), worker).article.author == "Ann Example; Bo Sample"


def test_a_text_file_is_read_as_it_always_was(tmp_path: Path, worker: Worker, seeds: tuple[Path, ...]) -> None:
    ending = tmp_path / "windows.txt"
    ending.write_bytes(made.text().replace(b"\n", b"\r\n"))
    for path in (*seeds, ending):
        (found,) = take(path, worker)
        assert isinstance(found, Taken)
        assert found.article == load(path)


@pytest.mark.parametrize("name", ["story.html", "story.pdf", "story.docx", "story.eml"])
def test_a_date_is_never_the_one_of_the_file(name: str, tmp_path: Path, worker: Worker) -> None:
    undated = {
        "story.html": made.page().replace(b"2023-03-03T09:30:00Z", b""),
        "story.pdf": made.pdf(((made.TITLE, "", *made.STORY),)),
        "story.docx": made.word((made.TITLE, *made.STORY)),
        "story.eml": b"\n".join(line for line in made.mail().split(b"\n") if not line.startswith(b"Date:")),
    }[name]
    path = tmp_path / name
    path.write_bytes(undated)
    os.utime(path, (1_600_000_000, 1_600_000_000))
    (found,) = take(path, worker)
    assert isinstance(found, Taken)
    assert found.article.published is None
    (given,) = take(path, worker, date(2020, 1, 2))
    assert isinstance(given, Taken)
    assert given.article.published == date(2020, 1, 2)


def test_a_date_that_the_file_gives_outranks_the_one_that_is_given(worker: Worker) -> None:
    (found,) = take_bytes(Source("story.html", made.page()), worker, date(2020, 1, 2))
    assert isinstance(found, Taken)
    assert found.article.published == date(2023, 3, 3)


def test_the_same_bytes_are_the_same_article_whatever_their_name(worker: Worker) -> None:
    ids = {only(name, made.pdf(), worker).article.id for name in ("a.pdf", "b.pdf", "c")}
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [("page", made.page()), ("x.xml", made.rss()), ("x.dat", made.pdf()), ("mail", made.mailbox(made.mail()))],
)
def test_a_file_without_a_telling_name_is_known_by_what_it_opens_with(
    name: str, content: bytes, worker: Worker
) -> None:
    assert only(name, content, worker).article.title == made.TITLE


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0", "is a picture"),
        ("photo.txt", b"\x89PNG\r\n", "is a picture"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "is in the old Word format"),
        ("book.epub", made.zipped({"a": b"b"}), "is a book"),
        ("table.xlsx", made.zipped({"a": b"b"}), "is a spreadsheet"),
        ("blob", b"abc\x00def", "is no text"),
        ("map.xml", b"<?xml version='1.0'?><kml></kml>", "is XML, but no feed and no page"),
        ("note.pdf", b"hello", "is named .pdf and is none"),
        ("note.docx", b"hello", "is named .docx and is none"),
        ("scan.pdf", made.pdf(((),)), "has no text in it, only pictures"),
        ("cut.pdf", made.pdf()[:200], "is a damaged PDF"),
        ("map.pdf", made.pdf((["nothing " * 11] * 1_500,)), "has a page of more than 100,000 letters"),
        ("cut.docx", made.word()[:300], "is a damaged Word document"),
        ("cut.zip", made.zipped({"a.txt": b"x" * 99})[:60], "is a damaged zip"),
        ("none.docx", made.word(()), "has no text in it"),
        ("none.html", b"<html><body></body></html>", "has no article in it"),
        ("none.rss", made.rss(0), "has no entry in it"),
        ("none.csv", b"a,b\n1,2\n", "has no column with text"),
        ("none.eml", b"Subject: x\n\n", "has no text in it"),
        ("none.mbox", b"hello", "has no message in it"),
        ("latin.html.md", b"caf\xe9", "is not UTF-8"),
        ("latin.csv", b"text\ncaf\xe9\n", "is not UTF-8"),
        ("empty.txt", b"", "is empty"),
    ],
)
def test_what_is_not_taken_is_named_with_the_reason(name: str, content: bytes, what: str, worker: Worker) -> None:
    (found,) = taken(name, content, worker)
    assert isinstance(found, ArticleError)
    assert found.what == what
    assert found.where == name
    assert found.remedy


def test_one_bad_member_stops_nothing_beside_it(worker: Worker) -> None:
    packed = made.zipped({"a.txt": made.text(), "b.pdf": b"%PDF-1.7 nothing", "c/d.html": made.page(), "e.png": b"x"})
    found = taken("all.zip", packed, worker)
    assert [it.article.file for it in found if isinstance(it, Taken)] == ["all.zip › a.txt", "all.zip › c/d.html"]
    assert [it.where for it in found if isinstance(it, ArticleError)] == ["all.zip › b.pdf", "all.zip › e.png"]


def test_the_rows_of_a_table_that_have_no_text_are_named(worker: Worker) -> None:
    found = taken("t.jsonl", made.lines() + b'{"title": "x"}\nnonsense\n' + made.lines(), worker)
    assert [it.where for it in found if isinstance(it, ArticleError)] == ["t.jsonl › row 2", "t.jsonl › row 3"]


def test_a_message_and_what_is_attached_to_it_are_articles(worker: Worker) -> None:
    inner = made.mail(attached={"story.pdf": made.pdf()})
    found = taken("outer.eml", made.mail("See attached.", {"inner.eml": inner, "photo.png": b"\x89PNG"}), worker)
    articles = [it.article for it in found if isinstance(it, Taken)]
    assert [article.file for article in articles] == [
        "outer.eml › inner.eml", "outer.eml › inner.eml › story.pdf",
    ]  # fmt: skip
    assert [it.what for it in found if isinstance(it, ArticleError)] == ["is a picture"]


def test_a_table_in_a_document_keeps_its_rows(worker: Worker) -> None:
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>' for cell in row)}</w:tr>"
        for row in (("Camp", "Refugees"), ("Dadaab", "3,000"))
    )
    article = only("t.docx", made.word((made.TITLE,), f"<w:tbl>{cells}</w:tbl>"), worker).article
    assert "| Camp | Refugees |\n| Dadaab | 3,000 |" in article.text


def test_what_was_tracked_in_a_word_file_is_as_if_it_were_accepted(worker: Worker) -> None:
    told = '<w:{0} w:id="1" w:author="Ed"><w:r><w:{1} xml:space="preserve">{2}</w:{1}></w:r></w:{0}>'
    changed = told.format("del", "delText", "About 2,000 people") + told.format("ins", "t", "About 3,500 people")
    inner = f"<w:p>{changed}<w:r><w:t xml:space='preserve'> fled their homes in Beira.</w:t></w:r></w:p>"
    text = only("t.docx", made.word((made.TITLE,), inner), worker).article.text
    assert "About 3,500 people fled their homes" in text
    assert "2,000" not in text


def test_running_heads_and_page_numbers_of_a_pdf_are_no_text(worker: Worker) -> None:
    pages = [("Example News | Weekly", made.TITLE if n == 1 else made.STORY[n - 2], "", f"{n}") for n in range(1, 5)]
    text = only("weekly.pdf", made.pdf(pages), worker).article.text
    assert "Weekly" not in text
    assert [line for line in text.splitlines() if line.strip().isdigit()] == []


def test_a_sentence_goes_on_over_the_end_of_a_page(worker: Worker) -> None:
    pages = ((made.TITLE, "", "Kenya sent 1,200 soldiers to the"), ("border with Somalia on Thursday.",))
    assert "to the\nborder with Somalia" in only("two.pdf", made.pdf(pages), worker).article.text


def test_letters_that_are_each_set_by_themselves_are_words(worker: Worker) -> None:
    """As browsers set them that print to a file; the second column is drawn after the first."""
    words = " ".join(made.STORY)
    text = only("printed.pdf", made.printed(words), worker).article.text
    assert words in " ".join(text.split())
    assert "\n\n" not in text.strip()  # nor is a line without long letters a paragraph


def test_a_word_that_goes_on_in_the_next_line_of_a_pdf_is_one(worker: Worker) -> None:
    page = ("About 300 people were evac-", "uated from the well-known camp.")
    text = only("two.pdf", made.pdf((page,)), worker).article.text
    assert "evac-\nuated from" in text  # which reading takes for one word, and "well-known" for two


def test_folders_are_gone_through_and_what_tells_of_them_is_left(tmp_path: Path) -> None:
    (tmp_path / "in" / "er").mkdir(parents=True)
    for name in ("b.txt", "in/a.pdf", "in/er/c.png", "ORIGIN.md", ".hidden", "in/.x/y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    names = [path.relative_to(tmp_path).as_posix() for path in found_in([tmp_path])]
    assert names == ["b.txt", "in/a.pdf", "in/er/c.png"]


def test_the_order_of_the_names_of_months_does_not_change(worker: Worker) -> None:
    for month, name in ((5, "May"), (9, "September")):
        page = made.page().replace(b"2023-03-03T", f"2023-{month:02}-03T".encode())
        assert f"\n3 {name} 2023\n" in only("m.html", page, worker).article.text
