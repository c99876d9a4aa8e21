"""A sentence that names its source: which one is named, and what is told when it is asked alone. Rows that name none come first."""

import csv
from pathlib import Path

import pytest

from compare.drafting.model import Stance
from compare.drafting.naming import name_sources
from compare.drafting.paragraphs import paragraphs_of
from compare.jobs.draft import check_draft
from compare.search.index import Index
from seeds.corpus import Corpus
from seeds.model import Document, Source
from seeds.passages import read_passages
from seeds.prose import read_prose
from tests.test_draft_facts import assert_whole
from tests.test_drafts import draft_of

NOTES = "\n\n[^1]: Anna Brandt, Piers of the North Coast, p. 3.\n\n[^2]: See [the works](sources/works.txt).\n\n[^3]: Brandt 2020.\n"
SOURCES = (
    (Source("piers", "Piers of the North Coast", "Anna Brandt", "Lind & Daughters", "2020-03"),
     "The pier of Ostwick cost $19 million. It was opened on 3 May 2019 by Carl Hansen. "
     "“It is a wonder of iron and oak,” said Carl Hansen."),
    (Source("works", "Annual report 2019", "", "Harbour Office, Ostwick", "2019", short="Works"),
     "The pier of Ostwick cost $25 million. The pier of Ostwick is 340 metres long."),
    (Source("walks", "Walks by the Sea", "Ada Moor", "", "2021"), "The ferry of Ostwick began to run in 1993."),
    (Source("walks2", "Walks in the Hills", "Ada Moor", "", "2021"), "The mill of Ostwick closed in 1960."),
)  # fmt: skip


def documents():
    return tuple(
        Document(source, Path(f"sources/{source.id}.txt"), text, read_passages(text), "test", sha256=source.id)
        for source, text in SOURCES
    )


@pytest.fixture(scope="module")
def index():
    return Index(Corpus("test", documents()))


