"""Dates in prose: the cases of cases/dates.csv, dates that cannot be, EDTF, and what holds for any text."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.edtf import OPEN_END, OPEN_START, covers, overlaps, parse_edtf
from claims.values import Resolution, When
from compare.values.dates import find_dates, find_impossible

CASES = Path(__file__).parent / "cases" / "dates.csv"
ROWS = list(csv.DictReader(CASES.open(encoding="utf-8")))
WORDS = (
    "In on since between and to from the early late mid- end of a year ago later last this following day week August May "
    "8 31 9th 1994 2020 2025, – - / , . 1990s '90s century spring first quarter Friday 9/11 2025-08-08 İ “ ” \u00a0"
).split(" ")


def written(text: str, reference: date | None = None) -> str:
    """The readings of a text as a row of the cases writes them."""
    return "; ".join(
        f"{text[reading.start : reading.end]}={reading.value.edtf}{'~' if reading.value.approximate else ''}"
        for reading in find_dates(text, reference)
        if isinstance(reading.value, When)
    )


def days(edtf: str) -> tuple[str, str]:
    when = parse_edtf(edtf)
    return date.fromordinal(when.first).isoformat(), date.fromordinal(when.last).isoformat()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_case(row: dict[str, str]) -> None:
    reference = date.fromisoformat(row["reference"]) if row["reference"] else None
    assert written(row["text"], reference) == row["expected"]


def test_cases_are_unique_and_silent_ones_come_first() -> None:
    texts = [(row["text"], row["reference"]) for row in ROWS]
    assert len(texts) == len(set(texts))
    assert [bool(row["expected"]) for row in ROWS] == sorted(bool(row["expected"]) for row in ROWS)


@pytest.mark.parametrize(
    ("text", "resolution"),
    [
        ("On August 8, 2025 they met.", Resolution.WRITTEN),
        ("Between September 27 and November 9, 2020.", Resolution.WRITTEN),
        ("On December 9 they met.", Resolution.INFERRED),
        ("From May 1 to 4 they met.", Resolution.INFERRED),
        ("In August they met.", Resolution.INFERRED),
        ("Last August they met.", Resolution.RELATIVE),
        ("A year ago they met.", Resolution.RELATIVE),
        ("In March of this year they met.", Resolution.RELATIVE),
    ],
)
def test_resolution_says_where_the_year_is_from(text: str, resolution: Resolution) -> None:
    (reading,) = find_dates(text, date(2025, 11, 1))
    assert isinstance(reading.value, When)
    assert reading.value.resolution is resolution


def test_a_day_without_any_year_may_be_any_time() -> None:
    (reading,) = find_dates("On December 9 they met.")
    assert reading.value == When("XXXX-12-09", OPEN_START, OPEN_END, False, Resolution.INFERRED)


@pytest.mark.parametrize(
    "text",
    [
        "On August 8, 2025, on February 29, 2024 and February 29.",
        "In June 2031, on March 32 people and from May 1-4, 2025.",
        "June 31 soldiers, Section 31 June and 03 May 00.",
        "Session 15 – 6 July 1415 and 31/12/2025.",
        "Friday, August 8, 2025 and the code 1234-56-78.",
        "The two months May and June 2020, in January–March 2025.",
    ],
)
def test_possible_dates_are_not_reported(text: str) -> None:
    assert find_impossible(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("By February 30, 2024 at noon.", "February 30, 2024", "February has 29 days, there is no day 30"),
        ("On 29 February 2023.", "29 February 2023", "February has 28 days in 2023, there is no day 29"),
        ("On September 31 and later.", "September 31", "September has 30 days, there is no day 31"),
        ("On August 45, 2025.", "August 45, 2025", "August has 31 days, there is no day 45"),
        ("Dated 2025-13-01.", "2025-13-01", "there is no month 13"),
        ("Dated 13/13/2025.", "13/13/2025", "there is no month 13"),
        ("Hearing,” April November 15, 2023.", "April November 15, 2023", "two months are named, April and November"),
        ("On August 9-8, 2025.", "August 9-8, 2025", "the days run backward, from 9 to 8"),
        ("On Monday, August 8, 2025.", "Monday, August 8, 2025", "August 8, 2025 was a Friday, not a Monday"),
    ],
)
def test_impossible_dates_are_reported(text: str, words: str, reason: str) -> None:
    assert [(text[start:end], why) for start, end, why in find_impossible(text)] == [(words, reason)]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-08-08", "2025-08-08", "2025-08-08"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2025-08-XX", "2025-08-01", "2025-08-31"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("2020-10/2020-12", "2020-10-01", "2020-12-31"),
        ("199X/200X", "1990-01-01", "2009-12-31"),
        ("2025-08-07/2025-08-08", "2025-08-07", "2025-08-08"),
    ],
)
def test_edtf_covers(edtf: str, first: str, last: str) -> None:
    assert days(edtf) == (first, last)


def test_open_intervals() -> None:
    assert parse_edtf("2001/..") == When("2001/..", date(2001, 1, 1).toordinal(), OPEN_END)
    assert parse_edtf("2001/") == parse_edtf("2001/..")
    assert parse_edtf("../2001") == When("../2001", OPEN_START, date(2001, 12, 31).toordinal())
    assert parse_edtf("9999").last == OPEN_END


@pytest.mark.parametrize("edtf", ["1990~", "1990?", "1990%", "1990~/1995", "1990/1995?"])
def test_doubt_is_approximate_and_left_out_of_the_text(edtf: str) -> None:
    when = parse_edtf(edtf)
    assert when.approximate
    assert not set(when.edtf) & set("~?%")


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2025-13", "there is no month 13"),
        ("2025-02-30", "there is no day 30"),
        ("0000", "no year 0000"),
        ("2025/2024", "ends before it begins"),
        ("../..", "neither a start nor an end"),
        ("2025-XX-08", "leave digits open from the right"),
        ("199X-05", "leave digits open from the right"),
        ("August 2025", "is not an EDTF date"),
        ("2025-8-8", "is not an EDTF date"),
        ("", "is not an EDTF date"),
        ("2025-37", "there is no month 37"),
        ("-0044", "is not an EDTF date"),
    ],
)
def test_bad_edtf_is_refused_with_a_reason(edtf: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_edtf(edtf)


def test_spans_are_compared_by_their_days() -> None:
    day, month, decade = parse_edtf("2025-08-08"), parse_edtf("2025-08"), parse_edtf("199X")
    assert covers(month, day)
    assert covers(day, day)
    assert not covers(day, month)
    assert overlaps(day, month)
    assert not overlaps(month, decade)


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", "", ", "]), st.booleans())
@example(["May", "1994", "-"], "", True)
def test_any_words_give_ordered_readings_that_edtf_explains(words: list[str], glue: str, known: bool) -> None:
    text = glue.join(words)
    end = 0
    for reading in find_dates(text, date(2025, 11, 1) if known else None):
        assert end <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end].strip() == text[reading.start : reading.end]
        end = reading.end
        assert isinstance(reading.value, When)
        again = parse_edtf(reading.value.edtf)
        assert (again.first, again.last) == (reading.value.first, reading.value.last)
    assert all(0 <= start < stop <= len(text) for start, stop, _ in find_impossible(text))


@given(st.dates(date(1700, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_read_in_every_style(day: date) -> None:
    month, short = f"{day:%B}", f"{day:%b}"
    styles = [f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{short}. {day.day}, {day.year}"]
    for style in [*styles, day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%A}, {month} {day.day}, {day.year}"]:
        if style.startswith("May."):
            continue
        assert written(f"It was on {style}, they say.") == f"{style}={day.isoformat()}"


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    find_dates(text, date(2025, 11, 1))
    find_impossible(text)


@pytest.mark.parametrize("piece", ["7", " ", "and ", "(", "the ", "last ", "1 ", "May ", "İ"])
def test_a_megabyte_of_one_thing_is_read(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    find_dates(text, date(2025, 11, 1))
