"""Reading texts: the traps of real reports, and what must hold of every text."""

import csv
from html import unescape as unescape_html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.entities import REFERENCE
from seeds.footnotes import Role
from seeds.inline_html import TAG
from seeds.lines import split
from seeds.model import PassageKind
from seeds.passages import read_passages
from tests.conftest import document

LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
CASES = Path(__file__).parent / "cases" / "passages.csv"


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["note"]) for row in csv.DictReader(file)]


def unescape(cell):
    return cell.replace("\\n", "\n").replace("\\t", "\t").replace("\\f", "\f")


@pytest.mark.parametrize("row", rows())
def test_cases(row):
    got = [f"{p.kind}: {p.text}" for p in read_passages(unescape(row["text"]), row["markdown"] == "yes")]
    assert got == [piece for piece in unescape(row["passages"]).split(" || ") if piece]


def assert_sound(text, passages):
    """What holds of every text: places in order, words taken from the text, every character accounted for."""
    taken = [0] * len(text)
    for passage in passages:
        assert list(passage.offsets) == sorted(set(passage.offsets)), "offsets are monotone"
        assert len(passage.offsets) == len(passage.text)
        for char, offset in zip(passage.text, passage.offsets, strict=True):
            named = REFERENCE.match(text, offset)
            given = text[offset] if named is None else unescape_html(named[0])
            raised = char.translate(LOWERED) == text[offset] or (char == " " and TAG.match(text, offset))
            assert raised or char in (text[offset], given) or (char == " " and given.isspace()), (
                "cleaning never invents characters"
            )
        first, last = passage.spans[0][0], passage.spans[-1][1]
        assert passage.place(0, len(passage.text)) == (first, last), "text[start:end] is what is shown"
        for start, end in passage.spans:
            assert start < end
            taken[start:end] = [count + 1 for count in taken[start:end]]
    assert max(taken, default=0) <= 1, "no character is in two passages"


def test_the_originals_are_sound(originals):
    for source in originals.documents:
        assert_sound(source.text, source.passages)
        for start, end in source.layout():
            left = source.text[start:end].strip()
            assert len(left) < 120, "what is in no passage is layout: marks, running heads, page numbers, list markers"
            assert not any(c.islower() for c in left), left


def test_the_digests_are_sound(digests):
    for source in digests.documents:
        assert_sound(source.text, source.passages)
        assert all(p.original_lines for p in source.passages), "every paragraph of a digest tells the lines it digests"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab T.,-–\u00ad\n\t19“”#*[]l\f\u00a0é"), max_size=200), st.booleans())
def test_any_text_is_sound(text, markdown):
    passages = read_passages(text, markdown)
    assert_sound(text, passages)
    source = document(text)
    covered = sum(end - start for p in source.passages for start, end in p.spans) + sum(
        b - a for a, b in source.layout()
    )
    assert covered == len(text)


PIECES = [*"<s> </s> <sup> </sup> <br> <!-- --> [^1] ^ ^6^ 10 km 3 ` ~~ a. B".split(), " ", "\n", "\n\n"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_marks_in_markdown_are_sound(text):
    assert_sound(text, read_passages(text, markdown=True))


@pytest.mark.parametrize("text", ["```\n<!-- a -->\n```\n\nIt rained.", "---\ntitle: <!-- a -->\n---\n\nIt rained."])
def test_a_comment_in_code_or_front_matter_is_part_of_it(text):
    assert "comment" not in [p.reason for p in read_passages(text, markdown=True)]
    assert [p.text for p in read_passages(text, markdown=True) if p.kind is PassageKind.BODY] == ["It rained."]


def test_the_report_loses_its_page_furniture(originals):
    report = next(d for d in originals.documents if d.source.id == "001")
    layout = [line.text.strip() for line in split(report.text) if line.role is Role.LAYOUT]
    assert "58" in layout
    assert "CHARTING A NEW COURSE FOR STRATEGIC PARTNERSHIP" in layout
    notes = [p for p in report.passages if p.kind is PassageKind.FOOTNOTE]
    assert len(notes) == 138, "150 are numbered, the text lacks 66, 67, 69-76, 78 and 80"
    bodies = " ".join(p.text for p in report.passages if p.kind is not PassageKind.FOOTNOTE)
    assert "https://" not in bodies
    assert "Accessed" not in bodies


@pytest.mark.parametrize(
    "whole",
    [
        "adopted in the same year as the Khojaly Genocide, this amendment prohibited direct",
        "prohibited American assistance to Azerbaijan unless it ceased",
        "commercial gas to Türkiye in June 2018 and to Europe in December 2020.",
        "its Energy Strategy 2030.",
        "tasked with preparing a Partnership Charter - an ambitious framework",
        "relic of the now-resolved Armenia-Azerbaijan conflict",
        "scheduled to take place on November 20 in Washington.",
        "initialed a long-awaited peace treaty",
    ],
)
def test_the_report_reads_on_over_breaks_and_marks(originals, whole):
    report = next(d for d in originals.documents if d.source.id == "001")
    assert any(whole.lower() in p.text.lower() for p in report.passages)
