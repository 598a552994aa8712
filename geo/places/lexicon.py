"""Words and labels that tell a place name from other capitalised words in English news.

Labels and tags are those of spaCy's English models (OntoNotes 5 entities, Universal Dependencies tags).
"""

from geo.model import PlaceKind

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
NEVER_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
CONNECTORS = frozenset(
    """
of the al el ul au aux en es ez et ar as ash ad az
de del des du la las le los di da do dos e i sur upon on am an der bin and - – ' ’ 's ’s
""".split()
)
# Words in small letters that a facility's name may end in: "Zamzam camp", "Rafah border crossing".
TAILS = frozenset(
    """
camp crossing base air naval airbase refugee border nuclear power plant steel steelworks airport complex bridge
settlement garrison terminal checkpoint gate corridor facility territory territories oblast
""".split()
)
# Words that make the name before them a newspaper, a broadcaster or a team.
PRESS_AFTER = frozenset(
    """
times post herald tribune news gazette journal star chronicle observer telegraph mail guardian press today radio
television tv united fc rovers
""".split()
)
PERSON_TITLES = frozenset(
    """
mr mrs ms dr sir lord lady president minister general gen colonel col major captain capt lieutenant lt sergeant sgt
senator sen rep governor gov mayor judge justice pope king queen prince princess sheikh sultan emir imam
""".split()
)
DISEASES_AFTER = frozenset("virus fever disease syndrome variant strain flu influenza ebolavirus hemorrhagic".split())
# Words that are towns or rivers somewhere and hardly ever meant so: sides, kinds of place, offices, institutions,
# colours and parties, numbers, days and months, the furniture of web pages.
COMMON = frozenset(
    """
north south east west northern southern eastern western central upper lower inner outer greater old new far near middle
mid city county town village district state province region area zone island islands river lake valley bay hill hills
mountain mountains port bridge park road street station airport center centre square hall house church zoo earth nature
continent police officer officers army navy force forces guard commander chief captain major general admiral president
vice minister secretary senator governor judge justice doctor prince princess king queen sir lord lady saint god mother
father brother sister man men woman women people federal national international united royal congress parliament
university college school hospital court bank press media internet union league club group party law liberty victory
independence sun star globe golden grand green orange rose red white black blue republican democratic liberal
conservative labour labor olympic olympics best most many of and the rest one two three four five six seven eight nine
ten first second third spring summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday january
february march april may june july august september october november december page post times mail read reading write
follow share photo video image update watch live here also more like this
""".split()
)
NOT_PLACE_NAMES = frozenset("military army navy police ministry command organization organisation party".split())
GENERIC_ENDS = frozenset(
    """
county counties island islands valley road street avenue boulevard highway lane drive square airport bridge castle park
hospital crescent theatre theater prison jail barracks museum gallery
church mosque cathedral beach bay creek canyon forest mountains mountain hills ridge district heights harbour
harbor falls peninsula strait gulf canal dam reservoir tower palace station stadium port square co.
""".split()
)
NEVER_TAGS = frozenset({"VERB", "ADV", "AUX", "PRON", "DET", "NUM"})
THING_LABELS = frozenset({"EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
INSIDE = frozenset("in near outside across into around within".split())
# Verbs that lead from and to places, and verbs whose object is a place where it can be one.
MOVES = frozenset(
    """
flee move travel arrive return go come drive withdraw retreat march advance deploy send relocate evacuate cross transfer
deport fly bring escape migrate walk ship push chase force expel oust rout displace uproot evict hound drive head
depart set trek pour stream pull redeploy airlift bus ferry truck transport carry smuggle land disembark sail swim run
trickle straggle swarm spill flock file drift rush infiltrate
""".split()
)
BOUND = frozenset("leave depart head set bind sail embark".split())
TAKES = frozenset(
    """
seize enter reach retake take leave capture shell bombard besiege flee storm overrun liberate recapture encircle
hit shake rock pound strike batter devastate ravage flood quit vacate abandon evacuate
""".split()
)
RAIDS = frozenset("attack raid loot pillage torch raze burn bomb bombard ransack sack occupy".split())
"""What is done to a town, told in the passive: "X was raided"; in the active voice it is done to people too."""
SHELTERS = frozenset("host shelter house accommodate".split())
LANDMARKS = frozenset("border frontier coast shore river valley mountains highlands outskirts miles kilometres".split())
# Nouns of what a town has or is done with, before "of X", "to X", "for X", "from X", "on X"; and behind X or X's.
OF_A_TOWN = frozenset(
    """
mayor governor resident inhabitant people population citizen villager civilian family refugee evacuee outskirt suburb
street centre center neighborhood neighbourhood district port airport airfield siege shelling bombardment bombing
battle fight fighting fall capture liberation recapture evacuation defence defense destruction road highway route
corridor flight convoy bus train ferry trip attack assault advance offensive strike raid rest part area north
south east west city town village province region
""".split()
)
BEHIND_A_TOWN = frozenset(
    """
resident airport airfield hospital mayor prison jail market port harbor harbour station railway university stadium
suburb outskirt district neighborhood neighbourhood bridge dam population inhabitant hospitals highway road
""".split()
)
LOCATIVE = frozenset(
    "in inside at near from to into onto outside around across through via toward towards within of".split()
)
LEADING = (LOCATIVE - {"of", "via"}) | {"on", "off", "between"}
"""What leads to a place, and to a person seldom."""
NAMED_ABROAD = frozenset("US CA GB AU NZ".split())
"""Countries that have a namesake of nearly every place and send their people everywhere: to be told of says little."""
# Kinds that tell a place's name wherever they are printed with it in small letters: "X district", "the village of X".
NAMED_KINDS = frozenset(
    """
province oblast governorate district county prefecture region village town city suburb municipality township commune
neighborhood neighbourhood villages towns cities districts provinces counties
communes municipalities hamlet territory department canton
hamlets barangay barangays regency regencies subdivision locality localities parish regions suburbs crossing port
""".split()
)
VILLAGES = frozenset("village villages hamlet hamlets barangay barangays locality localities".split())
"""Kinds whose places the gazetteer often lacks, and knows others by the first word of their name."""
CAMPS = frozenset("camp camps settlement settlements".split())
"""Kinds that tell a name after "at": "the camps at X and Y"."""
REGIONS = frozenset("region regions regional".split())
"""Kinds behind a people's name that is a province's: "the Somali region"."""
# Kinds of province that are printed as a part of the name: "Fars Province".
PROVINCE_KINDS = frozenset("Province Governorate Oblast Region State Prefecture District County Krai".split())
STREETS = frozenset("Street Road Avenue Boulevard Lane Drive Way Rd Ave Blvd Highway Terrace".split())
SPEECH = frozenset("say report tell add write note announce quote cite warn claim explain".split())
# Words in the name of an organisation that make the place in it no more than a part of that name.
INSTITUTIONS = frozenset(
    """
university college school institute institution academy polytechnic seminary united fc cf afc rovers wanderers athletic
club league cup corporation corp corp. inc inc. ltd ltd. plc llc company co co. group holdings airlines airways bank
motors motor industries records press times daily herald tribune gazette journal television radio tv
broadcasting magazine news zoo festival games grand prix marathon open championship championships
""".split()
)
KIND_WORDS = {
    "province": PlaceKind.PROVINCE, "oblast": PlaceKind.PROVINCE, "region": PlaceKind.PROVINCE,
    "governorate": PlaceKind.PROVINCE, "state": PlaceKind.PROVINCE, "district": PlaceKind.PROVINCE,
    "county": PlaceKind.PROVINCE, "prefecture": PlaceKind.PROVINCE, "department": PlaceKind.PROVINCE,
    "city": PlaceKind.CITY, "town": PlaceKind.CITY, "village": PlaceKind.CITY, "suburb": PlaceKind.CITY,
    "capital": PlaceKind.CITY, "port": PlaceKind.CITY, "municipality": PlaceKind.CITY, "neighborhood": PlaceKind.CITY,
    "neighbourhood": PlaceKind.CITY, "river": PlaceKind.RIVER, "lake": PlaceKind.LAKE, "sea": PlaceKind.SEA,
    "crossing": PlaceKind.CROSSING, "camp": PlaceKind.SITE, "base": PlaceKind.SITE, "airbase": PlaceKind.SITE,
}  # fmt: skip
# Countries, regions and peoples' lands that English names with the article, and rivers too.
ARTICLED_COUNTRIES = frozenset(
    """
congo gambia sudan ukraine lebanon volta bekaa beqaa senegal tigray caribbean donbas crimea amazon bronx
""".split()
)
CROSSED = frozenset(
    """
across along cross crossed crosses crossing over swam swim swum forded ford bank banks shore shores down up
navigate navigated navigable bridge bridges ferry ferried
""".split()
)
# Organisations and armed groups with a word in their names that is a place somewhere, in small letters.
ORGANISATIONS = frozenset(
    tuple(name.split())
    for name in """
al qaeda;al - qaeda;al - qaida;al qaida;al-qaeda;al-qaida;al shabaab;al - shabaab;al-shabaab;al nusra;al - nusra
al-nusra;jabhat al nusra;jabhat al - nusra;jabhat al-nusra;ahrar al sham;ahrar al - sham;ahrar al-sham;ansar dine
ansar al sharia;ansar al - sharia;hayat tahrir al sham;hayat tahrir al - sham;hayat tahrir al-sham;boko haram;hamas
fatah;hezbollah;hizbollah;hizbullah;islamic jihad;islamic state;is;isis;isil;daesh;taliban;houthi;houthis;janjaweed
wagner;wagner group;m23;adf;codeco;lra;rsf;saf;ypg;ypj;sdf;pkk;pyd;tplf;ola;uno;un;who;msf;iom;ocha;unhcr;unicef;wfp
icrc;unrwa;ecowas;igad;amisom;atmis;monusco;minusma;minusca;unmiss;unifil;isaf;nato;seleka;fano;mai mai;mai - mai;fdlr
lashkar e taiba;lashkar - e - taiba;jaish e mohammad;abu sayyaf;red cross;red crescent;save the children;world vision
mercy corps;human rights watch;amnesty;amnesty international;kataib hezbollah;badr organization;badr organisation
""".replace("\n", ";").split(";")
    if name
)
LONGEST_ORGANISATION = 5
"""Words of a name of ORGANISATIONS."""
CREDITS = (
    "reporting by", "additional reporting by", "writing by", "editing by", "compiled by", "reporting and writing by",
)  # fmt: skip
"""How a paragraph that names those who made the article begins: its places are not the story's."""
TOWNS = frozenset("town city village port island".split())
PERSONAL = frozenset("he she his her him hers who".split())
# What countries do, and the persons that have their names seldom: "Chad hosts", "Jordan, which borders".
STATES_DO = frozenset(
    """
host shelter border accuse deploy send close open recall expel declare ratify annex invade airlift take accept admit
receive house withdraw recognise recognize sign
""".split()
)
