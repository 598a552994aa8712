"""Corpora and scorers that lie outside the project: predictions are written for them, and they are run as programs.

The folder holds ``score_geoparse.py`` (TR-News, GeoVirus), ``country_points.json`` and ``score_counts.py`` (IDMC), with
their data; the README of benchmarks/ says where they come from.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.articles.load import from_bytes
from geo.language import Passage, all_passages
from geo.model import Article, Claim, Panel, Place, Span, Toponym
from geo.places.countries import country_votes
from geo.places.gazetteer import Gazetteer
from geo.places.mention import Mention, mention
from geo.places.resolve import resolve
from geo.places.toponyms import demonyms, toponyms
from geo.reading import read

SCORERS = ("score_geoparse.py", "score_counts.py", "country_points.json")
_COUNTS = re.compile(r"recall ([0-9.]+).*other predictions a text ([0-9.]+)")

Prediction = dict[str, Any]


class CorpusError(Exception):
    """A corpus or a scorer that is missing or fails; the message says what to do."""


@dataclass(frozen=True)
class Toponyms:
    """F1 and shares from 0 to 1; ``adjectives``: with demonyms added. Country points are accepted but where said."""

    exact: float
    exact_adjectives: float
    end_to_end: float
    end_to_end_adjectives: float
    given: float
    given_strict: float
    """No country points: a country is where the corpus puts it."""


@dataclass(frozen=True)
class Counts:
    """IDMC: share of labelled figures found, and predictions a text beside them."""

    recall: float
    others: float


@dataclass(frozen=True)
class Corpora:
    """The folder of corpora, a gazetteer to read with, and a folder for predictions."""

    folder: Path
    gazetteer: Gazetteer
    scratch: Path

    def check(self) -> None:
        """Raises CorpusError where the folder lacks a scorer."""
        missing = [name for name in SCORERS if not (self.folder / name).is_file()]
        if missing:
            raise CorpusError(f"{self.folder} lacks {', '.join(missing)}")

    def toponyms(self, corpus: str) -> Toponyms:
        """Read one of the scorer's corpora and score it."""
        texts, gold = self.scratch / "texts.jsonl", self.scratch / "mentions.jsonl"
        self._run("score_geoparse.py", "--corpus", corpus, "--dump-texts", texts, "--dump-mentions", gold)
        articles = [_article(row) for row in _lines(texts)]
        named: dict[str, list[Prediction]] = {}
        for row in _lines(gold):
            named.setdefault(str(row["doc_id"]), []).append(row)
        plain: list[Prediction] = []
        adjectives: list[Prediction] = []
        given: list[Prediction] = []
        for article, passages in zip(articles, all_passages(articles), strict=True):
            found = innermost(toponyms(article, passages, self.gazetteer))
            plain += [_prediction(article.id, t.span, t.place) for t in found]
            adjectives += [
                _prediction(article.id, t.span, t.place) for t in demonyms(article, passages, self.gazetteer, found)
            ]
            given += self._given(article, passages, named.get(article.id, []))
        scores = self._geoparse(corpus, plain)
        also = self._geoparse(corpus, plain + adjectives)
        oracle, strict = self._geoparse(corpus, given), self._geoparse(corpus, given, country_points=False)
        return Toponyms(
            exact=scores["exact"][2],
            exact_adjectives=also["exact"][2],
            end_to_end=scores["e2e"][2],
            end_to_end_adjectives=also["e2e"][2],
            given=oracle["res"]["acc"],
            given_strict=strict["res"]["acc"],
        )

    def counts(self) -> Counts:
        """Read IDMC's excerpts and score the figures of displaced people, households and homes."""
        texts = self.scratch / "excerpts.jsonl"
        self._run("score_counts.py", "--set", "idmc", "--dump", texts)
        excerpts = {row["id"]: from_bytes(row["text"].encode(), row["id"]) for row in _lines(texts)}
        predictions = [
            _count(reading.article.file, claim)
            for reading in read(excerpts.values(), self.gazetteer)
            for claim in reading.claims
            if claim.panel is Panel.DISPLACED or claim.population == "housing"
        ]
        said = self._run("score_counts.py", "--set", "idmc", "--pred", self._write(predictions))
        found = _COUNTS.search(said)
        if found is None:
            raise CorpusError(f"score_counts.py said nothing that is understood: {said.strip()[:200]}")
        return Counts(float(found[1]), float(found[2]))

    def _given(self, article: Article, passages: Sequence[Passage], gold: Sequence[Prediction]) -> list[Prediction]:
        """The resolver alone, on the corpus's own mentions; those in text that is not read stay unanswered."""
        tokens = [(n, t.i, p.span(t.idx, t.idx + len(t))) for n, p in enumerate(passages) for t in p.doc]
        asked: list[tuple[Mention, Prediction]] = []
        for row in gold:
            span = Span(row["start"], row["end"])
            covered = [(number, at) for number, at, token in tokens if token.overlaps(span)]
            if covered:
                (number, first), (_, last) = covered[0], covered[-1]
                candidates = self.gazetteer.candidates(row["text"]) or self._people(row["text"])
                asked.append((mention(number, passages[number].doc, first, last + 1, candidates), row))
        asked.sort(key=lambda pair: (pair[0].passage, pair[0].first))
        mentions = [asked_for for asked_for, _ in asked]
        votes = country_votes(mentions, passages, self.gazetteer)
        answers = resolve(mentions, passages, votes, self.gazetteer)
        return [
            _prediction(article.id, Span(row["start"], row["end"]), place)
            for (_, row), (_, place, _) in zip(asked, answers, strict=True)
        ]

    def _people(self, name: str) -> Any:
        """The country of a demonym, which the corpora count as a toponym."""
        code = self.gazetteer.country_of_demonym(name)
        country = self.gazetteer.country(code) if code else None
        return self.gazetteer.candidates(country.name) if country else ()

    def _geoparse(self, corpus: str, predictions: Iterable[Prediction], *, country_points: bool = True) -> Any:
        points = ("--country-points", self.folder / "country_points.json") if country_points else ()
        written = self._write(predictions)
        return json.loads(self._run("score_geoparse.py", "--corpus", corpus, "--pred", written, *points, "--json"))

    def _write(self, predictions: Iterable[Prediction]) -> Path:
        path = self.scratch / "predictions.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in predictions), encoding="utf-8")
        return path

    def _run(self, scorer: str, *arguments: str | Path) -> str:
        command = [sys.executable, str(self.folder / scorer), *map(str, arguments)]
        ended = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        if ended.returncode != 0:
            raise CorpusError(f"{scorer} failed: {ended.stderr.strip().rpartition(chr(10))[2]}")
        return ended.stdout


def innermost(found: Sequence[Toponym]) -> list[Toponym]:
    """Of toponyms in one another ("Mali" in "northern Mali") the inner ones: the corpora annotate names alone."""
    return [t for t in found if not any(other is not t and t.span.holds(other.span) for other in found)]


def _article(row: Prediction) -> Article:
    return Article(
        str(row["doc_id"]), str(row["doc_id"]), "0" * 64, row["text"], row["title"] or "", None, None, None, None
    )


def _prediction(article: str, span: Span, place: Place | None) -> Prediction:
    lat, lon = (place.lat, place.lon) if place is not None else (None, None)
    return {"doc_id": article, "start": span.start, "end": span.end, "text": "", "lat": lat, "lon": lon}


def _count(excerpt: str, claim: Claim) -> Prediction:
    families = any(word in claim.counted.lower() for word in ("famil", "household"))
    unit = "Structures" if claim.population == "housing" else "Households" if families else "People"
    figure = claim.quantity
    return {"id": excerpt, "start": figure.span.start, "end": figure.span.end, "text": figure.words,
            "lo": figure.low, "hi": figure.high, "unit": unit}  # fmt: skip


def _lines(path: Path) -> Iterator[Prediction]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
