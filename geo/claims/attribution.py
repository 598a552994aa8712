"""Who speaks in the clause that a word stands in, as far as its own sentence tells; ``voices`` looks further."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.documents import according, come_from, from_whom, of_claim
from geo.claims.saying import says
from geo.claims.source import Source
from geo.claims.surface import is_aside, is_verb_at_the_end
from geo.claims.teller import agent, teller, told_by
from geo.grammar import child, children, is_verb, objects
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import QUOTING, SAYING, SHOWING, TALLIES, TALLYING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_OWN_CLAUSES = sense("attribution: own clauses")
_EXPECTING = sense("attribution: expecting")
_PICTURES = sense("attribution: pictures")
_HEADED = sense("attribution: headed")
_MEANWHILE = sense("attribution: meanwhile")
_ABOUT = sense("attribution: about")
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
        yield from _told_on(token, verb)
        if _is_weak(verb) or come_from(verb) is not None:
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
        if token.lower_ in _HEADED and sentence[-1].text == ":":  # "Attributed to spokesman Jean Example:"
            yield from (Source(target, (), token) for preposition, target in objects(token) if preposition == "to")


def _of_verb(verb: "Token") -> Iterator[Source]:
    lemma = verb.lemma_.lower()
    if lemma in QUOTING:
        yield from _of_quotation(verb)
        return
    if (origin := come_from(verb)) is not None:
        yield Source(origin, (), verb)
        return
    if verb.dep_ == rel.PREPOSITION_COMPLEMENT and verb.head.head.lemma_.lower() in QUOTING:  # "quoted her as saying"
        return
    if lemma in SAYING and (by := told_by(verb)) is not None:
        yield Source(by, (), verb)
        return
    speaker = teller(verb)
    if not says(verb, speaker):
        return
    passive = lemma in TALLYING and child(verb, rel.PASSIVE_SUBJECT) is not None
    if speaker is not None and not passive:
        yield from from_whom(speaker, verb, _cited(verb))
    elif (by := agent(verb)) is not None:
        yield Source(by, (), verb)


def _of_quotation(verb: "Token") -> Iterator[Source]:
    """ "X quoted Y as saying", "Y was quoted by X as saying", "X, citing Y, said" (told by the verb above)."""
    quoter, quoted = child(verb, rel.SUBJECT), child(verb, rel.OBJECT)
    if (whom := child(verb, rel.PASSIVE_SUBJECT)) is not None:
        quoter, quoted = next((t for p, t in objects(verb) if p == "by"), None), whom
    if quoter is not None and quoted is not None:
        yield Source(quoter, tuple(_of_documents([quoted])), verb)
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
        for target in _of_documents(children(clause, rel.OBJECT, rel.PREPOSITION_OBJECT))
    )


def _of_documents(cited: Iterable["Token"]) -> Iterator["Token"]:
    """Whoever is cited; of "citing figures from the ministry" the ministry, of "citing a low figure" nobody."""
    for told in cited:
        of_whom = (source.speaker for source in from_whom(told, told, ()))
        yield from (it for it in of_whom if it.lemma_.lower() not in TALLIES)


def _told_on(token: "Token", verb: "Token") -> Iterator[Source]:
    """Who said it where ``verb`` only closes what he said: "the mayor said 500 had left, the paper reported"."""
    doer, said = child(verb, rel.SUBJECT), verb.head
    if verb.dep_ != rel.CLAUSAL_COMPLEMENT or doer is None or said.lemma_.lower() not in SAYING:
        return
    first = doer.left_edge.i
    if said.i < token.i < first and verb.i > first and verb.doc[first - 1].text == ",":
        yield from _of_verb(said)


def _is_doer(token: "Token", verb: "Token") -> bool:
    """True where ``token`` is the one who speaks: "500 soldiers said"."""
    return any(speaker == token or speaker.is_ancestor(token) for speaker in children(verb, rel.SUBJECT))


def _is_weak(verb: "Token") -> bool:
    """Whether whoever else speaks is meant before the doer of ``verb``: "an official said Greece had registered 500".

    So it is where pictures tell it, which others have read ("images show 500 soldiers, analysts say").
    """
    if verb.lemma_.lower() in TALLYING | _EXPECTING:
        return True
    return verb.lemma_.lower() in SHOWING and any(t.lemma_.lower() in _PICTURES for t in children(verb, rel.SUBJECT))


def _is_beside(clause: "Token", verb: "Token") -> bool:
    """True where ``clause`` only goes with the saying: "said little as 400 soldiers withdrew"."""
    opens = [t.lower_ for t in clause.children if t.dep_ in (rel.MARKER, rel.ADVERB)]
    beside = (clause.dep_ == rel.CLAUSAL_COMPLEMENT and clause.i > verb.i) or (
        clause.dep_ == rel.ADVERBIAL_CLAUSE and child(verb, rel.CLAUSAL_COMPLEMENT) is None
    )
    return beside and any(word in _OWN_CLAUSES for word in opens)


def _is_also_done(clause: "Token", verb: "Token") -> bool:
    """True where whoever warned also does what ``clause`` tells: "warned sailors and evacuated 500"; so where others do
    it, "announced a deadline, but 500 stayed"."""
    others = child(clause, rel.SUBJECT, rel.PASSIVE_SUBJECT)
    return (
        clause.dep_ == rel.CONJUNCT
        and clause.head == verb
        and clause.lemma_.lower() not in SAYING
        and (clause.tag_ == verb.tag_ if others is None else clause.left_edge.nbor(-2).text == ",")
        and child(verb, rel.CLAUSAL_COMPLEMENT) is None
        and child(verb, rel.OBJECT) is not None
    )


def _is_of_the_next(token: "Token", verb: "Token") -> bool:
    """True before a semicolon that ``verb`` stands after: "500 stayed; the mayor said 300 left", but in no list."""
    marks = [t for t in token.doc[token.i : verb.i] if t.text == ";"]
    return len(marks) == 1 and verb.left_edge.i <= marks[0].i


def _is_as_told(clause: "Token") -> bool:
    """True for ", as activists assert": a verb of saying without anything else that it says ("as the UN warns of rain")
    and not "even as" or "just as", which only tells what is done at the time."""
    opening = next((t for t in children(clause, rel.MARKER) if t.lower_ == "as"), None)
    return (
        clause.lemma_.lower() in SAYING
        and opening is not None
        and not (opening.i and opening.nbor(-1).lower_ in _MEANWHILE)
        and not any(preposition in _ABOUT for preposition, _ in objects(clause))
        and child(clause, rel.CLAUSAL_COMPLEMENT, rel.OBJECT, rel.OPEN_COMPLEMENT) is None
    )
