"""The data dictionary: what each column of the tables that leave the building means, in their order.

README's "What the columns mean", the schema in ``datapackage.json``, the metadata of Parquet and the ``fields`` of
GeoJSON all say this. The names stay; new columns are added at the end.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The type of a column, in the words of Frictionless' Table Schema."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    TRUTH = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """One column. ``always``: never empty."""

    name: str
    kind: Kind
    about: str
    always: bool = False


FIELDS: tuple[Field, ...] = (
    Field("id", Kind.TEXT, "identity of the claim in its data set", always=True),
    Field("figure", Kind.TEXT, 'the figure as printed: "more than 1,000"', always=True),
    Field("qualifier", Kind.TEXT, "how the source hedges it", always=True),
    Field("low", Kind.WHOLE, "inclusive lower bound as stated; empty where open; of words a convention"),
    Field("high", Kind.WHOLE, "inclusive upper bound as stated; empty where open; of words a convention"),
    Field("counted", Kind.TEXT, "who is counted, the noun as printed"),
    Field("population", Kind.TEXT, "what kind of people, or territory or housing", always=True),
    Field("panel", Kind.TEXT, "troops, displaced or other; a row of the last is a statement", always=True),
    Field("basis", Kind.TEXT, "event, running total, stock, plan, capacity or estimate; never add across", always=True),
    Field("action", Kind.TEXT, "what the people do", always=True),
    Field("who", Kind.TEXT, "whose troops they are, or their nationality"),
    Field("at", Kind.TEXT, "places where they are, each with its precision, and whether it is inferred"),
    Field("near", Kind.TEXT, "places that they are near"),
    Field("from", Kind.TEXT, "places that they come from"),
    Field("via", Kind.TEXT, "places that they go over"),
    Field("to", Kind.TEXT, "places that they go to"),
    Field("place", Kind.TEXT, "where the figure stands on the map; empty where it is not on it"),
    Field("precision", Kind.TEXT, "how finely that is known: point, radius, area or line"),
    Field("latitude", Kind.NUMBER, "degrees, WGS 84; of an area or a line the position of its label"),
    Field("longitude", Kind.NUMBER, "degrees, WGS 84; of an area or a line the position of its label"),
    Field("radius_km", Kind.NUMBER, "kilometres, of a circle in which the place lies"),
    Field("happened_first", Kind.DATE, "first day of the event"),
    Field("happened_last", Kind.DATE, "last day of the event, that day included"),
    Field("as_of", Kind.DATE, "day for which they were counted"),
    Field("reported", Kind.DATE, "day on which it was reported"),
    Field("published", Kind.DATE, "day on which the article appeared"),
    Field("said_by", Kind.TEXT, "who the article says said it; empty: the outlet itself"),
    Field("status", Kind.TEXT, "every turn of its status, in order", always=True),
    Field("sentence", Kind.TEXT, "as printed, white space collapsed, the mark of a list left out", always=True),
    Field("title", Kind.TEXT, "title of the article"),
    Field("publisher", Kind.TEXT, "who published the article"),
    Field("agency", Kind.TEXT, "the agency that wrote it"),
    Field("url", Kind.TEXT, "address of the article"),
    Field("file", Kind.TEXT, "file of the article", always=True),
    Field("start", Kind.WHOLE, "where the figure begins in its text, in characters", always=True),
    Field("end", Kind.WHOLE, "where it ends, that character excluded", always=True),
    Field("not_on_map", Kind.TEXT, "why it is not on the map; empty where it is"),
    Field("place_stated", Kind.TRUTH, "of place: whether the text says it; false where it is inferred"),
    Field("place_found_in", Kind.TEXT, "where the words of place stand"),
    Field("place_sure", Kind.NUMBER, "how probable the place is, 0 to 1"),
    Field("place_because", Kind.TEXT, "what the place was inferred from"),
    Field("dated_by", Kind.TEXT, "where the words of the date stand, or publication"),
    Field("date_sure", Kind.NUMBER, "how probable the date is, 0 to 1"),
    Field("form", Kind.TEXT, "how the people are named"),
    Field("frame", Kind.TEXT, "what the figure says happens to them"),
    Field("frame_sure", Kind.NUMBER, "how probable that is, 0 to 1"),
    Field("candidates", Kind.TEXT, "places that were weighed and not chosen, the likeliest first"),
    Field("dataset", Kind.TEXT, "version of the data set"),
    Field("credits", Kind.TEXT, "what must be named with it", always=True),
    Field("description", Kind.TEXT, "all of it in one line, as the page says it", always=True),
    Field("mark", Kind.TEXT, "what its mark on map and charts means", always=True),
    Field("countries", Kind.TEXT, "countries of its places, ISO 3166-1 alpha-2, parted by a semicolon"),
    Field("place_id", Kind.TEXT, "id of place in the gazetteer; gn: and a number is GeoNames'"),
    Field("place_words", Kind.TEXT, "the words of the article that place rests on"),
    Field("date_words", Kind.TEXT, "the words of the article that the date rests on"),
    Field("bounds_by", Kind.TEXT, "stated, or convention where low and high stand for words"),
    Field("turns", Kind.TEXT, "each turn of its status with who made it and the sentence that says so"),
    Field("then", Kind.TEXT, "what became of the same people"),
    Field("differs_from", Kind.TEXT, "claims (id) about the same movement that differ, parted by a semicolon"),
    Field("differs_why", Kind.TEXT, "in what, one for each of these, in their order"),
    Field(
        "checked",
        Kind.TEXT,
        "whether a person has looked: not checked, accepted, corrected or added by hand",
        always=True,
    ),
    Field("checked_by", Kind.TEXT, "who decided last, and on which day"),
    Field("corrections", Kind.TEXT, "what was put right, with both values, parted by a semicolon"),
    Field("note", Kind.TEXT, "what the editor says about the figure"),
    Field("edition", Kind.TEXT, "reprint or version, where its article has nearly the text of one before it"),
    Field("edition_of", Kind.TEXT, "that article: its address, or its file"),
    Field("changed", Kind.TEXT, "what the versions of its article say of the figure instead"),
    Field("author", Kind.TEXT, "who signed the article, several parted by a semicolon"),
)

_BY_NAME = {field.name: field for field in FIELDS}

LEDGER: tuple[Field, ...] = (
    Field("movement", Kind.WHOLE, "number of the movement that is told differently", always=True),
    Field("origins", Kind.TEXT, "how many reports and origins it has", always=True),
    *map(_BY_NAME.__getitem__, "id figure qualifier low high counted said_by agency publisher published".split()),
    Field("where", Kind.TEXT, "place in words, unknown said as unknown", always=True),
    Field("when", Kind.TEXT, "date in words, unknown said as unknown", always=True),
    Field("than", Kind.TEXT, "the claim (id) that it is compared with; empty in the first row of a movement"),
    Field("why", Kind.TEXT, "in what it differs from that"),
    *map(_BY_NAME.__getitem__, ("sentence", "dataset")),
)


def named(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind."""
    return tuple(field.name for field in FIELDS if field.kind is kind)
