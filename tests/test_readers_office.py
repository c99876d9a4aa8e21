"""Word and PowerPoint files made with the libraries that read them: what is text, what it is, and where it stands."""

import io
from pathlib import Path

import docx
import pptx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx.util import Inches

from seeds.corpus import read_document
from seeds.model import Source
from tests.test_passages import assert_sound

PICTURE_BOX = (
    "<w:p {ns} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:x='urn:x'>"
    "<w:r><w:t>Beside the box.</w:t><mc:AlternateContent><mc:Choice Requires='x'><x:box><w:txbxContent>"
    "<w:p><w:r><w:t>Inside the box.</w:t></w:r></w:p></w:txbxContent></x:box></mc:Choice>"
    "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Inside the box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)
REVISED = (
    "<w:p {ns}><w:r><w:t xml:space='preserve'>It was </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t xml:space='preserve'>finally </w:t></w:r></w:ins><w:r><w:t>sold.</w:t></w:r></w:p>"
)
NOTES = (
    "<w:footnotes {ns}><w:footnote w:id='-1' w:type='separator'><w:p/></w:footnote>"
    "<w:footnote w:id='2'><w:p><w:r><w:t>See the report of 2019.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def saved(document, path: Path):
    document.save(path)
    found = read_document(path, Source("s", "s"), "test")
    assert_sound(found.text, found.passages)
    return found


def add(document, xml):
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml.format(ns=nsdecls("w"))))


def told(document):
    return [f"{p.kind}: {p.text}" for p in document.passages]


def test_a_word_file(tmp_path):
    document = docx.Document()
    document.add_heading("Who paid for it?", 1)
    document.add_paragraph("The bridge cost 5 million. It was closed.")
    document.add_paragraph("")
    document.add_paragraph("Gas and oil.", style="List Bullet")
    document.add_paragraph("We agree.", style="Quote")
    table = document.add_table(2, 2)
    for cell, words in zip(
        [c for row in table.rows for c in row.cells], ["Year", "Sum", "2019", "5 million"], strict=True
    ):
        cell.text = words
    document.sections[0].header.paragraphs[0].text = "A running head 2024"
    document.add_paragraph("The end.")
    found = saved(document, tmp_path / "a.docx")
    assert told(found) == [
        "heading: Who paid for it?",
        "body: The bridge cost 5 million.",
        "body: It was closed.",
        "list item: Gas and oil.",
        "quotation: We agree.",
        "table row: Year | Sum",
        "table row: 2019 | 5 million",
        "body: The end.",
    ]
    assert [found.place_name(*p.spans[0]) for p in found.passages][-2:] == ["paragraph 6", "paragraph 7"]
    assert found.passages[2].section == "Who paid for it?"


def test_word_s_revisions_boxes_and_notes(tmp_path):
    document = docx.Document()
    document.add_heading("Title", 0)
    for xml in (REVISED, PICTURE_BOX):
        add(document, xml)
    paragraph = document.add_paragraph("One")
    paragraph.add_run().add_break()
    paragraph.add_run("two\tthree.")
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"), "application/xml", NOTES.format(ns=nsdecls("w")).encode(),
        document.part.package,
    )  # fmt: skip
    document.part.relate_to(part, FOOTNOTES)
    assert told(saved(document, tmp_path / "a.docx")) == [
        "heading: Title",
        "body: It was finally sold.",
        "body: Beside the box.",
        "body: Inside the box.",
        "body: One two three.",
        "footnote: See the report of 2019.",
    ]


def test_a_word_file_without_styles_is_read_by_its_lines(tmp_path):
    document = docx.Document()
    lines = ["The Long Road", "", "The road was opened by the minister in the spring of the",
             "following year, and the bridge was closed for repairs by", "the company that had built it.", "", "It was sold."]  # fmt: skip
    for line in lines:
        document.add_paragraph(line)
    found = saved(document, tmp_path / "a.docx")
    assert told(found) == ["heading: The Long Road", f"body: {' '.join(lines[2:5])}", "body: It was sold."]
    assert [found.place_name(*p.spans[0]) for p in found.passages] == ["paragraph 1", "paragraphs 2–4", "paragraph 5"]


def test_a_presentation(tmp_path):
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Trade in 2024"
    slide.placeholders[1].text = "Gas rose.\nOil fell."
    slide.notes_slide.notes_text_frame.text = "The figures are from May."
    show.slides.add_slide(show.slide_layouts[6])
    third = show.slides.add_slide(show.slide_layouts[6])
    group = third.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = "The bridge was closed."
    table = third.shapes.add_table(1, 2, 0, 0, Inches(2), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "2019", "5 million"
    found = saved(show, tmp_path / "a.pptx")
    assert told(found) == [
        "heading: Trade in 2024",
        "list item: Gas rose.",
        "list item: Oil fell.",
        "body: The figures are from May.",
        "body: The bridge was closed.",
        "body: 2019 | 5 million",
    ]
    assert [found.place_name(*p.spans[0]) for p in found.passages] == ["slide 1"] * 4 + ["slide 3"] * 2


def test_the_same_bytes_give_the_same_text():
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph("One is here.")
    document.save(buffer)
    from seeds.readers import read_data

    assert read_data(Path("a.docx"), buffer.getvalue()) == read_data(Path("a.docx"), buffer.getvalue())
