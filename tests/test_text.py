"""Text as it comes: dates of publication, what the web and print leave in words, rows, notes and credits."""

from datetime import date

import pytest

from geo.articles.blocks import blocks
from geo.articles.kinds import READ_KINDS, BlockKind
from geo.articles.load import from_bytes
from tests.conftest import processor_time, too_long

STORY = "Some 450 soldiers left the barracks at Tessalit yesterday, a colonel said."


def of_kind(text: str, kind: BlockKind) -> list[str]:
    return [block.text for block in blocks(text) if block.kind is kind]


def read(text: str) -> str:
    return " ".join(block.text for block in blocks(text) if block.kind in READ_KINDS)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14/09/2019", date(2019, 9, 14)),
        ("09/14/2019", date(2019, 9, 14)),
        ("09/09/2019", date(2019, 9, 9)),
        ("04/09/2019", None),
        ("14.09.2019", date(2019, 9, 14)),
        ("4.9.2019", date(2019, 9, 4)),
        ("2019.09.14", date(2019, 9, 14)),
        ("14-Sep-2019", date(2019, 9, 14)),
        ("14-09-2019", date(2019, 9, 14)),
        ("14th of September, 2019", date(2019, 9, 14)),
        ("the 4th of September 2019", date(2019, 9, 4)),
        ("2019-09-14T23:40:00+02:00", date(2019, 9, 14)),
        ("Sat, 14 Sep 2019 08:15:00 GMT", date(2019, 9, 14)),
        ("Published: 14/09/2019 - 11:20 Updated: 16/09/2019 - 08:05", date(2019, 9, 14)),
        ("Updated: 16/09/2019 - 08:05 Published: 14/09/2019 - 11:20", date(2019, 9, 14)),
        ("Last updated on 16 September 2019 at 8.05am\n\nFirst published on 14 September 2019", date(2019, 9, 14)),
        ("Published 4:15 PM EDT, Sat September 14, 2019, updated 6:00 PM EDT, Mon September 16, 2019",
         date(2019, 9, 14)),
        ("Modified on September 16, 2019", date(2019, 9, 16)),
        ("Published\n\n14 September 2019\n\nUpdated\n\n16 September 2019", date(2019, 9, 14)),
        ("35/09/2019", None),
    ],
)  # fmt: skip
def test_the_day_of_publication(line: str, day: date | None) -> None:
    article = from_bytes(f"In short\n\nBy Staff\n\n{line}\n\n{STORY}".encode(), "a.txt")
    assert article.published == day
    assert of_kind(article.text, BlockKind.PROSE) == [STORY]


@pytest.mark.parametrize(
    ("dateline", "place", "day", "agency"),
    [
        ("NIAMEY, Sept 14, 2019 (Reuters) - ", "NIAMEY", date(2019, 9, 14), "Reuters"),
        ("NIAMEY, Niger, September 14, 2019 (AFP) — ", "NIAMEY, Niger", date(2019, 9, 14), "AFP"),
        ("Niamey, 14 September 2019 (AFP) – ", "Niamey", date(2019, 9, 14), "AFP"),
        ("NIAMEY (14 September 2019) - ", "NIAMEY", date(2019, 9, 14), None),
        ("NIAMEY, Sept 14 (Xinhua) -- ", "NIAMEY", None, "Xinhua"),
        ("SELMA, N.C. (AP) -- ", "SELMA, N.C. (AP)", None, "AP"),
        ("PORT SUDAN, Saturday, 14 September 2019 - ", "PORT SUDAN", date(2019, 9, 14), None),
    ],
)
def test_a_dateline_is_no_part_of_the_story(dateline: str, place: str, day: date | None, agency: str | None) -> None:
    article = from_bytes(f"Soldiers leave\n\n{dateline}{STORY}".encode(), "a.txt")
    assert (article.published, article.agency) == (day, agency)
    assert of_kind(article.text, BlockKind.PROSE) == [STORY]
    assert of_kind(article.text, BlockKind.HEADING) == [place]


