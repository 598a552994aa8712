"""Whether this session may write. Only ``make run`` asks for it, and only this machine's own browser gets it.

A page behind a proxy listens on this machine as well, so an address proves nothing: the environment must ask for the
desk, the server must listen on this machine alone, and the request must come straight from its own browser.
"""

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st

SWITCH = "DATELINE_EDIT"
"""Set to "on" by ``make run``, by no deployment."""
_OURS = frozenset({"127.0.0.1", "localhost", "::1"})
_PASSED_ON = frozenset({"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"})
"""Headers of a request that somebody passed on."""


def may_edit() -> bool:
    """True for the person at this machine's keyboard."""
    return is_local(os.environ, str(st.get_option("server.address") or ""), dict(st.context.headers)) and not (
        st.context.is_embedded
    )


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
