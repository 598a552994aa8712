"""What the words around a name, and the model's labels of it, tell of whether it is a place."""

from typing import TYPE_CHECKING

from geo.places.lexicon import (
    BEHIND_A_TOWN,
    BOUND,
    INSTITUTIONS,
    LANDMARKS,
    LOCATIVE,
    MOVES,
    OF_A_TOWN,
    PERSON_TITLES,
    RAIDS,
    SHELTERS,
    SPEECH,
    STATES_DO,
    TAKES,
)
from geo.places.regions import direction

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOVE_REACH = 12
"""Tokens between a verb of moving and the place that it leads to, at most."""
BETWEEN = frozenset({"has", "have", "had", "will", ",", "which"})
"""What may stand between a country and what it does."""
NUMBER_REACH = 7
"""Tokens behind a name among which the number of those stands whom it takes in."""
STOPS = frozenset({".", ";", ":", "—", "–"})
DASHES = frozenset({",", "(", "—", "–", "-", "--"})
_OF = frozenset({"of", "to", "for", "from", "on"})
_JOINING = frozenset({"and", "or", "to"})
"""What joins two names that the model takes for one: "from X and Y", "X to Y"."""


class Signs:
    """What stands around the tokens ``first`` to ``last`` (exclusive), and what the model calls them."""

    def __init__(self, doc: "Doc", first: int, last: int) -> None:
        self._doc, self._first, self._last = doc, first, last
        self._before = doc[first - 1] if first else None
        following = doc[last] if last < len(doc) else None
        self.labels = {token.ent_type_ for token in doc[first:last]}
        self.inside = (doc[first].ent_iob_ == "I" and not self.after(*_JOINING)) or (
            following is not None and following.ent_iob_ == "I" and following.lower_ not in _JOINING
        )
        self.before_person = following is not None and following.ent_type_ == "PERSON" and following.ent_iob_ == "B"
        self.crowded = any(
            token is not None and token.text[:1].isupper() and token.pos_ == "PROPN"
            for token in (self._before, following)
        )

    def after(self, *words: str) -> bool:
        """Whether one of the words stands directly before."""
        return self._before is not None and self._before.lower_.rstrip(".") in words

    @property
    def behind_comma(self) -> bool:
        return self.after(",", "(")

    @property
    def behind_name(self) -> bool:
        """Whether another name stands directly before: "Abu Bakr X"."""
        return self._before is not None and self._before.text[:1].isupper() and self._before.pos_ == "PROPN"

    @property
    def dateline(self) -> bool:
        """ "BEIRUT — ", "KYIV, Ukraine (AP) —": capitals at the start of a block, and what follows them there."""
        doc, last = self._doc, self._last
        capitals = self._first == 0 and all(t.text.isupper() for t in doc[: self._last] if t.is_alpha)
        return capitals and len(doc[0].text) > 3 and (last == len(doc) or doc[last].text in DASHES)

    @property
    def speaks(self) -> bool:
        """ "X said", "according to X", "said X"."""
        following = self._doc[self._last].lemma_.lower() if self._last < len(self._doc) else ""
        before = self._doc[self._first - 2].lower_ if self._first > 1 else ""
        said = self._before is not None and self._before.lemma_.lower() in SPEECH
        return following in SPEECH or said or (self.after("to") and before == "according")

    @property
    def moved_to(self) -> bool:
        """ "Fled from X", "sent to X"."""
        towards = self.after("for")  # "left for X"
        if not (towards or self.after(*LOCATIVE)):
            return False
        # "Sent 500 soldiers to X": the verb stands before what it moves, however "to" is attached.
        for token in reversed(self._doc[max(0, self._first - MOVE_REACH) : self._first - 1]):
            if token.text in STOPS:
                return False
            if token.lemma_.lower() in (BOUND if towards else MOVES) and token.pos_ in ("VERB", "AUX"):
                return True
        return False

    @property
    def state(self) -> bool:
        """ "Chad hosts 300,000", "Jordan, which hosts": what countries do and persons seldom."""
        return self._deed in STATES_DO

    @property
    def acts(self) -> bool:
        """Whether a name without another name or a title beside it does something."""
        return self._deed is not None

    @property
    def _deed(self) -> str | None:
        """What a name does that no other name or title stands beside: the lemma of its verb."""
        doc, last = self._doc, self._last
        if self.inside or self.before_person or self.after(*PERSON_TITLES) or last >= len(doc):
            return None
        if self.behind_name:
            return None
        ahead = [token for token in doc[last : last + 4] if token.lower_ not in BETWEEN]
        verb = bool(ahead) and ahead[0].pos_ == "VERB"
        return ahead[0].lemma_.lower() if verb or (ahead and ahead[0].lemma_.lower() in STATES_DO) else None

    @property
    def located(self) -> bool:
        """ "In X", "of X", "fled from X", "seized X"."""
        return self.taken or self.after(*LOCATIVE)

    @property
    def had(self) -> bool:
        """ "The mayor of X", "the road to X", "the battle for X"; "X airport", "X's hospital"; "X was shelled"."""
        doc, first, last = self._doc, self._first, self._last
        of = self._before is not None and self._before.lower_ in _OF and first > 1
        if of and doc[first - 2].lemma_.lower() in OF_A_TOWN and doc[first - 2].pos_ == "NOUN":
            return True
        behind = last + (last < len(doc) and doc[last].tag_ == "POS")
        if behind < len(doc) and doc[behind].lemma_.lower() in BEHIND_A_TOWN:
            return True
        passive = last + 1 < len(doc) and doc[last].lemma_ == "be" and doc[last + 1].tag_ == "VBN"
        return passive and doc[last + 1].lemma_.lower() in TAKES | RAIDS

    @property
    def lies(self) -> bool:
        """ "X, on the border", "X, in the north", "X is home to"; "X hosts 900", "X, which has taken in 900"."""
        doc, last = self._doc, self._last
        ahead = [token.lower_ for token in doc[last : last + 5]]
        if ahead[:1] == [","] and ahead[1:2] and ahead[1] in ("in", "on", "near", "at"):
            return any(word in LANDMARKS or direction(word) for word in ahead[2:])
        if [word for word in ahead[:4] if word not in ("now", "also", "still", "already")][1:3] == ["home", "to"]:
            return True
        return self._deed in SHELTERS and any(token.like_num for token in doc[last : last + NUMBER_REACH])

    @property
    def taken(self) -> bool:
        """ "Seized X", "left X"."""
        return self._before is not None and self._before.pos_ == "VERB" and self._before.lemma_.lower() in TAKES

    @property
    def in_institution(self) -> bool:
        """Whether the organisation that the name stands in is a university, a company, a team or the like."""
        doc, first, last = self._doc, self._first, self._last
        while first and doc[first].ent_iob_ == "I":
            first -= 1
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
        return any(token.lower_ in INSTITUTIONS for token in doc[first:last])
