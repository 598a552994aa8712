"""Which verbs say something: those of saying unless they say nothing, others by what stands with them."""

from typing import TYPE_CHECKING

from geo.claims.surface import closes_quotation
from geo.grammar import child, children, objects
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import COUNTING, DOCUMENTS, NUMBERS, SAYING, SHOWING, TALLYING

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAIMED = sense("saying: claimed")
_KEEPING_SILENT = sense("saying: keeping silent")
_DONE_TO_THINGS = sense("saying: done to things")
_DONE_TO_PEOPLE = sense("saying: done to people")
_ACCUSING = sense("saying: accusing")
_REQUESTING = sense("saying: requesting")
HELD = sense("saying: held to be")
_WITH_CLAUSE = sense("saying: with a clause")
_OPENING = frozenset(':"“«')
_MARKS = frozenset(',"”»')
_REACH = 12
"""Words after "accused" in which what somebody is accused of begins."""


def says(verb: "Token", speaker: "Token | None") -> bool:
    """Whether ``verb``, whose doer is ``speaker``, tells what somebody says."""
    if _says_nothing(verb) or (speaker is not None and _is_no_voice(speaker, verb)):
        return False
    lemma = verb.lemma_.lower()
    shows = speaker is not None and lemma in SHOWING and speaker.lemma_.lower() in DOCUMENTS
    tells = _counts(verb) or _accuses(verb) or _finds(verb) or _requests(verb) or _follows(verb)
    return lemma in SAYING or shows or tells or closes_quotation(verb)


def _says_nothing(verb: "Token") -> bool:
    """Whether a verb of saying tells of something else, or says that nothing was said ("did not say that")."""
    lemma = verb.lemma_.lower()
    unsaid = child(verb, rel.NEGATION) is not None or (
        verb.dep_ == rel.OPEN_COMPLEMENT and verb.head.lemma_.lower() in _KEEPING_SILENT
    )
    if (unsaid and lemma in SAYING) or _is_held(verb):
        return True
    if lemma == "add" and any(p == "to" for p, _ in objects(verb)):  # "90,000 fled, adding to those before"
        return True
    if any(t.lower_ == "with" for t in children(verb, rel.MARKER)):  # "with Italy expected to send 3,000"
        return True
    if verb.lower_ == "told" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "to":  # "1,000 told to leave"
        return True
    things = list(children(verb, rel.OBJECT))
    claims = lemma == "claim" and any(t.lemma_.lower() in _CLAIMED for t in things)  # "claimed 10 lives"
    does = lemma in _DONE_TO_THINGS and things and child(verb, rel.CLAUSAL_COMPLEMENT) is None  # "maintains a garrison"
    if claims or does:
        return True
    for clause in children(verb, rel.CLAUSAL_COMPLEMENT):  # "warned 2,000 residents to leave"
        if any(t.lower_ == "to" for t in children(clause, rel.AUXILIARY)):
            things += children(clause, rel.SUBJECT)
    return lemma in _DONE_TO_PEOPLE and any(_is_number(t) and not _is_told(verb, t) for t in things)


def _is_held(verb: "Token") -> bool:
    """Whether others hold it: "residents, believed to number 500, left"."""
    follows = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return verb.lemma_.lower() in HELD and verb.tag_ in ("VBD", "VBN") and follows == "to"


def _is_told(verb: "Token", thing: "Token") -> bool:
    """Whether somebody else, or what opens a quotation, stands before ``thing``: "told us of 500", "told X: '500"."""
    return any(t.pos_ == "PRON" or t.text in _OPENING for t in verb.doc[verb.i + 1 : thing.left_edge.i + 1])


def _is_no_voice(speaker: "Token", verb: "Token") -> bool:
    """Whether the subject is a mere number ("5,000 of whom", "27% of families") or part of an idiom ("all told")."""
    return (
        (speaker.pos_ == "NUM" and speaker.lower_ != "one")
        or speaker.text == "%"
        or (speaker.lower_, verb.lower_) == ("all", "told")
    )


def _accuses(verb: "Token") -> bool:
    """Whether somebody is said to have done something: "accused the rebels of bringing 1,000 fighters"."""
    return verb.lemma_.lower() in _ACCUSING and any(
        t.lower_ == "of" and child(t, rel.PREPOSITION_COMPLEMENT) is not None
        for t in verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]
    )


def _finds(verb: "Token") -> bool:
    """Whether a verb that says something only with a clause has one: "found that 600,000 had been uprooted"."""
    return verb.lemma_.lower() in _WITH_CLAUSE and any(
        t.i > verb.i and child(t, rel.MARKER) is not None for t in children(verb, rel.CLAUSAL_COMPLEMENT)
    )


def _follows(verb: "Token") -> bool:
    """Whether a whole clause and a mark stand before the doer: "500 could sleep there, the mayor offered"."""
    doer = child(verb, rel.SUBJECT)
    told = [t for t in children(verb, rel.CLAUSAL_COMPLEMENT) if t.i < verb.i and child(t, *rel.SUBJECTS) is not None]
    if doer is None or not told or doer.i > verb.i or verb.tag_ == "VBG":
        return False
    first = doer.left_edge.i
    return told[-1].i < first and verb.doc[first - 1].text in _MARKS


def _requests(verb: "Token") -> bool:
    """Whether ``verb`` says how many are wanted: "asked for 500 more troops", "requested the transfer of 500"."""
    if verb.lemma_.lower() not in _REQUESTING:
        return False
    wanted = [*children(verb, rel.OBJECT), *(t for p, t in objects(verb) if p == "for")]
    wanted += [t for thing in wanted for p, t in objects(thing) if p == "of"]
    return any(_is_number(t) for t in wanted)


def _counts(verb: "Token") -> bool:
    """Whether ``verb`` says how many: "put the number at", "put the rebels at 500", "registered 4,200 arrivals"."""
    lemma = verb.lemma_.lower()
    counted = list(children(verb, rel.OBJECT, rel.PASSIVE_SUBJECT))
    if lemma in COUNTING:
        given = [target for preposition, target in objects(verb) if preposition == "at"]
        return any(t.lemma_.lower() in NUMBERS for t in counted) or any(_is_number(t) for t in given)
    if lemma == "speak":  # "the governor's office speaks of 6,000"
        return any(p == "of" and _is_number(t) for p, t in objects(verb))
    if lemma == "give":  # "Moscow gives 1,500", no "gave 1,500 tents"
        return any(t.like_num for t in counted)
    counted += [t for thing in counted for p, t in objects(thing) if p == "of"]  # "recorded the arrival of 500"
    counted += children(verb, rel.OPEN_COMPLEMENT, rel.CLAUSAL_COMPLEMENT)  # "counted as many as 15,000 crossing"
    return lemma in TALLYING and any(_is_number(t) for t in counted)


def _is_number(noun: "Token") -> bool:
    return noun.like_num or child(noun, rel.NUMBER) is not None
