"""The scan of one document by its table of cases, `tests/cases/contradiction.csv`.

A row: the passages of a document, parted by ` | ` with other sentences between them, or by ` || ` without; the words of two
places that cannot both be right and what they disagree in, empty where the scan must tell nothing.
"""

import csv
from itertools import chain, cycle, islice
from pathlib import Path

import pytest

from bench.contradict import predict
from claims.values import Amount
from compare.facts.folded_passage import entries_of
from compare.jobs.scan import find_contradictions, scan
from compare.scanning.clashes import agree
from compare.scanning.findings import SURE, Severity, gather
from compare.scanning.kinds import Kinds
from compare.scanning.marked_passages import CROWDED
from compare.scanning.marks import is_exact, marks_of
from compare.scanning.pairs import Clash
from compare.scanning.value_places import ValuePlaces
from tests.conftest import document

CASES = Path(__file__).parent / "cases" / "contradiction.csv"
FILLER = (
    "Rain fell on the hills for a week.",
    "A new bakery sells bread with caraway.",
    "Children gathered chestnuts along the river.",
    "The library lends maps and records.",
    "Nobody remembers who painted the gate.",
    "Two storks nest on the old chimney.",
)
BETWEEN = 3
"""How many sentences stand between two passages of a case."""


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(row):
    filler = cycle(FILLER)
    parts = ([part.replace(" || ", "\n\n"), *islice(filler, BETWEEN)] for part in row["text"].split(" | "))
    return "\n\n".join((*FILLER[BETWEEN:], *chain.from_iterable(parts)))


def entry(text):
    return next(entries_of(document(text), {}))


def amounts(first, number):
    return (
        f"The store of Nessby holds {', '.join(f'{first + i} {noun}' for i, noun in zip(range(number), cycle(NOUNS)))}."
    )


NOUNS = ("barrels", "baskets", "benches", "ladders", "lanterns")
VALUES = (
    *("It is 5 km long.", "It is 5,000 metres long.", "It is about 3.1 miles long.", "It is more than 4 km long."),
    *("It costs $40.", "It costs $40 a month.", "It costs nearly $50.", "It costs 40 euros.", "It costs $2 million."),
    *(
        "It costs $2.4 million.",
        "It costs 20 to 30 million dollars.",
        "It costs hundreds of dollars.",
        "It had 40.",
        "It had 41.",
    ),
    *(
        "It has 40 ships.",
        "It has 40 vessels.",
        "It has over 38 ships.",
        "It has 20-60 ships.",
        "It fell by 0 percent.",
    ),
    *(
        "It grew by 5%.",
        "It grew by 5.2 percent.",
        "It grew by half.",
        "It was 30 °C.",
        "It was 86 °F.",
        "It has 41 boats.",
    ),
    *("It was on 4 May 2011.", "It was in May 2011.", "It was in 2011.", "It was in the 2010s.", "It was on 4 May."),
    *(
        "It was on 5 May.",
        "It was since 1990.",
        "It was in 1990-2015.",
        "It was in the 19th century.",
        "It was in 1850.",
    ),
    *(
        "It was on Monday.",
        "It was on Tuesday.",
        "It was at 9:40 pm.",
        "It was at 9:40.",
        "It was at 21:40.",
        "It took 7 days.",
    ),
    *(
        "It took a week.",
        "It took one month.",
        "It has 12 people.",
        "It has a dozen persons.",
        "It lost 3 soldiers.",
        "It lost 3 troops.",
    ),
)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["note"])
def test_finds(row):
    findings = scan(document(text_of(row))).findings
    if not row["clash"]:
        assert findings == ()
        return
    best = findings[0]
    assert best.kind is Clash(row["clash"])
    assert best.severity is Severity(row["severity"])
    places = sorted(best.places, key=lambda place: place.start)
    assert row["first"] in places[0].exact
    assert row["second"] in places[-1].exact


def test_rows_that_must_stay_silent_come_first():
    silent = [not row["clash"] for row in rows()]
    assert silent == sorted(silent, reverse=True)


