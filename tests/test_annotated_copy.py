"""The annotated copy: a note behind every supported fact, in Markdown and in Word, and the draft's own text untouched but for it."""

import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from compare.evidence.place import Place
from reports.cli import main
from reports.drafts.annotated.notes import MOST_WORDS, quoted
from seeds.readers.word import read
from tests.conftest import document
from tests.test_draft_word import SOURCE, article

CLAIMS = "id,topic,kind,statement\nlong,town,figure,The tower of Almsby is 12 metres tall.\n"
RIGHT = (
    "# Ostwick\n\nThe pier of Ostwick opened on **3 May 2019**. The harbour wall of Ostwick is [90 metres](http://x.org/a) long.[^1]\n\n"
    "The pier of Ostwick cost $25 million.\n\n[^1]: The ferry of Ostwick carries 240 passengers.\n"
)
MARK = re.compile(r"\[\^\d+\](?!:)")


@pytest.fixture
def desk(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.setenv("SOURCECHECK_CACHE", "")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "paper.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "sourcecheck.toml").write_text('claims = "claims.csv"\nseeds = "sources"\n', encoding="utf-8")
    (tmp_path / "draft.md").write_text(RIGHT, encoding="utf-8")
    article(tmp_path / "article.docx")
    return tmp_path


def run(*arguments, code=None, **options):
    result = CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False, **options)
    assert code is None or result.exit_code == code, result.output
    return result.output


def notes_of(path):
    """The notes of a Word file, by number, and the words before each call in its body."""
    word = docx.Document(path)
    (part,) = (r.target_part for r in word.part.rels.values() if r.reltype.endswith("/footnotes"))
    notes = {n.get(qn("w:id")): "".join(t.text or "" for t in n.iter(qn("w:t"))) for n in parse_xml(part.blob)}
    called = {}
    for paragraph in word.element.body.iter(qn("w:p")):
        words = ""
        for element in paragraph.iter():
            words += (element.text or "") if element.tag == qn("w:t") else ""
            if element.tag == qn("w:footnoteReference"):
                called[element.get(qn("w:id"))] = words
    return notes, called


def test_a_note_stands_behind_each_supported_fact(desk):
    text = run("draft", "draft.md", "--format", "footnotes", code=1)
    body, _, notes = text.partition("\n\n[^2]: ")
    assert "opened on **3 May 2019**[^" in body
    assert re.search(r"is \[90 metres\]\(http://x\.org/a\)\[\^\d+\] long", body)
    assert "$25 million." in body, "what is contradicted has no note"
    assert "paper, line 1: “" in notes
    assert "The pier of Ostwick opened on 3 May 2019. “" not in notes


def test_but_for_the_notes_the_text_is_the_drafts_own(desk):
    text = run("draft", "draft.md", "--format", "footnotes")
    own = text[: text.index("\n[^2]: ")]
    assert MARK.sub("", own).rstrip() == MARK.sub("", RIGHT).rstrip()
    assert "long[^" in own
    assert ".[^1]" in own


def test_numbers_that_are_taken_are_left_out_and_each_note_is_called_once(desk):
    text = run("draft", "draft.md", "--format", "footnotes")
    called, noted = re.findall(r"\[\^(\d+)\](?!:)", text), re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert sorted(called) == sorted(noted) == sorted(set(noted))


@pytest.mark.parametrize("name", ["draft.txt", "draft.html"])
def test_other_formats_become_markdown(desk, name):
    page = "<h1>Ostwick</h1><p>The pier of <b>Ostwick</b> opened on 3 May 2019.</p><ul><li>* It is [1] old.</ul>"
    Path(name).write_text(page if name.endswith("html") else re.sub("<[^>]*>", "", page), encoding="utf-8")
    text = run("draft", name, "--format", "footnotes", "--out", "copy.md") and Path("copy.md").read_text(
        encoding="utf-8"
    )
    assert "3 May 2019[^" in text
    assert "“The pier of Ostwick opened on 3 May 2019.” " not in text
    if name.endswith("html"):
        assert text.startswith("# Ostwick")
        assert r"\* It is" in text


def test_word_files_get_footnotes_and_keep_their_own(desk):
    before = read(Path("article.docx"), Path("article.docx").read_bytes()).text
    run("draft", "article.docx", "--format", "footnotes", "--out", "copy.docx", code=1)
    notes, called = notes_of("copy.docx")
    assert notes["2"].startswith("The lighthouse of Ostwick"), "the writer's own note stays"
    assert set(called) <= set(notes)
    assert any(words.endswith("240 passengers") for words in called.values())
    assert all("paper, line 1: “" in notes[number] for number in called if number != "2")
    after = read(Path("copy.docx"), Path("copy.docx").read_bytes()).text
    lines = [line for line in after.splitlines() if not line.startswith("paper, line 1")]
    assert [line for line in lines if line] == [line for line in before.splitlines() if line]
    assert not any(comment.author == "sourcecheck" for comment in docx.Document("copy.docx").comments)


def test_a_draft_in_markdown_becomes_a_word_file_with_footnotes(desk):
    run("draft", "draft.md", "--format", "footnotes", "--out", "copy.docx", code=1)
    notes, called = notes_of("copy.docx")
    assert {"-1", "0"} <= set(notes), "the lines that part notes from text"
    assert any(words.endswith("3 May 2019") for words in called.values())
    first = Path("copy.docx").read_bytes()
    run("draft", "draft.md", "--format", "footnotes", "--out", "copy.docx")
    assert Path("copy.docx").read_bytes() == first


def test_a_draft_without_a_supported_fact_is_given_as_it_is(desk):
    Path("draft.md").write_text("Nobody knows.\n", encoding="utf-8")
    assert run("draft", "draft.md", "--format", "footnotes", code=0) == "Nobody knows.\n"


def test_wrong_arguments(desk):
    assert "holds one draft" in run("draft", "draft.md", "article.docx", "--format", "footnotes", code=2)
    assert "is, or lies in, what is read" in run(
        "draft", "draft.md", "--format", "footnotes", "--out", "draft.md", code=2
    )
    assert "--why goes with" in run("draft", "draft.md", "--format", "footnotes", "--why", code=2)


@pytest.mark.parametrize("at", [0, 13, 29, 30, 59])
def test_a_note_quotes_twenty_words_at_most_round_those_that_count(at):
    words = [f"word{n}" for n in range(60)]
    text = " ".join(words)
    start = text.index(words[at])
    place = Place(document(text), 0, len(text), (start, start + len(words[at])), "x")
    shown = [word for word in quoted(place).split() if word != "…"]
    assert len(shown) == MOST_WORDS
    assert words[at] in shown
    assert " ".join(shown) in text
    whole = Place(document(text), 0, len(text), (0, len(text)), "x")
    assert quoted(whole) == f"{' '.join(words[:MOST_WORDS])} …"
    inside = Place(document("A (90-metre) wall."), 0, 18, (3, 5), "90")
    assert quoted(inside) == "A (90-metre) wall."


def test_a_word_file_with_broken_notes_is_one_line(desk):
    word = docx.Document("article.docx")
    (part,) = (r.target_part for r in word.part.rels.values() if r.reltype.endswith("/footnotes"))
    part._blob = part.blob.replace(b'w:id="2"', b'w:id="two"')
    word.save("broken.docx")
    told = run("draft", "broken.docx", "--format", "footnotes", "--out", "copy.docx", code=2)
    assert told.count("\n") == 1
    assert not Path("copy.docx").exists()
