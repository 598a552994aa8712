"""An article's sentences -> claims. ``extract`` runs the way, one question a file:

    How many?              geo.numbers   figures and their bounds; what is no figure of people
    Of whom?               counted       from a figure to the noun that it counts
    What do they do?       action        and ``modality``: whether that is told as a fact at all
    Whose are they?        who
    Where, from, to?       movement      on ``setting``: a passage and the places in it
    When?                  timing        on geo.times: expressions of time and the days that they mean
    Who says so?           attribution
    How firmly?            status        basis, pledges, plans, denials, what the article later takes back
    What became of them?   sequel
    What else is claimed?  territory     shares of land and borders that somebody holds
    Which belong together? links         on ``movements``: whether two claims tell of one

``syntax`` reads the parse for all of them; words/ is their vocabulary.
"""
