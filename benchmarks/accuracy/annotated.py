"""Articles with every figure annotated: how many figures are found, and how many fields of those are right.

The form is that of tests/annotated/README.md. Each field is a set of answers, empty for "the text does not say", one
for most fields, several for places; a figure's ``also`` gives further sets that are as good. Over the figures found

    accuracy   share whose set is one of those annotated
    precision  answers of the reader that stand in the best of these sets
    recall     answers in that set that the reader gives
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.articles.load import from_bytes
from geo.contract import as_json
from geo.model import Article, Claim, Panel, Reading, Span
from geo.places.names import fold
from tests import agency_copy

FIELDS = (
    "low", "high", "qualifier", "counted", "population", "panel", "basis", "action", "who", "places", "happened",
    "as_of", "attributed_to", "status",
)  # fmt: skip
PUBLISHED = "# Headline\n\nBy AFP\n\n10 October 2024\n\n"
"""What stands before the sentences of tests/agency_copy.py, whose dates count from this day."""

Answers = frozenset[Any]


@dataclass(frozen=True)
class Figure:
    """An annotated figure: where it stands, and for each field that is scored the sets of answers that are right."""

    span: Span
    words: str
    fields: Mapping[str, Sequence[Answers]]


@dataclass(frozen=True)
class Annotated:
    """An article with its figures, and the spans of numbers that are none."""

    article: Article
    figures: tuple[Figure, ...]
    negatives: tuple[Span, ...] = ()


@dataclass
class Score:
    """Counts over a set of articles."""

    figures: int = 0
    found: int = 0
    claims: int = 0
    right: int = 0
    negatives: int = 0
    hit: int = 0
    exact: Counter[str] = field(default_factory=Counter)
    scored: Counter[str] = field(default_factory=Counter)
    common: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.claims if self.claims else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.figures if self.figures else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def load(path: Path) -> list[Annotated]:
    """A file of tests/annotated."""
    return [_annotated(row) for row in json.loads(path.read_text(encoding="utf-8"))]


def agency() -> list[Annotated]:
    """The cases of tests/agency_copy.py, each as an article; where there is no figure, every claim is a false one."""
    cases = {**agency_copy.CASES, **{sentence: [] for sentence in agency_copy.NO_FIGURES}}
    return [_case(f"case {number}", sentence, rows) for number, (sentence, rows) in enumerate(cases.items())]


def score(articles: Sequence[Annotated], readings: Sequence[Reading]) -> Score:
    """Compare; ``readings`` are those of ``articles``, in their order."""
    total = Score()
    for annotated, reading in zip(articles, readings, strict=True):
        _compare(annotated, reading, total)
    return total


def _annotated(row: Mapping[str, Any]) -> Annotated:
    article = from_bytes(row["text"].encode(), row["file"])
    figures = tuple(
        Figure(_nth(article.text, each["words"], each["nth"]), each["words"], dict(_alternatives(each)))
        for each in row["figures"]
    )
    return Annotated(article, figures, tuple(_nth(article.text, words, 0) for words in row["not_figures"]))


def _alternatives(figure: Mapping[str, Any]) -> Iterator[tuple[str, list[Answers]]]:
    for name in FIELDS:
        if name in figure:
            yield name, [_answers(name, value) for value in (figure[name], *figure.get("also", {}).get(name, ()))]


def _case(name: str, sentence: str, rows: Sequence[agency_copy.Expected]) -> Annotated:
    article = from_bytes(f"{PUBLISHED}{sentence}\n".encode(), name)
    figures = []
    for row in rows:
        fields = {_NAMES.get(key, key): _plain(key, value) for key, value in row.fields.items()}
        if row.places is not None:
            fields["places"] = [place.split(" ", 1) for place in row.places]
        sets = {key: [_answers(key, value)] for key, value in fields.items() if key in FIELDS}
        span = _nth(article.text, row.words, 0, before="(?<![0-9,])")  # no part of a longer number
        figures.append(Figure(span, row.words, sets))
    return Annotated(article, tuple(figures))


_NAMES = {"by": "attributed_to"}


def _plain(key: str, value: str | None) -> Any:
    """The value of an agency case, all of which are strings, as the contract has it."""
    if key in ("low", "high"):
        return None if value in (None, "None") else int(value)
    return value.split("/") if key == "happened" and value is not None else value


def _nth(text: str, words: str, number: int, before: str = "") -> Span:
    found = [match.start() for match in re.finditer(f"{before}(?={re.escape(words)})", text)]
    return Span(found[number], found[number] + len(words))


def _answers(name: str, value: Any) -> Answers:
    """A field of the contract as a set; small and capital letters, articles before a name and who denied a claim
    make no difference."""
    if value is None:
        return frozenset()
    if name == "places":
        return frozenset(f"{role} {fold(place)}" for role, place in value)
    if name == "happened":
        return frozenset([tuple(value)])
    if name == "status":
        value = re.sub(r" by [^,]+", "", value)
    if isinstance(value, str):
        value = re.sub(r"^(?:the|an?) ", "", value.casefold())
    return frozenset([value])


def _compare(annotated: Annotated, reading: Reading, total: Score) -> None:
    people = [claim for claim in reading.claims if claim.panel is not Panel.OTHER]
    told = {row["start"]: row for row in as_json(reading)["claims"]}
    right: set[str] = set()
    total.figures += len(annotated.figures)
    total.claims += len(people)
    name = annotated.article.file
    for figure in annotated.figures:
        found = [claim for claim in people if any(figure.span.overlaps(span) for span in _spans(claim))]
        right |= {claim.id for claim in found}
        if found:
            total.found += 1
            _fields(name, figure, told[found[0].quantity.span.start], total)
        else:
            total.misses.append(f"{name}: not found: {figure.words}")
    wrong = [claim for claim in people if claim.id not in right]
    total.right += len(people) - len(wrong)
    total.misses += [f"{name}: no figure: {claim.quantity.words} {claim.counted}" for claim in wrong]
    total.negatives += len(annotated.negatives)
    total.hit += sum(any(span.overlaps(n) for claim in wrong for span in _spans(claim)) for n in annotated.negatives)


def _spans(claim: Claim) -> tuple[Span, ...]:
    return claim.quantity.span, *claim.repeats


def _fields(name: str, figure: Figure, row: Mapping[str, Any], total: Score) -> None:
    for key, sets in figure.fields.items():
        value = [(place["role"], place["name"]) for place in row[key]] if key == "places" else row[key]
        given = _answers(key, value)
        best = max(sets, key=lambda wanted: (given == wanted, len(given & wanted), -len(wanted)))
        total.scored[key] += 1
        total.exact[key] += given == best
        total.common[key] += len(given & best)
        total.given[key] += len(given)
        total.wanted[key] += len(best)
        if given != best:
            total.misses.append(f"{name}: {figure.words}: {key}: {_shown(given)}, not {_shown(sets[0])}")


def _shown(answers: Answers) -> str:
    return " + ".join(sorted(map(str, answers))) or "none"
