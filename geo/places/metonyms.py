"""Whether a country's or a capital's name is the place, or stands for its government or forces.

Judged from the parse alone: what the name is to its verb or noun. In doubt the name is the place.
"""

from typing import TYPE_CHECKING

from geo.grammar import relations as rel
from geo.model import Place, PlaceKind
from geo.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Nouns that belong to a state rather than to a town or a landscape.
STATE_NOUNS = frozenset(
    """
government regime authority authorities administration cabinet parliament ministry minister ministers premier president
leader leaders leadership king official officials spokesman spokeswoman spokesperson envoy ambassador embassy diplomat
diplomats diplomacy delegation counterpart military army navy force forces troop troops soldier soldiers guard guards
base bases air-force airforce aid support help backing ally allies alliance partner friend friends policy stance
position decision demand demands claim claims offer call calls request response reaction intervention invasion war
campaign operation operations offensive role influence interest interests aggression committee commission council
contingent contingents battalion battalions brigade regiment
agency secretary chancellor pledge promise statement announcement refusal denial request senate congress
""".split()
)
# Verbs that towns and countries are the subject of as places.
PLACE_VERBS = frozenset(
    """
lie sit stand fall burn border see witness suffer experience host house remain become stretch straddle collapse face
have grow recover shake flood wake reel belong
""".split()
)
STATE_ADJECTIVES = frozenset(
    "ready willing prepared keen eager concerned determined unwilling reluctant committed worried".split()
)
DEALINGS = frozenset(
    """
talk talks relation relations tie ties deal agreement negotiation negotiations pressure alliance pact treaty contact
contacts dialogue summit dispute accord war message letter appeal loyal loyalty cooperation envoy ambassador
""".split()
)
# Verbs whose object hears or bears something.
ADDRESSED = frozenset(
    "ask urge accuse tell warn blame pressure press thank call inform notify assure sue sanction criticize".split()
)
LED = frozenset(
    "led backed brokered aligned allied controlled run sponsored funded imposed appointed mediated supported".split()
)
# Buildings that stand for the government in them, except where somebody is in or at them.
HOUSES = frozenset(f"site:{name}" for name in ("kremlin", "white-house", "pentagon", "downing-street", "capitol-hill"))
AT_HOUSES = frozenset("in at near inside outside into".split())
UNIONS = frozenset({"region:european-union"})
"""Unions of states; what they do and have they do as states."""
OF_UNIONS = frozenset("country state nation member border frontier territory soil shore capital city".split())
OTHER_SEATS = frozenset({"gn:2800866"})  # Brussels, for the European Union
WITH = frozenset({"with", "between", "against", "to", "from", "on"})


def is_literal(name: "Tokens", place: Place | None, gazetteer: Gazetteer) -> bool:
    """False where the tokens of ``name`` are a country or a seat of government that acts as a state."""
    if place is None:
        return True
    before = name.doc[name.start - 1].lower_ if name.start else ""
    if place.id in HOUSES:
        article = before == "the" and name.start > 1
        return (name.doc[name.start - 2].lower_ if article else before) in AT_HOUSES
    if place.id in UNIONS and (name.root.dep_ in (rel.SUBJECT, rel.PASSIVE_SUBJECT) or _owns(name.root)):
        return False
    states = (
        place.id in UNIONS
        or place.kind is PlaceKind.COUNTRY
        or gazetteer.seat_of(place.id) is not None
        or place.id in OTHER_SEATS
    )
    if not states:
        return not _names_organisation(name)
    if before in ("in", "at", "near", "into", "capital", "city", "town"):
        return True
    return not (_leads(name) or _governs(name.root) or _names_organisation(name))


def _owns(root: "Token") -> bool:
    """ "EU soldiers", "the EU's mission"; not "EU countries", "the EU's border"."""
    return root.dep_ in (rel.POSSESSOR, rel.COMPOUND, rel.NOUN_MODIFIER) and root.head.lemma_.lower() not in OF_UNIONS


def _leads(name: "Tokens") -> bool:
    """ "Moscow-led", "Saudi Arabia-backed"."""
    doc, last = name.doc, name.end
    return last + 1 < len(doc) and doc[last].text == "-" and doc[last + 1].lower_ in LED


def _governs(root: "Token") -> bool:
    """Whether the name's part in the sentence is one that only a state can play."""
    head = root.head
    match root.dep_:
        case rel.SUBJECT:
            found = _acts(head)
        case rel.POSSESSOR | rel.COMPOUND | rel.NOUN_MODIFIER | rel.ADJECTIVE:
            found = _of_state(head)
        case rel.OBJECT:
            found = head.lemma_.lower() in ADDRESSED
        case rel.PREPOSITION_OBJECT:
            found = head.dep_ == rel.AGENT or _dealt_with(head)
        case rel.CONJUNCT:
            found = (head.dep_ == rel.PREPOSITION_OBJECT and _dealt_with(head.head)) or _misparsed_subject(root)
        case other:
            found = other == rel.DATIVE
    return found


def _dealt_with(preposition: "Token") -> bool:
    """ "Talks with Moscow", "an envoy to Kabul"."""
    return preposition.lower_ in WITH and preposition.head.lemma_.lower() in DEALINGS


def _acts(verb: "Token") -> bool:
    """Whether a verb's subject must be able to decide or to speak."""
    if verb.lemma_ == "be":
        return any(child.lemma_.lower() in STATE_ADJECTIVES for child in verb.children)
    return verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() not in PLACE_VERBS


def _of_state(noun: "Token") -> bool:
    if noun.lemma_.lower() in STATE_NOUNS or noun.lower_ in STATE_NOUNS:
        return True
    return any(child.dep_ == rel.COMPOUND and child.lower_ in STATE_NOUNS for child in noun.children)


def _misparsed_subject(token: "Token") -> bool:
    """ "... took part in the exercise and Moscow also sent troops": the parser may join the two nouns."""
    if token.head.pos_ != "NOUN":
        return False
    following = next((t for t in token.doc[token.i + 1 :] if t.pos_ != "ADV"), None)
    return following is not None and following.pos_ == "VERB" and following.tag_ in ("VBD", "VBZ") and _acts(following)


def _names_organisation(name: "Tokens") -> bool:
    """Whether the name is part of the name of an organisation."""
    if any(token.ent_type_ != "ORG" for token in name):
        return False
    doc = name.doc
    beside = [doc[i] for i in (name.start - 1, name.end) if 0 <= i < len(doc)]
    return any(token.ent_type_ == "ORG" and token.text[:1].isupper() for token in beside)
