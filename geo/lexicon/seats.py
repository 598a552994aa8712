"""Seats of government and armies that newspapers name instead of the state: ISO 3166-1 alpha-2 codes.

Capitals are not here: the gazetteer knows them.
"""

SEATS = {
    "pentagon": "US", "white house": "US", "capitol": "US", "state department": "US", "centcom": "US", "africom": "US",
    "kremlin": "RU", "duma": "RU", "downing street": "GB", "whitehall": "GB", "elysee": "FR", "quai d'orsay": "FR",
    "bundestag": "DE", "bundeswehr": "DE", "sejm": "PL", "verkhovna rada": "UA", "rada": "UA",
    "knesset": "IL", "idf": "IL", "blue house": "KR", "zhongnanhai": "CN", "pla": "CN",
    "people's liberation army": "CN",
    "tatmadaw": "MM", "fardc": "CD", "updf": "UG", "endf": "ET", "aso rock": "NG", "casa rosada": "AR",
    "planalto": "BR",
}  # fmt: skip
