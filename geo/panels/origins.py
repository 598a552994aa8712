"""From where a page may open its connection, told without asking anybody.

Streamlit tells it as well, but of an origin that it does not know it asks a machine of Amazon's whether that is this
server as seen from outside: twice, each time for a second, or for as long as no name is resolved, and meanwhile nobody
else is answered. So whatever is foreign is refused before.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope
from streamlit import config
from streamlit.url_util import get_hostname

_HERE = frozenset({"localhost", "127.0.0.1", "0.0.0.0"})  # noqa: S104 -- names that are compared, and not listened on


def is_foreign(scope: Scope) -> bool:
    """Whether a connection comes from a page of another site; what is no browser says none."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is None or not config.get_option("server.enableCORS"):
        return False
    try:
        parts = urlsplit(origin)
        name = parts.hostname
    except ValueError:  # a bracket that opens no IPv6 address
        return True
    return parts.netloc != headers.get("host") and name not in _HERE | _named()


def _named() -> frozenset[str | None]:
    """What whoever runs the server has named in Streamlit's own settings."""
    told = [config.get_option("browser.serverAddress") or "", *config.get_option("server.corsAllowedOrigins")]
    return frozenset(get_hostname(one.strip()) for one in told)
