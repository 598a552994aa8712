"""Figures grouped by country and by what they tell of: each once, none lost."""

from dataclasses import replace

import pytest

from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import ClaimPlace, Reading, Role
from geo.sharing import link
from geo.sharing.view import View
from geo.sheets.grouping import grouped
from geo.wording.countries import countries
from geo.wording.grouping import Grouping
from tests import hand_made as made


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue.of(made.collection(), {"AF": "Afghan", "TJ": "Tajik", "RU": "Russian"})


@pytest.mark.parametrize("by", Grouping)
def test_each_figure_stands_in_one_group(catalogue: Catalogue, by: Grouping) -> None:
    claims = tuple(catalogue.claims.values())
    groups = grouped(catalogue, claims, by)
    assert sorted(claim.id for group in groups for claim in group.claims) == sorted(catalogue.claims)
    assert all(group.title for group in groups) is (by is not Grouping.DATE)


def test_countries_come_by_how_many_figures_they_have(catalogue: Catalogue) -> None:
    titles = [group.title for group in grouped(catalogue, tuple(catalogue.claims.values()), Grouping.COUNTRY)]
    counts = [int(title.rpartition(" · ")[2].split()[0]) for title in titles if not title.startswith("Place not")]
    assert titles[0].startswith("Tajikistan · ")
    assert counts == sorted(counts, reverse=True)


def test_a_figure_without_a_place_is_not_lost(catalogue: Catalogue) -> None:
    lost = replace(made.FLED, id="x", places=())
    (group,) = grouped(catalogue, [lost], Grouping.COUNTRY)
    assert group.title == "Place not found · 1 figure"


def test_what_is_told_of_one_movement_stands_together(catalogue: Catalogue) -> None:
    several, *_, once = grouped(catalogue, tuple(catalogue.claims.values()), Grouping.EVENT)
    assert {claim.id for claim in several.claims} == {made.SEVERAL.id, made.FLED.id}
    assert several.title.endswith("· 2 figures, 2 reports, 1 origin")
    assert once.title == f"Told once · {len(catalogue.claims) - 2} figures"


def test_a_country_that_no_article_names_is_called_by_its_name() -> None:
    tripoli = replace(made.DUSHANBE, id="x", countries=("LY",))
    reading = Reading(made.DRILLS, (), (replace(made.EXERCISE, places=(ClaimPlace(tripoli, Role.AT),)),))
    assert countries(Catalogue.of(Collection((reading,))), tripoli) == "Libya"


def test_a_link_keeps_the_grouping(catalogue: Catalogue) -> None:
    view = View(grouping=Grouping.COUNTRY)
    query = link.encode(view, "v")
    assert query["group"] == ["country"]
    assert link.decode({**query, "data": [catalogue.collection.version]}, catalogue).view == view
    assert link.decode({"group": ["colour"]}, catalogue).view == View()
