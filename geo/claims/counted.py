"""From a figure to the people it counts."""

from dataclasses import replace
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from geo.claims.ellipsis import Member, Shape, said_of
from geo.claims.elliptic import PRONOUNS, elliptic, is_interrupted
from geo.claims.levels import with_level
from geo.claims.people import Counted, is_known, is_nation, is_police, lemma, population_of
from geo.claims.syntax import SUBJECTS, argument, child, children, is_hyphen
from geo.claims.tally import labelled
from geo.claims.verbs import Deed, of_verb
from geo.lexicon.people import CONTAINERS, UNITS
from geo.model import Action, Population

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["Counted", "counted", "lemma"]

_LEFT_OUT = frozenset({"poss", "case", "punct", "relcl", "acl", "appos", "cc", "conj", "predet", "preconj", "neg"})
_NUMBER = frozenset({"nummod", "quantmod", "det"})
_EACH = ("a", "per", "every", "each")
_PERIODS = ("day", "night", "week", "month", "year", "hour")
_JOINTS = ("CCONJ", "PUNCT", "PART")
_PARTS = ("of",)
_SHARE_WORDS = 6
"""Words after the comma in which a share is told."""
_SHARES = frozenset("most some many few half none part third quarter majority any each".split())


def counted(
    doc: "Doc", start: int, end: int, before: Counted | None = None, member: Member | None = None
) -> Counted | None:
    """The people counted by the figure at characters ``start`` to ``end``; None where it counts no people.

    ``before`` is who the figure before it counted, for those that lean on it ("including 60,000 in Chad"),
    and ``member`` what a list gives to it.
    """
    figure = doc.char_span(start, end, alignment_mode="expand")
    if figure is None:
        return None
    if before is not None and before.said:
        member = None  # "640 come from Ghana and 580 from India": a list of what is said, not of where
    found = _listed(figure, before, member) if member is not None else None
    found = found or _of_figure(figure, before)
    if found is not None and found.done is None and found.member is None and not found.whole:
        found = with_level(found)
    return _part_of(figure, found, before) if found is None or found.lead is None else found


def _part_of(figure: "Tokens", people: Counted | None, before: Counted | None) -> Counted | None:
    """A part with the words that say whose it is: what is told of the whole is told of it."""
    last = people.head if people is not None and people.head.i == figure.end else figure[-1]
    here = before if before is not None and before.head.sent == figure.sent else None
    said = said_of(
        last,
        part=here is not None and (here.whole or bool(here.said)),
        goes_on=here is not None and bool(here.said) and (people is None or people.head == figure.root),
    )
    if not said:
        return people
    whole = here if here is not None and here.done is not None else None
    if people is None:  # "300 are Canadian and 200 are Spanish"
        if whole is None or whole.population is Population.HOUSING:
            return None
        people = Counted(figure.root, whole.tokens, whole.population)
    if whole is None or people.done is not None:
        return replace(people, said=said)
    done = whole.done
    if done is not None and done.anchor.lemma_.lower() == "come" and said[0].nbor(-1).lower_ == "from":
        done = Deed(Action.PRESENT, done.anchor)  # "640 come from Ghana" tells of no journey
    return replace(people, said=said, done=done, lead=whole.lead or whole)


def _listed(figure: "Tokens", before: Counted | None, member: Member) -> Counted | None:
    """Who a member of a list counts: in gaps who is counted where the verb stands, in brackets who is told of."""
    if member.shape is Shape.BRACKETED:
        if (noun := member.noun) is None:
            return None
        described = tuple(
            t for t in _described(noun) if t.pos_ != "DET" and not t.like_num and not (t.head.like_num and t != noun)
        )
        return Counted(noun, described, population_of(noun), member=member)
    found = _of_figure(figure, before)
    goes = found is None and member.shape is Shape.FIRST and figure.root.dep_ in SUBJECTS
    if goes and before is not None and before.done is not None and not is_interrupted(figure.root):
        found = Counted(figure.root, before.tokens, before.population)  # "...; 700 went to Chad, 300 to Niger"
    if member.shape is not Shape.GAPPED:
        return None if found is None else replace(found, member=member)
    if before is None or before.done is None or before.population is Population.HOUSING or before.whole:
        return None
    lead = before.lead or before
    if found is not None and figure.root != found.head and is_known(found.head) and found.head.i >= figure.end:
        return replace(found, done=before.done, member=member, lead=lead)  # "Spain 200 troops in Mali"
    return Counted(figure.root, lead.tokens, lead.population, done=before.done, member=member, lead=lead)


def _of_figure(figure: "Tokens", before: Counted | None) -> Counted | None:
    head = _head(figure.doc, figure.start, figure.end)
    if head is None and "strong" in figure.text and lemma(figure.root.head) in UNITS:
        head = figure.root.head
    if head is None:
        return _named_group(figure) or elliptic(figure, before) or labelled(figure)
    if _is_part(figure, head):
        return _nationals(figure, head, before)
    if not (is_known(head) or is_nation(head) or lemma(head) in UNITS):
        return None
    if lemma(head) == "other" and before is not None and before.population is Population.HOUSING:
        return Counted(head, before.tokens, before.population)
    population = Population.TROOPS if _is_strong(figure.text, head) else population_of(head)
    if population is None and (lemma(head) in CONTAINERS or is_police(head)):
        return None
    described = (*_description(figure, head), *_rate(head))
    return Counted(head, described, population, whole=_is_whole(figure, head))


