"""Addresses -> articles: a page, a file or a feed of the web goes the way of all files once it is here."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from geo.errors import ArticleError
from geo.intake.fetch import Web, is_address
from geo.intake.formats import Format
from geo.intake.take import Taken, article_of, take_bytes
from geo.intake.worker import Worker
from geo.limits import FEED_PAGES

WHOLE = 1_200
"""Characters from which an entry of a feed is a story; a shorter one is the teaser of a page, which is fetched."""


def take_address(
    address: str, web: Web, worker: Worker, published: date | None = None
) -> Iterator[Taken | ArticleError]:
    """The articles at ``address``; of a feed's teasers the pages, or the teaser where its page cannot be had."""
    try:
        fetched = web.fetch(address)
    except ArticleError as error:
        yield error
        return
    pages = FEED_PAGES
    for found in list(take_bytes(fetched.source, worker, published)):  # the worker parses one thing at a time
        if isinstance(found, ArticleError) or not found.document.parser.startswith(f"{Format.FEED} "):
            yield found
        elif len(found.document.body) < WHOLE and pages > 0:
            pages -= 1
            yield _page(found, web, worker, published)
        else:
            yield found


def _page(teaser: Taken, web: Web, worker: Worker, published: date | None) -> Taken:
    """The story that a teaser leads to, where it is longer; what the page does not say of it, the feed does."""
    link = teaser.document.url
    if not link or not is_address(link):
        return teaser
    try:
        fetched = web.fetch(link)
    except ArticleError:
        return teaser
    stories = [it for it in take_bytes(fetched.source, worker, published) if isinstance(it, Taken)]
    if len(stories) != 1 or len(stories[0].document.body) <= len(teaser.document.body):
        return teaser
    told = stories[0].document
    told = replace(
        told,
        title=told.title or teaser.document.title,
        published=told.published or teaser.document.published,
        url=told.url or fetched.address,
    )
    return Taken(article_of(told, published), told)
