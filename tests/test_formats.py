"""Formats that editors are sent besides the usual ones, each by a small file made here; and damaged files among good ones."""

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import main
from seeds.corpus import read_folder
from seeds.errors import InputError
from seeds.readers import read_data

OASIS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)
BODY = """<text:tracked-changes><text:p>Deleted words.</text:p></text:tracked-changes><text:h>The mill</text:h>
<text:p>It opened in<text:s/>1931<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Mill book, 1932.</text:p>
</text:note-body></text:note>.</text:p><text:list><text:list-item><text:p>Two wheels.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Sacks</text:p>
</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>1931</text:p></table:table-cell><table:table-cell>
<text:p>212</text:p></table:table-cell></table:table-row></table:table>"""
STRUCK = f"""<office:document-content {OASIS} xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>
<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="P1"><style:text-properties text:display="none"/></style:style></office:automatic-styles><office:body>
<text:p>It cost <text:span text:style-name="T1">4 </text:span>6 million.</text:p><text:p text:style-name="P1">Hidden.</text:p>
</office:body></office:document-content>"""
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
MAIL = (
    b"Subject: The mill\r\nFrom: a@b.example\r\nDate: Mon, 4 May 1931 09:00:00 +0000\r\n"
    b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nThe caf\xe9 opened in 1931.\r\n"
)
PAGE = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>The mill opened =\r\nin 1931.</p>\r\n--x--\r\n"
)


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, words in parts.items():
            file.writestr(name, words)
    return out.getvalue()


def odt():
    return archive(
        {"content.xml": f"<office:document-content {OASIS}><office:body>{BODY}</office:body></office:document-content>"}
    )


def epub():
    chapters = {f"text/{n}.xhtml": f"<html><body><p>Chapter {n} of the mill.</p></body></html>" for n in (1, 2)}
    container = '<container xmlns="urn:c"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
    items = "".join(f'<item id="i{n}" href="text/{n}.xhtml"/>' for n in (1, 2))
    told = f"<metadata {DC}><dc:title>The mills of Kew</dc:title><dc:date>1931-05-04</dc:date></metadata>"
    book = f'<package xmlns="urn:p">{told}<manifest>{items}</manifest><spine><itemref idref="i2"/><itemref idref="i1"/></spine></package>'
    return archive({"META-INF/container.xml": container, "book.opf": book, **chapters})


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.odt", odt(), "The mill\n\nIt opened in 1931.\n\nTwo wheels.\n\nYear | Sacks\n\n1931 | 212\n\nMill book, 1932."),
        ("a.rtf", rb"{\rtf1\ansi The mill opened in {\b 1931}.\par It closed.}", "The mill opened in 1931.\nIt closed."),
        ("a.eml", MAIL, "Subject: The mill\n\nFrom: a@b.example\n\nDate: Mon, 04 May 1931 09:00:00 +0000\n\nThe café opened in 1931.\n"),
        ("a.mht", PAGE, "The mill opened in 1931."),
        ("a.rtf", rb"{\rtf1 It cost {\strike 4 }6 million. It is \v not \v0 long. {\deleted Gone. }Here.}",
         "It cost 6 million. It is long. Here."),
        ("a.rtf", rb"{\rtf1 Some 150{\super 3} families, 10{\super 6} bricks.}", "Some 150 families, 10⁶ bricks."),
        ("a.rtf", rb"{\rtf1 It opened{\super\chftn{\footnote\pard\plain {\super\chftn} Mill book.}} in 1931.}",
         "It opened in 1931.\n Mill book."),
        ("a.rtf", rb"{\rtf1\trowd\intbl Year\cell Sacks\cell\row\intbl 1931\cell 212\cell\row\pard It closed.}",
         "Year | Sacks\n1931 | 212\nIt closed."),
        ("a.odt", archive({"content.xml": STRUCK}), "It cost 6 million."),
        ("a.eml", MAIL.replace(b"text/plain", b"text/html").replace(b"The caf\xe9 opened", b"<p>It opened"),
         "Subject: The mill\n\nFrom: a@b.example\n\nDate: Mon, 04 May 1931 09:00:00 +0000\n\nIt opened in 1931."),
        ("a.epub", epub(), "Chapter 2 of the mill.\n\nChapter 1 of the mill."),
    ],
)  # fmt: skip
def test_reads(name, data, text):
    assert read_data(Path(name), data).text == text


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.epub", epub(), ["The mills of Kew", "1931-05-04"]),
        ("a.eml", MAIL, ["1931-05-04", "The mill"]),
        ("a.eml", MAIL.replace(b"text/plain", b"text/html"), ["1931-05-04", "The mill"]),
    ],
)
def test_what_a_book_or_message_tells_of_itself(name, data, told):
    assert [each.value for each in read_data(Path(name), data).told] == told


@pytest.mark.parametrize("name", ["a.odt", "a.rtf", "a.epub"])
def test_what_is_no_such_file_is_refused_in_one_line(name):
    with pytest.raises(InputError) as refused:
        read_data(Path(name), b"hello")
    assert str(refused.value).startswith(name)
    assert "\n" not in str(refused.value)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text("The mill opened in 1931.\n\nTel. +36 1 234 5678\n", encoding="utf-8")
    (tmp_path / "old.doc").write_bytes(b"old")
    (tmp_path / "bad.docx").write_bytes(b"PK broken")
    return tmp_path


def test_a_damaged_file_is_told_and_left_out(folder):
    corpus = read_folder(folder)
    assert [d.source.id for d in corpus.documents] == ["good"]
    assert [line.split(":")[0] for line in corpus.unreadable] == ["bad.docx"]
    listed = CliRunner().invoke(main, ["seeds", "list", "--seeds", str(folder)])
    assert listed.exit_code == 0
    assert "not read: bad.docx" in listed.output
    assert "old.doc; save it as .docx in its program" in listed.output
    strict = CliRunner().invoke(main, ["seeds", "list", "--strict", "--seeds", str(folder)])
    assert strict.exit_code == 2
    assert "bad.docx" in strict.output


def test_only_damaged_files_are_an_error(folder):
    (folder / "good.txt").unlink()
    with pytest.raises(InputError, match=r"bad\.docx"):
        read_folder(folder)
