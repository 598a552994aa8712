"""Blocks of real articles and of the debris that saved pages carry."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles.blocks import LONGEST, Block, blocks
from geo.articles.kinds import BlockKind
from tests.conftest import processor_time

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("00[01]_*.txt"))


def prose(text: str) -> list[str]:
    return [block.text for block in blocks(text) if block.kind is BlockKind.PROSE]


def assert_faithful(text: str, found: tuple[Block, ...]) -> None:
    """Each character of a reading copy came from the stretch of the text that the block says; none goes back."""
    for block in found:
        assert len(block.text) == len(block.offsets) == len(block.ends)
        assert list(block.offsets) == sorted(block.offsets)
        assert list(block.ends) == sorted(block.ends)
        for character, offset, end in zip(block.text, block.offsets, block.ends, strict=True):
            stretch = text[offset:end]
            if len(stretch) == 1:
                assert character.upper() == stretch.upper() or (character == " " and stretch.isspace())
            elif stretch:
                assert stretch[0] in "&<-\u00ad\u2010" or character.encode() == _bytes(stretch)
            else:
                assert block.kind is BlockKind.ROW


def _bytes(misread: str) -> bytes:
    """The bytes that were taken for cp1252, in which five of them are nothing."""
    return b"".join(it.encode("latin-1") if it <= "\xff" else it.encode("cp1252") for it in misread)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_a_seed_has_one_title_a_byline_a_date_and_prose(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    found = blocks(text)
    kinds = [block.kind for block in found]
    assert kinds[:4] == [BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.CAPTION]
    assert kinds.count(BlockKind.PROSE) > 10
    assert BlockKind.LINK in kinds
    assert kinds[-2:] == [BlockKind.ADDRESS, BlockKind.ADDRESS]
    assert_faithful(text, found)


def test_a_sentence_cut_by_a_blank_line_is_one_again() -> None:
    first, second = SEEDS
    assert any("both at our military universities and at" in line for line in prose(first.read_text(encoding="utf-8")))
    assert any("local media on Wednesday that 77" in line for line in prose(second.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A title\n\nThe army sent troops to the\n\nborder by road.", ["The army sent troops to the border by road."]),
        ("A title\n\nOne sentence stands alone.\n\nAnother one.", ["One sentence stands alone.", "Another one."]),
        ("A title\nThis line of a text was\nwrapped by hand.", ["This line of a text was wrapped by hand."]),
        ("A title\n\nThe minister spoke of the\nTajik side and of 20,000\nRussian troops near Sarakhs.",
         ["The minister spoke of the Tajik side and of 20,000 Russian troops near Sarakhs."]),
        ("A title\n\n12 | 500 | 77 %\n\n-----\n\nIt counted 77 of them.", ["It counted 77 of them."]),
        ("A title\n\n**Bold** words and a [link](https://x.org/a) stay words.", ["Bold words and a link stay words."]),
        ("A title\n\nSoft\u00adhyphen and\u200b zero width.", ["Softhyphen and zero width."]),
    ],
)  # fmt: skip
def test_debris(text: str, expected: list[str]) -> None:
    assert prose(text) == expected


def test_sub_headings_links_and_captions_are_not_prose() -> None:
    text = (
        "# The title\n\nBy REUTERS\n\n3 March 2023\n\nTroops at the gate. **Ministry / TASS**\n\n'Deep concern'\n\n"
        "**Related article:** [Another story](#)\n\nThe story.\n\nhttps://example.org/story"
    )
    kinds = [block.kind for block in blocks(text)]
    assert kinds == [
        BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.LINK,
        BlockKind.PROSE, BlockKind.ADDRESS,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Number of displaced: 452", BlockKind.ROW),
        ("- 800 people evacuated", BlockKind.ROW),
        ("• 12 homes destroyed", BlockKind.ROW),
        ("IDPs total 122 387", BlockKind.ROW),
        ("Fighting in the east", BlockKind.HEADING),
        ("What happened in 3 towns", BlockKind.HEADING),
        ("## 12 things to know", BlockKind.HEADING),
        ("The mission numbers 4,300.", BlockKind.PROSE),
    ],
)
def test_a_line_of_a_list_with_its_figure_first_or_last_is_a_row(line: str, kind: BlockKind) -> None:
    assert blocks(f"A title\n\nThe story goes here.\n\n{line}\n\nMore of it.")[2].kind is kind


def test_a_box_that_was_run_into_a_paragraph_is_its_rows() -> None:
    text = (
        "Handover\n\nThe province was handed over last week. Foreign troops in Chad France: 4,200 Italy: 1,800 "
        "Poland: 400 Source: Bulletin.\n"
    )
    _, before, *rows, after = blocks(text)
    assert [row.kind for row in rows] == [BlockKind.ROW] * 3
    assert [row.text for row in rows] == [
        "France has 4,200 troops.", "Italy has 1,800 troops.", "Poland has 400 troops.",
    ]  # fmt: skip
    assert before.text.endswith("Foreign troops in Chad")
    assert after.text == "Source: Bulletin."
    assert [each.kind for each in blocks("Handover\n\nThe score: Ghana: 2 Togo: 1 Mali: 0, he said.\n")][1:] == [
        BlockKind.PROSE
    ]


def test_a_figure_above_its_label_is_one_row_with_it() -> None:
    found = blocks("A title\n\nThe story.\n\n1,250\nHouses\ndestroyed")
    assert [(block.kind, block.text) for block in found[2:]] == [(BlockKind.ROW, "1,250 Houses destroyed")]


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    text = "Title\n\n" + "The troops moved on that day. " * 500
    found = [block for block in blocks(text) if block.kind is BlockKind.PROSE]
    assert len(found) > 1
    assert all(len(block.text) <= LONGEST and block.text.endswith("day.") for block in found)
    assert_faithful(text, tuple(found))


@given(st.text(max_size=400))
def test_any_text_gives_faithful_blocks(text: str) -> None:
    assert_faithful(text, blocks(text))


@given(st.text(alphabet="a .\n*[]()#<>_:/By2021July", max_size=300))
def test_any_markup_gives_faithful_blocks(text: str) -> None:
    assert_faithful(text, blocks(text))


def test_a_caption_above_a_story_without_a_title_is_no_title() -> None:
    found = blocks("Rebels hold the road near the border. **Ministry / Reuters**\n\nThe story says more of it.\n")
    assert [block.kind for block in found] == [BlockKind.CAPTION, BlockKind.PROSE]


@pytest.mark.parametrize(
    "piece", ["[", "](", "(photo ", "**", "> ", "# ", '"', "a\n", "[a](b) ", "1a", "1\n", "1\na\n"]
)
def test_hostile_markup_takes_no_longer_than_other_text(piece: str) -> None:
    def taken(length: int) -> float:
        return processor_time(lambda: blocks("A title\n\n" + piece * (length // len(piece))))

    assert taken(100_000) < 16 * max(taken(25_000), 0.02), (
        "four times the text may take four times as long, not sixteen"
    )
