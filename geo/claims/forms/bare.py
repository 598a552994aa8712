"""Numbers that stand for people without naming them: what stands in the clause for them, and what happens to them."""

from typing import TYPE_CHECKING

from geo.claims.people import is_known, lemma
from geo.claims.saying import HELD
from geo.grammar import SUBJECTS, child, children, stands_beside
from geo.grammar import relations as rel
from geo.lexicon import deeds
from geo.lexicon.senses import sense

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

MEASURES = sense("bare: measures")
_NEAR = 15
"""Words before a figure in which something else that is counted takes its place."""
_LEAVING = sense("bare: leaving")


def verb_of(figure: "Tokens") -> "Token | None":
    """What happens to those whom a bare figure counts."""
    root, after = standing(figure), list(figure.doc[figure.end : figure.end + 2])
    if len(after) == 2 and after[0].lower_ in _LEAVING and after[1].lower_ in deeds.HOMELESS:
        return after[0]  # "1 000 rendered homeless", however the parse hangs it
    beside = root.head.pos_ == "VERB" and root.head.i == figure.end  # "25,000 damaged", where the parse is broken
    if not beside and root.dep_ not in (*SUBJECTS, rel.ADJECTIVE, rel.OBJECT):
        if after_particle(root):
            return root.head.head
        return child(root, rel.PARTICIPLE_CLAUSE)  # "some 1,000 rendered homeless"
    verb = root.head
    if root.dep_ == rel.PASSIVE_SUBJECT and verb.lemma_.lower() in HELD:
        return child(verb, rel.OPEN_COMPLEMENT) or verb  # "30,000 are believed to have fled"
    made = (
        child(verb, rel.OPEN_COMPLEMENT, rel.CLAUSAL_COMPLEMENT, rel.ADVERBIAL_CLAUSE)
        if verb.lemma_.lower() in deeds.CAUSES
        else None
    )
    return verb if made is None or stands_beside(made) else made  # "forced 2,300 to flee"


def standing(figure: "Tokens") -> "Token":
    """What stands in the clause for a bare figure: of "9,000 a day still arrive" the day, in whose phrase it is."""
    root = figure.root
    is_rate = root.dep_ == rel.NUMBER and root.head.lemma_.lower() in MEASURES and root.head.i > root.i
    return (
        root.head
        if is_rate and any(t.lower_ in ("a", "per") for t in children(root.head, rel.DETERMINER, rel.PREPOSITION))
        else root
    )


def after_particle(root: "Token") -> bool:
    """ "Has taken in 203,000": a particle that the parse takes for a preposition."""
    particle = (root.head.head.lemma_.lower(), root.head.lower_)
    return root.dep_ == rel.PREPOSITION_OBJECT and root.left_edge.i == root.head.i + 1 and particle in deeds.PARTICLES


def is_interrupted(root: "Token") -> bool:
    """True where things are counted between: in "two trucks came, and 40 more" nobody is."""
    numbers = (t for t in root.doc[max(0, root.i - _NEAR) : root.i] if t.dep_ == rel.NUMBER and t.head != root)
    things = (t.head for t in numbers if t.head.pos_ == "NOUN" and t.head.dep_ in (*SUBJECTS, rel.OBJECT, rel.CONJUNCT))
    return any(not is_known(thing) and lemma(thing) not in MEASURES for thing in things)
