"""The default headline: one sentence of the strongest figure, nothing of it told as surer than it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from geo.collections.decide import choice, verdict
from geo.dataset.filter import Filter
from geo.dataset.query import Catalogue, adjectives
from geo.dataset.store import About, Collection
from geo.dataset.strongest import strongest
from geo.model import Action, Attribution, Basis, Claim, ClaimPlace, Link, Panel, Reading, Role, Status, StatusMark
from geo.model.decision import Review, Verdict
from geo.sharing.picture.dress import Dress
from geo.sharing.shown import Shown
from geo.sharing.view import View
from geo.store.catalogue import Outline
from geo.wording import headline
from tests import hand_made as made
from tests.conftest import ROOT
from tests.test_tables import tables_of

SEEDS = "More than 1,000 Afghan troops fled to Tajikistan, according to AFP"
PLACED = (ClaimPlace(made.DUSHANBE, Role.AT),)
GUESSED = (ClaimPlace(made.DUSHANBE, Role.AT, stated=False, note="named before"),)
SPOKEN = Attribution(("The army",), made.FLED.span)


def of(*claims: Claim, reviews: tuple[Review, ...] = (), links: tuple[Link, ...] = ()) -> Catalogue:
    readings = tuple(
        Reading(it, (), tuple(claim for claim in claims if claim.article == it.id)) for it in (made.DRILLS, made.ARMY)
    )
    return Catalogue.of(Collection(readings, links, reviews=reviews))


def like_fled(name: str, figure: int = 1000, **changes: object) -> Claim:
    sized = replace(made.FLED.quantity, low=figure, high=figure)
    return replace(made.FLED, **{"id": name, "places": PLACED, "quantity": sized, **changes})  # type: ignore[arg-type]


def turns(*statuses: Status) -> tuple[StatusMark, ...]:
    return tuple(StatusMark(status, made.FLED.span) for status in statuses)


def chosen(catalogue: Catalogue) -> str | None:
    found = strongest(catalogue, catalogue.claims.values())
    return found.id if found else None


def test_the_headline_of_the_seeds_is_a_sentence(catalogue: Catalogue) -> None:
    assert headline.title(catalogue) == SEEDS
    assert headline.summary(catalogue) == (
        "Tajikistan and Afghanistan, June – July 2021: 8 figures and 1 statement from 2 articles (1 agency, AFP)."
    )


def test_it_is_the_same_whatever_is_shown(catalogue: Catalogue) -> None:
    for asked in (Filter(), Filter(panels=frozenset({Panel.DISPLACED})), Filter(words="exercise")):
        shown = Shown.of(View(asked), catalogue)
        assert Dress().heading(shown.catalogue) == SEEDS
    assert Dress(title="One of my own").heading(catalogue) == "One of my own"


def test_what_shows_a_panel_alone_tells_the_strongest_of_it(catalogue: Catalogue) -> None:
    said = "77 Afghan civilians crossed into Tajikistan, according to Tajikistan's national security committee"
    assert headline.title(catalogue, Panel.DISPLACED) == said
    assert headline.title(catalogue, Panel.TROOPS) == SEEDS


def test_the_editors_headline_wins(catalogue: Catalogue) -> None:
    called = Catalogue.of(replace(catalogue.collection, about=About("", "Flight across the Panj", "")))
    assert headline.title(called) == headline.title(called, Panel.DISPLACED) == "Flight across the Panj"
    assert headline.name(called) == "Flight across the Panj"
    assert headline.name(catalogue) == "Tajikistan and Afghanistan, June – July 2021"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (made.PLEDGE, "100,000 refugees from Afghanistan could be accepted in Tajikistan (pledged, then withdrawn), "
         "according to a Tajik official from the emergencies committee"),
        (made.GARRISON, "About 5,500 troops of Russia were stationed at the 201st military base, according to AFP"),
        (like_fled("denied", statuses=turns(Status.DENIED)),
         "More than 1,000 Afghan troops fled in Dushanbe (denied), according to AFP"),
        (like_fled("claimed", statuses=turns(Status.CLAIMED), attribution=SPOKEN),
         "More than 1,000 Afghan troops fled in Dushanbe, as claimed by the army"),
        (like_fled("told on", attribution=Attribution(("The army", "the police"), made.FLED.span)),
         "More than 1,000 Afghan troops fled in Dushanbe, according to the army"),
        (like_fled("planned", basis=Basis.PLAN, statuses=turns(Status.PLANNED)),
         "More than 1,000 Afghan troops were to flee in Dushanbe (planned), according to AFP"),
        (like_fled("estimate", basis=Basis.ESTIMATE),
         "More than 1,000 Afghan troops fled in Dushanbe (estimate), according to AFP"),
        (like_fled("no deed", action=Action.UNSTATED),
         "More than 1,000 Afghan troops were reported in Dushanbe, according to AFP"),
        (like_fled("nowhere", places=()), "More than 1,000 Afghan troops fled, according to AFP"),
        (like_fled("inferred", places=GUESSED),
         "More than 1,000 Afghan troops fled probably in Dushanbe, according to AFP"),
    ],
    ids=lambda it: it.id if isinstance(it, Claim) else "",
)  # fmt: skip
def test_nothing_is_told_as_surer_than_it_is(claim: Claim, said: str) -> None:
    assert headline.title(of(claim)) == said


def test_one_person_is_one() -> None:
    one = like_fled("one", 1, action=Action.DEPLOY)
    one = replace(one, quantity=replace(one.quantity, words="one"), counted="Afghan soldier")
    assert headline.title(of(one)).startswith("One Afghan soldier was moved in Dushanbe")


def test_who_was_counted_comes_before_a_plan_and_a_plan_before_what_is_denied() -> None:
    small = like_fled("counted", 10, places=())
    estimate = like_fled("estimate", 500, basis=Basis.ESTIMATE)
    plan = like_fled("plan", 5_000, basis=Basis.PLAN, statuses=turns(Status.PLANNED))
    denied = like_fled("denied", 50_000, statuses=turns(Status.DENIED))
    assert chosen(of(denied)) == "denied"
    assert chosen(of(denied, plan)) == "plan"
    assert chosen(of(denied, plan, estimate)) == "estimate"
    assert chosen(of(denied, plan, estimate, small)) == "counted"


def test_stated_comes_before_inferred_and_known_before_large() -> None:
    undated = {"happened": None, "as_of": None, "reported": None}
    guessed, bare = like_fled("guessed", 90_000, places=GUESSED), like_fled("bare", 9_000, **undated)
    spoken = like_fled("spoken", 900, attribution=SPOKEN, **undated)
    both = like_fled("both", 90, attribution=SPOKEN)
    assert chosen(of(guessed, bare)) == "bare"
    assert chosen(of(guessed, bare, spoken)) == "spoken"
    assert chosen(of(guessed, bare, spoken, both)) == "both"
    assert chosen(of(both, like_fled("larger", 91, attribution=SPOKEN))) == "larger"


def test_history_and_what_only_says_more_do_not_head() -> None:
    old = like_fled("old", 90_000, happened=made.days("1994-07-01", "1994-07-14"))
    more = like_fled("more", 9_000)
    more = replace(more, quantity=replace(more.quantity, words="another 9,000"))
    assert chosen(of(old, more)) == "more"
    assert chosen(of(old, more, like_fled("now", 90))) == "now"


def test_two_origins_are_a_source() -> None:
    alone, twice = like_fled("alone", 9_000), like_fled("twice", 900)
    again = like_fled("again", 900, article=made.ARMY.id, places=GUESSED)
    link = Link("twice", "again", (), same_origin=False)
    assert chosen(of(alone, twice, again)) == "alone"
    assert chosen(of(alone, twice, again, links=(link,))) == "twice"
    assert chosen(of(alone, twice, again, links=(replace(link, same_origin=True),))) == "alone"


def test_what_somebody_checked_and_what_the_editor_put_first(catalogue: Catalogue) -> None:
    base, civilians = (next(it for it in catalogue.claims.values() if it.quantity.words == words)
                       for words in ("about 5,500", "77"))  # fmt: skip
    accepted = verdict(Verdict.ACCEPT, base, catalogue.article(base), who="Ada")
    first = choice(Verdict.ORDER, (civilians, catalogue.article(civilians)), "first", who="Ada")
    checked = Catalogue.of(replace(catalogue.collection, reviews=(Review(base.id, (accepted,)),)))
    assert headline.title(checked).startswith("About 5,500 troops of Russia were stationed at the 201st")
    put = Catalogue.of(
        replace(checked.collection, reviews=(*checked.collection.reviews, Review(civilians.id, (first,))))
    )
    assert chosen(put) == civilians.id


def test_without_a_figure_it_says_what_there_is() -> None:
    assert headline.title(Catalogue.of(Collection(()))) == "No figures yet"
    assert headline.title(of()) == "No figure of troops or displaced people in 2 articles"
    assert headline.summary(of()) == "0 figures from 2 articles (1 agency, AFP)."
    statement = headline.title(of(made.BORDERS))
    assert statement.startswith("Figures from the news")


def test_of_any_words_it_is_one_line_of_bounded_length() -> None:
    long = replace(made.FLED, counted="troops " * 400, places=PLACED)
    title = headline.title(of(long))
    assert len(title) <= headline.LONGEST + 2
    assert title.endswith(" …")
    for reading in made.hostile_collection().readings:
        assert "\n" not in headline.title(Catalogue.of(Collection((reading,))))


def test_a_large_collection_has_the_headline_that_it_would_have_as_a_small_one(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    tables = tables_of(catalogue.collection, tmp_path)
    outline = Outline.of_tables(tables, adjectives(ROOT / "data" / "demonyms.csv"))
    assert headline.title(outline) == SEEDS
    assert headline.summary(outline).startswith(headline.summary(catalogue).partition(" (")[0])
    assert "unknown publisher" not in headline.summary(outline)
    tables.close()


def test_of_an_unknown_publisher_the_article_is_named() -> None:
    """ "According to an article whose publisher is unknown" said nothing that a reader could look up."""
    nameless = replace(made.DRILLS, agency=None, publisher=None, title="Thousands flee over the river")
    own = replace(made.FLED, places=PLACED, attribution=None, article=nameless.id)

    def told(title: str) -> str:
        return headline.title(Catalogue.of(Collection((Reading(replace(nameless, title=title), (), (own,)),))))

    assert told("Thousands flee over the river").endswith(", according to “Thousands flee over the river”")
    assert told("Thousands flee over the river that nobody had crossed for years").endswith("nobody …”")
    assert told("").endswith(", according to one article")
