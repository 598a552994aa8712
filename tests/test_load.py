"""Articles from files: what stands around the story, and files that are not articles."""

import contextlib
import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles.blocks import blocks
from geo.articles.dates import find_date
from geo.articles.kinds import READ_KINDS
from geo.articles.load import from_bytes, load
from geo.articles.publisher import publisher_of
from geo.errors import ArticleError
from geo.limits import ARTICLE_BYTES, ARTICLE_PARAGRAPHS

SEEDS = Path(__file__).parent.parent / "seeds"


def test_a_seed_is_read_whole() -> None:
    path = SEEDS / "001_147ea0ec7f2fdc28.txt"
    article = load(path)
    assert article.title == "Russia Holds Military Drills in Tajikistan Amid Taliban Offensive"
    assert (article.publisher, article.agency, article.published) == ("The Moscow Times", "AFP", date(2021, 7, 14))
    assert article.url is not None
    assert article.url.endswith("-a74520")
    assert article.text == path.read_text(encoding="utf-8")
    assert article.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("head", "agency", "published"),
    [
        ("Title\n\nBy Jane Doe, Reuters\n\n3 March 2023\n\nText.", "Reuters", date(2023, 3, 3)),
        ("Title\n\nJuly 14, 2021\n\nGENEVA (AP) - The agency said.", "AP", date(2021, 7, 14)),
        ("Title\n\nPublished: 2024-02-29\n\nBy Agence France-Presse\n\nText.", "AFP", date(2024, 2, 29)),
        ("Title\n\nBy Jane Doe\n\nText only.", None, None),
        ("Title\n\nBy ZOË PETROV / Associated Press\n\nText only.", "AP", None),
        ("Title\n\nBy ANA LI\n\nText only.", None, None),
        ("Title\n\nBy ANA LI, AFP\n\nText only.", "AFP", None),
        ("Title\n\nBy JEAN-LUC O’NEILL and DPA\n\nText only.", "DPA", None),
        ("Title\n\nBy AP STAFF\n\nText only.", "AP", None),
        ("Title\n\nBy JANE DOE / Associated Press\n\nText only.", "AP", None),
        ("Title\n\nBy JANE DOE, AFP\n\nText only.", "AFP", None),
        ("Title\n\nBy BBC NEWS\n\nText only.", "BBC", None),
        ("Title\n\nThe story.\n\nhttps://www.example.org/2022/05/06/story", None, date(2022, 5, 6)),
    ],
)
def test_head_matter(head: str, agency: str | None, published: date | None) -> None:
    article = from_bytes(head.encode(), "a.txt")
    assert (article.title, article.agency, article.published) == ("Title", agency, published)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Title\n\nPublisher: Example Post\nPublished: 2004-05-06\n\nThe story.", "Example Post"),
        ("Publisher: The Example Post\nPublished: 2004-05-06\n\nTitle\n\nThe story.", "The Example Post"),
        ("Title\n\nOutlet: example.org\n\nThe story.", "example.org"),
        ("# Title\n\n**Source:** Voice of Example\n\nThe story.", "Voice of Example"),
        ("Title\n\nWebsite: Example 24\n\nThe story.\n\nhttps://www.thecitytimes.org/a", "Example 24"),
        ("Title\n\nThe story.\n\nhttps://www.thecitytimes.org/a", "The City Times"),
        ("Title\n\nSource: 500 soldiers left Gori\n\nThe story.", None),
        ("Title\n\nSource: army leaves the town\n\nThe story.", None),
        ("Title\n\nThe story.\n\nSource: Example Agency", None),
        ("Title\n\nPublisher: the man who left the town, and why.\n\nThe story.", None),
    ],
)
def test_a_line_of_the_head_names_the_publisher(text: str, publisher: str | None) -> None:
    article = from_bytes(text.encode(), "a.txt")
    assert (article.title, article.publisher) == ("Title", publisher)


def test_above_a_headline_the_word_source_is_part_of_it() -> None:
    article = from_bytes(b"Source: Army Leaves Gori\n\nThe story.", "a.txt")
    assert (article.title, article.publisher) == ("Source: Army Leaves Gori", None)


