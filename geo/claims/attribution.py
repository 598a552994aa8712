"""Who speaks in the clause that a word stands in, as far as its own sentence tells; ``voices`` looks further."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.documents import according, from_whom, of_claim
from geo.claims.saying import says
from geo.claims.source import Source
from geo.claims.surface import after_a_mark, before, beside, between_marks, is_aside, is_verb_at_the_end, named_apart, nearest, right_before
from geo.grammar import child, children, is_verb, objects, subject
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import QUOTING, SAYING, TALLYING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_RELATIVE = sense("attribution: relative")
_OWN_CLAUSES = sense("attribution: own clauses")
_ANNOUNCEMENTS = sense("attribution: announcements")
_EXPECTING = sense("attribution: expecting")
_AGENTS = sense("attribution: agents")
_SHARING = (rel.CONJUNCT, rel.PREPOSITION_COMPLEMENT, rel.ADVERBIAL_CLAUSE, rel.OPEN_COMPLEMENT)
_TIMES = ("DATE", "TIME")
_ASIDES = (rel.PARATAXIS, rel.CONJUNCT, rel.UNKNOWN)


def sources_of(token: "Token") -> Iterator[Source]:
    """The sources of the clause that ``token`` stands in, nearest first."""
    below, counted = token, list[Source]()
    for verb in (above for above in token.ancestors if is_verb(above) or is_verb_at_the_end(above)):
        for part in children(verb, rel.PREPOSITION):
            for source in according(part):
                yield _citing(source, verb)
        for aside in children(verb, *_ASIDES):  # "5,000 fled, residents said, and others hid"
            if aside.dep_ == rel.PARATAXIS or is_aside(aside):
                yield from _of_verb(aside)
        for aside in children(verb, rel.ADVERBIAL_CLAUSE):
            if _is_as_told(aside):
                yield from _of_verb(aside)
        if (
            verb.lemma_.lower() in TALLYING | _EXPECTING
        ):  # "an official said Greece had registered 500": the official, not Greece
            counted += _of_verb(verb)
        elif not (
            _is_beside(below, verb)
            or _is_doer(token, verb)
            or _is_of_the_next(token, verb)
            or _is_also_done(below, verb)
        ):
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


def _citing(source: Source, verb: "Token") -> Source:
    """ "500 fled, the mayor told them, according to the agency": the agency tells what the mayor said."""
    said = child(verb, rel.SUBJECT)
    if source.cited or source.word.lower_ != "according" or verb.lemma_.lower() not in SAYING or said is None:
        return source
    return source if said.pos_ == "PRON" or not says(verb, said) else replace(source, cited=(said,))


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
    if lemma in SAYING and (agent := _teller(verb)) is not None:
        yield Source(agent, (), verb)
        return
    apart = _apart(verb) if lemma in SAYING else None
    speaker = apart or child(verb, rel.SUBJECT)
    if speaker is None and lemma in SAYING and verb.dep_ == rel.CONJUNCT:
        speaker = _goes_on(verb)
    if speaker is None and lemma in SAYING and _stands_apart(verb):
        speaker = beside(verb)  # "..., the paper reported, citing": no clause of who does the rest
    if speaker is None and verb.dep_ in _SHARING:
        speaker = subject(verb)
    if speaker is None and verb.dep_ == rel.PARTICIPLE_CLAUSE and verb.head.lemma_.lower() in _ANNOUNCEMENTS:
        speaker = _publisher(verb.head)  # "issued a statement saying"
    if speaker is None and verb.dep_ == rel.PARTICIPLE_CLAUSE and verb.tag_ == "VBN" and lemma in SAYING:
        told = child(verb, rel.CLAUSAL_COMPLEMENT)
        speaker = verb.head if told is not None and told.i > verb.i else None  # "the agency, a charity, estimated that"
    if speaker is not None and speaker.lower_ in _RELATIVE:
        speaker = subject(verb)
    elif speaker is not None and apart is None:
        speaker = nearest(speaker, verb)
    if speaker is None and lemma in SAYING:
        speaker = (before(verb) if child(verb, rel.CLAUSAL_COMPLEMENT) is not None else None) or beside(verb)
        speaker = speaker or right_before(verb)
    if not says(verb, speaker):
        return
    passive = lemma in TALLYING and child(verb, rel.PASSIVE_SUBJECT) is not None
    if speaker is not None and not passive:
        yield from from_whom(speaker, verb, _cited(verb))
    elif (agent := _agent(verb)) is not None:
        yield Source(agent, (), verb)


def _stands_apart(verb: "Token") -> bool:
    """Whether the parse only hung ``verb`` on what it tells: no "and" joins it."""
    joined = verb.dep_ == rel.CONJUNCT and verb.i > 0 and verb.nbor(-1).dep_ != rel.CONJUNCTION
    return joined or verb.dep_ == rel.ADVERBIAL_CLAUSE


def _agent(verb: "Token") -> "Token | None":
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


def _apart(verb: "Token") -> "Token | None":
    """Who says so as the marks tell, where the parse hangs that elsewhere: "Its force numbers 500, a farmer said"."""
    noun, doer = after_a_mark(verb) or between_marks(verb), child(verb, rel.SUBJECT)
    if noun is None or doer is None or noun.head == verb or noun in doer.conjuncts or noun.ent_type_ in _TIMES:
        return named_apart(verb)
    return noun if doer.i < noun.i < verb.i and verb.nbor(-1).text != "," else named_apart(verb)


def _teller(verb: "Token") -> "Token | None":
    """Who told it in ", as reported by the paper": a participle without a doer of its own."""
    if verb.tag_ != "VBN" or child(verb, rel.SUBJECT, rel.PASSIVE_SUBJECT) is not None:
        return None
    opened = any(t.lower_ == "as" and t.i == verb.i - 1 for t in children(verb, rel.MARKER))
    return next((target for preposition, target in objects(verb) if preposition in _AGENTS), None) if opened else None


def _goes_on(verb: "Token") -> "Token | None":
    """Who said the first thing in "said flights would leave, but added that 500 waited", hung on what was said."""
    above = verb.head
    while above.dep_ in (rel.CONJUNCT, rel.CLAUSAL_COMPLEMENT) and above.lemma_.lower() not in SAYING:
        above = above.head
    return child(above, rel.SUBJECT) if above.lemma_.lower() in SAYING and child(above, rel.CLAUSAL_COMPLEMENT) else None


def _publisher(document: "Token") -> "Token":
    """Who issues ``document``; itself where nobody does."""
    above = document.head
    issuer = subject(above) if document.dep_ == rel.OBJECT and is_verb(above) else None
    return issuer if issuer is not None else document


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


def _is_also_done(clause: "Token", verb: "Token") -> bool:
    """True where whoever warned also does what ``clause`` tells: "warned sailors and evacuated 500", no "that" in it."""
    return (
        clause.dep_ == rel.CONJUNCT
        and clause.head == verb
        and clause.lemma_.lower() not in SAYING
        and clause.tag_ == verb.tag_
        and child(clause, rel.SUBJECT, rel.PASSIVE_SUBJECT) is None
        and child(verb, rel.CLAUSAL_COMPLEMENT) is None
        and child(verb, rel.OBJECT) is not None
    )


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
