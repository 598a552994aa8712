"""Place names in parsed text: spans that the gazetteer confirms, and names that are printed as places'.

A name in running text is a run of capitalised words. The longest stretch of a run that the gazetteer knows is judged by
the words around it; a name that they leave in doubt is a place where the rest of the article shows it.
"""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.articles.kinds import BlockKind
from geo.grammar import relations as rel
from geo.language import Passage
from geo.places.at_home import Judged, at_home
from geo.places.exercises import exercise
from geo.places.gazetteer import Gazetteer
from geo.places.kinds import named_by_kind
from geo.places.lexicon import (
    CREDITS,
    DISEASES_AFTER,
    INSIDE,
    LONGEST_ORGANISATION,
    NEVER_LABELS,
    ORGANISATIONS,
    PERSONAL,
    TOWNS,
)
from geo.places.mention import Mention, held, listed, mention, river
from geo.places.runs import Name, beyond, generic_entities, longest, opens, street, unknown_entity
from geo.places.verdict import Article, People, Verdict, in_place, is_main, unknown, verdict

if TYPE_CHECKING:
    from spacy.tokens import Doc

SHORT = 4
"""Letters; a shorter single word is an abbreviation, an organisation only in capitals: "IS", "UN"."""

_ORGANISATIONS_BEGIN = frozenset(name[0] for name in ORGANISATIONS)


def mentions(passages: Sequence[Passage], gazetteer: Gazetteer) -> list[Mention]:
    """Every place name, in reading order; they do not overlap."""
    article = Article(_people(passages, gazetteer), _words(passages))
    diseases = _diseases(passages)
    kinds = named_by_kind(passages, gazetteer)
    judged: list[Judged] = [
        (found, sure)
        for number, passage in enumerate(passages)
        if not _is_credit(passage)
        for found, sure in _read(number, passage, gazetteer, article, kinds)
        if sure is not Verdict.NEVER and found.text not in diseases
    ]
    judged = _beside(judged, passages, gazetteer, article.people)
    judged = _pointed_at(judged, passages, article.people)
    judged = at_home(judged, passages, article, gazetteer)
    # A name that is certainly a place somewhere in the article is one in its headline and its doubtful spots too.
    known = {m.text for m, sure in judged if sure is Verdict.SURE and m.candidates and _is_prose(m, passages)}
    return [m for m, sure in judged if sure is Verdict.SURE or (sure is Verdict.DOUBTFUL and m.text in known)]


def _is_prose(found: Mention, passages: Sequence[Passage]) -> bool:
    return passages[found.passage].kind is BlockKind.PROSE


def _is_credit(passage: Passage) -> bool:
    """ "(Reporting by ... in Bamako; Editing by ...)"."""
    return passage.text[:60].lstrip(" (*_[").lower().startswith(CREDITS)


def _organisation(doc: "Doc", first: int) -> int | None:
    """The end of the name of an armed group or agency that starts at token ``first``: "Al Qaeda", "Hamas"."""
    if doc[first].lower_ not in _ORGANISATIONS_BEGIN:
        return None
    for last in range(min(len(doc), first + LONGEST_ORGANISATION), first, -1):
        words = tuple(token.lower_ for token in doc[first:last])
        if words in ORGANISATIONS and (last - first > 1 or len(words[0]) > SHORT or doc[first].text.isupper()):
            return last
    return None


def _people(passages: Sequence[Passage], gazetteer: Gazetteer) -> People:
    """Words of people's names, which standing alone are no places.

    A first name is a capitalised word before a surname of the article; where the article also says that something is
    in it, it is a place: "in Georgia".
    """
    names = {
        word.text
        for passage in passages
        for entity in passage.doc.ents
        if entity.label_ == "PERSON" and len(entity) > 1 and not is_main(gazetteer.candidates(entity.text))
        for word in entity
        if word.text[:1].isupper()
    }
    first: set[str] = set()
    places: set[str] = set()
    for passage in passages:
        for before, word in pairwise(passage.tokens):
            if before.lower_ in INSIDE:
                places.add(word.text)
            named = before.text.istitle() and before.is_alpha and passage.kind is BlockKind.PROSE
            if named and word.ent_type_ in ("PERSON", "GPE") and word.text in names:
                first.add(before.text)
    return People(names, first - places)


def _words(passages: Sequence[Passage]) -> set[str]:
    """Words that the article prints in small letters too: "Patrol" is no town where a patrol is spoken of."""
    return {token.text for passage in passages for token in passage.tokens if token.text.islower()}


def _diseases(passages: Sequence[Passage]) -> set[str]:
    """Names of diseases that are towns and rivers too: X, where the article speaks of the X virus."""
    return {
        word.text
        for passage in passages
        for word, following in pairwise(passage.tokens)
        if following.lower_ in DISEASES_AFTER and word.text[:1].isupper()
    }


