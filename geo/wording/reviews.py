"""What people decided about a figure, in words."""

from collections.abc import Iterator

from geo.dataset.query import Catalogue, Edit, Particular
from geo.model import Article
from geo.model.decision import Decision, Field, Review, Verdict

UNKNOWN = "unknown"
NAMES = {Field.VALUE: "figure"}


def state(review: Review | None) -> str:
    """Whether somebody has looked: "not checked", "accepted", "corrected by hand", "added by hand", "rejected",
    "hidden"."""
    if review is None or not review.checked:
        return "not checked"
    if review.hidden:
        return "hidden"
    if review.rejected:
        return "rejected"
    if review.added:
        return "added by hand"
    return "corrected by hand" if review.corrected else "accepted"


def change(decision: Decision) -> str:
    """ "figure 1,500, read as 1,200": both values of a correction."""
    field = decision.field
    name = NAMES.get(field, field.value) if field else ""
    role = f" {decision.role}" if decision.role else ""
    if decision.instead == "":
        return f"{name}{role} {decision.after}, added"
    return f"{name}{role} {decision.after or UNKNOWN}, read as {decision.before or UNKNOWN}"


def telling(decision: Decision) -> str:
    """What was said of two figures."""
    return "of the same movement" if decision.verdict is Verdict.MERGE else "of another movement"


DONE = {Verdict.ACCEPT: "accepted", Verdict.REJECT: "rejected", Verdict.HIDE: "hidden", Verdict.ADD: "added by hand"}
_STANDS = {"first": "first in lists", "last": "last in lists", "shown": "labelled first", "hidden": "without a label"}


def deed(decision: Decision) -> str:
    """ "rejected", "figure 1,500, read as 1,200": what a decision did, for whoever may take it back."""
    match decision.verdict:
        case Verdict.CORRECT:
            return change(decision)
        case Verdict.NOTE:
            return f"note “{decision.why or ''}”"
        case Verdict.MERGE | Verdict.PART if decision.other is not None:
            return f"{telling(decision)} {_than(decision)} “{decision.other.words}”"
        case Verdict.ORDER | Verdict.LABEL:
            return chosen(decision)
    return DONE.get(decision.verdict, decision.verdict.value)


def chosen(decision: Decision) -> str:
    """Where the editor put a figure, or whether the map writes it."""
    return _STANDS.get(decision.after or "", f"{decision.verdict} left to the program")


def _than(decision: Decision) -> str:
    return "as" if decision.verdict is Verdict.MERGE else "than"


def by(decision: Decision | Edit) -> str:
    """Who decided, and on which day."""
    return f"{decision.who}, {decision.at[:10]}"


def particular(edit: Edit) -> str:
    """ "date 2023-03-03, read as unknown": both values of what was put right of an article."""
    return f"{edit.field} {_value(edit, edit.after)}, read as {_value(edit, edit.before)}"


def of_article(catalogue: Catalogue, article: Article) -> Iterator[str]:
    """What people put right of an article, with both values, who did it, when and why."""
    for edit in catalogue.mended.get(article.id, ()):
        yield f"{particular(edit)} ({by(edit)}){f': {edit.why}' if edit.why else ''}"


def _value(edit: Edit, words: str | None) -> str:
    return UNKNOWN if not words else f"“{words}”" if edit.field is Particular.TITLE else words
