"""Article -> claims: every figure about people, with all that the article says of it."""

import hashlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo import numbers
from geo.articles.blocks import BlockKind
from geo.claims.action import Deed, deed, lives_abroad, population
from geo.claims.by_topic import by_topic
from geo.claims.counted import Counted, counted
from geo.claims.modality import denial, is_unreal
from geo.claims.movement import held_places, places
from geo.claims.sequel import sequel
from geo.claims.setting import Setting, settings
from geo.claims.status import basis, first_status
from geo.claims.territory import HeldShare, held_shares, holder
from geo.claims.timing import stands_for, timing
from geo.claims.turns import Turn, later_statuses, turns
from geo.claims.voices import attribution
from geo.claims.who import who, with_site_owners
from geo.language import Passage
from geo.model import Action, Article, Basis, Claim, Population, Quantity, Role, Span, Toponym
from geo.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

ORIGIN = "rules 2"
"""The extractor and its version; raise the number when the rules change what is found."""


@dataclass(frozen=True, slots=True)
class _Story:
    """An article as the sentences that are read, each in its passage."""

    article: Article
    sentences: Sequence[tuple[Setting, "Tokens"]]
    turns: tuple[Turn, ...]

    def before(self, at: int) -> list["Tokens"]:
        return [sentence for _, sentence in self.sentences[max(0, at - 3) : at]]

    def number_of(self, anchor: "Token", at: int) -> int:
        """The sentence that ``anchor`` stands in: ``at``, or one before where the deed is told there."""
        for number in range(at, max(-1, at - 2), -1):
            sentence = self.sentences[number][1]
            if sentence.doc is anchor.doc and sentence.start <= anchor.i < sentence.end:
                return number
        return at

    def after(self, at: int) -> "tuple[Setting, Tokens] | None":
        return self.sentences[at + 1] if at + 1 < len(self.sentences) else None


_SMALLEST_UNSTATED = 10
"""A handful of soldiers who do nothing in particular is colour, not a figure."""


def claims(
    article: Article, passages: Sequence[Passage], toponyms: tuple[Toponym, ...], gazetteer: Gazetteer
) -> tuple[Claim, ...]:
    """Every claim about people in ``article``, in reading order; the same claim printed twice comes once."""
    read = [p for p in passages if p.kind in (BlockKind.PROSE, BlockKind.CAPTION, BlockKind.ROW)]
    scenes = with_site_owners(list(settings(article, read, toponyms, gazetteer)))
    sentences = [(setting, sentence) for setting in scenes for sentence in setting.doc.sents]
    story = _Story(article, sentences, turns(sentences))
    return tuple(_merged(list(_found(story))))


def _found(story: _Story) -> Iterator[Claim]:
    people: Counted | None = None
    for at in range(len(story.sentences)):
        people = yield from _in_sentence(story, at, people)


def _in_sentence(story: _Story, at: int, before: Counted | None) -> Generator[Claim, None, Counted | None]:
    """The claims of one sentence; ``before`` is who was counted last, and who is counted last here is returned."""
    setting, sentence = story.sentences[at]
    people: Counted | None = None
    for figure in numbers.find(sentence.text):
        start, end = sentence.start_char + figure.span.start, sentence.start_char + figure.span.end
        noun_after = sentence.start_char + numbers.aside_end(sentence.text, figure.span.end)
        found = counted(setting.doc, start, noun_after, people or before)
        done = deed(found) if found is not None else None
        if done is None and (told := _by_topic(story, at, figure, found)) is not None:
            found, done = told
        if found is not None:
            people = replace(found, population=population(found, done), done=done) if done is not None else found
        elif (people := people or before) is not None:
            people = replace(people, done=None)  # something else was counted: nothing leans over it
        if found is None or found.whole or done is None or _is_colour(figure, done) or _is_no_claim(done):
            continue
        printed = replace(figure, span=setting.passage.span(start, end))
        claim = _claim(story, at, printed, found, done)
        if not (lives_abroad(found, done) and _is_at_home(claim, setting)):
            yield _after_turns(claim, at, story)
    for share in held_shares(setting, sentence):
        printed = replace(share.quantity, span=setting.passage.span(*share.characters))
        yield _after_turns(_territorial(story, at, printed, share), at, story)
    if people is None and before is not None:
        return replace(before, done=None)  # what was done is out of sight after a sentence
    return people


