"""What an article is about, as shares of its sentences."""

from geo.claims.frames.surroundings import TELLING, topic
from tests.placed import placed


def test_topics_are_shares_by_name_so_that_sums_are_the_same_in_every_process() -> None:
    text = "Police killed soldiers who fled; refugees, hosted in camps, moved on. Troops fought. Rain fell. Aid came."
    shares = topic(sentence for passage in placed(text).passages for sentence in passage.doc.sents)
    assert len(shares) > 4
    assert list(shares) == sorted(shares)
    assert set(shares) <= TELLING
    assert all(0 < share <= 1 for share in shares.values())
