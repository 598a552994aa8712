"""Every bound of Dateline in one place: what one visitor, one file or one link may ask of the machine.

What asks for more is refused before work starts, in one line that says what and why. ``docs/reliability.md`` names
the test that holds each and what was measured. Sizes are bytes, and times seconds of the clock, unless a line says so.
"""

# An article (geo.articles).
ARTICLE_BYTES = 500_000
"""The longest news features stay under 150 kB; more is another kind of file, and would take minutes to parse."""
ARTICLE_PARAGRAPHS = 10_000
"""A file of so many lines is a table or a log."""
SENTENCE_FIGURES = 60
"""Numbers of a sentence that is read; more are a table that lost its lines: nobody can tell what they count."""

# Days (geo.intake, geo.collections).
YEARS = (1800, 2200)
"""Of what is published, and of what a person says of a figure. Programs write 0001-01-01 and 9999-12-31 for none."""

# A file of any format that is brought in (geo.intake); most of these are kept by the process that parses.
INTAKE_FILE_BYTES = 64_000_000
"""A year of a newsletter as one mailbox stays under it."""
INTAKE_UNPACKED_BYTES = 256_000_000
"""Of all that one file holds, unpacked, members of members included."""
INTAKE_TIMES_PACKED = 200
"""How many times larger than packed a file may be; prose shrinks to a third, a table to a twentieth."""
INTAKE_WORD_PART_BYTES = 24_000_000
"""Of one part of a Word file, unpacked; a novel has 5 MB."""
INTAKE_ANSWER_BYTES = 32_000_000
"""Of one article as JSON: the largest text, escaped, and its head."""
INTAKE_MEMBERS = 20_000
"""Articles, messages, entries or files in one file."""
INTAKE_DEPTH = 4
"""A file in a message in an archive in an archive."""
INTAKE_PAGES = 400
INTAKE_PDF_LETTERS = 100_000
"""On a page; one of a newspaper has 30,000, a drawing made of letters more. It takes a second."""
INTAKE_MAIL_PARTS = 200
INTAKE_FEED_ENTRIES = 2_000
"""Feeds have some dozen entries, archives some hundred."""
INTAKE_CHARACTERS = 2_000_000
"""Of one article before geo.articles refuses it by its own limit."""
INTAKE_NAME = 200
"""Characters of a file's name as it is shown."""
INTAKE_FIELD = 500
"""Characters of a title, a name or an address; more is no such thing."""
INTAKE_PROCESSOR_SECONDS = 30
"""Of one file, members not counted; they have their own."""
INTAKE_SECONDS = 90
FEED_PAGES = 100
"""Pages that are fetched for the teasers of one feed."""
FETCH_HOPS = 6
"""Addresses that one leads on to; more is a circle."""
FETCH_SECONDS = 60
"""Of one page, from its first address to its last byte."""
FETCH_WAIT_SECONDS = 15
"""Of silence of the other side."""
INTAKE_MEMORY = 1_500_000_000
"""Of address space of the process that parses, its libraries included (about 400 MB)."""

# What people add (geo.collections, geo.panels.desk).
COLLECTION_WORDS = 300
"""Characters of a title or a standfirst."""
ABOUT_BYTES = 100_000
"""Of the file that holds these two."""
DECISIONS_BYTES = 500_000_000
"""Of the file of all decisions about a collection; a thousand take a megabyte."""
BUNDLE_DECISIONS = 50_000
"""In a collection's zip; somebody who checks figures without a break makes 10,000 in a week."""
DECISION_WHY = 1_000
"""Characters of a reason or a name; a decision is no place for documents."""
DECISION_WORDS = 300
"""Characters of the words that somebody selects as a figure."""
DECISION_PLACES = 2_000
"""Times that such words stand in their article; of what stands there more often nobody can tell which is meant."""
WAITING_BYTES = 50_000_000
"""Of what was read at the desk and not kept yet, where it is written down; what is more ends with the server."""
DESK_SHOWN = 20
"""Articles whose figures are shown before they count; of more the rest is counted."""
DESK_BUILD_SECONDS = 3_600
"""Of a build that somebody at the desk waits for."""

