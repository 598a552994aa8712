"""The lexicon as data: each row is whole, and each sense is read."""

import ast
import re

from geo.claims.frames.cues import cues_of
from geo.language.model import annotate
from geo.lexicon import CUES, OF_PEOPLE, cues
from geo.lexicon.senses import SENSES, senses
from tests.conftest import ROOT

# Files of `geo/claims` whose lists are still their own; none may be added.
STILL_OWN = {
    "status.py", "timing.py", "frames/features.py",
    "slots/place_features.py", "slots/place_here.py", "slots/place_question.py",
    "slots/naming.py",
}  # fmt: skip


def test_each_row_has_a_sense_its_words_and_what_it_means() -> None:
    rows = [line.split("\t") for line in SENSES.read_text(encoding="utf-8").splitlines()]
    assert len({name for name, _, _ in rows}) == len(rows) == len(senses())
    for name, words, what in rows:
        assert words == words.lower(), name
        assert len(words.split()) == len(set(words.split())), f"a word stands twice in {name!r}"
        assert what, name


def test_every_sense_is_read_where_its_name_says() -> None:
    read = set()
    for path in (ROOT / "geo" / "claims").rglob("*.py"):
        for name in re.findall(r'\bsense\("([^"]+)"\)', path.read_text(encoding="utf-8")):
            assert name.partition(":")[0] == path.stem, f"{path.name} reads {name!r}"
            read.add(name)
    assert read == set(senses())


def test_word_lists_stand_in_the_lexicon() -> None:
    found = set()
    for path in (ROOT / "geo" / "claims").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            listed = isinstance(node, ast.Call) and ast.unparse(node.func).endswith("split") and not node.args
            if listed and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                listed = isinstance(node.func.value, ast.Constant)
            if listed:
                found.add(path.relative_to(ROOT / "geo" / "claims").as_posix())
    assert found <= STILL_OWN


def test_each_row_of_the_cues_is_a_word_and_a_cue() -> None:
    rows = [line.split("\t") for line in CUES.read_text(encoding="utf-8").splitlines()]
    assert all(len(row) == 2 or row[2:] == [OF_PEOPLE] for row in rows)
    assert all(map(all, rows))
    known = [*cues().values(), *cues(OF_PEOPLE).values()]
    assert len(rows) == len({tuple(row) for row in rows}) == sum(map(len, known))


def test_what_is_done_to_people_may_be_a_cue_of_something_else() -> None:
    hosted, aided = annotate(["Jordan received 300 refugees from Syria.", "They received food."])
    assert [cues_of(t) for t in (hosted[1], aided[1])] == [("host",), ("aided",)]
