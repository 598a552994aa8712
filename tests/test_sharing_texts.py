"""Articles belong to their publishers: sentences about a figure leave the building, whole texts only when asked for."""

import re
from collections.abc import Iterator
from pathlib import Path

from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue
from geo.model import Claim, Span
from geo.sharing.apart import made_apart
from geo.sharing.document.publish import publish
from geo.sharing.export import EXPORTS
from geo.sharing.picture.dress import PLAIN
from geo.sharing.shown import Shown
from geo.sharing.view import View
from tests.commands import geo

WRITTEN = {".html", ".json", ".geojson", ".csv", ".txt", ".svg", ".js"}


def _quoted(claim: Claim) -> Iterator[Span]:
    yield claim.sentence
    yield from (turn.span for turn in claim.statuses)
    yield from (told.span for told in (claim.dated, claim.spoken) if told and told.span)
    yield from (used.evidence.span for used in claim.places if used.evidence and used.evidence.span)
    if claim.sequel:
        yield claim.sequel.span


def private(catalogue: Catalogue) -> list[str]:
    """Words of each sentence that no figure was read from, without its names: these are marked."""
    found = []
    for article in catalogue.collection.articles:
        spans = [span for claim in catalogue.claims.values() if claim.article == article.id for span in _quoted(claim)]
        for sentence in re.finditer(r"[^.\n]{60,}\.", article.text):
            run = max(re.findall(r"[a-z ]+", sentence.group()), key=len)
            if len(run) > 24 and not any(span.start < sentence.end() and sentence.start() < span.end for span in spans):
                found.append(run)
    return found


def carried(folder: Path, words: list[str]) -> set[str]:
    files = [path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.suffix in WRITTEN]
    return {one for one in words if any(one in text for text in files)}


def test_a_publication_has_no_sentence_that_tells_no_figure(catalogue: Catalogue, tmp_path: Path) -> None:
    words = private(catalogue)
    assert len(words) > 10
    shown = Shown(catalogue, catalogue.select(Filter()))
    publish(shown, tmp_path / "map", exports={name: it for name, it in EXPORTS.items() if not name.endswith(".png")})
    assert carried(tmp_path / "map", words) == set()


def test_who_may_publish_the_texts_asks_for_them(catalogue: Catalogue, tmp_path: Path) -> None:
    words = private(catalogue)
    for folder, option in (("plain", ()), ("whole", ("--articles",))):
        assert geo("export", "map.html", "--to", str(tmp_path / folder), *option).returncode == 0
    assert carried(tmp_path / "plain", words) == set()
    assert len(carried(tmp_path / "whole", words)) > len(words) / 2


def test_a_file_of_the_page_has_them_where_its_box_is_ticked(catalogue: Catalogue) -> None:
    without, whole = (made_apart("map.html", View(), catalogue, PLAIN, texts=texts) for texts in (False, True))
    assert b"Read in the article" not in without
    assert b"Read in the article" in whole
