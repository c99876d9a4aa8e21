"""The report: findings first and on one page, small things a line each, nothing lost, and how far people have come with it."""

import re
from dataclasses import replace

import pytest

from claims.model import Claim, Kind, Severity
from compare.jobs.claims import compare
from reports.as_markdown import markdown, to_markdown, write_reports
from reports.escaped import escape
from reports.findings import FIRST, Reviewed, State, decided
from reports.places import place, unwrap
from reports.report import whole
from reports.report.blocks import Heading, Items, Paragraph, Piece, Table, code, headed, plain, strong
from reports.topics import shown
from tests.conftest import corpus
from tests.test_golden import claims, on_digests, on_originals, small  # noqa: F401 (three of them are fixtures)

LINES = 25
"""Before the style sheet."""


def index(result, reviews=None):
    return markdown(whole.blocks(result, reviews or {}), linked=True)


def section(page, heading):
    return page.split(f"\n## {heading}")[1].split("\n## ")[0]


@pytest.mark.parametrize("which", ["on_digests", "on_originals"])
def test_a_page_stands_before_the_style_sheet_and_the_gravest_on_it(which, request):
    page = index(request.getfixturevalue(which))
    before = page.split("## Style sheet")[0].splitlines()
    assert len(before) <= LINES
    assert "2028" in before[6]
    assert "[907-august-2025]" in before[7]


def test_the_report_is_at_most_a_third_of_the_documents(on_originals):  # noqa: F811
    words = sum(len(d.text.split()) for d in on_originals.corpus.documents)
    assert 3 * len(index(on_originals).split()) <= words
    assert 3 * len(to_markdown(on_originals).split()) <= words


def test_every_finding_tells_another_thing_to_do(on_digests):  # noqa: F811
    page = index(on_digests)
    todo = re.findall(r"^\d+\. .*? \*([A-Z].*?)\* \[", page, re.MULTILINE)
    assert len(todo) == len(re.findall(r"^\d+\. ", page, re.MULTILINE))
    assert len(set(todo)) >= 0.95 * len(todo)


def test_every_claim_is_a_click_away_and_every_finding_on_the_index(on_digests, tmp_path):  # noqa: F811
    paths = write_reports(on_digests, tmp_path)
    page, *topics = (path.read_text(encoding="utf-8") for path in paths)
    assert {path.name for path in paths[1:]} == set(re.findall(r"\]\((.*?)\)", page))
    for c in on_digests.comparisons:
        assert any(f"`{c.claim.id}`" in text for text in topics)
        assert f"[{c.claim.id}]" in page or c.verdict == "single-source", c.claim.id


def test_the_full_report_names_every_place_and_quotes_every_reading(on_digests):  # noqa: F811
    page = re.sub(r"\\(.)", r"\1", to_markdown(on_digests, full=True)).replace("**", "")
    for c in on_digests.comparisons:
        for group in shown(c, 99):
            assert unwrap(group[0].document.text[slice(*group[0].focus)]).strip() in page, c.claim.id
            assert all(place(e).partition(", ")[2] in page for e in group), c.claim.id


def test_what_is_small_is_a_line_and_precision_a_table(on_digests):  # noqa: F811
    page = index(on_digests)
    small_ones = section(page, "Small differences").strip().splitlines()[2:]
    assert all(line.startswith("- ") for line in small_ones)
    precise = [c for c in on_digests.comparisons if c.verdict == "precision-difference"]
    assert len(section(page, "Precision").strip().splitlines()) == len(precise) + 2


def test_one_text_leads_to_no_files():
    assert "](" not in to_markdown(small())
    assert "](" not in to_markdown(small(), full=True)
    assert "](pier.md)" in index(small())


def test_open_decided_and_expired_are_counted_and_told():
    result = small()
    assert decided(result, {}) == "3 need a decision (high and medium): 3 open, 0 decided, 0 expired."
    reviews = {"open": Reviewed(("kept",), State.DECIDED), "length": Reviewed(("kept",), State.EXPIRED)}
    assert decided(result, reviews).endswith("1 open, 1 decided, 1 expired.")
    page = index(result, reviews)
    assert "[open](pier.md) (decided)\n" in page
    assert "[length](pier.md) (expired)\n" in page
    assert "reviews" not in page


def test_nothing_to_decide_is_not_counted():
    assert decided(compare([], corpus("Gulls.")), {}) == ""


def many(number):
    """As many claims that two sources tell differently."""
    made = [
        Claim(f"c{i}", "mill", Kind.DATE, f"Mill number {i} opened in 1951.", "1951", severity=Severity.HIGH)
        for i in range(10, 10 + number)
    ]
    texts = ("\n\n".join(f"Mill number {i} opened in {year}." for i in range(10, 10 + number)) for year in (1951, 1953))
    return compare(made, corpus(*texts))


def test_more_findings_than_a_page_holds_stand_further_down():
    page = index(many(FIRST + 4))
    assert len(page.split("## Further findings")[0].splitlines()) <= LINES
    assert "4 more findings stand below" in page
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", page, re.MULTILINE)]
    assert numbers == list(range(1, FIRST + 5))


def test_further_places_are_named_once():
    claim = Claim("open", "mill", Kind.DATE, "The mill opened in 1951.", "1951")
    result = compare(
        [claim], corpus("The mill opened in 1951.\n\nSo the mill opened in 1951.", "The mill opened in 1953.")
    )
    page = to_markdown(result, full=True)
    assert "1951 (a, line 1 and 1 more), 1953 (b, line 1)" in page
    assert "| a, line 1 (also line 3) | 1951 |" in page


def test_blocks_as_markdown():
    line = (strong("a*b"), Piece(" and "), code("c", "mill"), Piece(" [d]"))
    table = Table(("x", "n"), ((line, plain("1|2")),), numbers=1)
    made = [Heading("# A"), Paragraph(line), Items((line, plain("e")), 9), Items((plain("- f"),)), table]
    assert markdown(made, linked=True) == (
        "## \\# A\n\n**a\\*b** and [c](mill.md) \\[d\\]\n\n9. **a\\*b** and [c](mill.md) \\[d\\]\n10. e\n\n- \\- f\n\n"
        "| x | n |\n|---|---:|\n| **a\\*b** and [c](mill.md) \\[d\\] | 1\\|2 |\n"
    )
    assert markdown([Paragraph(line)]) == "**a\\*b** and `c` \\[d\\]\n"
    assert headed("empty", [Items(()), Table(("x",), ())]) == []


def test_a_topic_of_any_name_is_no_link_of_its_own():
    result = small()
    claim = replace(result.comparisons[0].claim, id="[x](http://y)")
    made = replace(result, comparisons=(replace(result.comparisons[0], claim=claim),))
    assert f"[{escape(claim.id)}](pier.md)" in index(made)
