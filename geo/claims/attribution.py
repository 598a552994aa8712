"""Who speaks in the clause that a word stands in, as far as its own sentence tells; ``voices`` looks further."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from geo.claims.words.speech import (
    COUNTING,
    DOCUMENTS,
    MEDIUM,
    NUMBERS,
    PERSONS,
    QUOTING,
    SAYING,
    SHOWING,
    TALLIES,
    TALLYING,
)
from geo.grammar import child, children, is_verb, objects, phrase, subject, words
from geo.grammar import relations as rel

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_RELATIVE = frozenset("who which that".split())
_OWN_CLAUSES = frozenset("as when while after before because since if unless although though until".split())
_MISTAKEN = (rel.COMPOUND, rel.ADJECTIVE)
_TOLD = frozenset("report claim estimate".split())
_CARRYING = frozenset("quote cite carry publish report release".split())
_ASIDES = (rel.PARATAXIS, rel.CONJUNCT, rel.UNKNOWN)
_COMMAS = frozenset(",;-–—\"”’'")
_CLAIMED = frozenset("life victim".split())
_NOUNS = ("NOUN", "PROPN")
_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART")
_IN_NAMES = (*_NOMINAL, "ADP", "CCONJ", "PUNCT")
_FINITE = ("VBD", "VBZ", "VBP")
_AGENTS = (("by",), ("by", "with"))


@dataclass(frozen=True, slots=True)
class Source:
    """The noun of who speaks, the nouns of those whom the speaker cites, and the word that says so."""

    speaker: "Token"
    cited: tuple["Token", ...]
    word: "Token"


def sources_of(token: "Token") -> Iterator[Source]:
    """The sources of the clause that ``token`` stands in, nearest first."""
    below, counted = token, list[Source]()
    for verb in (above for above in token.ancestors if is_verb(above) or _is_verb_at_the_end(above)):
        for part in children(verb, rel.PREPOSITION):
            yield from _according(part)
        for aside in children(verb, *_ASIDES):  # "5,000 fled, residents said, and others hid"
            if aside.dep_ == rel.PARATAXIS or _is_aside(aside):
                yield from _of_verb(aside)
        if verb.lemma_.lower() in TALLYING:  # "an official said Greece had registered 500": the official, not Greece
            counted += _of_verb(verb)
        elif not _is_beside(below, verb) and not _is_doer(token, verb):
            yield from _of_verb(verb)
        below = verb
    yield from _of_claim(token)
    yield from counted


def sources_in(sentence: "Tokens") -> Iterator[Source]:
    """Whoever speaks in ``sentence``, in reading order."""
    for token in sentence:
        if is_verb(token) or _is_verb_at_the_end(token):
            yield from _of_verb(token)
        elif token.dep_ == rel.PREPOSITION:
            yield from _according(token)


def named(noun: "Token") -> str:
    """The source as printed; a news medium by its name alone ("the news agency Example" is Example)."""
    parts = phrase(noun)
    if noun.dep_ in _MISTAKEN and noun.i == noun.head.i - 1 and is_verb(noun.head):
        parts = [t for t in noun.head.lefts if t.dep_ in (rel.DETERMINER, *_MISTAKEN)]
    after = list(takewhile(lambda t: t.pos_ == "PROPN", noun.doc[noun.i + 1 :]))
    if noun.lemma_.lower() in MEDIUM and after:  # however the parse hangs the name, it stands right after
        parts = after
    elif any(t.lower_ in MEDIUM - {"agency"} for t in parts):
        parts = _proper(parts)
    elif after and child(noun, rel.APPOSITION) is not None and (noun.pos_ == "NOUN" or noun.lemma_.lower() in PERSONS):
        parts += after  # "its spokesman Jean Example", "Captain Jean Example": the name is no aside
    elif (name := child(noun, rel.APPOSITION)) is not None and name.pos_ == "PROPN" and parts[0].tag_ == "PRP$":
        parts = phrase(name)  # "Their spokesman, Jean Example, said"
    return words([t for t in parts if not (t.dep_ == rel.CASE and t.head == noun)])


def _proper(parts: list["Token"]) -> list["Token"]:
    """The name within a medium's phrase ("the Example news agency"); all of it where no name stands there."""
    return [t for t in parts if t.pos_ == "PROPN" and t.lower_ not in MEDIUM] or parts


