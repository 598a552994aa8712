"""Under which names a server on its own, as the project sets it up, lets a page talk to it."""

import http.client
from urllib.parse import urlsplit

import pytest

from tests.browser.server import Server, serve
from tests.conftest import ROOT

ASKS = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "ZGF0ZWxpbmVkYXRlbGluZQ==",
}


def answered(server: Server, host: str, origin: str) -> int:
    """The status with which a web socket is answered: 101 where it is opened."""
    asking = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=120)
    asking.request("GET", "/_stcore/stream", headers={**ASKS, "Host": host, "Origin": origin})
    status = asking.getresponse().status
    asking.close()
    return status


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_this_machine_by_its_own_names(server: Server, name: str) -> None:
    assert answered(server, f"{name}:{server.port}", f"http://{name}:{server.port}") == 101


@pytest.mark.parametrize("name", ["evil.example", "streamlit.app.evil.example", "user@127.0.0.1", ""])
def test_no_other_name_even_where_the_page_comes_from_there(server: Server, name: str) -> None:
    """DNS rebinding: the foreign page's own name is turned to this machine, so origin and host agree."""
    assert answered(server, f"{name}:{server.port}", f"http://{name}:{server.port}") == 403


def test_another_origin_is_refused_under_the_right_name(server: Server) -> None:
    assert answered(server, f"127.0.0.1:{server.port}", "http://evil.example") == 403


def test_the_environment_names_a_host() -> None:
    """As deploy/README.md says it for a container."""
    names = {"STREAMLIT_SERVER_ALLOWED_HOSTS": "maps.example.org other.example"}
    with serve(ROOT, environment=names) as named:
        for host in ("maps.example.org", "other.example"):
            assert answered(named, host, f"https://{host}") == 101
        assert answered(named, "evil.example", "https://evil.example") == 403
