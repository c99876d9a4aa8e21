"""Amounts: what find_quantities reads, what it leaves alone, what parse_amount accepts, and what can be compared."""

import csv
import math
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.amounts import parse_amount
from claims.values import Amount, Bound, Reading
from compare.values.counting.factors import FACTORS, factor
from compare.values.quantities import find_quantities
from compare.values.units import _by_pint, comparable

CASES = Path(__file__).parent / "cases" / "quantities.csv"
ROWS = [
    pytest.param(row["text"], row["expected"], id=row["text"][:60])
    for row in csv.DictReader(CASES.open(encoding="utf-8"))
]
ALPHABET = "0123456789.,-–—/$€%()[]’“ \u00a0\u202fabeimnortKMS½"
SNIPPETS = [
    "12",
    "1,768",
    "1.5",
    "$",
    "€",
    "%",
    " ",
    "–",
    "-",
    " to ",
    " and ",
    "million",
    "bn",
    "three",
    "half",
    "a ",
    "km",
    "/day",
    "Section ",
]


def written(amount: Amount) -> tuple[float, float, str, Bound]:
    return float(f"{amount.low:.6g}"), float(f"{amount.high:.6g}"), amount.unit, amount.bound


def expected_readings(expected: str) -> list[tuple[str, str]]:
    """A cell "words=notation; words=notation" as pairs."""
    return [(words, notation) for words, _, notation in (part.partition("=") for part in expected.split("; ") if part)]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_case(text: str, expected: str) -> None:
    readings = find_quantities(text)
    pairs = expected_readings(expected)
    assert [text[reading.start : reading.end] for reading in readings] == [words for words, _ in pairs]
    for reading, (_, notation) in zip(readings, pairs, strict=True):
        amount = parse_amount(notation)
        assert isinstance(reading.value, Amount)
        assert written(reading.value) == written(amount)
        if (
            set("e./") & set(notation.split()[0]) and amount.low == amount.high
        ):  # a plain integer says nothing of the step
            assert math.isclose(reading.value.step, amount.step, rel_tol=1e-6)


def test_words_that_begin_a_table_are_nothing() -> None:
    rows = [row.values[1] for row in ROWS]
    assert rows.index(next(filter(None, rows))) > 100, "rows that must read nothing come first"


@pytest.mark.parametrize(
    ("text", "step"),
    [("18.9 billion", 1e8), ("19 billion", 1e9), ("1,768", 1), ("three decades", 10), ("three hundred", 100), ("205", 1),
     ("$5.00", 0.01), ("two dozen", 12), ("a third of it", 0.1), ("an eighth of it", 0.0625), ("4.6 to 5 million", 1e5)],
)  # fmt: skip
def test_step(text: str, step: float) -> None:
    (reading,) = find_quantities(text)
    assert isinstance(reading.value, Amount)
    assert math.isclose(reading.value.step, step)


def test_dates_are_left_to_others() -> None:
    text = "From May 1 to 4, 2025, and for three days after August 8"
    spans = [(text.index(date), text.index(date) + len(date)) for date in ("May 1 to 4, 2025", "August 8")]
    assert [text[r.start : r.end] for r in find_quantities(text, spans)] == ["three days"]


@given(
    st.text(ALPHABET, max_size=60) | st.lists(st.sampled_from(SNIPPETS), max_size=14).map("".join), st.integers(0, 40)
)
@settings(max_examples=300, deadline=None)
def test_readings_are_in_order_and_apart(text: str, start: int) -> None:
    dates = [(start, start + 4)] if start + 4 <= len(text) else []
    end = 0
    for reading in find_quantities(text, dates):
        amount = reading.value
        assert isinstance(amount, Amount)
        assert end <= reading.start < reading.end <= len(text)
        assert amount.low <= amount.high
        assert amount.step > 0
        assert all(reading.end <= first or last <= reading.start for first, last in dates)
        end = reading.end


@given(st.text(ALPHABET, max_size=40))
@settings(max_examples=200, deadline=None)
def test_surroundings_do_not_move_offsets(text: str) -> None:
    def seen(found: tuple[Reading, ...], shift: int) -> list[tuple[int, int]]:
        return [(reading.start - shift, reading.end - shift) for reading in found]

    assert seen(find_quantities(f"İstanbul. {text}"), 10) == seen(find_quantities(f"Istanbul. {text}"), 10)


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "1,", "1.", "1-", "1/", " ", "and ", "one ", "one and ", "half ", "$", "(1) ", "12 km ", "a ", "–"],
)
def test_long_lines_come_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    find_quantities(text)


