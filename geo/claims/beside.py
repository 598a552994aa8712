"""Who speaks in the sentences beside a figure's own, where these say that they tell of it.

What comes after says so ("This was reported by the embassy"), or names whom a list is from ("Sources: ..."); what comes
before lets somebody begin ("The minister said:").
"""

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from geo.articles.kinds import BlockKind
from geo.claims.attribution import sources_in
from geo.claims.documents import come_from
from geo.claims.sentences import Sentences
from geo.claims.setting import Setting
from geo.claims.source import Source
from geo.grammar import child, children
from geo.grammar import relations as rel
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_POINTING = sense("beside: pointing")
_THE = frozenset({"the", "these", "they"})
_MAKING_UP = sense("beside: making up")
_COUNTING_ON = sense("beside: counting on")
_THEM = sense("beside: them")
_CREDITS = sense("beside: credits")
_MARKS = frozenset(",–—")
_ROWS = 12
"""Lines of a list between a number and whom the list is from."""
_CHAIN = 4
"""Sentences back in which the one that others count on from is looked for."""
_WHOLE = 6
"""Sentences back in which the whole was told that a part is of."""
_SHORT = 3
"""Sentences of a paragraph of news at most that has one speaker throughout."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def spoken_beside(token: "Token", at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """The number of the sentence that tells who says what sentence ``at`` says of ``token``, and who does."""
    return (
        _said_after(at, sentences)
        or _listed(at, sentences)
        or _introduced(at, sentences)
        or _going_on(at, sentences)
        or _of_the(at, sentences)
        or _likewise(token, at, sentences)
    )


def _said_after(at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """ "This was reported by the embassy." """
    if at + 1 >= len(sentences):
        return None
    after = sentences[at + 1][1]
    if after[0].text in _MARKS and after.doc is sentences[at][1].doc:  # the parse cut ", residents said" off
        return next(((at + 1, s) for s in sources_in(after) if s.word == after.root and s.speaker.i < s.word.i), None)
    pointing = child(after.root, rel.PASSIVE_SUBJECT, rel.OBJECT)
    is_from = come_from(after.root) is not None and not any(t.like_num for t in after)
    if (pointing is None or pointing.lower_ not in _POINTING) and not is_from:  # "The figures come from the embassy"
        return None
    return next(((at + 1, source) for source in sources_in(after) if source.word == after.root), None)


def _listed(at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """Whom a list is from, in the line below it: "Sources: Example Institution; media reports"."""
    for below in range(at, min(at + _ROWS, len(sentences))):
        line = sentences[below][1]
        if below > at and len(line) > 2 and line[0].lower_ in _CREDITS and line[1].text == ":":
            return next(((below, Source(noun, (), line[0])) for noun in line[2:] if _heads(noun, line)), None)
        if sentences[below][0].passage.kind is not BlockKind.ROW and any(t.tag_ in _FINITE for t in line):
            return None
    return None


def _heads(noun: "Token", line: "Tokens") -> bool:
    """Whether a name ends here."""
    after = noun.i + 1
    return noun.pos_ in ("NOUN", "PROPN") and (after >= line.end or noun.doc[after].pos_ not in ("NOUN", "PROPN"))


def _introduced(at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """Who begins to speak at the end of the paragraph before: "The minister said:"."""
    first = at
    while first and sentences[first - 1][0].passage is sentences[at][0].passage:
        first -= 1
    if first == 0:
        return None
    opening = sentences[first - 1][1]
    if len(opening) < 2 or opening[-1].text != ":":
        return None
    return next(((first - 1, source) for source in sources_in(opening) if source.word.i == opening.end - 2), None)


def _going_on(at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """Whoever alone speaks before, where all from there counts on: "Another 800", "Of those, 400", "They join 60"."""
    for before in range(at - 1, max(-1, at - 1 - _CHAIN), -1):
        opened, (setting, sentence) = sentences[before][1], sentences[before + 1]
        if sentences[before][0].passage is not setting.passage or not _counts_on(sentence):
            return None
        sources = list(sources_in(opened))
        if sources:
            alone = len({source.speaker for source in sources}) == 1 and any(t.like_num for t in opened)
            return (before, sources[0]) if alone else None
    return None


def _of_the(at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """Who gave the whole that a sentence opens with: "Of the 6,000 displaced, 500 are in the town"."""
    sentence = sentences[at][1]
    if sentence[0].lower_ not in ("of", "out"):
        return None
    whole = {t.text for t in takewhile(lambda t: t.text != ",", sentence) if t.like_num}
    for before in range(at - 1, max(-1, at - 1 - _WHOLE), -1):
        opened = sentences[before][1]
        if whole & {t.text for t in opened}:
            sources = list(sources_in(opened))
            return (before, sources[0]) if len({source.speaker for source in sources}) == 1 else None
    return None


def _likewise(token: "Token", at: int, sentences: Sentences) -> tuple[int, Source] | None:
    """Whoever alone speaks right before in a short paragraph that tells more of the same.

    The same people or deeds are counted ("As of Monday 500 people had fled"), or what was told of has them ("The force
    includes 500"); what begins with another place is the outlet's again.
    """
    setting, sentence = sentences[at]
    if at == 0 or sentences[at - 1][0].passage is not setting.passage or len(list(setting.doc.sents)) > _SHORT:
        return None
    opened = sentences[at - 1][1]
    sources = list(sources_in(opened))
    if len({source.speaker for source in sources}) != 1 or _begins_elsewhere(sentence, setting):
        return None
    if _details(sentence):
        return at - 1, sources[0]
    counted = [t.head for t in opened if t.like_num]
    same = any(t.lemma_ == token.lemma_ for t in counted) or any(
        t.lemma_ == token.head.lemma_ for noun in counted for t in noun.ancestors
    )
    known = any(t.lower_ == "the" for t in children(token, rel.DETERMINER))  # "The 280 soldiers there have no tents"
    return (at - 1, sources[0]) if same and token.dep_ in rel.SUBJECTS and not known else None


def _begins_elsewhere(sentence: "Tokens", setting: Setting) -> bool:
    """Whether a sentence begins with a place: "In the south, 500 waited"."""
    opening = takewhile(lambda t: t.text != ",", sentence)
    return sentence[0].dep_ == rel.PREPOSITION and any(setting.mention(t) is not None for t in opening)


def _details(sentence: "Tokens") -> bool:
    """Whether a sentence tells what makes up a thing that was told of: "The contingent includes 500 engineers"."""
    doer = child(sentence.root, rel.SUBJECT)
    return (
        sentence.root.lemma_ in _MAKING_UP
        and doer is not None
        and any(t.lower_ in _POINTING | _THE for t in [doer, *children(doer, rel.DETERMINER)])
    )


def _counts_on(sentence: "Tokens") -> bool:
    """Whether a sentence begins with what counts on, places people "among them" or says "there are also"."""
    opening = [t.lower_ for t in sentence[:2]]
    among = any(one.lower_ == "among" and two.lower_ in _THEM for one, two in pairwise(sentence))
    also = any(t.lower_ == "also" for t in sentence) and any(
        child(each, rel.NUMBER) is not None  # and not "there are also concerns"
        for t in sentence
        if t.dep_ == rel.EXPLETIVE
        for each in children(t.head, rel.PREDICATE_NOUN)
    )
    return opening[0] in _COUNTING_ON or (opening[0] == "of" and opening[-1] in _THEM) or among or also
