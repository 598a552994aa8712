"""A measure beside what off-the-shelf tools reach, the best known and the aim, as rows of a Markdown table."""

from collections.abc import Sequence
from dataclasses import dataclass

HEAD = ("measure", "floor", "best known", "Dateline", "aim", "")


@dataclass(frozen=True)
class Measure:
    """``value`` is None where it could not be taken; ``lower`` where less is better. None elsewhere: nothing known."""

    what: str
    value: float | None
    floor: float | None = None
    best: float | None = None
    aim: float | None = None
    lower: bool = False
    digits: int = 3

    def cells(self) -> tuple[str, ...]:
        if self.value is None or self.aim is None:
            verdict = "not measured" if self.value is None else ""
        else:
            met = self.value <= self.aim if self.lower else self.value >= self.aim
            verdict = "met" if met else "NOT MET"
        return (self.what, *map(self._shown, (self.floor, self.best, self.value, self.aim)), verdict)

    def _shown(self, value: float | None) -> str:
        return "–" if value is None else f"{value:.{self.digits}f}".removeprefix("0")


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first stand right."""
    lines = [head, ("---", *["---:"] * (len(head) - 1)), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
