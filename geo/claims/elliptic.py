"""Figures that stand without a noun: they count who was counted before them, or whoever is driven out."""

from typing import TYPE_CHECKING

from geo.claims.borrowed import borrowed
from geo.claims.housing import befalls
from geo.claims.levels import of_level
from geo.claims.people import Counted, is_known, is_nation, lemma, population_of
from geo.claims.syntax import SUBJECTS, child, children, governor, objects, phrase, stands_beside
from geo.claims.verbs import Deed, makes_room, of_verb, to_haven
from geo.claims.words import deeds
from geo.lexicon.people import CONTAINERS, PEOPLE_ONLY, UNITS
from geo.model import Action, Population
from geo.numbers import is_increment

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

PRONOUNS = ("them", "whom", "which", "these", "those")
"""What stands for the people counted before: "50,000 of them"."""
_NUMBERS = frozenset("number total".split())
_STANDING = frozenset(
    "be stand reach hit exceed surpass total rise grow climb increase swell jump surge fall drop double triple "
    "quadruple soar leap".split()
)
_MARCHES = frozenset({Action.DEPLOY, Action.WITHDRAW, Action.EXERCISE})
_NEAR = 15
"""Words before a figure in which something else that is counted takes its place."""
_MEASURES = frozenset("hour day night week month year kilometre kilometer km mile metre meter percent time".split())
_LEAVING = frozenset("rendered left made".split())
_NUMBERING = ("number", "total")
_TAKING = frozenset("take hold house accommodate shelter sleep host receive".split())
_PUTTING = frozenset("put estimate place bring".split())


def elliptic(figure: "Tokens", before: Counted | None) -> Counted | None:
    """Who a figure without a noun counts; None where the article does not say. ``before`` is who was counted last."""
    return (
        _named_beside(figure.root)
        or borrowed(figure, before)
        or _as_before(figure, before)
        or _roomed(figure.root, before)
        or _driven_out(figure, before)
    )


def _named_beside(root: "Token") -> Counted | None:
    """Those that another phrase of the sentence names: "the number of refugees is 40,000", "a battalion of 700"."""
    if (found := of_level(root)) is not None:
        return found
    if (noun := _all_of_them(root)) is not None:
        return Counted(noun, _printed(noun), population_of(noun))
    if (noun := _numbered(root) or _twice(root)) is not None:
        return Counted(noun, _printed(noun), population_of(noun))
    if (force := _numbering(root)) is not None:
        return Counted(force, _printed(force), Population.TROOPS, done=Deed(Action.PRESENT, _clause(root)))
    if (force := _strength(root)) is not None:
        return Counted(force, _printed(force), Population.TROOPS)
    return None


def _all_of_them(root: "Token") -> "Token | None":
    """ "The rebels, some 400 of them, left": as many as there are of those whom the noun before it names."""
    them = [t.lower_ for t in root.doc[root.i + 1 : root.i + 3]] == ["of", "them"]
    closed = root.i + 3 < len(root.doc) and root.doc[root.i + 3].is_punct
    before = root.head if root.dep_ == "appos" else child(root.head, *SUBJECTS) if root.dep_ in SUBJECTS else None
    return before if before is not None and them and closed and before.i < root.i and is_known(before) else None


def _clause(root: "Token") -> "Token":
    return root.head.head if root.dep_ == "pobj" else root.head


def _twice(root: "Token") -> "Token | None":
    """The people of "are sheltering civilians, 3,500 in the one and 1,150 in the other": two objects of one verb."""
    first = root.head if root.dep_ == "conj" and root.head.pos_ == "NUM" else root
    others = children(first.head, "dobj") if first.dep_ == "dobj" and first.pos_ == "NUM" else ()
    return next((t for t in others if t != first and t.i < first.i and is_known(t)), None)


def _printed(noun: "Token") -> tuple["Token", ...]:
    return tuple(t for t in phrase(noun) if t.i <= noun.i and t.dep_ not in ("det", "nummod", "poss", "case"))


def _as_before(figure: "Tokens", before: Counted | None) -> Counted | None:
    """The same as the figure before: "another 500", "and Chad has taken in 90,000", "and more than 300 damaged"."""
    root, verb = _standing(figure), _verb(figure)
    if before is None:
        return None
    if before.population is Population.HOUSING:
        told = verb is not None and befalls(verb) is not None
    else:
        part = before.whole and root.dep_ in SUBJECTS and before.head.sent == root.sent
        told = part or ((_leans(figure, before) or _goes(root, verb, before)) and not is_interrupted(root))
        if told and not part and _says_otherwise(root):
            named = next((population_of(t) for t in reversed(before.tokens) if is_known(t)), before.population)
            return None if named is None else Counted(root, before.tokens, named)
    return Counted(root, before.tokens, before.population) if told else None


