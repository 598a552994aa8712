"""The edge of the terminal: streams that are closed, words that are no text, a locale without letters."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.environment import streams
from geo.errors import MOST_NAMED, ArticleError, DatelineError
from tests.conftest import ROOT

SEED = "seeds/001_147ea0ec7f2fdc28.txt"
NO_TEXT = b"\xff\xfe"


def shell(line: str, *words: bytes | str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """``line`` in a shell, where "geo" is the command and $1, $2 ... are ``words``."""
    line = line.replace("geo ", f"{sys.executable} -m geo ", 1)
    given = {**os.environ, **environment}
    return subprocess.run(["sh", "-c", line, "sh", *words], cwd=ROOT, capture_output=True, check=False, env=given)


@pytest.mark.parametrize(
    ("line", "ended"),
    [
        ("geo locate Goma >&-", 0),
        ("geo locate Goma <&- >&- 2>&-", 0),
        ("geo read - <&-", 1),
    ],
)
def test_a_stream_that_is_closed_leads_nowhere(line: str, ended: int) -> None:
    done = shell(line)
    assert done.returncode == ended
    assert len(done.stderr.splitlines()) <= 1
    assert b"Traceback" not in done.stdout + done.stderr


def test_no_file_gets_the_number_of_a_closed_stream() -> None:
    """Else what is printed stood in the next file that was opened: the data set, for one."""
    code = "import os; from geo.environment import streams; streams(); print(os.open(os.devnull, os.O_RDONLY) > 2)"
    done = subprocess.run(
        ["sh", "-c", f'{sys.executable} -c "{code}" <&- 2>&-'], cwd=ROOT, capture_output=True, check=True
    )
    assert done.stdout == b"True\n"


@pytest.mark.parametrize("line", ['geo locate "$1"', 'geo note 45b2e777f877 --why "$1" --data "$2"'])
def test_words_that_are_no_text_are_one_line(line: str, tmp_path: Path) -> None:
    for name in ("gazetteer.sqlite", "demonyms.csv", "collection.json"):
        (tmp_path / name).symlink_to(ROOT / "data" / name)
    done = shell(line, NO_TEXT, str(tmp_path))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "locale",
    [{"PYTHONIOENCODING": "ascii:strict"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
)
def test_a_locale_without_letters_loses_none(locale: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    done = shell("geo locate 'San Jose' --json", **locale)
    assert (done.returncode, done.stderr) == (0, b"")
    assert main(["locate", "San Jose", "--json"]) == 0
    usual = capsys.readouterr().out
    assert not usual.isascii()
    assert done.stdout.decode() == usual


def test_streams_stay_as_they_are_where_they_are_there() -> None:
    before = sys.stdin, sys.stdout, sys.stderr
    streams()
    assert (sys.stdin, sys.stdout, sys.stderr) == before


@pytest.mark.parametrize("sign", ["\n", "\r", "\x1b[31m", "\x85", "\u2028", "\u202e", "\x00", "\udcff"])
def test_an_error_is_one_line_whatever_it_is_about(sign: str) -> None:
    told = str(DatelineError(f"is {sign} odd", where=f"a{sign}b", remedy="Do it"))
    assert told.isprintable()
    assert told.startswith("a\ufffd")


def test_what_an_error_is_about_is_cut_short() -> None:
    error = ArticleError("is odd", where="x" * 100_000, remedy="Do it")
    assert str(error) == f"{'x' * MOST_NAMED}…: is odd. Do it"
    assert error.where == f"{'x' * MOST_NAMED}…"
