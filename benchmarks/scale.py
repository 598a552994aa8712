"""The page at 8, 30,000 and 1,000,000 figures, in a real browser, beside the usual ways in the same run.

python -m benchmarks.scale                        print the table
python -m benchmarks.scale --write                put it into benchmarks/README.md too
python -m benchmarks.scale --figures 8 30000      only these sizes
python -m benchmarks.scale --made FOLDER          use the collections that lie there, and make those that do not

The million takes five minutes to be made, each size two to be measured.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import duckdb
from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as NoAnswer

from benchmarks import large, machine, visits
from benchmarks.collection import Newsroom, tables
from benchmarks.large import AGAIN, CLICK, DATA, FILTER, FIRST, NEXT, PAN, PEAK, WORK, Taken
from benchmarks.outside import chromium
from benchmarks.table import write
from benchmarks.visits import Kind
from geo.dataset.store import load, save
from geo.store import manifest
from geo.store.write import put_beside
from tests.conftest import copy_project

SMALL, MIDDLE, MILLION = 8, 30_000, 1_000_000
ARTICLES = {SMALL: 2, MIDDLE: 5_000, MILLION: 170_000}
LOOK = {SMALL: (37.5, 69.0, 6.0), MIDDLE: (14.0, 30.0, 6.0), MILLION: (14.0, 30.0, 7.0)}
"""Where symbols are clicked: latitude, longitude, zoom."""
STARTS, VISITORS, TURNS = 2, 3, 6

Limit = float | tuple[float]
"""What is wanted at most; in a tuple, that share of what the usual page took."""
AIMS: dict[int, dict[str, Limit]] = {
    SMALL: {FIRST: (1.0,), NEXT: (0.8,), CLICK: 100, FILTER: 200, PEAK: 180, WORK: 0.15},
    MIDDLE: {FIRST: 3.5, NEXT: 2.5, CLICK: 150, FILTER: 300, PAN: 200, PEAK: 250, WORK: 0.15},
    MILLION: {FIRST: 4.0, NEXT: 2.5, CLICK: 200, FILTER: 500, PAN: 300, PEAK: 600, DATA: 1.0, WORK: 0.15},
}
MEASURES = (FIRST, NEXT, WORK, AGAIN, CLICK, FILTER, PAN, PEAK, DATA)
HEAD = ("figures", "", "Dateline", "usual page", "pydeck", "aim")


def make(figures: int, folder: Path) -> Path:
    """A collection of so many figures in ``folder``, where none lies there: tables, and its JSON file where that can
    hold it."""
    built = folder / str(figures) / "collection.json"
    if not (manifest.beside(built) / manifest.NAME).is_file():
        tell(f"making up {figures:,} figures")
        if figures > MIDDLE:
            tables(built, ARTICLES[figures], figures)
        else:
            save(Newsroom().collection(ARTICLES[figures], figures), built)
            put_beside(load(built), built)
    return built


def ours(figures: int, folder: Path, made: Path) -> Kind:
    """The dashboard on its seeds, or on a collection that was made up."""
    project = copy_project(folder / f"ours-{figures}")
    kind = visits.ours(project)
    if figures == SMALL:
        return kind
    built, put = make(figures, made), project / "data" / "collection.json"
    put.unlink()
    if built.is_file():
        shutil.copy2(built, put)
    shutil.copytree(manifest.beside(built), manifest.beside(put))
    return Kind(kind.name, kind.folder, large.SYMBOL, kind.panes, kind.filters)


def deck(figures: int, folder: Path, made: Path) -> Kind:
    """pydeck's page on the positions of the same figures."""
    home = folder / f"deck-{figures}"
    (home / "data").mkdir(parents=True)
    shutil.copy2(Path(__file__).parent / "deck_page.py", home / "dashboard.py")
    shutil.copytree(visits.ROOT / ".streamlit", home / ".streamlit")
    found = manifest.read(manifest.beside(make(figures, made)))
    with duckdb.connect() as connection:
        for name in ("claims", "places"):
            path = manifest.beside(make(figures, made)) / found.tables[name].file
            connection.read_parquet(str(path)).create_view(name)
        points = connection.sql("SELECT lat, lon FROM claims JOIN places ON n = spot WHERE lat IS NOT NULL")
        points.write_parquet(str(home / "data" / "points.parquet"))
    return Kind("pydeck", home, visits.DECK, "body", ("", ""))


def measure(browser: Browser, figures: int, made: Path) -> tuple[Taken, Taken, Taken]:
    """Our page, the usual one (of few figures: thousands of markers do not end) and pydeck's (of many), in turn."""
    mine, usual, decked = Taken(), Taken(), Taken()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kind = ours(figures, folder, made)
        other = visits.usual(folder / "usual") if figures == SMALL else deck(figures, folder, made)
        for nth in range(STARTS):
            large.start(browser, kind, VISITORS, mine)
            tell(f"{figures:,} figures, start {nth + 1} of {STARTS}: {mine[FIRST][-1]:.1f} s")
            theirs = usual if figures == SMALL else decked
            try:
                large.start(browser, other, VISITORS, theirs)
            except (TimeoutError, NoAnswer):
                tell(f"{other.name}: no map within {visits.PATIENCE_S} s")
        large.use(browser, kind, LOOK[figures], TURNS, mine)
    return mine, usual, decked


def rows(figures: int, mine: Taken, usual: Taken, decked: Taken) -> list[Sequence[str]]:
    found = []
    for what in MEASURES:
        if values := mine.get(what):
            others = [_spread(what, way.get(what, [])) for way in (usual, decked)]
            limit = AIMS[figures].get(what)
            aim = "" if limit is None else _verdict(median(values), limit, usual.get(what, []))
            found.append((f"{figures:,}", what, _spread(what, values), *others, aim))
    return found


def _verdict(value: float, limit: Limit, usual: Sequence[float]) -> str:
    if not isinstance(limit, tuple):
        return f"at most {limit:g}: {'met' if value <= limit else 'NOT MET'}"
    if not usual:
        return "not measured"
    (share,) = limit
    of = "the usual page's" if share == 1 else f"{share:g} of the usual page's"
    return f"at most {of}: {'met' if value <= share * median(usual) else 'NOT MET'}"


def _spread(what: str, values: Sequence[float]) -> str:
    """Median (smallest - largest)."""
    if not values:
        return "–"
    digits = 0 if what.endswith(("ms", "at its peak, MB")) else 2
    middle, least, most = (f"{value:.{digits}f}" for value in (median(values), min(values), max(values)))
    return f"{middle} ({least} – {most})" if len(values) > 1 else middle


def table(found: Sequence[Sequence[str]]) -> str:
    lines = [HEAD, ("---:", "---", *["---:"] * 3, "---"), *found]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description="Measure the page at any size.")
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/README.md")
    parser.add_argument("--figures", type=int, nargs="+", choices=ARTICLES, default=list(ARTICLES))
    parser.add_argument("--made", type=Path, help="where made-up collections lie, or are put")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        found = []
        for figures in chosen.figures:
            found += rows(figures, *measure(browser, figures, chosen.made or Path(folder)))
            tell(table(found[-len(MEASURES) :]))
        where = machine.line(browser.version)
    results = (
        f"{datetime.now(UTC):%d %B %Y}: {where}. {STARTS} starts with {VISITORS} further visitors each, "
        f"{TURNS} clicks, filters and pans; median (smallest – largest).\n\n{table(found)}"
    )
    print(results)
    if chosen.write:
        write(results, "python -m benchmarks.scale")


if __name__ == "__main__":
    main()
