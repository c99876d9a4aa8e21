"""Drafts checked against a small corpus: outcomes by a table of cases, then ids, comments, baselines and what is remembered."""

import csv
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from compare.drafting.model import Stance
from compare.jobs.draft import Draft, against, check_draft
from compare.search.index import Index
from compare.stating.sentences import MAX_WORDS
from seeds.corpus import Corpus
from seeds.prose import read_prose
from tests.conftest import corpus, document

CASES = Path(__file__).parent / "cases" / "drafts.csv"
PIER = (
    "The pier of Ostwick was opened on 3 May 2019 by the mayor, Anna Brandt. It is 340 metres long. It cost nearly $19 million, "
    "$18.9 million by the last count. “We shall never close the pier of Ostwick,” said Anna Brandt.\n\n"
    "The ferry of Ostwick began to run in 1991.\n"
)
GUIDE = "The pier of Ostwick is 340 metres long. The ferry of Ostwick began to run in 1993.\n"
WRONG = "The pier of Ostwick was opened on 3 May 2018."


@pytest.fixture(scope="module")
def index():
    return Index(corpus(PIER, GUIDE))


def draft_of(text, name="draft.md"):
    prose = read_prose(Path(name), text.encode())
    return Draft(name, prose.document, prose.comments, prose.skipped)


def findings(text, index, name="draft.md", claims=()):
    checked = check_draft(draft_of(text, name), index, claims)
    return [n for n in checked.noted if n.finding.stance is not Stance.SUPPORTED]


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["note"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("row", rows())
def test_cases(row, index):
    found = [n.finding for n in findings(row["draft"], index)]
    hard = [f for f in found if f.stance is not Stance.NOT_CHECKABLE]
    if not row["stance"]:
        assert [(f.stance, f.message) for f in hard if f.stance is not Stance.NOT_FOUND] == []
        return
    assert [(f.stance, row["draft"][f.start : f.end]) for f in hard[:1]] == [(row["stance"], row["words"])]
    assert row["value"] in (hard[0].value, "")
    assert len(hard) == 1 or {f.value for f in hard} == {row["value"]}


def test_every_place_shows_the_sources_own_words(index):
    for row in rows():
        for noted in findings(row.values[0]["draft"], index):
            for place in noted.finding.places:
                assert place.document.text[place.start : place.end]
                assert place.start <= place.focus[0] < place.focus[1] <= place.end


def test_ids_survive_edits_elsewhere_and_new_line_breaks(index):
    (alone,) = findings(WRONG, index)
    moved = findings(f"# Heading\n\nSomething else entirely.\n\n{WRONG.replace(' on ', chr(10) + 'on ')}\n", index)
    assert [n.id for n in moved if n.finding.code == "SRC101"] == [alone.id]
    other = findings(WRONG.replace("opened", "closed"), index)
    assert alone.id not in [n.id for n in other]


def test_a_sentence_that_stands_twice_has_two_ids(index):
    ids = [n.id for n in findings(f"{WRONG}\n\n{WRONG}\n", index)]
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- sourcecheck: ignore SRC101 checked by phone -->\n{WRONG}",
        f"<!-- sourcecheck: ignore SRC101 checked by phone -->\n\n{WRONG}",
        f"{WRONG} <!-- sourcecheck: ignore SRC1 checked by phone -->",
        f"<!-- SourceCheck: ignore SRC202, SRC101 - checked by phone -->\n\n{WRONG}",
    ],
)
def test_a_comment_with_a_reason_silences(text, index):
    (noted,) = findings(text, index)
    assert noted.suppression
    assert noted.suppression.reason == "checked by phone"
    assert not noted.counts


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("ignore SRC101", "gives no reason"),
        ("ignore", "names no code"),
        ("ignore because", "names no code"),
        ("ignore SRC777 because", "no check has the code SRC777"),
    ],
)
def test_a_comment_without_code_or_reason_is_told_and_does_nothing(comment, problem, index):
    checked = check_draft(draft_of(f"<!-- sourcecheck: {comment} -->\n{WRONG}"), index)
    assert [n.counts for n in checked.noted if n.finding.stance is Stance.CONTRADICTED] == [True]
    assert problem in checked.suppressions[0].problem


@pytest.mark.parametrize("where", ["before", "behind", "inside"])
def test_comments_of_html_silence_their_paragraph(where, index):
    comment = "<!-- sourcecheck: ignore SRC101 known -->"
    page = {
        "before": f"<p>A word.</p>{comment}<p>{WRONG}</p>",
        "behind": f"<p>{WRONG} {comment}</p><p>A word.</p>",
        "inside": f"<p>{comment}{WRONG}</p>",
    }[where]
    checked = check_draft(draft_of(page, "draft.html"), index)
    assert [bool(n.suppression) for n in checked.noted if n.finding.stance is Stance.CONTRADICTED] == [True]


def test_a_comment_on_another_paragraph_silences_nothing(index):
    (noted, *_) = findings(f"{WRONG}\n\n<!-- sourcecheck: ignore SRC101 known -->\n\nIt rains.\n", index)
    assert noted.suppression is None


def test_known_findings_are_marked_and_what_is_gone_is_counted(index):
    checked = check_draft(draft_of(WRONG), index)
    marked = against(checked, [n.id for n in checked.noted] + ["gone"])
    assert [n.known for n in marked.noted] == [True] * len(marked.noted)
    assert marked.gone == 1
    assert not any(n.counts for n in marked.noted)


