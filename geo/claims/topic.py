"""Figures that no noun or verb beside them gives to people, by what is spoken of around them.

A garrison "stands at 900", a camp "counts 15,000 on its registers", a list goes "Kenya 400, Jamaica 24". Forces or
people driven from home are then what the sentence, or else one shortly before it, is about; and the figure must be the
number of somebody: of a place, a force, a count, or of people. What they do is the plainest that can be said of them.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.claims.counted import Counted
from geo.claims.elliptic import is_interrupted
from geo.claims.people import is_known, is_nation, is_police, lemma
from geo.claims.syntax import SUBJECTS, argument, children, governor, is_verb, objects, phrase, subject
from geo.claims.verbs import Deed, of_verb, to_haven
from geo.claims.words import deeds, topics
from geo.claims.words.people import UNITS
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NEAR = 2
_AFTER = 4
"""Words after a figure that still tell of those whom it counts."""
_SHARES = frozenset("percent cent pct".split())
_NATIONS = ("ans", "is", "ites", "ese")
"""How names of peoples end that the model does not know: "Emiratis"."""
_INHABITED = frozenset("city town village country nation state province district island region land metropolis".split())
_MARCHES = frozenset({Action.DEPLOY, Action.WITHDRAW, Action.EXERCISE, Action.RECRUIT, Action.PRESENT})
_PLACES = ("GPE", "LOC", "FAC", "NORP")
_INSIDE = frozenset("nummod quantmod compound amod nmod".split())
_ENDS = frozenset(',;:.)(–—"”')


class Topic(StrEnum):
    """What a sentence speaks of."""

    FORCES = "forces"
    UPROOTED = "uprooted"


def by_topic(figure: "Tokens", found: Counted | None, around: Sequence["Tokens"]) -> tuple[Counted, Deed] | None:
    """Whom ``figure`` counts and what they do; ``found`` is whom its noun names, if it has one.

    ``around`` are the sentences that may tell what it is about, the figure's own first.
    """
    people = _people(figure) or (found.head if found is not None else None)
    if people is None and (_counts_things(figure) or not _is_number_of_somebody(figure)):
        return None
    head = people if people is not None else figure.root
    if people is None and _is_of_a_count(head):
        around = around[:_NEAR]
    topic = Topic.UPROOTED if _is_taken_out(head, people) else _topic(figure, people, around)
    if topic is None or _is_spared(figure, people) or _is_part(figure) or _describes(head):
        return None
    if people is not None and not _may_be(people, topic):
        return None
    done = _deed(head, topic)
    population = _kind(around) if done.action in (Action.HOST, Action.ACCEPT, Action.PRESENT) else None
    if topic is Topic.FORCES:
        population = Population.TROOPS
    tokens = tuple(t for t in phrase(people) if figure.end <= t.i <= people.i) if people is not None else ()
    return Counted(head, tokens, population, done=done), done


def _topic(figure: "Tokens", people: "Token | None", around: Sequence["Tokens"]) -> Topic | None:
    """What the nearest sentence that speaks of either speaks of; in one that speaks of both, what stands nearer."""
    is_civil = people is None and any(t.lemma_.lower() in topics.CIVIL for t in around[0])
    for sentence in around:
        forces = _signs(sentence, Topic.FORCES, figure)
        uprooted = _signs(sentence, Topic.UPROOTED, figure)
        if forces and not uprooted and is_civil and sentence != around[0]:
            return Topic.UPROOTED
        if uprooted or forces:
            ours, theirs = (len(signs) - min(signs, default=99) / 50 for signs in (forces, uprooted))
            return Topic.FORCES if ours > theirs else Topic.UPROOTED
    return None


def _kind(around: Sequence["Tokens"]) -> Population | None:
    """Who they are, as the nearest sentence that says so names them."""
    named = (
        topics.KINDS[t.lemma_.lower()] for sentence in around for t in sentence if t.lemma_.lower() in topics.KINDS
    )
    return next(named, None)


def _signs(sentence: "Tokens", topic: Topic, figure: "Tokens") -> list[int]:
    """How far from ``figure`` each sign stands."""
    signs = [token.i for token in sentence if _speaks(token, topic)]
    if topic is Topic.UPROOTED:
        starts = [sentence.start_char + match.start() for match in topics.UPROOTING.finditer(sentence.text)]
        signs += [token.i for token in sentence if token.idx in starts]
    return [abs(at - figure.start) for at in signs]


def _speaks(token: "Token", topic: Topic) -> bool:
    """Whether a word speaks of ``topic``. A capital hides a name: "Camp Schwab" shelters nobody."""
    words = topics.FORCES if topic is Topic.FORCES else topics.UPROOTED
    is_name = token.lower_ in ("camp", "shelter", "mission") and token.text[0].isupper()
    return (token.lemma_.lower() in words or token.lower_ in words) and not is_name


def _is_taken_out(head: "Token", people: "Token | None") -> bool:
    """ "Soldiers carried out 50", "68 hikers were ferried out by the navy": whoever does it, they are not the forces."""
    verb = head.head
    away = any(t.lower_ in topics.AWAY for t in verb.children) and verb.lemma_.lower() in topics.TAKEN_OUT
    anybody = people is None or lemma(people) in topics.ANYBODY - topics.UNIFORMED
    return away and anybody and argument(head).dep_ in ("dobj", "nsubjpass")


def _people(figure: "Tokens") -> "Token | None":
    """The noun that the figure stands before, where it is one of people."""
    noun = _noun(figure)
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


def _noun(figure: "Tokens") -> "Token | None":
    """The noun that the figure is hung on, or that follows it."""
    above = figure.root
    while above.dep_ in _INSIDE and above.head != above and above.head.sent == figure.sent:
        above = above.head
        if above.i >= figure.end and above.pos_ in ("NOUN", "PROPN"):
            return above
    for token in figure.doc[figure.end : min(figure.end + 3, figure.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            return token.head if token.dep_ == "compound" and token.head.i > token.i else token
        if token.pos_ != "ADJ":
            return None
    return None


def _counts_things(figure: "Tokens") -> bool:
    """True where a noun of no people follows, or one that the figure is a share or a part of."""
    after = [t.lower_ for t in figure.doc[figure.end : min(figure.end + 2, figure.sent.end)]]
    is_more = after[:1] == ["more"] or figure.text.endswith(" more")
    if is_more and is_interrupted(figure.root):
        return True
    if _is_of_them(figure) or after in (["a", "day"], ["a", "week"]):
        return False
    return _noun(figure) is not None or (after[:1] == ["of"] and after != ["of", "their"])


def _is_of_them(figure: "Tokens") -> bool:
    """ "900 of them", "9,000 of the 13,500"."""
    after = figure.doc[figure.end : min(figure.end + 3, figure.sent.end)]
    if len(after) < 3 or after[0].lower_ != "of":
        return False
    return after[1].lower_ == "them" or (after[2].like_num and after[2].dep_ != "nummod")


def _is_number_of_somebody(figure: "Tokens") -> bool:
    """Whether the words around a bare figure are of a place, a force, a count, or of people."""
    root, verb = figure.root, governor(figure.root)
    if _is_aged(figure):
        return False
    if _follows_its_owner(figure) or _is_of_them(figure) or _acts(figure):
        return True
    if root.dep_ == "appos" and _has_people(root.head):
        return True
    if verb is None or root.pos_ not in ("NUM", "NOUN"):
        return False
    counted = [t for t in children(verb, "dobj") if t != root]
    if root.dep_ == "pobj" and root.head.lower_ in ("to", "at") and any(map(_has_people, counted)):
        return True  # "brings the population to 7,000"
    doer = subject(verb)
    if doer is None:
        return root.dep_ == "attr"  # "on its strength are 900"
    counts = verb.lemma_.lower() in topics.STANDING | topics.ROOM
    return doer.ent_type_ == "GPE" or (counts and (doer.pos_ == "PRON" or _has_people(doer)))


def _is_aged(figure: "Tokens") -> bool:
    """ "His mother, 17, said": no number of people."""
    beside = [t.text for t in figure.doc[max(0, figure.start - 1) : figure.end + 1] if t.text == ","]
    return len(beside) == 2 and len(figure.text) == 2


def _follows_its_owner(figure: "Tokens") -> bool:
    """ "Nepal (450)", "Uganda is at 1.9 million", "a company of 130", "Kenya 400"."""
    before = figure.doc[max(figure.sent.start, figure.start - 3) : figure.start]
    words = [t for t in before if not t.is_punct and t.pos_ not in ("ADP", "DET", "PART", "CCONJ")]
    if not words:
        return False
    listed = words[-1].pos_ == "PROPN" and (before[-1].text in ("(", ":") or before[-1] == words[-1])
    return _has_people(words[-1]) or (listed and len(figure.text) > 2)


def _acts(figure: "Tokens") -> bool:
    """ "The 16,000 taking part", "900 had crossed", "1,400 flew": a verb is told of the figure itself."""
    root, verb = figure.root, figure.root.head
    after = figure.doc[figure.end] if figure.end < figure.sent.end else None
    if after is not None and (after.lower_ in ("who", "aboard") or after.pos_ == "AUX"):
        return True
    undergoes = root.dep_ == "dobj" and verb.lemma_.lower() in topics.TAKEN_OUT
    return root.dep_ in SUBJECTS or undergoes or next(children(root, "acl"), None) is not None


def _is_of_a_count(root: "Token") -> bool:
    """ "Put the figure at 900": of what was counted just before, or of something else."""
    verb = governor(root)
    return verb is not None and any(t.lemma_.lower() in ("figure", "number", "total") for t in verb.children)


def _has_people(noun: "Token") -> bool:
    word = noun.lemma_.lower()
    if word == "population":  # of a camp, not of a town
        return any(_speaks(t, Topic.UPROOTED) or is_nation(t) or t.ent_type_ == "NORP" for t in noun.subtree)
    return (
        word in topics.COUNTS | topics.FORCES | topics.ROOM
        or (noun.ent_type_ in _PLACES and noun.pos_ in ("PROPN", "NOUN"))
        or (noun.pos_ in ("NOUN", "PROPN") and (is_known(noun) or is_nation(noun)))
    )


def _may_be(people: "Token", topic: Topic) -> bool:
    """Whether people of this noun can be what the sentence is about."""
    word, verb = lemma(people), governor(people)
    at_home = verb is not None and verb.lemma_.lower() in deeds.LIVING and not to_haven(verb)
    if at_home and topic is Topic.UPROOTED and argument(people).dep_ in SUBJECTS:
        return False
    if is_police(people) or (word == "officer" and any(t.lower_ == "police" for t in people.sent)):
        return topic is Topic.FORCES and any(t.lemma_.lower() in topics.SOLDIERLY for t in people.sent)
    named = is_nation(people) or people.text[0].isupper() and people.text.endswith(_NATIONS)
    return named or word in topics.BEDS | (topics.UNIFORMED if topic is Topic.FORCES else topics.ANYBODY)


def _is_spared(figure: "Tokens", people: "Token | None") -> bool:
    """Whether something else is told of those counted: that they were fed, hurt, polled."""
    doc, first, stop = figure.doc, figure.start, min(figure.end + _AFTER, figure.sent.end)
    while first > figure.sent.start and (people is None or doc[first - 1].text != ";"):
        first -= 1
    before, near = doc[first : figure.start], doc[first:stop]
    given = any(t.lemma_.lower() in topics.GIVEN for t in before)
    return given or any(t.lemma_.lower() in topics.SPARED or t.lower_ in topics.SPARED for t in near)


def _describes(head: "Token") -> bool:
    """ "A city of half a million", "home to 6,000 people", "80 per cent of the 2 million": who lives there is at home."""
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
        return not _has_people(above.head)
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
        if word in topics.PROVIDING:
            return Deed(Action.DEPLOY, anchor)
        return next((found for found in readings if found.action in _MARCHES), None) or Deed(Action.PRESENT, anchor)
    if word in topics.ORDERED and topics.UPROOTING.search(head.sent.text):
        return Deed(topics.ORDERED[word], anchor)
    measured = is_bare and word in topics.STANDING and head.dep_ not in SUBJECTS  # "passed 900,000" crosses nothing
    told = next((found for found in readings if found.action in deeds.MOVES), None)
    if told is not None and not (measured and told.action in (Action.CROSS, Action.ARRIVE)):
        return told
    if word in topics.TAKEN_OUT and argument(head).dep_ in ("dobj", "nsubjpass"):
        return Deed(Action.EVACUATE, anchor)
    return Deed(Action.RETURN if word in topics.GONE_BACK else Action.HOST, anchor)


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
