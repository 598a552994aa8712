"""An editor signs in through nginx itself, under a path of its host, as deploy/README.md tells it."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.collections.decisions import load
from tests.browser.conftest import DESKTOP, PATIENCE
from tests.browser.proxy import PREFIX, Proxy, proxy
from tests.browser.server import Server
from tests.browser.test_desk import checking, saved
from tests.browser.test_signing_in import PEOPLE, signed_out
from tests.browser.visit import at_rest, click, the_map
from tests.oidc_made import Provider, running

PASSED_ON = {
    "proxy_pass http://dateline/;": "proxy_pass http://dateline;",
    "proxy_pass http://dateline/app": f"proxy_pass http://dateline{PREFIX}app",
}
"""What deploy/README.md changes in the example where editors sign in: the prefix is passed on."""


@pytest.fixture
def front(start: Callable[..., Server], project: Path, tmp_path: Path) -> Iterator[tuple[Proxy, Server]]:
    with ExitStack() as stack:
        provider = stack.enter_context(running(Provider(PEOPLE)))
        with socket.create_server(("127.0.0.1", 0)) as held:  # or the dashboard takes nginx's port
            port = int(held.getsockname()[1])
            secrets = provider.secrets(["ada@example.org"], base=PREFIX.rstrip("/"))
            secrets = secrets.replace("http://127.0.0.1:{port}", f"https://127.0.0.1:{port}")
            (project / ".streamlit" / "secrets.toml").write_text(secrets, encoding="utf-8")
            server = start(project, base=PREFIX.strip("/"))
        yield stack.enter_context(proxy(tmp_path / "nginx", [server], changes=PASSED_ON, port=port)), server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser that accepts the certificate of the test."""
    with browser.new_context(viewport=DESKTOP, ignore_https_errors=True, service_workers="block") as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


def test_an_editor_signs_in_through_nginx_saves_and_signs_out(page: Page, front: tuple[Proxy, Server]) -> None:
    nginx, server = front
    decisions = server.folder / "data" / "decisions.jsonl"
    page.goto(nginx.url)
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached")
    click(page.get_by_role("button", name="Check figures"))
    checking(page)
    click(page.get_by_role("button", name="Sign in"))
    page.get_by_role("link", name="Ada").click()
    the_map(page).locator("html[data-map=drawn]").wait_for(state="attached")
    at_rest(page)
    assert page.url.startswith(nginx.url)
    click(page.get_by_role("button", name="Check figures"))
    checking(page)
    expect(page.get_by_text("Signed in as Ada L.: what you save is for everybody.")).to_be_visible()
    page.keyboard.press("a")
    assert saved(decisions, 1) == ["accept"]
    assert load(decisions)[0].who == "Ada L."
    signed = [it for it in page.context.cookies() if "user" in it["name"]]
    assert signed
    assert all(it["httpOnly"] and it["secure"] and it["path"] == PREFIX.rstrip("/") for it in signed)

    page.reload()  # still at the desk, still signed in
    checking(page)
    signed_out(page, nginx.url)
    assert len(load(decisions)) == 1