# A visitor's own copy of a collection (geo.panels.desk.own).
OWN_COPIES = 20
"""Visitors with a copy, on one server."""
OWN_COLLECTIONS = 3
"""That one visitor has a copy of."""
OWN_BYTES = 6_000_000
"""Of the data set that a copy begins with (3,000 figures have 5.4 MB), and of its decisions."""
OWN_ARTICLES = 40
OWN_REFUSED = 200
"""Files, entries and the like of one drop that are looked at."""
OWN_TEXT_BYTES = 2_000_000
"""Of all articles that are added to a copy."""
OWN_IDLE_SECONDS = 1_800
"""After which a copy ends where another visitor needs the room."""
OWN_GONE_SECONDS = 300
"""After which the copy of a closed page ends where another visitor needs the room; one that only lost its connection,
or was loaded again, is back before."""
OWN_KEPT_SECONDS = 1_800
"""After which the copy of a closed page ends; until then the tab that it was made in finds it again."""
OWN_READERS = 1
"""Visitors whose articles are read at a time; reading takes a core and 600 MB."""
OWN_LOOKING_UP = 2
"""Places that are looked up at a time."""
OWN_WAIT_SECONDS = 30
"""That another one waits for that."""
OWN_READ_SECONDS = 300
"""Of one reading or build of a copy."""

# Many articles, read by many processes (geo.cluster).
SHARD_SECONDS = 600
"""Of a shard of articles; the longest article that is read at all takes 10, and a busy machine is some times slower."""
WORKER_SHARDS = 200
"""That a process reads; then another takes over, so that nothing that a library keeps can pile up."""
WORKER_MEGABYTES = 1_200.0
"""That it may hold at its peak (10^6 bytes) before another takes over; 500 are usual."""

CLUSTER_SECONDS = 30
"""That a scheduler may take to answer."""
CLUSTER_LONELY_SECONDS = 600
"""That a scheduler may be without a worker before a build gives up."""

# The data set (geo.dataset).
DATASET_BYTES = 100_000_000
"""Of ``data/collection.json``: 3,000 figures are 5.4 MB. Looked at before the file is read."""
DATASET_NUMBER = 10_000_000_000
"""People: more than live. A larger bound of a figure, or a negative one, is no reading of ours."""
DATASET_POSITIONS = 2_000_000
"""Positions of all geometries; the borders of all countries together have a tenth."""

# The tables of a large collection (geo.store).
STORE_FIGURES = 5_000
"""Figures from which a collection is asked as tables; below, all of it is kept by the page."""
STORE_MANIFEST_BYTES = 1_000_000
STORE_SECONDS = 10.0
"""Of one question; at a million figures the slowest takes a second."""
STORE_WRITING_SECONDS = 120.0
"""Of one question while tables are written, for which nobody waits at a page."""
STORE_AGAIN = 300_000
"""Figures up to which rows of the tables before are taken into memory, to be used again: 1 kB each."""
STORE_MEMORY = "300MB"
"""Of all questions of one process together, as DuckDB counts."""
STORE_THREADS = 2
STORE_FEW = 100_000
"""Figures up to which one thread answers, of so few as fast as two, and gives its memory back: 8 and 11 MB of 255."""
STORE_SPARE = "1MB"
"""That it keeps of its memory then; to take it anew costs a question a millisecond or five."""
STORE_PART = 2_000
"""Figures that an export holds at a time."""
STORE_PAGE = 50
"""Figures in one part of a list."""
STORE_MOVEMENTS = 10
"""Movements of a part of what is told differently; each has up to ``STORE_PAGE`` tellings."""
STORE_CELLS = 400
"""Symbols that one view of a map is sent."""
STORE_KEPT = 16
"""Answers that are kept to ask further; at a million figures each takes up to four megabytes."""
STORE_NAMED = 500
"""Places that a filter offers, the fullest; a search finds the others."""

