"""A draft as a Word file with comments: at the right words, the text as it was, what people wrote kept, no comment twice."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from reports.cli import main
from reports.drafts.word.cutting import cut
from seeds.readers.word import read
from seeds.readers.word_letters import spots

SOURCE = (
    "The pier of Ostwick opened on 3 May 2019. The pier of Ostwick cost $19 million. "
    "The harbour wall of Ostwick is 90 metres long. The lighthouse of Ostwick was lit on 4 June 1931. "
    "The ferry of Ostwick carries 240 passengers.\n"
)
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def article(path):
    """Headings, a fact with bold words inside, a table, a footnote, a person's comment, tracked changes, a link's text."""
    document = docx.Document()
    document.add_heading("A day in Ostwick", 1)
    line = document.add_paragraph("The pier of Ostwick opened on ")
    line.add_run("3 M").bold = True
    line.add_run("ay 2018").italic = True
    end = line.add_run(", and people came.")
    end._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    document.add_comment(line.runs[0], text="Call the mayor.", author="Ada", initials="A")
    changed = document.add_paragraph("The pier of Ostwick cost ")
    changed._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="91" w:author="Ada"><w:r><w:delText>$18 million</w:delText></w:r></w:del>'
        )
    )
    changed._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="92" w:author="Ada"><w:r><w:t>$17 million</w:t></w:r></w:ins>')
    )
    changed.add_run(".")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        table._cells, ["What", "Of it", "Wall", "The harbour wall of Ostwick is 75 metres long."], strict=True
    ):
        cell.text = words
    document.add_paragraph("The ferry of Ostwick carries 240 passengers.")
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>'
        "The lighthouse of Ostwick was lit on 4 June 1932.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"), NOTES, notes.encode(), document.part.package
    )
    document.part.relate_to(part, FOOTNOTES)
    document.save(path)


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.setenv("SOURCECHECK_CACHE", "")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "paper.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "claims.csv").write_text(
        "id,topic,kind,statement\nlong,town,figure,The tower of Almsby is 12 metres tall.\n", encoding="utf-8"
    )
    (tmp_path / "sourcecheck.toml").write_text('claims = "claims.csv"\nseeds = "sources"\n', encoding="utf-8")
    article(tmp_path / "article.docx")

    def call(*arguments):
        return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)

    return call


def comments(path):
    """Of each comment its author, its words, and the words of the file between its marks."""
    document = docx.Document(path)
    found = []
    for comment in document.comments:
        inside, words = False, ""
        for element in document.element.body.iter():
            number = element.get(qn("w:id")) == str(comment.comment_id)
            if element.tag in (qn("w:commentRangeStart"), qn("w:commentRangeEnd")) and number:
                inside = element.tag == qn("w:commentRangeStart")
            words += (element.text or "") if inside and element.tag == qn("w:t") else ""
        found.append((comment.author, comment.text, words))
    return found


def text_of(path):
    return read(Path(path), Path(path).read_bytes()).text


def test_each_finding_is_a_comment_at_its_words_and_the_text_is_as_it_was(run):
    before = text_of("article.docx")
    result = run("draft", "article.docx", "--out", "marked.docx")
    assert result.exit_code == 1, result.output
    assert text_of("marked.docx") == before
    found = comments("marked.docx")
    assert [author for author, _, _ in found].count("Ada") == 1
    marked = {words: text for author, text, words in found if author == "sourcecheck"}
    assert {"3 May 2018", "$17 million", "75 metres"} <= set(marked), marked
    assert "3 May 2019" in marked["3 May 2018"]
    assert "paper, line 1" in marked["3 May 2018"]
    assert any("1931" in text for words, text in marked.items() if not words), "the footnote's, at its mark"


def test_formatting_and_tracked_changes_stay(run):
    run("draft", "article.docx", "--out", "marked.docx")
    document = docx.Document("marked.docx")
    bold = "".join(r.text for p in document.paragraphs for r in p.runs if r.bold)
    italic = "".join(r.text for p in document.paragraphs for r in p.runs if r.italic)
    assert (bold, italic) == ("3 M", "ay 2018")
    xml = document.element.xml
    assert "$18 million</w:delText>" in xml
    assert re.search(r"<w:ins\b", xml)
    assert "Heading" in document.paragraphs[0].style.name


def test_a_second_run_replaces_what_the_first_said(run):
    run("draft", "article.docx", "--out", "marked.docx")
    run("draft", "marked.docx", "--out", "again.docx")
    assert sorted(comments("again.docx")) == sorted(comments("marked.docx"))
    run("draft", "article.docx", "--out", "twin.docx")
    assert Path("twin.docx").read_bytes() == Path("marked.docx").read_bytes()


def test_what_is_supported_is_shown_when_asked_for(run):
    run("draft", "article.docx", "--out", "plain.docx")
    run("draft", "article.docx", "--out", "full.docx", "--show-supported")
    assert len(comments("full.docx")) > len(comments("plain.docx"))
    assert any("supported" in text and words == "240 passengers" for _, text, words in comments("full.docx"))


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_a_draft_of_another_format_becomes_a_word_file(run, name):
    words = "The pier of Ostwick opened on 3 May 2018. The ferry of Ostwick carries 240 passengers."
    Path(name).write_text(f"<p>{words}</p>" if name.endswith("html") else f"{words}\n", encoding="utf-8")
    run("draft", name, "--out", "marked.docx")
    assert text_of("marked.docx").strip() == words
    assert [words for _, _, words in comments("marked.docx")] == ["3 May 2018"]


def locked(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0 locked")


def damaged(path):
    path.write_bytes(path.read_bytes()[:2000])


@pytest.mark.parametrize(("spoil", "told"), [(locked, "locked"), (damaged, "damaged")])
def test_a_file_that_cannot_be_read_is_one_line(run, tmp_path, spoil, told):
    spoil(tmp_path / "article.docx")
    result = run("draft", "article.docx", "--out", "marked.docx")
    assert result.exit_code == 2
    assert told in result.output
    assert result.output.count("\n") == 1
    assert not Path("marked.docx").exists()


def test_a_strict_file_is_marked_as_one_of_the_common_form(run, tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(tmp_path / "article.docx") as archive, zipfile.ZipFile(out, "w") as strict:
        for name in archive.namelist():
            common, own = (
                b"http://schemas.openxmlformats.org/officeDocument/2006/",
                b"http://purl.oclc.org/ooxml/officeDocument/",
            )
            strict.writestr(name, archive.read(name).replace(common, own))
    (tmp_path / "strict.docx").write_bytes(out.getvalue())
    run("draft", "strict.docx", "--out", "marked.docx")
    assert "3 May 2018" in [words for _, _, words in comments("marked.docx")]


def test_the_draft_is_never_written_over(run):
    before = Path("article.docx").read_bytes()
    assert run("draft", "article.docx", "--out", "article.docx").exit_code == 2
    assert Path("article.docx").read_bytes() == before


def test_an_output_that_cannot_be_written_is_one_line(run, tmp_path):
    (tmp_path / "marked.docx").mkdir()
    result = run("draft", "article.docx", "--out", "marked.docx")
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_several_drafts_or_no_output_are_refused(run):
    assert run("draft", "article.docx", "--format", "docx").exit_code == 2
    Path("b.md").write_text("Words.\n", encoding="utf-8")
    assert run("draft", "article.docx", "b.md", "--out", "marked.docx").exit_code == 2


def test_every_letter_of_a_text_has_its_place(tmp_path):
    article(tmp_path / "article.docx")
    text = text_of(tmp_path / "article.docx")
    placed = spots(docx.Document(tmp_path / "article.docx"), parse_xml, text)
    missing = {char for at, char in enumerate(text) if at not in placed and not char.isspace()}
    assert missing <= {"|"}


def test_a_run_is_cut_with_its_other_content():
    run = parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:b/></w:rPr><w:t>one two</w:t><w:tab/><w:t xml:space="preserve"> three</w:t></w:r>'
    )
    parent = parse_xml(f"<w:p {nsdecls('w')}/>")
    parent.append(run)
    starts, runs = cut(run, [4, 8, 99])
    assert starts == [0, 4, 8]
    assert ["".join("\t" if c.tag == qn("w:tab") else c.text or "" for c in r) for r in runs] == [
        "one ",
        "two\t",
        " three",
    ]
    assert all(r.find(qn("w:rPr")) is not None for r in runs)
    assert list(parent) == runs


def resolved(path, accept):
    """The words of a file's body with this program's changes accepted or rejected, and people's accepted."""
    words = []
    for paragraph in docx.Document(path).element.body.iter(qn("w:p")):
        line = ""
        for element in paragraph.iter(qn("w:t"), qn("w:delText")):
            change = next((e for e in element.iterancestors() if e.tag in (qn("w:ins"), qn("w:del"))), None)
            ours = change is not None and change.get(qn("w:author")) == "sourcecheck"
            kept = change is None or (change.tag == qn("w:ins")) == (accept if ours else True)
            line += (element.text or "") if kept else ""
        words.append(line)
    return words


