"""Who said it, as the whole article tells: speakers named before ("he added"), quotations of several sentences.

The outlet's own voice is None.
"""

from itertools import takewhile
from typing import TYPE_CHECKING

from geo.claims.anaphora import full_name, meant
from geo.claims.attribution import sources_in, sources_of
from geo.claims.beside import spoken_beside
from geo.claims.quotation import of_quotation
from geo.claims.sentences import Sentences
from geo.claims.source import Source, named
from geo.grammar import child, is_verb, phrase
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.lexicon.speech import PRONOUNS
from geo.model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LAST = 6
"""Words at the end of a sentence that hold "an official told reporters"."""
_RELATIVE = sense("voices: relative")
_OF_A_PERSON = sense("voices: of a person")
_FIRST = sense("voices: first person")
_TELLING = ("VBD", "VBZ", "VBP", "NNS")
_MARKS = frozenset(',"”’–—')


def attribution(token: "Token", at: int, sentences: Sentences) -> Attribution | None:
    """The source of the clause that ``token`` stands in, in sentence number ``at``."""
    sources = [source for source in sources_of(token) if not _is_first_person(source.speaker)]
    spoken = next((s for s in sources if _is_named(s.speaker)), next(iter(sources), None))
    place = at
    if spoken is None:
        here = (
            _according(token, sentences[at][1]) or _aside(token, sentences[at][1]) or _closing(token, sentences[at][1])
        )
        place, spoken = of_quotation(token, at, sentences) or (at, here)
    if spoken is None:
        place, spoken = spoken_beside(token, at, sentences) or (at, None)
    if spoken is None:
        return None
    others = (source for source in sources if source is not spoken)  # "the agency has counted 500, he said": who is he?
    found = (_attributed(source, where, sentences) for source, where in [(spoken, place), *((s, at) for s in others)])
    return next((source for source in found if source is not None), None)


def _is_named(speaker: "Token") -> bool:
    """No pronoun, nor "his agency", whose owner says so as well."""
    owner = child(speaker, rel.POSSESSOR)
    return speaker.lower_ not in PRONOUNS and (owner is None or owner.lower_ not in _OF_A_PERSON)


def _is_first_person(speaker: "Token") -> bool:
    """Whether only a quotation's own speaker is meant: "we", "our estimates"."""
    owner = child(speaker, rel.POSSESSOR)
    return speaker.lower_ in _FIRST or (owner is not None and owner.lower_ in _FIRST)


def _attributed(source: Source, at: int, sentences: Sentences) -> Attribution | None:
    found = meant(source.speaker, at, sentences)
    if found is None:
        return None
    where, speaker = found
    names = [full_name(speaker, where, sentences), *map(named, source.cited)]
    return Attribution(tuple(names), sentences[where][0].span(phrase(speaker)))


def _according(token: "Token", sentence: "Tokens") -> Source | None:
    """Whom the sentence goes by ("according to X"), on whatever the parse hangs that; the nearest of several."""
    found = [
        source
        for source in sources_in(sentence)
        if source.word.dep_ == rel.PREPOSITION and not (token.i < source.word.i and _opens_the_next(source.word))
    ]
    return min(found, key=lambda source: abs(source.word.i - token.i), default=None)


def _opens_the_next(word: "Token") -> bool:
    """Whether "according" only tells of the clause that begins here: "has 500 and, according to reports, wants"."""
    before = next((t for t in reversed(word.doc[word.sent.start : word.i]) if not t.is_punct), None)
    return before is not None and before.dep_ == rel.CONJUNCTION


def _aside(token: "Token", sentence: "Tokens") -> Source | None:
    """Who says so between commas, however the parse hangs that: "500 fled, residents say; others hid"."""
    doc = sentence.doc
    for source in sources_in(sentence):
        speaker, verb = source.speaker, source.word
        first, last = min(speaker.left_edge.i, verb.i), max(speaker.i, verb.i)
        if verb.tag_ not in _TELLING or not token.i < first or doc[first - 1].text not in _MARKS:
            continue
        if any(t.text == ";" for t in doc[token.i : first]):
            return None
        after = takewhile(lambda t: not t.is_punct, doc[last + 1 : sentence.end])
        if not any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in after):
            return source
    return None


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
