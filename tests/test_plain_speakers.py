"""Who is cited for the last figure of plain sentences, read as articles of their own."""

import pytest

from geo.places.names import fold
from tests.plain import claims_of, each
from tests.speakers_made import CASES, FAILING


def cited(text: str) -> str | None:
    """Who is cited for the last figure of ``text``; "no figure" where it has none."""
    claims = claims_of(text)
    if not claims:
        return "no figure"
    source = claims[-1].attribution
    return source.words if source is not None else None


@pytest.mark.parametrize(("text", "speakers"), each(CASES, FAILING, "tests/speakers_made.py"))
def test_a_plain_figure_has_its_speaker(text: str, speakers: str) -> None:
    found = cited(text)
    if not speakers:
        assert found is None
        return
    assert found is not None
    assert any(fold(name) in fold(found) or fold(found) in fold(name) for name in speakers.split("/")), found
