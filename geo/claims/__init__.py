"""An article's sentences -> claims. ``extract`` runs the way and names its steps; docs/reading.md follows one figure.

    The article            story, setting           its sentences, and every place that it names
    How many, of whom?     counting, forms/, lists/ figures, and the forms that say whom one counts
    What happens?          frames/                  chosen: which panel, which frame, which action
    What is tied to it?    clause                   ``who``, ``movement``, ``timing``, ``status``: by the grammar
    Where, when, by whom?  slots/                   chosen among what the whole article names
    What becomes of it?    turns (``moves``), sequel
    What else is claimed?  territory                shares of land and borders that somebody holds
    Which is which?        identity, links          one claim a source; claims of one movement, on ``movements``

``choice`` is the trained choice, ``network`` that with a hidden layer, weights/ what they know; ``geo.grammar`` reads
the parse, ``geo.lexicon`` holds words.
"""
