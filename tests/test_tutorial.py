"""The tutorial, done: every command of docs/tutorial.md in order, in a folder with three small documents."""

import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.conftest import ROOT
from tests.test_readers_pdf import lines, pdf

PAGE = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(
    r"^```(console|csv|markdown)(?: (\S+))?(?: (\d+))?\n(.*?)^```$|^((?:\|[^\n]*\n)+)", re.MULTILINE | re.DOTALL
)
COMMAND = re.compile(r"^\$ ([^\n]*)\n((?:(?!\$ )[^\n]*\n)*)", re.MULTILINE)
MINUTES = """<!doctype html><title>Minutes</title><h1>Council of Solvik: minutes of 4 October 2021</h1>
<p>The council heard that the electric ferry Alma entered service in July 2021. It calls the Alma a success.</p>
<p>The old ferry Britta has been leased to a film company for the winter.</p>
"""


def papers(folder: Path) -> None:
    """The three documents."""
    folder.mkdir()
    first = [
        (50, 780, 18, "The Solvik Ferry in 2021"),
        *lines(740, "The electric ferry Alma entered service on 14 June 2021. She carries 180", "passengers and 24 cars. "
               "The Alma was built by the Norvang yard and cost 21", "million euros, of which the island paid a tenth."),
    ]  # fmt: skip
    second = lines(740, "The old ferry Britta made her last crossing on 13 June 2021. She was laid up over", "the summer. "
                   "The Britta was sold in September 2021 to a buyer on the mainland.")  # fmt: skip
    (folder / "Ferry report 2021.pdf").write_bytes(pdf([first, second]))
    (folder / "Council minutes.html").write_text(MINUTES, encoding="utf-8")
    news = docx.Document()
    news.add_heading("A quiet start", 1)
    news.add_paragraph("The electric ferry Alma entered service yesterday, on time and nearly without a sound.")
    news.add_paragraph("The Alma cost 19 million euros, the island says. Some call the Alma an experiment.")
    news.add_paragraph("“She is the best thing that has happened to this island,” said her skipper, Ole Brun.")
    news.save(folder / "Ferry news.docx")


@pytest.fixture
def shell(tmp_path):
    """Runs a command as it stands in the tutorial, and gives what it prints; `cd` lasts."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "sourcecheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reports.cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    place = [tmp_path / "work"]
    place[0].mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "SOURCECHECK_SEEDS"},
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "SOURCECHECK_CACHE": str(tmp_path / "cache"),
        "LC_ALL": "C.UTF-8",
    }

    def run(command: str) -> str:
        after = tmp_path / "place"
        done = subprocess.run(
            ["bash", "-c", f'{command}\ncode=$?; pwd > "{after}"; exit $code'],
            cwd=place[0], env=environment, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == (1 if re.match("sourcecheck (?:draft|claims check)", command) else 0), done.stdout
        place[0] = Path(after.read_text(encoding="utf-8").strip())
        return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())

    run.place = place
    return run


def put(path: Path, row: str | None, words: str) -> None:
    """Write a file of the tutorial, or one row of it (counted as a spreadsheet does)."""
    if row:
        there = path.read_text(encoding="utf-8").splitlines(keepends=True)
        there[int(row) - 1] = words
        words = "".join(there)
    path.write_text(words, encoding="utf-8")


def fill(book: Path, table: str) -> None:
    """Type a table of the tutorial into the workbook."""
    header, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["Claims"]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    places = {str(cell.value): cell.row for cell in sheet["A"]}
    for row in rows:
        for name, value in zip(header[1:], row[1:], strict=True):
            sheet.cell(places[row[0]], columns[name]).value = value
    workbook.save(book)


def test_the_tutorial_does_what_it_shows(shell, request):
    papers(shell.place[0] / "papers")
    page = PAGE.read_text(encoding="utf-8")

    def done(block: re.Match[str]) -> str:
        kind, name, row, words, table = block.groups()
        if table:
            fill(shell.place[0] / "review.xlsx", table)
        elif kind == "console":
            assert COMMAND.sub("", words) == ""
            return "```console\n" + COMMAND.sub(lambda m: "".join(("$ ", m[1], "\n", shell(m[1]))), words) + "```"
        else:
            put(shell.place[0] / name, row, words)
        return block[0]

    now = BLOCK.sub(done, page)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(now, encoding="utf-8")
        page = now
    assert now == page
    assert page.count("$ sourcecheck") >= 12
