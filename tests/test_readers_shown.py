"""Word and PowerPoint files: what a person would see is read, and nothing else; the strict form of both is read as the usual one."""

import io
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from seeds.readers import read_data


def r(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def sign(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def form(kind, *said):
    """A field of a form: a list or a box, what it says, and its code."""
    told = "".join(f'<w:{name} w:val="{value}"/>' if value else f"<w:{name}/>" for name, value in said)
    data = f"<w:ffData><w:{kind}>{told}</w:{kind}></w:ffData>"
    return f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>' + CODE + sign("end")


ENTRIES = [("listEntry", "sold"), ("listEntry", "let")]
UP = '<w:vertAlign w:val="superscript"/>'
CODE = '<w:r><w:instrText xml:space="preserve"> IF 1 = 1 </w:instrText></w:r>'
RUNS = {
    "plain": (r("It cost ") + r("6 crowns.", "<w:b/>"), "It cost 6 crowns."),
    "inserted": (r("It cost ") + f"<w:ins>{r('6')}</w:ins>" + r(" crowns."), "It cost 6 crowns."),
    "property that is off": (r("It cost ") + r("6", '<w:strike w:val="0"/>') + r(" crowns."), "It cost 6 crowns."),
    "deleted": (r("It cost ") + f"<w:del>{r('4')}</w:del>" + r("6 crowns."), "It cost 6 crowns."),
    "moved away": (r("It cost ") + f"<w:moveFrom>{r('4')}</w:moveFrom>" + r("6 crowns."), "It cost 6 crowns."),
    "struck": (r("It cost ") + r("4", "<w:strike/>") + r("6 crowns."), "It cost 6 crowns."),
    "struck twice": (r("It cost ") + r("4", "<w:dstrike/>") + r("6 crowns."), "It cost 6 crowns."),
    "hidden": (r("It cost ") + r("4", "<w:vanish/>") + r("6 crowns."), "It cost 6 crowns."),
    "struck by its style": (r("It cost ") + r("4", '<w:rStyle w:val="Gone"/>') + r("6 crowns."), "It cost 6 crowns."),
    "struck by a style that a style builds on": (
        r("It cost ") + r("4", '<w:rStyle w:val="Gone2"/>') + r("6 crowns."),
        "It cost 6 crowns.",
    ),
    "not struck though its style is": (
        r("It cost ") + r("6", '<w:rStyle w:val="Gone"/><w:strike w:val="false"/>') + r(" crowns."),
        "It cost 6 crowns.",
    ),
    "mark of a note": (r("It has 140") + r("7", UP) + r(" names."), "It has 140 names."),
    "mark of a note by its style": (r("It has 140") + r("7", '<w:rStyle w:val="Up"/>') + r(" names."), "It has 140 names."),
    "power": (r("It weighs 10") + r("6", UP) + r(" grams."), "It weighs 10⁶ grams."),
    "power in two runs": (r("It weighs 10") + r("1", UP) + r("2", UP) + r(" grams."), "It weighs 10¹² grams."),
    "area": (r("It has 40 m") + r("2", UP) + r(" of floor."), "It has 40 m² of floor."),
    "lowered": (r("CO") + r("2", '<w:vertAlign w:val="subscript"/>') + r(" rose."), "CO2 rose."),
    "fraction": (
        r("A pipe of 5") + r("3", UP) + r("/") + r("4", '<w:vertAlign w:val="subscript"/>') + r(" inches."),
        "A pipe of 5 3/4 inches.",
    ),
    "result of a field": (
        sign("begin") + CODE + sign("separate") + r("3 May 1931") + sign("end") + r(" it rained."),
        "3 May 1931 it rained.",
    ),
    "code that holds words": (
        sign("begin") + CODE + r("4 May") + sign("separate") + r("3 May 1931") + sign("end") + r(" it rained."),
        "3 May 1931 it rained.",
    ),
    "code in a code": (
        sign("begin") + CODE + sign("begin") + CODE + sign("separate") + r("no") + sign("end") + sign("separate")
        + r("3 May") + sign("end") + r(" it rained."),
        "3 May it rained.",
    ),
    "chosen entry of a list": (r("It was ") + form("ddList", ("result", "1"), *ENTRIES) + r("."), "It was let."),
    "first entry of a list": (r("It was ") + form("ddList", *ENTRIES) + r("."), "It was sold."),
    "entry that is not there": (r("It was") + form("ddList", ("result", "7"), *ENTRIES) + r("."), "It was."),
    "ticked box": (form("checkBox", ("default", "0"), ("checked", "")) + r(" Approved"), "\u2612 Approved"),
    "empty box": (form("checkBox", ("default", "1"), ("checked", "0")) + r(" Approved"), "\u2610 Approved"),
    "list in the code of a field": (
        sign("begin") + form("ddList", *ENTRIES) + sign("separate") + r("let") + sign("end") + r("."),
        "let.",
    ),
    "field without a code": (r("It ") + sign("separate") + r("rained") + sign("end") + r("."), "It rained."),
}  # fmt: skip


def word_file(*paragraphs):
    document = docx.Document()
    gone = document.styles.add_style("Gone", WD_STYLE_TYPE.CHARACTER)
    gone.font.strike = True
    document.styles.add_style("Gone2", WD_STYLE_TYPE.CHARACTER).base_style = gone
    document.styles.add_style("Up", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    for runs in paragraphs:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))
    return saved(document)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(name, data):
    return read_data(Path(name), data).text


@pytest.mark.parametrize(("runs", "text"), RUNS.values(), ids=RUNS)
def test_words_of_a_word_file(runs, text):
    assert text_of("a.docx", word_file(runs)) == text


def show():
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    frame = slide.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame
    table = slide.shapes.add_table(1, 1, 0, 0, Inches(2), Inches(1)).table
    for paragraph in (frame.paragraphs[0], table.cell(0, 0).text_frame.paragraphs[0]):
        for words, properties in [("It cost ", {}), ("4", {"strike": "sngStrike"}), ("6 crowns and weighs 10", {}),
                                  ("6", {"baseline": "30000"}), (" grams", {}), ("7", {"baseline": "30000"}), (".", {})]:  # fmt: skip
            run = paragraph.add_run()
            run.text = words
            for key, value in properties.items():
                run._r.get_or_add_rPr().set(key, value)
    return saved(deck)


def test_words_of_a_presentation():
    assert (
        text_of("a.pptx", show()) == "It cost 6 crowns and weighs 10⁶ grams.\n\nIt cost 6 crowns and weighs 10⁶ grams."
    )


def strict(data):
    """The file as "Strict Open XML" of Word and PowerPoint has it: other names of the same parts (ISO/IEC 29500-1, annex A)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            words = old.read(member)
            for kind, rest in [(b"wordprocessingml", b"main"), (b"presentationml", b"main"), (b"drawingml", b"main"),
                               (b"officeDocument", b"relationships"), (b"officeDocument", b"extended-properties")]:  # fmt: skip
                usual = b"http://schemas.openxmlformats.org/" + kind + b"/2006/" + rest
                words = words.replace(usual, b"http://purl.oclc.org/ooxml/" + kind + b"/" + rest.replace(b"-p", b"P"))
            new.writestr(member.filename, words)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", word_file(*(runs for runs, _ in RUNS.values()))), ("a.pptx", show())]
)
def test_the_strict_form_is_read_as_the_usual_one(name, data):
    other = strict(data)
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(other)).read("_rels/.rels")
    assert read_data(Path(name), other) == read_data(Path(name), data)


def test_what_is_not_read_of_a_word_file_is_told():
    document = docx.Document()
    document.add_paragraph("It cost 6 crowns.")
    document.sections[0].header.paragraphs[0].text = "The mill office"
    data = saved(document)
    assert read_data(Path("a.docx"), data).notes == ("head of the pages not read: The mill office",)


def test_what_is_not_read_of_a_presentation_is_told():
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Sacks of the mill"
    chart = CategoryChartData()
    chart.categories = ["1931"]
    chart.add_series("sacks", (212,))
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(2), Inches(2), chart)
    slide._element.set("show", "0")
    assert read_data(Path("a.pptx"), saved(deck)).notes == (
        "1 chart not read",
        "slide 1 is hidden in the show; it is read",
    )
