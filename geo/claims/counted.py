"""From a figure to the people it counts."""

from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from geo.claims.quantity import is_increment
from geo.claims.syntax import SUBJECTS, argument, child, children, is_hyphen, objects, phrase, words
from geo.claims.words.people import ARMED, CONTAINERS, NOUNS, PEOPLE_ONLY, SEEKERS, UNITS, UPROOTED
from geo.model import Population

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_LEFT_OUT = frozenset({"poss", "case", "punct", "relcl", "acl", "appos", "cc", "conj", "predet", "preconj", "neg"})
_NUMBER = frozenset({"nummod", "quantmod", "det"})
_PARTS = ("of",)
_SHARES = frozenset("most some many few half none part third quarter majority any each".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a figure counts. ``population`` is None where only the action can tell (people, families)."""

    head: "Token"
    tokens: tuple["Token", ...]
    population: Population | None
    whole: bool = False
    """True for the 8,000 of "2,000 of the 8,000 troops": the deed is told of the part alone."""

    @property
    def words(self) -> str:
        """The people as printed: "Kenyan civilians", "members of the security forces"."""
        return words(list(self.tokens)) or "people"


def counted(doc: "Doc", start: int, end: int, before: Counted | None = None) -> Counted | None:
    """The people counted by the figure at characters ``start`` to ``end``; None where it counts no people.

    ``before`` is who the figure before it counted, for those that lean on it ("including 60,000 in Chad").
    """
    figure = doc.char_span(start, end, alignment_mode="expand")
    if figure is None:
        return None
    head = _head(doc, figure.start, figure.end)
    if head is None and "strong" in figure.text and lemma(figure.root.head) in UNITS:
        head = figure.root.head
    if head is None:
        return _elliptic(figure, before)
    if not (_known(head) or _is_nation(head) or lemma(head) in UNITS):
        return None
    population = Population.TROOPS if _is_strong(figure.text, head) else _population(head)
    if lemma(head) in CONTAINERS and population is None:
        return None
    return Counted(head, tuple(_description(figure, head)), population, whole=_is_whole(figure, head))


def _elliptic(figure: "Tokens", before: Counted | None) -> Counted | None:
    """A figure without a noun: it counts who was counted before it, or whoever is evacuated, displaced, flees."""
    root = figure.root
    following = [t.lower_ for t in figure.doc[figure.end : figure.end + 2]]
    leans = (
        is_increment(figure.text)
        or root.head.lower_ == "including"
        or following[:1] == ["more"]
        or following[-1:] in (["them"], ["whom"])
        or (root.dep_ == "conj" and before is not None and root.head == before.head and child(root, "prep") is not None)
    )
    verb = root.head if root.dep_ in SUBJECTS or root.dep_ in ("amod", "dobj") else None
    if (
        verb is not None
        and verb.lemma_.lower() in ("force", "send", "drive")
        and (made := child(verb, "xcomp", "advcl"))
    ):
        verb = made  # "forced 2,300 to flee"
    part = before is not None and before.whole and root.dep_ in SUBJECTS
    if before is not None and (leans or part):
        return Counted(root, before.tokens, before.population)
    homes = verb is not None and any(t.lemma_.lower() == "home" for _, t in objects(verb))  # "drove 400 from home"
    if verb is not None and (homes or verb.lemma_.lower() in PEOPLE_ONLY) and root.pos_ in ("NUM", "NOUN"):
        return Counted(root, (), before.population if before is not None else None)
    return None


def lemma(noun: "Token") -> str:
    """The noun's lemma in lower case, also of plurals that the model takes for singulars ("servicemen")."""
    word = noun.lemma_.lower()
    if word.endswith("men"):
        return word.removesuffix("men") + "man"
    return word if word in NOUNS or word.removesuffix("s") not in NOUNS else word.removesuffix("s")


def _is_whole(figure: "Tokens", head: "Token") -> bool:
    """See ``Counted.whole``; the whole may stand first ("Of the 8,000 troops, 2,000 have left")."""
    part, of = argument(head), head.head
    if head.dep_ != "pobj" or of.lower_ != "of" or figure.root.head != head:
        return False
    opens = of.text == "Of" and of.head.i > head.i
    is_share = of.head.lower_ in _SHARES or (of.head.lower_ == "all" and child(of.head, "neg") is not None)
    return opens or is_share or (part != head and part.pos_ == "NUM" and part.i < figure.start)


def _description(figure: "Tokens", head: "Token") -> list["Token"]:
    """The noun with its own adjectives; of "300 Uzbek and 1,200 Russian soldiers" the first are "Uzbek soldiers"."""
    between = list(figure.doc[figure.end : head.i])
    if argument(head) == head and any(t.like_num for t in between):
        own = [t for t in takewhile(lambda t: t.pos_ not in ("CCONJ", "PUNCT"), between) if t.pos_ != "ADP"]
        return [*own, head]
    return list(dropwhile(lambda t: t.pos_ == "DET", _phrase_beside(figure, head)))


def _phrase_beside(figure: "Tokens", head: "Token") -> list["Token"]:
    after = figure.end if figure.end <= head.i else 0
    return [t for t in _described(head) if t.i >= after and not (t.head == head and t.dep_ in _NUMBER)]


def _head(doc: "Doc", first: int, stop: int) -> "Token | None":
    """The noun after the figure: by the parse, and where that is broken, the next noun on its right."""
    root = doc[first:stop].root
    above = root
    while above.dep_ in ("nummod", "quantmod", "amod", "compound", "nmod", "det", "advmod", "npadvmod", "poss") and (
        above.head != above
    ):
        above = above.head
        if above.i >= stop and above.pos_ in ("NOUN", "PROPN", "ADJ") and (_known(above) or _is_nation(above)):
            return above
    if root.dep_ == "nummod" and root.head.pos_ == "NOUN" and root.head.i >= stop:
        return None  # it counts something else: of "1,500 nurses and 300 soldiers" the nurses
    if (of := child(root, "prep")) is not None and of.lower_ in _PARTS and (noun := child(of, "pobj")) is not None:
        return noun
    for token in doc[stop : min(stop + 5, len(doc))]:
        if _known(token) or _is_nation(token):
            return token
        if token.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "SCONJ") and token.lower_ not in ("of", "and", "-"):
            return None
    return None


