"""``python -m geo publish``: the page of a view as a folder for any web host; what it and pictures are called."""

import argparse
from pathlib import Path

from geo.commands.place import folders
from geo.sharing.document.publish import Published
from geo.wording.claims import number


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or one that was published before")
    parser.add_argument("--url", default="", metavar="URL", help="where it will stand: for embeds and previews")
    parser.add_argument("--view", default="", metavar="LINK", help="what a copied link shows; default every figure")
    with_texts(parser)
    dressed(parser)
    folders(parser)


def with_texts(parser: argparse.ArgumentParser) -> None:
    """The option that lets the texts of the articles go along."""
    told = "with the whole texts of the articles, which you must be allowed to publish; default: the sentences alone"
    parser.add_argument("--articles", action="store_true", help=told)


def dressed(parser: argparse.ArgumentParser) -> None:
    """The options that say what a picture and a page are called."""
    parser.add_argument("--title", default="", metavar="WORDS", help="a title of your own")
    parser.add_argument("--standfirst", default="", metavar="WORDS", help="a line of your own below it")


def told(folder: Path, done: Published) -> str:
    """What was written, and what to do with it."""
    gone = f", {number(done.gone, 'file')} of before taken away" if done.gone else ""
    return (
        f"{folder}: {number(done.files, 'file')}, {done.size / 1e6:.1f} MB{gone}\n"
        f"Copy it to any web host. To look at it here: python -m http.server -d {folder}"
    )
