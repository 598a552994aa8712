"""What stands on a card, and how several places of one figure read."""

from dataclasses import replace

from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import Action, Claim, ClaimPlace, PlaceKind, Reading, Role
from geo.panels.evidence import _where
from geo.sheets import card
from geo.wording import deeds
from tests import hand_made as made
from tests import made as drawn_up


def catalogue(*claims: Claim) -> Catalogue:
    """The hand-made articles with these claims alone."""
    readings = (Reading(it, (), tuple(c for c in claims if c.article == it.id)) for it in (made.DRILLS, made.ARMY))
    return Catalogue.of(Collection(tuple(readings)))


def test_then_says_where_or_when_or_nothing() -> None:
    assert made.FLED.sequel is not None
    bare = replace(made.FLED, sequel=replace(made.FLED.sequel, happened=None, places=()))
    assert card.sequel(catalogue(bare), bare) is None
    assert card.sequel(catalogue(made.FLED), made.FLED) == made.FLED.sequel


def test_places_in_the_same_role_are_listed() -> None:
    named = [replace(made.DUSHANBE, id=name, name=name) for name in ("Poland", "Germany", "Romania")]
    claim = replace(made.FLED, action=Action.DEPLOY, places=tuple(ClaimPlace(place, Role.AT) for place in named))
    assert deeds.route(claim) == "in Poland, Germany and Romania"
    guessed = replace(claim, places=(*claim.places[:2], replace(claim.places[2], stated=False)))
    assert deeds.route(guessed) == "in Poland and Germany probably in Romania"


def test_nobody_is_present_or_hosted_from_a_place() -> None:
    """A place that people come from is where they come from, whatever they do now."""
    home = ClaimPlace(replace(made.DUSHANBE, id="home", name="Thailand"), Role.FROM, stated=False)
    claim = replace(made.FLED, action=Action.HOST, who=None, places=(home,))
    assert deeds.deed(claim) == "were hosted coming probably from Thailand"
    assert deeds.deed(replace(claim, action=Action.FLEE)) == "fled probably from Thailand"


def test_what_is_near_a_place_is_near_it_once() -> None:
    near = replace(made.DUSHANBE, id="near", name="near Mosul", kind=PlaceKind.REGION)
    claim = replace(made.FLED, places=(ClaimPlace(near, Role.NEAR), ClaimPlace(near, Role.NEAR)))
    assert deeds.route(claim) == "near Mosul"


def test_a_card_names_countries_that_no_article_names() -> None:
    """ "Border between KE and SS": of countries without a place of their own it gave the codes."""
    border = replace(drawn_up.line("The border", 4.5, 34.0, "KE"), kind=PlaceKind.BORDER, countries=("KE", "SS"))
    there = Catalogue.of(
        drawn_up.collection([drawn_up.claim([(Role.AT, border)])], {border.id: drawn_up.box(33, 4, 35, 5)})
    )
    assert "Border between Kenya and S. Sudan" in "".join(str(part) for part in _where(there, border))
