"""What an article calls people on the move: refugees, migrants, evacuees and the like, all in all and beside a figure.

A figure of bare "people" is of whom the article speaks; which deed tells of them depends on it as well. Nothing of this
helps to tell which figures a panel shows (measured over conflicts left out), so that those choices are not told.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.claims.action import population
from geo.claims.counting import Counting
from geo.claims.frames.surroundings import Surroundings
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_BORDER = "border"
_CALLED = {
    **dict.fromkeys(sense("calling: refugee"), "refugee"),
    **dict.fromkeys(sense("calling: migrant"), "migrant"),
    **dict.fromkeys(sense("calling: asylum"), "asylum"),
    **dict.fromkeys(sense("calling: displaced"), "displaced"),
    **dict.fromkeys(sense("calling: evacuated"), "evacuated"),
    **dict.fromkeys(sense("calling: returnee"), "returnee"),
    **dict.fromkeys(sense("calling: border"), _BORDER),
}
"""Word -> the name that it gives."""


def called(sentences: Iterable["Tokens"]) -> dict[str, float]:
    """The share (0 to 1) that each name has of all names of people on the move in ``sentences``; of borders, 1."""
    found: Counter[str] = Counter()
    for sentence in sentences:
        found.update(_names(sentence))
    border = found.pop(_BORDER, 0)
    whole = found.total()
    shares = {name: count / whole for name, count in sorted(found.items())}
    return shares | ({_BORDER: 1.0} if border else {})


def features(counting: Counting, around: Surroundings) -> dict[str, float]:
    """Name -> 1 for what the sentence and those beside call people, and the shares of the names in the article."""
    known = {f"calls {name}": share for name, share in around.called.items()}
    known |= {f"calls mostly {name}": 1.0 for name in _likeliest(around.called)}
    beside = (("sentence", counting.sentence), ("before", around.before), ("after", around.after))
    for which, sentence in beside:
        if sentence is not None:
            known |= {f"{which} calls {name}": 1.0 for name in _names(sentence)}
    people, done = counting.people, counting.done
    if people is not None and done is not None and people.level is None and people.population is None:
        known[f"by their deed {population(people, done)}"] = 1.0
    return known


def is_told(shares: Mapping[str, float]) -> bool:
    """Whether the article calls people on the move anything."""
    return any(name != _BORDER for name in shares)


def _likeliest(shares: Mapping[str, float]) -> tuple[str, ...]:
    people = [name for name in shares if name != _BORDER]
    return (max(people, key=lambda name: shares[name]),) if people else ()


@lru_cache(maxsize=4)
def _names(sentence: "Tokens") -> tuple[str, ...]:
    """The names in a sentence, each as often as it stands there."""
    words = (_CALLED.get(token.lemma_.lower()) or _CALLED.get(token.lower_) for token in sentence)
    return tuple(name for name in words if name is not None)
