"""Which part of the desk is open, and the way in and out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from geo.collections.home import Home, every, named
from geo.dataset.query import Catalogue
from geo.errors import DatasetError, DatelineError
from geo.intake.take import shown
from geo.limits import OWN_KEPT_SECONDS
from geo.panels import masthead, page, sheet
from geo.panels.desk import add, listing, own, reloading, returning, review, signing
from geo.panels.desk.allowed import editor
from geo.panels.desk.reloading import part
from geo.panels.desk.writing import Desk
from geo.sheets.nodes import Node, element, pick

TOLD = "desk-told"
"""The session's key: what there is to say of the last thing done."""
TRIED = "desk-tried"
"""The session's key: the latest decision that was to be put on the map as the page opened."""
ENDS = "desk-ends"
"""Whether somebody is being asked if their copies shall end."""
STANDS = "desk-stands"
"""The session's key: what is being checked."""
OTHERS = "To the other collections"
_MINUTES = OWN_KEPT_SECONDS // 60
LASTS = f"It outlasts a reload and ends {_MINUTES} minutes after this tab is closed, sooner where others need the room."


def home(name: str | None, seeds: Path, data: Path) -> Home:
    """The collection that an address names, a visitor's own before all others. Raises DatasetError."""
    return next((it for it in _stories() if it.name == name), None) or named(name, seeds, data)


def homes(seeds: Path, data: Path) -> tuple[Home, ...]:
    """The collections that this session can open."""
    return (*every(seeds, data), *_stories())


def _stories() -> tuple[Home, ...]:
    who = editor()
    return own.stories() if who is not None and not who.keeps else ()


def way(home: Home) -> Callable[[str], None] | None:
    """What opens a part of the desk for ``home``; None for whoever has no desk."""
    return None if editor() is None else partial(enter, home)


def enter(home: Home, name: str) -> None:
    """Open a part of the desk for ``home``; a visitor gets a copy of it."""
    who = editor()
    if who is None:
        return
    reloading.go(name)
    listing.begin()
    if not who.keeps:
        try:
            own.begin(home)
        except DatelineError as error:
            st.session_state[TOLD] = str(error)


def follow(desk: Desk | None) -> None:
    """Open the part of the desk that the address asks for, or leave it; for whoever has no desk yet it asks nothing."""
    asked = reloading.led()
    if asked is None or (asked and desk is None):
        return
    reloading.follow(asked)
    listing.begin()
    if asked == "review":
        review.resume(reloading.figure(), reloading.listed())


def catalogue(desk: Desk | None, home: Home, demonyms: Path) -> tuple[Catalogue, DatasetError | None]:
    """What this session sees of ``home``: as ``page.catalogue``, or its own copy. Whoever checks figures goes on with
    those that were there when they began."""
    if desk is None or desk.keeps:
        found = page.catalogue(home.built, demonyms)
        if desk is None or part() != "review":
            st.session_state.pop(STANDS, None)
            return found
        # What others see meanwhile changes under nobody's hands.
        return st.session_state.setdefault(STANDS, found[0]), found[1]
    return own.catalogue(desk.home, demonyms), None


def whose(desk: Desk | None) -> None:
    """On the map: that a visitor sees a copy of their own, with the way back to what everybody sees; that it ended."""
    returning.told()
    _told()
    if desk is None or desk.keeps:
        return
    if st.session_state.get(ENDS):
        told = "This ends your copies with all that you did in them. "
        ways = [pick("end", "", "End them", cls="plain"), " ", pick("keep", "", "Keep them", cls="plain")]
    else:
        whose_ = "story" if own.base(desk.home) is None else "copy"
        told = f"You see your own {whose_}: nobody else can open it. {LASTS} Download it under “Check figures”. "
        ways = [pick("ask", "", "Show what everybody sees", cls="plain")]
    actions = {"ask": _ask, "keep": _ask, "end": lambda _: _forget(desk)}
    sheet.show("desk-whose", element("p", told, *ways, cls="stale", role="status"), actions=actions)


def _ask(_: str) -> None:
    """Ask first, or leave it."""
    st.session_state[ENDS] = not st.session_state.get(ENDS)


def _forget(desk: Desk) -> None:
    st.session_state[ENDS] = False
    if own.base(desk.home) is None:
        masthead.open_collection("")
    returning.forget()


def refused(desk: Desk | None, home: Home) -> bool:
    """Say why a visitor who asked for the desk has none, with the ways to sign in; False where they did not ask."""
    if desk is not None or not part() or editor() is None:
        return False
    _head(None, home, "The desk")
    _told("Your copy has ended. Go back to the map and begin another.")
    return True


