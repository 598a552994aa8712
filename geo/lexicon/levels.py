"""How many there are of a kind, told of a noun: "troop levels fell to", "the force was cut to", "arrivals topped"."""

MEASURES = frozenset("number level total strength figure tally count headcount population size".split())
"""Nouns that say how many there are of whom a word beside them names: "troop levels", "the refugee population"."""
CONTINGENTS = frozenset(
    "force mission contingent brigade battalion garrison detachment operation deployment presence".split()
)
"""Nouns that are as many soldiers as they are said to have."""
ARMS = frozenset("troop troops force military army combat peacekeeper peacekeeping personnel".split())
"""Words that make a measure one of soldiers: "force levels", "military personnel numbers"."""
CIVIL = frozenset("police work labour labor task sales rescue aid relief trade fact medical".split())
"""Words that make a force or a mission one of no soldiers."""
UPROOTING = frozenset("displacement".split())
"""Nouns of doing that are told of people on the move alone."""

CHANGING = frozenset(
    "rise grow climb increase swell expand double triple quadruple soar surge jump leap balloon mushroom rebound "
    "fall shrink drop decline dwindle decrease plunge plummet sink slump dip slip cut reduce trim slash halve scale "
    "lower raise boost enlarge bring draw whittle pare strengthen beef build ramp take cap limit thin "
    "slow ease edge tick creep inch recover".split()
)
"""Verbs of what comes to a number: "was cut to 700", "has grown to 5,000", "brought its force down to"."""
SHRINKING = frozenset(
    "fall shrink drop decline dwindle decrease cut reduce trim slash halve lower whittle pare scale".split()
)
"""Those of ``CHANGING`` that leave fewer: who will be "cut to 700" does not move there, even in time to come."""
REACHING = frozenset(
    "reach hit top pass exceed surpass cross near approach touch total number count break comprise".split()
)
"""Verbs whose object is the number that there is."""
TOTALLING = frozenset("number total come amount".split())
"""Verbs that tell how many people there are whom their subject names: "the refugees number 900", "came to 900"."""
STANDING = frozenset("stand stay remain be hover hold run peak put estimate reckon assess".split())
"""Verbs of being at a number: "stood at 5,000", "have stayed above", "is put at"."""
WEIGHING = frozenset("put estimate reckon assess set place".split())
"""Verbs of somebody who says that there are so many of their object: "estimates the strength of the group at 280"."""
WEIGHED = frozenset({"strength", "size"})
"""Their objects that are levels; "the number of" is told otherwise."""
BANDS = frozenset("group militia army force movement insurgency faction gang wing column garrison".split())
"""What has a strength in fighters where it is said to have one: "the strength of the group"."""
PEAKS = frozenset("record high low peak maximum".split())
"""What a number can be on the way to its verb: "hit a record 4.2 million"."""
PRODUCING = frozenset("produce generate".split())
"""Verbs whose subject is the country that refugees come from: "has produced 5 million refugees"."""
TOWARDS = frozenset({"to"})
AMOUNTING = frozenset("at above below under over around near past beyond about".split())
