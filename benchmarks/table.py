"""The results as a Markdown table, and its place in benchmarks/README.md."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

README = Path(__file__).parent / "README.md"
END = "<!-- end of results -->"
HEAD = ("", "Dateline", "usual way", "Dateline / usual", "aim")


@dataclass(frozen=True)
class Aim:
    """What is wanted, in words, and whether medians of ours and the usual way meet it."""

    words: str
    met: Callable[[float, float], bool]


@dataclass(frozen=True)
class Row:
    """One measure: all values of both ways, in the unit that ``what`` names; None where they could not be taken."""

    what: str
    ours: Sequence[float | None]
    usual: Sequence[float | None]
    digits: int = 0
    aim: Aim | None = None

    def cells(self) -> tuple[str, str, str, str, str]:
        ours, usual = _known(self.ours), _known(self.usual)
        if not ours or not usual:
            return self.what, self._spread(ours), self._spread(usual), "", self.aim.words if self.aim else ""
        mine, theirs = median(ours), median(usual)
        ratio = f"{mine / theirs:.2f}" if theirs else ""
        verdict = f"{self.aim.words}: {'met' if self.aim.met(mine, theirs) else 'NOT MET'}" if self.aim else ""
        return self.what, self._spread(ours), self._spread(usual), ratio, verdict

    def _spread(self, values: Sequence[float]) -> str:
        """Median (smallest - largest)."""
        if not values:
            return "not measured"
        shown = f"{median(values):.{self.digits}f}"
        return f"{shown} ({min(values):.{self.digits}f} – {max(values):.{self.digits}f})" if len(values) > 1 else shown


def at_most(share: float, words: str) -> Aim:
    """Ours at most ``share`` of the usual way."""
    return Aim(words, lambda ours, usual: ours <= share * usual)


def under(limit: float, words: str) -> Aim:
    """Ours under ``limit``, whatever the usual way needs."""
    return Aim(words, lambda ours, _: ours < limit)


def table(rows: Sequence[Row]) -> str:
    """A Markdown table, one line a row."""
    lines = [HEAD, ("---", *["---:"] * 3, "---"), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def write(results: str, command: str = "python -m benchmarks", readme: Path = README) -> None:
    """Put ``results`` between the markers that name ``command``. Raises ValueError where ``readme`` has none."""
    mark = f"<!-- results: {command} --write -->"
    text = readme.read_text(encoding="utf-8")
    before, begin, rest = text.partition(mark)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{readme} lacks the markers {mark} and {END}")
    readme.write_text(f"{before}{mark}\n\n{results}\n\n{END}{after}", encoding="utf-8")


def _known(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]
