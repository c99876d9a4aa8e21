"""Reading pages of HTML and choosing a reader: the cases, the places in the file, and what must hold of every page."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.corpus import read_document, read_folder
from seeds.errors import InputError
from seeds.model import Source
from seeds.readers import READERS, read_data
from tests.test_passages import assert_sound

CASES = Path(__file__).parent / "cases"
PAGE = Path("page.html")
LONG = "the bridge was closed for repairs by the company that had built it and"


def rows(name):
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["note"]) for row in csv.DictReader(file)]


def unescape(cell):
    return cell.replace("\\n", "\n").replace("\\r", "\r")


def documents(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return read_document(path, Source("s", "s"), "test")


@pytest.mark.parametrize("row", rows("readers.csv"))
def test_cases(row, tmp_path):
    document = documents(tmp_path, f"page{row['suffix']}", unescape(row["source"]).encode())
    assert [f"{p.kind}: {p.text}" for p in document.passages] == row["passages"].split(" || ")
    assert_sound(document.text, document.passages)


def test_every_place_of_a_page_is_found_in_its_file():
    source = "<p>AT&amp;T   paid\n 5&nbsp;million.</p>\n<!-- c -->\n<ul><li>Signed <i>twice</i></ul>"
    found = read_data(PAGE, source.encode())
    assert found.text == "AT&T paid 5\u00a0million.\n\nSigned twice"
    origins = found.places.origins
    for words, there in [
        ("AT&T paid", "AT&amp;T   paid"),
        ("5\u00a0m", "5&nbsp;m"),
        ("Signed twice", "Signed <i>twice"),
    ]:
        start = found.text.index(words)
        assert source[slice(*origins.span(start, start + len(words)))] == there
    assert origins.position(found.text.index("million")) == (2, 9)
    assert origins.position(found.text.index("Signed")) == (4, 9)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "a|B c| |\n|\t|&amp;|&lt|&#65;|&nbsp;|&x|<p>|</p>|<b>|</b>|<li>|<td>|<!--x-->|<code>|</code>|<pre>|<!--|"
            "<br>|<h1>|<script>|</script>|<![x]>|<sup>|</|<|>".split("|")
        )
    ).map("".join)
)
def test_any_page_is_sound(source):
    try:
        found = read_data(PAGE, source.encode())
    except InputError:
        return
    covered = 0
    for stretch in found.places.origins.stretches:
        assert stretch.start == covered
        covered += stretch.length
        if stretch.length == stretch.width:
            words = found.text[stretch.start : covered]
            there = source[stretch.origin : stretch.origin + stretch.width]
            assert [" " if c in "\n\t" else c for c in words] == [" " if c in "\n\t" else c for c in there]
    assert covered == len(found.text)
    for block in found.blocks or ():
        words = found.text[slice(*block.spans[0])]
        assert words.strip(" \n\t") == words != ""


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="windows-1252"><p>Café – “quoted”</p>'.encode("windows-1252"),
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>Café – “quoted”</p>'.encode(),
        '<meta charset="utf-16"><p>Café – “quoted”</p>'.encode(),
        '<meta charset="no-such"><p>Café – “quoted”</p>'.encode(),
        '<meta charset="rot13"><p>Café – “quoted”</p>'.encode(),
        "<p>Café – “quoted”</p>".encode("utf-16"),
        "\ufeff<p>Café – “quoted”</p>".encode(),
    ],
    ids=[
        "declared",
        "declared in full",
        "wrongly declared",
        "unknown",
        "no character set",
        "utf-16",
        "byte order mark",
    ],
)
def test_the_encoding_of_a_page(data):
    assert read_data(PAGE, data).text == "Café – “quoted”"


def test_an_undeclared_encoding_is_recognised():
    words = "Le café près de l’église était fermé à cause de la grève générale; les élèves, déçus, sont rentrés. " * 5
    assert read_data(PAGE, f"<p>{words}</p>".encode("windows-1252")).text == words.strip()


def test_plain_text_is_the_file_and_costs_no_reader_of_documents(tmp_path):
    document = documents(tmp_path, "a.txt", b"One.\r\n\r\nTwo.")
    assert document.text == "One.\r\n\r\nTwo."
    assert document.places.starts == ()
    assert document.places.origins is None
    code = f"import sys, json; from seeds.corpus import read_folder; from pathlib import Path; read_folder(Path({str(tmp_path)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", code + "; print(json.dumps(list(sys.modules)))"], capture_output=True, check=True
    )
    loaded = json.loads(done.stdout)
    assert "seeds.readers.plain" in loaded
    assert not {"seeds.readers.markup", "html.parser", "zipfile", "docx", "pypdfium2"} & set(loaded)


def test_places_by_name(tmp_path):
    lines = documents(tmp_path, "a.txt", f"One is here.\n\n{LONG}\n{LONG}\nthere.".encode())
    assert [lines.place_name(*p.spans[0]) for p in lines.passages] == ["line 1", "lines 3–5"]
    assert lines.position(lines.text.index("there")) == (5, 1)
    assert lines.page(0) is None
    page = documents(tmp_path, "a.html", b"<h1>One</h1>\n<p>Two is there.")
    assert [page.place_name(*p.spans[0]) for p in page.passages] == ["paragraph 1", "paragraph 2"]
    assert page.position(page.text.index("is")) == (2, 8)


def test_a_folder_of_all_formats_is_one_corpus(tmp_path):
    (tmp_path / "a.txt").write_text("The bridge was closed.", encoding="utf-8")
    (tmp_path / "b.HTM").write_text("<p>The bridge was open.</p>", encoding="utf-8")
    (tmp_path / "c.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    corpus = read_folder(tmp_path)
    assert [d.source.id for d in corpus.documents] == ["a", "b"]
    assert corpus.skipped == ("c.doc",)


def test_every_format_has_a_reader_and_cases():
    package = Path(__file__).parent.parent / "seeds" / "readers"
    for module in READERS.values():
        assert "def read(" in (package / f"{module}.py").read_text(encoding="utf-8")
