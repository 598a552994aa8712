"""How far two readers agree who annotated the same articles: the second is scored as an answer is.

python -m benchmarks.annotated.agree FOLDER           print it; FOLDER holds the second annotations
python -m benchmarks.annotated.agree FOLDER --write   put it into benchmarks/annotated/README.md too
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from msgspec import UnsetType

from benchmarks.annotated.answer import Answer, ClaimTold, OtherTold, PlaceTold
from benchmarks.annotated.bring import converted
from benchmarks.annotated.match import T
from benchmarks.annotated.run import names
from benchmarks.annotated.score import KEYS, Score, score
from benchmarks.annotated.sets import FOLDER, annotations
from benchmarks.annotated.types import Annotation, Figure, PlaceGiven
from benchmarks.table import write
from geo.places.gazetteer import Gazetteer

README = FOLDER / "README.md"
COMMAND = "python -m benchmarks.annotated.agree"
SHOWN = (
    "f1", "bounds", "place", "place and role", "place precision", "date", "no date", "speaker", "no speaker", "status",
    "action", "who", "basis", "population",
)  # fmt: skip


def as_answer(annotation: Annotation) -> Answer:
    """An annotation as though a reader had given it."""
    claims = [_claim(figure) for figure in annotation.figures if figure.published]
    others = [OtherTold(figure.start, figure.end, _or_none(figure.frame)) for figure in annotation.figures]
    return Answer(claims, others)


def _claim(figure: Figure) -> ClaimTold:
    return ClaimTold(
        start=figure.start,
        end=figure.end,
        words=figure.text,
        panel=figure.panel,
        low=_or_none(figure.low),
        high=_or_none(figure.high),
        counted=_or_none(figure.counted),
        population=_or_none(figure.population),
        basis=_or_none(figure.basis),
        action=_or_none(figure.action),
        who=_or_none(figure.who),
        places=[_place(place) for place in _or_none(figure.places) or []],
        happened=_or_none(figure.happened),
        as_of=_or_none(figure.as_of),
        attributed_to=_or_none(figure.attribution),
        status=_or_none(figure.status),
        frame=_or_none(figure.frame),
        dated_by=_or_none(figure.dated_by),
    )


def _place(place: PlaceGiven) -> PlaceTold:
    return PlaceTold(_or_none(place.canonical) or place.name, place.role, _or_none(place.country))


def _or_none(value: T | UnsetType) -> T | None:
    return None if isinstance(value, UnsetType) else value


def numbers(first: Sequence[Annotation], second: Sequence[Annotation]) -> Score:
    """Whether both annotate the same numbers of people, and put them in the same panel and frame."""
    total = Score()
    for one, other in zip(first, second, strict=True):
        for figure in one.figures:
            same = _same(figure, other)
            if total.count("recall", same is not None) and same is not None:
                total.count("panel", figure.panel is same.panel)
                total.count("frame", figure.frame == same.frame)
        for figure in other.figures:
            total.count("precision", _same(figure, one) is not None)
    return total


def _same(figure: Figure, other: Annotation) -> Figure | None:
    return next((each for each in other.figures if each.start < figure.end and figure.start < each.end), None)


def table(first: Sequence[Annotation], second: Sequence[Annotation], gazetteer: Gazetteer) -> str:
    """The agreement as a Markdown table."""
    counted = numbers(first, second)
    scored = score(zip(first, map(as_answer, second), strict=True), names(gazetteer))
    rows = [
        ("numbers of people, F1", counted.value("f1"), counted.of["recall"]),
        ("panel of the numbers that both have", counted.value("panel"), counted.of["panel"]),
        ("frame of the numbers that both have", counted.value("frame"), counted.of["frame"]),
        ("figures of the two panels, F1", scored.value("f1"), scored.of["recall"]),
        *((KEYS[key], scored.value(key), scored.of[key]) for key in SHOWN[1:] if scored.of[key]),
    ]
    lines = [f"| {words} | {f'{value or 0:.2f}'.removeprefix('0')} | {of} |" for words, value, of in rows]
    return "\n".join([f"| {len(first)} articles annotated twice | agreement | of |", "| --- | ---: | ---: |", *lines])


def main() -> None:
    parser = argparse.ArgumentParser(prog=COMMAND, description="Two readers, compared.")
    parser.add_argument("folder", type=Path, help="second annotations, named as the first")
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/annotated/README.md")
    chosen = parser.parse_args()
    again = [converted(path) for path in sorted(chosen.folder.glob("*.json")) if not path.name.endswith(".draft.json")]
    gold = {each.file: each for each in annotations("news")}
    second = [each for each in again if each.file in gold]
    shown = table([gold[each.file] for each in second], second, Gazetteer.open())
    print(shown)
    if chosen.write:
        write(shown, COMMAND, README)


if __name__ == "__main__":
    main()
