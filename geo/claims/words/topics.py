"""Words that tell what a sentence is about: forces, or people driven from home; and what it counts that is neither."""

import re

from geo.model import Action, Population

FORCES = frozenset(
    "troop soldier army military militia navy marine airman sailor peacekeeper peacekeeping gendarme gendarmerie "
    "garrison contingent battalion brigade regiment corps detachment reservist conscript commando legionnaire "
    "guardsman fighter mercenary force uniform uniformed legion infantry deployment deploy redeploy drawdown "
    "rotation lodgement reinforcement mobilisation mobilization exercise drill manoeuvre maneuver barracks "
    "airbase mission adviser advisor trainer paratrooper guard pentagon serviceman servicewoman".split()
)
"""Lemmas that speak of forces."""

UPROOTED = frozenset(
    "refugee displaced displace displacement flee evacuate evacuation evacuee asylum migrant idp returnee "
    "resettle resettlement repatriate repatriation shelter tent camp deport deportation humanitarian exodus "
    "uproot uprooted homeless newcomer relocate airlift rescue crossing registered registration unhcr canvas host "
    "camped quota settlement whisk rooftop reception influx protection migration movements crammed transit "
    "cross".split()
)
"""Lemmas that speak of people driven from home, or of those who go back."""

UPROOTING = re.compile(
    r"\b(?:ordered|told|urged|asked) (?:out|to (?:leave|get out|move out|go|flee))\b|\bto safety\b"
    r"|\b(?:higher|safer) ground\b"
    r"|\bsent packing\b|\bover the (?:line|border)\b|\bout of their homes\b|\b(?:taken|plucked|lifted) off\b",
    re.IGNORECASE,
)
"""Phrases that speak of people driven from home."""

UNIFORMED = frozenset(
    "member personnel staff officer guard engineer instructor adviser advisor medic trainer policeman policewoman "
    "police gendarme specialist pilot crew technician contractor ranger trooper man woman lad airwoman "
    "guardswoman hillman servicemember operative observer monitor foreigner".split()
)
"""Nouns of people who are troops where forces are spoken of."""

ANYBODY = frozenset(
    "soul visitor hiker townsfolk folk foreigner newcomer camper ménage person people man woman child villager "
    "family household individual minor islander civilian citizen national occupant dweller human arrival holder".split()
)
"""Nouns of people who are displaced where displacement is spoken of."""

SPARED = frozenset(
    "treat need lose vote voter elect earn employ work protest march attend study graduate sign interview poll "
    "sell buy infect test pay win score educate teach enrol enroll miss bury affect inhabit kill wound injure die "
    "dead death toll casualty loss arrest detain capture execute behead murder jail prison imprison shoot hurt "
    "abduct kidnap massacre drown cost hungry hunger famine doctor nurse clinic hospital medical "
    "patient cholera vaccine "
    "visa ticket sentence convict freed seat trade trader diagnose malnourished malnutrition outbreak hit loot "
    "body command prisoner hostage struck court trial watched tried orphan born face power electricity".split()
)
"""Words near a figure of people who are neither: fed, taught, hurt, polled."""

GIVEN = frozenset(
    "reach feed give distribute hand help assist vaccinate aid food meal parcel ration kit blanket".split()
)
"""Words before a figure of people who are given something."""

TAKEN_OUT = frozenset(
    "bus ferry airlift evacuate rescue whisk carry lift pluck boat truck shuttle bring take fly evacuation move".split()
)
"""Verbs that tell of evacuation where displacement is spoken of and the people undergo them."""

GONE_BACK = frozenset("return repatriate truck repatriation homecoming".split())

ROOM = frozenset(
    "room bed berth cot place space capacity plan build design mean intend fit sleep quota cap ceiling limit "
    "floor stock".split()
)
"""What tells of as many as there may be: "cots for 80", "a quota of 500", "planned for 7,000"."""

COUNTS = frozenset(
    "number total figure count tally population strength presence force intake quota cap ceiling limit floor "
    "register movement arrival departure rank share inmate newcomer occupant garrison contingent mission "
    "detachment brigade battalion regiment corps army navy company camp site settlement town city village "
    "school hotel centre center gymnasium hall church shelter fairground stadium base operation deployment".split()
)
"""Nouns that a bare figure can be the number of: of people, in a place, in a force."""

STANDING = frozenset(
    "be stand reach hit exceed surpass total rise grow climb increase swell jump surge fall drop pass top number "
    "count comprise have keep hold muster house host maintain put shrink draw sink provide contribute send pledge "
    "register shelter sleep lodge take bed receive come see field offer promise join".split()
)
"""Verbs that say how many there are, or who fields or keeps them."""

SOLDIERLY = frozenset(
    "troop soldier army military mission contingent gendarme peacekeeper peacekeeping battalion brigade".split()
)
"""What has to be spoken of where police are troops."""

BEDS = frozenset("place bed berth cot".split())
"""What there are as many of as people may come: "20,000 places"."""
AWAY = frozenset("out off away ashore safety".split())

KINDS: dict[str, Population] = {
    "refugee": Population.REFUGEES,
    "protection": Population.REFUGEES,
    "asylum": Population.ASYLUM_SEEKERS,
    "migrant": Population.MIGRANTS,
    "migration": Population.MIGRANTS,
    "humanitarian": Population.REFUGEES,
    "displaced": Population.DISPLACED,
    "idp": Population.DISPLACED,
    "returnee": Population.RETURNEES,
    "evacuee": Population.EVACUEES,
}
"""Words that say which people driven from home are spoken of."""

CIVIL = frozenset(
    "folk townsfolk villager family household resident child woman civilian passenger hotel school church".split()
)
"""Words of a sentence that is not about forces, whatever the one before it is about."""

PROVIDING = frozenset("provide contribute send pledge promise join pencil chip".split())
"""What countries do with the forces that they deploy."""

LIMITS = frozenset("quota cap ceiling intake".split())
"""Nouns that a bare figure is the most of."""

ORDERED = {"order": Action.EVACUATE, "tell": Action.EVACUATE, "send": Action.EXPEL, "put": Action.EXPEL}
"""Verbs of the phrases in UPROOTING -> what those undergo whom they are told of."""
