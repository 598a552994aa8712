"""The figures of an article in reading order, each with whom its words say it counts and what they do.

Nothing is refused here: what a figure says happens is chosen in ``geo.claims.frames``, and published or not at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo import numbers
from geo.claims.action import Deed, deed, population
from geo.claims.forms.registry import counted
from geo.claims.lists import members
from geo.claims.people import Counted
from geo.claims.sentences import Sentences
from geo.claims.setting import Setting
from geo.claims.verbs import goes_home
from geo.grammar import argument, stands_beside
from geo.grammar import relations as rel
from geo.limits import SENTENCE_FIGURES
from geo.model import Population, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_CLOSES = ("VERB", "AUX", "PUNCT", "ADP", "CCONJ")
_REACH = 4
"""Words after a figure in which its noun stands, where the parse does not say."""
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Counting:
    """A figure where it stands: in sentence number ``at``, as ``tokens`` of its parse.

    ``people`` is whom the forms say it counts and ``done`` what the grammar says they do; None where they do not
    know. ``noun`` is what is counted by the parse alone, and ``above`` are the words that govern it, nearest first,
    each with the part that what hangs on it plays.
    """

    at: int
    setting: Setting
    sentence: "Tokens"
    tokens: "Tokens"
    figure: Quantity
    people: Counted | None
    done: Deed | None
    noun: "Token | None"
    noun_by: str
    above: tuple[tuple["Token", str], ...]
    before: "Counting | None"

    @property
    def form(self) -> str:
        """How the counted are named."""
        return self.people.form if self.people is not None else f"noun {self.noun_by}"

    @property
    def head(self) -> "Token":
        """The word that stands for the counted: their noun, else the figure itself."""
        if self.people is not None:
            return self.people.head
        return self.noun if self.noun is not None else self.tokens.root


def countings(sentences: Sentences) -> Iterator[Counting]:
    """Every figure of the article that ``sentences`` are of."""
    last: Counting | None = None
    leaning: Counted | None = None
    for at, (setting, sentence) in enumerate(sentences):
        people: Counted | None = None
        figures = list(_figures(setting, sentence))
        if len(figures) > SENTENCE_FIGURES:
            continue
        listed = members(sentence, [tokens for _, tokens, _, _ in figures])
        for figure, tokens, start, end in figures:
            found = counted(tokens, people or leaning, listed.get(tokens.start))
            done = deed(found) if found is not None else None
            if found is not None:
                people = replace(found, population=population(found, done), done=done) if done is not None else found
            elif (people := people or leaning) is not None:
                people = replace(people, done=None)  # something else was counted: nothing leans over it
            noun, noun_by = noun_of(tokens)
            head = found.head if found is not None else noun if noun is not None else tokens.root
            last = Counting(
                at, setting, sentence, tokens, _printed(figure, setting, start, end),
                found, done, noun, noun_by, tuple(_above(head, done)), last,
            )  # fmt: skip
            yield last
        if people is not None:
            leaning = people
        elif leaning is not None:
            leaning = replace(leaning, done=None)  # what was done is out of sight after a sentence


def _figures(setting: Setting, sentence: "Tokens") -> Iterator[tuple[Quantity, "Tokens", int, int]]:
    """The figures of a sentence with their words and the characters that they stand at."""
    for figure in numbers.find(sentence.text):
        start, end = sentence.start_char + figure.span.start, sentence.start_char + figure.span.end
        tokens = setting.doc.char_span(start, end, alignment_mode="expand")
        if tokens is not None:
            yield figure, tokens, start, end


def noun_of(figure: "Tokens") -> tuple["Token | None", str]:
    """The noun that ``figure`` stands with, and how it was found: above it, after "of", or to its right."""
    above = figure.root
    while (
        above.dep_ in rel.BEFORE_A_NOUN
        and above.head != above
        and not (above.pos_ in ("NOUN", "PROPN") and above.i >= figure.end)
    ):
        above = above.head
    if above.pos_ in ("NOUN", "PROPN") and above.i >= figure.end:
        return goes_home(above) or above, "above"
    for of in figure.root.children:
        if of.dep_ == rel.PREPOSITION and of.lower_ == "of":
            for noun in of.children:
                if noun.dep_ == rel.PREPOSITION_OBJECT:
                    return noun, "of"
    for token in figure.doc[figure.end : min(figure.end + _REACH, figure.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            while (
                token.dep_ == rel.COMPOUND and token.i + 1 < figure.sent.end and token.nbor().pos_ in ("NOUN", "PROPN")
            ):
                token = token.nbor()  # noqa: PLW2901
            return token, "right"
        if token.pos_ in _CLOSES:
            break
    return None, "none"


def _above(head: "Token", done: "Deed | None") -> Iterator[tuple["Token", str]]:
    """The words that govern ``head``; of a bare figure that the parse hangs elsewhere first what is done to it."""
    above = tuple(governors(head))
    if done is not None and done.anchor.i == head.i + 1 and all(word != done.anchor for word, _ in above):
        yield done.anchor, rel.PASSIVE_SUBJECT
    else:
        yield from above


def governors(head: "Token") -> Iterator[tuple["Token", str]]:
    """The words above ``head``, nearest first, each with the part of what hangs on it: "dobj", "prep of"."""
    token = argument(head)
    token = token.head if goes_home(token.head) == token else token
    for _ in range(_LEVELS):
        if token.head == token or stands_beside(token):
            return
        part, above = token.dep_, token.head
        if above.dep_ in (rel.PREPOSITION, rel.AGENT, rel.DATIVE) and token.dep_ in (
            rel.PREPOSITION_OBJECT,
            rel.PREPOSITION_COMPLEMENT,
        ):
            part = f"prep {above.lower_}"
            if above.head == above:
                return
            above = above.head
        if above.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "NUM"):
            yield above, part
        token = above


def _printed(figure: Quantity, setting: Setting, start: int, end: int) -> Quantity:
    """``figure`` with its span in the article, and its words as the article prints them there."""
    span = setting.passage.span(start, end)
    return replace(figure, span=span, words=span.of(setting.article.text))


def is_built(counting: Counting) -> bool:
    """Whether homes are counted, which are told of by rules of their own."""
    return counting.people is not None and counting.people.population is Population.HOUSING
