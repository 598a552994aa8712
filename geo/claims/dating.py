"""When a figure's people did it, or the day that it stands for: what the grammar ties to it stands, else a choice."""

from dataclasses import replace
from datetime import date

from geo.claims.clause import Clause
from geo.claims.plans import lies_ahead
from geo.claims.slots import dates
from geo.claims.story import Story
from geo.claims.timing import stands_for
from geo.model import Basis, Evidence, How, Panel, When


def date_of(told: Story, grammar: Clause, panel: Panel) -> tuple[When | None, date | None, Evidence | None]:
    """When it happened, the day that a count stands for, and what that rests on."""
    timing, published = grammar.timing, told.times.today
    if grammar.people.compared:
        return None, timing.as_of, None
    if timing.expression is not None and (timing.happened or timing.as_of) is not None:
        return _as_tied(grammar, published)
    found, evidence = dates.choose(grammar.when(panel), told.times)
    if found.days is None:
        return None, None, None
    if grammar.basis is Basis.STOCK or found.kind == "publication":
        last = found.days.last
        return None, min(last, published) if published is not None else last, evidence
    return _so_far(found.days, grammar, published), None, evidence


def _so_far(days: When, grammar: Clause, published: date | None) -> When:
    """What was done "this year" was done by the day on which it was printed."""
    if published is None or not days.first <= published < days.last or lies_ahead(grammar.deed.anchor):
        return days
    return replace(days, last=published)


def _as_tied(grammar: Clause, published: date | None) -> tuple[When | None, date | None, Evidence | None]:
    """As ``date_of`` where the grammar ties a time to the deed ("had fled by Sunday" is a count up to that day)."""
    tied = Evidence(How.SENTENCE, 1.0)
    if grammar.basis is Basis.STOCK:
        return None, stands_for(grammar.people, grammar.deed, grammar.timing, published), tied
    happened = grammar.timing.happened
    return _so_far(happened, grammar, published) if happened is not None else None, grammar.timing.as_of, tied