def _read(number: int, passage: Passage, gazetteer: Gazetteer, article: Article, kinds: Set[Name]) -> Iterator[Judged]:
    """The names of one passage, each judged where it stands."""
    doc, tokens = passage.doc, passage.tokens
    whole = dict(generic_entities(doc, gazetteer))
    starts = {name[0] for name in kinds}
    at = 0
    while at < len(tokens):
        if at in whole:
            yield mention(number, doc, at, whole[at], ()), Verdict.SURE
            at = whole[at]
            continue
        may_open = opens(tokens[at])
        group = (_organisation(doc, at) or exercise(doc, at, gazetteer)) if may_open else None
        if group:
            at = group
            continue
        found = longest(doc, at, gazetteer) if may_open else None
        road = street(doc, at, found[0]) if found else None
        told = _told(passage, at, kinds) if tokens[at].text in starts else None
        if road:
            yield mention(number, doc, at, road, ()), Verdict.SURE
            at = road
        elif told and (found is None or told >= found[0]):
            candidates = found[1] if found and found[0] == told else ()
            yield mention(number, doc, at, told, candidates), Verdict.SURE
            at = told
        elif found is None:
            entity = unknown_entity(doc, at, gazetteer)
            if entity is not None:
                yield mention(number, doc, at, entity, ()), unknown(passage, at, entity)
            at = entity or at + 1
        else:
            last, candidates = found
            if rivers := river(doc, at, last, gazetteer):
                yield mention(number, doc, at, last, rivers), Verdict.SURE
                at = last
                continue
            end = beyond(doc, at, last, candidates)
            if end > last and in_place(passage, at, end):
                yield mention(number, doc, at, end, ()), Verdict.SURE
                at = end
                continue
            yield mention(number, doc, at, last, candidates), verdict(passage, at, last, candidates, article)
            at = last


def _told(passage: Passage, at: int, kinds: Set[Name]) -> int | None:
    """The end of the longest name of ``kinds`` that starts at token ``at``."""
    doc = passage.doc
    ends = [at + len(name) for name in kinds if tuple(t.text for t in doc[at : at + len(name)]) == name]
    return max(ends, default=None)


def _beside(
    judged: Sequence[Judged], passages: Sequence[Passage], gazetteer: Gazetteer, people: People
) -> list[Judged]:
    """Names that the names beside them show to be places: "X, Texas", and X in a list of places."""
    found = [m for m, _ in judged]
    sure = [v is Verdict.SURE for _, v in judged]
    for pair in held(found, passages, gazetteer):
        if pair.fitting and (pair.close or is_main(found[pair.inner].candidates)):
            sure[pair.inner] = sure[pair.outer] = True
    for run in _lists(found, passages):
        if any(sure[number] for number in run):
            for number in run:
                names = found[number].text.split()
                place = is_main(found[number].candidates) or not found[number].candidates
                sure[number] |= place and not people.names & set(names)
    return [(m, Verdict.SURE if certain else v) for (m, v), certain in zip(judged, sure, strict=True)]


def _pointed_at(judged: Sequence[Judged], passages: Sequence[Passage], people: People) -> list[Judged]:
    """ "Bunia is quiet. The city hosts 900": the only name of a sentence that the next one calls a city, or "there"."""
    sure = {(m.passage, m.first) for m, verdict_ in judged if verdict_ is Verdict.SURE}
    out: list[Judged] = []
    for found, verdict_ in judged:
        pointed = (
            verdict_ is not Verdict.SURE
            and found.last - found.first == 1
            and is_main(found.candidates)
            and found.text not in people.names | people.first
            and _points_back(passages[found.passage], found, sure)
        )
        out.append((found, Verdict.SURE if pointed else verdict_))
    return out


def _points_back(passage: Passage, found: Mention, sure: Set[tuple[int, int]]) -> bool:
    """Whether the sentence after that of a name speaks of "the town", and none of a person or of another place."""
    doc = passage.doc
    sentence = doc[found.first].sent
    names = [t for t in sentence if t.pos_ == "PROPN" and t.ent_type_ not in NEVER_LABELS and t.i != found.first]
    if doc[found.first].pos_ != "PROPN" or names or any((found.passage, t.i) in sure for t in sentence):
        return False
    after = doc[sentence.end].sent if sentence.end < len(doc) else doc[len(doc) :]
    if any(t.lower_ in PERSONAL for t in after):
        return False
    return any(
        (t.lower_ in TOWNS and t.nbor(-1).lower_ == "the" and t.dep_ != rel.COMPOUND and t.nbor().lower_ != "of")
        or (t.lower_ == "there" and t.dep_ != rel.EXPLETIVE)
        for t in after[1:]
        if t.i + 1 < len(doc)
    )


def _lists(found: Sequence[Mention], passages: Sequence[Passage]) -> Iterator[list[int]]:
    """Numbers of the mentions of each list: "A, B and C"."""
    run = [0] if found else []
    for number, (former, latter) in enumerate(pairwise(found), 1):
        doc = passages[former.passage].doc
        if former.passage != latter.passage or not listed(doc, former.last, latter.first):
            yield run
            run = []
        run.append(number)
    if run:
        yield run
