"""In brackets behind its place: "They live in Chad (300), Niger (200) and Mali (90)"."""

from dataclasses import replace

from geo.claims.forms.description import described
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.lists.member import Shape
from geo.claims.people import Counted, population_of
from geo.model import Population


def find(numeral: Numeral) -> Counted | None:
    """The people whom the sentence tells of before the brackets, else those who were counted last."""
    member, before = numeral.member, numeral.before
    if member is None or member.shape is not Shape.BRACKETED:
        return None
    noun = member.noun
    if noun is None:
        if before is None or before.population in (None, Population.HOUSING):
            return replace(numeral.alone, member=member) if numeral.alone is not None else None
        if member.owner is not None and before.population is not Population.TROOPS:  # "by country: Chad (300), ..."
            member = replace(member, owner=None, places=(("in", member.owner),))
        return Counted(numeral.root, before.tokens, before.population, member=member)
    words = tuple(
        t for t in described(noun) if t.pos_ != "DET" and not t.like_num and not (t.head.like_num and t != noun)
    )
    return Counted(noun, words, population_of(noun), member=member)


FORM = Form(
    "brackets",
    find,
    (
        Example("The refugees live in Chad (300), Niger (200) and Mali (90).", "200", "refugees"),
        Example("Some 600 refugees are abroad. By country: Chad (300), Niger (200), Mali (90).", "200", "refugees"),
    ),
)
