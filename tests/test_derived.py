"""Derived figures: what a draft worked out itself is worked out again of the figures of one source. Rows to stay silent come first."""

import csv
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from compare.checks.derived import CODE
from compare.drafting.model import HARD, Stance
from compare.jobs.draft import check_draft
from compare.search.index import Index
from reports.drafts.fixing import corrections
from tests.conftest import corpus
from tests.test_draft_facts import assert_whole
from tests.test_drafts import draft_of

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "derived.csv").open(encoding="utf-8", newline="")))
BESIDE = "\n\nThe ferry runs daily. The mill is shut. The council meets on Mondays. The school has a new roof. The inn is old."


def fact_of(row):
    checked = check_draft(
        draft_of(row["draft"]), Index(corpus(*(text + BESIDE for text in (row["a"], row["b"]) if text)))
    )
    assert_whole(checked)
    found = [n.finding for n in checked.facts if row["draft"][n.finding.start : n.finding.end] == row["words"]]
    assert found, [row["draft"][n.finding.start : n.finding.end] for n in checked.facts]
    return found[0]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["note"])
def test_cases(row):
    fact = fact_of(row)
    if not row["stance"]:
        assert fact.code != CODE, fact.message
        assert fact.stance not in (Stance.SUPPORTED, *HARD)
        return
    assert (fact.code, fact.stance, row["says"] in fact.message) == (CODE, row["stance"], True), fact
    if fact.stance is not Stance.NOT_CHECKABLE:
        assert len({place.document.source.id for place in fact.places}) == 1
        assert all(place.document.text[slice(*place.focus)][0].isdigit() for place in fact.places)


ROOMS = "The museum of Marl has 9 rooms in the north wing and 8 rooms in the south wing."
ALL = "The museum of Marl has 17 rooms in all."


def test_a_curated_claim_takes_its_place():
    claim = Claim("rooms", "m", Kind.FIGURE, "The museum of Marl has 18 rooms in all.", terms=("museum of Marl",))
    told = f"{ROOMS}{BESIDE}\n\nThe museum of Marl has 18 rooms in all."
    checked = check_draft(draft_of(ALL), Index(corpus(told)), (claim,))
    assert_whole(checked)
    (fact,) = (n.finding for n in checked.facts if n.finding.code in (CODE, "SRC102"))
    assert (fact.claim, fact.stance) == ("rooms", "contradicted")


def test_the_named_source_must_hold_the_figures():
    texts = [ROOMS + BESIDE, f"The inn has 12 rooms.{BESIDE}"]
    for named, stance in (("a", "supported"), ("b", "not-checkable")):
        checked = check_draft(draft_of(f"{ALL[:-1]} ([x]({named}.txt))."), Index(corpus(*texts)))
        (fact,) = (n.finding for n in checked.facts if n.finding.code in (CODE, "SRC102"))
        assert fact.stance == stance, fact.message


def test_the_place_of_every_operand_is_shown(desk):
    run = desk(
        {
            "sources/a.txt": ROOMS + BESIDE,
            "draft.md": ALL,
            "claims.csv": "id,topic,kind,statement\nz,z,date,It shut in 1911.\n",
        }
    )
    told = run(
        "draft", "draft.md", "--seeds", "sources", "--claims", "claims.csv", "--why", "--show", "supported"
    ).output
    assert (
        "SRC103 derived: supported: worked out of figures of a: 9 rooms and 8 rooms make 17 rooms (a, line 1)" in told
    )
    assert "a, line 1: The museum of Marl has [9 rooms] in the north wing" in told
    assert "and [8 rooms] in the south wing" in told
    assert "it was worked out, and comes out of figures that a source gives of the same" in told


def test_operands_are_offered_as_no_correction():
    checked = check_draft(
        draft_of("The visitors of the museum of Marl rose by 21 percent."),
        Index(corpus(f"The visitors of the museum of Marl rose from 100 to 112.{BESIDE}")),
    )
    (fact,) = (n.finding for n in checked.facts if n.finding.code == CODE)
    assert fact.stance is Stance.CONTRADICTED
    assert corrections(fact, "21 percent") == ()
