"""Figures that no noun or verb beside them gives to people, by what is spoken of around them.

A garrison "stands at 900", a camp "counts 15,000 on its registers", a list goes "Kenya 400, Jamaica 24". Forces or
people driven from home are then what the sentence, or else one beside it, is about; and the figure must be the number
of somebody. What they do is the plainest that can be said of them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.claims.counted import Counted
from geo.claims.people import is_known, is_nation, is_police, lemma
from geo.claims.syntax import SUBJECTS, argument, governor, is_verb, phrase, subject
from geo.claims.topic import Topic, kind_of, topic_of
from geo.claims.unnamed import counts_things, has_people, is_number_of_somebody, is_of_a_count, noun_of
from geo.claims.verbs import Deed, of_verb, to_haven
from geo.claims.words import deeds, topics
from geo.lexicon.people import UNITS
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NEAR = 2
"""Sentences that "the figure" may be of: its own and the one before."""
_AFTER = 4
"""Words after a figure that still tell of those whom it counts, and further on up to a comma."""
_CLOSES = frozenset([",", ";", ")", "and", "but"])
_SHARES = frozenset("percent cent pct".split())
_NATIONS = ("ans", "is", "ites", "ese")
"""How names of peoples end that the model does not know: "Emiratis"."""
_INHABITED = frozenset("city town village country nation state province district island region land metropolis".split())
_MARCHES = frozenset({Action.DEPLOY, Action.WITHDRAW, Action.EXERCISE, Action.RECRUIT, Action.PRESENT})


def by_topic(figure: "Tokens", found: Counted | None, around: Sequence["Tokens"]) -> tuple[Counted, Deed] | None:
    """Whom ``figure`` counts and what they do; ``found`` is whom its noun names, if it has one.

    ``around`` are the sentences that may tell what it is about, the figure's own first.
    """
    people = _people(figure) or (found.head if found is not None else None)
    if people is None and (counts_things(figure) or not is_number_of_somebody(figure)):
        return None
    head = people if people is not None else figure.root
    if people is None and is_of_a_count(head):
        around = around[:_NEAR]
    topic = Topic.UPROOTED if _is_taken_out(head, people) else topic_of(figure, people, around)
    if topic is None or _is_spared(figure, people) or _is_part(figure) or _describes(head):
        return None
    if people is not None and not _may_be(people, topic):
        return None
    done = _deed(head, topic)
    population = kind_of(around) if done.action in (Action.HOST, Action.ACCEPT, Action.PRESENT) else None
    if topic is Topic.FORCES:
        population = Population.TROOPS
    tokens = tuple(t for t in phrase(people) if figure.end <= t.i <= people.i) if people is not None else ()
    return Counted(head, tokens, population, done=done), done


def _is_taken_out(head: "Token", people: "Token | None") -> bool:
    """ "Soldiers carried out 50", "68 hikers were ferried out by the navy": they are not the forces."""
    verb = head.head
    away = any(t.lower_ in topics.AWAY for t in verb.children) and verb.lemma_.lower() in topics.TAKEN_OUT
    anybody = people is None or lemma(people) in topics.ANYBODY - topics.UNIFORMED
    return away and anybody and argument(head).dep_ in ("dobj", "nsubjpass")


def _people(figure: "Tokens") -> "Token | None":
    """The noun that the figure stands before, where it is one of people."""
    noun = noun_of(figure)
    if noun is None or noun.i < figure.start:
        return None
    named = noun.text[0].isupper() and noun.text.endswith(_NATIONS)
    is_people = (
        lemma(noun) in topics.BEDS
        or lemma(noun) in topics.UNIFORMED | topics.ANYBODY
        or is_known(noun)
        or is_nation(noun)
        or named
    )
    return noun if is_people and lemma(noun) not in UNITS else None


def _may_be(people: "Token", topic: Topic) -> bool:
    """Whether people of this noun can be what the sentence is about."""
    word, verb = lemma(people), governor(people)
    at_home = verb is not None and verb.lemma_.lower() in deeds.LIVING and not to_haven(verb)
    if at_home and topic is Topic.UPROOTED and argument(people).dep_ in SUBJECTS:
        return False
    if is_police(people) or (word == "officer" and any(t.lower_ == "police" for t in people.sent)):
        return topic is Topic.FORCES and any(t.lemma_.lower() in topics.SOLDIERLY for t in people.sent)
    named = is_nation(people) or (people.text[0].isupper() and people.text.endswith(_NATIONS))
    return named or word in topics.BEDS | (topics.UNIFORMED if topic is Topic.FORCES else topics.ANYBODY)


def _is_spared(figure: "Tokens", people: "Token | None") -> bool:
    """Whether something else is told of those counted: that they were fed, hurt, polled."""
    doc, first, stop = figure.doc, figure.start, figure.end
    while stop < figure.sent.end and (stop < figure.end + _AFTER or doc[stop].text not in _CLOSES):
        stop += 1
    while first > figure.sent.start and (people is None or doc[first - 1].text != ";"):
        first -= 1
    before, near = doc[first : figure.start], doc[first:stop]
    given = any(t.lemma_.lower() in topics.GIVEN for t in before)
    return given or any(t.lemma_.lower() in topics.SPARED or t.lower_ in topics.SPARED for t in near)


def _describes(head: "Token") -> bool:
    """ "A city of half a million", "home to 6,000 people", "80 per cent of the 2 million": at home there."""
    noun = argument(head)
    above = noun.head
    if noun.dep_ != "pobj":
        return False
    if above.lower_ == "to" and above.head.lower_ == "home":
        verb = governor(head)
        doer = subject(verb) if verb is not None else None
        return doer is None or not any(t.lower_ in ("camp", "base", "garrison") for t in phrase(doer))
    leads = [t.lower_ for t in noun.sent if t.dep_ == "prep" and t.i < noun.i]
    if above.lower_ == "from" or (above.lower_ == "to" and "from" in leads[-3:-1]):
        return True  # "from 1,000 to 300": a change is no count
    if above.lower_ == "of" and above.head.lemma_.lower() == "population":
        return not has_people(above.head)
    return above.lower_ == "of" and above.head.lemma_.lower() in _INHABITED | _SHARES


def _is_part(figure: "Tokens") -> bool:
    return any(t.lower_ in ("including", "among") for t in figure.doc[max(0, figure.start - 2) : figure.start])


def _deed(head: "Token", topic: Topic) -> Deed:
    """What the verb says, as far as it says it of such people; else that they are there."""
    verb = governor(head)
    anchor = verb if verb is not None else head
    word, is_bare = anchor.lemma_.lower(), head.pos_ == "NUM"
    readings = list(of_verb(anchor)) if is_verb(anchor) else []
    if (limit := _limit(head, verb)) is not None:
        return Deed(Action.HOST if topic is Topic.UPROOTED else Action.PRESENT, limit)
    if topic is Topic.FORCES:
        marched = next((found.action for found in readings if found.action in _MARCHES), Action.PRESENT)
        return Deed(Action.DEPLOY if word in topics.PROVIDING else marched, anchor)
    if word in topics.ORDERED and topics.UPROOTING.search(head.sent.text):
        return Deed(topics.ORDERED[word], anchor)
    measured = is_bare and word in topics.STANDING and head.dep_ not in SUBJECTS  # "passed 900,000" crosses nothing
    told = next((found for found in readings if found.action in deeds.MOVES), None)
    if told is not None and not (measured and told.action in (Action.CROSS, Action.ARRIVE)):
        return told
    taken = word in topics.TAKEN_OUT and argument(head).dep_ in ("dobj", "nsubjpass")
    plain = Action.RETURN if word in topics.GONE_BACK else Action.HOST
    return Deed(Action.EVACUATE if taken else plain, anchor)


def _limit(head: "Token", verb: "Token | None") -> "Token | None":
    """What says that the figure is the most there may be: "cots for 80", "a quota of 500", "20,000 places"."""
    if lemma(head) in topics.BEDS:
        return head
    above = head.head.head
    if (
        head.dep_ == "pobj"
        and head.head.lower_ in ("for", "of")
        and above.lemma_.lower() in topics.ROOM | topics.LIMITS
    ):
        return above
    doer = subject(verb) if verb is not None else None
    if verb is not None and verb.lemma_.lower() == "sleep" and head.dep_ == "dobj":
        return verb
    return doer if doer is not None and doer.lemma_.lower() in topics.LIMITS else None
