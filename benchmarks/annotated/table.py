"""Scores of several sets as one Markdown table."""

from collections.abc import Mapping

from benchmarks.annotated.score import KEYS, Score


def table(scores: Mapping[str, Score]) -> str:
    """A row a measure, a column a set: the share that is right, and of how many."""
    rows = [
        (words, *(_cell(each, key) for each in scores.values()))
        for key, words in KEYS.items()
        if any(each.of[key] for each in scores.values()) or key == "f1"
    ]
    kinds = sorted({kind for each in scores.values() for kind in each.others})
    for kind in kinds:
        cells = (f"{each.leaks[kind]} of {each.others[kind]}" if each.others[kind] else "–" for each in scores.values())
        rows.append((f"– {kind}, but published", *cells))
    head = ("measure", *scores)
    lines = [head, ("---", *["---:"] * len(scores)), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(score: Score, key: str) -> str:
    value = score.value(key)
    if value is None or not (score.of[key] or key == "f1"):
        return "–"
    of = f" of {score.of[key]}" if key != "f1" else ""
    return f"{value:.3f}".removeprefix("0") + of