def test_pairs_that_share_a_place_are_one_finding_with_that_place_first():
    row = next(row for row in rows() if row["note"] == "one place against two")
    (finding,) = scan(document(text_of(row))).findings
    assert [place.value for place in finding.places] == [
        "900 EUR per month",
        "1,200 EUR per month",
        "1,200 EUR per month",
    ]
    assert finding.message.startswith("900 EUR per month here, 1,200 EUR per month in 2 other places")


def test_findings_come_worst_and_surest_first(originals):
    for source in originals.documents:
        result = scan(source)
        assert [f.score for f in result.findings] == sorted((f.score for f in result.findings), reverse=True)
        for finding in result.findings:
            assert finding.severity is (Severity.ERROR if finding.score >= SURE else Severity.WARNING)
            assert len({(place.start, place.end) for place in finding.places}) == len(finding.places) >= 2
            assert all(source.text[place.start : place.end] == place.exact for place in finding.places)
            assert not finding.message.endswith(".")


def test_the_long_report_dates_a_visit_to_a_year_to_come(originals, digests):
    for corpus in (originals, digests):
        finding = next(f for d in corpus.documents for f in scan(d).findings)
        assert finding.severity is Severity.ERROR
        assert "2028" in finding.places[0].exact
        assert all("2025" in place.exact for place in finding.places[1:])


def test_every_pair_has_two_places_a_score_and_a_reason(originals):
    for source in originals.documents:
        pairs = find_contradictions(source)
        assert [p.score for p in pairs] == sorted((p.score for p in pairs), reverse=True)
        for pair in pairs:
            assert pair.first.passage is not pair.second.passage
            assert 0 < pair.score <= 100
            assert 0 <= pair.first.start < pair.first.end <= len(source.text)
            assert pair.reason
            assert not pair.reason.endswith(".")


def test_what_is_not_compared_is_counted():
    crowded = scan(document("\n\n".join((*FILLER, amounts(20, CROWDED + 1), amounts(21, CROWDED + 1)))))
    assert len(crowded.skipped.crowded) == 2
    assert crowded.findings == ()
    fewer = scan(document("\n\n".join((*FILLER, amounts(20, CROWDED), amounts(21, CROWDED)))))
    assert fewer.skipped.crowded == ()


def test_pairs_too_unsure_to_tell_are_counted():
    text = text_of(next(row for row in rows() if row["note"] == "two years"))
    result = scan(document(text))
    assert result.findings == ()
    assert result.skipped.weaker == len(find_contradictions(document(text))) == 1
    assert gather(find_contradictions(document(text))) == ()


def test_an_empty_document_says_nothing():
    assert scan(document("")).findings == find_contradictions(document("")) == ()


def test_values_that_agree_are_found_under_a_key_they_share():
    """The slow way, each value held against every other, is the oracle of the quick one."""
    marks = [mark for text in VALUES for mark in marks_of(entry(text))]
    values = ValuePlaces([[mark] for mark in marks], Kinds())
    for mark in marks:
        slow = {number for number, other in enumerate(marks) if agree(mark.value, other.value)}
        assert values.holders(mark.value) == slow, mark.text
        assert values.exact_holders(mark.value) == {number for number in slow if is_exact(marks[number].value)}


def test_a_value_is_held_against_those_of_its_kind_and_size_only():
    kinds = Kinds()
    keys = [set(kinds.keys(Amount(7 * i, 7 * i, noun))) for i, noun in zip(range(1, 201), cycle(NOUNS), strict=False)]
    meeting = sum(bool(one & other) for one in keys for other in keys)
    assert len(keys) < meeting < len(keys) ** 2 / 8


def test_the_adapter_gives_places_of_the_text():
    row = next(row for row in rows() if row["clash"] == "amount")
    answer = predict({"id": "x", "documents": [{"id": "d", "text": text_of(row)}]})
    start, end, *_ = answer["pairs"][0]
    assert text_of(row)[start:end] == row["first"]
    assert answer["flag"]
