"""Files that are broken, locked, hostile or empty: one line that names the file and says how to mend it, and soon."""

import io
import sys
import zipfile
from importlib import import_module
from pathlib import Path

import docx
import pptx
import pytest

from bench import hostile
from seeds.errors import InputError
from seeds.prose import read_prose
from seeds.readers import READERS, archive, files, pdf, read, read_data
from seeds.readers.bounded import end_child
from seeds.readers.limits import MAX_MEMORY
from tests.test_readers_pdf import lines
from tests.test_readers_pdf import pdf as pdf_of

XML = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">{}]>'
MANY = XML.format("".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)))
OUTSIDE = XML.format('<!ENTITY j SYSTEM "file:///etc/hostname">')


def office(maker, change=None, compression=zipfile.ZIP_DEFLATED):
    """A file of python-docx or python-pptx, its parts changed by `change(name, data)`."""
    made, buffer = io.BytesIO(), io.BytesIO()
    document = maker()
    if maker is docx.Document:
        document.add_paragraph("Words are here.")
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(buffer, "w", compression) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)) if change else old.read(name))
    return buffer.getvalue()


def with_entities(declaration):
    def change(name, data):
        if name != "word/document.xml":
            return data
        return data.replace(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>", declaration.encode()).replace(
            b"Words are", b"Words &j; are"
        )

    return change


def bomb(name, data):
    return data + b" " * 80_000_000 if name == "word/document.xml" else data


def read_here(path, data):
    """As `read_data`, without a child process, so that a test can change what the reader finds."""
    return import_module(f"seeds.readers.{READERS[path.suffix]}").read(path, data)


def refused(name, data, read=read_data):
    with pytest.raises(InputError) as raised:
        read(Path(name), data)
    message = str(raised.value)
    assert message.startswith(f"{name}")
    assert "\n" not in message
    assert len(message) < 300
    assert "; " in message, "says how to mend it"
    return message


LOCKED = pdf_of(
    [lines(700, "Words.")],
    "/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + "o" * 32 + ") /U (" + "u" * 32 + ") /P -4 >> ",
)
CASES = [
    ("not a zip", "a.docx", b"hello", "damaged"),
    ("locked or old", "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    ("locked or old slides", "a.pptx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    ("cut short", "a.docx", office(docx.Document)[:9000], "damaged"),
    ("slides named as a document", "a.docx", office(pptx.Presentation), "damaged"),
    ("a document named as slides", "a.pptx", office(docx.Document), "damaged"),
    ("a part that is no XML", "a.docx", office(docx.Document, lambda n, d: b"<w" if n == "word/document.xml" else d), "damaged"),
    ("a zip bomb", "a.docx", office(docx.Document, bomb), "unpacks to"),
    ("slides without words", "a.pptx", office(pptx.Presentation), "no text"),
    ("a document without words", "a.docx", office(docx.Document, lambda n, d: d.replace(b"Words are here.", b" ")), "no text"),
    ("an entity bomb", "a.docx", office(docx.Document, with_entities(MANY)), "entities"),
    ("an entity of another file", "a.docx", office(docx.Document, with_entities(OUTSIDE)), "entities"),
    ("not a PDF", "a.pdf", b"hello", "damaged"),
    ("a PDF cut short", "a.pdf", b"%PDF-1.4\n1 0 obj\n<<", "damaged"),
    ("a locked PDF", "a.pdf", LOCKED, "password"),
    ("a PDF of pictures", "a.pdf", pdf_of([[]]), "OCR"),
    ("a page without words", "a.html", b"<html><script>x = 1</script></html>", "no text"),
    ("a binary page", "a.html", b"\x89PNG\0\0\0", "encoding"),
    ("an empty page", "a.html", b"", "no text"),
    ("UTF-8 with a wrong byte", "a.txt", "caf\u00e9 here".encode() + b"\xff", "UTF-8"),
    ("UTF-16 cut short", "a.txt", "here".encode("utf-16")[:-1], "UTF-16"),
    ("a text of no encoding", "a.txt", b"\0\1\2 words", "binary"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "says"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_what_cannot_be_read_is_refused_in_one_line(name, data, says):
    assert says in refused(name, data)


def test_a_false_size_in_a_zip_gains_nothing():
    data = office(docx.Document, bomb)
    real = (80_000_000 + len(read_part(office(docx.Document)))).to_bytes(4, "little")
    assert data.count(real) == 2
    assert "damaged" in refused("a.docx", data.replace(real, (100).to_bytes(4, "little")))


def read_part(data):
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return zipped.read("word/document.xml")


def test_what_is_no_file_is_refused(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    for name in ("a.pdf", "none.docx"):
        with pytest.raises(InputError, match="cannot be read"):
            read(tmp_path / name)


def test_bounds(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    assert "3 pages" in refused("a.pdf", pdf_of([lines(700, "Words.")] * 3), read_here)
    monkeypatch.setattr(pdf, "MAX_TEXT", 20)
    assert "20 characters" in refused("a.pdf", pdf_of([lines(700, "Words that are too many.")]), read_here)
    monkeypatch.setattr(files, "MAX_TEXT", 10)
    assert "10 allowed" in refused("a.html", b"<p>Words that are too many.")
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    assert "parts" in refused("a.docx", office(docx.Document), read_here)


@pytest.mark.parametrize(
    "name", ["draws-itself.pdf", "flate-bomb.pdf", "utf16.docx", "far-cell.xlsx", "reference.html"]
)
def test_hostile_files_are_refused_or_read_soon(name):
    data = hostile.FILES[name]()
    if name.endswith(".html"):
        assert read_data(Path(name), data).text.endswith("words")
    else:
        refused(name, data)
    good = read_data(Path("a.pdf"), pdf_of([lines(700, "Words.")])).text
    assert good == "Words.", "the next file is read by a new child"


def test_memory_is_named_where_it_ran_out_and_nowhere_else():
    assert "MB of memory allowed" in refused("a.docx", hostile.FILES["empty-paragraphs.docx"]())
    assert "damaged" in refused("b.docx", b"hello"), "what the file before took is not held against this one"
    end_child()
    taken = b"x" * MAX_MEMORY
    assert "damaged" in refused("b.docx", b"hello"), "nor what the program itself takes"
    assert taken


def test_strict_open_xml_is_read(tmp_path):
    def strict(name, data):
        data = data.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )
        return data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"
        )

    assert read_data(Path("a.docx"), office(docx.Document, strict)).text == "Words are here."


@pytest.mark.parametrize(
    ("name", "data", "library"),
    [
        ("a.docx", b"", "docx"),
        ("a.pptx", b"", "pptx"),
        ("a.pdf", b"", "pypdfium2"),
        ("a.html", b"caf\xe9", "charset_normalizer"),
    ],
)
def test_a_library_that_is_missing_is_named_with_its_extra(monkeypatch, name, data, library):
    monkeypatch.setitem(sys.modules, library, None)
    message = refused(name, data, read_here)
    assert library in message
    assert " -m pip install " in message
    assert "sourcecheck[" not in message


HOSTILE = ["<!--", "<!-- >", "<", "<a ", "<a/", "<a b='", '<a b=">', "<div>", "</p>", "</", "&", "<![CDATA[", "<![CDATA[ >", "<!", "<?",
           "<script></", "<li>x", "<code>x", "<sup>x", "[", "![", "`", "`a ", "*a_", "> ", "- ", "[a](", "[x]: a\n", "|a"]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_hostile_marks_come_to_an_end(name, piece):
    read_prose(Path(name), ("words " + piece * 10_000).encode())
