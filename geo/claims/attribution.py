"""Who speaks in the clause that a word stands in, as far as its own sentence tells; ``voices`` looks further."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.claims.documents import according, from_whom, of_claim
from geo.claims.source import Source
from geo.claims.surface import before, closes_quotation, beside, is_aside, is_verb_at_the_end, nearest
from geo.grammar import child, children, is_verb, objects, subject
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import COUNTING, DOCUMENTS, NUMBERS, QUOTING, SAYING, SHOWING, TALLYING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_RELATIVE = sense("attribution: relative")
_OWN_CLAUSES = sense("attribution: own clauses")
_CLAIMED = sense("attribution: claimed")
_KEEPING_SILENT = sense("attribution: keeping silent")
_DONE_TO_PEOPLE = sense("attribution: done to people")
_ACCUSING = sense("attribution: accusing")
_WITH_CLAUSE = sense("attribution: with a clause")
_AGENTS = sense("attribution: agents")
_SHARING = (rel.CONJUNCT, rel.PREPOSITION_COMPLEMENT, rel.ADVERBIAL_CLAUSE, rel.OPEN_COMPLEMENT)
_REACH = 12
"""Words after "accused" in which what somebody is accused of begins."""
_ASIDES = (rel.PARATAXIS, rel.CONJUNCT, rel.UNKNOWN)


def sources_of(token: "Token") -> Iterator[Source]:
    """The sources of the clause that ``token`` stands in, nearest first."""
    below, counted = token, list[Source]()
    for verb in (above for above in token.ancestors if is_verb(above) or is_verb_at_the_end(above)):
        for part in children(verb, rel.PREPOSITION):
            yield from according(part)
        for aside in children(verb, *_ASIDES):  # "5,000 fled, residents said, and others hid"
            if aside.dep_ == rel.PARATAXIS or is_aside(aside):
                yield from _of_verb(aside)
        for aside in children(verb, rel.ADVERBIAL_CLAUSE):
            if _is_as_told(aside):
                yield from _of_verb(aside)
        if verb.lemma_.lower() in TALLYING:  # "an official said Greece had registered 500": the official, not Greece
            counted += _of_verb(verb)
        elif not _is_beside(below, verb) and not _is_doer(token, verb) and not _is_of_the_next(token, verb):
            yield from _of_verb(verb)
        below = verb
    for clause in children(token, rel.RELATIVE_CLAUSE, rel.PARTICIPLE_CLAUSE):
        if clause.lemma_.lower() in TALLYING:
            yield from _of_verb(clause)
            counter = child(clause, rel.SUBJECT)
            if counter is not None and counter.pos_ != "PRON" and child(clause, rel.OBJECT) is None:
                yield Source(counter, (), clause)
    yield from of_claim(token)
    yield from counted


def sources_in(sentence: "Tokens") -> Iterator[Source]:
    """Whoever speaks in ``sentence``, in reading order."""
    for token in sentence:
        if is_verb(token) or is_verb_at_the_end(token):
            yield from _of_verb(token)
        elif token.dep_ == rel.PREPOSITION:
            yield from according(token)


def _of_verb(verb: "Token") -> Iterator[Source]:
    lemma = verb.lemma_.lower()
    if lemma in QUOTING:
        yield from _of_quotation(verb)
        return
    if verb.dep_ == rel.PREPOSITION_COMPLEMENT and verb.head.head.lemma_.lower() in QUOTING:  # "quoted her as saying"
        return
    speaker = child(verb, rel.SUBJECT) or (subject(verb) if verb.dep_ in _SHARING else None)
    if speaker is None and verb.dep_ == rel.PARTICIPLE_CLAUSE and verb.head.lemma_.lower() in DOCUMENTS:
        speaker = _publisher(verb.head)  # "issued a statement saying"
    if speaker is not None and speaker.lower_ in _RELATIVE:
        speaker = subject(verb)
    elif speaker is not None:
        speaker = nearest(speaker, verb)
    shows = speaker is not None and lemma in SHOWING and speaker.lemma_.lower() in DOCUMENTS
    if speaker is None and lemma in SAYING:
        speaker = (before(verb) if child(verb, rel.CLAUSAL_COMPLEMENT) is not None else None) or beside(verb)
    if (
        lemma not in SAYING
        and not shows
        and not _counts(verb)
        and not _accuses(verb)
        and not _finds(verb)
        and not closes_quotation(verb)
    ):
        return
    if _says_nothing(verb) or (speaker is not None and _is_no_voice(speaker, verb)):
        return
    passive = lemma in TALLYING and child(verb, rel.PASSIVE_SUBJECT) is not None
    if speaker is not None and not passive:
        yield from from_whom(speaker, verb, _cited(verb))
    elif (agent := _agent(verb)) is not None:
        yield Source(agent, (), verb)


def _agent(verb: "Token") -> "Token | None":
    """Who says so in the passive: "was estimated by the ministry"; right after it also "registered with the agency"."""
    return next(
        (
            target
            for preposition, target in objects(verb)
            if preposition in _AGENTS
            or (verb.lemma_.lower() in TALLYING and verb.nbor().lower_ == preposition == "with")
        ),
        None,
    )


def _publisher(document: "Token") -> "Token":
    """Who issues ``document``; itself where nobody does."""
    above = document.head
    issuer = subject(above) if document.dep_ == rel.OBJECT and is_verb(above) else None
    return issuer if issuer is not None else document


def _says_nothing(verb: "Token") -> bool:
    """Whether a verb of saying tells of something else, or says that nothing was said ("did not say that")."""
    lemma = verb.lemma_.lower()
    unsaid = child(verb, rel.NEGATION) is not None or (
        verb.dep_ == rel.OPEN_COMPLEMENT and verb.head.lemma_.lower() in _KEEPING_SILENT
    )
    if unsaid and lemma in SAYING:
        return True
    if lemma == "add" and any(p == "to" for p, _ in objects(verb)):  # "90,000 fled, adding to those before"
        return True
    if any(t.lower_ == "with" for t in children(verb, rel.MARKER)):  # "with Italy expected to send 3,000"
        return True
    if verb.lower_ == "told" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "to":  # "1,000 told to leave"
        return True
    things = list(children(verb, rel.OBJECT))
    if lemma == "claim" and any(t.lemma_.lower() in _CLAIMED for t in things):  # "claimed 10 lives"
        return True
    return lemma in _DONE_TO_PEOPLE and any(_is_number(t) and not _is_told(verb, t) for t in things)


def _is_told(verb: "Token", thing: "Token") -> bool:
    """Whether somebody else stands before ``thing``: "told us of 500"."""
    return any(t.pos_ == "PRON" for t in verb.doc[verb.i + 1 : thing.left_edge.i])


def _is_no_voice(speaker: "Token", verb: "Token") -> bool:
    """Whether what stands as the subject is a mere number ("5,000 of whom") or part of an idiom ("all told")."""
    return (speaker.pos_ == "NUM" and speaker.lower_ != "one") or (speaker.lower_, verb.lower_) == ("all", "told")


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
    counted += children(verb, rel.OPEN_COMPLEMENT, rel.CLAUSAL_COMPLEMENT)  # "counted as many as 15,000 crossing"
    return lemma in TALLYING and any(_is_number(t) for t in counted)


def _is_number(noun: "Token") -> bool:
    return noun.like_num or child(noun, rel.NUMBER) is not None


def _of_quotation(verb: "Token") -> Iterator[Source]:
    """ "X quoted Y as saying", "Y was quoted by X as saying", "X, citing Y, said" (told by the verb above)."""
    quoter, quoted = child(verb, rel.SUBJECT), child(verb, rel.OBJECT)
    if (whom := child(verb, rel.PASSIVE_SUBJECT)) is not None:
        quoter, quoted = next((t for p, t in objects(verb) if p == "by"), None), whom
    if quoter is not None and quoted is not None:
        yield Source(quoter, (quoted,), verb)
    elif quoted is not None and verb.dep_ != rel.ADVERBIAL_CLAUSE and (verb.head != verb or _is_spoken(verb)):
        yield Source(quoted, (), verb)


def _is_spoken(verb: "Token") -> bool:
    """Whether what is quoted follows: "was quoted as saying", "has been cited as putting"."""
    return any(
        t.lower_ == "as" and child(t, rel.PREPOSITION_COMPLEMENT) is not None for t in children(verb, rel.PREPOSITION)
    )


def _cited(verb: "Token") -> tuple["Token", ...]:
    """Whom "X reported, citing Y" cites, also where the parse hangs "citing" on what is reported."""
    near = [verb, *children(verb, rel.CLAUSAL_COMPLEMENT, rel.ADVERBIAL_CLAUSE)]
    return tuple(
        target
        for above in near
        for clause in children(above, rel.ADVERBIAL_CLAUSE, rel.PARTICIPLE_CLAUSE, rel.OPEN_COMPLEMENT, rel.PREPOSITION)
        if clause.lemma_.lower() in QUOTING and clause.tag_ == "VBG"
        for target in children(clause, rel.OBJECT, rel.PREPOSITION_OBJECT)
    )


def _is_doer(token: "Token", verb: "Token") -> bool:
    """True where ``token`` is the one who speaks: "500 soldiers said"."""
    return any(speaker == token or speaker.is_ancestor(token) for speaker in children(verb, rel.SUBJECT))


def _is_beside(clause: "Token", verb: "Token") -> bool:
    """True where ``clause`` only goes with the saying: "said little as 400 soldiers withdrew"."""
    opens = [t.lower_ for t in clause.children if t.dep_ in (rel.MARKER, rel.ADVERB)]
    beside = (clause.dep_ == rel.CLAUSAL_COMPLEMENT and clause.i > verb.i) or (
        clause.dep_ == rel.ADVERBIAL_CLAUSE and child(verb, rel.CLAUSAL_COMPLEMENT) is None
    )
    return beside and any(word in _OWN_CLAUSES for word in opens)


def _is_of_the_next(token: "Token", verb: "Token") -> bool:
    """True before a semicolon that ``verb`` stands after: "500 stayed; the mayor said 300 left", but in no list."""
    marks = [t for t in token.doc[token.i : verb.i] if t.text == ";"]
    return len(marks) == 1 and verb.left_edge.i <= marks[0].i


def _is_as_told(clause: "Token") -> bool:
    """True for ", as activists assert": a verb of saying without anything else that it says."""
    return (
        clause.lemma_.lower() in SAYING
        and any(t.lower_ == "as" for t in children(clause, rel.MARKER))
        and child(clause, rel.CLAUSAL_COMPLEMENT, rel.OBJECT, rel.OPEN_COMPLEMENT) is None
    )