def test_what_is_remembered_is_what_was_found(index):
    memory = {}
    text = f"A first line.\n\n{WRONG} It is 340 metres long.\n\nAnna Brandt said: “We shall always close the pier of Ostwick”.\n"
    first = check_draft(draft_of(text), index, (), None, memory)
    again = check_draft(draft_of(text), index, (), None, memory)
    assert again == first
    moved = check_draft(
        draft_of("Another beginning.\n\n" + text.replace("A first line.\n\n", "")), index, (), None, dict(memory)
    )
    fresh = check_draft(draft_of("Another beginning.\n\n" + text.replace("A first line.\n\n", "")), index)
    assert moved == fresh


def test_memory_is_asked_before_the_index_is_made(index):
    memory = {}
    first = check_draft(draft_of(WRONG), index, (), None, memory)
    unused = Index(corpus(PIER, GUIDE))
    again = check_draft(draft_of(WRONG), unused, (), None, memory)
    assert [n.id for n in again.noted] == [n.id for n in first.noted]
    assert "entries" not in vars(unused)


CLAIM = Claim("ferry", "pier", Kind.DATE, "The ferry of Ostwick began to run in 1991.", "1991", terms=("ferry",))


def test_a_curated_claim_the_sources_disagree_on_is_disputed(index):
    found = findings("The ferry of Ostwick began to run in 1991.", index, claims=(CLAIM,))
    assert [n.finding.stance for n in found] == [Stance.DISPUTED]
    assert {p.document.source.id: p.value for p in found[0].finding.places} == {"a": "1991", "b": "1993"}


def test_sources_that_only_frame_it_otherwise_support_a_draft():
    index = Index(corpus("The Ostwick war broke out.", "The war for the dunes broke out."))
    name = Claim("war", "w", Kind.NAME, "The Ostwick war.", "ostwick", positions=(), terms=("war",))
    assert findings("The Ostwick war broke out.", index, claims=(name,)) == []


def test_an_act_that_excludes_the_drafts_own_disputes_it():
    from claims.model import Position

    positions = (Position("extended", ("extended",)), Position("suspended", ("suspended",)))
    claim = Claim("waiver", "w", Kind.DESCRIPTION, "The mayor extended the waiver.", "extended", positions, ("waiver",))
    index = Index(corpus("The mayor extended the waiver.", "The mayor suspended the waiver."))
    found = [n.finding.stance for n in findings("The mayor extended the waiver.", index, claims=(claim,))]
    assert found == [Stance.DISPUTED]


def test_an_empty_draft_asserts_nothing(index):
    checked = check_draft(draft_of("---\ntitle: none\n---\n\n```\n1991\n```\n"), index)
    assert checked.noted == ()
    assert checked.coverage.sentences == 0


def test_a_word_of_ten_thousand_letters_and_a_list_of_numbers_change_nothing_else(index):
    text = f"{'x' * 10_000} {WRONG} {'y' * 10_000}\n\n{'1 2 3 4 5 6 7 8 9 ' * 200}\n"
    found = [n.finding for n in findings(text, index) if n.finding.stance is Stance.CONTRADICTED]
    assert [text[f.start : f.end] for f in found] == ["3 May 2018"]


def test_a_draft_that_repeats_a_sources_slip_is_told():
    source = document(
        "The visit was on August 8, 2025.\n\nThe visit began on August 8, 2025, at noon.\n\nThe visit of August 8, 2028 was short.\n",
        "a",
        "2025-10",
    )
    claim = Claim("visit", "v", Kind.DATE, "The visit was on 8 August 2025.", "2025-08-08", terms=("visit",))
    found = findings("The visit of August 8, 2028 was short.", Index(Corpus("test", (source,))), claims=(claim,))
    assert [(n.finding.code, n.finding.stance) for n in found] == [("SRC401", Stance.CONTRADICTED)]
    assert found[0].finding.value == "8 August 2025"


def test_of_a_sentence_without_end_the_beginning_is_looked_up_and_the_rest_is_counted(index):
    checked = check_draft(draft_of("The mill cost $19 million and " * 500 + f"that was it. {WRONG}"), index)
    told = [n.finding for n in checked.facts]
    behind = [f for f in told if "longer than is looked up of one" in f.message]
    assert sum(f.code == "SRC102" for f in told) == 500
    assert sum(f.code == "SRC102" for f in behind) in range(250, 500 - MAX_WORDS // 6)
    assert {f.stance for f in behind} == {Stance.NOT_CHECKABLE}
    assert [f.stance for f in told if f.code == "SRC101"] == [Stance.CONTRADICTED]


def test_a_heading_that_is_a_date_only_is_neither_right_nor_wrong(index):
    draft = "# May 2019\n\n## 1993\n\n## The pier in 2019\n\nThe gulls like it.\n"
    facts = [n.finding for n in check_draft(draft_of(draft), index).facts if n.finding.code == "SRC101"]
    assert [f.message.rpartition(": ")[2] for f in facts[:2]] == ["it is all that the heading says"] * 2
    assert {f.stance for f in facts[:2]} == {Stance.NOT_CHECKABLE}
