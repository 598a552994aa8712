"""Names of an article's own countries: places that the model takes for persons, and namesakes far away.

An article that names Mali or Malians, and "Gao", means the town by it, whatever the model calls it; and by a name that
is only a spelling of a town elsewhere it hardly means that town.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from geo.articles.kinds import BlockKind
from geo.language import Passage
from geo.model import PlaceKind
from geo.places.gazetteer import Candidate, Gazetteer
from geo.places.lexicon import LEADING, NAMED_ABROAD, PERSON_TITLES, PLACE_LABELS
from geo.places.mention import Mention, clear_best
from geo.places.signs import Signs
from geo.places.verdict import Article, Verdict, is_tiny

Judged = tuple[Mention, Verdict]
_KNOWN_ABROAD = 500_000
"""People; a town of this size is meant by another of its names wherever that is printed: "Smyrna", "Peking"."""


def at_home(
    judged: Sequence[Judged], passages: Sequence[Passage], article: Article, gazetteer: Gazetteer
) -> list[Judged]:
    """``judged`` with the names of places of the article's countries as places, and without namesakes elsewhere.

    In countries where every name is also a town's, and by another name than its first, the words around must say that
    it is one: "at Abdali".
    """
    named = _countries(judged, passages, gazetteer)
    out: list[Judged] = []
    for found, verdict in judged:
        at = passages[found.passage], found.first, found.last
        if verdict is Verdict.SURE:
            kept = tuple(c for c in found.candidates if not _is_far(c, found.text, named))
            labels = {token.ent_type_ for token in at[0].doc[found.first : found.last]}
            if kept or not found.candidates or labels & PLACE_LABELS:
                out.append((replace(found, candidates=kept), verdict))
            continue
        likely = [c for c in found.candidates if not is_tiny(c)]
        homes = {code for c in likely for code in c.place.countries if named.get(code, set()) - {found.text}}
        first = {code for c in likely if c.main for code in c.place.countries} - NAMED_ABROAD
        place = bool(homes) and _may_be(*at, article) and (bool(homes & first) or _is_led(*at))
        out.append((found, Verdict.SURE if place else verdict))
    return out


def _countries(judged: Sequence[Judged], passages: Sequence[Passage], gazetteer: Gazetteer) -> Mapping[str, Set[str]]:
    """Code of each country of the article -> the names that certainly are in it, and those of its people."""
    named: dict[str, set[str]] = defaultdict(set)
    for found, verdict in judged:
        best = clear_best(found.candidates) if verdict is Verdict.SURE else None
        if best is not None and best.place.countries:
            named[best.place.countries[0]].add(found.text)
    for token in (token for passage in passages for token in passage.tokens if token.ent_type_ == "NORP"):
        code = gazetteer.country_of_demonym(token.text)
        if code is not None:
            named[code].add(token.text)
    return named


def _is_far(candidate: Candidate, name: str, named: Mapping[str, Set[str]]) -> bool:
    """A town that bears the name beside its own, in a country that the article never speaks of: "Human", of Uman."""
    town = candidate.place.kind is PlaceKind.CITY and not candidate.main and candidate.population < _KNOWN_ABROAD
    return town and not any(named.get(code, set()) - {name} for code in candidate.place.countries)


def _may_be(passage: Passage, first: int, last: int, article: Article) -> bool:
    """Whether nothing speaks against a name that a place of the article's countries bears being that place here.

    False where the article has a person of the name, or prints it as a common word too; outside prose, where the name
    does not open the block.
    """
    doc = passage.doc
    signs, people = Signs(doc, first, last), article.people
    person = any(token.text in people.names | people.first for token in doc[first:last])
    common = last - first == 1 and doc[first].lower_ in article.words
    common = common or all(token.is_stop for token in doc[first:last])
    adjective = last - first == 1 and doc[first].pos_ == "ADJ" and "NORP" in signs.labels
    if person or common or adjective or signs.inside or signs.before_person or signs.speaks:
        return False
    if passage.kind is BlockKind.PROSE:
        return not (signs.after(*PERSON_TITLES) or signs.behind_name)
    opens = not any(token.is_alpha for token in doc[:first])  # "- Amboko: 11,872", "| Tierkidi | 71,093 |"
    return opens and (last == len(doc) or not doc[last].text[:1].isalpha())


def _is_led(passage: Passage, first: int, last: int) -> bool:
    """Whether the words around a name say that it is a place: "at X", "X hosts 900"; outside prose they need not."""
    signs = Signs(passage.doc, first, last)
    acts = signs.acts and passage.doc[first].is_sent_start is True
    return passage.kind is not BlockKind.PROSE or signs.after(*LEADING) or acts
