"""An article whose text another article of the collection has printed before."""

from dataclasses import dataclass
from enum import StrEnum


class Kinship(StrEnum):
    """What an article is to the one before it with nearly the same text."""

    REPRINT = "reprint"
    """Another outlet, or another file, with the same text."""
    VERSION = "version"
    """The same outlet's own article, put right or carried on."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that a version changed: claims (ids) ``before`` in the earlier article and ``after`` in the later one.

    Without ``before`` it is new, without ``after`` it is no longer told.
    """

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Edition:
    """``article`` (an id) has nearly the text of ``of``, which came before it; a version also ``changes`` figures."""

    article: str
    of: str
    kinship: Kinship
    changes: tuple[Change, ...] = ()
