"""Signing in by Streamlit's own OpenID Connect login, and which of those who did are editors.

Both stand in ``.streamlit/secrets.toml``: the provider under ``[auth]`` as Streamlit's documentation tells it, and

    [dateline]
    editors = ["ada@example.org", "https://login.example.org 00u1ab2cd3"]

An e-mail address counts where the provider says that it was verified; of a provider that does not say so, name its
issuer and the person's subject there, parted by a space. Names are never compared: anybody may choose one.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitAuthError, StreamlitSecretNotFoundError

DEFAULT = "default"
_PROVIDER = "server_metadata_url"
"""What every section of a provider has."""


def is_editor(user: Mapping[str, Any], editors: Sequence[object]) -> bool:
    """Whether somebody with these claims of the provider is one of ``editors``."""
    if user.get("is_logged_in") is not True:
        return False
    named = {" ".join(it.split()) for it in editors if isinstance(it, str)} - {""}
    mail, issuer, subject = user.get("email"), user.get("iss"), user.get("sub")
    if isinstance(mail, str) and user.get("email_verified") is True:
        addresses = {_folded(it) for it in named if "@" in it and " " not in it}
        if _folded(mail.strip()) in addresses:
            return True
    return bool(isinstance(issuer, str) and isinstance(subject, str) and subject) and f"{issuer} {subject}" in named


def _folded(address: str) -> str:
    """``address`` without capitals; with letters beyond English as it is, for some of them would become another's."""
    return address.lower() if address.isascii() else address


def shown(user: Mapping[str, Any]) -> str:
    """How somebody is named beside what they decide, which everybody may read: never by their whole address."""
    words = user.get("name") or str(user.get("email") or "").partition("@")[0]
    return " ".join(str(words).split())[:100] or "an editor"


def editor() -> str | None:
    """The name of the editor who has signed in; None where nobody has, or somebody else."""
    user = _user()
    return shown(user) if is_editor(user, _editors()) else None


def signed_in() -> str | None:
    """The name of whoever has signed in."""
    user = _user()
    return shown(user) if user.get("is_logged_in") is True else None


def is_set_up() -> bool:
    """Whether there is a provider to sign in with, and somebody who may edit."""
    return bool(providers() and _editors())


def providers() -> tuple[str, ...]:
    """The providers by their names in the secrets; ``DEFAULT`` is the one without a name."""
    auth = _section("auth")
    named = sorted(key for key, value in auth.items() if isinstance(value, Mapping) and _PROVIDER in value)
    return (*([DEFAULT] if _PROVIDER in auth else []), *named)


def sign_in(provider: str) -> str | None:
    """Lead the browser to the provider; in words what is wrong where that is not set up right."""
    if provider not in providers():
        return "There is no such way to sign in."
    try:
        st.login(None if provider == DEFAULT else provider)
    except StreamlitAuthError:
        return "Signing in is not set up right: see deploy/README.md."
    return None


def sign_out() -> None:
    st.logout()


def _user() -> dict[str, Any]:
    return dict(st.user.to_dict()) if providers() else {}


def _editors() -> Sequence[object]:
    found = _section("dateline").get("editors", ())
    return found if isinstance(found, list | tuple) else ()


def _section(name: str) -> Mapping[str, Any]:
    try:
        found = st.secrets.get(name) if st.secrets.load_if_toml_exists() else None
    except StreamlitSecretNotFoundError:
        return {}
    return found if isinstance(found, Mapping) else {}
