"""Who is said to have given a figure, and where the words stand that name them."""

from geo.claims.clause import Clause
from geo.claims.story import Story
from geo.claims.voices import attribution
from geo.model import Attribution, Evidence, How


def speaker(told: Story, grammar: Clause) -> tuple[Attribution | None, Evidence | None]:
    """Who says so, and where that stands."""
    at = grammar.counting.at
    source = attribution(grammar.people.head, at, told.sentences)
    return source, spoken(source, at, told)


def spoken(source: Attribution | None, at: int, told: Story) -> Evidence | None:
    """Where the words stand that name the speaker."""
    if source is None:
        return None
    setting, sentence = told.sentences[at]
    here = setting.passage.span(sentence.start_char, sentence.end_char)
    if here.holds(source.span):
        return Evidence(How.SENTENCE, 1.0, source.span)
    if setting.passage.span(0, len(setting.passage.text)).holds(source.span):
        return Evidence(How.PARAGRAPH, 1.0, source.span)
    return Evidence(How.EARLIER if source.span.start < here.start else How.LATER, 1.0, source.span)
