"""A member of a list whose members share a verb: "Norway has 300 soldiers in Latvia, Spain 200 in Mali"."""

from dataclasses import replace

from geo.claims.forms.bare import is_interrupted
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.lists.member import Shape
from geo.claims.people import Counted, is_known
from geo.claims.syntax import SUBJECTS
from geo.model import Population


def find(numeral: Numeral) -> Counted | None:
    """Where the verb stands, whom the figure counts by itself; in the gaps, who is counted there."""
    member, found = numeral.member, numeral.alone
    if member is None or member.shape is Shape.BRACKETED:
        return None
    if member.shape is Shape.GAPPED:
        return _in_gap(numeral)
    root, before = numeral.root, numeral.before
    goes = found is None and member.shape is Shape.FIRST and root.dep_ in SUBJECTS
    if goes and before is not None and before.done is not None and not is_interrupted(root):
        found = Counted(root, before.tokens, before.population)  # "...; 700 went to Chad, 300 to Niger"
    return None if found is None else replace(found, member=member)


def _in_gap(numeral: Numeral) -> Counted | None:
    figure, before, found = numeral.tokens, numeral.before, numeral.alone
    if before is None or before.done is None or before.population is Population.HOUSING or before.whole:
        return None
    lead = before.lead or before
    if found is not None and figure.root != found.head and is_known(found.head) and found.head.i >= figure.end:
        return replace(found, done=before.done, member=numeral.member, lead=lead)  # "Spain 200 troops in Mali"
    return Counted(
        figure.root, lead.tokens, lead.population, done=before.done, member=numeral.member, lead=lead
    )  # fmt: skip


FORM = Form(
    "list that shares a verb",
    find,
    (
        Example("Norway has 300 soldiers in Latvia, Spain 200 in Mali.", "200", "soldiers"),
        Example("Norway and Spain sent 300 and 200 soldiers to Mali and Chad, respectively.", "300", "soldiers"),
    ),
)