def _roomed(root: "Token", before: Counted | None) -> Counted | None:
    """ "The shelter has room for fewer than 400", "was built to take 300"."""
    verb = root.head
    for_them = root.dep_ == "pobj" and verb.lower_ == "for" and makes_room(verb.head)
    to_take = root.dep_ == "dobj" and verb.lemma_.lower() in _TAKING and verb.dep_ in ("xcomp", "advcl")
    if not for_them and not (to_take and makes_room(verb.head)):
        return None
    population = before.population if before is not None and before.population is not Population.HOUSING else None
    return Counted(root, (), population, done=Deed(Action.HOST, verb.head))


def _driven_out(figure: "Tokens", before: Counted | None) -> Counted | None:
    """Whoever the verb can only be told of: "12,100 have been evacuated", "2,500 crossed into Thailand"."""
    root, verb = figure.root, _verb(figure)
    if verb is None or root.pos_ not in ("NUM", "NOUN") or not (_tells_of_people(verb) or _crosses(root, verb)):
        return None
    same = before is not None and before.population is not Population.HOUSING
    return Counted(root, (), before.population if before is not None and same else None)


def is_interrupted(root: "Token") -> bool:
    """True where things are counted between: in "two trucks came, and 40 more" nobody is."""
    numbers = (t for t in root.doc[max(0, root.i - _NEAR) : root.i] if t.dep_ == "nummod" and t.head != root)
    things = (t.head for t in numbers if t.head.pos_ == "NOUN" and t.head.dep_ in (*SUBJECTS, "dobj", "conj"))
    return any(not is_known(thing) and lemma(thing) not in _MEASURES for thing in things)


def _goes(root: "Token", verb: "Token | None", before: Counted) -> bool:
    """True where a bare figure does what people do: "Hungary has taken in 203,000"."""
    is_bare = root.pos_ in ("NUM", "NOUN") and (root.dep_ in (*SUBJECTS, "dobj") or _after_particle(root))
    if root.dep_ == "pobj" and root.head.lower_ == "for" and before.population is not Population.TROOPS:
        return before.done is not None and root.head.head.lemma_.lower() in deeds.BRACING
    goings = deeds.MOVES | (_MARCHES if before.population is Population.TROOPS else frozenset())
    return is_bare and verb is not None and any(found.action in goings for found in of_verb(verb))


def _crosses(root: "Token", verb: "Token") -> bool:
    """ "2,500 crossed into Thailand": only people do."""
    over = {preposition for preposition, _ in objects(verb)}
    crosses = verb.lemma_.lower() in ("cross", "flee", "return") and root.dep_ in SUBJECTS
    return crosses and not over.isdisjoint({"into", "to", "over", "across", "at", "through", "from"})


def _leans(figure: "Tokens", before: Counted) -> bool:
    """ "Another 500", "including 60,000 in Chad", "50,000 of them", "900 in Syria and 2,500 in Iraq"."""
    if figure.root.dep_ == "pobj" and figure.root.head.lower_ == "for" and figure.root.head.nbor(-1).pos_ == "NOUN":
        return False  # "food for 12,000 more", on whatever the parse hangs it
    root, following = figure.root, [t.lower_ for t in figure.doc[figure.end : figure.end + 2]]
    preceding = [t.lower_ for t in figure.doc[max(0, figure.start - 3) : figure.start] if not t.is_punct][-2:]
    joined = root.dep_ == "conj" and child(root, "prep") is not None
    return (
        is_increment(figure.text)
        or root.head.lower_ == "including"
        or following[:1] == ["more"]
        or any(words[:1] == ["of"] and words[-1] in PRONOUNS for words in (preceding, following))
        or (joined and root.head in (before.head, governor(before.head), *children(before.head, "acl", "relcl")))
    )


def _says_otherwise(root: "Token") -> bool:
    """True where a bare figure does something else than the people before: "another 8,000 need food"."""
    verb = root.head
    if (
        root.dep_ in ("nummod", "det") and verb.pos_ == "NOUN" and verb.i > root.i
    ):  # "another 5,000 lack water", as one noun
        return not is_known(verb) and lemma(verb) not in _MEASURES
    if root.dep_ not in SUBJECTS or verb.pos_ not in ("VERB", "AUX", "NOUN") or next(of_verb(verb), None) is not None:
        return False
    if any(next(of_verb(inner), None) is not None for inner in children(verb, "xcomp", "acomp", "conj")):
        return False
    stays = verb.lemma_.lower() in deeds.LODGED - {"be", "put", "seek"}
    return not stays and not any(
        t.pos_ == "PROPN" or t.lemma_.lower() in deeds.HAVENS | deeds.LEFT for _, t in objects(verb)
    )


