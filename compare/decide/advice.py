"""What an editor might do about a finding: correct, ask, attribute or leave it, in words that name its values and sources."""

from collections.abc import Iterable, Sequence

from claims.model import Kind, Severity
from compare.decide.headline import told, where
from compare.decide.populations import counted_apart
from compare.decide.said import Said, name_of
from compare.decide.severity import judged, said_otherwise
from compare.evidence.model import Comparison, Verdict, told_once

MOST = 3
"""Wordings named in a piece of advice; the headline beside it has them all."""


@told_once
def advice(comparison: Comparison) -> str:
    """What might be done; "" where nothing is to be done."""
    said, verdict = told(comparison), comparison.verdict
    if verdict is Verdict.NOT_FOUND:
        return "Ask: which source says so? If none, drop the claim."
    against = [s for s in said if s.against]
    if not against or verdict is Verdict.CHANGED_OVER_TIME:
        return ""
    if verdict is not Verdict.PROBABLE_TYPO and (things := counted_apart(comparison)):
        return f"Say what each counts: {', '.join(things)}."
    own = next((s.value for s in said if not s.against), "")
    match verdict:
        case Verdict.PROBABLE_TYPO:
            return f"Correct in {_names(against)}: for {against[0].value} read {own}."
        case Verdict.INTERNAL_INCONSISTENCY:
            return _to_speakers(said) or f"Ask {_names(against)} which is meant: {_values(said)}?"
        case Verdict.VALUE_DISCREPANCY if len(said_otherwise(comparison)) == 1 and not own:
            return f"Check the claim: {_names(against)} alone speaks, and says {_values(against)}."
        case Verdict.VALUE_DISCREPANCY:
            return f"Ask which is right: {_values(said)}?"
        case _ if judged(comparison).severity is Severity.LOW:
            return f"Leave, or write {own or _values(against)} throughout."
        case _:
            return _of_wording(comparison, said, against)


def _of_wording(comparison: Comparison, said: Sequence[Said], against: Sequence[Said]) -> str:
    """What to do where sources only word it otherwise: name who says so, or ask the one source that says it in two ways."""
    mine, ids = [s for s in said if not s.against], {s.document.source.id for s in said}
    if len(ids) == 1:
        return _to_speakers(said) or f"Ask {_names(said)} which is meant: {_values(said)}?"
    if not mine:
        return f"No source says {_quoted([comparison.claim.expected])}: write {_each(against)}."
    if ids == {s.document.source.id for s in mine}:
        return f"All say {_quoted([mine[0].value])}; name who adds {_each(against)}."
    if comparison.claim.kind is Kind.NAME:
        return f"Write {mine[0].value}; keep {_each(against)} in quotations."
    return f"Name {_names(mine)} for {_quoted(s.value for s in mine)}: {_others(mine, against)}."


def _to_speakers(said: Sequence[Said]) -> str:
    """To whom the values of one source belong where it quotes somebody for one of them; "" where it speaks for itself in all.

    What a source quotes is no word of its own: two speakers who differ are no slip of the source.
    """
    by_speaker: dict[str, list[str]] = {}
    for s in sorted(said, key=lambda s: s.against):
        by_speaker.setdefault(s.places[0].answer.speaker, []).append(s.value)
    own = by_speaker.pop("", [])
    if not by_speaker or (not own and len(by_speaker) < 2):
        return ""
    quoted = [f"{_marked(values)} to {who}" for who, values in by_speaker.items()]
    rest = f"; {_marked(own)} {'is' if len(own) == 1 else 'are'} what {_names(said)} itself says" if own else ""
    return f"Attribute {_joined(quoted, 'and')}{rest}."


def _others(mine: Sequence[Said], against: Sequence[Said]) -> str:
    """The sources that do not say the claim's own, under the first thing each says instead."""
    own = {s.document.source.id for s in mine}
    first: dict[str, Said] = {}
    for s in against:
        if s.document.source.id not in own:
            first.setdefault(s.document.source.id, s)
    by_value: dict[str, list[Said]] = {}
    for s in first.values():
        by_value.setdefault(s.value, []).append(s)
    return _listed([f"{_names(said)} say{'s' if len(said) == 1 else ''} “{v}”" for v, said in by_value.items()])


def _each(said: Sequence[Said]) -> str:
    return _listed([f"“{s.value}” ({name_of(s.document)}, {where(s.places[0])})" for s in said])


def _listed(told: Sequence[str]) -> str:
    return ", ".join(told[:MOST]) + (f" and {len(told) - MOST} more" if len(told) > MOST else "")


def _names(said: Iterable[Said]) -> str:
    return _joined(dict.fromkeys(name_of(s.document) for s in said), "and")


def _values(said: Iterable[Said]) -> str:
    """The values, the claim's own first: "resolved, in progress or fragile peace"."""
    return _joined(dict.fromkeys(s.value for s in sorted(said, key=lambda s: s.against)), "or")


def _joined(words: Iterable[str], with_: str) -> str:
    *first, end = words
    return f"{', '.join(first)} {with_} {end}" if first else end


def _marked(values: Iterable[str]) -> str:
    return _joined([f"“{value}”" for value in values], "and")


def _quoted(values: Iterable[str]) -> str:
    return " or ".join(f"“{value}”" for value in dict.fromkeys(values))
