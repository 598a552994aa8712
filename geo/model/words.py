"""The closed vocabularies of a claim."""

from enum import StrEnum


class Panel(StrEnum):
    """The two panels of figures about people, and everything that belongs in neither."""

    TROOPS = "troops"
    DISPLACED = "displaced"
    OTHER = "other"


class Population(StrEnum):
    """Who is counted; for territory and housing, what is. Homes are never turned into people."""

    TROOPS = "troops"
    REFUGEES = "refugees"
    ASYLUM_SEEKERS = "asylum seekers"
    DISPLACED = "displaced people"
    EVACUEES = "evacuees"
    RETURNEES = "returnees"
    MIGRANTS = "migrants"
    CIVILIANS = "civilians on the move"
    TERRITORY = "territory"
    HOUSING = "housing"

    @property
    def panel(self) -> Panel:
        if self is Population.TROOPS:
            return Panel.TROOPS
        if self in (Population.TERRITORY, Population.HOUSING):
            return Panel.OTHER
        return Panel.DISPLACED


class Basis(StrEnum):
    """What kind of figure it is; figures on different bases never add up."""

    EVENT = "event"
    TOTAL = "running total"
    STOCK = "stock"
    PLAN = "plan"
    CAPACITY = "capacity"
    ESTIMATE = "estimate"


class Action(StrEnum):
    """What the counted people do, or what is done with them."""

    EXERCISE = "exercise"
    PRESENT = "present"
    DEPLOY = "deploy"
    WITHDRAW = "withdraw"
    FLEE = "flee"
    CROSS = "cross"
    ARRIVE = "arrive"
    RETURN = "return"
    HOST = "host"
    ACCEPT = "accept"
    EVACUATE = "evacuate"
    DISPLACE = "displace"
    EXPEL = "expel"
    RECRUIT = "recruit"
    CONTROL = "control"
    DESTROY = "destroy"
    DAMAGE = "damage"
    UNSTATED = "unstated"


class Role(StrEnum):
    """What a place is to a claim."""

    AT = "at"
    FROM = "from"
    TO = "to"
    NEAR = "near"
    VIA = "via"


class Status(StrEnum):
    """How firmly the article lets the figure stand."""

    REPORTED = "reported"
    PLANNED = "planned"
    PLEDGED = "pledged"
    CLAIMED = "claimed"
    ESTIMATED = "estimated"
    DENIED = "denied"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Frame(StrEnum):
    """What a figure says happens to the people it counts; every number of people has one.

    Which frames are published in a panel is decided last (``geo.claims.frames``).
    """

    MOVED = "moved"
    PRESENT = "present"
    EXERCISE = "exercise"
    HOSTED = "hosted"
    PLANNED = "planned"
    LEFT_BEHIND = "left behind"
    RETURNED = "returned"
    RECRUITED = "recruited"
    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    AIDED = "aided"
    AFFECTED = "affected"
    POLLED = "polled"
    THING = "thing"
    HELD = "held"
    RUINED = "ruined"
    OTHER = "other"


class How(StrEnum):
    """Where in the article the words stand that a slot of a claim was filled from."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    EARLIER = "earlier"
    LATER = "later"
    HEADLINE = "headline"
    DATELINE = "dateline"
    NATIONALITY = "nationality"
    PUBLICATION = "publication"