def test_the_line_that_names_the_publisher_is_not_read() -> None:
    article = from_bytes(b"Title\n\nPublisher: Jamestown\n\nBy: Ann Example\n\nThe story.", "a.txt")
    assert article.author == "Ann Example"
    assert [block.text for block in blocks(article.text) if block.kind in READ_KINDS] == ["Title", "The story."]


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Jane Doe, Reuters", "Jane Doe"),
        ("By Jane Doe and María-José O’Neill", "Jane Doe; María-José O’Neill"),
        ("By JANE DOE | July 5, 2021", "JANE DOE"),
        ("By Theresa May for The Post", "Theresa May"),
        ("By Jane Doe May 5, 2021", "Jane Doe"),
        ("By: Jane Doe", "Jane Doe"),
        ("Author: Jane Doe and Bo Sample", "Jane Doe; Bo Sample"),
        ("By [AFP](#)", None),
        ("By Associated Press", None),
        ("By ZOË PETROV / Associated Press", "ZOË PETROV"),
        ("By Reuters Staff", None),
        ("By Our Correspondent in Nairobi", None),
    ],
)
def test_who_signed(byline: str, author: str | None) -> None:
    assert from_bytes(f"Title\n\n{byline}\n\nText only.".encode(), "a.txt").author == author


def test_a_date_from_outside_is_used_only_where_the_text_has_none() -> None:
    given_date = date(2020, 1, 2)
    assert from_bytes(b"Title\n\nText.", "a.txt", published=given_date).published == given_date
    assert from_bytes(b"Title\n\nMay 5, 2021\n\nText.", "a.txt", published=given_date).published == date(2021, 5, 5)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b" \n\n\t", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not a text file"),
        ("Title\n\ncaf\xe9".encode("latin-1"), "is not UTF-8: byte 0xe9 in line 3"),
        (b"a" * (ARTICLE_BYTES + 1), "is larger than"),
    ],
)
def test_files_that_are_not_articles(content: bytes, what: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with pytest.raises(ArticleError) as caught:
        load(path)
    line = str(caught.value)
    assert line.startswith(f"bad.txt: {what}")
    assert "\n" not in line


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.txt: there is no such file"):
        load(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="is not a file"):
        load(tmp_path)


def test_a_hostile_file_name_stays_on_one_line() -> None:
    with pytest.raises(ArticleError) as caught:
        from_bytes(b"", "a\n\x1b[31mred.txt")
    assert str(caught.value).isprintable()


def test_line_ends_count_as_one_character() -> None:
    assert from_bytes(b"Title\r\n\r\nText.\r\n", "a.txt").text == "Title\n\nText.\n"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.thecitytimes.org/a", "The City Times"),
        ("https://news.bbc.co.uk/1", "BBC"),
        ("https://www.washingtonpost.com/x", "Washington Post"),
        ("https://middle-east-online.com/x", "Middle East Online"),
        ("https://aljazeera.com/x", "aljazeera.com"),
        ("https://localhost/x", "localhost"),
    ],
)
def test_publisher_from_the_address(url: str, name: str) -> None:
    assert publisher_of(url) == name


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/x", "http://[bad", "https://"])
def test_only_web_addresses_are_kept(url: str) -> None:
    assert from_bytes(f"Title\n\nText.\n\n{url}\n".encode(), "a.txt").url is None


def test_dates_that_are_none() -> None:
    assert find_date("June 31, 2021") is None
    assert find_date("31 June 2021, then 1 July 2021") == date(2021, 7, 1)
    assert find_date("in July 2021") is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_found_in_every_form(day: date) -> None:
    for form in ("%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%Y/%m/%d"):
        assert find_date(day.strftime(form)) == day


@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_an_article_error(content: bytes) -> None:
    with contextlib.suppress(ArticleError):  # any other error fails the test
        assert from_bytes(content, "any.txt").title


def test_a_table_of_many_lines_is_no_article() -> None:
    with pytest.raises(ArticleError, match="paragraphs"):
        from_bytes(b"# A\n" * (ARTICLE_PARAGRAPHS + 1), "rows.txt")
