"""What became of the same people: "They were flown back last week"."""

from typing import TYPE_CHECKING

from geo.claims import when
from geo.claims.action import Deed, reading_of
from geo.claims.movement import stated_places
from geo.claims.setting import Setting
from geo.claims.syntax import child
from geo.claims.when import Direction
from geo.model import Sequel

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


def sequel(following: tuple[Setting, "Tokens"], done: Deed) -> Sequel | None:
    """Read the sentence after a claim; None unless its subject is "they" and they go on to something else."""
    setting, sentence = following
    verb = sentence.root
    doer = child(verb, "nsubj", "nsubjpass")
    reading = reading_of(verb)
    if doer is None or doer.lower_ != "they" or reading is None or reading.action is done.action:
        return None
    happened = next((e.resolve(setting.published, Direction.PAST) for e in when.find(sentence.text)), None)
    return Sequel(
        action=reading.action,
        span=setting.passage.span(sentence.start_char, sentence.end_char),
        happened=happened,
        places=stated_places(reading, setting),
    )
