"""Whether the value a curator expects is another than the one the statement of the claim gives: a slip in one of the two."""

from claims.model import Claim, Kind
from claims.values import Amount, Value, When
from compare.facts.asked_claim import expected_value, stated_values
from compare.fold import fold
from compare.text.names_and_negation import quoted, words_of
from compare.text.patterns import find_pattern
from compare.values.in_words import say
from compare.values.relations import Relation, relate_dates
from compare.values.units import comparable


def at_odds(claim: Claim) -> str:
    """What the statement gives instead of the expected value, in words; "" where they agree, or one of them gives none.

    Of several values in the statement one has to agree; of amounts those count that can be compared with the expected one. A statement
    takes another position when it holds the words of that and none of the expected one.
    """
    if not claim.expected:
        return ""
    if claim.positions:
        return _other_position(claim)
    if claim.kind is Kind.QUOTE:
        said = quoted(claim.statement)
        return f"“{said}”" if said and not _is_part(words_of(said), words_of(claim.expected)) else ""
    expected = expected_value(claim)
    if expected is None:
        return ""
    compared = [(value, fits) for value in stated_values(claim) if (fits := _fits(expected, value)) is not None]
    agree = any(fits for _, fits in compared)
    return "" if agree else ", ".join(dict.fromkeys(say(value) for value, _ in compared))


def is_unsaid(claim: Claim) -> bool:
    """True when the statement gives nothing that could be the expected date, figure or name."""
    expected = expected_value(claim)
    if not claim.expected or claim.positions:
        return False
    if claim.kind is Kind.NAME:
        return not set(words_of(claim.expected)) <= set(words_of(claim.statement))
    if expected is None or (isinstance(expected, Amount) and expected.low == 1):
        return False  # "one" and "a" are read as figures in few places
    return not any(_is_number(expected, value) or _fits(expected, value) is not None for value in stated_values(claim))


def _is_number(expected: Value, stated: Value) -> bool:
    """True for two amounts of one number, whatever they count: a curator may count "personnel" where the statement says who they are."""
    if not isinstance(expected, Amount) or not isinstance(stated, Amount):
        return False
    return (expected.low, expected.high) == (stated.low, stated.high)


def _other_position(claim: Claim) -> str:
    """The positions that the statement shows where it shows nothing of the expected one."""
    folded = fold(claim.statement)
    shown = [p.label for p in claim.positions if any(next(find_pattern(x, folded), None) for x in p.patterns)]
    said = claim.expected in shown or set(words_of(claim.expected)) <= set(words_of(claim.statement))
    return "" if said else ", ".join(shown)


def _is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True when the words of one quotation stand in a row in the other."""
    short, long = sorted((one, other), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _fits(expected: Value, stated: Value) -> bool | None:
    """Whether the statement's value may be the expected one, bounds aside; None where they cannot be compared."""
    if isinstance(expected, When) and isinstance(stated, When):
        return relate_dates(expected, stated) is not Relation.OTHER
    both = comparable(expected, stated) if isinstance(expected, Amount) and isinstance(stated, Amount) else None
    return both[0].low <= both[1].high and both[1].low <= both[0].high if both else None
