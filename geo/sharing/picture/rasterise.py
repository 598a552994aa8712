"""The process that turns an SVG into a PNG: standard input to standard output, inside limits. ``png`` starts it.

    python rasterise.py SCALE PROCESSOR_SECONDS ADDRESS_SPACE FONT_FOLDER

It imports nothing of ours: it starts in a tenth of a second, and what a drawing costs goes back to the machine with it.
"""

import sys
from pathlib import Path

import resvg_py

try:
    import resource
except ImportError:  # not Unix: the time-out of the starting process remains
    resource = None  # type: ignore[assignment]


def limit(processor_seconds: int, address_space: int) -> None:
    """Have the system end this process beyond these limits."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # elsewhere the loader takes more of it than any drawing
        resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))


def main() -> None:
    scale, seconds, space, fonts = sys.argv[1:]
    limit(int(seconds), int(space))
    drawn = resvg_py.svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        zoom=float(scale),
        skip_system_fonts=True,
        font_files=[str(path) for path in sorted(Path(fonts).glob("*.ttf"))],
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
    )
    sys.stdout.buffer.write(bytes(drawn))


if __name__ == "__main__":
    main()
