"""Bring annotations of third-party articles into the project, without their texts, and split them by conflict.

python -m benchmarks.annotated.bring FOLDER ...     copy FOLDER/*.json to news/, then write split.json
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.annotated.conflicts import group, is_test
from benchmarks.annotated.sets import FOLDER, SPLIT, annotations
from benchmarks.annotated.types import Annotation, Figure


def bring(path: Path) -> None:
    """Copy one annotation into the project."""
    write(FOLDER / "news" / path.name, converted(path))


def converted(path: Path) -> Annotation:
    """An annotation in the format of the project, without text; raises ValidationError for values that it lacks.

    What else an annotator noted is dropped: it may quote the article.
    """
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    known = {name: value for name, value in raw.items() if name in Annotation.__struct_fields__ and name != "text"}
    known["figures"] = [
        {name: _plain(name, value, raw) for name, value in figure.items() if name in Figure.__struct_fields__}
        for figure in raw["figures"]
    ]
    return msgspec.convert(known, Annotation)


def _plain(name: str, value: Any, raw: dict[str, Any]) -> Any:
    """A value as the format has it: "since March", left open, lasts until the article appeared, as in our own sets."""
    if name == "happened" and value and None in value:
        first, last = value[0], value[1] or raw.get("published")
        return [first, last] if first and last else None
    return value


def write(path: Path, annotation: Annotation) -> None:
    """One annotation as indented JSON, figures in the order of the text."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(annotation), indent=1) + b"\n")


def split() -> dict[str, Any]:
    """Which articles of ``news/`` are the test set, and the groups that they make."""
    groups = {Path(each.file).stem: group(each.conflict, Path(each.file).stem) for each in annotations("news")}
    sizes = Counter(groups.values())
    return {
        "rule": "benchmarks/annotated/conflicts.py",
        "test": sorted(stem for stem, name in groups.items() if is_test(name)),
        "test_groups": {name: sizes[name] for name in sorted(sizes) if is_test(name)},
        "train_groups": {name: sizes[name] for name in sorted(sizes) if not is_test(name)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.annotated.bring", description="Bring annotations in.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    for folder in parser.parse_args().folders:
        for path in sorted(folder.glob("*.json")):
            if not path.name.endswith(".draft.json"):
                bring(path)
    made = split()
    SPLIT.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(annotations('news'))} articles, {len(made['test'])} of them to test")


if __name__ == "__main__":
    main()
