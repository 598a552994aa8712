"""Many articles in one file: tables, mailboxes, zips in zips. Each is taken, or named with the reason why not."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from geo.errors import ArticleError
from geo.intake.document import Source
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from tests import intake_made as made
from tests.conftest import ROOT

TEXT = "\n\n".join(made.STORY)
CELL = '"' + TEXT + '"'
ANSWER = {"source": {"id": None, "name": "Example News"}, "title": made.TITLE, "publishedAt": "2023-03-03T09:30:00Z",
          "url": made.ADDRESS, "content": TEXT}  # fmt: skip


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def found_in(name: str, content: bytes, worker: Worker) -> tuple[list[Taken], list[ArticleError]]:
    found = list(take_bytes(Source(name, content), worker))
    return [it for it in found if isinstance(it, Taken)], [it for it in found if isinstance(it, ArticleError)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("comma.csv", f"title,text,date\n{made.TITLE},{CELL},2023-03-03\n".encode()),
        ("crlf.csv", f"\ufefftitle;text;date\r\n{made.TITLE};{CELL};3 March 2023\r\n".encode()),
        ("words.csv", f'"Headline","Full Text","Publication-Date"\n"{made.TITLE}",{CELL},"2023-03-03"\n'.encode()),
        ("tab.tsv", f"Title\tArticle\tPubDate\n{made.TITLE}\t{CELL}\tFri, 03 Mar 2023 09:30:00 GMT\n".encode()),
        ("spreadsheet.csv", f"title\ttext\tdate\r\n{made.TITLE}\t{CELL}\t2023-03-03\r\n".encode("utf-16")),
        ("long.csv", f"title,text,date\n{made.TITLE},{CELL},2023-03-03,one,more\n".encode()),
        ("a.jsonl", (json.dumps({"title": made.TITLE, "body": TEXT, "date": 20230303}) + "\r\n").encode()),
        ("array.json", json.dumps([ANSWER]).encode()),
        ("answer.json", json.dumps({"status": "ok", "totalResults": 1, "articles": [ANSWER]}).encode()),
        ("markup.jsonl", json.dumps({**ANSWER, "content": "".join(f"<p>{it}</p>" for it in made.STORY)}).encode()),
    ],
)
def test_tables_as_people_and_services_write_them(name: str, content: bytes, worker: Worker) -> None:
    (taken,), refused = found_in(name, content, worker)
    article = taken.article
    assert (article.title, article.published) == (made.TITLE, date(2023, 3, 3))
    assert article.file == f"{name} › row 1"
    assert " ".join(TEXT.split()) in " ".join(article.text.split())
    assert refused == []


def test_an_outlet_and_an_address_of_a_service_s_answer(worker: Worker) -> None:
    (taken,), _ = found_in("answer.json", json.dumps({"articles": [ANSWER]}).encode(), worker)
    assert (taken.article.publisher, taken.article.url) == ("Example News", made.ADDRESS)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"title,text\nx,\n", ("a.csv › row 1", "has no text", "Give the row a text")),
        ("b.csv", b"a,b\n1,2\n", ("b.csv", "has no column with text", "Call the column")),
        ("c.csv", b"title,text\n", ("c.csv", "has no row", "Call the column")),
        ("d.csv", "title,text\nx,caf\u00e9\n".encode("latin-1"), ("d.csv", "is not UTF-8", "Save it again as UTF-8")),
        ("e.jsonl", b"[1, 2]\n", ("e.jsonl › row 1", "has no text", "Give the row a text")),
        ("f.json", b'{"a": [], "b": 1}', ("f.json › row 1", "has no text", "Give the row a text")),
    ],
)
def test_what_a_table_lacks_is_named(name: str, content: bytes, told: tuple[str, str, str], worker: Worker) -> None:
    taken, (first, *_) = found_in(name, content, worker)
    assert taken == []
    where, what, remedy = told
    assert (first.where, first.what) == (where, what)
    assert first.remedy.startswith(remedy)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_a_mailbox_is_cut_between_messages_and_nowhere_else(newline: bytes, worker: Worker) -> None:
    """Also where a paragraph begins with "From ", and where one was quoted for that."""
    opens = "From the border, 400 people fled to Goma, the UN said on Monday.\n\nFrom there they walked on.\n\n"
    quoted = made.mail(f"{opens}{TEXT}").replace(b"\nFrom there", b"\n>From there")
    with_file = made.mail(attached={"story.pdf": made.pdf(), "photo.png": b"\x89PNG"})
    box = made.mailbox(made.mail(), quoted, with_file).replace(b"\n", newline)
    taken, refused = found_in("a.mbox", box, worker)
    assert [it.article.file for it in taken] == [
        "a.mbox › message 1.eml", "a.mbox › message 2.eml", "a.mbox › message 3.eml",
        "a.mbox › message 3.eml › story.pdf",
    ]  # fmt: skip
    assert "From the border, 400 people" in taken[1].article.text
    assert "\n\nFrom there they walked on." in taken[1].article.text
    assert [(it.where, it.what) for it in refused] == [("a.mbox › message 3.eml › photo.png", "is a picture")]
    assert {it.article.published for it in taken} == {date(2023, 3, 3)}


def test_a_picture_that_is_attached_is_named_and_one_that_dresses_the_message_is_not(worker: Worker) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = made.TITLE, "a@example.org"
    message.set_content(TEXT)
    message.add_attachment(b"\x89PNGa", "image", "png", filename="statement.png")
    message.add_attachment(b"\x89PNGb", "image", "png", filename="logo.png", disposition="inline")
    message.add_attachment(b"\x89PNGc", "image", "png", filename="dot.png", cid="<dot@example.org>")
    taken, refused = found_in("a.eml", message.as_bytes(), worker)
    assert len(taken) == 1
    assert [it.where for it in refused] == ["a.eml › statement.png"]


def nest() -> bytes:
    inner = made.zipped({
        "deep/a.txt": made.text(), "b.mbox": made.mailbox(made.mail()), "c.xlsx": made.zipped({"a": b"b"}),
        "d.csv": made.csv(), "e.csv": b"a,b\n1,2\n", "f/": b"", "g.jsonl": made.lines(),
    })  # fmt: skip
    return made.zipped({
        "in/inner.zip": inner, "h.warc.gz": made.warc(), "__MACOSX/._a.txt": b"x", "i.rtf": b"{\\rtf", "j": b"",
        "../../k.txt": made.text(),
    })  # fmt: skip


TAKEN = {
    "n.zip › ../../k.txt", "n.zip › in/inner.zip › deep/a.txt", "n.zip › in/inner.zip › d.csv › row 1",
    "n.zip › in/inner.zip › g.jsonl › row 1", "n.zip › in/inner.zip › b.mbox › message 1.eml",
    "n.zip › h.warc.gz › www.example.org/world/kenya-border.html",
}  # fmt: skip
REFUSED = {
    "n.zip › in/inner.zip › c.xlsx": "is a spreadsheet", "n.zip › in/inner.zip › e.csv": "has no column with text",
    "n.zip › i.rtf": "is rich text", "n.zip › j": "is empty",
}  # fmt: skip


def test_a_zip_in_a_zip_names_all_that_is_in_it(worker: Worker) -> None:
    taken, refused = found_in("n.zip", nest(), worker)
    assert {it.article.file for it in taken} == TAKEN
    assert {it.where: it.what for it in refused} == REFUSED


def test_a_folder_of_piles_is_added_and_what_is_not_is_named(tmp_path: Path) -> None:
    data, pile = tmp_path / "data", tmp_path / "pile"
    for folder in (data, pile):
        folder.mkdir()
    (pile / "n.zip").write_bytes(nest())
    (pile / "table.csv").write_bytes(f"title,text\nA camp,{CELL}\n,\n".encode())
    (pile / "mail.mbox").write_bytes(made.mailbox(made.mail(f"{TEXT}\n\nOne more paragraph.")))
    run = [sys.executable, "-m", "geo", "add", str(pile), "--no-build", "--data", str(data)]
    run += ["--seeds", str(data / "own")]
    (data / "own").mkdir()
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "1/3 mail.mbox: 1 new" in done.stderr
    for name, why in {**REFUSED, "table.csv › row 2": "has no text"}.items():
        assert f"not taken: {name}: {why}." in done.stderr
    assert "Articles: 6 new, 2 already there, 5 not taken" in done.stdout
