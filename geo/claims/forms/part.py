"""Parts of a whole with the words that say whose they are: "640 come from Ghana and 580 from India".

What is told of the whole is told of its part.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.lists.member import JOINTS, placed_at
from geo.claims.people import Counted, is_known
from geo.claims.verbs import Deed
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Token

_THEM = frozenset({"whom", "them", "these", "those", "which"})
_BEING = ("be", "come")


def find(numeral: Numeral) -> Counted | None:
    """Whom the words before counted as the whole, or whom this numeral counts ``alone``, with whose they are."""
    figure, people, before = numeral.tokens, numeral.alone, numeral.before
    last = people.head if people is not None and people.head.i == figure.end else figure[-1]
    here = before if before is not None and before.head.sent == figure.sent else None
    said = _said_of(
        last,
        part=here is not None and (here.whole or bool(here.said)),
        goes_on=here is not None and bool(here.said) and (people is None or people.head == figure.root),
    )
    if not said:
        return None
    whole = here if here is not None and here.done is not None else None
    if people is None:  # "300 are Canadian and 200 are Spanish"
        if whole is None or whole.population is Population.HOUSING:
            return None
        people = Counted(figure.root, whole.tokens, whole.population)
    if whole is None or people.done is not None:
        return replace(people, said=said)
    done = whole.done
    if done is not None and done.anchor.lemma_.lower() == "come" and said[0].nbor(-1).lower_ == "from":
        done = Deed(Action.PRESENT, done.anchor)  # "640 come from Ghana" tells of no journey
    return replace(people, said=said, done=done, lead=whole.lead or whole)


def _said_of(last: "Token", *, part: bool = False, goes_on: bool = False) -> "tuple[Token, ...]":
    """The words that say of a part whose it is: of "1,200 of whom are Kenyan", "900 are from Ghana" the nation.

    ``last`` is the last word of the figure, or the noun after it. ``part``: the figure is known to be one of a whole,
    so that those who "come from Ghana" are Ghana's; ``goes_on``: the same was just said of another part ("200 Danish").
    """
    doc, end, at = last.doc, last.sent.end, last.i + 1
    if at + 1 < end and doc[at].lower_ == "of" and doc[at + 1].lower_ in _THEM:
        at += 2
        goes_on = part = True  # "600 of them Italian"
    while at < end and (doc[at].lemma_.lower() in _BEING[: 1 + part] or doc[at].pos_ == "ADV"):
        goes_on = goes_on or doc[at].pos_ != "ADV"
        at += 1
    if not goes_on or at >= end:
        return ()
    if (placed := placed_at(doc, at, end)) is not None:
        return (placed[0],) if doc[at].lower_ == "from" else ()
    stop = at
    while stop < end and (doc[stop].pos_ in ("PROPN", "ADJ") or doc[stop].ent_type_ == "NORP"):
        stop += 1
    closes = stop == end or doc[stop].is_punct or doc[stop].lower_ in JOINTS or is_known(doc[stop])
    is_nation = any(t.text[0].isupper() for t in doc[at:stop])
    return tuple(doc[at:stop]) if closes and is_nation else ()


FORM = Form(
    "part of a whole",
    find,
    (
        Example("About 1,200 soldiers were deployed, 600 of whom are Kenyan.", "600", "soldiers"),
        Example("Some 500 soldiers are in Mali; 300 are Canadian and 200 are Spanish.", "200", "soldiers"),
    ),
)
