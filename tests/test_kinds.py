"""Kinds of sentences that readers of news miss: each figure with its panel, its owner and its places, and no other."""

from functools import cache
from pathlib import Path

import pytest

from geo.articles.load import from_bytes
from geo.dataset.build import GAZETTEER
from geo.model import Claim
from geo.places.gazetteer import Gazetteer
from geo.reading import read
from tests.kinds_made import FAILING, KINDS, Case, Member

ROOT = Path(__file__).parent.parent


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open(ROOT / "data" / GAZETTEER)


@cache
def claims_of(text: str) -> tuple[Claim, ...]:
    article = from_bytes(f"# In brief\n\nBy Staff\n\n14 July 2021\n\n{text}\n".encode(), "kind.txt")
    return next(iter(read([article], gazetteer()))).claims


def wrong(found: tuple[Claim, ...], members: tuple[Member, ...]) -> list[str]:
    """What is not as it should be, in words."""
    lows = {low for low, *_ in members}
    faults = [f"{c.quantity.words} found" for c in found if lows.isdisjoint({c.quantity.low, c.quantity.high})]
    for low, panel, whose, places in members:
        claims = [claim for claim in found if low in (claim.quantity.low, claim.quantity.high)]
        if len(claims) != 1:
            faults.append(f"{low} found {len(claims)} times")
            continue
        claim = claims[0]
        if claim.panel != panel:
            faults.append(f"{low}: {claim.panel}")
        if whose not in ("?", claim.who):
            faults.append(f"{low}: {claim.who}")
        told = [use for use in claim.places if "no other origin is stated" not in (use.note or "")]
        uses = [{f"{use.role}:{use.place.country}", f"{use.role}:{use.place.name}"} for use in told]
        wanted = [set(place.split("|")) for place in places]
        if len(uses) != len(wanted) or not all(any(use & want for use in uses) for want in wanted):
            faults.append(f"{low}: {sorted(f'{use.role}:{use.place.name}' for use in claim.places)}")
    return faults


def cases() -> list[object]:
    return [
        pytest.param(*case, id=f"{kind}: {case[0]}", marks=_failing(case[0])) for kind in KINDS for case in KINDS[kind]
    ]


def _failing(text: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=FAILING[text])] if text in FAILING else []


@pytest.mark.parametrize(("text", "members"), cases())
def test_a_sentence_of_its_kind(text: str, members: Case) -> None:
    assert wrong(claims_of(text), members) == []
