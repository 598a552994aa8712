"""Train the choices of reading from annotated articles and write their weights: ``make weights``.

    geo/claims/weights/panel.tsv        troops, displaced or none           one of several labels
                       frame.tsv        what a figure says happens
                       action.tsv       what its people do
                       population.tsv   who they are, where no noun says so
                       place.tsv        which place is likeliest, whether it is one at all (``data.make.network``)
                       role.tsv         what the place is to it             one of several labels
                       date.tsv         which time is its date              one of the candidates

All but that of places are linear, regularised (L2) and fitted to the end, so that the same articles give the same
weights. The features are those that reading makes. ``geo/claims/weights/ORIGIN.md`` says of which articles, and how
right they are by articles of other conflicts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

from benchmarks.annotated import sets
from benchmarks.annotated.conflicts import group
from data.make import network
from data.make.network import Placed
from geo.articles.kinds import BlockKind
from geo.claims.choice import BIAS, FOLDER, OF_VECTOR, Meaning, parsed
from geo.claims.clause import Clause, clause
from geo.claims.counting import Counting, countings, is_built
from geo.claims.frames.decide import FRAME_OF, NOBODY, action_of, deeds_of, told_features
from geo.claims.frames.features import features
from geo.claims.frames.meaning import meaning
from geo.claims.people import Counted
from geo.claims.slots import date_features, date_question, place_features, place_question, places
from geo.claims.story import Story, story
from geo.language import all_passages
from geo.model import Action, Article, Frame, Panel, Place, PlaceKind
from geo.places.gazetteer import Gazetteer
from geo.places.names import fold
from geo.places.toponyms import toponyms

Features = dict[str, float]
RARE = 3
"""A feature seen in fewer figures is left out."""
SMALLEST = 0.04
"""Weights nearer to nought are left out; those of a vector's values all stay."""
STRETCH = 2.0
"""How long the vectors are beside a feature that holds, which is 1: the longer, the more is learned from them."""


@dataclass(slots=True)
class Labelled:
    """Things to tell apart: the features and the vectors of each, its label, and how much it counts."""

    known: list[Features] = field(default_factory=list)
    meant: list[Meaning] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)

    def add(self, known: Features, label: str, count: float, meant: Meaning = MappingProxyType({})) -> None:
        if count:
            self.known.append(known)
            self.meant.append(meant)
            self.labels.append(label)
            self.counts.append(count)


@dataclass(slots=True)
class Ranked:
    """Figures with their candidates: the features of each candidate, and which of them are right."""

    candidates: list[list[Features]] = field(default_factory=list)
    right: list[list[bool]] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)

    def add(self, candidates: list[Features], right: list[bool], count: float) -> None:
        if count and any(right):
            self.candidates.append(candidates)
            self.right.append(right)
            self.counts.append(count)


def frequent(all_known: Iterable[Features]) -> set[str]:
    seen = Counter(name for known in all_known for name in known)
    return {name for name, count in seen.items() if count >= RARE}


def fit_labels(examples: Labelled, strength: float) -> str:
    """Weights that tell several labels apart (logistic regression)."""
    kept = frequent(examples.known)
    table = DictVectorizer()
    rows = table.fit_transform([{n: v for n, v in known.items() if n in kept} for known in examples.known]).tocsr()
    parts = sorted({part for meant in examples.meant for part in meant})
    vectors = _beside(examples.meant, parts)
    labels = sorted(set(examples.labels))
    is_label = np.array([[label == each for each in labels] for label in examples.labels], dtype=float)
    counts = np.array(examples.counts)[:, None]
    named, width = rows.shape[1], rows.shape[1] + vectors.shape[1]

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(width + 1, len(labels))
        score = rows @ weights[:named] + vectors @ weights[named:width] + weights[width]
        raised = np.exp(score - score.max(axis=1, keepdims=True))
        chance = raised / raised.sum(axis=1, keepdims=True)
        off = (chance - is_label) * counts
        slope = np.vstack([rows.T @ off, vectors.T @ off, off.sum(axis=0)])
        slope[:width] += weights[:width] / strength
        missed = -(counts * np.log((chance * is_label).sum(axis=1, keepdims=True) + 1e-12)).sum()
        return float(missed + (weights[:width] ** 2).sum() / (2 * strength)), slope.ravel()

    start = np.zeros((width + 1) * len(labels))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x.reshape(width + 1, -1).T
    return _text(labels, found[:, width], found[:, :named], table, _told(parts, found[:, named:width]))


