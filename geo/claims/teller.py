"""Who the doer of a verb of saying is, also where the parse hangs him elsewhere; whether it says so: ``saying``."""

from typing import TYPE_CHECKING

from geo.claims.surface import after_a_mark, before, beside, between_marks, named_apart, nearest, right_before
from geo.grammar import child, children, is_verb, objects, subject
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import SAYING, TALLYING

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = sense("teller: relative")
_ANNOUNCEMENTS = sense("teller: announcements")
_AGENTS = sense("teller: agents")
_SHARING = (rel.CONJUNCT, rel.PREPOSITION_COMPLEMENT, rel.ADVERBIAL_CLAUSE, rel.OPEN_COMPLEMENT)
_TIMES = ("DATE", "TIME")


def teller(verb: "Token") -> "Token | None":
    """Who does what ``verb`` tells."""
    saying = verb.lemma_.lower() in SAYING
    apart = _apart(verb) if saying else None
    if apart is not None and apart.lower_ not in _RELATIVE:
        return apart
    speaker = child(verb, rel.SUBJECT) or (_unparsed(verb) if saying else None)
    if speaker is None and verb.dep_ in _SHARING:
        speaker = subject(verb)
    if speaker is None and verb.dep_ == rel.PARTICIPLE_CLAUSE:
        speaker = _of_participle(verb)
    if speaker is not None and speaker.lower_ in _RELATIVE:
        speaker = subject(verb)
    elif speaker is not None:
        speaker = nearest(speaker, verb)
    if speaker is None and saying:
        speaker = (before(verb) if child(verb, rel.CLAUSAL_COMPLEMENT) is not None else None) or beside(verb)
        speaker = speaker or right_before(verb)
    return speaker


def _unparsed(verb: "Token") -> "Token | None":
    """Who says so where the parse gives ``verb`` no doer and hangs it on what is told."""
    going_on = _goes_on(verb) if verb.dep_ == rel.CONJUNCT else None
    if going_on is not None or not _stands_apart(verb):
        return going_on
    return beside(verb)  # "..., the paper reported, citing": no clause of who does the rest


def _of_participle(verb: "Token") -> "Token | None":
    """Who said it in "issued a statement saying" and "the agency, a charity, estimated that"."""
    if verb.head.lemma_.lower() in _ANNOUNCEMENTS:
        return _publisher(verb.head)
    told = child(verb, rel.CLAUSAL_COMPLEMENT)
    is_finite = verb.tag_ == "VBN" and verb.lemma_.lower() in SAYING
    return verb.head if is_finite and told is not None and told.i > verb.i else None


def _stands_apart(verb: "Token") -> bool:
    """Whether the parse only hung ``verb`` on what it tells: no "and" joins it."""
    joined = verb.dep_ == rel.CONJUNCT and verb.i > 0 and verb.nbor(-1).dep_ != rel.CONJUNCTION
    return joined or verb.dep_ == rel.ADVERBIAL_CLAUSE


def _apart(verb: "Token") -> "Token | None":
    """Who says so as the marks tell, where the parse hangs that elsewhere: "Its force numbers 500, a farmer said"."""
    noun, doer = after_a_mark(verb) or between_marks(verb), child(verb, rel.SUBJECT)
    if noun is None or doer is None or noun.head == verb or noun in doer.conjuncts or noun.ent_type_ in _TIMES:
        return None if doer is None and noun is not None else named_apart(verb)
    is_cut_off = any(t.is_punct for t in verb.doc[doer.i : noun.i])  # and not "the abbot Jean Example said"
    return noun if is_cut_off and noun.i < verb.i and verb.nbor(-1).text != "," else named_apart(verb)


def _goes_on(verb: "Token") -> "Token | None":
    """Who said the first thing in "said flights would leave, but added that 500 waited", hung on what was said."""
    above = verb.head
    while above.dep_ in (rel.CONJUNCT, rel.CLAUSAL_COMPLEMENT) and above.lemma_.lower() not in SAYING:
        above = above.head
    is_saying = above.lemma_.lower() in SAYING and child(above, rel.CLAUSAL_COMPLEMENT) is not None
    return child(above, rel.SUBJECT) if is_saying else None


def _publisher(document: "Token") -> "Token":
    """Who issues ``document``; itself where nobody does."""
    above = document.head
    issuer = subject(above) if document.dep_ == rel.OBJECT and is_verb(above) else None
    return issuer if issuer is not None else document


def told_by(verb: "Token") -> "Token | None":
    """Who told it in ", as reported by the paper": a participle without a doer of its own."""
    if verb.tag_ != "VBN" or child(verb, rel.SUBJECT, rel.PASSIVE_SUBJECT) is not None:
        return None
    opened = any(t.lower_ == "as" and t.i == verb.i - 1 for t in children(verb, rel.MARKER))
    return next((target for preposition, target in objects(verb) if preposition in _AGENTS), None) if opened else None


def agent(verb: "Token") -> "Token | None":
    """Who says so in the passive: "was estimated by the ministry"; right after it also "registered with the agency"."""
    return next(
        (
            target
            for preposition, target in objects(verb)
            if (preposition in _AGENTS and target.ent_type_ not in _TIMES)  # "expected by December"
            or (preposition == "with" and target.head.i == verb.i + 1 and verb.lemma_.lower() in TALLYING)
        ),
        None,
    )