def _by_topic(story: _Story, at: int, figure: Quantity, found: Counted | None) -> tuple[Counted, Deed] | None:
    setting, sentence = story.sentences[at]
    start, end = sentence.start_char + figure.span.start, sentence.start_char + figure.span.end
    printed = setting.doc.char_span(start, end, alignment_mode="expand")
    if printed is None or (figure.middle or 0) < _SMALLEST_UNSTATED or (found is not None and found.whole):
        return None
    after = story.after(at)
    around = [sentence, *reversed(story.before(at)), *([after[1]] if after is not None else [])]
    return by_topic(printed, found, around)


def _claim(story: _Story, at: int, figure: Quantity, people: Counted, done: Deed) -> Claim:
    setting, sentence = story.sentences[at]
    there = story.number_of(done.anchor, at)
    scene, deed_told = story.sentences[there]
    belongs = who(people, done, scene)
    source = attribution(people.head, at, story.sentences)
    told = timing(people, done, deed_told, story.before(there), scene)
    first = first_status(figure, done, deed_told, scene)
    kind = basis(people, done, first, told)
    return Claim(
        id=_identity(story.article, figure),
        article=story.article.id,
        span=Span(figure.span.start, max(figure.span.end, setting.span([people.head]).end)),
        sentence=setting.passage.span(sentence.start_char, sentence.end_char),
        quantity=figure,
        counted=people.words,
        population=population(people, done),
        basis=kind,
        action=done.action,
        who=belongs,
        places=places(people, done, belongs, scene),
        happened=None if kind is Basis.STOCK else told.happened,
        as_of=stands_for(people, done, told, story.article.published) if kind is Basis.STOCK else told.as_of,
        reported=told.reported,
        attribution=source,
        statuses=first,
        origin=ORIGIN,
        sequel=sequel(story.sentences[at], story.after(at), people, done),
    )


def _territorial(story: _Story, at: int, figure: Quantity, share: HeldShare) -> Claim:
    setting, sentence = story.sentences[at]
    source = attribution(share.held, at, story.sentences)
    first = first_status(figure, share.deed, sentence, setting)
    return Claim(
        id=_identity(story.article, figure),
        article=story.article.id,
        span=figure.span,
        sentence=setting.passage.span(sentence.start_char, sentence.end_char),
        quantity=figure,
        counted=share.counted,
        population=Population.TERRITORY,
        basis=Basis.STOCK,
        action=share.deed.action,
        who=holder(share),
        places=held_places(share.held, setting),
        happened=None,
        as_of=story.article.published,
        reported=None,
        attribution=source,
        statuses=first,
        origin=ORIGIN,
    )


def _after_turns(claim: Claim, at: int, story: _Story) -> Claim:
    return replace(claim, statuses=later_statuses(claim, at, story.turns))


def _is_no_claim(done: Deed) -> bool:
    """What is denied is told with its denial; what is merely demanded, supposed or said not to be is not told."""
    return is_unreal(done.anchor) and denial(done.anchor) is None


def _is_at_home(claim: Claim, setting: Setting) -> bool:
    """True unless the people are nationals of one country and the places lie in others."""
    home = setting.gazetteer.country(claim.who) if claim.who else None
    there = {code for use in claim.places if use.role is Role.AT for code in use.place.countries}
    return home is None or not there or bool(there & set(home.countries))


def _is_colour(figure: Quantity, done: Deed) -> bool:
    return done.action is Action.UNSTATED and (figure.middle or 0) < _SMALLEST_UNSTATED


def _identity(article: Article, figure: Quantity) -> str:
    content = f"{article.sha256} {figure.span.start} {figure.words}"
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def _merged(found: Sequence[Claim]) -> Iterator[Claim]:
    """The same claim printed again ("90%" in a caption and in the story) becomes a repeat of the first."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in found:
        quantity = claim.quantity
        key = (quantity.low, quantity.high, quantity.qualifier, claim.population, claim.action, claim.who)
        if (first := kept.get(key)) is not None and _agree(first, claim):
            kept[key] = replace(first, repeats=(*first.repeats, claim.quantity.span))
        else:
            kept[(*key, claim.id) if first is not None else key] = claim
    yield from kept.values()


def _agree(first: Claim, again: Claim) -> bool:
    """True where nothing that both state differs."""
    dates = first.happened is None or again.happened is None or first.happened == again.happened
    ours, theirs = ({use.place.id for use in claim.places} for claim in (first, again))
    return dates and (not ours or not theirs or bool(ours & theirs))
