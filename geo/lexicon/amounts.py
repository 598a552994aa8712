"""Nouns that are as many as what they are of: what "a convoy of 500 soldiers" does, the soldiers do."""

AMOUNTS = frozenset(
    "total average number figure estimate maximum minimum rest majority most part half third quarter handful couple "
    "party detachment ten score dozen hundred thousand million group force contingent unit convoy column wave batch "
    "team company squad platoon patrol brigade battalion regiment division".split()
)
