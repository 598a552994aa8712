"""In brackets behind its place: "They live in Chad (300), Niger (200) and Mali (90)"."""

from geo.claims.forms.description import described
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.lists.member import Shape
from geo.claims.people import Counted, population_of


def find(numeral: Numeral) -> Counted | None:
    """The people whom the sentence tells of before the brackets."""
    member = numeral.member
    noun = member.noun if member is not None and member.shape is Shape.BRACKETED else None
    if noun is None:
        return None
    words = tuple(
        t for t in described(noun) if t.pos_ != "DET" and not t.like_num and not (t.head.like_num and t != noun)
    )
    return Counted(noun, words, population_of(noun), member=member)


FORM = Form(
    "brackets",
    find,
    (Example("The refugees live in Chad (300), Niger (200) and Mali (90).", "200", "refugees"),),
)
