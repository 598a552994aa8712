"""Saying and those who say: verbs that report, nouns of people and of bodies that speak, documents that show."""

from types import MappingProxyType

SAYING = frozenset(
    "say tell report announce claim state add estimate declare confirm warn note insist allege assert acknowledge "
    "admit reveal reply explain maintain argue write tweet post quote suggest indicate stress predict believe "
    "expect fear concede reckon recount recall boast describe assess calculate think guess pledge inform learn "
    "disclose affirm contend mention".split()
)
SHOWING = frozenset("show indicate suggest reveal find record register count".split())
"""What documents do: "data from the ministry show"."""
QUOTING = frozenset("cite quote".split())
COUNTING = frozenset("put estimate".split())
"""Verbs that give a number: "the ministry put the number at 500"."""
TALLYING = frozenset("register identify count log record document list verify give speak".split())
"""Verbs whose doer answers for the number that they count: "the agency registered 4,200 arrivals"."""
NUMBERS = frozenset("number total figure toll count strength size".split())

DOCUMENTS = frozenset(
    "data datum figure statistic count tally estimate number record report survey study document decree memo letter "
    "image imagery footage video photo photograph".split()
)
"""What is published: said by whoever it is from, where the text says whom it is from."""
TALLIES = frozenset("data datum figure statistic count tally estimate number record reckoning".split())
"""Documents that nobody names as a source: of "figures from the ministry" the ministry is it."""

MEDIUM = frozenset("agency news wire outlet newspaper daily broadcaster channel network website".split())

PRONOUNS = frozenset("he she they it him her them his who that which i we you this these".split())
NOMINATIVE = MappingProxyType({"him": "he", "his": "he", "her": "she", "them": "they"})
"""Of what is said "according to him" it is he who says so."""

PERSONS = frozenset(
    "minister president premier chancellor governor mayor official spokesman spokeswoman spokesperson commander "
    "general colonel major captain lieutenant brigadier admiral marshal chief head director leader secretary envoy "
    "ambassador diplomat lawmaker senator deputy coordinator representative resident witness villager doctor nurse "
    "teacher priest imam bishop elder activist analyst expert researcher lawyer farmer soldier officer fighter rebel "
    "refugee migrant worker volunteer manager administrator prefect councillor negotiator adviser advisor aide man "
    "woman king queen prince sheikh warlord source journalist reporter correspondent lady boss commissioner "
    "ombudsman chairman chairwoman chairperson legislator congressman congresswoman prosecutor judge sergeant "
    "professor academic historian economist pastor reverend archbishop cardinal pope mullah cleric founder organiser "
    "organizer paramedic medic pilot sailor survivor evacuee parent mother father student trader shopkeeper "
    "fisherman driver clerk regent undersecretary monk nun owner".split()
)
"""Nouns of one person, whom "he" or "she" may mean."""

BODIES = frozenset(
    "ministry government army military force agency office department police authority administration command "
    "committee commission council organisation organization group charity mission court parliament junta regime "
    "movement militia party union bank monitor observatory alliance bloc statement report union navy service "
    "presidency embassy headquarters guard".split()
)
"""Nouns of what "it" may mean when it speaks."""
