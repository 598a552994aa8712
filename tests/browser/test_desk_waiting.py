"""What was read and not kept yet outlasts a reload: a visitor's in their tab alone, an editor's at the desk."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests import intake_made as made
from tests.browser.server import Server, serve
from tests.browser.test_desk import opened
from tests.browser.test_visitors import drawn, kept
from tests.browser.visit import click
from tests.nursery import Nursery


def has_read(page: Page, server: Server) -> None:
    opened(page, server, "Add articles")
    page.get_by_label("Or paste one article").fill(made.text().decode())
    click(page.get_by_role("button", name="Read them"))
    expect(page.locator(".beside")).to_have_count(1)


def test_a_visitor_loads_the_page_again_before_they_keep_what_was_read(
    page: Page, start: Callable[..., Server], project: Path
) -> None:
    deployed = start(project)
    has_read(page, deployed)
    page.reload()
    expect(page.locator(".beside")).to_have_count(1)
    expect(page.get_by_text("You work on a copy of your own.")).to_be_visible()
    other = page.context.new_page()
    opened(other, deployed, "Add articles")
    expect(other.get_by_role("button", name="Read them")).to_be_visible()
    expect(other.locator(".beside")).to_have_count(0)
    other.close()
    kept(page)
    expect(page.get_by_role("button", name="Check figures (11)")).to_be_visible()
    page.reload()  # it is kept: nothing waits any more
    drawn(page)
    expect(page.get_by_role("button", name="Check figures (11)")).to_be_visible()


def test_an_editor_finds_at_the_desk_what_was_read_before_a_reload(
    page: Page, start: Callable[..., Server], project: Path
) -> None:
    desk = start(project, environment={"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"})
    has_read(page, desk)
    opened(page, desk, "Add articles")
    expect(page.locator(".beside")).to_have_count(1)
    click(page.get_by_role("button", name="Discard them"))
    expect(page.get_by_role("button", name="Read them")).to_be_visible()
    opened(page, desk, "Add articles")
    expect(page.get_by_role("button", name="Read them")).to_be_visible()
    expect(page.locator(".beside")).to_have_count(0)


def test_an_editor_finds_what_was_read_after_the_server_has_ended(page: Page, project: Path, nursery: Nursery) -> None:
    """Killed at that: it had no time for anything."""
    editing = {"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"}
    with serve(project, environment=editing, through=nursery) as first:
        has_read(page, first)
        os.kill(first.pid, signal.SIGKILL)
    page.goto("about:blank")
    with serve(project, environment=editing, through=nursery) as second:
        opened(page, second, "Add articles")
        expect(page.locator(".beside")).to_have_count(1)
        kept(page)
        assert not list((project / "data").glob(".waiting-*"))
        page.goto("about:blank")
