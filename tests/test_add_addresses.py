"""``geo add`` of addresses, from the command to the data set, on a small web of this machine."""

from pathlib import Path

import pytest

from geo.__main__ import main
from geo.commands import bring
from geo.dataset.store import load
from tests.conftest import ROOT
from tests.test_fetch import Here, site, web

__all__ = ["site", "web"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in ("gazetteer.sqlite", "demonyms.csv"):
        (tmp_path / name).symlink_to(ROOT / "data" / name)
    return tmp_path


def test_pages_and_feeds_become_a_collection_and_what_is_not_there_is_named(
    data: Path, web: Here, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bring, "Web", lambda: web)
    assert main(["new", "goma", "--data", str(data)]) == 0
    where = ["--collection", "goma", "--data", str(data)]
    addresses = ["http://news.example/page", "http://news.example/missing", "http://127.0.0.1/page"]
    capsys.readouterr()
    assert main(["add", *addresses, *where]) == 1
    told = capsys.readouterr()
    assert "1/3 http://news.example/page: 1 new" in told.err
    assert "not taken: http://news.example/missing: answers with 404." in told.err
    assert "not taken: http://127.0.0.1/page: is not on the public web." in told.err
    assert "Articles: 1 new, 2 not taken" in told.out
    built = load(data / "collections" / "goma" / "collection.json")
    (article,) = built.articles
    assert (article.url, article.title) == ("http://news.example/page", "A camp fills up")
    assert [claim.quantity.words for claim in built.claims] == ["About 900"]

    assert main(["add", "http://news.example/page", *where]) == 0
    assert "Articles: 0 new, 1 already there" in capsys.readouterr().out