def rows():
    with (Path(__file__).parent / "cases" / "named-source.csv").open(encoding="utf-8", newline="") as file:
        return [pytest.param(row["text"], row["named"].split(), id=row["note"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "named"), rows())
def test_which_source_is_named(text, named):
    draft = draft_of(text + NOTES).document
    first = next(paragraphs_of(draft))
    found = name_sources(first, draft, documents()).named
    assert [list(sentence.sources) for sentence in found] == [named] * bool(named)


def told(text, index, claims=(), memory=None):
    checked = check_draft(draft_of(text), index, claims, memory=memory)
    assert_whole(checked)
    return {
        checked.document.text[n.finding.start : n.finding.end]: n.finding
        for n in checked.facts
        if n.finding.code != "SRC901"
    }


LED = "According to the report by the Harbour Office, "


def test_the_named_source_says_it(index):
    fact = told("The pier of Ostwick cost $19 million (Brandt 2020).", index)["$19 million"]
    assert (fact.stance, fact.places[0].document.source.id) == (Stance.SUPPORTED, "piers")


def test_the_named_source_says_otherwise_though_another_agrees(index):
    fact = told(f"{LED}the pier of Ostwick cost $19 million.", index)["$19 million"]
    assert fact.stance is Stance.CONTRADICTED
    assert (
        fact.message
        == "works, which the sentence names, says otherwise: the sources say 25 million USD; piers agrees with the draft"
    )
    assert [place.document.source.id for place in fact.places] == ["works", "piers"]


def test_only_another_source_says_it(index):
    fact = told(f"{LED}the pier of Ostwick was opened on 3 May 2019.", index)["3 May 2019"]
    assert (fact.code, fact.stance, fact.message) == (
        "SRC203",
        Stance.NOT_FOUND,
        "only piers gives it, and not works, which the sentence names",
    )
    free = told("The pier of Ostwick was opened on 3 May 2019.", index)["3 May 2019"]
    assert free.stance is Stance.SUPPORTED


def test_the_sentence_before_is_checked_as_it_is_without_one_behind(index):
    alone = told("The pier of Ostwick was opened on 3 May 2018.", index)["3 May 2018"]
    before = told(f"The pier of Ostwick was opened on 3 May 2018. {LED}the pier of Ostwick is 340 metres long.", index)
    assert before["3 May 2018"].message == alone.message
    assert before["340 metres"].stance is Stance.SUPPORTED


def test_what_names_the_source_is_no_fact_of_it(index):
    facts = told(f"{LED}the pier of Ostwick is 340 metres long.", index)
    assert facts["340 metres"].stance is Stance.SUPPORTED
    assert "Harbour Office" not in facts
    facts = told("The pier of Ostwick cost $19 million (Brandt 2020).", index)
    assert not any("2020" in words for words, fact in facts.items() if fact.code == "SRC101")
    facts = told("Brandt (2020) says that the pier of Ostwick cost $19 million.", index)
    assert {facts[words].stance for words in facts if words in ("Brandt", "2020")} == {Stance.NOT_CHECKABLE}


def test_a_quotation_of_the_named_source(index):
    words = "It is a wonder of iron and oak,"
    assert told(f"“{words}” said Carl Hansen (Brandt 2020).", index)[words].stance is Stance.SUPPORTED
    fact = told(f"“{words}” said Carl Hansen (Harbour Office 2019).", index)[words]
    assert (fact.stance, fact.message[:17]) == (Stance.NOT_FOUND, "only piers gives ")


def test_the_sentence_behind_is_free(index):
    facts = told(f"{LED}the pier of Ostwick is 340 metres long. The pier of Ostwick was opened on 3 May 2019.", index)
    assert facts["3 May 2019"].stance is Stance.SUPPORTED


def test_a_note_elsewhere_is_remembered_with_the_paragraph(index):
    memory = {}
    text = "The pier of Ostwick was opened on 3 May 2019.[^1]\n\n[^1]: {}.\n"
    first = told(text.format("Annual report 2019"), index, memory=memory)["3 May 2019"]
    again = told(text.format("Piers of the North Coast"), index, memory=memory)["3 May 2019"]
    assert (first.stance, again.stance) == (Stance.NOT_FOUND, Stance.SUPPORTED)


def linked_docx(path):
    """Sentences of a Word file with a link, a field that is a link, and notes, none of them seen in its text."""
    docx = pytest.importorskip("docx")
    parse, document = docx.oxml.parse_xml, docx.Document()
    rel = document.part.relate_to("sources/works%20.txt".replace("%20", ""), RELATIONS + "hyperlink", is_external=True)
    p = document.add_paragraph("The pier of Ostwick cost ")
    p._p.append(parse(f'<w:hyperlink {W} {R} r:id="{rel}"><w:r><w:t>$19 million</w:t></w:r></w:hyperlink>'))
    p.add_run(". The pier of Ostwick cost $19 million.")
    p = document.add_paragraph("The pier of Ostwick was opened on 3 May 2019.")
    p.add_run("")._r.append(parse(f'<w:footnoteReference {W} w:id="2"/>'))
    p.add_run(" The pier of Ostwick was opened on 3 May 2019.")
    p = document.add_paragraph()
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> HYPERLINK "file:///C:/x/sources/piers.txt" </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>The pier of Ostwick is 340 metres long.</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        p._p.append(parse(f"<w:r {W}>{xml}</w:r>"))
    notes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Annual report 2019, p. 4.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package
    )
    document.part.relate_to(part, RELATIONS + "footnotes")
    document.save(path)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PAGE = (
    '<p>The pier of Ostwick cost <a href="../sources/works.txt">$19 million</a>. The pier of Ostwick cost $19 million.</p>'
    '<p>The ferry of Ostwick runs (<a href="https://example.org/">see</a>).</p>'
)


def sources_named(path):
    document = read_prose(path).document
    paragraphs = (name_sources(p, document, documents()) for p in paragraphs_of(document))
    return [(p.text[slice(*n.sentence)][:30], n.sources) for p in paragraphs for n in p.named]


def test_links_and_notes_of_a_word_file(tmp_path):
    linked_docx(tmp_path / "draft.docx")
    assert sources_named(tmp_path / "draft.docx") == [
        ("The pier of Ostwick cost $19 m", ("works",)),
        ("The pier of Ostwick was opened", ("works",)),
        ("The pier of Ostwick is 340 met", ("piers",)),
    ]


def test_links_of_a_page(tmp_path):
    (tmp_path / "draft.html").write_text(PAGE, encoding="utf-8")
    assert sources_named(tmp_path / "draft.html") == [("The pier of Ostwick cost $19 m", ("works",))]
