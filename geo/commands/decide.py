"""``geo figures``, ``accept``, ``reject``, ``correct``, ``merge``, ``part`` and ``undo``: check what was read."""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from geo.collections.decide import (
    AUTO,
    UNKNOWN,
    Change,
    choice,
    correction,
    not_always,
    place_by_hand,
    place_of,
    position,
    telling,
    verdict,
)
from geo.collections.decisions import append
from geo.collections.editor import editor
from geo.collections.particulars import Edit
from geo.commands import articles
from geo.commands.heads import SHORTEST, is_head
from geo.commands.made import make
from geo.commands.place import folders, home, tell
from geo.dataset.build import DEMONYMS, GAZETTEER
from geo.dataset.query import Catalogue, adjectives
from geo.dataset.store import load
from geo.errors import DecisionError
from geo.model import Article, Claim, Place, Role
from geo.model.decision import CHOICES, Decision, Field, Verdict
from geo.places.gazetteer import Gazetteer
from geo.places.geocoders import geocoder
from geo.wording.deeds import line
from geo.wording.reviews import state

_FIELDS = {
    Field.VALUE: '"1,200", "about 1,200", "at least 300", "200-300"',
    Field.PLACE: '"Goma", "Tripoli, Lebanon"; the likeliest of its name (see python -m geo locate)',
    Field.DATE: "2021-07-28, or 2021-07-05/2021-07-11",
    Field.SPEAKER: "who said it",
    Field.POPULATION: "troops, refugees ...",
    Field.ACTION: "flee, deploy ...",
    Field.BASIS: "event, stock ...",
    Field.STATUS: "reported, denied ...",
    Field.WHO: "whose troops, which people: Russian, Syrian",
}


def declare_figures(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unchecked", action="store_true", help="only those that nobody has looked at")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    folders(parser)


def declare_verdict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="as python -m geo figures prints it")
    parser.add_argument("--why", metavar="REASON", help="the reason, kept with the decision")
    folders(parser)


def declare_telling(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="as python -m geo figures prints it")
    parser.add_argument("others", nargs="+", metavar="OTHER", help="figures of the same people, or of other people")
    parser.add_argument("--why", metavar="REASON", help="the reason, kept with the decision")
    folders(parser)


def declare_choice(parser: argparse.ArgumentParser, kind: Verdict) -> None:
    parser.add_argument("choice", choices=(*CHOICES[kind], AUTO), help=f"{AUTO}: as the program has it")
    parser.add_argument("ids", nargs="+", metavar="ID", help="as python -m geo figures prints it")
    parser.add_argument("--why", metavar="REASON", help="the reason, kept with the decision")
    folders(parser)


def declare_correct(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="as python -m geo figures prints it")
    for field, example in _FIELDS.items():
        parser.add_argument(f"--{field}", metavar="WORDS", help=example)
    parser.add_argument("--role", choices=[role.value for role in Role], help="of --place")
    parser.add_argument("--instead", metavar="NAME", help='the place that --place stands instead of; "": of none')
    parser.add_argument("--at", metavar="LAT,LON", help="where --place is, if the gazetteer lacks it (degrees)")
    parser.add_argument("--km", type=float, default=0.0, metavar="KM", help="with --at: the radius of a circle")
    parser.add_argument("--source", default="", metavar="WORDS", help="with --at: where the position is known from")
    parser.add_argument("--why", metavar="REASON", help="the reason, kept with the decision")
    folders(parser)


def figures(chosen: argparse.Namespace) -> int:
    catalogue = _catalogue(chosen)
    reviews = {review.claim: review for review in catalogue.collection.reviews}
    everything = [*catalogue.claims.values(), *catalogue.collection.rejected]
    for claim in everything:
        review = reviews.get(claim.id)
        if chosen.unchecked and review is not None and review.checked:
            continue
        told = {
            "id": claim.id,
            "checked": state(review),
            "figure": line(claim, catalogue.adjectives),
            "same_movement": [other.id for other, _ in catalogue.links(claim.id)],
        }
        print(
            json.dumps(told, ensure_ascii=False) if chosen.json else f"{claim.id}  {told['checked']}: {told['figure']}"
        )
    for decision in catalogue.collection.unfit:
        tell(f"fits no figure any more: {decision.verdict} {decision.about.words!r} in {decision.about.file}")
    return 0


def decide(chosen: argparse.Namespace) -> int:
    """Accept, reject or undo; then build, so that the page and the exports show it."""
    catalogue, kind = _catalogue(chosen), Verdict(chosen.command)
    of_articles: list[Edit] = []
    if kind is Verdict.UNDO:  # of an article that was taken out there is no figure
        ids = {it: articles.undone(it, home(chosen), chosen.why) for it in chosen.ids if not _known(it, catalogue)}
        of_articles = [it for it in ids.values() if it is not None]
        chosen.ids = [it for it in chosen.ids if ids.get(it) is None]
    about = _claims(chosen.ids, catalogue)
    made = [verdict(kind, claim, article, who=editor(), why=chosen.why) for claim, article in about]
    if kind is Verdict.UNDO:
        decided = {review.claim for review in catalogue.collection.reviews}
        if free := [claim.id for claim, _ in about if claim.id not in decided]:
            others = [other for other, _ in catalogue.tellings(free[0])]
            remedy = f"Undo it where it was decided: {others[-1]}" if others else "See python -m geo figures"
            raise DecisionError("nothing was decided about it", where=free[0], remedy=remedy)
    return _save(chosen, [*made, *of_articles])