# A link (geo.sharing.link) and the messages of a page (geo.panels).
LINK_CHARACTERS = 8_000
"""Of a whole link, and of the id that a click on the page carries."""
LINK_WORDS = 200
"""Characters of a search, and of an id."""
LINK_FIELDS = 300
"""Parameters of an address."""
LINK_MARKS = 300
"""Figures that a link can carry a mark of."""
CAMERA_ZOOM = (1.5, 12.0)
"""Leaflet's zoom: ``minZoom`` and ``maxZoom`` of geo/maps/browser/map.js, which says the same."""
CAMERA_LATITUDE, CAMERA_LONGITUDE = 85.06, 180.0
"""Degrees, on both sides of zero: where Web Mercator ends, and longitudes as the page writes them."""

# What is sent to the server (geo.panels.gate).
MESSAGES_A_SECOND = 20
"""Of one connection; further ones wait. Each may start a run of the page."""
MESSAGE_BURST = 60
"""That are heard at once, after a rest."""
MESSAGE_FILES = 200
"""Addresses for files that are asked for in one message."""
MESSAGE_WIDGETS = 2_000
"""Values in one message; a page has some dozen widgets."""
FIRST_SECONDS = 60
"""That the server's own first visit may take (geo.panels.first)."""
SHELF_FILE = 8_000_000
"""Bytes of a file that is read whole for whoever asks (geo.panels.shelf); Streamlit sends larger ones in parts."""
SHELF_BYTES = 8_000_000
"""Of files that are kept compressed; the map's ground and the scripts of a first view are 1.5 million."""
UPLOADS_EACH, UPLOADS_TOGETHER = 20, 60
"""Times the largest file (server.maxUploadSize, 5 MB): what the files of one session, and all, may take of memory."""
UPLOAD_SECONDS = 300
"""Of one file, from its first byte to its last: 5 MB at 17 kB a second."""

# The process that serves the page (geo.panels.memory).
PAGE_FILES = 65_536
"""Open files; an open page takes four."""

# An article on the page (geo.sheets.reader).
READER_CHARACTERS = 12_000
"""Of an article's text in one part; the next part is asked for with a click."""
READER_MARKS = 400
"""Marked figures and places in one part."""
READER_STRETCHES = 200
"""Paragraphs in one part."""

# Pictures and other files (geo.sharing).
LEFT_SECONDS = 3_600
"""After which a file that was begun in a folder for exports is what a killed program left."""
PUBLISHED_BYTES = 1_000_000
"""Of the list of the files of a publication; one of 10,000 figures has 300."""
FILE_SECONDS = 60
FILE_PROCESSOR_SECONDS = 40
"""The dearest file of 4,900 figures, the page in one file, takes 6."""
FILE_MEMORY = 2_500_000_000
"""Of address space of the process that makes a file, of which its libraries map 1.4 GB without using it; that page of
4,900 figures holds 0.4 GB."""
PICTURE_SECONDS = 30
PICTURE_PROCESSOR_SECONDS = 20
PICTURE_MEMORY = 700_000_000
"""Of address space of the process that turns an SVG into a PNG; it holds about a fifth of it."""
PICTURE_SVG = 20_000_000
FILES_KEPT = 48_000_000
"""Of files that were made and are kept for whoever asks for the same view next."""
FILES_WAITING = 4
"""Visitors who wait while somebody else's file is made; the next one is told to come back."""
FILES_SECONDS = 60
"""That one of them waits at most."""
STREAMS = 2
"""Files of a large collection that are sent at a time; whoever asks for another is told to come back."""
STREAM_PACE, STREAM_GRACE_SECONDS = 20_000, 30
"""Bytes a second that a visitor takes of such a file, but for its beginning: a slower one makes room for others."""
STREAM_SECONDS = 3_600
STREAM_PROCESSOR_SECONDS = 3_000
"""A million figures as GeoJSON take a third of it."""
STREAM_BYTES = 65_536
"""That are read of a process and sent on."""
GROUND_SQUARES = 12
"""Detailed squares of the basemap kept in memory for pictures, of 238."""
