"""Every check by its table of cases, `tests/cases/<name>.csv`, and the registry itself.

A row: a claim (kind, statement, expected, positions, terms), a source (passage, published), and what the check must answer:
its stance and value, both empty where it must stay silent. ` | ` parts the passages of one source.
"""

import csv
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from claims.rows import parse_positions, parse_terms
from compare.checks import all_checks
from compare.decide.claim import compare_claim
from compare.evidence.model import Answer
from compare.facts.asked_claim import ask
from compare.search.index import Index, propose
from seeds.corpus import Corpus
from tests.conftest import document, index_of

CASES = Path(__file__).parent / "cases"
COLUMNS = "kind statement expected positions terms passage published stance value note".split()


def rows(name):
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cases(with_read):
    return list(_cases(with_read))


def _cases(with_read):
    for check in all_checks():
        if bool(check.read) is with_read and (check.read or check.outliers):
            for number, row in enumerate(rows(check.name), start=2):
                yield pytest.param(check, row, id=f"{check.name}:{number}")


def claim_of(row):
    positions, terms = parse_positions(row["positions"]), parse_terms(row["terms"])
    return Claim("case", "case", Kind(row["kind"]), row["statement"], row["expected"], positions, terms)


@pytest.mark.parametrize(("check", "row"), cases(with_read=True))
def test_reads(check, row):
    index = index_of(row["passage"], row["published"])
    question = ask(claim_of(row), index.weights, index.unknown_weight)
    proposals = propose(question, index)
    question = question.about(p.entry.passage for p in proposals)
    answers = [(answer, p) for p in proposals if isinstance(answer := check.read(question, p), Answer)]
    got = [(str(answer.stance), answer.value) for answer, _ in answers[:1]] or [("", "")]
    assert got == [(row["stance"], row["value"])], row["note"]
    for answer, proposal in answers:
        (start, end), focus = proposal.show(answer.start, answer.end)
        assert start <= focus[0] < focus[1] <= end <= len(proposal.entry.document.text)


@pytest.mark.parametrize(("check", "row"), cases(with_read=False))
def test_outliers(check, row):
    source = document(row["passage"].replace(" | ", "\n\n"), published=row["published"])
    corpus = Corpus("test", (source,))
    comparison = compare_claim(claim_of(row), Index(corpus), corpus.documents)
    found = check.outliers(comparison.testimonies[0].evidence)
    assert [e.answer.value for e in found] == [v for v in row["value"].split("; ") if v], row["note"]


ASKED = "The council of Ostwick asked for the closure of the Ferry Board."
FRAMED = [
    (ASKED, "The council of Ostwick has asked for the closure of the Ferry Board.", "single-source"),
    (ASKED, f"{ASKED} The council of Ostwick agreed to the closure of the Ferry Board.", "framing-difference"),
    (ASKED, f"{ASKED} The council of Ostwick planned the closure of the Ferry Board.", "framing-difference"),
    (
        "In May 2021 the council reinstated the lease of Pier Nine.",
        "In May 2021 the council reinstated the lease of Pier Nine. In May 2021 the council suspended the lease of Pier Nine.",
        "internal-inconsistency",
    ),
]


@pytest.mark.parametrize(("statement", "text", "verdict"), FRAMED)
def test_a_plan_or_request_beside_the_deed_is_a_framing_and_another_deed_a_value(statement, text, verdict):
    source = document(text)
    corpus = Corpus("test", (source,))
    claim = Claim("case", "case", Kind.STATUS, statement)
    assert compare_claim(claim, Index(corpus), corpus.documents).verdict == verdict


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_each_check_documents_itself(check):
    first = check.explanation.splitlines()[0]
    assert first.endswith("?"), "the docstring begins with the question the check asks"
    assert check.explanation.count("\n") >= 3, "and says what agrees, what differs and what it cannot see"
    assert check.code.startswith("SRC")
    assert len(check.code) == 6


@pytest.mark.parametrize("check", [c for c in all_checks() if c.read or c.outliers], ids=lambda check: check.code)
def test_each_check_has_cases_that_stay_silent_first(check):
    table = rows(check.name)
    assert list(table[0]) == COLUMNS
    silent = [not row["stance"] and not row["value"] for row in table]
    assert silent == sorted(silent, reverse=True), "rows that must stay silent come first"
    assert sum(silent) >= 3
    assert len(silent) - sum(silent) >= 3


def test_codes_are_given_once():
    codes = [check.code for check in all_checks()]
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes)


def test_every_kind_of_claim_has_a_check():
    assert {kind for check in all_checks() for kind in check.kinds} == set(Kind)
