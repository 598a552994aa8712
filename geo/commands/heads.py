"""What a person types for an id: as much of its head as tells it from all others."""

SHORTEST = 4
"""Characters of an id that name a figure or an article."""


def is_head(typed: str, id_: str) -> bool:
    """Whether ``typed`` is long enough to name something and ``id_`` begins with it."""
    return len(typed) >= SHORTEST and id_.startswith(typed)