def tell_of(chosen: argparse.Namespace) -> int:
    """Merge or part: say of a figure and others whether they tell of one movement."""
    catalogue = _catalogue(chosen)
    one, kind = _claim(chosen.id, catalogue), Verdict(chosen.command)
    others = _claims(chosen.others, catalogue)
    made = [telling(kind, one, other, who=editor(), why=chosen.why) for other in others]
    return _save(chosen, made)


def choose(chosen: argparse.Namespace) -> int:
    """Order or label: where figures stand in lists, and whether the map writes them."""
    catalogue, kind = _catalogue(chosen), Verdict(chosen.command)
    about = _claims(chosen.ids, catalogue)
    made = [choice(kind, it, chosen.choice, who=editor(), why=chosen.why) for it in about]
    if kind is Verdict.LABEL and (told := not_always(len(catalogue.collection.claims))):
        tell(told)
    return _save(chosen, made)


def correct(chosen: argparse.Namespace) -> int:
    claim, article = _claim(chosen.id, _catalogue(chosen))
    wanted = {field: words for field in Field if (words := getattr(chosen, field.value)) is not None}
    if not wanted:
        options = ", ".join(f"--{field}" for field in Field)
        raise DecisionError("nothing is to be corrected", where=chosen.id, remedy=f"Give one of {options}")
    place = _place(wanted[Field.PLACE], chosen) if Field.PLACE in wanted else None
    role = Role(chosen.role) if chosen.role else None
    made = [
        correction(claim, article, change, who=editor(), why=chosen.why)
        for change in (
            Change(field, words, place, role, chosen.instead) if field is Field.PLACE else Change(field, words)
            for field, words in wanted.items()
        )
    ]
    return _save(chosen, made)


def _save(chosen: argparse.Namespace, made: Sequence[Decision | Edit]) -> int:
    where = home(chosen)
    append(where.decisions, *made)
    for decision in made:
        print(f"saved: {articles.told(decision) if isinstance(decision, Edit) else _told(decision)}")
    make(where, chosen.data, lambda _: None, wait=True)
    return 0


def _told(decision: Decision) -> str:
    about = f"{decision.verdict} {decision.about.words!r}"
    if decision.other is not None:
        return f"{about} {'with' if decision.verdict is Verdict.MERGE else 'from'} {decision.other.words!r}"
    if decision.verdict in CHOICES:
        return f"{about}: {decision.after or AUTO}"
    if decision.field is None:
        return about
    return f"{about}: {decision.field} {decision.after or UNKNOWN}, read as {decision.before or UNKNOWN}"


def _catalogue(chosen: argparse.Namespace) -> Catalogue:
    return Catalogue.of(load(home(chosen).built), adjectives(chosen.data / DEMONYMS))


def _claims(ids: Sequence[str], catalogue: Catalogue) -> list[tuple[Claim, Article]]:
    """Each figure once, however often it was named."""
    found = {claim.id: (claim, article) for claim, article in (_claim(id_, catalogue) for id_ in ids)}
    return list(found.values())


def _claim(id_: str, catalogue: Catalogue) -> tuple[Claim, Article]:
    """A claim, or one that was rejected, by its id or by as much of its head as tells it from all others."""
    found = [claim for claim in _all(catalogue) if claim.id.startswith(id_)]
    if len(found) != 1 or len(id_) < SHORTEST:
        what = "is the head of several figures" if len(found) > 1 else "is no figure of this collection"
        raise DecisionError(what, where=id_[:40], remedy="See python -m geo figures")
    return found[0], catalogue.articles[found[0].article]


def _known(id_: str, catalogue: Catalogue) -> bool:
    return any(is_head(id_, claim.id) for claim in _all(catalogue))


def _all(catalogue: Catalogue) -> Iterator[Claim]:
    yield from catalogue.claims.values()
    yield from catalogue.collection.rejected


def _place(words: str, chosen: argparse.Namespace) -> Place | None:
    if words == UNKNOWN:
        return None
    if chosen.at:
        return place_by_hand(words, *position(chosen.at), km=chosen.km, source=chosen.source)
    gazetteer = Gazetteer.open(Path(chosen.data) / GAZETTEER)
    found = geocoder(gazetteer, os.environ).geocode(words, exactly_one=False, limit=1)
    if not isinstance(found, list) or not found:
        remedy = "Try another spelling or its country, or say where it is: --at 37.28,68.65"
        raise DecisionError("no place of this name is known", where=words[:60], remedy=remedy)
    return place_of(found[0].raw)
