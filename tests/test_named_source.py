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
    assert (fact.stance, fact.message) == (
        Stance.NOT_FOUND,
        "only piers gives it, and not works, which the sentence names",
    )
    free = told("The pier of Ostwick was opened on 3 May 2019.", index)["3 May 2019"]
    assert free.stance is Stance.SUPPORTED


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
