"""PDF files written here byte by byte: lines, paragraphs, pages, footnotes and running heads."""

from pathlib import Path

from seeds.corpus import read_document
from seeds.model import PassageKind, Source
from tests.test_passages import assert_sound

HEAD, FOOT = (50, 800, 9), (290, 30, 9)


TURNED = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1"}


def shown(x, y, size, words, turn=0):
    """The operators that print words at a place, in a direction."""
    return f"BT /F1 {size} Tf {TURNED[turn]} {x} {y} Tm ({escaped(words)}) Tj ET"


PICTURE = "q 200 0 0 100 50 300 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q"
"""The operators that print a picture of one grey dot, 200 points wide."""


def pdf(pages, extra=""):
    """A PDF of pages, each a list of (x, y, size, words[, turn]) or operators as they are."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        stream = "\n".join(item if isinstance(item, str) else shown(*item) for item in page)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
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
    assert found.notes == ("6 running heads and page numbers not read (Annual report 2001)",)


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


LEFT = (
    "The tower of Brenn was built by the",
    "guild of lamp makers and was paid for",
    "by the widow of a captain, who gave",
    "all that she had to the town council",
    "in the year 1871; the council wrote",
)
RIGHT = (
    "about it to the bishop. A ferry ran to",
    "the island from 1904 on, and carried",
    "ninety people twice a day until the",
    "bridge was opened for carts. It was",
    "sold in the winter of 1931.",
)


def columns(top=700, size=11):
    """Two columns, the right one written first."""
    right = [(330, top - 14 * i, size, words) for i, words in enumerate(RIGHT)]
    return right + [(60, top - 14 * i, size, words) for i, words in enumerate(LEFT)]


def test_columns_are_read_one_after_the_other(tmp_path):
    found = told(read(tmp_path, [(60, 760, 18, "Lamps and ferries"), *columns()]))
    assert found == [
        "heading: Lamps and ferries",
        "body: The tower of Brenn was built by the guild of lamp makers and was paid for by the widow of a captain, who gave all "
        "that she had to the town council in the year 1871; the council wrote about it to the bishop.",
        "body: A ferry ran to the island from 1904 on, and carried ninety people twice a day until the bridge was opened for carts.",
        "body: It was sold in the winter of 1931.",
    ]


def test_turned_words_are_set_apart(tmp_path):
    stamp = (30, 300, 9, "Received by the harbour office on 3 May 1912", 90)
    page = [stamp, *lines(700, "The inn was closed by the council in", "the year 1899, and sold.")]
    assert told(read(tmp_path, page)) == [
        "body: The inn was closed by the council in the year 1899, and sold.",
        "heading: Received by the harbour office on 3 May 1912",
    ]


def test_a_page_upside_down(tmp_path):
    words = ("The inn was closed by the council in", "the year 1899, and it was sold to a", "captain of the ferry.")
    page = [(500, 100 + 14 * i, 11, line, 180) for i, line in enumerate(words)]
    assert told(read(tmp_path, page)) == [
        "body: The inn was closed by the council in the year 1899, and it was sold to a captain of the ferry."
    ]


def test_a_label_in_small_letters_and_a_dropped_initial(tmp_path):
    label = [
        (50, 700, 7, "WHEN:"),
        (80, 700, 10, "The office must have all answers"),
        (50, 688, 10, "by 21 June 1920, at noon."),
    ]
    dropped = [(50, 574, 30, "T"), (70, 588, 11, "he ferry was built in 1904 and ran"), (70, 575, 11, "for thirty years to the island"),
               (50, 562, 11, "before the bridge was opened.")]  # fmt: skip
    assert told(read(tmp_path, label + dropped)) == [
        "body: WHEN: The office must have all answers by 21 June 1920, at noon.",
        "body: The ferry was built in 1904 and ran for thirty years to the island before the bridge was opened.",
    ]


def test_raised_figures(tmp_path):
    page = [
        (50, 700, 11, "The register counts 150"),
        (165, 704, 6, "3"),
        (172, 700, 11, "families, and 10"),
        (248, 704, 6, "6"),
        (254, 700, 11, "stones in a wall"),
        (50, 686, 11, "that the council"),
        (125, 690, 6, "4"),
        (132, 686, 11, "built in 1808."),
        (50, 90, 8, "3 Without the farms."),
        (50, 78, 8, "4 Not by the guild."),
    ]
    assert told(read(tmp_path, page)) == [
        "body: The register counts 150 families, and 10⁶ stones in a wall that the council built in 1808.",
        "footnote: 3 Without the farms.",
        "footnote: 4 Not by the guild.",
    ]


def test_a_number_and_a_wide_gap_at_the_start_of_a_line(tmp_path):
    page = [
        (50, 700, 10, "The vote was close, and it is said of the town that"),
        (50, 687, 10, "40"),
        (70, 687, 10, "percent of all voters stayed at home on the day"),
        (50, 674, 10, "of the storm, which is more than before."),
    ]
    assert told(read(tmp_path, page)) == [
        "body: The vote was close, and it is said of the town that 40 percent of all voters stayed at home on the day of the storm, "
        "which is more than before."
    ]


def test_words_set_wide_apart_are_prose(tmp_path):
    """Justified lines: gaps stand here and there, not below each other."""
    page = [
        *lines(700, "The harbour office was built of stone by the council"),
        (50, 687, 11, "in"), (75, 687, 11, "the spring of 1899, and nobody was"), (260, 687, 11, "allowed to"),
        *lines(674, "enter it before the summer, when it was opened by a", "widow."),
    ]  # fmt: skip
    assert told(read(tmp_path, page)) == [
        "body: The harbour office was built of stone by the council in the spring of 1899, and nobody was allowed to enter it before "
        "the summer, when it was opened by a widow."
    ]


def table(top, *rows, places=(50, 220, 320), size=10, leading=14):
    return [
        (x, top - leading * i, size, words)
        for i, row in enumerate(rows)
        for x, words in zip(places, row, strict=False)
        if words
    ]


def test_rows_of_a_table_know_their_heads(tmp_path):
    page = [
        *lines(740, "The council counted the guests of each inn and what they paid for."),
        *table(
            700,
            ("Inn", "Guests", "Income"),
            ("Old lamp", "1,200", "$ 40"),
            ("White horse", "", "$ 75"),
            ("12", "310", "$ 9"),
        ),
        *lines(630, "No inn was counted twice."),
    ]
    found = read(tmp_path, page)
    assert told(found)[1:] == [
        "table row: Inn Guests Income",
        "table row: Old lamp 1,200 $ 40",
        "table row: White horse $ 75",
        "table row: 12 310 $ 9",
        "body: No inn was counted twice.",
    ]
    rows = [passage for passage in found.passages if passage.row and passage.row.cells]
    assert [[(p.text[c.start : c.end], c.head) for c in p.row.cells] for p in rows][1] == [
        ("White horse", "Inn"),
        ("$ 75", "Income"),
    ]


def test_cells_over_two_lines_and_leaders(tmp_path):
    page = table(
        700,
        ("Chapels and ", "12", "300"),
        ("Inns . . . . . . . . . .", "7", "210"),
        ("Towers of the", "", ""),
        ("old harbour", "3", "90"),
        ("Ferries", "2 in all", "40"),
        ("", "that still run", ""),
    )
    assert told(read(tmp_path, page)) == [
        "table row: Chapels and 12 300",
        "table row: Inns 7 210",
        "table row: Towers of the old harbour 3 90",
        "table row: Ferries 2 in all that still run 40",
    ]


def test_numbers_of_lines_in_the_margin_are_left_out(tmp_path):
    words = [
        "The witness said that the",
        "ferry was late.",
        "THE JUDGE:",
        "When was that?",
        "THE WITNESS:",
        "In the year 1904.",
    ] * 2
    page = [(40, 700 - 24 * i, 11, str(i + 1)) for i in range(12)]
    page += [(70 + 30 * (i % 3), 700 - 24 * i, 11, line) for i, line in enumerate(words)]
    assert "1904.7" not in "".join(read(tmp_path, page).text.split())
    assert not any(line.strip().isdigit() for line in read(tmp_path, page).text.splitlines())
    assert read(tmp_path, page).notes == ("numbers of lines not read (page 1)",)


def test_what_cannot_be_read_is_told(tmp_path):
    signs = lines(700, *["% & -.45 +!(* )-&$ %%#, !(-) +.$&% *(,) -.+&% !$"] * 6)
    contents = [(50, 700 - 14 * i, 11, f"Part {i} {'. ' * 40}{i}") for i in range(6)]
    found = read(
        tmp_path, lines(700, "The inn was sold."), signs, contents, [*lines(700, "It burned."), PICTURE], [PICTURE]
    )
    assert found.notes == (
        "page 2: up to 95% of the letters cannot be read, their fonts do not say what they are; turn it into text (OCR)",
        "page 5: a picture without text; a scan has to be turned into text (OCR)",
        "1 picture not read (page 4)",
    )


def test_rows_of_amounts_at_the_foot_of_pages_are_no_running_feet(tmp_path):
    pages = [
        [
            *lines(700, f"The {inn} inn was sold."),
            *table(100, ("Total", amount, "300"), ("Paid", amount, "120")),
            (*FOOT, str(i)),
        ]
        for i, (inn, amount) in enumerate([("old", "410"), ("new", "95"), ("low", "730")], start=1)
    ]
    found = [passage.text for passage in read(tmp_path, *pages).passages if passage.kind is PassageKind.ROW]
    assert found == ["Total 410 300", "Paid 410 120", "Total 95 300", "Paid 95 120", "Total 730 300", "Paid 730 120"]
