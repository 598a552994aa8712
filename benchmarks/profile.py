"""Where the time of reading goes: processor time an article, stage by stage.

python -m benchmarks.profile            on copies of the seeds
python -m benchmarks.profile --write    the table goes into benchmarks/README.md too
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from time import process_time
from typing import TypeVar

from benchmarks.reading import GAZETTEER, articles
from benchmarks.table import write
from geo.articles.blocks import Block, blocks
from geo.articles.kinds import READ_KINDS
from geo.claims.extract import claims
from geo.language import Passage
from geo.language.model import steps, tokenise
from geo.model import Article
from geo.places.gazetteer import Gazetteer
from geo.places.toponyms import toponyms

ARTICLES, WARM_UP, TOGETHER = 96, 8, 8
STAGES = {
    "blocks": "the text cut into paragraphs, captions, headings",
    "tokens": "",
    "vectors": "the network that tags and parse share",
    "tags": "",
    "parse": "",
    "lemmas": "and parts of speech",
    "names": "the entity recogniser, with a network of its own",
    "places": "toponyms recognised and resolved",
    "claims": "",
}

_Out = TypeVar("_Out")


class Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def run(self, stage: str, work: Callable[[], _Out]) -> _Out:
        began = process_time()
        done = work()
        self.seconds[stage] += process_time() - began
        return done


def profile(found: Sequence[Article], gazetteer: Gazetteer, clock: Clock) -> None:
    """Read ``found`` as ``geo.reading`` does, a batch at a time, on the clock."""
    for at in range(0, len(found), TOGETHER):
        together = found[at : at + TOGETHER]
        cut = [clock.run("blocks", lambda a=article: _readable(a)) for article in together]
        docs = clock.run("tokens", lambda c=cut: tokenise([block.text for some in c for block in some]))
        for name, step in steps().items():
            clock.run(name, lambda s=step, d=docs: s(d))
        parsed = iter(docs)
        for article, some in zip(together, cut, strict=True):
            passages = tuple(Passage(block, next(parsed)) for block in some)
            named = clock.run("places", lambda a=article, p=passages: toponyms(a, p, gazetteer))
            clock.run("claims", lambda a=article, p=passages, n=named: claims(a, p, n, gazetteer))


def table(seconds: Counter[str], count: int) -> str:
    """Milliseconds an article and share, in the order of the work."""
    whole = seconds.total()
    rows = [("stage", "ms an article", "share", ""), ("---", "---:", "---:", "---")]
    rows += [
        (stage, f"{seconds[stage] / count * 1000:.1f}", f"{seconds[stage] / whole:.0%}", says)
        for stage, says in STAGES.items()
    ]
    rows.append(("all", f"{whole / count * 1000:.1f}", "", f"{count / whole:.1f} articles a second"))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _readable(article: Article) -> list[Block]:
    return [block for block in blocks(article.text) if block.kind in READ_KINDS]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile", description="Where reading's time goes.")
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/README.md")
    chosen = parser.parse_args()
    gazetteer = Gazetteer.open(GAZETTEER)
    found = list(islice(articles(), WARM_UP + ARTICLES))
    profile(found[:WARM_UP], gazetteer, Clock())
    clock = Clock()
    profile(found[WARM_UP:], gazetteer, clock)
    results = table(clock.seconds, ARTICLES)
    print(results)
    if chosen.write:
        write(results, "python -m benchmarks.profile")


if __name__ == "__main__":
    main()
