"""The words for what a claim's fields can be."""

from geo.model import Action, Basis, Difference, Precision

VERBS: dict[Action, tuple[str, str, str]] = {
    Action.EXERCISE: ("took part in an exercise", "take part in an exercise", "in exercise"),
    Action.PRESENT: ("were present", "be present", "present"),
    Action.DEPLOY: ("were moved", "be moved", "moved"),
    Action.WITHDRAW: ("were withdrawn", "be withdrawn", "withdrawn"),
    Action.FLEE: ("fled", "flee", "fled"),
    Action.CROSS: ("crossed", "cross", "crossed"),
    Action.ARRIVE: ("arrived", "arrive", "arrived"),
    Action.RETURN: ("returned", "return", "returned"),
    Action.HOST: ("were hosted", "be hosted", "hosted"),
    Action.ACCEPT: ("were accepted", "be accepted", "to be accepted"),
    Action.EVACUATE: ("were evacuated", "be evacuated", "evacuated"),
    Action.DISPLACE: ("were displaced", "be displaced", "displaced"),
    Action.EXPEL: ("were expelled", "be expelled", "expelled"),
    Action.RECRUIT: ("were recruited", "be recruited", "recruited"),
    Action.CONTROL: ("under control", "come under control", "control"),
    Action.DESTROY: ("were destroyed", "be destroyed", "destroyed"),
    Action.DAMAGE: ("were damaged", "be damaged", "damaged"),
    Action.UNSTATED: ("", "", "action not stated"),
}
"""Action -> (what the counted people did, what they would do, one or two words for a row)."""

KINDS: dict[Action, str] = {
    Action.EXERCISE: "exercises",
    Action.PRESENT: "garrisons",
    Action.DEPLOY: "deployments",
    Action.WITHDRAW: "withdrawals",
    Action.FLEE: "crossings",
    Action.CROSS: "crossings",
    Action.ARRIVE: "arrivals",
    Action.RETURN: "returns",
    Action.HOST: "people hosted",
    Action.ACCEPT: "people accepted",
    Action.EVACUATE: "evacuations",
    Action.DISPLACE: "displacements",
    Action.EXPEL: "expulsions",
    Action.RECRUIT: "recruits",
    Action.DESTROY: "homes destroyed",
    Action.DAMAGE: "homes damaged",
}

MOVEMENTS = frozenset(
    {Action.DEPLOY, Action.WITHDRAW, Action.FLEE, Action.CROSS, Action.ARRIVE, Action.RETURN, Action.EVACUATE}
)

PRECISIONS: dict[Precision, str] = {
    Precision.POINT: "a point",
    Precision.AREA: "the whole area",
    Precision.LINE: "the whole line",
    Precision.UNLOCATED: "not located",
}

BASES: dict[Basis, str] = {
    Basis.TOTAL: "Running total",
    Basis.PLAN: "A plan: nobody counted",
    Basis.CAPACITY: "A capacity: nobody counted",
    Basis.ESTIMATE: "An estimate",
}

DIFFERENCES: dict[Difference, str] = {
    Difference.DATE: "other date",
    Difference.PLACE: "other place",
    Difference.GROUP: "other group",
    Difference.BASIS: "other kind of figure",
    Difference.ROUNDING: "rounded otherwise",
    Difference.NUMBER: "other number",
}