def _of_verb(verb: "Token") -> Iterator[Source]:
    lemma = verb.lemma_.lower()
    if lemma in QUOTING:
        yield from _of_quotation(verb)
        return
    if verb.dep_ == rel.PREPOSITION_COMPLEMENT and verb.head.head.lemma_.lower() in QUOTING:  # "quoted her as saying"
        return
    speaker = child(verb, rel.SUBJECT) or (
        subject(verb) if verb.dep_ in (rel.CONJUNCT, rel.PREPOSITION_COMPLEMENT, rel.ADVERBIAL_CLAUSE) else None
    )
    if speaker is not None and speaker.lower_ in _RELATIVE:
        speaker = subject(verb)
    elif speaker is not None:
        speaker = _nearest(speaker, verb)
    shows = speaker is not None and lemma in SHOWING and speaker.lemma_.lower() in DOCUMENTS
    if speaker is None and lemma in SAYING:
        speaker = (_before(verb) if child(verb, rel.CLAUSAL_COMPLEMENT) is not None else None) or _beside(verb)
    if lemma not in SAYING and not shows and not _counts(verb):
        return
    if lemma == "add" and any(p == "to" for p, _ in objects(verb)):  # "90,000 fled, adding to those before"
        return
    if lemma == "claim" and any(t.lemma_.lower() in _CLAIMED for t in children(verb, rel.OBJECT)):  # "claimed 10 lives"
        return
    if any(t.lower_ == "with" for t in children(verb, rel.MARKER)):  # "with Italy expected to send 3,000"
        return
    passive = lemma in TALLYING and child(verb, rel.PASSIVE_SUBJECT) is not None
    if speaker is not None and not passive:
        yield from _from(speaker, verb, _cited(verb))
    elif (agent := next((t for p, t in objects(verb) if p in _AGENTS[passive]), None)) is not None:
        yield Source(agent, (), verb)


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
    return lemma in TALLYING and any(_is_number(t) for t in counted)


def _is_number(noun: "Token") -> bool:
    return noun.like_num or child(noun, rel.NUMBER) is not None


def _is_aside(verb: "Token") -> bool:
    """Whether a verb of saying stands between commas or last in what it tells: "5,000 fled, a nurse told reporters"."""
    if (
        verb.lemma_.lower() not in SAYING
        or not is_verb(verb)
        or child(verb, rel.CLAUSAL_COMPLEMENT, rel.CONJUNCTION) is not None
    ):
        return False
    speaker = child(verb, rel.SUBJECT) or _beside(verb)
    first = min((t.i for t in phrase(speaker, clauses=True)), default=verb.i) if speaker is not None else verb.i
    return speaker is not None and verb.head.i < first and verb.doc[first - 1].text in _COMMAS


def _is_verb_at_the_end(token: "Token") -> bool:
    """Whether the tagger took a verb for a noun: "..., the agency reports." """
    return token.pos_ == "NOUN" and token.lemma_.lower() in SAYING and token.dep_ == rel.ROOT and (
        child(token, rel.CLAUSAL_COMPLEMENT) is not None
    )  # fmt: skip


def _beside(verb: "Token") -> "Token | None":
    """The noun right before or after a verb of saying that stands between commas, however the parse hangs them."""
    doc, start, end = verb.doc, verb.sent.start, verb.sent.end
    if verb.tag_ not in _FINITE:  # "..., saying refugees, mostly women, had fled"
        return None
    left = verb.i - 1
    while left > start and doc[left].pos_ == "ADV":
        left -= 1
    first = left
    while first > start and doc[first - 1].pos_ in _NOMINAL:
        first -= 1
    if left >= start and doc[left].pos_ in _NOUNS and doc[first - 1].text in _COMMAS and first > start:
        return doc[left]
    if (head := _between_commas(verb)) is not None:
        return head
    last = verb.i
    while last + 1 < end and doc[last + 1].pos_ in _NOMINAL:
        last += 1
    closes = last + 1 >= end or doc[last + 1].text in _COMMAS or doc[last + 1].is_punct
    opens = verb.i > start and doc[verb.i - 1].text in _COMMAS
    return doc[last] if last > verb.i and opens and closes and doc[last].pos_ in _NOUNS else None


def _before(verb: "Token") -> "Token | None":
    """The speaker of ", the UN estimates", which the parse takes for a noun of the verb's own phrase."""
    return next(
        (t for t in children(verb, *_MISTAKEN) if t.i == verb.i - 1 and t.pos_ in ("NOUN", "PROPN", "ADJ")), None
    )


