"""Who decides."""

import getpass
import os
from collections.abc import Mapping

EDITOR = "DATELINE_EDITOR"
"""The variable that names them, where the system's name is not the one to be shown."""


def editor(environment: Mapping[str, str] = os.environ) -> str:
    """The name that the environment gives, else the one that the system knows."""
    if name := " ".join(environment.get(EDITOR, "").split()):
        return name[:100]
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user without a name
        return "unknown"
