"""What the map says: never a bare number, always the year."""

from geo.dataset.query import Catalogue
from geo.maps import words
from geo.maps.figures import Figure
from geo.maps.layout import layout
from geo.maps.words import cut
from geo.model import Action, Basis, Claim, Span, Status, StatusMark
from geo.wording.described import described
from tests import world
from tests.made import claim, collection


def short(made: Claim) -> str:
    return words.short(described(Catalogue.of(collection([made])), made))


def test_the_qualifier_and_who_is_counted_stay() -> None:
    made = claim([], words="Some 230,000", counted="soldiers", action=Action.EXERCISE)
    assert short(made) == "some 230,000 soldiers in exercise"


def test_every_action_has_words() -> None:
    assert all(short(claim([], action=action)).startswith("1,000 people") for action in Action)


def test_doubt_replaces_the_deed() -> None:
    marks = (StatusMark(Status.PLEDGED, Span(0, 1)), StatusMark(Status.WITHDRAWN, Span(1, 2)))
    assert short(claim([], statuses=marks, action=Action.ACCEPT)) == "1,000 people: pledged, then withdrawn"


def test_who_denied_it_is_said() -> None:
    marks = (StatusMark(Status.CLAIMED, Span(0, 1)), StatusMark(Status.DENIED, Span(1, 2), by="the government"))
    assert short(claim([], statuses=marks)) == "1,000 people: claimed, denied by the government"


def test_a_capacity_says_so() -> None:
    assert short(claim([], basis=Basis.CAPACITY)) == "1,000 people: capacity"


def test_the_tip_is_one_line() -> None:
    made = claim([], counted="people\nof\u2028all kinds")
    told = described(Catalogue.of(collection([made])), made)
    said = "A place – 1,000 people of all kinds present · The article · reported 14 July 2021"
    assert words.tip("A\nplace", told).split(" · ")[0] == said.split(" · ", maxsplit=1)[0]
    assert words.tip("A\nplace", told).endswith("reported 14 July 2021")
    assert "\n" not in words.tip("A\nplace", told)


def test_long_texts_are_cut() -> None:
    assert cut("word " * 40, 12) == "word word w…"
    assert cut("word", 12) == "word"


def test_of_several_groups_in_a_country_the_fullest_has_its_name() -> None:
    """The ring that had most figures of Sudan was "Ethiopia and 49 more", because another ring was in Sudan too."""
    catalogue = Catalogue.of(world.collection())
    view = layout(catalogue, tuple(catalogue.claims.values()))
    places = {place.id: place for place in view.places}

    def at(*names: str) -> list[Figure]:
        return [figure for figure in view.figures if places[figure.place].name in names]

    groups = [at("Misrata", "Aleppo")[:3], at("Tripoli", "Libya", "Niger"), at("Idlib")]
    assert words.regions(groups, places, {"LY": "Libya", "SY": "Syria", "NE": "Niger"}) == [
        "Misrata and 1 more",
        "Libya and 1 more",
        "Idlib",
    ]


def test_a_country_is_no_name_for_a_part_of_it() -> None:
    """Two rings were "Libya and 1 more"; what is about the country as such had joined the smaller one."""
    catalogue = Catalogue.of(world.collection())
    view = layout(catalogue, tuple(catalogue.claims.values()))
    places = {place.id: place for place in view.places}

    def at(*names: str) -> list[Figure]:
        return [figure for figure in view.figures if places[figure.place].name in names]

    large, small = at("Tripoli", "Misrata"), at("Libya")
    small = [*small, at("Misrata")[0]]
    assert words.regions([large * 2, small], places, {"LY": "Libya"}) == ["Libya, 2 places", "Misrata and 1 more"]


def test_a_name_is_told_shorter_where_there_is_little_room() -> None:
    told = ("Sudan and 3 more", "Libya, 2 places", "Idlib", "Trinidad and Tobago")
    assert [*map(words.shortened, told)] == ["Sudan +3", "Libya", "Idlib", "Trinidad and Tobago"]