def _between_commas(verb: "Token") -> "Token | None":
    """The head of a name that fills what stands between a comma and ``verb``: ", the Organisation for X (OX) said"."""
    doc, start = verb.doc, verb.sent.start
    first = verb.i
    while first - 1 > start and doc[first - 1].pos_ in _IN_NAMES and doc[first - 1].text not in _COMMAS:
        first -= 1
    if first >= verb.i - 1 or doc[first - 1].text not in _COMMAS or first - 1 <= start:
        return None
    inside = range(first, verb.i)
    return next((doc[i] for i in inside if doc[i].pos_ in _NOUNS and doc[i].head.i not in inside), None)


def _nearest(speaker: "Token", verb: "Token") -> "Token":
    """Of two subjects of a parenthesis ("The army, its spokesman said, has sent") the one beside the verb.

    A dateline ("CITY, Country (AP) - The ministry said") is often parsed as the subject: the noun after it is meant.
    """
    doers = list(children(verb, rel.SUBJECT)) or [speaker]
    after = [t for t in children(speaker, rel.APPOSITION) if speaker.text.isupper() and t.i > speaker.i]
    return doers[-1] if doers[-1] != speaker or not after else after[-1]


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


def _according(part: "Token") -> Iterator[Source]:
    """ "According to X", "according to X, quoted by Y", "by X's count"."""
    if part.lower_ == "according":
        for to in children(part, rel.PREPOSITION):
            for told in children(to, rel.PREPOSITION_OBJECT):
                quoters = [
                    t for c in children(told, rel.PARTICIPLE_CLAUSE) for p, t in objects(c) if p == "by" and _carries(c)
                ]
                if quoters and told.lemma_.lower() not in DOCUMENTS:
                    yield Source(quoters[0], (told,), part)
                else:
                    yield from _from(told, part, ())
    elif part.lower_ in ("by", "on", "per"):
        for tally in children(part, rel.PREPOSITION_OBJECT):
            owner = child(tally, rel.POSSESSOR, rel.COMPOUND)
            if owner is not None and owner.pos_ != "PRON" and tally.lemma_.lower() in TALLIES:
                yield Source(owner if owner.dep_ == rel.POSSESSOR else tally, (), part)


def _from(speaker: "Token", word: "Token", cited: tuple["Token", ...]) -> Iterator[Source]:
    """``speaker``, or whom a tally is from: "data from the ministry", "figures released by the ministry"."""
    if speaker.lemma_.lower() not in TALLIES:
        yield Source(speaker, cited, word)
        return
    makers = [t for p, t in objects(speaker) if p in ("from", "by")]
    makers += [
        t for clause in children(speaker, rel.PARTICIPLE_CLAUSE) for p, t in objects(clause) if p in ("by", "from")
    ]
    owner = child(speaker, rel.POSSESSOR)
    yield Source(makers[0] if makers else owner if owner is not None and owner.pos_ != "PRON" else speaker, cited, word)


def _of_claim(token: "Token") -> Iterator[Source]:
    """ "Khartoum's claim that", "made the claim that", "reports by aid workers that", "people the UN has counted"."""
    for clause in children(token, rel.RELATIVE_CLAUSE, rel.PARTICIPLE_CLAUSE):
        if clause.lemma_.lower() in TALLYING:
            yield from _of_verb(clause)
    told = next((t for t in token.ancestors if t.lemma_.lower() in _TOLD and t.pos_ == "NOUN"), None)
    makers = [t for p, t in objects(told) if p in ("by", "from")] if told is not None else []
    if (
        told is not None
        and makers
        and any(t.dep_ in (rel.PARTICIPLE_CLAUSE, rel.CLAUSAL_COMPLEMENT, rel.RELATIVE_CLAUSE) for t in told.children)
    ):
        yield Source(makers[0], (), told)
    claim = next((t for t in token.ancestors if t.lemma_.lower() == "claim" and t.pos_ == "NOUN"), None)
    if claim is not None:
        doers = (child(t, rel.SUBJECT) for t in claim.ancestors if is_verb(t))
        claimant = child(claim, rel.POSSESSOR) or next((doer for doer in doers if doer is not None), None)
        if claimant is not None:
            yield Source(claimant, (), claim)


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


def _carries(clause: "Token") -> bool:
    return clause.lemma_.lower() in _CARRYING and clause.tag_ == "VBN"


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
