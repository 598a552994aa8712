"""Files made to do harm: each is refused or read as words, in time, and stops nothing beside it."""

import io
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from geo.articles.blocks import blocks
from geo.errors import ArticleError
from geo.intake import worker as at_work
from geo.intake.document import Source
from geo.intake.formats import SUFFIXES
from geo.intake.take import Taken, take_bytes
from geo.intake.worker import Worker
from tests import intake_made as made
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def taken(name: str, content: bytes, worker: Worker) -> list[Taken | ArticleError]:
    return list(take_bytes(Source(name, content), worker))


def refused(name: str, content: bytes, worker: Worker) -> str:
    (found,) = taken(name, content, worker)
    assert isinstance(found, ArticleError), found
    return found.what


def nested(levels: int) -> bytes:
    packed = made.zipped({"a.txt": made.text()})
    for _ in range(levels):
        packed = made.zipped({"a.zip": packed})
    return packed


def lying() -> bytes:
    """A member that unpacks to more than its zip says."""
    packed = bytearray(made.zipped({"a.html": made.page() * 40}))
    size = len(made.page() * 40).to_bytes(4, "little")
    return bytes(packed.replace(size, (1_000).to_bytes(4, "little")))


def many() -> bytes:
    made_ = io.BytesIO()
    with zipfile.ZipFile(made_, "w") as packed:
        for number in range(20_001):
            packed.writestr(f"{number}.txt", b"")
    return made_.getvalue()


def deflated_pdf() -> bytes:
    """A page whose content is 400 MB of nothing, packed into 400 kB."""
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b" " * 4_000_000) for _ in range(100)) + packer.flush()
    plain = made.pdf(((made.TITLE,),))
    start, end = plain.index(b"<< /Length"), plain.index(b"endstream")
    return plain[:start] + f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode() + stream + plain[end:]


LAUGHS = b"<!DOCTYPE l [<!ENTITY a 'ha'>" + b"".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>".encode() for n in range(12)
)
LAUGHS += b"]>"
DOCUMENT = "word/document.xml"


def word_with(document: bytes) -> bytes:
    return made.word(more={DOCUMENT: document})


BOMBS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip of zeros": ("a.zip", lambda: made.zipped({"a.txt": b"\0" * 60_000_000}), "is packed more than 200 times"),
    "zip in zip in zip": ("a.zip", lambda: nested(6), "lies 4 files deep"),
    "zip that lies": ("a.zip", lying, "is damaged in its zip"),
    "zip of 20,001 files": ("a.zip", many, "holds more than 20,000 files"),
    "Word of blanks": ("a.docx", lambda: word_with(b" " * 60_000_000), "is packed more than 200 times"),
    "Word with entities": ("a.docx", lambda: word_with(LAUGHS + b"<w:document/>"), "declares XML entities"),
    "feed with entities": ("a.rss", lambda: LAUGHS + made.rss(), "declares XML entities"),
    "feed of 100,000": ("a.rss", lambda: made.rss(100_000, ("x",)), "has 100,000 entries"),
    "PDF of 400 MB": ("a.pdf", deflated_pdf, ""),
    "PDF of 401 pages": ("a.pdf", lambda: made.pdf([("x",)] * 401), "has more than 400 pages"),
    "packed with gzip": ("a.gz", lambda: zlib.compress(b"\0" * 9_000_000), "is packed with gzip"),
    "JSON 100,000 deep": ("a.json", lambda: b"[" * 100_000 + b"]" * 100_000, "is nested too deeply"),
    "a mail of 5,000 parts": (
        "a.eml",
        lambda: made.mail("See attached.", {f"{n}.bin": b"\0" for n in range(201)}),
        "has more than 200 parts",
    ),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_in_time(bomb: str, worker: Worker) -> None:
    name, make, what = BOMBS[bomb]
    content, begun = make(), time.monotonic()
    assert refused(name, content, worker).startswith(what)
    assert time.monotonic() - begun < 180
    assert isinstance(taken("story.html", made.page(), worker)[0], Taken)  # and the next file is read


def test_markup_without_end_is_read_or_refused(worker: Worker) -> None:
    deep = b"<html><body>" + b"<div>" * 100_000 + b"".join(b"<p>%s</p>" % p.encode() for p in made.STORY)
    assert len(taken("deep.html", deep, worker)) == 1
    assert isinstance(taken("story.html", made.page(), worker)[0], Taken)


def test_a_mail_in_a_mail_in_a_mail_ends(worker: Worker) -> None:
    message = made.mail()
    for _ in range(30):
        message = made.mail("See attached.", {"inner.eml": message})
    assert refused("a.eml", message, worker) == "lies 4 files deep"


