"""What one source supports and another contradicts is disputed, both shown, supporters first. Rows of no dispute come first."""

import csv
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from compare.drafting.model import Stance
from compare.jobs.draft import check_draft
from compare.search.index import Index
from tests.conftest import corpus
from tests.test_draft_facts import assert_whole
from tests.test_drafts import draft_of

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "disputed.csv").open(encoding="utf-8", newline="")))
COST = Claim("cost", "bridge", Kind.FIGURE, "The bridge of Marl cost 14.6 million euros.", terms=("bridge of Marl",))
BESIDE = (
    "The ferry runs daily. The mill is shut. The council meets on Mondays. The school has a new roof. The inn is old."
)
FOR, AGAINST = (f"The bridge of Marl cost {cost} million euros. {BESIDE}" for cost in ("14.6", "12"))


def facts_of(draft, *texts, claims=()):
    checked = check_draft(draft_of(draft), Index(corpus(*texts)), claims)
    assert_whole(checked)
    return {draft[n.finding.start : n.finding.end]: n.finding for n in checked.facts if n.finding.code != "SRC901"}


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["note"])
def test_cases(row):
    facts = facts_of(row["draft"], row["a"], row["b"])
    assert (row["words"], facts[row["words"]].stance) == (row["words"], Stance(row["stance"]))


@pytest.mark.parametrize("claims", [(), (COST,)], ids=["free", "curated"])
@pytest.mark.parametrize("texts", [[AGAINST] * 7 + [FOR], [AGAINST] + [FOR] * 7], ids=["many against", "many for"])
def test_both_sides_are_shown_and_supporters_first(claims, texts):
    fact = facts_of("The bridge of Marl cost 14.6 million euros.", *texts, claims=claims)["14.6 million euros"]
    assert fact.stance is Stance.DISPUTED
    said = ["14.6" in place.document.text[place.start : place.end] for place in fact.places]
    assert {True, False} == set(said)
    assert said == sorted(said, reverse=True)
    assert fact.message.startswith("the sources differ: ")


def test_a_source_that_the_sentence_names_is_not_disputed_by_another():
    draft = "The bridge of Marl cost 14.6 million euros ([a](a.txt))."
    assert facts_of(draft, FOR, AGAINST)["14.6 million euros"].stance is Stance.SUPPORTED
    draft = "The bridge of Marl cost 14.6 million euros ([b](b.txt))."
    fact = facts_of(draft, FOR, AGAINST)["14.6 million euros"]
    assert fact.stance is Stance.CONTRADICTED
    assert fact.message.endswith("; a agrees with the draft")
