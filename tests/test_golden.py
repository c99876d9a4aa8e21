"""What must come out again: the hand-checked verdicts on both corpora, and the reports and JSON readers know."""

import csv
import io
from pathlib import Path

import pytest

from claims.tables import TOPICS, read_claims
from compare.evidence.model import Stance, Verdict
from compare.jobs.claims import compare
from reports.as_json import to_json
from reports.as_markdown import markdown, to_markdown
from reports.as_table import to_csv
from reports.report import topic
from reports.topics import topic_reports
from tests.conftest import corpus

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def claims():
    return read_claims(TOPICS)


@pytest.fixture(scope="session")
def on_digests(claims, digests):
    return compare(claims, digests)


@pytest.fixture(scope="session")
def on_originals(claims, originals):
    return compare(claims, originals)


def recorded():
    with (GOLDEN / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: (row["verdict"], row["flags"]) for row in csv.DictReader(file)}


def verdicts(result):
    return {c.claim.id: (str(c.verdict), " ".join(c.flags)) for c in result.comparisons}


def test_the_digests_give_the_verdicts_checked_by_hand(on_digests):
    assert verdicts(on_digests) == recorded()


def test_the_originals_give_the_verdicts_checked_by_hand(on_originals):
    assert verdicts(on_originals) == recorded()


def comparison(result, claim):
    return next(c for c in result.comparisons if c.claim.id == claim)


@pytest.mark.parametrize("which", ["on_digests", "on_originals"])
def test_the_waiver_of_august_2025_is_framed_differently(which, request):
    found = comparison(request.getfixturevalue(which), "907-august-2025")
    said = {t.document.source.id: set(t.values) for t in found.testimonies}
    assert found.verdict is Verdict.FRAMING_DIFFERENCE
    assert {"extended", "restrictions lifted"} <= said["000"]
    assert {"reinstated", "annulment agreed", "annulment only recommended"} <= said["001"]
    assert said["002"] == {"obstacle still to overcome"}
    assert "suspended" in said["003"]
    assert found.testimonies[4].stance is Stance.SILENT


@pytest.mark.parametrize("which", ["on_digests", "on_originals"])
def test_the_visit_dated_2028_is_a_probable_typo(which, request):
    found = comparison(request.getfixturevalue(which), "visit-august-2025")
    assert found.verdict is Verdict.PROBABLE_TYPO
    slip = next(e for t in found.testimonies for e in t.evidence if e.answer.suspect)
    assert slip.answer.value == "7–8 August 2028"
    assert slip.document.source.id == "001"
    if which == "on_originals":
        assert slip.document.line(slip.focus[0]) == 3233
    else:
        assert slip.passage.original_lines == (3231, 3233)


def test_every_place_shows_the_source_s_own_words(on_originals):
    for c in on_originals.comparisons:
        for t in c.testimonies:
            for e in t.evidence:
                assert e.start <= e.focus[0] < e.focus[1] <= e.end
                assert e.exact.strip() == e.exact


def small():
    """A small corpus with one claim of every verdict."""
    claims = read_claims(Path(__file__).parent / "cases" / "pier-claims.csv")
    a = "The pier opened on 3 May 2019. It cost nearly $19 million. The town sold the pier to Marlow. The pier is 340 metres long."
    b = "The pier opened in 2018. It is said that the pier cost $18.9 million. The town leased the pier to Marlow. “A pier for all.”"
    c = "The pier of Ostwick is a wonder.\n\nThe pier is 340 metres long, but further on the pier is 352 metres long."
    return compare(claims, corpus(a, b, c, published="2020-06"))


def test_small_json(golden):
    golden("small.json", to_json(small()))


def test_small_csv(golden):
    golden("small.csv", to_csv(small()))


def test_small_report(golden):
    golden("small.md", to_markdown(small(), full=True))


@pytest.mark.parametrize("name", ["section-907", "visits-and-meetings"])
def test_reports_on_the_digests(golden, on_digests, name):
    report = next(r for r in topic_reports(on_digests) if r.topic == name)
    golden(f"{name}.md", markdown(topic.blocks(on_digests, report), linked=True))


def test_the_table_of_verdicts_is_whole_and_sorted(claims):
    rows = list(csv.DictReader(io.StringIO((GOLDEN / "verdicts.csv").read_text(encoding="utf-8"))))
    assert [row["id"] for row in rows] == sorted(claim.id for claim in claims)
    for row in rows:
        flags = row["flags"].split()
        assert flags[0] == row["verdict"]
        assert set(flags) <= set(Verdict)
