"""Who said it, as the whole article tells: speakers named before ("he added"), quotations of several sentences.

A source that is a pronoun is looked for in the sentences before it, the nearest first, and stays unknown where two
could be meant. The outlet's own voice is None.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from geo.claims.attribution import sources_in, sources_of
from geo.claims.setting import Setting
from geo.claims.source import Source, named
from geo.grammar import child, is_verb, phrase
from geo.grammar import relations as rel
from geo.lexicon.speech import BODIES, NOMINATIVE, PERSONS, PRONOUNS
from geo.model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

Sentences = Sequence[tuple[Setting, "Tokens"]]

_REACH = 8
"""Sentences before "he said" in which he was named: two or three paragraphs of agency copy."""
_LAST = 6
"""Words at the end of a sentence that hold "an official told reporters"."""
_QUOTES = frozenset('"“”')
_SINGULAR = frozenset("he she".split())
_MANY = frozenset("many some most others several few".split())
_RELATIVE = frozenset("what which that who whom whose".split())


def attribution(token: "Token", at: int, sentences: Sentences) -> Attribution | None:
    """The source of the clause that ``token`` stands in, in sentence number ``at``."""
    sources = list(sources_of(token))
    spoken = next((s for s in sources if s.speaker.lower_ not in PRONOUNS), next(iter(sources), None))
    place = at
    if spoken is None:
        place, spoken = _of_quotation(token, at, sentences) or (
            at,
            _according(token, sentences[at][1]) or _closing(token, sentences[at][1]),
        )
    if spoken is None:
        return None
    return _attributed(spoken, place, sentences)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a sentence: where, and in the words of an attribution."""

    source: Source
    attribution: Attribution


def voices(at: int, sentences: Sentences) -> Iterator[Voice]:
    """Everybody who speaks in sentence number ``at``."""
    for source in sources_in(sentences[at][1]):
        found = _attributed(source, at, sentences)
        if found is not None:
            yield Voice(source, found)


def _attributed(source: Source, at: int, sentences: Sentences) -> Attribution | None:
    found = _meant(source.speaker, at, sentences)
    if found is None:
        return None
    where, speaker = found
    names = [_full_name(speaker, where, sentences), *map(named, source.cited)]
    return Attribution(tuple(names), sentences[where][0].span(phrase(speaker)))


def _according(token: "Token", sentence: "Tokens") -> Source | None:
    """Whom the sentence goes by ("according to X"), on whatever the parse hangs that; the nearest of several."""
    found = [source for source in sources_in(sentence) if source.word.dep_ == rel.PREPOSITION]
    return min(found, key=lambda source: abs(source.word.i - token.i), default=None)


def _closing(token: "Token", sentence: "Tokens") -> Source | None:
    """Who speaks in the last words of the sentence, where the text lost its commas: "500 had fled residents said"."""
    for source in sources_in(sentence[-_LAST:]):
        speaker, verb = source.speaker, source.word
        own = [*speaker.children, *verb.children]
        if (
            is_verb(verb)
            and token.i < speaker.i < verb.i
            and speaker.head == verb
            and verb.dep_ != rel.ADVERBIAL_CLAUSE
            and not any(t.lower_ in _RELATIVE for t in own)
            and not any(t.dep_ in (rel.CLAUSAL_COMPLEMENT, rel.OPEN_COMPLEMENT) and t.i > verb.i for t in own)
            and not any(t.text == ";" for t in verb.doc[token.i : verb.i])
        ):
            return source
    return None


def _meant(speaker: "Token", at: int, sentences: Sentences) -> tuple[int, "Token"] | None:
    """The noun that names the speaker: itself, or what a pronoun or "the ministry" stands for."""
    if speaker.lower_ in PRONOUNS:
        return _antecedent(NOMINATIVE.get(speaker.lower_, speaker.lower_), at, sentences)
    return _fuller(speaker, at, sentences) or (at, speaker)


def _antecedent(pronoun: str, at: int, sentences: Sentences) -> tuple[int, "Token"] | None:
    crowded = False
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        sentence = sentences[back][1]
        speakers = [noun for source in sources_in(sentence) for noun in (source.speaker, *source.cited)]
        fitting = [noun for noun in speakers if _fits(noun, pronoun) or (pronoun == "it" and _may_be_body(noun))]
        if (
            len(fitting) > 1 or pronoun == "they"
        ):  # "Abbo said he had told the mayor": the speaker of the sentence keeps the floor
            fitting = [noun for noun in fitting if noun.head == sentence.root] or fitting
        if fitting:
            return _meant(fitting[0], back, sentences) if len(set(fitting)) == 1 else None
        if crowded:
            continue
        doer = child(sentence.root, rel.SUBJECT, rel.PASSIVE_SUBJECT)
        others = [noun for noun in chain(speakers, [doer]) if noun is not None and noun.lower_ in _SINGULAR]
        if pronoun in _SINGULAR and any(noun.lower_ != pronoun for noun in others):
            return None
        people = [
            ent.root for ent in sentence.ents if ent.label_ == "PERSON" and sentences[back][0].mention(ent.root) is None
        ]
        if (
            doer is not None
            and pronoun != "they"
            and _fits(doer, pronoun)
            and not (pronoun in _SINGULAR and _others(people, doer))
        ):
            return _meant(doer, back, sentences)
        crowded = pronoun in _SINGULAR and bool(people)  # from here back only whoever speaks is meant
    return None


