"""The scan by a table of cases for each family, `tests/cases/<name>.csv`.

A row: the passages of a source, parted by ` | ` with other sentences between them, or by ` || ` without; of a table its rows. Sources
are parted by ` /// `, their days of publication by ` / `. first, second: the words of two places that cannot all be right (of one,
where one is enough). severity: how grave that is, empty where nothing may be told.
"""

import csv
import re
from itertools import chain, cycle, islice
from pathlib import Path

import pytest

from bench.contradict import predict
from claims.model import Severity
from compare.checks import all_checks
from compare.jobs.scan import Scan, scan
from compare.scanning.clashes import clash, confirms, is_one_slip
from compare.scanning.finding import RANKS
from compare.scanning.observations import COMMON, CROWDED, TRIED, Observations
from compare.search.index import Index
from compare.values.dates import find_dates
from compare.values.quantities import find_quantities
from seeds.corpus import read_folder
from tests.conftest import corpus

CASES = Path(__file__).parent / "cases"
FAMILIES = [check for check in all_checks() if check.find]
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
AROUND = 9
"""How many stand before and behind."""


def rows(name):
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(source):
    filler = cycle(FILLER)
    passages = [source] if "\n|" in source else source.split(" | ")
    parts = ([part.replace(" || ", "\n\n"), *islice(filler, BETWEEN)] for part in passages)
    return "\n\n".join((*islice(filler, AROUND), *chain.from_iterable(parts), *islice(filler, AROUND)))


def scanned(row, folder):
    days = row["published"].split(" / ") * 3
    named = zip("abc", row["text"].split(" /// "), days, strict=False)
    return scan(folder_of(((name, text_of(source), day) for name, source, day in named), folder))


def folder_of(sources, folder):
    """The sources (id, text, day of publication) as files of a folder, read."""
    lines = ["id,title,published"]
    for name, text, day in sources:
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
        lines.append(f"{name},{name},{day}")
    (folder / "sources.csv").write_text("\n".join(lines), encoding="utf-8")
    return read_folder(folder)


CASES_OF = [
    pytest.param(check, row, id=f"{check.name}:{number}")
    for check in FAMILIES
    for number, row in enumerate(rows(check.name), start=2)
]


@pytest.mark.parametrize(("check", "row"), CASES_OF)
def test_finds(check, row, tmp_path):
    findings = [f for f in scanned(row, tmp_path).findings if f.code == check.code or not row["severity"]]
    if not row["severity"]:
        assert findings == [], row["note"]
        return
    best = findings[0]
    assert best.severity is Severity(row["severity"]), row["note"]
    exact = [" ".join(place.exact.split()) for place in best.places]
    assert any(row["first"] in words for words in exact)
    assert any(row["second"] in words for words in exact)


@pytest.mark.parametrize("check", FAMILIES, ids=lambda check: check.code)
def test_rows_that_must_stay_silent_come_first(check):
    silent = [not row["severity"] for row in rows(check.name)]
    assert silent == sorted(silent, reverse=True)
    assert any(silent)
    assert not all(silent)


@pytest.mark.parametrize("name", ["consistent-history", "consistent-records", "consistent-news", "consistent-museum"])
def test_a_text_without_faults_has_none(name, tmp_path):
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    _, *parts = re.split(r"^===== (\S+)\n", text, flags=re.MULTILINE)
    result = scan(folder_of(zip("abc", parts[1::2], parts[::2], strict=False), tmp_path))
    assert result.values > 40
    assert [f.headline for f in result.findings] == []


def test_one_thing_is_told_once_with_all_its_places(tmp_path):
    row = next(row for row in rows("contradiction") if row["note"] == "one place against two")
    (finding,) = scanned(row, tmp_path).findings
    assert len(finding.places) == 3
    assert finding.headline.startswith("a says 900 euros a month and 1200 euros a month (2 times): ")


def test_findings_come_worst_first_and_their_places_are_the_texts_own(originals, digests):
    for sources in (originals, digests):
        findings = scan(sources).findings
        assert [RANKS.index(f.severity) for f in findings] == sorted(RANKS.index(f.severity) for f in findings)
        for finding in findings:
            assert len({(p.document.source.id, p.start, p.end) for p in finding.places}) == len(finding.places) >= 1
            assert all(p.document.text[p.start : p.end] == p.exact and p.value for p in finding.places)
            assert finding.why
            assert not finding.headline.endswith(".")


def test_the_long_report_dates_a_visit_to_a_year_to_come(originals, digests):
    for sources in (originals, digests):
        (finding,) = (f for f in scan(sources).findings if any("2028" in p.exact for p in f.places))
        assert finding.severity is Severity.HIGH
        assert any("2025" in place.exact for place in finding.places)


def test_what_is_not_compared_is_counted():
    nouns = ", ".join(f"{20 + i} {noun}" for i, noun in zip(range(CROWDED + 1), cycle(("tons", "miles", "boats"))))
    result = scan(corpus(f"The store of Nessby holds {nouns}."))
    assert (result.crowded, result.values) == (1, 0)


def test_an_empty_corpus_says_nothing():
    assert scan(corpus("")) == Scan(())


def test_a_value_is_held_against_few_others_only():
    texts = [
        f"The {noun} of Nessby weighs {30 + i} tons." for i, noun in zip(range(200), cycle(("bell", "boat", "gate")))
    ]
    read = Observations(Index(corpus("\n\n".join(texts))).entries)
    assert len(read.all) == len(texts)
    assert max(len(list(read.beside(one))) for one in read.all) <= TRIED
    rare = [
        f"The {word}house weighs {30 + i} tons."
        for i, word in zip(range(8), ("mill", "mill", "gate", "gate"), strict=False)
    ]
    assert len(rare) < COMMON


VALUES = (
    "$40",
    "nearly $50",
    "$2.4 million",
    "40 ships",
    "more than 300 firms",
    "nearly 300 firms",
    "5 km",
    "3.1 miles",
)
DATES = ("4 May 2011", "May 2011", "2011", "5 May 2011", "4 May", "August 7-8, 2028", "August 8, 2025")


def value(text):
    return (find_dates(text) or find_quantities(f"It has {text}.", ()))[0].value


@pytest.mark.parametrize("one", [*VALUES, *DATES])
@pytest.mark.parametrize("other", [*VALUES, *DATES])
def test_what_clashes_does_not_agree(one, other):
    a, b = value(one), value(other)
    assert clash(a, b) is clash(b, a)
    assert not (clash(a, b) and confirms(a, b))
    assert confirms(a, a)


def test_a_slip_is_another_year_or_an_opposite_bound():
    slips = [("August 7-8, 2028", "August 8, 2025"), ("more than 300 firms", "nearly 300 firms")]
    assert all(is_one_slip(value(a), value(b)) for a, b in slips)
    assert not is_one_slip(value("4 May 2011"), value("5 May 2011"))


def test_the_adapter_gives_places_of_the_text():
    row = next(row for row in rows("contradiction") if row["note"] == "two prices of one lease")
    text = text_of(row["text"])
    answer = predict({"id": "x", "documents": [{"id": "d", "text": text}]})
    start, end, *_ = answer["pairs"][0]
    assert text[start:end] == row["first"]
    assert answer["flag"]
