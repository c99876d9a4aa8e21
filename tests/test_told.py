"""What documents tell of themselves: the cases, titles that are none, and what `seeds add`, `seeds list` and the registry make of it."""

import csv
import io
from pathlib import Path

import docx
import pytest

from reports.starting.titles import title_of
from seeds.corpus import read_document
from seeds.model import Source
from seeds.titles import is_title
from seeds.told import Fact, Standing, best
from tests.test_init import project, rows, run, write
from tests.test_readers import unescape

__all__ = ["project", "run"]
CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "told.csv").open(encoding="utf-8", newline="")))
PAGE = """<title>Home</title><meta property="article:published_time" content="2024-03-12"><h1>The mill closes</h1>
<p>Published 14 March 2024</p><p>It closed yesterday.</p>"""


def told(path, data, fact):
    path.write_bytes(data)
    return best(read_document(path, Source("s", "s"), "test").told, fact, Standing.OF_THE_FILE)


@pytest.mark.parametrize("row", CASES, ids=[row["note"] for row in CASES])
def test_cases(row, tmp_path):
    data = unescape(row["source"]).encode()
    day = told(tmp_path / f"a{row['suffix']}", data, Fact.PUBLISHED)
    title = told(tmp_path / f"a{row['suffix']}", data, Fact.TITLE)
    assert (day.value if day else "", day.standing.name if day else "") == (row["published"], row["standing"])
    assert (title.value if title else "") == row["title"]


@pytest.mark.parametrize(
    "words",
    ["FOR IMMEDIATE RELEASE", "For immediate release: November 20, 2023", "Press Release No. 12", "Untitled Document 2",
     "UNITED STATES SECURITIES AND EXCHANGE COMMISSION", "Microsoft Word - x.doc", "report.pdf", "Washington, D.C. 20549",
     " ".join(["UNITED STATES SECURITIES AND EXCHANGE COMMISSION"] * 2), "12 March 2024", "Word Document", "12"],
)  # fmt: skip
def test_no_titles(words):
    assert not is_title(words)


@pytest.mark.parametrize(
    "words",
    [
        "The mill closes",
        "Press release: The mill closes",
        "Home for old millers",
        "Index of prices",
        "Documents of a mill",
    ],
)
def test_titles(words):
    assert is_title(words)


def test_a_title_is_no_line_that_every_such_document_has(tmp_path):
    document = docx.Document()
    for words in ("FOR IMMEDIATE RELEASE", "The mill closes"):
        document.add_heading(words, 1)
    document.save(tmp_path / "a.docx")
    found = read_document(tmp_path / "a.docx", Source("a", "a"), "test")
    assert title_of(found) == "The mill closes"
    assert title_of(found, frozenset({"The mill closes"})) == "a"


def test_adding_says_where_the_day_was_found(project):
    write("../in/mill.html", PAGE)
    output = project("seeds", "add", "../in/mill.html").output
    assert "  published 2024-03-12, says the page's data (article:published_time)\n" in output
    assert "  but published 2024-03-14, says the words “Published 14 March 2024”\n" in output
    assert [(row["title"], row["published"]) for row in rows()] == [("The mill closes", "2024-03-12")]


def test_what_the_user_says_goes_before_what_the_document_says(project):
    write("../in/mill.html", PAGE)
    output = project("seeds", "add", "../in/mill.html", "--published", "2024-03", "--title", "The mill").output
    assert "  but published 2024-03-12, says the page's data (article:published_time)\n" in output
    assert [(row["title"], row["published"]) for row in rows()] == [("The mill", "2024-03")]


def test_the_day_a_file_was_made_is_only_proposed(project):
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("The mill closed last August.")
    document.core_properties.created = document.core_properties.created.replace(year=2024, month=3, day=12)
    document.save(out)
    write("../in/mill.docx", out.getvalue())
    output = project("seeds", "add", "../in/mill.docx").output
    assert (
        "  perhaps published 2024-03-12, says the properties of the file (made); if so: --published 2024-03-12"
        in output
    )
    assert rows()[0]["published"] == ""


def test_a_folder_without_a_registry_takes_what_is_sure(run):
    write("s/page.html", PAGE.replace("14 March", "12 March"))
    write("s/note.txt", "The mill\n\n4 May 1931\n\nIt closed.\n")
    output = run("seeds", "list", "--seeds", "s").output
    assert "page.html: published 2024-03-12, says the page's data (article:published_time)\n" in output
    assert "1931-05-04" not in output


def test_a_curated_cell_is_never_changed(run):
    write("s/page.html", PAGE)
    write("s/sources.csv", "id,title,published\npage,The old title,2019\n")
    output = run("seeds", "list", "--seeds", "s").output
    assert "The old title" in output
    assert "2019" in output
    assert "2024" not in output
