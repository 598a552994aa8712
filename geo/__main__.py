"""``python -m geo``: read articles, build the data set, look a place up. Thin commands over this package."""

import sys

from geo.environment import ensure, streams

if __name__ == "__main__":  # before anything that needs a package, or opens a file
    streams()
    ensure(sys.argv[1:])

import os

# Before anything brings numpy in: threads only get in each other's way in matrices as small as reading multiplies.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from geo.commands import articles as about_articles
from geo.commands import bring, building, decide, large, reading
from geo.commands import publish as publishing
from geo.commands.place import ROOT, folders, home_of_view
from geo.commands.place import tell as _tell
from geo.dataset.build import DEMONYMS, GAZETTEER
from geo.dataset.query import Catalogue, adjectives
from geo.dataset.store import load as load_collection
from geo.errors import DatelineError
from geo.limits import YEARS
from geo.model.decision import Verdict
from geo.places.gazetteer import Gazetteer
from geo.places.geocoders import geocoder
from geo.places.locate import locate, table
from geo.sharing import link
from geo.sharing.document.publish import publish
from geo.sharing.export import EXPORTS, named, write
from geo.sharing.picture.dress import Dress, Size
from geo.sharing.shown import Shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where all that was asked was done, 1 with a line on standard error where not.

    Who reads the output may leave early ("| head -1"): then the command ends quietly, as a shell says it, with 141.
    """
    chosen = _parser().parse_args(arguments)
    try:
        done = _COMMANDS[chosen.command](chosen)
        sys.stdout.flush()
    except DatelineError as error:
        _tell(f"error: {error}")
        return 1
    except KeyboardInterrupt:
        _tell("stopped; nothing was written")
        return 130
    except BrokenPipeError:
        _close_output()
        return 141
    except UnicodeEncodeError:
        if not any(map(_is_no_text, sys.argv if arguments is None else arguments)):
            raise
        _tell("error: the command: holds letters that are no text. Write them in UTF-8")
        return 1
    except OSError as error:  # a disk is full, or a terminal is gone: files say so themselves, as errors of ours
        _tell(f"error: the output: cannot be written ({error.strerror or error}). Write it to another place")
        _close_output()
        return 1
    return done


def _is_no_text(argument: str) -> bool:
    """Whether it came as bytes that no encoding of the terminal has; a file may be named so, but nothing said."""
    return any("\ud800" <= letter <= "\udfff" for letter in argument)


def _close_output() -> None:
    """Let what could not be written go: Python would try it again at its end, and then complain."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geo", description="From news articles to a sourced map.")
    commands = parser.add_subparsers(dest="command", required=True)
    building.declare(commands.add_parser("build", help="read a collection's articles and write its data set"))
    bring.declare_add(commands.add_parser("add", help="bring articles of any format into a collection"), _day)
    bring.declare_title(commands.add_parser("title", help="give a collection its headline and standfirst"))
    bring.declare_new(commands.add_parser("new", help="make a collection of its own"))
    decide.declare_figures(commands.add_parser("figures", help="print every figure with its id, and who checked it"))
    for name, told in _VERDICTS.items():
        decide.declare_verdict(commands.add_parser(name, help=told))
    for name, told in _TELLINGS.items():
        decide.declare_telling(commands.add_parser(name, help=told))
    for kind, told in _CHOICES.items():
        decide.declare_choice(commands.add_parser(kind, help=told), kind)
    decide.declare_correct(commands.add_parser("correct", help="put a figure's value, place, date or speaker right"))
    about_articles.declare_articles(commands.add_parser("articles", help="print every article with its id"))
    told = "put right what an article tells of itself: title, publisher, agency, author, date, address"
    about_articles.declare_mend(commands.add_parser("mend", help=told))
    told = "take articles out of a collection; python -m geo undo brings them back"
    about_articles.declare_remove(commands.add_parser("remove", help=told))
    told = "read articles and print what they say; writes nothing"
    reading.declare(commands.add_parser("read", help=told), _day)
    exporter = commands.add_parser("export", help="write what the page shows as files")
    exporter.add_argument("files", nargs="*", metavar="FILE", help=f"default all: {', '.join(EXPORTS)}")
    exporter.add_argument("--to", type=Path, default=Path("export"), metavar="DIR", help="where the files go")
    exporter.add_argument("--view", default="", metavar="LINK", help="what a copied link shows; default every figure")
    told = f"of pictures: {', '.join(Size)} (A4 across, 300 dpi; 1200 x 630)"
    exporter.add_argument("--size", type=Size, choices=list(Size), default=Size.WEB, help=told)
    publishing.dressed(exporter)
    publishing.with_texts(exporter)
    folders(exporter)
    publishing.declare(commands.add_parser("publish", help="write the page of a view as a folder for any web host"))
    locator = commands.add_parser("locate", help="print every place that a name may mean, likeliest first")
    locator.add_argument("name", metavar="NAME", help='"Goma", "Tripoli, Lebanon"')
    locator.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2021-07-28") from error
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise argparse.ArgumentTypeError(f"{text!r} is no day of any article; give one of {YEARS[0]} to {YEARS[1]}")
    return day


