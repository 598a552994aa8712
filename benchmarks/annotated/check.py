"""Faults of annotations: spans, values and checksums. An empty list is a sound set.

python -m benchmarks.annotated.check               every set; the third-party texts where they are found
"""

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import UNSET

from benchmarks.annotated.match import place_sets, values
from benchmarks.annotated.sets import OWN, TextsError, annotations, articles, missing
from benchmarks.annotated.types import Annotation, DatedBy, Days, Figure
from geo.model import Population, Qualifier, Status

Spans = Sequence[tuple[int, int]]


def faults(annotation: Annotation, text: str | None) -> Iterator[str]:
    """What is wrong with an annotation; without ``text`` only what can be known without it."""
    spans = [(figure.start, figure.end) for figure in annotation.figures]
    own = annotation.text is not UNSET
    if spans != sorted(spans) or any(first[1] > second[0] for first, second in pairwise(spans)):
        yield f"{annotation.file}: figures overlap or are not in the order of the text"
    if annotation.published and not _is_day(annotation.published):
        yield f"{annotation.file}: published {annotation.published!r}"
    for pair in annotation.same_movement:
        if pair[0] >= pair[1] or not all(0 <= at < len(spans) and annotation.figures[at].published for at in pair):
            yield f"{annotation.file}: same movement {pair}"
    for figure in annotation.figures:
        for fault in (*_values(figure), *(_words(figure, text, own) if text is not None else ())):
            yield f"{annotation.file}: {figure.text!r} at {figure.start}: {fault}"


def _words(figure: Figure, text: str, own: bool) -> Iterator[str]:
    if text[figure.start : figure.end] != figure.text:
        yield "another text stands there"
    for words in figure.also.text:
        if words not in text:
            yield f"{words!r} is not in the text"
    if not own:  # our own places have their English names
        for place in figure.places or ():
            if place.name not in text:
                yield f"place {place.name!r} is not in the text"
    else:
        for speaker in filter(None, values(figure.attribution, figure.also.attribution)):
            if not all(part.casefold() in text.casefold() for part in speaker.split(", citing ")):
                yield f"speaker {speaker!r} is not in the text"


def _values(figure: Figure) -> Iterator[str]:
    low, high = figure.low, figure.high
    if (low is UNSET) != (high is UNSET):
        yield "one bound without the other"
    elif low is None and high is None:
        yield "two open bounds"
    elif isinstance(low, int) and isinstance(high, int) and low > high:
        yield "low above high"
    if figure.end - figure.start != len(figure.text) or figure.text.strip() != figure.text or not figure.text:
        yield "the span is not that of its words"
    if figure.published:
        yield from _published(figure)


def _published(figure: Figure) -> Iterator[str]:
    population = figure.population
    if not isinstance(population, Population) or population.panel is not figure.panel:
        yield f"population {figure.population} in panel {figure.panel}"
    if figure.low is UNSET and figure.qualifier is not Qualifier.VAGUE:
        yield "no bounds, and not vague"
    if any(not _is_interval(days) for days in filter(None, values(figure.happened, figure.also.happened))):
        yield "happened is no interval of days"
    if any(not _is_day(day) for day in filter(None, values(figure.as_of, figure.also.as_of))):
        yield "as_of is no day"
    if figure.dated_by is DatedBy.NONE and (figure.happened or figure.as_of):
        yield "dated, though by nothing"
    for status in filter(None, values(figure.status, figure.also.status)):
        if not all(turn.split(" by ")[0] in set(Status) for turn in re.split(r", (?:then )?", status)):
            yield f"status {status!r}"
    for place in (place for places in place_sets(figure) for place in places):
        if not place.name or place.name != place.name.strip():
            yield f"place {place.name!r}"
        if place.country and not re.fullmatch("[A-Z]{2}", place.country):
            yield f"country {place.country!r}"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_interval(days: Days) -> bool:
    return all(map(_is_day, days)) and days[0] <= days[1]


def of_set(name: str) -> list[str]:
    """Every fault of a set; its texts are looked at where they are found."""
    annotated = annotations(name)
    if missing(name):
        return [fault for each in annotated for fault in faults(each, None)]
    found: list[str] = []
    for each in annotated:
        try:
            found += faults(each, next(articles([each])).text)
        except TextsError as error:
            found.append(str(error))
    return found


def main() -> int:
    """Print each fault, and what could not be looked at."""
    bad = 0
    for name in (*OWN, "news"):
        found = of_set(name)
        bad += len(found)
        print(*found, f"{name}: {len(annotations(name))} articles, {len(found)} faults", sep="\n")
        if reason := missing(name):
            print(f"without texts: {reason}")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