def _others(people: Sequence["Token"], doer: "Token") -> bool:
    """True where somebody is named beside ``doer``."""
    own = {t.i for t in phrase(doer, clauses=True)}
    return any(person.i not in own for person in people)


def _fits(noun: "Token", pronoun: str) -> bool:
    """Whether ``noun`` may be what ``pronoun`` means."""
    if noun.pos_ == "PRON":
        return False
    is_plural = (noun.tag_ in ("NNS", "NNPS") or noun.lower_ in _MANY) and noun.ent_type_ != "PERSON"
    titles = phrase(noun) if noun.pos_ == "PROPN" else [noun]
    is_person = noun.ent_type_ == "PERSON" or any(t.lemma_.lower() in PERSONS for t in titles)
    match pronoun:
        case "he" | "she":
            return is_person and not is_plural and _sex(noun) in (None, pronoun)
        case "it":
            return not is_plural and not is_person and (noun.ent_type_ in ("ORG", "GPE", "NORP") or _is_body(noun))
        case "they":
            return is_plural or child(noun, rel.CONJUNCT) is not None
    return False


def _may_be_body(noun: "Token") -> bool:
    """A speaker that is no person: "the border guard"."""
    return noun.tag_ in ("NN", "NNP") and noun.ent_type_ != "PERSON" and noun.lemma_.lower() not in PERSONS


def _is_body(noun: "Token") -> bool:
    return noun.lemma_.lower() in BODIES


def _sex(noun: "Token") -> str | None:
    """As far as the words tell: "spokeswoman", "Mr", "king"."""
    around = {t.lower_.rstrip(".") for t in phrase(noun, clauses=True)}
    if any(word.endswith("woman") for word in around) or around & {
        "mrs",
        "ms",
        "queen",
        "princess",
        "sister",
        "mother",
    }:
        return "she"
    if any(word.endswith("spokesman") for word in around) or around & {"mr", "king", "prince", "sheikh", "father"}:
        return "he"
    return None


def _fuller(speaker: "Token", at: int, sentences: Sentences) -> tuple[int, "Token"] | None:
    """ "The ministry", where just one ministry was named before: that one."""
    if [t.lower_ for t in phrase(speaker)] != ["the", speaker.lower_] or speaker.lemma_.lower() not in BODIES:
        return None
    before = [
        (back, noun)
        for back in range(at)
        for noun in sentences[back][1]
        if noun.lemma_.lower() == speaker.lemma_.lower()
        and noun.pos_ in ("NOUN", "PROPN")
        and any(child_.dep_ in (rel.POSSESSOR, rel.COMPOUND, rel.ADJECTIVE) for child_ in noun.children)
    ]
    return before[-1] if len({named(noun).lower() for _, noun in before}) == 1 else None


def _full_name(speaker: "Token", at: int, sentences: Sentences) -> str:
    """The source in words; of a bare family name the name that the article gave in full before."""
    words = named(speaker)
    if speaker.pos_ != "PROPN" or len(phrase(speaker)) > 1:
        return words
    for back in range(at):
        for ent in sentences[back][1].ents:
            if ent.label_ == "PERSON" and len(ent) > 1 and ent[-1].text == speaker.text:
                return ent.text
    return words


def _of_quotation(token: "Token", at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """Who is quoted, where ``token`` stands between quotation marks and its own clause does not say."""
    doc = sentences[at][1].doc
    quotation = next((q for q in _quotations(doc) if q[0] <= token.i < q[1]), None)
    if quotation is None:
        return None
    here = [i for i in range(len(sentences)) if sentences[i][1].doc is doc]
    after = [i for i in here if sentences[i][1].start < quotation[1] + 1 <= sentences[i][1].end]
    before = [i for i in reversed(here) if sentences[i][1].start <= quotation[0]]
    for i in chain(after, before, reversed(range(max(0, here[0] - 2), here[0]))):
        if here[0] > i and not any(t.text in _QUOTES for t in sentences[i][1].doc):
            return None
        for source in sources_in(sentences[i][1]):
            if sentences[i][1].doc is not doc or not quotation[0] <= source.word.i < quotation[1]:
                return i, source
    return None


def _quotations(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Token indices of the opening and the closing mark; to the end where a paragraph leaves it open."""
    opened: int | None = None
    for token in doc:
        if token.text in _QUOTES:
            if opened is None:
                opened = token.i
            else:
                yield opened, token.i
                opened = None
    if opened is not None:
        yield opened, len(doc)
