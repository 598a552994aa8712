"""What an article calls people on the move."""

import pytest

from geo.claims.frames.calling import called
from geo.model import Population
from tests.placed import placed
from tests.test_kinds import claims_of


def test_names_are_shares_and_a_border_is_there_or_not() -> None:
    text = "The refugees crossed the border. Camps for refugees are full of migrants and evacuees. Rain fell."
    shares = called(sentence for passage in placed(text).passages for sentence in passage.doc.sents)
    assert shares == {"evacuated": 0.25, "migrant": 0.25, "refugee": 0.5, "border": 1.0}


def test_an_article_without_such_names_has_no_shares() -> None:
    assert called(sentence for passage in placed("Rain fell.").passages for sentence in passage.doc.sents) == {}


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The refugees had walked for a week, the refugee agency said. Camps for refugees are full.", "refugees"),
        ("The migrants had left Libya, and more migrants are feared lost.", "migrants"),
    ],
)
def test_bare_people_are_whom_the_article_speaks_of(told: str, who: str) -> None:
    found = claims_of(f"Some 340 people arrived on Tuesday. {told}")
    assert [claim.population for claim in found] == [Population(who)]
