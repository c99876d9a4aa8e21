"""Patterns and folding by a table of cases, and what must hold of every text."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.fold import fold
from compare.text.patterns import find_pattern, is_negated, parse_pattern

CASES = Path(__file__).parent / "cases" / "patterns.csv"


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=f"{row['pattern']}: {row['note']}") for row in csv.DictReader(file)]


@pytest.mark.parametrize("row", rows())
def test_cases(row):
    folded = fold(row["text"])
    found = [slice(*folded.span(match.first, match.last)) for match in find_pattern(row["pattern"], folded)]
    assert "|".join(row["text"][place] for place in found) == row["matches"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The bridge was sold.", False),
        ("The bridge was not sold.", True),
        ("The bridge was never really sold.", True),
        ("The bridge wasn't sold.", True),
        ("It is not long, the bridge was sold.", False),
        ("Without regret the bridge was sold to the city of Marlow.", False),
    ],
)
def test_negation(text, negated):
    folded = fold(text)
    match = next(find_pattern("sold", folded))
    assert is_negated(match, folded) is negated


@given(st.text(max_size=80))
def test_every_word_stands_in_the_text(text):
    words = fold(text).words
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
    assert all(0 <= w.start < w.end <= len(text) and w.form and w.stem for w in words)


@given(st.text(st.sampled_from("ab* 9.-U"), max_size=20))
def test_a_pattern_finds_itself(pattern):
    try:
        steps = parse_pattern(pattern)
    except ValueError:
        return
    text = pattern.replace("*", " ")
    if len(fold(text).words) == len(steps):
        assert next(find_pattern(pattern, fold(text)), None) is not None