def test_a_date_line_is_surer_than_a_dateline() -> None:
    text = f"Soldiers leave\n\n15 September 2019\n\nNIAMEY, Sept 14, 2019 (Reuters) - {STORY}"
    assert from_bytes(text.encode(), "a.txt").published == date(2019, 9, 15)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Niger&rsquo;s army sent 4,200&nbsp;soldiers.", "Niger’s army sent 4,200 soldiers."),
        ("It counted 31&#44;000 refugees in C&ocirc;te d&#39;Ivoire.", "It counted 31,000 refugees in Côte d'Ivoire."),
        ("<p>About 700 <b>refugees</b> fled to <a href=\"https://x.org/y\">Diffa</a>.</p>",
         "About 700 refugees fled to Diffa."),
        ("One line.<br>About 700 fled.", "One line. About 700 fled."),
        ("Some 9,000 evac-\nuees reached Diffa.", "Some 9,000 evacuees reached Diffa."),
        ("Some 9,000 dis- placed people reached Diffa.", "Some 9,000 displaced people reached Diffa."),
        ("The two- and three-year-olds stayed.", "The two- and three-year-olds stayed."),
        ("They fled the war-\ntorn north.", "They fled the war-torn north."),
        ("Some 9,000 refugees² live in Dogondoutchi.[12]", "Some 9,000 refugees live in Dogondoutchi."),
        ("Some 9,000<sup>3</sup> refugees live there.[a]", "Some 9,000 refugees live there."),
        ("Some '''9,000''' refugees live in [[Diffa Region|Diffa]].", "Some 9,000 refugees live in Diffa."),
        ("An armyâ€™s 500 men, theÂ UN said, and prÃ©fets left.", "An army’s 500 men, the UN said, and préfets left."),
        ("As follows: Africa . . . . . 7,000 East Asia . . . . 1,000-2,000 in all.",
         "As follows: Africa: 7,000; East Asia: 1,000-2,000 in all."),
        ("They counted refugees.......... 4,100 by now.", "They counted refugees: 4,100 by now."),
        ("Nobody knew ... 700 fled.", "Nobody knew ... 700 fled."),
        ("They left SÃO PAULO.", "They left SÃO PAULO."),
        ("A & B, x < y; AT&T and R&D; stay.", "A & B, x < y; AT&T and R&D; stay."),
    ],
)  # fmt: skip
def test_what_the_web_and_print_leave_in_words(printed: str, plain: str) -> None:
    text = f"A title\n\n{printed}"
    (block,) = (b for b in blocks(text) if b.kind is BlockKind.PROSE)
    assert block.text == plain
    for start in range(0, len(plain), 7):
        assert 0 <= block.span(start, len(plain)).start < block.span(start, len(plain)).end <= len(text)


