"""Lists that share a verb, parts of a crowd, and whose a part is: each figure with its own owner and places."""

from functools import cache
from pathlib import Path

import pytest

from geo.articles.load import from_bytes
from geo.dataset.build import GAZETTEER
from geo.model import Claim
from geo.places.gazetteer import Gazetteer
from geo.reading import read
from tests import lists_made
from tests.lists_made import Case, Member

ROOT = Path(__file__).parent.parent


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open(ROOT / "data" / GAZETTEER)


@cache
def claims_of(text: str) -> tuple[Claim, ...]:
    article = from_bytes(f"# In brief\n\nBy Staff\n\n14 July 2021\n\n{text}\n".encode(), "list.txt")
    return next(iter(read([article], gazetteer()))).claims


def wrong(found: tuple[Claim, ...], members: tuple[Member, ...]) -> list[str]:
    """What is not as it should be, in words."""
    faults = [] if members else [f"{claim.quantity.words} found" for claim in found]
    for low, whose, place in members:
        claims = [claim for claim in found if claim.quantity.low == low]
        if len(claims) != 1:
            faults.append(f"{low} found {len(claims)} times")
            continue
        claim = claims[0]
        uses = {(str(use.role), use.place.country) for use in claim.places}
        if whose not in ("?", claim.who):
            faults.append(f"{low}: {claim.who}")
        role, _, code = (place or "").rpartition(":")
        if place is not None and not (uses == {(role, code)} if role else {c for _, c in uses} == {code}):
            faults.append(f"{low}: {sorted(map(str, uses))}")
    return faults


def cases(*named: tuple[Case, ...]) -> list[object]:
    return [
        pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=lists_made.FAILING[case[0]]))
        if case[0] in lists_made.FAILING
        else pytest.param(*case)
        for kind in named
        for case in kind
    ]


@pytest.mark.parametrize(
    ("text", "members"),
    cases(lists_made.GAPPED, lists_made.GOING, lists_made.RESPECTIVELY, lists_made.BRACKETED, lists_made.SHARED),
)
def test_each_member_of_a_list_has_its_own_owner_and_place(text: str, members: tuple[Member, ...]) -> None:
    assert wrong(claims_of(text), members) == []


@pytest.mark.parametrize(("text", "members"), cases(lists_made.PARTS))
def test_a_part_of_another_kind_is_a_figure_of_its_own(text: str, members: tuple[Member, ...]) -> None:
    assert wrong(claims_of(text), members) == []


@pytest.mark.parametrize(("text", "members"), cases(lists_made.PREDICATE))
def test_a_part_belongs_to_whom_the_sentence_says(text: str, members: tuple[Member, ...]) -> None:
    assert wrong(claims_of(text), members) == []


@pytest.mark.parametrize(("text", "members"), cases(lists_made.CONTRIBUTORS))
def test_rows_of_contributors_keep_their_country(text: str, members: tuple[Member, ...]) -> None:
    assert wrong(claims_of(text), members) == []
