"""Streamlit's first answer, with all that the page will ask for next named in it.

A browser learns of the scripts that draw a filter or a list when the first words of the page have come, and of the
map's own when its frame stands; it then waits for one after the other. Named at the top they come together, while it
still starts Streamlit.
"""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from streamlit import file_util

from geo.maps.served import GROUND, SCRIPTS, STYLES, named

DRAWN_WITH = (
    "Html",
    "BidiComponent",
    "ComponentInstance",
    "ButtonGroup",
    "Checkbox",
    "DateInput",
    "Multiselect",
    "Slider",
    "TextInput",
)
"""Streamlit's scripts of the elements that the first view has."""
_IMPORTS = re.compile(r'(?:from|import)"\./([\w.~-]+\.js)"')
_HEAD_ENDS = "</head>"
_PACKAGE = "streamlit_folium"
FRAME = f"{_PACKAGE}.st_folium"


@cache
def page() -> tuple[str, bytes]:
    """The first answer's tag and its content. What a later Streamlit calls otherwise is not named, and comes later."""
    folder = Path(file_util.get_static_dir())
    given = (folder / "index.html").read_text(encoding="utf-8")
    told = [f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in _scripts(folder, given)]
    told += [f'<link rel="prefetch" href="./{name}">' for name in _of_the_map()]
    content = given.replace(_HEAD_ENDS, "\n    ".join(told) + f"\n  {_HEAD_ENDS}", 1).encode()
    return f'"{sha256(content).hexdigest()[:16]}"', content


def _scripts(folder: Path, given: str) -> Iterator[str]:
    """The scripts of the first view's elements and those that these import, beyond what ``given`` names."""
    scripts = folder / "static" / "js"
    waiting = [path.name for stem in DRAWN_WITH for path in sorted(scripts.glob(f"{stem}.*.js"))]
    seen = set(re.findall(r"\./static/js/([\w.~-]+\.js)", given))
    while waiting:
        name = waiting.pop(0)
        if name in seen or not (scripts / name).is_file():
            continue
        seen.add(name)
        yield name
        waiting += _IMPORTS.findall((scripts / name).read_text(encoding="utf-8"))


def _of_the_map() -> Iterator[str]:
    """What the map's frame loads whatever it shows."""
    if (built := frame()) is not None:
        for path in sorted((Path(built) / "static" / "js").glob("main.*.js")):
            yield f"component/{FRAME}/{path.relative_to(built).as_posix()}"
    yield from (f"app/static/{named(file)}" for file in (*SCRIPTS, *STYLES, GROUND))


@cache
def frame() -> str | None:
    """The folder of the frame that the map stands in: Streamlit knows it once somebody has seen a page with one."""
    found = find_spec(_PACKAGE)
    return str(Path(found.origin).parent / "frontend" / "build") if found and found.origin else None