def _beside(meant: Sequence[Meaning], parts: Sequence[str]) -> Any:
    """The vectors of each thing side by side, noughts where it has none; (things, parts x length of a vector)."""
    size = next((len(vector) for each in meant for vector in each.values()), 0)
    out = np.zeros((len(meant), len(parts) * size))
    for row, each in enumerate(meant):
        for number, part in enumerate(parts):
            if part in each:
                out[row, number * size : (number + 1) * size] = each[part] * STRETCH
    return out


def _told(parts: Sequence[str], weights: Any) -> list[str]:
    """The lines of the vectors' weights: as they are to be multiplied with vectors that are not stretched."""
    size = weights.shape[1] // len(parts) if parts else 0
    lines = []
    for number, part in enumerate(parts):
        for at in range(size):
            own = weights[:, number * size + at] * STRETCH
            lines.append("\t".join([f"{part}{OF_VECTOR}{at}", *(f"{weight:.3f}" for weight in own)]))
    return lines


def fit_ranks(examples: Ranked, strength: float) -> str:
    """Weights of one label that put the right candidate of each figure above the others (conditional logit)."""
    table = DictVectorizer()
    rows = table.fit_transform([known for candidates in examples.candidates for known in candidates]).tocsr()
    segment = np.repeat(np.arange(len(examples.candidates)), [len(c) for c in examples.candidates])
    starts = np.r_[0, np.flatnonzero(np.diff(segment)) + 1]
    right = np.array([float(each) for rights in examples.right for each in rights])
    counts = np.array(examples.counts)

    def loss(weights: Any) -> tuple[float, Any]:
        score = rows @ weights
        raised = np.exp(score - np.maximum.reduceat(score, starts)[segment])
        chance = raised / np.add.reduceat(raised, starts)[segment]
        hit = np.add.reduceat(chance * right, starts)
        slope = rows.T @ ((chance - chance * right / hit[segment]) * counts[segment]) + weights / strength
        return float(-(counts * np.log(hit + 1e-12)).sum() + weights @ weights / (2 * strength)), slope

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return _text(["yes"], [0.0], [found.x], table)


def _text(
    labels: Sequence[str], bias: Sequence[float], weights: Sequence[Any], table: DictVectorizer,
    vectors: Sequence[str] = (),
) -> str:  # fmt: skip
    """The weights as a file's text: see ``geo.claims.choice``."""
    lines = ["\t".join(["feature", *labels]), "\t".join([BIAS, *(f"{own:.2f}" for own in bias)])]
    for name, *own in zip(table.get_feature_names_out(), *weights, strict=True):
        if any(abs(weight) >= SMALLEST for weight in own):
            lines.append("\t".join([name, *(f"{w:.2f}" if abs(w) >= SMALLEST else "" for w in own)]))
    return "\n".join([*lines, *vectors]) + "\n"


