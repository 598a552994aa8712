"""Every command in the README works, and prints what the README says that it prints.

A fenced ``console`` block holds ``$ command`` lines, each followed by its real output; a line ``...`` in the output
stands for any number of lines. ``$ python -m geo ...`` is run in a copy of the project, the commands of one block one
after the other; of other commands it is checked that the target or file that they name exists.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, copy_project

README = ROOT / "README.md"


def is_ours(command: str) -> bool:
    return shlex.split(command)[:3] == ["python", "-m", "geo"]


def blocks(text: str) -> list[list[tuple[str, list[str]]]]:
    """The ``console`` blocks of ``text``, each a list of (command, lines of output)."""
    found = []
    for block in re.findall(r"^```console\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL):
        commands: list[tuple[str, list[str]]] = []
        for line in block.splitlines():
            if line.startswith("$ "):
                commands.append((line[2:], []))
            else:
                assert commands, f"a console block starts with output: {line!r}"
                commands[-1][1].append(line)
        found.append(commands)
    return found


def agrees(written: list[str], printed: list[str]) -> bool:
    """True where ``printed`` is what was ``written``, a line ``...`` standing for any number of lines."""
    pattern = "".join(r"(?:.*\n)*" if line == "..." else re.escape(line) + r"\n" for line in written)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def run(command: str, folder: Path) -> list[str]:
    """The lines that ``command`` prints in ``folder``, on both streams, as a terminal shows them."""
    ended = subprocess.run(
        [sys.executable, *shlex.split(command)[1:]],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return ended.stdout.splitlines()


def broken(command: str, folder: Path = ROOT) -> str | None:
    """Why a command that is not run here cannot work, or None."""
    program, *words = shlex.split(command)
    names = [word for word in words if not word.startswith("-") and "=" not in word]
    match program:
        case "make":
            targets = set(re.findall(r"^([a-z]+):", (folder / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
            missing = [name for name in names if name not in targets]
        case "pip":
            missing = [name for name in names[1:] if name.endswith(".txt") and not (folder / name).is_file()]
        case "streamlit":
            missing = [] if words[:1] == ["run"] and (folder / words[1]).is_file() else words
        case "pytest":
            missing = [name for name in names if not (folder / name).exists()]
        case "python":
            missing = [name for name in names if name.endswith(".py") and not (folder / name).is_file()]
        case "git":
            missing = []
        case _:
            return f"{program} is no program that the README may ask for"
    return f"{', '.join(missing)} does not exist" if missing else None


def test_the_readme_shows_commands() -> None:
    commands = [command for block in blocks(README.read_text(encoding="utf-8")) for command, _ in block]
    assert [command for command in commands if is_ours(command)], "no `$ python -m geo` in a console block"
    assert {"make run", "make test"} <= set(commands)


@pytest.mark.usefixtures("loaded")
def test_every_command_prints_what_the_readme_says(tmp_path: Path) -> None:
    for number, block in enumerate(blocks(README.read_text(encoding="utf-8"))):
        ours = [(command, output) for command, output in block if is_ours(command)]
        folder = copy_project(tmp_path / str(number)) if ours else ROOT
        for command, written in ours:
            printed = run(command, folder)
            assert agrees(written, printed), f"$ {command}\n" + "\n".join(printed)


def test_every_other_command_names_what_exists() -> None:
    commands = [command for block in blocks(README.read_text(encoding="utf-8")) for command, _ in block]
    wrong = {command: broken(command) for command in commands if not is_ours(command)}
    assert {command: why for command, why in wrong.items() if why} == {}


@pytest.mark.parametrize(
    ("written", "printed", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "..."], ["a"], True),
        (["a", "...", "d"], ["a", "b", "c", "d"], True),
        (["..."], [], True),
        ([], [], True),
        (["a"], ["a", "b"], False),
        (["a", "..."], ["b", "a"], False),
        (["1.5 s"], ["125 s"], False),
        (["a ..."], ["a b"], False),
    ],
)
def test_output_is_compared_line_by_line(written: list[str], printed: list[str], *, same: bool) -> None:
    assert agrees(written, printed) is same


def test_blocks_are_read() -> None:
    text = "text\n```console\n$ make run\n$ python -m geo read x\none\ntwo\n```\n```sh\n$ other\n```\n"
    assert blocks(text) == [[("make run", []), ("python -m geo read x", ["one", "two"])]]


@pytest.mark.parametrize(
    "command",
    [
        "make fly",
        "pip install -r nothing.txt",
        "streamlit run nothing.py",
        "pytest tests/nothing.py",
        "python nothing.py",
        "curl nothing",
    ],
)
def test_a_command_that_cannot_work_is_seen(command: str) -> None:
    assert broken(command)


@pytest.mark.parametrize("command", ["make PORT=8600 run", "pip install -r requirements.txt", "pytest tests"])
def test_a_command_that_can_is_not(command: str) -> None:
    assert broken(command) is None