def _verb(figure: "Tokens") -> "Token | None":
    """What happens to those whom a bare figure counts."""
    root, after = _standing(figure), list(figure.doc[figure.end : figure.end + 2])
    if len(after) == 2 and after[0].lower_ in _LEAVING and after[1].lower_ in deeds.HOMELESS:
        return after[0]  # "1 000 rendered homeless", however the parse hangs it
    beside = root.head.pos_ == "VERB" and root.head.i == figure.end  # "25,000 damaged", where the parse is broken
    if not beside and root.dep_ not in (*SUBJECTS, "amod", "dobj"):
        if _after_particle(root):
            return root.head.head
        return child(root, "acl")  # "some 1,000 rendered homeless"
    verb = root.head
    made = child(verb, "xcomp", "ccomp", "advcl") if verb.lemma_.lower() in deeds.CAUSES else None
    return verb if made is None or stands_beside(made) else made  # "forced 2,300 to flee"


def _standing(figure: "Tokens") -> "Token":
    """What stands in the clause for a bare figure: of "9,000 a day still arrive" the day, in whose phrase it is."""
    root = figure.root
    is_rate = root.dep_ == "nummod" and root.head.lemma_.lower() in _MEASURES and root.head.i > root.i
    return root.head if is_rate and any(t.lower_ in ("a", "per") for t in children(root.head, "det", "prep")) else root


def _after_particle(root: "Token") -> bool:
    """ "Has taken in 203,000": a particle that the parse takes for a preposition."""
    particle = (root.head.head.lemma_.lower(), root.head.lower_)
    return root.dep_ == "pobj" and root.left_edge.i == root.head.i + 1 and particle in deeds.PARTICLES


def _tells_of_people(verb: "Token") -> bool:
    """True for what is told of people alone: "12,100 have been evacuated", "left 50 homeless"."""
    word = verb.lemma_.lower()
    at_home = any(t.lemma_.lower() == "home" for _, t in objects(verb))
    by_phrase = any((word, t.lemma_.lower()) in deeds.PHRASES for t in children(verb, "dobj"))
    displaced = any(found.action is Action.DISPLACE for found in of_verb(verb))
    sheltered = word in deeds.LODGED - {"be", "put"} and to_haven(verb)
    return at_home or by_phrase or displaced or sheltered or word in PEOPLE_ONLY


def _numbered(root: "Token") -> "Token | None":
    """The people of "the number of refugees has risen to 40,000", "put the number of families at 300"."""
    for number in children(root, "appos"):  # "12,000 - the number of people who fled"
        if number.lemma_.lower() in _NUMBERS:
            return _of(number)
    verb = root.head if root.dep_ != "pobj" else root.head.head
    placed = root.dep_ in ("attr", "dobj", "nsubj") or (root.dep_ == "pobj" and root.head.lower_ in ("to", "at"))
    if not placed or verb.lemma_.lower() not in _STANDING | _PUTTING:
        return None
    labels = ("dobj", "nsubjpass") if verb.lemma_.lower() in _PUTTING else (*SUBJECTS, "attr")
    above = verb.head if verb.dep_ == "xcomp" else verb  # "is estimated to be 349"
    for number in (t for v in (verb, above) for t in children(v, *labels, *SUBJECTS) if t.lemma_.lower() in _NUMBERS):
        return _of(number)
    return None


def _numbering(root: "Token") -> "Token | None":
    """The force of "forces numbering 14,000", "US forces in Syria number about 2,000"."""
    about = root.head if root.dep_ == "pobj" and root.head.lower_ in ("about", "around", "over") else root
    verb = about.head
    if about.dep_ not in ("dobj", "npadvmod", "attr", "nummod", "prep") or verb.lemma_.lower() not in _NUMBERING:
        return None
    force = verb.head if verb.dep_ == "acl" else child(verb, "nsubj")
    return force if force is not None and lemma(force) in CONTAINERS | UNITS else None


def _strength(root: "Token") -> "Token | None":
    """The force of "a battalion of 700", "the largest contingent with 852"."""
    of = root.head
    if root.dep_ != "pobj" or root.pos_ != "NUM" or of.lower_ not in ("of", "with"):
        return None
    return of.head if lemma(of.head) in UNITS | {"force"} and lemma(of.head) != "mission" else None


def _of(number: "Token") -> "Token | None":
    nouns = (noun for preposition, noun in objects(number) if preposition == "of")
    return next((noun for noun in nouns if is_known(noun) or is_nation(noun)), None)