def _modifies(token: "Token") -> bool:
    return token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i


def _known(token: "Token") -> bool:
    return (token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and lemma(token) in NOUNS) or _is_seeker(token)


def _is_strong(figure: str, head: "Token") -> bool:
    """ "a 1,500-strong force" is people under arms; "a 1,500-strong crowd" is not known."""
    return "strong" in figure.lower() and lemma(head) in CONTAINERS | UNITS


def _is_seeker(token: "Token") -> bool:
    return token.lemma_.lower() == "seeker" and any(t.lower_ in SEEKERS for t in token.subtree)


def _is_nation(token: "Token") -> bool:
    """A people by its name: "500 Syrians", "500 Sudanese", "500 Rohingya"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    describes = child(token, "cc") is not None or _known(after)  # "300 Uzbek and 200 Kazakh soldiers"
    stands = token.dep_ in (*SUBJECTS, "dobj", "pobj") and not describes
    is_plural = token.lower_.endswith(("s", "ese")) or stands
    is_name = token.ent_type_ == "NORP" or token.tag_ == "NNPS"
    return is_name and is_plural and token.pos_ in ("NOUN", "PROPN") and not _modifies(token)


def _population(head: "Token") -> Population | None:
    noun = lemma(head)
    around = {t.lower_ for t in phrase(head)} | {t.lemma_.lower() for t in phrase(head)}
    if _is_seeker(head):
        return Population.ASYLUM_SEEKERS
    if any(t.lemma_.lower() in UPROOTED for t in children(head, "amod", "acl", "compound")):
        return Population.DISPLACED
    if "refugee" in around and noun not in CONTAINERS:
        return Population.REFUGEES
    if (named := NOUNS.get(noun)) is not None:
        return named
    if (noun in CONTAINERS or noun == "man") and around & (ARMED - {noun}):
        return Population.TROOPS
    return None


def _described(head: "Token") -> list["Token"]:
    """The noun with what describes it, without owners and clauses: "members of the security forces"."""
    found = [head]
    for part in head.children:
        if part.dep_ in _LEFT_OUT and not is_hyphen(part):
            continue
        if part.dep_ == "prep":
            if part.lower_ == "of" and lemma(head) in CONTAINERS:
                found.append(part)
                found.extend(t for target in children(part, "pobj") for t in _with_article(target))
        elif part.i < head.i:
            found.extend(_described(part))
    return sorted(found, key=lambda t: t.i)


def _with_article(noun: "Token") -> list["Token"]:
    """The phrase of ``noun``; where its owner is left out, the owner's article stays ("the [nation's] forces")."""
    articles = [t for owner in children(noun, "poss") for t in children(owner, "det")]
    return articles + _described(noun)
