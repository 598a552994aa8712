"""What stands on a card, and how several places of one figure read."""

from dataclasses import replace

from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import Action, Claim, ClaimPlace, PlaceKind, Reading, Role
from geo.sheets import card
from geo.wording import claims as wording
from tests import hand_made as made


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
    assert wording.route(claim) == "in Poland, Germany and Romania"
    guessed = replace(claim, places=(*claim.places[:2], replace(claim.places[2], stated=False)))
    assert wording.route(guessed) == "in Poland and Germany probably in Romania"


def test_nobody_is_present_or_hosted_from_a_place() -> None:
    """A place that people come from is where they come from, whatever they do now."""
    home = ClaimPlace(replace(made.DUSHANBE, id="home", name="Thailand"), Role.FROM, stated=False)
    claim = replace(made.FLED, action=Action.HOST, who=None, places=(home,))
    assert wording.deed(claim) == "were hosted coming probably from Thailand"
    assert wording.deed(replace(claim, action=Action.FLEE)) == "fled probably from Thailand"


def test_what_is_near_a_place_is_near_it_once() -> None:
    near = replace(made.DUSHANBE, id="near", name="near Mosul", kind=PlaceKind.REGION)
    claim = replace(made.FLED, places=(ClaimPlace(near, Role.NEAR), ClaimPlace(near, Role.NEAR)))
    assert wording.route(claim) == "near Mosul"
