"""What is left out of a source is counted, shown with its reason, and found; how a text was decoded is told."""

import pytest
from click.testing import CliRunner

from reports.cli import main
from seeds.corpus import read_document
from seeds.left_out import everything, left_out, only_left_out, reasons
from seeds.model import PassageKind, Source
from seeds.passages import MAX_ROW
from seeds.sentences import LONGEST

REPORT = """The pier of Solvik was built in 1990 and has been shut ever since the storm of that year, said the

THE PIER OF SOLVIK

12

harbour office in its report, which runs over many pages and is broken at their ends.1

Photo: Harbour Office

Write to pier@solvik.example with questions.

pier@solvik.example
"""


ADDRESSES = ("address", "credit")


def read(folder, name, data):
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_document(folder / name, Source("s", "s"), "test")


def run(*arguments):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
    return result.exit_code, result.output


def test_every_letter_is_read_or_left_out_with_a_reason(tmp_path):
    document = read(tmp_path, "a.txt", REPORT)
    pieces = everything(document)
    assert all(piece.reason for piece in pieces if piece.kind is PassageKind.BOILERPLATE)
    assert reasons(document) == dict.fromkeys((*ADDRESSES, "mark of a note or item", "page number", "running head"), 1)
    covered = {i for piece in pieces for a, b in piece.spans for i in range(a, b)}
    assert all(i in covered for i, char in enumerate(document.text) if char.isalnum())


def test_what_is_left_out_is_shown_at_its_exact_place(tmp_path):
    document = read(tmp_path, "a.txt", REPORT)
    for piece in left_out(document):
        assert document.text[slice(*piece.whole)] == piece.text


def test_searching_leaves_no_words_out(tmp_path):
    document = read(tmp_path, "a.txt", REPORT)
    found = {p.text: p.reason for p in only_left_out(document).passages if p.reason}
    assert found == {
        "THE PIER OF SOLVIK": "running head",
        "Photo: Harbour Office": "credit",
        "pier@solvik.example": "address",
    }
    assert all(p.kind is not PassageKind.BOILERPLATE for p in only_left_out(document).passages)


def test_references_to_the_lines_of_an_original_are_not_left_out(tmp_path):
    assert not left_out(read(tmp_path, "a.md", "The pier was sold in 1990. [l. 4-6]\n"))


def test_the_commands_tell_of_it(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    code, listed = run("seeds", "list", "--seeds", tmp_path)
    assert code == 0
    assert (
        "a: left out: address (1), credit (1), mark of a note or item (1), page number (1), running head (1)" in listed
    )
    code, shown = run("seeds", "show", "a", "--seeds", tmp_path)
    assert code == 0
    assert "a, line 3: left out, running head: THE PIER OF SOLVIK" in shown
    assert "a, line 11: body: Write to pier@solvik.example with questions." in shown
    assert "(left out: credit) Photo: Harbour Office" in run("find", "photo harbour office", "--seeds", tmp_path)[1]


def test_a_source_that_is_not_there_is_one_line(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    code, said = run("seeds", "show", "b", "--seeds", tmp_path)
    assert code == 2
    assert said == "sourcecheck: no source has the id 'b'; `sourcecheck seeds list` lists them: a\n"


SAID = "The café’s owner paid €5 million in 1990, said José Núñez.\n"


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (SAID.encode(), ()),
        (SAID.encode("utf-8-sig"), ()),
        (SAID.encode("cp1252"), ("not UTF-8, read as cp1252",)),
        ("The pier at 5\u00b0 north.\n".encode("latin-1"), ("not UTF-8, read as cp1252",)),
        (SAID.encode("utf-16"), ("read as UTF-16",)),
        (SAID.encode("utf-16-le"), ("read as UTF-16",)),
        (SAID.encode("utf-16-be"), ("read as UTF-16",)),
    ],
)
def test_encodings_are_read_and_told(tmp_path, data, notes):
    document = read(tmp_path, "a.txt", data)
    assert document.notes == notes
    assert document.text in (SAID, "The pier at 5\u00b0 north.\n")
    assert all(f"a.txt: {note}" in run("seeds", "list", "--seeds", tmp_path)[1] for note in notes)


def test_the_rest_of_a_row_too_long_to_read_is_counted(tmp_path):
    long = "it cost $5 million and " * 1_000
    document = read(tmp_path, "a.md", f"| name | note |\n|---|---|\n| pier | {long}|\n| mill | $2 |\n")
    assert reasons(document) == {"rest of a row too long to read": 14}
    rows = [passage for passage in document.passages if passage.row and passage.row.cells]
    assert [len(row.text) <= MAX_ROW for row in rows] == [True, True]


@pytest.mark.parametrize(("name", "begin"), [("a.md", "# "), ("a.txt", "Word.1 More.\n\n1 "), ("a.html", "<h1>")])
def test_no_heading_and_no_note_is_longer_than_a_sentence(name, begin, tmp_path):
    document = read(tmp_path, name, begin + "the pier cost $5 million " * 1_000)
    assert max(len(passage.text) for passage in document.passages) <= LONGEST
    assert sum(passage.text.count("pier") for passage in document.passages) == 1_000