MIXED = frozenset({"panel", "frame", "place", "date"})
"""Choices that are learned only where figures of other things, and places and times beside, are as many as in news."""
UNTAUGHT = {"roles": MIXED, "reports": frozenset({"date"})}
"""What a set does not teach: *reports* made dates worse on every set that is only measured."""


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated article: its text as an article, its figures in the form of ``benchmarks.annotated``.

    ``group`` is its conflict: what is learned from one conflict is only ever measured on others. ``count`` is how much
    its figures count beside those of other sets; ``untaught`` are the choices that do not learn from it.
    """

    article: Article
    figures: Sequence[dict[str, Any]]
    group: str
    count: float = 1.0
    untaught: frozenset[str] = frozenset()


@dataclass(slots=True)
class Told:
    """One figure of an example as reading sees it, with its annotation (None where it counts no people)."""

    example: Example
    story: Story
    counting: Counting
    known: Features
    meant: Meaning
    gold: dict[str, Any] | None
    action: Action = Action.UNSTATED
    deeds: Mapping[Action, float] = field(default_factory=dict)

    @property
    def told(self) -> Features:
        """What is known where it is known which panel shows the figure."""
        return told_features(self.counting, self.story.around(self.counting.at), Panel(self.panel), self.known)

    def count(self, choice: str) -> float:
        """How much the figure counts for a choice."""
        return 0.0 if choice in self.example.untaught else self.example.count

    @property
    def panel(self) -> str:
        return "none" if self.gold is None or self.gold["panel"] == "other" else str(self.gold["panel"])


def tell(examples: Sequence[Example], gazetteer: Gazetteer) -> list[Told]:
    """Parse the articles and pair each figure with its annotation: the one that overlaps it most."""
    out = []
    for example, passages in zip(examples, all_passages(e.article for e in examples), strict=True):
        named = toponyms(example.article, passages, gazetteer)
        told = story(example.article, passages, named, gazetteer)
        for counting in countings(told.sentences):
            if counting.setting.passage.kind is BlockKind.TITLE or is_built(counting):
                continue
            around = told.around(counting.at)
            known, meant = features(counting, around), meaning(counting, around)
            out.append(Told(example, told, counting, known, meant, _annotation(counting, example)))
    return out


def _annotation(counting: Counting, example: Example) -> dict[str, Any] | None:
    span = counting.figure.span

    def shared(figure: dict[str, Any]) -> int:
        return min(figure["end"], span.end) - max(figure["start"], span.start)

    best = max(example.figures, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def choices_of_frame(figures: Sequence[Told]) -> dict[str, Labelled]:
    """What panel, frame, action and population are learned from."""
    out = {name: Labelled() for name in ("panel", "frame", "action", "population")}
    for told in figures:
        gold, frame = told.gold, _frame(told)
        out["panel"].add(told.known, told.panel, told.count("panel"), told.meant)
        if frame is not None:
            out["frame"].add(told.known, frame, told.count("frame"), told.meant)
        if gold is not None and told.panel != "none":
            for name in ("action", "population"):
                if gold.get(name):
                    out[name].add(told.told, gold[name], told.count(name), told.meant)
    return out


def _frame(told: Told) -> str | None:
    """The frame of a figure as annotated, or by its deed in the sets that tell no frame; None where neither is told."""
    gold = told.gold
    if gold is None:
        return NOBODY
    if gold.get("frame"):
        return str(gold["frame"])
    deed = gold.get("action") if told.panel != "none" else None
    return FRAME_OF.get(Action(deed), Frame.MOVED) if deed else None


def choices_of_slots(figures: Sequence[Told], gazetteer: Gazetteer) -> tuple[Placed, Labelled, Ranked]:
    """What place, role and date are learned from; ``figures`` carry the action that is read of them."""
    place, role, date_ = Placed(), Labelled(), Ranked()
    before: list[Clause] = []
    last: Story | None = None
    for told in figures:
        if told.story is not last:
            before, last = [], told.story
        gold = told.gold
        if gold is None or told.panel == "none":
            continue
        people = told.counting.people or Counted(told.counting.head, (), None)
        grammar = clause(told.story, told.counting, people, told.action)
        panel = Panel(told.panel)
        if "places" in gold:
            _add_places(grammar.where(panel, tuple(before), told.deeds), told, gold, gazetteer, (place, role))
        before.append(grammar)
        if "happened" in gold or "as_of" in gold:
            _add_dates(grammar.when(panel), told, gold, date_)
    return place, role, date_


def _add_places(
    asked: place_question.Asked, told: Told, gold: dict[str, Any], gazetteer: Gazetteer,
    into: tuple[Placed, Labelled],
) -> None:  # fmt: skip
    place, role = into
    names = told.story.names
    near = place_question.around(asked, names)
    candidates = places.candidates(asked, names)
    known = [place_features.features(each, asked, near, names) for each in candidates]
    right, doubtful = [], []
    for each, one in zip(candidates, known, strict=True):
        texts = [n.text for n in names.by_place.get(each.id, ()) if not n.people]
        hits = [given for given in gold["places"] if is_meant(given, each, texts, gazetteer)]
        right.append(bool(hits))
        maybe = any(
            is_meant(given, each, texts, gazetteer) for also in gold.get("also", {}).get("places", []) for given in also
        )
        doubtful.append(maybe and not hits)
        if hits:
            role.add(place_features.role_features(one, asked), hits[0]["role"], told.count("role"))
    place.add(known, right, doubtful, told.count("place"))


def _add_dates(asked: date_question.Asked, told: Told, gold: dict[str, Any], into: Ranked) -> None:
    among = date_question.candidates(asked, told.story.times)
    known = date_features.features(among, asked, told.story.times.today)
    meant = days_of(gold)
    if gold.get("dated_by") == "publication":
        right = [each.kind == "publication" for each in among]
    elif meant is None:
        right = [each.kind == "none" for each in among]
    else:
        exact = [each.kind == "named" and each.days is not None and (each.days.first, each.days.last) == meant
                 for each in among]  # fmt: skip
        right = exact if any(exact) else [
            each.days is not None and agrees((each.days.first, each.days.last), meant) for each in among
        ]  # fmt: skip
    into.add(known, right, told.count("date"))


def days_of(gold: dict[str, Any]) -> tuple[date, date] | None:
    """The days of an annotation; for a stock the day that it stands for."""
    happened = [day for day in gold.get("happened") or () if day]
    if happened:
        return date.fromisoformat(happened[0][:10]), date.fromisoformat(happened[-1][:10])
    if gold.get("as_of"):
        day = date.fromisoformat(gold["as_of"][:10])
        return day, day
    return None


def agrees(given: tuple[date, date], meant: tuple[date, date]) -> bool:
    """Whether the days overlap and those given are not much wider."""
    shared = min(given[1], meant[1]) >= max(given[0], meant[0])
    return shared and (given[1] - given[0]).days + 1 <= max(3, 2 * ((meant[1] - meant[0]).days + 1))


def is_meant(given: dict[str, Any], place: Place, texts: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether an annotated place is ``place``, which the article prints as ``texts``."""
    names = {_plain(place.name), *map(_plain, texts)}
    wanted = {_plain(given[key]) for key in ("name", "canonical") if given.get(key)}
    if names & wanted:
        return True
    if place.kind is PlaceKind.COUNTRY:
        country = gazetteer.country(given["country"]) if given.get("country") else None
        return country is not None and country.id == place.id and _plain(country.name) in wanted
    return any(len(a) > 3 and len(b) > 3 and (a in b or b in a) for a in names for b in wanted)


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")