def _shown(chosen: argparse.Namespace) -> Shown:
    """What the link of --view shows."""
    catalogue = Catalogue.of(load_collection(home_of_view(chosen).built), adjectives(chosen.data / DEMONYMS))
    opened = link.opened(chosen.view, catalogue)
    if opened.notice:
        _tell(opened.notice)
    dress = Dress(getattr(chosen, "size", Size.WEB), chosen.title, chosen.standfirst)
    return replace(Shown.of(opened.view, catalogue), dress=dress, texts=chosen.articles)


def _export(chosen: argparse.Namespace) -> int:
    if large.exported(chosen, _tell):
        return 0
    shown = _shown(chosen)
    wanted = named(chosen.files)
    made = {name: export.make(shown) for name, export in wanted.items()}  # all or, where one cannot be made, none
    for name, content in made.items():
        write(chosen.to / name, content)
        print(f"{chosen.to / name}: {wanted[name].about}")
    return 0


def _publish(chosen: argparse.Namespace) -> int:
    shown = _shown(chosen)
    done = publish(shown, chosen.folder, chosen.url)
    print(publishing.told(chosen.folder, done))
    return 0


def _locate(chosen: argparse.Namespace) -> int:
    rows = locate(chosen.name, geocoder(Gazetteer.open(ROOT / "data" / GAZETTEER), os.environ))
    print("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) if chosen.json else table(rows))
    return 0


_VERDICTS = {
    "accept": "say that figures are right",
    "reject": "take figures away that are none",
    "hide": "take figures away that are right, but are not to be shown",
    "note": "say something about figures, with --why",
    "undo": "take back the latest decision about figures, or about articles",
}
_TELLINGS = {
    "merge": "say that figures tell of one movement",
    "part": "say that figures tell of several movements",
}
_CHOICES = {
    Verdict.ORDER: "say whether figures stand first or last in lists",
    Verdict.LABEL: "say whether the map writes figures beside their symbols",
}
_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": building.build,
    "read": reading.read,
    "export": _export,
    "publish": _publish,
    "locate": _locate,
    "add": bring.add,
    "new": lambda chosen: bring.make(chosen, ROOT / "data"),
    "title": bring.title,
    "figures": decide.figures,
    "articles": about_articles.articles,
    "mend": about_articles.put_right,
    "remove": about_articles.take_out,
    "correct": decide.correct,
    **dict.fromkeys(_VERDICTS, decide.decide),
    **dict.fromkeys(_TELLINGS, decide.tell_of),
    **dict.fromkeys(_CHOICES, decide.choose),
}


if __name__ == "__main__":
    sys.exit(main())
