"""The ladders by which two values are compared: what must hold of all, and the bounds one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.amounts import parse_amount
from claims.edtf import parse_edtf
from claims.values import Amount, Bound, Resolution, When
from compare.values.relations import Relation, relate_amounts, relate_dates

SAME, COARSER, OTHER = Relation.SAME, Relation.COARSER, Relation.OTHER


@pytest.mark.parametrize(
    ("claimed", "found", "relation"),
    [
        ("300 firm", "300 firm", SAME),
        ("~300 firm", "300 firm", SAME),
        ("~300 firm", "<~300 firm", SAME),
        ("<~300 firm", "300 firm", SAME),
        ("<~300 firm", "~300 firm", COARSER),
        ("300 firm", "~300 firm", COARSER),
        (">300 firm", "<~300 firm", OTHER),
        ("~220 firm", ">220 firm", OTHER),
        (">=99 year", "99 year", COARSER),
        (">=99 year", "<=99 year", OTHER),
        (">=99 year", ">99 year", COARSER),
        (">300 firm", "320 firm", SAME),
        (">300 firm", "900 firm", OTHER),
        ("320 firm", ">300 firm", COARSER),
        ("<~19e9 USD", "18.9e9 USD", SAME),
        ("18.9e9 USD", "<~19e9 USD", COARSER),
        ("18.9e9 USD", "19e9 USD", COARSER),
        ("19e9 USD", "18.9e9 USD", SAME),
        ("19e9 USD", "17.4e9 USD", OTHER),
        ("32 year", "3e1 year", COARSER),
        ("20..30 year", "25 year", SAME),
        ("25 year", "20..30 year", COARSER),
        ("20..30 year", ">30 year", OTHER),
        ("20..30 year", "<20 year", OTHER),
        ("4.6e9 oil_bbl", "4.6e6 oil_bbl", OTHER),
    ],
)
def test_amounts(claimed, found, relation):
    assert relate_amounts(parse_amount(claimed), parse_amount(found)) is relation


@pytest.mark.parametrize(
    ("claimed", "found", "relation"),
    [
        ("2025-08-08", "2025-08-08", SAME),
        ("2025-08", "2025-08-08", SAME),
        ("2025-08-07/2025-08-08", "2025-08-08", SAME),
        ("2025-08-08", "2025-08-07/2025-08-08", COARSER),
        ("2025-08-08", "2025", COARSER),
        ("1994", "199X", COARSER),
        ("2025-08-08", "2028-08-08", OTHER),
        ("2001", "2002", OTHER),
        ("2020-12", "2020-10/2020-12", COARSER),
    ],
)
def test_dates(claimed, found, relation):
    assert relate_dates(parse_edtf(claimed), parse_edtf(found)) is relation


def test_an_inferred_year_never_contradicts():
    day = parse_edtf("2024-02-29")
    inferred = When(day.edtf, day.first, day.last, resolution=Resolution.INFERRED)
    assert relate_dates(parse_edtf("2020-02-29"), inferred) is SAME
    assert relate_dates(parse_edtf("2020-03-15"), inferred) is OTHER


numbers = st.floats(1e-3, 1e12, allow_nan=False)
amounts = st.builds(lambda n, b: Amount(n, n, "USD", b), numbers, st.sampled_from(Bound))


@given(amounts)
def test_an_amount_is_the_same_as_itself(amount):
    assert relate_amounts(amount, amount) is SAME


@given(amounts, amounts)
def test_incompatible_amounts_are_so_both_ways(one, other):
    assert (relate_amounts(one, other) is OTHER) == (relate_amounts(other, one) is OTHER)
