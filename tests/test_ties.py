"""What the grammar ties to a figure: places by name, places that it points to, and times since an event."""

import pytest

from geo.claims.clause import Clause, clause
from geo.claims.counting import countings
from geo.claims.slots.place_question import around
from geo.claims.story import Story, story
from geo.model import Panel
from tests.placed import gazetteer, placed


def last_clause(text: str) -> tuple[Story, Clause]:
    """The story of ``text``, and the clause of its last figure that the forms know."""
    read = placed(text)
    told = story(read.article, read.passages, read.toponyms, gazetteer())
    found = [each for each in countings(told.sentences) if each.people is not None and each.done is not None]
    counting = found[-1]
    assert counting.people is not None
    assert counting.done is not None
    return told, clause(told, counting, counting.people, counting.done.action)


@pytest.mark.parametrize(
    ("text", "tied", "pointed"),
    [
        ("Fighting went on in Burundi. About 900 people fled to Rwanda.", ["Rwanda"], []),
        ("Fighting went on in Burundi. About 900 soldiers were deployed in the country.", [], ["Burundi"]),
        ("The camp is in Goma. About 900 people fled there.", ["Goma"], []),
        ("Rebels hold Goma and Bukavu. About 900 people fled those towns.", ["Goma", "Bukavu"], []),
    ],
)
def test_a_description_points_to_a_place_that_may_be_another(text: str, tied: list[str], pointed: list[str]) -> None:
    asked = last_clause(text)[1].where(Panel.DISPLACED, (), {})
    assert [use.place.name for use in asked.grammar] == tied
    assert [use.place.name for use in asked.pointed] == pointed
    assert [use.place.name for use in asked.ties] == [*tied, *pointed]


@pytest.mark.parametrize(
    ("text", "is_since"),
    [
        ("About 900 people have fled to Rwanda since the war began.", True),
        ("About 900 people have fled to Rwanda since 3 May 2024.", False),
        ("About 900 people have fled to Rwanda.", False),
    ],
)
def test_people_are_counted_since_an_event_that_the_sentence_does_not_date(text: str, *, is_since: bool) -> None:
    since = last_clause(text)[1].when(Panel.DISPLACED).since_event
    assert (since is not None) is is_since


def test_descriptions_come_in_the_order_of_the_sentence_so_that_sums_are_the_same_in_every_process() -> None:
    told, grammar = last_clause(
        "Goma is in Kivu. From the town, that camp, this province, the village and the base 900 people fled the town."
    )
    near = around(grammar.where(Panel.DISPLACED, (), {}), told.names)
    assert near.described == ("town", "camp", "province", "village", "base")
