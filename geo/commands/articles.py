"""``geo articles``, ``mend`` and ``remove``: what articles tell of themselves is put right, and one is taken out."""

import argparse
import json

from geo.collections.decide import mend, removal, taken_back
from geo.collections.decisions import append, edits
from geo.collections.editor import editor
from geo.collections.fitting import fitting, present
from geo.collections.home import Home
from geo.collections.particulars import Deed, Edit, Particular, now
from geo.commands.heads import is_head
from geo.commands.made import make
from geo.commands.place import folders, home, tell
from geo.dataset.store import Collection, load
from geo.errors import DecisionError
from geo.model import Article
from geo.wording.reviews import UNKNOWN, particular

_FIELDS = {
    Particular.TITLE: "its headline",
    Particular.PUBLISHER: 'who published it; "" where that is unknown',
    Particular.AGENCY: 'the agency that wrote it; ""',
    Particular.AUTHOR: 'who signed it, several parted by ";"; ""',
    Particular.DATE: 'the day of publication, 2021-07-28; ""',
    Particular.ADDRESS: 'the page where it stands, https://...; ""',
}
_ASKED = (Particular.TITLE, Particular.PUBLISHER, Particular.DATE, Particular.ADDRESS)
"""What every article has; without an agency or an author it says nothing of them."""


def declare_articles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    folders(parser)


def declare_mend(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="as python -m geo articles prints it, or the article's file")
    for field, told in _FIELDS.items():
        parser.add_argument(f"--{field}", metavar="WORDS", help=told)
    parser.add_argument("--why", metavar="REASON", help="the reason, kept with the decision")
    folders(parser)


def declare_remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="as python -m geo articles prints it, or a file")
    parser.add_argument("--why", metavar="REASON", required=True, help="the reason: it is listed in Method")
    folders(parser)


def articles(chosen: argparse.Namespace) -> int:
    collection = load(home(chosen).built)
    edited = {it.article: it.mended for it in collection.edited}
    for article in collection.articles:
        fields = {field.value: now(article, field) for field in Particular}
        changes = [particular(it) for it in edited.get(article.id, ())]
        if chosen.json:
            told = {"id": article.id, "file": article.file, **fields, "corrections": changes}
            print(json.dumps(told, ensure_ascii=False))
        else:
            said = ((words, f"{field} {UNKNOWN}" if field in _ASKED else "") for field, words in fields.items())
            known = ", ".join(words or lacking for words, lacking in said if words or lacking)
            print(f"{article.id}  {article.file}: {known}{''.join(f'; {it}' for it in changes)}")
    for it in collection.removed:
        tell(f"{it.article.sha256[:12]}  {it.article.file}: taken out by {it.who}, {it.at[:10]}: {it.why}")
    for it in collection.adrift:
        tell(f"is about no article that is here: {it.verdict} {it.article.title!r}")
    return 0


def put_right(chosen: argparse.Namespace) -> int:
    """Mend: one decision a particular; then build, so that the page and the exports show it."""
    where = home(chosen)
    article = _article(chosen.id, load(where.built))
    wanted = {field: words for field in Particular if (words := getattr(chosen, field.value)) is not None}
    if not wanted:
        options = ", ".join(f"--{field}" for field in Particular)
        raise DecisionError("nothing is to be corrected", where=chosen.id, remedy=f"Give one of {options}")
    made = [mend(article, field, words, who=editor(), why=chosen.why) for field, words in wanted.items()]
    return _save(where, made, chosen)


def take_out(chosen: argparse.Namespace) -> int:
    where = home(chosen)
    collection = load(where.built)
    found = {article.id: article for article in (_article(id_, collection) for id_ in chosen.ids)}
    return _save(where, [removal(it, who=editor(), why=chosen.why) for it in found.values()], chosen)


def undone(id_: str, where: Home, why: str | None) -> Edit | None:
    """The decision that takes back the latest one about the article with this id; None where no decision is about such
    an article."""
    collection = load(where.built)
    found, adrift = fitting(edits(where.decisions), present(collection.articles, collection.removed))
    out = [it for it in adrift if is_head(id_, it.article.sha256)]
    latest = next((these[-1] for sha256, these in found.items() if is_head(id_, sha256)), out[-1] if out else None)
    return taken_back(latest, who=editor(), why=why) if latest else None


def _article(id_: str, collection: Collection) -> Article:
    """By its file, by its id, or by as much of its head as tells it from all others."""
    heads = [it for it in collection.articles if is_head(id_, it.id)]
    found = [it for it in collection.articles if it.file == id_] or heads
    if len(found) != 1:
        what = "names several articles" if len(found) > 1 else "is no article of this collection"
        raise DecisionError(what, where=id_[:40], remedy="See python -m geo articles")
    return found[0]


def told(edit: Edit) -> str:
    about = f"{edit.verdict} {edit.article.title!r}"
    return f"{about}: {particular(edit)}" if edit.verdict is Deed.MEND else about


def _save(where: Home, made: list[Edit], chosen: argparse.Namespace) -> int:
    append(where.decisions, *made)
    for edit in made:
        print(f"saved: {told(edit)}")
    make(where, chosen.data, lambda _: None, wait=True)
    return 0