def test_a_megabyte_of_numbers_is_read() -> None:
    text = "1 2 3 4 " * 125_000
    assert len(find_quantities(text)) == 500_000


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("~19e9 USD", Amount(19e9, 19e9, "USD", Bound.ABOUT, 1e9)),
        ("18.9e9 USD", Amount(18.9e9, 18.9e9, "USD", Bound.EXACT, 1e8)),
        (">=99 year", Amount(99, 99, "year", Bound.AT_LEAST, 1)),
        ("<~3e1 year", Amount(30, 30, "year", Bound.NEARLY, 10)),
        ("16e9 cubic_meter/year", Amount(16e9, 16e9, "cubic_meter/year", Bound.EXACT, 1e9)),
        ("40 percent", Amount(40, 40, "percent", Bound.EXACT, 1)),
        ("40%", Amount(40, 40, "percent", Bound.EXACT, 1)),
        ("20..30 year", Amount(20, 30, "year", Bound.EXACT, 1)),
        (" > 1,200  personnel ", Amount(1200, 1200, "personnel", Bound.OVER, 1)),
        ("300 company", Amount(300, 300, "company", Bound.EXACT, 1)),
        ("≤ 5", Amount(5, 5, "", Bound.AT_MOST, 1)),
        ("-18 degree_Celsius", Amount(-18, -18, "degree_Celsius", Bound.EXACT, 1)),
        ("1/4", Amount(0.25, 0.25, "", Bound.EXACT, 0.1)),
    ],
)
def test_parse_amount(text: str, amount: Amount) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize(
    "text", ["", "year", "about 30 years", "30..20 year", "1/0", "5 cubic meter", "$5", "5 .. year", "12 1 km", "1e999"]
)
def test_parse_amount_says_what_is_wrong(text: str) -> None:
    with pytest.raises(ValueError, match=r"write|divides"):
        parse_amount(text)


@pytest.mark.parametrize(
    ("a", "b", "brought"),
    [
        ("30 year", "360 month", "30 year"),
        ("16e9 cubic_meter", "565e9 cubic_foot", "15999018324.48 cubic_meter"),
        ("10e9 cubic_meter/year", "1e9 cubic_meter/month", "12e9 cubic_meter/year"),
        ("60 kilometer/hour", "1 mile/minute", "96.56064 kilometer/hour"),
        ("10 degree_Celsius", "50 degree_Fahrenheit", "10 degree_Celsius"),
        ("5 square_kilometer", "500 hectare", "5 square_kilometer"),
        ("1 USD", "50 cent", "0.5 USD"),
        ("50 cent", "1 USD", "100 cent"),
        ("33 percent", "1/3", "33.33333 percent"),
        ("1/2", "40 percent", "40 percent"),
        ("1 percentage_point", "25 basis_point", "0.25 percentage_point"),
        ("300 company", "250 firm", "250 company"),
        ("1200 personnel", "49 soldier", "49 personnel"),
        ("300 company", "250", "250 company"),
        ("300", "250 company", "250 company"),
        ("3 individual/day", "2 person/day", "2 individual/day"),
    ],
)
def test_comparable(a: str, b: str, brought: str) -> None:
    both = comparable(parse_amount(a), parse_amount(b))
    assert both is not None
    assert both[0].unit == both[1].unit
    assert written(both[1])[:3] == written(parse_amount(brought))[:3]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("5 USD", "5 EUR"),
        ("1 oil_bbl", "1 metric_ton"),
        ("10 cubic_meter", "10 cubic_meter/year"),
        ("40 percent", "40 percentage_point"),
        ("40 percent", "40"),
        ("300 company", "300 soldier"),
        ("300 company", "300 USD"),
        ("5 kilometer", "5"),
        ("5 USD", "5 cent/year"),
        ("50 pound", "50 GBP"),
        ("1 USD/oil_bbl", "1 USD/metric_ton"),
    ],
)
def test_not_comparable(a: str, b: str) -> None:
    assert comparable(parse_amount(a), parse_amount(b)) is None
    assert comparable(parse_amount(b), parse_amount(a)) is None


@given(
    st.floats(0.001, 1e9),
    st.sampled_from(["year", "month", "day", "week", "hour"]),
    st.sampled_from(["year", "month", "day"]),
)
@settings(deadline=None)
def test_conversion_there_and_back(number: float, one: str, other: str) -> None:
    amount = Amount(number, number * 2, one, Bound.ABOUT, 0.5)
    there = comparable(Amount(1, 1, other), amount)
    assert there is not None
    back = comparable(Amount(1, 1, one), there[1])
    assert back is not None
    assert back[1].bound is Bound.ABOUT
    assert math.isclose(back[1].low, amount.low, rel_tol=1e-9)
    assert math.isclose(back[1].step, amount.step, rel_tol=1e-6)


def test_pint_is_only_imported_to_convert() -> None:
    code = (
        "import sys; from compare.values.quantities import find_quantities; from compare.values.units import comparable; "
        "from claims.amounts import parse_amount as p; "
        "find_quantities('5 km and 3 miles'); comparable(p('5 year'), p('6 year')); "
        "comparable(p('5 kilometer'), p('3 mile')); assert 'pint' not in sys.modules; "
        "comparable(p('5 joule'), p('3 calorie')); assert 'pint' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("units", FACTORS, ids=lambda units: next(iter(units)))
def test_everyday_factors_are_those_of_pint(units) -> None:
    for source in units:
        for target in units:
            known = _by_pint(source, target)
            assert known is not None
            assert factor(source, target) == pytest.approx(known[0], rel=1e-9)
            assert known[1] == pytest.approx(0.0, abs=1e-9)
