"""What people do and what is done with them: the verbs and nouns of moving, staying, serving, fleeing."""

from itertools import product

from geo.model import Action


def _all(action: Action, lemmas: str) -> dict[str, Action]:
    return dict.fromkeys(lemmas.split(), action)


VERBS: dict[str, Action] = {
    **_all(Action.EXERCISE, "exercise drill rehearse train"),
    **_all(
        Action.PRESENT,
        "house station base garrison remain stay live reside number comprise consist keep maintain camp fight serve "
        "operate patrol command field guard defend resist",
    ),
    **_all(
        Action.DEPLOY,
        "deploy redeploy reposition send dispatch relocate mass amass reinforce transfer rush move shift position "
        "concentrate muster fly order commit contribute bring surge assemble post",
    ),
    **_all(Action.WITHDRAW, "withdraw pull demobilise demobilize quit vacate"),
    **_all(Action.FLEE, "flee retreat escape abandon desert"),
    **_all(Action.CROSS, "cross enter pour stream flood trek pass spill"),
    **_all(Action.ARRIVE, "arrive reach land come dock berth disembark"),
    **_all(Action.RETURN, "return repatriate"),
    **_all(Action.HOST, "host shelter accommodate lodge"),
    **_all(Action.ACCEPT, "accept receive welcome admit resettle absorb"),
    **_all(Action.EVACUATE, "evacuate airlift rescue evacuated"),
    **_all(Action.DISPLACE, "displace uproot dislocate evict displaced uprooted"),
    **_all(Action.EXPEL, "deport expel"),
    **_all(Action.RECRUIT, "recruit mobilise mobilize conscript draft enlist"),
    **_all(Action.CONTROL, "control hold seize capture occupy"),
}

NOMINALS: dict[str, Action] = {
    **_all(Action.EXERCISE, "exercise drill manoeuvre maneuver wargame training"),
    **_all(Action.DEPLOY, "relocation deployment dispatch build-up buildup reinforcement transfer redeployment"),
    **_all(Action.WITHDRAW, "withdrawal pullout pull-out drawdown"),
    **_all(Action.FLEE, "exodus flight retreat escape departure"),
    **_all(Action.ARRIVE, "arrival influx inflow"),
    **_all(Action.CROSS, "crossing"),
    **_all(Action.RETURN, "return repatriation"),
    **_all(Action.EVACUATE, "evacuation airlift"),
    **_all(Action.DISPLACE, "displacement"),
    **_all(Action.EXPEL, "deportation expulsion"),
    **_all(Action.RECRUIT, "mobilisation mobilization conscription recruitment call-up callup"),
    **_all(Action.PRESENT, "presence garrison"),
    **_all(Action.ACCEPT, "admission intake resettlement"),
    **_all(Action.HOST, "capacity"),
}

