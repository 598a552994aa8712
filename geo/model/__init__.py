"""The nouns of Dateline: what an article is, what a place is, and what one source claims about people.

Everything here is a frozen value. Spans count characters of the article's text as read, end exclusive, so
``article.text[span.start:span.end]`` is always the printed words. Coordinates are (lat, lon) in degrees, WGS 84.
Dates are inclusive intervals. ``None`` means that the text does not say; it never stands for zero.
"""

from geo.model.article import Article, Reading
from geo.model.claim import Attribution, Claim, ClaimPlace, Figure, Sequel, StatusMark
from geo.model.edition import Change, Edition, Kinship
from geo.model.evidence import Evidence
from geo.model.link import Difference, Link
from geo.model.place import Place, PlaceKind, Precision, Toponym
from geo.model.quantity import Qualifier, Quantity
from geo.model.span import Span
from geo.model.when import Granularity, When
from geo.model.words import Action, Basis, Frame, How, Panel, Population, Role, Status

__all__ = [
    "Action",
    "Article",
    "Attribution",
    "Basis",
    "Change",
    "Claim",
    "ClaimPlace",
    "Difference",
    "Edition",
    "Evidence",
    "Figure",
    "Frame",
    "Granularity",
    "How",
    "Kinship",
    "Link",
    "Panel",
    "Place",
    "PlaceKind",
    "Population",
    "Precision",
    "Qualifier",
    "Quantity",
    "Reading",
    "Role",
    "Sequel",
    "Span",
    "Status",
    "StatusMark",
    "Toponym",
    "When",
]
