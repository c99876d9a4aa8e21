"""Drafts as prose: what of Markdown and HTML is no prose, comments, and that every sentence is a slice of the file."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.prose import read_prose
from tests.test_readers import rows, unescape

DRAFT = Path("draft.md")


@pytest.mark.parametrize("row", rows("readers-prose.csv"))
def test_cases(row):
    prose = read_prose(Path(f"draft{row['suffix']}"), unescape(row["source"]).encode())
    assert [f"{p.kind}: {p.text}".strip() for p in prose.document.passages] == [
        piece.strip() for piece in row["passages"].split(" || ")
    ]
    assert [words for _, _, words in prose.comments] == [words for words in row["comments"].split(" || ") if words]


def test_the_places_of_a_markdown_draft_are_those_of_its_file():
    source = "---\nx: 1\n---\n\n> It *rose* to `5`\n> in [May](u). <!-- c -->\n"
    prose = read_prose(DRAFT, source.encode())
    document = prose.document
    assert document.text == source
    start, end = document.passages[0].spans[0]
    assert source[start:end] == "It *rose* to `5`\n> in [May](u)."
    assert document.position(start) == (5, 3)
    assert document.place_name(start, end) == "lines 5–6"
    ((a, b, words),) = prose.comments
    assert (source[a:b], words) == ("<!-- c -->", "c")
    assert prose.spans == ((source.index("It"), source.index("-->") + 3),)


def test_what_is_skipped_is_counted():
    assert read_prose(DRAFT, b"Plain words.\n").skipped == 0
    assert read_prose(DRAFT, b"Words `code`.\n\n    in code\n").skipped == len("`code`") + len("incode")


def test_a_comment_of_a_page_stands_before_the_block_it_precedes():
    prose = read_prose(Path("a.html"), b"<p>One.</p><!-- x --><p>Two. <!-- y --></p>")
    (x, _, _), (y, _, _) = prose.comments
    (_, first_end), (second, second_end) = prose.spans
    assert first_end < x <= second
    assert second < y <= second_end


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_draft_of_another_format_is_read_as_a_source_is(name):
    prose = read_prose(Path(name), b"The bridge was closed. It was sold.")
    assert [p.text for p in prose.document.passages] == ["The bridge was closed.", "It was sold."]
    assert prose.skipped == 0


PIECES = ["a", "B c. ", "\n", "\r\n", "\n\n", "`", "``", "*", "_", "[", "](u)", "](", "![", "<!-- x -->", "<b>", "<", ">", "> ", "- ",
          "# ", "|", "|-|-|\n", "    ", "\t", "```", "\\", "[^1]", "[a]: u\n", "---\n", "&amp;", "=\n", "1. ",
    "|a|b|\n|-|-|\n|c \\| d|`e`|\n"]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_markdown_is_sound(source):
    prose = read_prose(DRAFT, f"x\n\n{source}".encode())
    text = prose.document.text
    assert list(prose.masked) == sorted(prose.masked)
    for start, end in (*prose.spans, *prose.masked):
        assert 0 <= start < end <= len(text)
    for passage in prose.document.passages:
        assert list(passage.offsets) == sorted(set(passage.offsets))
        for char, offset in zip(passage.text, passage.offsets, strict=True):
            assert char == text[offset] or (char == " " and text[offset].isspace())
            assert not any(start <= offset < end for start, end in prose.masked)
    for start, end, words in prose.comments:
        assert words in text[start:end]
    assert prose.skipped >= 0