PHRASES: dict[tuple[str, str], Action] = {
    **dict.fromkeys(
        product(("take", "seek", "find"), "refuge shelter asylum safety sanctuary cover".split()), Action.FLEE
    ),
    ("claim", "asylum"): Action.FLEE,
    ("make", "way"): Action.CROSS,
    ("leave", "home"): Action.FLEE,
    ("leave", "house"): Action.FLEE,
    ("lose", "home"): Action.DISPLACE,
    ("lose", "house"): Action.DISPLACE,
    ("lose", "shelter"): Action.DISPLACE,
}
PARTICLES: dict[tuple[str, str], Action] = {
    ("call", "up"): Action.RECRUIT,
    ("take", "in"): Action.ACCEPT,
    ("let", "in"): Action.ACCEPT,
    ("let", "through"): Action.CROSS,
    ("bring", "home"): Action.WITHDRAW,
    ("send", "home"): Action.RETURN,
    ("send", "back"): Action.RETURN,
    ("fly", "back"): Action.RETURN,
    ("fly", "home"): Action.RETURN,
    ("go", "back"): Action.RETURN,
    ("come", "back"): Action.RETURN,
    ("walk", "in"): Action.ARRIVE,
    ("move", "back"): Action.RETURN,
    ("bring", "back"): Action.RETURN,
    ("take", "back"): Action.RETURN,
    ("hand", "back"): Action.RETURN,
    ("go", "home"): Action.RETURN,
    ("fly", "out"): Action.EVACUATE,
    **dict.fromkeys(product(("drive", "force", "push", "chase", "burn"), ("out",)), Action.DISPLACE),
    **dict.fromkeys(product(("come", "wade"), ("ashore",)), Action.ARRIVE),
    **dict.fromkeys(product(("bring", "take"), ("ashore",)), Action.EVACUATE),
    ("let", "out"): Action.EVACUATE,
    ("turn", "back"): Action.EXPEL,
}
DRIVEN_OUT = frozenset({Action.FLEE, Action.EVACUATE, Action.DISPLACE})
ENLISTED = frozenset("man volunteer".split())
ENLISTING = frozenset("conscript draft enlist".split())
"""Verbs that make soldiers of people of any kind."""
CAUSES = frozenset("send force drive push prompt see make cause lead oblige compel let have help watch trigger".split())
HARM = frozenset(
    "kill wound injure hurt neutralise neutralize die capture detain arrest execute behead murder lose hospitalise "
    "hospitalize bury ambush jail free release exchange swap "
    "massacre slaughter abduct kidnap drown imprison shoot starve charge convict".split()
)
PARTICIPATE = frozenset(
    "take participate join engage involve include feature hold conduct stage launch begin plan".split()
)
EXERCISES = frozenset("exercise drill manoeuvre maneuver game wargame training".split())
DRIVE = frozenset("force drive push chase burn compel".split())
"""Verbs of those who make others leave where they live."""
BROUGHT = frozenset("take bring bus ferry transport carry guide lead shuttle go".split())
CARRYING = frozenset("carry bear transport ferry hold bring".split())
"""What a boat, a bus or a convoy does with people, who then go where it goes."""
CARRIERS = frozenset(
    "boat ship vessel dinghy raft ferry yacht trawler tanker canoe bus coach truck lorry train convoy caravan column "
    "plane flight jet aircraft airliner helicopter".split()
)
LODGED = frozenset("put place sleep lodge settle live stay seek be register crowd cram pack squeeze huddle".split())
"""Verbs that tell of people on the move only together with where to, or where: a haven."""
HOLDING = frozenset("have hold contain house".split())
"""Verbs that tell of people on the move only where a haven does so: "the camp has 92,000 people"."""
LINES = frozenset("border frontier front line coast street".split())
"""Where troops are put who are sent there: "put 15,000 soldiers along the border"."""
ENCAMPED = frozenset("camped encamped sheltered".split())
"""Participles of those who stay where they do not live: "remain camped"."""
LIVING = frozenset("live reside".split())
"""Verbs that tell of migrants where those who do so are nationals of another country."""
BRACING = frozenset("prepare brace".split())
"""With "for": people who are expected to arrive."""
CAPACITY = frozenset("room space bed capacity build design mean intend".split())
"""With "for": as many as a haven can take."""
LEFT = frozenset(
    "home house village town city area camp region province country district neighbourhood neighborhood territory zone "
    "settlement enclave suburb capital island state place land north south east west valley site".split()
)
"""What people leave who flee; who leaves a factory or a square goes home."""
HAVENS = frozenset("shelter refuge safety tent camp sheeting tarpaulin canvas open".split())
GROUNDS = frozenset("place area ground location zone centre center site facility district spot building".split())
SAFE = frozenset(
    "safe safer safest higher high evacuation relief reception displacement transit collective emergency dry".split()
)
"""What makes a ground a haven: "safer places", "evacuation centres"."""
MOVED = frozenset("relocate move transfer relocation transfer shift".split())
BOUND = frozenset("leave depart head bind set sail embark go".split())
"""Verbs that lead to what stands after "for": "left Fort Drum for Poland"."""
GOING = frozenset(
    "go head travel walk drive depart journey proceed sail set bind march hike advance move ride trudge race".split()
)
"""Plain verbs of going, which soldiers and refugees do not do every day: "went to Kuwait"."""
MARCHING = frozenset("march roll advance storm barge push drive".split())
"""Verbs that lead troops over a border or into a town, with where to: "marched into Rafah"."""
HOMES = frozenset("home house village town".split())
HOMELESS = frozenset("displace homeless uproot displaced".split())
RUIN: dict[str, Action] = {
    **_all(
        Action.DESTROY,
        "destroy demolish raze flatten level collapse burn torch gut wreck bury bulldoze obliterate lose destruction "
        "demolition incinerate pulverise pulverize",
    ),
    **_all(Action.DAMAGE, "damage flood inundate submerge swamp shatter crack unroof damaged uninhabitable"),
    **_all(Action.EVACUATE, "evacuate evacuation abandon"),
}
"""What befalls homes, by verb, noun or adjective."""
RUIN_PARTICLES = frozenset(
    [
        *((verb, "away") for verb in ("wash", "sweep", "carry", "blow")),
        *((verb, "down") for verb in ("knock", "pull", "tear", "blow", "bring", "fall", "burn")),
        ("wipe", "out"),
    ]
)
"""Verbs that destroy homes with their particle alone."""
MOVES = frozenset(
    {Action.FLEE, Action.CROSS, Action.ARRIVE, Action.RETURN, Action.EVACUATE, Action.DISPLACE, Action.EXPEL,
     Action.HOST, Action.ACCEPT}
)  # fmt: skip
"""What makes people of any kind ("civilians", "families") people who moved."""