def test_suggestions_are_tracked_changes_that_can_be_taken_or_left(run):
    result = run("draft", "article.docx", "--out", "marked.docx", "--suggest")
    assert result.exit_code == 1, result.output
    before = resolved("article.docx", True)
    assert resolved("marked.docx", False) == before, "rejected, the draft is as it was"
    after = resolved("marked.docx", True)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        (
            "The pier of Ostwick opened on 3 May 2018, and people came.",
            "The pier of Ostwick opened on 3 May 2019, and people came.",
        ),
        ("The harbour wall of Ostwick is 75 metres long.", "The harbour wall of Ostwick is 90 metres long."),
    ]
    marked = {words: text for author, text, words in comments("marked.docx") if author == "sourcecheck"}
    assert any("3 May 2019" in words for words in marked), "the comment stands over the change"
    document = docx.Document("marked.docx")
    inserted = [e for e in document.element.body.iter(qn("w:ins")) if e.get(qn("w:author")) == "sourcecheck"]
    assert all(r.find(qn("w:rPr")) is not None for e in inserted[:1] for r in e), "as bold as what it stands for"
    numbers = [e.get(qn("w:id")) for e in document.element.body.iter(qn("w:ins"), qn("w:del"))]
    assert len(numbers) == len(set(numbers))


