"""An article's sentences -> claims. ``extract`` runs the way and names its steps; docs/reading.md follows one figure.

    The article            story, slots/naming      its sentences, and every place that it names
    How many, of whom?     counting, counted        figures, and the forms that say whom one counts; ``ellipsis``: lists
    What happens?          frames/                  chosen: which panel, which frame, which action
    What is tied to it?    clause                   ``who``, ``movement``, ``timing``, ``status``: by the grammar
    Where, when, by whom?  slots/                   chosen among what the whole article names
    What becomes of it?    turns (``moves``), sequel
    What else is claimed?  territory                shares of land and borders that somebody holds
    Which is which?        identity, links          one claim a source; claims of one movement, on ``movements``

``choice`` is the trained choice, weights/ what it knows; ``syntax`` reads the parse; words/ is their vocabulary.
"""
