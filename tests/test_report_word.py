"""The report as a Word file: the words of the Markdown, headings, lists that go on, tables; the same bytes for the same input."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.jobs.claims import compare
from reports.as_docx import to_docx
from reports.cli import main
from reports.findings import Reviewed, State
from reports.report import topic, whole
from reports.report.blocks import Heading, Items, Paragraph
from reports.topics import topic_reports
from tests.conftest import corpus
from tests.test_draft_formats import HOSTILE
from tests.test_golden import small
from tests.test_page import opening
from tests.test_report import many

docx = pytest.importorskip("docx", reason="needs the extra `documents`")


def opened(data):
    return docx.Document(io.BytesIO(data))


def test_it_holds_the_words_of_the_report_in_their_order():
    result = small()
    file = opened(to_docx(result))
    said = [p.text for p in file.paragraphs]
    wanted = list(whole.blocks(result))
    headings = [b.text for b in wanted if isinstance(b, Heading)]
    assert [p.text for p in file.paragraphs if p.style.name.startswith("Heading")] == headings
    for block in wanted:
        lines = block.lines if isinstance(block, Items) else [block.line] if isinstance(block, Paragraph) else []
        for line in lines:
            assert any("".join(piece.text for piece in line) in text for text in said)
    assert len(file.tables) == sum(type(b).__name__ == "Table" for b in wanted)
    assert file.core_properties.title == whole.TITLE


def test_the_full_file_holds_the_topics():
    result = small()
    headings = {p.text for p in opened(to_docx(result, full=True)).paragraphs if p.style.name.startswith("Heading")}
    for report in topic_reports(result):
        assert {b.text for b in topic.blocks(result, report, full=True) if isinstance(b, Heading)} <= headings


def test_numbers_go_on_and_decisions_are_told():
    file = opened(to_docx(many(20), {"c10": Reviewed(("kept",), State.DECIDED)}))
    numbers = [p.text.partition(".\t")[0] for p in file.paragraphs if ".\t" in p.text]
    assert numbers == [str(n) for n in range(1, 21)]
    assert sum("(decided)" in p.text for p in file.paragraphs) == 1


def test_columns_fill_the_page_and_no_more():
    for table in opened(to_docx(small())).tables:
        widths = [column.width.cm for column in table.columns]
        assert sum(widths) == pytest.approx(17, abs=0.1)
        assert all(cell.width == column.width for column in table.columns for cell in column.cells)


def test_the_same_input_gives_the_same_bytes():
    assert to_docx(small(), full=True) == to_docx(small(), full=True)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(text):
    result = compare(
        [opening(note=text, id=text)], corpus(f"The pier opened in 2018. {text}", "The pier opened in 2019.")
    )
    assert opened(to_docx(result, full=True)).paragraphs


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda *said: CliRunner().invoke(main, ["compare", "--topic", "vance-visit", *said])


@pytest.mark.parametrize(
    ("said", "file"),
    [
        (("--format", "docx", "--out", "vance.docx"), "vance.docx"),
        (("--out", "vance.docx"), "vance.docx"),
        (("--out", "vance.html"), "vance.html"),
        (("--out", "vance.md"), "vance.md"),
        (("--format", "docx", "--out", "."), "report.docx"),
        (("--format", "html", "--out", "."), "report.html"),
        (("--format", "annotations", "--out", "."), "annotations.json"),
    ],
)
def test_where_a_format_is_written(run, said, file):
    done = run(*said)
    assert done.exit_code == 0, done.output
    assert done.stderr == f"wrote {file}\n"
    assert [path.name for path in Path().iterdir()] == [file]


def test_a_word_file_is_not_printed(run):
    done = run("--format", "docx")
    assert done.exit_code == 2
    assert done.stderr == "sourcecheck: --format docx writes a file; give --out report.docx\n"


def test_quiet_writes_the_reports_and_says_nothing(run):
    done = run("--quiet", "--out", "out")
    assert (done.exit_code, done.output) == (0, "")
    assert Path("out/vance-visit.md").is_file()
