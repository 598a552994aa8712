"""Who can be counted: the nouns that name troops, displaced people, and people who may be either or neither."""

import re

from geo.model import Population


def _all(population: Population | None, lemmas: str) -> dict[str, Population | None]:
    return dict.fromkeys(lemmas.split(), population)


OCCUPIED = frozenset("student pupil teacher worker employee farmer patient foreigner tourist".split())
"""Nouns of people who come and go every day; they count where they are driven out."""

LAW = frozenset("police policeman policewoman gendarme coastguard coastguardsman".split())
"""Those who keep order at home; they are troops where a country sends them to another as a force under arms."""

NOUNS: dict[str, Population | None] = {
    **_all(
        Population.TROOPS,
        "troop soldier serviceman servicewoman trooper conscript paratrooper marine infantryman gunman "
        "fighter militant insurgent rebel mercenary guerrilla reservist commando peacekeeper legionnaire guardsman "
        "combatant jihadist militiaman cadet infantry recruit airman guerilla sailor draftee parachutist peshmerga "
        "paratroop paramilitary irregular partisan legionary carabiniere carabinieri gurkha cossack ranger "
        "reinforcement",
    ),
    **_all(Population.REFUGEES, "refugee"),
    **_all(Population.ASYLUM_SEEKERS, "asylum-seeker"),
    **_all(Population.EVACUEES, "evacuee"),
    **_all(Population.RETURNEES, "returnee repatriate"),
    **_all(Population.MIGRANTS, "migrant immigrant deportee"),
    **_all(Population.DISPLACED, "idp exile expellee"),
    # In the panel of displaced people only where they move or have moved: what they do decides.
    **_all(
        None,
        "person people civilian man woman child resident inhabitant villager citizen national family household "
        "individual minor islander townspeople settler survivor volunteer arrival newcomer local human homeless other "
        "kid youngster adult pensioner mother herder pastoralist expatriate expat fisherman dweller compatriot boy "
        "girl infant",
    ),
    **dict.fromkeys(OCCUPIED),
    # Homes: what befalls them is told; they are never turned into people.
    **_all(
        Population.HOUSING,
        "home house dwelling hut apartment flat shack residence cottage bungalow farmhouse homestead housing",
    ),
    # Containers: the words around them decide ("members of the security forces", "army personnel").
    **_all(
        None,
        "member personnel staff officer contingent guard force unit engineer instructor adviser advisor medic trainer "
        "contractor operative",
    ),
    **dict.fromkeys(LAW),
}
"""Lemma -> population; None where the words around it decide."""

CONTAINERS = frozenset(
    "member personnel staff officer guard force engineer instructor adviser advisor medic trainer contractor "
    "operative".split()
)
"""Nouns that say nothing of who is counted; they count where a word of ARMED stands beside them."""

BUILT = frozenset("unit building block structure property".split())
HOMELY = frozenset("housing residential apartment dwelling family".split())
"""Words that make what is built a home: "housing units", "residential buildings"."""

UNITS = frozenset(
    "brigade battalion regiment division army garrison mission contingent unit platoon squad squadron "
    "detachment".split()
)
"""Nouns that count their soldiers only where that is said: "a 500-strong battalion"."""

MANNED = frozenset("detachment platoon squadron garrison battalion brigade regiment".split())
"""Those of them whose members are soldiers whatever else is said."""

DEFENCE_FORCE = re.compile(r"[A-Z]{1,3}DF")
"""The letters of a country's defence force: "KDF members"."""

ARMED = frozenset(
    "army military militia brigade battalion regiment division navy troop soldier armed security peacekeeping border "
    "garrison force guard combat defence defense paramilitary special ground airborne infantry marine uniformed".split()
)
"""Words that make a container military."""

TEACHING = frozenset("instructor trainer adviser advisor".split())
"""Those who are of an army where their sentence speaks of one: "instructors arrived to train the army"."""

HIRED = frozenset("contractor operative".split())
HIRING = frozenset("private wagner".split())
"""Words that make the hired armed: "private security contractors", "Wagner operatives"."""

FRONTS = frozenset("front frontline war army militia trenches".split())
"""What volunteers are for who are soldiers: "volunteers for the front"."""

RANKS = frozenset(
    "general gen colonel col major maj captain capt lieutenant lt brigadier commander sergeant sgt marshal admiral "
    "warlord commandant".split()
)
"""Those whose men are soldiers: "Col. Adoum commands 900 men"."""

CIVIL = frozenset("park forest wildlife game national".split())
"""Words beside rangers who are no soldiers."""

DISASTERS = frozenset(
    "flood floods storm cyclone hurricane typhoon tornado quake earthquake tsunami drought landslide mudslide eruption "
    "volcano wildfire fire famine war conflict disaster violence".split()
)
"""What people are victims of who are alive: "flood victims"."""

SEEKERS = frozenset("asylum refuge shelter".split())
"""Words that make "seekers" displaced people."""

UPROOTED = frozenset("displace uproot evict dislocate displaced uprooted".split())
"""Participles that make any people displaced: "displaced families", "people displaced by"."""

PEOPLE_ONLY = frozenset(
    "evacuate displace relocate uproot resettle rehouse flee airlift deport repatriate camp stream trek".split()
)
"""Verbs that are only told of people: with them a bare figure ("12,100 have been evacuated") counts people."""

_GAP = r"[ \u00a0\u2009\u202f]"
_PLURAL_FORMS = {"person": "persons", "child": "children", "human": "humans"}


def _plural(noun: str) -> str:
    if noun.endswith(("people", "personnel", "police", "infantry", "less")):
        return noun
    if noun in _PLURAL_FORMS:
        return _PLURAL_FORMS[noun]
    return noun.removesuffix("man") + "men" if noun.endswith("man") else re.sub("y$", "ie", noun) + "s"


_PEOPLE = re.compile(
    rf"(?:{_GAP}(?!(?:an?|the|and|or|of|in|on|at|to|by|as|for|from|with|when|while|after|before|until|that|which|who"
    r"|is|was|were|are|be|been|has|had|have|will|would|said|says|he|she|it|they|we|its|his|her|their)\b)"
    rf"[^\W\d_][\w'’-]{{0,30}}){{0,3}}?{_GAP}(?:police\b|{'|'.join(sorted(map(_plural, NOUNS)))}"
    r"|[A-Z][a-z]{1,20}(?:ans|ese|aelis|aqis|beks|jiks|hars|urks|urds|abs))\b"
)


def people_follow(text: str, end: int) -> bool:
    """Whether a plural noun for people stands within four words after ``end`` ("2000 Kenyan soldiers")."""
    return _PEOPLE.match(text, end) is not None


_SIZE = re.compile(
    r"\b(?:an?|its|their|total|combined)(?: [a-z-]{3,20})? (?:personnel|strength|force|army|contingent|battalion"
    r"|brigade|regiment|garrison|detachment|headcount|staff|crew|police|crowd|population) of $",
    re.IGNORECASE,
)


def size_precedes(before: str) -> bool:
    """Whether what stands before a number makes it a size of people: "a staff of 1940", no "the army of 1960"."""
    return _SIZE.search(before) is not None
