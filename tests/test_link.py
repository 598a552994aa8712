"""Links: each view survives its address, and what is none of ours opens the first view and says so."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.collections.apply import apply
from geo.collections.decide import Change, correction
from geo.dataset.query import PEOPLE, Catalogue, Filter
from geo.dataset.store import Collection
from geo.model.decision import Field
from geo.sharing import link
from geo.sharing.periods import fitted
from geo.sharing.view import Selection, Tab, View
from tests import hand_made as made

CATALOGUE = Catalogue.of(made.collection())
CLAIMS, PLACES, ARTICLES = (sorted(them) for them in (CATALOGUE.claims, CATALOGUE.spots, CATALOGUE.articles))
VERSION = CATALOGUE.collection.version

DAYS = st.none() | st.dates(date(2021, 6, 1), date(2021, 7, 31))
FILTERS = st.builds(
    Filter,
    first=DAYS,
    last=DAYS,
    panels=st.frozensets(st.sampled_from(sorted(PEOPLE)), min_size=1),
    statuses=st.frozensets(st.sampled_from(CATALOGUE.statuses())),
    sources=st.frozensets(st.sampled_from(CATALOGUE.sources())),
    places=st.frozensets(st.sampled_from(sorted(CATALOGUE.named.values()))),
    words=st.text(max_size=40).map(str.strip),
    known_on=st.none() | st.dates(date(2021, 7, 1), date(2021, 7, 31)),
).map(lambda wanted: fitted(wanted, CATALOGUE))
VIEWS = st.builds(
    View,
    filter=FILTERS,
    tab=st.sampled_from(Tab),
    selection=st.builds(Selection, claim=st.none() | st.sampled_from(CLAIMS))
    | st.builds(Selection, place=st.sampled_from(PLACES)),
    article=st.none() | st.sampled_from(ARTICLES),
    camera=st.none() | st.just((38.5366, 68.78, 6.5)),
)


@given(view=VIEWS)
def test_a_view_survives_its_address(view: View) -> None:
    assert link.decode(link.encode(view, VERSION), CATALOGUE) == link.Opened(view)


@given(view=VIEWS)
def test_a_view_survives_being_copied(view: View) -> None:
    copied = link.address(view, CATALOGUE)
    assert copied.isascii()
    assert link.decode(parse_qs(copied[1:]), CATALOGUE).view == view


def test_the_first_view_has_no_query() -> None:
    assert link.encode(View(), "abc") == {}


@pytest.mark.parametrize(
    "query",
    [
        {"words": ["x" * 10_000]},
        {"claim": ["y" * 1_000_000]},
        {"at": ["nan,68,6"]},
        {"at": ["1e999,68,6"]},
        {"at": ["38,68"]},
        {"at": ["100,68,6"]},
        {"claim": [CLAIMS[0], CLAIMS[1]]},
        {"claim": [CLAIMS[0]], "place": [PLACES[0]]},
        {"claim": ["<script>alert(1)</script>"]},
        {"claim": ["{{ 7*7 }}"]},
        {"claim": ["of another data set"]},
        {"place": ["nowhere"]},
        {"article": ["gone"]},
        {"panel": ["Troops; drop table"]},
        {"status": ["reported", "nonsense"]},
        {"source": ["Nobody"]},
        {"in": ["nowhere"]},
        {"show": ["everyone"]},
        {"from": ["yesterday"]},
        {"from": ["2021-07-01"], "to": ["2021-06-01"]},
        {"from": ["20210701"], "to": ["2021-07-14"]},
        {"known": ["0001-01-01"]},
        {"known": ["2021-02-30"]},
        {"words": ["\ud800"], "claim": [""]},
    ],
    ids=lambda query: str(query)[:40],
)
def test_what_is_none_of_ours_opens_the_first_view_and_says_so(query: link.Query) -> None:
    opened = link.decode(query, CATALOGUE)
    assert opened.view == View()
    assert opened.notice is not None
    assert "You see the first view." in opened.notice
    assert len(opened.notice) < 300


@given(
    query=st.dictionaries(
        st.sampled_from([*link.ONE, *link.MANY, "utm_source"]), st.lists(st.text(max_size=30), max_size=3), max_size=6
    )
)
def test_any_address_opens_some_view(query: link.Query) -> None:
    opened = link.decode(query, CATALOGUE)
    assert opened.view.selection.claim in (None, *CLAIMS)
    assert opened.notice is not None or link.decode(link.encode(opened.view, VERSION), CATALOGUE).view == opened.view


def test_parameters_of_others_are_left_alone() -> None:
    assert link.decode({"utm_source": ["mail"], "embed": ["true"]}, CATALOGUE) == link.Opened(View())


def test_a_changed_data_set_says_how_many_figures_changed() -> None:
    copied = parse_qs(link.address(View(selection=Selection(claim=made.FLED.id)), CATALOGUE)[1:])
    readings = made.collection().readings
    fewer = Catalogue.of(Collection(readings[:1], version="later"))
    gone = len(CATALOGUE.claims) - len(fewer.claims)
    opened = link.decode(copied, fewer)
    assert opened.notice is not None
    assert f"{gone} figures gone, 0 new" in opened.notice
    assert (opened.view == View()) == (made.FLED.id not in fewer.claims)
    same = link.decode(copied, Catalogue.of(Collection(readings, version="later")))
    assert same.view.selection.claim == made.FLED.id
    assert same.notice == "The data set has changed since this link was made (but not its figures)."


def test_a_link_made_before_a_correction_says_so() -> None:
    copied = parse_qs(link.address(View(selection=Selection(claim=made.FLED.id)), CATALOGUE)[1:])
    put = correction(made.FLED, made.DRILLS, Change(Field.VALUE, "about 1,500"), who="Ada")
    applied = apply([put], made.collection().readings)
    now = Catalogue.of(Collection(applied.readings, version="later", reviews=applied.reviews))
    opened = link.decode(copied, now)
    assert opened.view.selection.claim == made.FLED.id
    told = "no figure gone or new; 1 figure by now corrected by hand"
    assert opened.notice == f"The data set has changed since this link was made ({told})."


def test_a_large_data_set_says_how_many_figures_it_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "LINK_MARKS", 2)
    copied = parse_qs(link.address(View(), CATALOGUE)[1:])
    assert copied == {"data": [VERSION], "figures": [str(len(CATALOGUE.ids))]}
    opened = link.decode({**copied, "data": ["earlier"]}, CATALOGUE)
    assert opened.notice == "The data set has changed since this link was made (8 figures then, 8 now)."
    odd = link.decode({"data": ["earlier"], "figures": ["\u0661" * 9]}, CATALOGUE)
    assert odd.notice == "The data set has changed since this link was made."


def test_a_data_set_without_marks_says_only_that_it_changed() -> None:
    opened = link.decode({"claim": [made.FLED.id], "data": ["earlier"]}, CATALOGUE)
    assert opened.notice == "The data set has changed since this link was made."
