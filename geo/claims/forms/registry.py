"""The forms in the order in which they are asked, the first answer counts. A new form is a file here and its line.

``ALONE`` and ``WITH_NOUN`` look at a numeral by itself; a numeral with a noun of people is never one that leans on
others. ``LISTED`` are asked first where a numeral stands in a list, and see whom it would count alone. ``PARTS`` come
last: they say of whom a figure counts that they are part of others.
"""

from typing import TYPE_CHECKING

from geo.claims.forms import (
    again,
    befallen,
    bracketed,
    capacity,
    compared,
    driven_out,
    flow,
    gap,
    included,
    label,
    level,
    listed,
    named_group,
    noun,
    number_of,
    numbering,
    of_them,
    part,
    recounted,
    strength,
    two_objects,
)
from geo.claims.forms.form import Form, Numeral
from geo.claims.people import Counted

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

    from geo.claims.lists.member import Member

WITH_NOUN: tuple[Form, ...] = (included.FORM, noun.FORM)
ALONE: tuple[Form, ...] = (
    named_group.FORM,
    # Another phrase of the sentence names them.
    level.FORM,
    of_them.FORM,
    number_of.FORM,
    two_objects.FORM,
    numbering.FORM,
    strength.FORM,
    # The figure before counted them.
    gap.FORM,
    befallen.FORM,
    compared.FORM,
    recounted.FORM,
    again.FORM,
    # What is told of them makes them people.
    capacity.FORM,
    flow.FORM,
    driven_out.FORM,
    label.FORM,
)
LISTED: tuple[Form, ...] = (bracketed.FORM, listed.FORM)
PARTS: tuple[Form, ...] = (part.FORM,)
FORMS = (*LISTED, *WITH_NOUN, *ALONE, *PARTS)


def counted(figure: "Tokens", before: Counted | None = None, member: "Member | None" = None) -> Counted | None:
    """The people counted by ``figure``; None where it counts no people.

    ``before`` is who the figure before it counted, for those that lean on it ("including 60,000 in Chad"),
    and ``member`` what a list gives to it.
    """
    if before is not None and before.said:
        member = None  # "640 come from Ghana and 580 from India": a list of what is said, not of where
    named = noun.noun_of_people(figure)
    alone = _first(WITH_NOUN if named is not None else ALONE, Numeral(figure, named, before))
    found = _first(LISTED, Numeral(figure, named, before, member, alone)) if member is not None else None
    found = found or alone
    if found is not None and found.done is None and found.member is None and not found.whole:
        found = level.with_level(found)
    if found is not None and found.lead is not None:
        return found
    return _first(PARTS, Numeral(figure, named, before, member, found)) or found


def _first(forms: tuple[Form, ...], numeral: Numeral) -> Counted | None:
    return next((found for form in forms if (found := form(numeral)) is not None), None)