ROOT = Path(__file__).parents[2]
STRENGTH = {
    "panel": 0.2,
    "frame": 0.2,
    "action": 0.2,
    "population": 0.3,
    "role": 0.5,
    "date": 1.0,
}
FOLDS = 4


def train(figures: Sequence[Told], gazetteer: Gazetteer, folder: Path) -> None:
    """Fit all choices to ``figures`` and write them into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, examples in choices_of_frame(figures).items():
        (folder / f"{name}.tsv").write_text(fit_labels(examples, STRENGTH[name]), encoding="utf-8")
    _read_actions(figures)
    place, role, dated = choices_of_slots(figures, gazetteer)
    for name, text in (
        ("place", network.fit(place)),
        ("role", fit_labels(role, STRENGTH["role"])),
        ("date", fit_ranks(dated, STRENGTH["date"])),
    ):
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")


def _read_actions(figures: Sequence[Told]) -> None:
    """Give each figure the action that is read of it by what the other conflicts teach: as wrong as in reading."""
    groups = sorted({told.example.group for told in figures})
    for fold_ in range(FOLDS):
        out = set(groups[fold_::FOLDS])
        learned = choices_of_frame([told for told in figures if told.example.group not in out])["action"]
        choice = parsed(fit_labels(learned, STRENGTH["action"]))
        for told in figures:
            if told.example.group in out and told.panel != "none":
                told.deeds = deeds_of((told.told, told.meant), choice)
                told.action = action_of(told.counting, Panel(told.panel), told.deeds)


TAUGHT = {
    "train": 1.0,
    "made": 0.5,
    "reports": 0.5,
    "roles": 0.5,
    "sentences": 1.0,
    "development": 0.5,
    "variety": 0.5,
    "conflicts": 0.5,
    "seeds": 3.0,
}
"""The sets that are learned from, and how much a figure of each counts."""


def examples(name: str) -> list[Example]:
    """The articles of a set with their annotations."""
    found = sets.annotations(name)
    return [
        Example(
            article,
            msgspec.to_builtins(each)["figures"],
            group(each.conflict, Path(each.file).stem),
            TAUGHT[name],
            UNTAUGHT.get(name, frozenset()),
        )
        for each, article in zip(found, sets.articles(found), strict=True)
    ]


def main() -> None:
    """Train on all that is taught and write the weights where reading looks for them."""
    gazetteer = Gazetteer.open(ROOT / "data" / "gazetteer.sqlite")
    figures = [told for name in TAUGHT for told in tell(examples(name), gazetteer)]
    train(figures, gazetteer, FOLDER)
    print(f"{len(figures)} figures of {len({told.example.article.sha256 for told in figures})} articles learned from")


if __name__ == "__main__":
    main()
