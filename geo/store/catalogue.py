"""What filters, links and headings ask of a catalogue, for a collection that is too large to be kept: its figures and
articles are looked up one by one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar, overload

import pandas as pd

from geo.dataset.counts import number
from geo.dataset.query import Catalogue
from geo.dataset.store import Collection
from geo.model import Article, Claim, Status
from geo.store import decided, manifest, pages, questions
from geo.store.overview import Overview, overview
from geo.store.tables import Tables
from geo.store.where import Asked

T = TypeVar("T")


@dataclass(frozen=True)
class Outline(Catalogue):
    """A catalogue without a table of its own."""

    tables: Tables = field(kw_only=True, repr=False)
    facts: Overview = field(kw_only=True, repr=False)

    @classmethod
    def of_tables(cls, tables: Tables, adjectives: dict[str, str]) -> "Outline":
        facts = overview(tables)
        told = decided.told(tables)
        return cls(
            Collection(
                (),
                version=tables.version,
                about=tables.manifest.about,
                left_out=tables.manifest.left_out,
                **{it.name: getattr(told, it.name) for it in fields(told)},
            ),
            Sought(lambda key: _claim(tables, key), facts.counts.every),
            Sought(lambda key: _article(tables, key), facts.articles),
            Sought(lambda key: questions.place(tables, key), 0),
            pd.DataFrame(),
            adjectives,
            ids=_Ids(tables, facts.counts.every),
            tables=tables,
            facts=facts,
        )

    def part(
        self,
        ids: Sequence[str],
        at: Sequence[tuple[int, int]] | None = None,
        *,
        linked: bool = False,
        shapes: bool = False,
    ) -> Catalogue:
        """Some figures as a catalogue of their own; ``at`` are their rows and those of their articles, where known."""
        it = self.tables
        some = (
            pages.collection(it, ids, linked=linked, shapes=shapes)
            if at is None
            else pages.gathered(it, ids, at, linked=linked, shapes=shapes)
        )
        found = Catalogue.of(some)
        return replace(found, adjectives=self.named_adjectives, ids=self.ids, looked_after=self.edited)

    @cached_property
    def named_adjectives(self) -> dict[str, str]:
        """The name of a country of the figures -> its adjective."""
        return {name: self.adjectives[code] for code, name in self.facts.countries.items() if code in self.adjectives}

    def foremost(self) -> Catalogue:
        return self.part([self.facts.strongest] if self.facts.strongest else [])

    def period(self) -> tuple[date, date] | None:
        return self.facts.period

    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({*self.facts.agencies, *self.facts.publishers}, key=str.casefold))

    @property
    def edited(self) -> bool:
        return bool(self.facts.decided) or super().edited

    @cached_property
    def unchecked(self) -> int:
        return self.facts.counts.every - self.facts.decided

    def tallied(self) -> str:
        counts = self.facts.counts
        statements = f" and {number(counts.other, 'statement')}" if counts.other else ""
        return f"{number(counts.people, 'figure')}{statements}"

    def years(self) -> list[tuple[int, int]]:
        return []

    def origins(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.facts.agencies, self.facts.publishers

    def country_counts(self) -> tuple[tuple[str, int], ...]:
        return tuple((self.facts.countries[code], count) for code, count in self.facts.ranked)

    def statuses(self) -> tuple[Status, ...]:
        return self.facts.statuses

    @cached_property
    def named(self) -> dict[str, str]:
        return self.by_name(self.facts.named)

    @cached_property
    def publications(self) -> tuple[date, ...]:
        return self.facts.published or ()

    @cached_property
    def undated(self) -> int:
        return self.facts.undated

    @cached_property
    def inferred(self) -> int:
        return self.facts.inferred

    @cached_property
    def country_names(self) -> dict[str, str]:
        return self.facts.countries


def counting(built: Path, adjectives: dict[str, str]) -> Outline | None:
    """The tables beside the data set's file ``built``; None where there are none, or the file is of another version and
    counts instead. Raises DatasetError where they are damaged."""
    folder = manifest.beside(built)
    if not (folder / manifest.NAME).is_file():
        return None
    if built.is_file() and manifest.version_of(built) != manifest.version(folder):
        return None
    return Outline.of_tables(Tables.open(folder), adjectives)


class Sought(Mapping[str, T]):
    """Values that are looked up when they are asked for; ``count`` of them are there, which nobody walks through."""

    def __init__(self, look: Callable[[str], T | None], count: int) -> None:
        self._look, self._count = look, count

    def __getitem__(self, key: str) -> T:
        if not key or (found := self._look(key)) is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return self._count


class _Ids(Sequence[str]):
    """The ids of all figures, by date."""

    def __init__(self, tables: Tables, count: int) -> None:
        self._tables, self._count = tables, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            start, stop, step = at.indices(self._count)
            return questions.ids(self._tables, Asked(), start, max(0, stop - start))[::step]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return questions.ids(self._tables, Asked(), at % self._count, 1)[0]


def _claim(tables: Tables, key: str) -> Claim | None:
    return next((claim for claim in pages.collection(tables, [key]).claims if claim.id == key), None)


def _article(tables: Tables, key: str) -> Article | None:
    found = pages.reading(tables, key)
    return found.article if found else None
