"""What became of the same people: "They were flown back last week", "Most have returned", "but were sent back"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo import times
from geo.claims.action import Deed, reading_of
from geo.claims.modality import is_unreal
from geo.claims.people import Counted, lemma
from geo.claims.plans import is_planned
from geo.claims.prepositions import stated_places
from geo.claims.setting import Setting
from geo.grammar import SUBJECTS, child, children, is_verb, objects
from geo.grammar import relations as rel
from geo.lexicon.senses import sense
from geo.model import Action, Population, Sequel, When
from geo.times import Direction

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Scene = tuple[Setting, "Tokens"]

_AGAIN = sense("sequel: again")
_ALIKE = {"soldier": "troop", "troop": "soldier", "serviceman": "soldier", "fighter": "rebel", "rebel": "fighter"}
_TELLING = frozenset({Action.RETURN, Action.WITHDRAW, Action.EVACUATE, Action.EXPEL, Action.HOST, Action.DEPLOY,
                      Action.CROSS, Action.ARRIVE, Action.FLEE})  # fmt: skip


def sequel(here: Scene, following: Scene | None, people: Counted, done: Deed) -> Sequel | None:
    """What ``people`` go on to in their own sentence ("but were sent back"), or in the one after it."""
    for setting, sentence, verb in _continuations(here, following, people, done):
        reading = reading_of(verb)
        if reading is None or reading.action is done.action or reading.action not in _TELLING:
            continue
        if is_planned(verb) or is_unreal(verb):
            continue
        moved = reading.action is Action.DEPLOY and people.population is not Population.TROOPS
        return Sequel(
            action=Action.EVACUATE if moved else reading.action,
            span=setting.passage.span(sentence.start_char, sentence.end_char),
            happened=_dated(verb, sentence, setting),
            places=tuple(tie.use for tie in stated_places(reading, setting)),
        )
    return None


def _continuations(
    here: Scene, following: Scene | None, people: Counted, done: Deed
) -> Iterator[tuple[Setting, "Tokens", "Token"]]:
    """(setting, sentence, verb) of what the same people do next."""
    own = child(done.anchor, *SUBJECTS)
    for verb in children(done.anchor, rel.CONJUNCT) if own in (people.head, *people.head.ancestors) else ():
        if is_verb(verb) and child(verb, *SUBJECTS) is None:
            yield *here, verb
    if following is not None:
        verb = following[1].root
        doer = child(verb, rel.SUBJECT, rel.PASSIVE_SUBJECT)
        if doer is not None and _is_same(doer, people):
            yield *following, verb


def _is_same(doer: "Token", people: Counted) -> bool:
    """ "They", "most of them", "the soldiers" for soldiers counted before; not "500 soldiers", which are others."""
    if doer.lower_ in _AGAIN:
        partly = [target.lower_ for preposition, target in objects(doer) if preposition == "of"]
        return doer.lower_ == "they" or not partly or partly == ["them"]
    noun, counted = lemma(doer), lemma(people.head)
    plain = [t for t in doer.children if t.dep_ not in (rel.DETERMINER, rel.PUNCTUATION)]
    is_the = any(t.lower_ in ("the", "these", "those") for t in children(doer, rel.DETERMINER))
    return is_the and not plain and (noun == "group" or noun in (counted, _ALIKE.get(counted)))


def _dated(verb: "Token", sentence: "Tokens", setting: Setting) -> When | None:
    found = [
        e for e in times.find(sentence.text) if sentence.start_char + e.span.start > verb.idx or verb == sentence.root
    ]
    return next((e.resolve(setting.published, Direction.PAST) for e in found), None)
