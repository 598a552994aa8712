"""A small OpenID Connect provider on this machine: discovery, a page that asks who one is, tokens and keys.

Enough of OpenID Connect Core for Streamlit's login with a code and PKCE, and no more; it believes what it is told.
"""

import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "dateline", "a secret of the tests"
COOKIE_SECRET = "another secret of the tests, long enough"  # noqa: S105


@dataclass
class Provider:
    """``people``: the claims of each who can sign in, by what the button says."""

    people: dict[str, dict[str, Any]]
    port: int = 0
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "tests", "use": "sig"}))

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def secrets(self, editors: list[str], base: str = "") -> str:
        """``.streamlit/secrets.toml`` of a page, under the path ``base``, whose people sign in here."""
        return (
            f'[auth]\nredirect_uri = "http://127.0.0.1:{{port}}{base}/oauth2callback"\n'
            f'cookie_secret = "{COOKIE_SECRET}"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
            f'server_metadata_url = "{self.issuer}/.well-known/openid-configuration"\n'
            f"[dateline]\neditors = {json.dumps(editors)}\n"
        )

    def metadata(self) -> dict[str, Any]:
        ours = ("authorize", "token", "keys", "leave")
        authorize, token, keys, leave = (f"{self.issuer}/{name}" for name in ours)
        return {
            "issuer": self.issuer,
            "authorization_endpoint": authorize,
            "token_endpoint": token,
            "jwks_uri": keys,
            "end_session_endpoint": leave,
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def ask(self, query: str) -> str:
        """The page that asks who one is."""
        buttons = "".join(
            f'<p><a href="/chosen?{escape(query)}&amp;{escape(urlencode({"who": name}))}">{escape(name)}</a></p>'
            for name in self.people
        )
        return f"<!doctype html><html lang=en><title>Sign in</title><link rel=icon href='data:,'>{buttons}"

    def chosen(self, asked: dict[str, str]) -> str:
        """Where a person is led who said who they are."""
        code = secrets.token_urlsafe()
        self.codes[code] = asked["who"], asked["nonce"]
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, code: str) -> dict[str, Any]:
        name, nonce = self.codes.pop(code)
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 600, "nonce": nonce, "sub": f"sub-{name}"}
        signed = jwt.encode({"alg": "RS256", "kid": "tests"}, {**claims, **self.people[name]}, self.key)
        return {"access_token": "none", "token_type": "Bearer", "expires_in": 600, "id_token": signed}


@contextmanager
def running(provider: Provider) -> Iterator[Provider]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(asked.query).items()}
            match asked.path:
                case "/.well-known/openid-configuration":
                    self._json(provider.metadata())
                case "/keys":
                    self._json({"keys": [provider.key.as_dict(private=False)]})
                case "/authorize":
                    self._send(provider.ask(asked.query).encode(), "text/html; charset=utf-8")
                case "/chosen":
                    self._lead(provider.chosen(query))
                case "/leave":
                    self._lead(query["post_logout_redirect_uri"])
                case _:
                    self.send_error(404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._json(provider.token(parse_qs(body)["code"][0]))

        def _json(self, told: dict[str, Any]) -> None:
            self._send(json.dumps(told).encode(), "application/json")

        def _send(self, content: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _lead(self, to: str) -> None:
            self.send_response(302)
            self.send_header("Location", to)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class calls it so
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()
