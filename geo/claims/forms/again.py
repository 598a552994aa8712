"""The same as the figure before: "another 500", "and Chad has taken in 90,000", "and more than 300 damaged"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.forms.bare import MEASURES, after_particle, is_interrupted, standing, verb_of
from geo.claims.forms.description import before_noun
from geo.claims.forms.form import Example, Form, Numeral
from geo.claims.housing import befalls
from geo.claims.people import PRONOUNS, Counted, is_known, lemma, population_of
from geo.claims.verbs import of_verb
from geo.grammar import SUBJECTS, child, children, governor, objects
from geo.grammar import relations as rel
from geo.lexicon import deeds
from geo.model import Action, Population
from geo.numbers import is_increment

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_MARCHES = frozenset({Action.DEPLOY, Action.WITHDRAW, Action.EXERCISE})


def find(numeral: Numeral) -> Counted | None:
    """People like those before, where the number leans on them or does what people do."""
    figure, before = numeral.tokens, numeral.before
    root, verb = standing(figure), verb_of(figure)
    if before is None:
        return None
    before = _before_brackets(figure, before)
    if before.population is Population.HOUSING:
        told = verb is not None and befalls(verb) is not None
    else:
        part = before.whole and root.dep_ in SUBJECTS and before.head.sent == root.sent
        told = part or ((_leans(figure, before) or _goes(root, verb, before)) and not is_interrupted(root))
        if told and not part and _says_otherwise(root):
            named = next((population_of(t) for t in reversed(before.tokens) if is_known(t)), before.population)
            return None if named is None else Counted(root, before.tokens, named)
    return Counted(root, before.tokens, before.population) if told else None


def _before_brackets(figure: "Tokens", before: Counted) -> Counted:
    """Of "900 families (4,500 people), 300 of which", which people are not, the families."""
    around = [
        t.lower_ for t in (*figure.doc[figure.end : figure.end + 2], *figure.doc[figure.start - 2 : figure.start])
    ]
    families, people = before.head.head, before.head
    inside = people.dep_ == rel.APPOSITION and any(t.text == "(" for t in people.doc[families.i + 1 : people.i])
    if "which" not in around or not inside or not is_known(families):
        return before
    return replace(before, head=families, tokens=tuple(t for t in before_noun(families) if t.head.dep_ != rel.NUMBER))


def _goes(root: "Token", verb: "Token | None", before: Counted) -> bool:
    """True where a bare figure does what people do: "Hungary has taken in 203,000"."""
    is_bare = root.pos_ in ("NUM", "NOUN") and (root.dep_ in (*SUBJECTS, rel.OBJECT) or after_particle(root))
    if root.dep_ == rel.PREPOSITION_OBJECT and root.head.lower_ == "for" and before.population is not Population.TROOPS:
        return before.done is not None and root.head.head.lemma_.lower() in deeds.BRACING
    goings = deeds.MOVES | (_MARCHES if before.population is Population.TROOPS else frozenset())
    return is_bare and verb is not None and any(found.action in goings for found in of_verb(verb))


def _leans(figure: "Tokens", before: Counted) -> bool:
    """ "Another 500", "including 60,000 in Chad", "50,000 of them", "900 in Syria and 2,500 in Iraq"."""
    if (
        figure.root.dep_ == rel.PREPOSITION_OBJECT
        and figure.root.head.lower_ == "for"
        and figure.root.head.nbor(-1).pos_ == "NOUN"
    ):
        return False  # "food for 12,000 more", on whatever the parse hangs it
    root, following = figure.root, [t.lower_ for t in figure.doc[figure.end : figure.end + 2]]
    preceding = [t.lower_ for t in figure.doc[max(0, figure.start - 3) : figure.start] if not t.is_punct][-2:]
    joined = root.dep_ == rel.CONJUNCT and child(root, rel.PREPOSITION) is not None
    return (
        is_increment(figure.text)
        or root.head.lower_ == "including"
        or following[:1] == ["more"]
        or any(words[:1] == ["of"] and words[-1] in PRONOUNS for words in (preceding, following))
        or (
            joined
            and root.head
            in (before.head, governor(before.head), *children(before.head, rel.PARTICIPLE_CLAUSE, rel.RELATIVE_CLAUSE))
        )
    )


def _says_otherwise(root: "Token") -> bool:
    """True where a bare figure does something else than the people before: "another 8,000 need food"."""
    verb = root.head
    if (
        root.dep_ in (rel.NUMBER, rel.DETERMINER) and verb.pos_ == "NOUN" and verb.i > root.i
    ):  # "another 5,000 lack water", as one noun
        return not is_known(verb) and lemma(verb) not in MEASURES
    if root.dep_ not in SUBJECTS or verb.pos_ not in ("VERB", "AUX", "NOUN") or next(of_verb(verb), None) is not None:
        return False
    if any(
        next(of_verb(inner), None) is not None
        for inner in children(verb, rel.OPEN_COMPLEMENT, rel.PREDICATE_ADJECTIVE, rel.CONJUNCT)
    ):
        return False
    stays = verb.lemma_.lower() in deeds.LODGED - {"be", "put", "seek"}
    return not stays and not any(
        t.pos_ == "PROPN" or t.lemma_.lower() in deeds.HAVENS | deeds.LEFT for _, t in objects(verb)
    )


FORM = Form(
    "as before",
    find,
    (Example("Chad hosts 600,000 refugees. Another 90,000 have fled to Libya.", "90,000", "refugees"),),
)
