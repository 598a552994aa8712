"""The name of a place in running text."""

from geo.model import PlaceKind

_PLURAL_NAMES = frozenset("Netherlands Philippines Bahamas Maldives Comoros Seychelles Gambia Vatican Balkans".split())
_COMMON_ENDINGS = ("Republic", "Emirates", "Islands", "Kingdom", "States", "Federation", "Union", "Strip")
_ARTICLES = ("the", "The", "a", "an")


def name(place: str, kind: PlaceKind | None = None) -> str:
    """A place's name in running text, with the article that English gives it."""
    words = place.split()
    takes_article = (
        kind in (PlaceKind.BORDER, PlaceKind.SEA, PlaceKind.RIVER)
        or (kind is PlaceKind.SITE and bool(words) and words[-1].islower())
        or (bool(words) and (words[-1] in _COMMON_ENDINGS or words[-1] in _PLURAL_NAMES))
    )
    return f"the {place}" if words and takes_article and words[0] not in _ARTICLES else place
