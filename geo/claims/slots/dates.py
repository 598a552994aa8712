"""When: a choice among the times that the article names around a figure, its publication, and none."""

from datetime import date

from geo.claims.choice import trained
from geo.claims.plans import may_come
from geo.claims.sentences import Sentences
from geo.claims.slots.date_features import features
from geo.claims.slots.date_question import NONE, Asked, candidates
from geo.claims.slots.named_times import Candidate, NamedTimes
from geo.grammar import children, governor
from geo.grammar import relations as rel
from geo.lexicon.speech import SAYING
from geo.model import Basis, Evidence, How

_SURE = 0.2
"""How probable a date must be to be given."""
_NONE_COUNTS = 0.5
"""How much of its probability no date at all counts in a dated article: "by publication" tells more than nothing.

On conflicts left out (training news and two sets of other news, two ways to divide them), of 611 figures with a date
and 199 without: at .9 .72 and .66 are right, at .7 .74 and .63, at .5 .75 and .60, at .3 .76 and .57. Two annotators
agree on "no date" in .62.
"""

_SAME_EVENT = 0.9
"""How probable the day is on which another sentence lets begin what a figure is counted since."""


def choose(asked: Asked, named: NamedTimes) -> tuple[Candidate, Evidence | None]:
    """The likeliest candidate, and what it rests on; NONE where nothing is likely enough."""
    sentences = named.sentences
    published = named.today
    if asked.since_event is not None and (begun := list(named.since(asked.since_event, asked.at))):
        return begun[-1], Evidence(_how(begun[-1], asked, sentences), _SAME_EVENT, begun[-1].span)
    among = candidates(asked, named)
    scored = trained("date").likeliest(features(among, asked, published))
    none = _NONE_COUNTS if published is not None else 1.0
    weighed = [
        0.0 if _is_of_the_telling(c, asked, published) else score * none if c.kind == "none" else score
        for score, c in zip(scored, among, strict=True)
    ]
    best = max(range(len(among)), key=lambda at: (weighed[at], -at))
    found = among[best]
    if found.kind == "none" or scored[best] < _SURE:
        return NONE, None
    return found, Evidence(_how(found, asked, sentences), round(scored[best], 3), found.span)


def _is_of_the_telling(candidate: Candidate, asked: Asked, published: date | None) -> bool:
    """ "Said on Wednesday that 77 had crossed", "that 77 will cross": they did so before that day, or after it."""
    said = asked.grammar.reported is not None and asked.basis is Basis.EVENT and candidate.at == asked.at
    earlier = said and any(t.lower_ == "had" for t in children(asked.anchor, rel.AUXILIARY))
    if earlier and candidate.days is not None and candidate.days.last == asked.grammar.reported:
        return True
    return _is_over(candidate, asked, published)


def _is_over(candidate: Candidate, asked: Asked, published: date | None) -> bool:
    """Whether a plan is told, and a day that is past: it is that of the telling, or of what was done before."""
    if published is None or candidate.days is None or candidate.kind != "named" or candidate.token is None:
        return False
    if not (asked.basis is Basis.PLAN or may_come(asked.anchor)) or candidate.days.last > published:
        return False
    verb = governor(candidate.token)
    if candidate.days.last == published:
        return verb is not None and verb.lemma_.lower() in SAYING
    return verb != asked.anchor or candidate.days.last == asked.grammar.reported


def _how(found: Candidate, asked: Asked, sentences: Sentences) -> How:
    if found.kind == "publication" and found.span is None:
        return How.PUBLICATION
    if found.at == asked.at:
        return How.SENTENCE
    if sentences[found.at][0].passage is sentences[asked.at][0].passage:
        return How.PARAGRAPH
    return How.EARLIER if found.at < asked.at else How.LATER
