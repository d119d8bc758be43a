"""A small crawler: fetches addresses and writes one JSON line for each article.

python crawler.py addresses.txt -o articles.jsonl
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import newsclean

AGENT = "example-crawler/1.0 (+https://crawler.example/about)"
LARGEST = 10_000_000
"""Bytes of a page that are read."""
SECONDS = 20
log = logging.getLogger("crawler")


class Answer(NamedTuple):
    """What a server sent."""

    url: str
    body: bytes
    charset: str | None
    """What the server says of the charset."""


def fetch(url: str) -> Answer:
    """Ask for a page.  Raises OSError where there is none."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise OSError(f"{url} is no web address")
    with urlopen(Request(url, headers={"User-Agent": AGENT}), timeout=SECONDS) as answer:
        return Answer(answer.geturl(), answer.read(LARGEST), answer.headers.get_content_charset())


def crawl(urls: Iterable[str], get: Callable[[str], Answer] = fetch) -> Iterator[dict[str, Any]]:
    """The articles behind the addresses, as dicts; each story once."""
    seen: set[str] = set()
    for url in urls:
        try:
            answer = get(url)
            article = newsclean.parse(answer.body, url=answer.url, encoding=answer.charset)
        except (OSError, newsclean.NewscleanError) as error:
            log.warning("%s: %s", url, error)
            continue
        if not article.is_article:
            log.info("%s: no article (%s)", url, "; ".join(article.warnings))
        elif article.fingerprint in seen:
            log.info("%s: a repost", url)
        else:
            seen.add(article.fingerprint)
            yield {"id": url, **article.to_dict()}


def main(words: list[str] | None = None) -> int:
    """The command; the exit status."""
    options = argparse.ArgumentParser(description="Fetch addresses, write the articles as JSON lines.")
    options.add_argument("addresses", type=Path, help="a file with one address a line")
    options.add_argument("-o", "--output", type=Path, required=True, help="the JSON lines")
    given = options.parse_args(words)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    urls = [line.strip() for line in given.addresses.read_text(encoding="utf-8").splitlines() if line.strip()]
    with given.output.open("w", encoding="utf-8") as output:
        for article in crawl(urls):
            output.write(json.dumps(article, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