NAMES = (
    "../../../etc/cron.d/x.txt", "/etc/passwd.txt", "C:\\Windows\\..\\x.txt", "a\nb.txt", "\u202etxt.exe.txt",
    "CON.txt", "-rf.txt", "~root.txt", "\x1b[31mred.txt", "x" * 5_000 + ".txt", "$(reboot).txt", "a\0b.txt",
    "<img src=x onerror=alert(1)>.txt", "\ud800.txt",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_shown_on_one_line_and_used_for_nothing(name: str, worker: Worker, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    packed = made.zipped({name.replace("\ud800", "?"): made.text()}) if "\0" not in name else made.text()
    for outer, content in ((name, made.text()), ("all.zip" if "\0" not in name else name, packed)):
        (found,) = taken(outer, content, worker)
        assert isinstance(found, Taken)
        assert found.article.file.isprintable()
        assert len(found.article.file) <= 200
        assert name[:3] not in found.article.id
    assert sorted(tmp_path.rglob("*")) == before


def test_what_a_file_refers_to_is_not_read(worker: Worker, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret word is walrus")
    entity = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    files = {
        "a.html": made.page((*made.STORY, "&x;"), f'<link rel="import" href="{secret.as_uri()}">').replace(
            b"<!DOCTYPE html>", entity
        ),
        "a.docx": word_with(entity + b"<w:document>&x;</w:document>"),
        "a.rss": entity + made.rss(1, ("&x;",)),
        "b.docx": made.word(inner='<w:p><w:r><w:t>a</w:t></w:r></w:p><w:altChunk r:id="x" xmlns:r="u"/>'),
    }
    for name, content in files.items():
        for found in taken(name, content, worker):
            assert not isinstance(found, Taken) or "walrus" not in found.article.text


def test_macros_and_scripts_are_no_words(worker: Worker) -> None:
    macro = made.word(more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen 99,000 troops End Sub"})
    script = " /OpenAction << /S /JavaScript /JS (app.alert\\('99,000 troops'\\)) >>"
    page = made.page(head="<script>99,000 troops</script><style>99,000 troops</style>")
    for name, content in (("a.docm", macro), ("a.pdf", made.pdf(extra=script)), ("a.html", page)):
        (found,) = taken(name, content, worker)
        assert isinstance(found, Taken)
        assert "99,000" not in found.article.text


CONFINED = """
import os, socket, subprocess, sys
from geo.intake.confine import NotAllowed, confine
confine()
def tried(what):
    try:
        what()
    except (NotAllowed, OSError, MemoryError) as error:
        return type(error).__name__
    return "done"
print(tried(lambda: socket.create_connection(("127.0.0.1", 9), 1)))
print(tried(lambda: socket.getaddrinfo("localhost", 80)))
print(tried(lambda: subprocess.run(["true"])))
print(tried(lambda: os.system("true")))
print(tried(lambda: open(sys.argv[1], "w")))
print(tried(lambda: os.remove(sys.argv[2])))
print(tried(lambda: os.write(os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY), b"x")))
print(tried(lambda: bytearray(2_000_000_000)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits")
def test_a_parser_reaches_no_network_no_program_and_no_file(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.touch()
    new = tmp_path / "new.txt"
    command = [sys.executable, "-c", CONFINED, str(new), str(kept)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.stdout.split() == [*["NotAllowed"] * 6, "OSError", "MemoryError"], ended.stdout + ended.stderr
    assert kept.exists()


def test_a_parser_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_work, "INTAKE_SECONDS", 0.0)
    with Worker() as worker:
        (found,) = taken("a.html", made.page(), worker)
        assert isinstance(found, ArticleError)
        assert found.what.startswith("took longer than")
        monkeypatch.setattr(at_work, "INTAKE_SECONDS", 60)
        assert isinstance(taken("a.html", made.page(), worker)[0], Taken)


def test_keys_in_the_environment_are_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_TOKEN", "walrus")
    assert "SOME_TOKEN" not in at_work._KEPT
    with Worker() as worker:
        process = worker._running()
        environment = Path(f"/proc/{process.pid}/environ")
        assert not environment.exists() or b"walrus" not in environment.read_bytes()


MARKUP = some.lists(
    some.sampled_from(
        ["<p>", "</p>", "<table><tr><td>", "</td></tr></table>", "<li>", "<br>", "&nbsp;", "&#0;", "<!--", "-->", "\n"]
    )
    | some.text(max_size=30),
    max_size=40,
).map("".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=MARKUP, name=some.sampled_from(sorted({f"a{ending}" for ending in SUFFIXES})))
def test_whatever_is_given_is_read_or_refused_and_its_blocks_stand_in_its_text(
    words: str, name: str, worker: Worker
) -> None:
    content = words.encode("utf-8", "replace")
    for outer in (content, made.page((words, *made.STORY)) if name.endswith("html") else content):
        for found in taken(name, outer, worker):
            if isinstance(found, Taken):
                text = found.article.text
                for block in blocks(text):
                    assert not block.text or block.span(0, len(block.text)).end <= len(text)
            else:
                assert found.what
                assert found.remedy
