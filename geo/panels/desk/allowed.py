"""Who works at the desk in this session, and whether what they save is the collection's.

- The person at this machine's keyboard. Only ``make run`` asks for that, and only this machine's own browser gets it:
  a page behind a proxy listens on this machine as well, so an address proves nothing. The environment must ask for the
  desk, the server must listen on this machine alone, and the request must come straight from its own browser.
- An editor who has signed in (``signing``).
- Everybody else works on a copy that their own session alone sees (``own``).
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from geo.collections.editor import editor as at_the_keyboard
from geo.panels.desk import signing

SWITCH = "DATELINE_EDIT"
"""Set to "on" by ``make run``, by no deployment."""
VISITORS = "DATELINE_VISITORS"
"""Set to "off" where visitors shall have no desk of their own."""
VISITOR = "a visitor"
_OURS = frozenset({"127.0.0.1", "localhost", "::1"})
_PASSED_ON = frozenset({"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"})
"""Headers of a request that somebody passed on."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Who decides; ``keeps``: for everybody and for good, else for their own session alone."""

    who: str
    keeps: bool


def editor() -> Editor | None:
    """Who may work at the desk now; None in somebody's frame, and where visitors have none."""
    if st.context.is_embedded:
        return None
    if is_local(os.environ, str(st.get_option("server.address") or ""), dict(st.context.headers)):
        return Editor(at_the_keyboard(), keeps=True)
    if (named := signing.editor()) is not None:
        return Editor(named, keeps=True)
    return None if os.environ.get(VISITORS) == "off" and not signing.is_set_up() else Editor(VISITOR, keeps=False)


def is_local(environment: Mapping[str, str], listens_on: str, headers: Mapping[str, str]) -> bool:
    """Whether a request with ``headers`` to a server that ``listens_on`` an address comes from its own machine."""
    asked = environment.get(SWITCH) == "on" and listens_on in _OURS
    named = {name.casefold(): value for name, value in headers.items()}
    return asked and not _PASSED_ON & named.keys() and _host(named.get("host", "")) in _OURS


def _host(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:  # a bracket that opens no IPv6 address
        return ""
