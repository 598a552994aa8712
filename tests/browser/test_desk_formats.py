"""A pile of every format is dropped at once: each article stands there with its figure, counts, and is on the map."""

from pathlib import Path

from playwright.sync_api import Page, expect

from geo.dataset.store import load as load_collection
from tests import intake_made as made
from tests.browser.server import Server
from tests.browser.test_desk import opened
from tests.browser.test_visitors import kept
from tests.browser.visit import DESKTOP, PHONE, at_rest, click

TOLD = (
    "Kenya deployed 1,101 soldiers to Garissa on Thursday, the ministry said.",
    "About 1,202 people fled from Goma to Gisenyi last week, the Red Cross said.",
    "Poland sent 1,303 troops to its border with Belarus on Monday, a spokesman said.",
    "More than 1,404 Syrians crossed into Lebanon on Sunday, officials in Beirut reported.",
    "The army withdrew 1,505 soldiers from Timbuktu in February, according to Mali's government.",
    "Some 1,606 refugees arrived in Adre from Sudan within three days, aid workers told reporters.",
    "France moved 1,707 troops from Niamey to N'Djamena in autumn, the general staff announced.",
    "At least 1,808 villagers were evacuated from Kherson after the flood, the governor wrote.",
    "Ethiopia has 1,909 soldiers in Baidoa, its ministry of defence confirmed this morning.",
    "Nearly 2,010 Rohingya reached Aceh by boat over the winter, local fishermen recalled.",
    "India stationed 2,111 troops in Leh when the talks had failed, two newspapers wrote.",
    "Around 2,212 families were displaced from Marawi by the fighting, the mayor estimated.",
    "Colombia received 2,313 migrants in Cucuta the day before, its border service counted.",
    "Chad sent 2,414 soldiers to Bol on the lake, a communique of the presidency says.",
)
BETWEEN = "The roads were dry, the market was open, and nobody would say how long it was going to stay so."


def pile(folder: Path) -> dict[str, str]:
    """A file of each format in ``folder``; its name and the number that it tells, of the zip each of its members'."""

    def story(number: int) -> list[str]:
        return [TOLD[number], BETWEEN]

    def swapped(content: bytes, number: int) -> bytes:
        """``content`` with another story and another address."""
        for words, other in zip(made.STORY, (*story(number), "So it was."), strict=True):
            assert words.encode() in content
            content = content.replace(words.encode(), other.encode())
        return content.replace(made.ADDRESS.encode(), f"{made.ADDRESS}-{number}".encode())

    page = swapped(made.page(), 10)
    members = {
        "a.txt": swapped(made.text(), 11),
        "deeper/b.pdf": made.pdf([[made.TITLE, "", "3 March 2023", "", TOLD[12]]]),
    }
    files = {
        "a.txt": swapped(made.text(), 0),
        "b.md": swapped(made.markdown(), 1),
        "c.html": swapped(made.page(), 2),
        "d.pdf": made.pdf([[made.TITLE, "", "3 March 2023", "", *story(3)]]),
        "e.docx": made.word((made.TITLE, "3 March 2023", *story(4))),
        "f.eml": made.mail("\n\n".join(story(5))),
        "g.mbox": made.mailbox(made.mail("\n\n".join(story(6)))),
        "h.rss": swapped(made.rss(), 7),
        "i.csv": swapped(made.csv(), 8),
        "j.jsonl": swapped(made.lines(), 9),
        "k.warc.gz": made.warc(made.record(made.answer(page), f"{made.ADDRESS}-10")),
        "l.zip": made.zipped({**members, "deeper/c.png": b"\x89PNG"}),
        "m.warc": made.record(made.answer(swapped(made.page(), 13)), f"{made.ADDRESS}-13"),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return dict(zip([*list(files)[:11], "l.zip › a.txt", "l.zip › deeper/b.pdf", "m.warc"], NUMBERS, strict=True))


NUMBERS = [next(word for word in told.split() if word[0].isdigit()) for told in TOLD]


def test_every_format_is_dropped_seen_and_kept(page: Page, desk: Server, tmp_path: Path) -> None:
    (folder := tmp_path / "pile").mkdir()
    wanted = pile(folder)
    opened(page, desk, "Add articles")
    page.locator("input[type=file]").set_input_files(sorted(map(str, folder.iterdir())))
    page.get_by_text("a.txt").first.wait_for()
    at_rest(page)
    click(page.get_by_role("button", name="Read them"))
    expect(page.locator(".beside")).to_have_count(len(wanted))
    expect(page.get_by_text("c.png: is a picture.")).to_be_visible()
    for file, number in wanted.items():
        shown = page.locator(".beside").filter(has=page.locator(".text .figure", has_text=number))
        expect(shown).to_have_count(1)
        expect(shown.locator(".card", has_text=number)).to_have_count(1)
        expect(shown).to_contain_text("2023")
        expect(shown.locator(".rule").first).to_contain_text(file)
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        at_rest(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    kept(page)
    built = load_collection(desk.folder / "data" / "collection.json")
    of = {article.id: article for article in built.articles}
    there = {of[it.article].file: it.quantity.words for it in built.claims}
    for file, number in wanted.items():
        (found,) = [words for name, words in there.items() if name == file or name.startswith(f"{file} › ")]
        assert number in found
    assert all(article.published is not None for article in built.articles)