def test_words_in_somebodys_change_or_a_note_are_left_to_the_comment(run):
    run("draft", "article.docx", "--out", "marked.docx", "--suggest")
    xml = docx.Document("marked.docx").element.xml
    assert "$17 million</w:t>" in xml
    assert "$17 million</w:delText>" not in xml
    assert "1931" not in xml


def test_suggestions_that_are_taken_leave_nothing_to_find(run, tmp_path):
    (tmp_path / "draft.md").write_text(
        "The pier of Ostwick opened on 3 May 2018.\n\nThe ferry of Ostwick carries 250 passengers.\n", encoding="utf-8"
    )
    run("draft", "draft.md", "--out", "marked.docx", "--suggest")
    again = run("draft", "marked.docx")
    assert again.exit_code == 0, again.output
    first = Path("marked.docx").read_bytes()
    run("draft", "draft.md", "--out", "marked.docx", "--suggest")
    assert Path("marked.docx").read_bytes() == first


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("The pier of Ostwick opened on 3 May 2018.", "3 May 2019"),
        ("The pier of Ostwick opened in 2018.", ""),
        ("The pier of Ostwick cost $25 million.", "$19 million"),
        ("The pier of Ostwick did not open on 3 May 2019.", ""),
        ("The lighthouse of Ostwick was lit on 4 June 1931.", ""),
    ],
)
def test_only_what_can_stand_there_is_suggested(run, tmp_path, text, suggestion):
    (tmp_path / "draft.md").write_text(f"{text}\n", encoding="utf-8")
    run("draft", "draft.md", "--out", "marked.docx", "--suggest")
    found = docx.Document("marked.docx").element.body.iter(qn("w:ins"))
    assert ["".join(t.text for t in e.iter(qn("w:t"))) for e in found] == [suggestion] * bool(suggestion)


def test_suggestions_need_a_word_file(run):
    for more in ((), ("--format", "json"), ("--out", "x.xlsx"), ("--format", "footnotes", "--out", "x.docx")):
        result = run("draft", "article.docx", "--suggest", *more)
        assert result.exit_code == 2
        assert "give --out FILE.docx" in result.output
