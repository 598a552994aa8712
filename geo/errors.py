"""Every error that Dateline raises on purpose.

DatelineError            what happened, where, and what to do; printed as one line
├── ArticleError         one article cannot be read; the others go on
├── GazetteerError       data/gazetteer.sqlite is missing or damaged; nothing can be located
├── GeocoderError        a geocoding service did not answer; never stored as "no such place"
├── LanguageError        the language model is missing or does not load
├── DatasetError         data/collection.json is missing, damaged or cannot be written
├── DecisionError        what a person decided is no value of its field, or about no figure that is here
└── ExportError          a file cannot be made or written
"""

from collections.abc import Callable
from functools import partial

MOST_NAMED = 200
"""Characters of what an error is about; more is not read, and hides what is wrong."""
MOST_SAID = 2_000
"""Characters of what is wrong; what a file says of itself may stand in it."""


class DatelineError(Exception):
    """Root of all errors raised here. ``where`` names the file, line or claim; ``remedy`` says what to do."""

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        where = _one_line(where if len(where) <= MOST_NAMED else f"{where[:MOST_NAMED]}…")
        what = what if len(what) <= MOST_SAID else f"{what[:MOST_SAID]}…"
        super().__init__(_one_line(f"{where}: {what}. {remedy}"))
        self.what = what
        self.where = where
        self.remedy = remedy

    def __reduce__(self) -> tuple[Callable[[str], "DatelineError"], tuple[str]]:
        """Errors come back whole from the processes that read (see ``geo.reading``)."""
        return partial(type(self), where=self.where, remedy=self.remedy), (self.what,)


def _one_line(words: str) -> str:
    """``words`` as a terminal prints them on one line, whatever they were made of: names come from anywhere."""
    return "".join(c if c.isprintable() else "\ufffd" for c in words)


class ArticleError(DatelineError):
    """One article cannot be read."""


class GazetteerError(DatelineError):
    """The gazetteer is missing or damaged."""


class GeocoderError(DatelineError):
    """A geocoding service did not answer."""


class LanguageError(DatelineError):
    """The language model is missing or does not load."""


class DatasetError(DatelineError):
    """The built data set is missing, damaged or cannot be written."""


class DecisionError(DatelineError):
    """What a person decided cannot be."""


class ExportError(DatelineError):
    """A file for others cannot be made or written."""