def rendered(desk: Desk | None, catalogue: Catalogue | None, data: Path) -> bool:
    """Show the open part in place of the map, and say whether one is open. ``catalogue`` is None where nothing can be
    shown: the desk is open then where the collection has no article yet."""
    if desk is None or not (part() if catalogue is not None else not desk.home.built.exists()):
        return False
    _render(desk, catalogue, data)
    return True


def _render(desk: Desk, catalogue: Catalogue | None, data: Path) -> None:
    if part() == "new":
        _head(desk, desk.home, "New collection", catalogue)
        _told()
        with st.container(key="desk-add"):
            add.new(desk, data)
        return
    checks = part() == "review" and catalogue is not None
    words, link = ("Check figures", "of") if checks else ("Add articles", "to")
    called = desk.home.title or desk.home.name  # the default collection without a title has no name to give
    _head(desk, desk.home, f"{words} {link} {called}" if called else words, catalogue)
    _told()
    if checks and catalogue is not None:
        review.render(desk, catalogue)
    else:
        add.render(desk, catalogue, data)
    if st.session_state.pop(add.DONE, False):
        leave(desk, reads=True)
        st.rerun()


def leave(desk: Desk, *, reads: bool = False) -> None:
    """Put what was decided on the map, and go back to it; ``reads``: with what was added."""
    try:
        with st.spinner("Reading what is new"):
            far = st.empty()
            (desk.build if reads else desk.show)(lambda line: far.text(shown(line)))
    except DatelineError as error:
        st.session_state[TOLD] = str(error)
        return
    if part():
        reloading.go("")


def catch_up(desk: Desk | None) -> None:
    """Put on the map what was decided before the page was loaded again, or closed, without the way back to it; once a
    session, and again where more was decided."""
    if desk is None or part() or not desk.is_newer:
        return
    stamp = desk.home.decisions.stat().st_mtime_ns
    if st.session_state.get(TRIED) != stamp:
        st.session_state[TRIED] = stamp
        leave(desk)


def _told(otherwise: str = "") -> None:
    if told := st.session_state.pop(TOLD, None) or otherwise:
        sheet.show("desk-told", element("p", told, cls="rule", role="status"))


def _head(desk: Desk | None, home: Home, title: str, shown: Catalogue | None = None) -> None:
    def go(_: str) -> None:
        reloading.go("")
        if desk is not None and shown is not None and desk.is_newer:
            leave(desk)

    def sign_in(provider: str) -> None:
        st.session_state[TOLD] = signing.sign_in(provider)

    leads = desk is None or shown is not None
    back = pick("leave", "", "Back to the map", cls="boxed") if leads else pick("others", "", OTHERS, cls="boxed")
    actions = {
        "others": masthead.open_collection,
        "leave": go,
        "sign-in": sign_in,
        "sign-out": lambda _: signing.sign_out(),
    }
    sheet.show("desk-head", element("header", element("h1", title), back), _standing(desk), actions=actions)
    if desk is not None and shown is not None and part() != "new":
        st.download_button(
            "Download all of it",
            partial(desk.packed, shown),
            file_name=f"{home.name or 'dateline'}.zip",
            mime="application/zip",
            key="desk-download",
            on_click="ignore",
        )


def _standing(desk: Desk | None) -> Node | None:
    """Whose the work is, and the way to sign in or out; nothing at one's own keyboard."""
    signed = signing.signed_in()
    out = pick("sign-out", "", "Sign out", cls="plain")
    if desk is not None and desk.keeps:
        return (
            element("p", f"Signed in as {signed}: what you save is for everybody. ", out, cls="rule")
            if signed
            else None
        )
    whose_ = "copy" if desk is None or own.base(desk.home) else "story"
    told = (
        f"You work on a {whose_} of your own. Nobody else can open it. {LASTS} Download it before: the file can be "
        "dropped here again. "
    )
    ways = [
        pick("sign-in", it, "Sign in" if it == signing.DEFAULT else f"Sign in with {it}", cls="plain")
        for it in (signing.providers() if signing.is_set_up() else ())
    ]
    if signed:
        return element("p", told if desk else "", f"{signed} is no editor of this page. ", out, cls="rule")
    apart = [part for way in ways for part in (way, " ")]
    return element("p", told if desk else "", "Editors: " if ways else "", *apart, cls="rule")
