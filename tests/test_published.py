"""When a document was published and what it is called, as it says itself."""

from pathlib import Path

import pytest

from reports.starting.published import published_of
from reports.starting.titles import title_of
from seeds.corpus import read_document
from seeds.model import Source


def read(tmp_path: Path, name: str, words: str):
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    return read_document(path, Source("s", "s"), "test"), path.read_bytes()


@pytest.mark.parametrize(
    ("name", "words", "day"),
    [
        ("a.txt", "The mill opened on 4 May 1931.\n", ""),
        ("a.txt", "Dates and places\n\nIt was sold in May 1931.\n", ""),
        ("a.md", "---\ntitle: Mill\n---\nWords.\n", ""),
        ("a.html", "<p>Words of 4 May 1931.</p><time datetime='1931-05-04'>then</time>", ""),
        ("a.txt", "The mill\n\nPublished 12 March 2024\n\nIt opened in 1931.\n", "2024-03-12"),
        ("a.txt", "Press release, November 20, 2023\n\nThe mill is sold.\n", "2023-11-20"),
        ("a.txt", "Issued: May 2019\n\nThe mill is sold.\n", "2019-05"),
        ("a.md", "---\ntitle: Mill\ndate: 2021-06-15\n---\nWords.\n", "2021-06-15"),
        (
            "a.html",
            "<meta property='article:published_time' content='2020-02-03T10:00:00Z'><p>Words.</p>",
            "2020-02-03",
        ),
        ("a.html", '<script>{"datePublished": "2020-02-03"}</script><p>Words.</p>', "2020-02-03"),
        ("a.html", "<time itemprop=datePublished datetime='2020-02-03'>3 Feb</time><p>Words.</p>", "2020-02-03"),
    ],
)
def test_the_day_is_found_where_the_document_says_it(tmp_path, name, words, day):
    found, where = published_of(*read(tmp_path, name, words))
    assert found == day
    assert bool(where) == bool(day)


def test_what_heads_many_documents_is_no_title(tmp_path):
    document, data = read(tmp_path, "mill-sale.md", "# FOR IMMEDIATE RELEASE\n\n# The mill is sold\n\nWords.\n")
    assert title_of(document, data) == "The mill is sold"
    assert title_of(document, data, frozenset({"The mill is sold"})) == "mill-sale"