def _is_part(figure: "Tokens", head: "Token") -> bool:
    """ "500 people, including 30 children": a part of a figure that is told, and no second crowd."""
    part = argument(head)
    while part.dep_ == "conj":
        part = part.head
    return part.head.lower_ == "including" and child(head, "prep") is None and figure.start > 0


def _nationals(figure: "Tokens", head: "Token", before: Counted | None) -> Counted | None:
    """A part that is a figure of its own: another nation's among troops or refugees ("including 11,000 North Koreans"),
    or people of another kind on the move ("including 900 refugees"); no children, no wounded."""
    if before is not None and before.population is Population.HOUSING:
        return None
    words = tuple(_description(figure, head))
    own, done = population_of(head), before.done if before is not None else None
    whole = before.population if before is not None else None
    if own is not None and own not in (Population.HOUSING, Population.TROOPS, whole):
        return Counted(head, words, own, done=done)
    if before is None or done is None:
        return None
    return Counted(head, words, before.population, done=before.done) if is_nation(head) else None


def _named_group(figure: "Tokens") -> Counted | None:
    """A people that no list knows, by what befalls it: of "35,000 Brus took shelter" the Brus."""
    noun = figure.root.head
    is_plural = noun.pos_ == "PROPN" and noun.text.endswith("s") and noun.i == figure.end
    if not is_plural or noun.dep_ not in SUBJECTS:
        return None
    readings = of_verb(noun.head)
    driven = any(found.action in (Action.FLEE, Action.DISPLACE) for found in readings)
    return Counted(noun, (noun,), None) if driven else None


def _rate(head: "Token") -> list["Token"]:
    """The "a day" of "2,000 people a day": a rate is no crowd, and its words say so."""
    after = list(head.doc[head.i + 1 : head.i + 3])
    is_rate = len(after) == 2 and after[0].lower_ in _EACH and after[1].lower_ in _PERIODS
    return after if is_rate else []


def _is_whole(figure: "Tokens", head: "Token") -> bool:
    """See ``Counted.whole``; the whole may stand first ("Of the 8,000 troops, 2,000 have left").

    Of "Of the 8,000 troops, 40 per cent have left" the whole is the only figure of people, and stays.
    """
    part, of = argument(head), head.head
    if head.dep_ != "pobj" or of.lower_ != "of" or figure.root.head != head:
        return False
    opens = of.text == "Of" and not _shared_out(head)
    is_share = of.head.lower_ in _SHARES or (of.head.lower_ == "all" and child(of.head, "neg") is not None)
    return opens or is_share or (part != head and part.pos_ == "NUM" and part.i < figure.start)


def _shared_out(head: "Token") -> bool:
    """Whether what follows the whole is a share of it: ", 40 per cent", ", two thirds", ", most"."""
    comma = next((t.i for t in head.doc[head.i + 1 : head.sent.end] if t.text == ","), None)
    after = [] if comma is None else [t.lower_ for t in head.doc[comma + 1 : comma + _SHARE_WORDS]]
    return not {"percent", "%", "cent", "third", "thirds", "quarter", "quarters", "half", "most"}.isdisjoint(after)


def _description(figure: "Tokens", head: "Token") -> list["Token"]:
    """The noun with its own adjectives; of "300 Uzbek and 1,200 Russian soldiers" the first are "Uzbek soldiers"."""
    between = list(figure.doc[figure.end : head.i])
    if argument(head) == head and any(t.like_num for t in between):
        own = [t for t in takewhile(lambda t: t.pos_ not in _JOINTS and not t.like_num, between) if t.pos_ != "ADP"]
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
        if above.i >= stop and above.pos_ in ("NOUN", "PROPN", "ADJ") and (is_known(above) or is_nation(above)):
            return above
    if root.dep_ == "nummod" and root.head.pos_ == "NOUN" and root.head.i >= stop:
        return None  # it counts something else: of "1,500 nurses and 300 soldiers" the nurses
    if (of := child(root, "prep")) is not None and of.lower_ in _PARTS and (noun := child(of, "pobj")) is not None:
        return noun if noun.lower_ not in PRONOUNS else None
    for token in doc[stop : min(stop + 5, len(doc))]:
        if is_known(token) or is_nation(token):
            return token
        if token.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "SCONJ") and token.lower_ not in ("of", "and", "-"):
            return None
    return None


def _is_strong(figure: str, head: "Token") -> bool:
    """ "a 1,500-strong force" is people under arms; "a 1,500-strong crowd" is not known."""
    return "strong" in figure.lower() and lemma(head) in CONTAINERS | UNITS


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