def test_a_span_is_the_articles_own_text() -> None:
    text = "A title\n\nIt counted 31&#44;000 refu-\ngees at Diffa&nbsp;camp."
    (block,) = (b for b in blocks(text) if b.kind is BlockKind.PROSE)
    at = block.text.index("31,000")
    assert block.span(at, at + 6).of(text) == "31&#44;000"
    at = block.text.index("refugees")
    assert block.span(at, at + 8).of(text) == "refu-\ngees"


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("- Niger: 310,000 refugees\n- Togo: 41,000 refugees",
         ["Niger has 310,000 refugees.", "Togo has 41,000 refugees."]),
        ("Niger – 310,000 refugees", ["Niger has 310,000 refugees."]),
        ("• Niger: about 310,000 asylum seekers", ["Niger has about 310,000 asylum seekers."]),
        ("Refugees by country\n\nNiger 310,000\nSouth Sudan 41,000",
         ["Niger has 310,000 refugees.", "South Sudan has 41,000 refugees."]),
        ("| Country | Refugees |\n|---|---|\n| Niger | 310,000 |\n| Togo | 41,000 |",
         ["Niger has 310,000 refugees.", "Togo has 41,000 refugees."]),
        ("| Country | Refugees | IDPs |\n|---|---|---|\n| Niger | 310,000 | 9,000 |",
         ["Niger has 310,000 refugees and 9,000 IDPs."]),
        ("The mission's largest contributors of troops were these:\n\nGhana 870\nFiji 500",
         ["Ghana has 870 troops.", "Fiji has 500 troops."]),
        ("Graph: AU troop numbers\n\nGhana -870\nFiji - 500", ["Ghana has 870 troops.", "Fiji has 500 troops."]),
        ("Refugees\n\nTotal 310,000", ["Total 310,000"]),
        ("Refugees: 310,000", ["Refugees: 310,000"]),
        ("Number of displaced: 310,000", ["Number of displaced: 310,000"]),
        ("Refugees by year\n\nJanuary 2,000", ["January 2,000"]),
        ("Ghana 870", ["Ghana 870"]),
        ("Refugees by country\n\nNiger 2019", ["Niger 2019"]),
    ],
)  # fmt: skip
def test_rows_are_small_sentences(lines: str, rows: list[str]) -> None:
    text = f"A title\n\nThe agency told of it on Monday.\n\n{lines}\n\nMore of it later."
    found = [block for block in blocks(text) if block.kind is BlockKind.ROW]
    assert [block.text for block in found] == rows
    for block in found:
        at = next(i for i, character in enumerate(block.text) if character.isdigit())
        assert block.span(at, at + 3).of(text) == block.text[at : at + 3]


@pytest.mark.parametrize(
    "note",
    [
        "(Corrects number of refugees in paragraph two to 9,000, not 90,000)",
        "Correction: An earlier version of this article said 90,000 refugees.",
        "CORRECTION (15 September 2019): The figure is 9,000, not 90,000 refugees.",
        "This article was amended on 15 September 2019. An earlier version said 90,000 refugees.",
        "This story has been corrected to say that 9,000 refugees, not 90,000, arrived.",
        "Editor's note: A previous headline gave the figure as 90,000 refugees.",
        "Editor’s Note: the agency counts 90,000 refugees.",
        "An earlier version of this report gave 90,000 refugees.",
        "Clarification: the 90,000 refugees include those of last year.",
        "Editor's note\n\nThe agency first counted 90,000 refugees.",
        "Corrections and clarifications: it is 9,000, not 90,000 refugees.",
        "This version corrects the number of refugees to 9,000 from 90,000.",
    ],
)
def test_a_note_gives_no_figures(note: str) -> None:
    assert read(f"A title\n\n{STORY}\n\n{note}") == f"A title {STORY}"
    assert of_kind(f"A title\n\n{STORY}\n\n{note}", BlockKind.CORRECTION)


def test_a_note_on_the_lines_of_the_story() -> None:
    assert read(f"A title\n\n{STORY} An earlier version of this story said 4,500.") == f"A title {STORY}"
    assert of_kind(f"A title\n\n(Corrects number) NIAMEY (AP) - {STORY}", BlockKind.PROSE) == [STORY]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ann Poe in Niamey; Editing by Max Roe in Toronto)",
        "(Additional reporting by Ann Poe in Niamey and Bo Hu in Perth; writing by Max Roe)",
        "Additional reporting by Ann Poe in Toronto.",
        "Reporting by Ann Poe, Editing by Max Roe",
        "Writing by Ann Poe; editing by Max Roe and Bo Hu",
        "Ann Poe in Perth contributed to this report.",
        "Bo Hu contributed reporting to this story from London.",
        "Edited by Max Roe",
        "— Reporting by Ann Poe in Perth",
        "(Compiled by the Toronto newsroom)",
    ],
)
def test_a_credit_is_no_story(line: str) -> None:
    assert read(f"A title\n\n{STORY}\n\n{line}") == f"A title {STORY}"


