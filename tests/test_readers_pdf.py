"""PDF files written here byte by byte: lines, paragraphs, pages, footnotes and running heads."""

from pathlib import Path

from seeds.corpus import read_document
from seeds.model import PassageKind, Source
from tests.test_passages import assert_sound

HEAD, FOOT = (50, 800, 9), (290, 30, 9)


def pdf(pages, extra=""):
    """A PDF of pages, each a list of (x, y, size, words)."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        shown = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({escaped(words)}) Tj ET" for x, y, size, words in page)
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{words}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R {extra}>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def escaped(words):
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def lines(top, *words, size=11, leading=13):
    return [(50, top - leading * i, size, line) for i, line in enumerate(words)]


def read(tmp_path: Path, *pages, name="a.pdf"):
    path = tmp_path / name
    path.write_bytes(pdf(pages))
    found = read_document(path, Source("s", "s"), "test")
    assert_sound(found.text, found.passages)
    return found


def told(document):
    return [f"{p.kind}: {p.text}" for p in document.passages]


def test_lines_paragraphs_and_a_heading(tmp_path):
    page = [
        (50, 780, 18, "The Long Road"),
        *lines(740, "The road was opened by the minister in the spring of the follow-", "ing year, and the bridge was closed for the",
               "repairs. The following year it was sold."),
        *lines(690, "The second paragraph (which is short) begins here and", "ends here."),
    ]  # fmt: skip
    assert told(read(tmp_path, page)) == [
        "heading: The Long Road",
        "body: The road was opened by the minister in the spring of the following year, and the bridge was closed for the repairs.",
        "body: The following year it was sold.",
        "body: The second paragraph (which is short) begins here and ends here.",
    ]


def test_a_sentence_over_a_page_break_a_footnote_and_running_heads(tmp_path):
    def page(number, *body):
        return [(*HEAD, f"Annual report {2000 + number}"), *body, (*FOOT, str(number))]

    note = [(50, 100, 6, "1"), (54, 97, 9, "Annual report of the ministry, available at www.example.org.")]
    first = page(
        1,
        *lines(
            760, "The road was opened by the minister in the spring, and", "it is said that the bridge was closed for"
        ),
        *note,
    )
    second = page(2, *lines(760, "repairs by the company that had built it in 1999."))
    third = page(3, *lines(760, "It was sold to the state."))
    found = read(tmp_path, first, second, third)
    whole = "The road was opened by the minister in the spring, and it is said that the bridge was closed for repairs by the company"
    bodies = [p for p in found.passages if p.kind is PassageKind.BODY]
    assert [p.text for p in bodies] == [f"{whole} that had built it in 1999.", "It was sold to the state."]
    assert [p.text for p in found.passages if p.kind is PassageKind.FOOTNOTE] == [
        "1 Annual report of the ministry, available at www.example.org."
    ]
    assert found.place_name(bodies[0].spans[0][0], bodies[0].spans[-1][1]) == "pages 1–2"
    assert found.place_name(*bodies[1].spans[0]) == "page 3"
    assert [found.page(p.spans[0][0]) for p in bodies] == [1, 3]
    assert "Annual report 2" not in found.text


def test_figures_that_open_a_line_are_no_footnotes(tmp_path):
    page = lines(
        700,
        "The company paid in the year that followed, all told, some",
        "250 million to the state, which then sold it for",
        "12 per cent more than that.",
    )
    assert told(read(tmp_path, page)) == [
        "body: The company paid in the year that followed, all told, some 250 million to the state, which then sold it for 12 per "
        "cent more than that."
    ]


def test_two_pages_that_share_a_line_keep_it(tmp_path):
    found = read(tmp_path, lines(700, "The bridge was closed."), lines(700, "The bridge was closed."))
    assert told(found) == ["body: The bridge was closed."] * 2


def test_an_empty_page_counts(tmp_path):
    found = read(tmp_path, lines(700, "The bridge was closed."), [], lines(700, "It was then sold."))
    assert [found.place_name(*p.spans[0]) for p in found.passages] == ["page 1", "page 3"]
