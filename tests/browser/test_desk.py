"""The desk, as the person at the keyboard uses it: a new collection, articles, figures checked and put right."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.collections.decide import verdict
from geo.collections.decisions import append, load
from geo.dataset.store import load as load_collection
from geo.model.decision import Verdict
from tests import intake_made as made
from tests.browser.server import Server, serve
from tests.browser.test_accessibility import grave
from tests.browser.visit import DESKTOP, PHONE, at_rest, click, open_list, unfold
from tests.conftest import copy_project
from tests.nursery import Nursery

WAIT = 120_000


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Iterator[Server]:
    """A desk for those who only look: nobody adds or decides anything."""
    editing = {"DATELINE_EDIT": "on", "DATELINE_EDITOR": "Ada"}
    with serve(
        copy_project(tmp_path_factory.mktemp("desk") / "project"), environment=editing, through=nursery
    ) as running:
        yield running


def opened(page: Page, server: Server, button: str) -> None:
    page.goto(server.url)
    click(page.get_by_role("button", name=button))


def state(page: Page) -> str:
    return page.locator(".sheet .rule[role=status]").first.inner_text()


def checking(page: Page) -> None:
    page.locator("[data-act=accept]").wait_for(timeout=WAIT)
    at_rest(page)


def saved(path: Path, count: int) -> list[str]:
    """The verdicts on the disk, once there are so many."""
    until = time.monotonic() + WAIT / 1000
    while len(found := [str(it.verdict) for it in load(path)]) < count and time.monotonic() < until:
        time.sleep(0.05)
    return found


def test_a_pile_becomes_a_checked_story(page: Page, desk: Server, tmp_path: Path) -> None:
    home = desk.folder / "data" / "collections" / "border"
    _brought(page, desk, tmp_path, home)
    _checked(page, home)
    built = load_collection(home / "collection.json")
    assert len(built.rejected) == 1
    (changed,) = [review for review in built.reviews if review.corrected]
    assert {it.field: it.after for it in changed.corrected}["value"] == "about 1,500"
    page.goto(f"{desk.url}?collection=border&claim={changed.claim}&data={built.version}")
    card = page.locator(".evidence .card").first
    expect(card).to_contain_text("about 1,500", timeout=WAIT)
    expect(card).to_contain_text("Corrected by hand")
    expect(card).to_contain_text("(Ada, ")
    page.goto(desk.url)
    click(page.get_by_text("2 collections"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tajikistan")  # nothing of it here


def test_text_and_form_are_about_the_figure_that_is_shown(page: Page, desk: Server) -> None:
    """Also where figures before it come into the list."""
    built = load_collection(desk.folder / "data" / "collection.json")
    first, second = sorted(built.readings[0].claims, key=lambda claim: claim.span.start)[:2]
    decided = verdict(Verdict.ACCEPT, first, built.articles[0], who="Ada")
    append(desk.folder / "data" / "decisions.jsonl", decided)
    opened(page, desk, "Check figures")
    checking(page)
    expect(page.locator(f"[data-claim='{second.id}']")).to_be_visible()
    click(page.get_by_text("All", exact=True))
    expect(page.get_by_text(f"2 of {len(built.claims)} · not checked")).to_be_visible(timeout=WAIT)
    at_rest(page)
    pressed = page.locator("mark[aria-pressed=true], [aria-pressed=true].figure")
    expect(pressed.first).to_contain_text(second.quantity.words, timeout=WAIT)


def _brought(page: Page, desk: Server, tmp_path: Path, home: Path) -> None:
    """A new collection with two files and a paste, one of them dated by hand."""
    camp = made.word(("A camp", "About 900 people fled to Goma, the UN said on Monday."))
    files = {"a.pdf": made.pdf(), "b.docx": camp, "c.png": b"\x89PNG"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    opened(page, desk, "Add articles")
    unfold(page, "New collection")
    page.get_by_label("Name: a to z").fill("border")
    page.get_by_label("Title").fill("At the border")
    click(page.get_by_role("button", name="Make it"))
    expect(page.get_by_role("heading", name="Add articles to At the border")).to_be_visible(timeout=WAIT)
    page.wait_for_url("**collection=border**")

    page.locator("input[type=file]").set_input_files([str(tmp_path / name) for name in files])
    page.get_by_text("c.png").wait_for(timeout=WAIT)
    page.get_by_label("Or paste one article").fill(made.text().decode().replace("1,200", "1,300"))
    page.get_by_label("Or give addresses").fill("http://127.0.0.1/admin\nhttp://169.254.169.254/")
    click(page.get_by_role("button", name="Read them"))
    page.get_by_role("button", name="Keep them").wait_for(timeout=WAIT)
    expect(page.get_by_text("is not on the public web")).to_have_count(2)
    expect(page.get_by_text("c.png: is a picture.")).to_be_visible()
    expect(page.locator(".beside")).to_have_count(3)
    expect(page.locator(".beside .text .figure")).to_have_count(5)
    assert list((home / "articles").glob("*.json")) == []  # nothing counts yet

    open_list(page.get_by_test_id("stDateInput").get_by_role("spinbutton").first)
    page.keyboard.type("20230306")
    page.keyboard.press("Escape")  # the calendar
    click(page.get_by_role("button", name="Read them with this date"))
    expect(page.locator(".beside").filter(has_text="About 900 people")).to_contain_text("6 March 2023", timeout=WAIT)
    click(page.get_by_role("button", name="Keep them"))
    page.locator(".row").first.wait_for(timeout=WAIT)
    expect(page.get_by_role("heading", name="At the border")).to_be_visible()
    built = load_collection(home / "collection.json")
    assert len(built.articles) == 3


def _checked(page: Page, home: Path) -> None:
    """One figure accepted, one rejected, one put right."""
    click(page.get_by_role("button", name="Check figures (5)"))
    checking(page)
    page.keyboard.press("a")
    page.keyboard.press("r")
    page.keyboard.type("told")
    page.wait_for_timeout(1500)  # the answer to the first decision draws the figure anew
    page.keyboard.type(" twice")
    page.keyboard.press("Enter")
    assert saved(home / "decisions.jsonl", 2) == ["accept", "reject"]
    assert load(home / "decisions.jsonl")[1].why == "told twice"
    at_rest(page)
    unfold(page, "Correct its places")
    page.get_by_label("Look up a place").fill("Garissa")
    click(page.get_by_role("button", name="Look it up"))
    for _ in range(20):  # until the gazetteer has answered
        open_list(page.get_by_label("Where it is"))
        page.wait_for_timeout(1_000)
        if page.get_by_text("Garissa (city, KE").count():
            break
        page.keyboard.press("Escape")
    click(page.get_by_text("Garissa (city, KE"))
    click(page.get_by_role("button", name="Save the place"))
    expect(page.get_by_text("Saved; it stands on the map")).to_be_visible(timeout=WAIT)
    at_rest(page)
    unfold(page, "Correct it")
    page.get_by_label("Figure", exact=True).fill("about 1,500")
    page.get_by_label("Why").first.fill("misprint")
    click(page.get_by_role("button", name="Save the correction"))
    expect(page.locator(".card").first).to_contain_text("Figure about 1,500, read as", timeout=WAIT)
    click(page.get_by_role("button", name="Back to the map"))
    page.locator(".row").first.wait_for(timeout=WAIT)


def test_the_next_figure_is_there_within_a_tenth_of_a_second(page: Page, desk: Server) -> None:
    opened(page, desk, "Check figures")
    checking(page)
    took = page.evaluate(
        """() => {
        const shown = () => document.querySelector(".sheet .rule[role=status]").textContent;
        const times = [];
        for (let i = 0; i < 6; i++) {
            const before = shown(), begun = performance.now();
            document.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
            if (shown() === before) return [Infinity];
            times.push(performance.now() - begun);
        }
        return times;
        }"""
    )
    assert min(took) < 100, json.dumps(took)  # each of them at once, and in that time wherever nobody else is at work
    assert saved(desk.folder / "data" / "decisions.jsonl", 6) == ["accept"] * 6


def test_what_was_decided_is_there_after_a_reload_and_can_be_taken_back(page: Page, desk: Server) -> None:
    path = desk.folder / "data" / "decisions.jsonl"
    opened(page, desk, "Check figures")
    checking(page)
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    assert saved(path, 1) == ["reject"]
    opened(page, desk, "Check figures")
    checking(page)
    click(page.get_by_text("All", exact=True))
    page.get_by_text(" of 9 · ").wait_for(timeout=WAIT)
    page.keyboard.press("b")
    expect(page.locator(".sheet .rule[role=status]").first).to_contain_text("rejected", timeout=WAIT)
    page.keyboard.press("u")
    assert saved(path, 2) == ["reject", "undo"]
    expect(page.locator(".sheet .rule[role=status]").first).to_contain_text("not checked", timeout=WAIT)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_sticks_out_and_thumbs_reach_every_act(page: Page, undecided: Server, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    opened(page, undecided, "Check figures")
    checking(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for act in page.locator("[data-act]").all():
        box = act.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= size["width"]
        assert size is DESKTOP or box["height"] >= 44


@pytest.mark.parametrize("button", ["Add articles", "Check figures"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_no_grave_barrier_at_the_desk(page: Page, undecided: Server, button: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    opened(page, undecided, button)
    page.get_by_role("button", name="Back to the map").wait_for(timeout=WAIT)
    at_rest(page)
    assert grave(page.main_frame) == []
