"""Every bound of Dateline in one place: what one visitor, one file or one link may ask of the machine.

What asks for more is refused before work starts, in one line that says what and why. ``docs/reliability.md`` names
the test that holds each and what was measured. Sizes are bytes, and times seconds of the clock, unless a line says so.
"""

# An article (geo.articles).
ARTICLE_BYTES = 500_000
"""The longest news features stay under 150 kB; more is another kind of file, and would take minutes to parse."""
ARTICLE_PARAGRAPHS = 10_000
"""A file of so many lines is a table or a log."""

# The data set (geo.dataset).
DATASET_BYTES = 100_000_000
"""Of ``data/collection.json``: 3,000 figures are 5.4 MB. Looked at before the file is read."""
DATASET_NUMBER = 10_000_000_000
"""People: more than live. A larger bound of a figure, or a negative one, is no reading of ours."""
DATASET_POSITIONS = 2_000_000
"""Positions of all geometries; the borders of all countries together have a tenth."""

# A link (geo.sharing.link) and the messages of a page (geo.panels).
LINK_CHARACTERS = 8_000
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

# An article on the page (geo.panels.reader).
READER_CHARACTERS = 12_000
"""Of an article's text in one part; the next part is asked for with a click."""
READER_MARKS = 400
"""Marked figures and places in one part."""
READER_STRETCHES = 200
"""Paragraphs in one part."""

# Pictures and other files (geo.sharing).
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
GROUND_SQUARES = 12
"""Detailed squares of the basemap kept in memory for pictures, of 238."""