def test_a_credit_at_the_end_of_the_last_paragraph_is_no_story() -> None:
    credit = "(Reporting by Ann Poe in Niamey; Editing by Max Roe in Toronto)"
    assert read(f"A title\n\n{STORY} {credit}") == f"A title {STORY}"


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the agency showed that people had fled.",
        "Reporting by Human Rights Watch found that villages were burned.",
        "Correctional centres hold 5,000 people.",
        "This article of the treaty binds 40 states.",
        "An original copy was kept by the 300 refugees there.",
    ],
)
def test_what_only_begins_like_a_note_or_a_credit(line: str) -> None:
    assert line in read(f"A title\n\n{STORY}\n\n{line}")


@pytest.mark.parametrize("stamp", ["14.30 BST", "10:05", "2h ago", "11:20 GMT", "9.45am", "16:02 (GMT+2)"])
def test_the_time_of_an_entry_is_not_read(stamp: str) -> None:
    assert read(f"Live: the day\n\n{stamp}\n\nOpening summary\n\n{STORY}") == f"Live: the day Opening summary {STORY}"


def test_a_time_on_the_line_of_its_entry_is_not_read() -> None:
    assert of_kind(f"Live: the day\n\n11:20 GMT - {STORY}", BlockKind.PROSE) == [STORY]


ODD = [
    "1\n\n", "](", "<", "&", "<a ", "[[", "''", "¹", "a-\n", "- a", "&#1", "(corrects ", "| a ", "|\n", "Ab 1\n",
    "Kenya ", "A, ", "By reporting by ", "a. Reporting by ", "<sup>1", "Refugees\n\nKenya 1\n", " . . . . 1 A", " .",
]  # fmt: skip


@pytest.mark.parametrize("piece", ODD)
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    def taken(length: int) -> float:
        text = "A title\n\n" + piece * (length // len(piece))
        return processor_time(lambda: blocks(text))

    assert too_long(taken, 20_000) is None


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("MORE THAN 7,000 REFUGEES CROSSED INTO TOGO.", "More than 7,000 refugees crossed into Togo."),
        ("SOME 900 TROOPS LEFT FOR THE BORDER FROM GAO AND KIDAL ON MONDAY.",
         "Some 900 troops left for the border from Gao and Kidal on Monday."),
        ("ABOUT 900 GHANAIAN SOLDIERS ARRIVED IN NORTHERN TOGO.",
         "About 900 Ghanaian soldiers arrived in northern Togo."),
        ("THE UN SAID 900 PEOPLE FLED TO SIERRA LEONE.", "The UN said 900 people fled to Sierra Leone."),
        ("NATO AND UNHCR spoke of 900 in Gao.", "NATO AND UNHCR spoke of 900 in Gao."),
    ],
)  # fmt: skip
def test_a_sentence_in_capitals_is_read_in_small_letters(printed: str, read_as: str) -> None:
    text = f"A title\n\n{STORY} {printed}"
    (block,) = (b for b in blocks(text) if b.kind is BlockKind.PROSE)
    assert block.text == f"{STORY} {read_as}"
    assert block.span(len(STORY) + 1, len(block.text)).of(text) == printed


@pytest.mark.xfail(strict=True, reason="a name that heads a column stands above its figure: spans of a row only rise")
def test_a_table_with_countries_as_columns() -> None:
    text = f"A title\n\n{STORY}\n\n| | Niger | Togo |\n|---|---|---|\n| Refugees | 310,000 | 41,000 |"
    assert of_kind(text, BlockKind.ROW) == ["Niger has 310,000 refugees.", "Togo has 41,000 refugees."]


@pytest.mark.xfail(strict=True, reason="nothing beside the word shows that it is a name")
def test_a_name_in_capitals_within_a_clause() -> None:
    text = f"A title\n\n{STORY} THE ARMY FLED AS TOGO SENT 900 SOLDIERS."
    assert read(text).endswith("The army fled as Togo sent 900 soldiers.")
